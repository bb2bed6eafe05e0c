"""Quantities that are whole phrases: "4 op de 5", "een derde", "de helft", "het dubbele", "twaalf kwartalen op rij".

They take precedence over the numbers inside them. A fraction's step tells how loosely it is meant: 4 op de 5 to the nearest fifth.
"""

from __future__ import annotations

import re
from decimal import Decimal

from claims.number_words import number_word, part_word
from claims.quantities import Quantity

_FRACTION_WORDS = {
    "derde": 3, "kwart": 4, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7, "achtste": 8, "negende": 9, "tiende": 10,
}  # fmt: skip
_OF_M = re.compile(r" (?:op|van) (?:(?:de|elke) )?(?:\d|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twintig|honderd)")  # cheaper
_N_OF_M = re.compile(
    r"(?<![\w,.])(?P<n>\d{1,3}|[EeÉé][eé]n|[Tt]wee|[Dd]rie|[Vv]ier|[Vv]ijf|[Zz]es|[Zz]even|[Aa]cht|[Nn]egen) (?P<way>op de|op elke"
    r"|van de|op|van elke) "
    r"(?P<m>\d{1,3}|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twintig|honderd)(?![\w]|[.,]\d| (?:procent|%|miljoen"
    r"|duizend))(?P<noun> [a-zà-ÿ’'-]+)?"
)
_OF_EACH = re.compile(
    r"(?<=[Vv]an elke )(?P<m>\d{1,3}|[a-zé]{3,7}) [a-zà-ÿ-]+(?:en|s) (?:zijn|waren|werken|hebben|zoeken|willen|is|heeft) er "
    r"(?:ongeveer |ruim |bijna )?"
    r"(?P<n>\d{1,2}|[a-zé]{3,5})(?![\w])"
)
_PART = re.compile(
    r"(?<![\wà-ÿ-])(?:(?P<n>[EeÉé][eé]n|[Tt]wee|[Dd]rie|[Vv]ier|[Vv]ijf|[1-9])? ?(?P<part>kwart|derde|vierde|vijfde|zesde|zevende"
    r"|achtste|negende|tiende)(?: ?deel)?"
    r"|(?P<glued>[Tt]wee|[Dd]rie|[Vv]ier)(?P<gpart>derde|kwart|vijfde)(?: deel)?)(?![a-zà-ÿ])"
)
_HALF = re.compile(
    r"(?<![\wà-ÿ-])(?:(?P<half>(?:[Dd]e )?helft)(?![a-zà-ÿ])|(?P<fifty>fifty[- ]fifty)|(?P<halve>(?:[Hh]alver(?:en|ing)|gehalveerd"
    r"|halveerde|halveert))(?![a-zà-ÿ]))"
)
_TIMES = re.compile(
    r"(?<![\wà-ÿ-])(?:(?P<double>(?:het )?dubbele|verdubbel(?:d|de|den|t|en|ing))|(?P<triple>verdrievoudig(?:d|de|den|t|en|ing)"
    r"|het drievoudige)"
    r"|(?P<four>verviervoudig(?:d|de|den|t|en|ing)|het viervoudige)|(?P<five>vervijfvoudig(?:d|de|den|t|en)))(?![a-zà-ÿ])"
    r"|(?<![\wà-ÿ,.-])(?P<n>[Tt]wee|[Dd]rie|[Vv]ier|[Vv]ijf|[Aa]nderhalf|[Tt]wee[eë]nhalf|[Dd]rie[eë]nhalf|[Tt]ien|\d{1,2}(?:,\d)?)"
    r"(?:maal| ?keer| maal| ?x)(?P<so> zo(?:veel| [a-z]+)?"
    r"| (?:meer|hoger|groter|over))?(?![a-zà-ÿ])"
)
_STREAK = re.compile(
    r"(?P<nth>(?:[Vv]oor )?het (?P<ord>[a-zë]+|\d{1,2}(?:e|ste|de)) (?P<u1>kwartaal|jaar|maand)|de (?P<ord2>[a-zë]+|\d{1,2}(?:e|ste"
    r"|de)) (?P<u3>maand|stijging|daling|toename|afname)) (?:op rij|achtereen|na elkaar)"
    r"|(?P<n>\d{1,2}|[a-zA-Zé]{3,12}) (?:(?:opeenvolgende|aaneengesloten|achtereenvolgende) (?P<u4>kwartalen|jaren"
    r"|maanden)(?![a-z])|(?P<u2>kwartalen|kwartaal|jaar|jaren|maanden|maand) (?:op rij|achtereen|achter elkaar|na elkaar"
    r"|onafgebroken|aaneen|(?:van|met) (?:groei|daling|stijging|krimp|afname|toename)))"
)
_STREAK_KEYS = ("rij", "achter", "opeenvolgend", "onafgebroken", "aaneen", "na elkaar", "kwartalen van", "kwartalen met")
_ORDINALS = {
    "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7, "achtste": 8, "negende": 9, "tiende": 10, "elfde": 11,
    "twaalfde": 12, "dertiende": 13, "veertiende": 14, "vijftiende": 15,
}  # fmt: skip
_STREAK_UNITS = {"kwartaal": "quarters", "kwartalen": "quarters", "jaar": "years", "jaren": "years", "maand": "months", "maanden": "months",
    "stijging": "quarters", "daling": "quarters", "toename": "quarters", "afname": "quarters"}  # fmt: skip


