"""Which numbers assert something about the world. Everything else gets a class or a reason, so that an account adds up."""

from __future__ import annotations

import re

from claims.grammar import Grammar
from claims.quantities import Quantity

_DURATIONS = ("years", "months", "weeks", "quarters")
_ATTRIBUTE_BEFORE = re.compile(
    r"\b(?:afgelopen|voorbije|laatste|komende|aankomende|volgende|voorgaande|eerstvolgende|eerstkomende|binnen|om de|elke|iedere"
    r"|over|gedurende|diezelfde|dezelfde"
    r"|in de tijd van|na|sinds|voor|in|van|tijdens|per|(?:binnen|voor) een periode van|horizon van|gemiddeld) (?:de |het |ruim "
    r"|circa |ongeveer |maximaal |nog )?$"
)
_RULE_WORDS = re.compile(
    r"wettelijk|verplicht|recht op|loondoorbetaling|beslistermijn|streeftermijn|passend|uitkering|ww\b|wia\b|termijn|proeftijd"
    r"|opzegtermijn|ketenregeling|tussenpoos"
    r"|maatregel|duur van|looptijd|wachttijd|referte-eis|arbeidsverleden|verkort|verlengd|gemiddelde \("
)
_LONGER_THAN = re.compile(r"(?:langer|korter|minder|meer) dan(?: een periode van)? $")
_ATTRIBUTE_RULE = re.compile(
    r"\b(?:afgelopen|voorbije|laatste|komende|aankomende|volgende|voorgaande|binnen|elke|iedere|over|gedurende|om de"
    r"|tijdens) (?:de |het )?$"
)
_SIZE_OF_FIRM = re.compile(
    r"(?:bedrijf|bedrijven|werkgevers?|organisaties?|ondernemingen|onderneming|instellingen|teams|gemeenten|scholen"
    r"|werkgevers?) (?:met|tot|vanaf|van|boven de|onder de)"
    r"(?: (?:minder dan|meer dan|maximaal|minimaal|ten minste|minstens|tot|circa|hooguit|ten hoogste))? $|bedrijven \((?:tot|vanaf|met) $"
)
_STAFF = re.compile(r" (?:of (?:meer|minder) )?(?:werkzame personen|werknemers|medewerkers)\b")
_LARGEST = 1000  # persons; no size class begins higher
_AT_A_FIRM = re.compile(r" (?:of meer )?werkzame personen\b")  # "10 tot 100 werkzame personen" is a size of firms
_SMALL_COUNTABLE = 12
_MANY_MEMBERS = 500  # members of a union, not the paragraphs ("leden") of an article or the members of a chamber
_PER_TIME = re.compile(r" (?:per|in de|elk|ieder) ")
_NOT_COUNTED = re.compile(
    r"(?:jaar|jaren|maanden|weken|dagen|uur|uren|minuten|seconden|graden|meter|kilometer|kilo|liter|ton|keer|maal|leden|sterren"
    r"|eeuw|eeuwen|decennia|januari|februari|maart|april|mei|juni|juli"
    r"|augustus|september|oktober|november|december|stemmen|zetels|hectare|megawatt|gigawatt|procentpunten|tekens|letters|cijfers"
    r"|nummers|artikelen|kamerstukken|lid|alinea[’']s)$"
)


