"""Tables for a terminal: which columns fit the width, and the text in them. Pure; who prints them decides on lines and colours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from exports import table
from exports.plain import plain
from exports.report import Report
from labour import periods, source_names, wording
from labour.indicators import Field
from labour.model import Check, Claim, NumberFate
from labour.number_classes import number_class


@dataclass(frozen=True, slots=True)
class Head:
    """A column: its names, from which width of the terminal it is shown, whether it holds numbers, and whether it is never folded."""

    nl: str
    en: str
    from_width: int = 0
    is_number: bool = False
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """What is printed: the columns, their names, and the rows of text."""

    heads: tuple[Head, ...]
    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Columns = Sequence[tuple[Head, Callable[[Any], str]]]


def listing(columns: Columns, items: Iterable[Any], width: int, language: str) -> Listing:
    """The columns that fit ``width``, filled for each item."""
    shown = [(head, cell) for head, cell in columns if width >= head.from_width]
    return Listing(
        tuple(head for head, _ in shown),
        tuple(head.en if language == "en" else head.nl for head, _ in shown),
        tuple(tuple(cell(item) for _, cell in shown) for item in items),
    )


def of_claims(claims: Iterable[Claim], field: Field, width: int, language: str) -> Listing:
    """Claims without verdict, in order of place."""
    columns: Columns = [
        (Head("Plaats", "Place", 100, is_number=True, is_whole=True), lambda claim: str(claim.start)),
        (Head("Citaat", "Quote"), lambda claim: plain(claim.quote)),
        (Head("Beweerd", "Stated", is_number=True), lambda claim: table.stated(Check(claim, ""), language)),
        (Head("Indicator", "Indicator"), lambda claim: table.indicator_name(field, claim.indicator, language)),
        (Head("Sector of groep", "Sector or group", 140), lambda claim: _group(claim, field, language)),
        (Head("Periode", "Period"), lambda claim: periods.name(claim.period, language)),
        (Head("Soort", "Kind", 120), lambda claim: wording.kind(claim.kind, language)),
        (Head("Bron in de brief", "Source in the letter", 180), lambda claim: plain(claim.stated_source or "")),
    ]
    return listing(columns, claims, width, language)


def of_checks(report: Report, checks: Iterable[Check], width: int) -> Listing:
    """Claims with their verdict; where nothing is published for one, the reason in brackets."""
    language, field = report.language, report.field
    columns: Columns = [
        (Head("Oordeel", "Verdict", is_whole=True), lambda check: wording.verdict(check.verdict, language)),
        (Head("Citaat", "Quote"), lambda check: plain(check.claim.quote)),
        (Head("Beweerd", "Stated", 100, is_number=True), lambda check: table.stated(check, language)),
        (Head("Gepubliceerd", "Published", is_number=True), lambda check: table.published(check, language) or _reason(check, language)),
        (Head("Verschil", "Difference", 120, is_number=True), lambda check: table.difference(check, language)),
        (Head("Indicator", "Indicator", 100), lambda check: table.indicator_name(field, check.claim.indicator, language)),
        (Head("Periode", "Period"), lambda check: periods.name(check.claim.period, language)),
        (
            Head("Bron", "Source", 150),
            lambda check: plain(source_names.named(check.evidence[0].source, language)) if check.evidence else "",
        ),
    ]
    checks = list(checks)
    if any(report.judgement_of(check) for check in checks):
        columns = [*columns, (Head("Menselijk oordeel", "Human verdict"), lambda check: table.human(check, report))]
    return listing(columns, checks, width, language)


def notes(checks: Iterable[Check], language: str) -> list[str]:
    """What a reader of the table must know of the claims that do not simply hold: a line each."""
    return [
        f"{wording.SIGNS[check.verdict]} {_explanation(check, language)}"
        for check in checks
        if check.verdict in ("deviates", "inconsistent", "supported_when_published")
    ]


def of_fates(fates: Iterable[NumberFate], width: int, language: str) -> Listing:
    """Every number of a letter and what became of it."""
    columns: Columns = [
        (Head("Brief", "Letter", 120), lambda fate: plain(fate.letter)),
        (Head("Plaats", "Place", is_number=True, is_whole=True), lambda fate: str(fate.start)),
        (Head("Getal", "Number"), lambda fate: plain(fate.text)),
        (Head("Waarde", "Value", is_number=True), lambda fate: "" if fate.value is None else wording.number(fate.value, language)),
        (Head("Wat ervan werd", "What became of it"), lambda fate: wording.fate(fate.fate, language)),
        (Head("Reden of soort", "Reason or class"), lambda fate: number_class(fate.reason, language)),
    ]
    return listing(columns, fates, width, language)


def _group(claim: Claim, field: Field, language: str) -> str:
    return plain(", ".join(part for part in (table.sector_name(field, claim.sector, language), claim.population) if part))


def _reason(check: Check, language: str) -> str:
    return f"({wording.name(wording.SHORT_REASON_NAMES, check.reason, language)})" if check.reason else ""


def _explanation(check: Check, language: str) -> str:
    return plain((check.explanation_en if language == "en" else check.explanation_nl) or wording.reason(check.reason, language))
