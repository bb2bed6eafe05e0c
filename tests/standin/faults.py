"""Every fault of the service that was seen or feared, each by one name, and what it does to an answer.

Faults of transport change how bytes travel, faults of paging change ``odata.nextLink``, faults of content change the table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from tests.standin.tables import Code, Row, Table

TRANSPORT = {
    "refuse": "the connection is refused",
    "hang": "the connection is taken and nothing is ever said",
    "drip": "the answer comes a few bytes at a time",
    "not_found": "404, the table does not exist",
    "error_500": "500, as with too many rows",
    "unavailable": "503 with Retry-After",
    "too_many": "429 with Retry-After",
    "reset": "the connection is reset before the answer",
    "cut_body": "the connection ends before the announced length",
    "truncated_json": "the length is right, the JSON is not whole",
    "html": "an HTML page with status 200",
    "odata_error": "odata.error with status 200",
    "redirect": "a redirect to another host",
}
PAGING = {
    "no_next_link": "a page without nextLink though there is more",
    "looping_next_link": "a nextLink to the page itself",
    "foreign_next_link": "a nextLink to another host",
    "endless_pages": "always one more page, empty",
}
CONTENT = {
    "duplicate_ids": "a row comes twice",
    "missing_ids": "a row is left out",
    "modified_between": "the table is replaced while it is read",
    "renamed_column": "a measured column has another name",
    "retitled_topic": "a topic has another title",
    "renumbered_column": "the columns are numbered anew",
    "changed_unit": "a topic is printed in another unit",
    "unknown_period_kind": "a period of a kind never seen",
    "unknown_code": "rows carry a code that the code list lacks",
    "null_status": "periods without a Status",
    "numbers_as_strings": "cells as padded text",
    "unpadded_keys": "code lists without the padding that the rows have",
    "stopped": "the table is discontinued",
}
NAMES = {**TRANSPORT, **PAGING, **CONTENT}


@dataclass(frozen=True)
class Fault:
    """A fault that is switched on: where it strikes and how often. ``page`` is the first page of a data set it strikes, from 0."""

    name: str
    table: str = ""
    resource: str = "TypedDataSet"  # "" for every resource, "Tables" for the catalogue
    page: int = 0
    times: int | None = None
    seconds: float = 1.0  # Retry-After, or the pause of a drip
    host: str = "http://localhost.invalid"  # where redirects and links lead

    def __post_init__(self) -> None:
        if self.name not in NAMES:
            raise ValueError(f"no fault is called {self.name!r}; there are {', '.join(NAMES)}")

    def strikes(self, table: str, resource: str, page: int) -> bool:
        if self.table and self.table.lower() != table.lower():
            return False
        return (not self.resource or self.resource == resource) and page >= self.page


def parse(text: str) -> Fault:
    """A fault as a person writes it: ``name``, ``name:page=2,times=1,table=80472ned``."""
    name, _, rest = text.partition(":")
    settings: dict[str, Any] = dict(part.split("=", 1) for part in rest.split(",") if "=" in part)
    for key, kind in {"page": int, "times": int, "seconds": float}.items():
        if key in settings:
            settings[key] = kind(settings[key])
    return Fault(name, **settings)


def _measured(table: Table, change: Callable[[Any], Any]) -> Table:
    return replace(table, topics=tuple(change(topic) for topic in table.topics))


def changed_table(table: Table, fault: Fault) -> Table:
    """The table as it looks under a fault of content that its lists show."""
    if fault.name == "retitled_topic":
        return _measured(table, lambda topic: replace(topic, title=topic.title + " (nieuw)"))
    if fault.name == "renumbered_column":
        cell, old = table.cell, {f"{topic.key}9": topic.key for topic in table.topics}
        renamed = _measured(table, lambda topic: replace(topic, key=f"{topic.key}9"))
        return replace(renamed, cell=lambda codes, key: cell(codes, old[key]))
    if fault.name == "changed_unit":
        return _measured(table, lambda topic: replace(topic, unit="mln"))
    if fault.name == "stopped":
        return replace(table, status="Gediscontinueerd")
    time = next(one for one in table.dimensions if one.kind == "TimeDimension")
    if fault.name == "unknown_period_kind":
        cell, last = table.cell, time.codes[-1]
        odd = last.key[:4] + "ZZ01"
        place = table.dimensions.index(time)
        moved = table.with_codes(time.key, [*time.codes[:-1], Code(odd, last.title, last.status)])

        def odd_cell(codes: tuple[str, ...], key: str) -> Any:
            return cell(tuple(last.key if i == place and code == odd else code for i, code in enumerate(codes)), key)

        return replace(moved, cell=odd_cell)
    if fault.name == "null_status":
        return table.with_codes(time.key, [replace(code, status=None) for code in time.codes])
    if fault.name == "modified_between":
        return replace(table, modified="2099-01-01T02:00:00")
    return table


def changed_list(rows: list[Row], fault: Fault) -> list[Row]:
    """A code list as it looks under a fault that its rows of data do not share."""
    if fault.name == "unpadded_keys":
        return [row | {"Key": row["Key"].strip()} for row in rows]
    return rows


def changed_rows(rows: list[Row], table: Table, fault: Fault) -> list[Row]:
    """The rows of TypedDataSet as they look under a fault that the lists do not show."""
    first = table.topics[0].key
    middle = len(rows) // 2
    if fault.name == "duplicate_ids":
        return [*rows[: middle + 1], *rows[middle:]]
    if fault.name == "missing_ids":
        return [*rows[:middle], *rows[middle + 1 :]]
    if fault.name == "renamed_column":
        return [{("Nieuw" + key if key == first else key): value for key, value in row.items()} for row in rows]
    if fault.name == "numbers_as_strings":
        return [row | {topic.key: str(row[topic.key]).rjust(8) for topic in table.topics if topic.key in row} for row in rows]
    if fault.name == "unknown_code":
        dimension = table.dimensions[0]
        odd = dimension.padded("X999")
        code = rows[middle].get(dimension.key) if rows else None
        return [row | {dimension.key: odd} if row.get(dimension.key) == code else row for row in rows]
    return rows
