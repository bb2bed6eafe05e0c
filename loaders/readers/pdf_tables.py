"""Rows of a table in a pdf whose cells run over several lines: put together again, so that a figure stays in its row and column.

Files give a table cell by cell. What stands to the right of the lines before it, and begins at their height or lies level with
their middle, is the next cell of the row that they make. Columns of text are laid out alike, but make no second row.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.readers.pdf_lines import Line, joined

_TALLEST = 12  # lines of one cell
_NEAR = 3  # rows above and below among which another must have a cell in the same column
_PITCH = 1.5  # of the height of the letters: lines farther apart are not of one cell
_LEVEL = 0.35  # of the height of the letters: lines that differ less are level


@dataclass
class _Row:
    """Cells of lines, and the lines as they came, for when it proves to be no row."""

    cells: list[list[Line]]
    printed: list[Line]


def whole_rows(lines: list[Line]) -> list[Line]:
    """The lines of a page in reading order, those of one row made one line with ``cells``."""
    rows: list[_Row] = []
    for place, line in enumerate(lines):
        new = _Row([[cell] for cell in (replace(line, cells=[]), *line.cells)], [line])
        if rows and _goes_on(rows[-1], new):
            rows[-1].cells[-1] += new.cells[0]
            rows[-1].printed += new.printed
            continue
        start = _beside(rows, new, lines[place : place + _TALLEST])
        if start is None:
            rows.append(new)
            continue
        row, below = rows[start], rows[start + 1 :]
        row.cells[-1] += [cell for one in below for cell in one.cells[0]]
        row.cells += new.cells
        row.printed += [*(one for row in below for one in row.printed), line]
        del rows[start + 1 :]
    pages = (_printed(row, rows[max(0, place - _NEAR) : place] + rows[place + 1 : place + 1 + _NEAR]) for place, row in enumerate(rows))
    whole = [line for printed in pages for line in printed]
    return [line for _, table in itertools.groupby(whole, key=lambda line: bool(line.cells)) for line in _aligned(list(table))]


def _aligned(table: list[Line]) -> list[Line]:
    """Rows with an empty cell where others have one and they do not: what a figure stands under is all it says of itself."""
    rows = [[replace(row, cells=[]), *row.cells] for row in table]
    most = max(map(len, rows))
    full = [cells for cells in rows if len(cells) == most]
    if any(_shifted(one, other) for one in full for other in (full[0], full[-1])):
        columns = _columns([cell for cells in rows for cell in cells])
    else:
        columns = [(_left(cells), _right(cells)) for cells in map(list, zip(*full, strict=True))]
    return [row if len(row.cells) + 1 == len(columns) else _placed(row, columns) for row in table]


def _shifted(one: list[Line], other: list[Line]) -> bool:
    """Whether two rows of as many cells have them in other columns: one stands above a cell of another number, and not its own."""
    pairs = [(place, number) for place, cell in enumerate(one) for number, below in enumerate(other) if _over(cell, below)]
    return any(place != number and (place, place) not in pairs for place, number in pairs)


def _columns(cells: list[Line]) -> list[tuple[float, float]]:
    """Where the columns are, told by the narrowest cells first; one that covers two of them makes neither wider."""
    columns: list[tuple[float, float]] = []
    for cell in sorted(cells, key=lambda one: one.right - one.left):
        under = [column for column in columns if column[0] < cell.right and column[1] > cell.left]
        if len(under) < 2:
            columns = [one for one in columns if one not in under]
            columns.append(
                (min(cell.left, *(one[0] for one in under)), max(cell.right, *(one[1] for one in under)))
                if under
                else (cell.left, cell.right)
            )
    return sorted(columns)


def _over(one: Line, other: Line) -> bool:
    return one.left < other.right and one.right > other.left


def _placed(row: Line, columns: list[tuple[float, float]]) -> Line:
    """The row's cells each in the column that it shares most with; as it was where two would share one."""
    cells = [replace(row, cells=[]), *row.cells]
    shared = [[min(cell.right, right) - max(cell.left, left) for left, right in columns] for cell in cells]
    places = [one.index(max(one)) for one in shared]
    if len(set(places)) < len(places) or places != sorted(places):
        return row
    filled = dict(zip(places, cells, strict=True))
    first, *others = (filled.get(place) or replace(row, parts=[("", False)], cells=[]) for place in range(len(columns)))
    first.cells = others
    return first


def _goes_on(row: _Row, new: _Row) -> bool:
    """Whether a line is the next one of the row's last cell. Two figures are never made one."""
    if len(row.cells) < 2 or len(new.cells) > 1:
        return False
    (line,), last = new.cells[0], row.cells[-1]
    two_figures = last[-1].text.strip()[-1:].isdigit() and line.text.strip()[:1].isdigit()
    under = _follows(last[-1], line) and line.left > _right(row.cells[-2]) and line.left < _right(last) and line.right > _left(last)
    return under and not two_figures


def _beside(rows: list[_Row], new: _Row, following: list[Line]) -> int | None:
    """Where the row begins of which a line is the next cell: at its height, or about the same middle; None when it is none."""
    line = new.cells[0][0]
    level = _LEVEL * line.height
    own = list(_stack(following))
    middle = (own[0].base + own[-1].base) / 2
    found = None
    for start in range(len(rows) - 1, max(-1, len(rows) - 1 - _TALLEST), -1):
        cell, below = rows[start].cells[-1], [one for row in rows[start + 1 :] for one in row.cells[0]]
        column = [*cell, *below]
        if any(len(row.cells) > 1 for row in rows[start + 1 :]) or _right(column) >= line.left:
            break
        if not all(_follows(*pair) for pair in itertools.pairwise(column)) or line.base < column[-1].base - level:
            break
        if abs(cell[0].base - line.base) < level or abs((column[0].base + column[-1].base) / 2 - middle) < level:
            found = start  # the farthest counts: a line in the middle of a cell begins no row
    return found


def _stack(lines: list[Line]) -> Iterator[Line]:
    """The first line and those that stand under it."""
    for before, line in itertools.pairwise([lines[0], *lines]):
        if line is not lines[0] and not (_follows(before, line) and line.left < before.right and line.right > before.left):
            return
        yield line
        if line.cells:
            return


def _follows(before: Line, after: Line) -> bool:
    """Whether a line stands so close under another, in like print, that one cell may hold both."""
    height = max(before.height, after.height)
    return 0 < before.base - after.base <= _PITCH * height and abs(before.height - after.height) <= 0.08 * height


def _printed(row: _Row, neighbours: list[_Row]) -> list[Line]:
    """The row as one line. Where no row near it has a cell in the same column it is no table, and its lines stay as they were."""
    if all(len(cell) == 1 for cell in row.cells) and len(row.printed) == 1:
        return row.printed
    columns = [(_left(cell), _right(cell)) for one in neighbours for cell in one.cells[1:]]
    if not any(left < _right(cell) and right > _left(cell) for cell in row.cells[1:] for left, right in columns):
        return row.printed
    first, *others = (_whole(cell) for cell in row.cells)
    first.cells = others
    return [first]


def _whole(cell: list[Line]) -> Line:
    """The lines of a cell as one."""
    whole = replace(cell[0], parts=list(cell[0].parts), right=_right(cell))
    for line in cell[1:]:
        text, raised = whole.parts[-1]
        whole.parts[-1:] = [(text, raised), (" ", False)] if raised else [(joined(text, line.text), False)]
        whole.parts += line.parts
    return whole


def _left(cell: list[Line]) -> float:
    return min(line.left for line in cell)


def _right(cell: list[Line]) -> float:
    return max(line.right for line in cell)
