"""Texts of other registers than a letter to parliament: press release, council letter, answers to questions, memo.

Each is read as a whole and held against what a careful reader notes. The bounds are on all four together; what still goes wrong is
printed when one is not met.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from claims.extract import extract_claims
from labour.model import Claim, Letter
from loaders.footnotes import find_footnotes
from tests.claims.notation import lexicon, parse

HERE = Path(__file__).resolve().parent / "registers"
TABLES = tomllib.loads((HERE / "expected.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Wanted:
    """A figure that the text states: where the words behind which it stands begin and end, and its fields."""

    words: str
    start: int
    end: int
    fields: dict[str, Any]


@cache
def outcome(name: str) -> tuple[list[tuple[Claim, Wanted]], list[Claim], list[Wanted]]:
    """Claims beside what was wanted, claims that were not, and what was missed; one claim meets one figure."""
    text = (HERE / f"{name}.txt").read_text(encoding="utf-8")
    table = TABLES[name]
    letter = Letter(name=name, text=text, day=table["day"], precision="day", footnotes=find_footnotes(text))
    left = extract_claims(letter, lexicon())
    met, missed, position = [], [], 0
    for words, said in table["claims"]:
        (fields,) = parse(said)
        start = text.index(words, position if text.find(words, position) >= 0 else 0)
        wanted = Wanted(words, start, start + len(words), fields)
        found = next((c for c in left if c.start < wanted.end and wanted.start < c.end and c.value == fields["value"]), None)
        if found is None:
            missed.append(wanted)
        else:
            left.remove(found)
            met.append((found, wanted))
            position = start
    return met, left, missed


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


BOUNDS = [
    ("precision", 0.93),
    ("recall", 0.93),
    ("unit", 0.97),
    ("approx", 0.97),
    ("kind", 0.9),
    ("period", 0.9),
    ("indicator", 0.9),
]


@pytest.mark.parametrize(("figure", "bound"), BOUNDS)
def test_other_registers(figure: str, bound: float) -> None:
    outcomes = [outcome(name) for name in TABLES]
    __tracebackhide__ = True  # the message says it all
    met = [pair for one in outcomes for pair in one[0]]
    extra = [(c.letter, c.quote, str(c.value), c.unit) for one in outcomes for c in one[1]]
    missed = [(wanted.words, wanted.fields["value"]) for one in outcomes for wanted in one[2]]
    if figure == "precision":
        assert _share(len(met), len(met) + len(extra)) >= bound, extra
    elif figure == "recall":
        assert _share(len(met), len(met) + len(missed)) >= bound, missed
    else:
        stated = [(claim, wanted) for claim, wanted in met if figure in wanted.fields]
        wrong = [(w.words, getattr(c, figure), w.fields[figure]) for c, w in stated if getattr(c, figure) != w.fields[figure]]
        assert _share(len(stated) - len(wrong), len(stated)) >= bound, wrong
