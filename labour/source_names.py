"""Names of sources in English. The figures held name theirs in Dutch, as published; on an English page the ordinary words are translated.

Pure: no files, no clock. Titles of publications stay as they are.
"""

from __future__ import annotations

import re
from functools import lru_cache

from labour import periods

_WORDS = (
    ("aangehaald door", "quoted by"),
    ("aangehaald in antwoorden op Kamervragen", "quoted in answers to questions in parliament"),
    ("nieuwsbericht", "news release"),
    ("persbericht", "press release"),
    ("achtergrondartikel", "background article"),
    ("webpagina", "web page"),
    ("uit tweede hand", "second-hand"),
    ("Kamerbrief", "letter to parliament"),
    ("politie,", "police,"),
    (", stand ", ", state of "),
    ("jongste periode", "newest period"),
    ("paginakopie", "copy of the page"),
    ("stopgezette tabel", "discontinued table"),
    ("onbekend", "unknown"),
    ("eerste publicatie over", "first publication on"),
    ("dag niet vermeld", "day not stated"),
    ("nieuwe enquêtemethode, hele reeks herzien", "new survey method, whole series revised"),
)
_QUARTERS = {f"{ordinal} kwartaal": f"Q{number}" for number, ordinal in enumerate(("eerste", "tweede", "derde", "vierde"), start=1)}
_MONTHS = {
    periods.name(periods.month(2000, number)).split()[0]: periods.name(periods.month(2000, number), "en").split()[0]
    for number in range(1, 13)
}


@lru_cache(maxsize=4096)  # the same few names stand in every row of a table
def in_english(source: str) -> str:
    """A source's name, with its state or without, with the ordinary words and months in English; titles stay as published."""
    for nl, en in _WORDS:
        source = source.replace(nl, en)
    for nl, en in (_QUARTERS | _MONTHS).items():
        source = re.sub(rf"\b{nl}\b", en, source)
    months = "|".join(_MONTHS.values())
    return re.sub(rf"\b((?:{months})(?: \d{{4}})?) of (?={months})", r"\1 or ", source)


def named(source: str, language: str = "nl") -> str:
    """The source's name in the language of the page."""
    return in_english(source) if language == "en" else source
