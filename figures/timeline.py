"""One panel of time: lines of published figures, first publications beside them, claims on them, and labels that keep clear."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import plotly.graph_objects as go

from figures.cells import Point, moment, points
from figures.claim_marks import Mark, claim_notes, claim_traces, claims_sentence, legend_name
from figures.frame import Sheet
from figures.lettering import Box
from figures.picture import claim_row, row
from figures.strokes import Note, Scale, axes, hollow, line, path, scale, write_notes
from figures.theme import Theme, in_period, number, period_label, say, unit_words
from labour.indicators import Indicator
from labour.observations import ObservationIndex


@dataclass(frozen=True, slots=True)
class Strand:
    """The points of one line with its name and looks."""

    drawn: Sequence[Point]
    name: str
    colour: str
    dash: str = "solid"


_METHODS = {  # of the older figures: Dutch and English name, place among the colours, dashes
    "ebb_old": ("oude onderzoeksmethode", "old survey method", 1, "dot"),
    "sbi93": ("indeling SBI'93", "classification SBI'93", 2, "dash"),
}


_BASIS_WORDS = (
    ("banen uit Enquête Werkgelegenheid en Lonen", "jobs from the survey of employment and earnings"),
    ("banen uit Polisadministratie", "jobs from the wage register"),
    ("conjunctuurenquête", "business survey"),
    ("nationale rekeningen vóór revisie 2024", "national accounts before the 2024 revision"),
    ("vóór de trendbreuk", "before the break"),
    ("na de trendbreuk", "after the break"),
    ("afgerond", "rounded"),
)


def _english(basis: str) -> str:
    """A definition's name with its ordinary words in English."""
    for nl, en in _BASIS_WORDS:
        basis = basis.replace(nl, en)
    return basis


def method_name(method: str, language: str) -> str:
    """The method of a state in words; the present one is simply the newest state."""
    if method in ("", "ebb_2021"):
        return say(language, "nieuwste stand", "newest state")
    nl, en, *_ = _METHODS.get(method, (method, method))
    return say(language, nl, en)


def strands_of(
    known: ObservationIndex, keys: Iterable[str], theme: Theme, language: str, *, kind: str = "KW", first: str = "", last: str = ""
) -> list[Strand]:
    """A line per definition and per method among the series, the newest last and in the first colour; never one line across two."""
    series = [known.series[key] for key in keys]
    found = []
    for basis in dict.fromkeys(one.basis for one in series):
        own = [one.key for one in series if one.basis == basis]
        methods = {state.method for key in own for states in known.cells[key].values() for state in states}
        found += [(basis, method, points(known, own, method=method, kind=kind, first=first, last=last)) for method in sorted(methods)]
    found = sorted((strand for strand in found if strand[2]), key=lambda strand: strand[2][-1].period)
    newest = {(point.period, point.value) for point in found[-1][2]} if found else set()
    found = [strand for strand in found[:-1] if any((point.period, point.value) not in newest for point in strand[2])] + found[-1:]
    lines = []
    for place, (basis, method, drawn) in enumerate(reversed(found)):
        nl, en, colour, dash = _METHODS.get(method, (method, method, place, "dot"))
        if place == 0:
            nl, en, colour, dash = "nieuwste stand", "newest state", 0, "solid"
        elif basis:
            nl, en = basis, _english(basis)
        lines.append(Strand(drawn, say(language, nl, en), theme.lines[colour % len(theme.lines)], dash))
    return lines[::-1]


def points_of(strands: Iterable[Strand]) -> list[Point]:
    return [point for strand in strands for point in strand.drawn]


def first_name(language: str) -> str:
    return say(language, "eerste publicatie, later herzien", "first publication, later revised")


def entries(strands: Sequence[Strand], firsts: Sequence[Point], found: Sequence[Mark], language: str) -> tuple[str, ...]:
    """The names that the legend will hold."""
    names = [strand.name for strand in strands if strand.drawn] + ([first_name(language)] if firsts else [])
    return (*names, *sorted({legend_name(mark.verdict, language) for mark in found}))


