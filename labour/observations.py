"""Observations as the checks and figures see them: a read-only index of series, each cell with its dated states.

StatLine overwrites figures in place; here every published state of a cell is kept beside the others. A state counts from
``known_from``; one without a date counts as later than any letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Series:
    """One measure for one group. A published number times ``scale`` is the value in units of one."""

    key: str  # stable: "<indicator>/<table>/<measure>/<group>/<sa|nsa>"
    indicator: str
    table_id: str  # "" for a figure without a StatLine table
    measure: str
    dimensions: tuple[tuple[str, str], ...]
    label: str  # the group in the publisher's words
    unit: str  # unit of a claim about it (model.UNITS)
    table_unit: str  # unit as the table prints it: "x 1 000"
    scale: Decimal
    decimals: int
    adjusted: bool | None
    group: str  # "total", an SBI section ("Q"), or another group of the source
    basis: str = ""  # definition or job base; series of different basis are never compared


@dataclass(frozen=True, slots=True)
class State:
    """The value of a cell as published at one moment, in the table's unit with its decimals."""

    value: Decimal
    status: str  # definitief | nader voorlopig | voorlopig | unknown
    known_from: date | None
    vintage: str
    source: str
    confidence: str  # high | medium | low
    method: str = ""  # method regime ("ebb_2021", "ebb_old"): states of different method are never mixed
    source_text: str = ""  # "CBS StatLine 85224NED, stand 2 juli 2026"
    url: str = ""
    secondary: bool = False  # quoted from a secondary source only


@dataclass(frozen=True, slots=True)
class ObservationIndex:
    """Series by key, and for each series its periods with states, oldest first (undated last)."""

    series: Mapping[str, Series]
    cells: Mapping[str, Mapping[str, tuple[State, ...]]]  # series key -> period key -> states
    by_indicator: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, indicator: str, *, group: str | None = None, adjusted: bool | None = None) -> Iterator[Series]:
        """The series of an indicator, narrowed to a group and to adjusted or not where asked."""
        for key in self.by_indicator.get(indicator, ()):
            series = self.series[key]
            if (group is None or series.group == group) and (adjusted is None or series.adjusted is adjusted):
                yield series

    def states(self, series_key: str, period: str) -> tuple[State, ...]:
        return self.cells.get(series_key, {}).get(period, ())

    def periods(self, series_key: str) -> list[str]:
        return sorted(self.cells.get(series_key, {}))

    def as_of(self, day: date) -> ObservationIndex:
        """The index as it stood on ``day``: states after it, and undated ones, are gone."""
        return build_index(
            (self.series[key], period, state)
            for key, periods in self.cells.items()
            for period, states in periods.items()
            for state in states
            if state.known_from is not None and state.known_from <= day
        )


def build_index(rows: Iterable[tuple[Series, str, State]]) -> ObservationIndex:
    """An index from (series, period, state) rows; states are ordered by known_from, undated last, equal ones kept once."""
    series: dict[str, Series] = {}
    cells: dict[str, dict[str, list[State]]] = {}
    by_indicator: dict[str, list[str]] = {}
    for one, period, state in rows:
        if one.key not in series:
            series[one.key] = one
            by_indicator.setdefault(one.indicator, []).append(one.key)
        states = cells.setdefault(one.key, {}).setdefault(period, [])
        if state not in states:
            states.append(state)
    frozen = {
        key: MappingProxyType({period: tuple(sorted(states, key=_order)) for period, states in periods.items()})
        for key, periods in cells.items()
    }
    return ObservationIndex(
        MappingProxyType(series), MappingProxyType(frozen), MappingProxyType({k: tuple(v) for k, v in by_indicator.items()})
    )


def _order(state: State) -> tuple[bool, date]:
    return state.known_from is None, state.known_from or date.max


def known_on(states: Iterable[State], day: date | None) -> State | None:
    """The newest state dated on or before ``day`` (a later one of the same day wins); None when there is none or no day."""
    best = None
    for state in states:
        if day is not None and state.known_from is not None and state.known_from <= day:
            best = state
    return best


def latest(states: Iterable[State]) -> State | None:
    """The newest dated state, else the last undated one."""
    ordered = list(states)
    dated = [s for s in ordered if s.known_from is not None]
    newest = dated or ordered
    return newest[-1] if newest else None


def first_release(states: Iterable[State]) -> State | None:
    """The oldest dated state."""
    return next((s for s in states if s.known_from is not None), None)
