"""An explanation says nothing that the check does not hold, and leaves out no figure that it does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from made_claims import KRAPTE, checked, claim

from checks.explain import span_text
from labour import wording
from labour.indicators import Field
from labour.model import CAVEATS, Check, Claim, Condition, Interval
from labour.observations import ObservationIndex
from labour.periods import name

D = Decimal
LANGUAGES = ("nl", "en")
NUMBER = re.compile(r"-?\d(?:[\d.,]*\d)?")
CHANGE = {"kind": "change", "base_period": "2023KW03"}
ABOVE = {"condition": Condition("above", D(100))}

STATED: list[tuple[str, str, str, str, dict[str, Any], date | None]] = [
    ("374 duizend", "unemployed_persons", "2024KW03", "persons", {}, KRAPTE),
    ("384 duizend", "unemployed_persons", "2024KW03", "persons", {}, KRAPTE),
    ("9,8 miljoen", "employed_persons", "2024KW03", "persons", {}, KRAPTE),
    ("2,9 miljoen", "employed_persons", "2023JJ00", "persons", {}, KRAPTE),
    ("106", "labour_market_tension", "2021KW04", "per_100", {"kind": "ratio"}, KRAPTE),
    ("105", "labour_market_tension", "2021KW04", "per_100", {"kind": "ratio"}, KRAPTE),
    ("126", "labour_market_tension", "2021KW03", "per_100", {"kind": "ratio"}, date(2021, 12, 1)),
    ("126", "labour_market_tension", "2021KW03", "per_100", {"kind": "ratio"}, date(2022, 3, 1)),
    ("15", "labour_market_tension", "2024KW03", "per_100", {"kind": "ratio"}, KRAPTE),
    ("0,9", "labour_market_tension", "2024KW03", "persons", {"kind": "ratio"}, KRAPTE),
    ("1,1", "labour_market_tension", "2024KW03", "persons", {"kind": "ratio"}, KRAPTE),
    ("445 duizend", "open_vacancies", "2022KW03", "vacancies", {}, KRAPTE),
    ("449 duizend", "open_vacancies", "2022KW03", "vacancies", {}, KRAPTE),
    ("449 duizend", "open_vacancies", "2022KW03", "vacancies", {}, None),
    ("400.000", "open_vacancies", "2024KW03", "vacancies", {}, KRAPTE),
    ("410 duizend", "open_vacancies", "2023JJ00", "vacancies", {}, KRAPTE),
    ("66,0%", "net_participation", "2014KW03", "percent", {"kind": "share", "period_inferred": True}, KRAPTE),
    ("73,1", "net_participation", "2024KW03", "percentage_point", {"kind": "share"}, KRAPTE),
    ("48%", "part_time_workers", "2024KW03", "percent", {"kind": "share"}, KRAPTE),
    ("6,8%", "cao_wage_growth", "2024KW03", "percent", CHANGE, KRAPTE),
    ("8 duizend", "unemployed_persons", "2024KW03", "persons", CHANGE, KRAPTE),
    ("-18 duizend", "unemployed_persons", "2024KW03", "persons", CHANGE, KRAPTE),
    ("2,2%", "unemployed_persons", "2024KW03", "percent", CHANGE, KRAPTE),
    ("4,2%", "unemployed_persons", "2024KW03", "percent", CHANGE, KRAPTE),
    ("2,2", "unemployed_persons", "2024KW03", "percentage_point", CHANGE, KRAPTE),
    ("40 duizend", "unemployed_persons", "2024KW03", "persons", {"kind": "change"}, KRAPTE),
    ("12", "labour_market_tension", "2024KW03", "quarters", {"kind": "streak", **ABOVE}, KRAPTE),
    ("14", "labour_market_tension", "2024KW03", "quarters", {"kind": "streak", **ABOVE}, KRAPTE),
    ("voor het eerst", "labour_market_tension", "2021KW04", "rank", {"kind": "record", **ABOVE}, KRAPTE),
    ("voor het eerst", "labour_market_tension", "2022KW04", "rank", {"kind": "record", **ABOVE}, KRAPTE),
    ("2", "employed_persons", "2023JJ00", "multiple", {"kind": "multiple", "base_period": "2013JJ00"}, KRAPTE),
    ("121", "labour_market_tension", "2022JJ00..2023JJ00", "per_100", {"kind": "ratio"}, KRAPTE),
    ("13.000", "open_vacancies", "2024KW03", "vacancies", {"approx": "at_most"}, KRAPTE),
    ("900.000", "open_vacancies", "2024KW03", "vacancies", {"approx": "at_least"}, KRAPTE),
    ("195.000", "care_shortage", "2033JJ00", "persons", {"kind": "forecast"}, KRAPTE),
]


@pytest.fixture(params=STATED, ids=lambda row: f"{row[0]} {row[1]} {row[2]}")
def check(request: pytest.FixtureRequest, index: ObservationIndex, field: Field) -> Check:
    text, indicator, period, unit, more, day = request.param
    return checked(claim(text, indicator, period, unit, **more), index, field, day)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_is_the_claims_or_the_evidences(check: Check, language: str) -> None:
    known = set(_known(check, language))
    for number in NUMBER.findall(_explanation(check, language)):
        assert number.lstrip("-") in known, (number, _explanation(check, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_of_the_evidence_is_told(check: Check, language: str) -> None:
    said = {number.lstrip("-") for number in NUMBER.findall(_explanation(check, language))}
    for row in check.evidence:
        assert wording.number(row.value, language).lstrip("-") in said, (row.value, _explanation(check, language))
    if check.verdict == "deviates" and check.difference is not None:
        assert wording.number(_plain(abs(check.difference)), language) in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_caveat_is_told(check: Check, language: str) -> None:
    by_figures = {"superseded_before_letter", "first_publication_differs", "unit_suspect"}  # told by the figures set side by side
    for caveat in set(check.caveats) - by_figures:
        assert wording.caveat(caveat, language) in _explanation(check, language), caveat
    assert set(check.caveats) <= set(CAVEATS) and list(check.caveats) == [c for c in CAVEATS if c in check.caveats]


def test_a_refusal_opens_with_its_reason(check: Check) -> None:
    if check.verdict == "unverifiable":
        assert check.explanation_nl.startswith(wording.reason(check.reason))
        assert check.explanation_en.startswith(wording.reason(check.reason, "en"))


def _explanation(check: Check, language: str) -> str:
    return check.explanation_en if language == "en" else check.explanation_nl


def _known(check: Check, language: str) -> Iterator[str]:
    """Every number that may be printed: of the claim, the evidence, the check's own figures, and the periods it names."""
    made = check.claim
    texts = [made.quote, made.value_text]
    for row in check.evidence:
        texts += [row.source, row.unit, name(row.period, language), *(value for pair in row.dimensions for value in pair)]
        texts += [row.series]
        yield wording.number(abs(row.value), language)
    for value in (made.value, check.published, check.difference):
        if value is not None:
            yield wording.number(_plain(abs(value)), language)
    if check.interval is not None:
        for end in (check.interval.low, check.interval.high):
            if end is not None:
                yield wording.number(_plain(abs(end)), language)
    texts += [name(made.period, language), wording.unit(made.unit, language)]
    texts += [name(key, language) for key in (check.near_miss.value_of if check.near_miss else ())]
    texts += [wording.reason(check.reason, language), *(wording.caveat(c, language) for c in check.caveats)]
    texts += ["per 100", "per 1.000", "per 1,000"]
    for text in texts:
        yield from (number.lstrip("-") for number in NUMBER.findall(text))


