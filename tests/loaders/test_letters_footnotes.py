"""Footnotes in the three text forms: every note, where its mark stands, and where its own words begin and end."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from loaders.footnotes import find_footnotes

LETTERS = Path(__file__).resolve().parents[2] / "data" / "letters"


def stored(name: str) -> str:
    return (LETTERS / f"{name}.txt").read_bytes().decode("utf-8")


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("2024-12-13-aanpak-arbeidsmarktkrapte", 83),
        ("2024-11-agenda-werkend-nederland", 20),
        ("2015-11-24-kabinetsreactie-ser-advies", 19),
        ("2026-05-26-reactie-ultimatum-fnv", 1),
        ("2026-05-26-reactie-ultimatum-fnv.scan", 1),
    ],
)
def test_every_note_of_the_letters_has_its_mark(name: str, count: int) -> None:
    text = stored(name)
    notes = find_footnotes(text)
    assert [note.mark for note in notes] == [str(number) for number in range(1, count + 1)]
    for note in notes:
        assert note.anchor is not None and note.anchor < note.start < note.end
        signs = (f"[footnoteRef:{note.mark}]", f"<sup>{note.mark}</sup>", note.mark)
        assert text[note.anchor :].startswith(signs)
        assert text[note.start : note.end].strip() == text[note.start : note.end]


@pytest.mark.parametrize(
    ("name", "mark", "before", "begins", "ends"),
    [
        # two lines and more, broken words, a blank line within a note, notes close together
        ("2015-11-24-kabinetsreactie-ser-advies", "6", "te \nbegeleiden", "Zie Kamerbrief voortgang", "nr. 84)"),
        ("2015-11-24-kabinetsreactie-ser-advies", "7", "10 november 2015)", "Kamerstuk 33 566, nr. 83", "nr. 83"),
        ("2015-11-24-kabinetsreactie-ser-advies", "9", "uitkeringslasten", "Het gaat hier om", "loop van 2016."),
        ("2015-11-24-kabinetsreactie-ser-advies", "11", "massaontslagen", "In 2011 is de aanpak", "van \n\nUWV."),
        ("2015-11-24-kabinetsreactie-ser-advies", "12", "cao van de NS", "De cao van de NS", "inzetbaarheid."),
        ("2015-11-24-kabinetsreactie-ser-advies", "18", "10 miljoen \neuro", "Het kabinet zal", "van de \npilots."),
        ("2024-12-13-aanpak-arbeidsmarktkrapte", "16", "in deeltijd gewerkt", "In het derde kwartaal van 2024", "‘Werkenden’)"),
        ("2024-12-13-aanpak-arbeidsmarktkrapte", "48", "te plank blijven liggen", "Zie 17e Studiegroep", "(link)."),  # runs over a line
        ("2026-05-26-reactie-ultimatum-fnv.scan", "1", "wetsvoorstel", "Hiermee geeft het kabinet", "36848, nr. 57."),
    ],
)
def test_where_a_note_stands(name: str, mark: str, before: str, begins: str, ends: str) -> None:
    text = stored(name)
    note = next(note for note in find_footnotes(text) if note.mark == mark)
    assert note.anchor is not None and text[: note.anchor].endswith(before)
    assert text[note.start :].startswith(begins) and text[: note.end].endswith(ends)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("Geen noten, wel 3 plannen en m2 en CO2.", []),
        ("Een lijst:\n\n1 eerste\n2 tweede\n", []),  # numbers at line starts without marks are a list
        ("Zie a[footnoteRef:1]. [1:  een [link] erin] Verder", [("1", "een [link] erin")]),
        ("Los.[footnoteRef:1] [1:  nooit gesloten\nVerder", [("1", "nooit gesloten")]),
        ("Zie[^a] en[^b].\n\n[^a]: eerste\n[^b]: tweede\n", [("a", "eerste"), ("b", "tweede")]),
        ("m<sup>2</sup> en zo<sup>1</sup>\n\n---\n<sup>1</sup> de noot", [("1", "de noot")]),
        # pages that count for themselves: each note belongs to the nearest mark before it
        ("a<sup>1</sup>\n\n<sup>1</sup> een\n\nb<sup>1</sup>\n\n<sup>1</sup> twee", [("1", "een"), ("1", "twee")]),
        ("Zoals bekend1 en 2,9 miljard2.\n\n1 Kamerstuk 1.\n2 Kamerstuk 2.\n", [("1", "Kamerstuk 1."), ("2", "Kamerstuk 2.")]),
        ("In 20131 en verder2.\n\n1 Een.\n\n2 Twee.", [("1", "Een."), ("2", "Twee.")]),  # a mark glued to a year
        ("De noot staat er niet[footnoteRef:1].", []),
        ("Afgebroken[footnoteRef:1]. [1:\nZie de brief.] Verder", [("1", "Zie de brief.")]),  # a line of a pdf ended there
        ("Afgebroken[footnoteRef:1]. [1: \r\nZie de brief.] Verder", [("1", "Zie de brief.")]),
    ],
)
def test_forms(text: str, found: list[tuple[str, str]]) -> None:
    assert [(note.mark, text[note.start : note.end]) for note in find_footnotes(text)] == found


def test_notes_of_equal_marks_keep_their_own_anchor() -> None:
    text = "a<sup>1</sup>\n\n<sup>1</sup> een\n\nb<sup>1</sup>\n\n<sup>1</sup> twee"
    assert [note.anchor for note in find_footnotes(text)] == [1, text.index("b<") + 1]


def test_a_note_without_a_mark_in_the_text_has_no_anchor() -> None:
    assert [note.anchor for note in find_footnotes("a[footnoteRef:1] [1:  een] [2:  twee]")] == [1, None]


@pytest.mark.parametrize("piece", ["[footnoteRef:1][1:  ", "2 x\n", "\n\n2 x", "<sup>1</sup>\n", "[", "\n1 a1\n\n", "9", "\t", "\n"])
def test_the_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    began = time.monotonic()
    find_footnotes("1 x\n\na1" + piece * (300_000 // len(piece)))
    assert time.monotonic() - began < 3
