"""OpenDocument text (odt): paragraphs, lists, tables, text boxes and notes; deleted text and comments are left out.

Pages are not told: LibreOffice notes where some of them begin, but neither those within a paragraph nor those the writer began.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from labour.errors import LetterError
from loaders.readers.markup import attribute, child, local, named, parse
from loaders.readers.reading import Reading
from loaders.readers.story import Paragraph, Story

_LEFT_OUT = frozenset(
    "tracked-changes annotation annotation-end note ruby-text title desc forms sequence-decls hidden-text event-listeners".split()
)
_SIGNS = {"tab": "\t", "line-break": "\n"}
_SPACES = re.compile(r"[ \t\r\n\f]+")
_MOST = 60  # columns that an empty cell may stand for


def read(part: Callable[[str], bytes], has_styles: bool, has_meta: bool) -> Reading:
    """The letter; ``part`` gives a part of the container by name. Raises LetterError."""
    body = child(parse(part("content.xml")), "body", "text")
    if body is None:
        raise LetterError("dit is een OpenDocument, maar geen tekst", "this is an OpenDocument, but not a text")
    heads = []
    if has_styles:
        styles = parse(part("styles.xml"))
        heads = [_story(one).outside() for kind in ("header", "header-first", "footer") for one in named(styles, kind)]
    title = next(named(parse(part("meta.xml")), "title"), None) if has_meta else None
    return _story(body).reading("\n".join(heads), (title.text or "").strip() if title is not None else "")


def _story(container: Element, *, cell: bool = False) -> Story:
    story = Story(cell=cell)
    for block in _blocks(container):
        name = local(block)
        if name == "table":
            for row in _inside(block, "table-row"):
                story.row(_cells(row))
        else:
            paragraph = Paragraph()
            _inline(block, paragraph)
            story.paragraph(paragraph)
    return story


def _blocks(container: Element) -> Iterator[Element]:
    """Paragraphs, headings and tables, also those in lists, sections, indexes and frames."""
    for one in container:
        name = local(one)
        if name in ("p", "h", "table"):
            yield one
        elif name not in _LEFT_OUT:
            yield from _blocks(one)


def _cells(row: Element) -> Iterator[Story]:
    for one in row:
        if local(one) in ("table-cell", "covered-table-cell"):
            story = _story(one, cell=True)
            yield story
            repeated = attribute(one, "number-columns-repeated") or ""
            for _ in range(min(int(repeated[:6]), _MOST) - 1 if repeated.isdecimal() else 0):
                yield Story(lines=list(story.lines), cell=True)


def _inline(node: Element, paragraph: Paragraph) -> None:
    paragraph.say(_SPACES.sub(" ", node.text or ""))
    for one in node:
        name = local(one)
        if name == "note":
            _refer(one, paragraph)
        elif name in _SIGNS:
            paragraph.parts.append(_SIGNS[name])
        elif name == "s":
            count = attribute(one, "c") or "1"
            paragraph.parts.append(" " * min(int(count[:6]) if count.isdecimal() else 1, _MOST))
        elif name == "text-box":
            paragraph.boxes.append(_story(one))
        elif name not in _LEFT_OUT:
            _inline(one, paragraph)
        paragraph.say(_SPACES.sub(" ", one.tail or ""))


def _refer(note: Element, paragraph: Paragraph) -> None:
    citation, body = child(note, "note-citation"), child(note, "note-body")
    mark = "".join(citation.itertext()).strip() if citation is not None else ""
    if body is not None and mark:
        paragraph.refer(mark[:8], _story(body).plain())


def _inside(container: Element, name: str) -> Iterator[Element]:
    """The rows of a table, also those in header rows and groups, not those of a table within it."""
    for one in container:
        if local(one) == name:
            yield one
        elif local(one) not in ("table-cell", "covered-table-cell", "table"):
            yield from _inside(one, name)
