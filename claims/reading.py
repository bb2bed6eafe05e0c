"""A letter as a person reads it: markup, bookmarks and notes out of the way, every character still traceable to the file.

The source text is never changed. ``Reading.text`` is made of pieces of it; ``source()`` leads any position back, so that a quote is
always ``letter.text[start:end]``. Notes are read apart from the sentence they interrupt.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from labour.model import Footnote, Letter

_RUNNING = r"(?:Pagina \d+(?: van \d+)?|Tweede Kamer, vergaderjaar .{5,60}|kst-[\w-]+|ISSN .{5,20}|\d{1,3})"  # head or foot of a page
# What a converter leaves behind. Each alternative is replaced by nothing, or by one space where it stood between two words.
_NOISE = re.compile(
    r"(?=[^A-Za-zà-ÿ0-9.,;:()])(?:"  # letters and digits begin none of it: most of a text is passed over at once
    r"\[bookmark:[^\]\n]*\]"  # Word bookmarks as Tika prints them
    r"|\[footnoteRef:\s*\d+\]?"  # the mark itself; the note's text is cut out as a note
    r"|<sup>\s*\[?\d{1,3}\]?\s*</sup>|\[\^\d+\]"  # note marks of HTML and Markdown
    r"|</?[A-Za-z][^<>\n]{0,300}>"  # HTML remains
    r"|\]\((?:https?:|www\.|mailto:|/)[^()\s]*\)"  # the address half of a Markdown link
    r"|\*\*+|__+|(?m:^#{1,6} )|(?m:^>+ ?)"
    r"|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"  # soft hyphen, zero width, direction marks
    r"|[\u0300-\u036f]+"  # accents apart from their letter
    r"|&(?:[A-Za-z]{2,8}|#\d{2,5}|#x[0-9A-Fa-f]{2,4});"
    r"|\r(?=\n)"  # line ends of Windows
    rf"|(?<=[a-zà-ÿ0-9, ])\n\s*+(?:{_RUNNING}[ \t]*\r?\n\s*+)+(?=[a-zà-ÿ0-9(€])"  # between two pages, in mid-sentence
    r"|(?<=\d[-\u2013.,])[ \t]*\r?\n[ \t]*(?=\d)"  # a number broken over two lines, or two of them
    r"|[ \t\u00a0\u2009\u202f]{2,}+(?!\r?\n)|(?<=[^\n•·*–-])\t(?=[^\n])|[ \t\u00a0]+(?=\r?\n)|(?<=\n)[ \t\u00a0]+"  # runs of blanks
    r"|(?<=[a-zà-ÿ])-[ \t]*\r?\n[ \t]*(?=[a-zà-ÿ])(?!(?:en|of|tot)\b))"  # a word broken over two lines
)
_BLOCK_TAG = re.compile(r"</?(?:p|br|div|li|ul|ol|td|th|tr|table|h[1-6])\b", re.IGNORECASE)
#: one replace per character present costs a fifth of str.translate
_SPACES = (*((c, " ") for c in "\u00a0\u2007\u2009\u202f\u2002\u2003\t\r"), ("\u2011", "-"))
_RUNNING_LINE = re.compile(rf"^[ \t*]*{_RUNNING}[ \t*]*$", re.MULTILINE)
_ACCENTS = frozenset(map(chr, range(0x300, 0x370)))
#: "445.|000" and "73,|1" are one number, "55-|60" a range; "in 2024.|120" is two sentences
_BROKEN_NUMBER = re.compile(r".{0,4}?(?<!\d)(?:\d{1,3}(?:\.\s+\d{3}(?!\d)|,\s+\d{1,2}(?!\d))|\d+[-\u2013]\s+\d)", re.DOTALL)
_TAIL = re.compile(r"\s*\]\s*")  # converters put blank lines after a note even in mid-sentence
_NOTE_HEAD = re.compile(r"\[?\^?\d{1,3}(?:\]?:|\]|\.|\))?\s*")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of reading text: the body, or one note (``note`` is its mark, ``anchor`` where in the body text it is called)."""

    text: str
    starts: tuple[int, ...]  # positions in ``text`` at which a new piece of the source begins
    shifts: tuple[int, ...]  # source position = text position + shift of its piece
    note: str | None = None
    anchor: int | None = None
    anchors: tuple[tuple[int, str], ...] = ()  # note marks called in this text: (position, mark)

    def source(self, position: int) -> int:
        """The source offset of the character at ``position``."""
        return position + self.shifts[bisect_right(self.starts, position) - 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of text[start:end]."""
        return self.source(start), self.source(end - 1) + 1


def read(letter: Letter) -> list[Passage]:
    """The body first, then the notes in order of their text."""
    text = letter.text
    notes = sorted((n for n in letter.footnotes if 0 <= n.start < n.end <= len(text)), key=lambda n: n.start)
    kept: list[Footnote] = []
    for note in notes:
        if not kept or note.start >= kept[-1].end:
            kept.append(note)
    holes = [_hole(text, note) for note in kept]
    bounds = [0, *(edge for hole in holes for edge in hole), len(text)]
    spans = [(max(a, 0), b) for a, b in zip(bounds[::2], bounds[1::2], strict=True) if a < b]
    calls = sorted((n.anchor, n.mark) for n in letter.footnotes if n.anchor is not None)
    body = _passage(text, _without_marks(text, spans, calls), calls=calls)
    where = {call: position for call, (position, _) in zip(calls, body.anchors, strict=True)}
    return [body, *(_passage(text, [(n.start, n.end)], note=n.mark, anchor=where.get((n.anchor or 0, n.mark))) for n in kept)]


def _without_marks(text: str, spans: list[tuple[int, int]], calls: list[tuple[int, str]]) -> list[tuple[int, int]]:
    """The spans with bare note marks cut out: the 18 of "euro18" belongs to no number."""
    edges = [edge for at, mark in calls if text.startswith(mark, at) and text[at - 1 : at] not in ":^[>" for edge in (at, at + len(mark))]
    result: list[tuple[int, int]] = []
    for first, last in spans:
        inside = [first, *(e for e in edges if first < e <= last), last]
        result.extend((a, b) for a, b in zip(inside[::2], inside[1::2], strict=False) if a < b)
    return result


def _hole(text: str, note: Footnote) -> tuple[int, int]:
    """The note with its printed head and brackets: ``[12:  text ]``."""
    start, end = note.start, note.end
    opening = text.rfind("[", max(0, start - 12), start)
    line = opening if opening >= 0 else text.rfind("\n", 0, start) + 1
    if start - line <= 12 and _NOTE_HEAD.fullmatch(text, line, start):
        start = line
    if start < note.start and text[start] == "[":
        tail = _TAIL.match(text, end)
        end = tail.end() if tail else end
    return start, end


def _passage(
    text: str,
    spans: list[tuple[int, int]],
    *,
    note: str | None = None,
    anchor: int | None = None,
    calls: list[tuple[int, str]] | None = None,
) -> Passage:
    pieces: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    length = 0

    def add(piece: str, origin: int) -> None:
        nonlocal length
        if piece:
            pieces.append(piece)
            starts.append(length)
            shifts.append(origin - length)
            length += len(piece)

    for index, (first, last) in enumerate(spans):
        if index and pieces and not pieces[-1][-1].isspace() and first - spans[index - 1][1] > 3:
            add(" ", first - 1)
        position = first
        for found in _NOISE.finditer(text, first, last):
            add(text[position : found.start()], position)
            if found[0][0] in _ACCENTS:
                composed = unicodedata.normalize("NFC", text[found.start() - 1 : found.end()])
                if len(composed) == 1 and position < found.start():
                    pieces[-1], length = pieces[-1][:-1], length - 1
                    add(composed, found.start() - 1)
            else:
                add(_instead(text, found), found.start())
            position = found.end()
        add(text[position:last], position)
    joined = "".join(pieces)
    for odd, plain in _SPACES:
        joined = joined.replace(odd, plain)
    if not starts:
        starts, shifts = [0], [spans[0][0] if spans else 0]
    passage = Passage(_hide_running_lines(joined), tuple(starts), tuple(shifts), note, anchor)
    if not calls:
        return passage
    marks = []
    origins = [s + h for s, h in zip(starts, shifts, strict=True)]
    for origin, mark in calls:
        # the piece that holds the mark, or the end of the last piece before it
        index = max(bisect_right(origins, origin) - 1, 0)
        end = starts[index + 1] if index + 1 < len(starts) else length
        marks.append((min(origin - shifts[index], end), mark))
    return Passage(passage.text, passage.starts, passage.shifts, note, anchor, tuple(marks))


def _instead(text: str, noise: re.Match[str]) -> str:
    """What is read where something was left behind: nothing, a space, the end of a line, or ``\\v`` between the cells of a table."""
    raw, start, end = noise[0], noise.start(), noise.end()
    before, after = text[start - 1 : start], text[end : end + 1]
    if raw[0] == "&":
        return html.unescape(raw).replace("\u00ad", "")[:2]
    if raw[0] == "<":
        return "\n" if _BLOCK_TAG.match(raw) else ""
    if raw[0] == "\n" and not raw.isspace():
        return " "  # the head of a page
    if not raw.isspace() or ("\n" in raw and _BROKEN_NUMBER.match(text, max(start - 6, 0), end + 4)):
        return ""
    if "\t" in raw or (len(raw) > 1 and after.isdigit() and before != "\n"):
        return "\v" * max(1, raw.count("\t"))  # a wide gap before a number; two tabs have an empty cell between them
    return "" if after in ("\n", "\r") or before == "\n" else " "


def _hide_running_lines(text: str) -> str:
    """Page headers and numbers blanked out, same length: they hold no claims."""
    return _RUNNING_LINE.sub(lambda found: " " * len(found[0]), text)
