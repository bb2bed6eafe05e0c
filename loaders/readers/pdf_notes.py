"""Notes of a pdf: small print at the foot of a page that starts with a number, or the last lines of the letter, each with the
raised sign that the text has too.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from loaders.readers.pdf_lines import Line, joined
from loaders.readers.reading import roman

_NUMBER = re.compile(r"\s*(\d{1,3})[.)]?(?=\s|[^\W\d])")
_SMALL = 0.93  # of the body's height
_APART = 2.0  # of the height of the letters: what stands farther below the last note is none of it


@dataclass
class Note:
    """A note while it is read: the page it starts on, its mark and its lines. One at the letter's end is of no page's own."""

    page: int
    mark: str
    lines: list[Line] = field(default_factory=list)
    used: bool = False
    at_end: bool = False

    def near(self, page: int) -> bool:
        """Whether text on this page may refer to it: a note may start on the next page."""
        return page <= self.page and (self.at_end or page >= self.page - 1)

    @property
    def text(self) -> str:
        words = ""
        for line in self.lines:
            words = (joined(words, line.text) if words else "") + line.text.strip()
        return words


def take_notes(pages: list[list[Line]], body: float) -> tuple[list[list[Line]], list[Note]]:
    """The pages without their notes, and the notes in order; ``body`` is the height of the letter's own print."""
    notes: list[Note] = []
    kept = []
    for page, lines in enumerate(pages):
        foot = _foot(lines, body, notes)
        kept.append(
            lines[: len(lines) - len(foot)] if foot and lines[-len(foot) :] == foot else [line for line in lines if line not in foot]
        )
        for line in foot:
            mark = _mark(line, notes)
            if mark:
                notes.append(Note(page, mark, [_unmarked(line, mark)]))
            else:
                notes[-1].lines.append(line)
    return kept, notes


def take_endnotes(pages: list[list[Line]], notes: list[Note]) -> tuple[list[list[Line]], list[Note]]:
    """The pages without the notes at the letter's end, and all its notes. These begin with the last line that starts with the
    sign of a first note, where the text above it has that sign raised and no note at a page's foot is its."""
    flat = [line for lines in pages for line in lines]
    for name in (str, roman):
        start = next((place for place in range(len(flat) - 1, 0, -1) if _opens(flat[place], name(1))), None)
        if start is None or name(1) not in _signs(flat[:start]) - {note.mark for note in notes}:
            continue
        ends: list[Note] = []
        taken: set[int] = set()
        for before, line in itertools.pairwise(flat[start - 1 :]):
            mark = name(len(ends) + 1)
            if _opens(line, mark):
                ends.append(Note(line.page, mark, [_unmarked(line, mark)], at_end=True))
            elif line.page == before.page and before.base - line.base > _APART * line.height:
                break
            else:
                ends[-1].lines.append(line)
            taken.add(id(line))
        return [[line for line in lines if id(line) not in taken] for lines in pages], notes + ends
    return pages, notes


def _signs(lines: list[Line]) -> set[str]:
    """What stands raised in these lines."""
    return {text.strip() for line in lines for cell in (line, *line.cells) for text, raised in cell.parts if raised}


def _opens(line: Line, mark: str) -> bool:
    """Whether a line starts with this sign: raised, or a Roman figure by itself, which no sentence starts with."""
    text, raised = line.parts[0]
    return text.strip() == mark if raised else bool(mark.isalpha() and re.match(rf"\s*{mark}(?=\s|[A-Z])", line.text))


def _foot(lines: list[Line], body: float, notes: list[Note]) -> list[Line]:
    """The lines below the last one in body print, from the first that starts a note, or all when a note runs on from before."""
    large = [line.base for line in lines if line.height > _SMALL * body and not _raised(line)]
    lowest = min(large, default=0.0)
    small = [line for line in lines if line.base < lowest and line.height <= _SMALL * body]
    if not small:
        raised = [place for place, line in enumerate(lines) if _raised(line) and _mark(line, notes)]
        if not raised or not _signs(lines[: raised[0]]) & {line.parts[0][0].strip() for line in (lines[place] for place in raised)}:
            return []  # the text of this page refers to none of them
        return lines[raised[0] :] if all(line.base <= lines[raised[0]].base for line in lines[raised[0] :]) else []
    first = next((place for place, line in enumerate(small) if _mark(line, notes)), None)
    if first is None:
        return small if notes and not _finished(notes[-1]) else []
    runs_on = notes and not _finished(notes[-1])
    return small if runs_on else small[first:]


def _mark(line: Line, notes: list[Note]) -> str | None:
    """The number a note starts with: raised, or the next one in order (or 1, where pages count for themselves)."""
    text, raised = line.parts[0]
    if raised and text.strip().isdecimal():
        return text.strip()
    found = _NUMBER.match(line.text)
    expected = int(notes[-1].mark) + 1 if notes else 1
    return found[1] if found and int(found[1]) in (expected, 1) else None


def _raised(line: Line) -> bool:
    return line.parts[0][1] and line.parts[0][0].strip().isdecimal()


def _unmarked(line: Line, mark: str) -> Line:
    """The line without the number it starts with."""
    text, raised = line.parts[0]
    rest = text.lstrip()[len(mark) :].lstrip(".) ")
    line.parts = [(rest, raised if not rest else False), *line.parts[1:]] if rest else line.parts[1:]
    return line


def _finished(note: Note) -> bool:
    return bool(re.search(r"[.!?)\]»”]\s*$", note.lines[-1].text)) if note.lines else True
