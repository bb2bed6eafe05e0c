"""Sentences of a reading text: headings and list items count as sentences, abbreviations end none, wrapped lines do not part one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_ABBREVIATION = re.compile(
    r"(?:\b(?:nr|nrs|ca|dhr|mw|mr|dr|drs|ir|prof|jl|art|resp|incl|excl|bijv|evt|mln|mld|dzd|milj|max|min|blz|pag|vgl|zgn|St|vs|par|kwart|pp?|Stb|Stcrt|Trb|jan|febr?|mrt|apr|aug|sept?|okt|nov|dec"
    r"|i\.v\.m|o\.a|m\.n|d\.d|t\.o\.v|d\.w\.z|t\.a\.v|i\.o\.v|m\.b\.t|n\.a\.v|t/m|[A-Z]))\.$"
)
_UNIT_STOP = re.compile(r"\d (?:dzd|mln|mld|milj)\.\s+[A-Z]$")  # "387 dzd. Piek was": a sentence may end on a short scale word
_BULLETS = tuple("•·*–-")
_END = re.compile(
    r"[.!?](?:[\"”’»)\]]|\[\d{1,3}\]|(?<=[^\d][.!?])\d{1,3}(?=\s))*\s+(?=[\"“‘«'(\[]?[A-ZÀ-Þ0-9€·•])"
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
            if mark == "\n" and (_runs_on(text, found.start()) if not wrapped else not _short_line(text, found.start(), wrapped)):
                continue
            cuts.append((found.end(), new_paragraph or wrapped == 0))
        elif (
            not _ABBREVIATION.search(text, max(0, found.start() - 8), found.start() + 1)
            or _UNIT_STOP.search(text, max(0, found.start() - 6), found.end() + 1)
            or ("\n" in mark and (wrapped == 0 or text[found.end() : found.end() + 1] in _BULLETS))
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


_HEADING = 70  # characters; a heading is mostly shorter


def is_heading(text: str, sentence: Sentence) -> bool:
    """Whether a line of its own is short and ends without a stop."""
    printed = text[sentence.start : sentence.end].strip()
    return 0 < len(printed) <= _HEADING and printed[-1] not in ".,;:!?"


_RUNNING = 50  # characters; a heading or a cell is mostly shorter
_STOPPED = re.compile(r"[a-zà-ÿ0-9,’')%]$")
_GOES_ON = re.compile(r"[a-zà-ÿ]|\d[\d.,]* (?!\|)[a-zà-ÿ(]")
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


def _runs_on(text: str, newline: int) -> bool:
    """A long line that stops within a sentence, before a small letter or a figure: broken where its window ended."""
    first = text.rfind("\n", 0, newline) + 1
    return newline - first >= _RUNNING and bool(_STOPPED.search(text, newline - 1, newline)) and bool(_GOES_ON.match(text, newline + 1))


def _short_line(text: str, newline: int, usual: int) -> bool:
    """A line well short of the usual width ends its sentence: a heading or the last line of a paragraph."""
    first = text.rfind("\n", 0, newline) + 1
    return newline - first < usual * 0.6 and text[newline + 1 : newline + 2].isupper()
