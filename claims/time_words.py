"""The Dutch words for time as one pattern, and what each expression means on the letter's date."""

from __future__ import annotations

import re
from datetime import date

from claims.number_words import number_word
from labour import periods
from labour.periods import Period

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_MONTH = r"(?:" + "|".join(f"[{name[0].upper()}{name[0]}]{name[1:]}" for name in MONTHS) + r")"
_SHORT_MONTHS = "jan feb mrt apr mei jun jul aug sep okt nov dec".split()
#: a part of a year is mostly about that quarter; never more than an inference
_PARTS_OF_YEAR = {"begin": 1, "voorjaar": 2, "lente": 2, "medio": 2, "midden": 2, "zomer": 3, "herfst": 4, "najaar": 4}
#: four digits before one of these count something and are no year
COUNTED = (
    r"(?:procent|%|miljoen|mln|duizend|miljard|fte|vacatures|personen|mensen|banen|arbeidsplaatsen|euro|uur|werk(?:nemers|lozen|enden|gevers|zoekenden|plekken)|medewerkers|gemeenten"
    r"|plaatsen|plekken|woningen|leraren|docenten|agenten|militairen|verpleegkundigen|studenten|leerlingen|deelnemers|kandidaten|jongeren"
    r"|vrouwen|mannen|statushouders|aanvragen|meldingen|subsidies|bedrijven|ondernemingen|ondernemers|trajecten|contracten|instellingen"
    r"|scholen|cursussen|opleidingen|inwoners|cliënten|patiënten|klanten|zzp|uitkeringen|huishoudens|respondenten)"
)
_YEAR = r"(?:19[5-9]\d|20[0-6]\d)(?![\d/]|[.,]\d)"
_ORDINAL = r"(?:[Ee]erste|[Tt]weede|[Dd]erde|[Vv]ierde|[Ll]aatste|[1-4](?:e|de|ste))"
_COUNT = r"(?:\d{1,2}|[A-Za-zé][a-zé]{2,11})"
_ORDINAL_VALUE = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": 4}

