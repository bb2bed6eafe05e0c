"""Numbers with their units: "106 vacatures per 100 werklozen", "4 op de 5", "een derde", "€ 2,9 miljard", "32 ingediende plannen".

A Quantity is found by its own words only; what it is about is decided later (meaning.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from claims.grammar import Grammar
from claims.numerals import Numeral


@dataclass(slots=True)
class Quantity:
    """A number being read. Positions are in reading text; ``uses`` are further number spans it has swallowed ("per 100")."""

    start: int
    end: int
    number_start: int
    number_end: int
    value: Decimal | None
    value_text: str
    step: Decimal | None
    unit: str | None
    noun: str = ""  # the word of the unit, lower case
    ratio: bool = False
    word: bool = False
    scaled: bool = False
    places: int = 0
    end_value: Decimal | None = None
    rules: list[str] = field(default_factory=list)
    uses: list[tuple[int, int]] = field(default_factory=list)


_RATIO_AFTER = re.compile(
    r"[^.;:\d]{0,24}? (?:per|op|voor|tegenover|op de|van(?= (?:elke|iedere) duizend banen)) (?:elke|iedere|de)? ?"
    r"(?P<base>100|honderd|1\.?000|duizend) (?P<noun>(?!(?:en|of|maar|in|nu)\b)[a-zà-ÿ-]+)"
)
_RATIO_BARE = re.compile(r" (?:op|per) (?:de |elke )?(?P<base>100|honderd)(?= ?[.,;:)]| (?:en|of|maar|in|nu)\b)")
_PROMILLE = re.compile(r" ?(?:promille\b|‰)")
_PART_OF = re.compile(r"\b[Vv]an (?:(?:elke|iedere|de|alle) )?$")
_RATIO_BASE = re.compile(r"(?:[Pp]er|[Oo]p|[Vv]oor|[Tt]egenover|[Vv]an) (?:(?:elke|iedere|de|alle) )?$")
_BASE_NOUN = re.compile(r" (?:openstaande )?(werklozen|werkzoekenden|banen|werknemersbanen|vacatures)")
_PER_ONE = re.compile(r" (?:per|op elke|voor elke|op iedere) (vacature|werkloze|werkzoekende|openstaande vacature|baan)(?![a-zà-ÿ])")
_PER_ONE_BEFORE = re.compile(
    r"\b(?:[Pp]er|(?:[Tt]egenover|[Vv]oor|[Oo]p) (?:elke|iedere)) (?:openstaande )?(?P<noun>vacature|werkloze|werkzoekende)"
    r"(?: [a-zà-ÿ]+| (?:19|20)\d\d| [QK]W?[1-4]){0,10} $"
)
_SIGN = re.compile(r"(?:[(\s]|^)(?P<sign>[+−–-]) ?(?:€ ?)?$|(?P<word>\b(?:min|plus)) $")
_EURO = re.compile(r"(?:€|\bEUR|\beuro) ?$")


def quantity(text: str, lower: str, numeral: Numeral, grammar: Grammar, stop: int) -> Quantity:
    """A number with the unit that its own words give it (``unit`` None when they give none). ``stop`` is the sentence's end."""
    q = Quantity(
        numeral.start, numeral.end, numeral.start, numeral.end, numeral.value, numeral.text, numeral.step, None,
        word=numeral.word, scaled=numeral.scaled, places=numeral.places, uses=[(numeral.start, numeral.end)],
    )  # fmt: skip
    before = text[max(0, numeral.start - 6) : numeral.start]
    euro = _EURO.search(before)
    if euro:
        q.unit, q.start = "EUR", numeral.start - len(before) + euro.start()
        q.rules.append("unit.euro_sign")
        tail = grammar.unit.match(lower, numeral.end, min(stop, numeral.end + 12))
        if tail and tail.lastgroup == "EUR":
            q.end = tail.end()
    else:
        near = grammar.unit.match(lower, numeral.end, min(stop, numeral.end + 48))
        far = None if near else grammar.far_unit.match(lower, numeral.end, min(stop, numeral.end + 90))
        found = near or far
        if found and far and found.lastgroup not in ("persons", "vacancies", "jobs", "fte", "households", "EUR"):
            found = None
        if found:
            q.unit, q.noun, q.end = found.lastgroup, found[found.lastgroup or 0], found.end()
            q.rules.append(f"unit.{'near' if near else 'far'}.{q.unit}")
            if far and q.end - q.number_end > 44:
                q.end = q.number_end
    signed = _SIGN.search(before)
    if signed and q.value and (signed["word"] or text[numeral.start - 1 : numeral.start] in "+−-–") and q.unit != "EUR":
        minus = ((signed["sign"] or "") in "−–-" and signed["sign"]) or signed["word"] == "min"
        if minus:
            q.value = -q.value
        q.rules.append("sign.printed")
    if q.unit in ("vacancies", "persons", "jobs", None):
        _ratio(text, lower, q, stop)
    return q


def _ratio(text: str, lower: str, q: Quantity, stop: int) -> None:
    found = _RATIO_AFTER.match(lower, max(q.end - 1, q.number_end), min(stop, q.end + 70)) or _RATIO_AFTER.match(
        lower, q.number_end, min(stop, q.number_end + 70)
    )
    if found and not (q.value and q.value >= 1000 and " en " in lower[q.number_end : found.start("base")]):
        q.unit = "per_100" if found["base"] in ("100", "honderd") else "per_1000"
        q.ratio = True
        q.end = found.end()
        q.noun = found["noun"]
        q.uses.append(found.span("base"))
        q.rules.append(f"ratio.{q.unit}")
        return
    mille = _PROMILLE.match(lower, q.end) if q.unit is None else None
    if mille:
        q.unit, q.ratio, q.end = "per_1000", True, mille.end()
        q.rules.append("ratio.promille")
        return
    bare = _RATIO_BARE.match(lower, q.end, min(stop, q.end + 20)) if q.unit is None else None
    if bare:
        q.unit, q.ratio, q.end = "per_100", True, bare.end()
        q.uses.append(bare.span("base"))
        q.rules.append("ratio.bare")
        return
    one = _PER_ONE.match(lower, q.end, min(stop, q.end + 40))
    base = None if one else _PER_ONE_BEFORE.search(text, max(0, q.start - 100), q.start)
    if q.unit and (one or (base and q.unit == ("persons" if base["noun"] == "vacature" else "vacancies"))):
        q.ratio = True
        q.end = one.end() if one else q.end
        q.rules.append("ratio.per_one")


def give_base(lower: str, found: list[Quantity], base: Numeral) -> None:
    """ "op elke 100 werklozen waren er 106 vacatures": the base stands before its figure."""
    noun = _BASE_NOUN.match(lower, base.end)
    later = next((q for q in found if q.start > base.end and not q.ratio and q.unit in ("vacancies", "persons", None)), None)
    if noun and later:
        later.unit, later.ratio, later.noun = ("per_100" if base.value == 100 else "per_1000"), True, noun[1]
        part = _PART_OF.search(lower, max(0, base.start - 14), base.start)
        later.rules.append("ratio.part" if part else "ratio.base_first")


def is_ratio_base(text: str, numeral: Numeral, start: int) -> bool:
    """The 100 of "op elke 100 werklozen waren er 106 vacatures"."""
    return numeral.value in (100, 1000) and bool(_RATIO_BASE.search(text, max(start, numeral.start - 20), numeral.start))


def is_definition(text: str, numeral: Numeral) -> bool:
    """The thousand of "geeft het aantal vacatures per duizend banen": a base without a figure of its own."""
    return text[max(0, numeral.start - 4) : numeral.start].lower() == "per "
