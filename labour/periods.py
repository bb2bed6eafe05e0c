"""Reporting periods as StatLine codes them: ``2024JJ00`` year, ``2024KW03`` quarter, ``2024MM11`` month, ``A..B`` a span.

Keys are parsed, titles never. Half-years (HJ), weeks (W1) and school years (SJ) are recognised; kinds not known here
stay opaque: they sort after the known ones and have no dates.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_KEY = re.compile(r"^(\d{4})(JJ|HJ|KW|MM|W1|SJ)(\d{2})$")
_PER_YEAR = {"JJ": 1, "HJ": 2, "KW": 4, "MM": 12}
_MONTHS_NL = "januari februari maart april mei juni juli augustus september oktober november december".split()
_MONTHS_EN = "January February March April May June July August September October November December".split()
_ORDINALS_NL = ("eerste", "tweede", "derde", "vierde")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One reporting period; ``number`` counts from 1 within the year (0 for a whole year)."""

    year: int
    kind: str
    number: int

    @property
    def key(self) -> str:
        return f"{self.year:04d}{self.kind}{self.number:02d}"

    def first_day(self) -> date:
        if self.kind == "W1":
            return date.fromisocalendar(self.year, max(1, self.number), 1)
        if self.kind == "SJ":
            return date(self.year, 8, 1)
        months = 12 // _PER_YEAR[self.kind]
        return date(self.year, (max(1, self.number) - 1) * months + 1, 1)

    def last_day(self) -> date:
        if self.kind == "W1":
            return self.first_day() + timedelta(days=6)
        if self.kind == "SJ":
            return date(self.year + 1, 7, 31)
        month = max(1, self.number) * (12 // _PER_YEAR[self.kind])
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    def shift(self, steps: int) -> Period:
        """The period ``steps`` further (negative: earlier) of the same kind."""
        if self.kind in ("JJ", "SJ"):
            return Period(self.year + steps, self.kind, self.number)
        if self.kind == "W1":
            year, week, _ = (self.first_day() + timedelta(weeks=steps)).isocalendar()
            return Period(year, "W1", week)
        size = _PER_YEAR[self.kind]
        index = self.year * size + self.number - 1 + steps
        return Period(index // size, self.kind, index % size + 1)

    def years_earlier(self, years: int) -> Period:
        return Period(self.year - years, self.kind, self.number)


@lru_cache(maxsize=4096)  # a text comes back to the same few periods
def parse(key: str) -> Period | None:
    """The period of a trimmed key, or None for a kind that is not known or a number out of range."""
    found = _KEY.match(key.strip())
    if not found:
        return None
    year, kind, number = int(found[1]), found[2], int(found[3])
    top = {"JJ": 0, "SJ": 0, "W1": 53}.get(kind, _PER_YEAR.get(kind, 0))
    low = 0 if kind in ("JJ", "SJ") else 1
    if not (low <= number <= top) or year == 0:
        return None
    try:
        period = Period(year, kind, number)
        period.first_day()
    except ValueError:
        return None
    return period


def quarter(year: int, number: int) -> str:
    return f"{year:04d}KW{number:02d}"


def month(year: int, number: int) -> str:
    return f"{year:04d}MM{number:02d}"


def year(number: int) -> str:
    return f"{number:04d}JJ00"


def span(key: str) -> tuple[str, str] | None:
    """("A", "B") of "A..B", else None."""
    first, dots, last = key.partition("..")
    return (first, last) if dots and first and last else None


def containing(day: date, kind: str) -> Period:
    """The year, half-year, quarter or month that ``day`` falls in."""
    if kind == "JJ":
        return Period(day.year, "JJ", 0)
    months = 12 // _PER_YEAR[kind]
    return Period(day.year, kind, (day.month - 1) // months + 1)


def last_complete(day: date, kind: str) -> Period:
    """The last period of that kind that had ended before ``day``."""
    return containing(day, kind).shift(-1)


def between(first: str, last: str) -> list[str]:
    """Every key from first to last of one kind; empty when they differ in kind or order."""
    start, end = parse(first), parse(last)
    if start is None or end is None or start.kind != end.kind:
        return []
    keys = []
    while start <= end:
        keys.append(start.key)
        start = start.shift(1)
    return keys


def name(key: str | None, language: str = "nl") -> str:
    """The period in words: "derde kwartaal 2024", "november 2024", "2024"; opaque keys stay as they are."""
    if not key:
        return ""
    ends = span(key)
    if ends:
        joiner = " to " if language == "en" else " tot en met "
        return name(ends[0], language) + joiner + name(ends[1], language)
    period = parse(key)
    if period is None:
        return key
    if period.kind == "JJ":
        return str(period.year)
    if period.kind == "KW":
        if language == "en":
            return f"Q{period.number} {period.year}"
        return f"{_ORDINALS_NL[period.number - 1]} kwartaal {period.year}"
    if period.kind == "MM":
        return f"{(_MONTHS_EN if language == 'en' else _MONTHS_NL)[period.number - 1]} {period.year}"
    if period.kind == "HJ":
        half = "first half" if period.number == 1 else "second half"
        return f"{half} of {period.year}" if language == "en" else f"{_ORDINALS_NL[period.number - 1]} halfjaar {period.year}"
    if period.kind == "SJ":
        return f"{'school year' if language == 'en' else 'schooljaar'} {period.year}/{period.year + 1}"
    return f"week {period.number} {period.year}"


def from_words(text: str) -> str | None:
    """The key of a period written as ``name`` says it in either language, or as a key: "3e kwartaal van 2024", "Q3 2024".

    Two of them with "tot en met", "t/m" or "to" between make a span. None for what is no period.
    """
    ends = [_key_of(one.strip()) for one in re.split(r"\.\.|\btot en met\b|\bt/m\b|\bto\b", text)]
    keys = [key for key in ends if key]
    return "..".join(keys) if len(keys) == len(ends) <= 2 else None


def _key_of(text: str) -> str | None:
    known = parse(text.upper())
    year_said = re.search(r"\b(?:19|20)\d{2}\b", text)
    if known or not year_said:
        return known.key if known else None
    for number, ordinal in enumerate(_ORDINALS_NL, start=1):
        text = text.replace(f"{number}e ", f"{ordinal} ")
    kinds = (("JJ", [0]), ("SJ", [0]), ("HJ", [1, 2]), ("KW", range(1, 5)), ("MM", range(1, 13)))
    keys = [f"{year_said[0]}{kind}{number:02d}" for kind, numbers in kinds for number in numbers]
    said = _bare(text)
    return next((key for key in keys if said in (_bare(name(key)), _bare(name(key, "en")))), None)


def _bare(text: str) -> str:
    """In lower case and without the small words between a part and its year."""
    return " ".join(word for word in text.lower().split() if word not in ("van", "of", "heel"))


def day_name(day: date, language: str = "nl") -> str:
    """A date in words: "13 december 2024" or "13 December 2024"."""
    return f"{day.day} {(_MONTHS_EN if language == 'en' else _MONTHS_NL)[day.month - 1]} {day.year}"


_DATED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-?W(\d{2}))?")


def last_day_of(text: str) -> date | None:
    """The last day a date text can mean: "2024-11-14" that day, "2024-11" 30 November, "2024-W05" that Sunday, "2024" New Year's Eve.

    Only a leading date counts; a text without one gives None, which the product treats as later than any letter.
    """
    found = _DATED.match(text.strip())
    if not found:
        return None
    number, month_text, day_text, week = int(found[1]), found[2], found[3], found[4]
    try:
        if week:
            return date.fromisocalendar(number, int(week), 7)
        if day_text:
            return date(number, int(month_text), int(day_text))
        if month_text:
            return date(number, int(month_text), calendar.monthrange(number, int(month_text))[1])
        return date(number, 12, 31)
    except ValueError:
        return None
