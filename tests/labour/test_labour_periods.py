"""Reporting periods: keys are parsed, days and names follow from them, and steps go over the ends of years."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labour import periods


@pytest.mark.parametrize(
    ("key", "first", "last", "nl", "en"),
    [
        ("2024JJ00", "2024-01-01", "2024-12-31", "2024", "2024"),
        ("2024KW03", "2024-07-01", "2024-09-30", "derde kwartaal 2024", "Q3 2024"),
        ("2024KW04", "2024-10-01", "2024-12-31", "vierde kwartaal 2024", "Q4 2024"),
        ("2024MM02", "2024-02-01", "2024-02-29", "februari 2024", "February 2024"),
        ("2023MM02", "2023-02-01", "2023-02-28", "februari 2023", "February 2023"),
        ("2024HJ02", "2024-07-01", "2024-12-31", "tweede halfjaar 2024", "second half of 2024"),
        ("2024HJ01", "2024-01-01", "2024-06-30", "eerste halfjaar 2024", "first half of 2024"),
        ("2023SJ00", "2023-08-01", "2024-07-31", "schooljaar 2023/2024", "school year 2023/2024"),
        ("2024W101", "2024-01-01", "2024-01-07", "week 1 2024", "week 1 2024"),
    ],
)
def test_a_period_has_its_days_and_its_name(key: str, first: str, last: str, nl: str, en: str) -> None:
    period = periods.parse(key)
    assert period is not None
    assert (period.key, period.first_day().isoformat(), period.last_day().isoformat()) == (key, first, last)
    assert (periods.name(key), periods.name(key, "en")) == (nl, en)


@pytest.mark.parametrize(
    "key",
    ["2024KW05", "2024KW00", "2024MM13", "2024MM00", "2024JJ01", "2024HJ03", "2025W153", "0000JJ00", "2024XX01", "24KW01", "", "2024"],
)
def test_what_is_no_known_period_stays_opaque(key: str) -> None:
    assert periods.parse(key) is None
    assert periods.name(key) == key


@pytest.mark.parametrize(
    ("key", "steps", "other"),
    [
        ("2024KW04", 1, "2025KW01"),
        ("2024KW01", -1, "2023KW04"),
        ("2024MM12", 2, "2025MM02"),
        ("2024MM01", -13, "2022MM12"),
        ("2024JJ00", -10, "2014JJ00"),
        ("2024HJ02", 1, "2025HJ01"),
        ("2023SJ00", 1, "2024SJ00"),
        ("2020W153", 1, "2021W101"),
    ],
)
def test_steps_go_over_the_end_of_a_year(key: str, steps: int, other: str) -> None:
    period = periods.parse(key)
    assert period is not None
    assert period.shift(steps).key == other
    assert period.shift(steps).shift(-steps).key == key


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.sampled_from(["JJ", "HJ", "KW", "MM"]))
def test_a_day_falls_in_its_period_and_the_one_before_is_the_last_complete(day: date, kind: str) -> None:
    period = periods.containing(day, kind)
    assert period.first_day() <= day <= period.last_day()
    assert periods.last_complete(day, kind).last_day() == period.first_day() - timedelta(days=1)


@pytest.mark.parametrize(
    ("first", "last", "keys"),
    [
        ("2023KW03", "2024KW01", ["2023KW03", "2023KW04", "2024KW01"]),
        ("2024JJ00", "2024JJ00", ["2024JJ00"]),
        ("2024KW02", "2024KW01", []),
        ("2024KW01", "2024MM03", []),
        ("opaque", "2024KW01", []),
    ],
)
def test_the_periods_between_two(first: str, last: str, keys: list[str]) -> None:
    assert periods.between(first, last) == keys


def test_a_span_is_two_periods() -> None:
    assert periods.span("2022KW03..2024KW03") == ("2022KW03", "2024KW03")
    assert periods.span("2024KW03") is None
    assert periods.span("..2024KW03") is None
    assert periods.name("2022KW03..2024KW03") == "derde kwartaal 2022 tot en met derde kwartaal 2024"
    assert periods.name("2022KW03..2024KW03", "en") == "Q3 2022 to Q3 2024"
    assert periods.name(None) == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-11-14", "2024-11-14"),
        ("2024-11", "2024-11-30"),
        ("2024-02", "2024-02-29"),
        ("2024", "2024-12-31"),
        ("2024-W05", "2024-02-04"),
        ("2024W05", "2024-02-04"),
        ("2024-11-14T06:30:00", "2024-11-14"),
        (" 2024-11 ", "2024-11-30"),
        ("2024-13", None),
        ("2024-02-30", None),
        ("2024-W60", None),
        ("november 2024", None),
        ("", None),
    ],
)
def test_a_date_counts_as_the_last_day_it_can_mean(text: str, day: str | None) -> None:
    found = periods.last_day_of(text)
    assert (found.isoformat() if found else None) == day


def test_keys_made_from_numbers() -> None:
    assert (periods.quarter(2024, 3), periods.month(2024, 11), periods.year(2024)) == ("2024KW03", "2024MM11", "2024JJ00")
    third = periods.parse("2024KW03")
    assert third is not None and third.years_earlier(10).key == "2014KW03"
    assert periods.day_name(date(2024, 12, 13)) == "13 december 2024"
    assert periods.day_name(date(2024, 12, 13), "en") == "13 December 2024"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("derde kwartaal 2024", "2024KW03"),
        ("3e kwartaal van 2024", "2024KW03"),
        ("Q3 2024", "2024KW03"),
        ("2024kw03", "2024KW03"),
        ("November 2024", "2024MM11"),
        ("heel 2024", "2024JJ00"),
        ("2024", "2024JJ00"),
        ("first half of 2024", "2024HJ01"),
        ("schooljaar 2024/2025", "2024SJ00"),
        ("tweede kwartaal 2014 t/m tweede kwartaal 2024", "2014KW02..2024KW02"),
        ("2014KW02..2024KW02", "2014KW02..2024KW02"),
        ("vijfde kwartaal 2024", None),
        ("derde kwartaal", None),
        ("2012 tot en met 2013 tot en met 2014", None),
        ("", None),
    ],
)
def test_a_period_can_be_written_as_it_is_said(text: str, key: str | None) -> None:
    assert periods.from_words(text) == key


@given(st.integers(1990, 2040), st.sampled_from(["JJ00", "SJ00", "HJ01", "KW04", "MM02", "MM12"]), st.sampled_from(["nl", "en"]))
def test_every_name_of_a_period_is_read_back(year: int, part: str, language: str) -> None:
    key = f"{year}{part}"
    assert periods.from_words(periods.name(key, language)) == key
