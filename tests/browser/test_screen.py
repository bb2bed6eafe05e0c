"""The dashboard in a real Chromium: look, filter, click, choose by list, download, share the address, both languages and themes."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect
from serving import Served, serve
from visiting import Visit, Visitor, wrongs

PAGES = ("", "brief", "krapte", "sectoren", "bronnen")
LINKS = {"nl": ("Toets", "Brief", "Krapte", "Sectoren", "Bronnen"), "en": ("Check", "Letter", "Tension", "Sectors", "Sources")}
LETTER = "2024-12-13-aanpak-arbeidsmarktkrapte"

#: what the page's elements are called by a screen reader, in a tooltip or an empty field
SAID = """[...document.querySelectorAll('[aria-label],[title],[placeholder],[data-title],[alt]')]
  .flatMap(one => ['aria-label', 'title', 'placeholder', 'data-title', 'alt'].map(name => one.getAttribute(name))).filter(Boolean)"""
ENGLISH = re.compile(
    r"\b(show|search|fullscreen|help|close|select|choose|clear|add|remove|download|upload|skip|day|month|year|the|file|copy|start|end"
    r"|expand|collapse|sidebar|sort|press|required|navigate|page)\b",
    re.I,
)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_in_every_language_and_theme(visit: Visitor, language: str, theme: str) -> None:
    """From the menu: opens, is in its language, has no serious finding of axe; a screenshot of each is kept."""
    window = visit(theme=theme)
    page = window.open("/?lang=en" if language == "en" else "/")
    for name, link in zip(PAGES, LINKS[language], strict=True):
        if name:
            window.follow(link, f"/{name}")
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page).to_have_title(f"{link} · Cijfertoets")
        expect(page.get_by_test_id("stException")).to_have_count(0)
        assert wrongs(page, f"{name or 'toets'}-{language}-{theme}") == []
        if language == "nl":
            assert [said for said in page.evaluate(SAID) if ENGLISH.search(said)] == []
        window.shoot(f"{name or 'toets'}-{language}-{theme}")


def test_filter_click_a_row_choose_by_list_and_come_back_by_the_address(visit: Visitor) -> None:
    window = visit()
    page = window.open(f"/?letter={LETTER}")
    page.get_by_role("button", name=re.compile(r"^\d+ ✓ klopt$")).click()
    window.settle()
    expect(page).to_have_url(re.compile("verdict=supported"))
    window.choose_row(1)
    expect(page.locator("h2.ct-verdict")).to_contain_text("klopt")
    expect(page.get_by_test_id("stPlotlyChart").first).to_be_visible()
    expect(page).to_have_url(re.compile("claim="))
    first = page.url
    page.get_by_role("combobox", name="Bewering").click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(first)
    window.settle()
    second, quote = page.url, page.locator("blockquote mark").inner_text()
    window.shoot("toets-detail-nl-light")
    page.go_back()
    expect(page).to_have_url(first)
    again = visit()
    restored = again.open(second.removeprefix(again.url))
    expect(restored.locator("blockquote mark")).to_have_text(quote)
    expect(restored.get_by_role("combobox", name="Brief", exact=True)).to_have_value(re.compile("13 december 2024"))


def tab_to(page: Page, name: str, at_most: int = 40) -> None:
    """Press tab until what is called so, after an icon perhaps, has the focus."""
    for _ in range(at_most):
        page.keyboard.press("Tab")
        said = page.evaluate("(one => one.ariaLabel || one.innerText || '')(document.activeElement)")
        if re.search(rf"(^|\n){re.escape(name)}($|\s\()", said):
            return
    raise AssertionError(f"tab does not reach {name}")


def test_keyboard_alone_from_the_menu_to_a_claim_and_what_can_be_done_with_it(visit: Visitor) -> None:
    """With tab, arrows and enter: another page, back, a claim from the list in full, its picture's files and the form to change it."""
    window = visit()
    page = window.open(f"/krapte?letter={LETTER}")
    tab_to(page, "Toets")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Wat de brief zegt en wat het CBS publiceerde")
    window.settle()
    tab_to(page, "Bewering")
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    expect(page.locator("h2.ct-verdict")).to_be_visible()
    window.settle()
    tab_to(page, "Exporteer")
    tab_to(page, "Toon in de brief")
    tab_to(page, "Wijzig lezing of oordeel")
    page.keyboard.press("Enter")
    tab_to(page, "Waarom (verplicht)")
    page.keyboard.type("Met het toetsenbord")
    expect(page.get_by_label("Waarom (verplicht)")).to_have_value("Met het toetsenbord")