#: every alternative begins at a word's start, which is looked for once
EXPRESSION = re.compile(
    rf"\b(?=[0-9AaBbDdEeÉéFfHhIiJjKkLlMmNnOoPpQSsTtVvWwZz])"
    rf"(?:(?:(?P<q_before>[Vv]orig jaar|[Dd]it jaar),? in het )?(?P<q_ord>{_ORDINAL})(?: en (?:het )?(?P<q_ord2>{_ORDINAL}))?"
    rf" (?:kwartaal(?! op rij)|kw\b\.?)(?:,? (?:van "
    rf"|in )?(?:het jaar )?(?:(?P<q_year>{_YEAR})"
    r"|(?P<q_this>dit jaar|dat jaar|vorig jaar|het jaar ervoor)))?"
    rf"|(?P<q_slot>[Ss]lotkwartaal)(?: van)?(?: het jaar)?(?: (?P<q_slot_year>{_YEAR}))?\b"
    rf"|in het (?P<q_ell>{_ORDINAL})"
    rf"(?= (?:naar|tot|en|tegen)\b[^.;]{{1,40}}? in het {_ORDINAL} kwartaal(?: van (?P<q_ell_year>{_YEAR}))?)"
    rf"|(?:[Ii]n )?[Hh]et (?P<q_of>{_ORDINAL}) van (?P<q_of_year>{_YEAR})"
    rf"|(?:[Ii]n|[Vv]an|[Oo]ver) het (?P<q_back>{_ORDINAL})(?=[.,;:)]| en (?!(?:het )?{_ORDINAL}\b)"
    rf"| (?:tegen|was|waren|naar|tot|op|uit|met|nog|kwam|stond|lag|steeg|daalde|telde|ging) | \d)"
    rf"|(?:[Dd]at|[Dd]ie) van (?P<same_q>{_YEAR})"
    rf"|(?:Q|K|KW)(?P<qn>[1-4])(?: |-|, | van )?(?P<qn_year>'?{_YEAR}|'\d\d\b)|(?P<yq_year>(?:19|20)\d\d)[ -]?(?:Q|KW"
    rf"|K)(?P<yq>0?[1-4])\b"
    rf"|(?P<roman_year>{_YEAR}) ?-? ?(?P<roman>IV|I{{1,3}})\b|(?:Q|KW)(?P<q_bare>[1-4])\b"
    rf"|[Kk]wartaal (?P<qk>[1-4]) (?:van )?(?P<qk_year>{_YEAR})"
    rf"|(?P<h_ord>[Ee]erste|[Tt]weede) (?:helft|halfjaar|half jaar)(?: van)? (?:(?P<h_year>{_YEAR})|(?P<h_this>dit jaar|vorig jaar))"
    rf"|[Ee]erste (?P<q_count>twee|drie|2|3) kwartalen (?:van )?(?P<q_count_year>{_YEAR})"
    rf"|(?P<part>[Bb]egin|[Mm]edio|[Mm]idden|[Vv]oorjaar|[Ll]ente|[Zz]omer|[Nn]ajaar|[Hh]erfst)(?: van)? (?P<part_year>{_YEAR})"
    rf"|(?P<short>(?:[Jj]an|[Ff]ebr?|[Mm]rt|[Aa]pr|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ept?|[Oo]kt|[Nn]ov|[Dd]ec))\.? (?P<short_year>{_YEAR}|'\d\d\b)"
    rf"|(?:(?P<m_before>[Vv]orig jaar|[Dd]it jaar)(?: in)? )?(?:(?P<day>\d{{1,2}}) )?(?P<month>{_MONTH})"
    rf""
    rf"(?:(?: |, | van )(?P<m_year>{_YEAR})|(?P<m_this> (?:van )?(?:dit|vorig"
    rf"|afgelopen) jaar| jl\.| jongstleden))?\b"
    r"|(?P<iso>\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d)\b"
    rf"|(?P<y1>{_YEAR}) ?(?:[-–]|tot en met|tot|t/m) ?(?P<y2>{_YEAR})"
    r"|(?P<acad>(?:19|20)\d\d/(?:(?:19|20)?\d\d))\b"
    r"|(?P<ago>(?:[Ee]en|[Éé]én|"
    + _COUNT
    + r") (?P<ago_unit>jaar|kwartaal|maand|kwartalen|maanden) (?P<ago_way>eerder|ervoor|daarvoor|tevoren|geleden|terug|later))\b"
    r"|(?P<same>[Dd]ezelfde (?:periode|maand)|[Hh]etzelfde kwartaal)(?: (?:van|in))?(?: (?:het jaar )?(?:(?P<same_year>"
    + _YEAR
    + r")|(?P<same_ago>een jaar eerder|vorig jaar|het jaar ervoor|vorige jaar|het voorgaande jaar)))?"
    r"|(?P<span_way>[Dd]ie|[Dd]iezelfde|[Dd]ezelfde|[Aa]fgelopen"
    r"|[Vv]oorbije|[Ll]aatste|[Kk]omende|[Aa]ankomende|[Vv]olgende|[Vv]oorgaande|[Ee]erstvolgende) (?P<span_n>"
    + _COUNT
    + r") (?P<span_unit>jaar|jaren|kwartalen|maanden|weken|decennia)\b"
    r"|(?P<prev>(?:[Vv]orige?|[Aa]fgelopen|[Vv]oorgaande?|[Vv]oorafgaande|[Ll]aatste) (?P<prev_unit>kwartaal|jaar|maand|halfjaar))\b"
    r"|(?P<year_before>[Jj]aar (?:eerder|ervoor|daarvoor|tevoren))\b|(?P<quarter_before>[Kk]wartaal (?:eerder|ervoor|daarvoor))\b"
    r"|(?P<year_after>[Jj]aar (?:daarop|erop|daarna|erna)|[Dd]aaropvolgende jaar)\b"
    r"|(?P<quarter_after>[Kk]wartaal (?:daarop|erop|daarna|erna)|[Dd]aaropvolgende kwartaal)\b"
    r"|(?P<that>[Dd]at(?:zelfde)? (?:laatste )?(?:kwartaal|jaar)|[Hh]etzelfde jaar|[Dd]ie maand)\b"
    r"|(?P<this>[Dd]it (?P<this_unit>kwartaal|jaar)|[Dd]eze maand)\b"
    r"|(?P<now>[Mm]omenteel|[Oo]p dit moment|[Aa]ctuele|[Hh]uidige|[Ii]nmiddels|[Nn]u|[Tt]egenwoordig)\b"
    r"|(?P<vague>[Kk]omende (?:jaren|decennia|periode|tijd)"
    r"|[Aa]fgelopen (?:jaren|decennia|decennium|periode|tijd)|[Ss]tructureel|[Jj]aarlijks|[Pp]er jaar|[Oo]p termijn|jaren '?\d0)\b"
    r"|(?P<since_then>[Ss]indsdien|[Ss]inds dat moment|[Ss]inds die piek)\b"
    r"|(?P<weekday>week (?P<week>\d{1,2})(?: van)? (?P<week_year>" + _YEAR + r"))"
    rf"|(?<![\d.,€/-])(?<!€ )(?P<year>{_YEAR})(?!-\d| ?{COUNTED}(?![a-z])|\d))"
)


