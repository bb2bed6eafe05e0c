"""Pasted tables: every cell gets the unit, scale, indicator and period of its headings.

A table is two or more lines in a row whose cells are parted by tabs, bars or wide gaps. Periods may head the columns or the rows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from claims import subjects
from claims.grammar import Grammar
from claims.numerals import Numeral, numerals
from claims.quantities import Quantity
from claims.timing import find_times
from labour import periods
from labour.indicators import Indicator

_CELL_GAP = re.compile(r" ?[|\v] ?")
_LINE = re.compile(r"[^\n]+")
_SCALE = re.compile(r"(?:x|×|\*|in) ?(?:1[. ]?000(?![. ]?\d)|duizend(?:en|tallen)?|dzd)|(?:\(|, )(?:dzd\.?|duizend)\)?", re.IGNORECASE)
_MILLION = re.compile(r"(?:x|×|in) ?(?:1[. ]?000[. ]000|miljoen(?:en)?|mln)|\((?:mln\.?|miljoen)\)", re.IGNORECASE)
_PERCENT = re.compile(r"\(?%\)?|\bprocent\b|\bin %|\bpercentage\b", re.IGNORECASE)
_PER_100 = re.compile(r"per (?:100|honderd)", re.IGNORECASE)
_PER_1000 = re.compile(r"per (?:1[. ]?000|duizend)", re.IGNORECASE)
_FTE = re.compile(r"\bfte\b", re.IGNORECASE)
_EURO = re.compile(r"€|\beuro\b", re.IGNORECASE)
_QUARTER_OF_ALL = re.compile(r"\b(eerste|tweede|derde|vierde) kwartaal\b(?! (?:van |in )?(?:19|20)\d\d)", re.IGNORECASE)
_RULER = re.compile(r"[|:+\v =-]+")
_BARE = re.compile(r"[+−–-]?\s?\d[\d.,  ]*\*?%?")


@dataclass(slots=True)
class Cell:
    """A number of a table with what its headings say."""

    quantity: Quantity
    period: str | None
    indicator: Indicator | None
    row: tuple[int, int]
    row_name: str = ""  # the row's heading where that is neither a period nor an indicator


@dataclass(frozen=True, slots=True)
class _Heading:
    text: str
    start: int
    period: str | None
    unit: str | None
    factor: int
    indicator: Indicator | None


def table_blocks(text: str) -> list[list[tuple[int, int, list[tuple[int, int]]]]]:
    """Runs of table lines: (line start, line end, cell spans) each; a run has two lines or more and a number in one of them."""
    blocks: list[list[tuple[int, int, list[tuple[int, int]]]]] = []
    if "\v" not in text and "|" not in text:
        return blocks
    run: list[tuple[int, int, list[tuple[int, int]]]] = []
    position = -2
    for line in _LINE.finditer(text):
        if run and _RULER.fullmatch(line[0]):
            position = line.end()
            continue
        cells = _cells(text, line.start(), line.end())
        if len(cells) < 2:
            _close(run, text, blocks)
            run = []
        else:
            if run and line.start() - position > 2:
                _close(run, text, blocks)
                run = []
            run.append((line.start(), line.end(), cells))
        position = line.end()
    _close(run, text, blocks)
    return blocks


def _close(
    run: list[tuple[int, int, list[tuple[int, int]]]], text: str, blocks: list[list[tuple[int, int, list[tuple[int, int]]]]]
) -> None:
    if len(run) >= 2 and any(_BARE.fullmatch(text[a:b].strip()) for _, _, cells in run for a, b in cells):
        blocks.append(run)


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
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


def read_table(text: str, lower: str, block: list[tuple[int, int, list[tuple[int, int]]]], grammar: Grammar, title: str) -> list[Cell]:
    """The number cells of one table. The first row is of headings, and those below it that can be nothing else; the first column
    holds row headings. ``title`` is the line above."""
    head_line, rows = block[0], block[1:]
    caption = _heading(title, title.lower(), 0, len(title), grammar)
    heads = [_heading(text, lower, a, b, grammar) for a, b in head_line[2]]
    while rows and _is_heading([_heading(text, lower, a, b, grammar) for a, b in rows[0][2]], heads):
        heads = _under(heads, [_heading(text, lower, a, b, grammar) for a, b in rows[0][2]])
        rows = rows[1:]
    if all(_BARE.fullmatch(text[a:b].strip()) for a, b in head_line[2][1:] if text[a:b].strip()) and not any(h.period for h in heads):
        heads, rows = [], block
    cells: list[Cell] = []
    for start, end, spans in rows:
        row = _heading(text, lower, *spans[0], grammar)
        offset = len(heads) - len(spans) if heads else 0
        for index, (a, b) in enumerate(spans[1:], 1):
            number = _only_number(text, a, b)
            if number is None:
                continue
            column = heads[index + offset] if heads and 0 <= index + offset < len(heads) else None
            printed = text[number.end : b].strip()[:1]
            cell = _cell(number, printed, row, column, caption, (start, end), grammar.lexicon.field.indicators.get("unemployment_rate"))
            if cell.indicator or cell.quantity.unit != "count":  # a table of reference numbers or dates asserts nothing
                cells.append(cell)
    return cells


def _is_heading(row: list[_Heading], above: list[_Heading]) -> bool:
    """Whether a row goes on with the headings: it has no name and no figures but years, or the only years that the table has."""
    said = [one for one in row[1:] if one.text.strip()]
    words_or_times = all(one.period or not _BARE.fullmatch(one.text.strip()) for one in said)
    times = all(one.period for one in said) and not any(one.period for one in above)
    return bool(said) and words_or_times and (times or not row[0].text.strip())


def _under(above: list[_Heading], row: list[_Heading]) -> list[_Heading]:
    """Headings in two rows as one; what stands above an empty cell's left neighbour holds for it too."""
    if len(above) != len(row):
        return row
    wide = [above[0]]
    for one in above[1:]:
        wide.append(one if one.text.strip() or not wide[1:] else wide[-1])
    return [
        replace(low, period=low.period or high.period, unit=low.unit or high.unit, factor=max(low.factor, high.factor),
                indicator=low.indicator or high.indicator)
        for high, low in zip(wide, row, strict=True)
    ]  # fmt: skip


