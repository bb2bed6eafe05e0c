"""What a printed number can mean, and what a published one: intervals from print, and arithmetic that keeps them honest.

A number is printed to a step (66,0 to a tenth, 195.000 to a thousand) and with or without a hedge. Around what the print allows
lie two wider readings, so that a sloppy rounding is never called an error. Values are in units of one. Touches only records of
``labour.model``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from labour.model import Claim, Interval

ZERO = Decimal(0)
HALF = Decimal("0.5")
# units of counted things, where a bare round number (400.000) may be a rounding to its last digit that is not zero
COUNTED = frozenset("persons vacancies jobs fte households count EUR".split())
ROUND = Decimal("0.015")  # 390.000 for 391.400 is a rounding, not an error
OWN_DIGIT = Decimal("0.2")  # "ruim 5 duizend" reaches to 6 duizend, "ruim 1 miljoen" not to 2
COARSE = 20  # how many times wider a published figure may be than the print it is to bear out
AGREES = frozenset({"in", "rounding"})  # what ``fit`` says of a figure that bears a claim out
_DECIMALS = re.compile(r"\d,\d")


@dataclass(frozen=True, slots=True)
class Claimed:
    """Three readings of a print, each at least as wide as the one before: 400.000 is 399.500 to 400.500 by its step,
    some thousands more for a rounding nobody would call wrong, and 350.000 to 450.000 when only the 4 is meant.
    """

    strict: Interval
    near: Interval  # supported, by rounding only
    loose: Interval  # neither supported nor contradicted


@dataclass(frozen=True, slots=True)
class _Hedge:
    """Reach of a hedge below and above the number, in units of its last digit that is not zero; ``cap`` a share of the number.

    ``None`` is no limit. One-digit numbers (400 duizend) reach half as far: "ruim 400 duizend" is not 490 duizend.
    """

    below: Decimal | None
    above: Decimal | None
    cap: Decimal = Decimal("0.05")


_FULL = Decimal(1)
HEDGES: dict[str, _Hedge] = {
    "just_over": _Hedge(ZERO, _FULL),  # "ruim 2.200 fte": from 2.200 to 2.300
    "almost": _Hedge(_FULL, ZERO),  # "bijna 42.000 personen": from 41.000 to 42.000
    "just_under": _Hedge(_FULL, ZERO),  # "een krappe 11.000 fte": from 10.450 (5 percent at most) to 11.000
    "at_least": _Hedge(ZERO, None),  # "meer dan 13.000 vacatures", "ten minste": 13.000 and up
    "at_most": _Hedge(None, ZERO),  # "nog geen maand", "maximaal": up to the number
    "about": _Hedge(_FULL, _FULL),  # "circa 43.000", "ongeveer", "zo'n": 1.000 either way
}


def step_of(claim: Claim) -> Decimal:
    """Size of the last printed digit in units of one; where the extractor gave none, that of the value's own decimals."""
    if claim.step is not None and claim.step > 0:
        return claim.step
    if claim.unit == "fraction":
        return Decimal("0.05")  # "4 op de 5", "een derde": spoken fractions are good to a twentieth
    exponent = claim.value.as_tuple().exponent if claim.value is not None else 0
    return Decimal(1).scaleb(min(0, exponent)) if isinstance(exponent, int) else Decimal(1)


def last_digit(value: Decimal, step: Decimal, text: str) -> Decimal:
    """Place of the last digit that is not zero: 1.000 for 195.000. Printed decimals count: 4,0 miljoen is good to a tenth."""
    if not value or _DECIMALS.search(text):
        return step
    exponent = value.normalize().as_tuple().exponent
    return max(step, Decimal(1).scaleb(exponent)) if isinstance(exponent, int) else step


def claimed(claim: Claim) -> Claimed | None:
    """The intervals of a claim; None when it states no value."""
    if claim.value is None:
        return None
    step = step_of(claim)
    if claim.kind == "change" and claim.base_value is not None and claim.end_value is not None:
        return _from_to(claim, step)
    if claim.end_value is not None and claim.end_value > claim.value:  # "tussen 55.000 en 60.000"
        whole = Interval(claim.value - step * HALF, claim.end_value + step * HALF)
        return Claimed(whole, whole, whole)
    found = _printed(abs(claim.value), step, claim.approx, last_digit(abs(claim.value), step, claim.value_text), claim.unit)
    return Claimed(mirrored(found.strict), mirrored(found.near), mirrored(found.loose)) if claim.value < 0 else found


def _from_to(claim: Claim, step: Decimal) -> Claimed:
    """A difference read off two printed levels carries the rounding of both: 445 to 397 duizend is -48 give or take 1."""
    assert claim.value is not None
    reach = step if claim.unit != "percent" or claim.base_value is None else step * HALF
    own = Interval(claim.value - reach, claim.value + reach, True, True)
    return Claimed(own, own, own)


