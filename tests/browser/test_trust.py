"""From every number to its source, and a letter of one's own: what a reader does before quoting a figure, in a real Chromium."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from playwright.sync_api import Locator, Page, expect
from serving import Served
from test_screen import LETTER, is_png
from visiting import Visit, Visitor, wrongs

TEXT = """Den Haag, 5 maart 2026

In het derde kwartaal van 2024 was de netto arbeidsparticipatie 73,1 procent. In het tweede kwartaal van 2024 was de netto
arbeidsparticipatie 75,4 procent. Wij verwachten in 2033 een tekort van 42.000 medewerkers in de kinderopvang. In het vierde
kwartaal van 2021 waren er 106 vacatures per 100 werklozen."""


def docx(text: str) -> bytes:
    """A Word file with a paragraph per line."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in re.sub(r"(?<!\n)\n(?!\n)", " ", text).split("\n\n"))
    whole = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("_rels/.rels", f'<Relationships><Relationship Id="r1" Type="{whole}" Target="word/document.xml"/></Relationships>')
        file.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
    return packed.getvalue()


def click(mark: Locator) -> None:
    """Click the middle of a mark in a picture, as a hand would: Plotly's own layer lies over it."""
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box
    mark.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    mark.page.wait_for_timeout(300)
    mark.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_a_mark_leads_to_its_cell_and_to_the_claim_on_it(visit: Visitor) -> None:
    window = visit()
    page = window.open("/krapte")
    chart = page.get_by_test_id("stPlotlyChart").first
    click(chart.locator(".scatterlayer .trace .points path").last)
    origin = page.locator("[class*='st-key-origin_']")
    expect(origin).to_contain_text("Waar dit getal vandaan komt")
    expect(origin.get_by_test_id("stDataFrame")).to_be_visible()
    expect(origin).to_contain_text("106 vacatures op 100 werklozen")
    origin.get_by_role("button", name="Bekijk deze bewering").click()
    expect(page.locator("h2.ct-verdict")).to_contain_text("klopt")
    expect(page).to_have_url(re.compile(rf"letter={LETTER}.*claim={LETTER}"))


def test_every_count_and_every_reason_leads_to_its_claims(visit: Visitor) -> None:
    window = visit()
    page = window.open(f"/?letter={LETTER}")
    whole = page.get_by_text(re.compile(r"^\d+ van \d+ beweringen"))
    for name in (r"^(\d+) \? niet te toetsen$", r"^(\d+) verwachting$"):
        button = page.get_by_role("button", name=re.compile(name))
        number = re.match(name, button.inner_text().replace("\n", " ").strip())
        button.click()
        window.settle()
        assert number
        expect(whole).to_have_text(re.compile(rf"^{number[1]} van "))
    expect(page).to_have_url(re.compile("reason=forecast"))
    page.get_by_role("button", name=re.compile(r"^\d+ beweringen =$")).click()
    window.settle()
    expect(whole).to_have_text(re.compile(r"^(\d+) van \1 "))


def give_word_file(window: Visit) -> Page:
    page = window.open("/")
    page.get_by_role("button", name="Eigen brief").click()
    page.locator("input[type=file]").set_input_files({"name": "nota.docx", "mimeType": "application/octet-stream", "buffer": docx(TEXT)})
    page.get_by_role("button", name="Toets deze brief").click()
    expect(page.get_by_role("combobox", name="Brief", exact=True)).to_have_value(re.compile("nota"))
    page.keyboard.press("Escape")
    window.settle()
    return page


