"""When a figure is from: time expressions resolved against the sentence, the paragraph and the letter's date, never against today.

The letters of these tables are dated 14 February 2025 unless a row says otherwise. A tail ``~`` says that the period is inferred.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.claims.notation import claims_of, gap, parse, reads, shown

STATED: list[Any] = [
    # quarters
    ("In het derde kwartaal van 2024 stonden er 401 duizend vacatures open.", "401000 vacancies @2024KW03"),
    ("Er stonden in het derde kwartaal van 2024 401 duizend vacatures open.", "401000 vacancies @2024KW03"),
    ("Er stonden 401 duizend vacatures open in het derde kwartaal van 2024.", "401000 vacancies @2024KW03"),
    ("In het derde kwartaal 2024 stonden er 401 duizend vacatures open.", "401000 vacancies @2024KW03"),
    ("In het 3e kwartaal van 2024 stonden er 401 duizend vacatures open.", "401000 vacancies @2024KW03"),
    ("In het 3de kwartaal 2024 stonden er 401 duizend vacatures open.", "401000 vacancies @2024KW03"),
    ("In Q3 2024 stonden er 401 duizend vacatures open.", "401000 vacancies @2024KW03"),
    ("In Q3-2024 stonden er 401 duizend vacatures open.", "401000 vacancies @2024KW03"),
    ("In 2024 Q3 stonden er 401 duizend vacatures open.", "401000 vacancies @2024KW03"),
    ("In 2024-Q3 stonden er 401 duizend vacatures open.", "401000 vacancies @2024KW03"),
    ("In 2024Q3 stonden er 401 duizend vacatures open.", "401000 vacancies @2024KW03"),
    ("In KW3 2024 stonden er 401 duizend vacatures open.", "401000 vacancies @2024KW03"),
    ("In K3 2024 stonden er 401 duizend vacatures open.", "401000 vacancies @2024KW03"),
    ("In 2024-III stonden er 401 duizend vacatures open.", "401000 vacancies @2024KW03"),
    ("In 2024 III stonden er 401 duizend vacatures open.", "401000 vacancies @2024KW03"),
    ("In kwartaal 3 van 2024 stonden er 401 duizend vacatures open.", "401000 vacancies @2024KW03"),
    ("In het laatste kwartaal van 2023 stonden er 416 duizend vacatures open.", "416000 vacancies @2023KW04"),
    ("In het vierde kwartaal van vorig jaar stonden er 404 duizend vacatures open.", "404000 vacancies @2024KW04"),
    ("Er stonden 401 duizend vacatures open (derde kwartaal 2024).", "401000 vacancies @2024KW03"),
    ("Er stonden 401 duizend vacatures (2024KW03) open.", "401000 vacancies @2024KW03"),
    # months
    ("In november 2024 waren er 374 duizend werklozen.", "374000 persons @2024MM11"),
    ("In november van 2024 waren er 374 duizend werklozen.", "374000 persons @2024MM11"),
    ("In de maand november 2024 waren er 374 duizend werklozen.", "374000 persons @2024MM11"),
    ("Er waren 374 duizend werklozen in november 2024.", "374000 persons @2024MM11"),
    ("In nov. 2024 waren er 374 duizend werklozen.", "374000 persons @2024MM11"),
    ("In januari 2025 was 3,8 procent van de beroepsbevolking werkloos.", "3.8 percent @2025MM01"),
    # years
    ("In 2023 waren er 361 duizend werklozen.", "361000 persons @2023JJ00"),
    ("In het jaar 2023 waren er 361 duizend werklozen.", "361000 persons @2023JJ00"),
    ("Over 2023 stegen de cao-lonen met 6,1 procent.", "6.1 percent @2023JJ00"),
    ("De cao-lonen stegen in 2023 met 6,1 procent.", "6.1 percent @2023JJ00"),
    ("Er waren 361 duizend werklozen (2023).", "361000 persons @2023JJ00"),
    ("2023 telde 361 duizend werklozen.", "361000 persons @2023JJ00"),
    ("Gemiddeld waren er in 2023 361 duizend werklozen.", "361000 persons @2023JJ00"),
    # halves
    ("In de eerste helft van 2024 ontstonden 700 duizend vacatures.", "700000 vacancies @2024HJ01"),
    ("In het eerste halfjaar van 2024 ontstonden 700 duizend vacatures.", "700000 vacancies @2024HJ01"),
    # spans
    ("Tussen 2014 en 2024 steeg het aantal werkenden met 1,4 miljoen.", "1400000 persons change @2014JJ00..2024JJ00"),
    ("Van 2014 tot 2024 steeg het aantal werkenden met 1,4 miljoen.", "1400000 persons change @2014JJ00..2024JJ00"),
    ("In de periode 2014-2024 steeg het aantal werkenden met 1,4 miljoen.", "1400000 persons change @2014JJ00..2024JJ00"),
    ("In de periode 2014 tot en met 2024 steeg het aantal werkenden met 1,4 miljoen.", "1400000 persons change @2014JJ00..2024JJ00"),
    ("In de jaren 2014 t/m 2024 steeg het aantal werkenden met 1,4 miljoen.", "1400000 persons change @2014JJ00..2024JJ00"),
    (
        "Tussen het derde kwartaal van 2023 en het derde kwartaal van 2024 daalde het aantal vacatures met 15 duizend.",
        "-15000 vacancies change @2023KW03..2024KW03",
    ),
    ("Sinds 2020 steeg het aantal werkenden met 700 duizend tot in 2024.", "700000 persons change <2020JJ00"),
    # two dates in one sentence, each with its figure
    (
        "In 2014 waren er 660 duizend werklozen en in 2024 372 duizend.",
        "660000 persons @2014JJ00; 372000 persons @2024JJ00",
    ),
    (
        "In het tweede kwartaal van 2024 waren het er 405 duizend en in het derde kwartaal 401 duizend vacatures.",
        "405000 vacancies @2024KW02; 401000 vacancies @2024KW03",
    ),
    (
        "Het aantal vacatures was 416 duizend in het vierde kwartaal van 2023 en 401 duizend in het derde kwartaal van 2024.",
        "416000 vacancies @2023KW04; 401000 vacancies @2024KW03",
    ),
    # a year on which a forecast ends
    ("In 2033 is er een tekort van 195.000 medewerkers in de zorg.", "195000 persons @2033JJ00"),
    ("Het tekort loopt op tot 195.000 medewerkers in 2033.", "195000 persons @2033JJ00"),
    # no date at all
    ("Er stonden 401 duizend vacatures open.", "401000 vacancies @-"),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_stated_periods(text: str, expected: str) -> None:
    reads(text, expected)


RELATIVE: list[Any] = [
    # counted from the letter's date
    ("Vorig jaar waren er 372 duizend werklozen.", "372000 persons @2024JJ00~"),
    ("Vorig kwartaal stonden er 404 duizend vacatures open.", "404000 vacancies @2024KW04~"),
    ("In het afgelopen kwartaal stonden er 404 duizend vacatures open.", "404000 vacancies @2024KW04~"),
    ("In het vorige kwartaal stonden er 404 duizend vacatures open.", "404000 vacancies @2024KW04~"),
    ("Vorige maand waren er 378 duizend werklozen.", "378000 persons @2025MM01~"),
    ("Dit jaar komen er 5.000 vacatures bij.", "5000 vacancies @2025JJ00~"),
    ("In december waren er 372 duizend werklozen.", "372000 persons @2024MM12"),
    ("In het derde kwartaal stonden er 401 duizend vacatures open.", "401000 vacancies @2024KW03"),
    ("In het vierde kwartaal stonden er 404 duizend vacatures open.", "404000 vacancies @2024KW04"),
    ("De afgelopen tien jaar steeg de arbeidsdeelname met 7 procentpunt.", "7 percentage_point change @2014KW04..2024KW04~"),
    ("In de afgelopen vijf jaar steeg de arbeidsdeelname met 4 procentpunt.", "4 percentage_point change @2019KW04..2024KW04~"),
    (
        "De afgelopen tien jaar is de arbeidsdeelname gestegen van 66 naar 73 procent.",
        "7 percentage_point change @2014KW04..2024KW04~; 66 percent @2014KW04~; 73 percent @2024KW04~",
    ),
    # counted from the period the text speaks of
    (
        "In het derde kwartaal van 2024 stonden er 401 duizend vacatures open. Een jaar eerder waren dat er 416 duizend.",
        "401000 vacancies @2024KW03; 416000 vacancies @2023KW03",
    ),
    (
        "In het derde kwartaal van 2024 stonden er 401 duizend vacatures open. Een kwartaal eerder waren dat er 405 duizend.",
        "401000 vacancies @2024KW03; 405000 vacancies @2024KW02",
    ),
    (
        "In november 2024 waren er 374 duizend werklozen. Een maand eerder waren dat er 376 duizend.",
        "374000 persons @2024MM11; 376000 persons @2024MM10",
    ),
    (
        "In november 2024 waren er 374 duizend werklozen. In dezelfde maand van 2023 waren dat er 359 duizend.",
        "374000 persons @2024MM11; 359000 persons @2023MM11",
    ),
    (
        "In het derde kwartaal van 2024 stonden er 401 duizend vacatures open. In dezelfde periode van 2019 waren dat er 285 duizend.",
        "401000 vacancies @2024KW03; 285000 vacancies @2019KW03",
    ),
    (
        "In het derde kwartaal van 2024 waren er 401 duizend vacatures, in hetzelfde kwartaal van 2019 285 duizend.",
        "401000 vacancies @2024KW03; 285000 vacancies @2019KW03",
    ),
    (
        "In 2024 waren er 372 duizend werklozen. Tien jaar eerder waren dat er 660 duizend.",
        "372000 persons @2024JJ00; 660000 persons @2014JJ00",
    ),
    (
        "In het tweede kwartaal van 2023 was dat 123 vacatures per 100 werklozen. Een jaar later waren het er 110.",
        "123 per_100 @2023KW02; 110 per_100 @2024KW02",
    ),
    # the year of a quarter is the one spoken of
    gap(
        "In het eerste kwartaal van 2022 waren er 450 duizend vacatures. In het tweede kwartaal waren dat er 467 duizend.",
        "450000 vacancies @2022KW01; 467000 vacancies @2022KW02",
        "the year just spoken of loses against the letter's date",
    ),
    # a sentence without a date leans on the one before it, in its paragraph
    (
        "In het derde kwartaal van 2024 telde Nederland 401 duizend vacatures. Er waren 374 duizend werklozen.",
        "401000 vacancies @2024KW03; 374000 persons @2024KW03",
    ),
]


@pytest.mark.parametrize(("text", "expected"), RELATIVE)
def test_relative_periods(text: str, expected: str) -> None:
    reads(text, expected)


COMPARED: list[Any] = [
    # a year-on-year change has the later period and the earlier one as its base
    (
        "In het derde kwartaal van 2024 waren er 15 duizend vacatures minder dan een jaar eerder.",
        "-15000 vacancies change @2024KW03 <2023KW03",
    ),
    (
        "In het derde kwartaal van 2024 waren er 4 duizend vacatures minder dan in het tweede kwartaal.",
        "-4000 vacancies change @2024KW03 <2024KW02",
    ),
    (
        "In het derde kwartaal van 2024 waren er 4 duizend vacatures minder dan een kwartaal eerder.",
        "-4000 vacancies change @2024KW03 <2024KW02",
    ),
    (
        "In 2024 steeg het aantal werklozen met 11 duizend ten opzichte van 2023.",
        "11000 persons change @2024JJ00 <2023JJ00",
    ),
    (
        "Vergeleken met een jaar eerder daalde het aantal vacatures in het derde kwartaal van 2024 met 15 duizend.",
        "-15000 vacancies change @2024KW03 <2023KW03",
    ),
    (
        "De cao-lonen stegen in het derde kwartaal van 2024 met 6,8 procent ten opzichte van een jaar eerder.",
        "6.8 percent change @2024KW03 <2023KW03",
    ),
    (
        "In november 2024 waren er 15 duizend werklozen meer dan een jaar eerder.",
        "15000 persons change @2024MM11 <2023MM11",
    ),
]


@pytest.mark.parametrize(("text", "expected"), COMPARED)
def test_what_a_change_is_compared_with(text: str, expected: str) -> None:
    reads(text, expected)


STREAKS: list[Any] = [
    (
        "Het aantal vacatures daalde tot en met het derde kwartaal van 2024 acht kwartalen op rij.",
        "8 quarters streak @2022KW04..2024KW03",
    ),
    (
        "Sinds het vierde kwartaal van 2021 zijn er twaalf kwartalen op rij meer vacatures dan werklozen.",
        "12 quarters streak @2021KW04..2024KW03",
    ),
    ("De krapte nam vier kwartalen op rij af.", "4 quarters streak @2024KW01..2024KW04~"),
]


@pytest.mark.parametrize(("text", "expected"), STREAKS)
def test_streaks_cover_their_periods(text: str, expected: str) -> None:
    reads(text, expected)


BY_DATE: list[Any] = [
    # the same words in letters of other days
    ("Vorig jaar waren er 372 duizend werklozen.", date(2016, 3, 1), "2015JJ00"),
    ("Vorig kwartaal stonden er 404 duizend vacatures open.", date(2024, 1, 2), "2023KW04"),
    ("Vorig kwartaal stonden er 404 duizend vacatures open.", date(2024, 4, 1), "2024KW01"),
    ("Vorig kwartaal stonden er 404 duizend vacatures open.", date(2024, 3, 31), "2023KW04"),
    ("In het derde kwartaal stonden er 401 duizend vacatures open.", date(2024, 9, 29), "2023KW03"),
    ("In het derde kwartaal stonden er 401 duizend vacatures open.", date(2024, 10, 15), "2024KW03"),
    ("In december waren er 372 duizend werklozen.", date(2024, 11, 30), "2023MM12"),
    ("In december waren er 372 duizend werklozen.", date(2025, 1, 31), "2024MM12"),
    ("Dit jaar waren er 372 duizend werklozen.", date(2019, 6, 1), "2019JJ00"),
    ("Vorige maand waren er 378 duizend werklozen.", date(2025, 1, 10), "2024MM12"),
]


@pytest.mark.parametrize(("text", "day", "period"), BY_DATE)
def test_the_letters_date_decides(text: str, day: date, period: str) -> None:
    assert [claim.period for claim in claims_of(text, day)] == [period]


@pytest.mark.parametrize("text", [row[0] for row in BY_DATE])
def test_without_a_date_nothing_is_guessed(text: str) -> None:
    assert [claim.period for claim in claims_of(text, None)] == [None]


def test_a_new_paragraph_does_not_inherit_what_it_does_not_lean_on() -> None:
    text = "In het derde kwartaal van 2024 stonden er 401 duizend vacatures open.\n\nVoor de regio's is € 75 miljoen beschikbaar."
    wanted = parse("401000 vacancies @2024KW03; 75000000 EUR @-")
    assert shown(claims_of(text), wanted) == wanted


SEVERAL: list[Any] = [
    (
        "In 2023 was 3,6 procent werkloos, in 2022 3,5 procent en in 2021 4,2 procent.",
        "3.6 percent @2023JJ00; 3.5 percent @2022JJ00; 4.2 percent @2021JJ00",
    ),
    (
        "Het aantal werklozen lag in 2024 op 372 duizend, tegen 361 duizend in 2023 en 350 duizend in 2022.",
        "372000 persons @2024JJ00; 361000 persons @2023JJ00; 350000 persons @2022JJ00",
    ),
    (
        "In 2022, 2023 en 2024 waren er achtereenvolgens 350, 361 en 372 duizend werklozen.",
        "350000 persons @2022JJ00; 361000 persons @2023JJ00; 372000 persons @2024JJ00",
    ),
    ("In de eerste drie kwartalen van 2024 ontstonden 1,1 miljoen vacatures.", "1100000 vacancies @2024KW01..2024KW03"),
    gap(
        "In augustus, september en oktober 2024 waren er gemiddeld 370 duizend werklozen.",
        "370000 persons @2024MM08..2024MM10",
        "a mean over several months is dated to the last",
    ),
    ("Over het hele jaar 2024 was 3,7 procent van de beroepsbevolking werkloos.", "3.7 percent @2024JJ00"),
    ("Sinds 2013 daalt de werkloosheid; in 2024 was die 3,7 procent.", "3.7 percent @2024JJ00"),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_dates(text: str, expected: str) -> None:
    reads(text, expected)


NOT_ITS_YEAR: list[Any] = [
    # a part of a year is not the year: a year's figure may not be held against it
    "Begin 2024 waren er 360 duizend werklozen.",
    "Medio 2024 waren er 360 duizend werklozen.",
    "In de zomer van 2024 waren er 360 duizend werklozen.",
    "In het voorjaar van 2024 waren er 360 duizend werklozen.",
    # the day of a publication or the year in a title is not what a figure is about
    "Op 14 november 2024 meldde het CBS dat er 401 duizend vacatures openstonden.",
    "Er stonden 401 duizend vacatures open (CBS, 14 november 2024).",
    "Er stonden 401 duizend vacatures open (Kamerbrief van 3 juli 2023).",
    "Volgens de Arbeidsmarktmonitor 2022 stonden er 401 duizend vacatures open.",
    "De Wet werk en zekerheid uit 2015 leverde 5.000 vaste contracten op.",
]


@pytest.mark.parametrize("text", NOT_ITS_YEAR)
def test_no_certain_year_where_the_text_names_none(text: str) -> None:
    (claim,) = claims_of(text)
    assert claim.period is None or claim.period_inferred or not claim.period.endswith("JJ00")
