"""Names and figures in one order: each figure takes the name, or the year, at its own place."""

from __future__ import annotations

import pytest

from tests.claims.notation import claims_of

SECTORS = [
    ("De horeca en de bouw hadden respectievelijk 72 en 77 vacatures per duizend banen.", ["I", "F"]),
    ("De vacaturegraad was het hoogst in de bouw en de horeca, met respectievelijk 72 en 77 vacatures per duizend banen.", ["F", "I"]),
    ("In de zorg, het onderwijs en de bouw stonden respectievelijk 70 duizend, 9 duizend en 30 duizend vacatures open.", ["Q", "P", "F"]),
    ("In de zorg waren er 70 duizend vacatures, in de bouw 30 duizend.", ["Q", "F"]),
]
YEARS = [
    ("In 2022 en 2023 waren er respectievelijk 50 duizend en 60 duizend vacatures.", ["2022JJ00", "2023JJ00"]),
    ("In 2021, 2022 en 2023 waren er respectievelijk 40, 50 en 60 duizend vacatures.", ["2021JJ00", "2022JJ00", "2023JJ00"]),
]


def _claims(text: str) -> list[tuple[str | None, str | None]]:
    return [(c.sector, c.period) for c in claims_of(text) if c.value is not None]


@pytest.mark.parametrize(("text", "sectors"), SECTORS)
def test_each_figure_takes_the_sector_at_its_place(text: str, sectors: list[str]) -> None:
    assert [sector for sector, _ in _claims(text)] == sectors


@pytest.mark.parametrize(("text", "years"), YEARS)
def test_each_figure_takes_the_year_at_its_place(text: str, years: list[str]) -> None:
    assert [period for _, period in _claims(text)] == years


def test_the_parts_of_a_whole_do_not_name_the_figure() -> None:
    claims = claims_of("De beroepsbevolking, werkenden en werklozen samen, telde 10,1 miljoen personen.")
    assert [c.indicator for c in claims] == ["labour_force"]


PER_ONE = [
    ("Per openstaande vacature waren er 1,01 werklozen.", "labour_market_tension"),
    ("Per werkloze waren er 1,1 vacatures beschikbaar.", "labour_market_tension"),
    ("Er waren 1,3 werklozen per vacature.", "labour_market_tension"),
    ("Per vacature solliciteerden 12 mensen.", None),
]


@pytest.mark.parametrize(("text", "indicator"), PER_ONE)
def test_a_ratio_per_one_is_tension_only_of_vacancies_and_unemployed(text: str, indicator: str | None) -> None:
    assert [(c.kind, c.indicator) for c in claims_of(text)] == [("ratio", indicator)]