def _full_year(printed: str) -> int:
    """2024 for "2024" and "'24"."""
    digits = printed.lstrip("'")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _ordinal(word: str) -> int:
    return int(word[0]) if word[0].isdigit() else _ORDINAL_VALUE[word.lower()]


def resolve(found: re.Match[str], day: date | None, spoken: int | None) -> tuple[str | None, bool, tuple[str, int] | None, str]:
    """(key, inferred, shift, role) of one expression."""
    g = found.groupdict()
    if g["q_ord"]:
        first, last = _ordinal(g["q_ord"]), _ordinal(g["q_ord2"] or g["q_ord"])
        if g["q_ord"].lower() == "laatste" and not (g["q_year"] or g["q_this"] or g["q_before"]):
            return None, True, None, "in"  # "het laatste kwartaal waarvoor cijfers zijn": not the fourth of a year
        relative = g["q_this"] or (g["q_before"] or "").lower() or None
        year, inferred = _stated_year(g["q_year"], relative, day, spoken, "KW", last)
        if year is None:
            return None, True, None, "in"
        key = periods.quarter(year, last)
        return (f"{periods.quarter(year, first)}..{key}" if first < last else key), inferred, None, "in"
    if g["q_slot"]:
        year, inferred = _stated_year(g["q_slot_year"], None, day, spoken, "KW", 4)
        return (None if year is None else periods.quarter(year, 4)), inferred, None, "in"
    if g["same_q"]:
        return None, False, ("same", int(g["same_q"])), "in"
    if g["q_of"]:
        return periods.quarter(int(g["q_of_year"]), _ordinal(g["q_of"])), False, None, "in"
    if g["q_back"]:
        return (None if spoken is None else periods.quarter(spoken, _ordinal(g["q_back"]))), False, None, "in"
    if g["q_ell"]:
        year, inferred = _stated_year(g["q_ell_year"], None, day, spoken, "KW", _ordinal(g["q_ell"]))
        return (None if year is None else periods.quarter(year, _ordinal(g["q_ell"]))), inferred, None, "in"
    for digit, year_group in (("qn", "qn_year"), ("yq", "yq_year"), ("qk", "qk_year")):
        if g[digit]:
            return periods.quarter(_full_year(g[year_group]), int(g[digit])), False, None, "in"
    if g["roman"]:
        return periods.quarter(int(g["roman_year"]), ("I", "II", "III", "IV").index(g["roman"]) + 1), False, None, "in"
    if g["q_bare"]:
        number = int(g["q_bare"])
        year, inferred = _stated_year(None, None, day, spoken, "KW", number)
        return (None if year is None else periods.quarter(year, number)), inferred, None, "in"
    if g["h_ord"]:
        year, inferred = _stated_year(g["h_year"], g["h_this"], day, spoken, "HJ", _ordinal(g["h_ord"]))
        return (None if year is None else f"{year:04d}HJ0{_ordinal(g['h_ord'])}"), inferred, None, "in"
    if g["q_count"]:
        year_text, last = g["q_count_year"], _count(g["q_count"]) or 0
        return f"{periods.quarter(int(year_text), 1)}..{periods.quarter(int(year_text), last)}", False, None, "in"
    if g["part"]:
        return periods.quarter(int(g["part_year"]), _PARTS_OF_YEAR[g["part"].lower()]), True, None, "in"
    if g["short"]:
        return periods.month(_full_year(g["short_year"]), _SHORT_MONTHS.index(g["short"].lower()[:3]) + 1), False, None, "in"
    if g["month"]:
        month = MONTHS.index(g["month"].lower()) + 1
        if g["m_year"]:
            return periods.month(int(g["m_year"]), month), bool(g["day"]), None, "day" if g["day"] else "in"
        relative = (g["m_this"] or g["m_before"] or "").strip().lower()
        year, inferred = _stated_year(None, relative or None, day, spoken, "MM", month)
        return (None if year is None else periods.month(year, month)), inferred, None, "day" if g["day"] else "in"
    if g["iso"]:
        return None, False, None, "day"
    if g["y1"]:
        return f"{periods.year(int(g['y1']))}..{periods.year(int(g['y2']))}", False, None, "in"
    if g["acad"]:
        return None, False, None, "day"
    if g["year"]:
        return periods.year(int(g["year"])), False, None, "in"
    if g["week"]:
        return f"{g['week_year']}W1{int(g['week']):02d}", False, None, "in"
    return _relative(g, day)


