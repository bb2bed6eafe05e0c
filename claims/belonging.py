"""To which figures of a sentence its sectors and groups belong: in order, beside them, or as to the figure before."""

from __future__ import annotations

import re

from claims import respective, scope
from claims.line import Line
from claims.quantities import Quantity
from claims.scope import Mention
from claims.subjects import Named


def in_order(line: Line, listed: tuple[int, int, int]) -> bool:
    """Whether as many sectors or groups as figures stand before "respectievelijk" (``listed``: see ``respective.figures``)."""
    return any(respective.name_of(line.lower, listed, names) for names in (line.sectors, line.groups))


_ONLY_LATER = re.compile(r"(?:,|;| \(| en| tegen| tegenover| na| was dat| nog| eind| begin| in| het| de| op| van)* +$")


def told_at_other_times(line: Line, q: Quantity) -> Quantity | None:
    """ "in 2019 38.800 in de zorg en in 2023 67.600": the figure before this one, where nothing but a date stands between them."""
    before = max((o for o in line.kept if o.end <= q.start), key=lambda o: o.end, default=None)
    if before is None:
        return None
    gap = line.lower[before.end : q.start]
    for time in sorted(line.times, key=lambda t: -t.start):
        if before.end <= time.start and time.end <= q.start:
            gap = gap[: time.start - before.end] + gap[time.end - before.end :]
    return before if len(gap) < q.start - before.end and _ONLY_LATER.fullmatch(gap) else None


def bind(line: Line, q: Quantity, named: list[Mention], listed: tuple[int, int, int] | None) -> Mention | None:
    """The sector or group (of ``named``) that a figure is about, or None."""
    return (respective.name_of(line.lower, listed, named) if listed else None) or scope.bind(line.lower, q, line.kept, line.s.start, named)


_IT_WAS = re.compile(  # "ging het in het tweede kwartaal om 65.400 vacatures", "Die staat op 72"
    r"\b(?:ging|gaat) het\b[^.;:]*\bom (?:[a-z]+ ){0,2}$"
    r"|^(?:daar|hier) (?:is|was|waren|zijn|stonden|staan|lag|ligt|ging|gaat|bedroeg|telde)\b"
    r"|^(?:die|deze|dat) (?:staat|stond|lag|ligt|kwam|komt|bedraagt|bedroeg|steeg|daalde|is|was)\b"
)
_JOINED = re.compile(r"^[ ,;]*(?:(?:en|maar|terwijl) )?")
_PART = re.compile(r"\b(?:waarvan|van wie|onder wie|van hen|daarvan|hiervan)\b")
#: words after a preposition that name no place, branch or group
_NOWHERE = (
    r"(?!(?:eerste|tweede|derde|vierde|laatste|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|nederland|totaal|deeltijd|voltijd|loondienst|dienst|datzelfde|hetzelfde|dezelfde|vorige?|voorgaande?|afgelopen|heel|kwartaal|jaar"
    r"|werkelijkheid|vergelijking|portefeuille|elkaar|plaats|personen|aantallen|procenten|land|die|deze|dat|dit|ons|onze|beide)\b)"
)
_ELSEWHERE = re.compile(rf" (?:bij|in|binnen) (?:de |het |een )?{_NOWHERE}[a-zà-ÿ-]{{5,}}")
_NEXT_PLACE = re.compile(
    rf"[,;]?(?: en| maar| terwijl)? (?:bij|in|binnen|onder) (?:de |het )?{_NOWHERE}[a-zà-ÿ-]{{4,}}"
    r"(?: (?:en|of) [a-zà-ÿ-]{4,}| [a-zà-ÿ-]{4,})?"
    r"(?: nog| zelfs| slechts| maar| met| op| om)? "
)
#: groups that a series may have; other groups keep the letter's own words, so that two places are never taken for one
_SECTOR_LIKE = ("overheidspersoneel", "particulier", "zorgbranche")
_SERIES_GROUPS = ("mannen", "vrouwen", "15-25", "25-45", "45-75")


