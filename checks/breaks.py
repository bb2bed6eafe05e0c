"""Breaks of method between publications: which states are of before one, and which figures were out before it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from labour.indicators import Break, Indicator
from labour.observations import State
from labour.periods import parse

# CBS puts out figures of a month about three weeks after it (Werkloosheid en beroepsbevolking, maandcijfers), of a quarter within seven
BY_MONTH, BY_QUARTER = timedelta(days=21), timedelta(days=50)


def between_states(indicator: Indicator) -> list[tuple[Break, date]]:
    """The breaks that lie between states, with the first day of the new method."""
    return [(one, date.fromisoformat(one.from_day)) for one in indicator.breaks if one.from_day]


def of_before(state: State, one: Break) -> bool:
    """Whether a state is of the method before a break: by its label, else by its date; an undated one is of after it."""
    if state.method in (one.method_before, one.method_after):
        return state.method == one.method_before
    return state.known_from is not None and one.from_day is not None and state.known_from < date.fromisoformat(one.from_day)


def out_before(period: str, on: date, indicator: Indicator) -> bool:
    """Whether the figure of a period was published before a day."""
    at = parse(period)
    return at is not None and at.last_day() + (BY_MONTH if "MM" in indicator.frequency else BY_QUARTER) < on


def out_by_older_method(periods: Sequence[str], indicator: Indicator, day: date | None = None) -> bool:
    """Whether every period was published by a method that has been given up since; ``day``: given up by then."""
    starts = [on for _, on in between_states(indicator) if day is None or on <= day]
    return bool(starts) and all(any(out_before(period, on, indicator) for on in starts) for period in periods)
