"""What a claimed number really is, looked for next door once it did not fit: one named cause, or none when it is not clear.

Neighbours are tried in a fixed order, from slips of the same cell (sign, scale, unit, inverse) to other cells (adjustment, period,
group). A neighbour that many numbers would fit proves nothing, so it is named only when few of its kind fit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from checks.derived import Estimate
from checks.interval import Claimed, claimed, fit, step_of
from checks.lookup import Line, kind_of, lines
from checks.question import Ask, put
from labour.model import Claim
from labour.observations import ObservationIndex
from labour.periods import parse

AGREES = frozenset({"in", "rounding"})
SCALES = (
    Decimal(1000),
    Decimal("0.001"),
    Decimal(1000000),
    Decimal("0.000001"),
    Decimal(10),
    Decimal("0.1"),
    Decimal(100),
    Decimal("0.01"),
)
NEAR = 8  # periods either way that a slip may reach; further away only the same period of another year counts
MANY = 4  # more fitting periods than this say nothing
# an indicator that is mistaken for another: same survey, same kind of figure
SIBLINGS = (
    ("employed_persons", "labour_force", "employees"),
    ("unemployed_persons", "open_vacancies", "underemployed_part_time_workers"),
    ("open_vacancies", "new_vacancies", "filled_vacancies"),
    ("part_time_workers", "full_time_workers"),
    ("permanent_employees", "flexible_employees", "self_employed_without_personnel"),
    ("net_participation", "gross_participation"),
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

    if (slip := _own_cell(claim, ask, asked, own, answer)) is not None:
        return slip
    for kind, other in beside:
        made = answer(other)
        if made is not None and _agrees(asked, made):
            return Found(kind, (other.period,))
    return _other_period(claim, ask, asked, index, answer) or _other_group(claim, ask, asked, index, answer)


def _agrees(asked: Claimed, made: Estimate) -> bool:
    return fit(asked, made.point, made.spread) in AGREES


def _own_cell(claim: Claim, ask: Ask, asked: Claimed, own: Estimate, answer: Callable[[Ask], Estimate | None]) -> Found | None:
    """A slip in writing down the right cell: sign, unit, inverse ratio or scale."""
    assert claim.value is not None
    if claim.kind == "change" and _value_fits(claim, -claim.value, own):
        return Found("sign", (ask.period,))
    for other in _other_units(claim, ask):
        made = answer(other)
        if made is not None and _agrees(asked, made):
            return Found("unit", (other.period,))
    if any(_agrees(asked, made) for made in _turned(ask, answer)):
        return Found("inverse_ratio", (ask.period,))
    for factor in SCALES if abs(claim.value) >= 10 * step_of(claim) else ():  # one digit fits too much to prove a slip
        if _value_fits(claim, claim.value * factor, own, factor):
            return Found("scale", (ask.period,))
    return None


def turned_round(claim: Claim, own: Estimate) -> bool:
    """Whether a change fits with the opposite sign, printed finely enough for that to be no chance."""
    return claim.value is not None and abs(claim.value) >= 10 * step_of(claim) and _value_fits(claim, -claim.value, own)


def in_points(claim: Claim, ask: Ask, index: ObservationIndex) -> bool:
    """Whether growth in percent of a percentage fits as a change in points."""
    asked = claimed(claim)
    if asked is None or ask.form != "growth" or ask.line.unit != "percent":
        return False
    question = put(replace(ask, form="difference", factor=Decimal(1)), index)
    made = question.at(None) if question is not None else None
    return made is not None and fit(asked, made.point, made.spread) == "in"


def _turned(ask: Ask, answer: Callable[[Ask], Estimate | None]) -> Iterator[Estimate]:
    """The ratio the other way round, per one and per hundred."""
    if ask.line.unit == "per_100" and ask.form in ("level", "inverse"):
        form, factor = ("inverse", Decimal(1)) if ask.form == "level" else ("level", Decimal("0.01"))
        made = answer(replace(ask, form=form, factor=factor))
        if made is not None:
            yield made
            yield _times(made, Decimal(100))


def _times(made: Estimate, factor: Decimal) -> Estimate:
    low, high = made.spread.low, made.spread.high
    assert low is not None and high is not None
    return replace(made, point=made.point * factor, spread=replace(made.spread, low=low * factor, high=high * factor))


def _value_fits(claim: Claim, value: Decimal, own: Estimate, factor: Decimal = Decimal(1)) -> bool:
    """Whether the cell would bear the claim out if it said ``value``, printed as coarsely in proportion."""
    step = None if claim.step is None else claim.step * abs(factor)
    base = None if claim.base_value is None else claim.base_value * factor
    asked = claimed(replace(claim, value=value, step=step, base_value=base, end_value=None))
    return asked is not None and _agrees(asked, own)


def _other_units(claim: Claim, ask: Ask) -> Iterator[Ask]:
    """Percent read as points and the other way, and a change or a level taken for each other."""
    if ask.form == "growth" and ask.line.unit == "percent":
        yield replace(ask, form="difference", factor=Decimal(1))
    if ask.form == "difference" and ask.line.unit == "percent":
        yield replace(ask, form="growth", factor=Decimal(1))
        yield replace(ask, form="level", base="")
    if ask.form == "difference" and ask.line.unit in ("per_100", "per_1000"):
        yield replace(ask, form="growth", factor=Decimal(1))
    if ask.form == "growth" and ask.line.unit != "percent":
        yield replace(ask, form="difference", factor=Decimal(1))
    if ask.form == "level" and ask.line.unit == "per_100" and claim.unit == "per_1000":
        yield replace(ask, factor=Decimal(1))
    if ask.form == "level" and ask.line.unit == "per_1000" and claim.unit in ("per_100", "percent"):
        yield replace(ask, factor=Decimal(1))


def _other_period(
    claim: Claim, ask: Ask, asked: Claimed, index: ObservationIndex, answer: Callable[[Ask], Estimate | None]
) -> Found | None:
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
            if made is not None and _agrees(asked, made):
                fits.append(moved.key)
        if fits:
            return Found("period", tuple(sorted(fits))) if len(fits) <= MANY else None
    if base is not None:
        return _other_base(ask, asked, index, answer)
    return _other_length(ask, asked, index, answer)


def _other_end(claim: Claim, ask: Ask, index: ObservationIndex, answer: Callable[[Ask], Estimate | None]) -> Found | None:
    """Of a from-to pair the end that does not fit, as the level of another period."""
    for value, period in ((claim.base_value, ask.base), (claim.end_value, ask.period)):
        level = replace(claim, kind="level", value=value, base_value=None, end_value=None, approx="exact", unit=ask.line.unit)
        asked = claimed(level)
        of_end = replace(ask, form="level", period=period, base="", factor=Decimal(1))
        made = answer(of_end)
        if asked is not None and made is not None and not _agrees(asked, made):
            return _other_period(level, of_end, asked, index, answer)
    return None


def _other_base(ask: Ask, asked: Claimed, index: ObservationIndex, answer: Callable[[Ask], Estimate | None]) -> Found | None:
    """The same later figure set against another earlier one: a quarter for a year."""
    here = parse(ask.period)
    assert here is not None
    for key in (here.shift(-1).key, here.years_earlier(1).key):
        made = answer(replace(ask, base=key)) if key != ask.base else None
        if made is not None and _agrees(asked, made):
            return Found("period", (key,))
    return None


def _other_length(ask: Ask, asked: Claimed, index: ObservationIndex, answer: Callable[[Ask], Estimate | None]) -> Found | None:
    """The year for one of its quarters, or a quarter for its year."""
    fits = []
    for line in lines(index, ask.line.indicator):
        if (line.group, line.basis, line.unit) != (ask.line.group, ask.line.basis, ask.line.unit):
            continue
        for key in line.periods(index):
            if key[:4] == ask.period[:4] and kind_of(key) != kind_of(ask.period) and "JJ" in (kind_of(key), kind_of(ask.period)):
                made = answer(replace(ask, line=line, period=key))
                if made is not None and _agrees(asked, made):
                    fits.append(key)
    keys = tuple(sorted(set(fits)))
    return Found("period", keys, inside=True) if 0 < len(keys) <= 2 else None


def _other_group(claim: Claim, ask: Ask, asked: Claimed, index: ObservationIndex, answer: Callable[[Ask], Estimate | None]) -> Found | None:
    """A sibling indicator or another sector at the same period; named only when exactly one fits."""
    fits = set()
    for line in _siblings(ask.line, index):
        made = answer(replace(ask, line=line, other=None)) if ask.form in ("level", "difference", "growth") else None
        if made is not None and _agrees(asked, made):
            fits.add(line.group if line.indicator == ask.line.indicator else line.indicator)
    return Found("population", tuple(fits)) if len(fits) == 1 else None


def indicators_that_fit(claim: Claim, ask: Ask, index: ObservationIndex) -> frozenset[str]:
    """The sibling indicators of which the claim states the figure of the same periods."""
    asked = claimed(claim)
    others = (x for x in _siblings(ask.line, index) if x.indicator != ask.line.indicator)
    made = ((x.indicator, question.at(None)) for x in others if (question := put(replace(ask, line=x, other=None), index)) is not None)
    return frozenset(name for name, own in made if asked is not None and own is not None and _agrees(asked, own))


def _siblings(line: Line, index: ObservationIndex) -> Iterator[Line]:
    for other in lines(index, line.indicator):
        if other.group != line.group and other.adjusted is line.adjusted and other.basis == line.basis and other.unit == line.unit:
            yield other
    names = dict.fromkeys(n for family in SIBLINGS if line.indicator in family for n in family if n != line.indicator)
    for indicator in names:
        for other in lines(index, indicator):
            if (other.group, other.adjusted, other.basis) == (line.group, line.adjusted, line.basis):
                yield other
