"""Changes: the sign the words give, what they are measured over, and a unit, scale or sign printed once for two figures."""

from __future__ import annotations

import pytest

from tests.claims.notation import claims_of, reads

CHANGES: list[tuple[str, str]] = [
    # the scale of the second figure holds for the first, and so does how finely it is printed
    (
        "Het aantal werkenden steeg van 9,2 naar 9,8 miljoen.",
        "600000 persons change step=100000; 9200000 persons level step=100000; 9800000 persons level step=100000",
    ),
    (
        "Het aantal vacatures daalde van 445 naar 397 duizend.",
        "-48000 vacancies change step=1000; 445000 vacancies level step=1000; 397000 vacancies level step=1000",
    ),
    ("Het tekort is 55-60 duizend personen.", "55000..60000 persons level step=1000"),
    ("Het tekort is tussen 1,2 en 1,5 miljoen personen.", "1200000..1500000 persons level step=100000"),
    ("Het tekort is 5 à 6 procent.", "5..6 percent share step=1"),
    ("Er zijn 5 tot 10 gemeenten betrokken.", "5..10 count level"),
    ("Er waren 45, 30 en 12 duizend vacatures.", "45000 vacancies step=1000; 30000 vacancies step=1000; 12000 vacancies step=1000"),
    ("In de bouw 26,2 duizend, in de zorg 67,4 duizend vacatures.", "26200 vacancies sector=F step=100; 67400 vacancies sector=Q step=100"),
    ("De werkloosheid was 3,7 procent, tegen 3,6.", "3.7 percent share; 3.6 percent share"),
    ("De arbeidsduur was 32,1 uur per week, tegen 31,9.", "32.1 hours_per_week; 31.9 hours_per_week"),
    ("De spanning was 106, tegen 114.", "106 per_100 ratio; 114 per_100 ratio"),
    # a change and what it led to are no range
    ("Het aantal vacatures steeg met 16 tot 366 duizend.", "16000 vacancies change; 366000 vacancies level"),
    ("Het aantal vacatures daalde met 700 tot 24,3 duizend.", "-700 vacancies change step=1; 24300 vacancies level step=100"),
    # a change said again, or gone on with, keeps its sign
    ("Het aantal banen daalde met 26 duizend, ofwel tien procent.", "-26000 jobs change; -10 percent change"),
    ("Het aantal banen steeg met 26 duizend, ofwel 2 procent.", "26000 jobs change; 2 percent change"),
    (
        "In de zorg steeg het aantal banen met 9 duizend, in de bouw 3,8 duizend.",
        "9000 jobs change sector=Q; 3800 jobs change sector=F",
    ),
    (
        "In de zorg daalde het aantal banen met 9 duizend en in de bouw 3,8 duizend.",
        "-9000 jobs change sector=Q; -3800 jobs change sector=F",
    ),
    # words of direction before, behind and around the figure
    ("Er kwamen 20 duizend banen bij.", "20000 jobs change"),
    ("Er verdwenen 20 duizend banen.", "-20000 jobs change"),
    ("Er gingen 20 duizend banen verloren.", "-20000 jobs change"),
    ("Er zijn 20 duizend banen meer.", "20000 jobs change"),
    ("Er zijn 20 duizend meer banen.", "20000 jobs change"),
    ("Er zijn 3 procent minder vacatures.", "-3 percent change"),
    ("Het aantal vacatures nam met 9 duizend toe.", "9000 vacancies change"),
    ("Het aantal vacatures nam af met 9 duizend.", "-9000 vacancies change"),
    ("De productie kromp 3 procent.", "-3 percent change"),
    ("De productie groeide 3 procent.", "3 percent change"),
    ("Een toename van 20 duizend banen.", "20000 jobs change"),
    ("De daling van 3 procent zet door.", "-3 percent change"),
    ("De reis duurt twee maanden meer.", "2 months level"),
    ("Het budget van € 75 miljoen stijgt met € 5 miljoen.", "75000000 EUR budget; 5000000 EUR change"),
    # over what it is measured
    ("In 2024 waren er 20 duizend banen meer dan twee jaar eerder.", "20000 jobs change @2024JJ00 <2022JJ00"),
    ("In 2024 stegen de lonen met 6 procent ten opzichte van drie jaar eerder.", "6 percent change @2024JJ00 <2021JJ00"),
    ("In 2024 stegen de lonen met 6 procent ten opzichte van enkele jaren eerder.", "6 percent change @2024JJ00 <-"),
    ("In 2024 steeg het aantal banen op jaarbasis met 20 duizend.", "20000 jobs change @2024JJ00 <2023JJ00"),
    ("In het derde kwartaal van 2024 steeg het aantal banen j-o-j met 20 duizend.", "20000 jobs change @2024KW03 <2023KW03"),
    ("In het derde kwartaal van 2024 steeg het aantal banen op kwartaalbasis met 20 duizend.", "20000 jobs change @2024KW03 <2024KW02"),
    ("In het derde kwartaal van 2024 steeg het aantal banen in vijf jaar met 20 duizend.", "20000 jobs change @2024KW03 <2019KW03"),
    ("In het derde kwartaal van 2024 steeg het aantal banen in 5 jaar met 20 duizend.", "20000 jobs change @2024KW03 <2019KW03"),
    # expected, not observed
    ("Naar verwachting stijgt de werkloosheid met 0,3 procentpunt.", "0.3 percentage_point forecast"),
    ("De werkloosheid stijgt naar verwachting tot 4 procent.", "4 percent forecast"),
    ("Het wettelijk minimumloon is € 14,06.", "14.06 EUR legal step=0.01"),
]


@pytest.mark.parametrize(("text", "expected"), CHANGES)
def test_sign_step_and_base_of_a_change(text: str, expected: str) -> None:
    reads(text, expected)


QUOTES: list[tuple[str, list[str]]] = [
    # the noun belongs to the quote, a verb behind it does not
    ("Een op de vier werkgevers zoekt personeel.", ["Een op de vier werkgevers"]),
    ("Een op de vier zoekt personeel.", ["Een op de vier"]),
    ("Een op de vier willen stoppen.", ["Een op de vier"]),
    ("Een op de vier kunnen niet meer.", ["Een op de vier"]),
    ("Een op de vijf werken in deeltijd.", ["Een op de vijf"]),
    ("Een op de vijf zullen stoppen.", ["Een op de vijf"]),
    ("Een op de vijf moeten stoppen.", ["Een op de vijf"]),
    ("Een op de vijf hebben een vast contract.", ["Een op de vijf"]),
    ("Een op de vijf zijn zelfstandig.", ["Een op de vijf"]),
    # a pair is quoted whole, and each of its figures
    ("Het aantal vacatures daalde van 445 naar 397 duizend.", ["van 445 naar 397 duizend", "445", "397 duizend"]),
    ("Het tekort is 55 tot 60 duizend personen.", ["55 tot 60 duizend personen"]),
    # a definition is passed over, not what follows it
    (
        "Een recessie is gedefinieerd als twee opeenvolgende kwartalen krimp, en de krimp duurde vier opeenvolgende kwartalen.",
        ["vier opeenvolgende kwartalen"],
    ),
]


@pytest.mark.parametrize(("text", "quotes"), QUOTES)
def test_what_is_quoted(text: str, quotes: list[str]) -> None:
    assert [claim.quote for claim in claims_of(text)] == quotes
