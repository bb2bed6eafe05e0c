"""Figures that are not held themselves, made from those that are: tension from vacancies and unemployed, a range from its sections."""

from __future__ import annotations

import re

from checks.lookup import Line, lines
from checks.question import Ask
from checks.units import COUNTED, factor
from labour.indicators import Indicator
from labour.model import Claim
from labour.observations import ObservationIndex

TOTAL = "total"
_RANGE = re.compile(r"^([A-U])-([A-U])$")


def made_from_parts(claim: Claim, indicator: Indicator, group: str, index: ObservationIndex) -> Ask | None:
    """A figure that is not held itself, from those that make it. It may support a claim; CBS's own could differ a little."""
    assert claim.period is not None
    return _tension(claim, indicator, group, index) or _sections(claim, indicator, group, index)


def _tension(claim: Claim, indicator: Indicator, group: str, index: ObservationIndex) -> Ask | None:
    """Tension from the two figures CBS says it is made of: vacancies and unemployed, both seasonally adjusted."""
    if indicator.derived != "tension" or group != TOTAL or claim.unit != "per_100" or claim.adjusted is False or not claim.period:
        return None
    pair = [_held(index, name, TOTAL, True, claim.period) for name in ("open_vacancies", "unemployed_persons")]
    return None if pair[0] is None or pair[1] is None else Ask("tension", pair[0], claim.period, other=pair[1])


def _sections(claim: Claim, indicator: Indicator, group: str, index: ObservationIndex) -> Ask | None:
    """A range of sections ("M-N") as the sum of its sections, before seasonal adjustment."""
    ends = _RANGE.match(group)
    if not ends or indicator.unit not in COUNTED or claim.kind != "level" or claim.adjusted is True or not claim.period:
        return None
    letters = [chr(code) for code in range(ord(ends[1]), ord(ends[2]) + 1)]
    parts = [_held(index, indicator.id, letter, False, claim.period) for letter in letters]
    held = [part for part in parts if part is not None]
    if len(held) < len(letters) or factor(claim, indicator, held[0].unit) is None:
        return None
    return Ask("total", held[0], claim.period, parts=tuple(held[1:]))


def _held(index: ObservationIndex, indicator: str, group: str, adjusted: bool, period: str) -> Line | None:
    """The line of a group on the indicator's own footing that holds the period."""
    found = (x for x in lines(index, indicator) if (x.group, x.adjusted, x.basis) == (group, adjusted, ""))
    return next((x for x in found if x.readings(index, period)), None)
