"""Times told by another time: "een jaar eerder", "dezelfde periode van 2022", "dit kwartaal", and parts of years.

The letters of these tables are dated 14 February 2025. A tail ``~`` says that the period is inferred.
"""

from __future__ import annotations

import pytest

from tests.claims.notation import reads

NOW = "In het derde kwartaal van 2024 waren er 374 duizend werklozen"
KNOWN = "374000 persons @2024KW03"

TOLD: list[tuple[str, str]] = [
    # every step counts from the period spoken of, not from the step before
    (
        f"{NOW}, een jaar eerder 366 duizend en twee jaar eerder 372 duizend.",
        f"{KNOWN}; 366000 persons @2023KW03; 372000 persons @2022KW03",
    ),
    (f"{NOW}, een kwartaal eerder 370 duizend.", f"{KNOWN}; 370000 persons @2024KW02"),
    (f"{NOW}, drie maanden eerder 370 duizend.", f"{KNOWN}; 370000 persons @2024KW02"),
    (f"{NOW}. Dat kwartaal waren er 397 duizend vacatures.", f"{KNOWN}; 397000 vacancies @2024KW03"),
    (f"{NOW}. In dezelfde periode van 2022 waren dat er 372 duizend.", f"{KNOWN}; 372000 persons @2022KW03"),
    (
        "In september 2024 waren er 374 duizend werklozen, drie maanden eerder 370 duizend.",
        "374000 persons @2024MM09; 370000 persons @2024MM06",
    ),
    (
        "In september 2024 waren er 374 duizend werklozen, een kwartaal eerder 370 duizend.",
        "374000 persons @2024MM09; 370000 persons @2024KW02",
    ),
    ("In 2020 waren er 400 duizend werklozen, vijf jaar later 370 duizend.", "400000 persons @2020JJ00; 370000 persons @2025JJ00"),
    # the change behind two figures is the one between them
    (
        f"{NOW}, tegen 366 duizend een jaar eerder; een toename van 2,2 procent.",
        f"{KNOWN}; 366000 persons @2023KW03; 2.2 percent change <2023KW03",
    ),
    (f"{NOW}, tegen 370 duizend een kwartaal eerder; 4 duizend meer.", f"{KNOWN}; 370000 persons @2024KW02; 4000 persons change <2024KW02"),
    (
        f"{NOW}, twee jaar eerder 372 duizend; een toename van 2 duizend.",
        f"{KNOWN}; 372000 persons @2022KW03; 2000 persons change <2022KW03",
    ),
    # without anything to count from there is no period
    ("In dezelfde periode waren er 372 duizend werklozen.", "372000 persons @-"),
    # against the letter's date
    ("Dit kwartaal zijn er 370 duizend werklozen.", "370000 persons @2025KW01~"),
    ("Deze maand zijn er 370 duizend werklozen.", "370000 persons @2025MM02~"),
    ("Het afgelopen jaar waren er 370 duizend werklozen.", "370000 persons @2024JJ00~"),
    ("In november jl. waren er 370 duizend werklozen.", "370000 persons @2024MM11"),
    ("In het vierde kwartaal van vorig jaar waren er 374 duizend werklozen.", "374000 persons @2024KW04"),
    ("In het tweede kwartaal van dit jaar zijn er 370 duizend werklozen.", "370000 persons forecast @2025KW02"),
    # parts of a year, and several quarters
    ("In het voorjaar van 2024 waren er 370 duizend werklozen.", "370000 persons @2024KW02~"),
    ("In de zomer van 2024 waren er 370 duizend werklozen.", "370000 persons @2024KW03~"),
    ("In het najaar van 2024 waren er 370 duizend werklozen.", "370000 persons @2024KW04~"),
    ("Begin 2024 waren er 370 duizend werklozen.", "370000 persons @2024KW01~"),
    ("In de eerste drie kwartalen van 2024 ontstonden er 1,1 miljoen vacatures.", "1100000 vacancies @2024KW01..2024KW03"),
    ("In het eerste en tweede kwartaal van 2024 waren er 370 duizend werklozen.", "370000 persons @2024KW01..2024KW02"),
    ("In okt. 2024 waren er 370 duizend werklozen.", "370000 persons @2024MM10"),
    ("In okt '24 waren er 370 duizend werklozen.", "370000 persons @2024MM10"),
    ("In week 5 van 2024 waren er 160 duizend uitkeringen.", "160000 count @2024W105"),
    # what dates nothing that can be coded
    ("In de jaren '90 waren er 600 duizend werklozen.", "600000 persons @-"),
    ("In studiejaar 2023/2024 waren er 370 duizend studenten.", "370000 persons @-"),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_time_told_by_another(text: str, expected: str) -> None:
    reads(text, expected)
