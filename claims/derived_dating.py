"""Periods that follow from something else than a time expression: the other figure of a pair, the length of a streak, the indicator."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from claims.dating import Dating
from claims.quantities import Quantity
from claims.spoken import Spoken
from claims.timing import Time
from labour import periods
from labour.indicators import Indicator

_RUNNING = re.compile(r"\b(?:inmiddels|nu|nog altijd|nog steeds)\b")
_AFTER = re.compile(r"\bna (?:het )?$|\bna (?:de|het|die|dat) (?:piek|top|hoogtepunt|dieptepunt|dal|record)[a-z]*\b(?:[^.;:]|\.(?=\d))*$")
SAME_SPAN = re.compile(
    r"\b(?:in|over) (?:die|deze|dezelfde|diezelfde) (?:periode|tijd|(?:[a-z]+|\d{1,2}) (?:jaar|kwartalen|maanden)(?: tijd)?)\b"
)
#: "1.149.000, tegen 1.233.000 in het eerste kwartaal van 2025: een min van"
_SUMS_UP = re.compile(
    r"[:,;\u2013-] (?:dat is |dus |oftewel |ofwel )?een (?:[a-z]+ )?(?:min|plus|daling|stijging|toename|afname|groei|krimp)"
    r"(?: [a-z]+)? (?:van|met) (?:[a-z]+ )?$"
)
_BEGAN = re.compile(r" (?:begon|inzette|startte|is ingezet|is begonnen|werd ingezet)\b")
_STRETCH = re.compile(r"\b(?:in|binnen) (?:die |deze )?[a-zéë0-9]+ (?:jaar|maanden)(?: tijd)?\b")
_BRACKET = re.compile(r"[a-zà-ÿ ]{0,24}\((?:in )?(?:het )?")
_TO = re.compile(r",? (?:respectievelijk|resp\.|en|naar) (?:in )?(?:het )?")
#: stocks at the end of a quarter: "eind 2024" is their fourth quarter and nothing else
_END_OF_QUARTER = ("open_vacancies", "vacancy_rate", "labour_market_tension")


def whole_period(dating: Dating, indicator: Indicator | None) -> Dating:
    """ "eind maart" for a figure that is published by quarter means the first quarter."""
    period = periods.parse(dating.period or "")
    if indicator is not None and indicator.id in _END_OF_QUARTER and "period.year_end" in dating.rules:
        return replace(dating, inferred=False)
    if indicator is None or period is None or period.kind != "MM" or "MM" in indicator.frequency or "KW" not in indicator.frequency:
        return dating
    quarter = periods.containing(period.first_day(), "KW")
    return replace(
        dating, period=quarter.key, inferred=dating.inferred or period.number % 3 != 0, rules=(*dating.rules, "period.quarter_end")
    )


def whole_year(key: str | None) -> bool:
    """Whether a period is one year."""
    period = periods.parse(key or "")
    return period is not None and period.kind == "JJ"


def ends_of_span(lower: str, start: int, first: Quantity, times: list[Time], spoken: str | None) -> tuple[str, str] | None:
    """Of "in diezelfde periode van 452 naar 417": the period spoken of and the one its own sentence sets it against, earlier first."""
    if SAME_SPAN.search(lower, start, first.start) is None:
        return None
    told = sorted({t.key for t in times if t.key and t.end <= first.start and t.role in ("in", "base")} | ({spoken} if spoken else set()))
    kinds = {one.kind for key in told if (one := periods.parse(key))}
    return (told[0], told[1]) if len(told) == 2 and len(kinds) == 1 else None


def summed_up(lower: str, start: int, times: list[Time], q: Quantity, dating: Dating) -> Dating:
    """A change that sums up two figures told just before it: from the earlier of their periods to the later."""
    if _SUMS_UP.search(lower, max(start, q.start - 60), q.start) is None:
        return dating
    told = sorted({t.key for t in times if t.key and t.end <= q.start and t.role in ("in", "base")})
    kinds = {one.kind for key in told if (one := periods.parse(key))}
    if len(told) != 2 or len(kinds) != 1 or dating.period not in told:
        return dating
    return replace(dating, period=told[1], base=told[0])


def of_one_kind(dating: Dating, base: str | None, spoken: Spoken) -> Dating:
    """ "Ten opzichte van het tweede kwartaal van 2024 nam het toe": a change from a quarter is one to a quarter, not to the month before.

    Only a period taken from the sentences before gives way, to the one of the base's kind that they name.
    """
    one, other = periods.parse(base or ""), periods.parse(dating.period or "")
    if one is None or other is None or (one.kind, other.kind) not in (("KW", "MM"), ("MM", "KW")) or not dating.inherited:
        return dating
    alike = [key for key in spoken.both if (period := periods.parse(key)) and period.kind == one.kind and key > (base or "")]
    return replace(dating, period=alike[0] if len(alike) == 1 else None, inferred=True)


def is_future(period: str | None, day: date | None) -> bool:
    """Whether a period begins after the letter's date."""
    if not period or day is None:
        return False
    ends = periods.span(period)
    parsed = periods.parse(ends[1] if ends else period)
    return parsed is not None and parsed.first_day() > day


