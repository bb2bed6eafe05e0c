"""What a letter says of itself: date, sender, reference and title, found in its head and signature or in a record beside it.

Only places where letters put these count (letterhead, "Betreft", the head of a Kamerstuk, the signature); a date that the
running text mentions is never taken for the letter's own. What is not found stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from labour import periods
from labour.model import Letter
from loaders.readers.reading import Reading

_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_WORDS = rf"(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{'|'.join(_MONTHS)})\s+(?P<year>(?:19|20)\d\d)"
_DIGITS = r"(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>(?:19|20)\d\d)"
_LINE = r"^[ \t>*]*+"  # what may stand before a label: a quotation sign, bold signs
_MARKED = r"[ \t*]*+:?[\s*]*+"  # and between it and its value: bold signs, a colon, a new line
_DATES = (
    re.compile(rf"{_LINE}Datum{_MARKED}(?:{_WORDS}|{_DIGITS})\**[ \t]*(?=$|[|\t])", re.MULTILINE | re.IGNORECASE),
    re.compile(rf"{_LINE}['’‘]?[A-Zs][\w'’‘.-]*(?: [\w'’‘-]+){{0,3}}, (?:de )?{_WORDS}\**[ \t]*(?=$|[|\t])", re.MULTILINE),
)
_HEAD, _FOOT = 6_000, 3_000  # characters in which a letter says who, when and what

_PARTS = r"(?P<dossier>\d{2}[ .\u00a0]?\d{3})(?:[ -]?(?P<part>\(?[IVXLC]{1,6}[A-Z]?\)?))?"
_SESSION = r"vergaderjaar\s*+(?P<from>\d{4})\s*+[–-]\s*+(?P<to>\d{4})"
_RUNNING = re.compile(
    rf"(?P<chamber>Eerste|Tweede) Kamer(?: der Staten-Generaal)?,? {_SESSION}, {_PARTS}, nr\.? ?(?P<number>\w+)", re.IGNORECASE
)
_STATED = re.compile(rf"Kamerstukken (?P<chamber>I{{1,2}}) (?P<from>\d{{4}})[/–-](?P<to>\d{{2,4}}), {_PARTS}, nr\.? ?(?P<number>\w+)")
_DOSSIER = re.compile(rf"^[ \t]*+{_PARTS}\s++(?P<title>\D[^\n]{{3,200}})$", re.MULTILINE)
_NUMBER = re.compile(r"^[ \t]*+Nr\.?\s*+(?P<number>\d{1,5}|[A-Z]{1,2})\b", re.MULTILINE)
_YEAR = re.compile(_SESSION, re.IGNORECASE)
_OURS = re.compile(rf"{_LINE}(?:Onze referentie|Ons kenmerk|Kenmerk){_MARKED}(?P<value>[\w/.-]*\d[\w/.-]*)", re.MULTILINE | re.IGNORECASE)
_SUBJECT = re.compile(rf"{_LINE}(?:Betreft|Onderwerp)\b{_MARKED}(?P<value>[^\n|]{{3,300}})", re.MULTILINE | re.IGNORECASE)

_OFFICE = r"(?:Minister-president|(?:Vice-)?Ministers?|Staatssecretaris(?:sen)?)\b[^\n]{0,120}"
_FROM = re.compile(
    rf"^[ \t]*+(?:Nr\.?\s*+\w+\s++)?BRIEF VAN (?:DE )?(?P<office>(?:{_OFFICE})(?:\n(?!\s*Aan )[^\n]{{3,120}})?)",
    re.MULTILINE | re.IGNORECASE,
)
_SIGNED = re.compile(
    rf"^[ \t]*+De (?P<office>{_OFFICE}?),?[ \t]*+\n\s*+(?P<name>(?:[A-Z][a-z]?\.[ -]?){{1,6}}\s?[^\n\d]{{2,40}}?)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)


def described(letter: Letter, reading: Reading, record: Mapping[str, str]) -> Letter:
    """The letter with what its text, letterhead and ``record`` (of loaders/publications.py) say of it."""
    letterhead = reading.letterhead[:_HEAD]
    head = f"{letterhead}\n{letter.text[:_HEAD]}"
    day, precision, known = _dated(letter.text, letterhead, record)
    return replace(
        letter,
        title=record.get("title") or _value(_SUBJECT, head) or " ".join(reading.title.partition(" | ")[0].split()),  # not the site's name
        sender=record.get("sender") or _sender(letter.text),
        reference=record.get("reference") or _reference(head),
        day=day,
        precision=precision,
        date_from=known,
    )


def _dated(text: str, letterhead: str, record: Mapping[str, str]) -> tuple[date | None, str, str]:
    """(last day that the date can mean, "day" or "month", how it is known); (None, "", "") where no date is found."""
    places = (
        (record.get("date", ""), "staat in metadata.xml"),
        (letterhead, "staat in het briefhoofd"),
        (text[:_HEAD], "staat in de tekst"),
        (text[-_FOOT:], "staat in de ondertekening"),
        (record.get("issued", ""), "staat in metadata.xml (DCTERMS.issued)"),
    )
    for place, known in places:
        for written in _dates(place):
            day = periods.last_day_of(written)
            if day:
                return day, "day" if len(written) == 10 else "month", known
    return None, "", ""


def _dates(text: str) -> Iterator[str]:
    """Dates as "2024-12-13" or "2024-12" where a letter states its own; a text that is nothing but such a date is one."""
    if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", text):
        yield text
        return
    for pattern in _DATES:
        for found in pattern.finditer(text):
            parts = found.groupdict()
            if parts.get("month"):
                month = f"{parts['year']}-{_MONTHS.index(parts['month'].lower()) + 1:02d}"
                yield f"{month}-{int(parts['day']):02d}" if parts["day"] else month
            else:
                yield f"{parts['y']}-{int(parts['m']):02d}-{int(parts['d']):02d}"


def _reference(head: str) -> str:
    for pattern in (_RUNNING, _STATED):
        found = pattern.search(head if pattern is _RUNNING else head[:1500])
        if found:
            chamber = found["chamber"].upper().replace("EERSTE", "I").replace("TWEEDE", "II")
            return parliamentary(chamber, found["from"], found["dossier"], found["part"], found["number"])
    dossier = _DOSSIER.search(head[:3000])
    if dossier:
        number = _NUMBER.search(head, dossier.end(), dossier.end() + 600)
        year = _YEAR.search(head)
        if number and year:
            chamber = "I" if re.search("eerste kamer der", head[: dossier.start()], re.IGNORECASE) else "II"
            return parliamentary(chamber, year["from"], dossier["dossier"], dossier["part"], number["number"])
    return _value(_OURS, head)


def parliamentary(chamber: str, year: str, dossier: str, part: str | None, number: str) -> str:
    """A reference as Dutch texts cite it: "Kamerstukken II 2024/25, 29544, nr. 1260"; ``year`` is the first of the session."""
    session = f"{year}/{(int(year) + 1) % 100:02d}"
    ours = re.sub(r"\D", "", dossier) + (f" {part.strip('()')}" if part else "")
    return f"Kamerstukken {chamber} {session}, {ours}, nr. {number}"


def _sender(text: str) -> str:
    """The office in the head of a Kamerstuk, else those who signed, with their names."""
    found = _FROM.search(text, 0, _HEAD)
    signed = [(_office(one["office"]), one["name"].strip()) for one in _SIGNED.finditer(text)]
    if signed:
        return "; ".join(dict.fromkeys(f"{office} ({name})" for office, name in signed))
    return _office(found["office"]) if found else ""


def _office(text: str) -> str:
    words = " ".join(text.split()).rstrip(",. ")
    words = words.lower() if words.isupper() else words
    return words[:1].upper() + words[1:]


def _value(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return " ".join(found["value"].strip(" *").split()) if found else ""
