"""Answers as the open data service of the Tweede Kamer does: documents by filter, files by id, and faults on demand.

It understands only the questions that the service is known to understand; anything else is a 400, so that a wrong question shows.
"""

from __future__ import annotations

import contextlib
import json
import re
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

_BY_NUMBER = re.compile(r"(DocumentNummer|Nummer) eq '([^']*)' and Verwijderd eq false")
_BY_DOSSIER = re.compile(
    r"Kamerstukdossier/any\(d: d/Nummer eq (\d+)(?: and d/Toevoeging eq '([^']*)')?\) and Volgnummer eq (\d+) and Verwijderd eq false"
)
_FILE = re.compile(r"/OData/v(?:4/2\.0|5)/Document\(([0-9a-f-]{36})\)/resource")


def document(number: str, order: int, *, guid: int = 1, dossier: int = 29544, part: str | None = None, **more: Any) -> dict[str, Any]:
    """A row as the service gives it; ``more`` puts other values in place."""
    return {
        "Id": f"00000000-0000-0000-0000-{guid:012d}",
        "Soort": "Brief regering",
        "DocumentNummer": number,
        "Titel": "Arbeidsmarktbeleid",
        "Onderwerp": "Uitwerking plannen arbeidsmarktkrapte en brede arbeidsmarktagenda",
        "Datum": "2024-12-13T00:00:00+01:00",
        "Vergaderjaar": "2024-2025",
        "Kamer": 2,
        "Volgnummer": order,
        "ContentType": "application/pdf",
        "Verwijderd": False,
        "Kamerstukdossier": [{"Nummer": dossier, "Toevoeging": part, "Verwijderd": False}],
        "DocumentActor": [],
    } | more


@dataclass
class Parliament:
    """A running stand-in: ``documents`` and ``files`` by id are what it holds; ``faults`` are answered first, one a request.

    A fault is a status, a (status, headers, body) triple, "hang", "cut" or "drip".
    """

    documents: list[dict[str, Any]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    faults: list[Any] = field(default_factory=list)
    asked: list[tuple[float, str]] = field(default_factory=list)

    def __enter__(self) -> Parliament:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_port}/OData/v4/2.0/"
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, question: str) -> list[dict[str, Any]] | None:
        """The documents that fit, deleted ones among them as the service keeps those; None for a question not understood."""
        if found := _BY_NUMBER.fullmatch(question):
            return [row for row in self.documents if row.get(found[1]) == found[2]]
        if found := _BY_DOSSIER.fullmatch(question):
            return [
                row
                for row in self.documents
                if row["Volgnummer"] == int(found[3])
                and any(one["Nummer"] == int(found[1]) and found[2] in (None, one["Toevoeging"]) for one in row["Kamerstukdossier"])
            ]
        return None


def _handler(parliament: Parliament) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            parliament.asked.append((time.monotonic(), self.path))
            if parliament.faults:
                self._fault(parliament.faults.pop(0))
                return
            parts = urlsplit(self.path)
            if found := _FILE.fullmatch(parts.path):
                content = parliament.files.get(found[1])
                self._send(404 if content is None else 200, content or b"")
                return
            query = parse_qs(parts.query)
            rows = parliament.answer(query.get("$filter", [""])[0]) if parts.path.endswith("/Document") else None
            expanded = query.get("$expand") == ["Kamerstukdossier,DocumentActor"]
            if rows is None or not expanded:
                self._send(400, b'{"error": {"message": "not understood"}}')
            else:
                self._send(200, json.dumps({"value": rows}).encode())

        def _fault(self, fault: Any) -> None:
            if isinstance(fault, int):
                self._send(fault, b'{"error": {"message": "fault"}}')
            elif isinstance(fault, tuple):
                self._send(fault[0], fault[2], fault[1])
            elif fault == "hang":
                time.sleep(2)
                self.close_connection = True
            elif fault == "cut":
                self.send_response(200)
                self.send_header("Content-Length", "1000")
                self.end_headers()
                self.wfile.write(b'{"value": [')
                self.close_connection = True
            else:
                self.send_response(200)
                self.send_header("Content-Length", "1000")
                self.end_headers()
                with contextlib.suppress(ConnectionError):
                    for _ in range(40):
                        self.wfile.write(b" ")
                        time.sleep(0.05)

        def _send(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
            self.send_response(status)
            for name, value in ({"Content-Type": "application/json"} | (headers or {})).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    return Handler
