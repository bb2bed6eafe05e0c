"""Footnotes in the text of a letter, in the forms in which letters come as text.

- Apache Tika, and every reader of ours: ``[footnoteRef:3]`` at the reference, ``[3:  text]`` after the paragraph.
- Markdown: ``<sup>3</sup>`` or ``[^3]`` at the reference, the same at the start of a line before the note.
- Text taken from a pdf: the digits glued to a word ("begeleiden6"), the notes at page foot, each starting on a line
  with its number. Marks and notes run from 1 upwards, which tells them from other figures.

Offsets count characters of the text; nothing is changed in it. Pure text, no files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from labour.model import Footnote

_MARK = r"[0-9]{1,3}|[ivxl]{1,7}|\*{1,3}"
_TIKA_REF = re.compile(rf"\[footnoteRef:({_MARK})\]")
_TIKA_NOTE = re.compile(rf"\[({_MARK}):(?:[ \t]*\r?\n|  ?)")
_SUP = re.compile(rf"<sup>\s*\[?({_MARK})\]?\s*</sup>|\[\^([^\]\s]{{1,12}})\]")
_SUP_NOTE = re.compile(rf"^[ \t]*(?:<sup>\s*({_MARK})\s*</sup>|\[\^([^\]\s]{{1,12}})\]:)[ \t]*(?=\S)", re.MULTILINE)
_LINE_NOTE = re.compile(r"^[ \t]?(\d{1,3}) (?=\S)", re.MULTILINE)
# A glued mark stands behind a letter or a closing sign, or behind a year; never behind a decimal comma.
_GLUED = re.compile(
    r"(?:(?<=[^\W\d_])|(?<=[)»”’\"'%])|(?<=[^\W\d_)»”’%][.,;:])|(?<=\b19\d\d)|(?<=\b20\d\d))(\d{1,3})(?!\d|[.,]\d|[^\W\d_])"
)
_CLOSED = re.compile(r"[.!?:;)\]»”]\s*$")
_FARTHEST = 12_000  # characters between a mark and its note: a full page of small print and then some


def find_footnotes(text: str) -> tuple[Footnote, ...]:
    """Every note with the offset of its mark in the text, in the order of the notes; empty when there are none."""
    for form in (_tika, _superscript, _glued):
        notes = tuple(form(text))
        if notes:
            return notes
    return ()


def _tika(text: str) -> Iterator[Footnote]:
    references = [(found[1], found.start()) for found in _TIKA_REF.finditer(text)]
    if not references:
        return
    closing = _closing_brackets(text)
    notes = []
    for found in _TIKA_NOTE.finditer(text):
        end = closing.get(found.start(), -1)
        if not 0 <= end - found.end() <= _FARTHEST:  # never closed, or by a bracket that belongs to something else
            line = text.find("\n", found.end())
            end = len(text) if line < 0 else line
        notes.append((found[1], found.end(), end))
    yield from _paired(text, references, notes)


def _superscript(text: str) -> Iterator[Footnote]:
    starts = list(_SUP_NOTE.finditer(text))
    heads = {found.start() + len(found[0]) - len(found[0].lstrip()) for found in starts}
    references = [(found[1] or found[2], found.start()) for found in _SUP.finditer(text) if found.start() not in heads]
    notes = []
    for place, found in enumerate(starts):
        limit = starts[place + 1].start() if place + 1 < len(starts) else len(text)
        blank = re.compile(r"\n[ \t]*\r?\n").search(text, found.end(), limit)
        notes.append((found[1] or found[2], found.end(), blank.start() if blank else limit))
    yield from _paired(text, references, [note for note in notes if any(mark == note[0] for mark, _ in references)])


def _paired(text: str, references: list[tuple[str, int]], notes: list[tuple[str, int, int]]) -> Iterator[Footnote]:
    """Each note with the nearest reference of its mark that no other note has: the last one before it, else the first after it."""
    free: dict[str, list[int]] = {}
    anchors: dict[int, int] = {}
    orphans: list[tuple[str, int]] = []
    events = [(place, False, mark) for mark, place in references] + [(start, True, mark) for mark, start, _ in notes]
    for place, is_note, mark in sorted(events):
        if not is_note:
            free.setdefault(mark, []).append(place)
        elif free.get(mark):
            anchors[place] = free[mark].pop()
        else:
            orphans.append((mark, place))
    for mark, place in orphans:
        if free.get(mark):
            anchors[place] = free[mark].pop(0)
    for mark, start, end in notes:
        yield _note(text, mark, anchors.get(start), start, end)


def _closing_brackets(text: str) -> dict[int, int]:
    """For each square bracket that opens, where it closes."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for found in re.finditer(r"[\[\]]", text):
        if found[0] == "[":
            opened.append(found.start())
        elif opened:
            pairs[opened.pop()] = found.start()
    return pairs


def _glued(text: str) -> Iterator[Footnote]:
    """Marks and notes by turn: note n stands on a line of its own after note n-1, with its mark not far above it."""
    starts = _line_notes(text)
    if not starts:
        return
    marks: dict[str, list[int]] = {}
    for found in _GLUED.finditer(text):
        marks.setdefault(found[1], []).append(found.start())
    anchors: list[int | None] = []
    after = 0
    for number, (line, _) in enumerate(starts, 1):
        near = [place for place in marks.get(str(number), ()) if max(after, line - _FARTHEST) <= place < line]
        # of several candidates a lower-case word is likelier to carry a mark than a code such as "C3"
        chosen = next((place for place in near if not text[place - 1].isupper()), near[0] if near else None)
        anchors.append(chosen)
        after = chosen if chosen is not None else after
    if anchors[0] is None:  # a numbered list, not notes
        return
    pages = _indented_pages(text)
    for number, ((_, start), anchor) in enumerate(zip(starts, anchors, strict=True), 1):
        following = starts[number][0] if number < len(starts) else len(text)
        page = next((place for place in pages if place > start), len(text))
        yield _note(text, str(number), anchor, start, _paragraph_end(text, start, min(following, page)))


def _line_notes(text: str) -> list[tuple[int, int]]:
    """(start of line, start of text) of notes 1, 2, 3...: lines that open a block, or go on in a block of notes."""
    found: list[tuple[int, int]] = []
    seen, in_block = 0, False
    for line in _LINE_NOTE.finditer(text):
        if int(line[1]) != len(found) + 1:
            continue
        in_block = in_block and text.find("\n\n", seen, line.start()) < 0
        seen = line.start()
        above = text[max(0, seen - 3) : seen].replace("\r", "")
        if in_block or seen == 0 or above.endswith("\n\n") or "\f" in above:
            found.append((line.start(), line.end()))
            in_block = True
    return found


def _indented_pages(text: str) -> list[int]:
    """Where pages begin: at a form feed, or at one leading space where no other lines have any (how some extractors print)."""
    pages = [found.start() for found in re.finditer(r"\f|(?<=\n) (?=\S)", text)]
    return pages if len(pages) * 10 < text.count("\n") else [place for place in pages if text[place] == "\f"]


def _paragraph_end(text: str, start: int, limit: int) -> int:
    """The first blank line behind a finished sentence, else ``limit``: a note may itself be broken by a blank line."""
    for blank in re.compile(r"\n[ \t]*\r?\n").finditer(text, start, limit):
        if _CLOSED.search(text, start, blank.start()):
            return blank.start()
    return limit


def _note(text: str, mark: str, anchor: int | None, start: int, end: int) -> Footnote:
    while end > start and text[end - 1].isspace():
        end -= 1
    return Footnote(mark, anchor, start, end)
