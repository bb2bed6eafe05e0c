"""What many letters say, counted: claims by indicator, and how many of them figures could confirm or contradict."""

from __future__ import annotations

from datetime import date

import pytest

from labour.corpus_summary import CorpusSummary, Tally, by_indicator, counted
from labour.edition import Edition

TALLIES = (
    Tally("", 2024, "unverifiable", "no_indicator", 40),
    Tally("unemployed_persons", 2023, "deviates", "", 2),
    Tally("open_vacancies", 2024, "supported", "", 5),
    Tally("unemployed_persons", 2024, "unverifiable", "no_period", 1),
    Tally("labour_force", None, "supported_when_published", "", 3),
)


@pytest.fixture
def summary() -> CorpusSummary:
    return CorpusSummary(Edition(date(2024, 12, 13), None, ""), 9, 1, 1, 2, None, None, TALLIES, (), 0, (), 0, (), 0)


def test_claims_and_those_that_figures_speak_of(summary: CorpusSummary) -> None:
    assert summary.claims == 51
    assert summary.checked == 10


def test_indicators_by_how_often_they_are_stated_then_by_name_and_claims_without_one_last() -> None:
    groups = by_indicator(TALLIES)
    assert list(groups) == ["open_vacancies", "labour_force", "unemployed_persons", ""]
    assert [one.year for one in groups["unemployed_persons"]] == [2023, 2024]
    assert {name: counted(found) for name, found in groups.items()} == {
        "open_vacancies": 5, "labour_force": 3, "unemployed_persons": 3, "": 40,
    }  # fmt: skip
