"""JSON lines: the fields that other programs rely on, numbers without exponent, one line per row whatever a letter holds."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports import jsonl
from exports.rows import check_row, claim_row, fate_row
from labour.model import NumberFate
from tests.exports import sample

CLAIM_FIELDS = (
    "letter start end quote value value_text unit approx kind indicator sector population period base_value base_period "
    "end_value stated_source footnote rules"
).split()
CHECK_FIELDS = (
    "verdict reason caveats published published_unit interval difference evidence near_miss explanation_nl explanation_en source_url"
).split()


def test_a_claim_has_the_published_fields_in_order() -> None:
    assert list(claim_row(sample.DEVIATES.claim)) == CLAIM_FIELDS


def test_a_check_adds_its_fields_to_the_claims() -> None:
    assert list(check_row(sample.DEVIATES)) == CLAIM_FIELDS + CHECK_FIELDS


def test_a_check_in_full() -> None:
    row = json.loads(jsonl.dump(check_row(sample.DEVIATES)))
    assert row["value"] == 445000
    assert row["rules"] == ["scale"]
    assert row["caveats"] == ["provisional"]
    assert row["interval"] == [444500, None, False, False]
    assert row["near_miss"] == {
        "kind": "period",
        "value_of": ["2023KW03"],
        "text_nl": "445.000 is het derde kwartaal van 2023.",
        "text_en": "445,000 is the third quarter of 2023.",
    }
    assert row["evidence"] == [
        {
            "table_id": "80472ned",
            "measure": "OpenstaandeVacatures_1",
            "dimensions": {"Bedrijfskenmerken": "T001081"},
            "period": "2024KW03",
            "value": 401.5,
            "unit": "x 1 000",
            "status": "voorlopig",
            "vintage": "2024-11-14",
            "source": "CBS StatLine 80472ned, stand 14 november 2024",
        }
    ]


def test_the_account_of_a_number() -> None:
    row = fate_row(NumberFate("brief", 3, 7, "2024", Decimal(2024), "non_claim", "date"))
    assert jsonl.dump(row) == (
        '{"letter": "brief", "start": 3, "end": 7, "text": "2024", "value": 2024, "fate": "non_claim", "reason": "date"}'
    )


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (Decimal("4.45E+5"), "445000"),
        (Decimal("66.0"), "66.0"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("-8.5"), "-8.5"),
        (Decimal("2900000000"), "2900000000"),
        (Decimal("NaN"), "null"),
        (None, "null"),
        (True, "true"),
        ("é €", '"é €"'),
    ],
)
def test_values_print_exactly(value: object, printed: str) -> None:
    assert jsonl.dump(value) == printed


@given(st.text())
def test_any_text_stays_one_line_and_comes_back(text: str) -> None:
    """Whatever a letter holds, lone surrogates and line separators included."""
    printed = jsonl.lines([{"quote": text + "\ud800\u2028\x85\x1b"}]).decode()
    assert printed.splitlines() == [printed.rstrip("\n")]
    assert json.loads(printed)["quote"] == text + "\ud800\u2028\x85\x1b"


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**18), max_value=10**18))
def test_any_number_comes_back_without_exponent(value: Decimal) -> None:
    printed = jsonl.dump(value)
    assert "e" not in printed.lower()
    assert Decimal(printed) == value
