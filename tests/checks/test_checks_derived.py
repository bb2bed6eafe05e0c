"""Figures made from cells: published ones come out, rounding is carried along, seasonally adjusted parts are never added."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from made_claims import KRAPTE, checked, claim

from checks import derived
from checks.lookup import Line, Reading, lines, newest
from checks.question import Ask, put
from labour.indicators import Field
from labour.observations import ObservationIndex, build_index

D = Decimal


def cell(index: ObservationIndex, indicator: str, period: str, group: str = "total", adjusted: bool = True) -> Reading:
    line = line_of(index, indicator, group, adjusted)
    found = newest(line.readings(index, period), None)
    assert found is not None
    return found


def line_of(index: ObservationIndex, indicator: str, group: str = "total", adjusted: bool = True) -> Line:
    return next(x for x in lines(index, indicator) if (x.group, x.adjusted, x.basis) == (group, adjusted, ""))


def without(index: ObservationIndex, indicator: str, group: str = "total") -> ObservationIndex:
    """The index without one group of an indicator."""
    return build_index(
        (series, period, state)
        for key, series in index.series.items()
        if (series.indicator, series.group) != (indicator, group)
        for period, states in index.cells[key].items()
        for state in states
    )


def test_difference_and_growth_carry_the_rounding_of_both(index: ObservationIndex) -> None:
    later, earlier = cell(index, "unemployed_persons", "2024KW03"), cell(index, "unemployed_persons", "2023KW03")
    change, grown = derived.difference(later, earlier), derived.growth(later, earlier)
    assert change.point == 8000 and (change.spread.low, change.spread.high) == (7000, 9000)
    assert grown is not None and grown.point == D("2.18579") and grown.spread.low is not None and grown.spread.high is not None
    assert grown.spread.low < D("1.92") and grown.spread.high > D("2.45") and grown.cells == (later, earlier)


def test_growth_needs_a_base_above_zero(index: ObservationIndex) -> None:
    later = cell(index, "unemployed_persons", "2024KW03")
    nothing = replace(later, state=replace(later.state, value=D(0)))
    assert derived.growth(later, nothing) is None and derived.multiple(later, nothing) is None and derived.share(later, nothing) is None
    assert derived.inverse(nothing) is None and derived.tension(later, nothing) is None


@pytest.mark.parametrize("period", ["2021KW04", "2022KW02", "2023KW01", "2014KW03"])
def test_tension_made_from_its_two_tables_is_within_two_of_what_cbs_published(period: str, index: ObservationIndex) -> None:
    made = derived.tension(cell(index, "open_vacancies", period), cell(index, "unemployed_persons", period))
    published = cell(index, "labour_market_tension", period)
    assert made is not None and abs(made.point - published.point) <= 2 and not made.confident


def test_tension_supports_where_the_cell_is_not_held_and_never_contradicts(index: ObservationIndex, field: Field) -> None:
    bare = without(index, "labour_market_tension")
    right = claim("106", "labour_market_tension", "2024KW03", "per_100", kind="ratio")
    assert checked(right, bare, field).verdict == "supported"
    wrong = checked(replace(right, value=D(160)), bare, field)
    assert (wrong.verdict, wrong.reason) == ("unverifiable", "not_in_snapshot") and wrong.published == D("106.2")
    assert {row.measure for row in wrong.evidence} >= {"Werkloze beroepsbevolking"}


def test_tension_is_not_made_for_a_group_or_from_figures_that_are_missing(index: ObservationIndex, field: Field) -> None:
    bare = without(index, "labour_market_tension")
    of_care = claim("106", "labour_market_tension", "2024KW03", "per_100", kind="ratio", sector="Q")
    assert checked(of_care, bare, field).evidence == ()
    early = claim("106", "labour_market_tension", "1999KW03", "per_100", kind="ratio")
    assert checked(early, bare, field).reason == "not_in_snapshot"


def test_inverse_ratio(index: ObservationIndex) -> None:
    made = derived.inverse(cell(index, "labour_market_tension", "2014KW03"))
    assert made is not None and made.point == D("6.66667")
    assert made.spread.low is not None and made.spread.high is not None and made.spread.low < D("6.5") and made.spread.high > D("6.89")


def test_mean_of_nothing_is_nothing() -> None:
    assert derived.mean([]) is None and derived.total([]) is None


def test_sections_add_up_before_seasonal_adjustment(index: ObservationIndex) -> None:
    """Specialist (M) and rental and other (N) business services in 2023KW03, and M-N as CBS publishes it."""
    parts = [cell(index, "open_vacancies", "2023KW03", group, adjusted=False) for group in ("M", "N")]
    made = derived.total(parts)
    whole = cell(index, "open_vacancies", "2023KW03", "M-N", adjusted=False)
    assert made is not None and made.spread.holds(whole.point) and not made.confident


def test_seasonally_adjusted_parts_are_never_added(index: ObservationIndex) -> None:
    parts = [cell(index, "open_vacancies", "2023KW02", group) for group in ("M", "N")]
    assert derived.total(parts) is None


def test_a_range_of_sections_is_made_of_its_sections(index: ObservationIndex, field: Field) -> None:
    bare = without(index, "open_vacancies", "M-N")
    whole = cell(index, "open_vacancies", "2023KW03", "M-N", adjusted=False)
    made = claim("x", "open_vacancies", "2023KW03", "vacancies", sector="M-N", value=whole.point, step=D(1000))
    check = checked(made, bare, field, date(2024, 2, 1))
    assert check.verdict == "supported" and len(check.evidence) == 2
    adjusted = checked(replace(made, adjusted=True), bare, field, date(2024, 2, 1))
    assert adjusted.reason == "not_in_snapshot"
    without_n = without(bare, "open_vacancies", "N")
    assert checked(made, without_n, field, date(2024, 2, 1)).reason == "not_in_snapshot"


def test_a_question_whose_cells_are_not_held(index: ObservationIndex) -> None:
    line = line_of(index, "open_vacancies")
    assert put(Ask("level", line, "1990KW01"), index) is None
    assert put(Ask("share", line, "2022KW03"), index) is None


def test_an_answer_keeps_to_one_method(index: ObservationIndex) -> None:
    """On 14 May 2023 tension of 2021KW02 was out by the old method only, that of 2021KW03 by both: no difference can be made."""
    line = line_of(index, "labour_market_tension")
    question = put(Ask("difference", line, "2021KW03", "2021KW02"), index)
    assert question is not None
    by_may = question.at(date(2023, 5, 14))
    assert by_may is not None and by_may.point == 20 and by_may.methods == {"ebb_old"}
    now = question.at(KRAPTE)
    assert now is not None and now.point == 15 and now.methods == {"ebb_2021"}
    assert question.at(date(2021, 1, 1)) is None


def test_no_answer_when_the_methods_never_meet(index: ObservationIndex) -> None:
    line = line_of(index, "labour_market_tension")
    question = put(Ask("difference", line, "2024KW03", "2010KW01"), index)
    assert question is not None and question.at(None) is None and question.first() is None
