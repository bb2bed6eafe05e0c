"""What is fetched of which StatLine table, as ``data/tables.toml`` describes it. Reads that one file; writes nothing.

The order of a table names members and columns as CBS names them and says which indicator and group each becomes, so that an
indicator is added by a few lines of text.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from labour.errors import DataError, cause
from labour.model import UNITS

_SECTIONS = re.compile(r"([A-U](?:-[A-U])?) ")
_RULES = ("sbi", "title", "code")


@dataclass(frozen=True, slots=True)
class Measure:
    """One measured column and the series it gives. ``adjusted`` None: the order's ``adjusted_by`` dimension says it."""

    indicator: str
    topic: tuple[str, ...]  # titles of topic groups, outermost first, and of the topic itself
    measure: str  # its name in the key of the series
    unit: str
    table_unit: str
    printed_unit: str  # as DataProperties has it; checked
    scale: Decimal
    adjusted: bool | None = None
    column: str = ""  # the v3 key, where the titles alone do not tell two columns apart
    method: str = ""  # method regime of its figures


@dataclass(frozen=True, slots=True)
class TableOrder:
    """One table: members asked for per dimension (``["*"]`` all), how they become groups, and its measures."""

    table_id: str
    title: str
    measures: tuple[Measure, ...]
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    groups: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    adjusted_by: str = ""
    adjusted: Mapping[str, bool] = field(default_factory=dict)
    basis: str = ""
    label: str = ""

    def topics(self) -> list[list[str]]:
        """Title paths of the asked columns, each with its column key last ("" where the titles suffice)."""
        return [[*measure.topic, measure.column] for measure in self.measures]

    def group(self, members: Mapping[str, tuple[str, str]]) -> str:
        """The group of a series from dimension -> (code, title) of its members; "total" when none narrows it."""
        parts = [_part(rules, *members[dimension]) for dimension, rules in self.groups.items()]
        return ", ".join(part for part in parts if part) or "total"

    def is_adjusted(self, measure: Measure, members: Mapping[str, tuple[str, str]]) -> bool | None:
        """Whether a series of the measure is seasonally adjusted; None when the table does not say."""
        if measure.adjusted is not None or not self.adjusted_by:
            return measure.adjusted
        code, title = members[self.adjusted_by]
        return self.adjusted.get(code, self.adjusted.get(title))


def _part(rules: Mapping[str, str], code: str, title: str) -> str:
    for name in (code, title):
        if name in rules:
            return rules[name]
    rule = rules.get("*", "code")
    if rule == "title":
        return title.partition(": ")[2].casefold() or title.casefold()
    if rule == "sbi" and (found := _SECTIONS.match(title + " ")):
        return "" if found[1] == "A-U" else found[1]
    return code


def load_orders(data: Path) -> dict[str, TableOrder]:
    """The orders by table id, in the order of the file. Raises DataError naming the table and what is wrong with it."""
    path = data / "tables.toml"
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        nl, en = cause(problem)
        raise DataError(f"{path.name} is niet te lezen ({nl}).", f"{path.name} cannot be read ({en}).") from None
    orders = {}
    for table, section in read.items():
        try:
            orders[table] = _order(table, section)
        except (KeyError, TypeError, ValueError, ArithmeticError, AttributeError) as problem:
            what = f"'{problem.args[0]}'" if isinstance(problem, KeyError) else str(problem)
            raise DataError(
                f"{path.name}: de beschrijving van tabel {table} klopt niet ({what}).",
                f"{path.name}: the description of table {table} is not right ({what}).",
            ) from None
    return orders


def _order(table: str, section: Mapping[str, Any]) -> TableOrder:
    adjusted = dict(section.get("adjusted", {}))
    groups = {dimension: dict(rules) for dimension, rules in section.get("groups", {}).items()}
    codes = {dimension: tuple(map(str, members)) for dimension, members in section.get("codes", {}).items()}
    adjusted_by = str(adjusted.pop("dimension", ""))
    for dimension in [*groups, *filter(None, [adjusted_by])]:
        if dimension not in codes:
            raise ValueError(f"{dimension} staat niet in codes")
    for rules in groups.values():
        if rules.get("*", "code") not in _RULES:
            raise ValueError(f"onbekende regel {rules['*']}")
    for dimension, members in codes.items():
        if dimension not in groups and dimension != adjusted_by and (len(members) != 1 or members == ("*",)):
            raise ValueError(f"{dimension} heeft meer dan één code en staat niet in groups")
    return TableOrder(
        table_id=table,
        title=str(section["title"]),
        measures=tuple(_measure(one, str(section.get("method", ""))) for one in section["measures"]),
        codes=codes,
        groups=groups,
        adjusted_by=adjusted_by,
        adjusted=adjusted,
        basis=str(section.get("basis", "")),
        label=str(section.get("label", "")),
    )


def _measure(one: Mapping[str, Any], method: str) -> Measure:
    if one["unit"] not in UNITS:
        raise ValueError(f"onbekende eenheid {one['unit']}")
    topic = tuple(map(str, one["topic"]))
    if not topic or isinstance(one["topic"], str):
        raise ValueError("topic is geen lijst van titels")
    unknown = set(one) - {"indicator", "topic", "measure", "unit", "table_unit", "printed_unit", "scale", "adjusted", "column", "method"}
    if unknown:
        raise ValueError(f"onbekend veld {sorted(unknown)[0]}")
    return Measure(
        indicator=str(one["indicator"]),
        topic=topic,
        measure=str(one.get("measure", topic[0])),
        unit=str(one["unit"]),
        table_unit=str(one["table_unit"]),
        printed_unit=str(one.get("printed_unit", one["table_unit"])),
        scale=Decimal(str(one["scale"])),
        adjusted=one.get("adjusted"),
        column=str(one.get("column", "")),
        method=str(one.get("method", method)),
    )
