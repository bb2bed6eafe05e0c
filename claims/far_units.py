"""The unit of a bare number: that of the counted noun, of the sentence's subject, or of the figure last spoken of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from claims.grammar import Grammar
from claims.pairs import HEDGE
from claims.quantities import Quantity
from claims.spoken import Spoken
from claims.subjects import Named

_OF_THAT = re.compile(r"\b(?:hiervan|daarvan|van dit bedrag|van dat bedrag)\b")
_AS_MANY = re.compile(
    r"(?:(?:waren|zijn|was|bedroeg|kwam|stond|stonden)(?: dat| het| dit)?(?: er)?(?: nog| al| toen| slechts| maar| wel| uit op"
    r"| op)?(?: [a-z’']+)?|tegen|tegenover|de teller op) $"
)
_BUT_MORE = re.compile(r"\b(?:waren|zijn|is|was) (?:dat|het|er|dit)(?: er)? (?:[a-z]+ ){0,2}$")
_MORE = re.compile(r" (?:meer|minder)\b")
#: "stond de indicator op 101", "ging het om 123", "kwam het percentage uit op 3,9": the subject of before, by another name
_AGAIN = re.compile(
    r"(?:(?:stond|staat|lag|ligt|kwam|komt|zat|bedroeg|was|steeg|daalde)(?: toen)? (?:de|dat|het|dit|die) (?P<noun>percentage|indicator"
    r"|cijfer|verhouding|spanning|ratio|gemiddelde|meter|teller|stand)(?: toen| nog| al| weer)?(?: uit)?(?: op| naar| tot)?"
    r"|(?:ging|gaat) het(?: toen| nog| dan)? om|(?:waren|zijn) (?:het|dat|dit) er(?: nog| al| slechts)?"
    r"|(?:is|was|werd)(?: dat| dit)? met"
    r"|(?:deden|willen|wilden|telde(?:n)? (?:het|de) [a-z]+|telde(?:n)?|kwamen|zeiden|gaven) er"
    r"(?: slechts| maar| nog)?(?:, [^.;:\d]{6,60},)?) $"
)
#: "Het gemiddelde over alle bedrijfstakken was in het tweede kwartaal 44"
_CALLED = re.compile(
    r"\b(?:de|het|dat|dit|die) (?P<noun>indicator|cijfer|verhouding|ratio|gemiddelde|meter|teller)\b[^.;:,]{0,60}"
    r"\b(?:was|bedroeg|stond|kwam|lag|zat|op)\b[^.;:,]{0,40} $"
)
_IN_NUMBERS = re.compile(r"\bin (?:aantallen|personen|absolute aantallen|absolute zin)\b")
_OF_THEM = re.compile(r"\b(?:van hen|onder hen)\b[^.;,]{0,60}\b(?:er|werkten|hadden|waren)(?: in [^.;,]{0,40})? $")
_OF_THESE = re.compile(r"\b(?:daarvan|hiervan)\b[^.;,]{0,60}\ber(?: in [^.;,]{0,40})? $")
_OF_WHOM = re.compile(r"\bvan wie(?: er)? $")
_NUMBER_OF = re.compile(r"\b(?:het|dit|dat) aantal (?:[a-zà-ÿ-]+ ){0,2}?[a-zà-ÿ-]{4,}(?:en|s|ën)\b[^.;]{0,60}$")
_THIS = re.compile(r"(?:deze|die|dit|dat)\b")
_WAS_THAT = re.compile(r"\b(?:bedroeg|bedraagt|was|is|stond|lag|kwam) (?:dat|die|deze|zij)(?: [a-z]+){0,2} $")
_COPULA = re.compile(
    rf"(?:\b(?:is|was|waren|bedroeg|bedraagt|op|naar|tot|van|gemiddeld|circa|ongeveer|ruim|bijna|rond|nog|met|telt|telde|uit op|er"
    rf"|[a-z]{{2,24}}|geschat op)|:|=|\() ?{HEDGE}$",
    re.IGNORECASE,
)
_COUNTED = ("persons", "vacancies", "jobs", "fte")


_RATE = re.compile(
    r"\b(?:(?P<per_1000>vacaturegra(?:ad|den))|(?P<per_100>spanning(?:sindicator)?|krapte-indicator)"
    r"|(?P<percent>(?:[a-z]+-?)?percentage))"
    r"(?: van (?:het )?uwv)?(?: (?:is|was|ging|steeg|daalde|liep)(?: daarmee| dus)?(?: in dat (?:jaar|kwartaal))?)?"
    r"(?: (?:van|stond|staat|was|bedroeg|bedraagt|lag|ligt|op|kwam|uit|toen|nog|nu|met)){1,3} $"
)


def _of_uwv(q: Quantity) -> bool:
    """UWV's vacancies by short-term unemployed: 3,8 is no tension of CBS, which has no decimals."""
    return bool(q.places) and q.value is not None and q.value < 20


