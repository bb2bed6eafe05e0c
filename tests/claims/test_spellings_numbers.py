"""How a number can stand in a Dutch letter: every spelling of one value, in sentences that count something with it.

``~`` stands for a hard space, ``_`` for a thin one.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.claims.notation import WRAPPED, claims_of

COUNTED = [
    ("In de bouw stonden {} vacatures open.", "vacancies"),
    ("Het gaat om {} huishoudens.", "households"),
    ("Dat zijn {} werknemers, zo blijkt.", "persons"),
]


def gap(printed: str, value: str, reason: str) -> Any:
    return pytest.param(printed, value, marks=pytest.mark.xfail(strict=True, reason=reason))


COUNTS: list[Any] = [
    ("4", "4"),
    ("12", "12"),
    ("400", "400"),
    ("999", "999"),
    # four digits with and without the point
    ("5.400", "5400"),
    ("5400", "5400"),
    ("5~400", "5400"),
    ("1.000", "1000"),
    ("1.050", "1050"),
    # the point parts thousands: 195.000 is no 195
    ("195.000", "195000"),
    ("195 000", "195000"),
    ("195~000", "195000"),
    ("195_000", "195000"),
    ("195000", "195000"),
    ("195 duizend", "195000"),
    ("195~duizend", "195000"),
    ("195 dzd", "195000"),
    ("195 dzd.", "195000"),
    ("195,4 duizend", "195400"),
    ("0,195 miljoen", "195000"),
    ("195k", "195000"),
    ("87,3 duizend", "87300"),
    ("87.300", "87300"),
    ("10.001", "10001"),
    ("100.000", "100000"),
    ("1.234.567", "1234567"),
    ("1 234 567", "1234567"),
    ("1~234~567", "1234567"),
    ("1,2 miljoen", "1200000"),
    ("1,25 miljoen", "1250000"),
    ("1,2 mln", "1200000"),
    ("1,2 mln.", "1200000"),
    ("1,2~mln", "1200000"),
    ("1,2 milj.", "1200000"),
    ("9.816.000", "9816000"),
    ("9,816 miljoen", "9816000"),
    ("9 miljoen", "9000000"),
    ("17,9 miljoen", "17900000"),
    # words
    ("dertien", "13"),
    ("zestien", "16"),
    ("twintig", "20"),
    ("eenentwintig", "21"),
    ("éénentwintig", "21"),
    ("tweeëntwintig", "22"),
    ("drieëndertig", "33"),
    ("vierenveertig", "44"),
    ("zesenzestig", "66"),
    ("tachtig", "80"),
    ("negenennegentig", "99"),
    ("honderd", "100"),
    ("honderdtwintig", "120"),
    ("honderdvijfentwintig", "125"),
    ("tweehonderd", "200"),
    ("driehonderdvijftig", "350"),
    ("achthonderd", "800"),
    ("duizend", "1000"),
    ("elfhonderd", "1100"),
    ("twaalfhonderd", "1200"),
    ("vijftienhonderd", "1500"),
    ("zeventienhonderd", "1700"),
    ("tweeduizend", "2000"),
    ("drieduizend", "3000"),
    ("tweeduizendvijfhonderd", "2500"),
    ("tienduizend", "10000"),
    ("twaalfduizend", "12000"),
    ("vierentwintigduizend", "24000"),
    ("drieëndertigduizend", "33000"),
    ("vijfenveertigduizend", "45000"),
    ("honderdduizend", "100000"),
    ("tweehonderdduizend", "200000"),
    ("honderdvijftigduizend", "150000"),
    ("driehonderdvijftigduizend", "350000"),
    # a space before the scale word, as the style guides ask from thousand on
    ("vierentwintig duizend", "24000"),
    ("twee duizend", "2000"),
    ("tien duizend", "10000"),
    ("honderd duizend", "100000"),
    ("een miljoen", "1000000"),
    ("één miljoen", "1000000"),
    ("twee miljoen", "2000000"),
    ("tien miljoen", "10000000"),
    ("anderhalf miljoen", "1500000"),
    ("anderhalve miljoen", "1500000"),
    ("een half miljoen", "500000"),
    ("een kwart miljoen", "250000"),
    ("driekwart miljoen", "750000"),
    ("tweeënhalf miljoen", "2500000"),
    ("twee en een half miljoen", "2500000"),
    ("2½ miljoen", "2500000"),
]


@pytest.mark.parametrize(("printed", "value"), COUNTS)
def test_counts(printed: str, value: str) -> None:
    for sentence, unit in COUNTED:
        text = sentence.format(printed.replace("~", "\u00a0").replace("_", "\u2009"))
        claims = claims_of(text)
        assert [(c.value, c.unit, c.approx) for c in claims] == [(Decimal(value), unit, "exact")], text
        assert claims[0].quote.endswith(("vacatures", "huishoudens", "werknemers")), "the unit belongs to the quote"


SHARES: list[Any] = [
    ("73,1%", "73.1"),
    ("73,1 %", "73.1"),
    ("73,1~%", "73.1"),
    ("73,1 procent", "73.1"),
    ("73,1~procent", "73.1"),
    ("73,1 percent", "73.1"),
    ("73,1 pct", "73.1"),
    ("73,1 pct.", "73.1"),
    ("73,10%", "73.10"),
    ("73%", "73"),
    ("73 procent", "73"),
    # an English point in one decimal cannot part thousands
    ("73.1%", "73.1"),
    ("73.1 procent", "73.1"),
    ("0,2%", "0.2"),
    ("0,25 procent", "0.25"),
    ("100%", "100"),
    ("100 procent", "100"),
    ("vijf procent", "5"),
    ("twintig procent", "20"),
    ("vijfentwintig procent", "25"),
    ("honderd procent", "100"),
    ("één procent", "1"),
    ("een half procent", "0.5"),
    ("anderhalf procent", "1.5"),
    ("tweeënhalf procent", "2.5"),
    ("een kwart procent", "0.25"),
    ("3½ procent", "3.5"),
]


@pytest.mark.parametrize(("printed", "value"), SHARES)
def test_percentages(printed: str, value: str) -> None:
    for sentence in ("Van de werkgevers heeft {} hinder van tekorten.", "De vacaturegraad ligt op {} van de banen."):
        text = sentence.format(printed.replace("~", "\u00a0"))
        claims = [(c.value, c.unit, c.approx, c.step) for c in claims_of(text)]
        assert [claim[:3] for claim in claims] == [(Decimal(value), "percent", "exact")], text


POINTS: list[Any] = [
    ("17 procentpunt", "17"),
    ("0,3 procentpunt", "0.3"),
    ("0,3~procentpunt", "0.3"),
    ("2 procentpunten", "2"),
    ("0,3%-punt", "0.3"),
    ("0,3 %-punt", "0.3"),
    ("0,3 %punt", "0.3"),
    ("0,3 procent-punt", "0.3"),
    ("0,3 procent punt", "0.3"),
    ("0,3 percentagepunt", "0.3"),
    ("0,3 pp", "0.3"),
    ("één procentpunt", "1"),
    ("een half procentpunt", "0.5"),
    ("anderhalf procentpunt", "1.5"),
    ("twee procentpunten", "2"),
]


@pytest.mark.parametrize(("printed", "value"), POINTS)
def test_percentage_points_are_no_percentages(printed: str, value: str) -> None:
    text = f"De arbeidsdeelname steeg met {printed}.".replace("~", "\u00a0")
    assert [(c.value, c.unit, c.kind) for c in claims_of(text)] == [(Decimal(value), "percentage_point", "change")]


SUMS: list[Any] = [
    ("€ 2,9 miljard", "2900000000"),
    ("€2,9 miljard", "2900000000"),
    ("€~2,9~miljard", "2900000000"),
    ("€ 2,9 mld", "2900000000"),
    ("€ 2,9 mld.", "2900000000"),
    ("€ 2.900 miljoen", "2900000000"),
    ("€ 2.900 mln", "2900000000"),
    ("€ 2.900.000.000", "2900000000"),
    ("2,9 miljard euro", "2900000000"),
    ("EUR 2,9 miljard", "2900000000"),
    ("2,9 mld. euro", "2900000000"),
    ("een half miljard euro", "500000000"),
    ("anderhalf miljard euro", "1500000000"),
    ("€ 0,5 mld", "500000000"),
    ("€ 75 mln.", "75000000"),
    ("75 miljoen euro", "75000000"),
    ("€ 500 miljoen", "500000000"),
    ("vijfhonderd miljoen euro", "500000000"),
    ("€ 1.800", "1800"),
    ("€ 1.800,-", "1800"),
    ("€ 1.800,00", "1800"),
    ("€~1.800", "1800"),
    ("1.800 euro", "1800"),
    ("1800 euro", "1800"),
    ("€ 14,06", "14.06"),
    ("14,06 euro", "14.06"),
    ("duizend euro", "1000"),
    ("tweeduizend euro", "2000"),
]


@pytest.mark.parametrize(("printed", "value"), SUMS)
def test_sums_of_money(printed: str, value: str) -> None:
    for sentence in ("Het kabinet trekt hiervoor {} uit.", "Daarvan gaat {} naar de regio."):
        text = sentence.format(printed.replace("~", "\u00a0"))
        assert [(c.value, c.unit, c.approx) for c in claims_of(text)] == [(Decimal(value), "EUR", "exact")], text


STEPS = [
    # the last printed digit says how precise a figure is meant
    ("195.000 vacatures", "1000"),
    ("195 duizend vacatures", "1000"),
    ("195,4 duizend vacatures", "100"),
    ("195.400 vacatures", "100"),
    ("195.430 vacatures", "10"),
    ("195.431 vacatures", "1"),
    ("9,8 miljoen mensen", "100000"),
    ("9,82 miljoen mensen", "10000"),
    ("9 miljoen mensen", "1000000"),
    ("9.816.000 mensen", "1000"),
    ("vierentwintigduizend mensen", "1000"),
    ("anderhalf miljoen mensen", "100000"),
    ("66,0 procent", "0.1"),
    ("66 procent", "1"),
    ("66,05 procent", "0.01"),
    ("€ 2,9 miljard", "100000000"),
    ("€ 14,06", "0.01"),
]


@pytest.mark.parametrize(("printed", "step"), STEPS)
def test_precision_from_print(printed: str, step: str) -> None:
    (claim,) = claims_of(f"Het gaat om {printed}.")
    assert claim.step == Decimal(step)


BROKEN_LINES: list[Any] = [
    # numbers and units parted by the end of a line
    ("Er stonden 445|duizend vacatures open.", "445000", "vacancies"),
    ("Er stonden 445.000|vacatures open.", "445000", "vacancies"),
    ("Er stonden 445.|000 vacatures open.", "445000", "vacancies"),
    ("Er stonden 1,2|miljoen vacatures open.", "1200000", "vacancies"),
    ("Het aandeel was 73,|1 procent.", "73.1", "percent"),
    ("Het aandeel was 73,1|procent.", "73.1", "percent"),
    ("Het aandeel was 73,1|%.", "73.1", "percent"),
    ("Het aandeel steeg met 0,3 procent-|punt.", "0.3", "percentage_point"),
    ("Het kabinet trekt €|2,9 miljard uit.", "2900000000", "EUR"),
    ("Het kabinet trekt € 2,9|miljard uit.", "2900000000", "EUR"),
    ("Er waren 374 duizend werk-|lozen.", "374000", "persons"),
    ("Er waren vierentwintig-|duizend werklozen.", "24000", "persons"),
    ("Er zijn vieren-|twintig gemeenten bij betrokken.", "24", "count"),
    ("Er waren 106 vacatures per|100 werklozen.", "106", "per_100"),
    ("Ruim 4 op|de 5 werkgevers zoekt personeel.", "0.8", "fraction"),
    ("Zo was het ook in 2024.|120 vacatures bleven open.", "120", "vacancies"),  # a new sentence, not 2024.120
]


@pytest.mark.parametrize("newline", ["\n", "  \n"], ids=["plain", "with blanks"])
@pytest.mark.parametrize(("text", "value", "unit"), BROKEN_LINES)
def test_numbers_over_the_end_of_a_line(text: str, value: str, unit: str, newline: str) -> None:
    whole = (WRAPPED + text.replace("|", "\n")).replace("\n", newline)
    assert [(c.value, c.unit) for c in claims_of(whole)] == [(Decimal(value), unit)]


def test_the_quote_is_the_shortest_span_with_number_and_unit() -> None:
    for text, quotes in (
        ("Er stonden circa 195.000 openstaande vacatures.", ["195.000 openstaande vacatures"]),
        ("Er stonden ruim 195 duizend vacatures open.", ["195 duizend vacatures"]),
        ("Dat is bijna € 2,9 miljard.", ["€ 2,9 miljard"]),
        ("Dat is 73,1% van de bevolking.", ["73,1%"]),
        ("Het gaat om tussen de 55.000 en 60.000 fte.", ["55.000 en 60.000 fte"]),
        ("Er waren 106 vacatures per 100 werklozen.", ["106 vacatures per 100 werklozen"]),
        ("Dat geldt voor 4 op de 5 werkgevers.", ["4 op de 5 werkgevers"]),
        ("Ruim een derde van de werkgevers zoekt.", ["een derde"]),
    ):
        assert [c.quote for c in claims_of(text)] == quotes