def end_of_pair(dating: Dating, comparison: tuple[str, int] | None, times: list[Time], same_span: str | None = None) -> Dating:
    """The period of the first figure of "van X naar Y": what the sentence compares with, else the period before the second's.

    A first figure that has a date of its own keeps it; one whose date only follows is marked as inferred.
    """
    own = [t for t in times if t.key and t.role == "in" and t.shift is None]
    if (dating.inherited or dating.period is None) and len(
        own
    ) == 1:  # "in een jaar tijd gestegen, van 506 naar 438 duizend in kwartaal 4 van 2018"
        dating = Dating(own[0].key, None, own[0].inferred, ("period.sentence",))
    if dating.period is None or "period.beside" in dating.rules or periods.span(dating.period) or "period.inferred" in dating.rules:
        return dating
    if same_span:  # "in die periode van 1,23 naar 1,26 miljoen"
        return Dating(same_span, None, False, ("period.same_span",))
    since = next((t for t in times if t.key and t.role in ("since", "base")), None)
    if since is not None:
        return Dating(since.key, None, since.inferred, ("period.since",))
    if comparison:
        return Dating(shifted(dating.period, comparison), None, dating.inferred, ("period.compared",))
    period = periods.parse(dating.period)
    return Dating(period.shift(-1).key if period else None, None, True, ("period.pair_inferred",))


def in_brackets(text: str, last: Quantity, times: list[Time]) -> tuple[Dating, Dating] | None:
    """The periods of a pair named behind it: "van 3,23 naar 3,19 miljoen (tweede kwartaal 2023 respectievelijk tweede kwartaal 2024)"."""
    behind = [t for t in times if t.key and t.start >= last.end]
    if (
        len(behind) < 2
        or not _BRACKET.fullmatch(text, last.end, behind[0].start)
        or not _TO.fullmatch(text, behind[0].end, behind[1].start)
    ):
        return None
    first, second = (Dating(t.key, None, t.inferred, ("period.in_brackets",)) for t in behind[:2])
    return first, second


def end_of_stretch(
    lower: str, start: int, end: int, dating: Dating, spoken: Spoken, times: list[Time], comparison: tuple[str, int]
) -> Dating:
    """The period of a change "in een jaar tijd" in a sentence without a period: the paragraph's latest, when that is where it ends.

    A period of long before the letter may as well be where the stretch began; then it is inferred.
    """
    latest = spoken.latest
    if dating.period is None:
        return dating
    named = [t.key for t in times if t.key and t.shift is None and shifted(t.key, comparison) == dating.period]
    if named:  # "404 in kw3 2024 en 416 in kw3 2023: een daling van 12 op jaarbasis"
        return replace(dating, period=named[-1], rules=(*dating.rules, "period.stretch"))
    if not _STRETCH.search(lower, start, end):
        return dating
    current = _of_kind(spoken.period, dating.period)
    if "period.sentence" in dating.rules and current and shifted(current, comparison) == dating.period:
        return replace(dating, period=current, rules=(*dating.rules, "period.stretch"))  # "... en in 2023 nog 397: een daling van 10"
    if "period.paragraph" not in dating.rules:
        return dating
    if latest and latest != dating.period and shifted(latest, comparison) == dating.period:
        return replace(dating, period=latest, rules=(*dating.rules, "period.stretch"))
    return dating if spoken.recent else replace(dating, inferred=True, rules=(*dating.rules, "period.stretch"))


