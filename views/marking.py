"""Letter text as HTML with its claims marked in place. Pure text: every character of a letter is escaped before it becomes part of a page.

A letter can hold anything: markup, Markdown, links, characters that turn the reading direction. Nothing of it may restyle
the page, fetch anything or hide a mark; what is shown here is the letter's characters and our own few tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from labour.model import Letter
from labour.unseen import seen

# What text made from a Word file keeps of its markup: shown as the note mark it was, or not at all.
_NOTE_MARK = re.compile(r"\[footnoteRef:(\d+)\]")
_AROUND = 600  # characters either side of a quote
_BOOKMARK = re.compile(r"\[bookmark: [^\]<]*\]")


@dataclass(frozen=True)
class Mark:
    """A marked stretch of the text: its CSS class, the words that say what it is, its own anchor and the one it leads to."""

    start: int
    end: int
    style: str
    label: str  # sign and word: "✗ wijkt af"
    anchor: str = ""
    target: str = ""
    spoken: str = ""  # what a screen reader says of the link


def safe(text: str) -> str:
    """The text as HTML that is nothing but text."""
    return escape(seen(text), quote=True)


def paragraph_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The paragraph a place stands in: the block between blank lines, or one line of it where a line is a paragraph; a small table whole.

    At most 600 characters either side.
    """
    left, right = next(((a, b) for a, b in _blocks(text) if a <= start < b), (start, end))
    right = max(right, end)
    rows = next(((a, b) for is_table, a, b in _stretches(text, left, right) if is_table and a <= start < b), None)
    if rows and rows[0] >= start - _AROUND and rows[1] <= end + _AROUND:
        return rows[0], max(rows[1], end)
    if not _is_wrapped(text[left:right]):
        left = text.rfind("\n", left, start) + 1 or left
        line_end = text.find("\n", end, right)
        right = line_end if line_end >= 0 else right
    return max(left, start - _AROUND), min(right, end + _AROUND)


def marked(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> str:
    """``text[start:end]`` as HTML with the marks that lie in it; marks may overlap, each keeps its label at its own end."""
    end = len(text) if end is None else end
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = sorted({start, end, *(max(start, m.start) for m in inside), *(min(end, m.end) for m in inside)})
    html = []
    for left, right in pairwise(cuts):
        covering = [mark for mark in inside if mark.start <= left and mark.end >= right]
        piece = safe(text[left:right])
        if covering:
            top = max(covering, key=lambda mark: (mark.start, -mark.end))
            piece = f'<mark class="ct-mark ct-{top.style}">{piece}</mark>'
        html.append(piece)
        html.extend(_label(mark) for mark in inside if mark.end == right)
    return _NOTE_MARK.sub(r"<sup>\1</sup>", _BOOKMARK.sub("", "".join(html)))


def _label(mark: Mark) -> str:
    anchor = f' id="{escape(mark.anchor)}"' if mark.anchor else ""
    if not mark.label:
        return f"<span{anchor}></span>" if anchor else ""
    if mark.target:
        spoken = f' aria-label="{safe(mark.spoken)}"' if mark.spoken else ""
        return f'<a class="ct-label ct-{mark.style}"{anchor} href="#{escape(mark.target)}"{spoken}>{safe(mark.label)}</a>'
    return f'<span class="ct-label ct-{mark.style}"{anchor}>{safe(mark.label)}</span>'


def letter_html(letter: Letter, marks: Sequence[Mark]) -> str:
    """The whole letter; lines broken by the width of a page flow together, paragraphs and short lines stay as they are."""
    blocks = [stretch_html(letter.text, marks, left, right) for left, right in _blocks(letter.text)]
    return f'<div class="ct-letter" lang="nl">{"".join(blocks)}</div>'


def stretch_html(text: str, marks: Sequence[Mark], start: int, end: int) -> str:
    """Part of a letter: its tables as tables, the text between them as paragraphs."""
    html = []
    for is_table, left, right in _stretches(text, start, end):
        if is_table:
            html.append(_table_html(text, marks, left, right))
        elif text[left:right].strip():
            kind = "ct-flow" if _is_wrapped(text[left:right]) else "ct-lines"
            html.append(f'<p class="{kind}">{marked(text, marks, left, right)}</p>')
    return "".join(html)


def _table_html(text: str, marks: Sequence[Mark], start: int, end: int) -> str:
    rows = []
    for number, (left, right) in enumerate(_lines(text, start, end)):
        kind = 'th scope="col"' if number == 0 else "td"
        shown = "".join(f"<{kind}>{marked(text, marks, a, b)}</{kind[:2]}>" for a, b in _between("\t", text, left, right))
        rows.append(f"<tr>{shown}</tr>")
    return f'<div class="ct-wide"><table>{"".join(rows)}</table></div>'


def _between(divider: str, text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between dividers of one character."""
    cuts = [start - 1, *(found.start() for found in re.compile(divider).finditer(text, start, end)), end]
    return [(left + 1, right) for left, right in pairwise(cuts)]


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [(left, right) for left, right in _between("\n", text, start, end) if left < right]


def _stretches(text: str, start: int, end: int) -> list[tuple[bool, int, int]]:
    """A block cut into tables and what is none: a table is two or more lines in a row with as many tabs each."""
    runs: list[list[tuple[int, int]]] = []
    tabs = -1
    for left, right in _lines(text, start, end):
        count = text.count("\t", left, right)
        if runs and count == tabs:
            runs[-1].append((left, right))
        else:
            runs.append([(left, right)])
        tabs = count
    found: list[tuple[bool, int, int]] = []
    for run in runs:
        is_table = len(run) > 1 and "\t" in text[slice(*run[0])]
        left, right = run[0][0], run[-1][1]
        if found and not is_table and not found[-1][0]:
            found[-1] = (False, found[-1][1], right)
        else:
            found.append((is_table, left, right))
    return found


def _blocks(text: str) -> list[tuple[int, int]]:
    """The stretches between blank lines."""
    blocks, at = [], 0
    for gap in re.finditer(r"\n[ \t\r\xa0]*(?:\n[ \t\r\xa0]*)+", text):
        if text[at : gap.start()].strip():
            blocks.append((at, gap.start()))
        at = gap.end()
    if text[at:].strip():
        blocks.append((at, len(text)))
    return blocks


def _is_wrapped(block: str) -> bool:
    """Whether the lines were broken by a page's width: several, and all but the last about equally long."""
    lines = [line.strip() for line in block.split("\n")]
    if len(lines) < 3:
        return False
    longest = max(map(len, lines))
    return 40 <= longest <= 140 and all(len(line) > longest * 0.6 for line in lines[:-1])
