"""The claims of a pasted table, one per number cell."""

from __future__ import annotations

import re

from claims import meaning, scope
from claims.drafting import Draft, population_of
from claims.grammar import Grammar
from claims.tables import Cell, read_table
from labour import periods
from labour.model import Claim, Letter


def table_drafts(
    text: str, lower: str, block: list[tuple[int, int, list[tuple[int, int]]]], letter: Letter, grammar: Grammar
) -> list[Draft]:
    """A draft per number cell; the last line above the table is its title."""
    above = text[: block[0][0]].rstrip()
    title = above[above.rfind("\n") + 1 :][-300:].lower()
    source = meaning.sources_named(title, 0, len(title), grammar)
    return [_draft(lower, cell, letter, grammar, title, source) for cell in read_table(text, lower, block, grammar, title)]


def _draft(lower: str, cell: Cell, letter: Letter, grammar: Grammar, title: str, source: str | None) -> Draft:
    q, (start, end) = cell.quantity, cell.row
    sectors = scope.mentions(lower, start, end, grammar.sectors)
    groups = scope.mentions(lower, start, end, grammar.groups)
    period = periods.parse(cell.period or "")
    future = period is not None and letter.day is not None and period.first_day() > letter.day
    kind = "forecast" if future else "ratio" if q.unit in ("per_100", "per_1000") else "share" if q.unit == "percent" else "level"
    population = population_of(groups[0]) if groups else None if sectors else _other_row(cell.row_name)
    claim = Claim(
        letter=letter.name, start=0, end=0, quote="", value=q.value, value_text=q.value_text, unit=q.unit or "count", kind=kind,
        indicator=cell.indicator.id if cell.indicator else None, sector=sectors[0].name if sectors else None,
        population=population, period=cell.period, rules=tuple(q.rules), step=q.step,
        adjusted=scope.adjusted(f"{title} {lower[start:end]}"), stated_source=source,
    )  # fmt: skip
    return Draft(claim, q.start, q.end, cell.row)


_WHOLE_ROW = re.compile(r"(?i)\b(?:totaal|totale|alle|nederland|economie|aantal|gemiddeld)")


def _other_row(name: str) -> str | None:
    """A row of something that no list knows ("w.v. basisonderwijs") is about that, never about the whole."""
    return name if re.search(r"[a-zà-ÿ]{3}", name) and not _WHOLE_ROW.search(name) else None
