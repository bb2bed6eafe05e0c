"""Where the cells of a table stand in the file: columns made of blanks can be told apart only by the places of their figures.

Reading text has its runs of blanks taken out; the line of the file with the same characters says how wide they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from claims.table_times import spans, without_times
from claims.tables import FIGURE, MISSING, Row

_MOST_CELLS = 100  # a line of more is no row that a person reads
_GAP = re.compile(r"(?: {2,}| ?\.{4,} ?| ?…{2,} ?)")


class Place(NamedTuple):
    """A cell: its span in reading text and, in a table of blanks, the columns of characters it takes up in its line."""

    start: int
    end: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Line:
    """A row with its cells; ``aligned`` where blanks make the columns, so that a cell left empty is not seen."""

    start: int
    end: int
    places: tuple[Place, ...]
    aligned: bool
    labelled: bool = True  # its first cell names the row


def lines_of(text: str, block: Sequence[Row], source: str) -> list[Line]:
    """The rows of a table with the places of their cells."""
    printed = _printed(source)
    lines = [_line(text, row, printed.get(_solid(text[row.start : row.end]))) for row in block]
    return [line for line in lines if 0 < len(line.places) <= _MOST_CELLS]  # one of dots alone has none


@lru_cache(maxsize=2)
def _printed(source: str) -> dict[str, str | None]:
    """The lines of a letter by their characters without blanks; None where two lines with the same ones are set out differently."""
    found: dict[str, str | None] = {}
    for line in source.splitlines():
        key, bare = _solid(line), line.lstrip(">").rstrip(" \r")
        if key:
            found[key] = bare if found.get(key, bare) == bare else None
    return found


def _solid(line: str) -> str:
    return "".join(line.replace("\u2011", "-").lstrip("> ").split())


def _line(text: str, row: Row, printed: str | None) -> Line:
    reading = text[row.start : row.end]
    printed = printed if printed and len("".join(printed.split())) == len("".join(reading.split())) else None
    listed = len(row.cells) == 2 and text[row.cells[0][1] : row.cells[1][0]] in (" ", ":", ": ")
    if printed is not None and "\t" in printed.strip() and "|" not in reading and not listed:
        return Line(row.start, row.end, tuple(_tabbed(row, reading, printed)), aligned=False)
    if printed is None or "|" in reading or listed:
        places = [Place(a, b, -1, -1) for a, b in row.cells]
        places = list(_parted(text, places, {})) if len(places) == 1 else places
        return Line(row.start, row.end, tuple(places), aligned=False, labelled=len(row.cells) > 1)
    columns = _columns(reading, printed)
    solid = [i for i, c in enumerate(reading) if not c.isspace()]
    places, first = [], solid[0]
    for here, following in zip(solid, [*solid[1:], len(reading)], strict=True):
        if following == len(reading) or columns[following] - columns[here] > 2:
            places.append(Place(row.start + first, row.start + here + 1, columns[first], columns[here] + 1))
            first = following
    where = {row.start + i: column for i, column in columns.items()}
    return Line(row.start, row.end, tuple(_parted(text, _led(text, places, where), where)), aligned=True)


def _tabbed(row: Row, reading: str, printed: str) -> Iterator[Place]:
    """The cells between the tabs of a line, those left empty included."""
    solid = [row.start + i for i, c in enumerate(reading) if not c.isspace()]
    done = 0
    for cell in printed.split("\t"):
        count = len("".join(cell.split()))
        first = solid[done] if done < len(solid) else row.end
        yield Place(first, solid[done + count - 1] + 1 if count else first, -1, -1)
        done += count


def _columns(reading: str, printed: str) -> dict[int, int]:
    """The column in the printed line of every character of the reading that is no blank."""
    there = (x for x, c in enumerate(printed.expandtabs()) if not c.isspace())
    return {i: x for (i, c), x in zip(((i, c) for i, c in enumerate(reading) if not c.isspace()), there, strict=False)}


def _led(text: str, places: Sequence[Place], where: dict[int, int]) -> Iterator[Place]:
    """Cells with the dots that lead to the next one taken out."""
    for place in places:
        edges = [place.start]
        for gap in _GAP.finditer(text, place.start, place.end):
            edges += [gap.start(), gap.end()]
        edges.append(place.end)
        for a, b in zip(edges[::2], edges[1::2], strict=True):
            if text[a:b].strip():
                yield Place(a, b, where[a], where[b - 1] + 1)


def _parted(text: str, places: Sequence[Place] | Iterator[Place], where: dict[int, int]) -> Iterator[Place]:
    """ "Q1 2024 Q2 2024" with one blank between them is two cells."""
    for place in places:
        part = text[place.start : place.end]
        times = spans(part) if not FIGURE.fullmatch(part.strip()) else []
        parted = [part[a:b] for (_, a), (b, _) in pairwise(times)]
        if not parted or without_times(part).strip(" .*()") or any(gap.strip(" .*()") for gap in parted):
            yield place
            continue
        for a, b in times:
            start, end = place.start + a, place.start + b
            yield Place(start, end, where.get(start, -1), where.get(end - 1, -2) + 1)


def is_figure(part: str) -> bool:
    """Whether a cell holds one figure."""
    return FIGURE.fullmatch(part.strip()) is not None


def is_value(part: str) -> bool:
    """Whether a cell holds a figure or says that it is missing."""
    return is_figure(part) or MISSING.fullmatch(part.strip()) is not None
