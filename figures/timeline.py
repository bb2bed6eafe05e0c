"""One panel of time: lines of published figures, first publications beside them, claims on them, and labels that keep clear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import plotly.graph_objects as go

from figures.cells import Point, moment
from figures.claim_marks import Mark, claim_notes, claim_traces, legend_name
from figures.frame import Sheet
from figures.lettering import Box
from figures.picture import claim_row, row
from figures.strokes import Note, Scale, axes, hollow, line, scale, write_notes
from figures.theme import number, period_label, say


@dataclass(frozen=True, slots=True)
class Strand:
    """The points of one line with its name and looks."""

    drawn: Sequence[Point]
    name: str
    colour: str
    dash: str = "solid"


def first_name(language: str) -> str:
    return say(language, "eerste publicatie, later herzien", "first publication, later revised")


def entries(strands: Sequence[Strand], firsts: Sequence[Point], found: Sequence[Mark], language: str) -> tuple[str, ...]:
    """The names that the legend will hold."""
    names = [strand.name for strand in strands if strand.drawn] + ([first_name(language)] if firsts else [])
    return (*names, *sorted({legend_name(mark.verdict, language) for mark in found}))


def panel(
    sheet: Sheet,
    plot: Box,
    strands: Sequence[Strand],
    *,
    firsts: Sequence[Point] = (),
    found: Sequence[Mark] = (),
    values: Sequence[float] = (),
    low: float | None = 0.0,
    number: int = 1,
) -> Scale:
    """The scale of a panel that holds all of these; ``values`` are further heights to keep in sight."""
    points = [*firsts, *(point for strand in strands for point in strand.drawn)]
    factor = points[0].series.scale
    heights = [*(float(point.value) for point in points), *(float(mark.value / factor) for mark in found), *values]
    days = [*(moment(point.period) for point in points), *(moment(mark.period) for mark in found)]
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
    write_notes(figure, [*claim_notes(found, theme, language, factor), *notes], frame, theme, [strand.drawn for strand in strands])
    return rows


def ends(drawn: Sequence[Point], found: Sequence[Mark], language: str, *, lowest: bool = False) -> list[Note]:
    """Labels at the highest (and lowest) and the last point, unless a claim already stands there."""
    if not drawn:
        return []
    taken = {mark.period for mark in found}
    told = [max(drawn, key=lambda point: point.value), *([min(drawn, key=lambda point: point.value)] if lowest else []), drawn[-1]]
    return [
        Note(moment(point.period), float(point.value), (f"{number(point.value, language)} ({period_label(point.period, language)})",))
        for point in dict.fromkeys(told)
        if point.period not in taken
    ]
