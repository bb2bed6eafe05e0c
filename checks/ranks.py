"""Ranks among the sections of business: "de meeste vacatures van alle bedrijfstakken". True or false of one period, like a record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from checks.derived import Estimate
from checks.lookup import Reading, choose, lines
from checks.question import Question
from checks.streaks import HOLDS, Course, truth
from labour.indicators import Indicator
from labour.model import Claim
from labour.observations import ObservationIndex

SECTION = re.compile(r"^[A-S]$")
ENOUGH = 12  # of the nineteen sections; with fewer held the first of them need not be the first of all
_AMONG = re.compile(r"\b(sectoren|bedrijfstakken|branches)\b", re.IGNORECASE)
_IN_TIME = re.compile(r"\b(ooit|sinds|nog nooit|record|eerder)\b", re.IGNORECASE)


def is_rank(claim: Claim, sentence: str) -> bool:
    """Whether a record is one among sectors at one time, not of one sector through time."""
    side = claim.condition.side if claim.condition else ""
    among = bool(claim.sector and _AMONG.search(sentence)) and not _IN_TIME.search(sentence)
    return claim.kind == "record" and side in ("highest", "lowest") and among and not claim.base_period


def rank(claim: Claim, indicator: Indicator, group: str, index: ObservationIndex, day: date | None) -> Course | str:
    """The question whether a section is the first of all at the claim's period; "cells" when too few are held."""
    assert claim.condition is not None and claim.period is not None
    sign = 1 if claim.condition.side == "highest" else -1
    own = next(iter(choose(index, indicator, group, claim.adjusted, [claim.period], day)), None)
    if own is None or not SECTION.match(group):
        return "cells"
    footing = (own.adjusted, own.basis, own.unit)
    others = [x for x in lines(index, indicator.id) if (x.adjusted, x.basis, x.unit) == footing and SECTION.match(x.group)]
    cells = [own.readings(index, claim.period)]
    cells += [held for x in others if x.group != group and (held := x.readings(index, claim.period))]
    if len(cells) < ENOUGH:
        return "cells"

    def answer(known: Sequence[Reading]) -> Estimate | None:
        against = max(known[1:], key=lambda r: r.point * sign)
        return truth(known[0].point * sign >= against.point * sign, (known[0], against))

    return Course(Question(tuple(cells), answer), HOLDS, own, claim.period, True)
