"""Every claim says by which rules it was read, so that a reader of the list can see why a number got its unit, period and subject."""

from __future__ import annotations

import pytest

from tests.claims.notation import claims_of

PERSONS, VACANCIES = "unit.near.persons", "unit.near.vacancies"
EMPLOYED, UNEMPLOYED, OPEN = (f"indicator.{name}" for name in ("employed_persons", "unemployed_persons", "open_vacancies"))

READ: list[tuple[str, dict[str, str]]] = [
    # the unit: beside the number, further on, from the subject, from the figure it is set against, from the sign
    ("Er waren 372 duizend werklozen.", {"372 duizend werklozen": f"{PERSONS} {UNEMPLOYED}"}),
    ("Het aantal werklozen is 372 duizend.", {"372 duizend": f"unit.subject {UNEMPLOYED}"}),
    ("De werkloosheid bedroeg 3,7.", {"3,7": "unit.indicator indicator.unemployment_rate"}),
    ("Het fonds krijgt € 145,8 miljoen.", {"€ 145,8 miljoen": "unit.euro_sign"}),
    (
        "Er waren 401 duizend vacatures, waarvan 71 duizend in de handel.",
        {"401 duizend vacatures": f"{VACANCIES} {OPEN}", "71 duizend": f"unit.set_against {OPEN}"},
    ),
    (
        "Er waren 450 duizend onderbenutte deeltijdwerkers.",
        {"450 duizend onderbenutte deeltijdwerkers": "unit.far.persons indicator.underemployed_part_time_workers"},
    ),
    # whole phrases
    ("De helft van de werkgevers heeft vacatures.", {"De helft": "fraction.half"}),
    ("Vier op de vijf werkgevers hebben vacatures.", {"Vier op de vijf werkgevers": "fraction.n_of_m"}),
    ("Van elke tien werkgevers hebben er vier een vacature.", {"tien werkgevers hebben er vier": "fraction.of_each"}),
    ("Een derde van de werkgevers heeft vacatures.", {"Een derde": "fraction.part"}),
    ("Het aantal vacatures is verdubbeld.", {"verdubbeld": f"multiple.verb {OPEN}"}),
    ("Er zijn drie keer zoveel vacatures als in 2014.", {"drie keer zoveel": f"multiple.times period.sentence {OPEN}"}),
    # the direction of a change
    ("Het aantal werkenden daalde met 20 duizend.", {"20 duizend": f"unit.subject sign.down {EMPLOYED}"}),
    ("Het aantal werkenden steeg met 20 duizend.", {"20 duizend": f"unit.subject sign.up {EMPLOYED}"}),
    (
        "Het aantal werkenden steeg van 9,2 naar 9,8 miljoen.",
        {
            "van 9,2 naar 9,8 miljoen": f"unit.set_against {EMPLOYED} change.from_to",
            "9,2": f"unit.subject {EMPLOYED}",
            "9,8 miljoen": f"unit.set_against {EMPLOYED}",
        },
    ),
    # the period
    ("In 2024 waren er 372 duizend werklozen.", {"372 duizend werklozen": f"{PERSONS} period.sentence {UNEMPLOYED}"}),
    ("Er waren 361 duizend werklozen (2023).", {"361 duizend werklozen": f"{PERSONS} period.beside {UNEMPLOYED}"}),
    ("In 2023 (361 duizend werklozen) was er krapte.", {"361 duizend werklozen": f"{PERSONS} period.bracketed {UNEMPLOYED}"}),
    ("Op 14 november waren er 372 duizend werklozen.", {"372 duizend werklozen": f"{PERSONS} period.day {UNEMPLOYED}"}),
    ("In 2024 was er krapte. Er waren 372 duizend werklozen.", {"372 duizend werklozen": f"{PERSONS} period.paragraph {UNEMPLOYED}"}),
    (
        "In 2022 en 2023 waren er respectievelijk 350 duizend en 361 duizend werklozen.",
        {"350 duizend": f"unit.list period.in_order {UNEMPLOYED}", "361 duizend werklozen": f"{PERSONS} period.in_order {UNEMPLOYED}"},
    ),
    (
        "In 2024 waren er 372 duizend werklozen (was 361 duizend).",
        {
            "372 duizend werklozen": f"{PERSONS} period.sentence {UNEMPLOYED}",
            "361 duizend": f"unit.set_against period.was {UNEMPLOYED}",
        },
    ),
    (
        "Eind 2024 waren er 372 duizend werklozen.",
        {"372 duizend werklozen": f"{PERSONS} period.sentence period.inferred period.year_end {UNEMPLOYED}"},
    ),
    (
        "Van 2022 op 2023 daalde het aantal vacatures van 445 naar 416 duizend.",
        {
            "van 445 naar 416 duizend": f"unit.set_against period.sentence {OPEN} change.from_to",
            "445": f"unit.subject period.pair_inferred {OPEN}",
            "416 duizend": f"unit.set_against period.sentence {OPEN}",
        },
    ),
    # streaks, ratios and records
    (
        "Sinds het derde kwartaal van 2021 zijn er twaalf kwartalen op rij meer vacatures dan werklozen.",
        {"twaalf kwartalen op rij": "streak.counted period.streak_since indicator.labour_market_tension"},
    ),
    (
        "De spanning op de arbeidsmarkt is twaalf kwartalen op rij toegenomen.",
        {"twaalf kwartalen op rij": "streak.counted period.streak indicator.labour_market_tension"},
    ),
    (
        "De krapte bedroeg 106 vacatures per 100 werklozen.",
        {"106 vacatures per 100 werklozen": f"{VACANCIES} ratio.per_100 indicator.labour_market_tension.base"},
    ),
    (
        "Tegenover elke 100 werklozen staan 106 vacatures.",
        {"106 vacatures": f"{VACANCIES} ratio.base_first indicator.labour_market_tension.base"},
    ),
    ("Voor het eerst waren er meer vacatures dan werklozen.", {"Voor het eerst": "record.first"}),
    ("De spanning is het hoogst sinds 2008.", {"het hoogst": "record.highest"}),
]


@pytest.mark.parametrize(("text", "rules"), READ)
def test_by_which_rules_a_claim_was_read(text: str, rules: dict[str, str]) -> None:
    assert {claim.quote: " ".join(claim.rules) for claim in claims_of(text)} == rules
