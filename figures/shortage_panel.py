"""One shortage as a panel: its name and unit, an entry with a sign for each letter or forecast, and the numbers in their years."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from figures.claim_marks import SYMBOLS
from figures.frame import Sheet, write
from figures.lettering import LINE, Box, wrap
from figures.picture import claim_mark
from figures.shortage_rows import NO_YEAR, Cell, Topic
from figures.strokes import Note, Scale, domains, write_notes
from figures.theme import Theme, number, plain, say
from labour import wording

_PUBLISHED = ("circle", "diamond", "square", "triangle-up", "star")
_GLYPHS = {  # the same shapes as letters, for the text above a panel
    **dict(zip(_PUBLISHED, "●◆■▲★", strict=True)),
    **dict(zip(SYMBOLS.values(), "○◉✕⬡△□", strict=True)),
}


@dataclass(frozen=True, slots=True)
class Panel:
    """One shortage and the room it has."""

    figure: go.Figure
    paper: Sheet
    box: Box
    topic: Topic
    number: int
    language: str


def _head(topic: Topic, theme: Theme, width: float, language: str) -> tuple[list[str], list[list[str]]]:
    """The lines of a panel's name and of each of its entries."""
    size, room = theme.size, width - theme.size * 1.4
    name = wrap(f"{topic.name} ({wording.unit(topic.unit, language)})", room, size * 0.95, True)
    return name, [wrap(entry.detail, room - size * 1.8, size * 0.72) for entry in topic.entries]


def head_height(topic: Topic, theme: Theme, width: float) -> float:
    name, entries = _head(topic, theme, width, "nl")
    return theme.size * (0.4 + 0.95 * LINE * len(name) + 0.72 * LINE * sum(len(lines) for lines in entries))