def name_rates(lower: str, found: Sequence[Quantity], start: int) -> None:
    """ "een vacaturegraad van 77": a bare number right behind the name of a ratio is that ratio, whatever was counted before it."""
    for q in found:
        rate = _RATE.search(lower, max(start, q.start - 64), q.start) if q.unit is None and not q.scaled else None
        if rate is None or q.value is None or not 0 < q.value < 400 or (rate.lastgroup == "percent" and not q.places):
            continue
        if rate.lastgroup == "per_100" and _of_uwv(q):
            _set(q, "count", "unit.uwv_indicator")
        else:
            _set(q, rate.lastgroup or "", "unit.percentage" if rate.lastgroup == "percent" else "unit.indicator")


def find_unit(
    text: str, lower: str, q: Quantity, start: int, end: int, named: list[Named], times: Sequence[tuple[int, int]], spoken: Spoken,
    grammar: Grammar,
) -> None:  # fmt: skip
    """Sets the unit of a number that has none of its own, and the rule that found it; leaves it None when nothing gives one."""
    if q.value is None or (q.word and not q.scaled and not (spoken.unit in ("per_100", "per_1000") and q.value >= 10)):
        return
    of_that = spoken.unit if spoken.unit not in ("percent", "per_100", "per_1000") else spoken.counted
    if q.scaled and of_that and _OF_THAT.search(lower, start, end):
        _set(q, of_that, "unit.of_that")
        return
    if grammar.generic.match(lower, q.number_end, min(end, q.number_end + 60)):
        return  # a plural noun of its own follows
    if q.scaled and spoken.counted and _BUT_MORE.search(lower, max(start, q.start - 30), q.start) and _MORE.match(lower, q.end):
        _set(q, spoken.counted, "unit.as_many")  # a difference may be far smaller than what it is a difference of
        return
    own = any(start <= n.start and n.end <= q.start and n.indicator.unit in _COUNTED for n in named)
    if not own and spoken.unit and spoken.comparable(q.value) and _AS_MANY.search(lower, max(start, q.start - 30), q.start):
        _set(q, spoken.unit, "unit.as_many")
        return
    if _subject_again(lower, q, start, spoken):
        return
    if q.scaled and spoken.unit == "percent" and _IN_NUMBERS.search(lower, start, q.start):
        _set(q, "persons", "unit.in_numbers")
        return
    these = spoken.counted == "persons" and _OF_THESE.search(lower, start, q.start)
    if q.value >= 1000 and (these or _OF_THEM.search(lower, start, q.start)):
        _set(q, "persons", "unit.of_them")
        return
    if _OF_WHOM.search(lower, max(start, q.start - 12), q.start):
        _set(q, "persons", "unit.of_whom")
        return
    if _unit_of_subject(text, lower, q, grammar, start, end):
        return
    # "Deze liep op van 47 naar 49", "In het tweede kwartaal bedroeg dat 95"
    this = not named and (_THIS.match(lower, start) is not None or _WAS_THAT.search(lower, max(start, q.start - 30), q.start) is not None)
    before = [n for n in named if n.end <= q.start] or ([spoken.named] if spoken.named and not named else [])
    if before and _has_copula(text, q, start, times):
        for subject in reversed(before):
            if _of_indicator(q, subject, here=this or (bool(named) and start <= subject.start < q.start)):
                return
    if q.scaled and spoken.unit in _COUNTED and spoken.comparable(q.value):
        _set(q, spoken.unit or "", "unit.spoken_of")
    elif q.value >= 1000 and _NUMBER_OF.search(lower[start : q.start]) and _has_copula(text, q, start, times):
        _set(q, "count", "unit.number_of")


