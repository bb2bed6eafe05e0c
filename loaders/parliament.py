"""Letters from the open data service of the Tweede Kamer: by document number, or by dossier and number.

Asks and understands; loaders/parliament_service.py does the talking. What the service says of a file's type is not believed:
the bytes tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr
from zoneinfo import ZoneInfo

from labour.errors import LetterError
from loaders.metadata import parliamentary
from loaders.parliament_service import Patience, Service, odd
from loaders.readers.recognise import recognise
from loaders.whole_files import write_whole

_NUMBER = re.compile(r"\b(\d{4}D\d{3,6})\b", re.IGNORECASE)
_PAPER = re.compile(r"(?<!\d)(\d{2})[ .]?(\d{3})(?:[ ,-]+\(?([IVXLC]+[A-Z]?)\)?(?![\w]))?[ ,-]+(?:nr\.? ?)?(\d{1,4})(?!\d)", re.IGNORECASE)
_ENDINGS = {"pdf": "pdf", "html": "html", "rtf": "rtf", "doc": "doc", "text": "txt"}


@dataclass(frozen=True, slots=True)
class FetchedLetter:
    """A letter as the service gave it; ``ending`` is the file's true one. ``day`` is the letter's date."""

    content: bytes
    number: str
    title: str
    sender: str
    reference: str
    day: date | None
    ending: str
    url: str


def get_letter(reference: str, patience: Patience = Patience()) -> FetchedLetter:  # noqa: B008 - frozen
    """The letter of a reference such as "2024D49783", "29544, nr. 1260", "35925-XV-105" or "kst-29544-1260".

    Raises LetterError when it does not exist, is not one letter, or the service does not answer in time.
    """
    service = Service(patience)
    row = _one(service.rows(_filter(reference, service.number)), reference, service.number)
    identity = str(row.get("Id", ""))
    if not re.fullmatch(r"[0-9A-Fa-f-]{36}", identity):
        raise odd("een document zonder geldig kenmerk", "a document without a valid id")
    url, content = service.file(f"Document({identity})/resource")
    return FetchedLetter(
        content=content,
        number=str(row.get(service.number) or ""),
        title=str(row.get("Onderwerp") or row.get("Titel") or ""),
        sender=_sender(row),
        reference=_citation(row),
        day=_day(row.get("Datum")),
        ending=_ending(content),
        url=url,
    )


def save(letter: FetchedLetter, folder: Path) -> Path:
    """Writes the letter, and beside it what the service says of it, as the metadata.xml of an official publication.

    Each whole or not at all, the letter last. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{re.sub(r'[^0-9A-Za-z-]', '', letter.number) or 'brief'}.{letter.ending}"
    cited = re.fullmatch(r"Kamerstukken I+ (\d{4})/\d\d, (\d+)(?: (\w+))?, nr\. (\w+)", letter.reference)
    fields = {
        "DC.identifier": letter.number,
        "OVERHEIDop.documenttitel": letter.title,
        "OVERHEIDop.indiener": letter.sender,
        "OVERHEIDop.datumBrief": letter.day.isoformat() if letter.day else "",
        "OVERHEIDop.vergaderjaar": f"{cited[1]}-{int(cited[1]) + 1}" if cited else "",
        "OVERHEIDop.dossiernummer": "-".join(filter(None, (cited[2], cited[3]))) if cited else "",
        "OVERHEIDop.ondernummer": cited[4] if cited else "",
    }
    rows = "".join(f"<metadata name={quoteattr(name)} content={quoteattr(value)}/>\n" for name, value in fields.items() if value)
    write_whole(path.with_name(f"{path.stem}.metadata.xml"), f"<metadata_gegevens>\n{rows}</metadata_gegevens>\n".encode())
    write_whole(path, letter.content)
    return path


def _filter(reference: str, number: str) -> str:
    """The service's own question for a reference. Version 5 calls the document's number otherwise."""
    found = _NUMBER.search(reference)
    if found:
        return f"{number} eq '{found[1].upper()}' and Verwijderd eq false"
    paper = _PAPER.search(re.sub(r"\b\d{4}\s*[/–-]\s*\d{2,4}\b(?=,)", "", reference))
    if not paper:
        raise LetterError(
            f"'{reference}' is geen Kamerstuk: geef een documentnummer (2024D49783) of dossier en nummer (29544, nr. 1260).",
            f"'{reference}' is no parliamentary paper: give a document number (2024D49783) or dossier and number (29544, nr. 1260).",
        )
    dossier = f"d/Nummer eq {paper[1]}{paper[2]}" + (f" and d/Toevoeging eq '{paper[3].upper()}'" if paper[3] else "")
    return f"Kamerstukdossier/any(d: {dossier}) and Volgnummer eq {int(paper[4])} and Verwijderd eq false"


def _one(rows: list[dict[str, Any]], reference: str, number: str) -> dict[str, Any]:
    """The one letter among the rows; placeholders without a number and deleted ones do not count."""
    rows = [row for row in rows if row.get(number) and not row.get("Verwijderd")]
    letters = [row for row in rows if "brief" in str(row.get("Soort", "")).lower()]
    plain = [row for row in letters or rows if any(not dossier.get("Toevoeging") for dossier in _current(row, "Kamerstukdossier"))]
    for chosen in (letters, plain, rows):
        if len(chosen) == 1:
            return chosen[0]
    if not rows:
        raise LetterError(
            f"De Tweede Kamer kent geen document {reference}; controleer het nummer, of probeer het later als het nieuw is.",
            f"The Tweede Kamer knows no document {reference}; check the number, or try later if it is new.",
        )
    names = ", ".join(sorted(str(row[number]) for row in rows)[:6])
    raise LetterError(
        f"{reference} is niet één document maar {len(rows)}: {names}.", f"{reference} is not one document but {len(rows)}: {names}."
    )


def _current(row: dict[str, Any], relation: str) -> list[dict[str, Any]]:
    """Related rows that were not deleted: the service keeps those in its answers."""
    related = row.get(relation) or []
    return [one for one in related if isinstance(one, dict) and not one.get("Verwijderd")]


def _sender(row: dict[str, Any]) -> str:
    signed = [one for one in _current(row, "DocumentActor") if "ondertekenaar" in str(one.get("Relatie", "")).lower()]
    signed.sort(key=lambda one: "eerste" not in str(one.get("Relatie", "")).lower())
    return "; ".join(f"{one.get('Functie') or one.get('ActorNaam')} ({one.get('ActorNaam')})" for one in signed)


def _citation(row: dict[str, Any]) -> str:
    dossiers = _current(row, "Kamerstukdossier")
    year, order = str(row.get("Vergaderjaar") or "")[:4], row.get("Volgnummer")
    if not dossiers or not year.isdecimal() or not isinstance(order, int) or order < 1:
        return str(row.get("DocumentNummer") or row.get("Nummer") or "")
    chamber = "I" if row.get("Kamer") == 1 else "II"
    return parliamentary(chamber, year, str(dossiers[0].get("Nummer")), str(dossiers[0].get("Toevoeging") or "") or None, str(order))


def _day(written: object) -> date | None:
    """The day in the Netherlands of a moment that may be written in universal time."""
    try:
        moment = datetime.fromisoformat(str(written))
    except ValueError:
        return None
    return moment.astimezone(ZoneInfo("Europe/Amsterdam")).date() if moment.tzinfo else moment.date()


def _ending(content: bytes) -> str:
    kind = recognise(content)
    return _ENDINGS.get(kind) or ("odt" if b"opendocument.text" in content[:200] else "docx")
