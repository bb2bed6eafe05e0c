"""Fetching newer figures from StatLine without holding up anyone: the work runs beside the page, which only looks at how far it is."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from labour.errors import CijfertoetsError
from loaders import fetching, places, statline
from loaders.fetching import FetchReport


@dataclass
class Refresh:
    """One fetch of some tables: how far each is, and the report or refusal once it has ended.

    ``verdicts_before`` are the rows of the letters at hand as they were checked before the fetch.
    """

    tables: Sequence[str]
    verdicts_before: Sequence[Mapping[str, Any]]
    done: dict[str, tuple[int, int | None]] = field(default_factory=dict)
    report: FetchReport | None = None
    refusal: CijfertoetsError | None = None
    _stop: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def start(self) -> None:
        self._thread = threading.Thread(target=self._run, name="refresh", daemon=True)
        self._thread.start()

    @property
    def running(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def cancel(self) -> None:
        """Ask it to end; finished tables stay."""
        self._stop.set()

    def _run(self) -> None:
        try:
            self.report = fetching.fetch_tables(
                self.tables,
                data=places.data_folder(),
                state=places.state_folder(),
                base_url=statline.base_url(),
                progress=self._advance,
                cancelled=self._stop.is_set,
                now=datetime.now(UTC),
            )
        except CijfertoetsError as error:
            self.refusal = error

    def _advance(self, table: str, rows: int, total: int | None) -> None:
        self.done[table] = (rows, total)
