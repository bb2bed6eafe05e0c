"""Tables of plain letters: columns made of blanks, headings over several lines, what stands beside levels, and what dates nothing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.claims.notation import claims_of, reads

QUARTERS: list[Any] = [
    # columns of blanks under quarters, the unit behind the label, the year in the caption too
    (
        "Tabel 1. Kerncijfers 2023 (seizoengecorrigeerd)\n"
        "                                 Q1 2023   Q2 2023   Q3 2023\n"
        "Openstaande vacatures (x 1.000)      437       427       416\n"
        "Werkloosheidspercentage              3,5       3,5       3,6\n",
        "437000 vacancies :open_vacancies @2023KW01 adjusted=yes; 427000 vacancies @2023KW02; 416000 vacancies @2023KW03; "
        "3.5 percent :unemployment_rate @2023KW01; 3.5 percent @2023KW02; 3.6 percent @2023KW03 adjusted=yes",
    ),
    # every way to write a quarter or month
    (
        "              2023-I   2023 Q2   kw3 2023   4e kw. 2023\nVacaturegraad     49        48         47            43\n",
        "49 per_1000 :vacancy_rate @2023KW01; 48 per_1000 @2023KW02; 47 per_1000 @2023KW03; 43 per_1000 @2023KW04",
    ),
    (
        "Spanning\tQ1'23\t2e kwartaal 2023\tderde kwartaal '23\tKW4-2023\nVacatures per 100 werklozen\t123\t122\t114\t114\n",
        "123 per_100 :labour_market_tension @2023KW01; 122 per_100 @2023KW02; 114 per_100 @2023KW03; 114 per_100 @2023KW04",
    ),
    (
        "                     okt '23   nov. 2023   dec-23\nWerklozen (x 1.000)      361         354      362*\n",
        "361000 persons :unemployed_persons @2023MM10; 354000 persons @2023MM11; 362000 persons @2023MM12",
    ),
    # years in the columns, the quarter in the caption; with a year in the caption as well it is not certain
    (
        "Openstaande vacatures, derde kwartaal (x 1.000)\n\n            2022    2023\nBouw        27,0    26,6\n",
        "27000 vacancies sector=F @2022KW03; 26600 vacancies sector=F @2023KW03",
    ),
    (
        "Openstaande vacatures, derde kwartaal 2023 en een jaar eerder (x 1.000)\n\n            2022    2023\nBouw        27,0    26,6\n",
        "27000 vacancies sector=F @-; 26600 vacancies sector=F @-",
    ),
    # a year above the quarters
    (
        "              2023                    2024\n              Q3          Q4          Q1          Q2\n"
        "Vacatures per 100 werklozen  114   114   110   108\n",
        "114 per_100 @2023KW03; 114 per_100 @2023KW04; 110 per_100 @2024KW01; 108 per_100 @2024KW02",
    ),
    # headings of words over two lines
    (
        "           Openstaande     Werkloze\n           vacatures       beroepsbevolking\n           (x 1.000)       (x 1.000)\n"
        "Q3 2023          416            366\nQ4 2023          412            360\n",
        "416000 vacancies :open_vacancies @2023KW03; 366000 persons :unemployed_persons @2023KW03; "
        "412000 vacancies @2023KW04; 360000 persons @2023KW04",
    ),
    # periods in the rows, the year before the quarter, what is counted in one word
    (
        "Tabel 1. Positie in de werkkring (x 1.000)\n| Kwartaal | Vast | Flexibel | Zzp |\n|---|---|---|---|\n"
        "| 2015 2e kwartaal | 4.606 | 2.585 | 930 |\n| 2020 2e kwartaal | 5.130 | 2.507 | 1.052 |\n",
        "4606000 persons :permanent_employees @2015KW02; 2585000 persons :flexible_employees @2015KW02; "
        "930000 persons :self_employed_without_personnel @2015KW02; 5130000 persons @2020KW02; 2507000 persons @2020KW02; "
        "1052000 persons @2020KW02",
    ),
    # the year once, at its first quarter
    (
        "Jaar\tKwartaal\tWerklozen (x 1.000)\n2023\tQ1\t358\n\tQ2\t353\n2024\tQ1\t373\n",
        "358000 persons @2023KW01; 353000 persons @2023KW02; 373000 persons @2024KW01",
    ),
    # provisional stars, notes behind a figure, missing values keep their place
    (
        "Vacatures (x 1.000)    2021     2022     2023\nBouw                   23,2        -    26,6*\n"
        "Handel                    .   92,9 1)    79,8\nHoreca                 n.b.     37,5    31,6²\n",
        "23200 vacancies sector=F @2021JJ00; 26600 vacancies sector=F @2023JJ00; 92900 vacancies sector=G @2022JJ00; "
        "79800 vacancies sector=G @2023JJ00; 37500 vacancies sector=I @2022JJ00; 31600 vacancies sector=I @2023JJ00",
    ),
    # a star or a missing value right before a tab, rows of missing values alone
    (
        "Jaar\tWerklozen (x 1.000)\tVacatures (x 1.000)\n2021*\t361*\t401\n2022\t-\t411\n2023\t-\t-\n2024\t374\t404\n",
        "361000 persons @2021JJ00; 401000 vacancies @2021JJ00; 411000 vacancies @2022JJ00; 374000 persons @2024JJ00; 404000 vacancies",
    ),
    (
        "Vacatures (x 1.000)    2021     2022\nBouw                      -     n.b.\nHandel                 75,8        .\n"
        "Zorg                      .        .\nHoreca                 36,2     44,6\n",
        "75800 vacancies sector=G @2021JJ00; 36200 vacancies sector=I @2021JJ00; 44600 vacancies sector=I @2022JJ00",
    ),
    # an empty place in columns of blanks
    (
        "Vacatures (x 1.000)    2021     2022     2023\nBouw                            27,0     26,6\n"
        "Handel                 75,8              79,8\n",
        "27000 vacancies sector=F @2022JJ00; 26600 vacancies sector=F @2023JJ00; "
        "75800 vacancies sector=G @2021JJ00; 79800 vacancies sector=G @2023JJ00",
    ),
    # dots lead to the figure; the caption dates it
    (
        "Openstaande vacatures, derde kwartaal 2023 (x 1.000)\nBouw ............ 26,6\nHandel .......... 79,8\n",
        "26600 vacancies sector=F @2023KW03; 79800 vacancies sector=G @2023KW03",
    ),
    # labels with a colon below a heading
    (
        "Openstaande vacatures einde derde kwartaal 2023, niet seizoengecorrigeerd\n\nZorg en welzijn totaal: 63.900\n"
        "w.v. ziekenhuizen: 21.100\nw.v. logopedisten: 1.500\n",
        "63900 vacancies sector=Q @2023KW03 adjusted=no; 21100 vacancies sector=hospitals @2023KW03; "
        "1500 vacancies sector=- @2023KW03 adjusted=no",
    ),
    # quarters by their numeral alone, the years in the rows
    (
        "Openstaande vacatures, einde kwartaal (in duizenden)\n\nJaar    I       II      III     IV\n2022    451     467     450     442\n",
        "451000 vacancies @2022KW01 group=-; 467000 vacancies @2022KW02; 450000 vacancies @2022KW03 group=-; 442000 vacancies @2022KW04",
    ),
    # by year only, and not said of which quarter
    (
        "Openstaande vacatures, einde kwartaal (in duizenden)\n\n              2022    2023\nBouw          27,0    26,6\n",
        "27000 vacancies @-; 26600 vacancies @-",
    ),
    # no names of rows at all
    (
        "Werklozen, in duizenden\n\njan. 2024     feb. 2024    mrt. 2024\n360           366          372\n",
        "360000 persons @2024MM01; 366000 persons @2024MM02; 372000 persons @2024MM03",
    ),
    # a name over two lines
    (
        "                         Q3 2022   Q3 2023\nWerklozen (x 1.000)          363       366\nWerkloosheid (% van de\n"
        "beroepsbevolking)            3,6       3,6\n",
        "363000 persons @2022KW03; 366000 persons @2023KW03; 3.6 percent :unemployment_rate @2022KW03; 3.6 percent @2023KW03",
    ),
    # a column of units
    (
        "Onderwerp                  Eenheid    Q3 2022   Q3 2023\nOpenstaande vacatures      x 1.000        450       416\n"
        "Werkloosheid               %              3,6       3,6\n",
        "450000 vacancies @2022KW03; 416000 vacancies @2023KW03; 3.6 percent :unemployment_rate @2022KW03; 3.6 percent @2023KW03",
    ),
    # two rows on a line
    (
        "Vacatures, derde kwartaal 2023 (x 1.000)\n\n  Handel          79,8      Zorg         63,9\n"
        "  Industrie       33,4      Horeca       31,6\n",
        "79800 vacancies sector=G @2023KW03; 63900 vacancies sector=Q @2023KW03; 33400 vacancies sector=C; 31600 vacancies sector=I",
    ),
    # the scale, the source and the adjustment below the table, behind its ruler
    (
        "                 2024-I  2024-II\n----------------------------\n"
        "Vacatures           411      401\nWerklozen           373      365\n"
        "----------------------------\nCijfers x 1.000, gecorrigeerd voor seizoen; bron: CBS\n",
        "411000 vacancies @2024KW01 adjusted=yes source=CBS; 401000 vacancies; 373000 persons @2024KW01; 365000 persons adjusted=yes",
    ),
    # ages are parts, except those of the labour force itself
    (
        "Werkloosheid (%), 15 tot 75 jaar\n\nLeeftijd   2023   2024\n"
        "15-25 jr    8,2    8,7\n25-44       3,0    3,1\n15-75 jaar  3,6    3,7\n",
        "8.2 percent group=15-25 @2023JJ00; 8.7 percent group=15-25; 3.0 percent group=25-44; 3.1 percent group=25-44; "
        "3.6 percent group=- @2023JJ00; 3.7 percent group=-",
    ),
    # what lists call by a name with "bij de" before it
    (
        "Cao-lonen, mutatie t.o.v. een jaar eerder (%)\n\n                          2022   2023\nParticuliere bedrijven     3,4    6,0\n"
        "Overheid                   2,5    6,2\n",
        "3.4 percent change :cao_wage_growth @2022JJ00 <2021JJ00 sector=private_firms group=-; 6.0 percent change; "
        "2.5 percent change sector=government group=-; 6.2 percent change @2023JJ00 <2022JJ00 sector=government",
    ),
    # a quoted table
    (
        "> Vacatures (x 1.000)\n>\n>                 kw3 2022    kw3 2023\n> Handel              92,9        79,8\n",
        "92900 vacancies sector=G @2022KW03; 79800 vacancies sector=G @2023KW03",
    ),
    # sectors over the columns, periods in the rows
    (
        "Vacatures (x 1.000)\n\n          Bouw    Handel    Totaal\nQ3 2022   27,0      92,9     451,9\n"
        "Q3 2023   26,6      79,8     416,8\n",
        "27000 vacancies sector=F @2022KW03; 92900 vacancies sector=G @2022KW03; 451900 vacancies sector=- group=- @2022KW03; "
        "26600 vacancies sector=F @2023KW03; 79800 vacancies sector=G; 416800 vacancies sector=- group=-",
    ),
    # the sector of the caption, and a column that no list knows
    (
        "Vacatures in de bouw (x 1.000)\n\n            2022    2023\nAantal      27,0    26,6\n",
        "27000 vacancies sector=F @2022JJ00; 26600 vacancies sector=F @2023JJ00",
    ),
    (
        "Vacatures (x 1.000)\n\nPeriode   Kustplaatsen   Totaal\n2022          12,0      451,9\n2023          11,0      416,8\n",
        "12000 vacancies group=Kustplaatsen; 451900 vacancies group=-; 11000 vacancies group=Kustplaatsen; 416800 vacancies group=-",
    ),
    # a place in the caption holds for every row, whether a list knows it or not; so does what stands beside an indicator's name
    (
        "Vacatures Friesland (x 1.000)\n\n            2022    2023\nTotaal      11,0    10,2\nZorg         2,0     2,1\n",
        "11000 vacancies group=friesland; 10200 vacancies group=friesland; 2000 vacancies group=friesland sector=Q; "
        "2100 vacancies group=friesland",
    ),
    (
        "Werkloosheid in Kampen (%)\n\n            2022    2023\nTotaal       3,1     3,2\n",
        "3.1 percent group=Kampen; 3.2 percent group=Kampen",
    ),
    (
        "                                  2022    2023\nCao-lonen overheid (in %)          2,5     6,2\n"
        "Cao-lonen grootbedrijf (in %)      3,0     6,0\n"
        "Cao-lonen (in %)                   3,2     6,1\n",
        "2.5 percent change sector=government group=-; 6.2 percent change; 3.0 percent change sector=- group=grootbedrijf; "
        "6.0 percent change; 3.2 percent change sector=- group=-; 6.1 percent change sector=- group=-",
    ),
    # what a heading calls a forecast, of a year that is over too; what is of another country
    (
        "Werkloosheid (%)      2023    2024 (raming)\nTotaal                 3,6              3,9\n",
        "3.6 percent share @2023JJ00; 3.9 percent forecast @2024JJ00",
    ),
    (
        "Werkloosheid (%)\n              Nederland     EU27\n2023             3,6         6,1\n",
        "3.6 percent group=- @2023JJ00; 6.1 percent group=eu27 @2023JJ00",
    ),
    # the table says of what its figures are only by what stands before and behind it
    (
        "In 2023 stonden er 416 duizend vacatures open.\n\nPer bedrijfstak (x 1 000):\n\n"
        "          Q3 2022   Q3 2023\nHandel       92,9      79,8\n"
        "Bouw         27,0      26,6\n\nIn de handel zijn het er 13.100 vacatures minder.\n",
        "416000 vacancies; 92900 vacancies :open_vacancies sector=G @2022KW03; 79800 vacancies @2023KW03; "
        "27000 vacancies sector=F; 26600 vacancies; -13100 vacancies change",
    ),
    # a year that dates no figure
    (
        "Vacatures naar bedrijfstak (SBI 2008, x 1.000)\n\nBouw      27,0\nHandel    92,9\n",
        "27000 vacancies sector=F @-; 92900 vacancies sector=G @-",
    ),
    (
        "Vacatures (x 1.000; bron: CBS, 15 februari 2024)\n\nBouw      27,0\nHandel    92,9\n",
        "27000 vacancies sector=F @- source=CBS; 92900 vacancies sector=G @-",
    ),
]

GROUPS: list[tuple[str, list[str | None]]] = [
    # rows further in than the words above them
    (
        "Werklozen (x 1.000)     2024\nMannen\n  15 tot 25 jaar          85\nVrouwen\n  15 tot 25 jaar          75\n"
        "Totaal                 372\n",
        ["mannen, 15 tot 25 jaar", "vrouwen, 15 tot 25 jaar", None],
    ),
    # no further in
    (
        "Werklozen (x 1.000)\t2024\nMannen\n15 tot 25 jaar\t85\nVrouwen\n15 tot 25 jaar\t75\nTotaal\t372\n",
        ["mannen, 15 tot 25 jaar", "vrouwen, 15 tot 25 jaar", None],
    ),
    # between bars
    (
        "| Werklozen (x 1.000) | 2024 |\n|---|---|\n| Mannen | |\n| 15 tot 25 jaar | 85 |\n| Vrouwen | |\n| 15 tot 25 jaar | 75 |\n"
        "| Totaal | 372 |\n",
        ["mannen, 15 tot 25 jaar", "vrouwen, 15 tot 25 jaar", None],
    ),
    # part of the row above
    (
        "Werklozen (x 1.000)     2024\nMannen                  190\nw.v. 15 tot 25 jaar      85\nVrouwen                 182\n",
        ["mannen", "mannen, 15 tot 25 jaar", "vrouwen"],
    ),
]

#: a count in a table that prints no scale may be of thousands: it is read, and left undated
UNSCALED: list[Any] = [
    ("Aantal\t2023\t2024\nVacatures\t416\t401\n", "416 vacancies :open_vacancies @-; 401 vacancies @-"),
    ("Aantal\t2023\t2024\nVacatures bouw\t9.600\t26.600\n", "9600 vacancies @2023JJ00 sector=F; 26600 vacancies @2024JJ00"),
]

CHANGES: list[Any] = [
    # two levels and what lies between them
    (
        "Werklozen (x 1.000)    Q3 2022    Q3 2023    verschil\nMannen                     190        185          -5\n",
        "190000 persons level @2022KW03; 185000 persons level @2023KW03; -5000 persons change @2023KW03 <2022KW03 group=mannen",
    ),
    (
        "\tQ3 2023\tQ3 2022\tmutatie (%)\nVacatures (x 1.000)\t416,8\t451,9\t-7,8\n",
        "416800 vacancies @2023KW03; 451900 vacancies @2022KW03; -7.8 percent change :open_vacancies @2023KW03 <2022KW03",
    ),
    (
        "\t2022\t2023\tverschil\nWerkloosheid (%)\t3,5\t3,6\t+0,1\n",
        "3.5 percent @2022JJ00; 3.6 percent @2023JJ00; 0.1 percentage_point change :unemployment_rate @2023JJ00 <2022JJ00",
    ),
    (
        "\t2022\t2023\tafname\nVacatures (x 1.000)\t451,9\t416,8\t35,1\n",
        "451900 vacancies; 416800 vacancies; -35100 vacancies change @2023JJ00",
    ),
    # between which of three is not said
    (
        "\t2021\t2022\t2023\tmutatie\nVacatures (x 1.000)\t376,3\t451,9\t416,8\t-35,1\n",
        "376300 vacancies @2021JJ00; 451900 vacancies @2022JJ00; 416800 vacancies @2023JJ00; -35100 vacancies change @- <-",
    ),
    # since when is said, and the row says until when
    (
        "Periode    Werklozen    mutatie t.o.v. jaar eerder\nokt 2023   361.000      -12.000\nnov 2023   354.000      -10.000\n",
        "361000 persons level @2023MM10; -12000 persons change @2023MM10 <2022MM10; 354000 persons level @2023MM11; -10000 persons change",
    ),
    (
        "\t2022\t2024\tmutatie t.o.v. een jaar eerder\nVacatures (x 1.000)\t451,9\t416,8\t-35,1\n",
        "451900 vacancies @2022JJ00; 416800 vacancies @2024JJ00; -35100 vacancies change @- <-",
    ),
    # of a rate, in percent: of itself or in points
    ("\t2022\t2023\tmutatie (%)\nWerkloosheid (%)\t3,5\t3,6\t2,9\n", "3.5 percent; 3.6 percent; 2.9 percent change @- <-"),
    # a heading that says it
    (
        "\t2021\t2022\t2023\tverschil 2021-2023\nVacatures (x 1.000)\t376,3\t451,9\t416,8\t40,5\n",
        "376300 vacancies; 451900 vacancies; 416800 vacancies; 40500 vacancies change @2023JJ00 <2021JJ00",
    ),
    # a share beside levels, and a total of years: of no certain period
    (
        "Vacatures (x 1.000)\t2022\t2023\tTotaal\nBouw\t27,0\t26,6\t53,6\n",
        "27000 vacancies @2022JJ00; 26600 vacancies @2023JJ00; 53600 vacancies @-",
    ),
    (
        "Vacatures\t2023 (x 1.000)\t% van totaal\nBouw\t26,6\t6,4\n",
        "26600 vacancies @2023JJ00 sector=F; 6.4 percent :- @-",
    ),
]

LISTS: list[Any] = [
    # bare rates below a heading that names one
    (
        "De vacaturegraad in het derde kwartaal van 2023 (aantal vacatures per duizend banen) per sector:\n\n- bouw: 70\n- horeca 60;\n",
        "70 per_1000 ratio :vacancy_rate sector=F @2023KW03; 60 per_1000 ratio :vacancy_rate sector=I @2023KW03",
    ),
    # below a heading without a colon
    (
        "Vacatures per sector, derde kwartaal 2023 (x 1.000)\n- Handel 79,8\n- Bouw: 26,6\n",
        "79800 vacancies sector=G @2023KW03; 26600 vacancies sector=F @2023KW03",
    ),
    # a figure for each period
    (
        "Vacatures, seizoengecorrigeerd\nQ1 2024: 411.000\nQ2 2024: 401.000\n",
        "411000 vacancies :open_vacancies @2024KW01 adjusted=yes; 401000 vacancies @2024KW02",
    ),
    ("Werkloosheid:\n\n2022 3,5%\n2023 3,6%*\n", "3.5 percent :unemployment_rate @2022JJ00; 3.6 percent :unemployment_rate @2023JJ00"),
    ("Werklozen (x 1.000):\nokt '23 361\nnov '23 354\n", "361000 persons @2023MM10; 354000 persons @2023MM11"),
    # a figure that counts something else
    ("De vacaturegraad in het derde kwartaal van 2023 per sector:\n- bouw: 70 regio's\n", "70 count :-"),
]

#: what stands in a table without being a claim, or is no table
NOTHING: list[str] = [
    "Bijlage    Nummer\nBrief      12\nAdvies     13\n",
    "Planning\n\nStap        Datum\nAdvies      1-3-2024\nBesluit     1-6-2024\n",
    "Geachte voorzitter,    Den Haag\nBetreft    Brief\n",
    "Pagina ....... 3\nHoofdstuk .... 5\n",
    "1 Inleiding ............... 1\n2 Vacatures ............... 1\n3 Werkloosheid ............ 4\n",
    "Datum 30 mei 2024\nPostbus 20401\nKenmerk 3841207\n",
    "| a | b |\n|---|---|\n| x | - |\n",
]


@pytest.mark.parametrize(("text", "expected"), QUARTERS + UNSCALED + LISTS)
def test_cells_of_plain_tables(text: str, expected: str) -> None:
    reads(f"Hieronder staat een overzicht.\n\n{text}\nTot zover het overzicht.\n", expected)


@pytest.mark.parametrize(("text", "groups"), GROUPS)
def test_rows_under_a_heading_are_about_both(text: str, groups: list[str | None]) -> None:
    claims = claims_of(f"Hieronder staat een overzicht.\n\n{text}\nTot zover het overzicht.\n")
    assert [claim.population for claim in claims] == groups
    assert {(claim.indicator, claim.period) for claim in claims} == {("unemployed_persons", "2024JJ00")}


@pytest.mark.parametrize(("text", "expected"), CHANGES)
def test_columns_of_change(text: str, expected: str) -> None:
    reads(f"Hieronder staat een overzicht.\n\n{text}\nTot zover het overzicht.\n", expected)


@pytest.mark.parametrize("text", NOTHING)
def test_tables_without_claims(text: str) -> None:
    assert claims_of(f"Hieronder staat een overzicht.\n\n{text}\nTot zover het overzicht.\n") == []
