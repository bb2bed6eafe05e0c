"""How quantities are put in Dutch sentences: hedges, ratios, fractions, ranges, signs, pairs, lists, streaks, records and far units."""

from __future__ import annotations

from typing import Any

import pytest

from tests.claims.notation import gap, reads

HEDGES: list[Any] = [
    # words before the number, with the side they take
    ("circa", "about"),
    ("ca.", "about"),
    ("ongeveer", "about"),
    ("zo'n", "about"),
    ("zo’n", "about"),
    ("rond de", "about"),
    ("om en nabij de", "about"),
    ("pakweg", "about"),
    ("grofweg", "about"),
    ("naar schatting", "about"),
    ("plusminus", "about"),
    ("een slordige", "about"),
    ("bijna", "almost"),
    ("haast", "almost"),
    ("nagenoeg", "almost"),
    ("tegen de", "almost"),
    ("een krappe", "just_under"),
    ("krap", "just_under"),
    ("net iets minder dan", "just_under"),
    ("iets minder dan", "just_under"),
    ("net geen", "just_under"),
    ("net onder de", "just_under"),
    # a dictionary calls "een kleine honderd" somewhat fewer than a hundred
    ("een kleine", "just_under"),
    ("ruim", "just_over"),
    ("een ruime", "just_over"),
    ("iets meer dan", "just_over"),
    ("net iets meer dan", "just_over"),
    ("net boven de", "just_over"),
    ("een dikke", "just_over"),
    ("meer dan", "at_least"),
    ("minstens", "at_least"),
    ("ten minste", "at_least"),
    ("tenminste", "at_least"),
    ("minimaal", "at_least"),
    ("op zijn minst", "at_least"),
    ("zeker", "at_least"),
    ("al meer dan", "at_least"),
    ("niet minder dan", "at_least"),
    ("maximaal", "at_most"),
    ("hooguit", "at_most"),
    ("hoogstens", "at_most"),
    ("ten hoogste", "at_most"),
    ("nog geen", "at_most"),
    ("minder dan", "at_most"),
    ("niet meer dan", "at_most"),
    # words that weigh and do not bound leave a figure exact
    ("maar", "exact"),
    ("slechts", "exact"),
    ("maar liefst", "exact"),
    ("wel", "exact"),
    ("precies", "exact"),
    ("exact", "exact"),
    ("in totaal", "exact"),
    ("nog", "exact"),
    ("inmiddels", "exact"),
    ("gemiddeld", "exact"),
]


@pytest.mark.parametrize(("hedge", "side"), HEDGES)
def test_hedges(hedge: str, side: str) -> None:
    opening = "Er zochten ca." if hedge == "ca." else hedge[0].upper() + hedge[1:]  # an abbreviation opens no sentence
    reads(f"In de techniek stonden {hedge} 195.000 vacatures open.", f"195000 vacancies {side}")
    reads(f"{opening} 195 duizend mensen zochten werk.", f"195000 persons {side}")
    reads(f"Het ging om {hedge} 12,5 procent van de banen.", f"12.5 percent {side}")