def panel(
    plot: Box,
    strands: Sequence[Strand],
    *,
    firsts: Sequence[Point] = (),
    found: Sequence[Mark] = (),
    values: Sequence[float] = (),
    also: Sequence[Point] = (),
    low: float | None = 0.0,
    number: int = 1,
) -> Scale:
    """The scale of a panel that holds all of these; ``values`` are further heights to keep in sight, ``also`` points of further days."""
    points = [*firsts, *(point for strand in strands for point in strand.drawn)]
    factor = points[0].series.scale
    heights = [*(float(point.value) for point in points), *(float(mark.value / factor) for mark in found), *values]
    days = [*(moment(point.period) for point in (*points, *also)), *(moment(mark.period) for mark in found)]
    return scale(plot, days, heights, low=low, panel=number)


def draw(
    figure: go.Figure,
    sheet: Sheet,
    frame: Scale,
    strands: Sequence[Strand],
    language: str,
    *,
    firsts: Sequence[Point] = (),
    found: Sequence[Mark] = (),
    notes: Sequence[Note] = (),
    suffix: str = "",
) -> list[dict[str, Any]]:
    """Draws the panel into the figure and returns the table rows of every mark drawn."""
    theme = sheet.theme
    factor = next((strand.drawn[0].series.scale for strand in strands if strand.drawn), Decimal(1))
    axes(figure, frame, sheet, suffix=suffix)
    rows: list[dict[str, Any]] = []
    for strand in strands:
        if strand.drawn:
            figure.add_trace(line(strand.drawn, strand.name, strand.colour, theme, language, dash=strand.dash).update(frame.axes))
            rows += [row(strand.name, point) for point in strand.drawn]
    if firsts:
        figure.add_trace(hollow(firsts, first_name(language), theme.ink, theme, language).update(frame.axes))
        rows += [row(first_name(language), point) for point in firsts]
    figure.add_traces([trace.update(frame.axes) for trace in claim_traces(found, theme, language, factor)])
    rows += [claim_row(legend_name(mark.verdict, language), check) for mark in found for check in mark.checks]
    write_notes(sheet, [*claim_notes(found, theme, language, factor), *notes], frame, [path(strand.drawn) for strand in strands])
    return rows


def ends(drawn: Sequence[Point], found: Sequence[Mark], language: str, *, lowest: bool = False) -> list[Note]:
    """Labels at the highest (and lowest) and the last point, unless a claim already stands there."""
    if not drawn:
        return []
    taken = {mark.period for mark in found}
    told = [max(drawn, key=lambda point: point.value), *([min(drawn, key=lambda point: point.value)] if lowest else []), drawn[-1]]
    return [
        Note(
            moment(point.period),
            float(point.value),
            (f"{number(point.value, language)} ({period_label(point.period, language)})",),
            spare=True,
        )
        for point in dict.fromkeys(told)
        if point.period not in taken
    ]


def told(about: Indicator, strands: Sequence[Strand], found: Sequence[Mark], language: str) -> str:
    """The course of the newest line in one sentence: start, end, lowest and highest, and the claims on it."""
    name = say(language, about.name_nl, about.name_en)
    name = f"{name[:1].upper()}{name[1:]}"
    if not strands:
        return say(language, f"{name}: geen cijfers vastgelegd.", f"{name}: no figures held.")
    drawn = strands[-1].drawn
    start, low, top, end = (
        f"{number(point.value, language)} {in_period(point.period, language)}"
        for point in (drawn[0], min(drawn, key=lambda one: one.value), max(drawn, key=lambda one: one.value), drawn[-1])
    )
    unit = unit_words(drawn[0].series.unit, drawn[0].series.scale, language)
    text = say(
        language,
        f"{name} ({unit}): van {start} naar {end}; het laagst {low}, het hoogst {top}.",
        f"{name} ({unit}): from {start} to {end}; lowest {low}, highest {top}.",
    )
    return text + claims_sentence(found, language)
