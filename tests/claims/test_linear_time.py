"""Reading takes time that grows with the text and no faster: four times as much of a hostile text takes far less than 16 times as long.

The only test here that looks at a clock: at processor time, the best of several runs, with a bound halfway between linear and quadratic.
"""

from __future__ import annotations

import time
from typing import Any

import pytest

from claims.extract import account
from tests.claims.notation import lexicon
from tests.claims.test_robustness import letter_of

GROWTH = 10  # four times the text: 4 when linear, 16 when quadratic


def seconds(text: str, runs: int = 2) -> float:
    """Processor seconds that a text takes at best, notes and account included."""
    best = float("inf")
    for _ in range(runs):
        begin = time.process_time()
        account(letter_of(text), lexicon())
        best = min(best, time.process_time() - begin)
    return best


def repeated(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


#: a piece that is repeated, and the size of the shorter text: what costs little per character is given more of it
HOSTILE: list[Any] = [
    ("9", 12_000),
    ("9 ", 800),
    ("0.", 800),
    ("1,", 800),
    ("1-", 800),
    (" ", 12_000),
    ("\u00a0", 12_000),
    ("\t", 12_000),
    ("\n", 12_000),
    ("a", 12_000),
    ("ab ", 12_000),
    ("a-", 12_000),
    ("ab. ", 12_000),
    ("Ab. ", 20_000),
    ("é", 12_000),
    ("(", 12_000),
    (")", 12_000),
    ("[", 12_000),
    ("]", 12_000),
    ("<", 12_000),
    ("<a", 12_000),
    ("&", 12_000),
    ("*", 12_000),
    ('"', 12_000),
    ("'", 12_000),
    ("“", 12_000),
    ("€ ", 12_000),
    ("van ", 12_000),
    ("tot ", 12_000),
    ("naar ", 12_000),
    ("tussen ", 12_000),
    ("en ", 12_000),
    ("een ", 12_000),
    ("twee", 12_000),
    ("eerste kwartaal ", 12_000),
    ("op rij ", 12_000),
    ("meer dan ", 12_000),
    ("neemt af ", 12_000),
    ("vacatures ", 12_000),
    ("de netto arbeidsparticipatie ", 12_000),
    ("volgens het CBS ", 12_000),
    ("in de zorg ", 12_000),
    ("http://a/", 12_000),
    ("[1: ", 3_000),
    ("[footnoteRef:1] ", 20_000),
    ("<sup>1</sup> ", 20_000),
    ("[bookmark: a]", 20_000),
    ("| 1 ", 800),
    ("| 1 |\n", 2_000),
    ("\t1\t2\n", 3_000),
    ("1. ", 2_000),
    ("\n- ", 40_000),
    ("artikel 1, ", 4_000),
    ("Kamerstuk 29 544, nr. 1, ", 6_000),
    ("tussen 1 en ", 3_000),
    ("per 100 ", 3_000),
    ("12 procent ", 1_500),
    ("duizend ", 1_500),
    ("12 vacatures ", 1_500),
    ("het hoogste aantal ", 3_000),
    ("de helft ", 1_500),
    ("in 2024 12 procent ", 1_500),
    ("van 12 naar 13 procent ", 1_500),
    # sentences of a usual length, however many
    ("In 2024 was de werkloosheid 3,7 procent. ", 4_000),
    ("Het aantal vacatures daalde van 445 naar 397 duizend. ", 4_000),
]


@pytest.mark.parametrize(("piece", "size"), HOSTILE, ids=lambda value: repr(value) if isinstance(value, str) else None)
def test_time_grows_no_faster_than_the_text(piece: str, size: int) -> None:
    short = seconds(repeated(piece, size))
    assert seconds(repeated(piece, 4 * size)) < GROWTH * max(short, 0.002)


@pytest.mark.parametrize("piece", ["9", " ", "a", "(", "[", "<", '"', "van ", "een "], ids=repr)
def test_a_line_of_a_megabyte_is_read(piece: str) -> None:
    text = repeated(piece, 1_000_000)
    rows = account(letter_of(text), lexicon())
    assert len(rows) == (1 if piece == "9" else 0)
