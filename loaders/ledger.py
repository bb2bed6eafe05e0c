"""The ledger: every fetched state of every StatLine table, kept for good beside the shipped figures.

CBS revises figures in place and keeps no old ones. Here each fetch with new content is a new file, written whole or not at all,
and no state is ever changed: ``<state>/ledger/<table>/<number>-<moment>-<hash>.json``. Touches only that folder; the clock is an
argument.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from labour.errors import DataError, cause
from labour.observations import Series, State
from loaders import table_states
from loaders.table_states import TableState
from loaders.whole_files import PART, entries, keep, writing_to

try:
    import fcntl
except ImportError:  # pragma: no cover - no such locks there; files are still whole or absent
    fcntl = None  # type: ignore[assignment]

_CHECKED = "checked.json"


class Ledger:
    """The states under ``<state>/ledger``. Reading makes nothing; the folder is there after the first ``add``."""

    def __init__(self, state: Path) -> None:
        self.folder = state / "ledger"

    def tables(self) -> list[str]:
        """Ids of the tables that have a state."""
        return [one.name for one in entries(self.folder) if self._files(one.name)]

    def states(self, table: str, count: int | None = None) -> list[TableState]:
        """The first ``count`` states of a table, oldest fetch first; damaged files are left out and named by ``damaged``."""
        return [one for one in map(_read, self._files(table)[:count]) if isinstance(one, TableState)]

    def newest(self, table: str) -> TableState | None:
        """The readable state fetched last, or None."""
        return next((one for one in map(_read, reversed(self._files(table))) if isinstance(one, TableState)), None)

    def damaged(self) -> list[DataError]:
        """One sentence for each state file that is not what was written; empty when all is well."""
        return [one for table in self.tables() for one in map(_read, self._files(table)) if isinstance(one, DataError)]

    def counts(self) -> dict[str, int]:
        """How many states each table has: as states are only ever added, this names the ledger as it is now."""
        return {table: len(self._files(table)) for table in self.tables()}

    def rows(self, tables: Iterable[str] | None = None, counts: Mapping[str, int] | None = None) -> list[tuple[Series, str, State]]:
        """The cells of every state with their vintage, to be laid over the shipped figures; with ``counts`` as the ledger was then."""
        if counts is not None:
            return [row for table, count in counts.items() for row in self._rows_of(table, count)]
        return [row for table in (self.tables() if tables is None else tables) for row in self._rows_of(table)]

    def _rows_of(self, table: str, count: int | None = None) -> Iterator[tuple[Series, str, State]]:
        seen: dict[str, str] = {}
        told: dict[tuple[str, str], tuple[Decimal, str, str]] = {}
        last = date.min
        states = self.states(table, count)
        # a state was there when the next was fetched: a clock that once ran ahead does not make it, and all that follow, of the future
        fetched = list(itertools.accumulate((state.fetched_at for state in reversed(states)), min))[::-1]
        for state, moment in zip(states, fetched, strict=True):
            day, content = state.known_from(), state.content_hash()
            # figures that changed while CBS's date did not, or went back, are known only from the day they were fetched
            if seen.setdefault(state.modified, content) != content or day < last:
                day = max(last, moment.date())
            last = day
            for series, period, cell in state.rows(day):
                said = cell.value, cell.status, cell.method
                if state is states[-1] or told.get((series.key, period)) != said:  # what stayed the same needs no state in between
                    told[series.key, period] = said
                    yield series, period, cell

    def add(self, state: TableState) -> bool:
        """Keep a state; False when the newest one has the same figures of the same date, and then only notes the check.

        Raises DataError when the state folder cannot be written.
        """
        folder = self.folder / state.table_id
        with writing_to(folder), self._locked():
            folder.mkdir(parents=True, exist_ok=True)
            for left in folder.glob(PART + "*"):  # of a process that was ended while writing
                left.unlink(missing_ok=True)
            newest = self.newest(state.table_id)
            new = newest is None or (newest.content_hash(), newest.modified) != (state.content_hash(), state.modified)
            if new:
                moment = state.fetched_at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
                number = max((int(path.name[:5]) for path in self._files(state.table_id)), default=0) + 1
                name = f"{number:05d}-{moment}-{state.content_hash()[:16]}.json"
                keep(folder / name, table_states.to_json(state))
            note = {"checked_at": state.fetched_at.isoformat(), "modified": state.modified}
            keep(folder / _CHECKED, json.dumps(note))
        return new

    def checked_at(self, table: str) -> datetime | None:
        """When the table was last fetched whole, changed or not."""
        try:
            note = json.loads((self.folder / table / _CHECKED).read_text(encoding="utf-8"))
            return datetime.fromisoformat(note["checked_at"])
        except (OSError, ValueError, KeyError, TypeError):
            newest = self.newest(table)
            return newest.fetched_at if newest else None

    def _files(self, table: str) -> list[Path]:
        """Names begin with a number that rises with each state, whatever the clock says."""
        return [one for one in entries(self.folder / table) if one.match("[0-9][0-9][0-9][0-9][0-9]-*.json")]

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """One writer at a time, also among processes; the lock goes with the process that held it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / ".lock").open("a") as lock:
            if fcntl:
                fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _read(path: Path) -> TableState | DataError:
    """The state of a file, or what to say of it when it is not what was written."""
    try:
        return table_states.from_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        name = f"{path.parent.name}/{path.name}"
        nl, en = cause(problem) if isinstance(problem, OSError) else ("de controlesom klopt niet", "its checksum differs")
        return DataError(
            f"De bewaarde stand {name} is beschadigd en telt niet mee ({nl}); haal de tabel opnieuw op.",
            f"The kept state {name} is damaged and does not count ({en}); fetch the table again.",
        )
