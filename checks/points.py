"""Changes told in the wrong one of two units, shown by the figures they follow: percent for points, and points for percent. Pure.

The difference of two percentages is in points, the growth of a number of persons or vacancies in percent. Both are read from the letter
alone: a change that is to the digit what the two figures before it make in the other unit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from checks.explain import printed
from checks.interval import step_of
from checks.repeats import Finding, same_place
from checks.units import COUNTED
from labour.indicators import Field
from labour.model import Claim, Letter

NEIGHBOURS = 12  # claims before a change among which they are looked for
REACH = 250  # characters from the first of two figures to the change that follows them
#: a rate and the number it is a rate of, which one word may name
_ALSO_NAMED = {"unemployed_persons": "unemployment_rate", "employed_persons": "net_participation"}
HUNDRED = Decimal(100)


def wrong_units(claims: Sequence[Claim], letters: Mapping[str, Letter], field: Field) -> dict[int, Finding]:
    """Findings by position of the change."""
    found = {}
    for position, claim in enumerate(claims):
        if claim.kind != "change" or claim.value is None or claim.base_value is not None:
            continue
        if claim.unit == "percent":
            pair = _before(position, claims, _is_rate, _is_difference)
            if pair is not None and _about(claim, pair[1]):
                found[position] = _finding(
                    claim, pair, "het verschil", "dat zijn procentpunten", "the difference", "those are percentage points"
                )
        elif claim.unit == "percentage_point":
            pair = _before(position, claims, _is_count, _is_growth) or _before(position, claims, _is_counted, _is_growth_by)
            if pair is not None:
                found[position] = _finding(claim, pair, "de groei", "die is in procent", "the growth", "which is in percent")
    return found


def _finding(claim: Claim, pair: tuple[Claim, Claim], what: str, so: str, what_en: str, so_en: str) -> Finding:
    first, last = map(printed, pair)
    nl = f"“{printed(claim)}” is {what} tussen “{first}” en “{last}”: {so}."
    en = f"“{printed(claim)}” is {what_en} between “{first}” and “{last}”: {so_en}."
    return Finding("inconsistent", nl, en, frozenset({"unit_suspect"}), related=pair)


def _before(
    position: int, claims: Sequence[Claim], fits: Callable[[Claim], bool], makes: Callable[[Claim, Claim, Claim], bool]
) -> tuple[Claim, Claim] | None:
    """The two figures of one thing at two times, close before a change, that make it."""
    claim = claims[position]
    levels = [
        c for c in claims[max(0, position - NEIGHBOURS) : position] if fits(c) and c.end <= claim.start and same_place(claim, c, REACH)
    ]
    return next(((a, b) for a, b in reversed(list(pairwise(levels))) if _of_one_thing(a, b) and makes(claim, a, b)), None)


def _is_rate(claim: Claim) -> bool:
    return claim.unit == "percent" and claim.kind in ("share", "level") and bool(claim.value) and claim.approx == "exact"


def _is_count(claim: Claim) -> bool:
    return claim.unit in COUNTED and claim.kind == "level" and bool(claim.value)


def _is_counted(claim: Claim) -> bool:
    """A count, or how much it rose or fell: "5.628.000 werknemers, 58.000 meer"."""
    return claim.unit in COUNTED and claim.kind in ("level", "change") and bool(claim.value) and claim.base_value is None


def _of_one_thing(a: Claim, b: Claim) -> bool:
    apart = a.period != b.period or a.period is None or a.kind != b.kind
    return bool(a.indicator) and (a.indicator, a.sector, a.population) == (b.indicator, b.sector, b.population) and apart


def _growth(a: Claim, b: Claim) -> tuple[Decimal, Decimal]:
    """Growth in percent between two figures as printed, whichever of them is the later."""
    assert a.value is not None and b.value is not None
    return (b.value / a.value - 1) * HUNDRED, (a.value / b.value - 1) * HUNDRED


def _is_difference(claim: Claim, a: Claim, b: Claim) -> bool:
    """Whether the number is to the digit the difference of two percentages, and not what the one grew by to become the other."""
    assert claim.value is not None and a.value is not None and b.value is not None
    same = step_of(claim) == step_of(a) == step_of(b) and abs(claim.value) == abs(b.value - a.value)
    return same and all(abs(abs(growth) - abs(claim.value)) > step_of(claim) for growth in _growth(a, b))


def _is_growth(claim: Claim, a: Claim, b: Claim) -> bool:
    """Whether a number of points is the growth of a count, rounded as printed."""
    assert claim.value is not None
    return any(abs(abs(growth) - abs(claim.value)) <= step_of(claim) / 2 for growth in _growth(a, b))


def _is_growth_by(claim: Claim, a: Claim, b: Claim) -> bool:
    """Whether a number of points is what a count grew by, told as a count and its change."""
    assert claim.value is not None and a.value is not None and b.value is not None
    if a.kind != "level" or b.kind != "change" or a.value == b.value:
        return False
    growth = b.value / (a.value - b.value) * HUNDRED
    return abs(abs(growth) - abs(claim.value)) <= step_of(claim) / 2


def _about(change: Claim, rate: Claim) -> bool:
    """Whether a change can be of that rate: named so, or by a name taken from before and printed too finely to fit by chance."""
    if change.indicator in (rate.indicator, None) or _ALSO_NAMED.get(change.indicator or "") == rate.indicator:
        return True
    fine = change.value is not None and abs(change.value) >= 10 * step_of(change)
    return fine and any(rule.endswith(".inherited") for rule in change.rules)