def _of_kind(key: str | None, like: str) -> str | None:
    """A month as the quarter that it closes, where the other period is a quarter: "eind juni" beside "het tweede kwartaal"."""
    one, other = periods.parse(key or ""), periods.parse(like)
    if one is not None and other is not None and (one.kind, other.kind) == ("MM", "KW") and one.number % 3 == 0:
        return periods.containing(one.first_day(), "KW").key
    return key


def streak_dating(
    lower: str, start: int, end: int, q: Quantity, dating: Dating, day: date | None, times: list[Time], *, turns: bool, recent: bool
) -> Dating:
    """A streak of N quarters begins at the period named with "sinds", else ends at the one named, else at the last complete one."""
    kind = {"quarters": "KW", "years": "JJ", "months": "MM"}.get(q.unit or "")
    if kind is None or q.value is None:
        return dating
    since = next((t for t in times if t.key and _opens_streak(lower, start, t, q)), None)
    running = _RUNNING.search(lower, start, end) is not None
    opens = periods.parse(since.key or "") if since else None
    if opens is not None and opens.kind == kind:
        if since is not None and turns and (since.shift or _AFTER.search(lower, start, since.start)):
            opens = opens.shift(1)  # "Sindsdien vijf kwartalen op rij gedaald": the first fall is that of the period after the peak
        closes = opens.shift(int(q.value) - 1)
        if day is not None:  # a streak that still runs has lasted until the letter, and none has lasted past it
            last = periods.last_complete(day, kind)
            closes = last if running else min(closes, last)
        return Dating(f"{opens.key}..{closes.key}", None, bool(since and since.inferred), ("period.streak_since",))
    if periods.span(dating.period or "") and dating.rules and not dating.inherited:
        return dating
    dated = [t for t in times if t.key and (t.end <= q.start or t.role == "until")]
    behind = dating.rules[:1] == ("period.sentence",) and not dated  # "drie kwartalen op rij gedaald en ligt nu onder dat van 2024"
    current = dating.inherited and dating.rules[:1] == ("period.paragraph",) and recent  # "Daarmee groeide het voor het vijfde kwartaal"
    told = dating.period if current or not dating.inherited else None
    ended = periods.parse(told) if told and not behind else None
    inferred = dating.inferred
    if ended is None or ended.kind != kind:
        if day is None:
            return dating
        ended, inferred = periods.last_complete(day, kind), True
    return Dating(f"{ended.shift(1 - int(q.value)).key}..{ended.key}", None, inferred, ("period.streak",))


def _opens_streak(lower: str, start: int, time: Time, q: Quantity) -> bool:
    """Whether a streak begins at a time: "sinds", "die in 2022 begon", "na de piek in het tweede kwartaal"."""
    if time.role == "since":
        return True
    return time.end <= q.start and (_BEGAN.match(lower, time.end) or _AFTER.search(lower, start, time.start)) is not None


def shifted(period: str, shift: tuple[str, int]) -> str | None:
    """A period moved by ("JJ", -1) years or by steps of its own kind; None when the kinds differ."""
    ends = periods.span(period)
    parsed = periods.parse(ends[1] if ends else period)
    if parsed is None:
        return None
    kind, steps = shift
    if kind == "JJ":
        return parsed.years_earlier(-steps).key
    return parsed.shift(steps).key if parsed.kind == kind else None
