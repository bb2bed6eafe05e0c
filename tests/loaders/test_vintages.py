"""What was known when: states as of a day, first releases, revisions, and what one state changes against another."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from labour.observations import Series, State, build_index
from loaders import snapshot, vintages

DATA = Path(__file__).resolve().parents[2] / "data"
SERIES = Series("k", "open_vacancies", "1NED", "m", (), "label", "vacancies", "x 1 000", Decimal(1000), 1, True, "total")


def one(value: str, day: str | None, status: str = "voorlopig", method: str = "", confidence: str = "high") -> State:
    return State(Decimal(value), status, date.fromisoformat(day) if day else None, day or "", "S1", confidence, method)


INDEX = build_index(
    [
        (SERIES, "2025KW01", one("395.1", "2025-05-15")),
        (SERIES, "2025KW01", one("395", "2025-06-01")),  # the same number in a text, rounded
        (SERIES, "2025KW01", one("394.8", "2025-08-15")),
        (SERIES, "2025KW02", one("388.5", "2025-08-15")),
        (SERIES, "2025KW02", one("390", None)),
        (SERIES, "2025KW03", one("385", "2025-11-01", method="old")),
        (SERIES, "2025KW03", one("370", "2026-01-01", method="new")),
        (SERIES, "2025KW04", one("380", "2026-02-01")),
        (SERIES, "2025KW04", one("10", "2026-02-02", confidence="low")),
        (SERIES, "2025KW04", one("381", "2026-03-01")),
    ]
)


@pytest.mark.parametrize(
    ("day", "known"),
    [
        ("2025-05-14", {}),
        ("2025-05-15", {"2025KW01": "395.1"}),
        ("2025-08-14", {"2025KW01": "395"}),
        ("2025-08-15", {"2025KW01": "394.8", "2025KW02": "388.5"}),
        ("2027-01-01", {"2025KW01": "394.8", "2025KW02": "388.5", "2025KW03": "370", "2025KW04": "381"}),
    ],
)
def test_a_day_knows_the_newest_state_up_to_it(day: str, known: dict[str, str]) -> None:
    assert {period: str(state.value) for period, state in vintages.as_of(INDEX, "k", date.fromisoformat(day)).items()} == known


def test_the_first_release_is_the_oldest_dated_state() -> None:
    released = {period: str(state.value) for period, state in vintages.first_release(INDEX, "k").items()}
    assert released == {"2025KW01": "395.1", "2025KW02": "388.5", "2025KW03": "385", "2025KW04": "380"}
    assert vintages.first_release(INDEX, "nothing") == {}


def test_revisions_are_changes_of_the_number_under_one_method() -> None:
    found = [(r.period, str(r.before), str(r.after), str(r.known_from)) for r in vintages.revisions(INDEX, "k")]
    assert found == [("2025KW01", "395.1", "394.8", "2025-08-15"), ("2025KW04", "380", "381", "2026-03-01")]


def test_shipped_first_publications_count_as_states() -> None:
    """Tension of the fourth quarter of 2021 was published as 105 and later as 106."""
    index = snapshot.load_index(DATA)
    [series] = [one for one in index.of("labour_market_tension", group="total") if one.basis == ""]
    assert str(vintages.first_release(index, series.key)["2021KW04"].value) == "105"
    assert str(vintages.as_of(index, series.key, date(2024, 12, 13))["2021KW04"].value) == "106"
    assert str(vintages.as_of(index, series.key, date(2022, 3, 1))["2021KW04"].value) == "105"


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("66", "66.0", True),
        ("395", "395.1", True),
        ("395", "395.6", False),
        ("396", "395.5", True),
        ("66.0", "66.1", False),
        ("-0.5", "-1", True),
    ],
)
def test_a_coarser_print_is_the_same_number(before: str, after: str, same: bool) -> None:
    assert vintages.same_number(Decimal(before), Decimal(after)) is same
    assert vintages.same_number(Decimal(after), Decimal(before)) is same


def held(cells: dict[str, tuple[str | None, str]]) -> vintages.Held:
    return {"k": (SERIES, {period: (None if value is None else Decimal(value), status) for period, (value, status) in cells.items()})}


OLD = held(
    {"2025KW01": ("10", "voorlopig"), "2025KW02": ("11", "voorlopig"), "2025KW03": (None, "voorlopig"), "2025KW04": ("12", "unknown")}
)


@pytest.mark.parametrize(
    ("new", "periods", "revised", "statuses"),
    [
        ({}, (), [], []),
        ({"2025KW01": ("10", "voorlopig")}, (), [], []),
        ({"2025KW01": ("10.0", "voorlopig")}, (), [], []),
        ({"2025KW01": ("10.4", "voorlopig")}, (), [], []),  # more decimals of the same number
        ({"2025KW01": ("10.6", "voorlopig")}, (), [("2025KW01", "10", "10.6")], []),
        ({"2025KW01": (None, "voorlopig")}, (), [("2025KW01", "10", "None")], []),
        ({"2025KW01": ("10", "definitief")}, (), [], [("2025KW01", "voorlopig", "definitief")]),
        ({"2025KW04": ("12", "definitief")}, (), [], []),  # unknown before: nothing is known to have changed
        ({"2025KW03": ("13", "voorlopig"), "2026KW01": ("14", "voorlopig")}, ("2025KW03", "2026KW01"), [], []),
        ({"2026KW02": (None, "voorlopig")}, (), [], []),
    ],
)
def test_changes_are_told_apart(
    new: dict[str, tuple[str | None, str]],
    periods: tuple[str, ...],
    revised: list[tuple[str, str, str]],
    statuses: list[tuple[str, str, str]],
) -> None:
    found = vintages.changes(OLD, held(new))
    assert found.new_periods == periods
    assert [(r.period, str(r.before), str(r.after)) for r in found.revised] == revised
    assert [(s.period, s.before, s.after) for s in found.statuses] == statuses
    assert bool(found) is bool(periods or revised or statuses)


def test_a_series_that_was_not_held_is_new() -> None:
    found = vintages.changes({}, OLD)
    assert found.new_series == (SERIES,)
    assert (found.new_cells, found.new_periods) == (3, ("2025KW01", "2025KW02", "2025KW04"))
