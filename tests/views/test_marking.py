"""Letter text on screen: every character is text, every mark is where the claim is, whatever the letter holds."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as some

from labour.model import Letter
from labour.unseen import seen
from views.marking import Mark, letter_html, marked, paragraph_around, safe

OURS = re.compile(r'</?(?:mark|a|span|p|div|sup|table|tr|th|td)(?: (?:class|id|href|lang|aria-label|scope)="[^"<>]*")*>')


def bare(html: str) -> str:
    """What a reader sees of the letter itself: our labels and tags away, entities as characters."""
    return unescape(OURS.sub("", re.sub(r'<(a|span) class="ct-label[^>]*>.*?</\1>', "", html)))


HOSTILE = [
    "<script>alert(1)</script>",
    '<img src="https://example.org/a.png" onerror="alert(1)">',
    "</p></div><style>body{display:none}</style>",
    "[link](javascript:alert(1)) ![beeld](https://example.org/a.png)",
    "&lt;b&gt; &#60;i&#62; &amp;",
    '" onmouseover="alert(1)" \'',
    "$$\\text{x}$$ :red[rood] :material/delete:",
    '<mark class="ct-mark">namaak</mark>',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    html = letter_html(
        Letter("x", f"Er waren {text} en 445 duizend vacatures."), [Mark(3, 9, "supported", "✓ klopt", "plaats-1", "rij-1", text)]
    )
    assert OURS.sub("", html).count("<") == 0
    assert seen(text) in bare(html)


@given(
    some.text(max_size=200),
    some.lists(some.tuples(some.integers(0, 200), some.integers(1, 40), some.booleans()), max_size=6),
)
def test_marks_change_no_character(text: str, places: list[tuple[int, int, bool]]) -> None:
    """Marks may overlap, nest, touch or run past the end: the letter's characters all stay, once and in order."""
    marks = [Mark(start, start + size, "deviates", "✗ wijkt af" if said else "") for start, size, said in places]
    html = marked(text, marks)
    assert bare(html) == seen(text)
    assert OURS.sub("", html).count("<") == 0


def test_a_mark_stands_at_its_claim_and_leads_to_its_row() -> None:
    html = marked("waren er 445 duizend vacatures in", [Mark(9, 20, "supported", "✓ klopt", "plaats-1", "rij-1", "✓ klopt; ga")])
    assert '<mark class="ct-mark ct-supported">445 duizend</mark><a class="ct-label ct-supported" id="plaats-1" href="#rij-1"' in html
    assert 'aria-label="✓ klopt; ga">✓ klopt</a>' in html


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("66\u200b,0", "66,0"),  # a zero-width space inside a number
        ("\u202e0,66\u202c", "0,66"),  # reads as 66,0 where the direction is turned
        ("a\u2066b\u2069c\u00ad", "abc"),
        ("bel\x07 en\x1b[31m", "bel en[31m"),
    ],
)
def test_unseen_characters_are_not_shown(text: str, shown: str) -> None:
    assert seen(text) == shown
    assert safe(text) == shown


TWO = "Eerste alinea.\n\nTweede alinea met 445 duizend vacatures erin.\nDerde alinea van één regel.\n\nVierde."
WRAPPED = """Kop

De regels van deze alinea zijn afgebroken door de breedte
van de pagina, zodat 445 duizend vacatures in het midden
staan van drie regels.

Slot"""


@pytest.mark.parametrize(
    ("text", "paragraph"),
    [
        (TWO, "Tweede alinea met 445 duizend vacatures erin."),
        (WRAPPED, WRAPPED.split("\n\n")[1]),
        ("445 duizend", "445 duizend"),
        ("x" * 2000 + " 445 duizend " + "y" * 2000, "x" * 599 + " 445 duizend " + "y" * 599),
    ],
)
def test_the_paragraph_around_a_claim(text: str, paragraph: str) -> None:
    at = text.index("445 duizend")
    start, end = paragraph_around(text, at, at + 11)
    assert text[start:end].strip() == paragraph


def test_what_a_word_file_left_is_shown_as_the_note_mark_it_was() -> None:
    html = letter_html(Letter("x", "[bookmark: _Hlk1]De motie Podt[footnoteRef:1]. [1: Kamerstukken II]"), [])
    assert "De motie Podt<sup>1</sup>. [1: Kamerstukken II]" in html
    assert "bookmark" not in html


TABLE = "Zie de tabel.\nJaar\t2024\t2025\nWerklozen (x 1.000)\t373\t396\nBron: CBS"


def test_a_table_stays_a_table_with_its_marks_in_their_cells() -> None:
    at = TABLE.index("396")
    html = letter_html(Letter("x", TABLE), [Mark(at, at + 3, "deviates", "✗ wijkt af", "plaats-1", "rij-1")])
    assert '<tr><th scope="col">Jaar</th><th scope="col">2024</th><th scope="col">2025</th></tr>' in html
    assert '<td>373</td><td><mark class="ct-mark ct-deviates">396</mark><a class="ct-label ct-deviates" id="plaats-1"' in html
    assert '<p class="ct-lines">Zie de tabel.</p>' in html and '<p class="ct-lines">Bron: CBS</p>' in html


@pytest.mark.parametrize("text", ["Datum\t5 maart 2026", "Datum\t5 maart 2026\nGeachte leden,", "Een\ttwee\nEen\ttwee\tdrie"])
def test_lines_with_tabs_that_make_no_rows_stay_lines(text: str) -> None:
    assert "<table>" not in letter_html(Letter("x", text), [])


def test_a_mark_over_two_cells_has_one_label() -> None:
    html = letter_html(Letter("x", "a\tb\nc\td"), [Mark(4, 7, "supported", "✓ klopt", "plaats-1", "rij-1")])
    assert html.count('id="plaats-1"') == 1


def test_a_small_table_is_quoted_whole_and_a_long_one_by_its_row() -> None:
    at = TABLE.index("396")
    assert TABLE[slice(*paragraph_around(TABLE, at, at + 3))] == "Jaar\t2024\t2025\nWerklozen (x 1.000)\t373\t396"
    long = "\n".join(f"regel {number}\t{number}" for number in range(200))
    at = long.index("regel 100")
    assert long[slice(*paragraph_around(long, at, at + 5))] == "regel 100\t100"
