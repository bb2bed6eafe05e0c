"""The pages over two letters made by hand, with folders of their own: what is on screen depends on nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import made_letters as made
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import pipeline
from labour.edition import Edition
from labour.model import Letter

ROOT = Path(__file__).resolve().parents[2]
Opener = Callable[..., AppTest]


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty state folder; the data folder stays the shipped one."""
    monkeypatch.setenv("CIJFERTOETS_STATE", str(tmp_path))
    return tmp_path


@pytest.fixture
def made_pipeline(state: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The pipeline's calls answered from the letters made by hand."""
    st.cache_resource.clear()
    letters = [made.LETTER, made.SECOND]
    monkeypatch.setattr(pipeline, "manifest_letters", lambda: letters)
    monkeypatch.setattr(
        pipeline, "load_observations", lambda as_of=None: made.OBSERVATIONS if as_of is None else made.OBSERVATIONS.as_of(as_of)
    )
    monkeypatch.setattr(pipeline, "extract_claims", lambda letter: [check.claim for check in made.checks_of(letter)])
    monkeypatch.setattr(pipeline, "account", made.account_of)
    monkeypatch.setattr(pipeline, "check_claims", _check)
    monkeypatch.setattr(pipeline, "edition", lambda day, as_of=None, observations=None: Edition(day, date(2024, 12, 1), "f" * 64))
    yield
    st.cache_resource.clear()


def _check(claims: list, letters: list[Letter], observations: object) -> list:
    known = {(check.claim.letter, check.claim.start): check for letter in letters for check in made.checks_of(letter)}
    from dataclasses import replace

    return [replace(known[claim.letter, claim.start], claim=claim) for claim in claims]


@pytest.fixture
def opened(made_pipeline: None) -> Opener:
    """Opens a page: ``opened("brief", lang="en")``."""

    def run(page: str = "toets", **query: str | list[str]) -> AppTest:
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=20)
        for name, value in query.items():
            app.query_params[name] = value
        app.run()
        if page != "toets":
            app.switch_page(f"views/{page}.py").run()
        return app

    return run
