"""The period that a heading of a table names, in the short ways that headings have: "2023-I", "Q3'23", "3e kw. 2023", "okt '23".

Stricter than the time expressions of sentences (timing.py): a heading that says two years, a day or "sinds" dates nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from labour import periods
from labour.periods import Period

_MONTHS = "jan|feb|m(?:aa)?rt|apr|mei|jun|jul|aug|sep|okt|nov|dec"
_MONTH_TAIL = r"(?:uari|ruari|r|il|i|ustus|t|tember|ober|ember)?\b\.?"
_NUMBERS = ("jan feb m apr mei jun jul aug sep okt nov dec".split(), {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": 4})
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_BARE_ROMAN = ("I", "II", "III", "IV")
_PART = (
    r"(?P<q>\b(?:k|q|kw) ?-?0?(?P<q_number>[1-4])\b|\b(?P<nq>[1-4])(?:e|ste|de)? ?(?:kwartaal|kwrt|kw|q)\b\.?"
    r"|\b(?P<word>eerste|tweede|derde|vierde|laatste) (?:kwartaal|kw)\b\.?|\bkwartaal (?P<qn>[1-4])\b"
    r"|(?<=\d\d\d\d-)(?P<roman>iv|i{1,3})\b|(?<=\d\d\d\d )(?P<roman2>iv|i{1,3})\b|\b(?P<roman3>iv|i{1,3})(?=[ -](?:19|20)\d\d))"
    rf"|\b(?P<month>{_MONTHS}){_MONTH_TAIL}"
)
_YEAR = r"(?<![\d.,])(?P<year>(?:19[5-9]|20[0-6])\d)(?![\d]|[.,]\d| ?=)"
_SHORT_YEAR = r"['’](?P<short>\d\d)\b"
#: "Q3 23" and "okt-23": two digits are a year only right behind a part of one
_BARE_YEAR = r"(?:[ /-](?P<bare>\d\d)(?![\d.,%]| ?(?:tot|jaar|jr)))?"
_TIME = re.compile(
    rf"(?P<joined>\b(?:19|20)\d\d(?=(?:kw|q)0?[1-4]\b))|(?<=\b(?:19|20)\d\d)(?:kw|q)0?(?P<joined_q>[1-4])\b"
    rf"|{_YEAR}|{_SHORT_YEAR}|(?:{_PART}){_BARE_YEAR}",
    re.IGNORECASE,
)
#: years that name something else: a classification, an index, the day a source came out
_OTHER = re.compile(
    r"\b(?:SBI|NACE|ISCO|NUTS|SOI)[ -]?['’]?(?:19|20)?\d\d(?!\d)|(?:19|20)\d\d ?= ?100|\b(?:prijspeil|prijzen van|basisjaar) (?:19|20)\d\d"
    r"|\b\d\d ?(?:tot|-|t/m) ?\d\d[ -]?ja?a?r|\b[Bb]ron(?:nen)?:? .*|\b(?:CBS|UWV|CPB|SCP|ROA|ABF)[^()\d]{0,40}\((?:19|20)\d\d\)"
)
_VAGUE = re.compile(
    r"\b(?:sinds|vanaf|tot|t/m|tussen|t\.o\.v\.|ten opzichte van|vergelijking|eerder|afgelopen|begin|medio|voorjaar|zomer|najaar|herfst"
    r"|halfjaar|helft|week|per \d{1,2} [a-z]+|\d{1,2} (?:jan|feb|m(?:aa)?rt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*"
    r"|(?:eind|ultimo) (?=(?:19|20)\d\d))\b|\d{1,2}[-/]\d{1,2}[-/](?:19|20)?\d\d",
    re.IGNORECASE,
)
_LATE = re.compile(r"\b(?:einde?|ultimo|per|elk) (?:het |van (?:het|elk) )?(?:kwartaal|maand)\b|(?:kwartaal|maand)cijfers", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """What a heading says about time. ``years`` and ``parts`` (("KW", 3)) as they are named; ``vague`` when they date no figure."""

    years: tuple[int, ...]
    parts: tuple[tuple[str, int], ...]
    vague: bool = False
    by_part: bool = False  # "einde kwartaal": figures of quarters, whichever

    @property
    def single(self) -> bool:
        return not self.vague and len(self.years) < 2 and len(self.parts) < 2

    def ends(self) -> tuple[str, str] | None:
        """The two periods of "2021-2023" or "Q3 2022 - Q3 2023", the first one first."""
        if max(len(self.years), len(self.parts)) != 2 or not self.years:
            return None
        parts: list[tuple[tuple[str, int], ...]] = [(part,) for part in self.parts] or [()]
        keys = [_key((year,), part) for year, part in zip(self.years * (3 - len(self.years)), parts * (3 - len(parts)), strict=True)]
        return (min(keys), max(keys))


def when(text: str) -> When | None:
    """What a heading says about time, None when it says nothing of it."""
    text = _OTHER.sub(lambda m: " " * len(m[0]), text)
    years: dict[int, None] = {}
    parts: dict[tuple[str, int], None] = {}
    if text.strip() in _BARE_ROMAN:  # of a column beside others, with the years in the rows
        parts["KW", _ROMAN[text.strip().lower()]] = None
    for found in _TIME.finditer(text):
        if found["joined"] or found["year"]:
            years[int(found["joined"] or found["year"])] = None
        elif found["short"]:
            years[2000 + int(found["short"])] = None
        else:
            parts[_part(found)] = None
            if found["bare"]:
                years[2000 + int(found["bare"])] = None
    late = _LATE.search(text) is not None
    if not years and not parts and not late:
        return None
    return When(tuple(years), tuple(parts), _VAGUE.search(text) is not None, late)


def _part(found: re.Match[str]) -> tuple[str, int]:
    if found["month"]:
        name = found["month"].lower()
        return "MM", next(n for n, short in enumerate(_NUMBERS[0], 1) if name.startswith(short) and (short != "m" or name != "mei"))
    digit = found["q_number"] or found["nq"] or found["qn"] or found["joined_q"]
    roman = found["roman"] or found["roman2"] or found["roman3"]
    return "KW", int(digit) if digit else _ROMAN[roman.lower()] if roman else _NUMBERS[1][found["word"].lower()]


def spans(text: str) -> list[tuple[int, int]]:
    """Where in a line of headings its periods stand, each with its year: "Q1 2024 Q2 2024" is two."""
    found: list[tuple[int, int, str]] = []
    for one in _TIME.finditer(text):
        kind = "year" if one["year"] or one["short"] or one["joined"] else "part"
        if found and found[-1][2] not in ("both", kind) and not text[found[-1][1] : one.start()].strip(" -'’/."):
            found[-1] = (found[-1][0], one.end(), "both")
        else:
            found.append((one.start(), one.end(), kind))
    return [(start, end) for start, end, _ in found]


def without_times(text: str) -> str:
    """The rest of a line once its periods are out."""
    return "" if text.strip() in _BARE_ROMAN else _TIME.sub(" ", text)


def together(said: Iterable[When | None]) -> When | None:
    """What several headings of one cell say: "2024" over "Q1" is a quarter."""
    all_said = [one for one in said if one is not None]
    if not all_said:
        return None
    years = tuple(dict.fromkeys(year for one in all_said for year in one.years))
    parts = tuple(dict.fromkeys(part for one in all_said for part in one.parts))
    return When(years, parts, any(one.vague for one in all_said), any(one.by_part for one in all_said))


def settled(heading: When | None, caption: When | None) -> str | None:
    """The key of the period that headings and caption together name, or None where they leave a doubt."""
    if heading is None:
        return _key(caption.years, caption.parts) if caption is not None and caption.single and caption.years else None
    if not heading.single or (caption is not None and caption.vague and not (heading.years and heading.parts)):
        return None
    years, parts = heading.years, heading.parts
    if caption is not None and not (years and parts):
        if years and (caption.by_part or len(caption.parts) > 1) and not caption.parts[:1]:
            return None
        if not years and caption.parts and caption.parts != parts:
            return None
        if not parts and caption.parts and caption.years:
            return None
        years = years or caption.years
        parts = parts or caption.parts
    return _key(years, parts) if len(years) == 1 and len(parts) < 2 else None


def _key(years: tuple[int, ...], parts: tuple[tuple[str, int], ...]) -> str:
    return Period(years[0], *parts[0]).key if parts else periods.year(years[0])