def test_the_language_changes_at_once_and_stays_in_the_address(visit: Visitor) -> None:
    window = visit()
    page = window.open(f"/brief?letter={LETTER}")
    page.get_by_text("English", exact=True).click()
    expect(page.locator("h1")).to_have_text("The letter with its figures marked")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page).to_have_url(re.compile("lang=en"))
    page.get_by_role("link", name="Tension").click()
    expect(page.locator("h1")).to_have_text("Tension on the labour market")
    window.settle()
    expect(page).to_have_url(re.compile("krapte.*lang=en"))
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_widgets_speak_dutch_too(visit: Visitor) -> None:
    """The words that Streamlit's own widgets print in English are mended on a Dutch page and left alone on an English one."""
    page = visit().open("/")
    page.get_by_test_id("stDataFrame").first.hover()
    expect(page.get_by_role("button", name=re.compile("^Zoeken")).first).to_be_attached()
    expect(page.get_by_role("button", name=re.compile("^(Search|Fullscreen|Help for)"))).to_have_count(0)
    page.get_by_role("button", name="Eigen brief").click()
    uploader = page.get_by_test_id("stFileUploader")
    expect(uploader).to_contain_text("bestand")
    expect(uploader).not_to_contain_text(re.compile("Upload|per file|Browse"))
    day = page.get_by_test_id("stDateInputField").first
    expect(day).to_contain_text("jjjj")
    expect(day.get_by_role("spinbutton").last).to_have_attribute("aria-valuetext", "leeg")
    english = visit().open("/?lang=en")
    english.get_by_role("button", name="Own letter").click()
    expect(english.get_by_test_id("stFileUploader")).to_contain_text("Upload")
    expect(english.get_by_test_id("stDateInputField").first).to_contain_text("yyyy")


def is_png(content: bytes, least: tuple[int, int]) -> None:
    image = Image.open(io.BytesIO(content))
    assert image.format == "PNG" and image.width >= least[0] and image.height >= least[1]
    colours = image.convert("RGB").resize((200, 112)).getcolors(maxcolors=30000)
    assert colours and len(colours) > 20  # a drawn picture, not an empty sheet


def server_png(page: Page) -> Locator:
    """The button below the first picture; the one inside the picture is called PNG as well, and is the browser's own."""
    return page.get_by_test_id("stDownloadButton").filter(has_text="PNG").first.get_by_role("button")


def test_a_picture_is_downloaded_from_the_server_and_from_the_page(visit: Visitor) -> None:
    window = visit()
    page = window.open("/krapte")
    with page.expect_download(timeout=60_000) as made:
        server_png(page).click()
    assert re.fullmatch(r"cijfertoets_krapte_[\w-]+\.png", made.value.suggested_filename)
    is_png(Path(made.value.path()).read_bytes(), (1600, 900))
    chart = page.get_by_test_id("stPlotlyChart").first
    chart.hover()
    with page.expect_download() as drawn:
        chart.locator("[data-title='Sla op als PNG']").click()
    is_png(Path(drawn.value.path()).read_bytes(), (1600, 900))


def test_without_chrome_on_the_server_the_page_says_so_and_the_browser_draws_it(visit: Visitor, tmp_path: Path) -> None:
    served = serve(tmp_path, BROWSER_PATH="/nergens/chrome")
    try:
        page = visit(url=served.url).open("/krapte")
        server_png(page).click()
        expect(page.get_by_test_id("stDownloadButtonError")).to_contain_text("bij een figuur werkt het camera-icoon ook zonder server")
        chart = page.get_by_test_id("stPlotlyChart").first
        chart.hover()
        with page.expect_download() as drawn:
            chart.locator("[data-title='Sla op als PNG']").click()
        is_png(Path(drawn.value.path()).read_bytes(), (1600, 900))
    finally:
        served.stop()


