"""Whether a number that does not fit may stand in a publication by a method given up since, which is mostly not held. Pure.

CBS recalculates its series when it changes its method; what it published until then stays in print. How far the figures of the two
methods lie apart is read from the cells that are held by both.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from checks.breaks import between_states, out_by_older_method
from checks.interval import Claimed, overlaps, slip, step_of
from checks.lookup import lines
from checks.question import CHANGES, Ask, put
from checks.two_dates import Outcome
from labour.indicators import Indicator
from labour.model import Claim
from labour.observations import ObservationIndex

# the new survey method counts more unemployed and more employed (CBS, Arbeidsdeelname, kerncijfers 2013-2021): older figures are lower
ROSE = frozenset("unemployed_persons unemployment_rate labour_force employed_persons net_participation gross_participation".split())
SAME = Decimal("0.01")  # between the methods the figures lie further apart than this
FURTHER = Decimal("1.1")  # at most so much further than where both are held, and no nearer than half as far
UNKNOWN = Decimal("1.5")  # where only one method is held


def may_be_quoted(claim: Claim, indicator: Indicator, ask: Ask, outcome: Outcome, asked: Claimed, index: ObservationIndex) -> bool:
    """Whether the claim may quote such a publication: not a slip of the pen, and as far from the figure as the methods are."""
    used = outcome.used
    if "method_break" not in outcome.caveats or used is None or claim.value is None:
        return False
    if outcome.first is not None and outcome.first.methods != used.methods:
        return False  # it is held, and is not what the letter says
    if not out_by_older_method([cell.period for cell in used.cells], indicator):
        return False
    apart = _apart(indicator, index)
    older = [replace(cell, room=apart) for cell in used.cells]
    if ask.form in CHANGES and claim.base_value is not None and claim.end_value is not None:
        return all(cell.spread.holds(end) for cell, end in zip(older, (claim.end_value, claim.base_value), strict=True))
    if ask.form not in CHANGES:
        near = abs(claim.value - used.point) <= SAME * abs(used.point)
        if near or (abs(claim.value) >= 100 * step_of(claim) and slip(claim.value, used.point, step_of(claim))):
            return False
    question = put(ask, index)
    made = question.formula(older) if question is not None else None
    return made is not None and overlaps(asked.near, made.spread)


def _apart(indicator: Indicator, index: ObservationIndex) -> tuple[Decimal, Decimal]:
    """Least and most that a figure by the older method can be, as a share of the one by the newer."""
    pairs = {(one.method_before, one.method_after) for one, _ in between_states(indicator)}
    ratios = [
        old.point / new.point
        for line in lines(index, indicator.id)
        for period in line.periods(index)
        for old in line.readings(index, period)
        for new in line.readings(index, period)
        if (old.state.method, new.state.method) in pairs and new.point > 0
    ]
    if not ratios:
        return 1 / UNKNOWN, Decimal(1) if indicator.id in ROSE else UNKNOWN
    low, high = min(ratios), max(ratios)
    if low < 1 < high:
        return low / FURTHER, high * FURTHER
    return (low / FURTHER, (1 + high) / 2) if high < 1 else ((1 + low) / 2, high * FURTHER)
