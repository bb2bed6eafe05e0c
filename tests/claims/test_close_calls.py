"""Sentences in which one word, one place or one name decides how a figure is read; and what is not read right yet."""

from __future__ import annotations

from decimal import Decimal

import pytest

from labour.model import Condition
from tests.claims.notation import claims_of, fates_of, gap, reads, spaced

IN_ORDER: list[tuple[str, str]] = [
    # as many names as figures, the last such list before "respectievelijk"; a name that is set apart is not in it
    (
        "Anders dan in het onderwijs waren er in de bouw en de zorg respectievelijk 20 duizend en 69 duizend vacatures.",
        "20000 vacancies sector=F; 69000 vacancies sector=Q",
    ),
    (
        "In de bouw en de horeca waren er, anders dan in de zorg, respectievelijk 20 duizend en 30 duizend vacatures.",
        "20000 vacancies sector=F; 30000 vacancies sector=I",
    ),
    (
        "In de bouw, de horeca en de zorg waren er respectievelijk 20 duizend, 30 duizend en 69 duizend vacatures.",
        "20000 vacancies sector=F; 30000 vacancies sector=I; 69000 vacancies sector=Q",
    ),
]

FRACTIONS: list[tuple[str, str]] = [
    ("Een zesde van de werkgevers heeft vacatures.", "0.1667 fraction share"),
    ("Vijf zesde van de werkgevers heeft vacatures.", "0.8333 fraction share"),
    ("Een vierde van de werkgevers meldt tekorten.", "0.25 fraction share"),
    ("Drie vierde van de werkgevers heeft vacatures.", "0.75 fraction share"),
    ("Een achtste van de werkenden is zzp'er.", "0.125 fraction share :self_employed_without_personnel"),
    ("De helft van de werkgevers meldt tekorten.", "0.5 fraction share"),
]

TIMES: list[tuple[str, str]] = [
    # a quarter of stocks is told by its last month for sure, by another month at a guess
    ("Eind maart 2024 waren er 401 duizend vacatures.", "401000 vacancies @2024KW01 :open_vacancies"),
    ("Eind april 2024 waren er 401 duizend vacatures.", "401000 vacancies @2024KW02~ :open_vacancies"),
    (
        "In het derde kwartaal van 2024 waren er 401 duizend vacatures, één kwartaal eerder waren dat er 405 duizend.",
        "401000 vacancies @2024KW03; 405000 vacancies @2024KW02",
    ),
    # a year earlier than a stretch is counted from its end
    (
        "In de periode 2020-2023 waren er 401 duizend vacatures, een jaar eerder 405 duizend.",
        "401000 vacancies @2020JJ00..2023JJ00; 405000 vacancies @2022JJ00",
    ),
    # a stretch that begins after the letter's day is a forecast
    ("In de jaren 2026 tot en met 2030 zijn er 401 duizend vacatures.", "401000 vacancies forecast @2026JJ00..2030JJ00"),
    ("In de jaren 2020 tot en met 2023 waren er 401 duizend vacatures.", "401000 vacancies level @2020JJ00..2023JJ00"),
    # what the first figure of a pair is of: named by "sinds" or "ten opzichte van"
    (
        "Sinds 2019 steeg het aantal vacatures van 284 duizend naar 401 duizend in 2024.",
        "117000 vacancies change @2019JJ00..2024JJ00 <2019JJ00; 284000 vacancies @2019JJ00; 401000 vacancies @2024JJ00",
    ),
    (
        "Ten opzichte van 2019 steeg het aantal vacatures in 2024 van 284 duizend naar 401 duizend.",
        "117000 vacancies change @2019JJ00..2024JJ00 <2019JJ00; 284000 vacancies @2019JJ00; 401000 vacancies @2024JJ00",
    ),
    ("Sinds begin 2022 stijgt de werkloosheid twee kwartalen op rij.", "2 quarters streak @2022KW01..2022KW02~"),
    # an indicator that is itself a growth is set against the year before
    ("De loongroei was 6,6 procent in 2024.", "6.6 percent change @2024JJ00 <2023JJ00 :cao_wage_growth"),
    # the end of a year is its fourth quarter for a stock at the end of a quarter, and a guess for what is measured over it
    ("Eind 2024 waren er 401 duizend vacatures.", "401000 vacancies @2024KW04"),
    ("Eind 2024 waren er 372 duizend werklozen.", "372000 persons @2024KW04~"),
    ("Medio 2024 waren er 401 duizend vacatures.", "401000 vacancies @2024KW02~"),
    ("Het afgelopen jaar steeg het aantal werkenden met 150 duizend.", "150000 persons change @2024JJ00~ <2023JJ00"),
    ("De afgelopen twee jaar steeg het aantal werkenden met 150 duizend.", "150000 persons change @2022KW04..2024KW04~ <2022KW04"),
    ("Enkele jaren geleden waren er 401 duizend vacatures.", "401000 vacancies @-"),
    ("In 2024 waren er 401 duizend vacatures.||Er waren 372 duizend werklozen.", "401000 vacancies @2024JJ00; 372000 persons @2024JJ00~"),
    (
        "Begin 2024 waren er 373 duizend werklozen; eind 2024 waren dat er 374 duizend.",
        "373000 persons @2024KW01~; 374000 persons @2024KW04~ :unemployed_persons",
    ),
    # a heading lends its stretch to what is listed below it
    (
        "Tussen 2020 en 2023:|- vacatures: 401 duizend|- werklozen: 372 duizend",
        "401000 vacancies @2020JJ00..2023JJ00 :open_vacancies; 372000 persons @2020JJ00..2023JJ00 :unemployed_persons",
    ),
]

