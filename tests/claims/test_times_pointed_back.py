"""Times told by a time before them or behind them, and times that date something else than the figure beside them.

Every row is a sentence that a rule reads and, beside it, one that looks like it and must not be read so. The letters are dated
14 February 2025; the figures stand for any. A tail ``~`` says that the period is inferred.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.claims.notation import gap, reads

Q2 = "In het tweede kwartaal van 2024 waren er 370 duizend werklozen"
Q3 = "In het derde kwartaal van 2024 waren er 374 duizend werklozen"
IN_Q2, IN_Q3 = "370000 persons @2024KW02", "374000 persons @2024KW03"

#: sentence, its claims, a sentence like it, its claims
POINTED: list[tuple[str, str, str, str]] = [
    # the period after the one spoken of
    (f"{Q2}, in het kwartaal daarop 374 duizend.", f"{IN_Q2}; {IN_Q3}", f"{Q2}, daarop volgden 374 duizend.", f"{IN_Q2}; 374000 persons"),
    (
        "In 2022 waren er 350 duizend werklozen, het jaar daarop 361 duizend.",
        "350000 persons @2022JJ00; 361000 persons @2023JJ00",
        "In 2022 waren er 350 duizend werklozen, dat jaar ook 404 duizend vacatures.",
        "350000 persons @2022JJ00; 404000 vacancies @2022JJ00",
    ),
    (
        f"{Q2}, in het daaropvolgende kwartaal 374 duizend.",
        f"{IN_Q2}; {IN_Q3}",
        f"{Q2}, in het voorgaande kwartaal 374 duizend.",
        f"{IN_Q2}; 374000 persons @2024KW04~",
    ),
    (
        "In 2022 waren er 350 duizend werklozen, in het daaropvolgende jaar 361 duizend.",
        "350000 persons; 361000 persons @2023JJ00",
        "In 2022 waren er 350 duizend werklozen, in datzelfde jaar 404 duizend vacatures.",
        "350000 persons; 404000 vacancies @2022JJ00",
    ),
    # "tevoren" counts back only with so many years before it
    (
        f"{Q3}, een jaar tevoren 366 duizend.",
        f"{IN_Q3}; 366000 persons @2023KW03",
        "Tevoren waren er 366 duizend werklozen.",
        "366000 persons @-",
    ),
    # the year before its month
    (
        "Dit jaar in maart zijn er 374 duizend werklozen.",
        "374000 persons @2025MM03",
        "Vorig jaar in maart waren er 374 duizend werklozen.",
        "374000 persons @2024MM03",
    ),
    # a quarter without its noun, behind one that has it
    (
        f"{Q2}, in het derde van 2023 366 duizend.",
        f"{IN_Q2}; 366000 persons @2023KW03",
        "In 2023 waren er 366 duizend werklozen.",
        "366000 persons @2023JJ00",
    ),
    (
        "In het eerste kwartaal van 2023 waren er 360 duizend werklozen; in het tweede waren het er 370 duizend.",
        "360000 persons @2023KW01; 370000 persons @2023KW02",
        "Er zijn twee redenen in 2023. In het tweede waren 370 duizend werklozen het gevolg.",
        "370000 persons @2023JJ00",
    ),
    # the same quarter of another year
    (
        "In het tweede kwartaal van 2023 waren er 362 duizend werklozen en in dat van 2024 370 duizend.",
        "362000 persons @2023KW02; 370000 persons @2024KW02",
        "In het tweede kwartaal van 2023 waren er 362 duizend werklozen en in 2024 370 duizend.",
        "362000 persons @2023KW02; 370000 persons @2024JJ00",
    ),
    (
        "Tussen het tweede kwartaal van 2023 en dat van 2024 steeg het aantal werklozen met 8 duizend.",
        "8000 persons change @2023KW02..2024KW02 <2023KW02",
        "Tussen 2023 en 2024 steeg het aantal werklozen met 8 duizend.",
        "8000 persons change @2023JJ00..2024JJ00 <2023JJ00",
    ),
    # the last quarter is the fourth only of a year
    (
        "Het laatste kwartaal waarover cijfers bekend zijn, telde 374 duizend werklozen.",
        "374000 persons @-",
        "Het laatste kwartaal van 2024 telde 374 duizend werklozen.",
        "374000 persons @2024KW04",
    ),
    # "dat jaar" is the year named, not one counted from the letter
    (
        "In 2022 waren er 350 duizend werklozen. In het derde kwartaal van dat jaar waren er 372 duizend.",
        "350000 persons @2022JJ00; 372000 persons @2022KW03",
        "In het derde kwartaal van vorig jaar waren er 372 duizend werklozen.",
        "372000 persons @2024KW03",
    ),
    # when something was told is not when it was so
    (
        "Het CBS meldde in november dat er 374 duizend werklozen waren.",
        "374000 persons @-",
        "Het CBS meldde dat er in november 374 duizend werklozen waren.",
        "374000 persons @2024MM11",
    ),
    # "sinds" dates no level; "vanaf" does
    ("Sinds 2023 zijn er 9.000 vacatures.", "9000 vacancies @-", "Vanaf 2023 zijn er 9.000 vacatures.", "9000 vacancies @2023JJ00"),
    (
        "Sinds het begin van de reeks in 2003 daalde het aantal werklozen met 10 duizend.",
        "-10000 persons change @- <2003JJ00",
        "Het aantal werklozen daalde in 2003 met 10 duizend.",
        "-10000 persons change @2003JJ00 <-",
    ),
    # an aside between dashes keeps its date to itself
    (
        "In het derde kwartaal van 2024 – het tweede kwartaal van 2023 was uitzonderlijk – waren er 374 duizend werklozen.",
        IN_Q3,
        "In het derde kwartaal van 2024 – het tweede kwartaal van 2023 telde er 362 duizend – waren er 374 duizend werklozen.",
        f"362000 persons @2023KW02; {IN_Q3}",
    ),
    # "nu" parts a figure from the older period before it
    (
        "In 2014 was 8,7 procent werkloos, nu 3,7 procent.",
        "8.7 percent @2014JJ00; 3.7 percent @-",
        "In 2014 was nu juist 8,7 procent werkloos.",
        "8.7 percent @2014JJ00",
    ),
    # than then
    (
        f"{Q3}. Op de top, in 2014, waren dat er 464 duizend; dus 90 duizend minder dan toen.",
        f"{IN_Q3}; 464000 persons @2014JJ00; -90000 persons change @2024KW03 <2014JJ00",
        f"{Q3}. In 2014 waren er toen 90 duizend minder.",
        f"{IN_Q3}; -90000 persons change @2014JJ00 <-",
    ),
    (
        f"{Q3}, 10 duizend meer dan toen.",
        f"{IN_Q3}; 10000 persons change @- <2024KW03",
        f"{Q3}, 10 duizend meer.",
        f"{IN_Q3}; 10000 persons change @2024KW03 <-",
    ),
    # "toen" behind one end of a stretch
    (
        "Van eind 2021, toen er 387 duizend vacatures waren, tot medio 2024 steeg het aantal tot 401 duizend vacatures.",
        "387000 vacancies @2021KW04; 401000 vacancies @2024KW02~",
        "Eind 2021, toen er 387 duizend vacatures waren, was de krapte groot.",
        "387000 vacancies @2021KW04",
    ),
    # a sentence that says again what the one before set against each other
    (
        "In het derde kwartaal van 2023 waren er 416 duizend vacatures en in het derde kwartaal van 2024 404 duizend."
        " Dat is een daling van 12 duizend.",
        "416000 vacancies; 404000 vacancies; -12000 vacancies change @2024KW03 <2023KW03",
        "In het derde kwartaal van 2023 waren er 416 duizend vacatures en in het derde kwartaal van 2024 404 duizend."
        " De daling was 12 duizend.",
        "416000 vacancies; 404000 vacancies; -12000 vacancies change @2024KW03 <-",
    ),
    # "die periode" is the one from the earlier of the two to the later, if they are of one kind
    (
        "In het derde kwartaal van 2022 waren er 450 duizend vacatures en in het derde kwartaal van 2024 404 duizend."
        " In die periode daalde het aantal werklozen van 380 naar 374 duizend.",
        "450000 vacancies; 404000 vacancies; -6000..374000 persons change @2022KW03..2024KW03 <2022KW03;"
        " 380000 persons @2022KW03; 374000 persons",
        "In 2022 waren er 450 duizend vacatures en in het derde kwartaal van 2024 404 duizend."
        " In die periode daalde het aantal werklozen van 380 naar 374 duizend.",
        "450000 vacancies; 404000 vacancies; -6000..374000 persons change @2024KW02..2024KW03~; 380000 persons @2024KW02~; 374000 persons",
    ),
    # "in dat kwartaal" is the one named, not the one counted back from it
    (
        "Het aantal werklozen was in het derde kwartaal van 2024 8 duizend hoger dan een jaar eerder. In dat kwartaal waren er 404 duizend"
        " vacatures.",
        "8000 persons change @2024KW03 <2023KW03; 404000 vacancies @2024KW03",
        "Het aantal werklozen was in het derde kwartaal van 2024 8 duizend hoger dan in het derde kwartaal van 2022. In dat kwartaal"
        " waren er 404 duizend vacatures.",
        "8000 persons change @2024KW03 <2022KW03; 404000 vacancies @2022KW03",
    ),
    # counted back from what may be either: inferred
    (
        "In het tweede kwartaal was dat 110 vacatures per 100 werklozen, een jaar terug 114.",
        "110 per_100 @2024KW02; 114 per_100 @2023KW02~",
        "In het tweede kwartaal waren er 110 vacatures per 100 werklozen, een jaar terug 114.",
        "110 per_100 @2024KW02; 114 per_100 @2023KW02",
    ),
    (
        f"{Q3}.\n\nEen jaar eerder waren er 366 duizend werklozen.",
        f"{IN_Q3}; 366000 persons @2023KW03~",
        f"{Q3}. Een jaar eerder waren er 366 duizend werklozen.",
        f"{IN_Q3}; 366000 persons @2023KW03",
    ),
    # a streak of falls since a peak begins the quarter after it
    (
        "Het derde kwartaal van 2022 was de piek. Sindsdien is het aantal vacatures vijf kwartalen op rij gedaald.",
        "- rank record; 5 quarters streak @2022KW04..2023KW04",
        "Het derde kwartaal van 2022 was de piek. Sindsdien ligt het aantal vacatures vijf kwartalen op rij onder 450 duizend.",
        "- rank record; 5 quarters streak @2022KW03..2023KW03; 450000 vacancies",
    ),
    # what a streak is compared with does not end it
    (
        "Het aantal vacatures is drie kwartalen op rij gedaald en ligt nu onder dat van het derde kwartaal van 2024.",
        "3 quarters streak @2024KW02..2024KW04~",
        "Het aantal vacatures is tot en met het derde kwartaal van 2024 drie kwartalen op rij gedaald.",
        "3 quarters streak @2024KW01..2024KW03",
    ),
    # a first time "in vier jaar" measures nothing over four years
    (
        "Voor het eerst in vier jaar daalde in 2024 de werkloosheid met 0,2 procentpunt.",
        "- rank record; -0.2 percentage_point change @2024JJ00 <-",
        "De werkloosheid daalde in 2024 in vier jaar met 0,2 procentpunt.",
        "-0.2 percentage_point change @2024JJ00 <2020JJ00",
    ),
]


@pytest.mark.parametrize(("text", "expected", "like_it", "otherwise"), POINTED, ids=[row[0] for row in POINTED])
def test_a_time_pointed_back_to(text: str, expected: str, like_it: str, otherwise: str) -> None:
    reads(text, expected)
    reads(like_it, otherwise)


READ_TOO: list[tuple[str, str]] = [
    ("Uit de cijfers blijkt dat in 2022 350 duizend mensen werkloos waren.", "350000 persons @2022JJ00"),
    ("Wij verwachten dat in 2026 de werkloosheid 4,1 procent is.", "4.1 percent forecast @2026JJ00"),
    (f"{Q3}; wij verwachten dat in 2026 400 duizend mensen werkloos zijn.", f"{IN_Q3}; 400000 persons forecast @2026JJ00"),
    ("In november publiceerde het CBS dat er 374 duizend werklozen waren.", "374000 persons @-"),
]


@pytest.mark.parametrize(("text", "expected"), READ_TOO)
def test_times_read_too(text: str, expected: str) -> None:
    reads(text, expected)


NOT_YET: list[Any] = [
    gap(
        "In 2024 waren er 372 duizend werklozen, 11 duizend meer dan dat van 2023.",
        "372000 persons @2024JJ00; 11000 persons change @2024JJ00 <2023JJ00",
        "“dat van 2023” behind a year is that year",
    ),
]


@pytest.mark.parametrize(("text", "expected"), NOT_YET)
def test_times_not_yet_read(text: str, expected: str) -> None:
    reads(text, expected)
