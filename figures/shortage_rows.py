"""Which shortages there are to show: what letters state and forecasters published, one entry per letter or per maker and scenario.

An entry holds values of one unit by year; nothing is added up or filled in, and what is not a shortage is left out by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from figures.cells import Point, day_words, points
from figures.claim_marks import letter_label
from figures.picture import claim_row, row
from figures.theme import say
from labour import periods, wording
from labour.indicators import Field
from labour.model import Check
from labour.observations import ObservationIndex

UNITS = ("persons", "fte", "vacancies")  # each on an axis of its own: they cannot be compared or added
NO_YEAR = ""  # the column of claims that name no year
_NOT_A_SHORTAGE = "mbo_required_teacher_inflow"
_ALSO = ("defence_vacancies",)  # stands for a shortage in the letters, counted in vacancies
_SCENARIOS_EN = {
    "niet vermeld": "not stated",
    "nieuw beleid": "new policy",
    "referentie": "reference",
    "referentiescenario": "reference scenario",
    "met kabinetsmaatregelen": "with cabinet measures",
    "neutrale conjunctuur": "neutral business cycle",
}
_SCOPES_EN = {
    "excl. kinderopvang": "excl. childcare",
    "incl. kinderopvang": "incl. childcare",
    "(smal)": "(narrow)",
    "verpleging en verzorging": "nursing and care",
    "verpleging, verzorging en thuiszorg": "nursing, care and home care",
    "thuiszorg": "home care",
    "politie": "police",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One stated or published number of one year, in units of one."""

    year: str
    value: Decimal
    check: Check | None
    point: Point | None


@dataclass(frozen=True, slots=True)
class Entry:
    """Who says it, of which scope and under which assumptions, with the numbers by year."""

    detail: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """One shortage in one unit: what a panel shows."""

    indicator: str
    name: str
    unit: str
    entries: tuple[Entry, ...]


def topics(
    known: ObservationIndex, field: Field, checks: Iterable[Check], language: str, since: str, *, parts: bool = False
) -> list[Topic]:
    """The shortages of the field, by unit; claims before publications; years from ``since`` on, and claims that name no year.

    Published figures of the whole sector only, unless ``parts`` asks for its branches and other scopes too.
    """
    stated = list(checks)
    found = []
    for name, indicator in field.indicators.items():
        if not indicator.is_shortage and name not in _ALSO:
            continue
        held = [*_claimed(name, stated, language, since), *_published(name, indicator.name_nl, known, language, since, parts)]
        for unit in dict.fromkeys(one for one, _ in held):
            entries = tuple(entry for own, entry in held if own == unit)
            found.append(Topic(name, say(language, indicator.name_nl, indicator.name_en), unit, entries))
    return [topic for unit in UNITS for topic in found if topic.unit == unit]


def left_out(checks: Iterable[Check], language: str) -> str:
    """A note on what the letters state beside the shortages that is none; "" when they do not."""
    values = [check.claim.value for check in checks if check.claim.indicator == _NOT_A_SHORTAGE and check.claim.value is not None]
    if not values:
        return ""
    told = say(language, " en ", " and ").join(wording.number(value, language) for value in dict.fromkeys(values))
    return say(
        language,
        f"Weggelaten: de benodigde instroom van docenten in het mbo ({told} fte) is geen tekort.",
        f"Left out: the required inflow of teachers in mbo ({told} fte) is not a shortage.",
    )


def table_rows(found: Sequence[Topic]) -> list[dict[str, Any]]:
    rows = []
    for topic in found:
        for entry in topic.entries:
            line = f"{topic.name}, {entry.detail}"
            rows += [claim_row(line, cell.check) for cell in entry.cells if cell.check]
            rows += [row(line, cell.point) for cell in entry.cells if cell.point]
    return rows


def _claimed(name: str, checks: Sequence[Check], language: str, since: str) -> list[tuple[str, Entry]]:
    """The claims on one indicator by unit, letter and population; a scenario is named with the years it holds for."""
    groups: dict[tuple[str, str, str], list[Cell]] = {}
    for check in checks:
        claim = check.claim
        if claim.indicator != name or claim.unit not in UNITS or claim.value is None or claim.kind in ("change", "sum"):
            continue
        cell = Cell(_year(claim.period), claim.value, check, None)
        held = groups.setdefault((claim.unit, claim.letter, claim.population or ""), [])
        if (cell.year == NO_YEAR or cell.year >= since) and not any((one.year, one.value) == (cell.year, cell.value) for one in held):
            held.append(cell)
    found = []
    for (unit, letter, population), cells in groups.items():
        if cells:
            who = letter_label(letter, language) + (f", “{population}”" if population else "")
            found.append((unit, Entry(who + _assumed(cells, language), tuple(cells))))
    return found


def _assumed(cells: Sequence[Cell], language: str) -> str:
    """ " · 2033: referentiescenario"; the years are left out where all share the scenario."""
    years: dict[str, list[str]] = {}
    for cell in cells:
        scenario = cell.check.claim.scenario if cell.check else None
        years.setdefault(_scenario(scenario or "", language), []).append(cell.year)
    if len(years) == 1:
        return "".join(f" · {scenario}" for scenario in years if scenario)
    return "".join(f" · {', '.join(sorted(own))}: {scenario}" for scenario, own in years.items() if scenario)


def _published(name: str, about: str, known: ObservationIndex, language: str, since: str, parts: bool) -> list[tuple[str, Entry]]:
    """The published figures on one indicator, an entry per series."""
    found = []
    for series in known.of(name):
        held = [point for point in points(known, [series.key], kind="JJ") if point.period[:4] >= since]
        if not held or series.unit not in UNITS or (series.group != "total" and not parts):
            continue
        facts = dict(series.dimensions)
        scope = _beyond(series.label.split(";")[0], about)
        kind = {"raming": say(language, "raming", "estimate"), "prognose": say(language, "prognose", "forecast")}.get(
            facts.get("Soort", ""), ""
        )
        day = day_words(max((point.state for point in held), key=lambda state: state.known_from or date.min), language)
        maker = facts.get("Maker", "")
        if language == "en":
            scope, maker = _SCOPES_EN.get(scope.lower(), scope), _SCOPES_EN.get(maker, maker)
        who = " ".join(part for part in (maker, kind) if part)
        scenario = _scenario(facts.get("Scenario", ""), language)
        detail = ", ".join(part for part in (scope, who, day) if part) + (f" · {scenario}" if scenario else "")
        found.append((series.unit, Entry(detail, tuple(Cell(point.period[:4], point.value * series.scale, None, point) for point in held))))
    return found


def _beyond(label: str, name: str) -> str:
    """What the publisher's label adds to the name of the shortage: "excl. kinderopvang"; "" for the whole country."""
    words = label.replace("Nederland", "").split()
    while words and words[0].lower().strip(",") in name.lower().replace(",", "").split():
        words = words[1:]
    return " ".join(words)


def _scenario(scenario: str, language: str) -> str:
    """ "scenario Nieuw beleid", "referentiescenario"; "" without one."""
    if not scenario:
        return ""
    name = _SCENARIOS_EN.get(scenario.lower(), scenario) if language == "en" else scenario
    return name if "scenario" in name else f"scenario {name}"


def _year(period: str | None) -> str:
    """The year a claim is about: the last one of a span."""
    last = (period or "").split("..")[-1]
    return last[:4] if periods.parse(last) else NO_YEAR