UNITS: list[tuple[str, str]] = [
    (
        "De spanning kwam uit op 106. In 2021 ging het nog om 93 vacatures. Dat waren 93 per 100 werklozen.",
        "106 per_100 ratio; 93 per_100 ratio @2021JJ00; 93 per_100 ratio @2021JJ00",
    ),
    # a ratio is no number that others are part of: only what was counted beside it is
    (
        "De vacaturegraad was 48 per 1.000 banen, bij 401 duizend vacatures. Hiervan waren er 69 duizend in de zorg.",
        "48 per_1000 ratio; 401000 vacancies; 69000 vacancies sector=Q :open_vacancies",
    ),
    ("De vacaturegraad was 48 per 1.000 banen. Hiervan waren er 69 duizend in de zorg.", "48 per_1000 ratio; 69000 count :-"),
    ("De gemiddelde arbeidsduur was 31,4 uur.", "31.4 hours_per_week level :average_working_hours"),
    ("Het aantal vacatures steeg met 16 duizend tot 366 duizend.", "16000 vacancies change; 366000 vacancies level"),
    ("Er waren 30 à 40 duizend vacatures.", "30000..40000 vacancies level"),
    # a scale printed once holds for both ends of a pair
    (
        "Het aantal vacatures daalde van 405 duizend naar 401.",
        "-4000 vacancies change; 405000 vacancies level; 401000 vacancies level",
    ),
    ("Er waren ongeveer twee en een half miljoen werkenden.", "2500000 persons about :employed_persons"),
    ("Er waren tweeënhalf miljoen deeltijders.", "2500000 persons :part_time_workers"),
]

#: which way a change goes: by the word before it, or the one behind it
WAYS: list[tuple[str, str]] = [
    ("In 2020 zijn er 7 duizend banen verdwenen.", "-7000 jobs change @2020JJ00"),
    ("In 2020 zijn 7 duizend banen weggevallen.", "-7000 jobs change @2020JJ00"),
    ("In 2020 zijn er 7 duizend mensen bijgekomen bij de politie.", "7000 persons change @2020JJ00"),
    ("Er kwamen 12 duizend werkenden bij.", "12000 persons change :employed_persons"),
    ("Het aantal vacatures lag 8 duizend hoger dan een jaar eerder.", "8000 vacancies change"),
    ("Het aantal werklozen is 8 duizend lager dan een jaar eerder.", "-8000 persons change :unemployed_persons"),
    ("Het aantal werkenden groeide in 2023 met 150 duizend.", "150000 persons change @2023JJ00"),
    ("Het aantal werkenden kromp in 2020 met 50 duizend.", "-50000 persons change @2020JJ00"),
    ("De Inspectie kreeg 1.500 meldingen, 200 meer dan in 2022.", "1500 count level; 200 count change <2022JJ00"),
]

