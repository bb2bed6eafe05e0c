"""Which cells a claim is about, chosen without looking at the claimed number.

A ``Line`` is one quantity for one group, adjusted or not, on one footing, pooled over the tables and news that publish it. A
``Reading`` is one state of one cell of it. Reads the observation index only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from checks.interval import published
from labour.indicators import Indicator
from labour.model import Evidence, Interval
from labour.observations import ObservationIndex, Series, State
from labour.periods import parse

AS_IS = (Decimal(1), Decimal(1))
DECIDING = frozenset({"high", "medium"})  # rows of low confidence are shown and never decide


@dataclass(frozen=True, slots=True)
class Reading:
    """One published state of one cell; ``point`` and ``spread`` in units of one."""

    series: Series
    period: str
    state: State
    rank: int = 0  # place of its table among those that publish the figure
    room: tuple[Decimal, Decimal] = AS_IS  # the shares of it between which another publication of it lies

    @property
    def point(self) -> Decimal:
        return self.state.value * self.series.scale

    @property
    def spread(self) -> Interval:
        own = published(self.state.value, self.series.scale, self.decimals)
        if self.room == AS_IS:
            return own
        ends = [end * share for end in (own.low, own.high) if end is not None for share in self.room]
        return Interval(min(ends), max(ends), False, False)

    @property
    def decimals(self) -> int:
        """Decimals as published in this state: a rounded figure in the news has fewer than the table."""
        exponent = self.state.value.as_tuple().exponent
        return -exponent if isinstance(exponent, int) else 0

    def evidence(self) -> Evidence:
        one, state = self.series, self.state
        source = state.source_text or state.source
        return Evidence(
            one.table_id, one.measure, one.dimensions, self.period, state.value, one.table_unit, state.status, state.vintage, source,
            state.url, one.key,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """Series that publish the same quantity: same indicator, group, adjustment, footing and unit."""

    indicator: str
    group: str
    adjusted: bool | None
    basis: str
    unit: str
    series: tuple[Series, ...]

    def readings(self, index: ObservationIndex, period: str) -> tuple[Reading, ...]:
        """The states of a cell that may decide, oldest first; of one day the most precise last; undated ones at the end."""
        found = [
            Reading(one, period, state, rank)
            for rank, one in enumerate(self.series)
            for state in index.states(one.key, period)
            if state.confidence in DECIDING
        ]
        return tuple(sorted(found, key=_age))

    def periods(self, index: ObservationIndex, kind: str | None = None) -> list[str]:
        """The periods held, in order; of one kind ("KW") where asked."""
        keys = {key for one in self.series for key in index.cells.get(one.key, {})}
        return sorted(key for key in keys if kind is None or kind_of(key) == kind)


def _age(reading: Reading) -> tuple[bool, date, int, bool]:
    state = reading.state
    return state.known_from is None, state.known_from or date.max, reading.decimals - _scale_digits(reading), state.confidence == "high"


def _scale_digits(reading: Reading) -> int:
    exponent = reading.series.scale.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def kind_of(key: str) -> str:
    """ "KW" of 2024KW03, "" of a key that is not known."""
    period = parse(key)
    return period.kind if period else ""


def lines(index: ObservationIndex, indicator: str, tables: Sequence[str] = ()) -> list[Line]:
    """Every line of an indicator, in the order of the index; ``tables``: of equal figures that of the first of them is shown."""
    pools: dict[tuple[str, bool | None, str, str], list[Series]] = {}
    for one in index.of(indicator):
        pools.setdefault((one.group, one.adjusted, one.basis, one.unit), []).append(one)
    order = {table: place for place, table in enumerate(tables)}

    def place(one: Series) -> int:
        return order.get(one.table_id, len(order))

    return [Line(indicator, *key, tuple(sorted(members, key=place))) for key, members in pools.items()]


def choose(
    index: ObservationIndex, indicator: Indicator, group: str, adjusted: bool | None, periods: Sequence[str], day: date | None
) -> list[Line]:
    """The lines that hold all of the periods for the group, the one that decides first.

    ``adjusted`` is what the text states; None takes the indicator's default for the frequency, then what is held. Of several
    footings the one whose newest state by ``day`` is the newest comes first.
    """
    held = [
        line
        for line in lines(index, indicator.id, indicator.table_ids)
        if line.group == group and all(line.readings(index, p) for p in periods)
    ]
    if adjusted is not None:
        return sorted((x for x in held if x.adjusted in (adjusted, None)), key=lambda x: _rank(index, x, adjusted, periods, day))
    yearly = bool(periods) and all(kind_of(p) == "JJ" for p in periods)
    default = indicator.adjusted_default_year if yearly else indicator.adjusted_default
    return sorted(held, key=lambda x: _rank(index, x, default, periods, day))


def _rank(index: ObservationIndex, line: Line, adjusted: bool | None, periods: Sequence[str], day: date | None) -> tuple[bool, bool, int]:
    """Wanted adjustment first; then lines known by the day, the newest first, then those known soonest after it."""
    known = [s.state.known_from for p in periods for s in line.readings(index, p)]
    before = [d for d in known if d is not None and (day is None or d <= day)]
    after = [d for d in known if d is not None and d not in before]
    distance = -max(before).toordinal() if before else min((d.toordinal() for d in after), default=date.max.toordinal())
    return adjusted is not None and line.adjusted is not None and line.adjusted is not adjusted, not before, distance


def newest(readings: Sequence[Reading], day: date | None) -> Reading | None:
    """The newest state dated on or before ``day``; with None the newest of all, an undated one only where none is dated.

    Where other states by that day give the same figure, the best source of them is shown: CBS itself before whoever quotes it.
    """
    dated = [r for r in readings if r.state.known_from is not None and (day is None or r.state.known_from <= day)]
    pool = dated or (list(readings) if day is None else [])
    if not pool:
        return None
    last = pool[-1]
    same = [r for r in pool if (r.point, r.decimals, r.state.method) == (last.point, last.decimals, last.state.method)]
    return max(enumerate(same), key=lambda item: (*_standing(item[1]), item[0]))[1]


def _standing(reading: Reading) -> tuple[bool, bool, int]:
    """How good a source is: CBS itself, read with high confidence, in the indicator's first table."""
    return not reading.state.secondary, reading.state.confidence == "high", -reading.rank