def _printed(value: Decimal, step: Decimal, approx: str, last: Decimal, unit: str) -> Claimed:
    half = step * HALF
    hedge = HEDGES.get(approx)
    if hedge is None:
        return _bare(value, half, last, unit)
    one_digit = last > 0 and value / last < 10
    reach = last * (HALF if one_digit else 1)
    near = max(half, min(reach, value * hedge.cap))
    if approx == "about":
        far, own = max(near, reach), Interval(value - near, value + near, False, False)
        return Claimed(own, own, Interval(value - far, value + far, False, False))
    if approx in ("just_over", "almost"):  # "ruim 5 duizend": what is printed with the last digit is told by it
        near = max(near, min(2 * half, value * OWN_DIGIT))
    loose = max(near, reach, 2 * half)
    return Claimed(
        Interval(_side(hedge.below, value, -near, ZERO), _side(hedge.above, value, near, ZERO), False, False),
        Interval(_side(hedge.below, value, -near, -half), _side(hedge.above, value, near, half), False, False),
        Interval(_side(hedge.below, value, -loose, -half), _side(hedge.above, value, loose, half), False, False),
    )


def _bare(value: Decimal, half: Decimal, last: Decimal, unit: str) -> Claimed:
    """A number without a hedge: to its step; when it is rounder than its step, with the wider readings of a round number."""
    strict = Interval(value - half, value + half)
    if last <= 2 * half or unit not in COUNTED | {"percent"}:
        return Claimed(strict, strict, strict)
    if unit == "percent":  # "40 procent" for 39,3: sloppy, not wrong
        return Claimed(strict, strict, Interval(value - 2 * half, value + 2 * half))
    reach = last * HALF
    near = max(half, min(reach, value * ROUND))
    return Claimed(strict, Interval(value - near, value + near), Interval(value - reach, value + reach))


def _side(reach: Decimal | None, value: Decimal, far: Decimal, at_number: Decimal) -> Decimal | None:
    """One end: open without a limit, at the number (give or take its rounding) where the hedge does not reach, else ``far`` away."""
    if reach is None:
        return None
    return value + (far if reach else at_number)


def published(value: Decimal, scale: Decimal, decimals: int) -> Interval:
    """What a published number can be before its own rounding, in units of one."""
    half = Decimal(1).scaleb(-decimals) * scale * HALF
    return Interval(value * scale - half, value * scale + half)


def overlaps(a: Interval, b: Interval) -> bool:
    """Whether two intervals share a value."""
    return _reaches(a.high, a.high_open, b.low, b.low_open) and _reaches(b.high, b.high_open, a.low, a.low_open)


def _reaches(high: Decimal | None, high_open: bool, low: Decimal | None, low_open: bool) -> bool:
    if high is None or low is None:
        return True
    return high > low or (high == low and not high_open and not low_open)


def fit(claim: Claimed, point: Decimal, spread: Interval) -> str:
    """How a published figure meets a claim: "in", "rounding" (only through its own rounding), "loose", or "out"."""
    if claim.strict.holds(point):
        return "in"
    if overlaps(claim.strict, spread) or overlaps(claim.near, spread):
        return "loose" if _much_finer(claim.strict, spread) else "rounding"
    return "loose" if overlaps(claim.loose, spread) else "out"


def _much_finer(print_allows: Interval, spread: Interval) -> bool:
    """Whether a claim is so much more precise than the published figure that this cannot bear it out."""
    if print_allows.low is None or print_allows.high is None or spread.low is None or spread.high is None:
        return False
    return (spread.high - spread.low) > COARSE * (print_allows.high - print_allows.low)


def mirrored(one: Interval) -> Interval:
    """The interval of minus the value."""
    return Interval(None if one.high is None else -one.high, None if one.low is None else -one.low, one.high_open, one.low_open)


def minus(a: Interval, b: Interval) -> Interval:
    """Every a - b; both bounded."""
    assert a.low is not None and a.high is not None and b.low is not None and b.high is not None
    return Interval(a.low - b.high, a.high - b.low, True, True)


def divided(a: Interval, b: Interval, factor: Decimal = Decimal(1)) -> Interval | None:
    """Every factor * a / b, for a not below zero and b above it; None otherwise."""
    assert a.low is not None and a.high is not None and b.low is not None and b.high is not None
    if b.low <= 0 or a.high < 0:
        return None
    return Interval(factor * max(a.low, ZERO) / b.high, factor * a.high / b.low, True, True)


def scaled(a: Interval, factor: Decimal, shift: Decimal = ZERO) -> Interval:
    """factor * a + shift, for a factor above zero."""
    assert a.low is not None and a.high is not None
    return Interval(a.low * factor + shift, a.high * factor + shift, a.low_open, a.high_open)


def slip(stated: Decimal, right: Decimal, step: Decimal) -> bool:
    """Whether two numbers differ by one digit or by two neighbours that changed places."""
    a, b = _digits(stated, step), _digits(right, step)
    return len(a) == len(b) and (sum(x != y for x, y in zip(a, b, strict=True)) == 1 or transposed(stated, right, step))


def transposed(stated: Decimal, right: Decimal, step: Decimal) -> bool:
    """Whether two numbers differ by two neighbouring digits that changed places."""
    a, b = _digits(stated, step), _digits(right, step)
    return len(a) == len(b) and any(a[:i] + a[i + 1] + a[i] + a[i + 2 :] == b != a for i in range(len(a) - 1))


def _digits(value: Decimal, step: Decimal) -> str:
    return str(abs(round(value / step)))
