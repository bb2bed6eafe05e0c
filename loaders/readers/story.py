"""Collects paragraphs, table rows, notes and page starts of a word processor's file into one Reading."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.readers.reading import Reading, notes_after, reference

_WHITE = re.compile(r"[ \t\n\r]+")
PAGE = "\f"  # stands in collected text where a page begins, until the offsets are counted


@dataclass
class Paragraph:
    """One paragraph while it is read: its text, the notes it refers to, the boxes of text that hang on it."""

    parts: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Story] = field(default_factory=list)

    def say(self, text: str) -> None:
        """More text; white space at its beginning counts only behind something else."""
        text = text[1:] if text.startswith(" ") and self.last in ("", " ", "\n") else text
        if text:
            self.parts.append(text)

    def refer(self, mark: str, text: str) -> None:
        """The text refers to a note here."""
        self.parts.append(reference(mark))
        self.notes.append((mark, text))

    @property
    def last(self) -> str:
        """The last sign so far; "" at the beginning."""
        return self.parts[-1][-1:] if self.parts else ""

    @property
    def text(self) -> str:
        return "".join(self.parts)


@dataclass
class Story:
    """A run of paragraphs and tables: the body, a cell, a box of text, a note. In a cell notes are kept apart."""

    lines: list[str] = field(default_factory=list)
    cell: bool = False
    notes: list[tuple[str, str]] = field(default_factory=list)

    def paragraph(self, one: Paragraph) -> None:
        self.lines.append(one.text if self.cell else one.text + notes_after(one.notes))
        if self.cell:
            self.notes += one.notes
        for box in one.boxes:
            self.lines += box.lines
            self.notes += box.notes

    def row(self, cells: Iterable[Story]) -> None:
        """A table row on one line, cells parted by a tab so that each stays under its heading; its notes on the line below."""
        cells = list(cells)
        notes = [note for cell in cells for note in cell.notes]
        if any(line.strip() for cell in cells for line in cell.lines):
            texts = [_WHITE.sub(" ", " ".join(cell.lines)).strip(" ") for cell in cells]
            turns = [text.count(PAGE) for text in texts]
            longest = turns.index(max(turns))  # every cell of a row may run on to the next page, which then begins only once
            self.lines.append("\t".join(text if place == longest else text.replace(PAGE, "") for place, text in enumerate(texts)))
        if self.cell:
            self.notes += notes
        elif notes:
            self.lines.append(notes_after(notes).strip())

    def plain(self) -> str:
        """The text on one line without page starts."""
        return " ".join(" ".join(self.lines).replace(PAGE, "").split())

    def outside(self) -> str:
        """The text line by line, as a letterhead that stands outside the letter's own text."""
        return "\n".join(" ".join(line.replace(PAGE, "").split()) for line in self.lines if line.strip())

    def reading(self, letterhead: str = "", title: str = "") -> Reading:
        """The whole with its page starts counted."""
        pieces = "\n".join(self.lines).strip("\n").split(PAGE)
        offset, pages = 0, [0]
        for piece in pieces[:-1]:
            offset += len(piece)
            pages.append(offset)
        return Reading("".join(pieces) + "\n", tuple(pages) if len(pieces) > 1 else (), letterhead, title)
