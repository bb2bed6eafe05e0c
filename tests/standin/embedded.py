"""Stand-in tables made of the shipped figures: what ``data/tables.toml`` asks for, filled from ``data/statline``.

Code lists, widths and column names are the service's where they are known; the newest sure state of a cell is its value.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from labour import observations
from labour.observations import ObservationIndex
from labour.periods import parse
from loaders import snapshot
from loaders.table_orders import Measure, TableOrder, load_orders
from tests.standin.tables import Code, Dimension, Table, Topic

SBI = {
    "total": "T001081", "A": "301000", "B": "305700", "B-E": "300002", "B-F": "300003", "C": "307500", "D": "346600", "E": "348000",
    "F": "350000", "G": "354200", "G-I": "300006", "G-N": "300007", "H": "383100", "I": "389100", "J": "391600", "K": "396300",
    "L": "402000", "M-N": "300010", "M": "403300", "N": "410200", "O": "417400", "P": "419000", "Q": "422400", "O-U": "300013",
    "O-Q": "300012", "R": "428100", "S": "435500", "R-U": "300014",
}  # fmt: skip
_STATUS = {"definitief": "Definitief", "nader voorlopig": "NaderVoorlopig", "voorlopig": "Voorlopig"}
_OTHER = {
    "T001038": "Totaal mannen en vrouwen",
    "3000": "Mannen",
    "4000": "Vrouwen",
    "T009002": "Totaal personen",
    "52052": "15 tot 75 jaar",
    "A042501": "Oorspronkelijke, ongecorrigeerde cijfers",
    "A050903": "Seizoengecorrigeerde cijfers",
    "T001020": "Totaal cao-sectoren",
    "T001081": "A-U Alle economische activiteiten",
    "A045600": "Huidige cijfers",
}
_WIDTHS = {"Bedrijfskenmerken": 7, "SBI2008PartBedrijvenOverheid": 8, "Versie": 10, "RegioS": 6}
_KEYS = {"RegioS": "GeoDimension"}


def tables(data: Path) -> list[Table]:
    """One stand-in table per section of tables.toml that has shipped figures."""
    rows = snapshot.load_rows(data)
    made = []
    for order in load_orders(data).values():
        index = observations.build_index(row for row in rows if row[0].table_id == order.table_id and row[2].confidence == "high")
        if index.series:
            made.append(table(order, index))
    return made


def table(order: TableOrder, index: ObservationIndex) -> Table:
    """A table that answers ``order`` with the newest values of ``index``."""
    dimensions = [_dimension(name, order, index) for name in order.codes]
    titles = {one.key: {code.key: code.title for code in one.codes} for one in dimensions}
    periods, statuses = _periods(index)
    time = Dimension("Perioden", tuple(Code(key, key, statuses.get(key)) for key in periods), 8, "TimeDimension")
    topics = tuple(_topic(number, measure, order, index) for number, measure in enumerate(order.measures, 1))
    by_key = dict(zip((topic.key for topic in topics), order.measures, strict=True))

    def cell(codes: tuple[str, ...], key: str) -> int | float | None:
        members = {one.key: (code, titles[one.key][code]) for one, code in zip(dimensions, codes, strict=False)}
        measure = by_key[key]
        adjusted = order.is_adjusted(measure, members)
        name = snapshot.series_key(measure.indicator, order.table_id, measure.measure, order.group(members), adjusted, order.basis)
        state = observations.latest(index.states(name, codes[-1]))
        return None if state is None else _number(state.value)

    return Table(order.table_id, order.title, (*dimensions, time), topics, cell, _modified(index), description=order.title)


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _dimension(name: str, order: TableOrder, index: ObservationIndex) -> Dimension:
    """Members that are asked, those that shipped series have, and one more that nobody asks for."""
    codes: dict[str, str] = {}
    for code in order.codes[name]:
        if code == "Nederland":
            codes["NL01"] = code
        elif code != "*":
            codes[code] = _OTHER.get(code, code)
    rules = order.groups.get(name, {})
    for series in index.series.values():
        code = dict(series.dimensions).get(name) or SBI.get(series.group, "")
        part = series.label.split("; ")[-1 if name in ("Persoonskenmerken", "BedrijfstakkenBranchesSBI2008") else 0]
        if rules.get("*") == "sbi":
            codes.setdefault(code or f"X{len(codes):05d}", series.label.split("; ")[0])
        elif rules.get("*") == "title":
            codes.setdefault(code or f"X{len(codes):05d}", part)
    unique = {title: code for code, title in reversed(codes.items())}
    members = [Code(code, title) for title, code in reversed(unique.items())]
    if order.codes[name] != ("*",):
        members.append(Code("PV20", "Groningen (PV)") if name == "RegioS" else Code("9999", "Overig"))
    return Dimension(name, tuple(members), _WIDTHS.get(name, 8), _KEYS.get(name, "Dimension"))


def _periods(index: ObservationIndex) -> tuple[list[str], dict[str, str]]:
    """Every period in the order of StatLine (a year after its quarters), with its status."""
    statuses: dict[str, str] = {}
    for key in index.series:
        for text in index.periods(key):
            state = observations.latest(index.states(key, text))
            statuses.setdefault(text, _STATUS.get(state.status if state else "", ""))

    def order(text: str) -> tuple[date, int]:
        period = parse(text)
        return (period.last_day(), -period.first_day().toordinal()) if period else (date.max, 0)

    known = {text: status or None for text, status in statuses.items()}
    return sorted(known, key=order), {text: status for text, status in known.items() if status}


def _topic(number: int, measure: Measure, order: TableOrder, index: ObservationIndex) -> Topic:
    words = "".join(word[:1].upper() + word[1:] for word in "".join(c if c.isalnum() else " " for c in measure.topic[-1]).split())
    key = measure.column or f"{'k_' if words[0].isdigit() else ''}{words}_{number}"
    own = (one.decimals for one in index.series.values() if (one.indicator, one.measure) == (measure.indicator, measure.measure))
    return Topic(key, measure.topic[-1], measure.printed_unit, max(own, default=0), measure.topic[:-1])


def _modified(index: ObservationIndex) -> str:
    days = [state.known_from for periods in index.cells.values() for states in periods.values() for state in states if state.known_from]
    return f"{max(days)}T02:00:00"
