"""Which heading stands above a cell and which words name its row: the shape of a table, before anything is read of its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claims.columns import Line, Place, is_figure, is_value
from claims.table_times import when

_ROW_NAMES = re.compile(r"(?i)\s*(?:jaar|kwartaal|maand|periode|nr\.?|nummer|code|sbi\b.*|week|bladzijde|pagina)\s*")
_PART_OF = re.compile(r"(?i)[-–•]? ?(?:w\.?v\.?|w\.?o\.?|waarvan|waaronder|daarvan)\b")
_NAME = re.compile(r"(?!x 1)\w")  # "(x 1.000)" names no rows
_TOTAL = re.compile(r"(?i)\W*(?:tota[a-z]+|alle|nederland)\b")
_NEAR = 2  # columns of characters that a figure may stand beside its heading


@dataclass(slots=True)
class Column:
    """The words above a column, of all heading lines, and the characters they take up."""

    text: str
    left: int = -1
    right: int = -1


@dataclass(slots=True)
class TableRow:
    """A row of figures: its words, those of the rows it is a part of, and every figure with the column above it."""

    line: Line
    text: str
    above: str
    figures: list[tuple[Place, Column | None]]


@dataclass(slots=True)
class Shape:
    """Reads the lines of one table from top to bottom; ``corner`` and ``caption`` collect what heads the table as a whole."""

    text: str
    lines: Sequence[Line]
    caption: list[str] = field(default_factory=list)
    corner: str = ""
    columns: list[Column] = field(default_factory=list)
    sections: list[tuple[int, str]] = field(default_factory=list)  # (indent, words) of rows without figures
    parent: tuple[int, str] = (0, "")
    margin: int = 0
    width: int = 0  # cells of the longest row of figures between bars or tabs
    nameless: bool = False  # the rows begin with a figure
    fresh: bool = True  # no figures below the present headings yet
    broken: str = ""  # the first line of a label that goes on in the next
    flat: bool | None = None  # rows of a section stand no further in than its heading

    def rows(self) -> Iterator[TableRow]:
        """The rows with figures, in order."""
        data = [line for line in self.lines if any(is_value(self._said(p)) for p in line.places[1:])]
        self.margin = min((line.places[0].left for line in data if line.aligned), default=0)
        self.nameless = all(is_figure(first) and not when(first) for first in (self._said(line.places[0]) for line in data))
        self.width = max((len(line.places) for line in data if not line.aligned), default=0)
        after_figures = False
        for line, following in zip(self.lines, [*self.lines[1:], None], strict=False):
            figures = any(is_figure(self._said(p)) for p in line.places[1:])
            if line.labelled and not any(self._said(p) for p in line.places[1:]):
                if not (after_figures and self._said(line.places[0]).startswith("(")):  # the end of a name that was too long
                    self._alone(line.places[0], following)
            elif self._heads(line):
                self._add_headings(line)
            elif figures:
                yield from self._rows(line)
            after_figures = figures

    def _said(self, place: Place) -> str:
        return self.text[place.start : place.end].strip()

    def _alone(self, place: Place, following: Line | None) -> None:
        """A line of one cell: above the figures it says something of all, between them of the rows that follow, or it goes on in one."""
        said = self._said(place)
        if not said:
            return
        below = self._said(following.places[0]) if following and len(following.places) > 1 else ""
        if not self.fresh and (said.count("(") > said.count(")") or (below[:1].islower() and not _PART_OF.match(below))):
            self.broken = said
        elif self.fresh and (not self.columns or place.left > self.margin + 1 or not _NAME.match(said)):
            self.caption.append(said)
        else:
            self.sections = [one for one in self.sections if one[0] < place.left]
            self.sections.append((place.left, said))
            self.flat, self.parent = None, (0, "")

    def _names(self, line: Line) -> int:
        """How many cells at the left of a line of headings stand over the names of the rows."""
        if not line.labelled or (line.aligned and line.places[0].left > self.margin + 1):
            return 0
        if self.nameless and when(self._said(line.places[0])):
            return 0
        return 0 if not line.aligned and len(line.places) == self.width - 1 and self._said(line.places[0]) else 1

    def _heads(self, line: Line) -> bool:
        """Whether a row is of headings: the first, those below it that can be nothing else, years between the rows."""
        label = self._names(line)
        said = [part for place in line.places[label:] if (part := self._said(place))]
        if not said or all(is_value(part) and not when(part) for part in said):
            return False
        if any(is_figure(part) and when(part) is None for part in said):
            return False
        times = all(when(part) for part in said)
        named = bool(label and self._said(line.places[0]))
        if not self.fresh:
            return times and not (named and any(map(is_figure, said)))
        return not self.columns or (times and not any(when(c.text) for c in self.columns)) or not named

    def _add_headings(self, line: Line) -> None:
        label = self._names(line)
        low = [Column(self._said(p), p.left, p.right) for p in line.places[label:]]
        if not self.fresh:
            self.columns, self.sections, self.parent = [], [], (0, "")
        self.corner = " ".join([self.corner, *(self._said(p) for p in line.places[:label])]).strip()
        self.columns, self.fresh = _joined(self.columns, low, aligned=line.aligned), True

    def _rows(self, line: Line) -> Iterator[TableRow]:
        """A row with figures; without columns, names between the figures make several of it."""
        self.fresh = False
        said = [self._said(p) for p in line.places]
        if self.columns and len(said) == len(self.columns) and is_figure(said[0]) and all(when(c.text) for c in self.columns):
            yield TableRow(line, "", "", list(zip(line.places, self.columns, strict=True)))
            return
        names = [i for i, part in enumerate(said) if part and not is_value(part) and (not i or is_value(said[i - 1]))]
        if self.columns or len(names) < 2:
            yield self._row(line, next(i for i, part in enumerate(said) if i and (not line.aligned or is_value(part))))
            return
        for a, b in zip(names, [*names[1:], len(said)], strict=True):
            figures: list[tuple[Place, Column | None]] = [(p, None) for p in line.places[a + 1 : b] if is_figure(self._said(p))]
            yield TableRow(line, said[a], "", figures)

    def _row(self, line: Line, first: int) -> TableRow:
        words = [self.broken, *(self._said(p) for p in line.places[:first])]
        self.broken = ""
        figures: list[tuple[Place, Column | None]] = []
        for place, column in self._matched(line, first):
            part = self._said(place)
            if column is not None and _ROW_NAMES.fullmatch(column.text):
                words.append(f"{column.text} {part}" if is_figure(part) and len(part) < 3 else part)
            elif is_figure(part):
                figures.append((place, column))
            elif not is_value(part):
                words.append(part)
        text = " ".join(words).strip()
        return TableRow(line, text, self._above(line.places[0].left, text), figures)

    def _above(self, left: int, text: str) -> str:
        """The words of the rows that a row is a part of."""
        if self.sections and self.flat is None:
            self.flat = left <= self.sections[-1][0]
        if _TOTAL.match(text) and (self.flat or left <= self.margin):
            self.sections, self.parent = [], (left, text)
            return ""
        if not self.flat:
            self.sections = [one for one in self.sections if one[0] < left]
        over = [one for _, one in self.sections]
        if _PART_OF.match(text) or left > self.parent[0]:
            return " ".join([*over, self.parent[1]])
        self.parent = (left, text)
        return " ".join(over)

    def _matched(self, line: Line, first: int) -> Iterator[tuple[Place, Column | None]]:
        """The cells behind a row's name, each with its column: by number where as many are filled as there are headings."""
        rest, heads = line.places[first:], [c for c in self.columns if c.text]
        filled = [p for p in rest if self._said(p)]
        if len(filled) == len(heads):
            yield from zip(filled, heads, strict=True)
        elif line.aligned:
            yield from ((p, _over(p, heads)) for p in rest)
        else:
            fits = len(rest) <= len(self.columns)
            yield from ((p, self.columns[i] if fits else None) for i, p in enumerate(rest))