HEDGED: list[Any] = [
    # hedges with other kinds of quantities
    ("Ruim € 2,9 miljard is beschikbaar.", "2900000000 EUR just_over"),
    ("Er is bijna 2,9 miljard euro beschikbaar.", "2900000000 EUR almost"),
    ("Er is maximaal € 75 mln. beschikbaar.", "75000000 EUR at_most"),
    ("Bijna vier op de vijf werkgevers zoekt personeel.", "0.8 fraction almost"),
    ("Ruim een derde van de werkgevers zoekt personeel.", "0.3333 fraction just_over"),
    ("Circa een kwart van de werkenden is zelfstandige.", "0.25 fraction about"),
    ("Meer dan de helft van de werkenden werkt in deeltijd.", "0.5 fraction at_least"),
    ("Ruim de helft werkt in deeltijd.", "0.5 fraction just_over"),
    ("Nog geen tiende van de werkgevers schoolt om.", "0.1 fraction at_most"),
    ("Het aantal vacatures is ruim verdubbeld.", "2 multiple just_over"),
    ("Het aantal vacatures is bijna verdubbeld.", "2 multiple almost"),
    ("Het aantal vacatures is meer dan verdubbeld.", "2 multiple at_least"),
    ("Er waren ruim 106 vacatures per 100 werklozen.", "106 per_100 just_over"),
    ("Ruim twintigduizend mensen zochten werk.", "20000 persons just_over"),
    ("Bijna anderhalf miljoen mensen zijn zelfstandige.", "1500000 persons almost"),
    ("Een krap half miljoen mensen zocht werk.", "500000 persons just_under"),
    # words behind the number
    ("Het gaat om 5.000 fte of meer.", "5000 fte at_least"),
    ("Het gaat om 5.000 fte of minder.", "5000 fte at_most"),
]


@pytest.mark.parametrize(("text", "expected"), HEDGED)
def test_hedged_quantities(text: str, expected: str) -> None:
    reads(text, expected)


RATIOS: list[Any] = [
    ("Er waren 106 vacatures per 100 werklozen.", "106 per_100 ratio"),
    ("Er waren 106 vacatures per honderd werklozen.", "106 per_100 ratio"),
    ("Er waren 106 openstaande vacatures per 100 werklozen.", "106 per_100 ratio"),
    ("Er waren 106 vacatures op elke 100 werklozen.", "106 per_100 ratio"),
    ("Er waren 106 vacatures voor elke 100 werklozen.", "106 per_100 ratio"),
    ("Er waren 106 vacatures tegenover 100 werklozen.", "106 per_100 ratio"),
    ("Op elke 100 werklozen waren er 106 vacatures.", "106 per_100 ratio"),
    ("Per 100 werklozen waren er 106 vacatures.", "106 per_100 ratio"),
    ("Tegenover iedere 100 werklozen stonden 106 vacatures.", "106 per_100 ratio"),
    ("De spanning bedroeg 106 per 100 werklozen.", "106 per_100 ratio"),
    ("Er waren 47 vacatures per duizend banen.", "47 per_1000 ratio"),
    ("Er waren 47 vacatures per 1.000 banen.", "47 per_1000 ratio"),
    ("Er waren 47 vacatures per 1000 banen van werknemers.", "47 per_1000 ratio"),
    ("Er waren 47 vacatures op elke duizend banen.", "47 per_1000 ratio"),
    ("De vacaturegraad kwam uit op 47 per duizend banen.", "47 per_1000 ratio"),
    ("De vacaturegraad kwam uit op 47.", "47 per_1000 ratio"),
    ("Per 100 vacatures waren er 94 werklozen.", "94 per_100 ratio"),
    ("Er waren 0,8 werklozen per vacature.", "0.8 persons ratio"),
    ("Er waren 1,2 werklozen per openstaande vacature.", "1.2 persons ratio"),
    ("Op elke vacature waren er 0,9 werklozen.", "0.9 persons ratio"),
    ("Er waren 1,1 vacatures per werkloze.", "1.1 vacancies ratio"),
    # the same ratio in two sentences that lean on each other
    ("Per 100 werklozen waren er 106 vacatures. Een kwartaal eerder waren dat er 101.", "106 per_100 ratio; 101 per_100 ratio"),
]


@pytest.mark.parametrize(("text", "expected"), RATIOS)
def test_ratios_keep_their_printed_base(text: str, expected: str) -> None:
    reads(text, expected)


