"""What figures were, when: states as of a day, first releases, revisions, and what one state changed against another. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from labour import observations
from labour.observations import ObservationIndex, Series, State

Cell = tuple[Decimal | None, str]  # value as published or nothing, status
Held = Mapping[str, tuple[Series, Mapping[str, Cell]]]  # series key -> series and period -> cell


@dataclass(frozen=True, slots=True)
class Revision:
    """A cell that was published anew with another value. ``after`` None: it is no longer published."""

    series: Series
    period: str
    before: Decimal
    after: Decimal | None
    known_from: date | None = None


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A cell whose value stayed and whose status changed, e.g. from voorlopig to definitief."""

    series: Series
    period: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What a state of a table brought: new cells by period, revised cells, cells with another status, new series."""

    new_periods: tuple[str, ...] = ()
    new_cells: int = 0
    new_series: tuple[Series, ...] = ()
    revised: tuple[Revision, ...] = ()
    statuses: tuple[StatusChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new_cells or self.revised or self.statuses)


def as_of(index: ObservationIndex, series_key: str, day: date) -> dict[str, State]:
    """Period -> the state of a series that was the newest on ``day``; periods not yet published then are absent."""
    known = {period: observations.known_on(index.states(series_key, period), day) for period in index.periods(series_key)}
    return {period: state for period, state in known.items() if state}


def first_release(index: ObservationIndex, series_key: str) -> dict[str, State]:
    """Period -> the oldest dated state of a series."""
    known = {period: observations.first_release(index.states(series_key, period)) for period in index.periods(series_key)}
    return {period: state for period, state in known.items() if state}


def revisions(index: ObservationIndex, series_key: str) -> list[Revision]:
    """Every change of value between successive dated states, by period and then by day.

    A coarser print of the same number ("395" beside 395.1) is no revision, nor is a state of another method.
    """
    found = []
    for period in index.periods(series_key):
        before: State | None = None
        for state in index.states(series_key, period):
            if state.known_from is None or state.confidence == "low":
                continue
            if before and before.method == state.method:
                if same_number(before.value, state.value):
                    before = min(before, state, key=lambda one: one.value.as_tuple().exponent)  # the finer print
                    continue
                found.append(Revision(index.series[series_key], period, before.value, state.value, state.known_from))
            before = state
    return found


def same_number(one: Decimal, other: Decimal) -> bool:
    """Whether two prints agree as far as the coarser one goes."""
    step = max(one.as_tuple().exponent, other.as_tuple().exponent)
    unit = Decimal(1).scaleb(int(step))
    return one.quantize(unit, ROUND_HALF_UP) == other.quantize(unit, ROUND_HALF_UP)


def latest_cells(rows: Iterable[tuple[Series, str, State]]) -> Held:
    """The newest value and status of every cell of these rows, as ``changes`` compares them."""
    index = observations.build_index(rows)
    held = {}
    for key, series in index.series.items():
        newest = {period: observations.latest(index.states(key, period)) for period in index.periods(key)}
        held[key] = series, {period: (state.value, state.status) for period, state in newest.items() if state}
    return held


def changes(old: Held, new: Held) -> Changes:
    """What ``new`` brings against ``old``. Series that only ``old`` has are not asked for any more and do not count."""
    new_periods: set[str] = set()
    revised, statuses, fresh, new_cells = [], [], [], 0
    for key, (series, cells) in new.items():
        before = old.get(key, (series, {}))[1]
        if key not in old:
            fresh.append(series)
        for period, (value, status) in cells.items():
            was, status_was = before.get(period, (None, ""))
            if was is None:
                if value is not None:
                    new_periods.add(period)
                    new_cells += 1
            elif value is None or not same_number(was, value):
                revised.append(Revision(series, period, was, value))
            elif status != status_was and "unknown" not in (status, status_was):
                statuses.append(StatusChange(series, period, status_was, status))
    return Changes(tuple(sorted(new_periods)), new_cells, tuple(fresh), tuple(revised), tuple(statuses))
