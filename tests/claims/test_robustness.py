"""Whatever the text looks like: no error, quotes to the letter, the same outcome twice, and the same claims in another dress."""

from __future__ import annotations

import random
import re
import textwrap
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extract import account, extract_claims
from labour.model import HEDGES, KINDS, UNITS, Claim, Letter
from loaders.footnotes import find_footnotes
from tests.claims.notation import DATA, DAY, lexicon
from tests.claims.test_account import PIECES

LETTER = """\
Geachte voorzitter,

Met deze brief informeren wij u over de arbeidsmarkt. In het derde kwartaal van 2024 stonden er 401 duizend vacatures open. Dat waren er 15 duizend minder dan een jaar eerder. Tegenover elke 100 werklozen stonden 108 vacatures. De spanning op de arbeidsmarkt is daarmee voor het twaalfde kwartaal op rij hoger dan 100.

In november 2024 waren er volgens het CBS 374.000 werklozen. De werkloosheid bedroeg 3,7 procent van de beroepsbevolking. Een jaar eerder waren dat er 359.000, oftewel 3,5 procent. Onder jongeren van 15 tot 25 jaar was de werkloosheid 8,9 procent.

De netto arbeidsparticipatie steeg van 66,0% in 2014 naar 73,2% in 2024. Ruim 9,8 miljoen mensen hadden betaald werk; bijna de helft van hen werkte in deeltijd. Het aantal zzp'ers nam in 2024 toe met 27 duizend en kwam uit op circa 1,3 miljoen.

In de zorg stonden in het derde kwartaal van 2024 67 duizend vacatures open, in de bouw 26 duizend en in het onderwijs 12 duizend. De vacaturegraad was 44 vacatures per duizend banen. Naar verwachting loopt het tekort in zorg en welzijn op tot 195.000 medewerkers in 2033.

Het kabinet trekt hiervoor € 75 miljoen uit. Daarvan is € 12,5 miljoen bestemd voor de regio's. In vierentwintig gemeenten loopt een proef, en vier op de vijf werkgevers zijn daarover tevreden. De cao-lonen stegen in 2024 met 6,6 procent, tegen 6,1 procent in 2023.

Hoogachtend,
"""  # noqa: E501 (a paragraph is one line, as word processors store it)

Reading = list[tuple[str, str, str | None, str | None]]


def letter_of(text: str) -> Letter:
    return Letter(name="brief", text=text, day=DAY, precision="day", footnotes=find_footnotes(text))


def read(text: str) -> list[Claim]:
    letter = letter_of(text)
    claims = extract_claims(letter, lexicon())
    assert all(text[claim.start : claim.end] == claim.quote for claim in claims)
    return claims


def reading(text: str, *, named_only: bool = False) -> Reading:
    """What the claims of a text say, in its order: value, unit, indicator, period."""
    return [(f"{c.value}", c.unit, c.indicator, c.period) for c in read(text) if c.indicator or not named_only]


# The same letter in another dress. Each takes a text and a source of chance.


def rewrapped(text: str, chance: random.Random) -> str:
    """Lines broken to a width, as text from a pdf is."""
    width = chance.randrange(50, 111)
    return "\n\n".join(_wrapped(paragraph, width) for paragraph in text.split("\n\n"))


def _wrapped(paragraph: str, width: int) -> str:
    return "\n".join(textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in paragraph.split("\n"))


def hyphenated(text: str, chance: random.Random) -> str:
    """Lines broken to a width, some of them in the middle of a word."""

    def broken(found: re.Match[str]) -> str:
        word, following = found[1], found[2]
        cut = chance.randrange(3, len(following) - 2)
        return f"{word} {following[:cut]}-\n{following[cut:]} " if chance.random() < 0.5 else found[0]

    return re.sub(r"([a-z]+)\n([a-z]{7,}) ", broken, rewrapped(text, chance))


def hard_spaces(text: str, chance: random.Random) -> str:
    """Spaces in and behind numbers that no line may break at."""
    space = chance.choice("\u00a0\u202f\u2009")
    return re.sub(r"(?<=\d) (?=duizend|miljoen|procent|vacatures|werklozen)|(?<=€) ", space, text)


def spaced_thousands(text: str, chance: random.Random) -> str:
    space = chance.choice("\u00a0\u202f\u2009")
    return re.sub(r"(?<=\d)\.(?=\d{3}\b)", space, text)


def curly_quotes(text: str, chance: random.Random) -> str:
    return text.replace("'", "’").replace('"', "”")


def soft_hyphens(text: str, chance: random.Random) -> str:
    return re.sub(r"[A-Za-z]{6,}", lambda found: f"{found[0][:3]}\u00ad{found[0][3:]}" if chance.random() < 0.4 else found[0], text)


