"""The tension picture: two methods on two lines, gaps that stay gaps, the break, first publications, claims, and any day's knowledge."""

from __future__ import annotations

from datetime import date

import pytest
from stated import check, drawn, everything, trace, words

from figures.tension import tension
from figures.theme import LIGHT
from labour.indicators import Field
from labour.model import Check
from labour.observations import ObservationIndex

OLD, NEW = "oude onderzoeksmethode", "nieuwe methode, nieuwste stand"
FIRST = "eerste publicatie, later herzien"


def test_each_method_has_a_line_of_its_own(held: ObservationIndex, field: Field, checks: list[Check]) -> None:
    figure = tension(held, field, checks).figure
    old, new = drawn(trace(figure, OLD)), drawn(trace(figure, NEW))
    assert (old["2008KW01"], old["2014KW03"], old["2021KW02"], old["2021KW03"]) == (77, 18, 106, 126)
    assert (new["2013KW01"], new["2014KW03"], new["2021KW03"], new["2021KW04"], new["2022KW02"]) == (14, 15, 93, 106, 142)
    assert max(old) == "2021KW03" and min(new) == "2013KW01" and max(new) == "2026KW02"


@pytest.mark.parametrize(("name", "gaps"), [(OLD, {"2018-02", "2018-05"}), (NEW, {"2026-02"})])
def test_a_quarter_that_is_not_held_breaks_the_line(held: ObservationIndex, field: Field, name: str, gaps: set[str]) -> None:
    line = trace(tension(held, field).figure, name)
    assert line.connectgaps is False
    assert {day[:7] for day, height in zip(line.x, line.y, strict=True) if height is None} == gaps


def test_first_publications_that_were_revised_stand_beside_the_line(held: ObservationIndex, field: Field) -> None:
    firsts = drawn(trace(tension(held, field).figure, FIRST))
    expected = {"2019KW04": 92, "2020KW01": 82, "2020KW04": 55, "2021KW04": 105, "2022KW01": 133, "2022KW02": 143, "2022KW03": 121}
    assert expected | {"2022KW04": 123} == firsts


@pytest.mark.parametrize(("language", "label"), [("nl", "3e kw 2021: 126 → 93"), ("en", "Q3 2021: 126 → 93")])
def test_the_break_is_drawn_and_told(held: ObservationIndex, field: Field, language: str, label: str) -> None:
    picture = tension(held, field, language=language)
    upright = [one for one in picture.figure.layout.shapes if one.x0 == one.x1 == "2021-08-15"]
    assert {(one.y0, one.y1) for one in upright} >= {(93.0, 126.0)}
    assert any(label in text for text in words(picture.figure))
    assert any("15 februari 2022" in text or "15 February 2022" in text for text in words(picture.figure))
    assert "126" in picture.sentence and "93" in picture.sentence


def test_claims_stand_on_the_line_with_sign_and_colour(held: ObservationIndex, field: Field, checks: list[Check]) -> None:
    wrong = check("labour_market_tension", "120", "per_100", "2024KW03", "deviates", letter="brief-twee")
    figure = tension(held, field, [*checks, wrong]).figure
    right = trace(figure, "brief: ✓ klopt")
    assert list(zip(right.meta, right.y, strict=True)) == [("2014KW03", 15), ("2021KW04", 106), ("2024KW03", 106)]
    assert right.marker.color == LIGHT.verdicts["supported"]
    deviating = trace(figure, "brief: ✗ wijkt af")
    assert (deviating.meta, deviating.y, deviating.marker.color) == (("2024KW03",), (120,), LIGHT.verdicts["deviates"])
    assert deviating.marker.symbol != right.marker.symbol
    labels = words(figure)
    assert labels.count("✓ 106 · brief 13 dec 2024") == 2 and "✗ 120 · brief-twee" in labels


def test_equal_claims_of_two_letters_share_a_mark(held: ObservationIndex, field: Field, checks: list[Check]) -> None:
    again = check("labour_market_tension", "106", "per_100", "2024KW03", letter="brief-twee")
    picture = tension(held, field, [*checks, again])
    assert "✓ 106 · 2 brieven" in words(picture.figure)
    assert list(picture.table["source"]).count("brief-twee") == 1


def test_quarters_in_a_row_are_a_bar_along_the_line_at_100(held: ObservationIndex, field: Field, checks: list[Check]) -> None:
    figure = tension(held, field, checks).figure
    bars = [(one.x0[:7], one.x1[:7], one.y0) for one in figure.layout.shapes if one.y0 == one.y1]
    assert bars == [("2021-11", "2024-08", 100.0)]
    assert any("12 kwartalen op rij" in text for text in words(figure))
    even = trace(figure, "100: evenveel vacatures als werklozen")
    assert set(even.y) == {100.0}


def test_provisional_points_are_hollow_and_explained(held: ObservationIndex, field: Field) -> None:
    picture = tension(held, field)
    line = trace(picture.figure, NEW)
    hollow = [day[:7] for day, colour in zip(line.x, line.marker.color, strict=True) if colour == LIGHT.paper]
    assert hollow == ["2023-02"]  # the only one that CBS called provisional in a state held
    assert any("Open punten: voorlopige cijfers." in text for text in words(picture.figure))


@pytest.mark.parametrize(
    ("day", "names", "newest", "value"),
    [
        (date(2021, 11, 30), {"nieuwste stand", FIRST}, "2021KW03", 126),
        (date(2022, 3, 1), {OLD, NEW, FIRST}, "2021KW04", 105),
        (date(2024, 12, 13), {OLD, NEW, FIRST}, "2024KW03", 106),
    ],
)
def test_what_was_known_on_a_day(
    held: ObservationIndex, field: Field, checks: list[Check], day: date, names: set[str], newest: str, value: int
) -> None:
    picture = tension(held, field, checks, as_of=day)
    published = {one.name: drawn(one) for one in picture.figure.data if one.meta and not one.name.startswith("brief")}
    assert set(published) == names
    line = published.get(NEW) or published["nieuwste stand"]
    assert max(line) == newest and line[newest] == value
    known = [text for text in picture.table["known_from"] if text]
    assert max(known) <= day.isoformat() and f"bekend-op-{day}" in picture.file_name
    assert all(period[-8:] <= newest for period in picture.table["period"]), "claims of later quarters are not shown"
    assert any(f"bekend op {day.day} " in text for text in words(picture.figure))


def test_a_range_shows_those_quarters_only(held: ObservationIndex, field: Field, checks: list[Check]) -> None:
    picture = tension(held, field, checks, first="2019KW01", last="2021KW02")
    assert set(picture.table["period"]) <= {f"{year}KW0{number}" for year in (2019, 2020, 2021) for number in (1, 2, 3, 4)}
    assert picture.file_name.startswith("cijfertoets_krapte_2019-2021_")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_held_is_said_in_a_sentence(held: ObservationIndex, field: Field, checks: list[Check], language: str) -> None:
    picture = tension(held, field, checks, first="1950KW01", last="1960KW04", language=language)
    assert not picture.figure.data and picture.table.empty
    assert picture.sentence == (
        "Over deze periode zijn geen cijfers vastgelegd." if language == "nl" else "No figures are held for this period."
    )


def test_a_letter_cannot_put_markup_into_the_picture(held: ObservationIndex, field: Field) -> None:
    evil = check("labour_market_tension", "106", "per_100", "2024KW03", letter='<a href="https://example.org">x</a>')
    text = everything(tension(held, field, [evil]).figure)
    assert "<a href" not in text and "&lt;a href" in text
