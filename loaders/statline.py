"""The StatLine client, and the only importer of cbsodata, which runs in a child process that can be ended.

cbsodata follows links without bound and has no time-out, and importing it changes the root logger: so a fresh interpreter
imports it, gets our session in its place (``_fenced``), asks, and sends the answer back through a pipe. The parent ends it at
the deadline, on cancelling, and by dying. Nothing is written to disk here.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from operator import itemgetter
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from loaders.endable import Frame, Send, ask, serve
from loaders.odata_table import RawTable, plan
from loaders.statline_sentences import failure

if TYPE_CHECKING:
    from loaders.transport import FencedSession

CBS = "https://opendata.cbs.nl"
DEADLINE = 60.0  # seconds a table may take in all
TABLE_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{2,19}")
CATALOGUE_COLUMNS = (
    "Identifier Title ShortTitle ShortDescription Summary Modified Frequency Period OutputStatus RecordCount Catalog".split()
)
Progress = Callable[[int, int | None], None]


def base_url(environment: Mapping[str, str] = os.environ) -> str:
    """The address of StatLine: STATLINE_URL, or that of CBS. Plain http is for loopback alone. StatLineError when unusable."""
    url = environment.get("STATLINE_URL", "").strip().rstrip("/") or CBS
    return checked_url(url)


def checked_url(url: str) -> str:
    """``url`` as scheme://host[:port], or StatLineError."""
    try:
        parts = urlsplit(url.rstrip("/"))
        port = parts.port
    except ValueError:
        raise failure("bad_url", "", url) from None
    loopback = parts.hostname in ("127.0.0.1", "localhost", "::1")
    usable = parts.hostname and parts.scheme in ("https", "http") and (parts.scheme == "https" or loopback) and port != 0
    if not usable or parts.path or parts.query or parts.fragment or "@" in parts.netloc:
        raise failure("bad_url", "", url)
    return f"{parts.scheme}://{parts.netloc}"


def checked_id(table: str) -> str:
    """``table`` if it can be a table id, else StatLineError: it becomes part of an address."""
    if not TABLE_ID.fullmatch(table):
        raise failure("bad_id", table)
    return table


def read_table(
    table: str,
    topics: list[list[str]],
    codes: Mapping[str, list[str]],
    *,
    base_url: str,
    deadline: float = DEADLINE,
    progress: Progress = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
    limits: Mapping[str, float] | None = None,
) -> RawTable:
    """The rows of a table for these topics (title paths) and codes (dimension to trimmed keys; absent: all), as StatLine sent them.

    Whether they are complete is ``odata_table``'s to prove. ``limits`` overrides fields of ``transport.Limits``.
    """
    order = {"task": "table", "table": checked_id(table), "topics": topics, "codes": dict(codes)}
    columns: dict[str, list[Any]] = {}
    answer: dict[str, Any] = {"columns": columns}
    for kind, value in _ask(order, base_url, deadline, cancelled, limits):
        if kind == "progress":
            progress(*value)
        elif kind == "page":
            for name, values in value.items():
                columns.setdefault(name, []).extend(values)
        elif kind == "restart":
            columns.clear()
        else:
            answer[kind] = value
    return RawTable(**answer)


def read_catalogue(
    *,
    base_url: str,
    deadline: float = DEADLINE,
    cancelled: Callable[[], bool] = lambda: False,
    limits: Mapping[str, float] | None = None,
) -> list[dict[str, Any]]:
    """Every row of the catalogue, with the members of CATALOGUE_COLUMNS that it has."""
    frames = dict(_ask({"task": "catalogue", "table": ""}, base_url, deadline, cancelled, limits))
    rows: list[dict[str, Any]] = frames["rows"]
    return rows


def _ask(
    order: dict[str, Any], base: str, deadline: float, cancelled: Callable[[], bool], limits: Mapping[str, float] | None
) -> Iterator[Frame]:
    order = order | {"base": checked_url(base), "limits": {**(limits or {}), "seconds": deadline}}
    return ask("loaders.statline", order, deadline, cancelled)


