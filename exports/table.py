"""The claim-versus-source table: its columns, and the cells of a check in each. Pure.

A cell is a Decimal or whole number where it is one, so that a spreadsheet can calculate with it and each format prints it its
own way; other cells are text on one line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from exports.plain import plain
from exports.report import Report
from labour import periods, source_names, wording
from labour.indicators import Field
from labour.model import Check, Claim

Cell = str | Decimal | int | None


@dataclass(frozen=True, slots=True)
class Column:
    id: str
    name_nl: str
    name_en: str
    cell: Callable[[Check, Report], Cell]

    def name(self, language: str) -> str:
        return self.name_en if language == "en" else self.name_nl


def indicator_name(field: Field, key: str | None, language: str = "nl") -> str:
    """The indicator in words; an id that the field does not know is shown as words too."""
    known = field.indicators.get(key or "")
    return (key or "").replace("_", " ") if known is None else known.name_en if language == "en" else known.name_nl


def sector_name(field: Field, key: str | None, language: str = "nl") -> str:
    known = field.sectors.get(key or "")
    return key or "" if known is None else known.name_en if language == "en" else known.name_nl


def _evidence(name: str, said: Callable[[str, str], str]) -> Callable[[Check, Report], Cell]:
    def cell(check: Check, report: Report) -> str:
        return plain("; ".join(dict.fromkeys(said(getattr(one, name), report.language) for one in check.evidence)))

    return cell


def _near_miss(check: Check, report: Report) -> str:
    near = check.near_miss
    return "" if near is None else plain(near.text_en if report.language == "en" else near.text_nl)


def _explanation(check: Check, report: Report) -> str:
    return plain(check.explanation_en if report.language == "en" else check.explanation_nl)


def human(check: Check, report: Report) -> str:
    """What a person said of the claim: verdict, other reading, note and day; "" where nobody did."""
    one = report.judgement_of(check)
    if one is None:
        return ""
    reading = ", ".join(f"{name}: {value}" for name, value in one.reading)
    parts = (wording.verdict(one.verdict, report.language) if one.verdict else "", reading, one.note, one.made_at[:10])
    return plain("; ".join(part for part in parts if part))


COLUMNS = (
    Column("letter", "Brief", "Letter", lambda check, _: plain(check.claim.letter)),
    Column("start", "Plaats", "Place", lambda check, _: check.claim.start),
    Column("verdict", "Oordeel", "Verdict", lambda check, report: wording.verdict(check.verdict, report.language)),
    Column("quote", "Citaat", "Quote", lambda check, _: plain(check.claim.quote)),
    Column("approx", "Gezegd als", "Said as", lambda check, report: wording.hedge(check.claim.approx, report.language)),
    Column("value", "Beweerd", "Stated", lambda check, _: _tidy(check.claim.value, check.claim)),
    Column("end_value", "Tot", "To", lambda check, _: _tidy(check.claim.end_value, check.claim)),
    Column("unit", "Eenheid", "Unit", lambda check, report: wording.unit(check.claim.unit, report.language)),
    Column(
        "indicator", "Indicator", "Indicator", lambda check, report: indicator_name(report.field, check.claim.indicator, report.language)
    ),
    Column("sector", "Sector", "Sector", lambda check, report: sector_name(report.field, check.claim.sector, report.language)),
    Column("population", "Groep", "Group", lambda check, _: plain(check.claim.population or "")),
    Column("period", "Periode", "Period", lambda check, report: periods.name(check.claim.period, report.language)),
    Column("published", "Gepubliceerd", "Published", lambda check, _: _tidy(check.published, check.claim)),
    Column(
        "published_unit",
        "Eenheid gepubliceerd",
        "Unit published",
        lambda check, report: wording.unit(check.published_unit or "", report.language),
    ),
    Column("difference", "Verschil", "Difference", lambda check, _: _tidy(check.difference, check.claim)),
    Column("reason", "Reden", "Reason", lambda check, report: wording.reason(check.reason, report.language)),
    Column(
        "caveats", "Voorbehoud", "Caveats", lambda check, report: " ".join(wording.caveat(one, report.language) for one in check.caveats)
    ),
    Column("near_miss", "Wat het getal is", "What the number is", _near_miss),
    Column("explanation", "Toelichting", "Explanation", _explanation),
    Column("source", "Bron", "Source", _evidence("source", source_names.named)),
    Column("status", "Status", "Status", _evidence("status", wording.status)),
    Column("vintage", "Stand", "Vintage", _evidence("vintage", source_names.named)),
    Column("source_url", "Adres", "Address", lambda check, _: check.source_url),
    Column("judgement", "Menselijk oordeel", "Human verdict", human),
)


def columns(report: Report, *ids: str) -> list[Column]:
    """The columns asked for; all when none are, without the human verdict where nobody gave one."""
    wanted = ids or tuple(one.id for one in COLUMNS if one.id != "judgement" or report.judgements)
    return [one for one in COLUMNS if one.id in wanted]


def rows(report: Report, shown: Iterable[Column], checks: Iterable[Check] | None = None) -> list[list[Cell]]:
    """The cells of each check, of all checks unless some are given."""
    shown = list(shown)
    return [[column.cell(check, report) for column in shown] for check in (report.checks if checks is None else checks)]


def stated(check: Check, language: str = "nl") -> str:
    """What the letter states, as a reader says it: "ruim 445.000 vacatures", "200 tot 220 vacatures"."""
    claim = check.claim
    value, end = _tidy(claim.value, claim), _tidy(claim.end_value, claim)
    if value is None:
        return plain(claim.value_text)
    words = wording.quantity(value, claim.unit, language)
    if end is not None and claim.kind != "change":
        joiner = "to" if language == "en" else "tot"
        words = f"{wording.number(value, language)} {joiner} {wording.quantity(end, claim.unit, language)}"
    return words if claim.approx == "exact" else f"{wording.hedge(claim.approx, language)} {words}"


def published(check: Check, language: str = "nl") -> str:
    """What the publisher says, with its unit."""
    value = _tidy(check.published, check.claim)
    return "" if value is None else wording.quantity(value, check.published_unit or check.claim.unit, language)


def difference(check: Check, language: str = "nl") -> str:
    """Stated minus published, with its sign."""
    value = _tidy(check.difference, check.claim)
    return "" if value is None else ("+" if value > 0 else "") + wording.number(value, language)


def _tidy(value: Decimal | None, claim: Claim) -> Decimal | None:
    """Without noughts that nobody printed: 9,8 miljoen is 9.800.000, a quarter 0,25; 66,0 keeps its nought."""
    if value is None:
        return None
    whole = value == value.to_integral_value()
    if whole and (claim.step is None or claim.step >= 1):
        return value.to_integral_value()
    return value.normalize() if claim.unit == "fraction" else value
