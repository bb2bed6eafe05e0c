"""The short form of the verdict benchmark: no sound claim is called wrong, and of each kind of planted error nearly all are caught."""

from __future__ import annotations

import random
from functools import cache

import pytest

from benchmarks import verdicts
from benchmarks.mutations import MUTATIONS
from benchmarks.sound_claims import Case, of_letters, sound
from labour.indicators import Field
from labour.observations import ObservationIndex
from loaders.places import data_folder
from loaders.snapshot import load_field, load_index

CAUGHT = 0.95
NAMED = 0.8
SIZE = 250


@cache
def _figures() -> tuple[ObservationIndex, Field]:
    return load_index(data_folder()), load_field(data_folder())


@cache
def _made(source: str) -> tuple[list[Case], list[Case]]:
    """The sound claims of the letters or of the held series, and those of them that something may contradict."""
    index, field = _figures()
    cases = list(of_letters(index, field) if source == "letters" else sound(index, field, random.Random(3), SIZE))
    checks = verdicts.judge(cases, index, field)
    wrong = [(case.claim, check.explanation_nl) for case, check in zip(cases, checks, strict=True) if check.verdict in verdicts.BAD]
    assert not wrong, wrong
    return cases, verdicts.checkable(cases, checks, index, field)


@pytest.mark.parametrize(("source", "fewest", "checkable"), [("letters", 15, 10), ("series", 900, 300)])
def test_no_sound_claim_is_called_wrong(source: str, fewest: int, checkable: int) -> None:
    cases, sure = _made(source)
    assert len(cases) >= fewest and len(sure) >= checkable


@pytest.mark.parametrize("source", ["letters", "series"])
@pytest.mark.parametrize("kind", MUTATIONS)
def test_planted_errors_are_caught_and_their_cause_is_named(kind: str, source: str) -> None:
    index, field = _figures()
    sure = _made(source)[1] * (8 if source == "letters" else 1)  # another digit, another quarter each time
    row = verdicts.planted(kind, sure, index, field, random.Random(11))
    if source == "letters" and not row.claims:
        pytest.skip("no claim of the letters can be spoiled so")
    slipped = [(case.claim, check.explanation_nl) for case, check in row.missed]
    assert row.claims and row.caught >= min(CAUGHT * row.claims, row.claims - 1), slipped
    assert row.named >= min(NAMED * row.causes, row.causes - 2)
