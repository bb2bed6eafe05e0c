"""A StatLine table as it was sent: what to ask of it, whether it is whole, and whether it still has the known structure.

Pure: rows and lists in, a question or a proof out. Codes are compared trimmed and sent as the code list pads them; columns are
found by the titles of their topics, since v3 numbers its columns anew when a table changes.
"""

from __future__ import annotations

import itertools
import math
import operator
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.statline_sentences import failure

Rows = list[dict[str, Any]]
#: kinds that StatLine is known to use; those without days stay opaque labels
_KNOWN_KIND = re.compile(r"\d{4}(JJ|HJ|KW|MM|W1|X0|SJ)\d{2}|\d{8}")
_STATUS = {"definitief": "definitief", "nadervoorlopig": "nader voorlopig", "voorlopig": "voorlopig"}


@dataclass(frozen=True, slots=True)
class RawTable:
    """What the service sent. ``columns`` holds the asked columns of TypedDataSet."""

    infos: list[dict[str, Any] | None]  # TableInfos before, with and after the rows
    properties: Rows
    codes: dict[str, Rows]
    columns: dict[str, list[Any]]
    record_count: int | None  # of the whole table, from the catalogue
    filtered: bool
    same_lists: bool


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of TypedDataSet, and how many rows a full grid of the asked codes and all periods has."""

    select: list[str]
    filters: str
    expected: int


def dimensions(table: str, properties: Rows) -> tuple[list[str], str]:
    """The keys of the dimensions other than time, and that of time."""
    names = [row["Key"] for row in properties if str(row.get("Type", "")).endswith("Dimension")]
    times = [row["Key"] for row in properties if row.get("Type") == "TimeDimension"]
    if len(times) != 1:
        raise failure("drift", table, (f"{len(times)} tijddimensies in plaats van één", f"{len(times)} time dimensions instead of one"))
    return [name for name in names if name != times[0]], times[0]


def column_of(table: str, properties: Rows, path: Sequence[str]) -> dict[str, Any]:
    """The row of DataProperties that ``path`` names: titles of topic groups, title of the topic, and last its key or "".

    Exactly one must fit. Capitals, spaces and punctuation do not count; groups in between may be left out.
    """
    *groups, title, key = path
    by_id = {row.get("ID"): row for row in properties}
    topics = [row for row in properties if row.get("Type") == "Topic"]
    found = []
    for row in topics:
        above: list[str] = []
        parent = by_id.get(row.get("ParentID"))
        while parent is not None and len(above) < 20:
            above.insert(0, _plain(parent.get("Title")))
            parent = by_id.get(parent.get("ParentID"))
        left = iter(above)
        if _plain(row.get("Title")) == _plain(title) and all(_plain(group) in left for group in groups):
            found.append(row)
    name = " > ".join([*groups, title])
    if key and found and all(row.get("Key") != key for row in found):
        keys = ", ".join(str(row.get("Key")) for row in found)
        raise failure("drift", table, (f"kolom {key} ('{name}') heet nu {keys}", f"column {key} ('{name}') is now called {keys}"))
    found = [row for row in found if not key or row.get("Key") == key]
    if len(found) != 1:
        there = ", ".join(sorted({str(row.get("Title")) for row in topics})[:8])
        nl, en = ("staat er meer dan eens", "is there more than once") if found else ("staat er niet meer", "is gone")
        raise failure("drift", table, (f"onderwerp '{name}' {nl} (er zijn: {there})", f"topic '{name}' {en} (there are: {there})"))
    return found[0]


def _plain(title: Any) -> str:
    return "".join(letter for letter in str(title).casefold() if letter.isalnum())


def plan(
    table: str, properties: Rows, codes: Mapping[str, Rows], topics: Sequence[Sequence[str]], wanted: Mapping[str, list[str]]
) -> Question:
    """The question for these topics (as ``column_of`` takes them) and codes; StatLineError naming what is no longer there."""
    names, time = dimensions(table, properties)
    for name in set(names) ^ set(wanted):
        nl, en = ("is nieuw", "is new") if name in names else ("staat er niet meer", "is gone")
        raise failure("drift", table, (f"dimensie {name} {nl}", f"dimension {name} {en}"))
    clauses, expected = [], len(codes[time])
    for name in names:
        asked = members(table, name, codes[name], wanted[name])
        expected *= len(asked)
        if len(asked) < len(codes[name]):
            quoted = (key.replace("'", "''") for key in asked.values())
            clauses.append("(" + " or ".join(f"{name} eq '{key}'" for key in quoted) + ")")
    columns = dict.fromkeys(column_of(table, properties, path)["Key"] for path in topics)
    return Question(["ID", *names, time, *columns], " and ".join(clauses), expected)


def members(table: str, name: str, listed: Rows, wanted: Sequence[str]) -> dict[str, str]:
    """The asked members of a dimension, trimmed code to code as listed. Each is named by its code or its title; ``["*"]`` is all."""
    by_code = {row["Key"].strip(): row["Key"] for row in listed}
    if list(wanted) == ["*"]:
        return by_code
    by_title = {str(row.get("Title") or "").strip(): row["Key"].strip() for row in listed}
    asked = {}
    for one in wanted:
        code = one if one in by_code else by_title.get(one)
        if code is None:
            raise failure("drift", table, (f"code {one} van {name} staat er niet meer", f"code {one} of {name} is gone"))
        asked[code] = by_code[code]
    return asked


def prove(table: str, raw: RawTable, wanted: Mapping[str, list[str]]) -> str:
    """How the rows are known to be whole ("grid" or "record_count"); StatLineError when they are not, or not of one moment."""
    moments = {(info or {}).get("Modified") for info in raw.infos}
    if len(moments) != 1 or None in moments or not raw.same_lists:
        raise failure("modified", table, ", ".join(sorted(str(moment) for moment in moments)))
    names, time = dimensions(table, raw.properties)
    for row in raw.codes[time]:
        if not _KNOWN_KIND.fullmatch(row["Key"].strip()):
            raise failure("drift", table, (f"onbekende soort periode {row['Key'].strip()}", f"unknown kind of period {row['Key'].strip()}"))
    ids = raw.columns["ID"]
    _rising(table, ids)
    cells = _positions(table, raw, [*names, time])
    if len(set(cells)) != len(cells):
        raise failure("incomplete", table, ("dezelfde cel komt meer dan eens voor", "the same cell occurs more than once"))
    if raw.filtered:
        asked = {name: members(table, name, raw.codes[name], wanted[name]) for name in names}
        full = math.prod(len(codes) for codes in asked.values()) * len(raw.codes[time])
        if len(ids) != full or any(str(value).strip() not in asked[name] for name in names for value in set(raw.columns[name])):
            raise failure("incomplete", table, (f"{len(ids)} van {full} rijen", f"{len(ids)} of {full} rows"))
        return "grid"
    whole = raw.record_count if raw.record_count is not None else math.prod(len(raw.codes[name]) for name in [*names, time])
    if len(ids) != whole or (ids and (ids[0], ids[-1]) != (0, whole - 1)):
        raise failure("incomplete", table, (f"{len(ids)} van {whole} rijen", f"{len(ids)} of {whole} rows"))
    return "record_count" if raw.record_count is not None else "grid"


def _rising(table: str, ids: list[Any]) -> None:
    if ids == list(range(len(ids))):
        return
    if not all(type(one) is int for one in ids):
        raise failure("drift", table, ("kolom ID bevat geen gehele getallen", "column ID holds no whole numbers"))
    for before, after in itertools.pairwise(ids):
        if after <= before:
            raise failure("incomplete", table, (f"rij {after} volgt op rij {before}", f"row {after} follows row {before}"))


def _positions(table: str, raw: RawTable, names: Sequence[str]) -> list[int]:
    """The place of each row in the grid of all listed codes."""
    places: Iterable[int] = itertools.repeat(0)
    weight = 1
    for name in reversed(names):
        index = {row["Key"].strip(): number * weight for number, row in enumerate(raw.codes[name])}
        if len(index) != len(raw.codes[name]):
            raise failure("drift", table, (f"dubbele codes in {name}", f"double codes in {name}"))
        for value in set(raw.columns[name]):
            code = str(value).strip()
            if code not in index:
                raise failure("drift", table, (f"onbekende code {code} in {name}", f"unknown code {code} in {name}"))
            index[value] = index[code]
        places = map(operator.add, places, map(index.__getitem__, raw.columns[name]))
        weight *= len(raw.codes[name])
    return list(places)


def statuses(raw: RawTable, time: str) -> dict[str, str]:
    """Trimmed period key to its status; a trailing asterisk of the title counts where Status is absent, or milder."""
    found = {}
    for row in raw.codes[time]:
        status = _STATUS.get(str(row.get("Status") or "").strip().casefold(), "unknown")
        title = str(row.get("Title") or "").strip()
        if title.endswith("*") and status in ("unknown", "definitief"):
            status = "nader voorlopig" if title.endswith("**") else "voorlopig"
        found[row["Key"].strip()] = status
    return found


def number(table: str, column: str, value: Any) -> int | float | None:
    """A cell of a measured column as it must be: a number or nothing."""
    if value is None or (type(value) in (int, float) and math.isfinite(value)):
        return value  # type: ignore[no-any-return]
    raise failure("drift", table, (f"kolom {column} bevat tekst in plaats van getallen", f"column {column} holds text instead of numbers"))


def by_members(table: str, raw: RawTable) -> dict[tuple[str, ...], list[int]]:
    """The numbers of the rows of each combination of trimmed codes, time left out, in the order of the table."""
    names, _ = dimensions(table, raw.properties)
    found: dict[tuple[str, ...], list[int]] = {}
    rows = zip(*(raw.columns[name] for name in names), strict=True) if names else iter([()] * len(raw.columns["ID"]))
    for place, members in enumerate(rows):
        found.setdefault(members, []).append(place)
    return {tuple(member.strip() for member in members): places for members, places in found.items()}


def cells(table: str, raw: RawTable, column: str, places: Sequence[int]) -> Iterator[tuple[str, int | float | None]]:
    """(period, value) of one column in these rows."""
    _, time = dimensions(table, raw.properties)
    for place in places:
        yield raw.columns[time][place].strip(), number(table, column, raw.columns[column][place])
