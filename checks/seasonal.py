"""How far an adjusted figure that is not held can lie from the unadjusted one that is. Pure."""

from __future__ import annotations

from decimal import Decimal

from checks.question import Ask
from checks.two_dates import Outcome
from labour.model import Claim
from labour.observations import ObservationIndex, latest

FEWEST = 6  # quarters held both ways; of fewer nothing is said
TIMES = 2  # a season may differ more in a year that is not held; this often the widest gap seen is out of its reach


def beyond_the_season(claim: Claim, ask: Ask, outcome: Outcome, index: ObservationIndex) -> bool:
    """Whether a level lies so far from the unadjusted figure that the adjusted one cannot be what is meant."""
    widest = _widest_gap(ask, index)
    if ask.form != "level" or outcome.used is None or not outcome.used.point or claim.value is None or widest is None:
        return False
    return abs(claim.value / outcome.used.point - 1) > TIMES * widest


def _widest_gap(ask: Ask, index: ObservationIndex) -> Decimal | None:
    """The largest distance between the two, as a part of the unadjusted figure, over the periods held of both."""
    gaps = []
    for adjusted in index.of(ask.line.indicator, group=ask.line.group, adjusted=True):
        for unadjusted in index.of(ask.line.indicator, group=ask.line.group, adjusted=False):
            for period in set(index.periods(adjusted.key)) & set(index.periods(unadjusted.key)):
                one, other = latest(index.states(adjusted.key, period)), latest(index.states(unadjusted.key, period))
                if one is not None and other is not None and other.value and period[4:6] == ask.period[4:6]:
                    gaps.append(abs(one.value * adjusted.scale / (other.value * unadjusted.scale) - 1))
    return max(gaps) if len(gaps) >= FEWEST else None
