"""The catalogue of StatLine: fetched once, kept in the state folder, searched without a network after that.

Writes ``<state>/catalogue.json``, whole or not at all.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from labour.errors import DataError
from loaders import statline
from loaders.whole_files import keep

_FILE = "catalogue.json"


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One table of the catalogue. ``modified`` is CBS's local time without zone; ``description`` is plain text of CBS."""

    table_id: str
    title: str
    description: str
    modified: str
    period: str
    frequency: str
    output_status: str
    record_count: int | None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All tables, and when they were asked."""

    fetched_at: datetime
    entries: tuple[CatalogueEntry, ...]


def fetch_catalogue(
    state: Path,
    *,
    base_url: str,
    now: datetime,
    deadline: float = statline.DEADLINE,
    cancelled: Callable[[], bool] = lambda: False,
    limits: Mapping[str, float] | None = None,
) -> Catalogue:
    """Ask StatLine for its catalogue and keep it. StatLineError when it does not come whole; the kept one then stays."""
    rows = statline.read_catalogue(base_url=base_url, deadline=deadline, cancelled=cancelled, limits=limits)
    fetched = Catalogue(now, tuple(_entry(row) for row in rows if row.get("Identifier")))
    document = {"fetched_at": now.isoformat(), "entries": [asdict(entry) for entry in fetched.entries]}
    keep(state / _FILE, json.dumps(document, ensure_ascii=False))
    return fetched


def held_catalogue(state: Path) -> Catalogue | None:
    """The catalogue kept last, or None when there is none. DataError when it is damaged."""
    try:
        document = json.loads((state / _FILE).read_text(encoding="utf-8"))
        entries = tuple(CatalogueEntry(**one) for one in document["entries"])
        return Catalogue(datetime.fromisoformat(document["fetched_at"]), entries)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        raise DataError(
            f"De bewaarde catalogus {_FILE} is beschadigd; haal haar opnieuw op.", f"The kept catalogue {_FILE} is damaged; fetch it again."
        ) from None


def search_catalogue(words: str, state: Path) -> list[CatalogueEntry]:
    """Tables of the kept catalogue whose id, title or description hold every word, the best first. Needs no network.

    Words may be parts of words; capitals and accents do not count. Raises DataError when no catalogue is kept yet.
    """
    held = held_catalogue(state)
    if held is None:
        raise DataError(
            "De catalogus van StatLine is nog niet opgehaald; haal haar eenmaal op met een verbinding.",
            "The catalogue of StatLine has not been fetched yet; fetch it once while connected.",
        )
    asked = _plain(words).split()
    ranked = []
    for entry in held.entries:
        title, rest = _plain(f"{entry.table_id} {entry.title}"), _plain(entry.description)
        if asked and all(word in title or word in rest for word in asked):
            in_title = sum(word in title for word in asked)
            stopped = entry.output_status.casefold() not in ("", "regulier")
            ranked.append((-in_title, stopped, entry.title, entry.table_id, entry))
    return [entry for *_, entry in sorted(ranked, key=lambda one: one[:4])]


def modified(state: Path) -> dict[str, str]:
    """Table id in lower case -> the moment CBS last changed it, as far as the kept catalogue knows; empty without one."""
    try:
        held = held_catalogue(state)
    except DataError:
        return {}
    return {entry.table_id.casefold(): entry.modified for entry in held.entries} if held else {}


def _entry(row: Mapping[str, Any]) -> CatalogueEntry:
    count = row.get("RecordCount")
    return CatalogueEntry(
        table_id=str(row["Identifier"]),
        title=str(row.get("Title") or row.get("ShortTitle") or ""),
        description=str(row.get("ShortDescription") or "").strip(),
        modified=str(row.get("Modified") or ""),
        period=str(row.get("Period") or "").strip(),
        frequency=str(row.get("Frequency") or ""),
        output_status=str(row.get("OutputStatus") or ""),
        record_count=count if isinstance(count, int) else None,
    )


def _plain(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter))
