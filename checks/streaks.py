"""Streaks and records: what a claim without a figure, or with a length, asserts of a whole series.

Each becomes a ``Question`` whose answer is a length ("twaalf kwartalen op rij") or 1 for true and 0 for false ("voor het eerst",
"het hoogst sinds"), so that they are judged by the same two dates as every other figure. Only states of one method are compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from checks.derived import Estimate
from checks.interval import Claimed, claimed
from checks.lookup import Line, Reading, choose, kind_of
from checks.question import Question
from checks.reading import breaks_between
from labour.indicators import Indicator
from labour.model import Claim, Condition, Interval
from labour.observations import ObservationIndex
from labour.periods import parse, span

FREQUENCY = {"quarters": "KW", "months": "MM", "years": "JJ"}
RECENT = timedelta(days=200)  # a "now" of longer ago is not the letter's
TRUE, FALSE = Decimal(1), Decimal(0)
HOLDS = Claimed(Interval(TRUE, TRUE, False, False), Interval(TRUE, TRUE, False, False), Interval(TRUE, TRUE, False, False))
# adjectives, not assertions that a series can settle: "historisch hoog", "een unieke situatie"
QUALITATIVE = re.compile(r"histori|uniek|ongekend|recordhoogte|niet eerder gezien")


@dataclass(frozen=True, slots=True)
class Course:
    """A question about the course of a line up to ``period``, with what a claim must meet."""

    question: Question
    claimed: Claimed
    line: Line
    period: str
    firm: bool


def course(claim: Claim, indicator: Indicator, group: str, index: ObservationIndex, day: date | None) -> Course | str:
    """The course that a streak or record is about, or the reason why there is none: "qualitative", "period" or "cells"."""
    condition = claim.condition
    if condition is None or QUALITATIVE.search(claim.quote.lower()):
        return "qualitative"
    ends = span(claim.period or "")
    start, period = ends or ("", claim.period or "")
    if claim.kind == "streak" and claim.value is None and not ends:
        return "qualitative"
    kind = FREQUENCY.get(claim.unit, "") if claim.kind == "streak" and claim.value is not None else kind_of(period)
    line = _line(claim, indicator, group, index, day, period, kind)
    if line is None:
        return "cells"
    inferred = not period
    period = period or _last_known(line, index, kind, day)
    if not period or (kind and kind_of(period) != kind):
        return "period"
    keys = _unbroken(line.periods(index, kind_of(period)), period)
    if not keys:
        return "cells"
    cut = breaks_between(indicator, keys[0], period)
    keys = [key for key in keys if key >= cut] if kind_of(cut) == kind_of(period) else keys
    cells = tuple(line.readings(index, key) for key in keys)
    if claim.kind == "streak":
        return _streak(claim, condition, cells, keys, line, start, inferred)
    formula = _record(condition, keys, claim.base_period or "")
    if formula is None:
        return "qualitative"
    return Course(Question(cells, formula, partial=True), HOLDS, line, period, not inferred)


def _line(claim: Claim, indicator: Indicator, group: str, index: ObservationIndex, day: date | None, period: str, kind: str) -> Line | None:
    found = choose(index, indicator, group, claim.adjusted, [period] if period else [], day)
    return next((line for line in found if period or line.periods(index, kind or None)), None)


def _last_known(line: Line, index: ObservationIndex, kind: str, day: date | None) -> str:
    """The last period whose figure was out by the day; "" without a day, or when what is held of then is old."""
    for key in reversed(line.periods(index, kind or "KW")):
        at = parse(key)
        if day is None or at is None or at.last_day() + RECENT < day:
            return ""
        if any(r.state.known_from and r.state.known_from <= day for r in line.readings(index, key)):
            return key
    return ""


def _unbroken(keys: Sequence[str], last: str) -> list[str]:
    """The periods up to ``last`` without a gap, oldest first: a gap stays a gap, nothing is concluded across it."""
    held, at, run = set(keys), parse(last), []
    while at is not None and at.key in held:
        run.append(at.key)
        at = at.shift(-1)
    return run[::-1]


def _without_gap(known: Sequence[Reading], keys: Sequence[str]) -> Sequence[Reading]:
    """The figures known up to the last of the periods, back to the first one that was not known; nothing when that is the last."""
    run: list[Reading] = []
    for reading, key in zip(reversed(known), reversed(keys), strict=False):
        if reading.period != key:
            break
        run.append(reading)
    return run[::-1]


def _streak(
    claim: Claim,
    condition: Condition,
    cells: tuple[tuple[Reading, ...], ...],
    keys: Sequence[str],
    line: Line,
    start: str,
    inferred: bool,
) -> Course | str:
    meets = _meets(condition)
    if meets is None:
        return "qualitative"

    def length(known: Sequence[Reading]) -> Estimate | None:
        known = _without_gap(known, keys)
        if not known:
            return None
        run = 0
        while run < len(known) and meets(known, len(known) - 1 - run):
            run += 1
        reached = run == len(known) or (condition.side in ("rising", "falling") and run == len(known) - 1)
        if reached and claim.value is not None and claim.approx != "at_least":
            return None  # it may have begun before the figures held do
        used = tuple(known[-(run + 1) :])
        return Estimate(Decimal(run), Interval(Decimal(run), Decimal(run), False, False), used)

    asked = claimed(claim)
    if asked is None:  # "vanaf 2021-III onafgebroken": every period of the span must meet it
        count = Decimal(sum(1 for states in cells if states[0].period >= start))
        enough = Interval(count, None, False, False)
        asked = Claimed(enough, enough, enough)
    elif inferred and claim.value is not None:  # the letter may have been written before the newest figure
        open_end = Interval(claim.value, claim.value + 1, False, False)
        asked = Claimed(asked.strict, asked.strict, open_end)
    return Course(Question(cells, length, partial=True), asked, line, keys[-1], not inferred)


def _meets(condition: Condition) -> Callable[[Sequence[Reading], int], bool] | None:
    """Whether the figure at a place in the course meets the condition."""
    limit = condition.threshold
    if condition.side in ("above", "below") and limit is not None:
        sign = 1 if condition.side == "above" else -1
        return lambda known, i: (known[i].point - limit) * sign > 0
    if condition.side in ("rising", "falling"):
        sign = 1 if condition.side == "rising" else -1
        return lambda known, i: i > 0 and (known[i].point - known[i - 1].point) * sign > 0
    return None


def _record(condition: Condition, keys: Sequence[str], since: str) -> Callable[[Sequence[Reading]], Estimate | None] | None:
    """True or false of the last figure against the earlier ones, back to ``since`` where the text says so; no gap among them."""
    side, limit = condition.side, condition.threshold
    if side in ("highest", "lowest"):
        sign = 1 if side == "highest" else -1
    elif side in ("first", "above", "below") and limit is not None:
        sign = -1 if side == "below" else 1
    else:
        return None

    def answer(known: Sequence[Reading]) -> Estimate | None:
        if len(known) < 2 or len(_without_gap(known, keys)) < len(known):
            return None
        last, earlier = known[-1], [r for r in known[:-1] if r.period > since]
        if side in ("highest", "lowest"):
            against = max(earlier, key=lambda r: r.point * sign, default=last)
            true = not earlier or last.point * sign >= against.point * sign
            return truth(true, (last, against) if earlier else (last,))
        assert limit is not None
        met = [r for r in earlier if (r.point - limit) * sign > 0]
        true = (last.point - limit) * sign > 0 and not met
        return truth(true, (last, met[-1] if met else known[-2]))

    return answer


def truth(true: bool, cells: tuple[Reading, ...]) -> Estimate:
    """1 or 0, with the figures that make it so."""
    point = TRUE if true else FALSE
    return Estimate(point, Interval(point, point, False, False), cells)