def zero_width(text: str, chance: random.Random) -> str:
    return re.sub(r"(?<=[a-z]) (?=[a-z])", lambda _: " \u200b" if chance.random() < 0.3 else " ", text)


def bookmarks(text: str, chance: random.Random) -> str:
    """Word bookmarks, as a converter prints them between words and before paragraphs."""
    mark = f"[bookmark: _Hlk{chance.randrange(10**8)}]"
    text = re.sub(r" (?=[A-Za-z])", lambda _: f" {mark}" if chance.random() < 0.1 else " ", text)
    return re.sub(r"\n\n(?=[A-Z])", f"\n\n{mark}", text)


def page_headers(text: str, chance: random.Random) -> str:
    """A running head and a page number between any two lines of a wrapped letter."""
    lines = rewrapped(text, chance).split("\n")
    for page, at in enumerate(sorted(chance.sample(range(1, len(lines)), 3), reverse=True)):
        lines[at:at] = ["", f"Pagina {3 - page} van 4", "", "Tweede Kamer, vergaderjaar 2024-2025, 29 544, nr. 1260", ""]
    return "\n".join(lines)


def note_marks(text: str, chance: random.Random) -> str:
    """Three note marks as a docx reader prints them, and their notes behind the paragraphs."""
    parts = text.split("\n\n")
    for mark, at in enumerate(sorted(chance.sample(range(1, 5), 3)), 1):
        ends = [found.end() for found in re.finditer(r"[a-z]\.", parts[at])]
        place = chance.choice(ends)
        parts[at] = f"{parts[at][:place]}[footnoteRef:{mark}]{parts[at][place:]} [{mark}:  Zie de brief aan de Kamer. ] \n"
    return "\n\n".join(parts)


def glued_marks(text: str, chance: random.Random) -> str:
    """Note marks glued to the last word of a sentence, the notes at the foot of the page, as text from a pdf has them."""
    parts = text.split("\n\n")
    places = sorted(chance.sample(range(1, 5), 3))
    for mark, at in enumerate(places, 1):
        words = [found.end() - 1 for found in re.finditer(r"[a-z]\.", parts[at])]
        place = chance.choice(words)
        parts[at] = f"{parts[at][:place]}{mark}{parts[at][place:]}"
    notes = "\n".join(f"{mark} Zie de brief aan de Kamer." for mark in range(1, 4))
    return "\n\n".join(parts) + "\n\n" + notes + "\n"


def markdown(text: str, chance: random.Random) -> str:
    """Bold figures, a link and a heading."""
    text = re.sub(r"\d+(?:[.,]\d+)*", lambda found: f"**{found[0]}**" if chance.random() < 0.3 else found[0], text)
    return "# Brief\n\n" + text.replace("het CBS", "[het CBS](https://www.cbs.nl/nl-nl/cijfers)")


def html(text: str, chance: random.Random) -> str:
    text = re.sub(r"\d+(?:[.,]\d+)*", lambda found: f"<b>{found[0]}</b>" if chance.random() < 0.3 else found[0], text)
    return "".join(f"<p>{part}</p>\n" for part in text.replace("€ ", "&euro;&nbsp;").split("\n\n"))


def windows_lines(text: str, chance: random.Random) -> str:
    return (rewrapped(text, chance) if chance.random() < 0.5 else text).replace("\n", "\r\n")


def ragged(text: str, chance: random.Random) -> str:
    """Blanks doubled and at the ends of lines, lines indented."""
    text = re.sub(r"(?<=[a-z]) (?=[a-z])", lambda _: "  " if chance.random() < 0.1 else " ", rewrapped(text, chance))
    return text.replace("\n", "  \n   ")


def decomposed(text: str, chance: random.Random) -> str:
    """Accents apart from their letters, as some systems store them."""
    return unicodedata.normalize("NFD", text)


DRESSES: list[Callable[[str, random.Random], str]] = [
    rewrapped, hyphenated, hard_spaces, spaced_thousands, curly_quotes, soft_hyphens, zero_width, bookmarks, page_headers, note_marks,
    glued_marks, markdown, html, windows_lines, ragged, decomposed,
]  # fmt: skip


dressed = pytest.mark.parametrize("dress", [pytest.param(one, id=one.__name__) for one in DRESSES])