def _relative(g: dict[str, str | None], day: date | None) -> tuple[str | None, bool, tuple[str, int] | None, str]:
    kinds = {"jaar": "JJ", "jaren": "JJ", "kwartaal": "KW", "kwartalen": "KW", "maand": "MM", "maanden": "MM", "halfjaar": "HJ"}
    if g["ago"]:
        count = _count((g["ago"] or "").split()[0])
        if count is None:
            return None, False, None, "vague"
        sign = 1 if g["ago_way"] == "later" else -1
        return None, False, (kinds[g["ago_unit"] or ""], sign * count), "in"
    if g["year_before"]:
        return None, False, ("JJ", -1), "in"
    if g["quarter_before"]:
        return None, False, ("KW", -1), "in"
    if g["year_after"] or g["quarter_after"]:
        return None, False, ("JJ" if g["year_after"] else "KW", 1), "in"
    if g["since_then"]:
        return None, False, ("then", 0), "since"
    if g["that"]:
        return None, False, ("then", 0), "in"
    if g["same"]:
        if g["same_year"]:
            return None, False, ("same", int(g["same_year"])), "in"
        return None, False, ("JJ", -1 if g["same_ago"] else 0), "in"
    if g["now"]:
        return None, False, None, "now"
    if day is None:
        return None, True, None, "vague"
    if g["span_way"]:
        count, kind = _count(g["span_n"] or ""), kinds.get(g["span_unit"] or "")
        if count is None or kind is None or (g["span_way"] or "").lower() not in ("afgelopen", "voorbije", "laatste", "voorgaande"):
            return None, False, None, "vague"
        last = periods.last_complete(day, "KW" if kind == "JJ" else kind)
        first = last.years_earlier(count) if kind == "JJ" else last.shift(-count)
        return f"{first.key}..{last.key}", True, None, "span"
    if g["prev"]:
        kind = kinds[g["prev_unit"] or ""]
        if kind == "JJ" and (g["prev"] or "").lower().startswith("afgelopen") and day.month >= 7:
            return periods.year(day.year), True, None, "in"  # "het afgelopen jaar" late in a year is mostly that year
        return periods.last_complete(day, kind).key, True, None, "in"
    if g["this"]:
        kind = kinds.get(g["this_unit"] or "", "MM")
        return periods.containing(day, kind).key, True, None, "in"
    return None, False, None, "vague"


def _count(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    return 1 if word.lower() in ("een", "één", "het") else number_word(word.lower())


def _stated_year(
    year: str | None, relative: str | None, day: date | None, spoken: int | None, kind: str, number: int
) -> tuple[int | None, bool]:
    """The year of a quarter or month: printed, or "dit jaar", or the year spoken of, or the last one before the letter's date."""
    if year:
        return int(year), False
    if relative and relative.strip() in ("dat jaar", "het jaar ervoor"):
        return (None if spoken is None else spoken - (relative.strip() == "het jaar ervoor")), False
    if relative and day:
        return day.year - (relative.strip() == "vorig jaar"), True
    if spoken:
        return spoken, False
    if day is None:
        return None, True
    candidate = Period(day.year, kind, number)
    return (day.year if candidate.last_day() < day or (kind == "MM" and candidate.first_day() <= day) else day.year - 1), True
