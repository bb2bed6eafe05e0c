"""Shortages by unit and year, vacancies and vacancy rate by section, and the small pictures of one row."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal

import pytest
from stated import check, everything, trace, words

from figures.counts import verdict_counts
from figures.detail import interval, revisions
from figures.sectors import sector_vacancies, sector_vacancy_rate
from figures.shortages import shortages
from labour.indicators import Field
from labour.model import VERDICTS, Check, Evidence, Interval
from labour.observations import ObservationIndex, State, build_index


def test_units_never_share_an_axis(held: ObservationIndex, field: Field, checks: list[Check]) -> None:
    picture = shortages(held, field, checks, parts=True)
    units = defaultdict(set)
    for one in picture.figure.data:
        units[one.yaxis].add(one.meta[0])
    assert {unit for found in units.values() for unit in found} == {"persons", "fte", "vacancies"}
    assert all(len(found) == 1 for found in units.values())
    assert {"(personen)", "(fte)", "(vacatures)"} <= {word for text in words(picture.figure) for word in text.replace("</b>", "").split()}


def test_what_is_not_a_shortage_is_left_out_with_a_note(held: ObservationIndex, field: Field, checks: list[Check]) -> None:
    picture = shortages(held, field, checks)
    told = "Weggelaten: de benodigde instroom van docenten in het mbo (2.200 en 1.700 fte) is geen tekort."
    assert any(told in text for text in words(picture.figure))
    assert not {2200.0, 1700.0} & {float(value) for value in picture.table["value"]}
    without = shortages(held, field, [one for one in checks if one.claim.indicator != "mbo_required_teacher_inflow"])
    assert not any("Weggelaten" in text for text in words(without.figure))


def test_scenario_scope_and_maker_are_words_in_the_picture(held: ObservationIndex, field: Field, checks: list[Check]) -> None:
    told = " ".join(words(shortages(held, field, checks).figure))
    for text in (
        "2033: referentiescenario",
        "scenario Nieuw beleid",
        "scenario Referentie",
        "excl. kinderopvang",
        "ABF Research",
        "OCW raming",
    ):
        assert text in told
    english = everything(shortages(held, field, checks, language="en").figure)
    for text in ("2033: reference scenario", "scenario new policy", "excl. childcare", "OCW estimate"):
        assert text in english


def test_each_number_stands_in_its_year_and_nothing_between(held: ObservationIndex, field: Field, checks: list[Check]) -> None:
    figure = shortages(held, field, checks, indicators=["police_shortage"]).figure
    (claims,) = [one for one in figure.data if one.marker.symbol[0].endswith("-open")]
    assert list(zip(claims.x, claims.y, strict=True)) == [(2024, 1978), (2028, 194)]
    assert {one.mode for one in figure.data} == {"markers"}
    assert {"? 1.978", "? 194"} <= set(words(figure))


def test_a_claim_without_a_year_gets_no_year(held: ObservationIndex, field: Field, checks: list[Check]) -> None:
    figure = shortages(held, field, checks, indicators=["defence_vacancies", "teacher_shortage_primary_and_secondary"]).figure
    axis = figure.layout[figure.data[-1].xaxis.replace("x", "xaxis")]
    place = dict(zip(axis.ticktext, axis.tickvals, strict=True))["geen jaar"]
    assert figure.data[-1].x == (place,) and place < 2033
    assert "! 9.800" in words(figure)


def test_the_care_shortage_of_letter_and_source(held: ObservationIndex, field: Field, checks: list[Check]) -> None:
    table = shortages(held, field, checks, indicators=["care_shortage"]).table
    by_line = table.groupby("line")["value"].apply(lambda values: {int(value) for value in values}).to_dict()
    assert {195000, 43000} in by_line.values() and {173000, 195000} in by_line.values() and {55000, 190000} in by_line.values()


def test_branches_on_request(held: ObservationIndex, field: Field) -> None:
    assert "Thuiszorg" not in " ".join(shortages(held, field).table["group"])
    assert any(text.startswith("Thuiszorg") for text in shortages(held, field, parts=True).table["group"])


def test_many_panels_make_the_picture_taller_never_unreadable(held: ObservationIndex, field: Field, checks: list[Check]) -> None:
    figure = shortages(held, field, checks, parts=True).figure
    assert figure.layout.width == 1600 and figure.layout.height > 900
    heights = [(axis.domain[1] - axis.domain[0]) for axis in figure.select_yaxes()]
    room = figure.layout.height - figure.layout.margin.t - figure.layout.margin.b
    assert min(heights) * room >= 80


def test_no_shortages_at_all(held: ObservationIndex, field: Field) -> None:
    picture = shortages(held, field, [], since="2099")
    assert picture.table.empty and picture.sentence == "Geen tekorten vastgelegd of in brieven genoemd."


def test_a_panel_per_section_with_its_gaps(held: ObservationIndex, field: Field) -> None:
    figure = sector_vacancies(held, field).figure
    assert len(figure.data) == 19 and len({one.yaxis for one in figure.data}) == 19
    care = trace(figure, "Gezondheids- en welzijnszorg")
    assert care.y[-1] == 63.9 and care.connectgaps is False
    industry = trace(figure, "Industrie")
    assert None in industry.y and industry.y[-1] == 30.4


def test_one_chosen_section(held: ObservationIndex, field: Field) -> None:
    picture = sector_vacancies(held, field, sections=["Q"], language="en")
    assert len(picture.figure.data) == 1 and picture.title == "Open vacancies: Health and social work activities"


def test_the_vacancy_rate_is_of_one_named_quarter(held: ObservationIndex, field: Field) -> None:
    picture = sector_vacancy_rate(held, field)
    assert picture.title.endswith("in het tweede kwartaal van 2024") and set(picture.table["period"]) == {"2024KW02"}
    bars = dict(zip(picture.figure.data[0].meta, picture.figure.data[0].x, strict=True))
    assert (bars["F"], bars["P"], bars["Q"], len(bars)) == (74, 23, 46, 19)
    assert list(bars.values()) == sorted(bars.values())
    assert "alle bedrijfstakken: 46" in words(picture.figure)
    earlier = sector_vacancy_rate(held, field, period="2018KW03")
    assert set(earlier.table["period"]) == {"2018KW03"}


EVIDENCE = Evidence(
    "85224NED", "Netto arbeidsparticipatie", (), "2014KW03", Decimal("66.2"), "%", "definitief", "2026", "CBS StatLine 85224NED, stand 2026"
)


@pytest.mark.parametrize(
    ("allowed", "left", "right"),
    [
        (Interval(Decimal("65.95"), Decimal("66.05")), 65.95, 66.05),
        (Interval(Decimal("66.0"), None, low_open=True), 66.0, None),
        (Interval(None, Decimal("66.05")), None, 66.05),
    ],
)
def test_the_interval_of_the_print_against_the_published_value(
    field: Field, allowed: Interval, left: float | None, right: float | None
) -> None:
    one = check(
        "net_participation", "66.0", "percent", "2014KW03", "deviates", published=Decimal("66.2"), interval=allowed, evidence=(EVIDENCE,)
    )  # fmt: skip
    picture = interval(one, field)
    (bar,) = [shape for shape in picture.figure.layout.shapes if shape.type == "rect"]
    low, high = picture.figure.layout.xaxis.range
    assert (bar.x0, bar.x1) == (low if left is None else left, high if right is None else right)
    assert trace(picture.figure, "gepubliceerd").x == (66.2,) and low < 66 < 66.2 < high
    assert {"gepubliceerd: 66,2%", "✗ brief: 66,0%"} <= set(words(picture.figure))
    assert any("CBS StatLine 85224NED, stand 2026" in text for text in words(picture.figure))
    assert list(picture.table["value"]) == [Decimal("66.0"), Decimal("66.2")]


def test_the_scale_of_whole_numbers_has_no_decimals(field: Field) -> None:
    """An interval of 9.863.500,0 to 9.864.500,0 is one of whole persons."""
    allowed = Interval(Decimal("9863500.0"), Decimal("9864500.0"))
    one = check(
        "employed_persons", "9864000", "persons", "2026KW02", "deviates", published=Decimal(9839000), interval=allowed, evidence=(EVIDENCE,)
    )  # fmt: skip
    assert interval(one, field).figure.layout.xaxis.tickformat == ",.0f"


def test_no_published_value_is_said_in_the_picture(field: Field, checks: list[Check]) -> None:
    picture = interval(checks[8], field, language="en")
    assert "There is no published figure to set this number against." in words(picture.figure) and picture.table.empty


def test_the_states_of_one_cell(held: ObservationIndex, field: Field) -> None:
    (key,) = [series.key for series in held.of("labour_market_tension", group="total")]
    picture = revisions(held, field, key, "2021KW03")
    steps = {one.name: list(zip(one.x, one.y, strict=True)) for one in picture.figure.data}
    assert steps == {"oude onderzoeksmethode": [("2021-11-16", 126)], "nieuwste stand": [("2022-02-15", 93), ("2023-05-16", 93)]}
    assert picture.title.endswith("van 126 naar 93") and "16 november 2021" in picture.sentence


def test_undated_states_are_named_not_drawn(held: ObservationIndex, field: Field) -> None:
    (series,) = held.of("labour_market_tension", group="total")
    rows = [
        (series, "2024KW03", State(Decimal(106), "unknown", date(2024, 11, 14), "14 november 2024", "A", "high")),
        (series, "2024KW03", State(Decimal(107), "unknown", None, "onbekend", "B", "low")),
    ]
    picture = revisions(build_index(rows), field, series.key, "2024KW03")
    assert [one.y for one in picture.figure.data] == [(106.0,)]
    assert "Zonder datum, niet getekend: 107." in words(picture.figure)


def test_the_counts_add_up(checks: list[Check]) -> None:
    picture = verdict_counts(checks)
    counts = dict(zip(picture.figure.data[0].customdata, picture.figure.data[0].x, strict=True))
    assert sum(count for name, count in counts.items() if not name.startswith("–")) == len(checks)
    assert sum(count for name, count in counts.items() if name.startswith("–")) == counts["? niet te toetsen"]
    assert len([name for name in counts if not name.startswith("–")]) == len(VERDICTS)
    assert (counts["✓ klopt"], counts["! intern strijdig"], counts["– een verwachting"]) == (7, 1, 7)


def test_no_claims_at_all() -> None:
    picture = verdict_counts([])
    assert picture.sentence == "Er zijn geen beweringen om te tellen." and picture.title.startswith("0 beweringen")
