"""Which indicators a sentence names, and which of them a quantity is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.grammar import Grammar
from claims.quantities import Quantity
from labour.indicators import Indicator

#: "de beroepsbevolking (werkenden en werklozen samen)": what a whole is made of is not what the figure counts
_TOGETHER = re.compile(r"[,(][^,();]{3,60} samen[,)]")
#: "naast de werklozen zijn er 535.000 deeltijders": no subject of what follows
_BESIDES = re.compile(r"\b(?:naast|behalve|afgezien van) (?:de |al die |alle |het aantal )?$")
#: "de rest", "de groep die": a subject of its own that no list knows
ANOTHER = re.compile(
    r"\b(?:de rest|de overigen?|de anderen|de groep (?:die|van|met|werk[a-z]*)"
    r"|het aantal (?:mensen|personen) (?:dat|met|in))\b"
)
#: "bijna de helft van de werkenden had er een, 4,8 miljoen mensen": the whole of a part, and not what is counted
_A_PART_OF = re.compile(r"\b(?:helft|kwart|derde|deel|procent|aandeel) van (?:de |alle |onze |het aantal )$|% van (?:de |alle )$")
_OUT_OF = re.compile(r" van (?:de|alle|onze) (?:ruim |bijna |circa )?")  # "werkenden in deeltijd: 4,7 miljoen van de 9,8 miljoen"
_AGAINST = re.compile(r"\b(?:tegenover|tegen)\b")
_OF_ALL = re.compile(r"\b(?:van de|van alle|alle) $")
_SHORTAGE = re.compile(r"[a-zà-ÿ]*tekort(?:en)?\b|\bonderbezetting\b")
#: characters before a sentence in which a bare "het tekort" may have been named
REACH = 400
_CLAUSE_END = re.compile(r"[,;:.()]")
_NEXT_SUBJECT = re.compile(r"[,;:.()]| en (?=(?:de|het) )")  # "op 73,2 procent en de bruto participatie op 76,3"


@dataclass(frozen=True, slots=True)
class Named:
    """An indicator phrase of a sentence, with the position where it stands."""

    indicator: Indicator
    start: int
    end: int
    rule: str
    excludes: re.Pattern[str] | None = None


def indicators_named(lower: str, start: int, end: int, grammar: Grammar) -> list[Named]:
    """Every indicator that the sentence names, in order."""
    part = lower[start:end]
    named: list[Named] = []
    short = _SHORTAGE.search(lower, start, end) if "tekort" in part or "onderbezetting" in part else None
    parts = [m.span() for m in _TOGETHER.finditer(lower, start, end)] if " samen" in part else []
    for place in grammar.indicator_keys.places(lower, start, end):
        candidate = grammar.indicators[place]
        if candidate.indicator.is_shortage and not short:
            continue
        for m in candidate.pattern.finditer(lower, start, end):
            if any(a < m.start() < b for a, b in parts):
                continue
            named.append(Named(candidate.indicator, m.start(), m.end(), f"indicator.{candidate.indicator.id}", candidate.excludes))
    if short and not any(n.indicator.is_shortage for n in named):
        named += _shortage_of_before(lower, start, short, grammar)
    return sorted(named, key=lambda n: (n.start, -n.end))


def _shortage_of_before(lower: str, start: int, short: re.Match[str], grammar: Grammar) -> list[Named]:
    """ "124.300 mensen werken in de kinderopvang. Het tekort steeg ...": the shortage of what the paragraph named last."""
    first = max(lower.rfind("\n\n", 0, start), start - REACH, 0)
    found = [(m.end(), c) for c in grammar.indicators if c.indicator.is_shortage for m in c.pattern.finditer(lower, first, start)]
    if not found:
        return []
    candidate = max(found, key=lambda one: one[0])[1]
    return [Named(candidate.indicator, short.start(), short.end(), f"indicator.{candidate.indicator.id}.before", candidate.excludes)]


#: wholes of the field: their bare noun ("werknemers") says less than the part named close by
WHOLES = ("employees", "employed_persons", "labour_force", "open_vacancies")


_ALL_NOUNS = ("werknemers", "werkenden")
#: a part that is named with its whole: "deeltijders die meer uren willen werken"
NARROWER = {"part_time_workers": "underemployed_part_time_workers"}


def choose_indicator(lower: str, q: Quantity, named: list[Named], change: bool, others: Sequence[Quantity] = ()) -> Named | None:
    """The named indicator that fits the unit and stands nearest; a longer phrase wins over a shorter one inside it.

    A phrase does not name its indicator when one of the indicator's excluding words stands around it or between it and the number.
    """
    counted = next((n for n in named if n.start < q.end and q.start < n.end and n.indicator.id in WHOLES), None)
    if counted and fits_unit(counted.indicator, q, change) and _OF_ALL.search(lower, max(0, q.start - 12), q.start):
        return counted  # "van de 9,8 miljoen werkenden doet bijna de helft het in deeltijd"
    if q.unit == "persons" and any(_OUT_OF.fullmatch(lower, o.end, q.start) for o in others if o.end <= q.start):
        return next((n for n in named if n.indicator.id in WHOLES and fits_unit(n.indicator, q, change)), None)
    fitting = [
        n for n in named if fits_unit(n.indicator, q, change) and not _excluded(lower, q, n) and not _counts_another(lower, q, n, others)
    ]
    fitting = [n for n in fitting if n.end > q.start or not _BESIDES.search(lower, max(0, n.start - 24), n.start)]
    if q.unit == "persons":
        fitting = [n for n in fitting if not (n.indicator.id in WHOLES and _A_PART_OF.search(lower, max(0, n.start - 32), n.start))]
    fitting = [n for n in fitting if n.end > q.start or not ANOTHER.search(lower, n.end, q.start)]
    fitting = [
        n
        for n in fitting
        if not any(o.start <= n.start and n.end <= o.end and o is not n and o.end - o.start > n.end - n.start for o in fitting)
    ]
    taken_of = [n for n in fitting if n.start >= q.end and lower[q.end : n.start] in (" van de ", " van alle ", " van deze ")]
    if taken_of:  # "bij 1.565.000 van de deeltijders gaat het om een baan van minder dan 20 uur"
        reach = min((o.start for o in others if o.start >= q.end), default=q.end + 90)
        narrower_ones = [n for n in fitting if n not in taken_of and q.end <= n.start < reach]
        fitting = [n for n in fitting if n not in taken_of] if narrower_ones else fitting
    if not fitting:
        return None
    whole = next((n for n in fitting if n.start < q.end and q.start < n.end and n.indicator.id in WHOLES), None)
    if whole:  # "9,7 miljoen werkenden: 8,13 miljoen werknemers": what it counts itself, and no other whole
        fitting = [n for n in fitting if n is whole or n.indicator.id not in WHOLES]
    best = min(fitting, key=lambda n: (_distance(lower, q, n, others) + _labelled(lower, q, n), -(n.end - n.start)))
    closing = (n for n in fitting if n.indicator is best.indicator and n.end <= q.start)
    if q.noun in _ALL_NOUNS and best.end <= q.start and any(_closes(lower, q, n, others) for n in closing):
        return None  # "5,3 miljoen werknemers met een vaste arbeidsrelatie en 8,0 miljoen werknemers"
    part = _part_behind(lower, q, best, fitting, others)
    if part is not None:
        return part
    narrower = next((n for n in fitting if n.indicator.id == NARROWER.get(best.indicator.id)), None)
    if narrower and not any(min(best.end, narrower.end) <= o.start < max(best.start, narrower.start) for o in others if o is not q):
        return narrower
    return best


def _counts_another(lower: str, q: Quantity, named: Named, others: Sequence[Quantity]) -> bool:
    """Whether a phrase behind a figure is what the next one counts: "4,7 miljoen, tegenover 5,1 miljoen voltijders"."""
    if q.unit in ("percent", "percentage_point", "fraction") or named.start < q.end:
        return False
    if "unit.list" in q.rules and not _AGAINST.search(lower, q.end, named.start):
        return False  # "5,6 miljoen vaste en 2,7 miljoen flexibele werknemers"
    parted = ";" in lower[q.end : named.start]  # "4,8 miljoen mensen; voltijders waren er 5,05 miljoen"
    return any(o.start >= q.end and (o.start < named.start < o.end or (parted and o.start >= named.end)) for o in others)


def _part_behind(lower: str, q: Quantity, best: Named, fitting: Sequence[Named], others: Sequence[Quantity]) -> Named | None:
    """ "5,39 miljoen werknemers hadden in dat kwartaal een vast contract": the one part that its clause names."""
    if best.indicator.id not in WHOLES or not (best.start < q.end and q.start < best.end):
        return None
    stop = _CLAUSE_END.search(lower, q.end)
    reach = min([q.end + 90, *(o.start for o in others if o.start >= q.end), *([stop.start()] if stop else [])])
    parts = [n for n in fitting if n.indicator.id in (*SHARES, *_BY_HOURS) and q.end <= n.start < reach]
    return parts[0] if len({n.indicator.id for n in parts}) == 1 else None


def _excluded(lower: str, q: Quantity, named: Named) -> bool:
    first, last = min(named.start, q.start), max(named.end, q.end)
    if named.excludes is None:
        return False
    stop = _NEXT_SUBJECT.search(lower, last, last + 40)
    opens = max(0, first - 30, lower.rfind(". ", 0, first) + 1)
    return named.excludes.search(lower, opens, stop.start() if stop else last + 40) is not None


def _distance(lower: str, q: Quantity, named: Named, others: Sequence[Quantity]) -> float:
    """How far a phrase stands from a number: a subject mostly stands before it, and another number between the two parts them."""
    if named.start < q.end and q.start < named.end:
        # the counted noun itself ("werknemers") says less than a phrase close by ("met een vaste arbeidsrelatie")
        if named.end - named.start > len(q.noun) + 4:
            return 0
        return 45 if named.indicator.id in WHOLES else 8
    whole = 25 * (named.indicator.id in WHOLES)
    if named.end <= q.start:
        between = any(named.end <= o.start < q.start for o in others)
        # it already names the figure before it
        taken = q.start - named.end > 2 and any(o is not q and o.start < named.start <= o.end + 25 and o.end <= q.start for o in others)
        # "dat men op flex leunt, is achterhaald: 5,4 miljoen hadden een vast contract"
        set_apart = ": " in lower[named.end + 1 : q.start] and not between
        return q.start - named.end + 40 * (between or set_apart) + 50 * (taken or _closes(lower, q, named, others)) + whole
    between = any(q.end <= o.start < named.start for o in others)
    # "2,75 miljoen en het aantal zzp'ers 1,146 miljoen": it opens what is said of the figure after
    opens = _AND.search(lower, q.end, named.start) is not None and any(
        0 < o.start - named.end <= _NEXT and _opened(lower[named.end : o.start]) for o in others
    )
    return (named.start - q.end) * 1.3 + 60 * (between or opens or ";" in lower[q.end : named.start]) + whole


def _closes(lower: str, q: Quantity, named: Named, others: Sequence[Quantity]) -> bool:
    """Whether a phrase closes what was said of the figure before: "een vast contract en 2.758 duizend een flexibel contract"."""
    return lower[named.end : q.start] in _JOINTS and any(o.end <= named.start for o in others)


_JOINTS = (" en ", ", ", ", bij ", " en bij ", " en nog ", "; ", " tegenover ", " tegen ")
_AND = re.compile(r"\b(?:en|maar|terwijl|tegenover)\b|[;,]")
_NEXT = 34  # characters: " slonk in dezelfde periode met "


def _opened(gap: str) -> bool:
    return "," not in gap and " en " not in gap and ";" not in gap


_LABEL = re.compile(r" ?(?:[a-z]+ ){0,3}(?:[qk]w?[1-4] )?(?:(?:19|20)\d\d)?:")


def _labelled(lower: str, q: Quantity, named: Named) -> float:
    """ "voltijders: 5.088.000; deeltijders: 4.713.000": a phrase before a colon names what follows it."""
    return 60 if named.start >= q.end and _LABEL.match(lower, named.end) else 0


def topics(lower: str, named: list[Named]) -> list[Named]:
    """What a sentence is about: not the whole that it takes a part of, "van alle werknemers is dat bijna een derde"."""
    return [n for n in named if n.indicator.id not in WHOLES or not _OF_ALL.search(lower, max(0, n.start - 12), n.start)]


#: groups of persons whose share of all workers or employees can be made from two held figures
SHARES = ("part_time_workers", "full_time_workers", "flexible_employees", "permanent_employees", "self_employed_without_personnel")
_BY_HOURS = ("part_time_workers_under_20_hours", "part_time_workers_20_to_35_hours", "part_time_workers_under_12_hours")
_OF_OTHERS = re.compile(
    r"(?:%|procent|deel|kwart|helft|derde|\d) van (?:de |het |alle |onze )?(?!werkenden|werknemers|werkzame|deeltijd|flexwerkers"
    r"|zzp)[a-zà-ÿ-]{3,}"
)


def share_of(lower: str, q: Quantity, start: int, end: int, named: list[Named], others: Sequence[Quantity]) -> Named | None:
    """ "48 procent werkt in deeltijd": a share of all workers, unless the sentence says of whom else."""
    if q.unit not in ("percent", "fraction") or _OF_OTHERS.search(lower, start, end):
        return None
    fitting = [n for n in named if n.indicator.id in SHARES and not _excluded(lower, q, n)]
    return min(fitting, key=lambda n: _distance(lower, q, n, others), default=None)


def fits_unit(indicator: Indicator, q: Quantity, change: bool) -> bool:
    units = (indicator.unit, *indicator.units)
    if indicator.unit in ("per_100", "per_1000") and not q.ratio and q.unit in ("vacancies", "persons") and (q.value or 0) >= 1000:
        return False  # "405.000 vacatures en op elke honderd werklozen 108": a count beside its ratio
    if "streak.counted" in q.rules or q.unit in ("rank", "multiple"):
        return True
    if change and q.unit in ("percent", "percentage_point"):
        return True
    if q.unit == "percent" and indicator.unit == "per_1000":
        return True  # a vacancy rate in percent is a slip that a reader wants to see
    if q.unit == "percentage_point":
        return "percent" in units
    if q.unit == "fraction":
        return "percent" in units
    if q.unit == "hours":
        return "hours_per_week" in units
    return q.unit in units
