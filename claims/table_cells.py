"""The figures of a table with what their headings say: value, unit, indicator, period, sector. A doubt about the period leaves it out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

from claims.columns import Line, Place
from claims.grammar import Grammar
from claims.numerals import Numeral, numerals
from claims.quantities import Quantity
from claims.scope import Mention
from claims.table_headings import WHOLE, Heading, caption_heading, heading, scale_of
from claims.table_measures import Over, measure
from claims.table_rows import Shape, TableRow
from claims.table_times import When, settled, together
from claims.tables import FIGURE
from labour import periods
from labour.indicators import Indicator

_LAST_PAGE = 400
_WHOLE_NUMBERS = 10_000  # a count below it in a table that prints no scale may be of thousands


@dataclass(slots=True)
class Cell:
    """A number of a table with what its headings say."""

    quantity: Quantity
    period: str | None
    base: str | None
    change: bool
    indicator: Indicator | None
    row: tuple[int, int]
    sector: Mention | None
    groups: tuple[Mention, ...]
    other: str | None  # what the row or column is about where no list knows it
    words: str  # of all its headings


def read_cells(text: str, lines: Sequence[Line], grammar: Grammar, title: str, foot: str, topic: Callable[[], str | None]) -> list[Cell]:
    """The number cells of one table. ``title`` is what stands above it, ``foot`` the note below it; ``topic`` the indicator that the
    text around it speaks of, asked for where a table with a scale names none."""
    shape = Shape(text, lines)
    rows = list(shape.rows())
    caption = caption_heading(" ".join([title, *shape.caption, shape.corner]).strip(), grammar)
    narrow = caption_heading(" ".join([title, *shape.caption]).strip(), grammar)
    caption = replace(caption, sectors=narrow.sectors, groups=narrow.groups)
    says = cache(lambda words: heading(words, grammar))
    said = {column.text for row in rows for _, column in row.figures if column} | {row.text for row in rows}
    if caption.factor == 1 and not any(says(words).factor > 1 for words in said):
        caption = replace(caption, factor=scale_of(foot))
    if not caption.named and caption.factor > 1 and not any(says(words).named for words in said):
        spoken = grammar.lexicon.field.indicators.get(topic() or "")
        caption = replace(caption, named=(spoken,) if spoken else ())
    prose = title.rstrip().endswith(".")
    heads = " ".join([*([] if prose else [title]), *shape.caption, shape.corner])
    reader = _Reader(text, caption, prose, heads, grammar, says)
    return [] if reader.lists_pages(rows) else [cell for row in reader.dated(rows) for cell in reader.cells(*row)]


@dataclass(slots=True)
class _Reader:
    text: str
    caption: Heading
    prose: bool  # the line above is a sentence, not a title
    heads: str  # what stands over the table and in its corner, without such a sentence
    grammar: Grammar
    say: Callable[[str], Heading]
    plain: bool = False  # counts are printed in full

    def lists_pages(self, rows: Sequence[TableRow]) -> bool:
        """A table of contents: one column without a heading, of small numbers that only go up, and no unit anywhere."""
        pages = [number for row in rows for place, column in row.figures if column is None and (number := self._number(place))]
        going_up = all(a.value <= b.value < _LAST_PAGE and not b.places for a, b in pairwise(pages))
        contents = "inhoud" in self.caption.text.lower() or all(row.text[:1].isdigit() for row in rows)
        bare = not (self.caption.unit or self.caption.factor > 1) and (contents or not self.caption.when)
        return bare and going_up and len(pages) == len(rows) and not any(self.say(row.text).unit for row in rows)

    def dated(self, rows: Sequence[TableRow]) -> Iterator[tuple[TableRow, list[Heading], When | None]]:
        """The rows with what their words say; a quarter without a year is of the year of the row above, as long as they go up."""
        figures = [number for row in rows for place, _ in row.figures if (number := self._number(place))]
        self.plain = any(n.scaled or n.value >= _WHOLE_NUMBERS for n in figures)
        year, part = 0, ("", 0)
        for row in rows:
            said = [self.say(row.text), self.say(row.above)]
            when = together(one.when for one in said)
            if when and when.single and when.parts:
                carried = not when.years and when.parts[0] > part and year and not any(c and self.say(c.text).when for _, c in row.figures)
                when = replace(when, years=(year,)) if carried else when
                part = when.parts[0]
            year = when.years[0] if when and when.single and when.years else year
            yield row, said, when

    def cells(self, row: TableRow, said: list[Heading], when: When | None) -> Iterator[Cell]:
        """The figures of a row; one whose column or indicator is in doubt has no period."""
        heads = _of_the_left([self.say(column.text) if column else None for _, column in row.figures])
        levels = [self._level(head, heads, when) for head in heads]
        for (place, _), head, level in zip(row.figures, heads, levels, strict=True):
            number = self._number(place)
            if number is None:
                continue
            cell, certain = self._cell(number, place, said[0], head, said[1], row)
            if certain and (head is not None or len(heads) == 1):
                self._date(cell, said[0], head, level, [one for one in levels if one])
            if cell.indicator or cell.quantity.unit != "count" or cell.quantity.scaled:  # else a table of dates or numbers of documents
                yield cell

    def _level(self, head: Heading | None, heads: Sequence[Heading | None], when: When | None) -> str | None:
        """The period of a figure that is no change. Where other columns are dated, what stands above the table dates none."""
        if head is not None and head.change is not None:
            return None if when is None else settled(when, self.caption.when)
        said = together((head.when if head else None, when))
        if said is None and any(one is not None and one.when for one in heads):
            return None
        return settled(said, self.caption.when)

    def _date(self, cell: Cell, row: Heading, head: Heading | None, level: str | None, levels: Sequence[str]) -> None:
        """Gives a level its period, and a change the two that it lies between where the headings leave no choice."""
        if not cell.change:
            cell.period = level
        elif cell.indicator is not None and cell.indicator.id.endswith("_growth"):
            cell.period, cell.base = level, _earlier(level, "JJ")
        elif head is not None and head.change is not None and level is None:
            cell.base, cell.period = _between(head.when, sorted(set(levels)), head.earlier)
        else:
            over = row.earlier if row.change is not None else head.earlier if head else None
            cell.base = _earlier(level, over)
            cell.period = level if cell.base else None

    def _number(self, place: Place) -> Numeral | None:
        found = FIGURE.fullmatch(self.text[place.start : place.end].strip())
        if found is None:
            return None
        offset = place.start + self.text[place.start : place.end].index(found[0]) + found.start("number")
        numbers = list(numerals(found["number"]))
        return replace(numbers[0], start=offset, end=offset + numbers[0].end) if len(numbers) == 1 and not numbers[0].start else None

    def _cell(
        self, number: Numeral, place: Place, row: Heading, head: Heading | None, above: Heading, where: TableRow
    ) -> tuple[Cell, bool]:
        """The figure with its unit, indicator and what it is about, and whether these are certain."""
        printed = FIGURE.fullmatch(self.text[place.start : place.end].strip())
        sign, unit = ((printed["sign"] or ""), (printed["unit"] or "").lower()) if printed else ("", "")
        over = Over(row, head, above, self.caption)
        rate = self.grammar.lexicon.field.indicators.get("unemployment_rate")
        m = measure(number, sign, unit, over, rate, plain=self.plain)
        down = sign in ("−", "–", "-") or (m.change and -1 in (row.change, head.change if head else None))
        step = number.step if m.factor == 1 else Decimal(1).scaleb(-number.places) * m.factor
        q = Quantity(
            number.start, number.end, number.start, number.end, number.value * m.factor * (-1 if down else 1), number.text, step, m.unit,
            scaled=m.factor > 1 or number.scaled, places=number.places, rules=["table.cell"], uses=[(number.start, number.end)],
        )  # fmt: skip
        sector, groups, other, clear = _about(over, prose=self.prose)
        words = " ".join([self.heads, *(h.text for h in over.near)])
        span = where.line.start, where.line.end
        return Cell(q, None, None, m.change, m.indicator, span, sector, groups, other, words), m.certain and clear


def _about(over: Over, *, prose: bool) -> tuple[Mention | None, tuple[Mention, ...], str | None, bool]:
    """Sector, groups and what else a figure is about; not certain where the lines above the table speak of several, or in a sentence."""
    own = over.near[:-1]
    other = next((h.other for h in over.near if h.other), None) if not over.row.sectors else next((h.other for h in own if h.other), None)
    sectors = next((h.sectors for h in (own if other else over.near) if h.sectors), ())
    groups = tuple({m.name: m for h in (over.above, *own) for m in h.groups}.values())
    narrowed = over.row.narrowed or (over.column.narrowed if over.column else None)
    told = {m.name: m for m in over.caption.groups}
    total = not prose and WHOLE.search(over.row.text) is not None
    if told and told.keys().isdisjoint(m.name for m in groups):
        if prose or len(told) > 1:
            return next(iter(sectors), None), groups, other, total
        groups = (*told.values(), *groups)  # "Vacatures Friesland" over rows of sectors
    other = other or over.caption.narrowed
    if sectors or groups or other:
        return next(iter(sectors), None), groups, other or narrowed, True
    names = {*told, *(m.name for m in over.caption.sectors)}
    if names and (prose or len(names) > 1):
        return None, (), narrowed, WHOLE.search(over.row.text) is not None
    return next(iter(over.caption.sectors), None), (), narrowed, True


def _of_the_left(heads: Sequence[Heading | None]) -> list[Heading | None]:
    """A column of changes that names no indicator has that of the levels to its left: "Werklozen | mutatie"."""
    told: list[Heading | None] = []
    level: Heading | None = None
    for head in heads:
        if head is not None and head.change is not None and not head.named and level is not None:
            told.append(replace(head, named=level.named, factor=max(head.factor, level.factor)))
        else:
            told.append(head)
            level = head
    return told


def _earlier(period: str | None, kind: str | None) -> str | None:
    """The period a year, quarter or month before another."""
    this = periods.parse(period or "")
    if this is None or kind is None or (kind != "JJ" and kind != this.kind):
        return None
    return (this.years_earlier(1) if kind == "JJ" else this.shift(-1)).key


def _between(said: When | None, levels: Sequence[str], earlier: str | None) -> tuple[str | None, str | None]:
    """(base, period) of a column of changes: those its heading names, else the two that the table has levels of."""
    if said is not None and (ends := said.ends()):
        return ends
    based = settled(replace(said, vague=False), None) if said is not None else None
    others = [level for level in levels if level != based]
    if said is not None:
        return (based, others[0]) if based and len(others) == 1 and others[0] > based else (None, None)
    if len(levels) != 2 or levels[0][4:6] != levels[1][4:6] or (earlier and _earlier(levels[1], earlier) != levels[0]):
        return None, None
    return levels[0], levels[1]
