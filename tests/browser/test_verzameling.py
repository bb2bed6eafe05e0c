"""The page over a folder of letters in a real Chromium: every part, language and theme; a number followed to its claim; hostile letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect
from serving import Served, serve
from visiting import Visitor, wrongs

from tests import made_corpus

PARTS = {"indicators": "Per indicator", "figures": "Zelfde cijfer", "sentences": "Zelfde zin", "unread": "Niet gelezen"}


@pytest.fixture(scope="module")
def corpus_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    run = made_corpus.run(tmp_path_factory.mktemp("corpus"))
    served = serve(tmp_path_factory.mktemp("state"), CIJFERTOETS_CORPUS=str(run))
    yield served
    served.stop()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_part_in_every_language_and_theme(visit: Visitor, corpus_server: Served, language: str, theme: str) -> None:
    window = visit(theme=theme, url=corpus_server.url)
    for part in PARTS:
        page = window.open(f"/verzameling?part={part}" + ("&lang=en" if language == "en" else ""))
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.get_by_test_id("stException")).to_have_count(0)
        assert wrongs(page) == []
        window.shoot(f"verzameling-{part}-{language}-{theme}")


def test_a_number_is_followed_to_its_claim(visit: Visitor, corpus_server: Served) -> None:
    """From the menu to the page, from a row to its claims, from a claim to letter, sentence and cells; and back by the address."""
    window = visit(url=corpus_server.url)
    page = window.open("/")
    page.get_by_role("link", name="Verzameling").click()
    expect(page.locator("h1")).to_have_text("Een verzameling brieven getoetst")
    window.settle()
    table = page.get_by_test_id("stDataFrame").filter(has=page.locator("canvas"))
    expect(table).to_have_count(2)
    expect(page.get_by_test_id("stPlotlyChart")).to_have_count(2)
    window.settle()
    verdict = page.get_by_role("combobox", name="Oordeel")
    verdict.scroll_into_view_if_needed()
    page.wait_for_timeout(500)  # a list closes when the page scrolls under it
    verdict.click()
    page.get_by_test_id("stSelectboxVirtualDropdown").get_by_text("✗ wijkt af").click()
    window.settle()
    expect(page.get_by_text("1 van 1 beweringen.")).to_be_visible()
    page.get_by_role("combobox", name="Bewering").click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h2.ct-verdict")).to_contain_text("wijkt af")
    window.settle()
    expect(page.locator("blockquote mark")).to_have_text("745 duizend openstaande vacatures")
    expect(page.locator("dl.ct-facts").last).to_contain_text("2024/drie.txt")
    expect(page).to_have_url(re.compile("verzameling.*outcome=deviates.*pick="))
    assert wrongs(page) == []
    window.shoot("verzameling-bewering-nl-light")
    again = visit(url=corpus_server.url).open(page.url.removeprefix(corpus_server.url))
    expect(again.locator("blockquote mark")).to_have_text("745 duizend openstaande vacatures")


def test_a_row_clicked_chooses_what_is_listed(visit: Visitor, corpus_server: Served) -> None:
    window = visit(url=corpus_server.url)
    page = window.open("/verzameling?part=figures")
    window.choose_row(0)
    expect(page.get_by_role("heading", name="De beweringen")).to_be_visible()
    expect(page).to_have_url(re.compile("figure=[0-9a-f]{16}"))


def test_a_hostile_letter_of_the_folder_neither_restyles_nor_fetches(visit: Visitor, corpus_server: Served) -> None:
    window = visit(url=corpus_server.url)
    dialogs: list[str] = []
    window.page.on("dialog", lambda asked: (dialogs.append(asked.message), asked.dismiss()))
    for address in ("outcome=deviates", "part=figures", "part=sentences", "part=unread"):
        page = window.open(f"/verzameling?{address}")
        if address.startswith("outcome"):
            page.get_by_role("combobox", name="Bewering").click()
            page.keyboard.press("ArrowDown")
            page.keyboard.press("Enter")
            expect(page.locator("blockquote")).to_contain_text("<script>fetch(")
        assert page.locator(f"[src*='{made_corpus.TRAP}'], [href*='{made_corpus.TRAP}'], img[src='x']").count() == 0
        assert page.evaluate("getComputedStyle(document.body).display") == "block"
    assert dialogs == []


@pytest.mark.parametrize("width", [360, 768])
def test_it_fits_small_windows(visit: Visitor, corpus_server: Served, width: int) -> None:
    window = visit(width=width, height=800, url=corpus_server.url)
    for part in PARTS:
        page = window.open(f"/verzameling?part={part}")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        window.shoot(f"verzameling-{part}-{width}")


def test_a_server_without_a_folder_has_no_such_page(visit: Visitor, server: Served, tmp_path: Path) -> None:
    page = visit().open(f"/?corpus={tmp_path}")
    expect(page.get_by_role("link", name="Bronnen")).to_be_visible()
    expect(page.get_by_role("link", name="Verzameling")).to_have_count(0)