FRACTIONS: list[Any] = [
    ("Dat geldt voor 4 op de 5 werkgevers.", "0.8 fraction share"),
    ("Vier op de vijf werkgevers zoekt personeel.", "0.8 fraction"),
    ("Eén op de drie werkgevers zoekt personeel.", "0.3333 fraction"),
    ("Een op de drie werkgevers zoekt personeel.", "0.3333 fraction"),
    ("1 op de 10 banen is onvervuld.", "0.1 fraction"),
    ("Van de werkgevers zoekt 1 op de 3 personeel.", "0.3333 fraction"),
    ("Drie van de vier werkgevers zoeken personeel.", "0.75 fraction"),
    ("Van elke tien vacatures zijn er zes moeilijk vervulbaar.", "0.6 fraction"),
    ("Een derde van de werkgevers zoekt personeel.", "0.3333 fraction"),
    ("Eén derde van de werkgevers zoekt personeel.", "0.3333 fraction"),
    ("Twee derde van de werkgevers zoekt personeel.", "0.6667 fraction"),
    ("Tweederde van de werkgevers zoekt personeel.", "0.6667 fraction"),
    ("Twee derde deel van de werkgevers zoekt personeel.", "0.6667 fraction"),
    ("Een kwart van de werkgevers zoekt personeel.", "0.25 fraction"),
    ("Driekwart van de werkgevers zoekt personeel.", "0.75 fraction"),
    ("Drie kwart van de werkgevers zoekt personeel.", "0.75 fraction"),
    ("Een vijfde van de werkgevers zoekt personeel.", "0.2 fraction"),
    ("Drie vijfde van de werkgevers zoekt personeel.", "0.6 fraction"),
    ("Een tiende van de banen is onvervuld.", "0.1 fraction"),
    ("De helft van de werkgevers zoekt personeel.", "0.5 fraction"),
    ("Van de werkgevers zoekt de helft personeel.", "0.5 fraction"),
    ("Een achtste deel van de banen is onvervuld.", "0.125 fraction"),
    ("De kosten worden fifty-fifty verdeeld.", "0.5 fraction"),
    ("Het aantal vacatures is gehalveerd.", "0.5 fraction"),
]


@pytest.mark.parametrize(("text", "expected"), FRACTIONS)
def test_fractions(text: str, expected: str) -> None:
    reads(text, expected)


MULTIPLES: list[Any] = [
    ("Het aantal vacatures is verdubbeld.", "2 multiple"),
    ("Het aantal vacatures verdubbelde.", "2 multiple"),
    ("Dat is een verdubbeling van het aantal vacatures.", "2 multiple"),
    ("Het aantal vacatures is verdrievoudigd.", "3 multiple"),
    ("Het aantal vacatures is verviervoudigd.", "4 multiple"),
    ("Er zijn twee keer zoveel vacatures.", "2 multiple"),
    ("Er zijn 2 keer zoveel vacatures.", "2 multiple"),
    ("Er zijn tweemaal zo veel vacatures.", "2 multiple"),
    ("De werkloosheid is drie keer zo hoog.", "3 multiple"),
    ("De werkloosheid is drie maal zo hoog.", "3 multiple"),
    ("Er zijn anderhalf keer zoveel vacatures.", "1.5 multiple"),
    ("De werkloosheid is 2,5 keer zo hoog.", "2.5 multiple"),
    ("Er zijn tien keer zo veel aanmeldingen.", "10 multiple"),
    ("Het aantal aanmeldingen is het dubbele van vorig jaar.", "2 multiple"),
]


@pytest.mark.parametrize(("text", "expected"), MULTIPLES)
def test_multiples(text: str, expected: str) -> None:
    reads(text, expected)


