"""As known then, as known now: which state decides on which day, and what is said where they differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from made_claims import KRAPTE, checked, checked_all, claim, letter

from checks.interval import overlaps
from checks.lookup import lines
from labour.indicators import Field
from labour.model import Condition
from labour.observations import ObservationIndex, build_index

D = Decimal

# indicator, period, unit, print, letter's day, verdict, reason, caveats that must be there
DAYS = [
    # tension 2021KW03: 126 on 16 November 2021 by the old survey, 93 on 15 February 2022 by the new one
    ("labour_market_tension", "2021KW03", "per_100", "126", date(2021, 11, 16), "supported_when_published", None, {"method_break"}),
    ("labour_market_tension", "2021KW03", "per_100", "126", date(2022, 2, 14), "supported_when_published", None, {"method_break"}),
    (
        "labour_market_tension", "2021KW03", "per_100", "126", date(2022, 2, 15),
        "supported_when_published", None, {"superseded_before_letter", "method_break", "first_publication_differs"},
    ),
    ("labour_market_tension", "2021KW03", "per_100", "93", date(2022, 2, 15), "supported", None, {"first_publication_differs"}),
    ("labour_market_tension", "2021KW03", "per_100", "93", date(2021, 12, 1), "unverifiable", "ambiguous", set()),
    ("labour_market_tension", "2021KW03", "per_100", "98", date(2022, 3, 1), "deviates", None, set()),
    # tension 2021KW04: 105, three months later 106
    ("labour_market_tension", "2021KW04", "per_100", "105", date(2022, 2, 15), "supported_when_published", None, set()),
    ("labour_market_tension", "2021KW04", "per_100", "106", date(2022, 5, 17), "supported", None, {"first_publication_differs"}),
    ("labour_market_tension", "2021KW04", "per_100", "106", date(2022, 5, 16), "unverifiable", "ambiguous", set()),
    ("labour_market_tension", "2021KW04", "per_100", "105", KRAPTE, "supported_when_published", None, {"superseded_before_letter"}),
    # vacancies 2022KW03: 449, revised to 445.3 on 15 May 2024
    ("open_vacancies", "2022KW03", "vacancies", "449 duizend", date(2023, 1, 10), "supported_when_published", None, {"provisional"}),
    ("open_vacancies", "2022KW03", "vacancies", "445 duizend", date(2024, 5, 15), "supported", None, {"first_publication_differs"}),
    ("open_vacancies", "2022KW03", "vacancies", "449 duizend", KRAPTE, "supported_when_published", None, {"superseded_before_letter"}),
    # cao wages 2024KW03: 6.8 in October 2024, 6.9 at the turn of the year; both read second hand, so neither contradicts
    ("cao_wage_growth", "2024KW03", "percent", "6,8%", date(2024, 10, 31), "supported_when_published", None, {"single_source"}),
    ("cao_wage_growth", "2024KW03", "percent", "6,9%", date(2025, 2, 1), "supported", None, {"first_publication_differs"}),
    ("cao_wage_growth", "2024KW03", "percent", "8,6%", KRAPTE, "unverifiable", "not_in_snapshot", set()),
    # unemployed: only states of after the letter, of a series never seen revised
    ("unemployed_persons", "2023KW03", "persons", "366 duizend", KRAPTE, "supported", None, {"vintage_after_letter"}),
    ("unemployed_persons", "2023KW03", "persons", "386 duizend", KRAPTE, "deviates", None, {"vintage_after_letter"}),
    # ... but not across the survey's break of January 2022
    ("unemployed_persons", "2019KW03", "persons", "386 duizend", date(2020, 3, 1), "unverifiable", "not_in_snapshot", {"method_break"}),
    ("unemployed_persons", "2020KW03", "persons", "419 duizend", date(2021, 3, 1), "supported_when_published", None, {"method_break"}),
    ("unemployed_persons", "2020KW03", "persons", "528 duizend", date(2022, 6, 1), "supported", None, {"vintage_after_letter"}),
    (
        "unemployed_persons", "2020KW03", "persons", "419 duizend", date(2022, 6, 1),
        "supported_when_published", None, {"superseded_before_letter", "method_break"},
    ),
    # a figure of before the break was published by the old method too, which may be what a letter quotes: said with the deviation
    ("unemployed_persons", "2020KW03", "persons", "491 duizend", date(2022, 6, 1), "deviates", None, {"method_break"}),
    # underemployed 2018: 382 by the old method (read second hand), 622 by the new one
    ("underemployed_part_time_workers", "2018JJ00", "persons", "382 duizend", date(2019, 6, 1), "supported_when_published", None, set()),
    ("underemployed_part_time_workers", "2018JJ00", "persons", "328 duizend", date(2019, 6, 1), "unverifiable", "not_in_snapshot", set()),
    # vacancies not adjusted have not been seen revised: a later copy may contradict
    ("open_vacancies", "2020JJ00", "vacancies", "999 duizend", date(2022, 6, 1), "unverifiable", "not_in_snapshot", {"other_definition"}),
    ("open_vacancies", "2020JJ00", "vacancies", "212 duizend", date(2022, 6, 1), "deviates", None, set()),
    # only old-method tension is held of before 2013: it supports a letter of now and does not contradict it
    ("labour_market_tension", "2010KW01", "per_100", "26", KRAPTE, "supported", None, {"method_break"}),
    ("labour_market_tension", "2010KW01", "per_100", "29", KRAPTE, "unverifiable", "not_in_snapshot", {"method_break"}),
    # after the quarter and before its first publication: a later state bears it out, or none
    (
        "open_vacancies", "2021KW04", "vacancies", "387 duizend", date(2022, 1, 20),
        "supported_when_published", None, {"vintage_after_letter"},
    ),
    ("open_vacancies", "2021KW04", "vacancies", "400.000", date(2022, 1, 20), "unverifiable", "ambiguous", {"vintage_after_letter"}),
    # a source of medium confidence by the old method, an exact one by the new: both may be quoted
    ("underemployed_part_time_workers", "2018JJ00", "persons", "622 duizend", date(2019, 6, 1), "supported", None, {"method_break"}),
    # a quarter that had not ended, or whose figure cannot have been out
    ("labour_market_tension", "2024KW04", "per_100", "108", KRAPTE, "unverifiable", "not_published", set()),
    ("unemployed_persons", "2024KW04", "persons", "399 duizend", date(2025, 1, 5), "unverifiable", "not_published", set()),
]  # fmt: skip


@pytest.mark.parametrize(("indicator", "period", "unit", "text", "day", "verdict", "reason", "caveats"), DAYS)
def test_the_day_decides(
    indicator: str,
    period: str,
    unit: str,
    text: str,
    day: date,
    verdict: str,
    reason: str | None,
    caveats: set[str],
    index: ObservationIndex,
    field: Field,
) -> None:
    kind = {"per_100": "ratio", "percent": "change"}.get(unit, "level")
    base = "2023KW03" if indicator == "cao_wage_growth" else None
    check = checked(claim(text, indicator, period, unit, kind=kind, base_period=base), index, field, day)
    assert (check.verdict, check.reason) == (verdict, reason), check.explanation_nl
    assert caveats <= set(check.caveats)


REVISIONS = [
    # 427.1 thousand of 16 August 2023 was due for revision in November; in May 2024 it had become 422.2
    ("open_vacancies", "2023KW02", "vacancies", "431 duizend", date(2024, 2, 1), "not_in_snapshot"),
    ("open_vacancies", "2023KW02", "vacancies", "431 duizend", date(2023, 10, 1), None),
    ("open_vacancies", "2023KW02", "vacancies", "414 duizend", date(2024, 2, 1), None),
    ("open_vacancies", "2023KW02", "vacancies", "431 duizend", date(2023, 12, 20), None),  # not before its year is over
    # a ratio may move by one
    ("labour_market_tension", "2024KW03", "per_100", "107", date(2025, 1, 15), None),
    ("labour_market_tension", "2024KW03", "per_100", "107", date(2025, 8, 1), "not_in_snapshot"),
    ("labour_market_tension", "2024KW03", "per_100", "108", date(2025, 8, 1), None),
    ("vacancy_rate", "2024KW01", "per_1000", "47", date(2025, 8, 1), None),
    # final figures, and those not seen revised, leave no such room
    ("labour_market_tension", "2014KW03", "per_100", "16", KRAPTE, None),
    ("open_vacancies", "2022KW03", "vacancies", "446 duizend", KRAPTE, None),
    ("unemployed_persons", "2023KW03", "persons", "367 duizend", KRAPTE, None),
]


@pytest.mark.parametrize(("indicator", "period", "unit", "text", "day", "reason"), REVISIONS)
def test_a_figure_due_for_revision_contradicts_only_beyond_it(
    indicator: str, period: str, unit: str, text: str, day: date, reason: str | None, index: ObservationIndex, field: Field
) -> None:
    kind = "level" if unit in ("vacancies", "persons") else "ratio"
    check = checked(claim(text, indicator, period, unit, kind=kind), index, field, day)
    assert (check.verdict, check.reason) == (("unverifiable", reason) if reason else ("deviates", None)), check.explanation_nl


def test_adjusted_vacancies_are_not_seen_revised_within_their_year(index: ObservationIndex, field: Field) -> None:
    """What ``revised_after_year`` says of an indicator holds for the states held of a quarter, since they follow SBI 2008."""
    compared = 0
    for name in (one.id for one in field.indicators.values() if one.revised_after_year):
        for line in lines(index, name):
            for period in line.periods(index, "KW"):
                early = [r for r in line.readings(index, period) if r.state.known_from and str(r.state.known_from.year) == period[:4]]
                early = [r for r in early if r.state.method != "sbi93"]
                compared += len(early) > 1
                assert all(overlaps(early[0].spread, r.spread) for r in early[1:]), (name, period)
    assert compared >= 5


def test_a_letter_dated_by_month_counts_as_its_last_day(index: ObservationIndex, field: Field) -> None:
    agenda = letter(day=date(2024, 11, 30), precision="month")
    check = checked_all([claim("106", "labour_market_tension", "2024KW03", "per_100", kind="ratio")], index, field, [agenda])[0]
    assert check.verdict == "supported" and "letter_date_imprecise" in check.caveats


UNDATED = [
    ("106", "2021KW04", "supported", None),
    ("105", "2021KW04", "unverifiable", "ambiguous"),  # an older state: whether it was known then cannot be said
    ("108", "2021KW04", "deviates", None),
    ("107", "2021KW04", "unverifiable", "not_in_snapshot"),  # next to figures that were revised: a state between them may be missing
    ("85", "2021KW03", "unverifiable", "not_in_snapshot"),  # the letter may be of before the new survey, which made 126 of it 93
    ("98", "2026KW02", "unverifiable", "not_in_snapshot"),  # read from a source of medium confidence
]


@pytest.mark.parametrize(("text", "period", "verdict", "reason"), UNDATED)
def test_a_letter_without_a_date_is_judged_by_what_is_known_now(
    text: str, period: str, verdict: str, reason: str | None, index: ObservationIndex, field: Field
) -> None:
    check = checked(claim(text, "labour_market_tension", period, "per_100", kind="ratio"), index, field, None)
    assert (check.verdict, check.reason) == (verdict, reason)
    assert check.verdict != "supported_when_published"


def test_a_letter_that_is_not_at_hand_counts_as_undated(index: ObservationIndex, field: Field) -> None:
    check = checked_all([claim("106", "labour_market_tension", "2024KW03", "per_100", kind="ratio")], index, field, [])[0]
    assert check.verdict == "supported"


def test_states_without_a_date_are_later_than_any_letter(index: ObservationIndex, field: Field) -> None:
    """The year figure of vacancies of 2023 is on a page without a date."""
    check = checked(claim("424 duizend", "open_vacancies", "2023JJ00", "vacancies"), index, field, date(2026, 5, 26))
    assert check.verdict == "supported" and "vintage_after_letter" in check.caveats


def test_low_confidence_never_decides(index: ObservationIndex, field: Field) -> None:
    key = next(k for k in index.by_indicator["labour_market_tension"] if "2024KW03" in index.cells[k])
    series = index.series[key]
    doubtful = [(series, "2024KW03", replace(state, confidence="low")) for state in index.states(key, "2024KW03")]
    only = build_index(doubtful)
    check = checked(claim("106", "labour_market_tension", "2024KW03", "per_100", kind="ratio"), only, field)
    assert (check.verdict, check.reason, check.evidence) == ("unverifiable", "not_in_snapshot", ())


def test_medium_confidence_supports_and_does_not_contradict(index: ObservationIndex, field: Field) -> None:
    right = claim("95", "labour_market_tension", "2026KW02", "per_100", kind="ratio")
    assert checked(right, index, field, date(2026, 8, 1)).verdict == "supported"
    assert checked(replace(right, value=D(96)), index, field, date(2026, 8, 1)).reason == "not_in_snapshot"


def test_a_medium_state_that_a_better_one_confirms_may_contradict(index: ObservationIndex, field: Field) -> None:
    """114 for 2023KW03 was read in November 2023 with high, in February 2024 with medium confidence."""
    wrong = claim("141", "labour_market_tension", "2023KW03", "per_100", kind="ratio")
    assert checked(wrong, index, field).verdict == "deviates"


@pytest.mark.parametrize(("text", "verdict"), [("143 duizend", "supported"), ("134 duizend", "deviates"), ("142 duizend", "unverifiable")])
def test_a_medium_state_that_a_later_better_one_confirms_may_contradict(
    text: str, verdict: str, index: ObservationIndex, field: Field
) -> None:
    """143 thousand vacancies for 2015KW04, read second hand in February 2016; CBS itself printed 142.7 in 2017."""
    check = checked(claim(text, "open_vacancies", "2015KW04", "vacancies"), index, field, date(2016, 12, 9))
    assert check.verdict == verdict, check.explanation_nl


def test_evidence_shows_first_publication_letter_date_and_now(index: ObservationIndex, field: Field) -> None:
    check = checked(claim("126", "labour_market_tension", "2021KW03", "per_100", kind="ratio"), index, field, date(2021, 12, 1))
    assert [row.value for row in check.evidence] == [D(126), D(93)]
    assert "126 per 100" in check.explanation_nl and "93 per 100" in check.explanation_nl


def test_old_and_new_method_are_never_subtracted(index: ObservationIndex, field: Field) -> None:
    """On 20 November 2021 only the old method was out; of 2017 and 2018 both: the answer is of one method."""
    change = claim("-60 duizend", "underemployed_part_time_workers", "2018JJ00", kind="change", base_period="2017JJ00")
    check = checked(change, index, field)
    assert check.verdict == "supported" and {row.value for row in check.evidence} == {D(622), D(682)}


def test_a_change_across_a_break_between_periods_is_not_called_wrong(index: ObservationIndex, field: Field) -> None:
    """From the third quarter of 2008 vacancies include Defence."""
    change = claim("30 duizend", "open_vacancies", "2009JJ00", "vacancies", kind="change", base_period="2007JJ00", adjusted=False)
    check = checked(change, index, field)
    assert check.verdict == "unverifiable" and "method_break" in check.caveats


def test_a_streak_stops_at_a_break_between_periods(index: ObservationIndex, field: Field) -> None:
    more = {"kind": "streak", "condition": Condition("above", D(100000)), "adjusted": False}
    check = checked(claim("40", "open_vacancies", "2010KW01", "quarters", **more), index, field)
    assert check.verdict == "unverifiable"
