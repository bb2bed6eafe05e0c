"""The stand-in server: StatLine's addresses on loopback, its shapes, its paging, and the faults that are switched on.

``Standin(tables)`` is a context manager; ``.url`` is what STATLINE_URL must hold. Over HTTP, ``/standin`` lists the faults and
``/standin/<fault>`` switches one on (``/standin/none`` all off), so that a person can try the program against it.
"""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterable
from http.server import ThreadingHTTPServer
from typing import Any

from tests.standin import faults as fault_kinds
from tests.standin.answers import Handler
from tests.standin.faults import Fault
from tests.standin.query import compile_filter
from tests.standin.tables import RESOURCES, Row, Table, catalogue_row, resource, select


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True
    request_queue_size = 64
    standin: Standin


class Standin:
    """A running stand-in. ``requests`` lists what was asked: (table, resource, page, query)."""

    def __init__(self, tables: Iterable[Table] = (), *, page_size: int = 10_000, port: int = 0) -> None:
        self.tables = {table.identifier.lower(): table for table in tables}
        self.page_size = page_size
        self.faults: list[Fault] = []
        self.requests: list[tuple[str, str, int, dict[str, str]]] = []
        self.stop = threading.Event()
        self._lock = threading.Lock()
        self._rows: dict[tuple[Any, ...], list[Row]] = {}
        self._bytes: dict[tuple[Any, ...], bytes] = {}
        self._server: _Server | None = None
        self._refusing: socket.socket | None = None
        self.port = port
        self.listen()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def listen(self) -> None:
        self._server = _Server(("127.0.0.1", self.port), Handler)
        self._server.standin = self
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def close(self) -> None:
        self.stop.set()
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None
        if self._refusing:
            self._refusing.close()
            self._refusing = None

    def __enter__(self) -> Standin:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def put(self, table: Table) -> None:
        """Add or replace a table, as CBS does: in place."""
        with self._lock:
            self.tables[table.identifier.lower()] = table
            self._forget()

    def fault(self, name: str, **settings: Any) -> None:
        """Switch a fault on; see ``faults.Fault`` for where it strikes."""
        one = Fault(name, **settings)
        with self._lock:
            self.faults.append(one)
            self._forget()
        if name == "refuse" and self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None
            self._refusing = socket.socket()  # keeps the port: bound but not listening, so that connections are refused
            self._refusing.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._refusing.bind(("127.0.0.1", self.port))

    def clear(self) -> None:
        """Switch every fault off and forget what was asked; a hanging answer ends."""
        self.stop.set()
        self.stop = threading.Event()
        with self._lock:
            self.faults.clear()
            self.requests.clear()
            self._forget()
        if self._refusing:
            self._refusing.close()
            self._refusing = None
            self.listen()

    def _forget(self) -> None:
        self._rows.clear()
        self._bytes.clear()

    def struck(self, table: str, name: str, page: int, kinds: Iterable[str]) -> Fault | None:
        """The first fault of these kinds that strikes here; one with a count is used up by it."""
        with self._lock:
            for place, one in enumerate(self.faults):
                if one.name in kinds and one.strikes(table, name, page):
                    if one.times is not None:
                        if one.times <= 1:
                            del self.faults[place]
                        else:
                            self.faults[place] = Fault(**{**vars(one), "times": one.times - 1})
                    return one
        return None

    def catalogue(self, query: dict[str, str]) -> list[Row]:
        rows = [catalogue_row(number, table) for number, table in enumerate(self.tables.values())]
        return self._asked(rows, query)

    def names(self, identifier: str) -> list[str] | None:
        """The resources of a table as its service root lists them, or None for an unknown table. Ids ignore case."""
        table = self.tables.get(identifier.lower())
        return [*RESOURCES, *(one.key for one in table.dimensions)] if table else None

    def rows(self, identifier: str, name: str, query: dict[str, str]) -> list[Row] | None:
        """All rows of a resource under the query, before paging, with the faults of content."""
        table = self.tables.get(identifier.lower())
        if table is None:
            return None
        active = [
            one for one in self.faults if one.name in fault_kinds.CONTENT and not (one.table and one.table.lower() != identifier.lower())
        ]
        key = (identifier.lower(), name, query.get("$filter"), query.get("$select"), tuple(active))
        if key in self._rows:
            return self._rows[key]
        read = any((t.lower(), r) == (identifier.lower(), "TypedDataSet") for t, r, _, _ in self.requests)
        for one in active:
            if one.name != "modified_between" or (read and name == "TableInfos"):
                table = fault_kinds.changed_table(table, one)
        found = resource(table, name)
        if found is None:
            return None
        for one in active:
            if name in ("TypedDataSet", "UntypedDataSet"):
                found = fault_kinds.changed_rows(found, table, one)
            elif name not in RESOURCES:
                found = fault_kinds.changed_list(found, one)
        found = self._asked(found, query)
        if name != "TableInfos":
            self._rows[key] = found
        return found

    def _asked(self, rows: list[Row], query: dict[str, str]) -> list[Row]:
        if query.get("$filter"):
            rows = list(filter(compile_filter(query["$filter"]), rows))
        if query.get("$select"):
            rows = select(rows, [name.strip() for name in query["$select"].split(",")])
        return rows

    def encoded(self, key: tuple[Any, ...], document: dict[str, Any]) -> bytes:
        """The document as JSON; pages of data are kept, so that a measurement times the client and not this server."""
        if key[1] != "TypedDataSet":
            return json.dumps(document, ensure_ascii=False).encode()
        if key not in self._bytes:
            if len(self._bytes) > 200:
                self._bytes.clear()
            self._bytes[key] = json.dumps(document, ensure_ascii=False).encode()
        return self._bytes[key]