RANGES: list[Any] = [
    ("Het tekort ligt op 55.000 tot 60.000 fte.", "55000..60000 fte"),
    ("Het tekort ligt op 55.000 à 60.000 fte.", "55000..60000 fte"),
    ("Het tekort ligt op 55.000-60.000 fte.", "55000..60000 fte"),
    ("Het tekort ligt op 55.000 – 60.000 fte.", "55000..60000 fte"),
    ("Het tekort ligt op 55-60 duizend fte.", "55000..60000 fte"),
    ("Het tekort ligt op 55 à 60 duizend fte.", "55000..60000 fte"),
    ("Het tekort ligt op 55 tot 60 duizend fte.", "55000..60000 fte"),
    ("Het tekort ligt tussen 55.000 en 60.000 fte.", "55000..60000 fte"),
    ("Het tekort ligt tussen de 55.000 en 60.000 fte.", "55000..60000 fte"),
    ("Het tekort ligt tussen de 55 en 60 duizend fte.", "55000..60000 fte"),
    ("Het tekort ligt tussen 55 duizend en 60 duizend fte.", "55000..60000 fte"),
    ("Het gaat om 5 tot 10 procent van de banen.", "5..10 percent"),
    ("Het gaat om 5-10% van de banen.", "5..10 percent"),
    ("Het gaat om 5 à 10% van de banen.", "5..10 percent"),
    ("Het gaat om tussen de 5% en 10% van de banen.", "5..10 percent"),
    ("Het gaat om vijf tot tien procent van de banen.", "5..10 percent"),
    ("Het gaat om 2,5 tot 3,5 procent van de banen.", "2.5..3.5 percent"),
    ("De kosten zijn € 2 tot 3 miljard.", "2000000000..3000000000 EUR"),
    ("De kosten zijn € 2 à € 3 miljard.", "2000000000..3000000000 EUR"),
    ("De kosten zijn 2 tot 3 miljard euro.", "2000000000..3000000000 EUR"),
    ("De kosten liggen tussen de € 250 en € 300 miljoen.", "250000000..300000000 EUR"),
    ("De kosten liggen tussen € 250 mln en € 300 mln.", "250000000..300000000 EUR"),
    ("Er zijn 200 tot 220 aanvragen ingediend.", "200..220 count"),
    ("Er zijn 10 tot 15 regio's die meedoen.", "10..15 count"),
    ("Het gaat om circa 55.000 tot 60.000 fte.", "55000..60000 fte about"),
    ("Dat levert 20.000 tot 25.000 extra werkenden op.", "20000..25000 persons"),
]


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_a_range_is_one_claim(text: str, expected: str) -> None:
    reads(text, expected)