def special_quantities(text: str, start: int, end: int) -> list[Quantity]:
    """Quantities that are whole phrases: fractions, multiples, streaks. They take precedence over the numbers inside them."""
    found: list[Quantity] = []

    def add(match: re.Match[str], value: Decimal, unit: str, rule: str, stop: int | None = None, step: Decimal | None = None) -> None:
        span = match.start() + (len(match[0]) - len(match[0].lstrip())), stop or match.end()
        if all(span[1] <= q.start or span[0] >= q.end for q in found):
            found.append(Quantity(*span, *span, value, text[span[0] : span[1]], step, unit, word=True, rules=[rule], uses=[span]))

    part = text[start:end]
    if any(map(part.__contains__, _STREAK_KEYS)):
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
    if _OF_M.search(part):
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
    if "an elke " in part:
        for m in _OF_EACH.finditer(text, start, end):
            n, size = _small(m["n"]), _small(m["m"])
            if n and size and n < size < 100:
                fraction = (Decimal(n) / Decimal(size)).quantize(Decimal("0.0001")).normalize()
                add(m, fraction, "fraction", "fraction.of_each", None, (Decimal(1) / Decimal(size)).quantize(Decimal("0.0001")))
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
                number = m["n"].lower()
                times = Decimal(number.replace(",", ".")) if number[0].isdigit() else part_word(number) or Decimal(number_word(number) or 0)
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
    r" (?:lijn|partij|keer|tranche|land|persoon|spoor|pijler|fase|kwartaal|kabinet|rapport|voort|brief|groep|stap|categor|ronde"
    r"|optie|variant|reden|punt|vraag|maatreg"
    r"|termijn|rij|plaats|lid|dag|week|maand|jaar|generatie|element|onderdeel|aspect|doel|manier|vorm|loket|bedrijf|werkgever|grote"
    r"|belangrijke|nieuwe|kw)"
)


def _part_fraction(text: str, m: re.Match[str], add: object) -> None:
    number, part = m["n"] or m["glued"], m["part"] or m["gpart"]
    after = text[m.end() : m.end() + 12].lower()
    none = bool(re.match(r"(?:nog )?geen $", text[max(0, m.start() - 9) : m.start()], re.IGNORECASE)) and after.startswith(" van")
    if after.startswith((" miljoen", " miljard", " mln", " mld", " procent", "%", " %")):
        return
    size = _FRACTION_WORDS[part]
    count = _small(number) if number else 1
    spelled_deel = "deel" in m[0]
    if part == "kwart":
        if number is None and not re.match(r" (?:van|meer|minder)", after):
            return
    elif (
        m["gpart"] is None
        and not spelled_deel
        and not none  # "nog geen tiende van de werkgevers"
        # "een derde van de werknemers" and "twee derde wacht", not "een derde lijn" or "derde kwartaal"
        and (number is None or (count == 1 and (_NAMED_ORDINAL.match(after) if part == "derde" else not _PART_OF.match(after))))
    ):
        return
    if not count or count >= size:
        return
    add(m, (Decimal(count) / Decimal(size)).quantize(Decimal("0.0001")), "fraction", "fraction.part", None, Decimal("0.1"))  # type: ignore[operator]


def _small(word: str | None) -> int | None:
    if not word:
        return None
    return int(word) if word.isdigit() else 1 if word.lower() in ("een", "één", "eén", "éen") else number_word(word)
