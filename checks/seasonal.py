"""Figures of which only the unadjusted one is held: how far the adjusted one can lie from it, and which a letter quotes. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from checks.interval import step_of
from checks.question import Ask
from checks.two_dates import Outcome
from labour.model import Check, Claim
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


ENOUGH = 2  # figures of a letter that are to the hundred those of the unadjusted series
FINE = 100  # vacancies; the news rounds them to thousands


def quotes_unadjusted(checks: Sequence[Check], index: ObservationIndex) -> list[int]:
    """Places of the sector figures left open because the adjusted one is not held, in a letter that quotes the unadjusted ones.

    That is told by its other sector figures, printed too finely for the news and borne out by unadjusted cells alone.
    """
    told: Counter[tuple[str, str | None]] = Counter()
    for check in checks:
        if check.verdict == "supported" and _of_a_sector(check.claim) and step_of(check.claim) <= FINE and _unadjusted_alone(check, index):
            told[check.claim.letter, check.claim.indicator] += 1
    return [
        place
        for place, check in enumerate(checks)
        if (check.verdict, check.reason) == ("unverifiable", "ambiguous")
        and _of_a_sector(check.claim)
        and _unadjusted_alone(check, index)
        and told[check.claim.letter, check.claim.indicator] >= ENOUGH
    ]


def _of_a_sector(claim: Claim) -> bool:
    return claim.sector is not None and claim.adjusted is None and claim.kind == "level" and claim.approx == "exact"


def _unadjusted_alone(check: Check, index: ObservationIndex) -> bool:
    """Whether a figure was laid beside unadjusted cells, of a group that is published adjusted too."""
    series = [index.series[one.series] for one in check.evidence if one.series in index.series]
    return bool(series) and all(
        one.adjusted is False and next(index.of(one.indicator, group=one.group, adjusted=True), None) is not None for one in series
    )
