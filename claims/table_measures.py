"""The unit, scale and indicator of a table's figure, put together from its row, its column and what stands above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.numerals import Numeral
from claims.subjects import WHOLES
from claims.table_headings import Heading, fits
from labour.indicators import Indicator

_COUNTED = ("persons", "vacancies", "jobs", "households")
_SCALED = (*_COUNTED, "fte", "EUR", "count", None)
_PRINTED = (
    ("punt", "percentage_point"),
    ("pp", "percentage_point"),
    ("%", "percent"),
    ("procent", "percent"),
    ("‰", "per_1000"),
    ("fte", "fte"),
)


@dataclass(frozen=True, slots=True)
class Over:
    """The headings of one figure; ``above`` are rows it is a part of, ``caption`` what stands over the table and in its corner."""

    row: Heading
    column: Heading | None
    above: Heading
    caption: Heading

    @property
    def near(self) -> list[Heading]:
        return [self.row, *([self.column] if self.column else []), self.above]


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure counts. ``certain`` is False where headings contradict each other or leave the scale open."""

    unit: str
    factor: int
    indicator: Indicator | None
    change: bool
    certain: bool


def measure(number: Numeral, sign: str, printed: str, over: Over, rate: Indicator | None, *, plain: bool) -> Measure:
    """``sign`` and ``printed`` are what stands before and behind the figure, ``plain``: counts of this table are printed in full."""
    named, certain = _named(over)
    growth = bool(named) and all(i.id.endswith("_growth") for i in named)
    column = over.column is not None and over.column.change is not None
    change = growth or column or over.row.change is not None or sign == "+"
    said = next((unit for sign, unit in _PRINTED if sign in printed), None)
    factor = next((h.factor for h in (*over.near, over.caption) if h.factor > 1), 1)
    if change and not growth:
        indicator, unit, clear = _of_change(number, said, factor, named, over)
    else:
        unit = (
            said
            or next((h.unit for h in over.near if h.unit), None)
            or (over.caption.unit if over.caption.unit in ("fte", "EUR") else None)
        )
        indicator = _pick(named, unit, factor, number)
        if indicator is None and unit == "percent" and any(i.id == "unemployed_persons" for i in named):
            indicator = rate  # the percentage column of a table of unemployed
        unit = unit or (indicator.unit if indicator else over.caption.unit)
        clear = indicator is not None or not named
    factor = factor if unit in _SCALED and not number.scaled else 1
    open_scale = unit in _COUNTED and factor == 1 and not number.scaled and (not plain or number.places > 0)
    return Measure(unit or "count", factor, indicator, change, certain and clear and not open_scale)


def _of_change(
    number: Numeral, said: str | None, factor: int, named: Sequence[Indicator], over: Over
) -> tuple[Indicator | None, str | None, bool]:
    """Indicator and unit of a change, and whether they are clear: what is said of a rate in percent may be percentage points."""
    if over.row.change is not None:
        said, level = said or over.row.unit, over.above.unit
    elif over.column is not None and over.column.change is not None:
        said, level = said or over.column.unit, over.row.unit or over.above.unit
    else:
        said, level = said or next((h.unit for h in over.near if h.unit), None), None
    indicator = _pick(named, level, 1 if said == "percent" else factor, number) or (named[0] if len(named) == 1 else None)
    level = level or (indicator.unit if indicator else over.caption.unit)
    unit = said or ("percentage_point" if level == "percent" else level)
    return indicator, unit, not (said == "percent" and level == "percent") and (indicator is not None or not named)


def _named(over: Over) -> tuple[Sequence[Indicator], bool]:
    """The indicators that the headings name; not certain where row and column name different ones."""
    row, column = over.row.named, over.column.named if over.column else ()
    if row and column:
        both = [i for i in row if i.id in {c.id for c in column}]
        if both:
            return both, True
        if all(i.id in WHOLES for i in column):
            return row, True
        return (column, True) if all(i.id in WHOLES for i in row) else ((), False)
    return row or column or over.above.named or over.caption.named, True


def _pick(named: Sequence[Indicator], unit: str | None, factor: int, number: Numeral) -> Indicator | None:
    """The one of the indicators that unit and scale leave; the figure tells persons from percentages where they do not."""
    if unit is None and factor > 1:
        named = [i for i in named if i.unit in _SCALED] or named
    elif unit is None and len(named) > 1:
        unit = "percent" if number.places and number.value < 100 else "persons" if number.value >= 1000 else ""
    fitting = [i for i in named if unit is None or fits(i, unit)]
    return fitting[0] if fitting else None
