"""Streaks, records and what goes on from a figure before: the course of a series, and the same subject in a next sentence."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from labour.model import Condition
from tests.claims.notation import claims_of, reads

HIGHEST, LOWEST = Condition("highest", None), Condition("lowest", None)

COURSES: list[Any] = [
    ("Nog nooit stonden er zoveel vacatures open als in het derde kwartaal van 2022.", "- rank record @2022KW03 :open_vacancies", HIGHEST),
    ("Het aantal werklozen bereikte in 2022 het laagste punt ooit.", "- rank record @2022JJ00 :unemployed_persons", LOWEST),
    ("Een recordaantal vacatures in 2022.", "- rank record @2022JJ00 :open_vacancies", HIGHEST),
    (
        "In het vierde kwartaal van 2021 waren er voor het eerst meer vacatures dan werklozen.",
        "- rank record @2021KW04 :labour_market_tension",
        Condition("above", Decimal(100)),
    ),
    ("De spanning op de arbeidsmarkt is het hoogst sinds 2008.", "- rank record @- :labour_market_tension", None),
    ("In het onderwijs is de vacaturegraad het laagst.", "- rank record sector=P :vacancy_rate", None),
    ("Het aantal vacatures daalt al negen kwartalen op rij.", "9 quarters streak @2022KW04..2024KW04~", Condition("falling", None)),
    ("De werkloosheid steeg, voor het derde kwartaal op rij.", "3 quarters streak @2024KW02..2024KW04~", Condition("rising", None)),
    ("Na zes kwartalen van daling staat de teller van de vacatures stil.", "6 quarters streak", None),
    ("De vacatures stegen en daalden drie kwartalen op rij.", "3 quarters streak", None),
]


@pytest.mark.parametrize(("text", "expected", "condition"), COURSES)
def test_what_is_said_of_a_series(text: str, expected: str, condition: Condition | None) -> None:
    reads(text, expected)
    assert claims_of(text)[0].condition == condition


GOES_ON: list[tuple[str, str]] = [
    (
        "De vacaturegraad in de bouw was 60 per 1.000 banen. Het onderwijs sluit de rij met 12.",
        "60 per_1000 ratio sector=F :vacancy_rate; 12 per_1000 ratio sector=P :vacancy_rate",
    ),
    # the figure before, of a pair of which only the later one is dated
    (
        "In 2023 daalde het aantal vacatures van 445 naar 416 duizend.",
        "-29000 vacancies change @2022JJ00..2023JJ00~ <2022JJ00; 445000 vacancies @2022JJ00~; 416000 vacancies @2023JJ00",
    ),
    (
        "In het derde kwartaal van 2024 daalde het aantal vacatures van 405 naar 401 duizend.",
        "-4000 vacancies change @2024KW02..2024KW03~ <2024KW02; 405000 vacancies @2024KW02~; 401000 vacancies @2024KW03",
    ),
    (
        "Het aantal vacatures daalde van 405 duizend in het tweede naar 401 duizend in het derde kwartaal van 2024.",
        "-4000 vacancies change @2024KW02..2024KW03 <2024KW02; 405000 vacancies @2024KW02; 401000 vacancies @2024KW03",
    ),
    # a period that was inferred stays inferred in the next sentence
    (
        "Vorig jaar waren er 401 duizend vacatures. Er waren 372 duizend werklozen.",
        "401000 vacancies @2024JJ00~; 372000 persons @2024JJ00~",
    ),
    ("In 2024 waren er 401 duizend vacatures. Er waren 372 duizend werklozen.", "401000 vacancies @2024JJ00; 372000 persons @2024JJ00"),
    ("In 2024 waren er 401 duizend vacatures. Nu zijn er 372 duizend werklozen.", "401000 vacancies @2024JJ00; 372000 persons @-"),
    ("De vacaturegraad in de bouw was 60 per 1.000 banen. Wij spraken met 12.", "60 per_1000 ratio sector=F"),
    ("Er waren respectievelijk 350 duizend en 361 duizend werklozen.", "350000 persons @-; 361000 persons @-"),
    (
        "De spanning kwam uit op 106. In 2021 ging het nog om 93 vacatures.",
        "106 per_100 ratio :labour_market_tension; 93 per_100 ratio @2021JJ00 :labour_market_tension",
    ),
    (
        "In 2024 waren er 9,8 miljoen werkenden. Sinds 2020 kwamen er 700 duizend bij.",
        "9800000 persons @2024JJ00; 700000 persons change @2020JJ00..2024JJ00~ <2020JJ00 :employed_persons",
    ),
    (
        "In 2024 waren er 9,8 miljoen werkenden, sinds 2020 700 duizend meer.",
        "9800000 persons @2024JJ00; 700000 persons change @2020JJ00..2024JJ00 <2020JJ00 :employed_persons",
    ),
    (
        "Er waren 12 duizend werknemers, van wie 4.500 in deeltijd.",
        "12000 persons :employees; 4500 persons step=100 :part_time_workers",
    ),
    ("Van de 9,8 miljoen werkenden werken er 4,7 miljoen in deeltijd.", "9800000 persons; 4700000 persons :part_time_workers"),
    ("De vacaturegraad bedroeg 47, een kwartaal eerder 48.", "47 per_1000 ratio; 48 per_1000 ratio"),
    ("Het aantal statushouders bedroeg 24.000 in 2023.", "24000 persons group=statushouders @2023JJ00 :-"),
    (
        "In de zorg waren er in het derde kwartaal van 2024 69 duizend vacatures. In de bouw waren dat er 19 duizend.",
        "69000 vacancies sector=Q @2024KW03; 19000 vacancies sector=F @2024KW03 :open_vacancies",
    ),
    (
        "In het derde kwartaal van 2024 waren er 374 duizend werklozen, 4 duizend meer dan in het kwartaal ervoor.",
        "374000 persons @2024KW03; 4000 persons change @2024KW03 <2024KW02",
    ),
    (
        "In het derde kwartaal van 2024 waren er 374 duizend werklozen, tegen 366 duizend een jaar eerder.",
        "374000 persons @2024KW03; 366000 persons @2023KW03",
    ),
    ("In 2013 was de krapte laag. Destijds waren er 92 duizend vacatures.", "92000 vacancies @2013JJ00"),
    (
        "Van 13,2 procent in oktober 2013 tot 11,4 procent nu.",
        "-1.8 percentage_point change @- <2013MM10; 13.2 percent @2013MM10; 11.4 percent @-",
    ),
]


@pytest.mark.parametrize(("text", "expected"), GOES_ON)
def test_what_goes_on_from_a_figure_before(text: str, expected: str) -> None:
    reads(text, expected)
