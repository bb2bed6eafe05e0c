"""What a cell of a pasted table is about: its row, its column, and what the title says of all of them."""

from __future__ import annotations

import pytest

from tests.claims.notation import claims_of, fates_of, reads

VACANCIES = ":open_vacancies source=CBS adjusted=yes"

TABLES: list[tuple[str, str, list[str]]] = [
    (
        "Vacatures, seizoengecorrigeerd (x 1.000), bron: CBS\n\n"
        "Bedrijfstak\t2024\t2033\nZorg\t67,4\t80,1\nw.v. schoolverlaters\t15,2\t16,0\nTotaal\t401\t410\n",
        f"67400 vacancies level @2024JJ00 sector=Q group=- step=100 {VACANCIES}; "
        f"80100 vacancies forecast @2033JJ00 sector=Q group=- step=100 {VACANCIES}; "
        f"15200 vacancies level @2024JJ00 sector=- {VACANCIES}; 16000 vacancies forecast @2033JJ00 sector=- {VACANCIES}; "
        f"401000 vacancies level @2024JJ00 sector=- group=- step=1000 {VACANCIES}; "
        f"410000 vacancies forecast @2033JJ00 sector=- group=- step=1000 {VACANCIES}",
        ["1.000", "2024", "2033"],
    ),
    (
        "Werkloosheid naar geslacht (%), volgens CBS\n\nGroep\t2023\t2024\nMannen\t3,4\t3,5\nVrouwen\t3,8\t3,9\n15 tot 25 jaar\t8,2\t8,7\n",
        "; ".join(
            f"{value} percent share @{year}JJ00 group={group} source=CBS step=0.1 :unemployment_rate"
            for group, values in (("mannen", ("3.4", "3.5")), ("vrouwen", ("3.8", "3.9")), ("15-25", ("8.2", "8.7")))
            for year, value in zip(("2023", "2024"), values, strict=True)
        ),
        ["2023", "2024", "15", "25"],
    ),
    (
        "Spanning en vacaturegraad\n\nPeriode\tVacatures per 100 werklozen\tVacaturegraad (per 1.000 banen)\n"
        "2024-I\t111\t46\n2024-II\t110\t45\n",
        "111 per_100 ratio :labour_market_tension @2024KW01 group=-; 46 per_1000 ratio :vacancy_rate @2024KW01 group=-; "
        "110 per_100 ratio :labour_market_tension @2024KW02 group=-; 45 per_1000 ratio :vacancy_rate @2024KW02 group=-",
        ["100", "1.000", "2024", "2024"],
    ),
]


@pytest.mark.parametrize(("table", "expected", "headings"), TABLES)
def test_a_cell_is_about_its_row_and_column(table: str, expected: str, headings: list[str]) -> None:
    text = f"Hieronder staat een overzicht.\n\n{table}\nTot zover het overzicht.\n"
    reads(text, expected)
    assert [fate.text for fate in fates_of(text) if fate.reason == "table_heading"] == headings
    assert all(text[claim.start : claim.end] == claim.quote and claim.rules == ("table.cell",) for claim in claims_of(text))


def test_a_row_that_no_list_knows_is_never_the_whole() -> None:
    claims = claims_of(f"Hieronder staat een overzicht.\n\n{TABLES[0][0]}\nTot zover het overzicht.\n")
    assert [bool(claim.population and "schoolverlaters" in claim.population) for claim in claims] == [False] * 2 + [True] * 2 + [False] * 2
