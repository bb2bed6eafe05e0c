"""The account: every digit group and number word of a letter ends as a claim, a refused claim or a non-claim, and the counts add up.

The numbers are counted here by a reading of its own, so that one that the program never saw cannot go unnoticed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pipeline
from claims.extract import account, extract_claims
from labour.model import Letter, NumberFate
from loaders.footnotes import find_footnotes
from tests.claims.notation import DATA, DAY, lexicon
from tests.claims.test_indicators import LEANING, NAMED, SECTORS
from tests.claims.test_non_claims import NOTHING_CLAIMED
from tests.claims.test_periods import COMPARED, STATED
from tests.claims.test_spellings_quantities import CHANGES, LISTS, PAIRS, RANGES, RATIOS

FATES = {"claim", "refused", "non_claim"}
ONES = "één twee drie vier vijf zes zeven acht negen".split()
TEENS = "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split()
TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()


@cache
def number_words() -> frozenset[str]:
    """The whole numbers below ten thousand as a Dutch reader spells them, and the round thousands to a hundred; "een" is an article."""
    below = dict(enumerate([*ONES, *TEENS], 1))
    for ten, word in enumerate(TENS, 2):
        below[ten * 10] = word
        for one, unit in enumerate(["een", *ONES[1:]], 1):
            below[ten * 10 + one] = unit + ("ën" if unit.endswith("e") else "en") + word
    hundreds = (
        {100: "honderd"} | {n * 100: ONES[n - 1] + "honderd" for n in range(2, 10)} | {n * 100: below[n] + "honderd" for n in range(11, 20)}
    )
    words = {*below.values(), *hundreds.values(), "duizend"}
    words |= {hundreds[h * 100] + below[n] for h in range(1, 10) for n in below}
    return frozenset(words | {below[n] + "duizend" for n in range(2, 100)})


def numbers(text: str) -> list[tuple[int, int]]:
    """Spans of all runs of digits and all number words."""
    digits = [found.span() for found in re.finditer(r"\d+", text)]
    words = [found.span() for found in re.finditer(r"[^\W\d_]+", text) if found[0].lower() in number_words()]
    return sorted(digits + words)


def check_account(letter: Letter) -> Counter[str]:
    """Asserts that the account of a letter is whole; returns the number of numbers per fate."""
    text, rows = letter.text, account(letter, lexicon())
    for row in rows:
        assert row.letter == letter.name and row.fate in FATES
        assert 0 <= row.start < row.end <= len(text) and text[row.start : row.end] == row.text
        assert row.reason or row.fate == "claim", f"{row.text!r} is {row.fate} without a reason"
    for earlier, later in pairwise(rows):
        assert earlier.end <= later.start, f"{earlier.text!r} and {later.text!r} overlap"
    starts = [row.start for row in rows]
    counts: Counter[str] = Counter()
    for start, end in numbers(text):
        index = bisect_right(starts, start) - 1
        assert index >= 0 and rows[index].end >= end, (
            f"{text[start:end]!r} at {start} has no fate: ...{text[max(0, start - 40) : end + 40]!r}"
        )
        counts[rows[index].fate] += 1
    assert counts.total() == len(numbers(text))
    _agrees_with_the_claims(letter, rows)
    return counts


def _agrees_with_the_claims(letter: Letter, rows: list[NumberFate]) -> None:
    """A claim that prints a number has that number accounted for as a claim, and no number counts as one without a claim."""
    claims = extract_claims(letter, lexicon())
    claimed = [row for row in rows if row.fate == "claim"]
    for claim in claims:
        if claim.value is not None and numbers(claim.quote):
            assert any(row.start < claim.end and claim.start < row.end for row in claimed), f"{claim.quote!r} is in no account"
    for row in claimed:
        assert row.reason == "ratio_base" or any(row.start < claim.end and claim.start < row.end for claim in claims), (
            f"{row.text!r}: no claim"
        )


LETTERS = sorted((DATA / "letters").glob("*.txt"))


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_the_letters_account_for_every_number(path: object) -> None:
    counts = check_account(pipeline.load_letter(path))  # type: ignore[arg-type]
    assert counts["non_claim"]


def _row_text(row: object) -> str:
    return str(getattr(row, "values", row)[0])  # a row with a mark is a param with values


ROWS = [_row_text(row) for table in (NAMED, LEANING, SECTORS, COMPARED, STATED, CHANGES, LISTS, PAIRS, RANGES, RATIOS) for row in table]
SILENT = [_row_text(row) for row in NOTHING_CLAIMED]
BETWEEN = [
    " ",
    "\n",
    "\n\n",
    "\n- ",
    "\n• ",
    "\n1. ",
    ", ",
    "; ",
    " (",
    ") ",
    "\t",
    "\u00a0",
    "[footnoteRef:1] ",
    "\n[1:  Zie CBS, 2024.]\n",
    "12 ",
]
PIECES = st.one_of(
    st.sampled_from(ROWS),
    st.sampled_from(SILENT),
    st.sampled_from("12 1.234 1.234,5 2024 12% € 5 6-7 8:30 9e 3x 007 1,2,3 ½ twaalf drieëntwintig duizend één honderdtwintig mln".split()),
    st.text(alphabet="0123456789 .,-/%€:()'\n", max_size=12),
    st.text(max_size=8),
)


@st.composite
def letters(draw: st.DrawFn) -> Letter:
    """Letters put together from sentences of the tables, loose numbers and rubbish."""
    parts = [draw(PIECES) + draw(st.sampled_from(BETWEEN)) for _ in range(draw(st.integers(1, 12)))]
    text = "".join(parts)
    letter = Letter(name="brief", text=text, day=DAY, precision="day")
    return replace(letter, footnotes=find_footnotes(text)) if draw(st.booleans()) else letter


@given(letters())
@settings(max_examples=150, deadline=None)
def test_made_letters_account_for_every_number(letter: Letter) -> None:
    check_account(letter)
