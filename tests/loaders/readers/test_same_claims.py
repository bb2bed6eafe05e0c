"""The five letters as docx, odt, html and pdf: the same notes and the same claims as in the text they came from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import pipeline
from labour.model import Claim, Letter

ROOT = Path(__file__).resolve().parents[3]
MADE = ROOT / "tests" / "fixtures" / "letters"
#: notes that each letter has, counted by hand
NOTES = {
    "2015-11-24-kabinetsreactie-ser-advies": 19,
    "2024-11-agenda-werkend-nederland": 20,
    "2024-12-13-aanpak-arbeidsmarktkrapte": 83,
    "2026-05-26-reactie-ultimatum-fnv": 1,
    "2026-05-26-reactie-ultimatum-fnv.scan": 1,
}
NAMES = [path.stem for path in sorted((ROOT / "data" / "letters").glob("*.txt"))]


def said(claim: Claim) -> tuple[object, ...]:
    """What a claim says, apart from where it stands."""
    return (
        str(claim.value),
        claim.unit,
        claim.kind,
        claim.indicator,
        claim.period,
        claim.approx,
        str(claim.base_value),
        str(claim.end_value),
        claim.footnote,
    )


def words(letter: Letter, start: int, end: int) -> str:
    """A stretch of text without the white space and hyphens by which printed lines differ."""
    return re.sub(r"[\s-]", "", letter.text[max(0, start) : end])


@pytest.mark.parametrize("form", ["docx", "odt", "html", "pdf"])
@pytest.mark.parametrize("name", NAMES)
def test_a_letter_says_the_same_in_every_form(name: str, form: str) -> None:
    stored = pipeline.load_letter(ROOT / "data" / "letters" / f"{name}.txt")
    made = pipeline.load_letter(MADE / f"{name}.{form}", day=stored.day, precision=stored.precision)

    assert len(made.footnotes) == NOTES[name]
    assert [note.mark for note in made.footnotes] == [note.mark for note in stored.footnotes]
    for one, other in zip(made.footnotes, stored.footnotes, strict=True):
        assert one.anchor is not None and other.anchor is not None
        assert words(made, one.anchor - 30, one.anchor)[-15:] == words(stored, other.anchor - 30, other.anchor)[-15:]
        assert words(made, one.start, one.end) == words(stored, other.start, other.end)

    expected = [said(claim) for claim in pipeline.extract_claims(stored)]
    found = [said(claim) for claim in pipeline.extract_claims(made)]
    if form == "pdf":
        missing = [claim for claim in expected if claim not in found]
        assert len(missing) <= 0.03 * len(expected) and len(found) <= 1.03 * len(expected), missing
    else:
        assert found == expected


def test_pages_of_a_pdf_lead_back_to_the_page() -> None:
    letter = pipeline.load_letter(MADE / "2024-12-13-aanpak-arbeidsmarktkrapte.pdf")
    assert len(letter.pages) == 28 and list(letter.pages) == sorted(letter.pages)
    place = letter.text.index("In het derde kwartaal van 2024 waren er 106 vacatures")
    assert letter.page_at(place) == 14  # the page on which the annex opens


def test_head_and_signature_survive_the_form() -> None:
    letter = pipeline.load_letter(MADE / "2026-05-26-reactie-ultimatum-fnv.scan.pdf")
    assert (letter.reference, letter.title, str(letter.day)) == (
        "2026-0000185362",
        "Reactie brief ultimatum d.d. 11 mei 2026",
        "2026-05-26",
    )
    assert "Minister van Werk en Participatie (A.A. Aartsen)" in letter.sender