def about(
    line: Line, q: Quantity, choice: Named | None, bound: dict[int, tuple[Mention | None, Mention | None]]
) -> tuple[str | None, str | None]:
    """Sector and population; a sentence that leans on the one before for its subject leans on it for these too.

    ``bound`` remembers the sector and group of each figure read.
    """
    listed = respective.figures(line.lower, q, line.kept, line.s.start)
    sector, group = bind(line, q, line.sectors, listed), bind(line, q, line.groups, listed)
    if sector is None and group is None and (before := told_at_other_times(line, q)):
        sector, group = bound.get(id(before), (None, None))
    if sector and group and group.end < sector.start and ":" in line.lower[group.end : sector.start]:
        group = None  # "in de techniek viel het mee: in de bouw stonden er ..."
    if sector and group and group.name in _SECTOR_LIKE:
        sector, group = (None, group) if sector.end <= group.start and group.end <= q.start else (sector, None)
    if group is None and (apart := _apart(line, q, choice, sector)) is not None:
        sector, group = None, apart
    bound[id(q)] = sector, group
    narrowed = None
    if group is None and choice is not None and choice.start < q.end and q.start < choice.end and not q.ratio:
        narrowed = scope.qualifier(line.lower, max(q.end, choice.end))
    again = _IT_WAS.search(line.lower[max(line.s.start, q.start - 90) : q.start]) is not None
    leaning = choice is not None and (choice.rule.endswith(".inherited") or again)
    leaning = leaning and not scope.is_whole(line.lower, line.s.start, q)
    spoken = line.spoken
    if sector is None and not scope.is_whole(line.lower, line.s.start, q) and scope.same_sector(line.lower, line.s.start, q):
        sector = spoken.sector_named
    elif leaning and sector is None and group is None:
        sector = spoken.sector
    spoken.sector_named = sector or spoken.sector_named
    if (
        leaning
        and group is None
        and not (spoken.group and spoken.group.name == "deel" and choice and not choice.rule.endswith(".inherited"))
    ):
        group = spoken.group
    if not leaning and choice is not None:
        spoken.sector = sector
    spoken.group = group or (None if not leaning else spoken.group)
    return (sector.name if sector else None), (population_of(group) if group else narrowed)


def _apart(line: Line, q: Quantity, choice: Named | None, sector: Mention | None) -> Mention | None:
    """A part that no list knows: "waarvan 2.300 bij winkels in voedingsmiddelen", "namen daarvan 14.800 voor hun rekening"."""
    lower, start = line.lower, line.s.start
    if sector is not None:
        before = max((o.end for o in line.kept if o.end <= q.start), default=-1)
        own = sector.end > q.start or sector.end > before
        found = None if own else _ELSEWHERE.match(lower, q.end) or _NEXT_PLACE.fullmatch(lower, before, q.start)
        if found is None or any(m.start < found.end() and found.start() < m.end for m in (*line.sectors, *line.groups)):
            return None
        return Mention(found.start(), found.end(), "deel", _JOINED.sub("", found[0]).strip())
    if q.unit == "per_1000" and (at := max((o.end for o in line.kept if o.end <= q.start), default=-1)) >= 0:
        found = _NEXT_PLACE.fullmatch(lower, at, q.start)  # "49 per 1.000 banen, in de ICT-opleidingen 58"
        if found is not None:
            return Mention(found.start(), found.end(), "deel", _JOINED.sub("", found[0]).strip())
    if choice is None or not (choice.rule.endswith(".inherited") or choice.end <= q.start):
        return None
    part = _PART.search(lower, start if choice.rule.endswith(".inherited") else choice.end, q.start)
    if part is None or (part[0] in ("onder wie", "van wie", "waarvan") and "," in lower[part.end() : q.start]):
        return None  # "zelfstandigen, onder wie veel bouwvakkers, ...": an aside
    return Mention(part.start(), part.end(), "deel", part[0])


def population_of(group: Mention) -> str:
    """The name of a group that series may have, else the letter's own words for it."""
    return group.name if group.name in _SERIES_GROUPS else group.words
