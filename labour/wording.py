"""What a reader sees: names of verdicts, reasons, caveats, units, hedges and kinds in Dutch and English, and numbers in print.

Every function takes the language last ("nl" or "en"); an id without a name is shown as it is, so that nothing is hidden.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

Names = Mapping[str, tuple[str, str]]  # id -> (Dutch, English)

SIGNS: Mapping[str, str] = {
    "supported": "✓",
    "supported_when_published": "◷",
    "deviates": "✗",
    "consistent": "≈",
    "inconsistent": "!",
    "unverifiable": "?",
}

VERDICT_NAMES: Names = {
    "supported": ("klopt", "correct"),
    "supported_when_published": ("klopte bij publicatie, sindsdien herzien", "correct when published, since revised"),
    "deviates": ("wijkt af", "deviates"),
    "consistent": ("rekent rond", "adds up"),
    "inconsistent": ("intern strijdig", "contradicts itself"),
    "unverifiable": ("niet te toetsen", "cannot be checked"),
}

SHORT_VERDICT_NAMES: Names = {**VERDICT_NAMES, "supported_when_published": ("klopte bij publicatie", "correct when published")}

REASON_NAMES: Names = {
    "forecast": ("Dit is een verwachting; die is niet te toetsen aan waarnemingen.", "This is a forecast; observations cannot check it."),
    "target": ("Dit is een doel of voornemen, geen waarneming.", "This is a target or intention, not an observation."),
    "other_source": ("Dit cijfer komt uit een andere bron dan CBS StatLine.", "This figure comes from a source other than CBS StatLine."),
    "no_indicator": ("Het is geen cijfer dat Cijfertoets van CBS kent.", "It is not a figure that Cijfertoets knows from CBS."),
    "no_period": ("De brief noemt geen periode waarover het cijfer gaat.", "The letter names no period for the figure."),
    "not_published": (
        "CBS had dit cijfer op de datum van de brief nog niet gepubliceerd.",
        "CBS had not published this figure on the letter's date.",
    ),
    "not_in_snapshot": (
        "Het cijfer zoals bekend op de datum van de brief is niet in de vastgelegde cijfers.",
        "The figure as known on the letter's date is not among the figures held.",
    ),
    "ambiguous": ("De zin kan op meer dan één manier worden gelezen.", "The sentence can be read in more than one way."),
    "qualitative": ("De uitspraak bevat geen getal dat te toetsen is.", "The statement holds no number that can be checked."),
}

SHORT_REASON_NAMES: Names = {
    "forecast": ("verwachting", "forecast"),
    "target": ("doel", "target"),
    "other_source": ("andere bron", "other source"),
    "no_indicator": ("geen CBS-cijfer", "no CBS figure"),
    "no_period": ("geen periode", "no period"),
    "not_published": ("niet gepubliceerd", "not published"),
    "not_in_snapshot": ("niet vastgelegd", "not held"),
    "ambiguous": ("meerduidig", "ambiguous"),
    "qualitative": ("geen getal", "no number"),
}

CAVEAT_NAMES: Names = {
    "provisional": ("Het cijfer is voorlopig.", "The figure is provisional."),
    "may_be_revised": ("CBS kan het cijfer nog herzien.", "CBS may still revise the figure."),
    "period_inferred": ("De periode is afgeleid uit de datum van de brief.", "The period is inferred from the letter's date."),
    "letter_date_imprecise": (
        "Van de brief is alleen de maand bekend; de laatste dag ervan telt.",
        "Only the month of the letter is known; its last day counts.",
    ),
    "vintage_after_letter": ("De vergeleken stand is van na de brief.", "The state compared dates from after the letter."),
    "superseded_before_letter": (
        "De brief noemt een stand die op de datum van de brief al was vervangen.",
        "The letter quotes a state that had been replaced before its date.",
    ),
    "first_publication_differs": ("Bij de eerste publicatie was het cijfer anders.", "The figure was different when first published."),
    "method_break": ("De meetmethode is tussentijds veranderd.", "The method of measurement changed in between."),
    "rounding_only": ("Klopt alleen dankzij de afronding.", "Correct only because of rounding."),
    "unit_suspect": ("De eenheid in de brief past niet bij het cijfer.", "The unit in the letter does not fit the figure."),
    "other_definition": ("De brief gebruikt een andere definitie dan CBS.", "The letter uses another definition than CBS."),
    "single_source": ("Het cijfer is alleen bekend uit een secundaire bron.", "The figure is known from a secondary source only."),
}

NEAR_MISS_NAMES: Names = {
    "period": ("Het getal hoort bij een andere periode.", "The number belongs to another period."),
    "adjustment": (
        "Het getal hoort bij de reeks met of juist zonder seizoencorrectie.",
        "The number belongs to the series with, or rather without, seasonal adjustment.",
    ),
    "scale": ("Het getal scheelt een factor tien, honderd of duizend.", "The number is off by a factor of ten, hundred or thousand."),
    "unit": ("Het getal hoort bij een andere eenheid.", "The number belongs to another unit."),
    "sign": ("De verandering gaat de andere kant op.", "The change goes the other way."),
    "inverse_ratio": ("De verhouding staat omgekeerd.", "The ratio is the wrong way round."),
    "population": ("Het getal hoort bij een andere groep.", "The number belongs to another group."),
    "vintage": ("Het getal hoort bij een andere stand van de cijfers.", "The number belongs to another state of the figures."),
}

HEDGE_NAMES: Names = {
    "exact": ("precies", "exactly"),
    "about": ("ongeveer", "about"),
    "almost": ("bijna", "almost"),
    "just_under": ("een krappe", "just under"),
    "just_over": ("ruim", "just over"),
    "at_least": ("ten minste", "at least"),
    "at_most": ("ten hoogste", "at most"),
}

KIND_NAMES: Names = {
    "level": ("stand", "level"),
    "share": ("aandeel", "share"),
    "ratio": ("verhouding", "ratio"),
    "change": ("verandering", "change"),
    "streak": ("reeks op rij", "streak"),
    "record": ("record", "record"),
    "multiple": ("veelvoud", "multiple"),
    "sum": ("som", "sum"),
    "forecast": ("verwachting", "forecast"),
    "target": ("doel", "target"),
    "budget": ("budget", "budget"),
    "legal": ("wettelijke grens", "legal threshold"),
}

FATE_NAMES: Names = {
    "claim": ("bewering", "claim"),
    "refused": ("geweigerde bewering", "refused claim"),
    "non_claim": ("geen bewering", "not a claim"),
}

STATUS_NAMES: Names = {
    "definitief": ("definitief", "final"),
    "nader voorlopig": ("nader voorlopig", "revised provisional"),
    "voorlopig": ("voorlopig", "provisional"),
    "unknown": ("onbekend", "unknown"),
}

UNIT_NAMES: Names = {
    "persons": ("personen", "persons"),
    "percent": ("procent", "percent"),
    "percentage_point": ("procentpunt", "percentage points"),
    "fte": ("fte", "fte"),
    "count": ("aantal", "count"),
    "rank": ("rangorde", "rank"),
    "years": ("jaar", "years"),
    "months": ("maanden", "months"),
    "weeks": ("weken", "weeks"),
    "quarters": ("kwartalen", "quarters"),
    "hours_per_week": ("uur per week", "hours per week"),
    "vacancies": ("vacatures", "vacancies"),
    "jobs": ("banen", "jobs"),
    "households": ("huishoudens", "households"),
    "EUR": ("euro", "euros"),
    "fraction": ("deel van het geheel", "fraction"),
    "multiple": ("keer", "times"),
    "per_100": ("per 100", "per 100"),
    "per_1000": ("per 1.000", "per 1,000"),
}

_SINGULAR: Names = {
    "persons": ("persoon", "person"),
    "percentage_point": ("procentpunt", "percentage point"),
    "years": ("jaar", "year"),
    "months": ("maand", "month"),
    "weeks": ("week", "week"),
    "quarters": ("kwartaal", "quarter"),
    "hours_per_week": ("uur per week", "hour per week"),
    "vacancies": ("vacature", "vacancy"),
    "jobs": ("baan", "job"),
    "households": ("huishouden", "household"),
    "multiple": ("keer", "time"),
}


def name(names: Names, key: str | None, language: str = "nl") -> str:
    """The name of an id in one of the tables above; the id itself when it has none, "" for None."""
    if key is None:
        return ""
    pair = names.get(key)
    return key if pair is None else pair[1 if language == "en" else 0]


def verdict(key: str, language: str = "nl") -> str:
    """Sign and name: "✓ klopt". The sign says the same as the colour does, for whoever does not see colour."""
    return f"{SIGNS.get(key, '')} {name(SHORT_VERDICT_NAMES, key, language)}".strip()


def reason(key: str | None, language: str = "nl") -> str:
    return name(REASON_NAMES, key, language)


def caveat(key: str, language: str = "nl") -> str:
    return name(CAVEAT_NAMES, key, language)


def near_miss(key: str, language: str = "nl") -> str:
    return name(NEAR_MISS_NAMES, key, language)


def hedge(key: str, language: str = "nl") -> str:
    return name(HEDGE_NAMES, key, language)


def kind(key: str, language: str = "nl") -> str:
    return name(KIND_NAMES, key, language)


def fate(key: str, language: str = "nl") -> str:
    return name(FATE_NAMES, key, language)


def status(key: str, language: str = "nl") -> str:
    """A cell's status as its publisher words it."""
    return name(STATUS_NAMES, key, language)