def _over(place: Place, heads: Sequence[Column]) -> Column | None:
    """The one heading that stands over a cell, or the one close beside it where none does."""
    over = [c for c in heads if c.left < place.right and place.left < c.right]
    near = over or [c for c in heads if c.left >= 0 and max(c.left - place.right, place.left - c.right) <= _NEAR]
    return near[0] if len(near) == 1 else None


def _joined(above: Sequence[Column], low: list[Column], *, aligned: bool) -> list[Column]:
    """Heading lines as one: words above several columns hold for each of them."""
    if not above:
        return low
    if not aligned and len(above) == len(low):
        return _spread(above, low)
    upper = [c for c in above if c.text]
    if len(upper) == 1:
        return [Column(f"{upper[0].text} {c.text}", c.left, c.right) for c in low]
    if len(upper) == len(low):
        return [_one(high, c) for high, c in zip(upper, low, strict=True)]
    if len(low) % len(upper) == 0:
        each = len(low) // len(upper)
        return [_one(upper[i // each], c, wide=True) for i, c in enumerate(low)]
    few, many = (low, upper) if len(low) < len(upper) else (upper, low)
    for c in many:
        over = _over(Place(0, 0, c.left, c.right), few)
        c.text = " ".join(one.text for one in ((c, over) if few is low else (over, c)) if one is not None)
    return list(many)


def _spread(above: Sequence[Column], low: list[Column]) -> list[Column]:
    """Between bars or tabs: what stands above an empty cell's left neighbour holds for it too."""
    wide = [above[0]]
    for one in above[1:]:
        wide.append(one if one.text or not wide[-1].text else wide[-1])
    return [_one(high, c, wide=True) for high, c in zip(wide, low, strict=True)]


def _one(high: Column, low: Column, *, wide: bool = False) -> Column:
    left = low.left if wide else min(high.left, low.left)
    return Column(f"{high.text} {low.text}".strip(), left, low.right if wide else max(high.right, low.right))