def _subject_again(lower: str, q: Quantity, start: int, spoken: Spoken) -> bool:
    found = _AGAIN.search(lower, max(start, q.start - 60), q.start) or _CALLED.search(lower, max(start, q.start - 100), q.start)
    if found is None or q.value is None:
        return False
    if found["noun"] == "percentage":
        fits = bool(q.places) and not q.scaled and q.value <= 100
        if fits:
            _set(q, "percent", "unit.percentage")
        return fits
    for unit, value in ((spoken.unit, spoken.value), (spoken.counted, spoken.count)):
        plain = not q.scaled and q.value < 400
        shape = plain if unit in ("per_100", "per_1000") else bool(q.places) and plain if unit == "percent" else q.scaled or q.value >= 1000
        if unit and value and shape and Decimal("0.05") <= abs(q.value / value) <= 20:
            _set(q, unit, "unit.as_many")
            return True
    return False


def _of_indicator(q: Quantity, subject: Named, here: bool) -> bool:
    """The unit of the indicator that is the subject. A rate or ratio needs its subject in the same sentence."""
    unit = subject.indicator.unit
    assert q.value is not None
    if unit == "per_100" and _of_uwv(q):
        _set(q, "count", "unit.uwv_indicator")
        return True
    fits = (
        (unit in ("per_100", "per_1000") and here and not q.scaled and 0 < q.value < 400)
        or (unit in _COUNTED and (q.scaled or q.value >= 1000))
        or (unit == "percent" and here and bool(q.places) and not q.scaled and q.value <= 100)
    )
    if fits:
        _set(q, unit, "unit.indicator")
    return fits


def _set(q: Quantity, unit: str, rule: str) -> None:
    q.unit, q.ratio = unit, unit in ("per_100", "per_1000")
    q.rules.append(rule)


def _unit_of_subject(text: str, lower: str, q: Quantity, grammar: Grammar, start: int, end: int) -> bool:
    """ "het aantal mensen in armoede ... bedroeg 240.000": what is counted stands before the number, or further on in its clause."""
    if q.value is None or not (q.scaled or "." in q.value_text or " " in q.value_text):
        return False
    counted = [m for m in grammar.counted.finditer(lower, start, end) if not _counts_other(lower, m.start(), q)]
    before = [m for m in counted if m.end() <= q.start]
    after = [m for m in counted if m.start() >= q.end and m.start() - q.end < 70]
    found = before[-1] if before else after[0] if after else None
    if found is None:
        return False
    q.unit, q.noun = found.lastgroup, ""
    q.rules.append("unit.subject")
    return True


_ITS_OWN_NUMBER = re.compile(
    r"(?<![a-zà-ÿ\d])(?:(?<!\d )(?:100|honderd|1\.?000|duizend) |(?:dan|tot|met|van) \d{1,3} (?:of meer |of minder )?(?:[a-z]+ )?)$"
)


def _counts_other(lower: str, position: int, q: Quantity) -> bool:
    """ "100 werklozen", "minder dan 10 werkzame personen": the noun belongs to a number of its own, a ratio's base or a limit."""
    return _ITS_OWN_NUMBER.search(lower, max(0, position - 36), position) is not None


def _has_copula(text: str, q: Quantity, start: int, times: Sequence[tuple[int, int]]) -> bool:
    """Whether the words before a bare number can give it as the value of the sentence's subject: a verb, or a date ("in KW2 80")."""
    if any(0 < q.start - end <= 2 for _, end in times):
        return True
    return _COPULA.search(text, max(start, q.start - 34), q.start) is not None
