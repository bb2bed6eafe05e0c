"""Word's docx: what a reader of the printed letter sees, with its notes.

Tracked insertions are in, deletions out; text boxes follow the paragraph they hang on; of fields the result counts, not
the code; hidden text and comments are left out. Names are taken without namespace, so the strict edition reads alike.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from labour.errors import LetterError
from loaders.readers.markup import attribute, child, local, named, parse
from loaders.readers.reading import Reading, roman
from loaders.readers.story import PAGE, Paragraph, Story

_LEFT_OUT = frozenset(
    "del moveFrom delText instrText delInstrText rPr pPr tblPr trPr tcPr sectPr sdtPr annotationRef footnoteRef endnoteRef "
    "commentReference rt altChunk".split()
)
_SIGNS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-"}


def read(part: Callable[[str], bytes], holds: Callable[[str], bool]) -> Reading:
    """The letter; ``part`` gives a part of the container by name and ``holds`` says whether it is there. Raises LetterError."""
    main = next((name for kind, name in _relations(part, holds, "") if kind == "officeDocument"), "")
    if not main.startswith("word/") or not holds(main):
        raise LetterError("dit is een Office-bestand, maar geen Word-document", "this is an Office file, but not a Word document")
    related = _relations(part, holds, main)
    document = _Document(*(_notes(part, related, kind) for kind in ("footnotes", "endnotes")))
    body = child(parse(part(main)), "body")
    if body is None:
        raise LetterError("het Word-document is beschadigd", "the Word document is damaged")
    story = document.story(body)
    heads = [document.story(parse(part(name))).outside() for kind, name in related if kind in ("header", "footer") and holds(name)]
    return story.reading("\n".join(heads), _title(part, holds))


class _Document:
    def __init__(self, footnotes: dict[str, Element], endnotes: dict[str, Element]) -> None:
        self._notes = {"footnoteReference": footnotes, "endnoteReference": endnotes}
        self._used = {"footnoteReference": 0, "endnoteReference": 0}

    def story(self, container: Element, *, cell: bool = False) -> Story:
        story = Story(cell=cell)
        open_paragraph: Paragraph | None = None  # its end mark was deleted, so it runs on
        for block in self._blocks(container):
            if local(block) == "tbl":
                for row in self._rows(block):
                    story.row(row)
                continue
            paragraph = open_paragraph or Paragraph()
            self._inline(block, paragraph)
            open_paragraph = paragraph if child(block, "pPr", "rPr", "del") is not None else None
            if open_paragraph is None:
                story.paragraph(paragraph)
        if open_paragraph is not None:
            story.paragraph(open_paragraph)
        return story

    def _blocks(self, container: Element) -> Iterator[Element]:
        """Paragraphs and tables, also those within content controls and insertions."""
        for one in container:
            if local(one) in ("p", "tbl"):
                yield one
            elif local(one) not in _LEFT_OUT:
                yield from self._blocks(one)

    def _rows(self, table: Element) -> Iterator[list[Story]]:
        for row in _inside(table, "tr"):
            if child(row, "trPr", "del") is not None:
                continue
            cells: list[Story] = []
            for cell in _inside(row, "tc"):
                merged = child(cell, "tcPr", "vMerge")
                goes_on = merged is not None and attribute(merged, "val") in (None, "continue")
                cells.append(Story(cell=True) if goes_on else self.story(cell, cell=True))
                span = child(cell, "tcPr", "gridSpan")
                wide = attribute(span, "val") if span is not None else None
                cells += [Story(cell=True)] * (min(int(wide[:6]), 60) - 1 if wide and wide.isdecimal() else 0)
            yield cells

    def _inline(self, node: Element, paragraph: Paragraph) -> None:
        for one in node:
            name = local(one)
            if name in _LEFT_OUT or (name == "r" and _hidden(one)):
                continue
            if name == "t":
                paragraph.parts.append(one.text or "")
            elif name in _SIGNS:
                paragraph.parts.append(_SIGNS[name])
            elif name == "br":
                paragraph.parts.append("" if attribute(one, "type") == "page" else "\n")
            elif name == "lastRenderedPageBreak":  # breaks of the writer's own are among these, and say nothing without the others
                paragraph.parts.append(PAGE)
            elif name in self._notes:
                self._refer(one, name, paragraph)
            elif name == "txbxContent":
                paragraph.boxes.append(self.story(one))
            elif name == "AlternateContent":  # the same drawing twice, for newer and for older programs: the first that says something
                said = next((branch for branch in one if next(named(branch, "t"), None) is not None), one)
                self._inline(said, paragraph)
            else:
                self._inline(one, paragraph)

    def _refer(self, sign: Element, kind: str, paragraph: Paragraph) -> None:
        note = self._notes[kind].get(attribute(sign, "id") or "")
        if note is not None:
            self._used[kind] += 1
            mark = str(self._used[kind]) if kind == "footnoteReference" else roman(self._used[kind])
            paragraph.refer(mark, self.story(note).plain())


def _notes(part: Callable[[str], bytes], related: list[tuple[str, str]], kind: str) -> dict[str, Element]:
    """The notes of one kind by id; separators, which have a type, are none."""
    name = next((name for found, name in related if found == kind), None)
    if name is None:
        return {}
    return {attribute(note, "id") or "": note for note in parse(part(name)) if attribute(note, "type") in (None, "normal")}


def _relations(part: Callable[[str], bytes], holds: Callable[[str], bool], of: str) -> list[tuple[str, str]]:
    """(kind, part name) of what a part refers to inside the container, by the last word of the relation's type."""
    folder, name = posixpath.split(of)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if not holds(path):
        return []
    found = []
    for one in parse(part(path)):
        if one.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
            found.append(((one.get("Type") or "").rpartition("/")[2], target))
    return found


def _title(part: Callable[[str], bytes], holds: Callable[[str], bool]) -> str:
    if not holds("docProps/core.xml"):
        return ""
    title = next(named(parse(part("docProps/core.xml")), "title"), None)
    return (title.text or "").strip() if title is not None else ""


def _inside(container: Element, name: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, also within content controls and insertions."""
    for one in container:
        if local(one) == name:
            yield one
        elif local(one) not in _LEFT_OUT and local(one) != "tbl":
            yield from _inside(one, name)


def _hidden(run: Element) -> bool:
    sign = child(run, "rPr", "vanish")
    return sign is not None and attribute(sign, "val") not in ("0", "false")
