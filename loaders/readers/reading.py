"""What every reader gives: the text in one convention, and the letterhead that stands outside it.

The convention: a line per paragraph, table cells parted by a tab, ``[footnoteRef:3]`` where the text refers to a note and
``[3:  text]`` directly after the paragraph. It is how Apache Tika prints a docx, so a letter gives the same claims in any form.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_ROMAN = tuple(zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "m cm d cd c xc l xl x ix v iv i".split(), strict=True))


@dataclass(frozen=True, slots=True)
class Reading:
    """Text of a letter with the offset at which each page begins; letterhead, title and date as the file states them."""

    text: str
    pages: tuple[int, ...] = ()
    letterhead: str = ""
    title: str = ""


def reference(mark: str) -> str:
    """The sign of a note in running text."""
    return f"[footnoteRef:{mark}]"


def notes_after(notes: Iterable[tuple[str, str]]) -> str:
    """The notes (mark, text) of one paragraph as they follow it on its line."""
    return "".join(f" [{mark}:  {' '.join(text.split())}] " for mark, text in notes)


def roman(number: int) -> str:
    """The mark of an endnote: 4 is "iv"."""
    text = ""
    for value, sign in _ROMAN:
        text, number = text + sign * (number // value), number % value
    return text