NAMES: list[tuple[str, str]] = [
    ("Er waren 12 vacatures per 1.000 werkzoekenden.", "12 per_1000 ratio :labour_market_tension"),
    ("Er waren 12 vacatures per 1.000 werklozen.", "12 per_1000 ratio :labour_market_tension"),
    ("De vacaturegraad was ruim 46 per 1.000 banen.", "46 per_1000 ratio just_over :vacancy_rate"),
    ("Er is 20 miljoen euro voor 300 huishoudens, 5 procent van het totaal.", "20000000 EUR budget; 300 households; 5 percent share :-"),
    ("De FNV heeft 900.000 leden.", "900000 persons :-"),
    # an older period looks back: what follows is again about the later one, at a guess
    (
        "In 2024 waren er 401 duizend vacatures. In 2019 waren het er 284 duizend. Er waren 372 duizend werklozen.",
        "401000 vacancies @2024JJ00; 284000 vacancies @2019JJ00; 372000 persons @2024JJ00~",
    ),
    (
        "In de periode 2019-2023 groeide het aantal banen met 700 duizend. Het aantal vacatures kwam uit op 401 duizend.",
        "700000 jobs change @2019JJ00..2023JJ00 <2019JJ00; 401000 vacancies @2019JJ00..2023JJ00",
    ),
    (
        "In 2024 waren er 372 duizend werklozen. Dat waren er 12 duizend meer dan in 2023.",
        "372000 persons @2024JJ00; 12000 persons change @2024JJ00 <2023JJ00 :unemployed_persons",
    ),
    ("Op 12 maart 2024 waren er 401 duizend vacatures.", "401000 vacancies @2024KW01~"),
    ("Van elke drie werkgevers zoeken er twee personeel.", "0.6667 fraction share"),
    ("Drie van de vier werkgevers zoeken personeel.", "0.75 fraction share"),
    ("Eén van de vier werkgevers zoekt personeel.", "0.25 fraction share"),
    ("Eén op de vier werkgevers zoekt personeel.", "0.25 fraction share"),
]

GROUPS: list[tuple[str, str]] = [
    ("Van alle werkenden werkt 48 procent in deeltijd.", "48 percent share group=- :part_time_workers"),
    ("Van de vrouwen werkt 70 procent in deeltijd.", "70 percent share group=vrouwen :part_time_workers"),
    (
        "In de zorg werkten 1,5 miljoen mensen, van wie 20 procent zzp'er.",
        "1500000 persons sector=Q :employed_persons; 20 percent share sector=Q :self_employed_without_personnel",
    ),
    (
        "In 2024 was de jeugdwerkloosheid 8,7 procent. In 2023 was dat 8,2 procent. In 2022 was dat 7,6 procent.",
        "8.7 percent share group=15-25 @2024JJ00; 8.2 percent share group=15-25 @2023JJ00; 7.6 percent share group=15-25 @2022JJ00",
    ),
    (
        "Van de jongeren was in 2024 8,7 procent werkloos. De werkloosheid was 3,7 procent. In 2023 was dat 3,6 procent.",
        "8.7 percent share group=15-25; 3.7 percent share group=-; 3.6 percent share group=- @2023JJ00",
    ),
    (
        "Er waren 401 duizend vacatures in totaal, 20 duizend vacatures in de bouw.",
        "401000 vacancies sector=-; 20000 vacancies sector=F",
    ),
]

UNREAD = [
    gap(
        "In de laatste twee kwartalen van 2024 waren er 401 duizend vacatures.", "401000 vacancies @2024KW03..2024KW04", "read as the year"
    ),
    gap(
        "De spanning was 106, tegen 114 een jaar eerder in 2023.",
        "106 per_100 ratio @-; 114 per_100 ratio @2023JJ00",
        "the year of the figure it is set against is given to the first one too",
    ),
    gap(
        "In oktober 2024 waren er 372 duizend werklozen, dat is 3,7 procent.",
        "372000 persons @2024MM10; 3.7 percent share @2024MM10 :unemployment_rate",
        '"dat is" does not lead from the number of unemployed to their rate',
    ),
    gap("De werkloosheid was nog nooit zo laag als in 2022.", "- rank record @2022JJ00", 'the period behind "zo laag als" is not taken'),
    gap(
        "Werkenden werkten in 2024 gemiddeld 31,4 uur per week. In 2023 was dat 31,2 uur.",
        "31.4 hours_per_week @2024JJ00; 31.2 hours_per_week @2023JJ00",
        "hours of a sentence that names no working hours are taken for a length of time",
    ),
    gap(
        "Er waren 20 duizend vacatures in de bouw, en bij elkaar 401 duizend vacatures.",
        "20000 vacancies sector=F; 401000 vacancies sector=-",
        '"bij elkaar" does not turn a sentence from a sector to the whole',
    ),
    gap(
        "Het aantal vacatures steeg in de zorg en de bouw met respectievelijk 2.000 en 3.000.",
        "2000 vacancies change sector=Q; 3000 vacancies change sector=F",
        'a rise told "met respectievelijk" is read as levels',
    ),
    gap("Er waren 9 ¾ miljoen werkenden.", "9750000 persons", "a fraction behind a space is taken for a number of its own"),
    gap(
        "In 2023 werden 28 uur per week gewerkt, in 2022 27 uur.",
        "28 hours_per_week @2023JJ00; 27 hours_per_week @2022JJ00",
        "hours of a sentence that names no working hours are taken for a length of time",
    ),
    gap("Zeven achtste van de werkgevers meldt tekorten.", "0.875 fraction share", "seven eighths are read as a number and an ordinal"),
]


