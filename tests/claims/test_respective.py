"""Names and figures in one order: each figure takes the name, or the year, at its own place."""

from __future__ import annotations

from datetime import date

import pytest

from claims.extract import extract_claims
from labour.lexicon import Lexicon
from labour.model import Letter

SECTORS = [
    ("De horeca en de bouw hadden respectievelijk 72 en 77 vacatures per duizend banen.", ["I", "F"]),
    ("De vacaturegraad was het hoogst in de bouw en de horeca, met respectievelijk 72 en 77 vacatures per duizend banen.", ["F", "I"]),
    ("In de zorg, het onderwijs en de bouw stonden respectievelijk 70 duizend, 9 duizend en 30 duizend vacatures open.", ["Q", "P", "F"]),
    # two figures cannot belong to three names
    ("In de zorg waren er 70 duizend vacatures, in de bouw 30 duizend.", ["Q", "F"]),
]
YEARS = [
    ("In 2022 en 2023 waren er respectievelijk 50 duizend en 60 duizend vacatures.", ["2022JJ00", "2023JJ00"]),
    ("In 2021, 2022 en 2023 waren er respectievelijk 40, 50 en 60 duizend vacatures.", ["2021JJ00", "2022JJ00", "2023JJ00"]),
]


def _claims(text: str, lexicon: Lexicon) -> list[tuple[str | None, str | None]]:
    letter = Letter(name="brief", text=text, day=date(2024, 12, 13), precision="day")
    return [(c.sector, c.period) for c in extract_claims(letter, lexicon) if c.value is not None]


@pytest.mark.parametrize(("text", "sectors"), SECTORS)
def test_each_figure_takes_the_sector_at_its_place(text: str, sectors: list[str], lexicon: Lexicon) -> None:
    assert [sector for sector, _ in _claims(text, lexicon)] == sectors


@pytest.mark.parametrize(("text", "years"), YEARS)
def test_each_figure_takes_the_year_at_its_place(text: str, years: list[str], lexicon: Lexicon) -> None:
    assert [period for _, period in _claims(text, lexicon)] == years


def test_the_parts_of_a_whole_do_not_name_the_figure(lexicon: Lexicon) -> None:
    letter = Letter(name="brief", text="De beroepsbevolking, werkenden en werklozen samen, telde 10,1 miljoen personen.", day=None, precision=None)
    assert [c.indicator for c in extract_claims(letter, lexicon)] == ["labour_force"]
