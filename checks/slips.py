"""Slips in writing down the right cell: the sign turned, zeros too many or too few, another unit, the ratio the other way round."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from checks.derived import Estimate
from checks.interval import AGREES, Claimed, claimed, fit, scaled, step_of, transposed
from checks.question import Ask, put
from labour.model import Claim
from labour.observations import ObservationIndex

Answer = Callable[[Ask], Estimate | None]
SCALES = tuple(map(Decimal, ("1000", "0.001", "1000000", "0.000001", "10", "0.1", "100", "0.01")))


def agrees(asked: Claimed, made: Estimate) -> bool:
    """Whether a figure bears a claim out, if need be through its own rounding."""
    return fit(asked, made.point, made.spread) in AGREES


def fine(claim: Claim) -> bool:
    """Whether a claim is printed to two digits or more; one digit fits too much to prove a slip."""
    return claim.value is not None and abs(claim.value) >= 10 * step_of(claim)


def kind_of_slip(claim: Claim, ask: Ask, asked: Claimed, own: Estimate, answer: Answer) -> str | None:
    """Which slip would make the claim fit its own cells, with the answer ``own``: "sign", "unit", "inverse_ratio" or "scale"."""
    assert claim.value is not None
    if claim.kind == "change" and _value_fits(claim, -claim.value, own):
        return "sign"
    if any(made is not None and agrees(asked, made) for made in map(answer, _other_units(claim, ask))):
        return "unit"
    if any(agrees(asked, made) for made in _turned(ask, answer)):
        return "inverse_ratio"
    return "scale" if _misses_zeros(claim, own) else None


def of_the_pen(claim: Claim, own: Estimate) -> bool:
    """Whether two digits that changed places, the zeros or the sign keep a claim from its cell: no chance fit."""
    step = step_of(claim)
    swapped = claim.value is not None and abs(claim.value) >= 100 * step and transposed(claim.value, own.point, step)
    return swapped or _misses_zeros(claim, own) or (claim.kind == "change" and turned_round(claim, own))


def _misses_zeros(claim: Claim, own: Estimate) -> bool:
    value = claim.value
    return value is not None and fine(claim) and any(_value_fits(claim, value * factor, own, factor) for factor in SCALES)


def turned_round(claim: Claim, own: Estimate) -> bool:
    """Whether a change fits with the opposite sign, printed finely enough for that to be no chance."""
    return claim.value is not None and fine(claim) and _value_fits(claim, -claim.value, own)


def in_points(claim: Claim, ask: Ask, index: ObservationIndex) -> bool:
    """Whether growth in percent of a percentage fits as a change in points."""
    asked = claimed(claim)
    if asked is None or ask.form != "growth" or ask.line.unit != "percent":
        return False
    question = put(replace(ask, form="difference", factor=Decimal(1)), index)
    made = question.at(None) if question is not None else None
    return made is not None and fit(asked, made.point, made.spread) == "in"


def _turned(ask: Ask, answer: Answer) -> Iterator[Estimate]:
    """The ratio the other way round, per one and per hundred."""
    if ask.line.unit == "per_100" and ask.form in ("level", "inverse"):
        form, factor = ("inverse", Decimal(1)) if ask.form == "level" else ("level", Decimal("0.01"))
        made = answer(replace(ask, form=form, factor=factor))
        if made is not None:
            yield made
            yield replace(made, point=made.point * 100, spread=scaled(made.spread, Decimal(100)))


def _value_fits(claim: Claim, value: Decimal, own: Estimate, factor: Decimal = Decimal(1)) -> bool:
    """Whether the cell would bear the claim out if it said ``value``, printed as coarsely in proportion."""
    step = None if claim.step is None else claim.step * abs(factor)
    base = None if claim.base_value is None else claim.base_value * factor
    asked = claimed(replace(claim, value=value, step=step, base_value=base, end_value=None))
    return asked is not None and agrees(asked, own)


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
