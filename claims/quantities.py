"""Numbers with their units: "106 vacatures per 100 werklozen", "4 op de 5", "een derde", "€ 2,9 miljard", "32 ingediende plannen".

A Quantity is found by its own words only; what it is about is decided later (meaning.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from claims.grammar import Grammar
from claims.numerals import Numeral, number_word


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
    r"[^.;:\n]{0,24}? (?:per|op|voor|tegenover|op de) (?:elke|iedere|de)? ?"
    r"(?P<base>100|honderd|1\.?000|duizend) (?P<noun>[a-zà-ÿ-]+)"
)
_RATIO_BASE = re.compile(r"(?:[Pp]er|[Oo]p|[Vv]oor|[Tt]egenover|[Vv]an) (?:(?:elke|iedere|de|alle) )?$")
_BASE_NOUN = re.compile(r" (werklozen|werkzoekenden|banen|werknemersbanen|vacatures)")
_PER_ONE = re.compile(r" (?:per|op elke|voor elke|op iedere) (vacature|werkloze|werkzoekende|openstaande vacature|baan)(?![a-zà-ÿ])")
_FRACTION_WORDS = {
    "derde": 3, "kwart": 4, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7, "achtste": 8, "negende": 9, "tiende": 10,
}  # fmt: skip
_N_OF_M = re.compile(
    r"(?<![\w,.])(?P<n>\d{1,3}|[EeÉé][eé]n|[Tt]wee|[Dd]rie|[Vv]ier|[Vv]ijf|[Zz]es|[Zz]even|[Aa]cht|[Nn]egen) (?P<way>op de|op elke|van de|op|van elke) "
    r"(?P<m>\d{1,3}|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twintig|honderd)(?![\w]|[.,]\d| (?:procent|%|miljoen|duizend))(?P<noun> [a-zà-ÿ’'-]+)?"
)
_PART = re.compile(
    r"(?<![\wà-ÿ-])(?:(?P<n>[EeÉé][eé]n|[Tt]wee|[Dd]rie|[Vv]ier|[Vv]ijf|[1-9])? ?(?P<part>kwart|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende)(?: ?deel)?"
    r"|(?P<glued>[Tt]wee|[Dd]rie|[Vv]ier)(?P<gpart>derde|kwart|vijfde)(?: deel)?)(?![a-zà-ÿ])"
)
_HALF = re.compile(
    r"(?<![\wà-ÿ-])(?:(?P<half>(?:[Dd]e )?helft)(?![a-zà-ÿ])|(?P<fifty>fifty[- ]fifty)|(?P<halve>(?:[Hh]alver(?:en|ing)|gehalveerd|halveerde|halveert))(?![a-zà-ÿ]))"
)
_TIMES = re.compile(
    r"(?<![\wà-ÿ-])(?:(?P<double>(?:het )?dubbele|verdubbel(?:d|de|den|t|en|ing))|(?P<triple>verdrievoudig(?:d|de|den|t|en|ing)|het drievoudige)"
    r"|(?P<four>verviervoudig(?:d|de|den|t|en|ing)|het viervoudige)|(?P<five>vervijfvoudig(?:d|de|den|t|en)))(?![a-zà-ÿ])"
    r"|(?<![\wà-ÿ-])(?P<n>[Tt]wee|[Dd]rie|[Vv]ier|[Vv]ijf|[Aa]nderhalf|[Tt]ien)(?:maal| ?keer| maal)(?P<so> zo(?:veel| [a-z]+)?| (?:meer|hoger|groter|over))?(?![a-zà-ÿ])"
)
_STREAK = re.compile(
    r"(?P<nth>(?:[Vv]oor )?het (?P<ord>[a-zë]+|\d{1,2}(?:e|ste|de)) (?P<u1>kwartaal|jaar|maand)|de (?P<ord2>[a-zë]+|\d{1,2}(?:e|ste|de)) (?P<u3>maand)) (?:op rij|achtereen|na elkaar)"
    r"|(?P<n>\d{1,2}|[a-zA-Zé]{3,12}) (?:(?:opeenvolgende|aaneengesloten|achtereenvolgende) (?P<u4>kwartalen|jaren|maanden)(?![a-z])|(?P<u2>kwartalen|kwartaal|jaar|jaren|maanden|maand) (?:op rij|achtereen|achter elkaar|na elkaar|onafgebroken|onafgebroken|aaneen))"
)
_ORDINALS = {
    "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7, "achtste": 8, "negende": 9, "tiende": 10, "elfde": 11,
    "twaalfde": 12, "dertiende": 13, "veertiende": 14, "vijftiende": 15,
}  # fmt: skip
_STREAK_UNITS = {"kwartaal": "quarters", "kwartalen": "quarters", "jaar": "years", "jaren": "years", "maand": "months", "maanden": "months"}
_SIGN = re.compile(r"(?:[(\s]|^)(?P<sign>[+−–-]) ?(?:€ ?)?$|(?P<word>\b(?:min|plus)) $")
_EURO = re.compile(r"(?:€|\bEUR|\beuro) ?$")


def special_quantities(text: str, start: int, end: int) -> list[Quantity]:
    """Quantities that are whole phrases: fractions, multiples, streaks. They take precedence over the numbers inside them."""
    found: list[Quantity] = []

    def add(match: re.Match[str], value: Decimal, unit: str, rule: str, stop: int | None = None, step: Decimal | None = None) -> None:
        span = match.start() + (len(match[0]) - len(match[0].lstrip())), stop or match.end()
        if all(span[1] <= q.start or span[0] >= q.end for q in found):
            found.append(Quantity(*span, *span, value, text[span[0] : span[1]], step, unit, word=True, rules=[rule], uses=[span]))

    part = text[start:end]
    if "rij" in part or "achter" in part or "opeenvolgend" in part or "onafgebroken" in part or "aaneen" in part or "na elkaar" in part:
        for m in _STREAK.finditer(text, start, end):
            if m["nth"]:
                word = (m["ord"] or m["ord2"]).lower()
                count = int(re.sub(r"\D", "", word)) if word[0].isdigit() else _ORDINALS.get(word)
                unit = _STREAK_UNITS[m["u1"] or m["u3"]]
            else:
                if m["u4"] and re.search(
                    r"\b(?:door|als|van|bij|minstens|ten minste|tenminste|na) $", text[max(start, m.start() - 12) : m.start()]
                ):
                    continue  # a definition ("een recessie is twee opeenvolgende kwartalen krimp"), not an observation
                count = _small(m["n"])
                unit = _STREAK_UNITS[m["u2"] or m["u4"]]
            if count:
                add(m, Decimal(count), unit, "streak.counted")
    if " op " in part or " van " in part:
        for m in _N_OF_M.finditer(text, start, end):
            n, size = _small(m["n"]), _small(m["m"])
            if m["way"] in ("van de", "op") and m["way"] == "op" and m["n"].lower() not in ("een", "één") and not m["n"].isdigit():
                continue
            noun = (m["noun"] or "").strip().lower()
            counted = "van" in m["way"]
            if n and size and 0 < n < size and size not in (100, 1000) and (_plural(noun) and size <= 10 if counted else True):
                stop = m.end() if noun and _plural(noun) else m.start("m") + len(m["m"])
                add(
                    m,
                    (Decimal(n) / Decimal(size)).quantize(Decimal("0.0001")).normalize(),
                    "fraction",
                    "fraction.n_of_m",
                    stop,
                    (Decimal(1) / Decimal(size)).quantize(Decimal("0.0001")),
                )
                found[-1].noun = noun
    if (
        "kwart" in part
        or "derde" in part
        or "vijfde" in part
        or "tiende" in part
        or "vierde" in part
        or "zesde" in part
        or "achtste" in part
    ):
        for m in _PART.finditer(text, start, end):
            _part_fraction(text, m, add)
    if "helft" in part or "fifty" in part or "alve" in part:
        for m in _HALF.finditer(text, start, end):
            before = text[max(start, m.start() - 10) : m.start()].lower()
            after = text[m.end() : m.end() + 9]
            if m["half"] and (re.search(r"(?:eerste|tweede|andere|laatste) $", before) or re.match(r" van (?:19|20)\d\d", after)):
                continue
            add(m, Decimal("0.5"), "fraction", "fraction.half", None, Decimal("0.1"))
    if "dubbel" in part or "voudig" in part or "keer" in part or "maal" in part:
        for m in _TIMES.finditer(text, start, end):
            if m["n"]:
                times = Decimal("1.5") if m["n"].lower() == "anderhalf" else Decimal(number_word(m["n"]) or 0)
                if m["so"]:
                    add(m, times, "multiple", "multiple.times")
                continue
            if m["double"] and m["double"].startswith("dubbel"):
                continue  # "dubbele vergrijzing" is a name, "het dubbele" a multiple
            add(m, Decimal(2 if m["double"] else 3 if m["triple"] else 4 if m["four"] else 5), "multiple", "multiple.verb")
    return sorted(found, key=lambda q: q.start)


def _plural(noun: str) -> bool:
    return noun not in ("zijn", "hebben", "werken", "willen", "kunnen", "is", "was", "moeten", "zullen") and noun.endswith(
        ("en", "s", "ën")
    )


_PART_OF = re.compile(r" (?:van|meer|minder|lager|hoger|is|heeft|werkt|geeft|verwacht)\b| \(|[,.;)]|$")
_NAMED_ORDINAL = re.compile(
    r" (?:lijn|partij|keer|tranche|land|persoon|spoor|pijler|fase|kwartaal|kabinet|rapport|voort|brief|groep|stap|categor|ronde|optie|variant|reden|punt|vraag|maatreg"
    r"|termijn|rij|plaats|lid|dag|week|maand|jaar|generatie|element|onderdeel|aspect|doel|manier|vorm|loket|bedrijf|werkgever|grote|belangrijke|nieuwe|kw)"
)


def _part_fraction(text: str, m: re.Match[str], add: object) -> None:
    number, part = m["n"] or m["glued"], m["part"] or m["gpart"]
    after = text[m.end() : m.end() + 12].lower()
    if after.startswith((" miljoen", " miljard", " mln", " mld")):
        return
    size = _FRACTION_WORDS[part]
    count = _small(number) if number else 1
    spelled_deel = "deel" in m[0]
    if part == "kwart":
        if number is None and not re.match(r" (?:van|meer|minder)", after):
            return
    elif m["gpart"] is None and not spelled_deel:
        # "een derde van de werknemers" and "twee derde wacht", not "een derde lijn" or "derde kwartaal"
        if number is None or (count == 1 and (_NAMED_ORDINAL.match(after) if part == "derde" else not _PART_OF.match(after))):
            return
    if not count or count >= size:
        return
    add(m, (Decimal(count) / Decimal(size)).quantize(Decimal("0.0001")), "fraction", "fraction.part", None, Decimal("0.1"))  # type: ignore[operator]


def _small(word: str | None) -> int | None:
    if not word:
        return None
    return int(word) if word.isdigit() else 1 if word.lower() in ("een", "één", "eén", "éen") else number_word(word)


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
    if found:
        q.unit = "per_100" if found["base"] in ("100", "honderd") else "per_1000"
        q.ratio = True
        q.end = found.end()
        q.noun = found["noun"]
        q.uses.append(found.span("base"))
        q.rules.append(f"ratio.{q.unit}")
        return
    one = _PER_ONE.match(lower, q.end, min(stop, q.end + 40))
    if one and q.unit:
        q.ratio = True
        q.end = one.end()
        q.rules.append("ratio.per_one")


def give_base(lower: str, found: list[Quantity], base: Numeral) -> None:
    """ "op elke 100 werklozen waren er 106 vacatures": the base stands before its figure."""
    noun = _BASE_NOUN.match(lower, base.end)
    later = next((q for q in found if q.start > base.end and not q.ratio and q.unit in ("vacancies", "persons", None)), None)
    if noun and later:
        later.unit, later.ratio, later.noun = ("per_100" if base.value == 100 else "per_1000"), True, noun[1]
        later.rules.append("ratio.base_first")


def is_ratio_base(text: str, numeral: Numeral, start: int) -> bool:
    """The 100 of "op elke 100 werklozen waren er 106 vacatures"."""
    return numeral.value in (100, 1000) and bool(_RATIO_BASE.search(text, max(start, numeral.start - 20), numeral.start))
