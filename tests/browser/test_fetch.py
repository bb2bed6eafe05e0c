"""Fetching newer figures from the page, against a StatLine on this machine that publishes the shipped figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect
from serving import ROOT, Served, serve
from visiting import Visitor

from tests.standin import embedded
from tests.standin.server import Standin


@pytest.fixture(scope="module")
def standin() -> Iterator[Standin]:
    with Standin(embedded.tables(ROOT / "data")) as one:
        yield one


@pytest.fixture(scope="module")
def fetching_server(standin: Standin, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    served = serve(tmp_path_factory.mktemp("state"), STATLINE_URL=standin.url)
    yield served
    served.stop()


def test_fetch_with_progress_and_what_it_changed(visit: Visitor, fetching_server: Served) -> None:
    """Every table shows its progress; afterwards each is told, the verdicts are compared, and the states are on disk."""
    window = visit(url=fetching_server.url)
    page = window.open("/bronnen")
    page.get_by_role("button", name="Haal nieuwe cijfers op").click()
    expect(page.get_by_role("button", name="Stop met ophalen")).to_be_visible()
    expect(page.get_by_test_id("stProgress").first).to_be_visible()
    expect(page.get_by_text(re.compile("^Oordelen die erdoor veranderden: 0"))).to_be_visible(timeout=90_000)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.get_by_test_id("stAlertContentSuccess")).to_have_count(9)
    assert len([path for path in Path(fetching_server.state).rglob("*") if path.is_file()]) >= 9


def test_another_window_works_on_while_a_fetch_hangs(visit: Visitor, fetching_server: Served, standin: Standin) -> None:
    standin.fault("hang")
    try:
        busy = visit(url=fetching_server.url)
        busy.open("/bronnen").get_by_role("button", name="Haal nieuwe cijfers op").click()
        expect(busy.page.get_by_role("button", name="Stop met ophalen")).to_be_visible()
        other = visit(url=fetching_server.url)
        other.open("/")
        expect(other.page.get_by_test_id("stDataFrame").first).to_be_visible()
        busy.page.get_by_role("button", name="Stop met ophalen").click()
        expect(busy.page.get_by_test_id("stAlertContentError").first).to_be_visible()
        expect(busy.page.get_by_role("button", name="Haal nieuwe cijfers op")).to_be_visible()
    finally:
        standin.clear()
