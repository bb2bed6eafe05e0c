"""What a figure is about: indicator, sector, group and adjustment, named in the ways of letters, press releases and council papers."""

from __future__ import annotations

from typing import Any

import pytest

from tests.claims.notation import claims_of, gap, reads

NAMED: list[Any] = [
    # tension: vacancies against unemployed
    ("De spanning op de arbeidsmarkt bedroeg 108 vacatures per 100 werklozen.", "108 per_100 :labour_market_tension"),
    ("Tegenover elke 100 werklozen stonden 108 vacatures.", "108 per_100 :labour_market_tension"),
    ("Op elke honderd werklozen telde het CBS 108 vacatures.", "108 per_100 :labour_market_tension"),
    ("Er waren 108 openstaande vacatures per 100 werklozen.", "108 per_100 :labour_market_tension"),
    ("De arbeidsmarktspanning liep terug tot 108.", "108 per_100 :labour_market_tension"),
    ("Er zijn 0,9 werklozen per vacature.", "0.9 persons :labour_market_tension"),
    # vacancies: open, new, filled, and their rate
    ("Eind september stonden er 401 duizend vacatures open.", "401000 vacancies :open_vacancies"),
    ("Het aantal openstaande vacatures bedroeg 401 duizend.", "401000 vacancies :open_vacancies"),
    ("Er waren 401.000 onvervulde vacatures.", "401000 vacancies :open_vacancies"),
    ("Werkgevers hadden 401 duizend vacatures openstaan.", "401000 vacancies :open_vacancies"),
    ("Er ontstonden 340 duizend vacatures.", "340000 vacancies :new_vacancies"),
    ("Er kwamen 340 duizend nieuwe vacatures bij.", "340000 vacancies :new_vacancies"),
    ("Het aantal ontstane vacatures was 340 duizend.", "340000 vacancies :new_vacancies"),
    ("Er werden 346 duizend vacatures vervuld.", "346000 vacancies :filled_vacancies"),
    ("Het aantal vervulde vacatures was 346 duizend.", "346000 vacancies :filled_vacancies"),
    ("De vacaturegraad was 44.", "44 per_1000 :vacancy_rate"),
    ("Per duizend banen waren er 44 vacatures.", "44 per_1000 :vacancy_rate"),
    ("Er zijn 44 vacatures op elke 1.000 banen van werknemers.", "44 per_1000 :vacancy_rate"),
    # unemployment: persons and rate
    ("Er waren 374 duizend werklozen.", "374000 persons :unemployed_persons"),
    ("Het aantal werklozen kwam uit op 374 duizend.", "374000 persons :unemployed_persons"),
    ("In november waren 374 duizend mensen werkloos.", "374000 persons :unemployed_persons"),
    ("De werkloze beroepsbevolking telde 374 duizend personen.", "374000 persons :unemployed_persons"),
    ("De werkloosheid was 3,7 procent.", "3.7 percent :unemployment_rate"),
    ("Het werkloosheidspercentage was 3,7%.", "3.7 percent :unemployment_rate"),
    ("Van de beroepsbevolking was 3,7 procent werkloos.", "3.7 percent :unemployment_rate"),
    ("3,7 procent van de beroepsbevolking zat zonder werk.", "3.7 percent :unemployment_rate"),
    # "374.000 (3,7%)": the second figure is the rate of the first
    ("Er waren 374 duizend werklozen (3,7 procent).", "374000 persons :unemployed_persons; 3.7 percent :unemployment_rate"),
    # labour force and participation
    ("De beroepsbevolking telde 10,2 miljoen mensen.", "10200000 persons :labour_force"),
    ("Er behoorden 10,2 miljoen mensen tot de beroepsbevolking.", "10200000 persons :labour_force"),
    ("De werkzame beroepsbevolking telde 9,8 miljoen mensen.", "9800000 persons :employed_persons"),
    ("Er waren 9,8 miljoen werkenden.", "9800000 persons :employed_persons"),
    ("9,8 miljoen mensen hadden betaald werk.", "9800000 persons :employed_persons"),
    ("Het aantal werkenden steeg naar 9,8 miljoen.", "9800000 persons :employed_persons"),
    ("De netto arbeidsparticipatie was 73,2 procent.", "73.2 percent :net_participation"),
    ("De nettoarbeidsparticipatie was 73,2 procent.", "73.2 percent :net_participation"),
    ("De arbeidsparticipatie bedroeg 73,2%.", "73.2 percent :net_participation"),
    ("De arbeidsdeelname kwam uit op 73,2 procent.", "73.2 percent :net_participation"),
    ("Van de 15- tot 75-jarigen had 73,2 procent betaald werk.", "73.2 percent :net_participation"),
    ("De bruto arbeidsparticipatie was 76,0 procent.", "76.0 percent :gross_participation"),
    ("De brutoparticipatie was 76,0 procent.", "76.0 percent :gross_participation"),
    # hours and contracts
    ("In deeltijd werkten 4,7 miljoen mensen.", "4700000 persons :part_time_workers"),
    ("Er zijn 4,7 miljoen deeltijdwerkers.", "4700000 persons :part_time_workers"),
    ("Er zijn 4,7 miljoen mensen met een deeltijdbaan.", "4700000 persons :part_time_workers"),
    ("Er werken 5,1 miljoen mensen voltijds.", "5100000 persons :full_time_workers"),
    ("Er zijn 5,1 miljoen voltijdwerkers.", "5100000 persons :full_time_workers"),
    ("Er zijn 530 duizend onderbenutte deeltijdwerkers.", "530000 persons :underemployed_part_time_workers"),
    ("Er zijn 530 duizend deeltijders die meer uren willen werken.", "530000 persons :underemployed_part_time_workers"),
    ("Er zijn 8,2 miljoen werknemers.", "8200000 persons :employees"),
    ("Er zijn 5,6 miljoen werknemers met een vaste arbeidsrelatie.", "5600000 persons :permanent_employees"),
    ("Er zijn 5,6 miljoen mensen met een vast contract.", "5600000 persons :permanent_employees"),
    ("Er zijn 2,7 miljoen werknemers met een flexibele arbeidsrelatie.", "2700000 persons :flexible_employees"),
    ("Er zijn 2,7 miljoen flexwerkers.", "2700000 persons :flexible_employees"),
    ("Er zijn 1,3 miljoen zelfstandigen zonder personeel.", "1300000 persons :self_employed_without_personnel"),
    ("Er zijn 1,3 miljoen zzp'ers.", "1300000 persons :self_employed_without_personnel"),
    ("Er zijn 1,3 miljoen zzp’ers.", "1300000 persons :self_employed_without_personnel"),
    ("Werkenden maken gemiddeld 31,9 uur per week.", "31.9 hours_per_week :average_working_hours"),
    ("De gemiddelde werkweek telt 31,9 uur.", "31.9 hours_per_week :average_working_hours"),
    # wages
    ("De cao-lonen stegen met 6,8 procent.", "6.8 percent :cao_wage_growth"),
    ("De cao-loonstijging bedroeg 6,8 procent.", "6.8 percent :cao_wage_growth"),
    ("De contractlonen stegen met 6,8 procent.", "6.8 percent :cao_wage_growth"),
    ("De cao-lonen lagen 6,8 procent hoger dan een jaar eerder.", "6.8 percent :cao_wage_growth"),
    # firms short of staff
    (
        "Van de ondernemers noemt 40 procent een tekort aan arbeidskrachten als belangrijkste belemmering.",
        "40 percent :share_firms_labour_shortage_main_obstacle",
    ),
    # shortages, each with its own scope
    ("Het tekort in zorg en welzijn loopt op tot 195.000 medewerkers.", "195000 persons :care_shortage"),
    ("In de kinderopvang is er een tekort van 5.900 medewerkers.", "5900 persons :childcare_shortage"),
    ("Het lerarentekort in het primair onderwijs bedraagt 7.700 fte.", "7700 fte :teacher_shortage_primary"),
    ("Het lerarentekort in het basisonderwijs bedraagt 7.700 fte.", "7700 fte :teacher_shortage_primary"),
    ("Het lerarentekort in het voortgezet onderwijs bedraagt 3.800 fte.", "3800 fte :teacher_shortage_secondary"),
    ("In het primair en voortgezet onderwijs is een tekort van 11.500 fte.", "11500 fte :teacher_shortage_primary_and_secondary"),
    ("Bij de politie is een tekort van 1.200 fte.", "1200 fte :police_shortage"),
    gap(
        "Defensie heeft 9.000 vacatures.",
        "9000 vacancies :defence_vacancies",
        "vacancies of Defence are open vacancies where no shortage is spoken of",
    ),
    gap(
        "Bij Defensie stonden 9.000 vacatures open.",
        "9000 vacancies :defence_vacancies",
        "vacancies of Defence are open vacancies where no shortage is spoken of",
    ),
    # another maker's indicator is not the CBS one
    ("De spanningsindicator van UWV stond op 3,8.", "3.8 count :uwv_tension_indicator"),
    # not about any of these
    ("Er zijn 8,4 miljoen huishoudens.", "8400000 households :-"),
    ("Het kabinet trekt € 75 miljoen uit.", "75000000 EUR :-"),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_indicators(text: str, expected: str) -> None:
    reads(text, expected)


LEANING: list[Any] = [
    # the indicator is named in the sentence before
    (
        "Het aantal vacatures nam af. Dat waren er 401 duizend.",
        "401000 vacancies :open_vacancies",
    ),
    (
        "De arbeidsdeelname steeg. Dit is een stijging van 0,2 procentpunt.",
        "0.2 percentage_point :net_participation",
    ),
    (
        "In 2024 waren er 372 duizend werklozen. Een jaar eerder waren dat er 361 duizend.",
        "372000 persons :unemployed_persons; 361000 persons :unemployed_persons",
    ),
    # two indicators in one sentence, each beside its own figure
    (
        "Er waren 401 duizend vacatures en 374 duizend werklozen.",
        "401000 vacancies :open_vacancies; 374000 persons :unemployed_persons",
    ),
    (
        "Bij 374 duizend werklozen stonden er 401 duizend vacatures open.",
        "374000 persons :unemployed_persons; 401000 vacancies :open_vacancies",
    ),
    (
        "De werkloosheid was 3,7 procent en de netto arbeidsparticipatie 73,2 procent.",
        "3.7 percent :unemployment_rate; 73.2 percent :net_participation",
    ),
    (
        "Van de 9,8 miljoen werkenden werkten er 4,7 miljoen in deeltijd.",
        "9800000 persons :employed_persons; 4700000 persons :part_time_workers",
    ),
    (
        "Er ontstonden 340 duizend vacatures en er werden er 346 duizend vervuld.",
        "340000 vacancies :new_vacancies; 346000 vacancies :filled_vacancies",
    ),
    # a passing mention does not name a figure about something else
    ("Vanwege de krapte op de arbeidsmarkt trekt het kabinet € 75 miljoen uit.", "75000000 EUR :-"),
    ("Door de werkloosheid raakten 12.000 huishoudens in de schulden.", "12000 households :-"),
]


@pytest.mark.parametrize(("text", "expected"), LEANING)
def test_indicators_in_context(text: str, expected: str) -> None:
    reads(text, expected)


SECTORS: list[Any] = [
    ("In de zorg stonden 67 duizend vacatures open.", "67000 vacancies sector=Q"),
    ("In de gezondheids- en welzijnszorg stonden 67 duizend vacatures open.", "67000 vacancies sector=Q"),
    ("In de bouwnijverheid stonden 26 duizend vacatures open.", "26000 vacancies sector=F"),
    ("In de bouw stonden 26 duizend vacatures open.", "26000 vacancies sector=F"),
    ("In de horeca stonden 35 duizend vacatures open.", "35000 vacancies sector=I"),
    ("In de handel stonden 80 duizend vacatures open.", "80000 vacancies sector=G"),
    ("In de detailhandel stonden 40 duizend vacatures open.", "40000 vacancies sector=retail"),
    ("In de industrie stonden 30 duizend vacatures open.", "30000 vacancies sector=C"),
    ("In het onderwijs stonden 12 duizend vacatures open.", "12000 vacancies sector=P"),
    ("In het openbaar bestuur stonden 25 duizend vacatures open.", "25000 vacancies sector=O"),
    ("In de zakelijke dienstverlening stonden 70 duizend vacatures open.", "70000 vacancies sector=M-N"),
    ("In de ICT-sector stonden 20 duizend vacatures open.", "20000 vacancies sector=J"),
    ("In de landbouw stonden 8 duizend vacatures open.", "8000 vacancies sector=A"),
    ("In vervoer en opslag stonden 22 duizend vacatures open.", "22000 vacancies sector=H"),
    ("Er stonden 401 duizend vacatures open, waarvan 67 duizend in de zorg.", "401000 vacancies sector=-; 67000 vacancies sector=Q"),
    (
        "In de zorg stonden 67 duizend vacatures open en in de bouw 26 duizend.",
        "67000 vacancies sector=Q; 26000 vacancies sector=F",
    ),
    (
        "De meeste vacatures stonden open in de handel (80 duizend), de zorg (67 duizend) en de bouw (26 duizend).",
        "- rank record; 80000 vacancies sector=G; 67000 vacancies sector=Q; 26000 vacancies sector=F",
    ),
    ("In de bouw waren er 80 vacatures per duizend banen.", "80 per_1000 sector=F :vacancy_rate"),
    ("Er stonden 401 duizend vacatures open.", "401000 vacancies sector=-"),
]


@pytest.mark.parametrize(("text", "expected"), SECTORS)
def test_sectors(text: str, expected: str) -> None:
    reads(text, expected)


GROUPS: list[Any] = [
    ("Van de jongeren was 8,9 procent werkloos.", "8.9 percent group=15-25"),
    ("Onder jongeren van 15 tot 25 jaar was de werkloosheid 8,9 procent.", "8.9 percent group=15-25"),
    ("De werkloosheid onder 15- tot 25-jarigen was 8,9 procent.", "8.9 percent group=15-25"),
    ("De jeugdwerkloosheid was 8,9 procent.", "8.9 percent group=15-25"),
    ("Bij 25- tot 45-jarigen was de werkloosheid 2,9 procent.", "2.9 percent group=25-45"),
    ("Bij 45-plussers was de werkloosheid 2,4 procent.", "2.4 percent group=45-75"),
    ("Bij mensen van 45 tot 75 jaar was de werkloosheid 2,4 procent.", "2.4 percent group=45-75"),
    ("Van de vrouwen had 69,2 procent betaald werk.", "69.2 percent group=vrouwen"),
    ("Bij mannen was de arbeidsdeelname 77,2 procent.", "77.2 percent group=mannen"),
    (
        "Bij mannen was de arbeidsdeelname 77,2 procent, bij vrouwen 69,2 procent.",
        "77.2 percent group=mannen; 69.2 percent group=vrouwen",
    ),
    # the indicator's own population is no narrower group
    ("De werkloosheid onder 15- tot 75-jarigen was 3,7 procent.", "3.7 percent group=-"),
    ("De werkloosheid was 3,7 procent.", "3.7 percent group=-"),
]


@pytest.mark.parametrize(("text", "expected"), GROUPS)
def test_groups(text: str, expected: str) -> None:
    reads(text, expected)


PLACES = [
    # a place is a group of its own: never to be checked against the country
    "In Noord-Brabant stonden 65 duizend vacatures open.",
    "In Rotterdam was 5,1 procent van de beroepsbevolking werkloos.",
    "In onze regio stonden 12 duizend vacatures open.",
    "In de arbeidsmarktregio Groot Amsterdam stonden 40 duizend vacatures open.",
    "In Duitsland was de werkloosheid 3,4 procent.",
    "In de EU was de werkloosheid gemiddeld 5,9 procent.",
    "In het eurogebied was de werkloosheid 6,3 procent.",
]


@pytest.mark.parametrize("text", PLACES)
def test_places_are_groups_of_their_own(text: str) -> None:
    (claim,) = claims_of(text)
    assert claim.population


ADJUSTED: list[Any] = [
    ("Gecorrigeerd voor seizoeninvloeden waren er 374 duizend werklozen.", "374000 persons adjusted=yes"),
    ("Er waren 374 duizend werklozen (seizoengecorrigeerd).", "374000 persons adjusted=yes"),
    ("Na correctie voor seizoeninvloeden waren er 374 duizend werklozen.", "374000 persons adjusted=yes"),
    ("Niet gecorrigeerd voor seizoeninvloeden waren er 360 duizend werklozen.", "360000 persons adjusted=no"),
    ("Zonder seizoencorrectie waren er 360 duizend werklozen.", "360000 persons adjusted=no"),
    ("Er waren 360 duizend werklozen (niet seizoengecorrigeerd).", "360000 persons adjusted=no"),
    ("Er waren 374 duizend werklozen.", "374000 persons adjusted=-"),
]


@pytest.mark.parametrize(("text", "expected"), ADJUSTED)
def test_seasonal_adjustment(text: str, expected: str) -> None:
    reads(text, expected)


KINDS: list[Any] = [
    # forecasts: by word, and by a year that is still to come
    ("Naar verwachting is er in 2033 een tekort van 195.000 medewerkers in de zorg.", "195000 persons forecast @2033JJ00"),
    ("In 2033 zal het tekort 195.000 medewerkers bedragen.", "195000 persons forecast"),
    ("Volgens de raming stijgt de werkloosheid tot 4,1 procent in 2026.", "4.1 percent forecast"),
    ("Het CPB voorziet een werkloosheid van 4,1 procent in 2026.", "4.1 percent forecast"),
    ("De prognose is een tekort van 195.000 medewerkers.", "195000 persons forecast"),
    ("Het tekort kan oplopen tot 195.000 medewerkers.", "195000 persons forecast"),
    ("De werkloosheid komt in 2026 uit op 4,1 procent.", "4.1 percent forecast"),
    # targets
    ("Het doel is 100.000 extra banen in 2026.", "100000 jobs target"),
    ("Het kabinet streeft naar een arbeidsdeelname van 75 procent.", "75 percent target"),
    ("De ambitie is om 30.000 mensen om te scholen.", "30000 persons target"),
    ("Wij beogen 5.000 zij-instromers te begeleiden.", "5000 persons target"),
    # money set aside
    ("Het kabinet trekt € 75 miljoen uit.", "75000000 EUR budget"),
    ("Voor de regio's is 150 miljoen euro beschikbaar.", "150000000 EUR budget"),
    ("De subsidieregeling kent een budget van € 500 miljoen.", "500000000 EUR budget"),
    # parameters of law
    ("De wettelijke termijn is acht weken.", "8 weeks legal"),
    ("De loondoorbetaling bij ziekte duurt twee jaar.", "2 years legal"),
    ("Het wettelijk minimumloon is € 14,06 per uur.", "14.06 EUR legal"),
    ("Werkgevers krijgen een vrijstelling van maximaal € 1.800.", "1800 EUR legal at_most"),
    ("Werknemers hebben recht op vijf dagen verlof.", "5 count legal"),
    # plain observations
    ("Er stonden 401 duizend vacatures open.", "401000 vacancies level"),
    ("De werkloosheid was 3,7 procent.", "3.7 percent share"),
    ("Er waren 108 vacatures per 100 werklozen.", "108 per_100 ratio"),
    ("De helft van de werkgevers zoekt personeel.", "0.5 fraction share"),
    ("De cao-lonen stegen met 6,8 procent.", "6.8 percent change"),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_kinds(text: str, expected: str) -> None:
    reads(text, expected)