def select(text: str, lower: str, q: Quantity, start: int, end: int, others: int, grammar: Grammar) -> tuple[str, str] | None:
    """None for a claim; else ("non_claim", class) or ("refused", reason). ``others`` counts the sentence's further quantities."""
    before = lower[max(start, q.start - 40) : q.start]
    small_word = q.word and not q.scaled and q.value is not None and q.value <= _SMALL_COUNTABLE and q.end_value is None
    if (
        small_word
        and grammar.enumerating.search(before)
        and q.unit not in ("percent", "EUR")
        and not ("eerste" in before and q.unit in _DURATIONS)
    ):
        return "non_claim", "enumeration_counter"
    if q.unit in _DURATIONS:
        return _duration(lower, q, start, end, before, grammar)
    if q.unit == "days":
        asserted = bool(grammar.hedge_after.match(lower, q.end, q.end + 14)) or bool(
            _RULE_WORDS.search(lower, start, end) and not _ATTRIBUTE_RULE.search(before)
        )
        q.unit = "count"
        return None if asserted else ("non_claim", "period_attribute")
    if q.unit == "hours":
        q.unit = "hours_per_week"
        return (
            None
            if re.search(r"gemiddeld|arbeidsduur|werkweek|uren per", lower[start:end]) or "unit.from_to" in q.rules
            else ("non_claim", "hours_attribute")
        )
    if q.unit == "multiple" and "multiple.verb" not in q.rules and "multiple.times" not in q.rules:
        return "non_claim", "frequency"
    if others and q.unit in ("percent", "fte") and grammar.threshold.search(before) and "unit.from_to" not in q.rules:
        return "non_claim", "threshold_attribute"
    if q.unit == "percent" and others and re.search(r"\btot $", before) and re.match(r"\)? (?:boven|onder)", lower[q.end : q.end + 9]):
        return "non_claim", "threshold_attribute"
    if _SIZE_OF_FIRM.search(before) and _STAFF.match(lower, q.number_end):
        return "non_claim", "threshold_attribute"
    if q.unit == "persons" and (
        _SIZE_OF_FIRM.search(before) or (not q.scaled and (q.value or 0) <= _LARGEST and _AT_A_FIRM.match(lower, q.number_end))
    ):
        return "non_claim", "threshold_attribute"
    if "fraction.n_of_m" in q.rules and grammar.counter.fullmatch(q.noun):
        return "non_claim", "enumeration_counter"
    if q.unit is None:
        return _without_unit(lower, q, before, end, small_word, grammar)
    if small_word and q.unit in ("persons", "jobs") and not q.ratio and grammar.counter.fullmatch(q.noun or ""):
        return "non_claim", "enumeration_counter"
    return None


def _duration(lower: str, q: Quantity, start: int, end: int, before: str, grammar: Grammar) -> tuple[str, str] | None:
    """A duration is a claim when it is what is asserted; one that only dates another figure is an attribute (annotation rules)."""
    if "streak.counted" in q.rules:
        return None
    after = lower[q.end : q.end + 16]
    if re.match(r" (?:geleden|eerder|later|ervoor|daarvoor|ervaring|oud|of ouder|en ouder|terug)\b", after):
        return "non_claim", "period_attribute"
    ahead = bool(re.search(r"(?:komende|nog|eerstkomende) $", before))
    if ahead and grammar.lasting.search(lower, q.end, end):
        return None
    rule = _RULE_WORDS.search(lower, start, end)
    if re.search(r"eerste $", before):
        return None if re.search(r"recht op|verplicht|loondoorbetaling|wettelijk", lower[start:end]) else ("non_claim", "period_attribute")
    if re.search(r"een periode van $|termijn van $", before):
        return None if rule or re.search(r"beslis|behandel|afhandel", lower[start:end]) else ("non_claim", "period_attribute")
    if _ATTRIBUTE_RULE.search(before):
        return "non_claim", "period_attribute"
    if _LONGER_THAN.search(before) and not re.search(r"\bdu(?:ren|urt|urde)\b", lower[start:end]):
        return "non_claim", "threshold_attribute"
    if _ATTRIBUTE_BEFORE.search(before) and not rule:
        return "non_claim", "period_attribute"
    return None


def _without_unit(lower: str, q: Quantity, before: str, end: int, small_word: bool, grammar: Grammar) -> tuple[str, str] | None:
    """A bare number: a count of things when a plural noun follows; else refused, for want of a unit."""
    found = grammar.generic.match(lower, q.number_end, min(end, q.number_end + 60))
    if (
        found is None
        and re.search(r"\b(?:zijn|waren|waarvan|daarvan|hiervan|waarvan) er(?: inmiddels| nu| al| nog| intussen)? $", before)
        and q.value is not None
    ):
        q.unit = "count"
        q.rules.append("unit.of_that")
        return None
    if found is None:
        return ("non_claim", "enumeration_counter") if small_word else ("refused", "no_unit")
    noun = found["noun"]
    if noun.endswith("leden") and q.value is not None and q.value >= _MANY_MEMBERS:
        q.unit, q.noun, q.end = "persons", noun, found.end()
        q.rules.append("unit.members")
        return None
    if grammar.counter.fullmatch(noun) and q.value is not None and q.value <= 20:
        return "non_claim", "enumeration_counter"
    if _NOT_COUNTED.fullmatch(noun):
        return ("non_claim", "frequency") if small_word else ("refused", "no_unit")
    world = grammar.countable.fullmatch(noun) is not None
    if not world and (small_word or (q.value is not None and q.value <= 3)):
        return "non_claim", "enumeration_counter"
    if not world and q.value is not None and 1900 < q.value < 2100 and q.value_text.isdigit():
        return "refused", "no_unit"
    q.unit, q.noun, q.end = "count", noun, found.end()
    q.rules.append("unit.counted_things" if world else "unit.counted_noun")
    return None
