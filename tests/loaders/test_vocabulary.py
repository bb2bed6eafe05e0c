"""Indicators and sectors: the whole vocabulary is there, fit to be used, and a slip in the files is named."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from labour import periods
from labour.errors import DataError
from labour.indicators import Indicator, Sector
from labour.model import UNITS
from loaders.snapshot import load_field, load_rows
from loaders.vocabulary import read_field

DATA = Path(__file__).resolve().parents[2] / "data"
FIELD = load_field(DATA)

RECOGNISED = (
    "labour_market_tension open_vacancies new_vacancies filled_vacancies vacancy_rate unemployed_persons unemployment_rate labour_force "
    "employed_persons net_participation gross_participation part_time_workers full_time_workers underemployed_part_time_workers employees "
    "permanent_employees flexible_employees self_employed_without_personnel average_working_hours hours_worked jobs cao_wage_growth "
    "share_firms_labour_shortage_main_obstacle care_shortage childcare_shortage teacher_shortage_primary teacher_shortage_secondary "
    "teacher_shortage_primary_and_secondary police_shortage defence_vacancies mbo_required_teacher_inflow uwv_tension_indicator"
).split()


@pytest.mark.parametrize("name", RECOGNISED)
def test_an_indicator_of_the_field_can_be_recognised_and_explained(name: str) -> None:
    one = FIELD.indicators[name]
    assert one.words and one.name_nl and one.name_en and one.definition_nl.endswith(".") and one.definition_en.endswith(".")


@pytest.mark.parametrize("one", FIELD.indicators.values(), ids=lambda one: one.id)
def test_an_indicator_is_well_formed(one: Indicator) -> None:
    assert re.fullmatch(r"[a-z0-9_]+", one.id)
    assert one.unit in UNITS and set(one.units) <= set(UNITS)
    assert set(one.frequency) <= {"MM", "KW", "JJ", "SJ"} and one.frequency
    assert one.revision in ("revised", "none_seen", "none_seen_unadjusted")
    assert (one.revision == "revised") == (one.revision_source == "")
    assert one.name_nl[0].isupper() and one.definition_nl != one.name_nl
    assert not one.is_shortage or (one.unit in ("persons", "fte", "vacancies") and not one.checkable)


@pytest.mark.parametrize("one", [*FIELD.indicators.values(), *FIELD.sectors.values()], ids=lambda one: one.id)
def test_words_are_expressions_in_lower_case_that_match_something(one: Indicator | Sector) -> None:
    phrases = [*one.words, *getattr(one, "excludes", ())]
    assert len(phrases) == len(set(phrases))
    for phrase in phrases:
        assert phrase == phrase.lower() and phrase.strip() == phrase
        assert re.compile(phrase).fullmatch("") is None, phrase


UNREVISED = {"85224NED", "80590ned"}


def test_only_series_that_copies_show_unchanged_count_as_not_revised() -> None:
    steady = {one.id for one in FIELD.indicators.values() if one.revision == "none_seen"}
    assert {"net_participation", "unemployed_persons", "employed_persons", "part_time_workers"} <= steady
    assert not steady & {"labour_market_tension", "open_vacancies", "new_vacancies", "cao_wage_growth", "jobs", "hours_worked"}
    assert all(set(FIELD.indicators[name].table_ids) & UNREVISED for name in steady)


@pytest.mark.parametrize(
    ("name", "adjusted", "yearly"),
    [
        ("unemployed_persons", True, False),
        ("net_participation", True, False),
        ("labour_market_tension", True, False),
        ("open_vacancies", True, False),
        ("vacancy_rate", False, False),
        ("cao_wage_growth", False, False),
        ("share_firms_labour_shortage_main_obstacle", None, False),
    ],
)
def test_what_a_letter_means_when_it_does_not_say(name: str, adjusted: bool | None, yearly: bool | None) -> None:
    one = FIELD.indicators[name]
    assert (one.adjusted_default, one.adjusted_default_year) == (adjusted, yearly)


def test_shortages_are_shortages_and_required_inflow_is_not() -> None:
    shortages = {one.id for one in FIELD.indicators.values() if one.is_shortage}
    assert {"care_shortage", "childcare_shortage", "teacher_shortage_primary", "police_shortage"} <= shortages
    assert "mbo_required_teacher_inflow" not in shortages and "open_vacancies" not in shortages


BREAKS = [
    ("unemployed_persons", "2015-02-26", "national_definition", "ilo"),
    ("unemployed_persons", "2022-01-20", "ebb_old", "ebb_2021"),
    ("net_participation", "2022-01-20", "ebb_old", "ebb_2021"),
    ("labour_market_tension", "2022-02-15", "ebb_old", "ebb_2021"),
    ("open_vacancies", "2010-05-12", "sbi93", "sbi2008"),
    ("vacancy_rate", "2008-08-14", "banen uit Enquête Werkgelegenheid en Lonen", "banen uit Polisadministratie"),
    ("vacancy_rate", "2010-05-12", "banen uit Polisadministratie", "sbi2008"),
    ("share_firms_labour_shortage_main_obstacle", "2023-07-01", "conjunctuurenquête 2012-2023", "herziene conjunctuurenquête"),
    ("jobs", "2024-06-24", "nationale rekeningen vóór revisie 2024", "nationale rekeningen na revisie 2024"),
    ("cao_wage_index", "2023-12-07", "2010=100", "2020=100"),
]


@pytest.mark.parametrize(("name", "day", "before", "after"), BREAKS)
def test_a_break_of_method_is_known_with_its_day(name: str, day: str, before: str, after: str) -> None:
    assert (day, before, after) in [(one.from_day, one.method_before, one.method_after) for one in FIELD.indicators[name].breaks]


def test_every_break_says_who_says_so_and_when() -> None:
    for indicator in FIELD.indicators.values():
        for one in indicator.breaks:
            assert "https://" in one.source and one.text_nl.endswith(".") and one.text_en.endswith("."), indicator.id
            assert one.from_day or one.from_period
            assert one.from_day is None or date.fromisoformat(one.from_day)
            assert one.from_period is None or periods.parse(one.from_period)


def test_a_method_of_the_held_figures_is_one_that_a_break_of_the_indicator_names() -> None:
    for series, period, state in load_rows(DATA):
        named = {method for one in FIELD.indicators[series.indicator].breaks for method in (one.method_before, one.method_after)}
        if named:
            assert state.method in named | {""}, (series.key, period)


def test_sectors_have_every_section_and_their_groups_are_held() -> None:
    assert set("ABCDEFGHIJKLMNOPQRSTU") <= FIELD.sectors.keys()
    held = {series.group for series, _, _ in load_rows(DATA)}
    assert {one.sbi for one in FIELD.sectors.values() if one.sbi} - held == {"T", "U"}  # CBS counts no vacancies there
    for one in FIELD.sectors.values():
        assert one.name_nl and one.name_en and one.words


@pytest.mark.parametrize(
    ("sector", "indicator"),
    [
        ("care", "care_shortage"),
        ("childcare", "childcare_shortage"),
        ("primary_education", "teacher_shortage_primary"),
        ("secondary_education", "teacher_shortage_secondary"),
        ("vocational_education", "mbo_required_teacher_inflow"),
        ("police", "police_shortage"),
        ("defence", "defence_vacancies"),
        ("central_government", "published_vacancies_central_government"),
        ("municipalities", "municipal_new_vacancies"),
    ],
)
def test_a_sector_of_the_shortages_names_its_indicator(sector: str, indicator: str) -> None:
    assert indicator in FIELD.sectors[sector].indicators


def test_sectors_name_indicators_that_exist() -> None:
    assert {name for one in FIELD.sectors.values() for name in one.indicators} <= FIELD.indicators.keys()


SLIPS = [
    ("", "", "indicators.toml"),
    ("[indicator.x\n", "", "line 1"),
    ('[indicator.x]\nname_nl = "X"\nwoorden = []\n', "", "onbekend veld woorden"),
    ('[indicator.x]\nname_nl = "X"\n', "", "mist definition_en, definition_nl, name_en, unit, words"),
    ('[indicator.x]\nname_nl = "X"\nwords = "spanning"\n', "", "words van x is niet van de goede soort"),
    ('[[break]]\nindicators = ["y"]\nmethod_before = "a"\nmethod_after = "b"\nsource = "s"\ntext_nl = "t"\ntext_en = "t"\n', "", "noemt y"),
    ("[indicator]\n", '[sector.Q]\nname_nl = "Zorg"\n', "sectors.toml"),
]


@pytest.mark.parametrize(("indicators", "sectors", "named"), SLIPS, ids=[slip[2] for slip in SLIPS])
def test_a_slip_in_the_files_is_named_in_one_sentence(tmp_path: Path, indicators: str, sectors: str, named: str) -> None:
    if indicators:
        (tmp_path / "indicators.toml").write_text(indicators)
    (tmp_path / "sectors.toml").write_text(sectors)
    with pytest.raises(DataError) as caught:
        read_field(tmp_path / "indicators.toml", tmp_path / "sectors.toml")
    assert named in caught.value.nl and caught.value.en and "\n" not in caught.value.nl
