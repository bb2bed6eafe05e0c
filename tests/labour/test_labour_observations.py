"""States of a cell: which one was known on a day, which is the newest, which came first."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from labour.observations import ObservationIndex, Series, State, build_index, first_release, known_on, latest


def series(key: str, indicator: str = "open_vacancies", group: str = "total", adjusted: bool | None = True) -> Series:
    return Series(key, indicator, "80474ned", "m", (), group, "vacancies", "x 1 000", Decimal(1000), 1, adjusted, group)


def state(value: str, known_from: str | None, vintage: str = "") -> State:
    day = None if known_from is None else date.fromisoformat(known_from)
    return State(Decimal(value), "voorlopig", day, vintage or (known_from or ""), "cbs", "high")


FIRST, SECOND, UNDATED = state("449", "2022-11-14"), state("445.3", "2024-02-14"), state("446", None)
INDEX = build_index(
    [
        (series("a"), "2022KW03", SECOND),
        (series("a"), "2022KW03", UNDATED),
        (series("a"), "2022KW03", FIRST),
        (series("a"), "2022KW03", FIRST),
        (series("a"), "2022KW02", FIRST),
        (series("b", group="Q", adjusted=False), "2022KW03", SECOND),
        (series("c", indicator="jobs"), "2022KW03", UNDATED),
    ]
)


def test_states_stand_oldest_first_undated_last_and_each_once() -> None:
    assert INDEX.states("a", "2022KW03") == (FIRST, SECOND, UNDATED)
    assert INDEX.periods("a") == ["2022KW02", "2022KW03"]
    assert INDEX.states("a", "1999KW01") == INDEX.states("nowhere", "2022KW03") == ()


@pytest.mark.parametrize(
    ("day", "known"), [("2022-11-13", None), ("2022-11-14", FIRST), ("2024-02-13", FIRST), ("2024-02-14", SECOND), ("2030-01-01", SECOND)]
)
def test_what_was_known_on_a_day(day: str, known: State | None) -> None:
    assert known_on(INDEX.states("a", "2022KW03"), date.fromisoformat(day)) == known


def test_without_a_day_nothing_is_known_then() -> None:
    assert known_on(INDEX.states("a", "2022KW03"), None) is None


def test_of_states_of_one_day_the_later_row_wins() -> None:
    coarse, exact = state("445", "2024-02-14", "news"), state("445.3", "2024-02-14", "table")
    index = build_index([(series("a"), "2022KW03", coarse), (series("a"), "2022KW03", exact)])
    assert known_on(index.states("a", "2022KW03"), date(2024, 2, 14)) == exact


@pytest.mark.parametrize(
    ("states", "newest", "first"),
    [((FIRST, SECOND, UNDATED), SECOND, FIRST), ((UNDATED,), UNDATED, None), ((), None, None)],
)
def test_newest_and_first(states: tuple[State, ...], newest: State | None, first: State | None) -> None:
    assert (latest(states), first_release(states)) == (newest, first)


def test_an_index_as_of_a_day_has_lost_what_came_later_and_what_has_no_day() -> None:
    then = INDEX.as_of(date(2023, 1, 1))
    assert then.states("a", "2022KW03") == (FIRST,)
    assert then.series.keys() == {"a"}
    assert INDEX.as_of(date(2024, 2, 14)).states("a", "2022KW03") == (FIRST, SECOND)  # what came out on the day itself was known on it


def test_series_are_found_by_indicator_group_and_adjustment() -> None:
    def keys(index: ObservationIndex, **narrowed: object) -> list[str]:
        return [one.key for one in index.of("open_vacancies", **narrowed)]  # type: ignore[arg-type]

    assert keys(INDEX) == ["a", "b"]
    assert keys(INDEX, group="Q") == ["b"]
    assert keys(INDEX, adjusted=True) == ["a"]
    assert keys(INDEX, group="Q", adjusted=True) == []
    assert list(INDEX.of("nothing")) == []
