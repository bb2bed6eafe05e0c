"""What a reader is told of a claim, word for word: a table of claims with their verdict and both explanations."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from made_claims import KRAPTE, checked, claim, letter

import pipeline
from labour.indicators import Field
from labour.model import Check, Condition
from labour.observations import ObservationIndex

ROWS = tomllib.loads((Path(__file__).resolve().parent / "explanations.toml").read_text(encoding="utf-8"))["stated"]
TOLD = ("verdict", "reason", "near_miss", "nl", "en")


def _checked(row: dict[str, Any], index: ObservationIndex, field: Field) -> Check:
    more = {key: value for key, value in row.items() if key not in (*TOLD, "day", "above")}
    if "above" in row:
        more["condition"] = Condition("above", Decimal(row["above"]))
    day = row.get("day", KRAPTE.isoformat())
    return checked(claim(**more), index, field, None if day == "none" else date.fromisoformat(day))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['quote']} {row.get('indicator', '-')} {row.get('period', '-')}")
def test_what_a_reader_is_told(row: dict[str, Any], index: ObservationIndex, field: Field) -> None:
    made = _checked(row, index, field)
    assert (made.verdict, made.reason, made.near_miss and made.near_miss.kind) == (row["verdict"], row.get("reason"), row.get("near_miss"))
    assert made.explanation_nl == row["nl"]
    assert made.explanation_en == row["en"]


TEXTS = tomllib.loads((Path(__file__).resolve().parent / "letters.toml").read_text(encoding="utf-8"))["text"]


@pytest.mark.parametrize("row", TEXTS, ids=lambda row: row["text"][:60])
def test_what_figures_of_a_letter_say_of_each_other(row: dict[str, Any], index: ObservationIndex) -> None:
    told = {quote: (verdict, nl, en) for quote, verdict, nl, en in row["told"]}
    made = letter(row["text"])
    checks = pipeline.check_claims(pipeline.extract_claims(made), [made], index)
    of_each_other = [c for c in checks if c.verdict in ("consistent", "inconsistent") or c.claim.quote in told]
    assert {c.claim.quote: (c.verdict, c.explanation_nl, c.explanation_en) for c in of_each_other} == told
