"""From the signs on a pdf page to its lines, by size and place; a raised small sign is kept apart from the figures beside it."""

from __future__ import annotations

import ctypes
import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

HYPHEN = "\ufffe"  # how PDFium gives a hyphen at the end of a line
_SUSPENDED = frozenset("en of tot als dan noch maar resp respectievelijk".split())
_HYPHENED = frozenset("cao niet ex non oud mbo hbo vmbo wo mkb zzp ict aow ww wia tv".split())
_ITEM_MARK = re.compile(r"[•·▪‣\uf0b7o–-]|\d{1,3}[.)]|[a-z][.)]")
_GAP = 2.2  # in heights of the letters: more than any justified line has between two words


class Sign(NamedTuple):
    """One letter or figure: where it stands (points from the page's lower left) and the size of its print."""

    text: str
    left: float
    right: float
    base: float
    height: float


@dataclass(slots=True)
class Line:
    """One printed line, or one cell of a table's line; ``parts`` are (text, raised)."""

    parts: list[tuple[str, bool]]
    left: float
    right: float
    base: float
    height: float
    page: int = 0
    cells: list[Line] = field(default_factory=list)  # further cells on the same line

    @property
    def text(self) -> str:
        own = "".join(text for text, _ in self.parts)
        return "\t".join([own, *(cell.text for cell in self.cells)])


def lines_of(signs: Iterable[Sign], page: int) -> list[Line]:
    """The lines of a page, from its signs, in reading order."""
    lines = [_line(run) for run in _runs(signs)]
    lines = [line for line in lines if line.text.strip()]
    for line in lines:
        line.page = page
    return _rows(_ordered(lines))


def signs_of(textpage: Any) -> Iterator[Sign]:
    """The signs of a loaded PDFium text page, as the file orders them."""
    raw = textpage.raw
    box, matrix, x, y = pdfium.FS_RECTF(), pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    box_at, matrix_at, x_at, y_at = (ctypes.byref(one) for one in (box, matrix, x, y))
    for place in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(raw, place)
        if code in (10, 13) or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
            continue
        if not (pdfium.FPDFText_GetLooseCharBox(raw, place, box_at) and pdfium.FPDFText_GetCharOrigin(raw, place, x_at, y_at)):
            continue
        # a file may state size 1 and enlarge it by the matrix: only both together are what is seen
        scale = math.hypot(matrix.c, matrix.d) if pdfium.FPDFText_GetMatrix(raw, place, matrix_at) else 1.0
        size = pdfium.FPDFText_GetFontSize(raw, place) * scale
        yield Sign(HYPHEN if code in (2, 0xAD) else chr(code) if code >= 32 else " ", box.left, box.right, y.value, size)


def _runs(signs: Iterable[Sign]) -> Iterator[list[Sign]]:
    """Signs that stand on one line without a wide gap, in the order of the file."""
    run: list[Sign] = []
    base, height, right = 0.0, 0.0, 0.0
    for sign in signs:
        if sign.text.isspace():
            if run:
                run.append(sign)
            continue
        if run:
            size = max(height, sign.height)
            same = abs(sign.base - base) < 0.5 * size and -1.5 * size < sign.left - right < _GAP * size
            if not same:
                yield run
                run = []
        if not run or sign.height >= 0.85 * height:  # a raised sign does not move the line
            base, height = sign.base, max(sign.height, height if run else 0.0)
        right = sign.right
        run.append(sign)
    if run:
        yield run


def _line(signs: list[Sign]) -> Line:
    while signs and signs[-1].text.isspace():
        signs.pop()
    seen = [sign for sign in signs if not sign.text.isspace()]
    height = Counter(round(sign.height, 1) for sign in seen).most_common(1)[0][0]
    tall = [sign for sign in seen if sign.height >= 0.85 * height] or seen
    base = Counter(round(sign.base, 1) for sign in tall).most_common(1)[0][0]
    parts: list[tuple[str, bool]] = []
    for sign in signs:
        space = sign.text.isspace()
        raised = not space and sign.height < 0.85 * height and sign.base > base + 0.1 * height
        raised = raised or (not space and sign.base > base + 0.2 * height)
        text = " " if space else sign.text
        if parts and (parts[-1][1] == raised or space):
            parts[-1] = (parts[-1][0] + text, parts[-1][1])
        else:
            parts.append((text, raised))
    return Line(parts, seen[0].left, max(sign.right for sign in seen), base, height)


def _ordered(lines: list[Line]) -> list[Line]:
    """In the order of the file, which nearly always is that of reading; where it jumps about, by column and from the top."""
    jumps = sum(after.base > before.base + 2 * before.height for before, after in itertools.pairwise(lines))
    if jumps <= max(4, len(lines) // 8):
        return lines
    low, high = min(line.left for line in lines), max(line.right for line in lines)
    middle = (low + high) / 2
    crossing = sum(line.left < middle - 20 and line.right > middle + 20 for line in lines)
    columns = crossing * 10 < len(lines)
    return sorted(lines, key=lambda line: (columns and line.left > middle - 20, -round(line.base), line.left))


def _rows(lines: list[Line]) -> list[Line]:
    """Cells that follow each other on one height made one line: a row of a table, or a list's mark with its text."""
    rows: list[Line] = []
    for line in lines:
        row = rows[-1] if rows else None
        last = (row.cells or [row])[-1] if row else None
        if row is None or last is None or abs(last.base - line.base) >= 0.3 * line.height or line.left <= last.right:
            rows.append(line)
        elif not row.cells and _ITEM_MARK.fullmatch(row.text.strip()):
            row.parts += [(" ", False), *line.parts]
            row.right, row.height = line.right, line.height
        else:
            row.cells.append(line)
    return rows


def joined(before: str, after: str) -> str:
    """``before`` as it must stand before ``after`` on one line: with a space, or without the hyphen of a broken word.

    The hyphen stays before figures and capitals, where the next part has another one, after words that are always joined by
    one ("cao-loon", "van-werk-naar-werk"), and, with a space, in "arbeids- en".
    """
    stem = before.rstrip()
    if not stem.endswith((HYPHEN, "-")):
        return stem + " " if stem else before
    stem = stem[:-1]
    if not stem[-1:].isalnum():  # a dash, or the sign of "-uitgaven"
        return f"{stem}-" if before.endswith(HYPHEN) else f"{stem}- "
    word, rest = re.split(r"[\s-]", stem)[-1], re.split(r"[\s.,;:]", after.lstrip(), maxsplit=1)[0]
    if rest in _SUSPENDED:
        return f"{stem}- "
    whole = (
        rest[:1].islower()
        and word[-1:].islower()
        and word.lower() not in _HYPHENED
        and not re.search("-[a-z]", rest)
        and not stem.endswith("-naar")
    )
    return stem if whole else f"{stem}-"
