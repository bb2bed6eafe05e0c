"""Where a letter says it has a figure from: the sentence itself, or the footnote it calls, also when that leads to an earlier one."""

from __future__ import annotations

from typing import Any

import pytest

from claims.extract import extract_claims
from labour.model import Claim, Letter
from loaders.footnotes import find_footnotes
from tests.claims.notation import DAY, lexicon, reads

NAMED: list[Any] = [
    ("Volgens het CBS stonden er 401 duizend vacatures open.", "401000 vacancies source=CBS"),
    ("Uit cijfers van het CBS blijkt dat er 401 duizend vacatures openstonden.", "401000 vacancies source=CBS"),
    ("Er stonden 401 duizend vacatures open (CBS, 2024).", "401000 vacancies source=CBS"),
    ("Er stonden 401 duizend vacatures open (bron: CBS StatLine).", "401000 vacancies source=CBS"),
    ("Volgens het Centraal Bureau voor de Statistiek stonden er 401 duizend vacatures open.", "401000 vacancies source=CBS"),
    ("UWV verwacht 10.000 extra banen.", "10000 jobs source=UWV"),
    ("Het CPB raamt de werkloosheid op 4,1 procent.", "4.1 percent source=CPB"),
    ("Volgens DNB groeien de lonen met 5 procent.", "5 percent source=DNB"),
    ("Volgens onderzoek van TNO heeft 40 procent van de werkgevers tekorten.", "40 percent source=TNO"),
    ("Volgens Eurostat was de werkloosheid in de EU 5,9 procent.", "5.9 percent source=Eurostat"),
    ("Volgens het SCP werkt 60 procent van de vrouwen in deeltijd.", "60 percent source=SCP"),
    ("Er stonden 401 duizend vacatures open.", "401000 vacancies source=-"),
    # the name inside another word is none
    ("De serieuze krapte kost 5.000 banen.", "5000 jobs source=-"),
    ("De observatie geldt voor 5.000 banen.", "5000 jobs source=-"),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_sources_named_in_the_sentence(text: str, expected: str) -> None:
    reads(text, expected)


def tika(body: str, notes: list[str]) -> str:
    """The letter as a docx reader prints it: [footnoteRef:n], the notes in brackets behind their paragraph."""
    for mark in range(1, len(notes) + 1):
        body = body.replace(f"^{mark}^", f"[footnoteRef:{mark}]")
    return body + "".join(f" [{mark}:  {note} ] \n" for mark, note in enumerate(notes, 1))


def markdown(body: str, notes: list[str]) -> str:
    for mark in range(1, len(notes) + 1):
        body = body.replace(f"^{mark}^", f"<sup>{mark}</sup>")
    return body + "\n\n" + "".join(f"<sup>{mark}</sup> {note}\n" for mark, note in enumerate(notes, 1))


def glued(body: str, notes: list[str]) -> str:
    """The letter as text from a pdf: marks glued to a word, notes at page foot."""
    for mark in range(1, len(notes) + 1):
        body = body.replace(f"^{mark}^", str(mark))
    return body + "\n\n" + "".join(f"{mark} {note}\n" for mark, note in enumerate(notes, 1))


def read(text: str) -> list[Claim]:
    return extract_claims(Letter(name="brief", text=text, day=DAY, precision="day", footnotes=find_footnotes(text)), lexicon())


VACANCIES, UNEMPLOYED = "Er stonden 401 duizend vacatures open", "Er waren 374 duizend werklozen"

#: body with ^n^ for a mark, the notes, and (value, source, note) of each claim
NOTED: list[Any] = [
    (f"{VACANCIES}.^1^ Dat is veel.", ["CBS StatLine, tabel 80472ned."], [("401000", "CBS", "1")]),
    (f"{VACANCIES}^1^. Dat is veel.", ["CBS, Openstaande vacatures, geraadpleegd op 2 december 2024."], [("401000", "CBS", "1")]),
    (f"{VACANCIES},^1^ zo blijkt.", ["UWV (2024). Regio in Beeld."], [("401000", "UWV", "1")]),
    (
        f"{VACANCIES}.^1^ {UNEMPLOYED}.^2^",
        ["CBS StatLine, vacatures.", "UWV, Arbeidsmarktprognose 2024."],
        [("401000", "CBS", "1"), ("374000", "UWV", "2")],
    ),
    (
        f"{VACANCIES}.^1^ {UNEMPLOYED}.^2^",
        ["CBS StatLine, vacatures.", "Zie vorige voetnoot."],
        [("401000", "CBS", "1"), ("374000", "CBS", "2")],
    ),
    (
        f"{VACANCIES}.^1^ {UNEMPLOYED}.^2^",
        ["CBS StatLine, vacatures.", "Ibid."],
        [("401000", "CBS", "1"), ("374000", "CBS", "2")],
    ),
    (
        f"{VACANCIES}.^1^ {UNEMPLOYED}.^2^ De werkloosheid was 3,7 procent.^3^",
        ["CBS StatLine, vacatures.", "Ibid.", "Zie vorige noot."],
        [("401000", "CBS", "1"), ("374000", "CBS", "2"), ("3.7", "CBS", "3")],
    ),
    (
        f"{VACANCIES}.^1^ {UNEMPLOYED}.^2^ De werkloosheid was 3,7 procent.^3^",
        ["CBS StatLine, vacatures.", "UWV, Arbeidsmarktprognose 2024.", "Zie noot 1."],
        [("401000", "CBS", "1"), ("374000", "UWV", "2"), ("3.7", "CBS", "3")],
    ),
    # a sentence that names its source does not take that of its note
    ("Volgens UWV waren er 374 duizend werkzoekenden.^1^ Dat is veel.", ["CBS StatLine."], [("374000", "UWV", "1")]),
    # two figures of one sentence, each with its own note
    (
        "Er stonden 401 duizend vacatures open^1^ en er waren 374 duizend werklozen.^2^",
        ["CBS StatLine, vacatures.", "UWV, Arbeidsmarktprognose 2024."],
        [("401000", "CBS", "1"), ("374000", "UWV", "2")],
    ),
    # a note without a source leaves it open
    (f"{VACANCIES}.^1^ Dat is veel.", ["Afgerond op duizendtallen."], [("401000", None, "1")]),
    # the next sentence has no note and no source
    (f"{VACANCIES}.^1^ {UNEMPLOYED}.", ["CBS StatLine, vacatures."], [("401000", "CBS", "1"), ("374000", None, None)]),
]


CASES = [
    pytest.param(
        *case, form, id=f"{form.__name__}-{number}"
    )
    for form in (tika, markdown, glued)
    for number, case in enumerate(NOTED)
]  # fmt: skip


@pytest.mark.parametrize(("body", "notes", "expected", "form"), CASES)
def test_sources_of_footnotes(body: str, notes: list[str], expected: list[tuple[str, str | None, str | None]], form: Any) -> None:
    text = form(body, notes)
    wanted = {number for number, *_ in expected}
    found = [(str(c.value), c.stated_source, c.footnote) for c in read(text) if str(c.value) in wanted]
    assert found == expected


def test_figures_in_a_note_are_claims_of_their_own() -> None:
    text = tika(f"{VACANCIES}.^1^ Dat is veel.", ["CBS StatLine: een jaar eerder waren er 416 duizend vacatures."])
    assert [(str(c.value), c.stated_source) for c in read(text)] == [("401000", "CBS"), ("416000", "CBS")]
    assert all(text[c.start : c.end] == c.quote for c in read(text))


def test_notes_that_start_again_on_each_page() -> None:
    page = "{}.<sup>1</sup>\n\n<sup>1</sup> {}\n\n"
    text = page.format(VACANCIES, "CBS StatLine, vacatures.") + page.format(UNEMPLOYED, "UWV, Arbeidsmarktprognose 2024.")
    assert [(str(c.value), c.stated_source) for c in read(text)] == [("401000", "CBS"), ("374000", "UWV")]


def test_notes_that_lead_in_a_circle_end() -> None:
    text = tika(f"{VACANCIES}.^1^ Dat is veel.", ["Zie vorige voetnoot."])
    assert [(str(c.value), c.stated_source) for c in read(text)] == [("401000", None)]
