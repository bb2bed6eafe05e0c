"""Numbers that assert nothing: every one of them is found and given a class, and none becomes a claim."""

from __future__ import annotations

from typing import Any

import pytest

from claims.non_claims import RULES, Rule, non_claim
from claims.numerals import numerals
from tests.claims.notation import claims_of, fates_of


def gap(text: str, name: str, reason: str) -> Any:
    return pytest.param(text, name, marks=pytest.mark.xfail(strict=True, reason=reason))


#: sentence -> the class that at least one of its numbers gets ("" where no class is better than another)
NOTHING_CLAIMED: list[Any] = [
    # dossier and document numbers
    ("Zie Kamerstukken II 2023/24, 29 544, nr. 1234.", "kamerstuk_ref"),
    ("Zie Kamerstukken I 2021/22, 35 074, F.", "kamerstuk_ref"),
    ("Kamerstuk 36410-XV, nr. 12, p. 3.", "kamerstuk_ref"),
    ("Dit is toegezegd in de brief van mei (Kamerstuk 31 322, nr. 460).", "kamerstuk_ref"),
    ("Motie van het lid Jansen (35 925 XV, nr. 87).", "kamerstuk_ref"),
    ("Tweede Kamer, vergaderjaar 2023–2024, 29 544, nr. 1250", ""),
    ("Handelingen II 2022/23, nr. 45, item 8.", "kamerstuk_ref"),
    ("De wet is gepubliceerd in Stb. 2019, 219.", "kamerstuk_ref"),
    ("Het besluit staat in de Staatscourant 2023, 12345.", "kamerstuk_ref"),
    ("Aanhangsel van de Handelingen, vergaderjaar 2022–2023, nr. 1876.", "kamerstuk_ref"),
    ("Bijlage bij Kamerstuk 32 043, nr. 600.", "kamerstuk_ref"),
    ("De motie met nummer 45 is aangenomen.", "kamerstuk_ref"),
    ("Dossier 29544 wordt vandaag behandeld.", "kamerstuk_ref"),
    ("Ons kenmerk 2024-0000123456", "reference_id"),
    ("Uw kenmerk: SZW/2024/118", ""),
    ("Zaaknummer 2024Z12345 is geregistreerd.", ""),
    ("Referentienummer 4021987 graag vermelden.", "reference_id"),
    ("ECLI:NL:HR:2023:443", ""),
    ("Rapportnummer 2023-17 staat online.", ""),
    # dates
    ("Den Haag, 12 maart 2024", "date"),
    ("Datum 12 maart 2024", "date"),
    ("Op 12 maart jl. spraken wij elkaar.", "date"),
    ("De brief van 3 april is ontvangen.", "date"),
    ("De wet treedt op 1 januari 2026 in werking.", "date"),
    ("De regeling liep van 1 maart tot en met 30 juni 2023.", "date"),
    ("Het debat is op 14 en 15 mei.", "date"),
    ("Datum: 12-03-2024", "date"),
    ("Ontvangen 12/03/2024", "date"),
    ("Vastgesteld d.d. 12.03.2024.", "date"),
    ("Het overleg van maandag 4 november gaat door.", "date"),
    ("Op 1e kerstdag zijn wij gesloten.", ""),
    ("Uiterlijk 31 december 2025 volgt een besluit.", "date"),
    ("Bij brief van 21 juni 2023 is uw Kamer geïnformeerd.", "date"),
    # years that date nothing of their own
    ("In 2025 komt het kabinet met een voorstel.", "period_attribute"),
    ("Sinds 2019 werken wij samen met gemeenten.", "period_attribute"),
    ("De plannen voor 2026 volgen later.", "period_attribute"),
    ("In de jaren 90 was dat anders.", ""),
    ("In de jaren tachtig was dat anders.", ""),
    ("In het schooljaar 2023/2024 start de pilot.", ""),
    ("Het programma loopt van 2022 tot en met 2027.", "period_attribute"),
    ("In de periode 2021-2025 is dit onderzocht.", "period_attribute"),
    ("Na 2030 verandert dat.", ""),
    ("In het eerste kwartaal van 2025 volgt een brief.", "period_attribute"),
    ("Voor de zomer van 2025 informeer ik uw Kamer.", "period_attribute"),
    ("Het coalitieakkoord 2021-2025 noemt dit.", ""),
    ("De Miljoenennota 2024 gaat hierop in.", ""),
    ("Zie de Monitor Arbeidsmarkt 2023.", ""),
    ("De Arbeidsmarktagenda 2030 wordt uitgewerkt.", ""),
    # articles of law
    ("Artikel 7:610 BW is van toepassing.", ""),
    ("Zie artikel 3 van de wet.", "law_article"),
    ("Op grond van art. 12, tweede lid, van de wet.", "law_article"),
    ("Op grond van artikel 5, lid 2, onderdeel b.", "law_article"),
    ("De artikelen 8 tot en met 11 vervallen.", "law_article"),
    ("Zie § 4 van de toelichting.", "law_article"),
    ("Richtlijn 2008/104/EG is omgezet.", "law_article"),
    gap("Verordening (EU) nr. 1303/2013 geldt.", "law_article", "classed as a dossier number"),
    ("Boek 7 van het Burgerlijk Wetboek wordt gewijzigd.", "law_article"),
    ("Titel 10 van Boek 7 BW.", "law_article"),
    # sections, lists, questions, figures, pages
    ("1. Inleiding", "list_number"),
    ("2.3 Aanpak van de krapte", "list_number"),
    ("3) Stimuleren van scholing", "list_number"),
    ("(4) Verlagen van drempels", "list_number"),
    ("In hoofdstuk 3 staat de aanpak.", "section_number"),
    ("Paragraaf 2.4 gaat daarop in.", "section_number"),
    ("Zie bijlage 2 voor de toelichting.", "section_number"),
    ("Spoor 1 richt zich op vraag, spoor 2 op aanbod.", "section_number"),
    ("Binnen actielijn 3 werken partijen samen.", "section_number"),
    ("Fase 2 start na de zomer.", "section_number"),
    ("Stap 1 is een gesprek.", "section_number"),
    ("Optie 2 heeft de voorkeur.", "section_number"),
    ("Vraag 7", "list_number"),
    ("Antwoord op vraag 7", "list_number"),
    ("Voor het antwoord verwijs ik naar vraag 3 en 4.", "list_number"),
    ("Zie het antwoord op de vragen 5, 6 en 7.", "list_number"),
    ("Figuur 3: Vacatures naar bedrijfstak", "figure_number"),
    ("Tabel 2 geeft een overzicht.", "figure_number"),
    ("Zie de figuren 1 en 2.", "figure_number"),
    ("Grafiek 4 laat dit zien.", "figure_number"),
    ("Pagina 3 van 12", ""),
    ("Zie pagina 14 van het rapport.", "page_number"),
    ("Zie blz. 14-16.", "page_number"),
    ("Zie p. 14.", "page_number"),
    ("Zie pp. 14 en 15.", "page_number"),
    ("Zie voetnoot 5.", "footnote_number"),
    ("Zie noot 12 hierboven.", "footnote_number"),
    # note marks against a word
    ("Het kabinet heeft hierover afspraken gemaakt2 met gemeenten.", "footnote_marker"),
    ("Dit blijkt uit onderzoek.14 Daarom is meer nodig.", "footnote_marker"),
    ("Dit blijkt uit onderzoek[3] van het instituut.", "footnote_marker"),
    ("Dit blijkt uit onderzoek<sup>3</sup> van het instituut.", "footnote_marker"),
    ("Dit blijkt uit onderzoek.[^3]", "footnote_marker"),
    # addresses, telephones, accounts
    ("Postbus 12345", "address"),
    ("2500 EA Den Haag", "postal_code"),
    ("1234 AB Amsterdam", "postal_code"),
    ("1234AB Amsterdam", ""),
    ("Turfmarkt 147", ""),
    ("Kerkstraat 12", "address"),
    ("Bezoekadres: Stationsplein 9, 3013 AJ Rotterdam", ""),
    ("T 070 123 45 67", "phone"),
    ("Telefoon 070-1234567", "phone"),
    ("Bel 0800-1234 voor vragen.", "phone"),
    ("Bel (070) 123 45 67 voor vragen.", "phone"),
    ("M +31 6 12 34 56 78", "phone"),
    ("06-12345678", "phone"),
    ("Telefoonnummer: 14 070", "phone"),
    ("IBAN NL12 INGB 0001 2345 67", ""),
    ("NL12INGB0001234567", ""),
    ("KvK 12345678", "reference_id"),
    ("BTW-nummer NL001234567B01", ""),
    ("info2024@voorbeeld.nl", "url_id"),
    ("www.voorbeeld.nl/rapport-2023-12.pdf", "url_id"),
    ("https://www.voorbeeld.nl/nieuws/2023/45/krapte-3", "url_id"),
    ("doi:10.1234/abcd.5678", ""),
    ("ISBN 978-90-1234-567-8", ""),
    # clock
    ("Het overleg begint om 10.30 uur.", "clock_time"),
    ("Het overleg begint om 10:30 uur.", "clock_time"),
    ("Van 9.00 tot 17.00 uur zijn wij bereikbaar.", "clock_time"),
    ("Aanvang 14.00 uur.", "clock_time"),
    ("Tussen 8:00 en 20:00 uur.", "clock_time"),
    ("Om 9 uur begint de vergadering.", "clock_time"),
    # ages and hours that set a group apart
    ("De regeling geldt voor werknemers van 55 jaar en ouder.", "age_attribute"),
    ("Jongeren tot 27 jaar kunnen zich melden.", "age_attribute"),
    ("Voor mensen van 15 tot 75 jaar is dit anders.", "age_attribute"),
    ("Voor 15- tot 25-jarigen is dit anders.", "age_attribute"),
    ("De aanpak richt zich op 55-plussers.", "age_attribute"),
    ("Een 62-jarige kan eerder stoppen.", "age_attribute"),
    ("Wie ouder is dan 60 jaar, kan eerder stoppen.", "age_attribute"),
    ("Voor kinderen onder de 12 jaar is er opvang.", "age_attribute"),
    ("Dat geldt voor wie minder dan 12 uur per week werkt.", "hours_attribute"),
    ("Dat geldt voor banen van 20 tot 35 uur per week.", "hours_attribute"),
    ("Dat geldt voor een voltijdbaan van 36 uur.", "hours_attribute"),
    # limits of a group, not figures about it
    ("Het gaat om bedrijven met meer dan 250 werknemers.", "threshold_attribute"),
    ("Het gaat om ondernemingen met 10 of meer werknemers.", ""),
    ("Kleine werkgevers met minder dan 25 werknemers zijn vrijgesteld.", "threshold_attribute"),
    ("Gemeenten met minder dan 50.000 inwoners doen mee.", "threshold_attribute"),
    # counters of what the text itself lists, and words that are no numbers
    ("Het kabinet onderscheidt drie sporen.", "enumeration_counter"),
    ("De aanpak bestaat uit vier pijlers.", "enumeration_counter"),
    ("Ik ga op twee punten in.", "enumeration_counter"),
    ("Er zijn drie redenen voor.", "enumeration_counter"),
    ("Deze twee maatregelen versterken elkaar.", "enumeration_counter"),
    ("De vijf vragen beantwoord ik hieronder.", "enumeration_counter"),
    ("Een van de twee opties valt af.", "enumeration_counter"),
    ("De eerste stap is gezet.", "ordinal"),
    ("Ten tweede is scholing nodig.", "ordinal"),
    ("In de derde plaats is scholing nodig.", "ordinal"),
    ("Het kabinet zet een stap.", ""),
    ("Iedereen telt mee, één voor één.", ""),
    ("In één keer is dat niet opgelost.", ""),
    ("Op de een of andere manier lukt dat.", ""),
    ("Het is één van de grootste uitdagingen.", ""),
    # vague amounts
    ("Tienduizenden mensen staan aan de kant.", ""),
    ("Honderden bedrijven doen mee.", ""),
    ("Het gaat om miljoenen euro's.", ""),
    ("Enkele gemeenten doen mee.", ""),
    ("Een aantal werkgevers doet mee.", ""),
    ("Veel van hen vinden werk.", ""),
    # times and directions without a number
    ("De afgelopen twee jaar is hard gewerkt.", "period_attribute"),
    ("Over vijf jaar kijken wij terug.", "period_attribute"),
    ("Binnen drie maanden volgt een besluit.", "period_attribute"),
    ("Tien jaar geleden was dat anders.", "period_attribute"),
    ("Drie keer per jaar overleggen wij.", "frequency"),
    ("Tweemaal per jaar overleggen wij.", ""),
    ("Elke vier weken is er overleg.", "period_attribute"),
    # parties, names, programmes, classifications
    ("De fractie van D66 vroeg hiernaar.", "party_name_number"),
    ("De fracties van D66 en JA21 vroegen hiernaar.", "party_name_number"),
    ("De leden van 50PLUS vroegen hiernaar.", ""),
    ("De G4 en de G40 steunen dit.", "name_number"),
    ("De EU27 heeft dit vastgesteld.", "name_number"),
    ("Het STAP-budget en de O&O-fondsen.", ""),
    ("De indeling volgt SBI 2008.", ""),
    ("De opleiding is van niveau mbo-4.", ""),
    ("Mbo 2 en mbo 3 horen daarbij.", ""),
    ("De A12 is afgesloten.", "name_number"),
    ("De 17e Studiegroep adviseert hierover.", "name_number"),
    ("Het CO2-beleid blijft ongewijzigd.", "name_number"),
    ("Het kabinet-Rutte 4 besloot hiertoe.", ""),
    ("Windows 11 wordt uitgerold.", ""),
    ("Versie 2.1 van het model is gebruikt.", "reference_id"),
    ("COVID-19 had grote gevolgen.", ""),
    ("Tijdens covid-19 was dat anders.", ""),
    ("Het 1,5-graaddoel van Parijs blijft staan.", ""),
    ("De 2e Kamer besluit.", ""),
    # definitions of a base, not a figure
    ("De index is vastgesteld met 2020 = 100.", ""),
    # negation
    ("Geen van de tien varianten voldoet.", ""),
]


