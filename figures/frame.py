"""The frame of every picture: title, definition, unit, period and edition above it, notes and source below, all inside the image.

Room is reserved beforehand from the measured text, so nothing is cut off or overlaps, whatever the width.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import plotly.graph_objects as go

from figures.lettering import LINE, Box, text_width, wrap
from figures.theme import FONT, Theme, plain, separators
from labour import __version__

_SYMBOL = 46  # pixels that Plotly takes for a legend entry beside its text
_EDGE = 28


@dataclass(frozen=True, slots=True)
class Caption:
    """The words around a picture; ``facts`` is the line with unit, period and edition."""

    title: str
    definition: str
    facts: str
    source: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A theme's paper divided: header, footer and the plot between them, in pixels."""

    theme: Theme
    head: tuple[tuple[str, float, str, bool], ...]  # text, size, colour, bold
    foot: tuple[tuple[str, float, str, bool], ...]
    plot: Box
    legend_bottom: float
    words: list[dict[str, Any]] = field(default_factory=list)  # annotations to come: Plotly is slow at adding them one by one

    @property
    def width(self) -> float:
        return self.plot.right - self.plot.left

    @property
    def height(self) -> float:
        return self.plot.bottom - self.plot.top


def sheet(
    caption: Caption,
    theme: Theme,
    *,
    legend: tuple[str, ...] = (),
    left: float = 0,
    right: float = 0,
    above: float = 0,
    below: float = 0,
    least: float = 0,
) -> Sheet:
    """Divides the paper; ``left``, ``below``, ``right`` and ``above`` are the room in pixels for axis labels and text around the plot.

    Where the words leave the plot less height than ``least`` (13 lines of text by default), the paper becomes taller.
    """
    size = theme.size
    outer = edge(theme)
    room = theme.width - 2 * outer
    head = _lines(caption.title, size * 1.55, theme.ink, True, room)
    head += _lines(caption.definition, size * 1.0, theme.muted, False, room)
    head += _lines(caption.facts, size * 1.0, theme.ink, False, room)
    foot = [line for note in caption.notes if note for line in _lines(note, size * 0.83, theme.muted, False, room)]
    foot += _lines(f"{caption.source} · Cijfertoets\u00a0{__version__}", size * 0.83, theme.ink, False, room)
    rows = _legend_rows(legend, theme, room - left - right)
    legend_height = size * 0.35 * min(1, rows) + rows * max(19.0, size * 1.6)  # Plotly's rows are never lower than its symbols
    top = outer + sum(line[1] for line in head) * LINE + size * 0.5
    legend_bottom = top + legend_height
    bottom = outer * 0.8 + sum(line[1] for line in foot) * LINE + size * 0.4
    taken = legend_bottom + size * 0.9 + above + below + bottom
    theme = theme.sized(theme.width, max(theme.height, math.ceil(taken + (least or size * 13))))
    plot = Box(
        outer + left,
        legend_bottom + size * 0.5 + above,
        theme.width - outer - right,
        theme.height - bottom - below - size * 0.4,
    )
    return Sheet(theme, tuple(head), tuple(foot), plot, legend_bottom)


