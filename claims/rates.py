"""Ratios told again by a bare number: "per 1.000 banen waren er 51 vacatures; in de horeca 79, een jaar eerder nog 112". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from claims.grammar import Grammar
from claims.quantities import Quantity
from claims.scope import Mention
from claims.spoken import Spoken
from claims.timing import Time

_RATIO_AGAIN = re.compile(r"(?:(?:ging|gaat) het(?: toen| nog| dan)? om|(?:waren|zijn) (?:dat|het|dit) er(?: nog| al)?) $")


def same_ratio(lower: str, found: Sequence[Quantity], start: int, spoken: Spoken) -> None:
    """ "per 100 werklozen 121 ... In 2021 ging het nog om 93 vacatures": the ratio spoken of, with half of its name."""
    for q in found:
        few = q.unit == "vacancies" and not q.ratio and not q.scaled and q.value is not None and q.value < 400
        if few and spoken.unit == "per_100" and _RATIO_AGAIN.search(lower, max(start, q.start - 40), q.start):
            q.unit, q.ratio, q.noun = "per_100", True, "werklozen"
            q.rules.append("unit.as_many")


_RATES = ("per_100", "per_1000")
_MOST = 400  # no rate told as a bare number is higher
_ALIKE = Decimal(12)  # times; a rate told again is of the same order
_SO_MANY = re.compile(r":?(?: zelfs| nog| maar| slechts| juist| ook| liefst| op| met| al| er){0,3} \(?(?:eveneens |ook )?")
_BY_SECTOR = re.compile(
    r"\b(?:met|op|om|van|noteerde|noteert|telde|telt|kende|haalde)(?: in het [a-z]+ kwartaal(?: van \d{4})?)?"
    r" (?:ruim |bijna |circa |ongeveer |beide )?$"
)
_WAS = re.compile(
    r"\b(?:waren|was|zijn|is|lag|ligt|lagen|stond|staat|stonden|kwam|bleef|bedroeg) (?:dat|het|die|deze|dit|er)\b[^.;,:]{0,60} $"
    r"|\b(?:dat|die) (?:toen |nu |nog )?op $|\bbij een stand van $"
)
_OF_TIME = re.compile(r" (?:van|uit|in) (?:het (?:eerste|tweede|derde|vierde) kwartaal|(?:19|20)\d\d)")
_MORE = re.compile(r" (?:punten )?(?:meer|minder|hoger|lager) dan ")
_NEXT = re.compile(r"(?:,| en|, dat is|, oftewel) (?:ruim |bijna |nog eens )?")
_THE = re.compile(r"\b(?:de|dan de|van de|die) $")


def rate_again(
    lower: str,
    q: Quantity,
    start: int,
    sectors: Sequence[Mention],
    times: Sequence[Time],
    before: Quantity | None,
    spoken: Spoken,
    grammar: Grammar,
) -> None:
    """Gives a bare number the unit of the ratio before it, where a sector, a date or "dat waren er" shows that it is told again."""
    of = before if before is not None and before.unit in _RATES else None
    unit, value = (of.unit, of.value) if of else (spoken.unit, spoken.value)
    if of is not None and _so_many_more(lower, q, of):
        q.unit, q.ratio = unit, True
        q.rules.append("unit.as_many")
        return
    if unit not in _RATES or not value or q.value is None or q.scaled or q.places or not 0 < q.value < _MOST:
        return
    if (q.word and q.value < 10) or not 1 / _ALIKE < q.value / value < _ALIKE or grammar.generic.match(lower, q.number_end):
        return
    if _is_told_again(lower, q, start, sectors, times, per_1000=unit == "per_1000"):
        q.unit, q.ratio = unit, True
        q.rules.append("unit.as_many")


def _so_many_more(lower: str, q: Quantity, rate: Quantity) -> bool:
    """ "43 vacatures per 1.000 banen, drie minder dan in het derde kwartaal": a difference from the rate just told."""
    small = q.value is not None and not q.scaled and 0 < q.value < (rate.value or 0)
    behind = q.end == q.number_end and _MORE.match(lower, q.number_end) is not None
    return small and behind and _NEXT.fullmatch(lower, rate.end, q.start) is not None


def _is_told_again(lower: str, q: Quantity, start: int, sectors: Sequence[Mention], times: Sequence[Time], *, per_1000: bool) -> bool:
    if per_1000:  # tension has no sectors
        named = [m for m in sectors if start <= m.start and m.end <= q.start]
        if any(_SO_MANY.fullmatch(lower, m.end, q.start) for m in named):
            return True
        if named and _BY_SECTOR.search(lower, max(start, q.start - 60), q.start):
            return True
    if any(t.key and t.end <= q.start and _SO_MANY.fullmatch(lower, t.end, q.start) for t in times):
        return True
    if _WAS.search(lower, max(start, q.start - 90), q.start):
        return True
    return _THE.search(lower, max(start, q.start - 8), q.start) is not None and _OF_TIME.match(lower, q.end) is not None
