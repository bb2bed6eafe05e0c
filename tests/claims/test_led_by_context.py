"""What the words around a figure decide about its date and its subject: rules of one turn of phrase each, and what they must leave alone.

The letters are dated 14 February 2025; the figures stand for any.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.claims.notation import claims_of, gap, reads

Q3 = "In het derde kwartaal van 2024 waren er 374 duizend werklozen"
IN_Q3 = "374000 persons @2024KW03"
RATE = "De vacaturegraad was 49 per 1.000 banen"
SO_MANY = "49 per_1000 ratio :vacancy_rate"

LED: list[tuple[str, str]] = [
    # times
    (f"{Q3}, twee jaar tevoren 372 duizend.", f"{IN_Q3}; 372000 persons @2022KW03"),
    ("Dit jaar in het eerste kwartaal zijn er 374 duizend werklozen.", "374000 persons @2025KW01"),
    ("In het eerste kwartaal waren er 374 duizend werklozen.", "374000 persons @2024KW01"),
    ("In 2022 waren er 350 duizend werklozen. In die drie jaar waren het er 370 duizend.", "350000 persons @2022JJ00; 370000 persons @-"),
    (
        "In het tweede kwartaal waren er 370 duizend werklozen; in het derde waren het er 374 duizend.",
        "370000 persons @2024KW02; 374000 persons @2024KW03",
    ),
    (
        "De vacaturegraad was in het derde kwartaal van 2024 49 per 1.000 banen. In het tweede kwartaal was dat 50, een jaar terug 53.",
        "49 per_1000 @2024KW03; 50 per_1000 @2024KW02; 53 per_1000 @2023KW03~",
    ),
    (
        "Het aantal werklozen was 374 duizend; in het vierde kwartaal van 2023 waren het er 362 duizend.",
        "374000 persons @-; 362000 persons @2023KW04",
    ),
    (
        "Er waren 374 duizend werklozen; in het vierde kwartaal van 2023 was dat anders.",
        "374000 persons @-",
    ),
    (
        "Het aantal werklozen was in het derde kwartaal van 2024 8 duizend hoger dan een jaar eerder en in dat kwartaal waren er 404"
        " duizend vacatures.",
        "8000 persons change @2024KW03 <2023KW03; 404000 vacancies @2024KW03",
    ),
    (
        "Het aantal werklozen was 374 duizend, in het vierde kwartaal van 2024.",
        "374000 persons @2024KW04",
    ),
    (
        "In het derde kwartaal van 2024 nam het aantal vacatures met 12 duizend af en waren er 374 duizend werklozen, 8 duizend meer dan in"
        " het derde kwartaal van 2022.",
        "-12000 vacancies change @2024KW03 <-; 374000 persons; 8000 persons change @2024KW03 <2022KW03",
    ),
    (
        "In het derde kwartaal van 2024 waren er 404 duizend vacatures en in het derde kwartaal van 2023 416 duizend."
        " Dat is een daling van 12 duizend.",
        "404000 vacancies; 416000 vacancies; -12000 vacancies change @2024KW03 <2023KW03",
    ),
    # an order that is not one of quarters
    ("In 2023 zijn er twee redenen; in het tweede waren 370 duizend werklozen het gevolg.", "370000 persons @2023JJ00"),
    # the two ends of a pair dated in brackets behind it
    (
        "Het aantal werkenden ging van 9.734 duizend naar 9.782 duizend (derde kwartaal 2023 respectievelijk derde kwartaal 2024).",
        "48000..9782000 persons change @2023KW03..2024KW03; 9734000 persons @2023KW03; 9782000 persons @2024KW03",
    ),
    (
        "Het aantal werkenden ging van 9.734 duizend naar 9.782 duizend (derde kwartaal 2024).",
        "48000..9782000 persons change @2024KW02..2024KW03~; 9734000 persons @2024KW02~; 9782000 persons @2024KW03",
    ),
    # what changed "in een jaar tijd", told behind the level of the year before
    (
        "In het derde kwartaal van 2024 waren er 404 duizend vacatures. In het derde kwartaal van 2023 waren het er 416 duizend, een daling"
        " van 12 duizend in een jaar tijd.",
        "404000 vacancies; 416000 vacancies; -12000 vacancies change @2024KW03 <2023KW03",
    ),
    (
        "In het derde kwartaal van 2024 waren er 404 duizend vacatures. In het derde kwartaal van 2022 waren het er 450 duizend, een daling"
        " van 12 duizend in een jaar tijd.",
        "404000 vacancies; 450000 vacancies; -12000 vacancies change @2022KW03 <2021KW03",
    ),
    # persons beside a percentage
    ("De nettoparticipatie was 73,1 procent. In aantallen is het beeld gelijk, met 9.782 duizend.", "73.1 percent; 9782000 persons"),
    ("De nettoparticipatie was 73,1 procent. In bedragen is het beeld gelijk, met 9.782 duizend.", "73.1 percent"),
    # changes
    ("Het aantal banen is met 8 duizend aangegroeid.", "8000 jobs change"),
    ("De werkloosheid is gegroeid; ten opzichte van 2021 gaat het om 0,8 procentpunt.", "0.8 percentage_point change <2021JJ00"),
    ("De cijfers lieten een daling te zien van 98 duizend tot 1.167 duizend zzp'ers.", "-98000 persons change; 1167000 persons level"),
    (
        "In 2024 waren er 374 duizend werklozen, 8 duizend meer dan in 2023; het aantal vacatures groeide met 2,2 procent.",
        "374000 persons; 8000 persons change; 2.2 percent change :open_vacancies",
    ),
    # a part of all: of the one group just counted, not of two
    (
        "In 2024 hadden 2,7 miljoen werknemers een flexibel contract. Dat is een derde van alle werknemers.",
        "2700000 persons; 0.3333 fraction :flexible_employees",
    ),
    (
        "In 2024 hadden 2,7 miljoen werknemers een flexibel contract en 5,4 miljoen een vast contract. Dat is een derde van alle"
        " werknemers.",
        "2700000 persons :flexible_employees; 5400000 persons :permanent_employees; 0.3333 fraction :-",
    ),
    ("Van alle werknemers is dat bijna een derde. In 2024 waren het er 2,7 miljoen.", "0.3333 fraction almost"),
    (
        "Er waren in 2024 5,39 miljoen werknemers die in dat kwartaal volgens het onderzoek van het bureau een vast contract hadden.",
        "5390000 persons :permanent_employees",
    ),
    # a subject that goes on from figure to figure
    (
        "Het aantal werklozen was in 2019 314 duizend. In 2020 waren het er 354 duizend. In 2021 waren het er 408 duizend. In 2022 waren"
        " het er 350 duizend. In 2023 waren het er 359 duizend. In 2024 waren het er 372 duizend.",
        "; ".join(f"{count}000 persons @{2019 + at}JJ00 :unemployed_persons" for at, count in enumerate((314, 354, 408, 350, 359, 372))),
    ),
    ("In 2024 is de vacaturegraad in de bouw hoog. Die stond in het derde kwartaal van 2024 op 72.", "72 per_1000 @2024KW03 sector=F"),
    (
        "- In de zorg zijn 66 duizend vacatures.\n- De sector telt 25 duizend vacatures.",
        "66000 vacancies sector=Q; 25000 vacancies sector=-",
    ),
    # limits of a rate told again
    (f"{RATE}. De bouw haalde 3.", SO_MANY),  # not of one order
    (f"{RATE}. De bouw haalde vijf.", SO_MANY),
    (f"{RATE}. De bouw haalde 73 punten.", f"{SO_MANY}; 73 count"),
    (f"{RATE}. In het tweede kwartaal van 2023 nog 53.", f"{SO_MANY}; 53 per_1000 @2023KW02"),
    ("De spanning was 108 vacatures per 100 werklozen. De bouw haalde 122.", "108 per_100"),
    # a line too long for a heading
    (
        "Een lange regel zonder punt, die vertelt over de werkloosheid en over nog veel meer\n\nHet ging om 374 duizend personen.",
        "374000 persons :-",
    ),
]


@pytest.mark.parametrize(("text", "expected"), LED)
def test_what_the_words_around_a_figure_decide(text: str, expected: str) -> None:
    reads(text, expected)


@pytest.mark.parametrize(
    ("more", "told"), [("Een jaar eerder waren het er 416 duizend.", True), ("Er waren 416 duizend vacatures.", False)]
)
def test_a_treatment_taken_from_before_is_told_by_a_rule(more: str, told: bool) -> None:
    claims = claims_of(f"Zonder correctie voor het seizoen waren er 404 duizend vacatures. {more}")
    assert ["adjusted.inherited" in claim.rules for claim in claims] == [False, told]


READ_TOO: list[tuple[str, str]] = [
    (
        "In het derde kwartaal van 2024 waren er 404 duizend vacatures en in het derde kwartaal van 2023 416 duizend: een daling van 12"
        " duizend op jaarbasis.",
        "404000 vacancies; 416000 vacancies; -12000 vacancies change @2024KW03 <2023KW03",
    ),
    ("Aan het eind van 2023 waren er 416 duizend vacatures.", "416000 vacancies @2023KW04"),
]


@pytest.mark.parametrize(("text", "expected"), READ_TOO)
def test_what_they_decide_too(text: str, expected: str) -> None:
    reads(text, expected)


NOT_YET: list[Any] = [
    gap(
        "In het derde kwartaal van 2024 waren er 404 duizend vacatures. In het derde kwartaal van 2023 waren het er 416 duizend: dat is"
        " 12 duizend minder dan een jaar eerder.",
        "404000 vacancies; 416000 vacancies; -12000 vacancies change @2023KW03 <2022KW03",
        "“minder dan een jaar eerder” than the period of its own sentence",
    ),
]


@pytest.mark.parametrize(("text", "expected"), NOT_YET)
def test_what_they_do_not_decide_yet(text: str, expected: str) -> None:
    reads(text, expected)
