"""What a stand-in table is made of, and the documents StatLine would give of it. Touches nothing outside memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True)
class Code:
    """One member of a dimension; ``status`` is a period's only."""

    key: str
    title: str
    status: str | None = None


@dataclass(frozen=True)
class Dimension:
    """A dimension; StatLine pads its keys on the right to ``width``, which differs per dimension and table."""

    key: str
    codes: tuple[Code, ...]
    width: int
    kind: str = "Dimension"  # Dimension | GeoDimension | TimeDimension

    def padded(self, key: str) -> str:
        return key.ljust(self.width)


@dataclass(frozen=True)
class Topic:
    """A measured column. ``groups`` are the titles of the topic groups above it, outermost first."""

    key: str
    title: str
    unit: str
    decimals: int
    groups: tuple[str, ...] = ()
    datatype: str = "Double"


@dataclass(frozen=True)
class Table:
    """A whole table. ``cell(codes, topic key)`` is the number, the text or None; ``codes`` in the order of the dimensions."""

    identifier: str
    title: str
    dimensions: tuple[Dimension, ...]
    topics: tuple[Topic, ...]
    cell: Callable[[tuple[str, ...], str], Any]
    modified: str = "2026-07-30T06:30:00"
    status: str = "Regulier"
    description: str = ""
    skipped: frozenset[tuple[str, ...]] = field(default_factory=frozenset)  # combinations the table does not publish

    def combinations(self) -> Iterator[tuple[str, ...]]:
        for codes in product(*([code.key for code in dimension.codes] for dimension in self.dimensions)):
            if codes not in self.skipped:
                yield codes

    def rows(self) -> list[Row]:
        """TypedDataSet: numbers or None, dimension keys padded, ``ID`` from 0 without gaps."""
        names = [dimension.key for dimension in self.dimensions]
        rows = []
        for number, codes in enumerate(self.combinations()):
            row: Row = {"ID": number}
            for name, dimension, code in zip(names, self.dimensions, codes, strict=True):
                row[name] = dimension.padded(code)
            for topic in self.topics:
                row[topic.key] = self.cell(codes, topic.key)
            rows.append(row)
        return rows

    def with_codes(self, dimension: str, codes: Sequence[Code]) -> Table:
        """The same table with other members of one dimension."""
        changed = tuple(replace(one, codes=tuple(codes)) if one.key == dimension else one for one in self.dimensions)
        return replace(self, dimensions=changed)


def untyped(rows: Sequence[Row], table: Table) -> list[Row]:
    """UntypedDataSet: every measured cell as text, right-aligned in eight characters, "." where nothing is published."""
    decimals = {topic.key: topic.decimals for topic in table.topics if topic.datatype != "String"}
    return [{key: _text(value, decimals[key]) if key in decimals else value for key, value in row.items()} for row in rows]


def _text(value: Any, decimals: int) -> str:
    return ".".rjust(8) if value is None else f"{value:.{decimals}f}".rjust(8) if not isinstance(value, str) else value


def table_infos(table: Table) -> list[Row]:
    """The one row of TableInfos, with the members the service sends."""
    return [
        {
            "ID": 0,
            "Title": table.title,
            "ShortTitle": table.title,
            "Identifier": table.identifier,
            "Summary": table.title,
            "Modified": table.modified,
            "MetaDataModified": table.modified,
            "ReasonDelivery": "Actualisering",
            "ExplanatoryText": "",
            "OutputStatus": table.status,
            "Source": "CBS.",
            "Language": "nl",
            "Catalog": "CBS",
            "Frequency": "Perkwartaal",
            "Period": "",
            "ShortDescription": table.description,
            "Description": table.description,
            "DefaultPresentation": "",
            "DefaultSelection": "",
            "GraphTypes": "Table,Bar,Line",
            "SearchPriority": "2",
        }
    ]


def catalogue_row(number: int, table: Table) -> Row:
    """A row of the catalogue: TableInfos with sizes; ``RecordCount`` is the number of rows of TypedDataSet."""
    row = dict(table_infos(table)[0], ID=number, Updated=table.modified)
    row["RecordCount"] = sum(1 for _ in table.combinations())
    row["ColumnCount"] = len(table.dimensions) + len(table.topics)
    return row


def data_properties(table: Table) -> list[Row]:
    """Dimensions, topic groups and topics. Members that do not apply to a row are absent, as in the service."""
    rows: list[Row] = []
    for one in table.dimensions:
        rows.append({"ID": len(rows), "Position": len(rows), "ParentID": None, "Type": one.kind, "Key": one.key, "Title": one.key})
    groups: dict[tuple[str, ...], int] = {}
    for topic in table.topics:
        for depth in range(1, len(topic.groups) + 1):
            path = topic.groups[:depth]
            if path not in groups:
                groups[path] = len(rows)
                parent = groups.get(path[:-1])
                rows.append({"ID": len(rows), "Position": None, "ParentID": parent, "Type": "TopicGroup", "Key": "", "Title": path[-1]})
        row = {"ID": len(rows), "Position": len(rows), "ParentID": groups.get(topic.groups), "Type": "Topic", "Key": topic.key}
        row |= {"Title": topic.title, "Description": "", "Datatype": topic.datatype}
        rows.append(row | {"Unit": topic.unit, "Decimals": topic.decimals, "Default": "None"})
    return rows


def code_list(dimension: Dimension) -> list[Row]:
    """The members of a dimension, keys padded; only periods carry a Status."""
    rows = []
    for code in dimension.codes:
        row: Row = {"Key": dimension.padded(code.key), "Title": code.title, "Description": ""}
        if dimension.kind == "TimeDimension":
            row["Status"] = code.status
        else:
            row["CategoryGroupID"] = None
        rows.append(row)
    return rows


RESOURCES = ("TableInfos", "UntypedDataSet", "TypedDataSet", "DataProperties", "CategoryGroups")


def resource(table: Table, name: str) -> list[Row] | None:
    """The rows of one resource of a table, or None when it has no such resource."""
    if name == "TableInfos":
        return table_infos(table)
    if name == "DataProperties":
        return data_properties(table)
    if name == "CategoryGroups":
        return []
    if name == "TypedDataSet":
        return table.rows()
    if name == "UntypedDataSet":
        return untyped(table.rows(), table)
    return next((code_list(one) for one in table.dimensions if one.key == name), None)


def select(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> list[Row]:
    return [{key: row[key] for key in columns if key in row} for row in rows]
