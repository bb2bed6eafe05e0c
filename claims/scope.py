"""Which sector, group and adjustment a figure is about: the words right behind it, else those since the number before it.

"in de zorg stonden 67 duizend vacatures open, in het openbaar bestuur 39 duizend" is two sectors; "63,9 duizend, waarvan 15,2
duizend in de ziekenhuizen" gives the sector to the second number only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.grammar import Names
from claims.quantities import Quantity

_RIGHT = re.compile(
    r"(?: (?!(?:en|of|maar|tegen|waarvan|terwijl|tegenover|dan)\b)[a-zà-ÿ]+){0,4}? ?\(?(?:in|bij|voor|binnen|van|door|onder"
    r"|in het geval van)? ?(?:de|het|een)? ?(?:sectoren?|bedrijfstak|branche|provincie|regio)? ?\"?"
)
#: "na de horeca (77)": the sector of the figure in the brackets
_ITS_OWN = re.compile(r" \((?:ruim |circa |bijna )?\d[\d.,]*(?: [a-z]+)?\)")
_WHOLE = re.compile(
    r"\b(?:landelijke? (?:gemiddelde|cijfer|niveau|percentage|stand|beeld|graad|aantal)"
    r"|in totaal|totaal|voor alle sectoren|alle leeftijden|alle leeftijdsgroepen"
    r"|alle bedrijfstakken|alle branches"
    r"|(?:hele|gehele|totale) economie|economie als geheel"
    r"|over alle bedrijfstakken|landelijk|in heel nederland"
    r"|in nederland|gemiddeld over alle)\b"
)
_COUNTRY = ("landelijk", "in heel nederland", "in nederland")  # the whole of a place, not of a sector
_PLACES = ("regio", "buitenland")
_WHOLE_AFTER = re.compile(
    r" ?(?:als )?(?:landelijk|in totaal|gemiddeld|voor (?:heel )?nederland|voor (?:de (?:hele|gehele) economie|alle [a-z]+)"
    r"|over alle [a-z]+)"
    r"(?: over alle [a-z]+| als geheel)?(?! (?:in|bij|voor|per)\b)(?![a-zà-ÿ])"
)
_UNADJUSTED = re.compile(
    r"ongecorrigeerd|zonder (?:die|deze) correctie|niet[ -](?:voor (?:het |de )?seizoen[a-z]* )?gecorrigeerd|niet[ -]seizoen"
    r"|zonder (?:correctie voor )?(?:de |het )?seizoen"
    r"|oorspronkelijke cijfers"
)
_ADJUSTED = re.compile(
    r"seizoen(?:s)?gecorrigeerd|gecorrigeerd voor (?:de |het )?seizoen|(?:na|met|inclusief) seizoens?correctie"
    r"|voor (?:de )?seizoen[a-z]* gecorrigeerd|\(sg\)|, sg\b|\bsg:"
    r"|correctie voor (?:de |het )?seizoen|geschoond van (?:de |het )?seizoen|, (?:eveneens |ook )?gecorrigeerd,"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A group or sector as the sentence names it."""

    start: int
    end: int
    name: str
    words: str


def mentions(lower: str, start: int, end: int, table: Names) -> list[Mention]:
    """Every group of the table that the sentence names, in order; a name inside a longer one does not count."""
    named = table.among(lower, start, end)
    found = [Mention(m.start(), m.end(), name, m[0]) for name, pattern in named for m in pattern.finditer(lower, start, end)]
    if len(found) < 2:
        return found
    kept = [
        m for m in found if not any(o is not m and o.start <= m.start and m.end <= o.end and len(o.words) > len(m.words) for o in found)
    ]
    return sorted(kept, key=lambda m: m.start)


_ANOTHER_GROUP = re.compile(r"[,;] (?:en |maar )?(?:wie|degenen die|zij die|mensen die|mensen met)\b")
_ASIDE = re.compile(r"[,(] ?(?:waartoe|waaronder|inclusief|met inbegrip van|waaraan|waarbij)\b[^,;()]*[,)]")


def _asides(lower: str, start: int, named: Sequence[Mention]) -> list[tuple[int, int]]:
    """ "de zakelijke dienstverlening, waartoe ook de uitzendbureaus behoren, had 72,6 duizend": what an aside names is not the subject."""
    last = max((m.end for m in named), default=start)
    return (
        [m.span() for m in _ASIDE.finditer(lower, start, last + 60)] if "waar" in lower[start:last] or "incl" in lower[start:last] else []
    )


