"""Time expressions of a Dutch sentence, resolved against the sentence, the paragraph and the letter's date. Never today's date.

"het derde kwartaal van 2024" is 2024KW03; "een jaar eerder" shifts the period the text speaks of; "de afgelopen tien jaar" and
"vorig kwartaal" count back from the letter's date and are marked as inferred.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from claims import respective
from claims.time_words import EXPRESSION, resolve
from labour import periods
from labour.periods import Period

_BASE = re.compile(
    r"(?:[Tt]en opzichte van|[Vv]ergeleken met|[Ii]n vergelijking met|[Tt]egenover|t\.o\.v\.|dan|zo(?:veel| [a-z]+) als|meer dan|minder dan"
    r"|hoger dan|lager dan|boven|onder|[Aa]fgezet tegen"
    r"|dan (?:op|bij|tijdens) (?:het|de) (?:hoogtepunt|dieptepunt|piek|top|dal)(?: van)?)"
    r" (?:in |het |de |die |dat |die van |dat van |een |aan het begin van |begin |eind |niveau van |peil van )*$"
)
_YARDSTICK = re.compile(r" als (?:ijkpunt|vertrekpunt|beginpunt|referentie(?:punt)?|vergelijking)\b")
_SINCE = re.compile(
    r"(?:[Ss]inds|[Vv]anaf|[Nn]a) (?:het |de |begin |eind |medio )*$|[Ss]inds (?:het begin|de start) van de (?:reeks|metingen?) in $"
)
_UNTIL = re.compile(
    r"(?:[Tt]ot|[Tt]ot en met|[Tt]/m|[Uu]iterlijk|[Vv]óór) (?:het |de |begin |eind |medio )*$"
    r"|[Vv]oor (?:(?:het )?(?:eind|einde|begin|medio) (?:van )?)?$"  # "voor 2030"; "voor het derde kwartaal" is of that quarter
)
_TITLE = re.compile(
    r"(?:[Mm]onitor|[Nn]ota|[Bb]egroting|[Aa]kkoord|[Aa]genda|[Jj]aarverslag|[Jj]aarrapportage|[Tt]rendrapportage|[Aa]ctieplan|[Ee]nquête"
    r"|Staat van [a-z ]{3,30}|\b[Ww]et [a-z ]{4,40} (?:uit|van)) \(?$"
)
_TOLD = re.compile(
    r"\b(?:meldde|meldden|meldt|publiceerde|publiceerden|berichtte|schreef|schreven|bleek|presenteerde|becijferde)"
    r"(?: (?!dat\b)[a-zA-Zà-ÿ-]+){0,4} $"
)
_TELLS = re.compile(r" (?:publiceerde|meldde|berichtte|schreef|becijferde|bleek)\b")
_PRINTED_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_END = re.compile(r"(?:[Ee]ind|[Ee]inde? van|[Uu]ltimo)(?: het jaar)? $")
_OVER = re.compile(r"\b(?:[Vv]oor|[Oo]ver) $")  # "Voor juli 2025 meldde het CBS 388.000 werklozen"
_YEARS_AND = re.compile(r"(?:[Ii]n|[Jj]aren) $")
_WAS_THAT = re.compile(r" (?:was|waren|bedroeg|stond|stonden|lag|lagen) (?:dat|het(?! (?!slechts|ruim|bijna)[a-z]{4,})|die|deze|dit)\b")
_BETWEEN = re.compile(r"(?:[Tt]ussen|[Vv]an|[Pp]eriode) (?:het |de |begin |eind )*$")
_AND = re.compile(r" (?:en|tot|tot en met|t/m|naar) (?:het |de |begin |eind )*$")


#: expressions that count back from the letter's date: never more than an inference
_COUNTED_BACK = ("part", "part_year", "span_way", "span_n", "span_unit", "prev", "prev_unit", "this", "this_unit", "day", "m_this")


_THAT_YEAR = ("dat jaar", "het jaar ervoor")


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression. ``key`` is a period, ``A..B``, or None when it dates nothing that can be coded.

    Roles: "in" dates the figure, "base" is compared with, "since" and "until" open or close a span, "vague" blocks inheritance, "now" is
    the latest figure of the text,
    "day" is a calendar date (it dates a document rather than a figure), "name" part of a title ("de Arbeidsmarktmonitor 2022").
    """

    start: int
    end: int
    key: str | None
    role: str
    inferred: bool = False
    shift: tuple[str, int] | None = None  # relative to the period spoken of: ("JJ", -1)
    year_end: bool = False  # "eind 2024"
    back: bool = False  # "in het tweede kwartaal was dat 110": looks back from the subject


