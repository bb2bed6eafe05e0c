"""What is held of each StatLine table: how far it goes, how old it is, where it has gaps, and whether CBS is known to have newer.

Reads the data and state folders; writes nothing. Works without a network: news of CBS comes from the catalogue kept last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from labour import periods
from labour.errors import DataError
from labour.observations import ObservationIndex, build_index, latest
from loaders import catalogue, snapshot
from loaders.ledger import Ledger
from loaders.table_orders import load_orders


@dataclass(frozen=True, slots=True)
class Gap:
    """Periods of a series that are missing between its first and last figure of that kind."""

    series_key: str
    label: str
    periods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableStatus:
    """What is held of one table. Dates are None where nothing dated is held; ``known_newer`` None: the catalogue does not tell."""

    table_id: str
    title: str
    fetchable: bool  # tables.toml describes it
    series: int
    newest_period: str | None
    state_date: date | None  # of the newest state
    age_days: int | None  # also None where the state is of after today
    states: int  # fetched states in the ledger
    checked_at: datetime | None  # last whole fetch, changed or not
    gaps: tuple[Gap, ...]
    provisional: int  # figures whose newest state is provisional
    known_newer: bool | None


def held_status(data: Path, state: Path, today: date) -> list[TableStatus]:
    """The status of every table that is held or can be fetched: first those of tables.toml, then the others by id."""
    orders, ledger = load_orders(data), Ledger(state)
    rows = [*snapshot.load_rows(data), *ledger.rows()]
    modified = catalogue.modified(state)
    by_table: dict[str, list[int]] = {}
    for place, (series, _, _) in enumerate(rows):
        by_table.setdefault(series.table_id, []).append(place)
    others = sorted(set(by_table) - set(orders) - {""})
    found = []
    for table in [*orders, *others]:
        index = build_index(rows[place] for place in by_table.get(table, ()))
        days = [known for known in (row[2].known_from for row in (rows[place] for place in by_table.get(table, ()))) if known]
        newest = max(days, default=None)
        fetched = ledger.newest(table)
        found.append(
            TableStatus(
                table_id=table,
                title=fetched.title if fetched else orders[table].title if table in orders else "",
                fetchable=table in orders,
                series=len(index.series),
                newest_period=_newest_period(index),
                state_date=newest,
                age_days=(today - newest).days if newest and newest <= today else None,
                states=len(ledger.states(table)),
                checked_at=ledger.checked_at(table),
                gaps=tuple(gaps(index)),
                provisional=sum(
                    state.status.endswith("voorlopig")  # "nader voorlopig" as well
                    for key in index.series
                    for period in index.periods(key)
                    if (state := latest(index.states(key, period)))
                ),
                known_newer=_newer(modified, table, fetched.modified if fetched else "", newest),
            )
        )
    return found


def clock_behind(statuses: Iterable[TableStatus], today: date) -> DataError | None:
    """What to say when there are figures of after today: the clock of this computer then runs behind."""
    newest = max((one.state_date for one in statuses if one.state_date), default=today)
    if newest <= today:
        return None
    return DataError(
        f"De klok van deze computer staat op {periods.day_name(today)}, maar er zijn cijfers van {periods.day_name(newest)}; "
        "zet hem gelijk.",
        f"The clock of this computer says {periods.day_name(today, 'en')}, but there are figures of {periods.day_name(newest, 'en')}; "
        "set it right.",
    )


def gaps(index: ObservationIndex) -> Iterable[Gap]:
    """The gaps of every series, by kind of period; kinds without days have none."""
    for key, series in index.series.items():
        known: dict[str, list[periods.Period]] = {}
        for text in index.periods(key):
            if period := periods.parse(text):
                known.setdefault(period.kind, []).append(period)
        missing = [text for kind in known.values() for text in periods.between(min(kind).key, max(kind).key) if not index.states(key, text)]
        if missing:
            yield Gap(key, series.label, tuple(missing))


def _newest_period(index: ObservationIndex) -> str | None:
    """The period that ends last; of two that end together the shorter one."""
    known = {text for key in index.series for text in index.periods(key)}
    dated = [period for text in known if (period := periods.parse(text))]
    return max(dated, key=lambda one: (one.last_day(), one.first_day())).key if dated else max(known, default=None)


def _newer(modified: Mapping[str, str], table: str, held: str, newest: date | None) -> bool | None:
    there = modified.get(table.casefold())
    if not there:
        return None
    if held:
        return there > held
    return newest is None or there[:10] > newest.isoformat()
