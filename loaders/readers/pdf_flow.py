"""Lines of a pdf back into paragraphs: words made whole, notes after the paragraph that refers to them, pages counted."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from loaders.readers.pdf_lines import HYPHEN, Line, joined
from loaders.readers.pdf_notes import Note
from loaders.readers.reading import notes_after, reference
from loaders.readers.story import PAGE, Paragraph, Story

_ITEM = re.compile(r"\s*(?:[•·▪‣\u2022\uf0b7–-]|o|\d{1,2}[.)]|[a-z][.)])\s+\S")
_METRES = re.compile(r"\b[kcdm]?m$")
_END = re.compile(r"[.!?:;]\W*$")
_PITCH = 1.35  # of the usual distance between lines: more is white between paragraphs


def story_of(pages: list[list[Line]], notes: list[Note]) -> Story:
    """The letter as paragraphs; ``pages`` are the body's lines, ``notes`` go where the text refers to them."""
    flat = [line for lines in pages for line in lines]
    firsts = [lines[0] for lines in pages if lines]
    turns = {id(line): line.page - before for before, line in zip([0, *(line.page for line in firsts)], firsts, strict=False)}
    pitch, edges = _pitch(flat), _edges(pages)
    paragraphs: list[tuple[int, Paragraph]] = []
    for place, line in enumerate(flat):
        if place == 0 or _breaks(flat[place - 1], line, pitch, edges):
            paragraphs.append((line.page, Paragraph()))
        elif paragraphs:
            _join(paragraphs[-1][1], line.text)
        _add(paragraphs[-1][1], line, notes, turns=turns.get(id(line), 0))
    for note in notes:
        if not note.used:
            _find(note, [paragraph for page, paragraph in paragraphs if note.near(page)])
    story = Story()
    for _, paragraph in paragraphs:
        notes = []
        if "\t" in paragraph.text:  # a row: its notes on a line of their own, or they would stand in its last cell
            notes, paragraph.notes = paragraph.notes, []
        story.paragraph(paragraph)
        if notes:
            story.lines.append(notes_after(notes).strip())
    return story


def _pitch(lines: list[Line]) -> float:
    steps = Counter(
        round(before.base - after.base, 0)
        for before, after in itertools.pairwise(lines)
        if 0 < before.base - after.base < 3 * before.height
    )
    return steps.most_common(1)[0][0] if steps else 12.0


def _edges(pages: list[list[Line]]) -> dict[int, float]:
    """Where the lines of each page end at most; short pages take the widest of all."""
    widest = max((line.right for lines in pages for line in lines if not line.cells), default=0.0)
    return {
        number: max((line.right for line in lines if not line.cells), default=widest) if len(lines) > 12 else widest
        for number, lines in enumerate(pages)
    }


def _breaks(before: Line, after: Line, pitch: float, edge: dict[int, float]) -> bool:
    """Whether a new paragraph starts with ``after``."""
    if before.cells or after.cells or _ITEM.match(after.text):
        return True
    if before.text.endswith((HYPHEN, "-")) and before.text[-2:-1].isalnum():
        return False
    if abs(before.height - after.height) > 0.08 * max(before.height, after.height):
        return True
    turned = after.page != before.page or after.base > before.base
    if not turned and before.base - after.base > _PITCH * pitch:
        return True
    word = after.text.split(" ", 1)[0]
    wide = 1.2 * (after.right - after.left) / max(1, len(after.text)) * (len(word) + 1)
    # the next word would have fitted on this line, and words do not simply run on
    fits = before.right + wide < edge.get(before.page, before.right) - 1
    return fits and (bool(_END.search(before.text)) or not after.text[:1].islower())


def _add(paragraph: Paragraph, line: Line, notes: list[Note], *, turns: int) -> None:
    if turns:  # more than one where pages hold no text, as a cover does
        paragraph.parts.append(PAGE * turns)
    for cell in (line, *line.cells):
        if cell is not line:
            paragraph.parts.append("\t")
        for text, raised in cell.parts:
            for piece in re.split(r"(\d+|[ivxl]+)", text) if raised else (text,):
                if piece:
                    _say(paragraph, piece, raised, line.page, notes)


def _say(paragraph: Paragraph, text: str, raised: bool, page: int, notes: list[Note]) -> None:
    """Text as it stands; a raised sign that is a note's becomes its reference."""
    is_mark = raised and not (text in ("2", "3") and _METRES.search("".join(paragraph.parts[-2:]).rstrip()))
    own = [note for note in notes if note.mark == text and note.near(page)] if is_mark else []
    if not own:
        paragraph.parts.append(text)
        return
    if paragraph.parts:
        paragraph.parts[-1] = paragraph.parts[-1].rstrip(" ")
    note = next((one for one in own if not one.used), None)
    if note:
        note.used = True
        paragraph.refer(note.mark, note.text)
    else:
        paragraph.parts.append(reference(text))


def _find(note: Note, near: list[Paragraph]) -> None:
    """A mark that is neither small nor raised: its digits glued to a word. Without any, the note follows the page's last words."""
    glued = re.compile(rf"(?<=[^\W\d_)»”’.,;:]){note.mark}(?![\d\w]|[.,]\d)|(?<=[)»”’.]){note.mark}(?=\s|$)")
    for paragraph in near:
        for place, part in enumerate(paragraph.parts):
            found = glued.search(part)
            if found:
                paragraph.parts[place : place + 1] = [part[: found.start()], reference(note.mark), part[found.end() :]]
                paragraph.notes.append((note.mark, note.text))
                return
    if near:
        near[-1].notes.append((note.mark, note.text))


def _join(paragraph: Paragraph, after: str) -> None:
    last = paragraph.parts.pop() if paragraph.parts else ""
    paragraph.parts.append(joined(last, after))
