"""Numbers whose unit was said before: "ging het om 123", "steeg met 68 duizend tot 5,4 miljoen", "het percentage kwam uit op 3,9"."""

from __future__ import annotations

import pytest

from tests.claims.notation import reads

SENTENCES = [
    # a change and the level it led to are no range
    ("Het aantal werklozen steeg met 16 duizend tot 366 duizend.", "16000 persons change; 366000 persons level"),
    ("Het aantal werknemers daalde met 53 duizend tot 2.662 duizend.", "-53000 persons change; 2662000 persons level"),
    ("Het tekort loopt op met 5 tot 10 procent.", "5..10 percent change"),
    # the indicator, the ratio, the figure
    (
        "De spanning steeg naar 108 vacatures per 100 werklozen. In het eerste kwartaal van 2024 stond de indicator op 101.",
        "108 per_100; 101 per_100 @2024KW01 :labour_market_tension",
    ),
    (
        "Per 100 werklozen waren er in het eerste kwartaal van 2023 122 vacatures. In het vierde kwartaal van 2022 ging het om 123.",
        "122 per_100 @2023KW01; 123 per_100 @2022KW04 :labour_market_tension",
    ),
    (
        "De spanning nam toe. In het tweede kwartaal van 2024 lag de verhouding op 108 op de 100.",
        "108 per_100 ratio :labour_market_tension",
    ),
    (
        "In maart waren er 359 duizend werklozen. In maart kwam het percentage uit op 3,9.",
        "359000 persons :unemployed_persons; 3.9 percent :unemployment_rate",
    ),
    (
        "De vacaturegraad geeft het aantal vacatures per duizend banen weer. Deze liep op van 47 in het derde kwartaal naar 49 nu.",
        "2 per_1000 change; 47 per_1000 ratio :vacancy_rate; 49 per_1000 ratio",
    ),
    # a rate by its name, whatever was or will be counted beside it
    ("Een percentage van 3,2 en 316 duizend werklozen in april 2022.", "3.2 percent; 316000 persons"),
    ("In de ICT waren er 17,1 duizend vacatures, met een vacaturegraad van 77.", "17100 vacancies; 77 per_1000 :vacancy_rate"),
    ("Een percentage van 45.", ""),
    # things that have no word of their own in the list of units
    ("Het aantal WW-uitkeringen bedroeg eind oktober 2015 416.600, tegen 419.400 eind september.", "416600 count; 419400 count"),
    ("Er stroomden 186 mensen uit de bijstand, van wie 71 naar werk.", "186 persons; 71 persons"),
    # no claim, no tension
    ("De vacaturegraad is het aantal vacatures per duizend banen.", ""),
    ("Van de 100 vacatures zijn er 80 voor werklozen.", "80 per_100 :-"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_the_unit_said_before(text: str, expected: str) -> None:
    reads(text, expected)
