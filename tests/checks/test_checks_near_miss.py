"""What a wrong number really is: one named cause, or none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from made_claims import checked, claim, placed

from labour.indicators import Field
from labour.model import Condition
from labour.observations import ObservationIndex

D = Decimal
CHANGE = {"kind": "change", "base_period": "2023KW03"}
RATIO = {"kind": "ratio"}
ENDS = {"base_period": "2014KW03", "base_value": D("66.0"), "end_value": D("73.1")}
FROM_TO = {"kind": "change", "value": D("7.1"), "step": D("0.1"), **ENDS}

# print, indicator, period, unit, more, kind of near miss, what the number is the value of
CAUSES = [
    ("110", "labour_market_tension", "2024KW03", "per_100", {"kind": "ratio"}, "period", ("2024KW01",)),
    ("15", "labour_market_tension", "2024KW03", "per_100", {"kind": "ratio"}, "period", ("2014KW03",)),
    ("66,0%", "net_participation", "2014KW03", "percent", {"kind": "share"}, "period", ("2014KW01", "2014KW02")),
    ("388 duizend", "unemployed_persons", "2023KW04", "persons", {}, None, ()),
    (
        "106 duizend",
        "labour_market_tension",
        "2024KW03",
        "per_100",
        RATIO,
        "scale",
        ("2024KW03",),
    ),
    ("397", "open_vacancies", "2024KW03", "vacancies", {}, "scale", ("2024KW03",)),
    ("94 vacatures per 100 werklozen", "labour_market_tension", "2024KW03", "per_100", RATIO, "inverse_ratio", None),
    ("1,06", "labour_market_tension", "2024KW03", "persons", {"kind": "ratio"}, "inverse_ratio", ("2024KW03",)),
    ("106", "labour_market_tension", "2024KW03", "per_1000", RATIO, "unit", ("2024KW03",)),
    ("46", "vacancy_rate", "2024KW01", "per_100", RATIO, "unit", ("2024KW01",)),
    ("1,06 werklozen per 100 vacatures", "labour_market_tension", "2024KW03", "per_100", RATIO, "inverse_ratio", ("2024KW03",)),
    ("-8 duizend", "unemployed_persons", "2024KW03", "persons", CHANGE, "sign", ("2024KW03",)),
    ("-2,2%", "unemployed_persons", "2024KW03", "percent", CHANGE, "sign", ("2024KW03",)),
    ("1,0%", "net_participation", "2023JJ00", "percent", {"kind": "change", "base_period": "2022JJ00"}, "unit", ("2023JJ00",)),
    ("2,2%", "unemployed_persons", "2024KW03", "percentage_point", CHANGE, "unit", ("2024KW03",)),
    ("73,1", "net_participation", "2024KW03", "percentage_point", CHANGE, "unit", ("2024KW03",)),
    ("397 duizend", "unemployed_persons", "2024KW03", "persons", {}, "population", ("open_vacancies",)),
    ("9.792 duizend", "employed_persons", "2024KW03", "persons", {}, "adjustment", ("2024KW03",)),
    ("35,3 duizend", "open_vacancies", "2023KW02", "vacancies", {"sector": "Q"}, "population", ("C",)),
    ("87,3 duizend", "open_vacancies", "2023KW02", "vacancies", {"sector": "I", "adjusted": True}, "population", ("G",)),
    ("106", "labour_market_tension", "2021KW03", "per_100", {"kind": "ratio"}, "period", ("2021KW04",)),
    ("van 66,0% naar 73,1%", "net_participation", "2024KW03", "percentage_point", FROM_TO, "period", ("2014KW01", "2014KW02")),
    ("12%", "vacancy_rate", "2024KW01", "percent", {"kind": "ratio"}, None, ()),
]


@pytest.mark.parametrize(("text", "indicator", "period", "unit", "more", "kind", "value_of"), CAUSES)
def test_cause(
    text: str,
    indicator: str,
    period: str,
    unit: str,
    more: dict[str, Any],
    kind: str | None,
    value_of: tuple[str, ...] | None,
    index: ObservationIndex,
    field: Field,
) -> None:
    check = checked(claim(text, indicator, period, unit, **more), index, field)
    assert not check.verdict.startswith("supported"), check.explanation_nl
    found = check.near_miss
    assert (found.kind if found else None) == kind, check.explanation_nl
    if found is not None:
        assert value_of is None or found.value_of == value_of
        assert found.text_nl in check.explanation_nl and found.text_en in check.explanation_en


def test_an_inferred_period_never_deviates_and_shows_what_the_number_is(index: ObservationIndex, field: Field) -> None:
    made = claim("66,0%", "net_participation", "2014KW03", "percent", kind="share", period_inferred=True)
    check = checked(made, index, field)
    assert (check.verdict, check.reason) == ("unverifiable", "ambiguous") and "period_inferred" in check.caveats
    assert check.near_miss is not None and check.near_miss.value_of == ("2014KW01", "2014KW02")
    assert check.published == D("66.2")


def test_an_inferred_period_that_fits_is_supported(index: ObservationIndex, field: Field) -> None:
    check = checked(claim("73,1%", "net_participation", "2024KW03", "percent", kind="share", period_inferred=True), index, field)
    assert check.verdict == "supported" and "period_inferred" in check.caveats


def test_an_inferred_streak_is_left_open(index: ObservationIndex, field: Field) -> None:
    held = Condition("above", D(100))
    made = claim("14", "labour_market_tension", "2024KW03", "quarters", kind="streak", condition=held, period_inferred=True)
    assert checked(made, index, field).reason == "ambiguous"


def test_the_other_seasonal_treatment_is_no_deviation_unless_the_text_states_it(index: ObservationIndex, field: Field) -> None:
    open_to_both = checked(claim("9.792 duizend", "employed_persons", "2024KW03"), index, field)
    assert (open_to_both.verdict, open_to_both.reason) == ("unverifiable", "ambiguous")
    stated = checked(claim("9.792 duizend", "employed_persons", "2024KW03", adjusted=True), index, field)
    assert stated.verdict == "deviates"


INSIDE = [("Eind 2023 waren er 410 duizend vacatures.", "unverifiable"), ("In 2023 waren er 410 duizend vacatures.", "deviates")]


@pytest.mark.parametrize(("text", "verdict"), INSIDE)
def test_a_quarter_inside_the_year_is_left_open_where_the_text_may_mean_it(
    text: str, verdict: str, index: ObservationIndex, field: Field
) -> None:
    made = placed(text, claim("410 duizend", "open_vacancies", "2023JJ00", "vacancies"))[0]
    check = checked(made, index, field, date(2026, 5, 26), text)
    assert check.verdict == verdict
    assert check.near_miss is not None and check.near_miss.value_of == ("2023KW04",)


FAR = [
    ("2,9 miljoen", "employed_persons", "2023JJ00", "not_in_snapshot"),  # a part of the employed
    ("355.000", "employed_persons", "2023JJ00", "not_in_snapshot"),
    ("9,2 miljoen", "employed_persons", "2023JJ00", None),  # near enough to be a slip
    ("3,5 miljoen", "employed_persons", "2023JJ00", "not_in_snapshot"),
]


@pytest.mark.parametrize(("text", "indicator", "period", "reason"), FAR)
def test_a_level_far_off_is_taken_for_another_group(
    text: str, indicator: str, period: str, reason: str | None, index: ObservationIndex, field: Field
) -> None:
    check = checked(claim(text, indicator, period), index, field)
    assert check.reason == reason
    assert ("other_definition" in check.caveats) is (reason is not None)


def test_a_level_far_off_by_one_digit_is_a_slip(index: ObservationIndex, field: Field) -> None:
    assert checked(claim("974 duizend", "unemployed_persons", "2024KW03"), index, field).verdict == "deviates"
    assert checked(claim("734 duizend", "unemployed_persons", "2024KW03"), index, field).verdict == "deviates"


def test_a_level_in_percentage_points_contradicts_its_own_unit(index: ObservationIndex, field: Field) -> None:
    made = claim("73,1", "net_participation", "2024KW03", "percentage_point", kind="share")
    check = checked(made, index, field)
    assert check.verdict == "inconsistent" and "unit_suspect" in check.caveats
    assert check.near_miss is not None and check.near_miss.kind == "unit"
    wrong = claim("74,1", "net_participation", "2024KW03", "percentage_point", kind="share")
    assert checked(wrong, index, field).reason == "ambiguous"