def test_the_letter_of_these_tests_says_what_it_seems_to_say() -> None:
    said = reading(LETTER)
    assert len(said) == 28
    for one in (
        ("401000", "vacancies", "open_vacancies", "2024KW03"),
        ("-15000", "vacancies", "open_vacancies", "2024KW03"),
        ("108", "per_100", "labour_market_tension", "2024KW03"),
        ("374000", "persons", "unemployed_persons", "2024MM11"),
        ("359000", "persons", "unemployed_persons", "2023MM11"),
        ("73.2", "percent", "net_participation", "2024JJ00"),
        ("67000", "vacancies", "open_vacancies", "2024KW03"),
        ("195000", "persons", "care_shortage", "2033JJ00"),
        ("6.1", "percent", "cao_wage_growth", "2023JJ00"),
    ):
        assert one in said


@dressed
@given(seed=st.integers(0, 10**6))
@settings(max_examples=8, deadline=None, derandomize=True)
def test_the_same_claims_in_another_dress(dress: Callable[[str, random.Random], str], seed: int) -> None:
    assert reading(dress(LETTER, random.Random(seed))) == reading(LETTER)


REAL = sorted((DATA / "letters").glob("2024-*.txt"))
PLAIN = (
    rewrapped,
    hyphenated,
    hard_spaces,
    spaced_thousands,
    curly_quotes,
    soft_hyphens,
    zero_width,
    bookmarks,
    page_headers,
    windows_lines,
)
LINES = (rewrapped, windows_lines, ragged, decomposed)


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
@pytest.mark.parametrize(("dress", "seeds"), [(one, (7,)) for one in PLAIN] + [(one, (1, 3, 9, 12, 15)) for one in LINES])
def test_real_letters_in_another_dress(path: Path, dress: Callable[[str, random.Random], str], seeds: tuple[int, ...]) -> None:
    # every line of these files is a paragraph or heading of its own; broken lines need the blank lines between them to tell
    text = path.read_bytes().decode("utf-8").replace("\n", "\n\n")
    plain = reading(text, named_only=True)
    for seed in seeds:
        assert reading(dress(text, random.Random(seed)), named_only=True) == plain


# Any text at all.

HOSTILE = st.one_of(
    st.text(),
    st.lists(PIECES, max_size=12).map("".join),
    st.text(alphabet="[]()<>{}*_#|\t\v\n\r\\/'\"“”«»:;,.-–0123456789 €%"),
    st.lists(
        st.sampled_from("van tot naar tussen en op de per 100 12 duizend % [1: ] [footnoteRef:1] <sup>2</sup> ( ) € | \t \n".split(" ")),
        max_size=60,
    ).map(" ".join),
)


@given(HOSTILE, st.booleans())
@settings(max_examples=250, deadline=None)
def test_any_text_is_read_without_an_error(text: str, dated: bool) -> None:
    letter = Letter(name="x", text=text, day=DAY if dated else None, precision="day" if dated else "", footnotes=find_footnotes(text))
    claims = extract_claims(letter, lexicon())
    for claim in claims:
        assert 0 <= claim.start < claim.end <= len(text) and text[claim.start : claim.end] == claim.quote
        assert 0 <= claim.sentence[0] < claim.sentence[1] <= len(text)
        assert claim.unit in UNITS and claim.approx in HEDGES and claim.kind in KINDS
        assert claim.value is None or (claim.value.is_finite() and "E" not in f"{claim.value:f}")
    assert [(claim.start, claim.end) for claim in claims] == sorted((claim.start, claim.end) for claim in claims)
    assert extract_claims(letter, lexicon()) == claims
    assert all(text[row.start : row.end] == row.text for row in account(letter, lexicon()))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n" * 50,
        "\x00\x01\x02 12 \x7f",
        "\ud800 12 procent",
        "١٢٣ vacatures en ９９ procent",
        "İstanbul telde 12 vacatures",  # a letter whose lower case is longer than itself
        "ẞ" * 100 + " 12 procent",
        "🙂 12 procent 🙂",
        "12",
        "12 ",
        "9" * 5000,
        "0." * 1500,
        "1,2,3,4,5,6,7,8,9,0," * 150,
        "[" * 5000,
        "[1: " * 1000,
        "[footnoteRef:1]" * 500,
        "<" * 5000 + "sup>1</sup>" + ">" * 5000,
        "een " * 2000,
        "van 12 naar " * 500,
        "€ " * 3000,
        "| 1 | 2 |\n" * 500,
        "\t1\t2\n" * 500,
        "10" + "0" * 400 + " miljard euro",
        "kwartaal " * 2000,
        "in 2024 " * 2000,
        "op rij " * 2000,
        "zie vorige noot " * 500,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_texts(text: str) -> None:
    letter = letter_of(text)
    assert extract_claims(letter, lexicon()) == extract_claims(letter, lexicon())
    assert all(text[row.start : row.end] == row.text for row in account(letter, lexicon()))
