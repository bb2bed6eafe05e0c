"""Where one figure, one word or one place more would give another verdict: limits that are met exactly, and figures that do not belong."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from made_claims import checked, checked_all, claim, letter, placed

from labour.indicators import Field
from labour.model import Condition
from labour.observations import ObservationIndex

D = Decimal

#: tension was 106 in 2021KW04, above that from 134 in 2022KW01 to 108 in 2024KW02, and 106 again in 2024KW03
AT_THE_LIMIT = [
    ("2024KW02", "above", "10", "supported", 10),
    ("2024KW02", "above", "11", "deviates", 10),
    ("2024KW03", "above", "2", "deviates", 0),
]


@pytest.mark.parametrize(("period", "side", "said", "verdict", "published"), AT_THE_LIMIT)
def test_a_figure_that_equals_the_limit_is_not_beyond_it(
    period: str, side: str, said: str, verdict: str, published: int, index: ObservationIndex, field: Field
) -> None:
    made = claim(said, "labour_market_tension", period, "quarters", kind="streak", condition=Condition(side, D(106)))
    check = checked(made, index, field)
    assert (check.verdict, check.published) == (verdict, published)


#: by quarter, unemployed were fewer than 330 thousand in 2022KW02 alone (327), after 338 and before 372
FIRST_TIMES = [
    ("labour_market_tension", "2022KW01", Condition("first", D(106)), "supported"),  # 106 the quarter before is not above it
    ("labour_market_tension", "2021KW04", Condition("first", D(106)), "deviates"),
    ("unemployed_persons", "2022KW02", Condition("below", D(330000)), "supported"),
    ("unemployed_persons", "2022KW02", Condition("below", D(327000)), "deviates"),
    ("unemployed_persons", "2022KW03", Condition("below", D(330000)), "deviates"),
    ("unemployed_persons", "2022KW02", Condition("below", D(340000)), "deviates"),  # 338 the quarter before
]


@pytest.mark.parametrize(("indicator", "period", "condition", "verdict"), FIRST_TIMES)
def test_for_the_first_time_beyond_a_limit(
    indicator: str, period: str, condition: Condition, verdict: str, index: ObservationIndex, field: Field
) -> None:
    check = checked(claim("voor het eerst", indicator, period, "rank", kind="record", condition=condition), index, field)
    assert check.verdict == verdict, check.explanation_nl


#: the change is that of the two levels before it, unless one of them is of something else, hedged, or told later
LEVELS = "Eind juni waren er 14,7 duizend vacatures. Eind september waren dat er 12,5 duizend, een stijging van 2,2 duizend."
NOT_OF_THE_TWO = [
    ({}, "inconsistent"),
    ({"approx": "about"}, "unverifiable"),
    ({"indicator": "unemployed_persons", "unit": "persons"}, "unverifiable"),
    ({"unit": "persons"}, "unverifiable"),
    ({"sector": "Q"}, "unverifiable"),
    ({"population": "bij grote scholen"}, "unverifiable"),
    ({"period": "2023KW03"}, "unverifiable"),
    ({"kind": "forecast"}, "unverifiable"),
]


@pytest.mark.parametrize(("other", "verdict"), NOT_OF_THE_TWO)
def test_a_rise_behind_two_levels_of_which_one_is_another(
    other: dict[str, str], verdict: str, index: ObservationIndex, field: Field
) -> None:
    about = {"sector": "P", "population": "bij kleine scholen"}
    first = replace(claim("14,7 duizend", "open_vacancies", "2023KW02", "vacancies", **about), **other)
    second = claim("12,5 duizend", "open_vacancies", "2023KW03", "vacancies", **about)
    change = claim("2,2 duizend", "open_vacancies", "2023KW03", "vacancies", kind="change", **about)
    checks = checked_all(placed(LEVELS, first, second, change), index, field, [letter(LEVELS)])
    assert checks[2].verdict == verdict, checks[2].explanation_nl


def test_levels_that_are_told_after_the_change_are_not_what_it_is_of(index: ObservationIndex, field: Field) -> None:
    text = "Er was een stijging van 2,2 duizend. Eind juni waren er 14,7 duizend vacatures. Eind september waren dat er 12,5 duizend."
    about = {"sector": "P", "population": "bij kleine scholen"}
    change = claim("2,2 duizend", "open_vacancies", "2023KW03", "vacancies", kind="change", **about)
    first = claim("14,7 duizend", "open_vacancies", "2023KW02", "vacancies", **about)
    second = claim("12,5 duizend", "open_vacancies", "2023KW03", "vacancies", **about)
    assert checked_all(placed(text, change, first, second), index, field, [letter(text)])[0].verdict == "unverifiable"


#: 397 less 445 is 48; both ends are rounded to a thousand, so that 47 to 49 may be said of them
ROUNDED = [
    ("47 duizend", "consistent"),
    ("49 duizend", "consistent"),
    ("46 duizend", "inconsistent"),
    ("51 duizend", "inconsistent"),
    ("50 duizend", "unverifiable"),  # a round number
]


@pytest.mark.parametrize(("quote", "verdict"), ROUNDED)
def test_a_change_may_differ_from_its_ends_by_their_rounding(quote: str, verdict: str, index: ObservationIndex, field: Field) -> None:
    text = f"Van 445 duizend naar 397 duizend vacatures bij deze bedrijven, een daling met {quote}."
    about = {"kind": "change", "base_period": "2022KW03", "population": "bij deze bedrijven"}
    ends = {"value": D(-48000), "base_value": D(445000), "end_value": D(397000), "step": D(1000)}
    pair = claim("Van 445 duizend naar 397 duizend", "open_vacancies", "2024KW03", "vacancies", **about, **ends)
    size = D(quote.split()[0]) * 1000
    own = claim(quote, "open_vacancies", "2024KW03", "vacancies", **about, value=-size, step=D(1000))
    assert checked_all(placed(text, pair, own), index, field, [letter(text)])[1].verdict == verdict


def test_the_pair_beyond_a_first_one_is_looked_at_too(index: ObservationIndex, field: Field) -> None:
    """A change that no pair belongs to does not end the search: the next one has its own pair."""
    text = "De werkloosheid daalde met 3 duizend. Van 445 duizend naar 397 duizend vacatures bij deze bedrijven, een daling met 84 duizend."
    alone = claim("3 duizend", "unemployed_persons", "2024KW03", kind="change", value=D(-3000), step=D(1000))
    about = {"kind": "change", "base_period": "2022KW03", "population": "bij deze bedrijven"}
    ends = {"value": D(-48000), "base_value": D(445000), "end_value": D(397000), "step": D(1000)}
    pair = claim("Van 445 duizend naar 397 duizend", "open_vacancies", "2024KW03", "vacancies", **about, **ends)
    own = claim("84 duizend", "open_vacancies", "2024KW03", "vacancies", **about, value=D(-84000), step=D(1000))
    checks = checked_all(placed(text, alone, pair, own), index, field, [letter(text)])
    assert [check.verdict for check in checks[1:]] == ["unverifiable", "inconsistent"]


#: tension fell 8 in the year to 2024KW03 (114 to 106) and 2 in its last quarter (108): the other base of a change that does not fit
OTHER_BASES = [("-2", "2023KW03", "2024KW02"), ("-8", "2024KW02", "2023KW03")]


@pytest.mark.parametrize(("text", "base", "fits"), OTHER_BASES)
def test_a_change_that_fits_by_another_base_names_it(text: str, base: str, fits: str, index: ObservationIndex, field: Field) -> None:
    check = checked(claim(text, "labour_market_tension", "2024KW03", "per_100", kind="change", base_period=base), index, field)
    assert check.near_miss is not None and check.near_miss.kind == "period"
    assert fits in check.near_miss.value_of


def test_a_group_whose_figures_are_not_held_says_that_they_are_not(index: ObservationIndex, field: Field) -> None:
    """Whatever form the claim has: a level, a streak, a record."""
    told = {"period": "1996KW01", "indicator": "labour_market_tension"}
    level = claim("106", unit="per_100", kind="ratio", **told)
    streak = claim("3", unit="quarters", kind="streak", condition=Condition("rising"), **told)
    record = claim("het hoogst", unit="rank", kind="record", condition=Condition("highest"), **told)
    assert {checked(one, index, field).reason for one in (level, streak, record)} == {"not_in_snapshot"}
