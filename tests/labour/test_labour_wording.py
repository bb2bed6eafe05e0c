"""Numbers and names as a reader sees them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labour import wording


@pytest.mark.parametrize(
    ("value", "decimals", "nl", "en"),
    [
        ("1234.5", None, "1.234,5", "1,234.5"),
        ("66.0", None, "66,0", "66.0"),  # a printed nought is part of the figure
        ("66", None, "66", "66"),
        ("4.45E+5", None, "445.000", "445,000"),
        ("195000", None, "195.000", "195,000"),
        ("-8.5", None, "-8,5", "-8.5"),
        ("-0.0", None, "0,0", "0.0"),
        ("66.05", 1, "66,1", "66.1"),  # half up, as publishers round
        ("0.25", 1, "0,3", "0.3"),
        ("2.5", 0, "3", "3"),
        ("-2.5", 0, "-3", "-3"),
        ("1E-7", None, "0,0000001", "0.0000001"),
    ],
)
def test_numbers_in_print(value: str, decimals: int | None, nl: str, en: str) -> None:
    assert wording.dutch(Decimal(value), decimals) == nl
    assert wording.english(Decimal(value), decimals) == en


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15))
def test_a_dutch_number_reads_back_as_the_same_number(value: Decimal) -> None:
    assert Decimal(wording.dutch(value).replace(".", "").replace(",", ".")) == value


@pytest.mark.parametrize(
    ("value", "unit", "nl", "en"),
    [
        ("445000", "vacancies", "445.000 vacatures", "445,000 vacancies"),
        ("1", "vacancies", "1 vacature", "1 vacancy"),
        ("1", "persons", "1 persoon", "1 person"),
        ("-1", "percentage_point", "-1 procentpunt", "-1 percentage point"),
        ("66.0", "percent", "66,0%", "66.0%"),
        ("106", "per_100", "106 per 100", "106 per 100"),
        ("1800", "EUR", "€ 1.800", "€1,800"),
        ("3", "rank", "nummer 3", "number 3"),
        ("2", "multiple", "2 keer", "2 times"),
        ("10", "years", "10 jaar", "10 years"),
        ("12", "quarters", "12 kwartalen", "12 quarters"),
        ("35", "count", "35", "35"),
        ("0.8", "fraction", "0,8", "0.8"),
        ("32.1", "hours_per_week", "32,1 uur per week", "32.1 hours per week"),
    ],
)
def test_a_value_with_its_unit(value: str, unit: str, nl: str, en: str) -> None:
    assert wording.quantity(Decimal(value), unit) == nl
    assert wording.quantity(Decimal(value), unit, "en") == en


def test_a_value_with_its_unit_in_fewer_decimals() -> None:
    assert wording.quantity(Decimal("66.06"), "percent", decimals=1) == "66,1%"
    assert wording.quantity(Decimal("1234.5"), "EUR", "en", 0) == "€1,235"


def test_every_verdict_has_a_sign_of_its_own() -> None:
    assert len(set(wording.SIGNS.values())) == len(wording.VERDICT_NAMES) == len(wording.SIGNS)
    assert wording.verdict("supported_when_published") == "◷ klopte bij publicatie"


def test_an_id_without_a_name_is_not_hidden() -> None:
    assert wording.verdict("unknown_verdict", "en") == "unknown_verdict"
    assert wording.reason(None) == ""


@pytest.mark.parametrize(
    ("named", "key", "nl", "en"),
    [
        (
            wording.reason,
            "no_period",
            "De brief noemt geen periode waarover het cijfer gaat.",
            "The letter names no period for the figure.",
        ),
        (wording.caveat, "provisional", "Het cijfer is voorlopig.", "The figure is provisional."),
        (wording.near_miss, "sign", "De verandering gaat de andere kant op.", "The change goes the other way."),
        (wording.hedge, "just_over", "ruim", "just over"),
        (wording.kind, "streak", "reeks op rij", "streak"),
        (wording.fate, "refused", "geweigerde bewering", "refused claim"),
        (wording.unit, "quarters", "kwartalen", "quarters"),
        (wording.verdict, "deviates", "✗ wijkt af", "✗ deviates"),
    ],
)
def test_names_are_dutch_unless_english_is_asked(named: Callable[..., str], key: str, nl: str, en: str) -> None:
    assert (named(key), named(key, "nl"), named(key, "en")) == (nl, nl, en)
