"""Tables pasted into a letter: a cell has the unit, scale, indicator and period of its headings. Lists under a heading likewise."""

from __future__ import annotations

from typing import Any

import pytest

from tests.claims.notation import fates_of, reads

TABLES: list[Any] = [
    # tabs, the scale in the caption, quarters over the columns
    (
        "Tabel 1. Vacatures naar bedrijfstak (x 1.000)\n\nBedrijfstak\t2023KW3\t2024KW3\nZorg\t66,1\t67,4\nBouw\t27,0\t26,2\n",
        "66100 vacancies :open_vacancies sector=Q @2023KW03 step=100; 67400 vacancies :open_vacancies sector=Q @2024KW03; "
        "27000 vacancies :open_vacancies sector=F @2023KW03; 26200 vacancies :open_vacancies sector=F @2024KW03",
    ),
    # bars, the unit in the row heading
    (
        "| | 2023 | 2024 |\n|---|---|---|\n| Werklozen (x 1.000) | 361 | 372 |\n| Werkloosheid (%) | 3,6 | 3,7 |\n",
        "361000 persons :unemployed_persons @2023JJ00; 372000 persons :unemployed_persons @2024JJ00; "
        "3.6 percent :unemployment_rate @2023JJ00; 3.7 percent :unemployment_rate @2024JJ00",
    ),
    # wide gaps, a scale with a space
    (
        "Kerncijfers    2023    2024\nWerklozen (x 1 000)    361    372\nNetto arbeidsparticipatie (%)    73,1    73,2\n",
        "361000 persons @2023JJ00; 372000 persons @2024JJ00; 73.1 percent :net_participation @2023JJ00; 73.2 percent @2024JJ00",
    ),
    # periods down the rows
    (
        "Spanning (vacatures per 100 werklozen)\n\nKwartaal\tSpanning\n2024-I\t111\n2024-II\t110\n",
        "111 per_100 :labour_market_tension @2024KW01; 110 per_100 :labour_market_tension @2024KW02",
    ),
    (
        "Periode | Vacatures (x 1 000) | Werklozen (x 1 000)\n2024-I | 405 | 367\n2024-II | 405 | 369\n",
        "405000 vacancies @2024KW01; 367000 persons @2024KW01; 405000 vacancies @2024KW02; 369000 persons @2024KW02",
    ),
    # percent signs in the cells
    (
        "Groep\t2023\t2024\nWerkloosheid mannen\t3,4%\t3,5%\n",
        "3.4 percent :unemployment_rate group=mannen @2023JJ00; 3.5 percent :unemployment_rate group=mannen @2024JJ00",
    ),
    # the unit stands in the caption alone
    ("Tekort in fte per sector\n\nSector\t2025\t2033\nPrimair onderwijs\t7.700\t9.800\n", "7700 fte @2025JJ00; 9800 fte @2033JJ00"),
    # headings in two rows: what stands above holds for every column below it
    (
        "Sector\tVacatures (x 1.000)\t\tBanen (x 1.000)\t\n\t2023\t2024\t2023\t2024\nZorg\t66,1\t67,4\t1.100\t1.200\n",
        "66100 vacancies :open_vacancies sector=Q @2023JJ00; 67400 vacancies @2024JJ00; "
        "1100000 jobs :jobs sector=Q @2023JJ00; 1200000 jobs :jobs @2024JJ00",
    ),
    (
        "Sector\t3e kwartaal 2024\t\n\tVacatures (x 1.000)\tVacaturegraad\nZorg\t66,1\t40\n",
        "66100 vacancies :open_vacancies sector=Q @2024KW03; 40 per_1000 :vacancy_rate sector=Q @2024KW03",
    ),
    # above the years nothing but what they are years of
    (
        "\tVacatures (x 1.000)\t\nSector\t2023\t2024\nZorg\t66,1\t67,4\n",
        "66100 vacancies :open_vacancies sector=Q @2023JJ00; 67400 vacancies :open_vacancies sector=Q @2024JJ00",
    ),
    # an empty cell keeps its place, wherever it is
    (
        "Vacatures (x 1.000)\n\nBedrijfstak\t2022\t2023\t2024\nZorg\t66,1\t\t67,4\nBouw\t27,0\t26,2\t\nHandel\t\t\t70,1\n",
        "66100 vacancies sector=Q @2022JJ00; 67400 vacancies sector=Q @2024JJ00; "
        "27000 vacancies sector=F @2022JJ00; 26200 vacancies sector=F @2023JJ00; 70100 vacancies sector=G @2024JJ00",
    ),
    ("Begroting (in miljoenen euro)\n\nPost\t2025\t2026\nScholing\t75\t50\n", "75000000 EUR @2025JJ00; 50000000 EUR @2026JJ00"),
]


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_cells_read_by_their_headings(text: str, expected: str) -> None:
    reads(f"Hieronder staat een overzicht.\n\n{text}\nTot zover het overzicht.\n", expected)


LISTS: list[Any] = [
    (
        "Vacatures naar bedrijfstak (derde kwartaal 2024, x 1.000):\n- zorg 67,4\n- bouw 26,2\n",
        "67400 vacancies sector=Q @2024KW03; 26200 vacancies sector=F @2024KW03",
    ),
    (
        "Naar bedrijfstak (derde kwartaal 2024, x 1.000 vacatures):\n- zorg 67,4\n- bouw 26,2\n",
        "67400 vacancies sector=Q @2024KW03; 26200 vacancies sector=F @2024KW03",
    ),
    (
        "In het derde kwartaal van 2024 stonden er vacatures open:\n- 67 duizend in de zorg;\n- 26 duizend in de bouw.\n",
        "67000 vacancies sector=Q @2024KW03; 26000 vacancies sector=F @2024KW03",
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_items_read_by_the_heading_of_their_list(text: str, expected: str) -> None:
    reads(text, expected)


#: broken lines of prose, one of which ends with a figure behind words
PROSE: list[Any] = [
    (
        "Dit volgt uit de jongste raming voor de zorg. In 2023 bedroeg het totale tekort in\n"
        "de sector gezondheids- en welzijnszorg ongeveer 43.000\npersonen.\n",
        "43000 persons about :care_shortage @2023JJ00",
    ),
]


@pytest.mark.parametrize(("text", "expected"), PROSE)
def test_lines_of_prose_are_no_list(text: str, expected: str) -> None:
    reads(text, expected)


@pytest.mark.parametrize("text", [getattr(row, "values", row)[0] for row in TABLES], ids=range(len(TABLES)))
def test_headings_claim_nothing(text: str) -> None:
    """Years over the columns and scales in the headings are accounted for as no claims."""
    fates = {fate.text: fate.fate for fate in fates_of(text)}
    assert all(fate == "non_claim" for printed, fate in fates.items() if printed in ("2023", "2024", "1.000", "1 000", "2033"))
