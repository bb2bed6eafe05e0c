"""What is not judged, and why; figures of other publishers are traced."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from made_claims import KRAPTE, checked, claim

from labour.indicators import Field
from labour.model import REASONS, Condition
from labour.observations import ObservationIndex

D = Decimal
ABF = "ABF Research (2024), Prognosemodel Zorg en Welzijn"
CBS = "CBS (2024), Vacatures; vacaturegraad"

# print, indicator, period, unit, more, reason
REFUSED: list[tuple[str, str | None, str | None, str, dict[str, Any], str]] = [
    ("195.000", "care_shortage", "2033JJ00", "persons", {"kind": "forecast"}, "forecast"),
    ("3,9%", "unemployment_rate", "2025JJ00", "percent", {"kind": "forecast", "stated_source": "CPB"}, "forecast"),
    ("75%", "net_participation", "2030JJ00", "percent", {"kind": "target"}, "target"),
    ("125.000", None, None, "jobs", {"kind": "target"}, "target"),
    ("2", None, None, "years", {"kind": "legal"}, "target"),
    ("43.000", "care_shortage", "2023JJ00", "persons", {"stated_source": ABF}, "other_source"),
    ("9.800", "teacher_shortage_primary", "2023MM10", "fte", {}, "other_source"),
    ("64 duizend", "open_vacancies", "2024KW03", "vacancies", {"sector": "Q", "stated_source": "UWV"}, "other_source"),
    ("379 duizend", "open_vacancies", "2024KW03", "vacancies", {"stated_source": "UWV"}, "other_source"),
    ("0,8", None, None, "fraction", {"stated_source": "Belastingen in maatschappelijk perspectief"}, "other_source"),
    ("9%", "uwv_tension_indicator", "2024KW03", "count", {}, "other_source"),
    ("397 duizend", "open_vacancies", None, "vacancies", {"stated_source": "A&O fonds"}, "other_source"),
    ("35", None, None, "count", {}, "no_indicator"),
    ("35", None, None, "count", {"stated_source": "in tekst"}, "no_indicator"),
    ("5", "an_indicator_nobody_knows", "2024JJ00", "count", {}, "no_indicator"),
    ("600 miljoen", None, None, "EUR", {"kind": "budget"}, "no_indicator"),
    ("27%", None, "2024KW02", "percent", {"stated_source": CBS}, "not_in_snapshot"),
    ("397 duizend", "open_vacancies", None, "vacancies", {}, "no_period"),
    ("44", "vacancy_rate", "2024KW03", "per_1000", {"kind": "ratio"}, "not_in_snapshot"),
    ("1,4 miljoen", "employed_persons", "2023JJ00", "persons", {"sector": "Q"}, "not_in_snapshot"),
    ("5 duizend", "unemployed_persons", "2024KW03", "persons", {"population": "noord-brabant"}, "not_in_snapshot"),
    ("5 duizend", "unemployed_persons", "2024KW03", "persons", {"sector": "no_such_sector"}, "not_in_snapshot"),
    ("30,9", "average_working_hours", "2014KW03", "hours_per_week", {"period_inferred": True}, "not_in_snapshot"),
    ("108", "labour_market_tension", "2024KW04", "per_100", {"kind": "ratio"}, "not_published"),
    ("374 duizend", "unemployed_persons", "2024KW03", "fte", {}, "ambiguous"),
    ("374 duizend", "labour_market_tension", "2024KW03", "persons", {}, "ambiguous"),
    ("4 duizend", "unemployed_persons", "2024KW03", "fte", {"kind": "change", "base_period": "2024KW02"}, "ambiguous"),
    ("4 duizend", "unemployed_persons", "najaar 2024", "persons", {"kind": "change"}, "ambiguous"),
    ("44", "labour_market_tension", "2022KW01..2022KW04", "hours_per_week", {}, "not_in_snapshot"),
    ("44", "vacancy_rate", "2022MM01..2022MM04", "per_1000", {"kind": "ratio"}, "not_in_snapshot"),
    ("3", "net_participation", "2024KW03", "quarters", {"kind": "streak", "condition": Condition("highest")}, "qualitative"),
    ("44", "potential_labour_force", "2024JJ00", "persons", {}, "other_source"),
    ("voor het eerst", None, "2024KW01", "rank", {"kind": "record"}, "qualitative"),
    ("historisch hoog", "net_participation", "2024KW02", "rank", {"kind": "record", "condition": Condition("highest")}, "qualitative"),
    ("een toename", "unemployed_persons", "2024KW03", "persons", {"kind": "change", "value": None, "step": None}, "qualitative"),
    ("3", "part_time_workers", None, "quarters", {"kind": "streak", "condition": Condition("rising")}, "no_period"),
    ("3", "unemployed_persons", "2024JJ00", "quarters", {"kind": "streak", "condition": Condition("rising")}, "not_published"),
    ("3", "unemployed_persons", "2023JJ00", "quarters", {"kind": "streak", "condition": Condition("rising")}, "no_period"),
    ("3", "vacancy_rate", "2024KW03", "quarters", {"kind": "streak", "condition": Condition("rising")}, "not_in_snapshot"),
]


@pytest.mark.parametrize(("text", "indicator", "period", "unit", "more", "reason"), REFUSED)
def test_reason(
    text: str,
    indicator: str | None,
    period: str | None,
    unit: str,
    more: dict[str, Any],
    reason: str,
    index: ObservationIndex,
    field: Field,
) -> None:
    check = checked(claim(text, indicator, period, unit, **more), index, field)
    assert (check.verdict, check.reason) == ("unverifiable", reason), check.explanation_nl
    assert check.reason in REASONS and check.explanation_nl and check.explanation_en


def test_every_reason_has_a_case() -> None:
    assert {row[-1] for row in REFUSED} == set(REASONS)


TRACED = [
    ("195.000", "care_shortage", "2033JJ00", "forecast", "ABF Research, december 2023, scenario Referentie"),
    ("6.000", "childcare_shortage", "2023JJ00", "level", "ABF Research, 2023"),
    ("42.000", "childcare_shortage", "2033JJ00", "forecast", "ABF Research"),
]


@pytest.mark.parametrize(("text", "indicator", "period", "kind", "said"), TRACED)
def test_a_published_figure_of_another_maker_is_traced_and_not_judged(
    text: str, indicator: str, period: str, kind: str, said: str, index: ObservationIndex, field: Field
) -> None:
    check = checked(claim(text, indicator, period, kind=kind, approx="about"), index, field)
    assert check.verdict == "unverifiable" and said in check.explanation_nl
    assert len(check.evidence) == 1 and check.source_url == check.evidence[0].url


def test_a_figure_that_no_maker_published_is_not_traced(index: ObservationIndex, field: Field) -> None:
    check = checked(claim("159.000", "care_shortage", "2033JJ00", kind="forecast"), index, field)
    assert check.evidence == () and "ABF" not in check.explanation_nl


def test_a_figure_of_another_publisher_may_be_borne_out_by_cbs(index: ObservationIndex, field: Field) -> None:
    check = checked(claim("397 duizend", "open_vacancies", "2024KW03", "vacancies", stated_source="UWV"), index, field)
    assert check.verdict == "supported"


def test_the_whole_country_is_no_group_of_its_own(index: ObservationIndex, field: Field) -> None:
    for named in ("Nederland", "15 tot 75 jaar", ""):
        made = claim("374 duizend", "unemployed_persons", "2024KW03", population=named)
        assert checked(made, index, field).verdict == "supported"


GROUPS = [("mannen", "36,0", "supported"), ("15 tot 25 jaar", "20,4", None), ("vrouwen en mannen van 80", "36,0", "unverifiable")]


@pytest.mark.parametrize(("population", "text", "verdict"), GROUPS)
def test_a_group_is_found_by_the_words_of_its_label(
    population: str, text: str, verdict: str | None, index: ObservationIndex, field: Field
) -> None:
    made = claim(text, "average_working_hours", "2023JJ00", "hours_per_week", population=population)
    check = checked(made, index, field, date(2025, 6, 1))
    assert check.verdict == verdict or (verdict is None and len(check.evidence) == 1)


def test_private_firms_never_speak_for_a_whole_sector(index: ObservationIndex, field: Field) -> None:
    """Of construction in 2024KW01 only vacancies of private firms are held."""
    made = claim("91,1 duizend", "open_vacancies", "2024KW01", "vacancies", sector="F", adjusted=False)
    assert checked(made, index, field, KRAPTE).verdict == "unverifiable"


# the business survey asks at the beginning of a quarter: 25 percent for the third one of 2019 was out in August
SURVEY = [(date(2019, 9, 17), "supported", None), (date(2019, 7, 5), "unverifiable", "not_published")]


@pytest.mark.parametrize(("day", "verdict", "reason"), SURVEY)
def test_a_survey_of_the_beginning_of_a_quarter_is_out_before_its_end(
    day: date, verdict: str, reason: str | None, index: ObservationIndex, field: Field
) -> None:
    made = claim("25 procent", "share_firms_labour_shortage_main_obstacle", "2019KW03", "percent", kind="share")
    check = checked(made, index, field, day)
    assert (check.verdict, check.reason) == (verdict, reason), check.explanation_nl