CHANGES: list[Any] = [
    # the sign comes from the verb or noun of change
    ("Het aantal vacatures daalde met 8,5 procent.", "-8.5 percent change"),
    ("Het aantal vacatures is met 8,5 procent gedaald.", "-8.5 percent change"),
    ("Het aantal vacatures is 8,5 procent gedaald.", "-8.5 percent change"),
    ("Dat is een daling van 8,5 procent.", "-8.5 percent change"),
    ("Dat is een stijging van 17 procent.", "17 percent change"),
    ("Dat is een groei van ruim 17 procent.", "17 percent change just_over"),
    ("De werkgelegenheid kromp met 0,4 procent.", "-0.4 percent change"),
    ("Het aantal werklozen nam met 12 duizend af.", "-12000 persons change"),
    ("Het aantal werklozen nam af met 12 duizend.", "-12000 persons change"),
    ("Het aantal werklozen nam toe met 12 duizend.", "12000 persons change"),
    ("Het aantal werklozen liep met 12 duizend op.", "12000 persons change"),
    ("Het aantal werklozen liep terug met 12 duizend.", "-12000 persons change"),
    ("Het aantal werklozen is met 12 duizend toegenomen.", "12000 persons change"),
    ("Er waren 12 duizend vacatures minder dan een kwartaal eerder.", "-12000 vacancies change"),
    ("Er waren 12 duizend meer vacatures dan een kwartaal eerder.", "12000 vacancies change"),
    ("Er kwamen 30 duizend banen bij.", "30000 jobs change"),
    ("Er gingen 9 duizend banen verloren.", "-9000 jobs change"),
    ("De arbeidsdeelname steeg met 0,2 procentpunt.", "0.2 percentage_point change"),
    ("De arbeidsdeelname lag 0,2 procentpunt lager dan een jaar eerder.", "-0.2 percentage_point change"),
    ("De arbeidsdeelname is 0,2 procentpunt hoger dan een jaar eerder.", "0.2 percentage_point change"),
    ("De cao-lonen stegen met 6,8 procent.", "6.8 percent change"),
    ("De cao-loonstijging kwam uit op 6,8 procent.", "6.8 percent"),
    # printed signs
    ("De arbeidsdeelname veranderde (+0,2 procentpunt).", "0.2 percentage_point change"),
    ("De arbeidsdeelname veranderde (-0,2 procentpunt).", "-0.2 percentage_point change"),
    ("De arbeidsdeelname veranderde (−0,2 procentpunt).", "-0.2 percentage_point change"),
    ("De productie veranderde met min 0,3 procent.", "-0.3 percent change"),
    ("De productie veranderde met plus 2 procent.", "2 percent change"),
    ("Het aantal vacatures (+12 duizend) nam toe.", "12000 vacancies change"),
    # two changes in one sentence, each with its own sign
    (
        "In de horeca nam het aantal vacatures met 2 duizend af, in het onderwijs met 1 duizend toe.",
        "-2000 vacancies change; 1000 vacancies change",
    ),
    # "minder dan" opens a limit here and tells no change
    (
        "Van de 9,8 miljoen werkenden werkten er 4,7 miljoen minder dan 35 uur per week.",
        "9800000 persons level; 4700000 persons level",
    ),
    (
        "Er werkten 4,7 miljoen van de 9,8 miljoen werkenden minder dan 35 uur per week.",
        "4700000 persons level; 9800000 persons level",
    ),
    # reached, not changed by
    ("Het aantal werklozen steeg tot 397 duizend.", "397000 persons level"),
    ("Het aantal werklozen is gedaald naar 397.000.", "397000 persons level"),
]


@pytest.mark.parametrize(("text", "expected"), CHANGES)
def test_changes_are_signed(text: str, expected: str) -> None:
    reads(text, expected)


