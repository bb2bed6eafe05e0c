"""Turns of phrase that few letters use and that have a rule of their own: each is read as it says, or left alone."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claims.notation import DAY, claims_of, reads

#: without a date of its own a letter's text is all there is
UNDATED = None
READ: list[tuple[str, str, date | None]] = [
    # the year of a quarter
    ("In het derde kwartaal stonden er 401 duizend vacatures open.", "401000 vacancies @- :open_vacancies", UNDATED),
    (
        "In 2023 was er krapte. In het derde kwartaal van dat jaar stonden er 416 duizend vacatures open.",
        "416000 vacancies @2023KW03",
        UNDATED,
    ),
    (
        "In 2023 was er krapte. In het derde kwartaal van het jaar ervoor stonden er 450 duizend vacatures open.",
        "450000 vacancies @2022KW03",
        UNDATED,
    ),
    ("In het tweede en derde kwartaal van 2024 stonden er 400 duizend vacatures open.", "400000 vacancies @2024KW02..2024KW03", DAY),
    ("In week 10 van 2024 waren er 370 duizend werklozen.", "370000 persons @2024W110", DAY),
    ("In de Miljoenennota 2024 stonden 401 duizend vacatures.", "401000 vacancies @-", DAY),
    # what something is compared with
    (
        "In het derde kwartaal van 2024 waren er 372 duizend werklozen, 10 duizend meer dan drie maanden eerder.",
        "372000 persons @2024KW03; 10000 persons change @2024KW03 <2024KW02",
        DAY,
    ),
    (
        "In maart 2024 waren er 372 duizend werklozen, 10 duizend meer dan een kwartaal eerder.",
        "372000 persons @2024MM03; 10000 persons change @2024MM03 <2023KW04",
        DAY,
    ),
    (
        "In het derde kwartaal van 2024 waren er 372 duizend werklozen, 10 duizend meer dan in hetzelfde kwartaal in 2023.",
        "372000 persons @2024KW03; 10000 persons change @2024KW03 <2023KW03",
        DAY,
    ),
    (
        "In het derde kwartaal van 2024 waren er 401 duizend vacatures. Dat zijn er 14 duizend minder t.o.v. het vorige kwartaal (KW2).",
        "401000 vacancies @2024KW03; -14000 vacancies change @2024KW03 <2024KW02",
        DAY,
    ),
    (
        "In 2024 waren er 372 duizend werklozen, 11 duizend meer dan enkele jaren eerder.",
        "372000 persons @2024JJ00; 11000 persons change @2024JJ00 <-",
        DAY,
    ),
    (
        "In 2019 waren er 314 duizend werklozen; twee jaar later waren het er 408 duizend.",
        "314000 persons @2019JJ00; 408000 persons @2021JJ00",
        DAY,
    ),
    ("De vacatures daalden ten opzichte van vorig kwartaal met 14 duizend.", "-14000 vacancies change <-", DAY),
    (
        "In 2024 waren er 372 duizend werklozen, 11 duizend meer dan het jaar ervoor.",
        "372000 persons @2024JJ00; 11000 persons change @2024JJ00 <2023JJ00",
        DAY,
    ),
    (
        "In het derde kwartaal van 2024 waren er 401 duizend vacatures, 5 duizend minder dan in het kwartaal ervoor.",
        "401000 vacancies @2024KW03; -5000 vacancies change @2024KW03 <2024KW02",
        DAY,
    ),
    (
        "In het derde kwartaal van 2024 waren er 401 duizend vacatures. Sindsdien is het aantal vacatures met 5 duizend gedaald.",
        "401000 vacancies @2024KW03; -5000 vacancies change @-",
        DAY,
    ),
    (
        "In het derde kwartaal van 2024 waren er 401 duizend vacatures, 10 duizend minder dan in dezelfde periode vorig jaar.",
        "401000 vacancies @2024KW03; -10000 vacancies change @2024KW03 <2023KW03",
        DAY,
    ),
    (
        "In het derde kwartaal van 2024 waren er 401 duizend vacatures en in dezelfde periode waren er 372 duizend werklozen.",
        "401000 vacancies @2024KW03; 372000 persons @2024KW03",
        DAY,
    ),
    (
        "Het aantal werklozen steeg sinds 2022 van 350 duizend naar 372 duizend in 2024.",
        "22000 persons change @2022JJ00..2024JJ00 <2022JJ00; 350000 persons @2022JJ00; 372000 persons @2024JJ00",
        DAY,
    ),
    # the end of a period
    ("Eind 2024 waren er 404 duizend vacatures.", "404000 vacancies @2024KW04", DAY),
    ("Eind april 2024 waren er 410 duizend vacatures.", "410000 vacancies @2024KW02~", DAY),
    # streaks
    ("De werkloosheid daalde vier kwartalen op rij.", "4 quarters streak @- :unemployed_persons", UNDATED),
    ("De spanning is nu vijf kwartalen op rij gestegen, tot het derde kwartaal van 2024.", "5 quarters streak @2023KW03..2024KW03", DAY),
    ("Voor de 12e maand op rij daalde de werkloosheid.", "12 months streak @2024MM02..2025MM01~", DAY),
    ("Na minstens twee opeenvolgende kwartalen krimp heet het een recessie.", "", DAY),
    ("Sinds het eerste kwartaal van 2024 daalt de spanning vier kwartalen op rij.", "4 quarters streak @2024KW01..2024KW04", DAY),
    ("Sinds het eerste kwartaal van 2024 daalt de spanning vier kwartalen op rij.", "4 quarters streak @2024KW01..2024KW04", UNDATED),
    ("Sinds het eerste kwartaal van 2024 daalt de spanning nog steeds, al vier kwartalen op rij.", "4 quarters streak", DAY),
    # a unit told once
    (
        "De vacaturegraad was 43 per 1.000 banen. De bouw gaat aan kop met 73, het onderwijs sluit de rij met 12.",
        "43 per_1000 :vacancy_rate; 73 per_1000 :vacancy_rate sector=F; 12 per_1000 :vacancy_rate sector=P",
        DAY,
    ),
    # parts of a whole
    ("Drie van de vier werkgevers zoeken personeel.", "0.75 fraction", DAY),
    ("Drie van de vier willen minder werken.", "", DAY),
    ("Een op elke vijf werkgevers zoekt personeel.", "0.2 fraction", DAY),
    ("Nog geen tiende van de werkgevers meldt een tekort aan personeel.", "0.1 fraction at_most", DAY),
    ("Een kwart van de bedrijven heeft een tekort aan personeel.", "0.25 fraction", DAY),
    ("Een kwart miljoen mensen zoekt werk.", "250000 persons", DAY),
    ("Dit is de derde brief en het eerste kwart hebben wij gehad.", "", DAY),
    # multiples
    ("Het aantal vacatures is verdubbeld.", "2 multiple", DAY),
    ("Het aantal vacatures is vervijfvoudigd.", "5 multiple", DAY),
    ("De dubbele vergrijzing zet door.", "", DAY),
    ("De tweede helft van 2024 is voorbij.", "", DAY),
]


@pytest.mark.parametrize(("text", "expected", "day"), READ, ids=[row[0] for row in READ])
def test_rare_turns_are_read_as_they_say(text: str, expected: str, day: date | None) -> None:
    reads(text, expected, day)


TABLES = [
    # a caption with the quarter of every column, columns that are years
    (
        "Tabel 1: Openstaande vacatures, ultimo derde kwartaal (x 1.000)\n\nSector\t2023\t2024\nZorg\t66\t64\nBouw\t25\t22\n",
        {("2023KW03", 66000), ("2024KW03", 64000), ("2023KW03", 25000), ("2024KW03", 22000)},
    ),
    # two tables under each other with an empty line between
    (
        "x 1.000\t2023\t2024\nVacatures\t416\t401\n\n\n\nx 1.000\t2023\t2024\nWerklozen\t361\t374\n",
        {("2023JJ00", 416000), ("2024JJ00", 401000), ("2023JJ00", 361000), ("2024JJ00", 374000)},
    ),
]


@pytest.mark.parametrize(("text", "cells"), TABLES)
def test_tables_with_turns_of_their_own(text: str, cells: set[tuple[str, int]]) -> None:
    assert {(claim.period, int(claim.value or 0)) for claim in claims_of(text)} == cells
