"""True and false claims of every kind, as a letter of 13 December 2024 would state them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from made_claims import checked, claim

from labour.indicators import Field
from labour.model import Condition
from labour.observations import ObservationIndex

D = Decimal
QUARTER_EARLIER = {"kind": "change", "period": "2024KW03", "base_period": "2024KW02"}
YEAR_EARLIER = {"kind": "change", "period": "2024KW03", "base_period": "2023KW03"}

# indicator, period, unit, more, prints that are right, prints that are wrong
LEVELS = [
    ("unemployed_persons", "2024KW03", "persons", {}, ["374 duizend", "374.000"], ["372 duizend", "347 duizend", "374"]),
    ("unemployed_persons", "2024MM10", "persons", {}, ["376 duizend"], ["367 duizend", "386 duizend"]),
    ("unemployed_persons", "2023JJ00", "persons", {}, ["359 duizend"], ["358 duizend"]),
    ("unemployed_persons", "2020KW03", "persons", {}, ["528 duizend"], ["529 duizend"]),
    ("unemployment_rate", "2024KW03", "percent", {"kind": "share"}, ["3,7%"], ["3,5%"]),
    ("employed_persons", "2024KW03", "persons", {}, ["9,8 miljoen", "9.782 duizend"], ["9,9 miljoen", "9.728 duizend"]),
    ("net_participation", "2024KW03", "percent", {"kind": "share"}, ["73,1 procent"], ["73,7 procent", "71,3 procent"]),
    ("underemployed_part_time_workers", "2023JJ00", "persons", {}, ["528 duizend"], ["582 duizend"]),
    ("open_vacancies", "2024KW03", "vacancies", {}, ["397 duizend"], ["379 duizend", "398 duizend"]),
    ("open_vacancies", "2022KW03", "vacancies", {}, ["445 duizend", "445,3 duizend"], ["455 duizend"]),
    ("open_vacancies", "2023KW02", "vacancies", {"sector": "Q"}, ["65,4 duizend"], ["56,4 duizend"]),
    ("open_vacancies", "2022KW03", "vacancies", {"adjusted": False}, ["451,9 duizend"], ["451,6 duizend"]),
    ("vacancy_rate", "2024KW01", "per_1000", {"kind": "ratio"}, ["46"], ["44"]),
    ("vacancy_rate", "2024KW01", "per_1000", {"kind": "ratio", "sector": "F"}, ["72"], ["27"]),
    ("labour_market_tension", "2021KW04", "per_100", {"kind": "ratio"}, ["106"], ["108", "101"]),
    ("labour_market_tension", "2024KW03", "per_100", {"kind": "ratio"}, ["106"], ["105", "160"]),
    ("labour_market_tension", "2014KW03", "per_100", {"kind": "ratio"}, ["15"], ["16"]),
    ("labour_market_tension", "2024KW03", "percent", {"kind": "ratio"}, ["106%"], ["108%"]),
    ("labour_market_tension", "2024KW03", "persons", {"kind": "ratio"}, ["0,9"], ["1,1"]),
    ("labour_market_tension", "2024KW03", "vacancies", {"kind": "ratio"}, ["1,1"], ["0,9"]),
    (
        "labour_market_tension",
        "2024KW03",
        "per_100",
        {"kind": "ratio"},
        ["94 werklozen per 100 vacatures"],
        ["106 werklozen per 100 vacatures"],
    ),
    ("unemployment_rate", "2024KW03", "fraction", {"kind": "share", "step": D("0.001")}, ["0,037"], ["0,035"]),
    ("part_time_workers", "2024KW03", "percent", {"kind": "share"}, ["48%"], ["47%", "84%"]),
]
CHANGES = [
    ("unemployed_persons", "persons", QUARTER_EARLIER, ["4 duizend"], ["-4 duizend", "9 duizend", "14 duizend"]),
    ("unemployed_persons", "persons", YEAR_EARLIER, ["8 duizend"], ["-8 duizend", "18 duizend"]),
    ("unemployed_persons", "percent", YEAR_EARLIER, ["2,2%"], ["-2,2%", "3,2%"]),
    ("unemployment_rate", "percentage_point", YEAR_EARLIER, ["0,1"], ["-0,3", "0,5"]),
    ("net_participation", "percentage_point", QUARTER_EARLIER, ["-0,3"], ["0,3", "-0,7"]),
    ("employed_persons", "persons", QUARTER_EARLIER, ["-34 duizend"], ["34 duizend", "-43 duizend"]),
    ("open_vacancies", "vacancies", {**YEAR_EARLIER, "base_period": "2022KW03"}, ["-48 duizend"], ["-84 duizend"]),
    ("open_vacancies", "vacancies", {**YEAR_EARLIER, "period": "2022KW03..2024KW03", "base_period": None}, ["-48 duizend"], ["48 duizend"]),
    ("labour_market_tension", "per_100", {**QUARTER_EARLIER}, ["-2"], ["2", "-6"]),
    ("labour_market_tension", "percent", {"kind": "change", "period": "2022KW02", "base_period": "2021KW02"}, ["82%"], ["28%"]),
    ("employed_persons", "multiple", {"kind": "multiple", "period": "2023JJ00", "base_period": "2013JJ00"}, ["1,2"], ["2,0"]),
    (
        "self_employed_without_personnel",
        "fraction",
        {"kind": "change", "period": "2023JJ00", "base_period": "2013JJ00"},
        ["0,38"],
        ["0,83"],
    ),
]


def spelled(rows: list[Any]) -> list[Any]:
    """One case per print: the last two columns are the right and the wrong ones."""
    return [(*row[:-2], text, True) for row in rows for text in row[-2]] + [(*row[:-2], text, False) for row in rows for text in row[-1]]


@pytest.mark.parametrize(("indicator", "period", "unit", "more", "text", "right"), spelled(LEVELS))
def test_level_share_and_ratio(
    indicator: str, period: str, unit: str, more: dict[str, Any], text: str, right: bool, index: ObservationIndex, field: Field
) -> None:
    check = checked(claim(text, indicator, period, unit, **more), index, field)
    assert check.verdict == ("supported" if right else "deviates"), check.explanation_nl


@pytest.mark.parametrize(("indicator", "unit", "more", "text", "right"), spelled(CHANGES))
def test_change_and_multiple(
    indicator: str, unit: str, more: dict[str, Any], text: str, right: bool, index: ObservationIndex, field: Field
) -> None:
    check = checked(claim(text, indicator, unit=unit, **more), index, field)
    assert check.verdict == ("supported" if right else "deviates"), check.explanation_nl


def test_from_to_is_judged_by_its_difference(index: ObservationIndex, field: Field) -> None:
    pair = {"kind": "change", "base_period": "2022KW03", "base_value": D(445000), "step": D(1000)}
    right = claim("van 445 naar 397 duizend", "open_vacancies", "2024KW03", "vacancies", value=D(-48000), end_value=D(397000), **pair)
    wrong = claim("van 445 naar 379 duizend", "open_vacancies", "2024KW03", "vacancies", value=D(-66000), end_value=D(379000), **pair)
    check = checked(right, index, field)
    assert check.verdict == "supported" and check.published == -48300 and check.difference == 300
    assert checked(wrong, index, field).verdict == "deviates"


def test_a_growth_indicator_is_its_own_change(index: ObservationIndex, field: Field) -> None:
    more = {"unit": "percent", "kind": "change", "period": "2024KW03", "base_period": "2023KW03"}
    assert checked(claim("6,8%", "cao_wage_growth", **more), index, field).verdict == "supported_when_published"
    since_2020 = claim("20,1%", "cao_wage_growth", **{**more, "base_period": "2020JJ00"})
    assert checked(since_2020, index, field).reason == "not_in_snapshot"


def test_a_change_without_a_base_is_right_by_quarter_or_by_year_and_never_wrong(index: ObservationIndex, field: Field) -> None:
    more = {"kind": "change", "period": "2024KW03"}
    assert checked(claim("4 duizend", "unemployed_persons", **more), index, field).verdict == "supported"
    assert checked(claim("8 duizend", "unemployed_persons", **more), index, field).verdict == "supported"
    wrong = checked(claim("40 duizend", "unemployed_persons", **more), index, field)
    assert (wrong.verdict, wrong.reason) == ("unverifiable", "ambiguous")


def test_a_mean_over_years_needs_every_quarter(index: ObservationIndex, field: Field) -> None:
    mean = claim("90", "labour_market_tension", "2022KW01..2024KW03", "per_100", kind="ratio", value=D("119"), step=D(1))
    assert checked(mean, index, field).verdict == "supported"
    over_years = claim("121", "labour_market_tension", "2022JJ00..2023JJ00", "per_100", kind="ratio")
    assert checked(over_years, index, field).verdict == "unverifiable" and checked(over_years, index, field).published is not None
    gaps = claim("21", "vacancy_rate", "1997JJ00..2020JJ00", "per_1000", kind="ratio")
    assert checked(gaps, index, field).reason == "not_in_snapshot"


STREAKS = [
    ("2021KW04..2024KW03", "12", "exact", "supported"),
    ("2024KW03", "12", "exact", "supported"),
    (None, "12", "exact", "supported"),
    (None, "11", "exact", "unverifiable"),  # the letter may not have known the newest quarter
    (None, "13", "exact", "unverifiable"),  # where it ends is not stated
    ("2024KW03", "13", "exact", "deviates"),
    ("2024KW03", "11", "exact", "deviates"),
    ("2024KW03", "10", "at_least", "supported"),
    ("2024KW03", "20", "at_least", "deviates"),
]


@pytest.mark.parametrize(("period", "length", "hedge", "verdict"), STREAKS)
def test_streak_above_a_threshold(period: str | None, length: str, hedge: str, verdict: str, index: ObservationIndex, field: Field) -> None:
    made = claim(length, "labour_market_tension", period, "quarters", kind="streak", approx=hedge, condition=Condition("above", D(100)))
    check = checked(made, index, field)
    assert check.verdict == verdict, check.explanation_nl
    assert check.published == 12 and check.published_unit == "quarters"


def test_streak_without_a_length_covers_its_span(index: ObservationIndex, field: Field) -> None:
    since = claim("onafgebroken", "labour_market_tension", "2021KW04..2024KW03", "quarters", kind="streak", value=None)
    held = {"condition": Condition("above", D(100))}
    assert checked(replace(since, **held), index, field).verdict == "supported"
    earlier = replace(since, period="2021KW03..2024KW03", **held)
    assert checked(earlier, index, field).verdict == "deviates"
    assert checked(since, index, field).reason == "qualitative"
    assert checked(replace(since, period="2024KW03", **held), index, field).reason == "qualitative"


def test_streak_of_falls(index: ObservationIndex, field: Field) -> None:
    falling = {"kind": "streak", "unit": "quarters", "condition": Condition("falling")}
    assert checked(claim("4", "labour_market_tension", "2024KW03", **falling), index, field).verdict == "deviates"
    assert checked(claim("3", "labour_market_tension", "2024KW03", **falling), index, field).verdict == "supported"
    rising = {**falling, "condition": Condition("rising")}
    assert checked(claim("3", "labour_market_tension", "2022KW02", **rising), index, field).verdict == "deviates"


def test_a_streak_that_may_have_begun_before_the_figures_is_left_open(index: ObservationIndex, field: Field) -> None:
    always = claim("40", "net_participation", "2024KW03", "quarters", kind="streak", condition=Condition("above", D(50)))
    assert checked(always, index, field).verdict == "unverifiable"


RECORDS = [
    ("labour_market_tension", "2021KW04", Condition("first", D(100)), "voor het eerst", "supported"),
    ("labour_market_tension", "2021KW04", Condition("above", D(100)), "voor het eerst", "supported"),
    ("labour_market_tension", "2022KW01", Condition("first", D(100)), "voor het eerst", "deviates"),
    ("labour_market_tension", "2021KW03", Condition("first", D(100)), "voor het eerst", "deviates"),
    ("labour_market_tension", "2022KW02", Condition("highest"), "het hoogst ooit", "supported"),
    ("labour_market_tension", "2024KW03", Condition("highest"), "het hoogst ooit", "deviates"),
    ("unemployed_persons", "2022KW02", Condition("lowest"), "het laagst ooit", "supported"),
    ("net_participation", "2024KW03", Condition("highest"), "historisch hoog", "unverifiable"),
    ("net_participation", "2024KW03", Condition("unbroken"), "onafgebroken", "unverifiable"),
    ("net_participation", "2024KW03", None, "een unicum", "unverifiable"),
]


@pytest.mark.parametrize(("indicator", "period", "condition", "quote", "verdict"), RECORDS)
def test_record(
    indicator: str, period: str, condition: Condition | None, quote: str, verdict: str, index: ObservationIndex, field: Field
) -> None:
    check = checked(claim(quote, indicator, period, "rank", kind="record", condition=condition), index, field)
    assert check.verdict == verdict, check.explanation_nl
    if verdict == "unverifiable":
        assert check.reason == "qualitative"


def test_highest_since_looks_no_further_back(index: ObservationIndex, field: Field) -> None:
    more = {"unit": "rank", "kind": "record", "condition": Condition("highest")}
    assert checked(claim("het hoogst", "labour_market_tension", "2024KW03", **more), index, field).verdict == "deviates"
    since = claim("het hoogst", "labour_market_tension", "2024KW03", base_period="2024KW02", **more)
    assert checked(since, index, field).verdict == "supported"


def test_for_the_first_time_holds_in_the_revised_series_only(index: ObservationIndex, field: Field) -> None:
    first = claim("voor het eerst", "labour_market_tension", "2021KW04", "rank", kind="record", condition=Condition("first", D(100)))
    check = checked(first, index, field)
    assert check.verdict == "supported" and "first_publication_differs" in check.caveats
    assert D(126) in {row.value for row in check.evidence}


def test_a_record_within_a_stretch_the_claim_does_not_carry_is_left_open(index: ObservationIndex, field: Field) -> None:
    text = "In het derde kwartaal van 2024 was de spanning het hoogst in twee jaar."
    record = claim("het hoogst", "labour_market_tension", "2024KW03", "rank", kind="record", condition=Condition("highest"))
    start = text.index("het hoogst")
    placed = replace(record, start=start, end=start + 10, sentence=(0, len(text)))
    assert checked(placed, index, field, text=text).reason == "ambiguous"


AMONG = "In het tweede kwartaal van 2024 was de vacaturegraad in de {name} het hoogst van alle sectoren."
RANKS = [
    (AMONG, "F", "2024KW02", Condition("highest"), "supported", None),
    (AMONG, "P", "2024KW02", Condition("highest"), "deviates", None),
    (AMONG, "P", "2024KW02", Condition("lowest"), "supported", None),
    (AMONG, "F", "2019KW01", Condition("highest"), "unverifiable", "not_in_snapshot"),  # too few sections held
    (AMONG, "B-F", "2024KW02", Condition("highest"), "unverifiable", "not_in_snapshot"),  # a range is no section
]


@pytest.mark.parametrize(("text", "sector", "period", "condition", "verdict", "reason"), RANKS)
def test_rank_among_the_sections(
    text: str,
    sector: str,
    period: str,
    condition: Condition,
    verdict: str,
    reason: str | None,
    index: ObservationIndex,
    field: Field,
) -> None:
    made = claim("het hoogst", "vacancy_rate", period, "rank", kind="record", condition=condition, sector=sector)
    placed = replace(made, start=text.index("het hoogst"), end=text.index("het hoogst") + 10, sentence=(0, len(text)))
    check = checked(placed, index, field, text=text)
    assert (check.verdict, check.reason) == (verdict, reason), check.explanation_nl