@pytest.mark.parametrize(("text", "expected"), [*IN_ORDER, *FRACTIONS, *TIMES, *UNITS, *WAYS, *NAMES, *GROUPS, *UNREAD])
def test_one_word_decides(text: str, expected: str) -> None:
    reads(spaced(text), expected)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("De werkloosheid was nog nooit zo laag.", "lowest"),
        ("Nog nooit was de werkloosheid zo laag.", "lowest"),
        ("Nog nooit waren er zo weinig werklozen als in 2022.", "lowest"),
        ("Er waren nog nooit zo weinig werklozen.", "lowest"),
        ("Niet eerder waren er in Nederland zo weinig werklozen.", "lowest"),
        ("Niet eerder was de werkloosheid zo laag.", "lowest"),
        ("Niet eerder waren er zo veel vacatures.", "highest"),
        ("Niet eerder was het aantal vacatures zo groot.", "highest"),
        ("Het aantal vacatures was nog nooit zo hoog.", "highest"),
        ("Nog nooit waren er zo veel vacatures als in 2022.", "highest"),
    ],
)
def test_which_way_a_record_goes(text: str, side: str) -> None:
    assert claims_of(text)[0].condition == Condition(side, None)


def test_fewer_vacancies_than_unemployed_is_tension_below_a_hundred() -> None:
    [claim] = claims_of("In het eerste kwartaal van 2026 waren er voor het eerst minder vacatures dan werklozen.")
    assert (claim.indicator, claim.period, claim.condition) == ("labour_market_tension", "2026KW01", Condition("below", Decimal(100)))


def test_numbers_in_the_marks_of_a_word_file_are_accounted_for() -> None:
    text = "Inleiding [bookmark: _Toc98765]Er waren 401 duizend vacatures.[footnoteRef: 12] En <sup>[7]</sup> en [^3]."
    assert [(fate.text, fate.value, fate.reason) for fate in fates_of(text) if fate.fate == "non_claim"] == [
        ("98765", 98765, "bookmark_id"),
        ("12", 12, "footnote_marker"),
        ("7", 7, "footnote_marker"),
        ("3", 3, "footnote_marker"),
    ]


def test_a_sentence_without_a_list_of_names_leaves_the_order_alone() -> None:
    """One name for two figures is no list: each figure keeps its place and its unit."""
    reads(
        "In de horeca waren er respectievelijk 20 duizend en 30 duizend vacatures.",
        "20000 vacancies :open_vacancies; 30000 vacancies :open_vacancies",
    )


#: sentence -> its numbers that are no claim, with their class
CLASSES: list[tuple[str, list[tuple[str, str]]]] = [
    ("Het kenmerk is 1234567.", [("1234567", "reference_id")]),
    ("De CO2-heffing en de A12 zijn besproken.", [("2", "name_number"), ("12", "name_number")]),
    ("De regeling geldt voor een periode van 5 jaar.", [("5", "period_attribute")]),
    ("De komende vijf jaar gaan 200 duizend mensen met pensioen.", [("vijf", "period_attribute")]),
    ("Twee jaar geleden spraken wij hierover.", [("Twee", "period_attribute")]),
    ("Zij werken 28 uur per week.", [("28", "hours_attribute")]),
    ("De arbeidsdeelname van 15 tot 75 jaar steeg.", [("15", "age_attribute"), ("75", "age_attribute")]),
    ("De wet telt 12 leden en 30 artikelen.", [("12", "no_unit"), ("30", "no_unit")]),
    ("Er zijn drie redenen voor.", [("drie", "enumeration_counter")]),
    ("Dit gebeurt drie keer per jaar.", [("drie", "frequency")]),
    ("Dit geldt voor bedrijven met minder dan 50 werknemers.", [("50", "threshold_attribute")]),
    ("De derde en vierde stap volgen.", [("derde", "ordinal"), ("vierde", "ordinal")]),
]


@pytest.mark.parametrize(("text", "expected"), CLASSES)
def test_the_class_of_a_number_that_is_no_claim(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(fate.text, fate.reason) for fate in fates_of(text) if fate.fate != "claim"] == expected
