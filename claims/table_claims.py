"""The claims of a pasted table, one per number cell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims import meaning, scope, subjects
from claims.belonging import population_of
from claims.columns import lines_of
from claims.drafting import Draft
from claims.grammar import Grammar
from claims.table_cells import Cell, read_cells
from claims.tables import Row
from labour import periods
from labour.model import Claim, Letter

_BELOW = re.compile(
    r"[\s|:+=_-]*(?:bron|noot|toelichting|\*|¹|1\)|\(?(?:cijfers|bedragen|aantallen|in duizend|x 1[. ]000))[^\n]*", re.IGNORECASE
)
_BEFORE, _BEHIND = 1500, 300  # characters around a table in which a text says what its figures count


def table_drafts(text: str, lower: str, block: Sequence[Row], letter: Letter, grammar: Grammar) -> list[Draft]:
    """A draft per number cell; the last line above the table is its title, with the one above that where it says only a scale."""
    start, end = block[0].start, block[-1].end
    title = _title(text, start)
    found = _BELOW.match(lower, end)
    below = found[0] if found else ""
    cells = read_cells(text, lines_of(text, block, letter.text), grammar, title, below, lambda: _topic(lower, start, end, grammar))
    around = f"{title.lower()} {below}"
    source = meaning.sources_named(around, 0, len(around), grammar)
    return [_draft(cell, letter, around, source, foreseen=_foreseen(cell, grammar)) for cell in cells]


def _foreseen(cell: Cell, grammar: Grammar) -> bool:
    """Whether the headings of a figure call it a forecast: what is forecast is not checked, whichever year it is of."""
    return grammar.forecast.search(cell.words.lower()) is not None


def _title(text: str, start: int) -> str:
    above = text[max(0, start - 600) : start].rstrip().split("\n")
    lines = [line.strip() for line in above if line.strip()][-2:]
    if not lines:
        return ""
    title = lines[-1][-300:]
    if title.endswith("."):
        return title[title[:-1].rfind(". ") + 1 :].strip()
    return f"{lines[0][-200:]} {title}" if len(lines) > 1 and title[0] in "([" and not lines[0].endswith(".") else title


def _topic(lower: str, start: int, end: int, grammar: Grammar) -> str | None:
    """The indicator that the text speaks of both before and behind a table that names none."""
    before = subjects.indicators_named(lower, max(0, start - _BEFORE), start, grammar)
    behind = subjects.indicators_named(lower, end, min(len(lower), end + _BEHIND), grammar)
    return before[-1].indicator.id if before and behind and before[-1].indicator.id == behind[0].indicator.id else None


def _draft(cell: Cell, letter: Letter, around: str, source: str | None, *, foreseen: bool) -> Draft:
    q = cell.quantity
    period = periods.parse(cell.period or "")
    future = period is not None and letter.day is not None and period.first_day() > letter.day
    kind = "ratio" if q.unit in ("per_100", "per_1000") else "share" if q.unit == "percent" else "level"
    kind = "forecast" if future or foreseen else "change" if cell.change else kind
    group = population_of(cell.groups[0]) if cell.groups else cell.other
    claim = Claim(
        letter=letter.name, start=0, end=0, quote="", value=q.value, value_text=q.value_text, unit=q.unit or "count", kind=kind,
        indicator=cell.indicator.id if cell.indicator else None, sector=cell.sector.name if cell.sector else None,
        population=", ".join(m.words for m in cell.groups) if len(cell.groups) > 1 else group,
        period=cell.period, base_period=cell.base, rules=tuple(q.rules), step=q.step,
        adjusted=scope.adjusted(f"{around} {cell.words.lower()}"), stated_source=source,
    )  # fmt: skip
    return Draft(claim, q.start, q.end, cell.row)