# --- what follows runs in the child only ---


def _fenced(session: FencedSession) -> Any:
    """cbsodata with ``session`` in the place of every Session it makes: the one place where it is replaced."""
    import cbsodata
    from cbsodata import cbsodata3

    cbsodata3.Session = lambda: session
    cbsodata.options.use_https = session.base.scheme == "https"
    cbsodata.options.catalog_url = session.base.netloc
    return cbsodata


def _table(cbs: Any, session: FencedSession, order: Mapping[str, Any], send: Send) -> None:
    """TableInfos before and after, DataProperties, code lists, columns; the whole table where the filtered grid has holes."""
    table = order["table"]
    before, properties = cbs.get_info(table), cbs.get_meta(table, "DataProperties")
    names = [row["Key"] for row in properties if str(row.get("Type", "")).endswith("Dimension")]
    codes = {name: cbs.get_meta(table, name) for name in names}
    question = plan(table, properties, codes, order["topics"], order["codes"])
    filtered = bool(question.filters)
    count = None if filtered else _record_count(cbs, before, table)
    done = 0

    def page(url: str, document: Any) -> None:
        """Rows leave for the parent page by page; cbsodata follows the links and holds no copy."""
        nonlocal done
        if "/TypedDataSet" in url:
            done += len(document["value"])
            columns = _columns(table, document.pop("value"), question.select)
            document["value"] = []
            send("page", columns)
            send("progress", (done, question.expected if filtered else count))

    session.on_document = page
    data = cbs.download_data(table, select=question.select, filters=question.filters or None)
    if filtered and done != question.expected:
        filtered, done, count = False, 0, _record_count(cbs, before, table)  # no full grid: only the whole table can prove itself
        send("restart", None)
        data = cbs.download_data(table, select=question.select)
    again = {"DataProperties": properties, **codes}
    send("same_lists", all(data.get(name) == again[name] for name in again))
    send("infos", [before, *data["TableInfos"], cbs.get_info(table)])
    send("properties", properties)
    send("codes", codes)
    send("record_count", count)
    send("filtered", filtered)


def _record_count(cbs: Any, info: Mapping[str, Any] | None, table: str) -> int | None:
    """The rows of the whole table by the catalogue, which knows ids by their exact case; None when it does not list the table."""
    name = (info or {}).get("Identifier", table)
    listed = cbs.get_table_list(select=["Identifier", "RecordCount"], filters=f"Identifier eq '{name}'")
    return next((row.get("RecordCount") for row in listed if row.get("Identifier") == name), None)


def _columns(table: str, rows: list[dict[str, Any]], names: list[str]) -> dict[str, list[Any]]:
    """The rows by column; equal texts of a column are one object, which travels once."""
    columns = {}
    for name in names:
        try:
            values = list(map(itemgetter(name), rows))
        except KeyError:
            raise failure("drift", table, (f"kolom {name} ontbreekt in de gegevens", f"column {name} is missing from the data")) from None
        if values and isinstance(values[0], str):
            known: dict[Any, Any] = {}
            values = list(map(known.setdefault, values, values))
        columns[name] = values
    return columns


def _catalogue(cbs: Any, session: FencedSession, order: Mapping[str, Any], send: Send) -> None:
    rows = cbs.get_table_list(select=CATALOGUE_COLUMNS)
    if session.unfollowed:
        raise failure("incomplete", "", ("er zijn meer bladzijden", "there are more pages"))
    send("rows", [{key: row.get(key) for key in CATALOGUE_COLUMNS} for row in rows])


def _work(order: dict[str, Any], send: Send) -> None:
    from loaders.transport import FencedSession, Limits

    session = FencedSession(order["base"], order["table"], Limits(**order["limits"]))
    {"table": _table, "catalogue": _catalogue}[order["task"]](_fenced(session), session, order, send)


if __name__ == "__main__":
    serve(_work)