def test_a_word_file_of_ones_own_is_judged_changed_reported_and_shared_with_nobody(visit: Visitor, server: Served) -> None:
    window = visit()
    page = give_word_file(window)
    for count, verdict in ((2, "✓ klopt"), (1, "✗ wijkt af"), (1, "? niet te toetsen")):
        expect(page.get_by_role("button", name=re.compile(rf"^{count} {re.escape(verdict)}$"))).to_be_visible()
    window.choose_row(0)
    expect(page.locator("h2.ct-verdict")).to_contain_text("wijkt af")
    expect(page.locator("dl.ct-facts")).to_contain_text("73,4%")
    expect(page.get_by_role("link", name=re.compile("^CBS StatLine 85224NED"))).to_have_attribute(
        "href", re.compile("^https://opendata.cbs.nl/")
    )
    page.get_by_text("Meld een fout").click()
    expect(page.get_by_test_id("stCode")).to_contain_text("75,4 procent")
    page.get_by_text("Wijzig lezing of oordeel").click()
    page.get_by_label("Periode", exact=True).fill("2024KW03")
    page.get_by_label("Waarom (verplicht)").fill("Het derde kwartaal is bedoeld.")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Oordeel van het programma in uw lezing: ✗ wijkt af")).to_be_visible()
    assert wrongs(page) == []
    assert not [path for path in server.state.rglob("*") if path.is_file() and b"derde kwartaal is bedoeld" in path.read_bytes()]
    other = visit()
    stranger = other.open(page.url.removeprefix(other.url))
    expect(stranger.get_by_text("Die brief is niet gedeeld")).to_be_visible()
    expect(stranger.locator("body")).not_to_contain_text("nota")
    page.get_by_role("link", name="Krapte").click()
    window.settle()
    chart = page.get_by_test_id("stPlotlyChart").first
    expect(chart).to_contain_text("nota")
    chart.hover()
    with page.expect_download() as drawn:
        chart.locator("[data-title='Sla op als PNG']").click()
    is_png(Path(drawn.value.path()).read_bytes(), (1600, 900))


def test_a_pasted_text_without_checkable_figures_says_so_once(visit: Visitor) -> None:
    window = visit()
    page = window.open("/")
    page.get_by_role("button", name="Eigen brief").click()
    page.get_by_label("Of plak de tekst").fill(
        "Den Haag, 5 maart 2026\n\nIn 2033 verwachten wij een tekort van 42.000 mensen in de kinderopvang."
    )
    page.get_by_role("button", name="Toets deze brief").click()
    expect(page.get_by_text("geen daarvan is aan CBS-cijfers te toetsen")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile(r"^1 \? niet te toetsen$"))).to_be_attached()
    page.keyboard.press("Escape")
    window.settle()
    window.choose_row(0)
    expect(page.locator("blockquote mark")).to_contain_text("42.000")
    said = page.get_by_test_id("stText").filter(has_text="Dit is een verwachting; die is niet te toetsen aan waarnemingen.")
    expect(said).to_have_count(1)  # beside the report to send, which says it too


def test_letters_beside_each_other_and_a_search_lead_to_their_claims(visit: Visitor) -> None:
    window = visit()
    page = window.open(f"/brief?letter={LETTER}&view=beside")
    expect(page.get_by_role("combobox", name="Andere brief")).to_have_value(re.compile("november 2024.*gedeeld"))
    page.locator("#links-0").click()
    expect(page.locator("#rechts-0")).to_be_in_viewport()
    window.shoot("brief-naast-elkaar-nl-light")
    page = window.open("/brief?view=search&about=net_participation")
    window.choose_row(0)
    expect(page.get_by_role("combobox", name="Bekijk een bewering met alle cijfers")).to_have_value(re.compile("73,4%"))
    page.get_by_role("button", name="Open de bewering").click()
    expect(page.locator("blockquote mark")).to_have_text("73,4%")


def test_a_sector_and_a_table_open_to_what_lies_below(visit: Visitor) -> None:
    window = visit()
    page = window.open("/sectoren?sector=Q")
    expect(page.get_by_test_id("stPlotlyChart").nth(1)).to_contain_text("Gezondheids- en welzijnszorg")
    expect(page).to_have_url(re.compile("sector=Q"))
    page = window.open("/bronnen")
    window.choose_row(0)
    expect(page.get_by_text(re.compile(r"^\d+ reeksen van tabel"))).to_be_visible()
    expect(page).to_have_url(re.compile("table="))
