"""Finds the tables pasted into a letter: lines in a row whose cells are parted by tabs, bars, wide gaps or dots, with the lines above
them that head their columns; and figures behind labels with a colon, below a heading that dates them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from claims.table_times import spans, when, without_times

_CELL_GAP = re.compile(r" ?[|\v] ?| ?(?:\.{4,}|…{2,}|(?: \.){4,}) ?")
_LINE = re.compile(r"[^\n]+")
_RULER = re.compile(r"[|:+\v =_-]+")
_NOTE_SIGN = r"(?:\*{1,3}|[¹²³⁴⁵†‡]| ?\(?[1-9a-d]\)|(?<=\d)p\b)"
#: a cell with one figure
FIGURE = re.compile(
    r"(?P<sign>[+−–-])? ?(?:€ ?)?(?P<number>\d(?:[\d.,  ]*\d)?(?: ?(?:mln|miljoen|mld|miljard|dzd|duizend)\b\.?)?)"
    rf" ?(?P<unit>%[ -]?punt(?:en)?|%|‰|procentpunt(?:en)?\b|procent\b|fte\b|pp\b)?(?:{_NOTE_SIGN}){{0,2}}"
)
#: a cell whose figure is missing
MISSING = re.compile(r"[.·x?–—-]{1,3}|n\.?b\.?|n\.?v\.?t\.?|onb\.?|geheim|\*", re.IGNORECASE)
#: "Zorg: 63.900", "- Zorg 63,9"
_EDGES = ("|", "\v", "....", "……", " . .")  # no gap between cells without one of these
_LABELLED = re.compile(r"(?P<bullet>[•·*–-] ?)?(?P<name>(?=[^\W\d])[^:\n\v|\d]{3,60}?)(?:: ?| )(?=\d[\d.,]*(?: duizend)?$)")
#: "Q1 2024: 411.000", "2023 3,6%"
_DATED = re.compile(r"(?P<bullet>[•·*–-] ?)?(?P<name>[^:\n\v|]{4,30}?)(?:: ?| )(?!(?:19|20)\d\d\*?$)(?=\d[\d.,]*[%*]{0,2}$)")
_STOPS = (".", ";", ":", "?", "!", ",")
_SENTENCE_END = re.compile(r"[^\W\d]{3}\.\]? +[^\W\d_a-z]")
_CAPTION = re.compile(r"(?i)(?:tabel|figuur|grafiek|overzicht|bijlage)\b")
_NAMED_NUMBERS = re.compile(
    r"(?i)\b1[. ]?000(?:[. ]000)?\b|\b100\b|\b\d\d ?(?:tot|-|t/m) ?\d\d[ -]?ja?a?r\b|\(\d\)|\bEU-?\d\d\b|\bSBI ?(?:20|')?\d\d"
)
_LONGEST_HEADING, _LONGEST_NAME = 200, 60
_PROSE = 300  # characters; no line of a table without edges between its cells is longer


class Row(NamedTuple):
    """A line of a table in reading text; ``cells`` are the spans between its bars, tabs and gaps."""

    start: int
    end: int
    cells: list[tuple[int, int]]


def table_blocks(text: str) -> list[list[Row]]:
    """The tables of a text in order: two lines or more with a figure in one of them, the headings above their columns included."""
    finder = _Finder(text)
    for line in _LINE.finditer(text):
        finder.read(line.start(), line.end())
    finder.close()
    return finder.blocks


@dataclass(slots=True)
class _Finder:
    """Goes through the lines of a text with the table that is open, if any."""

    text: str
    blocks: list[list[Row]] = field(default_factory=list)
    run: list[Row] = field(default_factory=list)
    kind: str = ""  # of the rows of the run: cells or labels
    heads: list[Row] = field(default_factory=list)  # lines of words since the last row
    title: str = ""  # the last line above the run
    clean: bool = True  # no sentence is open above the heads
    position: int = -9

    def read(self, start: int, end: int) -> None:
        """One line more."""
        line = self.text[start:end]
        if not line.strip():
            return
        if not self.run and not self.heads and end - start > _PROSE and not any(map(line.__contains__, _EDGES)):
            self.position, self.title = end, line  # a paragraph, as most lines are: no row, no heading
            self.clean = line.rstrip().endswith(_STOPS) or _CAPTION.match(line) is not None
            return
        row = Row(start, end, _cells(self.text, start, end))
        kind, blank = _kind(self.text, row), start - self.position > 1
        if kind == "other" and not blank and (self.kind == "cells" or self.heads) and _runs_on(line):
            kind = "cells" if self.run else "words"
        if kind == "ruler" and (self.run or self.heads):
            self.position = end
            return
        if start - self.position > 2 or (blank and (self.heads or kind == "words")):
            self.close()
            self.heads, self.clean = [], True
        self.position = end
        if kind in ("cells", "labels"):
            self._add(row, kind)
        elif kind == "words" and self.kind != "labels":
            self.heads.append(row)
        else:
            self.close()
            self.heads, self.clean = [], line.rstrip().endswith(_STOPS) or _CAPTION.match(line) is not None
        if not self.run:
            self.title = line

    def _add(self, row: Row, kind: str) -> None:
        if self.run and (kind != self.kind or len(self.heads) > 2):
            self.close()
        if not self.run and not self.clean:  # a sentence that runs on into the line above is no heading
            self.heads = [one for one in self.heads[-1:] if len(spans(self.text[one.start : one.end])) > 1]
        self.run += [*self.heads, row]
        self.kind, self.heads = kind, []

    def close(self) -> None:
        """The run is a table when two lines hold figures, or one below headings; labels need a heading that dates them."""
        cells = [self.text[a:b].strip() for row in self.run for a, b in row.cells]
        if len(self.run) >= 2 and (self.kind == "cells" or self._lists()) and any(map(_figures, cells)):
            self.blocks.append(self.run)
        self.run, self.kind = [], ""

    def _lists(self) -> bool:
        """Whether names with figures stand below a heading that dates them, or are periods; a colon over bullets heads a list."""
        title, bullets = self.title.rstrip(), self.run[-1].start != self.run[-1].cells[0][0]
        said = when(title)
        dated = all(when(self.text[row.cells[0][0] : row.cells[0][1]]) for row in self.run if len(row.cells) > 1)
        headed = dated or (said is not None and said.single)
        prose = len([row for row in self.run if len(row.cells) > 1]) < 2 or _SENTENCE_END.search(title)
        return bool(title) and headed and not prose and not title.endswith(".") and not (bullets and title.endswith(":"))


def _runs_on(line: str) -> bool:
    """Whether a line may be a row whose gaps reading has taken out: "Horeca - n.b.", "2021* 361* 401"."""
    parts = line.split()
    values = 0
    while values < len(parts) - 1 and (FIGURE.fullmatch(parts[-1 - values]) or MISSING.fullmatch(parts[-1 - values])):
        values += 1
    return values > 0 and sum(map(len, parts[:-values])) <= _LONGEST_NAME


def _figures(cell: str) -> bool:
    """Whether a cell holds nothing but a figure, or several of them one blank apart in reading text ("361.000 -12.000")."""
    parts = cell.split()
    return FIGURE.fullmatch(cell) is not None or (
        any(map(FIGURE.fullmatch, parts)) and all(FIGURE.fullmatch(part) or MISSING.fullmatch(part) for part in parts)
    )


def _kind(text: str, row: Row) -> str:
    """cells, labels, ruler, words (a line that may head columns or rows) or other."""
    line = text[row.start : row.end]
    if _RULER.fullmatch(line):
        return "ruler"
    if len(row.cells) > 1:
        return "labels" if _label(text, row.start, row.end) else "cells"
    if len(line) > _LONGEST_HEADING or line.rstrip().endswith(_STOPS) or _CAPTION.match(line):
        return "other"
    if not any(map(str.isdigit, line)):
        return "words"
    return "other" if any(map(str.isdigit, _NAMED_NUMBERS.sub(" ", without_times(line)))) else "words"


def _label(text: str, start: int, end: int) -> re.Match[str] | None:
    """The name or period before the one figure of a line, unless it is the number of a caption."""
    if not text[end - 1 : end].isdigit() and text[end - 1 : end] not in ("%", "*") and not text.startswith(" duizend", end - 8):
        return None
    label = _LABELLED.match(text, start, end)
    if label and not _CAPTION.match(text, start) and when(text[start:end]) is None:
        return label
    dated = _DATED.match(text, start, end)
    said = when(dated["name"]) if dated else None
    if dated is None or said is None or not (said.single and said.years) or len(spans(dated["name"])) > 1:
        return None
    return None if without_times(dated["name"]).strip(" .*") else dated


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    label = _label(text, start, end)
    if label:
        return [(label.start("name"), label.end("name")), (label.end(), end)]
    if not any(map(text[start:end].__contains__, _EDGES)):
        return [(start, end)]
    edges = [start]
    for gap in _CELL_GAP.finditer(text, start, end):
        edges += [gap.start(), gap.end()]
    edges.append(end)
    cells = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a <= b]
    if text[start : start + 1] == "|":  # Markdown draws its outer edges too
        cells = cells[1:]
    if text[end - 1 : end] == "|":
        cells = cells[:-1]
    return cells
