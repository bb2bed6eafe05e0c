"""Letters: a file or bytes in any readable form to a Letter, and the manifest of the letters that come with the product.

Reads files; writes nothing. What a letter says of its own date, sender and number is found by loaders/metadata.py; for a
letter of the manifest, known by its SHA-256 wherever the file stands, the manifest knows better.
"""

from __future__ import annotations

import calendar
import functools
import hashlib
import stat
import tomllib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from labour import periods
from labour.errors import DataError, LetterError, cause
from labour.model import Letter
from loaders import confined, metadata, places, publications
from loaders.footnotes import find_footnotes

#: the largest file that is opened; letters with all their pictures stay far below it
MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """A letter of the manifest. ``day`` is the last day its date can mean; ``same_letter_as`` names the letter it repeats."""

    name: str
    title: str
    sender: str
    day: date | None
    precision: str  # "day" or "month"; "" without a date
    date_from: str  # how the date is known
    reference: str
    sha256: str
    form: str
    same_letter_as: str
    licence: str


def read_letter(source: Path | bytes, *, name: str | None = None, day: date | None = None, precision: str = "day") -> Letter:
    """The letter in a file or in bytes, in whatever form its content shows.

    ``name`` defaults to the file's name without its last ending ("stdin" for bytes). ``day`` wins over any date found; with
    ``precision`` "month" it counts as the last day of its month. Raises LetterError.
    """
    if isinstance(source, Path):
        label, content, beside = source.name, _content(source), source
        name = name or source.stem
    else:
        label, content, beside = name or "stdin", source, None
        name = name or "stdin"
    if len(content) > MAX_BYTES:
        raise _too_large(label)
    digest = hashlib.sha256(content).hexdigest()
    reading = confined.read(content, label)
    letter = Letter(name=name, text=reading.text, footnotes=find_footnotes(reading.text), pages=reading.pages, sha256=digest)
    entry = _known(places.data_folder()).get(digest)
    if entry:
        letter = replace(
            letter, title=entry.title, sender=entry.sender, reference=entry.reference, day=entry.day, precision=entry.precision,
            date_from=entry.date_from, same_letter_as=entry.same_letter_as,
        )  # fmt: skip
    else:
        letter = metadata.described(letter, reading, publications.record_beside(beside))
    if day is not None:
        day = _month_end(day) if precision == "month" else day
        letter = replace(letter, day=day, precision=precision, date_from="opgegeven")
    return letter


def manifest(data: Path) -> list[ManifestEntry]:
    """The entries of ``letters/letters.toml`` in its order. Raises DataError."""
    path = data / "letters" / "letters.toml"
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        licence = str(tables.pop("licence", ""))
        return [_entry(name, table, licence) for name, table in tables.items()]
    except (OSError, ValueError, TypeError, AttributeError) as problem:
        nl, en = cause(problem)
        raise DataError(
            f"De lijst van brieven {path} is niet te lezen ({nl}); zet de map data terug zoals zij is geleverd.",
            f"The list of letters {path} cannot be read ({en}); restore the data folder as it was delivered.",
        ) from problem


def manifest_letters(data: Path) -> list[Letter]:
    """The letters of the manifest, each once: second renditions are left out. Raises DataError, LetterError."""
    folder = data / "letters"
    letters = []
    for entry in manifest(data):
        if not entry.same_letter_as:
            path = next((one for one in sorted(folder.iterdir()) if one.stem == entry.name), folder / f"{entry.name}.txt")
            letters.append(read_letter(path))
    return letters


def _entry(name: str, table: dict[str, object], licence: str) -> ManifestEntry:
    written = str(table.get("date", ""))
    return ManifestEntry(
        name=name,
        day=periods.last_day_of(written),
        precision="day" if len(written) == 10 else "month" if written else "",
        licence=str(table.get("licence", licence)),
        **{key: str(table.get(key, "")) for key in ("title", "sender", "date_from", "reference", "sha256", "form", "same_letter_as")},
    )


@functools.lru_cache(maxsize=8)
def _known(data: Path) -> dict[str, ManifestEntry]:
    """The manifest by SHA-256; empty where a data folder has no letters."""
    return {entry.sha256: entry for entry in manifest(data)} if (data / "letters" / "letters.toml").exists() else {}


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _content(path: Path) -> bytes:
    try:
        kind = path.stat()
        if stat.S_ISDIR(kind.st_mode):
            raise LetterError(f"{path} is een map, geen brief.", f"{path} is a folder, not a letter.")
        if not stat.S_ISREG(kind.st_mode):
            raise LetterError(f"{path} is geen gewoon bestand.", f"{path} is not a regular file.")
        if kind.st_size > MAX_BYTES:
            raise _too_large(path.name)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise LetterError(f"{path} bestaat niet.", f"{path} does not exist.") from None
    except PermissionError:
        raise LetterError(f"{path} mag niet gelezen worden.", f"{path} may not be read: no permission.") from None
    except (OSError, ValueError) as problem:
        nl, en = cause(problem)
        raise LetterError(f"{path} kan niet geopend worden ({nl}).", f"{path} cannot be opened ({en}).") from None


def _too_large(label: str) -> LetterError:
    limit = MAX_BYTES // 1_000_000
    return LetterError(f"{label} is groter dan {limit} MB en wordt niet gelezen.", f"{label} is larger than {limit} MB and is not read.")
