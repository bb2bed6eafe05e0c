"""What a claimed number really is, looked for next door once it did not fit: one named cause, or none when it is not clear.

Neighbours are tried in a fixed order, from slips of the same cell (sign, scale, unit, inverse) to other cells (adjustment, period,
group). A neighbour that many numbers would fit proves nothing, so it is named only when few of its kind fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from checks.derived import Estimate
from checks.interval import Claimed, claimed
from checks.lookup import Line, kind_of, lines
from checks.question import Ask, put
from checks.slips import Answer, agrees, kind_of_slip
from labour.model import Claim
from labour.observations import ObservationIndex
from labour.periods import parse

NEAR = 8  # periods either way that a slip may reach; further away only the same period of another year counts
MANY = 4  # more fitting periods than this say nothing
# an indicator that is mistaken for another: same survey, same kind of figure
SIBLINGS = (
    ("employed_persons", "labour_force", "employees"),
    ("unemployed_persons", "open_vacancies", "underemployed_part_time_workers"),
    ("open_vacancies", "new_vacancies", "filled_vacancies"),
    ("part_time_workers", "full_time_workers"),
    ("part_time_workers_under_20_hours", "part_time_workers_20_to_35_hours"),
    ("permanent_employees", "flexible_employees", "self_employed_without_personnel", "employees"),
    ("net_participation", "gross_participation"),
    ("employed_persons", "part_time_workers", "full_time_workers"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """A neighbour that the claim fits: the kind of slip, and the periods, groups or indicators that the number is the value of."""

    kind: str
    value_of: tuple[str, ...]
    inside: bool = False  # the period found lies within the one stated, or the other way round


def search(
    claim: Claim, ask: Ask, own: Estimate, beside: Sequence[tuple[str, Ask]], index: ObservationIndex, day: date | None
) -> Found | None:
    """The first clear neighbour of a claim that its own cells, with the answer ``own``, do not bear out."""
    asked = claimed(claim)
    if asked is None:
        return None

    def answer(other: Ask) -> Estimate | None:
        question = put(other, index)
        if question is None:
            return None
        known = question.at(day) if day is not None else None
        same = known is not None and (known.methods == own.methods or not known.methods)
        return known if same else question.at(None)

    if (slip := kind_of_slip(claim, ask, asked, own, answer)) is not None:
        return Found(slip, (ask.period,))
    for kind, other in beside:
        made = answer(other)
        if made is not None and agrees(asked, made):
            return Found(kind, (other.period,))
    return _other_period(claim, ask, asked, index, answer) or _other_group(claim, ask, asked, index, answer)


def _other_period(claim: Claim, ask: Ask, asked: Claimed, index: ObservationIndex, answer: Answer) -> Found | None:
    """The same figure of another quarter, month or year: near by first, then the same one of other years, then year for quarter."""
    here = parse(ask.period)
    if here is None or ask.form == "mean":
        return None
    if ask.base and claim.base_value is not None and claim.end_value is not None:
        return _other_end(claim, ask, index, answer)
    base = parse(ask.base) if ask.base else None
    steps = [s for n in range(1, NEAR + 1) for s in (-n, n)]
    per_year = {"KW": 4, "MM": 12, "JJ": 1}.get(here.kind, 1)
    years = [s * per_year for n in range(1, 11) for s in (-n, n) if abs(s * per_year) > NEAR]
    for reach in (steps, years):
        fits = []
        for step in reach:
            moved = here.shift(step)
            other = replace(ask, period=moved.key, base=base.shift(step).key if base else "")
            made = answer(other)
            if made is not None and agrees(asked, made):
                fits.append(moved.key)
        if fits:
            return Found("period", tuple(sorted(fits))) if len(fits) <= MANY else None
    if base is not None:
        return _other_base(ask, asked, index, answer)
    return _other_length(ask, asked, index, answer)


def _other_end(claim: Claim, ask: Ask, index: ObservationIndex, answer: Answer) -> Found | None:
    """Of a from-to pair the end that does not fit, as the level of another period."""
    for value, period in ((claim.base_value, ask.base), (claim.end_value, ask.period)):
        level = replace(claim, kind="level", value=value, base_value=None, end_value=None, approx="exact", unit=ask.line.unit)
        asked = claimed(level)
        of_end = replace(ask, form="level", period=period, base="", factor=Decimal(1))
        made = answer(of_end)
        if asked is not None and made is not None and not agrees(asked, made):
            return _other_period(level, of_end, asked, index, answer)
    return None


def _other_base(ask: Ask, asked: Claimed, index: ObservationIndex, answer: Answer) -> Found | None:
    """The same later figure set against another earlier one: a quarter for a year."""
    here = parse(ask.period)
    assert here is not None
    for key in (here.shift(-1).key, here.years_earlier(1).key):
        made = answer(replace(ask, base=key)) if key != ask.base else None
        if made is not None and agrees(asked, made):
            return Found("period", (key,))
    return None


def _other_length(ask: Ask, asked: Claimed, index: ObservationIndex, answer: Answer) -> Found | None:
    """The year for one of its quarters, or a quarter for its year."""
    fits = []
    for line in lines(index, ask.line.indicator):
        if (line.group, line.basis, line.unit) != (ask.line.group, ask.line.basis, ask.line.unit):
            continue
        for key in line.periods(index):
            if key[:4] == ask.period[:4] and kind_of(key) != kind_of(ask.period) and "JJ" in (kind_of(key), kind_of(ask.period)):
                made = answer(replace(ask, line=line, period=key))
                if made is not None and agrees(asked, made):
                    fits.append(key)
    keys = tuple(sorted(set(fits)))
    return Found("period", keys, inside=True) if 0 < len(keys) <= 2 else None


def _other_group(claim: Claim, ask: Ask, asked: Claimed, index: ObservationIndex, answer: Answer) -> Found | None:
    """A sibling indicator or another sector at the same period; named only when exactly one fits."""
    fits = set()
    for line in _siblings(ask.line, index):
        made = answer(replace(ask, line=line, other=None)) if ask.form in ("level", "difference", "growth") else None
        if made is not None and agrees(asked, made):
            fits.add(line.group if line.indicator == ask.line.indicator else line.indicator)
    return Found("population", tuple(fits)) if len(fits) == 1 else None


def indicators_that_fit(claim: Claim, ask: Ask, index: ObservationIndex) -> frozenset[str]:
    """The sibling indicators of which the claim states the figure of the same periods."""
    asked = claimed(claim)
    others = (x for x in _siblings(ask.line, index) if x.indicator != ask.line.indicator)
    made = ((x.indicator, question.at(None)) for x in others if (question := put(replace(ask, line=x, other=None), index)) is not None)
    return frozenset(name for name, own in made if asked is not None and own is not None and agrees(asked, own))


def _siblings(line: Line, index: ObservationIndex) -> Iterator[Line]:
    for other in lines(index, line.indicator):
        if other.group != line.group and other.adjusted is line.adjusted and other.basis == line.basis and other.unit == line.unit:
            yield other
    names = dict.fromkeys(n for family in SIBLINGS if line.indicator in family for n in family if n != line.indicator)
    for indicator in names:
        for other in lines(index, indicator):
            if (other.group, other.adjusted, other.basis) == (line.group, line.adjusted, line.basis):
                yield other
