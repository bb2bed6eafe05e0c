"""A letter of one's own lives in its browser session: no shared cache, file, log or address holds a word of it. The real pipeline."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.runtime.caching import cache_resource_api
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]
SECRET = "Zonnebloemhof"
TEXT = f"""Den Haag, 5 maart 2026

In het derde kwartaal van 2024 was de netto arbeidsparticipatie in {SECRET} en elders 73,1 procent. In het tweede kwartaal
van 2024 was de netto arbeidsparticipatie 75,4 procent. In het vierde kwartaal van 2021 waren er 106 vacatures per 100 werklozen."""
PAGES = ("brief", "krapte", "sectoren", "bronnen", "toets")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Everything that could be written has to be written here."""
    monkeypatch.setenv("CIJFERTOETS_STATE", str(tmp_path / "state"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "state").mkdir()
    st.cache_resource.clear()
    yield tmp_path
    st.cache_resource.clear()


def shared() -> str:
    """All that the caches shared between sessions hold, as text."""
    caches = cache_resource_api._resource_caches._function_caches.get(None, {})
    held = [repr(entry) for cache in caches.values() for entry in dict(cache._mem_cache).values()]
    assert len(held) > 3  # the caches were found at all
    return "\n".join(held)


def test_no_word_of_it_leaves_its_session(temporary: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    caplog.set_level(logging.DEBUG)
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    app.file_uploader(key="own_file").upload(f"{SECRET}.txt", TEXT.encode())
    next(one for one in app.button if one.label == "Toets deze brief").click().run()
    assert app.selectbox(key="letter").value == "eigen-1"
    app.selectbox(key="claim").select(app.session_state["_own"]["eigen-1"].ids()[0]).run()
    assert any(SECRET in one.value for one in app.html)  # it is on screen, in its own session
    for page in PAGES:
        app.switch_page(f"views/{page}.py").run()
        assert not app.exception
        assert SECRET not in str(app.query_params)
    assert SECRET not in shared()
    assert not [path for path in temporary.rglob("*") if path.is_file()]
    assert SECRET not in caplog.text and SECRET not in "".join(capfd.readouterr())
    other = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    assert SECRET not in "".join(one.value for one in other.html) and "eigen-1" not in other.session_state["_own"]