PAIRS: list[Any] = [
    # a change and two levels, the change first because "van" opens its quote
    (
        "De arbeidsdeelname steeg van 66,0% naar 73,1%.",
        "7.1 percentage_point change; 66.0 percent share; 73.1 percent share",
    ),
    (
        "De arbeidsdeelname steeg van 66,0 procent tot 73,1 procent.",
        "7.1 percentage_point change; 66.0 percent; 73.1 percent",
    ),
    ("De arbeidsdeelname steeg van 66,0 naar 73,1 procent.", "7.1 percentage_point change; 66.0 percent; 73.1 percent"),
    (
        "Het aantal vacatures daalde van 445.000 naar 397.000.",
        "-48000 vacancies change; 445000 vacancies; 397000 vacancies",
    ),
    (
        "Het aantal vacatures daalde van 445 naar 397 duizend.",
        "-48000 vacancies change; 445000 vacancies; 397000 vacancies",
    ),
    (
        "Het aantal vacatures daalde van 445 duizend in 2023 naar 397 duizend in 2024.",
        "-48000 vacancies change; 445000 vacancies @2023JJ00; 397000 vacancies @2024JJ00",
    ),
    ("De werkweek nam toe van gemiddeld 30,9 naar 32,1 uur.", "1.2 hours_per_week change; 30.9 hours_per_week; 32.1 hours_per_week"),
    ("Het budget gaat van € 250 miljoen naar € 300 miljoen.", "50000000 EUR change; 250000000 EUR; 300000000 EUR"),
    # the difference printed beside the level that was reached
    (
        "Het aantal vacatures is met 48 duizend afgenomen tot 397 duizend.",
        "-48000 vacancies change; 397000 vacancies level",
    ),
    (
        "Het aantal werklozen nam met 9 duizend toe en kwam uit op 374 duizend.",
        "9000 persons change; 374000 persons level",
    ),
    # then and now: a level each
    ("De werkloosheid was 3,7 procent (was 3,5).", "3.7 percent; 3.5 percent"),
    ("De werkloosheid was 3,7 procent, tegen 3,5 procent een jaar eerder.", "3.7 percent; 3.5 percent"),
    ("De werkloosheid was 3,7 procent, een jaar eerder 3,5 procent.", "3.7 percent; 3.5 percent"),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_from_to_and_then_and_now(text: str, expected: str) -> None:
    reads(text, expected)


LISTS: list[Any] = [
    # one unit for several numbers
    (
        "In de zorg, de bouw en het onderwijs stonden respectievelijk 67, 30 en 12 duizend vacatures open.",
        "67000 vacancies; 30000 vacancies; 12000 vacancies",
    ),
    (
        "De werkloosheid was 4,2 respectievelijk 3,9 procent.",
        "4.2 percent; 3.9 percent",
    ),
    ("De werkloosheid was 4,2 resp. 3,9 procent.", "4.2 percent; 3.9 percent"),
    ("De werkloosheid was 4,2 en 3,9 procent in deze jaren.", "4.2 percent; 3.9 percent"),
    ("Van de mannen werkte 77 en van de vrouwen 69 procent.", "77 percent; 69 percent"),
    ("Mannen werkten gemiddeld 36,4 uur per week en vrouwen 27,1.", "36.4 hours_per_week; 27.1 hours_per_week"),
    ("Er werken 5,4 miljoen mensen voltijds en 4,4 miljoen in deeltijd.", "5400000 persons; 4400000 persons"),
    ("Er waren 401 duizend vacatures, waarvan 67 duizend in de zorg.", "401000 vacancies; 67000 vacancies"),
    ("Het gaat om € 75 miljoen in 2025 en € 50 miljoen in 2026.", "75000000 EUR; 50000000 EUR"),
    ("Het gaat om € 75 miljoen, € 50 miljoen en € 25 miljoen.", "75000000 EUR; 50000000 EUR; 25000000 EUR"),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_units_shared_by_a_list(text: str, expected: str) -> None:
    reads(text, expected)


FAR: list[Any] = [
    # the unit comes behind adjectives, or stands before the number as the subject
    ("Er stonden 195.000 openstaande vacatures.", "195000 vacancies"),
    ("Er stonden 195.000 moeilijk vervulbare vacatures open.", "195000 vacancies"),
    ("Er zijn 12.000 extra goed opgeleide mensen nodig.", "12000 persons"),
    ("Er zijn 12.000 (zij-instromende) leraren nodig.", "12000 persons"),
    ("Het aantal vacatures bedroeg 195.000.", "195000 vacancies"),
    ("Het aantal openstaande vacatures kwam uit op 195.000.", "195000 vacancies"),
    ("Het aantal werklozen was 397.000.", "397000 persons"),
    ("Het aantal werklozen is 397 duizend.", "397000 persons"),
    ("Het aantal huishoudens bedraagt 8,4 miljoen.", "8400000 households"),
    ("Het tekort aan leraren is 9.800 fte.", "9800 fte"),
    ("Het tekort loopt op tot 9.800 voltijdbanen.", "9800 fte"),
    ("In Nederland werken 9,8 miljoen mensen.", "9800000 persons"),
    # the subject of its own sentence, whatever was counted in the one before
    (
        "Er stonden 401 duizend vacatures open. Het aantal werklozen kwam uit op 375 duizend.",
        "401000 vacancies; 375000 persons",
    ),
    # a unit that the figure beside it has
    ("Vooral de zorg (2.900 vacatures) en de techniek (2.400) zoeken personeel.", "2900 vacancies; 2400 vacancies"),
    ("Er staan 37 vacatures open, waarvan 12 in de zorg.", "37 vacancies; 12 vacancies"),
    ("In 2023 zijn 1.640 subsidies toegekend, tegenover 1.310 in 2022.", "1640 count; 1310 count"),
    # things in the world
    ("Er zijn 35 arbeidsmarktregio's.", "35 count"),
    ("Er zijn 342 gemeenten.", "342 count"),
    ("Er zijn 32 ingediende plannen.", "32 count"),
    ("Er vielen 4.000 ontslagen.", "4000 count"),
]


@pytest.mark.parametrize(("text", "expected"), FAR)
def test_units_that_stand_far_from_their_number(text: str, expected: str) -> None:
    reads(text, expected)


STREAKS: list[Any] = [
    ("De werkloosheid daalde twaalf kwartalen op rij.", "12 quarters streak"),
    ("De werkloosheid daalde 12 kwartalen op rij.", "12 quarters streak"),
    ("De werkloosheid daalt voor het twaalfde kwartaal op rij.", "12 quarters streak"),
    ("De werkloosheid daalt voor het derde jaar op rij.", "3 years streak"),
    ("De werkloosheid daalde drie jaar achtereen.", "3 years streak"),
    ("De werkloosheid daalde vier opeenvolgende kwartalen.", "4 quarters streak"),
    ("De werkloosheid daalde vijf maanden achter elkaar.", "5 months streak"),
    ("De werkloosheid daalde vijf achtereenvolgende maanden.", "5 months streak"),
    ("Voor de vijfde maand op rij nam de werkloosheid af.", "5 months streak"),
    ("Voor het 4e kwartaal op rij nam de werkloosheid af.", "4 quarters streak"),
]


@pytest.mark.parametrize(("text", "expected"), STREAKS)
def test_streaks(text: str, expected: str) -> None:
    reads(text, expected)


RECORDS: list[Any] = [
    # claims without a value
    ("Voor het eerst waren er meer vacatures dan werklozen.", "- rank record"),
    ("Dat is het hoogste aantal vacatures ooit gemeten.", "- rank record"),
    ("Dat is het laagste niveau sinds 2003.", "- rank record"),
    ("De spanning bereikte een record.", "- rank record"),
    ("De arbeidsdeelname bereikte een recordhoogte.", "- rank record"),
    ("De werkloosheid is historisch laag.", "- rank record"),
    ("Nog nooit waren er zo veel vacatures.", "- rank record"),
    ("De werkloosheid was nog nooit zo laag.", "- rank record"),
    gap("De krapte is groter dan ooit.", "- rank record", "not known as a record yet"),
    ("De zorg heeft het op één na hoogste aantal vacatures.", "- rank record"),
    # comparisons in pairs, directions and vague amounts are none
    ("De werkloosheid is lager dan in andere landen.", ""),
    ("De krapte neemt toe.", ""),
    ("Veel werkgevers zoeken personeel.", ""),
    ("De grootste uitdaging is het vinden van personeel.", ""),
]


@pytest.mark.parametrize(("text", "expected"), RECORDS)
def test_records(text: str, expected: str) -> None:
    reads(text, expected)


DURATIONS: list[Any] = [
    # a claim when it is what is asserted
    ("Het tekort houdt nog tien jaar aan.", "10 years"),
    ("De wettelijke beslistermijn is acht weken.", "8 weeks legal"),
    ("De maximale duur van de uitkering is 24 maanden.", "24 months legal"),
    ("De uitkeringsduur is verkort tot 24 maanden.", "24 months legal"),
    # an attribute when it only dates another figure
    ("In vijf jaar daalde de werkloosheid met 2,1 procentpunt.", "-2.1 percentage_point change"),
    ("De afgelopen drie jaar kwamen er 200.000 werknemers bij.", "200000 persons"),
]


@pytest.mark.parametrize(("text", "expected"), DURATIONS)
def test_durations(text: str, expected: str) -> None:
    reads(text, expected)