def fill(panel: Panel, years: Sequence[str], plot_top: float) -> None:
    """Name and unit, an entry per letter or forecast with its sign, and below them the numbers in their years."""
    figure, paper, box, topic, language = panel.figure, panel.paper, panel.box, panel.topic, panel.language
    theme, size = paper.theme, paper.theme.size
    name, entries = _head(topic, theme, box.right - box.left, language)
    y = box.top
    write(paper, name, box.left, y, size * 0.95, theme.ink, bold=True)
    y += size * 0.95 * LINE * len(name)
    looks = _looks(topic, theme)
    for lines, own in zip(entries, looks, strict=True):
        for at, (glyph, colour) in enumerate(dict.fromkeys((_GLYPHS[symbol], colour) for symbol, colour in own)):
            write(paper, glyph, box.left + at * size * 0.9, y - size * 0.04, size * 0.8, colour)
        write(paper, lines, box.left + size * 1.8, y, size * 0.72, theme.muted)
        y += size * 0.72 * LINE * len(lines)
    plot = Box(box.left + size * 3.3, plot_top + size * 0.3, box.right - size * 1.2, box.bottom - size * 2.2)
    cells = [cell for entry in topic.entries for cell in entry.cells]
    start, end = int(years[0] if years else "2024"), int(years[-1] if years else "2024")
    none = start - max(2, (end - start) // 6) if any(cell.year == NO_YEAR for cell in cells) else None
    frame = Scale(
        plot,
        float(start if none is None else none) - 1,
        end + 1.0,
        0.0,
        max(float(cell.value) for cell in cells) * 1.3 or 1.0,
        panel.number,
    )
    notes: dict[tuple[float, float], Note] = {}
    for entry, own in sorted(zip(topic.entries, looks, strict=True), key=lambda pair: pair[0].cells[0].check is not None):
        places = [float(none if none is not None and cell.year == NO_YEAR else int(cell.year)) for cell in entry.cells]
        claimed = entry.cells[0].check is not None
        figure.add_trace(
            go.Scatter(
                x=places,
                y=[float(cell.value) for cell in entry.cells],
                name=plain(entry.detail),
                text=[_printed(cell, language) for cell in entry.cells],
                customdata=[cell.year or _no_year(language) for cell in entry.cells],
                hovertemplate="<b>%{customdata}: %{text}</b><extra></extra>",
                mode="markers",
                marker={
                    "symbol": [symbol for symbol, _ in own],
                    "color": [colour for _, colour in own],
                    "size": size * (0.85 if claimed else 0.55),
                    "opacity": 1,
                    "line": {"width": size * 0.13 if claimed else 0},
                },
                cliponaxis=False,
                meta=[topic.unit, *(cell.year for cell in entry.cells)],
                ids=[claim_mark(cell.check) if cell.check else cell.point.mark if cell.point else "" for cell in entry.cells],
                **frame.axes,
            )
        )
        for x, cell in zip(places, entry.cells, strict=True):
            notes[x, float(cell.value)] = Note(x, float(cell.value), (_printed(cell, language),))
    write_notes(paper, _together(list(notes.values()), frame, size), frame, [], size=0.75)
    _axes(figure, paper, frame, none, start, end, language)


def _together(notes: Sequence[Note], frame: Scale, size: float) -> list[Note]:
    """Labels of marks of one year that touch each other as one label, a line each, the highest number on top."""
    groups: list[list[Note]] = []
    for note in sorted(notes, key=lambda note: (note.day, -note.value)):
        last = groups[-1][-1] if groups else None
        if last and last.day == note.day and frame.y(note.value) - frame.y(last.value) < size:
            groups[-1].append(note)
        else:
            groups.append([note])
    return [Note(group[0].day, group[0].value, tuple(line for note in group for line in note.lines)) for group in groups]


def _looks(topic: Topic, theme: Theme) -> list[list[tuple[str, str]]]:
    """For each entry the symbol and colour of its points: of a claim by its verdict, of a publication by its order."""
    looks, place = [], 0
    for entry in topic.entries:
        if entry.cells[0].check:
            verdicts = [cell.check.verdict for cell in entry.cells if cell.check]
            looks.append([(SYMBOLS[verdict], theme.verdicts[verdict]) for verdict in verdicts])
        else:
            looks.append([(_PUBLISHED[place % len(_PUBLISHED)], theme.lines[place % 4])] * len(entry.cells))
            place += 1
    return looks


def _axes(figure: go.Figure, paper: Sheet, frame: Scale, none: int | None, start: int, end: int, language: str) -> None:
    plot = frame.plot
    across, up = domains(plot, paper)
    years = end - start if none is None else frame.last - frame.first
    step = max(1, math.ceil(years / max(1, (plot.right - plot.left) / (paper.theme.size * 2.6))))
    ticks = list(range(end, start - 1, -step))[::-1]
    words = [str(year) for year in ticks]
    if none is not None:
        ticks, words = [none, *ticks], [_no_year(language), *words]
    figure.layout[frame.names[0]] = {
        "anchor": frame.axes["yaxis"],
        "domain": across,
        "range": [frame.first, frame.last],
        "tickvals": ticks,
        "ticktext": words,
        "ticks": "outside",
        "tickangle": 0,
        "showgrid": False,
        "showline": True,
        "zeroline": False,
        "tickfont": {"size": paper.theme.size * 0.75},
    }
    figure.layout[frame.names[1]] = {
        "anchor": frame.axes["xaxis"],
        "domain": up,
        "range": [frame.low, frame.high],
        "nticks": 4,
        "showgrid": True,
        "zeroline": True,
        "separatethousands": True,
        "exponentformat": "none",
        "tickfont": {"size": paper.theme.size * 0.75},
    }


def _no_year(language: str) -> str:
    return say(language, "geen jaar", "no year")


def _printed(cell: Cell, language: str) -> str:
    sign = f"{wording.SIGNS[cell.check.verdict]} " if cell.check else ""
    return sign + number(cell.value, language)
