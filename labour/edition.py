"""With what a result was made: version, state of the figures, day; and the line by which it is cited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from labour import __version__, periods
from labour.model import Letter


@dataclass(frozen=True, slots=True)
class Edition:
    """One run: ``figures_day`` is the newest dated state among the figures, ``fingerprint`` the SHA-256 of figures and word lists.

    ``fetched`` says how many fetched states of each table lay over the shipped figures.
    """

    day: date
    figures_day: date | None
    fingerprint: str
    as_of: date | None = None
    fetched: tuple[tuple[str, int], ...] = ()
    version: str = __version__


def cite(edition: Edition, letter: Letter | None = None, language: str = "nl") -> str:
    """The cite line of an export or page: version, state of the figures, day of the check, and the letter by its SHA-256."""
    english = language == "en"
    state = periods.day_name(edition.figures_day, language) if edition.figures_day else "unknown" if english else "onbekend"
    if edition.as_of:
        state += f", {'as known on' if english else 'zoals bekend op'} {periods.day_name(edition.as_of, language)}"
    day = periods.day_name(edition.day, language)
    if english:
        line = f"Cijfertoets {edition.version}, state of the figures {state}, checked on {day}"
    else:
        line = f"Cijfertoets {edition.version}, stand van de cijfers {state}, getoetst op {day}"
    return f"{line}, {letter.name}, SHA-256 {letter.sha256}" if letter else line


def letter_date(letter: Letter, language: str = "nl") -> str:
    """The letter's date in words, as precise as it is known: "13 december 2024", "november 2024", or ""."""
    if letter.day is None:
        return ""
    if letter.precision == "month":
        return periods.name(periods.month(letter.day.year, letter.day.month), language)
    return periods.day_name(letter.day, language)
