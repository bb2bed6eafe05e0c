"""Errors that survive a process border, intervals with open ends, and judgements that stand or were taken back."""

from __future__ import annotations

import errno
import pickle
from dataclasses import replace
from decimal import Decimal

import pytest

from labour.errors import CijfertoetsError, LetterError, cause
from labour.judgement import Judgement, place_of, read_as, standing
from labour.model import Claim, Interval, Letter

CLAIM = Claim("brief", 3, 9, "445", Decimal(445), "445", "vacancies", indicator="open_vacancies", period="2024KW03", period_inferred=True)
JUDGED = Judgement("ab", "brief", 3, 9, "445", "open_vacancies", "2026-11-20T10:00:00+01:00", "nee", "deviates", "supported")


def test_an_error_is_one_sentence_in_each_language() -> None:
    error = LetterError("kan niet", "cannot")
    assert (error.sentence(), error.sentence("en"), str(error)) == ("kan niet", "cannot", "kan niet")


@pytest.mark.parametrize(("place", "page"), [(0, 1), (9, 1), (10, 2), (10_000, 3)])
def test_a_place_stands_on_the_page_that_began_last(place: int, page: int) -> None:
    assert Letter("brief", "x" * 20_000, pages=(0, 10, 30)).page_at(place) == page
    assert Letter("brief", "x" * 20_000).page_at(place) is None


def test_an_error_comes_back_whole_from_another_process() -> None:
    back = pickle.loads(pickle.dumps(LetterError("kan niet", "cannot")))
    assert isinstance(back, LetterError) and isinstance(back, CijfertoetsError)
    assert (back.nl, back.en) == ("kan niet", "cannot")


@pytest.mark.parametrize(
    ("error", "nl", "en"),
    [
        (FileNotFoundError(errno.ENOENT, "No such file"), "bestaat niet", "does not exist"),
        (OSError(errno.ENOSPC, "No space left on device"), "de schijf is vol", "the disk is full"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error", "Input/output error"),
        (OSError("iets"), "iets", "iets"),
    ],
)
def test_why_the_system_refused(error: OSError, nl: str, en: str) -> None:
    assert cause(error) == (nl, en)


@pytest.mark.parametrize(
    ("interval", "inside", "outside"),
    [
        (Interval(Decimal("65.95"), Decimal("66.05")), ["65.95", "66", "66.0499"], ["65.9499", "66.05"]),
        (Interval(Decimal(10), None), ["10", "1000000"], ["9.99"]),
        (Interval(Decimal(10), None, low_open=True), ["10.01"], ["10"]),
        (Interval(None, Decimal(10), high_open=False), ["10", "-5"], ["10.01"]),
        (Interval(None, None), ["-1", "0"], []),
    ],
)
def test_an_interval_holds_its_closed_ends_only(interval: Interval, inside: list[str], outside: list[str]) -> None:
    assert all(interval.holds(Decimal(value)) for value in inside)
    assert not any(interval.holds(Decimal(value)) for value in outside)


def test_the_last_judgement_stands_until_it_is_withdrawn() -> None:
    later = replace(JUDGED, note="toch wel", verdict="deviates")
    other = replace(JUDGED, start=50)
    assert standing([JUDGED, later, other]) == {JUDGED.place: later, other.place: other}
    assert standing([JUDGED, later, replace(JUDGED, withdrawn=True)]) == {}
    assert place_of("ab", CLAIM) == JUDGED.place
    assert place_of("ab", replace(CLAIM, indicator=None)) == ("ab", 3, 9, "")


def test_a_period_that_a_person_named_is_no_longer_inferred() -> None:
    read = read_as(CLAIM, replace(JUDGED, reading=(("period", "2023KW03"),)))
    assert (read.period, read.period_inferred, read.indicator) == ("2023KW03", False, "open_vacancies")


def test_only_fields_of_the_reading_can_be_changed() -> None:
    read = read_as(CLAIM, replace(JUDGED, reading=(("sector", ""), ("value", "1"), ("indicator", "jobs"))))
    assert (read.sector, read.value, read.indicator, read.period_inferred) == (None, Decimal(445), "jobs", True)
