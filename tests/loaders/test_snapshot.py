"""The held figures: what was published when, with its decimals and source."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from labour.observations import ObservationIndex, Series, State, first_release, known_on, latest
from loaders import snapshot

DATA = Path(__file__).resolve().parents[2] / "data"
TENSION = ("labour_market_tension", "", "total", True, "")
VACANCIES = ("open_vacancies", "84545NED", "total", True, "")


@pytest.fixture(scope="module")
def index() -> ObservationIndex:
    return snapshot.load_index(DATA)


def states(index: ObservationIndex, indicator: str, table: str, group: str, adjusted: bool | None, basis: str, period: str) -> list[State]:
    """The states of the one series with that identity; several measures of one identity would be a mistake in the data."""
    found = [one for one in index.of(indicator, group=group) if (one.table_id, one.adjusted, one.basis) == (table, adjusted, basis)]
    assert len(found) == 1, (indicator, table, group, adjusted, basis, [one.key for one in found])
    return list(index.states(found[0].key, period))


# Each row: a cell, and its values in the order in which they became known (a trailing zero is part of the figure).
PUBLISHED = [
    # the first time more vacancies than unemployed, by the old survey method and by the new one
    ((*TENSION, "2021KW02"), ["106", "78"]),
    ((*TENSION, "2021KW03"), ["126", "93", "93"]),
    ((*TENSION, "2021KW04"), ["105", "106", "106"]),
    ((*TENSION, "2022KW02"), ["143", "143", "143", "142", "142"]),
    ((*TENSION, "2014KW03"), ["18", "15"]),
    ((*TENSION, "2019KW03"), ["90", "66"]),
    ((*TENSION, "2020KW01"), ["82", "81", "56"]),
    ((*TENSION, "2024KW03"), ["106", "106", "106"]),
    ((*VACANCIES, "2022KW03"), ["449", "445.3"]),
    ((*VACANCIES, "2024KW03"), ["397"]),
    ((*VACANCIES, "2023KW02"), ["427", "427.1", "422.2"]),
    ((*VACANCIES, "2016KW03"), ["162", "162.0"]),
    ((*VACANCIES, "2007KW03"), ["236", "236", "253", "248"]),
    (("unemployed_persons", "85224NED", "total", True, "", "2021KW02"), ["307", "416", "416"]),
    (("employed_persons", "85224NED", "total", True, "", "2024KW03"), ["9782"]),
    (("part_time_workers", "85224NED", "total", True, "", "2024KW03"), ["4709"]),
    (("net_participation", "85224NED", "total", True, "", "2024KW03"), ["73.1"]),
    (("net_participation", "85224NED", "total", True, "", "2014KW03"), ["66.2"]),
    (("net_participation", "85224NED", "total", True, "", "2014KW01"), ["66.0"]),
    (("net_participation", "85224NED", "total", True, "", "2014KW02"), ["66.0"]),
    (("net_participation", "85224NED", "total", False, "", "2014KW03"), ["66.5"]),
    (("underemployed_part_time_workers", "85224NED", "total", False, "", "2023JJ00"), ["528", "528"]),
    (("underemployed_part_time_workers", "85224NED", "total", False, "", "2014JJ00"), ["583", "820"]),
    (("cao_wage_growth", "85663NED", "total", False, "", "2024KW03"), ["6.8", "6.9"]),
    (("cao_wage_growth", "85663NED", "total", False, "", "2023KW04"), ["6.9", "6.8"]),
    (("cao_wage_growth", "85663NED", "overheid", False, "", "2024KW03"), ["5.4"]),
    (("open_vacancies", "80472ned", "total", False, "", "2014KW03"), ["112", "112.1"]),
    (("open_vacancies", "80474ned", "Q", True, "", "2023KW02"), ["65.4"]),
    (("open_vacancies", "80473ned", "particuliere bedrijven", False, "", "2023JJ00"), ["383.7"]),
    (("open_vacancies", "37518tot", "total", False, "SBI'93, na de trendbreuk", "2008KW03"), ["237.5"]),
    (("vacancy_rate", "80567ned", "total", False, "", "2024KW02"), ["46"]),
    (("vacancy_rate", "80567ned", "total", False, "", "2007KW04"), ["30"]),
    (("vacancy_rate", "", "total", False, "SBI'93, banen uit Polisadministratie", "2007KW04"), ["31"]),
    (("average_working_hours", "85275NED", "total", False, "", "2023JJ00"), ["32.2"]),
    (("average_working_hours", "82647NED", "total", False, "EBB vóór 2021", "2014JJ00"), ["31.0"]),
    (("share_firms_labour_shortage_main_obstacle", "82435NED", "total", None, "conjunctuurenquête 2012-2023", "2022KW03"), ["38"]),
    (("share_firms_labour_shortage_main_obstacle", "85609NED", "total", None, "", "2022KW03"), ["48"]),
    (("employed_persons_national_accounts", "84164NED", "O-Q", False, "nationale rekeningen vóór revisie 2024", "2022JJ00"), ["2770"]),
    (("persons_in_poverty", "", "total", False, "", "2023JJ00"), ["540"]),
    # gaps stay gaps
    (("vacancy_rate", "80567ned", "total", False, "", "2024KW03"), []),
    ((*VACANCIES, "2026KW02"), []),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "values"), PUBLISHED, ids=lambda value: "/".join(map(str, value)))
def test_what_was_published_in_order(index: ObservationIndex, cell: tuple, values: list[str]) -> None:
    assert [str(state.value) for state in states(index, *cell)] == values


KNOWN = [
    # what a letter of that day could know: the newest state dated on or before it
    ((*TENSION, "2021KW03"), date(2021, 12, 1), "126"),
    ((*TENSION, "2021KW03"), date(2022, 2, 15), "93"),
    ((*TENSION, "2021KW04"), date(2022, 3, 1), "105"),
    ((*TENSION, "2022KW02"), date(2023, 5, 16), "142"),  # of one day the CBS page itself, not who quotes it
    ((*VACANCIES, "2022KW03"), date(2024, 12, 13), "445.3"),
    ((*VACANCIES, "2024KW03"), date(2024, 12, 13), "397"),
    (("cao_wage_growth", "85663NED", "total", False, "", "2024KW03"), date(2024, 12, 13), "6.8"),
    (("cao_wage_growth", "85663NED", "total", False, "", "2024KW03"), date(2025, 1, 31), "6.9"),
    (("employed_persons", "85224NED", "total", True, "", "2024KW03"), date(2024, 12, 13), None),
]


@pytest.mark.parametrize(("cell", "day", "value"), KNOWN, ids=str)
def test_what_was_known_on_a_day(index: ObservationIndex, cell: tuple, day: date, value: str | None) -> None:
    state = known_on(states(index, *cell), day)
    assert (state and str(state.value)) == value


def test_tension_stands_above_100_from_the_end_of_2021_in_every_quarter_the_letter_counts(index: ObservationIndex) -> None:
    quarters = [f"{year}KW0{number}" for year in range(2021, 2025) for number in (1, 2, 3, 4)][3:15]
    newest = [latest([s for s in states(index, *TENSION, quarter) if s.method == "ebb_2021"]) for quarter in quarters]
    assert len(quarters) == 12 and all(state and state.value > 100 for state in newest)
    assert max(s.value for s in states(index, *TENSION, "2021KW03") if s.method == "ebb_2021") < 100


def test_the_survey_method_tells_the_old_tension_from_the_new(index: ObservationIndex) -> None:
    (series,) = index.of("labour_market_tension")
    for period in index.periods(series.key):
        for state in index.states(series.key, period):
            assert state.known_from is not None
            assert state.method == ("ebb_old" if state.known_from < date(2022, 2, 15) else "ebb_2021"), (period, state)


def test_a_state_without_a_date_is_later_than_any_letter(index: ObservationIndex) -> None:
    (state,) = states(index, "open_vacancies", "80472ned", "total", False, "", "2023JJ00")
    assert state.known_from is None and known_on([state], date.max) is None and first_release([state]) is None


SOURCES = [
    (("net_participation", "85224NED", "total", True, "", "2024KW03"), 0,
     "CBS StatLine 85224NED, stand 2 juli 2026", "https://opendata.cbs.nl/#/CBS/nl/dataset/85224NED/table", False),
    ((*TENSION, "2014KW03"), 0, "CBS, nieuwsbericht 2020/20, stand 15 mei 2020",
     "https://www.cbs.nl/nl-nl/nieuws/2020/20/aantal-vacatures-daalt-met-60-duizend-in-eerste-kwartaal", False),
    ((*VACANCIES, "2022KW03"), 0, "CBS, aangehaald door Nieuws.nl, stand 15 november 2022",
     "https://nieuws.nl/economie/20221115/cbs-arbeidsmarkt-iets-minder-krap/", True),
    (("vacancy_rate", "80567ned", "Q", False, "", "2024KW02"), 0, "CBS StatLine 80567ENG, stand 14 augustus 2024",
     "https://opendata.cbs.nl/#/CBS/en/dataset/80567ENG/table", False),
    (("share_firms_labour_shortage_main_obstacle", "85609NED", "total", None, "", "2025KW03"), 0,
     "CBS, aangehaald door Accountancy Vanmorgen, stand 6 augustus 2025 (gepubliceerd als “ruim 36%”)",
     "https://www.accountancyvanmorgen.nl/2025/08/06/bedrijven-ervaren-weer-groeiend-personeelstekort/", True),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "place", "text", "url", "secondary"), SOURCES, ids=lambda value: str(value)[:60])
def test_every_state_says_where_it_comes_from(
    index: ObservationIndex, cell: tuple, place: int, text: str, url: str, secondary: bool
) -> None:
    state = states(index, *cell)[place]
    assert (state.source_text, state.url, state.secondary) == (text, url, secondary)


def test_care_forecasts_are_keyed_by_maker_edition_scenario_and_scope(index: ObservationIndex) -> None:
    held = {
        tuple(dict(one.dimensions).get(name) for name in ("Maker", "Editie", "Scenario", "Afbakening")): [
            str(state.value) for state in index.states(one.key, "2033JJ00")
        ]
        for one in index.of("care_shortage", group="total")
    }
    scope = "Zorg en welzijn excl. kinderopvang"
    assert held["ABF Research", "december 2023", "Referentie", scope] == ["195000"]
    assert held["ABF Research", "december 2023", "Nieuw beleid", scope] == ["190000", "190000"]


@pytest.mark.parametrize(
    ("indicator", "period", "value"),
    [
        ("teacher_shortage_primary", "2021JJ00", "9100"),
        ("teacher_shortage_secondary", "2021JJ00", "1700"),
        ("teacher_shortage_primary", "2020JJ00", "4000"),
    ],
)
def test_a_figure_that_a_ministers_letter_is_the_source_of_is_marked(
    index: ObservationIndex, indicator: str, period: str, value: str
) -> None:
    found = [(one, state) for one in index.of(indicator) for state in index.states(one.key, period) if str(state.value) == value]
    assert found and all("kamerbrief" in one.basis and ("Bron", "kamerbrief") in one.dimensions for one, _ in found)


def test_a_hedged_figure_may_support_and_never_contradict(index: ObservationIndex) -> None:
    hedged = [s for cells in index.cells.values() for found in cells.values() for s in found if "gepubliceerd" in s.source_text]
    assert len(hedged) > 20 and {state.confidence for state in hedged} <= {"medium", "low"}


def test_states_fetched_later_lie_over_the_shipped_ones() -> None:
    series, period, state = next(row for row in snapshot.load_rows(DATA) if row[0].table_id == "85224NED")
    newer = State(Decimal(1), "definitief", date(2027, 1, 1), "1 januari 2027", "fetched", "high")
    index = snapshot.load_index(DATA, [(series, period, newer)])
    assert index.states(series.key, period)[-1] == newer and state in index.states(series.key, period)


def test_a_key_names_the_series_and_its_basis() -> None:
    assert snapshot.series_key("open_vacancies", "80472ned", "Openstaande vacatures", "Q", False) == (
        "open_vacancies/80472ned/Openstaande vacatures/Q/nsa"
    )
    assert snapshot.series_key("x", "", "Maat", "total", None, "oud") == "x//Maat/total/onbekend/oud"


def test_the_series_are_equal_for_every_state(index: ObservationIndex) -> None:
    """One key never stands for two series: a state would show another's unit or scale."""
    held: dict[str, Series] = {}
    for series, _, _ in snapshot.load_rows(DATA):
        assert held.setdefault(series.key, series) == series
    assert held.keys() == index.series.keys()
