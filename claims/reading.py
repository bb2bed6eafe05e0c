"""A letter as a person reads it: markup, bookmarks and notes out of the way, every character still traceable to the file.

The source text is never changed. ``Reading.text`` is made of pieces of it; ``source()`` leads any position back, so that a quote is
always ``letter.text[start:end]``. Notes are read apart from the sentence they interrupt.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from labour.model import Footnote, Letter

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
    r"|&(?:[A-Za-z]{2,8}|#\d{2,5}|#x[0-9A-Fa-f]{2,4});"
    r"|\r(?=\n)"  # line ends of Windows
    r"|[ \t\u00a0\u2009\u202f]{2,}(?!\r?\n)|(?<=[^\n•·*–-])\t(?=[^\n])|[ \t\u00a0]+(?=\r?\n)|(?<=\n)[ \t\u00a0]+"  # runs of blanks
    r"|(?<=[a-zà-ÿ])-[ \t]*\r?\n[ \t]*(?=[a-zà-ÿ])(?!(?:en|of|tot)\b)"  # a word broken over two lines
    r"|(?<=\d[-\u2013])[ \t]*\r?\n[ \t]*(?=\d)|(?<=\d[.,])\r?\n(?=\d))"  # a number broken over two lines
)
_BLOCK_TAG = re.compile(r"</?(?:p|br|div|li|ul|ol|td|th|tr|table|h[1-6])\b", re.IGNORECASE)
#: one replace per character present costs a fifth of str.translate
_SPACES = (*((c, " ") for c in "\u00a0\u2007\u2009\u202f\u2002\u2003\t\r"), ("\u2011", "-"))
_RUNNING_LINE = re.compile(
    r"^[ \t*]*(?:Pagina \d+(?: van \d+)?|Tweede Kamer, vergaderjaar .{5,60}|kst-[\w-]+|ISSN .{5,20}|\d{1,3})[ \t*]*$", re.MULTILINE
)
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
    where = {mark: position for position, mark in body.anchors}
    return [body, *(_passage(text, [(n.start, n.end)], note=n.mark, anchor=where.get(n.mark)) for n in kept)]


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
    line = max(text.rfind("\n", 0, start) + 1, text.rfind("[", max(0, start - 12), start), 0)
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
            raw = found[0]
            if raw[0] == "&":
                add(html.unescape(raw).replace("\u00ad", "")[:2], found.start())
            elif raw.isspace():
                # a wide gap before a number separates table cells; elsewhere it is one space
                cells = "\t" in raw or (len(raw) > 1 and text[found.end() : found.end() + 1].isdigit())
                add(
                    "\v"
                    if cells
                    else " "
                    if text[found.end() : found.end() + 1] not in ("\n", "\r") and text[found.start() - 1 : found.start()] != "\n"
                    else "",
                    found.start(),
                )
            elif raw[0] == "<" and _BLOCK_TAG.match(raw):
                add("\n", found.start())
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
    for origin, mark in calls:
        # the piece that holds the mark, or the end of the last piece before it
        index = max(bisect_right([s + h for s, h in zip(starts, shifts, strict=True)], origin) - 1, 0)
        end = starts[index + 1] if index + 1 < len(starts) else length
        marks.append((min(origin - shifts[index], end), mark))
    return Passage(passage.text, passage.starts, passage.shifts, note, anchor, tuple(marks))


def _hide_running_lines(text: str) -> str:
    """Page headers and numbers blanked out, same length: they interrupt sentences and hold no claims."""
    return _RUNNING_LINE.sub(lambda found: " " * len(found[0]), text)


_ABBREVIATION = re.compile(
    r"(?:\b(?:nr|nrs|ca|dhr|mw|mr|dr|drs|ir|prof|jl|art|resp|incl|excl|bijv|evt|mln|mld|dzd|milj|max|min|blz|pag|vgl|zgn|St|vs|par|kwart"
    r"|i\.v\.m|o\.a|m\.n|d\.d|t\.o\.v|d\.w\.z|t\.a\.v|i\.o\.v|m\.b\.t|n\.a\.v|t/m|[A-Z]))\.$"
)
_UNIT_STOP = re.compile(r"\d (?:dzd|mln|mld|milj)\.\s+[A-Z]$")  # "387 dzd. Piek was": a sentence may end on a short scale word
_END = re.compile(
    r"[.!?](?:[\"”’»)\]]|(?<=[^\d][.!?])\d{1,3}(?=\s))*\s+(?=[\"“‘«'(\[]?[A-ZÀ-Þ0-9€·•])"
    r"|\n[ ]*\n\s*|\n[ ]*(?=[·•*\-–] |\d{1,2}[.)] |[a-z][.)] )|\n"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    start: int
    end: int
    paragraph: int


def sentences(text: str, wrapped: int) -> list[Sentence]:
    """Sentences of a reading text in order; headings and list items count as sentences of their own.

    ``wrapped`` is the line length of a letter whose lines are broken to a width (see ``line_width``), else 0.
    """
    cuts: list[tuple[int, bool]] = []
    for found in _END.finditer(text):
        mark = found[0]
        if mark[0] == "\n":
            new_paragraph = mark.count("\n") > 1
            if mark == "\n" and wrapped and not _short_line(text, found.start(), wrapped):
                continue
            cuts.append((found.end(), new_paragraph or wrapped == 0))
        elif _UNIT_STOP.search(text, max(0, found.start() - 6), found.end() + 1) or not _ABBREVIATION.search(
            text, max(0, found.start() - 8), found.start() + 1
        ):
            cuts.append((found.end(), "\n\n" in mark or (wrapped == 0 and "\n" in mark)))
    result = []
    paragraph = 0
    for (first, _), (last, breaks) in pairwise([(0, False), *cuts, (len(text), True)]):
        for start, end in _bounded(text, first, last):
            if text[start:end].strip():
                result.append(Sentence(start, end, paragraph))
        paragraph += 1 if breaks else 0
    return result


#: no sentence of a letter is longer; what is longer has lost its full stops, and is read a part at a time
_LONGEST = 1500


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Parts of at most ``_LONGEST`` characters, cut at a space so that no number is cut in two."""
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        if cut < 0:
            cut = text.find(" ", start + _LONGEST, end)
        if cut < 0:
            break
        yield start, cut + 1
        start = cut + 1
    yield start, end


def line_width(text: str) -> int:
    """The usual line length when lines are broken to a width (a newline is a space then), else 0."""
    lengths = sorted(len(line) for line in text.split("\n") if line.strip())
    if len(lengths) < 8:
        return 0
    usual = lengths[int(len(lengths) * 0.75)]
    return usual if usual <= 130 and lengths[int(len(lengths) * 0.95)] <= usual * 1.5 else 0


def _short_line(text: str, newline: int, usual: int) -> bool:
    """A line well short of the usual width ends its sentence: a heading or the last line of a paragraph."""
    first = text.rfind("\n", 0, newline) + 1
    return newline - first < usual * 0.6 and text[newline + 1 : newline + 2].isupper()
