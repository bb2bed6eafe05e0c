"""Which units say the same thing, and by what factor: percent and fraction, per hundred and per thousand, one count and another."""

from __future__ import annotations

from decimal import Decimal

from labour.indicators import Indicator
from labour.model import Claim

COUNTED = frozenset("persons vacancies jobs fte households count".split())
# factor from the unit of the line to the unit of the claim, for figures that are the same thing in another notation
SAME_FIGURE = {
    ("percent", "fraction"): Decimal("0.01"),
    ("per_100", "percent"): Decimal(1),
    ("per_100", "per_1000"): Decimal(10),
    ("per_100", "fraction"): Decimal("0.01"),
    ("per_100", "multiple"): Decimal("0.01"),
    ("per_100", "vacancies"): Decimal("0.01"),  # "1,1 vacature per werkloze"
    ("per_1000", "per_100"): Decimal("0.1"),
    ("per_1000", "percent"): Decimal("0.1"),
}


def factor(claim: Claim, indicator: Indicator, unit: str) -> Decimal | None:
    """From a figure in the unit of a line to one in the unit of the claim; None when they cannot be the same figure."""
    if claim.unit == unit or {claim.unit, unit} == {"percent", "percentage_point"}:
        return Decimal(1)
    if unit in COUNTED and claim.unit in COUNTED and (claim.unit == "count" or claim.unit in indicator.units):
        return Decimal(1)
    return SAME_FIGURE.get((unit, claim.unit))
