"""Figures that follow from cells: differences, growth, shares, means, inverse ratios, tension from its two tables.

Each function returns an ``Estimate``: the figure, the interval it can lie in given the rounding of the cells, and the cells it
used. Nothing else in the program computes a figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checks.interval import divided, minus, overlaps, scaled
from checks.lookup import Reading
from labour.model import Interval

HUNDRED = Decimal(100)
SIGNIFICANT = 6  # digits a derived figure is kept to; its interval says what it is good for


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure in units of one with what it rests on."""

    point: Decimal
    spread: Interval
    cells: tuple[Reading, ...]
    recomputed: bool = False  # by the product, where CBS publishes its own figure: may support, not contradict

    @property
    def confident(self) -> bool:
        """Whether it may contradict a claim: every cell read from a source of high confidence."""
        return not self.recomputed and all(cell.state.confidence == "high" for cell in self.cells)

    @property
    def methods(self) -> frozenset[str]:
        return frozenset(cell.state.method for cell in self.cells if cell.state.method)

    def same_as(self, other: Estimate) -> bool:
        """Whether the two can be the same figure, given their rounding."""
        return overlaps(self.spread, other.spread)


def level(cell: Reading) -> Estimate:
    """The cell itself."""
    return Estimate(cell.point, cell.spread, (cell,))


def difference(later: Reading, earlier: Reading) -> Estimate:
    """later - earlier, in units of one (percentage points for percentages)."""
    return Estimate(later.point - earlier.point, minus(later.spread, earlier.spread), (later, earlier))


def growth(later: Reading, earlier: Reading) -> Estimate | None:
    """Growth in percent of the earlier figure; None when that is not above zero."""
    ratio = multiple(later, earlier)
    if ratio is None:
        return None
    point = _kept(HUNDRED * (later.point - earlier.point) / earlier.point)
    return replace(ratio, point=point, spread=scaled(ratio.spread, HUNDRED, -HUNDRED))


def multiple(later: Reading, earlier: Reading) -> Estimate | None:
    """later / earlier; None when the earlier figure is not above zero."""
    spread = divided(later.spread, earlier.spread)
    return None if spread is None else Estimate(_kept(later.point / earlier.point), spread, (later, earlier))


def share(part: Reading, whole: Reading) -> Estimate | None:
    """part / whole in percent; None when the whole is not above zero."""
    spread = divided(part.spread, whole.spread, HUNDRED)
    return None if spread is None else Estimate(_kept(HUNDRED * part.point / whole.point), spread, (part, whole))


def tension(vacancies: Reading, unemployed: Reading) -> Estimate | None:
    """Open vacancies per 100 unemployed, as CBS says it makes them: both seasonally adjusted.

    CBS's own first publications differ from this by a point or two, so it may support a claim and not contradict one.
    """
    made = share(vacancies, unemployed)
    return None if made is None else replace(made, recomputed=True)


def inverse(cell: Reading) -> Estimate | None:
    """Unemployed per vacancy, of a cell that holds vacancies per 100 unemployed; None when that is not above zero."""
    if cell.spread.low is None or cell.spread.high is None or cell.spread.low <= 0:
        return None
    spread = Interval(HUNDRED / cell.spread.high, HUNDRED / cell.spread.low)
    return Estimate(_kept(HUNDRED / cell.point), spread, (cell,))


def mean(cells: Sequence[Reading]) -> Estimate | None:
    """The plain mean of the cells; None without cells."""
    if not cells:
        return None
    count = Decimal(len(cells))
    lows = [c.spread.low for c in cells if c.spread.low is not None]
    highs = [c.spread.high for c in cells if c.spread.high is not None]
    return Estimate(_kept(sum((c.point for c in cells), Decimal(0)) / count), Interval(sum(lows) / count, sum(highs) / count), tuple(cells))


def total(cells: Sequence[Reading]) -> Estimate | None:
    """The sum of parts; None for seasonally adjusted ones, which are adjusted apart and do not add up."""
    summed = mean(cells)
    if summed is None or any(cell.series.adjusted is not False for cell in cells):
        return None
    spread = scaled(summed.spread, Decimal(len(cells)))
    return Estimate(sum((c.point for c in cells), Decimal(0)), spread, tuple(cells), recomputed=True)


def _kept(value: Decimal) -> Decimal:
    """A quotient to a fixed number of significant digits, without an exponent."""
    if not value:
        return Decimal(0)
    kept = round(value, SIGNIFICANT - 1 - value.adjusted())
    return Decimal(f"{kept.normalize():f}")
