"""Rises and falls in a row, counted in the figures of a quarter: one too many or too few is another number."""

from __future__ import annotations

from datetime import date

import pytest
from made_claims import checked, claim

from labour.indicators import Field
from labour.model import Condition
from labour.observations import ObservationIndex

#: by the figures of 2020KW03 to 2022KW02: tension 41 45 56 78 93 106 134 142, vacancies 216 210 249 324 370 392 453 464 (thousands),
#: unemployed 528 490 445 416 399 370 338 327 (thousands)
IN_A_ROW = [
    ("labour_market_tension", "rising", 7),
    ("open_vacancies", "rising", 6),
    ("unemployed_persons", "falling", 7),
    ("labour_market_tension", "falling", 0),
    ("unemployed_persons", "rising", 0),
]


@pytest.mark.parametrize(("indicator", "side", "length"), IN_A_ROW)
@pytest.mark.parametrize("said", [5, 6, 7, 8])
def test_a_streak_is_as_long_as_the_figures_make_it(
    indicator: str, side: str, length: int, said: int, index: ObservationIndex, field: Field
) -> None:
    made = claim(str(said), indicator, "2022KW02", "quarters", kind="streak", condition=Condition(side))
    check = checked(made, index, field, date(2026, 9, 1))
    assert (check.verdict, check.published) == ("supported" if said == length else "deviates", length)
    assert check.difference == said - length


#: tension was 106 in 2024KW03 and 114 a year earlier, whatever the letter calls the eight
UNITS = [
    ("-8", "per_100", {"kind": "change", "base_period": "2023KW03"}, "supported", None, -8),
    ("-8", "vacancies", {"kind": "change", "base_period": "2023KW03"}, "supported", None, -8),
    ("-8", "count", {"kind": "change", "base_period": "2023KW03"}, "supported", None, -8),
    ("-7%", "percent", {"kind": "change", "base_period": "2023KW03"}, "supported", None, -7),
    ("-8", "persons", {"kind": "change", "base_period": "2023KW03"}, "unverifiable", "ambiguous", None),
    ("106", "fte", {"kind": "ratio"}, "unverifiable", "ambiguous", None),
    ("106", "hours_per_week", {"kind": "ratio"}, "unverifiable", "ambiguous", None),
]


@pytest.mark.parametrize(("text", "unit", "more", "verdict", "reason", "published"), UNITS)
def test_a_change_of_tension_by_the_unit_it_is_told_in(
    text: str,
    unit: str,
    more: dict[str, str],
    verdict: str,
    reason: str | None,
    published: int | None,
    index: ObservationIndex,
    field: Field,
) -> None:
    check = checked(claim(text, "labour_market_tension", "2024KW03", unit, **more), index, field)
    assert (check.verdict, check.reason, check.published) == (verdict, reason, published)
    assert ("other_definition" in check.caveats) is (published is None)