def unit(key: str, language: str = "nl") -> str:
    return name(UNIT_NAMES, key, language)


def dutch(value: Decimal, decimals: int | None = None) -> str:
    """1234.5 as "1.234,5": with the decimals it carries (66.0 stays "66,0"), or rounded half up to ``decimals``."""
    return english(value, decimals).translate(str.maketrans(",.", ".,"))


def english(value: Decimal, decimals: int | None = None) -> str:
    """1234.5 as "1,234.5", rounded as in ``dutch``."""
    if decimals is not None:
        value = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return f"{value if value else abs(value):,f}"


def number(value: Decimal, language: str = "nl", decimals: int | None = None) -> str:
    return english(value, decimals) if language == "en" else dutch(value, decimals)


def quantity(value: Decimal, unit_key: str, language: str = "nl", decimals: int | None = None) -> str:
    """A value with its unit as a sentence prints it: "445.000 vacatures", "66,0%", "€ 1.800", "106 per 100"."""
    printed = number(value, language, decimals)
    if unit_key in ("count", "fraction"):
        return printed
    if unit_key == "percent":
        return f"{printed}%"
    if unit_key == "EUR":
        return f"€ {printed}" if language != "en" else f"€{printed}"
    if unit_key == "rank":
        return f"nummer {printed}" if language != "en" else f"number {printed}"
    words = _SINGULAR if abs(value) == 1 and unit_key in _SINGULAR else UNIT_NAMES
    return f"{printed} {name(words, unit_key, language)}"
