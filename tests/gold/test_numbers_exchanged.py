"""Every number of the letters exchanged for fifty others: what is looked up stays the same, cell for cell."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from checks.reading import Plan, group_of, read
from checks.refusals import refused
from claims.extract import extract_claims
from labour.indicators import Field
from labour.lexicon import Lexicon
from labour.model import Claim, Letter
from labour.observations import ObservationIndex
from loaders.letters import manifest_letters
from loaders.lexicon import load_lexicon
from loaders.places import data_folder
from loaders.snapshot import load_field, load_index

ROUNDS = 50
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_NOT_STATED = re.compile(r"(19|20)\d\d|100|1\.?000")  # the year of a from-to pair, the base of a ratio
LETTERS = manifest_letters(data_folder())


@pytest.fixture(scope="module")
def held() -> tuple[Field, Lexicon, ObservationIndex]:
    field = load_field(data_folder())
    return field, load_lexicon(data_folder(), field), load_index(data_folder())


@pytest.mark.parametrize("letter", LETTERS, ids=[one.name for one in LETTERS])
def test_the_cells_do_not_follow_the_numbers(letter: Letter, held: tuple[Field, Lexicon, ObservationIndex]) -> None:
    field, lexicon, index = held
    claims = extract_claims(letter, lexicon)
    asked = {claim.start: plan for claim in claims if (plan := _plan(claim, field, index)) is not None}
    if not asked:
        pytest.skip("nothing in this letter is looked up")
    places = sorted(set(_numbers(letter, claims)))
    for number in range(ROUNDS):
        other = _exchanged(letter, places, random.Random(number))
        found = {claim.start: _plan(claim, field, index) for claim in extract_claims(other, lexicon)}
        assert {start: found.get(start) for start in asked} == asked


def test_enough_is_looked_up(held: tuple[Field, Lexicon, ObservationIndex]) -> None:
    field, lexicon, index = held
    plans = [_plan(claim, field, index) for letter in LETTERS for claim in extract_claims(letter, lexicon)]
    assert sum(plan is not None for plan in plans) >= 15


def _plan(claim: Claim, field: Field, index: ObservationIndex) -> Plan | None:
    indicator = field.indicators.get(claim.indicator or "")
    if indicator is None or claim.value is None or claim.kind in ("streak", "record") or refused(claim, indicator):
        return None
    group = group_of(claim, indicator, field, index)
    plan = read(claim, indicator, group, index, None) if group is not None else ""
    return plan if isinstance(plan, Plan) else None


def _numbers(letter: Letter, claims: list[Claim]) -> Iterator[tuple[int, int]]:
    for claim in claims:
        for found in _NUMBER.finditer(letter.text, claim.start, claim.end):
            if claim.value is not None and not _NOT_STATED.fullmatch(found[0]):
                yield found.span()


def _exchanged(letter: Letter, places: list[tuple[int, int]], rng: random.Random) -> Letter:
    """The letter with other digits in those places, printed alike, so that offsets stay."""
    text = list(letter.text)
    for start, end in places:
        text[start:end] = [rng.choice("13456789") if sign.isdigit() else sign for sign in text[start:end]]
    return replace(letter, text="".join(text))
