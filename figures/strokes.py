"""The strokes that pictures share: axes, lines that break at gaps, first publications, and labels that keep clear of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from figures.cells import Point, gapped, moment
from figures.frame import Sheet
from figures.lettering import Box, Tag, place
from figures.theme import Theme, number, period_label, plain, say
from labour import periods


@dataclass(frozen=True, slots=True)
class Scale:
    """One panel: its box in pixels of the image, the ranges of its axes and the number of its pair of axes in the figure."""

    plot: Box
    first: Any  # a date on an axis of time, else a number
    last: Any
    low: float
    high: float
    panel: int = 1

    def x(self, place: Any) -> float:
        return self.plot.left + (place - self.first) / (self.last - self.first) * (self.plot.right - self.plot.left)

    def y(self, value: float) -> float:
        return self.plot.bottom - (value - self.low) / (self.high - self.low) * (self.plot.bottom - self.plot.top)

    @property
    def refs(self) -> dict[str, str]:
        """What ties a shape or annotation to this panel."""
        number = "" if self.panel == 1 else str(self.panel)
        return {"xref": f"x{number}", "yref": f"y{number}"}

    @property
    def names(self) -> tuple[str, str]:
        """The names of its axes in the layout."""
        number = "" if self.panel == 1 else str(self.panel)
        return f"xaxis{number}", f"yaxis{number}"

    @property
    def axes(self) -> dict[str, str]:
        """What ties a trace to this panel."""
        return {"xaxis": self.refs["xref"], "yaxis": self.refs["yref"]}


@dataclass(frozen=True, slots=True)
class Note:
    """A label to be written near a point of the plot; ``day`` is a number where the axis is not of time."""

    day: Any
    value: float
    lines: tuple[str, ...]
    colour: str = ""  # of the border; none without
    spare: bool = False  # told elsewhere too: left out where there is no room nearby


def scale(plot: Box, days: Iterable[date], values: Iterable[float], *, low: float | None = 0.0, panel: int = 1) -> Scale:
    """Ranges around days and values with air above and beside; ``low`` None lets the axis start below the lowest value."""
    moments, heights = sorted(days), sorted(values)
    bottom, top = heights[0], heights[-1]
    start = bottom - (top - bottom or 1) * 0.15 if low is None else min(low, bottom)
    air = timedelta(days=max(60, (moments[-1] - moments[0]).days // 60))
    return Scale(plot, moments[0] - air, moments[-1] + air, start, top + (top - start or 1) * 0.14, panel)


def axes(figure: go.Figure, frame: Scale, sheet: Sheet, *, suffix: str = "") -> None:
    """Years along the bottom as dates (never as numbers, which would get a thousands sign), values up the side."""
    plot, theme = frame.plot, sheet.theme
    across, up = domains(plot, sheet)
    years = (frame.last - frame.first).days / 365.25
    fitting = (plot.right - plot.left) / (theme.size * 3.6)
    step = next(step for step in (1, 2, 3, 5, 10, 20, 50) if years / step <= fitting or step == 50)
    ticks = {"dtick": f"M{12 * step}", "tickformat": "%Y", "ticklabelmode": "period" if step == 1 else "instant"}
    if years < 2.5:  # months as numbers: Plotly knows their names in English only
        ticks = {"dtick": "M3" if years > 1 else "M1", "tickformat": "%m-%Y", "ticklabelmode": "instant"}
    figure.layout[frame.names[0]] = {
        "type": "date",
        "anchor": frame.refs["yref"],
        "domain": across,
        "range": [frame.first.isoformat(), frame.last.isoformat()],
        "tick0": f"{frame.first.year - frame.first.year % step}-01-01",
        **ticks,
        "ticks": "outside",
        "showgrid": False,
        "showline": True,
        "zeroline": False,
    }
    figure.layout[frame.names[1]] = {
        "anchor": frame.refs["xref"],
        "domain": up,
        "range": [frame.low, frame.high],
        "nticks": max(3, int((plot.bottom - plot.top) / (theme.size * 2.2))),
        "showgrid": True,
        "zeroline": frame.low == 0,
        "ticksuffix": suffix,
        "separatethousands": True,
        "exponentformat": "none",
    }


def domains(plot: Box, sheet: Sheet) -> tuple[list[float], list[float]]:
    """Where a panel lies within the whole plot, as Plotly wants it: parts of one, across from the left and up from the bottom."""
    across = (plot.left - sheet.plot.left) / sheet.width, (plot.right - sheet.plot.left) / sheet.width
    up = (sheet.plot.bottom - plot.bottom) / sheet.height, (sheet.plot.bottom - plot.top) / sheet.height
    return [min(1.0, max(0.0, part)) for part in across], [min(1.0, max(0.0, part)) for part in up]


def line(
    drawn: Sequence[Point], name: str, colour: str, theme: Theme, language: str, *, dash: str = "solid", width: float = 0.17
) -> go.Scatter:
    """The points as a line that breaks at every period not held; hollow where provisional. ``width`` in font sizes."""
    cells = gapped(drawn)
    keys = periods.between(drawn[0].period, drawn[-1].period) if drawn else []
    return go.Scatter(
        name=plain(name),
        x=[moment(key).isoformat() for key in keys],
        y=[None if cell is None else float(cell.value) for cell in cells],
        customdata=[["", "", ""] if cell is None else _hover(cell, language) for cell in cells],
        hovertemplate="<b>%{customdata[0]}: %{customdata[1]}</b><br>%{customdata[2]}<extra>" + plain(name) + "</extra>",
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": theme.size * width, "dash": dash},
        marker={
            "color": [theme.paper if cell is not None and cell.provisional else colour for cell in cells],
            "size": [theme.size * (3.2 if cell is not None and cell.provisional else 1.8) * width for cell in cells],
            "line": {"color": colour, "width": theme.size * width * 0.6},
            "opacity": 1,
        },
        meta=[key for key, cell in zip(keys, cells, strict=True) if cell is not None],
        ids=["" if cell is None else cell.mark for cell in cells],
    )


def hollow(drawn: Sequence[Point], name: str, colour: str, theme: Theme, language: str) -> go.Scatter:
    """Points without a line: first publications beside the revised line."""
    return go.Scatter(
        name=plain(name),
        x=[moment(point.period).isoformat() for point in drawn],
        y=[float(point.value) for point in drawn],
        customdata=[_hover(point, language) for point in drawn],
        hovertemplate="<b>%{customdata[0]}: %{customdata[1]}</b><br>%{customdata[2]}<extra>" + plain(name) + "</extra>",
        mode="markers",
        marker={"symbol": "diamond", "color": colour, "size": theme.size * 0.5, "opacity": 1},
        meta=[point.period for point in drawn],
        ids=[point.mark for point in drawn],
    )


def _hover(point: Point, language: str) -> list[str]:
    status = {"voorlopig": "provisional", "nader voorlopig": "revised provisional", "definitief": "final"}.get(point.state.status, "")
    known = f" ({say(language, point.state.status, status)})" if status else ""
    return [
        period_label(point.period, language),
        number(point.value, language) + known,
        plain(point.state.source_text or point.state.source),
    ]


Path = Sequence[tuple[Any, float] | None]  # a line as (date or number, height), None where it breaks


def path(drawn: Sequence[Point]) -> Path:
    """The line through the points."""
    return [None if cell is None else (moment(cell.period), float(cell.value)) for cell in gapped(drawn)]


def write_notes(paper: Sheet, notes: Sequence[Note], frame: Scale, paths: Iterable[Path], *, size: float = 0.88) -> None:
    """Writes the labels, ``size`` times ordinary text, where they touch neither each other nor the lines, with a thin leader each."""
    theme = paper.theme
    size *= theme.size
    obstacles = [box for line in paths for box in _along(line, frame)]
    obstacles += [Box(frame.x(n.day) - 10, frame.y(n.value) - 10, frame.x(n.day) + 10, frame.y(n.value) + 10) for n in notes]
    tags = [Tag(frame.x(note.day), frame.y(note.value), note.lines, note.spare) for note in notes]
    for note, shift in zip(notes, place(tags, frame.plot, obstacles, size), strict=True):
        if shift is None:
            continue
        right, down = shift
        paper.words.append(
            {
                **frame.refs,
                "x": note.day.isoformat() if isinstance(note.day, date) else note.day,
                "y": note.value,
                "ax": right,
                "ay": down,
                "text": "<br>".join(plain(text) for text in note.lines),
                "showarrow": True,
                "arrowhead": 0,
                "arrowwidth": max(1, theme.size * 0.06),
                "arrowcolor": note.colour or theme.muted,
                "standoff": theme.size * 0.4,
                "bgcolor": theme.paper,
                "bordercolor": note.colour or theme.paper,
                "borderwidth": 1.5 if note.colour else 0,
                "borderpad": 3,
                "font": {"size": size, "color": theme.ink},
            }
        )


def _along(line: Path, frame: Scale, step: float = 14) -> Iterable[Box]:
    """Small boxes along a line, so that labels keep off it."""
    previous: tuple[float, float] | None = None
    for point in line:
        here = None if point is None else (frame.x(point[0]), frame.y(point[1]))
        if here is not None:
            start = previous or here
            parts = max(1, int(max(abs(here[0] - start[0]), abs(here[1] - start[1])) // step))
            for part in range(1, parts + 1):
                x, y = (start[i] + (here[i] - start[i]) * part / parts for i in (0, 1))
                yield Box(x - 6, y - 6, x + 6, y + 6)
        previous = here
