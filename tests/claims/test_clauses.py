"""What the words of a figure's own clause decide: stock or flow, its sector, the period of a change, the name it goes by.

Every row is a text that a rule reads and, beside it, one that looks like it and must not be read so. The letters are dated
14 February 2025; the figures stand for any.
"""

from __future__ import annotations

import pytest

from tests.claims.notation import reads

RATE = "De vacaturegraad was 49 per 1.000 banen"
NOW = "In het derde kwartaal van 2024 stonden er 26.600 vacatures open."
ROSE = "Het aantal werklozen liep op van 359 duizend in 2022 tot 362 duizend in 2023."
ADJUSTED = "In het derde kwartaal van 2024 waren er, gecorrigeerd voor seizoen, 374 duizend werklozen."
SO_MANY = "49 per_1000 ratio :vacancy_rate"

#: text, its claims, a text like it, its claims
CLAUSES: list[tuple[str, str, str, str]] = [
    # vacancies by the verb of their clause
    (
        "Er ontstonden in het tweede kwartaal van 2024, na seizoencorrectie, 372.000 vacatures.",
        "372000 vacancies :new_vacancies @2024KW02",
        "Er waren in het tweede kwartaal van 2024, na seizoencorrectie, 372.000 vacatures.",
        "372000 vacancies :open_vacancies @2024KW02",
    ),
    (
        "Er stonden nog 395.000 vacatures open; 365.000 vacatures kwamen erbij en 372.000 werden vervuld.",
        "395000 vacancies :open_vacancies; 365000 vacancies level :new_vacancies; 372000 vacancies level :filled_vacancies",
        "Er stonden nog 395.000 vacatures open; 6.000 vacatures kwamen erbij.",
        "395000 vacancies :open_vacancies; 6000 vacancies :open_vacancies",
    ),
    (
        "Er kwamen 365.000 nieuwe vacatures bij, terwijl er 364.000 vacatures verdwenen doordat ze werden vervuld.",
        "365000 vacancies level :new_vacancies; 364000 vacancies level :filled_vacancies",
        "Er kwamen 6.000 vacatures bij, terwijl er 4.000 werklozen verdwenen.",
        "6000 vacancies change :open_vacancies; -4000 persons change",
    ),
    (
        "Er ontstonden 365.000 vacatures, 12.000 minder dan een jaar eerder.",
        "365000 vacancies level :new_vacancies; -12000 vacancies change :new_vacancies",
        "Er verdwenen 12.000 vacatures.",
        "-12000 vacancies change :open_vacancies",
    ),
    (
        "In 2024 ontstonden 1,5 miljoen vacatures. Eind 2024 resteerden er van de voorraad vacatures 404.000.",
        "1500000 vacancies :new_vacancies; 404000 vacancies :open_vacancies",
        "In 2024 ontstonden 1,5 miljoen vacatures. In 2023 waren dat er 1,6 miljoen.",
        "1500000 vacancies :new_vacancies; 1600000 vacancies :new_vacancies",
    ),
    # a rate by what stands behind it
    (
        "Van elke duizend banen stonden er 54 open. In de horeca waren dat er 79.",
        "54 per_1000 :vacancy_rate; 79 per_1000 sector=I :vacancy_rate",
        "Van elke duizend banen waren er 54 in deeltijd.",
        "54 per_1000 :-",
    ),
    # the whole beside a sector, the sector of a figure in brackets, a sector behind a colon
    (
        "De vacaturegraad van de bouw was 72, ver boven het landelijke cijfer van 46.",
        "72 per_1000 sector=F; 46 per_1000 sector=-",
        "De vacaturegraad van de bouw was 72, ver boven het eerdere cijfer van 46.",
        "72 per_1000 sector=F; 46 per_1000 sector=F",
    ),
    (
        f"{RATE}; de bouw stond na de horeca (77) bovenaan met 72.",
        f"{SO_MANY}; 77 per_1000 sector=I; 72 per_1000 sector=F",
        f"{RATE}; de bouw stond na de horeca (hotels) bovenaan met 72.",
        f"{SO_MANY}; 72 per_1000 sector=I",
    ),
    (f"{RATE}. Bouw: 72. Onderwijs: 22.", f"{SO_MANY}; 72 per_1000 sector=F; 22 per_1000 sector=P", f"{RATE}. Bijlage: 72.", SO_MANY),
    (
        f"{RATE}, in de ICT 58.",
        f"{SO_MANY}; 58 per_1000 sector=J",
        f"{RATE}, in de ICT-opleidingen 58.",
        f"{SO_MANY}; 58 per_1000 group=in_de_ict-opleidingen",
    ),
    (
        f"{RATE}. In de bouw (72) en het onderwijs (22) liep het uiteen.",
        f"{SO_MANY}; 72 per_1000 sector=F :vacancy_rate; 22 per_1000 sector=P :vacancy_rate",
        f"{RATE}. In de bouw (2) en het onderwijs (3) liep het uiteen.",
        SO_MANY,
    ),
    (
        "De spanning was met 93 vacatures per 100 werklozen lager dan een kwartaal eerder.",
        "93 per_100 ratio",
        "Het aantal vacatures lag 93 duizend lager dan een kwartaal eerder.",
        "-93000 vacancies change",
    ),
    (
        "Daar waren 1.167.000 zzp'ers onder, minder dan eerst.",
        "1167000 persons level",
        "Het aantal zzp'ers lag 67.000 onder dat van 2024.",
        "-67000 persons change",
    ),
    (
        "De vacaturegraad kwam voor het onderwijs uit op 22 per duizend banen; voor de economie als geheel was dat 46.",
        "22 per_1000 sector=P; 46 per_1000 sector=-",
        "De vacaturegraad kwam voor het onderwijs uit op 22 per duizend banen; een jaar eerder was dat 46.",
        "22 per_1000 sector=P; 46 per_1000 sector=P",
    ),
    # so many more than the rate just told
    (
        "De spanning was 93 vacatures per honderd werklozen, vier meer dan in het derde kwartaal van 2024.",
        "93 per_100 ratio; 4 per_100 change <2024KW03 :labour_market_tension",
        "De spanning was 93 vacatures per honderd werklozen, en vier gemeenten meer dan in het derde kwartaal van 2024 doen mee.",
        "93 per_100 ratio; 4 count",
    ),
    (
        "Op elke duizend banen waren er 43 vacatures, drie minder dan een kwartaal eerder.",
        "43 per_1000 ratio; -3 per_1000 change :vacancy_rate",
        "Op elke duizend banen waren er 43 vacatures, en drie op de vijf werkgevers doen mee.",
        "43 per_1000 ratio; 0.6 fraction",
    ),
    (
        "De vacaturegraad bedroeg 46 per honderd banen.",
        "46 per_100 :vacancy_rate",
        "Het verzuim bedroeg 46 per honderd leden.",
        "46 per_100 :-",
    ),
    (
        "Een goede maat is het aantal openstaande vacatures per honderd werklozen. In het tweede kwartaal van 2024 bedroeg dat 108.",
        "108 per_100 :labour_market_tension @2024KW02",
        "Een goede maat is het aantal openstaande vacatures per honderd werklozen. In het tweede kwartaal van 2024 kwam artikel 108.",
        "",
    ),
    # firms by size
    (
        "Bij bedrijven met minder dan tien werkzame personen stonden 31 duizend vacatures open.",
        "31000 vacancies sector=under_10",
        "Bij bedrijven met minder dan zeven werkzame personen stonden 31 duizend vacatures open.",
        "31000 vacancies sector=-",
    ),
    (
        "Bij bedrijven van 10 tot 100 werkzame personen stonden 31 duizend vacatures open, "
        "bij bedrijven met 100 of meer werknemers 86 duizend.",
        "31000 vacancies sector=10_to_100; 86000 vacancies sector=100_or_more",
        "Bij bedrijven van 10 tot 50 werkzame personen stonden 31 duizend vacatures open.",
        "31000 vacancies sector=-",
    ),
    # times
    (
        "In het slotkwartaal van 2023 waren er 362 duizend werklozen, een jaar eerder 359 duizend.",
        "362000 persons @2023KW04; 359000 persons @2022KW04",
        "In 2023 waren er 362 duizend werklozen, een jaar eerder 359 duizend.",
        "362000 persons @2023JJ00; 359000 persons @2022JJ00",
    ),
    (
        "In het derde kwartaal van 2024 waren er 374 duizend werklozen; in juli waren het er 370 duizend. "
        "Ten opzichte van het derde kwartaal van 2023 nam de werkloosheid toe met 12 duizend personen.",
        "374000 persons @2024KW03; 370000 persons @2024MM07; 12000 persons change @2024KW03 <2023KW03",
        "In het derde kwartaal van 2024 waren er 374 duizend werklozen; in juli waren het er 370 duizend. "
        "Ten opzichte van juli 2023 nam de werkloosheid toe met 12 duizend personen.",
        "374000 persons @2024KW03; 370000 persons @2024MM07; 12000 persons change @2024MM07~ <2023MM07",
    ),
    (
        "Voor juli 2024 meldde het CBS 370 duizend werklozen.",
        "370000 persons @2024MM07",
        "In juli 2024 meldde het CBS 370 duizend werklozen.",
        "370000 persons @-",
    ),
    (
        "De krimp die in het derde kwartaal van 2022 begon en zes kwartalen op rij aanhield, is voorbij.",
        "6 quarters streak @2022KW03..2023KW04",
        "De krimp hield in het derde kwartaal van 2022 zes kwartalen op rij aan.",
        "6 quarters streak @2021KW02..2022KW03",
    ),
    (
        "Eind 2024 stonden er 404 duizend vacatures open, ruim 60 duizend minder dan op het hoogtepunt in het tweede kwartaal van 2022.",
        "404000 vacancies; -60000 vacancies just_over change <2022KW02; - rank record",
        "Eind 2024 stonden er 404 duizend vacatures open, ruim 60 duizend minder, met een hoogtepunt in het tweede kwartaal van 2022.",
        "404000 vacancies; -60000 vacancies just_over change <-; - rank record",
    ),
    (
        f"{ROSE} In dezelfde twaalf maanden nam de werkloosheid toe met 0,2 procentpunt.",
        "3000 persons change; 359000 persons; 362000 persons; 0.2 percentage_point change <2022JJ00",
        f"{ROSE} In de laatste twaalf maanden nam de werkloosheid toe met 0,2 procentpunt.",
        "3000 persons change; 359000 persons; 362000 persons; 0.2 percentage_point change",
    ),
    # figures in an order that their sentence does not tell
    (
        "In 2023 ontstonden er 365 duizend vacatures en werden er 364 duizend vervuld. "
        "In 2022 was dat 359 duizend respectievelijk 358 duizend.",
        "365000 vacancies @2023JJ00; 364000 vacancies @2023JJ00; 359000 vacancies @-; 358000 vacancies @-",
        "In 2023 ontstonden er 365 duizend vacatures. In 2022 was dat 359 duizend.",
        "365000 vacancies @2023JJ00; 359000 vacancies @2022JJ00",
    ),
    (
        "In de bouw merk je er niets van. De vacaturegraad was daar in het tweede kwartaal van 2024 74.",
        "74 per_1000 sector=F @2024KW02",
        "In de bouw merk je er niets van. De vacaturegraad was in het tweede kwartaal van 2024 46.",
        "46 per_1000 sector=- @2024KW02",
    ),
    (
        "De nettoparticipatie kwam in Q3 2024 uit op 73,0 procent, 0,2 onder het niveau van het vierde kwartaal van 2023.",
        "73.0 percent @2024KW03; 0.2 percent",
        "De nettoparticipatie kwam in het derde kwartaal van 2024 uit op 73,0 procent, en in het vierde kwartaal van 2023 op 73,2.",
        "73.0 percent @2024KW03; 73.2 percent @2023KW04",
    ),
    (
        "In het derde kwartaal van 2024 waren er 401 duizend vacatures. "
        "Dat zijn er 6 duizend minder dan de 407 duizend van het tweede kwartaal en 12 duizend minder dan in het derde kwartaal van 2023.",
        "401000 vacancies; -6000 vacancies change @2024KW03; 407000 vacancies @2024KW02; -12000 vacancies change @2024KW03 <2023KW03",
        "In het derde kwartaal van 2024 waren er 401 duizend vacatures. "
        "In het tweede kwartaal waren het er 12 duizend minder dan in het derde kwartaal van 2023.",
        "401000 vacancies @2024KW03; -12000 vacancies change @2024KW02 <2023KW03",
    ),
    (
        "Eind december 2024 stonden er 404.000 vacatures open. Het jaar was begonnen met 411.000.",
        "404000 vacancies @2024KW04; 411000 vacancies @-",
        "Eind december 2024 stonden er 404.000 vacatures open. Het derde kwartaal was geëindigd met 397.000.",
        "404000 vacancies @2024KW04; 397000 vacancies @2024KW03",
    ),
    (
        "Na de piek van 463.700 vacatures in het tweede kwartaal van 2022 is het aantal vacatures zes kwartalen op rij gedaald.",
        "- rank record; 463700 vacancies; 6 quarters streak @2022KW03..2023KW04",
        "Na de zomer is het aantal vacatures in het tweede kwartaal van 2024 zes kwartalen op rij gedaald.",
        "6 quarters streak @2023KW01..2024KW02",
    ),
    (
        f"{NOW} Dat is minder dan de 27.000 van het derde kwartaal van 2023, terwijl het totaal in diezelfde periode terugliep van 451.900 "
        "naar 416.800.",
        "26600 vacancies; 27000 vacancies; -35100 vacancies change; 451900 vacancies @2023KW03; 416800 vacancies @2024KW03",
        f"{NOW} Dat is minder dan de 27.000 van het derde kwartaal van 2023, terwijl het totaal terugliep van 451.900 naar 416.800.",
        "26600 vacancies; 27000 vacancies; -35100 vacancies change; 451900 vacancies; 416800 vacancies",
    ),
    # names
    (
        "Naast de werklozen zijn er 535 duizend mensen met een deeltijdbaan die meer uren willen werken.",
        "535000 persons :underemployed_part_time_workers",
        "De werklozen zijn met 374 duizend mensen.",
        "374000 persons :unemployed_persons",
    ),
    (
        "Er waren 9,8 miljoen werkenden: 8,2 miljoen werknemers en 1,3 miljoen zzp'ers.",
        "9800000 persons :employed_persons; 8200000 persons :employees; 1300000 persons :self_employed_without_personnel",
        "Er waren 9,8 miljoen werkenden; 8,2 miljoen personen hadden een baan.",
        "9800000 persons :employed_persons; 8200000 persons :employed_persons",
    ),
    (
        "Dat men op flex leunt, is achterhaald: 5,4 miljoen werknemers hadden een vast contract tegen 2,7 miljoen een flexibel contract.",
        "5400000 persons :permanent_employees; 2700000 persons :flexible_employees",
        "Flex: 2,7 miljoen werknemers.",
        "2700000 persons :flexible_employees",
    ),
    (
        "Bijna de helft werkt in deeltijd. Het ging om 4,8 miljoen mensen; voltijders waren er 5,1 miljoen.",
        "0.5 fraction almost; 4800000 persons :part_time_workers; 5100000 persons :full_time_workers",
        "Bijna de helft werkt in deeltijd. Het ging om 4,8 miljoen voltijders; mensen zonder werk waren er 0,4 miljoen.",
        "0.5 fraction almost; 4800000 persons :full_time_workers; 400000 persons",
    ),
    (
        "Het ging om 388 duizend werklozen, ofwel 3,8 procent van de beroepsbevolking. Dat is 0,2 procentpunt hoger dan een jaar eerder.",
        "388000 persons :unemployed_persons; 3.8 percent :unemployment_rate; 0.2 percentage_point change :unemployment_rate",
        "Het ging om 388 duizend werklozen. Dat is 0,2 procent hoger dan een jaar eerder.",
        "388000 persons :unemployed_persons; 0.2 percent change :unemployed_persons",
    ),
    (
        "Er waren 1.246 duizend zzp'ers. Uren-index periode 7: -8%.",
        "1246000 persons :self_employed_without_personnel; -8 percent :-",
        "Er waren 1.246 duizend zzp'ers. Dat is op jaarbasis -8%.",
        "1246000 persons :self_employed_without_personnel; -8 percent :self_employed_without_personnel",
    ),
    (
        "Van de 9,8 miljoen werkenden doet bijna de helft het in deeltijd.",
        "9800000 persons :employed_persons; 0.5 fraction almost",
        "Er werken 4,7 miljoen mensen in deeltijd.",
        "4700000 persons :part_time_workers",
    ),
    (
        "- vast: Q3 2024 5.513.000 werknemers, dat is 2,1% meer dan in Q3 2023",
        "5513000 persons :permanent_employees; 2.1 percent change :permanent_employees",
        "- vaststelling: Q3 2024 5.513.000 werknemers",
        "5513000 persons :employees",
    ),
    (
        "In oktober waren 376.000 mensen werkloos. Hun aandeel in de beroepsbevolking kwam op 3,7 procent.",
        "376000 persons; 3.7 percent :unemployment_rate",
        "In oktober waren 376.000 mensen werkloos. Hun aandeel in de enquête kwam op 3,7 procent.",
        "376000 persons; 3.7 percent :-",
    ),
    (
        "In 2024 stonden er 63.000 vacatures open in de zorg. In 2023 stonden er gemiddeld 66.000 open.",
        "63000 vacancies sector=Q; 66000 vacancies sector=Q :open_vacancies",
        "In 2024 was er krapte in de zorg. In 2023 stonden er gemiddeld 466.000 vacatures open.",
        "466000 vacancies sector=- :open_vacancies",
    ),
    (
        "De netto arbeidsparticipatie lag op 73,2 procent en de bruto participatie op 76,3 procent.",
        "73.2 percent :net_participation; 76.3 percent :gross_participation",
        "De netto arbeidsparticipatie lag op 73,2 procent.",
        "73.2 percent :net_participation",
    ),
    (
        "De helft van de Nederlandse werkenden werkt in deeltijd: 4,7 miljoen van de 9,8 miljoen.",
        "0.5 fraction; 4700000 persons :part_time_workers; 9800000 persons :employed_persons",
        "Van de werkenden werkt 4,7 miljoen in deeltijd en 5,1 miljoen in voltijd.",
        "4700000 persons :part_time_workers; 5100000 persons :full_time_workers",
    ),
    (
        "In 2024 werkten 4,8 miljoen Nederlanders geen volledige week.",
        "4800000 persons :part_time_workers",
        "In 2024 werkten 9,8 miljoen Nederlanders een week of meer.",
        "9800000 persons :employed_persons",
    ),
    (
        "De schok is in de techniek beperkt: in 2020 stonden er in de bouw 15.600 vacatures open.",
        "15600 vacancies sector=F group=-",
        "De schok is in de techniek beperkt, met in 2020 15.600 vacatures.",
        "15600 vacancies group=techniek",
    ),
    (
        "In 2023 nam het aantal horecavacatures met 5.900 af.",
        "-5900 vacancies change sector=I :open_vacancies",
        "In 2023 nam het aantal horecazaken met 5.900 af.",
        "-5900 count change",
    ),
    (
        "In 2024 wilden 559.000 deeltijders meer werken, 41.000 meer dan in 2023.",
        "559000 persons level :underemployed_part_time_workers; 41000 persons change :underemployed_part_time_workers",
        "In 2024 waren er 559.000 deeltijders meer dan in 2023.",
        "559000 persons change :part_time_workers",
    ),
    (
        "In 2014 waren er 840.000 deeltijders meer dan vorig jaar; nu zijn er 840.000 personen die meer uren willen werken.",
        "840000 persons change; 840000 persons level",
        "In 2014 waren er 840.000 deeltijders meer.",
        "840000 persons change",
    ),
    # what is counted, left unsaid
    (
        "De beroepsbevolking telde 10,2 miljoen personen. Daarvan hadden er 9.743.000 betaald werk.",
        "10200000 persons; 9743000 persons :employed_persons",
        "Er waren 404 duizend vacatures. Daarvan hadden er 97 een einddatum.",
        "404000 vacancies",
    ),
    (
        "Er waren 413 duizend werklozen. In juni telde het CBS er, gecorrigeerd voor seizoen, 428.000.",
        "413000 persons; 428000 persons :unemployed_persons",
        "Er waren 413 duizend werklozen. In juni telde het CBS, gecorrigeerd voor seizoen, 428 gemeenten.",
        "413000 persons; 428 count",
    ),
    (
        "Het percentage is in dat jaar van 3,8 naar 4,0 gegaan.",
        "0.2 percentage_point change; 3.8 percent; 4.0 percent",
        "De versie is in dat jaar van 3,8 naar 4,0 gegaan.",
        "",
    ),
    # parts of what is named behind the figure
    (
        "Bij 3.143.000 van de deeltijders ging het om een baan van 20 tot 35 uur, bij 1.565.000 om een baan van minder dan 20 uur.",
        "3143000 persons :part_time_workers_20_to_35_hours; 1565000 persons :part_time_workers_under_20_hours",
        "Er waren 4.709.000 van de deeltijders tevreden.",
        "4709000 persons :part_time_workers",
    ),
    (
        "Op iedere 100 openstaande vacatures telde het CBS 121 werklozen.",
        "121 per_100 :labour_market_tension",
        "Van de 100 openstaande vacatures telde het CBS er 21.",
        "21 per_100 :-",
    ),
    (
        "Het middenbedrijf (10 tot 100 werkzame personen) had 112.300 vacatures.",
        "112300 vacancies sector=10_to_100",
        "Het middenbedrijf (tot 50 werkzame personen) had 112.300 vacatures.",
        "112300 vacancies sector=-",
    ),
    # lists by date, below a heading that names a rate or a number
    (
        "Vacatures per 100 werklozen:\n- Q2 2023: 122\n- Q3 2023: 114\n",
        "122 per_100 @2023KW02 :labour_market_tension; 114 per_100 @2023KW03 :labour_market_tension",
        "Vacatures per 100 werklozen:\n- zie bijlage 122\n- zie bijlage 114\n",
        "",
    ),
    (
        "1. Zorg\n2. Bouw\n\nVacatures per 100 werklozen:\n- Q2 2023: 122\n",
        "122 per_100 @2023KW02 :labour_market_tension",
        "1. Vacatures per 100 werklozen\n2. Bouw\n\n- Q2 2023: 122\n",
        "",
    ),
    (
        "Werkloosheid (gecorrigeerd):\n- september 2024: 373.000\n- oktober 2024: 386.000\n",
        "373000 persons @2024MM09 :unemployed_persons; 386000 persons @2024MM10 :unemployed_persons",
        "Dossiers (gecorrigeerd):\n- september 2024: 373.000\n- oktober 2024: 386.000\n",
        "",
    ),
    # the two ends of a stretch told just before
    (
        "In juni 2024 waren er 370 duizend werklozen. In februari 2024 waren dat er nog 365 duizend. "
        "Het werkloosheidspercentage is in die vier maanden 0,1 procentpunt gestegen.",
        "370000 persons; 365000 persons; 0.1 percentage_point change @2024MM06~ <2024MM02",
        "In juni 2024 waren er 370 duizend werklozen. In 2014 waren dat er nog 665 duizend. "
        "Het werkloosheidspercentage is in die tien jaar 4,1 procentpunt gedaald.",
        "370000 persons; 665000 persons; -4.1 percentage_point change <-",
    ),
    (
        "Het werkloosheidspercentage is 0,3 procentpunt gestegen en staat in juni 2024 op 3,8.",
        "0.3 percentage_point change; 3.8 percent @2024MM06",
        "Het werkloosheidspercentage is 0,3 procentpunt gestegen, tegen 0,1 eerder.",
        "0.3 percentage_point change; 0.1 percentage_point",
    ),
    (
        "De beroepsbevolking groeide met 84 duizend personen, terwijl de groep die niet werkt met 50 duizend personen kromp.",
        "84000 persons change :labour_force; -50000 persons change :-",
        "De beroepsbevolking groeide met 84 duizend personen, terwijl zij eerder met 50 duizend personen kromp.",
        "84000 persons change :labour_force; -50000 persons change :labour_force",
    ),
    (
        "In het derde kwartaal van 2024 1.149.000 zzp'ers, tegen 1.233.000 in het derde kwartaal van 2023: een min van 6,8 procent.",
        "1149000 persons; 1233000 persons; -6.8 percent change @2024KW03 <2023KW03",
        "In het derde kwartaal van 2024 1.149.000 zzp'ers, tegen 1.233.000 in 2023: een min van 6,8 procent.",
        "1149000 persons; 1233000 persons; -6.8 percent change @2024KW03 <-",
    ),
    (
        "Met het tweede kwartaal van 2022 als ijkpunt lag het aantal vacatures in het tweede kwartaal van 2024 60.000 lager.",
        "-60000 vacancies change @2024KW02 <2022KW02",
        "Met het tweede kwartaal van 2022 als begin lag het aantal vacatures in het tweede kwartaal van 2024 60.000 lager.",
        "-60000 vacancies change @2024KW02 <-",
    ),
    (
        "Het aantal vacatures nam in het derde kwartaal van 2024 met 11.000 af; ten opzichte van eind 2022 gaat het om 33.000.",
        "-11000 vacancies change @2024KW03 <-; 33000 vacancies",
        "Dat aantal vacatures nam in het derde kwartaal van 2024 met 11.000 af ten opzichte van het derde kwartaal van 2023.",
        "-11000 vacancies change @2024KW03 <2023KW03",
    ),
    (
        "Eind juni 2024 telden we 401.000 vacatures. In het tweede kwartaal van 2023 waren het er 427.000, "
        "dus daar zijn er in een jaar tijd 26.000 van verdwenen.",
        "401000 vacancies; 427000 vacancies; -26000 vacancies change @2024KW02 <2023KW02",
        "Eind juni 2024 telden we 401.000 vacatures. In het tweede kwartaal van 2023 waren het er 427.000, en daar zijn 26.000 nieuwe bij.",
        "401000 vacancies; 427000 vacancies; 26000 vacancies",
    ),
    (
        "De werkloosheid daalde na het derde kwartaal van 2023 vier kwartalen op rij.",
        "4 quarters streak @2023KW04..2024KW03",
        "De werkloosheid daalde sinds het derde kwartaal van 2023 vier kwartalen op rij.",
        "4 quarters streak @2023KW03..2024KW02",
    ),
    (
        "Het aantal vacatures overtreft nu twaalf kwartalen op rij het aantal werklozen.",
        "12 quarters streak :labour_market_tension",
        "Het aantal vacatures daalt nu twaalf kwartalen op rij.",
        "12 quarters streak :open_vacancies",
    ),
    (
        "De flexibele schil werd 76.000 mensen kleiner.",
        "-76000 persons change :flexible_employees",
        "De flexibele schil werd 76.000 mensen kleiner dan gedacht.",
        "76000 persons",
    ),
    (
        "Het aantal deeltijders slonk in een jaar tijd met 13.000 tot 504.000 personen.",
        "-13000 persons change; 504000 persons level",
        "Het aantal deeltijders bestaat uit 13.000 tot 504.000 personen.",
        "13000..504000 persons",
    ),
    (
        "Bijna de helft van de werkenden had er een, 4,8 miljoen mensen.",
        "0.5 fraction almost; 4800000 persons :-",
        "Van de werkenden had een deel er een, 4,8 miljoen werkenden.",
        "4800000 persons :employed_persons",
    ),
    (
        "De werkloosheid kruipt omhoog. In het tweede kwartaal van 2024 zaten we op 3,6 procent.",
        "3.6 percent :unemployment_rate",
        "De werkloosheid kruipt omhoog. In het tweede kwartaal van 2024 zaten de kosten op 3,6 procent.",
        "3.6 percent :-",
    ),
    # changes
    (
        "De werkloosheid was 3,8 procent. Een stijging, tussen die twee jaren, van 0,2 procentpunt.",
        "3.8 percent; 0.2 percentage_point change",
        "De werkloosheid was 3,8 procent. Een stijging, aldus het CBS. Van 20 procent is niets bekend.",
        "3.8 percent; 20 percent share",
    ),
    (
        "Het aantal zzp'ers daalde met 98 duizend sinds 2024, ofwel krap 8 procent.",
        "-98000 persons change; -8 percent just_under change",
        "Het aantal zzp'ers daalde met 98 duizend sinds 2024, en 8 procent is tevreden.",
        "-98000 persons change; 8 percent share",
    ),
    (
        "De toename in een jaar tijd bedraagt dus 0,1 procent.",
        "0.1 percent change",
        "De prijs bedraagt dus 0,1 procent.",
        "0.1 percent share",
    ),
    (
        "Het aantal vaste contracten groeide met 1,6 procent en het aantal flexibele contracten slonk in dezelfde periode met 12.000.",
        "1.6 percent change :permanent_employees; -12000 persons change :flexible_employees",
        "Het aantal vaste contracten groeide met 1,6 procent en slonk daarna met 12.000.",
        "1.6 percent change :permanent_employees; -12000 persons change :permanent_employees",
    ),
    (
        "Het aantal vacatures klom in Q4 2024 naar 404 duizend, waar er in Q3 2024 397 duizend waren: een afname met 7 duizend.",
        "404000 vacancies; 397000 vacancies; -7000 vacancies change @2024KW04 <2024KW03",
        "Het aantal vacatures klom in het vierde kwartaal van 2024 naar 404 duizend: een afname met 7 duizend is ver weg.",
        "404000 vacancies; -7000 vacancies change <-",
    ),
    # the seasonal treatment by other words
    (
        "Er waren, geschoond van seizoensinvloeden, 364.000 werklozen.",
        "364000 persons adjusted=yes",
        "Er waren, geschoond van dubbeltellingen, 364.000 werklozen.",
        "364000 persons adjusted=-",
    ),
    (
        "De handel zakte naar 79.000 vacatures (gecorrigeerd).",
        "79000 vacancies sector=G adjusted=yes",
        "De handel zakte naar 79.800 vacatures (ongecorrigeerd).",
        "79800 vacancies sector=G adjusted=no",
    ),
    # the seasonal treatment, in brackets and over a year
    (
        "De handel telde ongecorrigeerd 85.500 openstaande vacatures (gecorrigeerd: 89.000).",
        "85500 vacancies adjusted=no; 89000 vacancies adjusted=yes",
        "De handel telde ongecorrigeerd 85.500 openstaande vacatures (de bouw: 29.000).",
        "85500 vacancies adjusted=no; 29000 vacancies adjusted=no",
    ),
    (
        f"{ADJUSTED} Over heel 2023 waren het er 361 duizend.",
        "374000 persons adjusted=yes; 361000 persons @2023JJ00 adjusted=-",
        f"{ADJUSTED} Een jaar eerder waren het er 361 duizend.",
        "374000 persons adjusted=yes; 361000 persons @2023KW03 adjusted=yes",
    ),
]


@pytest.mark.parametrize(("text", "expected", "like_it", "not_so"), CLAUSES, ids=[row[0][:60] for row in CLAUSES])
def test_what_a_clause_decides(text: str, expected: str, like_it: str, not_so: str) -> None:
    reads(text, expected)
    reads(like_it, not_so)
