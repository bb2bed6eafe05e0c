"""Figures that lean on what was told just before: rates by a bare number, rates beside rates, levels at a peak, the seasonal treatment.

Every row is a text that a rule reads and, beside it, one that looks like it and must not be read so. The figures stand for any.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.claims.notation import gap, reads

RATE = "De vacaturegraad was 49 per 1.000 banen"
TENSION = "De spanning was 108 vacatures per 100 werklozen"
SO_MANY, SO_TENSE = "49 per_1000 ratio :vacancy_rate", "108 per_100 ratio :labour_market_tension"

#: text, its claims, a text like it, its claims
AGAIN: list[tuple[str, str, str, str]] = [
    # a ratio told again by a bare number: of a sector, at another time, "dat waren er"
    (
        "Per 1.000 banen waren er 51 vacatures; in de horeca 79, een jaar eerder nog 112.",
        "51 per_1000 ratio; 79 per_1000 ratio sector=I :vacancy_rate; 112 per_1000 ratio sector=I :vacancy_rate",
        "Er waren 51 vacatures; in de horeca 79, een jaar eerder nog 112.",
        "51 vacancies",
    ),
    (
        f"{RATE}. De bouw noteerde in het tweede kwartaal van 2024 73.",
        f"{SO_MANY}; 73 per_1000 @2024KW02 sector=F :vacancy_rate",
        f"{RATE}. De bouw noteerde in het tweede kwartaal van 2024 vijf records.",
        SO_MANY,
    ),
    (f"{RATE}. De bouw haalde 73.", f"{SO_MANY}; 73 per_1000 sector=F", f"{RATE}. De bouw haalde 730.", SO_MANY),  # not of one order
    (
        f"{RATE}. Eind 2023 waren dat er in de hele economie 53.",
        f"{SO_MANY}; 53 per_1000 @2023KW04 :vacancy_rate",
        f"{RATE}. Eind 2023 kwam paragraaf 53 erbij.",
        SO_MANY,
    ),
    (
        f"{RATE}. Daarmee ligt zij onder de 53 in het eerste kwartaal van 2023.",
        f"{SO_MANY}; 53 per_1000 at_most @2023KW01 :vacancy_rate",
        f"{RATE}. Daarmee ligt zij onder de 700 in het eerste kwartaal van 2023.",
        SO_MANY,
    ),
    # a difference of ratios is a change, a ratio itself is not
    (
        f"{RATE}. Dat is een daling van 8 vacatures per 1.000 banen.",
        f"{SO_MANY}; -8 per_1000 change :vacancy_rate",
        f"{RATE}. Dat is het gevolg van 8 vacatures per 1.000 banen.",
        f"{SO_MANY}; 8 per_1000 ratio :vacancy_rate",
    ),
    (
        f"{TENSION}. Dat zijn er 14 minder dan een jaar eerder.",
        f"{SO_TENSE}; -14 per_100 change :labour_market_tension",
        f"{TENSION}. Dat waren er 122 een jaar eerder.",
        f"{SO_TENSE}; 122 per_100 ratio :labour_market_tension",
    ),
    (
        "De spanning nam met 8 vacatures per 100 werklozen toe.",
        "8 per_100 change :labour_market_tension",
        "De spanning lag met 108 vacatures per 100 werklozen hoog.",
        SO_TENSE,
    ),
    # beside rates a word for both means the rate
    (
        "Van 3,3 procent liep de werkloosheid op tot 4,0 procent, een toename van 0,7 procentpunt.",
        "0.7..4.0 percentage_point change; 3.3 percent; 4.0 percent; 0.7 percentage_point change :unemployment_rate",
        "Het aantal vacatures was 404 duizend; de werkloosheid nam toe met 2,2 procent.",
        "404000 vacancies; 2.2 percent change :unemployed_persons",
    ),
    # the growth of what grew by so many, not of what is named behind it
    (
        "In 2024 waren er 374 duizend werklozen, 8 duizend meer dan in 2023; een groei van 2,2 procent, terwijl het"
        " aantal vacatures daalde.",
        "374000 persons; 8000 persons change; 2.2 percent change :unemployed_persons",
        "In 2024 waren er 374 duizend werklozen; een groei van 2,2 procent van het aantal vacatures volgde.",
        "374000 persons; 2.2 percent change :open_vacancies",
    ),
    # points are of the percentage spoken of, not of a count named behind them
    (
        "De nettoparticipatie was 73,2 procent in 2024. In tien jaar kwam daar 7,4 procentpunt bij, en het aantal werkenden groeide.",
        "73.2 percent :net_participation; 7.4 percentage_point change :net_participation",
        "De nettoparticipatie was 73,2 procent in 2024. In tien jaar kwamen er 900 duizend mensen bij, en het aantal werkenden groeide.",
        "73.2 percent :net_participation; 900000 persons change :employed_persons",
    ),
    # a percentage beside a number named by the same word
    (
        "De werkloosheid daalt. Het gaat om 374 duizend mensen, dat is 3,7 procent.",
        "374000 persons :unemployed_persons; 3.7 percent share :unemployment_rate",
        "De krapte daalt. Het gaat om 374 duizend mensen, dat is 3,7 procent.",
        "374000 persons :-; 3.7 percent share :-",
    ),
    # cao wages by sector
    (
        "De cao-lonen stegen in 2024 met 6,6 procent. In de zorg was de stijging 7,1 procent, bij de overheid 5,4 procent.",
        "6.6 percent change; 7.1 percent change sector=Q :cao_wage_growth; 5.4 percent change sector=government :cao_wage_growth",
        "De cao-lonen stegen in 2024 met 6,6 procent. Van de zorg is 7,1 procent ziek.",
        "6.6 percent change; 7.1 percent share :-",
    ),
    # a level at a peak, whatever rose to it
    (
        "Na een stijging bereikte het aantal vacatures met 463,7 duizend het hoogste punt.",
        "463700 vacancies level; - rank record",
        "Het aantal vacatures steeg met 63,7 duizend tot het hoogste punt.",
        "63700 vacancies change; - rank record",
    ),
    # words of change
    (
        "Het aantal vacatures is met 13 duizend gekrompen.",
        "-13000 vacancies change",
        "Er zijn 13 duizend vacatures.",
        "13000 vacancies level",
    ),
    (
        "Het aantal vacatures is met 13 duizend opgelopen.",
        "13000 vacancies change",
        "Er zijn 13 duizend vacatures.",
        "13000 vacancies level",
    ),
    ("Er zijn 8 duizend banen bij gekomen.", "8000 jobs change", "Er zijn 8 duizend banen bij gemeenten.", "8000 jobs level"),
    (
        "De cijfers lieten een daling zien van 8 duizend vacatures.",
        "-8000 vacancies change",
        "De cijfers lieten een beeld zien van 8 duizend vacatures.",
        "8000 vacancies level",
    ),
    (
        "Het aantal vacatures lag in 2024 13.000 boven dat van een jaar eerder.",
        "13000 vacancies change @2024JJ00",
        "Het aantal vacatures lag in 2024 op 13.000, boven de verwachting.",
        "13000 vacancies forecast @2024JJ00",
    ),
    (
        "De werkloosheid was 3,7 procent, 0,2 procentpunt onder die van een jaar eerder.",
        "3.7 percent share; -0.2 percentage_point change :unemployment_rate",
        "De werkloosheid was 3,7 procent, onder de grens.",
        "3.7 percent share",
    ),
]


@pytest.mark.parametrize(("text", "expected", "like_it", "otherwise"), AGAIN, ids=[row[0] for row in AGAIN])
def test_a_figure_that_leans_on_the_one_before(text: str, expected: str, like_it: str, otherwise: str) -> None:
    reads(text, expected)
    reads(like_it, otherwise)


RAW = "Zonder correctie voor het seizoen waren er 404 duizend vacatures"
SEASONS: list[tuple[str, str]] = [
    ("Na seizoencorrectie waren er 374 duizend werklozen.", "374000 persons adjusted=yes"),
    ("Met seizoenscorrectie waren er 374 duizend werklozen.", "374000 persons adjusted=yes"),
    ("Gecorrigeerd voor het seizoen waren er 374 duizend werklozen.", "374000 persons adjusted=yes"),
    ("Zonder correctie voor het seizoen waren er 360 duizend werklozen.", "360000 persons adjusted=no"),
    ("Niet voor het seizoen gecorrigeerd waren er 360 duizend werklozen.", "360000 persons adjusted=no"),
    ("Na het zomerseizoen waren er 374 duizend werklozen.", "374000 persons adjusted=-"),
    # it holds for what goes on about the same, or about a sector of it, not for what is named anew
    (f"{RAW}. Een jaar eerder waren het er 416 duizend.", "404000 vacancies adjusted=no; 416000 vacancies adjusted=no"),
    (f"{RAW}. In de zorg waren er 66 duizend vacatures.", "404000 vacancies adjusted=no; 66000 vacancies sector=Q adjusted=no"),
    (f"{RAW}. Er waren 374 duizend werklozen.", "404000 vacancies adjusted=no; 374000 persons adjusted=-"),
    (f"{RAW}. Een jaar eerder waren er 416 duizend vacatures.", "404000 vacancies adjusted=no; 416000 vacancies adjusted=-"),
    # said of all figures, until the other is said
    (
        "Dit zijn ongecorrigeerde kwartaalcijfers. Er waren 360 duizend werklozen. Na seizoencorrectie waren het er 374 duizend."
        " In de zorg waren er 66 duizend vacatures.",
        "360000 persons adjusted=no; 374000 persons adjusted=yes; 66000 vacancies adjusted=-",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEASONS)
def test_the_seasonal_treatment_of_figures(text: str, expected: str) -> None:
    reads(text, expected)


READ_TOO: list[tuple[str, str]] = [
    ("In 2024 lag de werkloosheid met 3,7 procent onder die van een jaar eerder.", "3.7 percent share @2024JJ00"),
    ("Het aantal werklozen ligt met 374 duizend boven dat van een jaar eerder.", "374000 persons level"),
    ("In 2024 waren er 374 duizend werklozen en het aantal vacatures was 404 duizend.", "374000 persons; 404000 vacancies :open_vacancies"),
]


@pytest.mark.parametrize(("text", "expected"), READ_TOO)
def test_figures_read_too(text: str, expected: str) -> None:
    reads(text, expected)


NOT_YET: list[Any] = [
    gap(
        "In 2024 waren er 404 duizend vacatures, 12 duizend (3 procent) minder dan een jaar eerder.",
        "404000 vacancies; -12000 vacancies change; -3 percent change",
        "“minder” behind brackets is of the figure before them",
    ),
    gap(
        "De cao-lonen stegen in 2024 met 6,6 procent. In de zorg is 7,1 procent ziek.",
        "6.6 percent change; 7.1 percent share :-",
        "“in de” before a share does not make it a rise of wages",
    ),
    gap("510 duizend deeltijders gingen meer uren werken.", "510000 persons :part_time_workers", "who works more is not who would like to"),
]


@pytest.mark.parametrize(("text", "expected"), NOT_YET)
def test_figures_not_yet_read(text: str, expected: str) -> None:
    reads(text, expected)
