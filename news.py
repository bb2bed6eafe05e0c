"""What is held and what a fetch brought, as sentences and tables for the command line. Reads nothing; judges nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from exports.listing import Columns, Head, Listing, listing
from exports.plain import plain
from labour import periods, wording
from labour.indicators import Indicator
from loaders.catalogue import CatalogueEntry
from loaders.fetching import FetchedTable, FetchReport
from loaders.holdings import TableStatus

_WORDS = (
    (("nieuwe periode", "nieuwe perioden"), ("nieuw cijfer", "nieuwe cijfers"), ("herzien", "herzien"), ("met andere status",) * 2),
    (("new period", "new periods"), ("new figure", "new figures"), ("revised", "revised"), ("with another status",) * 2),
)  # Dutch, English
SHOWN = 10  # revised cells that are named one by one; the rest is counted


def of_tables(statuses: Iterable[TableStatus], width: int, language: str) -> Listing:
    """What is held, table by table."""
    columns: Columns = [
        (Head("Tabel", "Table", is_whole=True), lambda one: one.table_id or ("other" if language == "en" else "overig")),
        (Head("Titel", "Title", 110), lambda one: plain(one.title)),
        (Head("Reeksen", "Series", is_number=True), lambda one: str(one.series)),
        (Head("Tot en met", "Up to"), lambda one: periods.name(one.newest_period, language)),
        (Head("Stand", "State"), lambda one: periods.day_name(one.state_date, language) if one.state_date else ""),
        (
            Head("Dagen oud", "Days old", is_number=True),
            lambda one: "" if one.age_days is None else wording.number(Decimal(one.age_days), language),
        ),
        (Head("Reeksen met gaten", "Series with gaps", 130, is_number=True), lambda one: str(len(one.gaps) or "")),
        (Head("Opgehaald", "Fetched", 120, is_number=True), lambda one: f"{one.states}×" if one.states else ""),
        (Head("Bij CBS", "At CBS"), lambda one: _news(one, language)),
    ]
    return listing(columns, statuses, width, language)


def missing(statuses: Sequence[TableStatus], without: Sequence[Indicator], language: str) -> list[str]:
    """What is not held: indicators without any figure (by name), and tables of which series have gaps."""
    english = language == "en"
    names = ", ".join(one.name_en if english else one.name_nl for one in without)
    gaps = ", ".join(f"{one.table_id} {len(one.gaps)}" for one in statuses if one.gaps)
    told = [f"No figures held for: {names}" if english else f"Geen cijfers vastgelegd van: {names}"] if without else []
    if gaps:
        told.append(f"Series with gaps between their first and last figure, per table: {gaps}" if english
                    else f"Reeksen met gaten tussen eerste en laatste cijfer, per tabel: {gaps}")  # fmt: skip
    return told


def of_entries(entries: Iterable[CatalogueEntry], width: int, language: str) -> Listing:
    """Tables of the catalogue that were searched for."""
    columns: Columns = [
        (Head("Tabel", "Table", is_whole=True), lambda one: plain(one.table_id)),
        (Head("Titel", "Title"), lambda one: plain(one.title)),
        (Head("Perioden", "Periods"), lambda one: plain(one.period)),
        (Head("Gewijzigd", "Changed", is_whole=True), lambda one: plain(one.modified[:10])),
        (Head("Status", "Status", 110), lambda one: plain(one.output_status)),
        (Head("Omschrijving", "Description", 140), lambda one: plain(one.description)[:200]),
    ]
    return listing(columns, entries, width, language)


def of_fetch(report: FetchReport, language: str) -> Iterator[str]:
    """A sentence for each table that came or failed, and for what changed in it."""
    english = language == "en"
    for table in report.finished:
        yield _brought(table, english)
        for one in table.changes.revised[:SHOWN]:
            after = "–" if one.after is None else wording.number(one.after, language)
            where = f"{plain(one.series.label)}, {periods.name(one.period, language)}"
            yield f"  {plain(one.series.measure)}, {where}: {wording.number(one.before, language)} → {after}"
        if len(table.changes.revised) > SHOWN:
            more = len(table.changes.revised) - SHOWN
            yield f"  and {more} more revised figures" if english else f"  en nog {more} herziene cijfers"
        yield from (notice[1] if english else notice[0] for notice in table.notices)
    yield from (error.sentence(language) for _, error in report.failed)


def _brought(table: FetchedTable, english: bool) -> str:
    changes, name = table.changes, f"{table.table_id} ({plain(table.title)})"
    if not table.new:
        return f"{name}: nothing new." if english else f"{name}: niets nieuws."
    counts = len(changes.new_periods), changes.new_cells, len(changes.revised), len(changes.statuses)
    words = _WORDS[english]
    told = [f"{count:d} {one if count == 1 else many}" for count, (one, many) in zip(counts, words, strict=True)]
    return f"{name}: {', '.join(told)}."


def _news(one: TableStatus, language: str) -> str:
    if one.known_newer is None:
        return ("unknown" if language == "en" else "onbekend") if one.fetchable else ""
    if one.known_newer:
        return "newer" if language == "en" else "nieuwer"
    return "same" if language == "en" else "gelijk"
