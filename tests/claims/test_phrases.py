"""Quantities that are whole phrases, beside phrases of the same words that state no quantity."""

from __future__ import annotations

import pytest

from tests.claims.notation import reads

STATED: list[tuple[str, str]] = [
    # a fraction is meant as loosely as it is said: to the nearest part, or to a tenth
    ("Een vijfde van de vacatures blijft lang open.", "0.2 fraction share step=0.1"),
    ("Drie vijfde van de vacatures blijft lang open.", "0.6 fraction share step=0.1"),
    ("Nog geen tiende van de werkgevers zoekt personeel.", "0.1 fraction at_most share step=0.1"),
    ("Nog geen kwart van de werkgevers zoekt personeel.", "0.25 fraction at_most share step=0.1"),
    ("De helft van de werkgevers zoekt personeel.", "0.5 fraction share step=0.1"),
    ("Eén op de vier werkgevers zoekt personeel.", "0.25 fraction share step=0.25"),
    ("1 op de 4 werkgevers zoekt personeel.", "0.25 fraction share step=0.25"),
    ("Eén op elke drie werkenden werkt in deeltijd.", "0.3333 fraction share step=0.3333"),
    ("Twee van de drie bedrijven zoeken personeel.", "0.6667 fraction share step=0.3333"),
    ("Van elke tien werkgevers zoeken er vier personeel.", "0.4 fraction share step=0.1"),
    ("Het aantal vacatures is gehalveerd.", "0.5 fraction step=0.1"),
    ("Drie miljoen werkenden en een kwart miljoen vacatures.", "3000000 persons step=1000000; 250000 vacancies"),
    # multiples
    ("Het aantal aanmeldingen is verdrievoudigd.", "3 multiple"),
    ("Het aantal aanmeldingen is verviervoudigd.", "4 multiple"),
    ("Het aantal aanmeldingen is vervijfvoudigd.", "5 multiple"),
    ("Er zijn vijf maal zoveel vacatures.", "5 multiple"),
    ("Er zijn 2,5 keer zoveel vacatures.", "2.5 multiple"),
    # streaks, counted back from the last complete period before the letter of 14 February 2025
    ("De krimp duurde twee opeenvolgende kwartalen.", "2 quarters streak @2024KW03..2024KW04~"),
    ("De werkloosheid daalt voor het twaalfde kwartaal op rij.", "12 quarters streak @2022KW01..2024KW04~"),
    ("De werkloosheid daalt voor het 3e kwartaal op rij.", "3 quarters streak @2024KW02..2024KW04~"),
    ("De werkloosheid daalt voor de derde maand op rij.", "3 months streak @2024MM11..2025MM01~"),
    ("De werkloosheid daalde zes maanden achtereen.", "6 months streak @2024MM08..2025MM01~"),
    ("De werkloosheid daalde 6 maanden na elkaar.", "6 months streak @2024MM08..2025MM01~"),
    ("De werkloosheid daalde zes maanden onafgebroken.", "6 months streak @2024MM08..2025MM01~"),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_a_phrase_is_one_quantity(text: str, expected: str) -> None:
    reads(text, expected)


@pytest.mark.parametrize(
    "text",
    [
        "De tweede helft van het jaar was rustig.",
        "In de eerste helft van 2024 was het rustig.",
        "De andere helft van de werkgevers zoekt niet.",
        "De helft van 2024 was rustig.",
        "Een derde partij doet mee.",
        "Een derde lijn van het beleid is scholing.",
        "Voor een derde keer is overlegd.",
        "Twee van de drie pijlers zijn gereed.",
        "De dubbele vergrijzing neemt toe.",
        "Een recessie is gedefinieerd als twee opeenvolgende kwartalen krimp.",
        "Er is een recessie bij twee opeenvolgende kwartalen krimp.",
    ],
)
def test_words_of_quantity_that_state_none(text: str) -> None:
    reads(text, "")


TWO_SENTENCES: list[tuple[str, str]] = [
    ("Een kwart van de werkgevers zoekt personeel. Een derde van de zelfstandigen stopt.", "0.25 fraction; 0.3333 fraction"),
    ("De helft van de werkgevers zoekt personeel. De helft van de zelfstandigen stopt.", "0.5 fraction; 0.5 fraction"),
    ("Een op de vier werkgevers zoekt personeel. Een op de vijf zelfstandigen stopt.", "0.25 fraction; 0.2 fraction"),
    ("Het aantal vacatures is verdubbeld. Het aantal banen is verdrievoudigd.", "2 multiple :open_vacancies; 3 multiple :jobs"),
    ("De krimp duurde vier opeenvolgende kwartalen. De groei duurde zes opeenvolgende kwartalen.", "4 quarters streak; 6 quarters streak"),
]


@pytest.mark.parametrize(("text", "expected"), TWO_SENTENCES)
def test_each_sentence_has_the_phrases_of_its_own(text: str, expected: str) -> None:
    reads(text, expected)