@pytest.mark.parametrize(("text", "name"), NOTHING_CLAIMED)
def test_nothing_is_claimed(text: str, name: str) -> None:
    assert [(c.quote, c.value, c.unit, c.kind) for c in claims_of(text)] == []
    fates = fates_of(text)
    assert {fate.fate for fate in fates} <= {"non_claim", "refused"}
    if name:
        assert name in {fate.reason for fate in fates if fate.fate == "non_claim"}


def missed(text: str, value: str, reason: str) -> Any:
    return pytest.param(text, value, marks=pytest.mark.xfail(strict=True, reason=reason))


AMONG_CLAIMS: list[Any] = [
    # the number that asserts nothing stands beside one that does
    ("Artikel 3 geldt voor 12.000 werknemers.", "12000"),
    ("In 2024 (zie Kamerstuk 29 544, nr. 12) waren er 374 duizend werklozen.", "374000"),
    ("Op 12 maart 2024 stonden er 401 duizend vacatures open.", "401000"),
    ("Zie figuur 2: er stonden 401 duizend vacatures open.", "401000"),
    ("In hoofdstuk 3 staat dat 40 procent van de werkgevers personeel zoekt.", "40"),
    ("Van de 15- tot 75-jarigen had 73,2 procent werk.", "73.2"),
    ("Van de 55-plussers werkt 72 procent.", "72"),
    ("Van wie minder dan 12 uur per week werkt, wil 20 procent meer werken.", "20"),
    ("Spoor 2 levert 5.000 extra banen op.", "5000"),
    ("De leden van D66 wijzen op een tekort van 5.000 fte.", "5000"),
    ("Dit gaat om 5.000 fte.14 Daarom is meer nodig.", "5000"),
    ("Dit gaat om 5.000 fte[3] in de zorg.", "5000"),
    ("Bel 0800-1234; er zijn 5.000 plaatsen.", "5000"),
    ("Vraag 7: klopt het dat er 5.000 fte nodig is?", "5000"),
    ("De drie sporen samen leveren 5.000 fte op.", "5000"),
    # words that only look like the head of a number of another kind
    ("In deze tekst staat dat er 12.000 werklozen zijn.", "12000"),
    ("Het belangrijkste nieuws: er zijn 12.000 werklozen minder geteld.", "-12000"),
    ("De sterkste groei was er in de zorg: 12.000 banen.", "12000"),
    ("De drukste regio telt 12.000 vacatures.", "12000"),
    ("In dit dossier zijn 12.000 aanvragen gedaan.", "12000"),
    ("Op dit punt zijn 12.000 banen gemoeid.", "12000"),
    ("Het voorbereidende deel 12 uur per week volgen 400 studenten.", "400"),
    ("In deze fase zijn 40 scholen betrokken.", "40"),
    ("Met dit doel zijn 3.000 jongeren begeleid.", "3000"),
    ("Met deze stap 500 banen erbij.", "500"),
    ("Op weg naar werk zijn 12.000 mensen geholpen.", "12000"),
    ("Er is een tekort van 2000 verpleegkundigen.", "2000"),
    ("Er zijn 2050 aanvragen ontvangen.", "2050"),
    ("Er werken in 2024 1960 medewerkers.", "1960"),
    ("Om 12.000 banen te vervullen is scholing nodig.", "12000"),
    ("In mei 388 vacatures.", "388"),
]


