"""Lines of any indicator, vacancies above unemployed, and the Beveridge curve."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from stated import drawn, trace, words

from figures.beveridge import beveridge
from figures.cells import day_words, gapped, points, source_line
from figures.lines import indicator_line
from figures.vacancies import vacancies_and_unemployed
from labour.indicators import Field
from labour.model import Check
from labour.observations import ObservationIndex, Series, State, build_index


def without(held: ObservationIndex, indicator: str, period: str) -> ObservationIndex:
    """The index without one period of an indicator."""

    def rows() -> Iterator[tuple[Series, str, State]]:
        for key, periods in held.cells.items():
            for one, states in periods.items():
                if (held.series[key].indicator, one) != (indicator, period):
                    yield from ((held.series[key], one, state) for state in states)

    return build_index(rows())


def test_vacancies_and_persons_never_share_an_axis(held: ObservationIndex, field: Field, checks: list[Check]) -> None:
    picture = vacancies_and_unemployed(held, field, checks)
    upper, lower = ({one.name: one for one in picture.figure.data if one.yaxis == axis} for axis in ("y", "y2"))
    assert drawn(upper["nieuwste stand"])["2022KW02"] == 463.7
    assert drawn(lower["nieuwste stand"])["2022KW02"] == 327
    domains = picture.figure.layout.yaxis.domain, picture.figure.layout.yaxis2.domain
    assert domains[1][1] < domains[0][0], "unemployed stand below the vacancies"
    assert picture.figure.layout.xaxis.range == picture.figure.layout.xaxis2.range


def test_claims_are_scaled_to_the_table(held: ObservationIndex, field: Field, checks: list[Check]) -> None:
    figure = vacancies_and_unemployed(held, field, checks).figure
    assert drawn(trace(figure, "brief: ◷ klopte bij publicatie")) == {"2022KW03": 445}
    assert "◷ 445 · brief 13 dec 2024" in words(figure)


def test_rounding_is_no_revision(held: ObservationIndex, field: Field) -> None:
    firsts = drawn(trace(vacancies_and_unemployed(held, field).figure, "eerste publicatie, later herzien"))
    assert firsts["2022KW03"] == 449  # 445.3 since
    assert "2024KW01" not in firsts


def test_definitions_never_share_a_line(held: ObservationIndex, field: Field) -> None:
    figure = indicator_line(held, field, "vacancy_rate").figure
    bases = {one.name: drawn(one) for one in figure.data}
    assert set(bases) == {"SBI'93, banen uit Enquête Werkgelegenheid en Lonen", "SBI'93, banen uit Polisadministratie", "nieuwste stand"}
    assert [bases[name].get("2007KW04") for name in bases] == [None, 31, 30]


def test_adjusted_by_default_and_unadjusted_on_request(held: ObservationIndex, field: Field) -> None:
    adjusted = drawn(trace(indicator_line(held, field, "net_participation").figure, "nieuwste stand"))
    plain = drawn(trace(indicator_line(held, field, "net_participation", adjusted=False).figure, "nieuwste stand"))
    assert (adjusted["2014KW03"], plain["2014KW03"]) == (66.2, 66.5)


def test_years_and_other_groups(held: ObservationIndex, field: Field) -> None:
    year = indicator_line(held, field, "net_participation", kind="JJ")
    assert drawn(year.figure.data[0])["2014JJ00"] == 66.2
    care = indicator_line(held, field, "open_vacancies", group="Q", adjusted=False)
    assert "Gezondheids- en welzijnszorg" in care.title and care.name == "open_vacancies_q"
    assert "Q Health and social work activities" in indicator_line(held, field, "open_vacancies", group="Q", language="en").title
    assert drawn(care.figure.data[0])["2023KW03"] == 63.9


def test_an_axis_that_does_not_start_at_zero_says_so(held: ObservationIndex, field: Field) -> None:
    high, low = indicator_line(held, field, "net_participation").figure, indicator_line(held, field, "unemployment_rate").figure
    assert "De verticale as begint niet bij nul." in words(high) and high.layout.yaxis.range[0] > 0
    assert "De verticale as begint niet bij nul." not in words(low) and low.layout.yaxis.range[0] == 0


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_indicator_without_figures_is_said_so(held: ObservationIndex, field: Field, language: str) -> None:
    picture = indicator_line(held, field, "uwv_tension_indicator", language=language)
    assert not picture.figure.data and ("geen cijfers vastgelegd" in picture.title or "no figures held" in picture.title)


def test_means_of_four_quarters(held: ObservationIndex, field: Field) -> None:
    path = beveridge(held, field).figure.data[0]
    means = dict(zip(path.meta, [pair for pair in zip(path.x, path.y, strict=True) if pair[0] is not None], strict=True))
    # 2022: unemployment 3.5 3.3 3.7 3.6; vacancies 452.8 463.7 445.3 437.1 thousand (84545NED, 15 May 2024)
    assert means["2022KW04"] == (pytest.approx(3.525), pytest.approx(449.725))


def test_a_missing_quarter_takes_four_means_and_breaks_the_path(held: ObservationIndex, field: Field) -> None:
    whole, less = beveridge(held, field).figure.data[0], beveridge(without(held, "open_vacancies", "2017KW02"), field).figure.data[0]
    assert set(whole.meta) - set(less.meta) == {"2017KW02", "2017KW03", "2017KW04", "2018KW01"}
    assert less.connectgaps is False and len([x for x in less.x if x is None]) == len([x for x in whole.x if x is None]) + 4


def test_the_path_names_its_years(held: ObservationIndex, field: Field) -> None:
    told = words(beveridge(held, field).figure)
    assert {str(year) for year in range(2011, 2026)} <= set(told)


def test_every_mean_names_its_cells(held: ObservationIndex, field: Field) -> None:
    table = beveridge(held, field).table
    row = table[(table["period"] == "2022KW01..2022KW04") & (table["unit"] == "x 1 000")].iloc[0]
    assert row["value"] == Decimal("449.725") and "84545NED" in row["table"] and row["source"]


SERIES = Series("a/t/m/total/sa", "a", "t", "m", (), "Totaal", "percent", "%", Decimal(1), 1, True, "total")
OTHER = Series("a/u/m/total/sa", "a", "u", "m", (), "Totaal", "percent", "%", Decimal(1), 1, True, "total")


def state(value: str, day: date | None, **more: str) -> State:
    return State(Decimal(value), "definitief", day, more.pop("vintage", ""), "S", more.pop("confidence", "high"), **more)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (state("5", date(2024, 1, 1)), state("5.2", date(2024, 2, 1)), "5.2"),
        (state("5", date(2024, 2, 1)), state("5.2", date(2024, 2, 1)), "5.2"),
        (state("5", date(2024, 1, 1)), state("9", date(2024, 2, 1), confidence="low"), "5"),
        (state("5", None), state("5.2", date(2020, 1, 1)), "5.2"),
    ],
    ids=["newest", "most decimals", "low confidence last", "undated last"],
)
def test_one_state_per_period(first: State, second: State, expected: str) -> None:
    index = build_index([(SERIES, "2024KW01", first), (OTHER, "2024KW01", second)])
    (point,) = points(index, [SERIES.key, OTHER.key])
    assert str(point.value) == expected


def test_gaps_stay_gaps() -> None:
    index = build_index([(SERIES, key, state("1", date(2025, 1, 1))) for key in ("2024KW01", "2024KW04", "2025KW01", "2024JJ00")])
    assert [point and point.period for point in gapped(points(index, [SERIES.key]))] == ["2024KW01", None, None, "2024KW04", "2025KW01"]


@pytest.mark.parametrize(
    ("vintage", "nl", "en"),
    [("2 juli 2026", "2 juli 2026", "2 July 2026"), ("juli 2026", "juli 2026", "July 2026"), ("2026", "2026", "2026")],
)
def test_a_state_is_dated_as_precisely_as_it_is_known(vintage: str, nl: str, en: str) -> None:
    known = {"2 juli 2026": date(2026, 7, 2), "juli 2026": date(2026, 7, 31), "2026": date(2026, 12, 31)}[vintage]
    one = state("1", known, vintage=vintage, source_text=f"CBS StatLine 85224NED, stand {vintage}")
    assert (day_words(one, "nl"), day_words(one, "en")) == (nl, en)
    index = build_index([(SERIES, "2024KW01", one)])
    assert source_line(points(index, [SERIES.key]), "nl") == f"Bron: CBS StatLine 85224NED, stand {nl}"
    assert source_line(points(index, [SERIES.key]), "en") == f"Source: CBS StatLine 85224NED, state of {en}"