def _plain(value: Decimal) -> Decimal:
    return D(f"{value.normalize():f}")


def test_the_interval_in_words() -> None:
    made = Claim("l", 0, 1, "x", D(1), "x", "persons")
    assert span_text(Interval(None, D("1000.0")), made) == "ten hoogste 1.000"
    assert span_text(Interval(D(900000), None), made, "en") == "at least 900,000"
    assert span_text(Interval(D("65.95"), D("66.05")), made) == "65,95 tot 66,05"


def test_a_quote_over_two_lines_is_told_on_one(index: ObservationIndex, field: Field) -> None:
    made = replace(claim("374 duizend", "unemployed_persons", "2024KW03"), quote="374 \nduizend")
    assert "“374 duizend”" in checked(made, index, field).explanation_nl


def test_the_check_carries_what_the_row_needs(index: ObservationIndex, field: Field) -> None:
    made = checked(claim("384 duizend", "unemployed_persons", "2024KW03"), index, field)
    assert made.published == 374000 and made.published_unit == "persons" and made.difference == 10000
    assert made.interval is not None and made.interval.low == 383500
    assert made.source_url.startswith("https://") and made.evidence[0].source and made.evidence[0].vintage


def test_a_change_within_the_rounding_of_the_cells_says_so(index: ObservationIndex, field: Field) -> None:
    """3.7 percent of unemployed in 2024KW03 and in October 2024 alike; a quarter earlier 3.6."""
    small = claim("0,1", "unemployment_rate", "2024MM10", "percentage_point", kind="change", base_period="2024MM09")
    within, beyond = checked(small, index, field), checked(replace(small, period="2024KW03", base_period="2022KW02"), index, field)
    assert "kleiner dan de afronding" in within.explanation_nl and "smaller than the rounding" in within.explanation_en
    assert "afronding van de gepubliceerde" not in beyond.explanation_nl


def test_a_change_within_what_a_revision_moves_says_so(index: ObservationIndex, field: Field) -> None:
    """Open vacancies 2025-II and -III: 388.5 and 387 thousand, both still open to revision; a year before 397 thousand."""
    small = claim("-2 duizend", "open_vacancies", "2025KW03", "vacancies", kind="change", base_period="2025KW02")
    within, beyond = (checked(one, index, field, date(2025, 11, 12)) for one in (small, replace(small, base_period="2024KW03")))
    assert within.published is not None and beyond.published is not None
    assert "kleiner dan de herziening" in within.explanation_nl and "smaller than the revision" in within.explanation_en
    assert "herziening die" not in beyond.explanation_nl
