"""One dated state of a StatLine table: made from what was fetched, written as JSON, read back, and laid out as figures.

Values are kept as the decimal text of the publication. A state is known from the day that CBS says the table was last changed.
Pure: the clock is an argument, files are the ledger's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from labour import periods
from labour.observations import Series, State
from loaders import odata_table
from loaders.odata_table import RawTable
from loaders.snapshot import series_key
from loaders.statline_sentences import failure
from loaders.table_orders import Measure, TableOrder

FORMAT = 1
Cells = Mapping[str, tuple[Decimal | None, str]]  # period -> (value as published or nothing, status)


@dataclass(frozen=True, slots=True)
class HeldSeries:
    """A series with its cells at one moment; ``method`` is the regime its figures were made under."""

    series: Series
    method: str
    cells: Cells


@dataclass(frozen=True, slots=True)
class TableState:
    """A table as it stood when it was fetched. ``modified`` is CBS's local time without zone, ``proof`` how it is known whole."""

    table_id: str
    title: str
    modified: str
    fetched_at: datetime
    proof: str
    output_status: str
    series: tuple[HeldSeries, ...]
    columns: tuple[tuple[str, str], ...] = ()  # title path of each topic that is found by it, and the column it had

    def content_hash(self) -> str:
        """SHA-256 of the figures alone: two fetches of unchanged figures have the same."""
        return hashlib.sha256(json.dumps(_content(self), sort_keys=True, ensure_ascii=False).encode()).hexdigest()

    def known_from(self) -> date:
        """The day of ``modified``, or that of the fetch where it is unreadable. A clock that runs behind makes no figure older."""
        try:
            return datetime.fromisoformat(self.modified).date()
        except ValueError:
            return self.fetched_at.date()

    def rows(self, known_from: date | None = None) -> Iterator[tuple[Series, str, State]]:
        """The figures with their vintage; missing cells are left out. ``known_from`` overrides the state's own day."""
        day = known_from or self.known_from()
        vintage = periods.day_name(day)
        for held in self.series:
            for period, (value, status) in held.cells.items():
                if value is not None:
                    yield (
                        held.series,
                        period,
                        State(
                            value=value,
                            status=status,
                            known_from=day,
                            vintage=vintage,
                            source=f"statline:{self.table_id}",
                            confidence="high",
                            method=held.method,
                            source_text=f"CBS StatLine {self.table_id}, stand {vintage}",
                            url=f"https://opendata.cbs.nl/#/CBS/nl/dataset/{self.table_id}/table",
                        ),
                    )


def make_state(order: TableOrder, raw: RawTable, fetched_at: datetime) -> TableState:
    """The state of a table from what StatLine sent; StatLineError unless it is proven whole and of the known structure."""
    table = order.table_id
    wanted = {dimension: list(members) for dimension, members in order.codes.items()}
    proof = odata_table.prove(table, raw, wanted)
    info: Mapping[str, Any] = raw.infos[-1] or {}
    names, time = odata_table.dimensions(table, raw.properties)
    titles = {name: {row["Key"].strip(): str(row.get("Title") or "").strip() for row in raw.codes[name]} for name in names}
    asked = {name: odata_table.members(table, name, raw.codes[name], wanted[name]) for name in names}
    statuses = odata_table.statuses(raw, time)
    columns = [_column(table, raw, measure) for measure in order.measures]
    series = []
    for codes, places in odata_table.by_members(table, raw).items():
        if not all(code in asked[name] for name, code in zip(names, codes, strict=True)):
            continue
        members = {name: (code, titles[name][code]) for name, code in zip(names, codes, strict=True)}
        for measure, (column, decimals) in zip(order.measures, columns, strict=True):
            cells = {
                period: (_decimal(value, decimals), statuses[period]) for period, value in odata_table.cells(table, raw, column, places)
            }
            if any(value is not None for value, _ in cells.values()):
                series.append(HeldSeries(_series(order, measure, members, decimals), measure.method, cells))
    keys = [held.series.key for held in series]
    if len(set(keys)) != len(keys):
        twice = next(key for key in keys if keys.count(key) > 1)
        raise failure("drift", table, (f"twee reeksen heten {twice}", f"two series are called {twice}"))
    title, status = str(info.get("Title") or order.title), str(info.get("OutputStatus") or "")
    named = tuple((" > ".join(measure.topic), key) for measure, (key, _) in zip(order.measures, columns, strict=True) if not measure.column)
    return TableState(table, title, str(info["Modified"]), fetched_at, proof, status, tuple(series), named)