def find_times(text: str, start: int, end: int, day: date | None, context: str | None, named: Collection[str] = ()) -> list[Time]:
    """The time expressions of text[start:end].

    ``context`` is the period the paragraph last spoke of, used where the letter has no date. A quarter or month without a year is the
    last one before the letter's date; when the letter has ``named`` that very period before, it is not inferred.
    """
    times: list[Time] = []
    year_spoken = _year_of(context) if day is None else None
    elsewhere = named_year = _year_of(context)
    for found in EXPRESSION.finditer(text, start, end):
        if times and found.start() < times[-1].end:
            continue
        if found["q_back"] and not (times and "KW" in (times[-1].key or "")):
            continue  # "het eerste" of something else than quarters
        if found["same_q"]:  # "tussen het tweede kwartaal van 2024 en dat van 2025"
            of = periods.parse(times[-1].key or "") if times else None
            if of is None or of.kind == "JJ":
                continue
        looks_back = found["q_this"] in _THAT_YEAR or found["q_back"]
        key, inferred, shift, role = resolve(found, day, named_year if looks_back else year_spoken)
        named_year = _year_of(key) or named_year
        if inferred and found.lastgroup not in _COUNTED_BACK and key not in named:
            # a quarter or month without a year is settled by the letter's date, unless the paragraph speaks of another year
            inferred = elsewhere is not None and elsewhere != _year_of(key)
        elif key in named:
            inferred = False
        if found["same_q"] and of is not None:
            key, shift = Period(int(found["same_q"]), of.kind, of.number).key, None
        before = text[max(start, found.start() - 40) : found.start()]
        if found["year"] and _TITLE.search(before):
            times.append(Time(found.start(), found.end(), None, "name"))
            continue
        if (
            role == "in"
            and (found["prev"] or found["month"])
            and (_TOLD.search(before) or (_TELLS.match(text, found.end()) and not _OVER.search(before)))
        ):
            role, key = "day", None  # "zo meldde het CBS vorige maand": when it was told, not when it was so
        if role == "in":
            if _YARDSTICK.match(text, found.end()):
                role = "base"
            elif times and times[-1].role == "base" and text[times[-1].end : found.start()] == " (":
                role = "base"  # "t.o.v. vorig kwartaal (KW2)"
            elif _BASE.search(before):
                role = "base"
            elif _SINCE.search(before):
                role = "since"
            elif _UNTIL.search(before):
                role = "until"
        year_end = bool(key and found["year"] and _YEAR_END.search(before))
        if year_end:
            key, inferred = periods.quarter(int(found["year"]), 4), True  # "eind 2024" of a figure by quarter
        if role == "base" and found["prev"]:
            key, inferred, shift = None, False, ("KW" if found["prev_unit"] == "kwartaal" else "JJ", -1)
        time = Time(found.start(), found.end(), key, role, inferred, shift, year_end, _WAS_THAT.match(text, found.end()) is not None)
        if times and key and role in ("in", "until") and times[-1].key and _joins(text, start, end, times[-1], time):
            first = times.pop()
            without = not _PRINTED_YEAR.search(text, first.start, first.end) and first.shift is None
            opens = _in_its_year(first.key, key) if without and _PRINTED_YEAR.search(text, found.start(), found.end()) else None
            if first.key is not None:
                key = f"{opens or first.key}..{key}"
            time = Time(first.start, found.end(), key, "between", (first.inferred and not opens) or inferred)
        if key and role in ("in", "between", "since") and _PRINTED_YEAR.search(text, found.start(), found.end()):
            year_spoken = _year_of(key) or year_spoken
        times.append(time)
    return times