@pytest.mark.parametrize(("text", "value"), AMONG_CLAIMS)
def test_a_claim_beside_a_number_that_asserts_nothing(text: str, value: str) -> None:
    assert [str(claim.value) for claim in claims_of(text)] == [value]


def _marked(example: str) -> tuple[str, int]:
    """The text of a rule's example and where its marked number starts."""
    start = example.index("<")
    return example.replace("<", "", 1).replace(">", "", 1), start


def _number_at(text: str, start: int) -> str | None:
    for number in numerals(text):
        if number.start <= start < number.end:
            return non_claim(text, number, text.rfind("\n", 0, number.start) + 1)
    return "no number"


@pytest.mark.parametrize(("rule", "example"), [(rule, text) for rule in RULES for text in rule.yes], ids=lambda x: getattr(x, "name", x))
def test_each_rule_takes_its_own_examples(rule: Rule, example: str) -> None:
    text, start = _marked(example)
    assert _number_at(text, start) is not None, "an example that the rule should take asserts something"


@pytest.mark.parametrize(("rule", "example"), [(rule, text) for rule in RULES for text in rule.no], ids=lambda x: getattr(x, "name", x))
def test_each_rule_lets_its_counterexamples_be(rule: Rule, example: str) -> None:
    text, start = _marked(example)
    assert _number_at(text, start) != rule.name
