"""How the stand-in answers one request: StatLine's documents, and the faults of transport and paging on the way out."""

from __future__ import annotations

import json
import socket
import struct
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit
from xml.sax.saxutils import escape

from tests.standin import faults as fault_kinds
from tests.standin.faults import Fault
from tests.standin.query import FilterError

if TYPE_CHECKING:
    from tests.standin.server import Standin

JSON = "application/json;odata=minimalmetadata;charset=utf-8"
API_LIMIT = 10_000  # ODataApi refuses more; ODataFeed pages


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "StandIn"
    disable_nagle_algorithm = True  # head and body are two writes; without this each answer would wait 40 ms

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is printed: the list of requests is kept by the stand-in."""

    @property
    def standin(self) -> Standin:
        return self.server.standin  # type: ignore[attr-defined,no-any-return]

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        query = dict(parse_qsl(address.query, keep_blank_values=True))  # "$format" and "%24format" are the same to it
        parts = [part for part in address.path.split("/") if part]
        try:
            if parts[:1] == ["standin"]:
                self.steer(parts[1:], query)
            elif parts == ["ODataCatalog", "Tables"]:
                self.answer("", "Tables", query, {})
            elif len(parts) in (3, 4) and parts[0] in ("ODataFeed", "ODataApi") and parts[1].lower() == "odata":
                self.answer(parts[2], parts[3] if len(parts) == 4 else "root", query, {"api": parts[0]})
            else:
                self.send_error_document(404, "Not found")
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def steer(self, parts: list[str], query: dict[str, str]) -> None:
        """``/standin`` tells the faults; ``/standin/NAME?page=1&times=2`` switches one on, ``/standin/none`` all off."""
        try:
            if parts == ["none"]:
                self.standin.clear()
            elif parts:
                self.standin.fault(**vars(fault_kinds.parse(parts[0] + ":" + ",".join(f"{k}={v}" for k, v in query.items()))))
        except ValueError as problem:
            self.send_error_document(400, str(problem))
            return
        active = [vars(one) for one in self.standin.faults]
        self.send_body(json.dumps({"active": active, "faults": fault_kinds.NAMES}, indent=1).encode(), JSON)

    def answer(self, table: str, name: str, query: dict[str, str], where: dict[str, str]) -> None:
        skip = int(query.get("$skip", "0"))
        page = skip // self.standin.page_size
        self.standin.requests.append((table, name, page, query))
        fault = self.standin.struck(table, name, page, fault_kinds.TRANSPORT)
        if fault and self.fail(fault):
            return
        try:
            document = self.document(table, name, query, skip, where)
        except FilterError as problem:
            self.send_error_document(400, str(problem))
            return
        if document is None:
            self.send_error_document(404, f"Resource not found for the segment '{table}'.")
        elif isinstance(document, int):
            self.send_error_document(500, "The query is too large: more than 10000 records.")
        elif query.get("$format", "") != "json":
            self.send_body(_atom(document), "application/atom+xml;charset=utf-8")
        else:
            key = (table.lower(), name, tuple(sorted(query.items())), document.get("odata.nextLink"))
            self.send_body(self.standin.encoded(key, document), JSON, fault)

    def document(self, table: str, name: str, query: dict[str, str], skip: int, where: dict[str, str]) -> dict[str, Any] | int | None:
        base = f"{self.standin.url}/{where.get('api', 'ODataFeed')}/odata/{quote(table)}"
        if name == "Tables":
            return {"odata.metadata": f"{self.standin.url}/ODataCatalog/$metadata#Tables", "value": self.standin.catalogue(query)}
        if name == "root":
            names = self.standin.names(table)
            if names is None:
                return None
            return {"odata.metadata": f"{base}/$metadata", "value": [{"name": one, "url": f"{base}/{one}"} for one in names]}
        rows = self.standin.rows(table, name, query)
        if rows is None:
            return None
        size = self.standin.page_size
        if where.get("api") == "ODataApi" and len(rows) > API_LIMIT:
            return 500
        document = {"odata.metadata": f"{base}/$metadata#Cbs.OData.WebAPI.{name}", "value": rows[skip : skip + size]}
        fault = self.standin.struck(table, name, skip // size, fault_kinds.PAGING)
        more = skip + size < len(rows)
        if more or fault:
            rest = {key: value for key, value in query.items() if key != "$skip"}
            target = skip if fault and fault.name == "looping_next_link" else skip + size
            link = f"{base}/{name}?{urlencode(rest | {'$skip': str(target)}, safe='$')}"
            if fault and fault.name == "foreign_next_link":
                link = link.replace(self.standin.url, fault.host)
            if not (fault and fault.name == "no_next_link"):
                document["odata.nextLink"] = link
        return document

    def fail(self, fault: Fault) -> bool:
        """Whether the fault took the whole answer's place; "cut" kinds only spoil the body later."""
        name = fault.name
        if name == "hang":
            self.standin.stop.wait(600)
            self.close_connection = True
        elif name == "reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True
            self.connection.close()
        elif name == "not_found":
            self.send_error_document(404, "Resource not found for the segment.")
        elif name == "error_500":
            self.send_error_document(500, "An error occurred while processing this request.")
        elif name in ("unavailable", "too_many"):
            self.send_error_document(503 if name == "unavailable" else 429, "Busy.", {"Retry-After": f"{fault.seconds:g}"})
        elif name == "html":
            self.send_body(b"<!DOCTYPE html><html><body><h1>Onderhoud</h1></body></html>", "text/html")
        elif name == "odata_error":
            self.send_error_document(200, "Er is een fout opgetreden.")
        elif name == "redirect":
            self.send_error_document(302, "Moved", {"Location": fault.host + self.path})
        else:
            return False
        return True

    def send_error_document(self, status: int, message: str, headers: dict[str, str] | None = None) -> None:
        body = json.dumps({"odata.error": {"code": "", "message": {"lang": "nl-NL", "value": message}}}).encode()
        self.send_body(body, JSON, status=status, headers=headers)

    def send_body(
        self, body: bytes, kind: str, fault: Fault | None = None, *, status: int = 200, headers: dict[str, str] | None = None
    ) -> None:
        name = fault.name if fault else ""
        if name == "truncated_json":
            body = body[: max(1, len(body) * 2 // 3)]
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for key, value in (headers or {}).items():
            self.send_header(key, value)
        self.end_headers()
        if name == "cut_body":
            self.wfile.write(body[: len(body) // 2])
            self.close_connection = True
        elif name == "drip":
            for at in range(0, len(body), 8):
                self.wfile.write(body[at : at + 8])
                if self.standin.stop.wait(fault.seconds if fault else 0):
                    break
            self.close_connection = True
        else:
            self.wfile.write(body)


def _atom(document: dict[str, Any]) -> bytes:
    """The service's form when no ``$format=json`` is asked: an Atom feed."""
    entries = "".join(
        "<entry><content type='application/xml'><m:properties>"
        + "".join(f"<d:{key}>{escape(str(value))}</d:{key}>" for key, value in row.items() if value is not None)
        + "</m:properties></content></entry>"
        for row in document["value"]
    )
    spaces = "xmlns:d='http://schemas.microsoft.com/ado/2007/08/dataservices' xmlns:m='http://schemas.microsoft.com/ado/2007/08/dataservices/metadata'"
    return f"<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom' {spaces}>{entries}</feed>".encode()
