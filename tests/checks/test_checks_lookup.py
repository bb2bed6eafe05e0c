"""Cells are chosen without the claimed number; readings and lines by hand where the order matters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_claims import KRAPTE, checked, claim

from checks.lookup import choose, kind_of, newest
from checks.reading import breaks_between, read
from labour.indicators import Field
from labour.model import Condition
from labour.observations import ObservationIndex

D = Decimal
STATED: list[tuple[str, str, str, str, dict[str, Any]]] = [
    ("374 duizend", "unemployed_persons", "2024KW03", "persons", {}),
    ("106", "labour_market_tension", "2021KW03", "per_100", {"kind": "ratio"}),
    ("106", "labour_market_tension", "2025KW04", "per_100", {"kind": "ratio"}),
    ("0,9", "labour_market_tension", "2024KW03", "persons", {"kind": "ratio"}),
    ("445 duizend", "open_vacancies", "2022KW03", "vacancies", {}),
    ("65,4 duizend", "open_vacancies", "2023KW02", "vacancies", {"sector": "Q"}),
    ("6,8%", "cao_wage_growth", "2024KW03", "percent", {"kind": "change", "base_period": "2023KW03"}),
    ("8 duizend", "unemployed_persons", "2024KW03", "persons", {"kind": "change", "base_period": "2023KW03"}),
    ("8 duizend", "unemployed_persons", "2024KW03", "persons", {"kind": "change"}),
    ("2,2%", "unemployed_persons", "2024KW03", "percentage_point", {"kind": "change", "base_period": "2023KW03"}),
    ("48%", "part_time_workers", "2024KW03", "percent", {"kind": "share"}),
    ("2", "employed_persons", "2023JJ00", "multiple", {"kind": "multiple", "base_period": "2013JJ00"}),
    ("121", "labour_market_tension", "2022JJ00..2023JJ00", "per_100", {"kind": "ratio"}),
    ("12", "labour_market_tension", "2024KW03", "quarters", {"kind": "streak", "condition": Condition("above", D(100))}),
]


def test_fifty_other_numbers_meet_the_same_cells(index: ObservationIndex, field: Field) -> None:
    for text, indicator, period, unit, more in STATED:
        made = claim(text, indicator, period, unit, **more)
        asked = {_cells(replace(made, value=value), index, field) for value in _others(made.value)}
        assert len(asked) == 1, (text, indicator, period)


def _others(value: Decimal | None) -> list[Decimal]:
    assert value is not None
    return [value, -value, D(0), *(value * factor for factor in (D(1000), D("0.001"))), *(value + n * 7 for n in range(1, 46))]


def _cells(made: Any, index: ObservationIndex, field: Field) -> frozenset[tuple[str, str, str, Decimal]]:
    rows = checked(made, index, field).evidence
    return frozenset((row.table_id, row.measure, row.period, row.value) for row in rows)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(STATED[:-1]), st.decimals(min_value=-(10**7), max_value=10**7, places=1, allow_nan=False, allow_infinity=False))
def test_the_plan_does_not_know_the_number(
    index: ObservationIndex, field: Field, stated: tuple[str, str, str, str, dict[str, Any]], value: Decimal
) -> None:
    text, indicator, period, unit, more = stated
    made = claim(text, indicator, period, unit, **more)
    of = field.indicators[indicator]
    group = more.get("sector", "total")
    assert read(made, of, group, index, KRAPTE) == read(replace(made, value=value), of, group, index, KRAPTE)


def test_of_equal_figures_the_better_source_is_shown(index: ObservationIndex, field: Field) -> None:
    line = choose(index, field.indicators["labour_market_tension"], "total", None, ["2024KW03"], KRAPTE)[0]
    shown = newest(line.readings(index, "2024KW03"), KRAPTE)
    assert shown is not None and shown.state.confidence == "high"
    employed = choose(index, field.indicators["employed_persons"], "total", None, ["2024KW03"], None)[0]
    last = newest(employed.readings(index, "2024KW03"), None)
    assert last is not None and last.series.table_id == "85224NED"


def test_the_default_adjustment_follows_the_frequency(index: ObservationIndex, field: Field) -> None:
    employed = field.indicators["employed_persons"]
    assert choose(index, employed, "total", None, ["2024KW03"], KRAPTE)[0].adjusted is True
    assert choose(index, employed, "total", None, ["2023JJ00"], KRAPTE)[0].adjusted is False
    assert [line.adjusted for line in choose(index, employed, "total", False, ["2024KW03"], KRAPTE)] == [False]
    assert choose(index, employed, "total", True, ["2023JJ00"], KRAPTE) == []


def test_of_two_footings_the_one_known_by_then_comes_first(index: ObservationIndex, field: Field) -> None:
    rate = field.indicators["vacancy_rate"]
    early = choose(index, rate, "total", None, ["2007KW04"], date(2009, 6, 1))
    assert early[0].basis and early[0].readings(index, "2007KW04")[0].point == 31
    late = choose(index, rate, "total", None, ["2007KW04"], KRAPTE)
    assert not late[0].basis and late[0].readings(index, "2007KW04")[0].point == 30


def test_another_footing_is_no_deviation(index: ObservationIndex, field: Field) -> None:
    """31 in the fourth quarter of 2007 on the jobs of the payroll administration, 30 on those of SBI 2008."""
    made = claim("31", "vacancy_rate", "2007KW04", "per_1000", kind="ratio")
    assert checked(made, index, field, date(2009, 6, 1)).verdict == "supported"
    assert checked(made, index, field, KRAPTE).verdict == "unverifiable"


def test_newest_without_states() -> None:
    assert newest([], None) is None and newest([], KRAPTE) is None


@pytest.mark.parametrize(("key", "kind"), [("2024KW03", "KW"), ("2024X000", ""), ("", "")])
def test_kind_of_a_key(key: str, kind: str) -> None:
    assert kind_of(key) == kind


@pytest.mark.parametrize(
    ("base", "period", "cut"),
    [("2007JJ00", "2009JJ00", "2008KW03"), ("2009JJ00", "2010JJ00", ""), ("2007KW01", "2008KW03", "2008KW03"), ("", "2009JJ00", "")],
)
def test_the_break_between_two_periods(base: str, period: str, cut: str, field: Field) -> None:
    assert breaks_between(field.indicators["open_vacancies"], base, period) == cut