def _column(table: str, raw: RawTable, measure: Measure) -> tuple[str, int]:
    """Key and decimals of the measure's column; its unit must still be the one that the scale was written for."""
    row = odata_table.column_of(table, raw.properties, [*measure.topic, measure.column])
    name, unit = " > ".join(measure.topic), str(row.get("Unit") or "")
    if unit.replace(" ", "").casefold() != measure.printed_unit.replace(" ", "").casefold():
        nl = f"de eenheid van '{name}' is '{unit}' in plaats van '{measure.printed_unit}'"
        raise failure("drift", table, (nl, f"the unit of '{name}' is '{unit}' instead of '{measure.printed_unit}'"))
    decimals = row.get("Decimals")
    if type(decimals) is not int or not 0 <= decimals <= 9:
        raise failure("drift", table, (f"'{name}' noemt geen aantal decimalen", f"'{name}' states no number of decimals"))
    return row["Key"], decimals


def _decimal(value: int | float | None, decimals: int) -> Decimal | None:
    """The number with the decimals of its publication: 66 is 66.0. Digits beyond them are kept, never rounded away."""
    if value is None:
        return None
    exact = Decimal(repr(value))
    padded = exact.quantize(Decimal(1).scaleb(-decimals))
    return padded if padded == exact else exact


def _series(order: TableOrder, measure: Measure, members: Mapping[str, tuple[str, str]], decimals: int) -> Series:
    group, adjusted = order.group(members), order.is_adjusted(measure, members)
    label = order.label or "; ".join(title for name, (_, title) in members.items() if name != order.adjusted_by)
    return Series(
        key=series_key(measure.indicator, order.table_id, measure.measure, group, adjusted, order.basis),
        indicator=measure.indicator,
        table_id=order.table_id,
        measure=measure.measure,
        dimensions=tuple((name, code) for name, (code, _) in members.items()),
        label=label,
        unit=measure.unit,
        table_unit=measure.table_unit,
        scale=measure.scale,
        decimals=decimals,
        adjusted=adjusted,
        group=group,
        basis=order.basis,
    )


def _content(state: TableState) -> list[dict[str, Any]]:
    content = []
    for held in state.series:
        one = asdict(held.series) | {"scale": str(held.series.scale), "method": held.method}
        one["dimensions"] = [list(pair) for pair in held.series.dimensions]
        one["cells"] = {period: [None if value is None else str(value), status] for period, (value, status) in held.cells.items()}
        content.append(one)
    return content


def to_json(state: TableState) -> str:
    """The state as a document that ``from_json`` reads back and proves undamaged."""
    document = {"format": FORMAT, "table": state.table_id, "title": state.title, "modified": state.modified}
    document |= {"fetched_at": state.fetched_at.isoformat(), "proof": state.proof, "output_status": state.output_status}
    document |= {"columns": state.columns, "sha256": state.content_hash(), "series": _content(state)}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> TableState:
    """The state of a document; ValueError when it is not one or its figures do not have the hash it states."""
    try:
        document = json.loads(text)
        series = tuple(_held(dict(one)) for one in document["series"])
        fetched = datetime.fromisoformat(document["fetched_at"])
        head = (document["table"], document["title"], document["modified"], fetched, document["proof"], document["output_status"])
        state = TableState(*head, series, tuple((title, key) for title, key in document["columns"]))
    except (KeyError, TypeError, AttributeError, ArithmeticError) as problem:
        raise ValueError(f"{type(problem).__name__}: {problem}") from None
    if document.get("format") != FORMAT or state.content_hash() != document.get("sha256"):
        raise ValueError("sha256")
    return state


def _held(one: dict[str, Any]) -> HeldSeries:
    cells = {period: (None if value is None else Decimal(value), status) for period, (value, status) in one.pop("cells").items()}
    method, scale = one.pop("method"), Decimal(one.pop("scale"))
    return HeldSeries(Series(**one | {"scale": scale, "dimensions": tuple((n, c) for n, c in one["dimensions"])}), method, cells)
