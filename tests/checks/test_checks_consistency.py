"""What figures of a letter say about each other: conflicts become verdicts, and nothing that can be explained does."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from made_claims import checked_all, claim, letter, placed

from labour.indicators import Field
from labour.model import Check, Claim
from labour.observations import ObservationIndex

D = Decimal
BOTH, PRIMARY, SECONDARY = (f"teacher_shortage_{part}" for part in ("primary_and_secondary", "primary", "secondary"))


def verdicts(text: str, index: ObservationIndex, field: Field, *claims: Claim) -> list[Check]:
    return checked_all(placed(text, *claims), index, field, [letter(text)])


SUMS = [
    ("351,6 miljoen", "145,8 miljoen", "205,8 miljoen", "consistent"),
    ("315,6 miljoen", "145,8 miljoen", "205,8 miljoen", "inconsistent"),  # two digits changed places
    ("351,9 miljoen", "145,8 miljoen", "205,8 miljoen", "inconsistent"),  # one digit wrong
    ("351,7 miljoen", "145,8 miljoen", "205,8 miljoen", "unverifiable"),  # three roundings
    ("400,0 miljoen", "145,8 miljoen", "205,8 miljoen", "unverifiable"),  # there may be other parts
]


@pytest.mark.parametrize(("total", "first", "second", "verdict"), SUMS)
def test_total_and_parts(total: str, first: str, second: str, verdict: str, index: ObservationIndex, field: Field) -> None:
    text = f"Het fonds kent € {total} toe. € {first} is definitief en € {second} voorwaardelijk toegekend."
    made = [claim(quote, unit="EUR", kind="budget") for quote in (total, first, second)]
    checks = verdicts(text, index, field, *made)
    assert [check.verdict for check in checks] == [verdict, "unverifiable", "unverifiable"]
    if verdict == "consistent":
        assert checks[0].explanation_nl == f"{first} + {second} = {total}." and checks[0].reason is None


@pytest.mark.parametrize(("adjusted", "verdict"), [(None, "unverifiable"), (True, "unverifiable"), (False, "inconsistent")])
def test_seasonally_adjusted_parts_need_not_add_up(adjusted: bool | None, verdict: str, index: ObservationIndex, field: Field) -> None:
    text = "Er waren 351,9 duizend vacatures bij deze bedrijven, waarvan 145,8 duizend voltijd en 205,8 duizend deeltijd."
    more = {"population": "bij deze bedrijven", "adjusted": adjusted}
    made = [
        claim(quote, "open_vacancies", "2023KW02", "vacancies", **more) for quote in ("351,9 duizend", "145,8 duizend", "205,8 duizend")
    ]
    assert verdicts(text, index, field, *made)[0].verdict == verdict


def test_three_figures_without_a_word_of_parts_are_no_conflict(index: ObservationIndex, field: Field) -> None:
    text = "In 2022 ging het om 351,9 miljoen, in 2021 om 145,8 miljoen, in 2020 om 205,8 miljoen."
    made = [claim(quote, unit="EUR", kind="budget") for quote in ("351,9 miljoen", "145,8 miljoen", "205,8 miljoen")]
    assert {check.verdict for check in verdicts(text, index, field, *made)} == {"unverifiable"}


MULTIPLES = [("5.400", "2.700", "consistent"), ("7.000", "4.400", "inconsistent"), ("5.400", "2.500", "unverifiable")]


@pytest.mark.parametrize(("large", "small", "verdict"), MULTIPLES)
def test_het_dubbele(large: str, small: str, verdict: str, index: ObservationIndex, field: Field) -> None:
    text = f"De instroom (circa {large} baanwisselaars) is het dubbele van de uitstroom (circa {small} baanwisselaars)."
    two = claim("het dubbele", unit="multiple", kind="multiple", value=D(2), step=None)
    parts = [claim(f"{quote} baanwisselaars", approx="about", step=D(100)) for quote in (large, small)]
    assert verdicts(text, index, field, parts[0], two, parts[1])[1].verdict == verdict


SHARED = {"unit": "multiple", "kind": "multiple", "value": D(2), "step": None}
NOT_OF_THE_TWO = [
    ("Er zijn 7.000 deelnemers gestart. Dat is een verdubbeling van de 4.400 deelnemers in het jaar ervoor.", {}),  # over two sentences
    ("Met 7.000 deelnemers is meer dan een verdubbeling van de 2.900 deelnemers bereikt.", {"approx": "at_least"}),
    ("De 7.000 deelnemers zijn een verdubbeling, onder jongeren, van de 4.400 deelnemers.", {"population": "jongeren"}),
]


@pytest.mark.parametrize(("text", "more"), NOT_OF_THE_TWO)
def test_a_multiple_of_something_else_is_no_conflict(text: str, more: dict[str, object], index: ObservationIndex, field: Field) -> None:
    small = "4.400 deelnemers" if "4.400" in text else "2.900 deelnemers"
    parts = [claim(quote, step=D(100)) for quote in ("7.000 deelnemers", small)]
    checks = verdicts(text, index, field, parts[0], claim("verdubbeling", **{**SHARED, **more}), parts[1])
    assert checks[1].verdict == "unverifiable"


def test_half_is_a_multiple_too(index: ObservationIndex, field: Field) -> None:
    text = "De uitstroom (2.700 mensen) is de helft van de instroom (5.400 mensen)."
    half = claim("de helft", unit="multiple", kind="multiple", value=D("0.5"), step=None)
    parts = [claim(f"{quote} mensen", step=D(100)) for quote in ("2.700", "5.400")]
    assert verdicts(text, index, field, parts[0], half, parts[1])[1].verdict == "consistent"


def test_a_multiple_beside_other_units_says_nothing(index: ObservationIndex, field: Field) -> None:
    text = "De instroom van 5.400 mensen is het dubbele van 2.700 banen."
    two = claim("het dubbele", unit="multiple", kind="multiple", value=D(2), step=None)
    made = [claim("5.400 mensen"), two, claim("2.700 banen", unit="jobs")]
    assert verdicts(text, index, field, *made)[1].verdict == "unverifiable"


def shortages(both: str, *parts: str) -> tuple[str, list[Claim]]:
    text = f"Het tekort in het primair en voortgezet onderwijs is {both} fte. Primair: {parts[0]} fte. Voortgezet: {parts[1]} fte."
    names = (BOTH, PRIMARY, SECONDARY)
    made = [claim(f"{q} fte", name, unit="fte", step=D(100)) for q, name in zip((both, *parts), names, strict=True)]
    return text, [made[0], replace(made[1], period="2023MM10"), replace(made[2], period="2023MM10")]


def test_the_figure_of_one_group_given_for_two(index: ObservationIndex, field: Field) -> None:
    text, made = shortages("9.800", "9.800", "3.800")
    checks = verdicts(text, index, field, *made)
    assert [check.verdict for check in checks] == ["inconsistent", "unverifiable", "unverifiable"]
    assert "3.800 fte" in checks[0].explanation_nl


def test_parts_known_by_their_sector(index: ObservationIndex, field: Field) -> None:
    text, made = shortages("9.800", "9.800", "3.800")
    parts = [replace(one, indicator=None, sector=f"{name}_education") for one, name in zip(made[1:], ("primary", "secondary"), strict=True)]
    assert verdicts(text, index, field, made[0], *parts)[0].verdict == "inconsistent"


@pytest.mark.parametrize(("both", "primary", "secondary"), [("8.000", "9.800", "3.800"), ("13.600", "9.800", "3.800")])
def test_another_total_is_no_slip_of_population(both: str, primary: str, secondary: str, index: ObservationIndex, field: Field) -> None:
    text, made = shortages(both, primary, secondary)
    assert "inconsistent" not in {check.verdict for check in verdicts(text, index, field, *made)}


POINTS = [
    ("Het aantal werknemers nam toe met 2,1 procentpunt.", "employees", "inconsistent"),
    ("Het aandeel werknemers nam toe met 2,1 procentpunt.", "employees", "unverifiable"),
    ("Het aantal vacatures steeg met 2,1 procentpunt.", None, "unverifiable"),  # no indicator, nothing pointed back to
    ("Bij gemeenten ontstonden 13.000 vacatures. Dit is een stijging van 2,1 procentpunt.", None, "inconsistent"),
    ("De werkloosheid is 3,7 procent. Dit is een stijging van 2,1 procentpunt.", None, "unverifiable"),
]


@pytest.mark.parametrize(("text", "indicator", "verdict"), POINTS)
def test_growth_of_a_count_in_percentage_points(
    text: str, indicator: str | None, verdict: str, index: ObservationIndex, field: Field
) -> None:
    made = [claim("2,1 procentpunt", indicator, "2024KW01", "percentage_point", kind="change", base_period="2023KW01")]
    if "13.000" in text:
        made.insert(0, claim("13.000 vacatures", None, "2024KW01", "vacancies", approx="at_least"))
    if "3,7" in text:
        made.insert(0, claim("3,7 procent", "unemployment_rate", None, "percent", kind="share"))
    check = verdicts(text, index, field, *made)[-1]
    assert check.verdict == verdict
    assert ("unit_suspect" in check.caveats) or verdict == "unverifiable"


DIRECTIONS = [
    ("Het aantal is gedaald van 445 duizend naar 397 duizend vacatures.", "supported"),
    ("Het aantal is gestegen van 445 duizend naar 397 duizend vacatures.", "inconsistent"),
    ("Het aantal liep landelijk nog wat op, van 445 duizend naar 397 duizend vacatures.", "inconsistent"),
    ("Het aantal nam iets af, van 445 duizend naar 397 duizend vacatures.", "supported"),
    ("Het aantal is niet gestegen maar ging van 445 duizend naar 397 duizend vacatures.", "supported"),
    ("Het aantal ging van 445 duizend naar 397 duizend vacatures.", "supported"),
]


@pytest.mark.parametrize(("text", "verdict"), DIRECTIONS)
def test_the_verb_against_the_two_figures(text: str, verdict: str, index: ObservationIndex, field: Field) -> None:
    pair = {"kind": "change", "base_period": "2022KW03", "base_value": D(445000), "end_value": D(397000), "step": D(1000)}
    quote = "van 445 duizend naar 397 duizend"
    made = claim(quote, "open_vacancies", "2024KW03", "vacancies", value=D(-48000), **pair)
    check = verdicts(text, index, field, made)[0]
    assert check.verdict == verdict, check.explanation_nl


def test_the_verb_belongs_to_the_change_stated_beside_the_pair(index: ObservationIndex, field: Field) -> None:
    text = "Het aantal is met 48 duizend gestegen, van 445 duizend naar 397 duizend vacatures."
    more = {"kind": "change", "base_period": "2022KW03"}
    told = claim("48 duizend", "open_vacancies", None, "vacancies", kind="change")
    ends = {"value": D(-48000), "base_value": D(445000), "end_value": D(397000), "step": D(1000)}
    pair = claim("van 445 duizend naar 397 duizend", "open_vacancies", "2024KW03", "vacancies", **more, **ends)
    assert [check.verdict for check in verdicts(text, index, field, told, pair)] == ["inconsistent", "supported"]


STATED = [
    ("48 duizend", "vacancies", "-48000", "1000", "consistent"),
    ("84 duizend", "vacancies", "-84000", "1000", "inconsistent"),
    ("11 procent", "percent", "-11", "1", "consistent"),
    ("16 procent", "percent", "-16", "1", "inconsistent"),
    ("11 procentpunt", "percentage_point", "-11", "1", "unverifiable"),
]


@pytest.mark.parametrize(("quote", "unit", "value", "step", "verdict"), STATED)
def test_the_change_stated_beside_its_two_ends(
    quote: str, unit: str, value: str, step: str, verdict: str, index: ObservationIndex, field: Field
) -> None:
    text = f"Van 445 duizend naar 397 duizend vacatures bij deze bedrijven, een daling met {quote}."
    more = {"kind": "change", "base_period": "2022KW03", "population": "bij deze bedrijven"}
    ends = {"value": D(-48000), "base_value": D(445000), "end_value": D(397000), "step": D(1000)}
    pair = claim("Van 445 duizend naar 397 duizend", "open_vacancies", "2024KW03", "vacancies", **more, **ends)
    own = claim(quote, "open_vacancies", "2024KW03", unit, **more, value=D(value), step=D(step))
    assert verdicts(text, index, field, pair, own)[1].verdict == verdict


def care(quote: str, **more: object) -> Claim:
    return claim(quote, "care_shortage", "2033JJ00", **{"kind": "forecast", **more})


def test_a_rounded_repeat_agrees_with_the_exact_figure(index: ObservationIndex, field: Field) -> None:
    text = "Het tekort is in 2033 195.000 personen. In 2033 zijn dat bijna 200.000 medewerkers."
    checks = verdicts(text, index, field, care("195.000 personen"), care("200.000 medewerkers", approx="almost"))
    assert [check.verdict for check in checks] == ["unverifiable", "consistent"]
    assert "195.000 personen" in checks[1].explanation_nl


def test_two_figures_for_one_quantity_conflict(index: ObservationIndex, field: Field) -> None:
    """The one that a maker published stands; the other is in conflict with it."""
    text = "Het tekort is in 2033 195.000 personen. Het tekort van 159.000 personen in 2033 vraagt om inzet."
    checks = verdicts(text, index, field, care("195.000 personen"), care("159.000 personen"))
    assert [check.verdict for check in checks] == ["unverifiable", "inconsistent"]


NO_CONFLICT = [
    ("Het tekort is in 2033 in de zorg 195.000 personen en bij de rest 159.000 personen.", {}),  # enumerated
    ("In het referentiescenario is het tekort in 2033 195.000 personen. Het tekort is dan 159.000 personen.", {}),
    ("Het tekort is in 2033 195.000 personen. Het tekort is dan 190.000 personen.", {}),  # both published
    ("Het tekort is in 2033 195.000 personen. Het tekort is dan 159.000 personen.", {"period_inferred": True}),
    ("Het tekort is in 2033 195.000 personen. Het tekort is dan 159.000 personen.", {"approx": "about"}),
    ("Het tekort is in 2033 195.000 personen. Het tekort is dan 159.000 personen.", {"kind": "target"}),
    ("Het tekort is in 2033 195.000 personen. Het tekort is dan 159.000 personen.", {"footnote": "12"}),
]


@pytest.mark.parametrize(("text", "more"), NO_CONFLICT)
def test_a_difference_that_can_be_explained_is_no_conflict(
    text: str, more: dict[str, object], index: ObservationIndex, field: Field
) -> None:
    second = "190.000 personen" if "190.000" in text else "159.000 personen"
    checks = verdicts(text, index, field, care("195.000 personen"), care(second, **more))
    assert {check.verdict for check in checks} == {"unverifiable"}


TENSIONS = [
    ("In het referentiescenario is het tekort in 2033 195.000 personen. Het tekort is dan 159.000 personen.", "159.000 personen", {}, True),
    ("Het tekort is in 2033 195.000 personen. Het tekort is dan 159.000 personen.", "159.000 personen", {"approx": "about"}, True),
    ("Het tekort is in 2033 195.000 personen. Het tekort is dan 159.000 personen.", "159.000 personen", {"footnote": "12"}, True),
    ("Het tekort is in 2033 195.000 personen. Ongeveer 42.000 personen zijn nodig.", "42.000 personen", {"approx": "about"}, False),
    ("Het tekort is in 2033 195.000 personen. Het tekort is dan 159.000 personen.", "159.000 personen", {"period_inferred": True}, False),
]


@pytest.mark.parametrize(("text", "second", "more", "said"), TENSIONS)
def test_two_figures_that_may_both_be_right_are_a_remark(
    text: str, second: str, more: dict[str, object], said: bool, index: ObservationIndex, field: Field
) -> None:
    checks = verdicts(text, index, field, care("195.000 personen"), care(second, **more))
    assert {check.verdict for check in checks} == {"unverifiable"}
    assert ("staat hiervoor “195.000 personen” (2033)" in checks[1].explanation_nl) is said
    assert (f"the figure for this is “{second}” (2033)" in checks[0].explanation_en) is said


def test_another_letter_with_another_figure_is_a_remark(index: ObservationIndex, field: Field) -> None:
    one, other = care("195.000 personen"), replace(care("159.000 personen"), letter="andere")
    checks = checked_all([one, other], index, field, [letter(), letter(name="andere", title="Zorgbrief")])
    assert "In “Zorgbrief” staat hiervoor “159.000 personen” (2033)." in checks[0].explanation_nl


def test_figures_borne_out_by_cbs_are_left_alone(index: ObservationIndex, field: Field) -> None:
    text = "Er waren 445 duizend vacatures. Er waren bijna 450 duizend vacatures."
    one = claim("445 duizend", "open_vacancies", "2022KW03", "vacancies")
    other = claim("450 duizend", "open_vacancies", "2022KW03", "vacancies", approx="almost")
    checks = verdicts(text, index, field, one, other)
    assert [check.verdict for check in checks] == ["supported", "supported"]
    assert "komt overeen met" in checks[1].explanation_nl


def test_two_letters_may_differ(index: ObservationIndex, field: Field) -> None:
    one, other = care("195.000 personen"), replace(care("159.000 personen"), letter="andere")
    checks = checked_all([one, other], index, field, [letter(), letter(name="andere")])
    assert {check.verdict for check in checks} == {"unverifiable"}


def test_the_second_rendition_of_a_letter_is_not_compared_with_it(index: ObservationIndex, field: Field) -> None:
    one = care("195.000 personen")
    other = replace(care("200.000 personen", approx="almost"), letter="scan")
    checks = checked_all([one, other], index, field, [letter(), letter(name="scan", same_letter_as="brief")])
    assert {check.verdict for check in checks} == {"unverifiable"}


SENTENCE = "Eind 2024 hebben 9,8 miljoen mensen in Nederland betaald werk in het {quarter} kwartaal."


def test_the_same_sentence_about_another_quarter_is_a_remark(index: ObservationIndex, field: Field) -> None:
    texts = [SENTENCE.format(quarter=quarter) for quarter in ("tweede", "derde")]
    letters = [letter(texts[0]), letter(texts[1], name="andere", title="Brief over krapte")]
    made = [claim("9,8 miljoen", "employed_persons", period) for period in ("2024KW02", "2024KW03")]
    one, other = placed(texts[0], made[0])[0], replace(placed(texts[1], made[1])[0], letter="andere")
    checks = checked_all([one, other], index, field, letters)
    assert [check.verdict for check in checks] == ["supported", "supported"]
    assert "Dezelfde zin staat in “Brief over krapte” over derde kwartaal 2024." in checks[0].explanation_nl
    assert "The same sentence stands in “brief” about Q2 2024." in checks[1].explanation_en


def test_two_renditions_with_different_figures_are_told_apart(index: ObservationIndex, field: Field) -> None:
    texts = [
        "Er zijn vijfendertig regio’s in het hele land, 35 om precies te zijn.",
        "Er zijn vijfendertig regio’s in het hele land, 36 om precies te zijn.",
    ]
    letters = [letter(texts[0]), letter(texts[1], name="scan", same_letter_as="brief")]
    one = placed(texts[0], claim("35", unit="count"))[0]
    other = replace(placed(texts[1], claim("36", unit="count"))[0], letter="scan")
    checks = checked_all([one, other], index, field, letters)
    assert "De andere weergave van deze brief heeft hier “36”." in checks[0].explanation_nl
    assert {check.verdict for check in checks} == {"unverifiable"}


@pytest.mark.parametrize(
    ("first", "second"),
    [("Er zijn 35 regio’s.", "Er zijn 36 regio’s."), ("Het zijn er 35 bij ons in het land.", "Het waren er 36 bij hen.")],
)
def test_short_or_other_sentences_are_not_taken_for_one(first: str, second: str, index: ObservationIndex, field: Field) -> None:
    letters = [letter(first), letter(second, name="scan", same_letter_as="brief")]
    one = placed(first, claim("35", unit="count"))[0]
    other = replace(placed(second, claim("36", unit="count"))[0], letter="scan")
    for check in checked_all([one, other], index, field, letters):
        assert "weergave" not in check.explanation_nl


def test_growth_in_points_that_is_the_growth_in_percent_is_told_with_its_cells(index: ObservationIndex, field: Field) -> None:
    text = "Het aantal werklozen nam in een jaar toe met 2,2 procentpunt."
    made = claim("2,2 procentpunt", "unemployed_persons", "2024KW03", "percentage_point", kind="change", base_period="2023KW03")
    check = verdicts(text, index, field, made)[0]
    assert check.verdict == "inconsistent" and check.near_miss is not None and check.near_miss.kind == "unit"
    assert len(check.evidence) == 2 and "374 duizend personen" in check.explanation_nl
    assert "meer dan één manier" not in check.explanation_nl and check.reason is None


BEHIND = [("47 duizend", "consistent"), ("74 duizend", "inconsistent")]


@pytest.mark.parametrize(("quote", "verdict"), BEHIND)
def test_a_change_right_behind_its_pair_needs_no_base_of_its_own(quote: str, verdict: str, index: ObservationIndex, field: Field) -> None:
    text = f"Het aantal werklozen ging van 327 duizend naar 374 duizend, {quote} meer."
    ends = {"value": D(47000), "base_value": D(327000), "end_value": D(374000), "step": D(1000), "base_period": "2022KW02"}
    pair = claim("van 327 duizend naar 374 duizend", "unemployed_persons", "2022KW02..2024KW03", kind="change", **ends)
    own = claim(quote, "unemployed_persons", "2024KW03", kind="change")
    checks = verdicts(text, index, field, pair, own)
    assert [check.verdict for check in checks] == ["supported", verdict]
    other = replace(own, indicator="employed_persons")
    assert verdicts(text, index, field, pair, other)[1].verdict not in ("consistent", "inconsistent")


def test_a_pair_of_a_letter_that_is_not_at_hand_has_no_verb(index: ObservationIndex, field: Field) -> None:
    ends = {"value": D(47000), "base_value": D(327000), "end_value": D(374000), "step": D(1000), "base_period": "2022KW02"}
    pair = claim("van 327 duizend naar 374 duizend", "unemployed_persons", "2024KW03", kind="change", **ends)
    assert checked_all([pair], index, field, [])[0].verdict == "supported"


LEVELS = "Eind juni waren er {then} duizend vacatures. Eind september waren dat er {now} duizend, een {word} van 2,2 duizend."
AROUND = [
    ("14,7", "12,5", "stijging", "inconsistent"),
    ("12,5", "14,7", "stijging", "unverifiable"),
    ("14,7", "12,4", "stijging", "unverifiable"),  # not the difference of these two
    ("14,7", "12,5", "stijging (na een daling eerder)", "unverifiable"),  # of which the sign was read cannot be said
]


@pytest.mark.parametrize(("then", "now", "word", "verdict"), AROUND)
def test_a_rise_behind_two_levels_that_fell(then: str, now: str, word: str, verdict: str, index: ObservationIndex, field: Field) -> None:
    text = LEVELS.format(then=then, now=now, word=word)
    more = {"sector": "P", "population": "bij kleine scholen"}
    made = [claim(f"{then} duizend", "open_vacancies", "2023KW02", "vacancies", **more)]
    made.append(claim(f"{now} duizend", "open_vacancies", "2023KW03", "vacancies", **more))
    made.append(claim("2,2 duizend", "open_vacancies", "2023KW03", "vacancies", kind="change", **more))
    assert verdicts(text, index, field, *made)[2].verdict == verdict
