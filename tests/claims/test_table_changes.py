"""Tables that set levels, changes and wholes beside each other: which indicator, unit and period each cell has."""

from __future__ import annotations

import pytest

from tests.claims.notation import reads

TABLES: list[tuple[str, str]] = [
    # years above an uneven number of quarters: each column takes the year that stands over it
    (
        "Openstaande vacatures (x 1.000)\n\n                2023             2024\n"
        "            Q3      Q4       Q1\nTotaal      415,3   440,1    410,8\n",
        "415300 vacancies :open_vacancies @2023KW03; 440100 vacancies @2023KW04; 410800 vacancies @2024KW01",
    ),
    # a change beside one level has no base; that of a rate is in points
    (
        "Werkloosheid (x 1.000)\n\n                Q3 2024    mutatie\n"
        "Werklozen          374          8\nWerkloosheidspercentage    3,7    0,1\n",
        "374000 persons :unemployed_persons @2024KW03; 8000 persons change @-; 3.7 percent :unemployment_rate @2024KW03;"
        " 0.1 percentage_point change @-",
    ),
    # beside two levels it is the change from the one to the other
    (
        "            Q3 2023    Q3 2024    verschil\nWerklozen (x 1.000)   366    374     8\nNettoparticipatie (%)   73,1   73,1   0,0\n",
        "366000 persons @2023KW03; 374000 persons @2024KW03; 8000 persons change :unemployed_persons @2024KW03 <2023KW03;"
        " 73.1 percent @2023KW03; 73.1 percent @2024KW03; 0.0 percentage_point change :net_participation @2024KW03 <2023KW03",
    ),
    (
        "               2023-III (x 1.000)   2024-III (x 1.000)   verschil (%)\n"
        "Vast               5.424      5.511      1,6\nFlex               2.758      2.655     -3,7\n",
        "5424000 persons :permanent_employees @2023KW03; 5511000 persons @2024KW03; 1.6 percent change @2024KW03 <2023KW03;"
        " 2758000 persons :flexible_employees @2023KW03; 2655000 persons @2024KW03; -3.7 percent change @2024KW03 <2023KW03",
    ),
    # periods in the rows, an indicator in each column
    (
        "Kwartaal     Openstaande vacatures (x 1.000)   Vacatures per 100 werklozen\n"
        "Q3 2023      415,3                             114\nQ4 2023      440,1                             114\n",
        "415300 vacancies :open_vacancies @2023KW03; 114 per_100 :labour_market_tension @2023KW03;"
        " 440100 vacancies :open_vacancies @2023KW04; 114 per_100 :labour_market_tension @2023KW04",
    ),
    # a part named in the row says more than the whole above the column; where both name the same, it is that
    (
        "             Werknemers (x 1.000)   Werkenden (x 1.000)\nVast contract Q3 2024     5.511      5.511\n",
        "5511000 persons :permanent_employees @2024KW03; 5511000 persons :permanent_employees @2024KW03",
    ),
    (
        "Werkenden in het derde kwartaal van 2024 (x 1.000)\n\n"
        "                 Werknemers   Zzp\nWerknemers       8.170        -\nZzp              -            1.261\n",
        "8170000 persons :employees @2024KW03; 1261000 persons :self_employed_without_personnel @2024KW03",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_levels_changes_and_wholes_beside_each_other(text: str, expected: str) -> None:
    reads(text, expected)
