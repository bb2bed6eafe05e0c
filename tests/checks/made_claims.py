"""Claims as a letter would state them, for the tables of the tests: value and step are read from the Dutch print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from checks.verdicts import check_claims
from labour.indicators import Field
from labour.model import CAVEATS, NEAR_MISS_KINDS, REASONS, VERDICTS, Check, Claim, Letter
from labour.observations import ObservationIndex

SCALES = {"duizend": 1000, "miljoen": 1000000, "miljard": 1000000000}
KRAPTE = date(2024, 12, 13)
PERCENT = {"percent", "percentage_point"}


def number(text: str) -> tuple[Decimal, Decimal]:
    """Value and step of a Dutch print: "445 duizend" is 445000 to a thousand, "66,0" to a tenth, "195.000" to a thousand."""
    found = re.search(r"-?\d[\d.]*(?:,(\d+))?", text)
    assert found, text
    decimals = len(found[1] or "")
    scale = next((factor for word, factor in SCALES.items() if word in text), 1)
    value = Decimal(found[0].replace(".", "").replace(",", ".")) * scale
    bare = scale == 1 and not decimals and found[0].endswith(".000")
    return value, Decimal(1000) if bare else Decimal(scale).scaleb(-decimals)


def claim(quote: str, indicator: str | None = None, period: str | None = None, unit: str = "persons", **more: Any) -> Claim:
    """A claim of the letter "brief"; kind, unit and value follow from the print unless told otherwise."""
    value, step = (None, None) if more.get("kind") == "record" or "value" in more else number(quote)
    made = {
        "letter": "brief",
        "start": 0,
        "end": len(quote),
        "quote": quote,
        "value": value,
        "value_text": quote,
        "unit": unit,
        "kind": "level",
        "indicator": indicator,
        "period": period,
        "step": step,
    }
    return Claim(**{**made, **more})


def letter(text: str = "", day: date | None = KRAPTE, **more: Any) -> Letter:
    return Letter(**{"name": "brief", "text": text, "day": day, "precision": "day" if day else "", **more})


def checked(made: Claim, index: ObservationIndex, field: Field, day: date | None = KRAPTE, text: str = "") -> Check:
    return checked_all([made], index, field, [letter(text, day)])[0]


def checked_all(claims: Sequence[Claim], index: ObservationIndex, field: Field, letters: Sequence[Letter]) -> list[Check]:
    checks = check_claims(claims, letters, index, field)
    for check in checks:
        says_all(check)
    return checks


def says_all(check: Check) -> None:
    """Asserts what holds of every check: known words, a reason with every refusal and with nothing else, a sentence in both languages."""
    assert check.verdict in VERDICTS and set(check.caveats) <= set(CAVEATS)
    assert check.reason in REASONS if check.verdict == "unverifiable" else check.reason is None
    assert check.explanation_nl and check.explanation_en
    assert check.near_miss is None or (check.near_miss.kind in NEAR_MISS_KINDS and check.near_miss.text_nl and check.near_miss.text_en)
    assert all(cell.period and cell.status and cell.source for cell in check.evidence)


def placed(text: str, *claims: Claim) -> list[Claim]:
    """The claims at the places of their quotes in the text, each after the one before, in the sentence they stand in."""
    after, made = 0, []
    for one in claims:
        start = text.index(one.quote, after)
        after = start + len(one.quote)
        first = start - len(text[:start].rpartition(". ")[2])
        last = text.find(". ", after)
        made.append(replace(one, start=start, end=after, sentence=(first, last if last >= 0 else len(text))))
    return made
