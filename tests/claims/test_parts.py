"""Whom a figure is about: sectors pointed back to, parts that no list knows, the whole again, headings, hours, ages.

Every row is a text that a rule reads and, beside it, one that looks like it and must not be read so. The figures stand for any.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.claims.notation import gap, reads

CARE = "In de zorg stonden 66 duizend vacatures open"
IN_CARE = "66000 vacancies sector=Q"
ALL = "Er stonden 404.000 vacatures open"
OF_ALL = "404000 vacancies sector=- group=-"
RATE = "De vacaturegraad was 72 in de bouw"
IN_BUILDING = "72 per_1000 sector=F"
SO_MANY = "In het derde kwartaal van 2024 ging het om 374 duizend personen."

#: text, its claims, a text like it, its claims
ABOUT: list[tuple[str, str, str, str]] = [
    # a sector pointed back to
    (
        f"{CARE}. Een jaar eerder had deze sector 68 duizend vacatures.",
        f"{IN_CARE}; 68000 vacancies sector=Q",
        f"{CARE}. De sector die het hardst groeide, had 68 duizend vacatures.",
        f"{IN_CARE}; 68000 vacancies sector=-",
    ),
    (
        f"{CARE} en in de bouw 25 duizend. Die laatste bedrijfstak had een jaar eerder 27 duizend vacatures.",
        f"{IN_CARE}; 25000 vacancies sector=F; 27000 vacancies sector=F",
        f"{CARE} en in de bouw 25 duizend. Een jaar eerder waren er 427 duizend vacatures.",
        f"{IN_CARE}; 25000 vacancies sector=F; 427000 vacancies sector=-",
    ),
    (
        f"{CARE}. In totaal waren er 404 duizend vacatures. Een jaar eerder telde de sector 68 duizend vacatures.",
        f"{IN_CARE}; 404000 vacancies sector=-; 68000 vacancies sector=Q",
        f"{CARE}. In totaal waren er 404 duizend vacatures. Een jaar eerder telde het land 416 duizend vacatures.",
        f"{IN_CARE}; 404000 vacancies sector=-; 416000 vacancies sector=-",
    ),
    # over a sentence without a figure
    (
        "In de zorg is het nijpend. Deze sector telt 66 duizend vacatures.",
        IN_CARE,
        "In de zorg is het nijpend. Er zijn 404 duizend vacatures.",
        "404000 vacancies sector=-",
    ),
    (
        "De vacaturegraad in de bouw is hoog. Die stond in het derde kwartaal van 2024 op 72.",
        "72 per_1000 @2024KW03 sector=F :vacancy_rate",
        "De vacaturegraad is hoog. Die stond in het derde kwartaal van 2024 op 49.",
        "49 per_1000 @2024KW03 sector=- :vacancy_rate",
    ),
    # the whole again, by words behind the figure
    (
        f"{RATE}, tegen 49 gemiddeld.",
        f"{IN_BUILDING}; 49 per_1000 sector=-",
        f"{RATE}, tegen 60 gemiddeld in de zorg.",
        f"{IN_BUILDING}; 60 per_1000 sector=Q",
    ),
    (
        f"{CARE}. Een jaar eerder was dat 404 duizend voor heel Nederland.",
        f"{IN_CARE}; 404000 vacancies sector=-",
        f"{CARE}. Een jaar eerder was dat 68 duizend in totaal in de zorg.",
        f"{IN_CARE}; 68000 vacancies sector=Q",
    ),
    (
        "Onder jongeren was de werkloosheid 8,7 procent, over alle leeftijdsgroepen 3,7 procent.",
        "8.7 percent group=15-25; 3.7 percent group=-",
        "Onder jongeren was de werkloosheid 8,7 procent, een jaar eerder 8,2 procent.",
        "8.7 percent group=15-25; 8.2 percent group=15-25",
    ),
    (
        "Onder jongeren was de werkloosheid 8,7 procent, en wie ouder is had een werkloosheid van 3 procent.",
        "8.7 percent group=15-25; 3 percent group=-",
        "Onder jongeren was de werkloosheid hoog, maar niet te hoog: 8,7 procent.",
        "8.7 percent group=15-25",
    ),
    # parts that no list knows keep the letter's own words
    (
        f"{ALL}, waarvan 14.800 bij kappers.",
        f"{OF_ALL}; 14800 vacancies group=waarvan",
        f"{ALL}, waarvan 66.000 in de zorg.",
        f"{OF_ALL}; 66000 vacancies sector=Q group=-",
    ),
    (
        f"{ALL}. Kappers namen daarvan 14.800 voor hun rekening. Een jaar eerder waren het er 16.000.",
        f"{OF_ALL}; 14800 vacancies group=daarvan; 16000 vacancies group=daarvan",
        f"{ALL}. Kappers namen daarvan 14.800 voor hun rekening. Een jaar eerder ging het om 416.000 vacatures.",
        f"{OF_ALL}; 14800 vacancies group=daarvan; 416000 vacancies group=-",
    ),
    (
        "Er zijn 1.189.000 zzp'ers; van hen 120.000.",
        "1189000 persons group=-; 120000 persons group=van_hen",
        "Het aantal zzp'ers, onder wie, naar schatting, veel starters, was 1.189.000.",
        "1189000 persons group=-",
    ),
    (
        "De vacaturegraad was in de bouw 72 en bij schilders 90.",
        f"{IN_BUILDING} group=-; 90 per_1000 sector=-",
        "De vacaturegraad was in de bouw 72 en in het tweede kwartaal 90.",
        f"{IN_BUILDING} group=-; 90 per_1000 sector=F group=-",
    ),
    (
        "In de handel stonden 80.000 vacatures open, 2.300 bij kappers.",
        "80000 vacancies sector=G; 2300 vacancies sector=- group=bij_kappers",
        "In de handel stonden 80.000 vacatures open, 2.300 in deeltijd.",
        "80000 vacancies sector=G; 2300 vacancies sector=G",
    ),
    # what is said of those spoken of counts persons, and no more than that
    (
        "Er zijn 9,8 miljoen werkenden. Van hen hadden er 1.189.000 een eigen bedrijf.",
        "9800000 persons :employed_persons; 1189000 persons :-",
        "Er zijn 9,8 miljoen werkenden. Een jaar eerder waren het er 9.734.000.",
        "9800000 persons :employed_persons; 9734000 persons :employed_persons",
    ),
    # vast and flexibel
    (
        "Er waren 5,6 miljoen vaste en 2,7 miljoen flexibele werknemers.",
        "5600000 persons :permanent_employees; 2700000 persons :flexible_employees",
        "Er waren 5,6 miljoen werklozen en 2,7 miljoen flexibele werknemers.",
        "5600000 persons :unemployed_persons; 2700000 persons :flexible_employees",
    ),
    (
        "5.390 duizend werknemers hadden een vast contract; 2.758 duizend een flexibel contract.",
        "5390000 persons :permanent_employees; 2758000 persons :flexible_employees",
        "Er waren 8.148 duizend werknemers en 2.758 duizend met een flexibel contract.",
        "8148000 persons :employees; 2758000 persons :flexible_employees",
    ),
    (
        "Het gaat om deeltijders en onderbenutte deeltijdwerkers. Het waren er 510 duizend.",
        "510000 persons :underemployed_part_time_workers",
        "Het gaat om deeltijders. Het waren er 4.900 duizend.",
        "4900000 persons :part_time_workers",
    ),
    # what a heading names, until a sentence names another
    (f"3. Werkloosheid\n\n{SO_MANY}", "374000 persons :unemployed_persons", f"3. Beleid\n\n{SO_MANY}", "374000 persons :-"),
    (f"Werkloosheid\n\n{SO_MANY}", "374000 persons :unemployed_persons", f"Daarna kwam de werkloosheid.\n\n{SO_MANY}", "374000 persons :-"),
    (
        "Vacaturegraad per sector in 2024\n- bouw: 74\n- horeca: 80",
        "74 per_1000 @2024JJ00 sector=F; 80 per_1000 @2024JJ00 sector=I",
        "Zaken per sector in 2024\n- bouw: 74\n- horeca: 80",
        "",
    ),
    # a note in square brackets ends its sentence
    (
        "Er waren 374 duizend werklozen.[12] Het aantal vacatures was 404 duizend.",
        "374000 persons :unemployed_persons; 404000 vacancies :open_vacancies",
        "Er waren 374 duizend werklozen [12] en 404 duizend vacatures.",
        "374000 persons :unemployed_persons; 404000 vacancies :open_vacancies",
    ),
    # hours
    (
        "Er waren 600 duizend deeltijders die minder dan 20 uur werkten.",
        "600000 persons :part_time_workers_under_20_hours",
        "Er waren 600 duizend deeltijders die minder werkten.",
        "600000 persons :part_time_workers",
    ),
    (
        "Er werkten 1,2 miljoen mensen tussen de 20 en de 35 uur.",
        "1200000 persons :part_time_workers_20_to_35_hours",
        "Er werkten 1,2 miljoen mensen tussen de middag en de avond.",
        "1200000 persons :employed_persons",
    ),
    (
        "510 duizend deeltijders wilden meer werken.",
        "510000 persons :underemployed_part_time_workers",
        "510 duizend deeltijders wilden meer loon.",
        "510000 persons :part_time_workers",
    ),
    # ages that series do not have keep their words
    (
        "In 2024 was 8,7 procent van de 18- tot 25-jarigen werkloos.",
        "8.7 percent :unemployment_rate group=18-_tot_25-jarigen",
        "In 2024 was 8,7 procent van de 15- tot 25-jarigen werkloos.",
        "8.7 percent :unemployment_rate group=15-25",
    ),
    # sizes of firms
    (
        "Bij bedrijven van 10 tot 100 werkzame personen stonden 50 duizend vacatures open.",
        "50000 vacancies",
        "Bij alle bedrijven stonden 100 duizend vacatures open.",
        "100000 vacancies",
    ),
]


@pytest.mark.parametrize(("text", "expected", "like_it", "otherwise"), ABOUT, ids=[row[0] for row in ABOUT])
def test_whom_a_figure_is_about(text: str, expected: str, like_it: str, otherwise: str) -> None:
    reads(text, expected)
    reads(like_it, otherwise)


READ_TOO: list[tuple[str, str]] = [
    ("Er waren 8,1 miljoen werknemers; een vast contract is de norm.", "8100000 persons :employees"),
    ("In 2024 waren er 9,8 miljoen werkzame personen.", "9800000 persons :employed_persons"),
    ("In de bouw was de vacaturegraad 72, landelijk 49.", f"{IN_BUILDING}; 49 per_1000 sector=-"),
    ("In de bouw was de vacaturegraad 72, in Nederland 49.", f"{IN_BUILDING}; 49 per_1000 sector=-"),
]


@pytest.mark.parametrize(("text", "expected"), READ_TOO)
def test_whom_a_figure_is_about_read_too(text: str, expected: str) -> None:
    reads(text, expected)


NOT_YET: list[Any] = [
    gap(
        "In de handel stonden 80.000 vacatures open, waarvan 2.300 bij winkels in voedingsmiddelen.",
        "80000 vacancies sector=G; 2300 vacancies sector=-",
        "a kind of shop is no more than a part of retail",
    ),
]


@pytest.mark.parametrize(("text", "expected"), NOT_YET)
def test_whom_a_figure_is_about_not_yet_read(text: str, expected: str) -> None:
    reads(text, expected)