def dress(figure: go.Figure, paper: Sheet, language: str, *, legend: bool = False) -> go.Figure:
    """Gives the figure its paper, fonts, colours, separators and all the words around it; returns the same figure."""
    theme = paper.theme
    size = theme.size
    figure.update_layout(
        template="none",
        width=theme.width,
        height=theme.height,
        margin={
            "l": paper.plot.left,
            "r": theme.width - paper.plot.right,
            "t": paper.plot.top,
            "b": theme.height - paper.plot.bottom,
            "autoexpand": False,
        },
        font={"family": FONT, "size": size * 0.95, "color": theme.ink},
        paper_bgcolor=theme.paper,
        plot_bgcolor=theme.paper,
        separators=separators(language),
        showlegend=legend,
        legend={
            "orientation": "h",
            "xref": "container",
            "yref": "container",
            "x": edge(theme) / theme.width,
            "y": 1 - paper.legend_bottom / theme.height,
            "xanchor": "left",
            "yanchor": "bottom",
            "font": {"size": size * 0.95, "color": theme.ink},
            "bgcolor": "rgba(0,0,0,0)",
        },
        hoverlabel={"font": {"family": FONT, "size": size * 0.9, "color": theme.ink}, "bgcolor": theme.band, "bordercolor": theme.muted},
        hovermode="closest",
    )
    axis = {
        "gridcolor": theme.grid,
        "linecolor": theme.muted,
        "tickcolor": theme.muted,
        "zerolinecolor": theme.muted,
        "automargin": False,
        "fixedrange": True,
    }
    for one in (*figure.select_xaxes(), *figure.select_yaxes()):
        one.update(axis)
        one.tickfont.size = one.tickfont.size or size * 0.9
        one.tickfont.color = theme.ink
    for trace in figure.data:
        if "unselected" in trace:
            trace.update(unselected={"marker": {"opacity": 1}})  # a mark that is clicked does not make the others fade
    _write_block(paper, paper.head, edge(theme))
    _write_block(paper, paper.foot, theme.height - edge(theme) * 0.8 - sum(line[1] for line in paper.foot) * LINE)
    figure.layout.annotations = [*figure.layout.annotations, *paper.words]
    return figure


def panel_head(paper: Sheet, box: Box, name: str, unit: str) -> None:
    """The name of a panel and its unit above its left corner."""
    words = f"{name[:1].upper()}{name[1:]} ({unit})"
    size = fitting(words, paper.theme.size, box.right - box.left, bold=True)
    write(paper, words, box.left, box.top - paper.theme.size * 1.6, size, paper.theme.ink, bold=True)


def fitting(text: str, size: float, room: float, *, bold: bool = False) -> float:
    """The size in pixels, at most ``size``, at which one line of text fits ``room``."""
    return size * min(1.0, room / text_width(text, size, bold))


def row_label(text: str, room: float, theme: Theme) -> str:
    """The name of a row beside an axis, in as many lines as ``room`` pixels ask for."""
    return "<br>".join(plain(line) for line in wrap(text, room - theme.size * 0.6, theme.size * 0.9))


def name_once(figure: go.Figure) -> None:
    """Each name in the legend once."""
    seen: set[str] = set()
    for trace in figure.data:
        trace.showlegend = trace.name not in seen
        seen.add(trace.name)


def edge(theme: Theme) -> float:
    """Pixels between the text and the edge of the image."""
    return min(_EDGE, theme.width * 0.03)


def _lines(text: str, size: float, colour: str, bold: bool, room: float) -> list[tuple[str, float, str, bool]]:
    return [(line, size, colour, bold) for line in wrap(text, room, size, bold)]


def _legend_rows(entries: tuple[str, ...], theme: Theme, room: float) -> int:
    """Rows that Plotly needs: one where all fit the width of the plot, else columns as wide as the widest entry."""
    widths = [text_width(entry, theme.size * 0.95) + _SYMBOL for entry in entries]
    if not widths or sum(widths) <= room:
        return min(1, len(widths))
    return -(-len(widths) // max(1, int(room // max(widths))))


def _write_block(paper: Sheet, lines: Sequence[tuple[str, float, str, bool]], y: float) -> None:
    """Lines below each other from ``y`` on; those that look alike as one text, as Plotly takes its time for each."""
    for (size, colour, bold), alike in groupby(lines, key=lambda line: line[1:]):
        texts = [line[0] for line in alike]
        write(paper, texts, edge(paper.theme), y, size, colour, bold=bold)
        y += size * LINE * len(texts)


def write(paper: Sheet, text: str | Sequence[str], x: float, y: float, size: float, colour: str, *, bold: bool = False) -> None:
    """A line of text in the image, or several below each other, the left top corner at (x, y) in pixels."""
    shown = "<br>".join(plain(line) for line in ([text] if isinstance(text, str) else text))
    paper.words.append(
        {
            "text": f"<b>{shown}</b>" if bold else shown,
            "xref": "paper",
            "yref": "paper",
            "x": 0,
            "y": 1,
            "xanchor": "left",
            "yanchor": "top",
            "xshift": x - paper.plot.left,
            "yshift": paper.plot.top - y,
            "showarrow": False,
            "align": "left",
            "borderpad": 0,
            "font": {"size": size, "color": colour, "family": FONT},
        }
    )