def bind(lower: str, q: Quantity, others: Sequence[Quantity], start: int, named: Sequence[Mention]) -> Mention | None:
    """The mention that a quantity belongs to, or None when the sentence gives it to another figure or to none."""
    named = [m for m in named if not (m.end <= q.start and _ITS_OWN.match(lower, m.end) and _ITS_OWN.match(lower, m.end).end() < q.start)]  # type: ignore[union-attr]
    named = [m for m in named if not any(a <= m.start < b and not a <= q.start < b for a, b in _asides(lower, start, named))]
    following = min((o.start for o in others if o.start >= q.end), default=10**9)
    previous = max((o.end for o in others if o.end <= q.start), default=start)
    if _WHOLE_AFTER.match(lower, q.end):
        return None  # "72 in de bouw, tegen 49 gemiddeld"
    inside = next((m for m in named if m.start < q.end and q.start < m.end), None)
    if inside:
        return inside
    for m in named:
        if q.end <= m.start < following and m.start - q.end <= 48 and _RIGHT.fullmatch(lower, q.end, m.start):
            return m
    left = [m for m in named if previous <= m.start and m.end <= q.start]
    if left:
        return left[-1]
    whole = _WHOLE.search(lower, start, q.start)
    if whole and not (whole[0] in _COUNTRY and all(m.name not in _PLACES for m in named)):
        return None
    if _WHOLE.search(lower, previous, q.start):
        return None  # "in de bouw 72, landelijk 49"
    earlier = [m for m in named if m.end <= previous]
    if not earlier:
        return None
    last = earlier[-1]
    if _ANOTHER_GROUP.search(lower, last.end, q.start):
        return None
    before = [o for o in others if o.end <= last.start]
    # a mention right behind another figure is that figure's own
    return None if any(_RIGHT.fullmatch(lower, o.end, last.start) for o in before) else last


_QUALIFIER = re.compile(
    r" (?:(?:die|dat|met|zonder|onder|van|uit|boven|net|wier|bij wie|waarvan de|zoals) (?!(?:nederland|15 tot 75|betaald werk"
    r"|een baan|in deeltijd|in voltijd|werk\b"
    r"|werken|werkloos|open|openstonden|het eerste|het tweede|het derde|het vierde|een jaar|ons land|op dat moment|toen"
    r"|nu\b))[^.;,:]{3,60})"
)


def qualifier(lower: str, noun_end: int) -> str | None:
    """What narrows a counted noun right behind it: "355.000 werkenden net boven de armoedegrens" are not all workers."""
    found = _QUALIFIER.match(lower, noun_end)
    return found[0].strip() if found else None


_SAME_SECTOR = re.compile(
    r"\b(?:is|was|waren|zijn|stond|stonden|staat|staan|lag|ligt|bedroeg|bedraagt|kwam|komt) (?:daar|hier)\b"
    r"|\b(?:de|deze|die|dezelfde)(?: laatste| laatstgenoemde| eerste)? (?:sector|branche|bedrijfstak)\b(?! die\b| waar| [a-z]+ als geheel)"
)


def same_sector(lower: str, start: int, q: Quantity) -> bool:
    """Whether the words before a figure point back to a sector named before: "telde de sector 67.000 vacatures"."""
    return _SAME_SECTOR.search(lower, start, q.start) is not None


def is_whole(lower: str, start: int, q: Quantity) -> bool:
    """Whether the words before a figure, or right behind it, say that it is about the whole economy."""
    return _WHOLE.search(lower, start, q.start) is not None or _WHOLE_AFTER.match(lower, q.end) is not None


_ALL_FIGURES = re.compile(r"cijfers [^.;]{0,60}gecorrigeerd|gecorrigeerde [a-z]*cijfers")


def all_adjusted(part: str) -> bool | None:
    """What a sentence says of all figures around it: "De cijfers zijn niet gecorrigeerd voor seizoensinvloeden"."""
    return adjusted(part) if "gecorrigeerd" in part and _ALL_FIGURES.search(part) else None


_BESIDE = re.compile(r"\((?P<not>on|niet[ -])?(?:seizoens?)?gecorrigeerd(?: voor [a-z]+)?:? (?:ruim |circa |bijna )?$")


_BEHIND = re.compile(r" \((?P<not>on|niet[ -])?(?:seizoens?)?gecorrigeerd\)")


def adjusted_beside(before: str, behind: str) -> bool | None:
    """What stands in the brackets of a figure: "ongecorrigeerd 85.500 (gecorrigeerd: 89.000)", "89.000 vacatures (gecorrigeerd)"."""
    found = _BESIDE.search(before) or _BEHIND.match(behind)
    return None if found is None else found["not"] is None


def adjusted(part: str) -> bool | None:
    """Whether a sentence (lower case) says that its figures are seasonally adjusted, or are not; None when it says neither."""
    if _UNADJUSTED.search(part):
        return False
    return True if _ADJUSTED.search(part) else None
