"""Fetching StatLine tables into the ledger: each table whole or not at all, and what each of them changed.

Reads the data folder and StatLine, writes only the ledger in the state folder. The clock is an argument.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from labour.errors import CijfertoetsError
from labour.observations import Series, State
from loaders import snapshot, statline, vintages
from loaders.ledger import Ledger
from loaders.statline_sentences import failure
from loaders.table_orders import TableOrder, load_orders
from loaders.table_states import TableState, make_state
from loaders.vintages import Changes

Progress = Callable[[str, int, int | None], None]  # table, rows so far, rows in all where known


@dataclass(frozen=True, slots=True)
class FetchedTable:
    """A table that came whole. ``new``: its figures or date differ from the newest state held. ``notices``: (Dutch, English)."""

    table_id: str
    title: str
    modified: str
    new: bool
    changes: Changes
    notices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FetchReport:
    """What a fetch brought: the finished tables, and the error of each table that is missing."""

    finished: tuple[FetchedTable, ...]
    failed: tuple[tuple[str, CijfertoetsError], ...]

    @property
    def whole(self) -> bool:
        """Whether every asked table came."""
        return not self.failed


def fetch_tables(
    tables: Sequence[str] | None,
    *,
    data: Path,
    state: Path,
    base_url: str,
    deadline: float = statline.DEADLINE,
    progress: Progress = lambda table, done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
    now: datetime,
    limits: Mapping[str, float] | None = None,
) -> FetchReport:
    """Fetch these tables (None: all of tables.toml), one after the other, each within ``deadline`` seconds.

    A table that fails changes nothing and is named in the report with its sentence; the others go on. After a cancel the
    finished tables stay and the rest is reported as cancelled. Raises only when ``tables.toml`` or the address is unusable.
    """
    orders, ledger = load_orders(data), Ledger(state)
    base_url = statline.checked_url(base_url)
    by_name = {table.casefold(): order for table, order in orders.items()}
    shipped: list[tuple[Series, str, State]] | None = None
    finished, failed = [], []
    for asked in dict.fromkeys(orders if tables is None else tables):
        try:
            order = by_name.get(statline.checked_id(asked).casefold())
            if order is None:
                raise failure("not_described", asked)
            if cancelled():
                raise failure("cancelled", asked)
            fetched = fetch_table(
                order, base_url=base_url, deadline=deadline, progress=progress, cancelled=cancelled, now=now, limits=limits
            )
            shipped = snapshot.load_rows(data) if shipped is None else shipped
            finished.append(_keep(order, fetched, ledger, shipped))
        except CijfertoetsError as problem:
            failed.append((asked, problem))
    return FetchReport(tuple(finished), tuple(failed))


def fetch_table(
    order: TableOrder,
    *,
    base_url: str,
    deadline: float,
    progress: Progress = lambda table, done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
    now: datetime,
    limits: Mapping[str, float] | None = None,
) -> TableState:
    """The state of one table, proven whole; StatLineError otherwise. Keeps nothing."""
    raw = statline.read_table(
        order.table_id,
        order.topics(),
        {dimension: list(members) for dimension, members in order.codes.items()},
        base_url=base_url,
        deadline=deadline,
        progress=lambda done, total: progress(order.table_id, done, total),
        cancelled=cancelled,
        limits=limits,
    )
    return make_state(order, raw, now)


def _keep(order: TableOrder, fetched: TableState, ledger: Ledger, shipped: list[tuple[Series, str, State]]) -> FetchedTable:
    before = ledger.newest(order.table_id)
    own = [row for row in shipped if row[0].table_id == order.table_id and row[2].confidence == "high"]
    old = vintages.latest_cells([*own, *(before.rows() if before else ())])
    new = {held.series.key: (held.series, held.cells) for held in fetched.series}
    notices = _notices(before, fetched)
    added = ledger.add(fetched)
    return FetchedTable(order.table_id, fetched.title, fetched.modified, added, vintages.changes(old, new), notices)


def _notices(before: TableState | None, fetched: TableState) -> tuple[tuple[str, str], ...]:
    """What is worth knowing though the figures are whole: the table is stopped, columns have other names, series no longer come."""
    said = []
    if fetched.output_status.casefold() not in ("", "regulier"):
        said.append(
            (
                f"Het CBS vult tabel {fetched.table_id} niet meer aan ({fetched.output_status}).",
                f"CBS no longer adds to table {fetched.table_id} ({fetched.output_status}).",
            )
        )
    known = dict(before.columns) if before else {}
    said += [
        (f"Kolom {known[title]} ('{title}') heet nu {key}.", f"Column {known[title]} ('{title}') is now called {key}.")
        for title, key in fetched.columns
        if known.get(title, key) != key
    ]
    gone = {held.series.key for held in before.series} - {held.series.key for held in fetched.series} if before else set()
    for key in sorted(gone):
        said.append(
            (f"Reeks {key} staat niet meer in tabel {fetched.table_id}.", f"Series {key} is no longer in table {fetched.table_id}.")
        )
    return tuple(said)