def test_exports_hold_what_is_filtered(visit: Visitor) -> None:
    page = visit().open(f"/?letter={LETTER}&verdict=supported")
    page.get_by_role("button", name=re.compile("^Exporteer")).click()
    with page.expect_download() as made:
        page.get_by_role("button", name="CSV").click()
    lines = Path(made.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert made.value.suggested_filename == f"cijfertoets_{LETTER}.csv"
    assert len(lines) > 3 and all("✓ klopt" in line for line in lines[1:])


def test_marks_and_rows_lead_to_each_other(visit: Visitor) -> None:
    page = visit().open(f"/brief?letter={LETTER}")
    mark = page.locator("#plaats-3")
    mark.click()
    expect(page).to_have_url(re.compile("#rij-3$"))
    expect(page.locator("#rij-3")).to_be_in_viewport()
    page.locator("#rij-3 a").click()
    expect(page.locator("#plaats-3")).to_be_in_viewport()


@pytest.mark.parametrize("name", PAGES)
def test_small_windows_show_everything_without_sideways_scrolling(visit: Visitor, name: str) -> None:
    """320 pixels, the narrowest telephone; 640, a laptop's window enlarged to 200 %."""
    window = visit(width=320, height=700)
    for width in (320, 640):
        window.page.set_viewport_size({"width": width, "height": 700})
        page = window.open(f"/{name}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
        for one in (page.get_by_test_id("stMainMenu"), page.get_by_test_id("stExpandSidebarButton")):
            box = one.bounding_box()
            assert width >= 640 or (box and box["x"] + box["width"] <= width)  # menu and pages stay within reach
        assert [said for said in page.evaluate(SAID) if ENGLISH.search(said)] == []
        window.shoot(f"{name or 'toets'}-nl-light-{width}")


def test_the_past_as_it_was_known(visit: Visitor) -> None:
    window = visit()
    page = window.open("/krapte")
    now = page.get_by_test_id("stText").nth(1).inner_text()
    page.get_by_role("button", name="Wat wist men op 13 december 2024?").click()
    window.settle()
    expect(page).to_have_url(re.compile("asof=2024-12-13"))
    expect(page.get_by_test_id("stText").nth(1)).not_to_have_text(now)


def give(window: Visit, name: str, text: str) -> Page:
    page = window.open("/")
    page.get_by_role("button", name="Eigen brief").click()
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/plain", "buffer": text.encode()})
    page.get_by_role("button", name="Toets deze brief").click()
    expect(page.get_by_role("combobox", name="Brief", exact=True)).not_to_have_value(re.compile("^Alle brieven"))
    page.keyboard.press("Escape")
    window.settle()
    return page


HOSTILE = """Kop <img src="{trap}/a.png"> <script>fetch("{trap}/b")</script> <style>@import "{trap}/c.css"; body {{ display: none }}</style>
<svg onload="location='{trap}/d'"></svg> <iframe src="{trap}/e"></iframe> <link rel=stylesheet href="{trap}/f.css"> <base href="{trap}/">

![beeld]({trap}/g.png) [klik]({trap}/h) **vet** # kop :red[rood] $x$ <details open ontoggle=alert(1)>

In het derde kwartaal van 2024 waren er 406 duizend vacatures <b onmouseover=alert(2)>hier</b>.\u202e
In 2023 waren er 9,7 miljoen werkenden\u202c ![x]({trap}/i.png).
=HYPERLINK("{trap}/j") was 3,7 procent <a href="javascript:alert(3)">klik</a>."""


def test_a_hostile_letter_neither_restyles_nor_fetches(visit: Visitor, server: Served) -> None:
    """Whatever a letter or its file's name holds is shown as text, on every page, in tables, lists, marks and hover texts."""
    trap = "http://127.0.0.1:9"
    window = visit()
    dialogs: list[str] = []
    window.page.on("dialog", lambda asked: (dialogs.append(asked.message), asked.dismiss()))
    page = give(window, "<img src=x onerror=alert(4)> ![b](x) [k](x) **v**.txt", HOSTILE.format(trap=trap))
    window.choose_claim(1)
    for link in ("Brief", "Krapte", "Sectoren"):
        window.follow(link, rf"/{link.lower()}\?letter=eigen-1$")
        if link == "Brief":
            expect(page.locator(".ct-letter")).to_contain_text('<script>fetch("')
            assert page.locator(".ct-letter :is(img, script, style, svg, iframe, link, base, b, details)").count() == 0
            assert page.locator(f"[src*='{trap}'], [href*='{trap}']").count() == 0
            window.shoot("brief-vijandig")
    assert page.evaluate("getComputedStyle(document.body).display") == "block"
    assert page.locator("img[src='x']").count() == 0
    assert dialogs == []
    assert not [path for path in server.state.rglob("*") if path.is_file() and b"kwartaal van 2024 waren" in path.read_bytes()]


def test_the_server_survives_and_says_what_it_cannot_read(visit: Visitor) -> None:
    window = visit()
    page = window.open("/")
    page.get_by_role("button", name="Eigen brief").click()
    page.locator("input[type=file]").set_input_files(
        {"name": "bom.docx", "mimeType": "application/octet-stream", "buffer": b"PK\x03\x04" + b"\0" * 300}
    )
    page.get_by_role("button", name="Toets deze brief").click()
    expect(page.get_by_test_id("stAlert").filter(has_text="bom.docx: het bestand is beschadigd.").first).to_be_visible()
    expect(page.get_by_test_id("stException")).to_have_count(0)