def _only_number(text: str, start: int, end: int) -> Numeral | None:
    if not _BARE.fullmatch(text[start:end].strip()):
        return None
    found = list(numerals(text[start:end]))
    if len(found) != 1:
        return None
    n = found[0]
    return Numeral(n.start + start, n.end + start, n.text, n.value, n.step, n.word, n.scaled, n.places)


def scale_of(part: str) -> int:
    """The factor a heading prints: 1000 for "(x 1.000)", a million for "(mln)", else 1."""
    return 10**6 if _MILLION.search(part) else 1000 if _SCALE.search(part) else 1


def _heading(text: str, lower: str, start: int, end: int, grammar: Grammar) -> _Heading:
    part = text[start:end]
    times = [t for t in find_times(text, start, end, None, None) if t.key]
    named = subjects.indicators_named(lower, start, end, grammar)
    unit = "fte" if _FTE.search(part) else "EUR" if _EURO.search(part) else None
    unit = "per_100" if _PER_100.search(part) else "per_1000" if _PER_1000.search(part) else "percent" if _PERCENT.search(part) else unit
    factor = scale_of(part) if unit in (None, "fte", "EUR") else 1
    fitting = [n for n in named if unit is None or unit in (n.indicator.unit, *n.indicator.units)]
    best = max(fitting, key=lambda n: (n.indicator.id not in subjects.WHOLES, n.end - n.start), default=None)
    return _Heading(part, start, times[-1].key if times else None, unit, factor, best.indicator if best else None)


def _cell(
    number: Numeral, printed: str, row: _Heading, column: _Heading | None, caption: _Heading, line: tuple[int, int], rate: Indicator | None
) -> Cell:
    headings = [h for h in (row, column, caption) if h is not None]
    indicator = next((h.indicator for h in headings if h.indicator), None)
    unit = next((h.unit for h in headings if h.unit and (h is not caption or h.unit in ("fte", "EUR"))), None)
    unit = "percent" if printed == "%" else unit
    if unit == "percent" and indicator is not None and indicator.id == "unemployed_persons":
        indicator = rate  # the percentage column of a table of unemployed
    unit = unit or (indicator.unit if indicator else None)
    factor = next((h.factor for h in headings if h.factor > 1), 1) if unit not in ("percent", "per_100", "per_1000") else 1
    value, step = number.value * factor, (number.step if factor == 1 else Decimal(1).scaleb(-number.places)) * factor
    q = Quantity(
        number.start, number.end, number.start, number.end, value, number.text, step, unit or "count",
        scaled=factor > 1, places=number.places,
        rules=["table.cell"], uses=[(number.start, number.end)],
    )  # fmt: skip
    period = next((h.period for h in headings if h.period), None)
    year, quarter = periods.parse(period or ""), _QUARTER_OF_ALL.search(caption.text)
    if year is not None and year.kind == "JJ" and quarter:  # "ultimo derde kwartaal" above columns headed by years
        period = periods.quarter(year.year, ("eerste", "tweede", "derde", "vierde").index(quarter[1].lower()) + 1)
    names = row.text if row.period is None and row.indicator is None else ""
    return Cell(q, period, indicator, line, names.strip())
