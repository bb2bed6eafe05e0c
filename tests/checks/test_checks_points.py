"""Changes in the wrong unit, told by the two figures of the letter before them: percent for points, points for percent."""

from __future__ import annotations

from typing import Any

import pytest
from made_claims import checked_all, claim, letter, placed

from labour.indicators import Field
from labour.observations import ObservationIndex

RATE, UNEMPLOYED, WORKERS = "unemployment_rate", "unemployed_persons", "employed_persons"
NAMED, TAKEN = (), ("indicator.employed_persons.inherited",)


def told(
    levels: list[tuple[str, str, str]], change: str, indicator: str | None, unit: str, index: ObservationIndex, field: Field, **more: Any
) -> str:
    """The verdict on a change behind two figures (quote, indicator, period) of a letter, all of no period that is held."""
    text = ", ".join(f"{quote} ({period})" for quote, _, period in levels) + f", een toename van {change}."
    kind = "share" if "procent" in levels[0][0] else "level"
    made = [claim(quote, what, period, "percent" if kind == "share" else "persons", kind=kind) for quote, what, period in levels]
    made.append(claim(change, indicator, None, unit, kind="change", **more))
    return checked_all(placed(text, *made), index, field, [letter(text)])[-1].verdict


TWO_RATES = [("3,5 procent", RATE, "1991KW01"), ("3,6 procent", RATE, "1991KW02")]

PERCENT_FOR_POINTS = [
    (TWO_RATES, "0,1 procent", RATE, NAMED, "inconsistent"),
    (TWO_RATES, "0,1 procent", UNEMPLOYED, NAMED, "inconsistent"),  # "werkloosheid" names both
    (TWO_RATES, "0,1 procent", None, NAMED, "inconsistent"),
    (TWO_RATES, "0,2 procent", RATE, NAMED, "unverifiable"),  # the difference of nothing
    (TWO_RATES, "2,9 procent", RATE, NAMED, "unverifiable"),  # what it grew by
    (TWO_RATES, "0,1 procent", WORKERS, TAKEN, "unverifiable"),  # of something else, and too small to be no chance
    ([TWO_RATES[0], ("3,6 procent", "net_participation", "1991KW02")], "0,1 procent", RATE, NAMED, "unverifiable"),  # of two things
    ([TWO_RATES[0], ("3,6 procent", RATE, "1991KW01")], "0,1 procent", RATE, NAMED, "unverifiable"),  # of one time
    ([("66,2 procent", RATE, "1991KW01"), ("73,4 procent", RATE, "1991KW02")], "7,2 procent", WORKERS, TAKEN, "inconsistent"),
    ([("66,2 procent", RATE, "1991KW01"), ("73,4 procent", RATE, "1991KW02")], "7,2 procent", WORKERS, NAMED, "unverifiable"),
    (
        [("100,0 procent", RATE, "1991KW01"), ("107,2 procent", RATE, "1991KW02")],
        "7,2 procent",
        RATE,
        NAMED,
        "unverifiable",
    ),  # both at once
]


@pytest.mark.parametrize(("levels", "change", "indicator", "rules", "verdict"), PERCENT_FOR_POINTS)
def test_the_difference_of_two_percentages_is_in_points(
    levels: list[tuple[str, str, str]], change: str, indicator: str | None, rules: tuple[str, ...], verdict: str,
    index: ObservationIndex, field: Field,
) -> None:  # fmt: skip
    assert told(levels, change, indicator, "percent", index, field, rules=rules) == verdict


TWO_COUNTS = [("504 duizend", UNEMPLOYED, "1991KW01"), ("541 duizend", UNEMPLOYED, "1992KW01")]

POINTS_FOR_PERCENT = [
    (TWO_COUNTS, "7,3 procentpunt", "inconsistent"),
    (TWO_COUNTS, "7 procentpunt", "inconsistent"),
    (TWO_COUNTS, "6,8 procentpunt", "inconsistent"),  # of the later figure: a fall that is told the other way
    (TWO_COUNTS, "7,5 procentpunt", "unverifiable"),
    ([TWO_COUNTS[0], ("541 duizend", WORKERS, "1992KW01")], "7,3 procentpunt", "unverifiable"),
    ([("541 duizend", UNEMPLOYED, "1992KW01"), ("37 duizend", UNEMPLOYED, "1992KW01")], "7,3 procentpunt", "unverifiable"),  # two levels
]


@pytest.mark.parametrize(
    ("grew", "change", "verdict"), [("37", "7,3", "inconsistent"), ("37", "6,8", "unverifiable"), ("73", "7,3", "unverifiable")]
)
def test_the_growth_of_a_count_told_with_its_change(grew: str, change: str, verdict: str, index: ObservationIndex, field: Field) -> None:
    text = f"Er waren 541 duizend werklozen, {grew} duizend meer, dat wil zeggen {change} procentpunt."
    made = [
        claim("541 duizend", UNEMPLOYED, "1992KW01"),
        claim(f"{grew} duizend", UNEMPLOYED, "1992KW01", kind="change"),
        claim(f"{change} procentpunt", None, None, "percentage_point", kind="change"),
    ]
    assert checked_all(placed(text, *made), index, field, [letter(text)])[-1].verdict == verdict


@pytest.mark.parametrize(("levels", "change", "verdict"), POINTS_FOR_PERCENT)
def test_the_growth_of_a_count_is_in_percent(
    levels: list[tuple[str, str, str]], change: str, verdict: str, index: ObservationIndex, field: Field
) -> None:
    assert told(levels, change, None, "percentage_point", index, field) == verdict
