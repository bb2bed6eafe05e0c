"""Counts of many letters drawn: every claim in one cell, columns as wide as their words, nothing said by colour alone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from stated import everything

from figures.corpus_counts import by_verdict, over_time
from figures.lettering import text_width
from figures.picture import Picture
from figures.theme import DARK, LIGHT, Theme
from labour.corpus_summary import Tally, counted
from labour.indicators import Field
from labour.model import VERDICTS

SOME = (
    Tally("open_vacancies", 2015, "supported", "", 3),
    Tally("open_vacancies", 2024, "deviates", "", 2),
    Tally("open_vacancies", None, "unverifiable", "ambiguous", 1),
    Tally("labour_market_tension", 2024, "supported_when_published", "", 4),
    Tally("", 2024, "unverifiable", "no_indicator", 9),
)


def many(field: Field) -> list[Tally]:
    """Every indicator of the field, forty years, every verdict."""
    return [
        Tally(key, 1985 + 7 * place % 40, VERDICTS[place % 6], "", 1 + place * 1237 % 9999) for place, key in enumerate(field.indicators)
    ]


def cells(picture: Picture) -> int:
    return int(sum(picture.table["value"], Decimal(0)))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_claim_is_drawn_once_and_told(field: Field, language: str, theme: Theme) -> None:
    years, verdicts = (draw(SOME, field, language=language, theme=theme) for draw in (over_time, by_verdict))
    assert cells(years) == counted(SOME) == 19
    assert cells(verdicts) == 10  # those on an indicator
    assert sum(int(count) for row in years.figure.data[0].text for count in row if count) == 19
    assert ("19 beweringen" if language == "nl" else "19 claims") in years.sentence
    assert years.alt.startswith(years.title) and verdicts.alt.startswith(verdicts.title)


def test_what_is_said_agrees_with_what_is_drawn(field: Field) -> None:
    picture = by_verdict(SOME, field)
    assert (
        picture.sentence == "Van 10 beweringen met een indicator: 3 ✓ klopt; 4 ◷ klopte bij publicatie; 2 ✗ wijkt af; 1 ? niet te toetsen."
    )
    drawn = {(row["line"], row["status"]): row["value"] for _, row in picture.table.iterrows()}
    assert drawn["openstaande vacatures".capitalize(), "deviates"] == 2
    assert "5 van 6" in everything(picture.figure)
    assert over_time(SOME, field).sentence.startswith("Van 19 beweringen gaan er 10 over een bekende indicator; bovenaan staat")


def test_colour_is_never_alone(field: Field) -> None:
    """The legend has sign and word, and the bars their sign and number where there is room."""
    picture = by_verdict(SOME, field)
    assert [trace.name for trace in picture.figure.data] == ["✓ klopt", "◷ klopte bij publicatie", "✗ wijkt af", "? niet te toetsen"]
    assert "✗ 2" in [text for trace in picture.figure.data for text in trace.text]


@pytest.mark.parametrize(("width", "height"), [(280, 760), (440, 700), (920, 560), (1600, 900)])
def test_columns_are_as_wide_as_their_words(field: Field, width: int, height: int) -> None:
    theme = LIGHT.sized(width, height)
    tallies = many(field)
    picture = over_time(tallies, field, theme=theme)
    heat, layout = picture.figure.data[0], picture.figure.layout
    room = (width - layout.margin.l - layout.margin.r) / len(heat.x)
    widest = max(text_width(text, theme.size * 0.9) for row in heat.text for text in row)
    assert widest <= room or len(heat.x) == 2
    assert cells(picture) == counted(tallies)
    assert len(heat.y) == 14 and "andere indicatoren" in layout.yaxis.ticktext[-1].replace("<br>", " ")


def test_years_together_are_named_so(field: Field) -> None:
    picture = over_time(many(field), field, theme=LIGHT.sized(440, 700))
    assert all(".." in period for period in picture.table["period"])
    assert picture.figure.layout.xaxis.ticktext[0].replace("<br>", "")[4] == "–"


@pytest.mark.parametrize("tallies", [(), (Tally("", None, "unverifiable", "no_indicator", 2),)])
def test_nothing_to_draw_is_said(field: Field, tallies: tuple[Tally, ...]) -> None:
    assert over_time(tallies, field).sentence and by_verdict(tallies, field).sentence == "Geen bewering noemt een indicator."


def test_an_indicator_that_the_field_does_not_know_keeps_its_name(field: Field) -> None:
    picture = over_time((Tally("iets_nieuws", 2024, "supported", "", 1),), field)
    assert list(picture.table["line"]) == ["iets nieuws"]
