"""What holds for every picture in both languages and themes: all words inside, no numbers as years, a table of exactly what is drawn."""

from __future__ import annotations

import re

import pytest
from stated import everything, words

from figures.gallery import PICTURES, chosen, pictures
from figures.lettering import text_width
from figures.picture import COLUMNS, Picture
from figures.theme import THEMES
from labour import __version__
from labour.errors import CijfertoetsError
from labour.indicators import Field
from labour.model import Check
from labour.observations import ObservationIndex

DUTCH = (
    r"\b(werklozen|vacatures|kwartaal|kw|stand|bron|brief|voorlopige?|klopt|nieuwste|geen|per jaar|aangehaald|nieuwsbericht|duizend|niet)\b"
)
ENGLISH = r"\b(unemployed|vacancies|quarter|Q[1-4]|state of|source|letter|provisional|correct|newest|quoted|thousand|the)\b"
TITLES_OF_SOURCES = ("Welingelichte Kringen", "nieuws.nl")

Made = dict[tuple[str, str], dict[str, Picture]]


@pytest.fixture(scope="session")
def made(held: ObservationIndex, field: Field, checks: list[Check]) -> Made:
    return {
        (language, name): {one: draw() for one, draw in pictures(held, field, checks, language, theme).items()}
        for language, name, theme in [("nl", "light", THEMES["light"]), ("en", "dark", THEMES["dark"])]
    }


@pytest.fixture(params=PICTURES)
def name(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(params=[("nl", "light"), ("en", "dark")], ids=["nl-light", "en-dark"])
def look(request: pytest.FixtureRequest) -> tuple[str, str]:
    return request.param


def test_title_source_and_version_stand_inside(made: Made, look: tuple[str, str], name: str) -> None:
    picture = made[look][name]
    told = " ".join(words(picture.figure))
    assert picture.title in told
    assert f"Cijfertoets {__version__}" in told
    source = "Bron: " if look[0] == "nl" else "Source: "
    assert any(text.startswith(source) for text in words(picture.figure))


def test_edition_and_period_stand_inside_where_figures_are_drawn(made: Made, look: tuple[str, str], name: str) -> None:
    picture = made[look][name]
    if picture.metadata.get("Vintage"):
        told = " ".join(words(picture.figure))
        assert re.search(r"stand \w+" if look[0] == "nl" else r"state of \w+", told)
        assert re.search(r"\b(19|20)\d\d\b", told)


def test_one_language_only(made: Made, look: tuple[str, str], name: str) -> None:
    picture = made[look][name]
    text = "\n".join([everything(picture.figure), picture.sentence, picture.alt])
    for title in TITLES_OF_SOURCES:
        text = re.sub(title, "", text, flags=re.IGNORECASE)
    foreign = re.findall(ENGLISH if look[0] == "nl" else DUTCH, text, re.IGNORECASE)
    assert not foreign, foreign


def test_years_are_never_numbers_with_a_thousands_sign(made: Made, look: tuple[str, str], name: str) -> None:
    figure = made[look][name].figure
    assert figure.layout.separators == (",." if look[0] == "nl" else ".,")
    for axis in figure.select_xaxes():
        if axis.range and axis.type != "date" and axis.tickvals is None:
            assert not any(1900 <= float(end) <= 2100 for end in axis.range)


def test_the_table_holds_what_is_drawn(made: Made, look: tuple[str, str], name: str) -> None:
    picture = made[look][name]
    assert list(picture.table.columns) == COLUMNS and len(picture.table)
    values = {float(value) for value in picture.table["value"] if value not in ("", None)}
    heights = set()
    for one in picture.figure.data:
        told = one.x if one.type == "bar" else one.y
        if one.meta or one.type == "bar":
            heights |= {float(height) for height in told if height is not None}
    scaled = {value / 1000 for value in values} | values
    assert heights and heights <= scaled


def test_every_mark_leads_to_its_row(made: Made, look: tuple[str, str], name: str) -> None:
    """A click on a mark finds the cell or claim that it stands for: same value, same period."""
    picture = made[look][name]
    for at, trace in enumerate(picture.figure.data):
        if not trace.meta:
            continue
        heights = trace.x if trace.type == "bar" else trace.y
        for point, height in enumerate(heights):
            rows = picture.table.iloc[picture.rows_of(at, point)]
            if height is None:
                assert rows.empty
            else:
                values = {float(value) for value in rows["value"]}
                assert values & {float(height), float(height) * 1000, float(height) * 1000000}
    assert picture.rows_of(99, 0) == []


def test_every_figure_drawn_says_where_it_comes_from(made: Made, look: tuple[str, str], name: str) -> None:
    table = made[look][name].table
    published = table[table["series"] != ""]
    assert all(published["source"] != "") and all(published["unit"] != "")
    assert all(published["period"].str.match(r"\d{4}(KW|JJ|MM)\d\d"))


def test_metadata_names_tables_cells_state_and_version(made: Made, look: tuple[str, str], name: str) -> None:
    metadata = made[look][name].metadata
    assert metadata["Version"] == __version__ and metadata["Title"] and metadata["Description"] and metadata["Language"] == look[0]
    if name != "verdict_counts":
        assert metadata["Table"] and metadata["Source"] and re.fullmatch(r"\d{4}-\d\d-\d\d", metadata["Vintage"])
        assert re.search(r": (19|20)\d\d(KW|JJ)\d\d", metadata["Cells"])


def test_file_names_say_what_is_in_them(made: Made, look: tuple[str, str], name: str) -> None:
    end = "" if look == ("nl", "light") else "_en_donker"
    assert re.fullmatch(rf"cijfertoets_[a-z0-9-]+(_\d{{4}}(-\d{{4}})?_stand-\d{{4}}-\d\d)?{end}", made[look][name].file_name)


def test_sentences_come_in_both_languages(made: Made, look: tuple[str, str], name: str) -> None:
    picture = made[look][name]
    assert picture.sentence_nl and picture.sentence_en and picture.sentence_nl != picture.sentence_en
    assert picture.sentence == (picture.sentence_nl if look[0] == "nl" else picture.sentence_en)


@pytest.mark.parametrize("width", [280, 440, 600, 1000, 1600])
def test_words_fit_paper_of_any_width(held: ObservationIndex, field: Field, checks: list[Check], name: str, width: int) -> None:
    """No line of title, definition, notes or source is wider than the paper, and the plot keeps room to be read."""
    theme = THEMES["light"].sized(width, 900)
    figure = PICTURES[name](held, field, checks, "nl", theme).figure
    for note in figure.layout.annotations:
        if note.xref == "paper" and note.align == "left":
            for text in re.sub(r"</?b>", "", note.text).split("<br>"):
                if " " in text:  # a single long word has nowhere to break
                    start = figure.layout.margin.l + note.xshift
                    assert start + text_width(text, note.font.size, "<b>" in note.text) <= width + 1, text
    room = figure.layout.height - figure.layout.margin.t - figure.layout.margin.b
    assert room >= 120 and width - figure.layout.margin.l - figure.layout.margin.r >= width * 0.4


def test_an_unknown_name_is_met_with_the_nearest() -> None:
    assert chosen([]) == list(PICTURES) and chosen(["tension", "tension"]) == ["tension"]
    with pytest.raises(CijfertoetsError) as caught:
        chosen(["tensoin"])
    assert "bedoelt u tension?" in caught.value.nl and "do you mean tension?" in caught.value.en
