"""Numbers whose unit was said before: "ging het om 123", "steeg met 68 duizend tot 5,4 miljoen", "het percentage kwam uit op 3,9"."""

from __future__ import annotations

import pytest

from tests.claims.notation import reads

SENTENCES = [
    # a change and the level it led to are no range
    ("Het aantal werklozen steeg met 16 duizend tot 366 duizend.", "16000 persons change; 366000 persons level"),
    ("Het aantal werknemers daalde met 53 duizend tot 2.662 duizend.", "-53000 persons change; 2662000 persons level"),
    ("Het tekort loopt op met 5 tot 10 procent.", "5..10 percent change"),
    # the indicator, the ratio, the figure
    (
        "De spanning steeg naar 108 vacatures per 100 werklozen. In het eerste kwartaal van 2024 stond de indicator op 101.",
        "108 per_100; 101 per_100 @2024KW01 :labour_market_tension",
    ),
    (
        "Per 100 werklozen waren er in het eerste kwartaal van 2023 122 vacatures. In het vierde kwartaal van 2022 ging het om 123.",
        "122 per_100 @2023KW01; 123 per_100 @2022KW04 :labour_market_tension",
    ),
    (
        "De spanning nam toe. In het tweede kwartaal van 2024 lag de verhouding op 108 op de 100.",
        "108 per_100 ratio :labour_market_tension",
    ),
    (
        "In maart waren er 359 duizend werklozen. In maart kwam het percentage uit op 3,9.",
        "359000 persons :unemployed_persons; 3.9 percent :unemployment_rate",
    ),
    (
        "De vacaturegraad geeft het aantal vacatures per duizend banen weer. Deze liep op van 47 in het derde kwartaal naar 49 nu.",
        "2 per_1000 change; 47 per_1000 ratio :vacancy_rate; 49 per_1000 ratio",
    ),
    # a rate by its name, whatever was or will be counted beside it
    ("Een percentage van 3,2 en 316 duizend werklozen in april 2022.", "3.2 percent; 316000 persons"),
    ("In de ICT waren er 17,1 duizend vacatures, met een vacaturegraad van 77.", "17100 vacancies; 77 per_1000 :vacancy_rate"),
    ("Een percentage van 45.", ""),
    # things that have no word of their own in the list of units
    ("Het aantal WW-uitkeringen bedroeg eind oktober 2015 416.600, tegen 419.400 eind september.", "416600 count; 419400 count"),
    ("Er stroomden 186 mensen uit de bijstand, van wie 71 naar werk.", "186 persons; 71 persons"),
    # no claim, no tension
    ("De vacaturegraad is het aantal vacatures per duizend banen.", ""),
    ("Van de 100 vacatures zijn er 80 voor werklozen.", "80 per_100 :-"),
    # how far a change may lie from what it changes, and what a scale printed once holds for
    ("Het aantal vacatures daalde met 700 tot 24,3 duizend.", "-700 vacancies change; 24300 vacancies level"),
    ("Het aantal werklozen steeg met 16 tot 366 duizend.", "16000 persons change; 366000 persons level"),
    (
        "In 2024 wilden 510 duizend deeltijders méér uren werken. Dat waren er wél 12 duizend meer dan in 2023.",
        "510000 persons :underemployed_part_time_workers; 12000 persons change :underemployed_part_time_workers <2023JJ00",
    ),
    # a change said again, or gone on with for another sector
    ("Dat was een toename van 26 duizend vacatures, ofwel bijna tien procent.", "26000 vacancies change; 10 percent almost change"),
    ("In november 2024 waren er 374 duizend werklozen, ofwel 3,7 procent.", "374000 persons; 3.7 percent share :unemployment_rate"),
    (
        "In de zorg was de toename in 2024 5,2 duizend vacatures, in de bouw 1,3 duizend.",
        "5200 vacancies change sector=Q; 1300 vacancies change sector=F",
    ),
    ("Er verdwenen in 2009 volgens de onderzoekers 80.000 banen.", "-80000 jobs change"),
    # a ratio again with half of its name, a rate of another sector, an indicator that is not of CBS
    (
        "De spanning was in het tweede kwartaal van 2022 143 vacatures per 100 werklozen. In het derde kwartaal van 2021 ging het nog om"
        " 93 vacatures.",
        "143 per_100; 93 per_100 @2021KW03 :labour_market_tension",
    ),
    ("Er waren 93 vacatures in 2021. In 2022 ging het om 94 vacatures.", "93 vacancies; 94 vacancies"),
    (
        "De vacaturegraad in het eerste kwartaal van 2024 was 43 per 1.000 banen. Het onderwijs sloot de rij met 22.",
        "43 per_1000; 22 per_1000 sector=P @2024KW01 :vacancy_rate",
    ),
    ("De regionale spanningsindicator bedraagt 2,1.", "2.1 count :uwv_tension_indicator"),
    (
        "In het derde kwartaal van 2024 waren er 405.000 vacatures en op elke honderd werklozen 108 vacatures.",
        "405000 vacancies :open_vacancies; 108 per_100 :labour_market_tension",
    ),
    # the subject is not the nearest name
    (
        "De zakelijke dienstverlening, waartoe ook de uitzendbureaus behoren, telde in het derde kwartaal van 2024 65,1 duizend vacatures.",
        "65100 vacancies sector=M-N",
    ),
    (
        "In de zorg stonden in het derde kwartaal van 2024 62 duizend vacatures open. Na correctie voor het seizoen ging het in dat"
        " kwartaal om 65 duizend vacatures.",
        "62000 vacancies sector=Q; 65000 vacancies sector=Q @2024KW03",
    ),
    ("Er hadden 5,6 miljoen werknemers een vaste baan. De rest, 2.700.000 mensen, had iets anders.", "5600000 persons; 2700000 persons :-"),
    (
        "Voltijders in het derde kwartaal van 2024: 5.001.000; deeltijders: 4.702.000.",
        "5001000 persons :full_time_workers; 4702000 persons :part_time_workers",
    ),
    (
        "In 2024 werkten 9,8 miljoen mensen, 73,2 procent van de bevolking. Daarvan werkten er 4,8 miljoen in deeltijd.",
        "9800000 persons; 73.2 percent; 4800000 persons :part_time_workers",
    ),
    (
        "Er werden 350 duizend vacatures vervuld en ontstonden er 346 duizend.",
        "350000 vacancies :filled_vacancies; 346000 vacancies :new_vacancies",
    ),
    (
        "Eind september 2024 waren er 405 duizend vacatures, 6 duizend minder dan een kwartaal eerder, toen het er 411 duizend waren.",
        "405000 vacancies @2024KW03; -6000 vacancies change <2024KW02; 411000 vacancies @2024KW02",
    ),
    # streaks and records by other words
    ("In het derde kwartaal van 2024 daalde het aantal vacatures. Het was de vijfde daling op rij.", "5 quarters streak"),
    ("Na zes kwartalen van daling stijgt het aantal vacatures.", "6 quarters streak"),
    ("Niet eerder sinds 2003 was de arbeidsparticipatie zo hoog.", "- rank record :net_participation"),
    ("Het is bijna tweeënhalf keer zoveel als in 2013.", "2.5 multiple almost"),
    # a first time or a peak that is none of the labour market, or asks for one
    ("Wij spraken met mensen die voor het eerst een huis kopen.", ""),
    ("In welke sectoren is de krapte het grootst?", ""),
    ("Van dal naar piek", ""),
    ("De piek lag in het tweede kwartaal van 2022.", "- rank record"),
    # the ratio or average spoken of, under another name; what was counted, before a change said little of its size
    (
        "Er waren 44 vacatures per duizend banen in de zorg. Het gemiddelde over alle bedrijfstakken was in dat kwartaal 40.",
        "44 per_1000; 40 per_1000 :vacancy_rate",
    ),
    ("Van alle banen stond in het derde kwartaal van 2024 43 promille open.", "43 per_1000 @2024KW03"),
    ("Eind september stonden er 162 duizend vacatures open, zevenduizend meer dan in juni.", "162000 vacancies; 7000 vacancies change"),
    (
        "Er stonden 284 duizend vacatures open. Er kwamen er vierduizend bij. Vóór de crisis lag het hoogste aantal, 252 duizend, lager.",
        "284000 vacancies; 4000 vacancies change; - rank; 252000 vacancies level",
    ),
    ("De spanning was 110 vacatures per 100 werklozen, een jaar terug 114.", "110 per_100; 114 per_100"),
    ("De bond telt 914.000 leden.", "914000 persons"),
    ("Nooit eerder telde het CBS zoveel vacatures.", "- rank record :open_vacancies"),
    ("De participatie daalde, de eerste daling sinds het tweede kwartaal van 2020.", "- rank record"),
    # "in die periode": from where the change before it was measured
    (
        "Het aantal werkenden nam in het derde kwartaal van 2024, vergeleken met dezelfde periode van 2023, toe met 74 duizend. Het aantal"
        " zzp'ers liep in die periode op van 1,228 miljoen naar 1,261 miljoen. Het aantal flexwerkers daalde in diezelfde periode met 20"
        " duizend.",
        "74000 persons change <2023KW03; 33000 persons change @2023KW03..2024KW03; 1228000 persons @2023KW03; 1261000 persons @2024KW03; "
        "-20000 persons change @2024KW03 <2023KW03",
    ),
    ("Per vacature was er in Q1 2024 1,1 werkloze.", "1.1 persons ratio @2024KW01 :labour_market_tension"),
    # the shortage of what was named before
    ("De politie kende in 2022 een onderbezetting van 1.400 fte.", "1400 fte :police_shortage"),
    ("De politie telde in 2022 62.000 fte.", "62000 fte :-"),
    (
        "In de kinderopvang werken 124.300 mensen. Het tekort steeg tot 5.900 personen in 2023.",
        "124300 persons :-; 5900 persons :childcare_shortage",
    ),
    # the part that a group just counted is of all
    (
        "Er hadden 2,7 miljoen werknemers een flexibel contract. Dat is bijna een derde van alle werknemers.",
        "2700000 persons; 0.3333 fraction almost :flexible_employees",
    ),
    (
        "Er hadden 2,7 miljoen werknemers een flexibel contract. Bijna een derde van alle werknemers is lid van een bond.",
        "2700000 persons; 0.3333 fraction almost :-",
    ),
    # a rate of one sector after another, also as a word
    (
        "In de bouw gaat het om 80 vacatures op de duizend banen, in het onderwijs om negentien.",
        "80 per_1000 sector=F; 19 per_1000 sector=P :vacancy_rate",
    ),
    (
        "De vacaturegraad was 73 in de delfstoffenwinning. Daarna volgden de bouw en de ICT met beide 69.",
        "73 per_1000; 69 per_1000 :vacancy_rate",
    ),
    ("In de bouw gaat het om 80 vacatures op de duizend banen, in dertien gemeenten om meer.", "80 per_1000; 13 count"),
    # UWV's indicator has decimals and no base
    ("De spanningsindicator van UWV stond in het eerste kwartaal van 2022 op 4,9.", "4.9 count :uwv_tension_indicator"),
    (
        "Er waren 410 duizend mensen op zoek naar werk. Gemiddeld waren het er 369 duizend.",
        "410000 persons; 369000 persons :unemployed_persons",
    ),
    ("Er waren 900 duizend mensen op zoek naar werk of naar meer uren.", "900000 persons :-"),
    # a change and the level it led to, or a pair
    ("Een daling van 98 duizend tot 1.167 duizend zzp'ers.", "-98000 persons change; 1167000 persons level"),
    ("Een toename van 13 duizend tot 399 duizend werklozen.", "13000 persons change; 399000 persons level"),
    ("Een daling van 410 duizend tot 397 duizend werklozen.", "-13000 persons change; 410000 persons level; 397000 persons level"),
    ("Een groei van 12,3 duizend naar 123 duizend vacatures.", "110700 vacancies change; 12300 vacancies level; 123000 vacancies level"),
    ("Er kwamen in 2024 27 duizend werknemers met een flexibele arbeidsrelatie bij.", "27000 persons change :flexible_employees"),
    ("Er kwamen in 2024 27 duizend werknemers bij de overheid werken.", "27000 persons level"),
    # a year said once, behind both months
    ("Van januari tot en met maart 2024 waren er 401 duizend vacatures.", "401000 vacancies @2024MM01..2024MM03"),
    ("In november tot en met januari 2024 waren er 401 duizend vacatures.", "401000 vacancies @2023MM11..2024MM01"),
    # a difference whose direction is not said is no level
    (
        "Kerncijfers derde kwartaal 2024:\n- werklozen: 372 duizend\n- een jaar eerder: 361 duizend\n- verschil: 11 duizend",
        "372000 persons @2024KW03; 361000 persons @2023KW03; 11000 persons change @-",
    ),
    (
        "In het derde kwartaal van 2024 waren er 372 duizend werklozen. Verschil met een jaar eerder: 11 duizend.",
        "372000 persons @2024KW03; 11000 persons change @- <2023KW03",
    ),
    # the date beside a figure, in brackets or as an apposition
    (
        "Werklozen: 350 duizend (het eerste kwartaal 2023), 361 duizend (het derde kwartaal 2023), 372 duizend (het derde kwartaal 2024).",
        "350000 persons @2023KW01; 361000 persons @2023KW03; 372000 persons @2024KW03",
    ),
    (
        "Een jaar eerder, in kwartaal 3 van 2023, waren er 361 duizend werklozen; in kwartaal 3 van 2024 372 duizend, 11 duizend meer.",
        "361000 persons @2023KW03; 372000 persons @2024KW03; 11000 persons change @2024KW03 <2023KW03",
    ),
    ("Kwartaal 3 van 2024: 372 duizend werklozen. Maart 2024: 359 duizend.", "372000 persons @2024KW03; 359000 persons @2024MM03"),
    # a sentence's one period holds for what stands before it too
    (
        "In 2019 was dat anders. Naast 372 duizend werklozen telde ons land in het derde kwartaal van 2024 9.782 duizend werkenden.",
        "372000 persons @2024KW03; 9782000 persons @2024KW03",
    ),
    (
        "In 2019 was dat anders. Na een piek van 491 duizend kwam het aantal werklozen in het derde kwartaal van 2024 uit op 372 duizend.",
        "- rank record; 491000 persons @-; 372000 persons @2024KW03",
    ),
    (
        "In het derde kwartaal van 2023 en in het derde kwartaal van 2024 waren er 9.734 respectievelijk 9.782 duizend werkenden.",
        "9734000 persons @2023KW03; 9782000 persons @2024KW03",
    ),
    ("In 2024 kregen 9.734 respectievelijk 312 duizend mensen een toeslag.", "9734 persons; 312000 persons"),
    (
        "In 2019 was dat anders. Het aantal werklozen is in een jaar tijd gedaald, van 506 naar 438 duizend in kwartaal 4 van 2018.",
        "-68000 persons change @2017KW04..2018KW04; 506000 persons @2017KW04; 438000 persons @2018KW04",
    ),
    # a later sentence leans on the sentence before it or on the paragraph's latest period, and then only by inference
    (
        "In het derde kwartaal van 2024 waren er 372 duizend werklozen. In het derde kwartaal van 2021 waren er 357 duizend werklozen."
        " Een kwartaal eerder waren dat er 370 duizend.",
        "372000 persons; 357000 persons @2021KW03; 370000 persons @2024KW02~",
    ),
    (
        "In het derde kwartaal van 2024 waren er 372 duizend werklozen. In het derde kwartaal van 2021 waren er 357 duizend werklozen."
        " Dat zijn er 81 duizend minder dan een jaar eerder.",
        "372000 persons; 357000 persons @2021KW03; -81000 persons change @2021KW03~ <2020KW03",
    ),
    (
        "Vergeleken met 2021 nam het aantal vacatures toe tot 324 duizend. In Q1 2024 waren er 372 duizend werklozen. In de handel stonden"
        " toen 57,7 duizend vacatures open.",
        "324000 vacancies; 372000 persons; 57700 vacancies sector=G @2024KW01",
    ),
    # what one sentence counts goes before what the one before it counted
    (
        "Er waren 394 duizend vacatures. In 2022 waren er 4.976 duizend voltijders; in 2023 waren het er 5.063 duizend, 87 duizend meer.",
        "394000 vacancies; 4976000 persons; 5063000 persons; 87000 persons change :full_time_workers",
    ),
    # said of one figure, not of the next that is named anew
    (
        "In de zorg stonden 26,9 duizend vacatures open (niet seizoengecorrigeerd). Er waren 236 duizend"
        " openstaande vacatures. Dit aantal is"
        " gestegen tot 251 duizend.",
        "26900 vacancies adjusted=no; 236000 vacancies adjusted=-; 251000 vacancies adjusted=-",
    ),
    # pasted text of a line or two
    (
        "Het CBS meldt dat er in het vierde kwartaal van 2021 meer vacatures dan werklozen waren, en wel\n106 vacatures per 100 werklozen.",
        "106 per_100 @2021KW04",
    ),
    # the question names what its answer counts
    (
        "1. Hoeveel werklozen waren er in maart 2024?\n\nAntwoord\n\nIn maart 2024 waren dat er 359 duizend.",
        "359000 persons @2024MM03 :unemployed_persons",
    ),
    ("1. Hoeveel brieven kreeg u in maart 2024?\n\nIn maart 2024 waren dat er 359 duizend.", ""),
    (
        "Figuur 1 toont het aantal werknemers met een vaste arbeidsrelatie. In Q4 2017 lag dat op 4.724 duizend.",
        "4724000 persons @2017KW04 :permanent_employees",
    ),
    (
        "In 2017 waren er 668 duizend onderbenutte deeltijdwerkers en 7.526 duizend werknemers.",
        "668000 persons :underemployed_part_time_workers; 7526000 persons :employees",
    ),
    (
        "Sinds kwartaal 1 van 2014 is het aantal zzp'ers met 26 duizend gestegen, tot 927 duizend in kwartaal 1 van 2015.",
        "26000 persons change @2014KW01..2015KW01~ <2014KW01; 927000 persons @2015KW01",
    ),
    # a stretch whose end is not said
    (
        "In juni 2024 waren er 370 duizend werklozen. In een jaar tijd is hun aantal met 16 duizend gestegen.",
        "370000 persons @2024MM06; 16000 persons change @2024MM06~ <2023MM06",
    ),
    (
        "In het derde kwartaal van 2024 waren er 372 duizend werklozen. In een jaar tijd is hun aantal met 11 duizend gestegen.",
        "372000 persons @2024KW03; 11000 persons change @2024KW03 <2023KW03",
    ),
    (
        "In het derde kwartaal van 2024 waren er 372 duizend werklozen, in het derde kwartaal van 2023 361 duizend. In een jaar tijd is hun"
        " aantal met 11 duizend gestegen.",
        "372000 persons @2024KW03; 361000 persons @2023KW03; 11000 persons change @2024KW03 <2023KW03",
    ),
    ("Werkloos, gecorrigeerd, in maart 2024: 386.000 personen.", "386000 persons adjusted=yes :unemployed_persons"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_the_unit_said_before(text: str, expected: str) -> None:
    reads(text, expected)