def _in_its_year(first: str | None, last: str) -> str | None:
    """The January of "januari tot en met maart 2024": of the year that is said once, behind both."""
    one, other = periods.parse(first or ""), periods.parse(last)
    if one is None or other is None or one.kind != other.kind:
        return None
    return replace(one, year=other.year - (one.number > other.number)).key


def _joins(text: str, start: int, end: int, first: Time, last: Time) -> bool:
    """ "tussen 2020 en het derde kwartaal van 2024", "van 1997 tot 2020": one span."""
    gap = text[first.end : last.start]
    if first.role not in ("in", "since") or len(gap) > 26 or not _AND.search(gap):
        return False
    before = text[max(start, first.start - 24) : first.start]
    opens = bool(_BETWEEN.search(before)) or (first.role == "since" and "tot" in gap) or gap.strip().startswith(("tot en met", "t/m"))
    if not opens and gap == " en " and first.end - first.start == last.end - last.start == 4:
        opens = bool(_YEARS_AND.search(before)) and not respective.says(text, last.end, end)  # "in 2022 en 2023"
    return opens and _AND.fullmatch(gap) is not None


def _year_of(key: str | None) -> int | None:
    if not key:
        return None
    period = periods.parse(key.rpartition("..")[2])
    return period.year if period else None


def settle(time: Time, reference: str | None, mentioned: str | None = None) -> Time:
    """A relative expression with its period filled in from the period the text speaks of ("sindsdien": the one last mentioned)."""
    if time.shift is not None and time.shift[0] == "then":
        return replace(time, key=mentioned or reference)
    if time.shift is None or reference is None:
        return time
    ends = periods.span(reference)
    period = periods.parse(ends[1] if ends else reference)
    if period is None:
        return time
    kind, steps = time.shift
    if kind == "same":
        moved = Period(steps, period.kind, period.number)
    elif kind == "JJ":
        moved = period.years_earlier(-steps)
    elif kind == "MM" and period.kind == "KW" and steps % 3 == 0:
        moved = period.shift(steps // 3)  # "drie maanden eerder" of a figure by quarter
    elif kind == "KW" and period.kind == "MM" and period.number % 3 == 0:
        moved = periods.containing(period.first_day(), "KW").shift(steps)  # "een kwartaal eerder" than the end of March
    elif kind == period.kind:
        moved = period.shift(steps)
    else:
        return time
    return replace(time, key=moved.key)


_APPOSITION = ", in het "


def settle_all(
    times: list[Time], spoken: str | None, mentioned: str | None, told: Collection[str] = (), *, unsure: bool = False
) -> list[Time]:
    """Relative expressions filled in from the period last spoken of before them, or after them in the same sentence.

    Where the last sentence with a date ``told`` another period than the paragraph is about, or the paragraph has told none (``unsure``),
    "een kwartaal eerder" is inferred.
    """
    result = []
    looked_back = False
    reference = spoken
    direct = next((t.key for t in times if t.key and t.shift is None and t.role in ("in", "between", "base")), None)
    for place, time in enumerate(times):
        after = times[place + 1] if place + 1 < len(times) else None
        settled = settle(time, reference or direct, mentioned)
        if (
            settled.key is None and time.shift and spoken
        ):  # "de daling die in 2022 begon ...: een kwartaal eerder": than of the quarter spoken of
            settled = settle(time, spoken, mentioned)
        if time.shift and settled.key and reference is not None and reference == spoken and (unsure or (told and reference not in told)):
            settled = replace(settled, inferred=True)
        if time.shift and after and after.key and after.role == "in" and not after.back and after.start - time.end <= len(_APPOSITION):
            settled = replace(settled, key=after.key, inferred=after.inferred)  # "een jaar eerder, in het tweede kwartaal van 2023"
        if settled.key and time.role != "day" and (time.shift is None or mentioned is None):
            mentioned = settled.key  # "38 procent meer dan een jaar eerder ... in dat kwartaal": the one named, not the one counted back
        if time.shift and looked_back:
            settled = replace(settled, inferred=True)  # "in het tweede kwartaal was dat 110, een jaar terug 114": than which?
        looked_back = looked_back or time.back
        if settled.key and time.shift is None and time.role in ("in", "between") and not time.back:
            reference = settled.key
        result.append(settled)
    return result
