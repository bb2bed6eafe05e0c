"""Gives each quantity its period: the time expression it stands beside, else the sentence's, else the paragraph's."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from claims import respective
from claims.quantities import Quantity
from claims.timing import Time
from labour import periods


class PeriodSpoken(Protocol):
    period: str | None
    inferred: bool
    recent: bool
    base: str | None
    before: str | None
    told: frozenset[str]


@dataclass(frozen=True, slots=True)
class Dating:
    period: str | None
    base: str | None
    inferred: bool
    rules: tuple[str, ...]
    inherited: bool = False


_BESIDE = re.compile(
    r" ?(?:\([^()]{0,30}\))?,? ?\(?(?:in |over |per |eind |begin |medio |op |aan het einde? van |voor |uit |tussen |van |sinds "
    r"|tot )?(?:het |de |dit |dat )?$"
)
_OPENS = re.compile(r"\((?:in )?(?:het )?$")
_POINTS_BACK = re.compile(r"\W*(?:dat|dit|daarmee|het) (?:zijn|waren|is|was|ging|gaat|kwam|kwamen|betekent)\b")
_ON_DAY = re.compile(r"\b(?:op|per|tot en met|eind|vanaf|sinds) $")
_WAS = re.compile(r"\((?:dit |dat |eerder |dit was |voorheen )?(?:was|waren)(?: nog)? $")
_CLAUSE_ENDS = re.compile(r"[;:(]| (?:terwijl|maar) ")
_CLAUSE = re.compile(r"[,;:()]| (?:terwijl|maar|en|of) ")
_TURN = re.compile(
    r"\b(?:na|vanaf|sinds|onder|boven|dan) (?:een|de|het|die) (?:eerdere? |vorige |laatste )?(?:piek|top|hoogtepunt|dieptepunt|dal|record)"
    r"(?:stand|niveau)?(?: van| met)(?: ruim| bijna| circa)? $"
)
_THAN_THEN = re.compile(r" (?:[a-z]+ )?(?:meer|minder|hoger|lager) dan (?:toen|destijds)\b")
_THAN = re.compile(r"\bdan (?:de |die )?(?:ruim |bijna |circa )?$")
_YEAR_BEGAN = re.compile(r"\bjaar (?:was |is )?(?:begon|begonnen)\b")
_SAID_AGAIN = re.compile(r" ?\(|,? (?:ofwel|oftewel|of) ")  # "5 duizend (3 procent)"
_ASIDE = re.compile(r" [–—-] [^–—;]{8,200}? [–—-] ")
_THEN = re.compile(r"\b(?:toen|destijds)\b")
_NOT_INHERITED = ("years", "months", "weeks", "quarters", "days", "EUR", "count", "multiple", "households")


def date_quantity(
    text: str,
    lower: str,
    q: Quantity,
    start: int,
    end: int,
    kept: list[Quantity],
    times: list[Time],
    spoken: PeriodSpoken,
    *,
    change: bool,
    departs: bool,
) -> Dating:
    """The period of a quantity and, for a change, the one it is compared with."""
    settled = times
    usable = [t for t in settled if t.key and t.role != "day"]
    base = _base(text, q, kept, usable)
    listed = respective.figures(lower, q, kept, start) or respective.pair(lower, q, kept)
    in_order = respective.name_of(lower, listed, [t for t in usable if t.role == "in"]) if listed else None
    if in_order:
        return _dated(in_order, q, base if change else None, departs, "period.in_order")
    if _WAS.search(lower, max(start, q.start - 14), q.start):
        named = next((t.key for t in reversed(usable) if t.key and t.end <= q.start), None) or spoken.period
        current = periods.parse(named or "")
        return Dating(current.shift(-1).key if current else None, None, True, ("period.was",))
    bracketed = next((t for t in settled if t.key and re.fullmatch(r" ?\((?:€ ?)?", text[t.end : q.start])), None)
    if bracketed and not change:
        return _dated(bracketed, q, None, departs, "period.bracketed")
    if _TURN.search(lower, max(start, q.start - 40), q.start) and not _beside(text, q, kept, usable):
        return Dating(None, None, False, ())  # when that turn was is not said
    if _YEAR_BEGAN.search(lower, start, q.start) and not _beside(text, q, kept, usable):
        return Dating(None, None, False, ())  # "Het jaar was begonnen met 411.000"
    if change and _THAN_THEN.match(lower, q.end):  # "op de top waren dat er 464.000; dus 75.000 minder dan toen"
        past = next((t.key for t in reversed(usable) if t.key and t.end <= q.start and t.role == "in"), None) or spoken.base
        return Dating(spoken.period if past != spoken.period else None, past, spoken.inferred, ("period.than_then",), True)
    beside = _beside(text, q, kept, usable)
    if beside and not (change and (beside.role in ("base", "since") or beside.shift)) and not (q.unit == "rank" and beside.role == "since"):
        return _dated(beside, q, base if change else None, departs, "period.beside", change=change)
    then = _then(lower, q, start, usable)
    if then and not change:
        return _dated(then, q, None, departs, "period.then")
    asides = [m.span() for m in _ASIDE.finditer(text, start, end) if not m.start() <= q.start < m.end()]
    outside = [t for t in usable if not any(a <= t.start < b for a, b in asides)]
    own = [
        t
        for t in outside
        if t.role in ("in", "between", "span", "until")
        and not (t.shift and (change or t.start > q.start))
        and not (t.start >= q.end and ";" in text[q.end : t.start])
        and not (t.start >= q.end and any(t.end <= o.start <= t.end + 30 and "," not in text[t.end : o.start] for o in kept))
        and not _belongs_to_other(text, t, q, kept)
    ]
    since = next((t for t in usable if t.role == "since"), None)
    if change and since and not base:
        elsewhere = [t for t in usable if t.role == "in" and not t.shift]
        now = next((t.key for t in reversed(own or elsewhere) if t.key), None) or spoken.period
        if now and since.key and now != since.key:
            return Dating(f"{since.key}..{now}", since.key, since.inferred or not own, ("period.since",))
        base = since
    before = [t for t in own if t.end <= q.start]
    if not before and not own:
        before = [t for t in outside if t.role in ("in", "between") and t.end <= q.start and not (change and t.shift)]
        if change and base:  # "6 duizend minder dan de 395 duizend van het eerste kwartaal en 12 duizend minder dan in het tweede"
            compared = [o for o in kept if _THAN.search(lower, max(start, o.start - 20), o.start)]
            before = [t for t in before if not _belongs_to_other(text, t, q, compared)]
    choice = before[-1] if before else (own[0] if own else None)
    if choice and _is_set_against_now(choice, q, kept, times):  # "in 2014 was dat 8,7 procent, nu 3,7"
        return Dating(spoken.period if spoken.recent else None, None, True, ("period.now",))
    if (
        choice is None
        and since
        and not change
        and (q.unit in _NOT_INHERITED or "vanaf" in lower[max(start, since.start - 12) : since.start])
    ):
        choice = since  # "sinds 2013 niet eerder zo hoog" dates no level, "vanaf 2029 zijn het er 9.000" does
    if choice:
        return _dated(choice, q, base if change else None, departs, "period.sentence", change=change)
    alone = [t for t in usable if t.role in ("in", "between")]
    later = len(alone) == 1 and not alone[0].shift and alone[0].start >= q.end
    if (
        later and change and not base and not any(o.start >= alone[0].end for o in kept)
    ):  # "is in een jaar tijd met 4 duizend gedaald, van 521 naar 517 duizend in het derde kwartaal"
        return Dating(alone[0].key, None, True, ("period.sentence",))
    later = later and not change and not _belongs_to_other(text, alone[0], q, kept)
    gap = text[q.end : alone[0].start] if later else ""
    if later and not _CLAUSE.search(gap):
        return _dated(alone[0], q, None, departs, "period.sentence")  # "Naast 410 duizend werklozen telde het land in 2024 ..."
    later = later and not _CLAUSE_ENDS.search(gap)
    if _THEN.search(lower, start, q.start) and spoken.base and not change:
        return Dating(spoken.base, None, False, ("period.then",))
    present = any(t.role == "now" for t in settled)
    if any(t.role == "vague" for t in settled) or (present and not spoken.recent) or q.unit in _NOT_INHERITED:
        return Dating(None, base.key if base and change else None, False, ())
    dated = next((t for t in settled if t.role == "day" and t.key and _ON_DAY.search(lower, max(start, t.start - 14), t.start)), None)
    if dated and not change:
        return Dating(dated.key, None, True, ("period.day",))
    if spoken.period:
        ends = periods.span(spoken.period)
        pointed = pointed_at(lower, start, spoken.told)
        if pointed and pointed != spoken.period:
            return Dating(pointed, base.key if base and change else None, True, ("period.sentence_before",), True)
        if ends and not change and spoken.inferred:
            return Dating(None, None, False, ())
        return Dating(
            spoken.period, base.key if base and change else None, spoken.inferred or present or later, ("period.paragraph",), True
        )
    if spoken.before and q.unit != "rank":
        return Dating(spoken.before, base.key if base and change else None, True, ("period.paragraph_before",), True)
    return Dating(None, base.key if base and change else None, False, ())


def _is_set_against_now(choice: Time, q: Quantity, kept: list[Quantity], times: list[Time]) -> bool:
    """Whether "nu" parts a figure from the time before it, which already dates another figure."""
    return any(t.role == "now" and any(choice.start <= o.start < t.start for o in kept) and t.start < q.start for t in times)


def pointed_at(lower: str, start: int, told: Collection[str]) -> str | None:
    """The one period that the sentence before named, of a sentence that opens with "dat zijn er"."""
    return next(iter(told)) if len(told) == 1 and _POINTS_BACK.match(lower, start) else None


def _base(text: str, q: Quantity, kept: list[Quantity], times: list[Time]) -> Time | None:
    """What a change is compared with: the base time right behind it, else one named before it; not that of a figure after it."""
    bases = [t for t in times if t.role == "base"]
    others = [o for o in kept if o.start >= q.end and not _SAID_AGAIN.fullmatch(text, q.end, o.start)]
    own = [t for t in bases if t.start >= q.end and ";" not in text[q.end : t.start] and not any(o.start < t.start for o in others)]
    return own[0] if own else next((t for t in bases if t.end <= q.start), None)


def _then(lower: str, q: Quantity, start: int, times: list[Time]) -> Time | None:
    """ "hoger dan in het vierde kwartaal van 2021, toen er 387 duizend vacatures waren": the time that "toen" points back to."""
    found = None
    for match in _THEN.finditer(lower, start, q.start):
        found = match
    if found is None:
        return None
    before = [t for t in times if t.end <= found.start()]
    if any(found.end() <= t.start and t.end <= q.start for t in times):
        return None  # "van eind 2024, toen er 1.265.000 waren, tot medio 2025 ... 1.189.000"
    return before[-1] if before and found.start() - before[-1].end < 6 else None


def _beside(text: str, q: Quantity, kept: list[Quantity], times: list[Time]) -> Time | None:
    """The time expression right after the quantity: "445 duizend in het derde kwartaal van 2022"."""
    return next((t for t in times if t.start >= q.end and _binds(text, q, t, kept)), None)


def _belongs_to_other(text: str, time: Time, q: Quantity, kept: list[Quantity]) -> bool:
    """Whether a time expression stands right behind another quantity."""
    return any(o is not q and o.end <= time.start and _binds(text, o, time, kept) for o in kept)


def _binds(text: str, q: Quantity, time: Time, kept: list[Quantity]) -> bool:
    """ "445 duizend in het derde kwartaal": but in "was 3,7 procent, in augustus 3,5 procent" the month belongs to the next figure."""
    if time.start - q.end > 46 or not _BESIDE.fullmatch(text, q.end, time.start):
        return False
    gap = text[q.end : time.start]
    if _OPENS.search(gap) and text.startswith(")", time.end):
        return True  # "5.136 duizend (Q1 2020), 5.184 duizend (Q4 2020)"
    reach = 30 if "," in gap else 6 if "(" in gap else -1
    return not any(time.end <= o.start <= time.end + reach for o in kept)


def _dated(time: Time, q: Quantity, base: Time | None, departs: bool, rule: str, *, change: bool = False) -> Dating:
    key, base_key = time.key, base.key if base else None
    ends = periods.span(key or "")
    rules = (rule, *(("period.inferred",) if time.inferred else ()), *(("period.year_end",) if time.year_end else ()))
    if ends and time.role == "span":  # "de afgelopen tien jaar": the pair's first figure dates from the start, its last from the end
        if departs:
            return Dating(ends[0], None, True, rules)
        if change:
            return Dating(key, base_key or ends[0], True, rules)
        return Dating(ends[1], base_key, True, rules)
    if ends and base_key is None:
        base_key = ends[0]
    return Dating(key, base_key, time.inferred, rules)
