"""Figures that may be meant otherwise than they were read: of a place, another group, the other treatment. Left open, the clear ones not.

Every row sets a text beside one like it in which nothing is open. The figures that fit are those held; the others are slips of them.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from made_claims import KRAPTE, checked, checked_all, claim, letter, placed

from labour.indicators import Field
from labour.model import Check, Condition
from labour.observations import ObservationIndex

D = Decimal
SUMMER = date(2026, 8, 1)
SPRING = date(2024, 3, 1)
LOCAL = ("scope.local",)
NEXT_TO = {"kind": "change", "base_period": "2024KW03"}

# unemployed 2024-III: 374 thousand
NEAR_A_PLACE = [
    ("374 duizend", LOCAL, "supported"),
    ("347 duizend", LOCAL, "unverifiable"),
    ("347 duizend", ("scope.ours",), "unverifiable"),
    ("347 duizend", (), "deviates"),
]


@pytest.mark.parametrize(("quote", "rules", "verdict"), NEAR_A_PLACE)
def test_a_figure_that_may_be_of_a_place_contradicts_nothing(
    quote: str, rules: tuple[str, ...], verdict: str, index: ObservationIndex, field: Field
) -> None:
    check = checked(claim(quote, "unemployed_persons", "2024KW03", rules=rules), index, field)
    assert check.verdict == verdict, check.explanation_nl


@pytest.mark.parametrize(("rules", "verdict"), [(LOCAL, "unverifiable"), ((), "deviates")])
def test_nor_does_a_streak_near_a_place(rules: tuple[str, ...], verdict: str, index: ObservationIndex, field: Field) -> None:
    """Tension was above 106 in ten quarters to 2024-II, not eleven."""
    made = claim("11", "labour_market_tension", "2024KW02", "quarters", kind="streak", condition=Condition("above", D(106)), rules=rules)
    check = checked(made, index, field)
    assert check.verdict == verdict, check.explanation_nl


@pytest.mark.parametrize(("rules", "verdict"), [(LOCAL, "unverifiable"), ((), "inconsistent")])
def test_two_mentions_of_which_one_is_near_a_place_need_not_agree(
    rules: tuple[str, ...], verdict: str, index: ObservationIndex, field: Field
) -> None:
    text = "De indicator stond op 4,9. Later in de brief is het anders verteld. De indicator stond op 5,3."
    one = claim("4,9", "uwv_tension_indicator", "2022KW01", "count")
    other = claim("5,3", "uwv_tension_indicator", "2022KW01", "count", rules=rules)
    checks = checked_all(placed(text, one, other), index, field, [letter(text)])
    assert checks[1].verdict == verdict, checks[1].explanation_nl


# unemployed 2024-III: 374 thousand adjusted, 377 not adjusted
INHERITED = ("adjusted.inherited",)
TREATED = [
    ("377 duizend", True, INHERITED, "unverifiable"),
    ("374 duizend", False, INHERITED, "unverifiable"),
    ("377 duizend", True, (), "deviates"),
    ("347 duizend", True, INHERITED, "deviates"),
    ("377 duizend", False, INHERITED, "supported"),
]


@pytest.mark.parametrize(("quote", "adjusted", "rules", "verdict"), TREATED)
def test_a_treatment_said_of_a_figure_before(
    quote: str, adjusted: bool, rules: tuple[str, ...], verdict: str, index: ObservationIndex, field: Field
) -> None:
    check = checked(claim(quote, "unemployed_persons", "2024KW03", adjusted=adjusted, rules=rules), index, field, SUMMER)
    assert check.verdict == verdict, check.explanation_nl


def told(text: str, quote: str, index: ObservationIndex, field: Field, day: date, *about: str, **more: Any) -> Check:
    indicator, period, *unit = about
    return checked_all(placed(text, claim(quote, indicator, period, *unit, **more)), index, field, [letter(text, day)])[0]


# 2025-III, adjusted: 8,314 thousand employees, 5,625 permanent, 2,689 flexible
OF_ANOTHER = [
    ("employees", "Werknemers, vast: 5.625 duizend.", "5.625 duizend", "unverifiable"),
    ("employees", "Vast, dat zijn van de werknemers 5.625 duizend.", "5.625 duizend", "unverifiable"),
    ("employees", "Werknemers: 8.341 duizend.", "8.341 duizend", "deviates"),
    ("employees", "Er waren 5.625 duizend werknemers.", "5.625 duizend", "deviates"),  # no part of them is named
    ("employees", "Er waren 9.840 duizend werknemers, meer werkenden dan ooit.", "9.840 duizend werknemers", "deviates"),
    ("permanent_employees", "2.689 duizend werknemers hadden een vaste baan.", "2.689 duizend", "deviates"),
    ("permanent_employees", "Er waren er 2.689 duizend; 5,6 miljoen hadden een vast contract.", "2.689 duizend", "unverifiable"),
]


@pytest.mark.parametrize(("indicator", "text", "quote", "verdict"), OF_ANOTHER)
def test_the_number_of_another_indicator_that_the_sentence_may_mean(
    indicator: str, text: str, quote: str, verdict: str, index: ObservationIndex, field: Field
) -> None:
    check = told(text, quote, index, field, SUMMER, indicator, "2025KW03")
    assert check.verdict == verdict, check.explanation_nl


def test_a_number_whose_own_hours_stand_right_behind_it(index: ObservationIndex, field: Field) -> None:
    """2024-I: 1,573 thousand worked fewer than 20 hours a week, 3,140 thousand 20 to 35 hours."""
    text = "Onder de deeltijders hadden 1.573.000 personen een werkweek van 20 tot 35 uur."
    check = told(text, "1.573.000 personen", index, field, SUMMER, "part_time_workers_20_to_35_hours", "2024KW01")
    assert check.verdict == "deviates", check.explanation_nl


def test_all_employees_taken_for_the_permanent_ones(index: ObservationIndex, field: Field) -> None:
    check = checked(claim("8.314 duizend", "permanent_employees", "2025KW03"), index, field, SUMMER)
    assert check.near_miss is not None and (check.near_miss.kind, check.near_miss.value_of) == ("population", ("employees",))


# open vacancies 2023-III, not adjusted: 416.8 thousand, of which 63.9 in care, 79.8 in trade, 26.6 in building, 242.2 in large firms
OF_A_GROUP = [
    ("Q", "Er stonden 79,8 duizend vacatures open.", "79,8 duizend", "unverifiable"),  # the sector comes from a sentence before
    ("Q", "In de zorg stonden 79,8 duizend vacatures open.", "79,8 duizend", "deviates"),
    ("Q", "In de zorg stonden gemiddeld 79,8 duizend vacatures open.", "79,8 duizend", "deviates"),  # of trade, not of the whole
    (None, "Er stonden 242,2 duizend vacatures open.", "242,2 duizend", "unverifiable"),
    (None, "In totaal stonden er 242,2 duizend vacatures open.", "242,2 duizend", "deviates"),
    # far off: of another group where no sector is named, or by more than a factor two
    ("F", "Er stonden 45,3 duizend vacatures open.", "45,3 duizend", "unverifiable"),
    ("F", "In de bouw stonden 45,3 duizend vacatures open.", "45,3 duizend", "deviates"),
    ("F", "In de bouw stonden 58,7 duizend vacatures open.", "58,7 duizend", "unverifiable"),
]


@pytest.mark.parametrize(("sector", "text", "quote", "verdict"), OF_A_GROUP)
def test_the_number_of_another_group_that_the_sentence_may_mean(
    sector: str | None, text: str, quote: str, verdict: str, index: ObservationIndex, field: Field
) -> None:
    check = told(text, quote, index, field, SPRING, "open_vacancies", "2023KW03", "vacancies", sector=sector, adjusted=False)
    assert check.verdict == verdict, check.explanation_nl


# employed persons of 15 to 25 years 2022-I, men and women: 1,578 thousand
GROUPS = [("15 tot 25 jaar", "supported"), ("mannen 15 tot 25 jaar", "unverifiable")]


@pytest.mark.parametrize(("group", "verdict"), GROUPS)
def test_a_figure_of_men_and_women_is_not_one_of_men(group: str, verdict: str, index: ObservationIndex, field: Field) -> None:
    check = checked(claim("1.578 duizend", "employed_persons", "2022KW01", population=group), index, field, SUMMER)
    assert check.verdict == verdict, check.explanation_nl


# vacancy rate 2024-I: 72 in building, 46 in all
AVERAGES = [
    ("De vacaturegraad in de bouw ligt boven de gemiddelde 46.", "unverifiable"),
    ("De vacaturegraad in de bouw was 46.", "deviates"),
]


@pytest.mark.parametrize(("text", "verdict"), AVERAGES)
def test_the_average_beside_a_sector(text: str, verdict: str, index: ObservationIndex, field: Field) -> None:
    check = told(text, "46", index, field, KRAPTE, "vacancy_rate", "2024KW01", "per_1000", kind="ratio", sector="F")
    assert check.verdict == verdict, check.explanation_nl


# unemployed 2025-III: 25 thousand more than a year before
LEANING = [(("indicator.unemployed_persons.inherited",), "unverifiable"), (("indicator.unemployed_persons",), "deviates")]


@pytest.mark.parametrize(("rules", "verdict"), LEANING)
def test_a_change_far_off_whose_indicator_was_named_before(
    rules: tuple[str, ...], verdict: str, index: ObservationIndex, field: Field
) -> None:
    check = told("Er kwamen 61 duizend bij.", "61 duizend", index, field, SUMMER, "unemployed_persons", "2025KW03", rules=rules, **NEXT_TO)
    assert check.verdict == verdict, check.explanation_nl


# employed persons 2022 and 2023: 9,548 and 9,737 thousand, 2.0 percent more
POINTS = [
    ("Hier gaat het om een groei van 2,0 procentpunt.", True, "inconsistent"),
    ("De groep werd 2,0 procentpunt groter.", True, "unverifiable"),
    ("De groep werd 2,0 procentpunt groter.", False, "inconsistent"),
    ("Vergeleken met 2022 werd de groep 2,0 procentpunt groter.", True, "inconsistent"),
]


@pytest.mark.parametrize(("text", "inherited", "verdict"), POINTS)
def test_points_of_a_count_named_before(text: str, inherited: bool, verdict: str, index: ObservationIndex, field: Field) -> None:
    rules = ("indicator.employed_persons.inherited",) if inherited else ("indicator.employed_persons",)
    more = {"kind": "change", "base_period": "2022JJ00", "rules": rules}
    check = told(text, "2,0 procentpunt", index, field, SUMMER, "employed_persons", "2023JJ00", "percentage_point", **more)
    assert check.verdict == verdict, check.explanation_nl


# unemployed 2024-II and -III: 370 and 374 thousand
CLAUSES = [
    ("Het aantal werklozen daalde van 370 duizend naar 374 duizend.", "inconsistent"),
    ("Het aantal vacatures daalde, terwijl het aantal werklozen van 370 duizend naar 374 duizend ging.", "supported"),
    ("De krapte valt op, doordat het aantal werklozen terugliep van 370 duizend naar 374 duizend.", "inconsistent"),
    ("De krapte valt op, doordat het aantal werklozen opliep van 370 duizend naar 374 duizend.", "supported"),
]


@pytest.mark.parametrize(("text", "verdict"), CLAUSES)
def test_the_verb_of_a_pair_stands_in_its_own_clause(text: str, verdict: str, index: ObservationIndex, field: Field) -> None:
    ends = {"value": D(4000), "base_value": D(370000), "end_value": D(374000), "step": D(1000), "base_period": "2024KW02"}
    check = told(text, "van 370 duizend naar 374 duizend", index, field, KRAPTE, "unemployed_persons", "2024KW03", kind="change", **ends)
    assert check.verdict == verdict, check.explanation_nl


def test_a_pair_that_ran_up_to_less(index: ObservationIndex, field: Field) -> None:
    text = "De krapte valt op, doordat het aantal werklozen opliep van 374 duizend naar 370 duizend."
    ends = {"value": D(-4000), "base_value": D(374000), "end_value": D(370000), "step": D(1000), "base_period": "2024KW03"}
    check = told(text, "van 374 duizend naar 370 duizend", index, field, SUMMER, "unemployed_persons", "2024KW02", kind="change", **ends)
    assert check.verdict == "inconsistent", check.explanation_nl


LEVELS = "Eind juni waren er 14,7 duizend vacatures. Eind september waren dat er 12,5 duizend, een stijging van 2,2 duizend."
OWN_LEVELS = [
    ("2023KW02", {}, "inconsistent"),
    ("2023KW04", {}, "unverifiable"),  # not what it rose from
    ("2023KW02", {"period_inferred": True}, "unverifiable"),
]


@pytest.mark.parametrize(("period", "more", "verdict"), OWN_LEVELS)
def test_a_rise_is_from_the_earlier_level_of_a_period_that_is_said(
    period: str, more: dict[str, Any], verdict: str, index: ObservationIndex, field: Field
) -> None:
    about = {"sector": "P", "population": "bij kleine scholen"}
    first = claim("14,7 duizend", "open_vacancies", period, "vacancies", **about)
    second = claim("12,5 duizend", "open_vacancies", "2023KW03", "vacancies", **about)
    change = claim("2,2 duizend", "open_vacancies", "2023KW03", "vacancies", kind="change", **about, **more)
    checks = checked_all(placed(LEVELS, first, second, change), index, field, [letter(LEVELS)])
    assert checks[2].verdict == verdict, checks[2].explanation_nl


# unemployed 2024-II and -III: 370 and 374 thousand; read as the second quarter. 2023 and 2024: 359 and 372 thousand; read as 2024
NAMED_TOO = [
    ("In het tweede kwartaal van 2024 waren er 374 duizend werklozen, in het derde iets meer.", "374 duizend", "2024KW02", "unverifiable"),
    ("In het tweede kwartaal van 2024 waren er 374 duizend werklozen, in het eerste iets meer.", "374 duizend", "2024KW02", "deviates"),
    ("In het tweede kwartaal van 2024, vlak voor het derde kwartaal: 347 duizend werklozen.", "347 duizend", "2024KW02", "deviates"),
    ("In 2024 waren er meer werklozen dan een jaar tevoren: 359 duizend.", "359 duizend", "2024JJ00", "unverifiable"),
    ("In 2024 waren er meer werklozen dan ooit: 359 duizend.", "359 duizend", "2024JJ00", "deviates"),
    ("Er waren werklozen: in 2023 360 duizend en in 2024 359 duizend.", "359 duizend", "2024JJ00", "deviates"),  # right behind its own
    ("In 2024 waren het er, tegen 360 duizend in 2023, 359 duizend.", "359 duizend", "2024JJ00", "unverifiable"),
    ("In het tweede kwartaal van 2024 374 duizend, in het derde kwartaal van 2020 meer.", "374 duizend", "2024KW02", "deviates"),
]


@pytest.mark.parametrize(("text", "quote", "period", "verdict"), NAMED_TOO)
def test_the_number_of_a_time_that_its_sentence_names_too(
    text: str, quote: str, period: str, verdict: str, index: ObservationIndex, field: Field
) -> None:
    made = placed(text, claim(quote, "unemployed_persons", period))
    check = checked_all(made, index, field, [letter(text, SUMMER)])[0]
    assert check.verdict == verdict, check.explanation_nl


# tension 2022-III: 120 vacancies per 100 unemployed, 83 unemployed per 100 vacancies
TURNED = [(("ratio.per_100", "ratio.inverse"), "deviates"), (("unit.set_against", "ratio.inverse"), "unverifiable")]


@pytest.mark.parametrize(("rules", "verdict"), TURNED)
def test_a_ratio_the_other_way_round_only_as_the_figure_before_it(
    rules: tuple[str, ...], verdict: str, index: ObservationIndex, field: Field
) -> None:
    text = "Er waren 114 werklozen op elke 100 vacatures; in het derde kwartaal van 2022 waren het er 120."
    check = told(text, "120", index, field, KRAPTE, "labour_market_tension", "2022KW03", "per_100", kind="ratio", rules=rules)
    assert check.verdict == verdict, check.explanation_nl
