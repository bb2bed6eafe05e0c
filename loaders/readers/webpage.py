"""Web pages, as officielebekendmakingen.nl and tweedekamer.nl give letters: the letter itself, without the page around it.

Notes are found by their links: a mark whose link leads to an element elsewhere on the page, with the note's text in the block
around it. That holds for official publications, for pages made by word processors and for what Pandoc makes of Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.readers.pagetree import Node, tree
from loaders.readers.plain import decode
from loaders.readers.reading import Reading
from loaders.readers.story import Paragraph, Story

_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr "
    "html li main nav ol p pre section table tbody td tfoot th thead tr ul caption".split()
)
_UNSEEN = frozenset("script style head title template noscript svg math iframe object nav button select option textarea input del".split())
_MARK = re.compile(r"\s*[\[(]?(\d{1,3}|[ivxl]{1,7}|\*{1,3}|[a-z])[\])]?\s*")
_NOTE_BOX = re.compile(r"foot|note|noot|ftn|fn", re.IGNORECASE)
_WIDEST = 60  # columns or rows that one cell may take
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([A-Za-z0-9_-]{3,20})", re.IGNORECASE)


def read(content: bytes) -> Reading:
    """The letter on a page, its title, and what the page says around it (number, session, dates) as letterhead."""
    root = tree(_text(content))
    letter = _letter(root)
    page = _Page(root)
    story = page.story(letter)
    around = page.story(root, without=letter).outside() if letter is not root else ""
    title = next((node.text() for node in root.walk() if node.tag == "title"), "")
    return story.reading(around[:6000], title)


def _text(content: bytes) -> str:
    """Decoded by byte-order mark or as UTF-8, else as the page says of itself, else as Windows-1252."""
    stated = _CHARSET.search(content[:4096])
    if stated and stated[1].lower() not in (b"utf-8", b"utf8", b"utf-16"):
        try:
            content.decode("utf-8")
        except UnicodeDecodeError:
            try:
                return content.decode(stated[1].decode("ascii"))
            except (LookupError, UnicodeDecodeError):
                pass
    return decode(content)


def _letter(root: Node) -> Node:
    """The part of the page that is the letter, by the signs that the two sites use, else the page's main part."""
    nodes = list(root.walk())
    for fits in (
        lambda node: node.tag == "div" and "stuk" in node.classes,
        lambda node: node.tag == "main" and "global-main" in node.classes,
        lambda node: node.get("id") in ("main-column", "broodtekst"),
        lambda node: node.tag in ("main", "article"),
        lambda node: node.tag == "body",
    ):
        chosen = [node for node in nodes if fits(node)]
        if chosen:
            return max(chosen, key=lambda node: len(node.text()))
    return root


class _Page:
    """Turns nodes into paragraphs, with the notes of the page known beforehand."""

    def __init__(self, root: Node) -> None:
        self._notes: dict[int, tuple[str, str]] = {}  # id of the referring link -> (mark, text of the note)
        self._note_blocks: set[int] = set()  # id of the blocks that hold a note's text
        targets = {name: node for node in root.walk() for name in (node.get("id"), node.get("name")) if name}
        places = {id(node): place for place, node in enumerate(root.walk())}
        marks = [(link, _MARK.fullmatch(link.text())) for link in root.walk() if link.tag == "a" and link.get("href").startswith("#")]
        linked = {id(targets.get(link.get("href")[1:])) for link, mark in marks if mark}
        for link, mark in marks:
            target = targets.get(link.get("href")[1:])
            if mark and target and places[id(target)] > places[id(link)]:
                block = _block(target, linked)
                text = _note_text(block, mark[1])
                if text and not _within(link, block):
                    self._notes[id(link)] = (mark[1], text)
                    self._note_blocks.add(id(block))

    def story(self, node: Node, *, without: Node | None = None, cell: bool = False) -> Story:
        story = Story(cell=cell)
        self._blocks(node, story, without)
        return story

    def _blocks(self, node: Node, story: Story, without: Node | None) -> None:
        """The node's content as paragraphs: what stands between blocks is a paragraph too."""
        loose = Paragraph()
        for one in node.children:
            if isinstance(one, Node) and _has_blocks(one):
                loose = _closed(loose, story)
                if one is without or one.tag in _UNSEEN or id(one) in self._note_blocks or "note-close" in one.classes:
                    continue
                if one.tag == "table":
                    for caption in one.inside("caption"):
                        self._blocks(caption, story, without)
                    for row in self._rows(one):
                        story.row(row)
                else:
                    self._blocks(one, story, without)
            else:
                self._inline(one, loose, pre=node.tag == "pre")
        _closed(loose, story)

    def _rows(self, table: Node) -> Iterator[list[Story]]:
        """The rows, with an empty cell wherever another is wide or runs on from above, so that each stays under its heading."""
        covered: dict[int, int] = {}  # column -> rows that a cell from above still takes
        for row in table.inside("tr"):
            cells: list[Story] = []
            for cell in row.inside("td", "th"):
                _pass_covered(cells, covered)
                rows, wide = _span(cell, "rowspan"), _span(cell, "colspan")
                covered |= {len(cells) + further: rows - 1 for further in range(wide) if rows > 1}
                cells += [self.story(cell, cell=True)] + [Story(cell=True)] * (wide - 1)
            _pass_covered(cells, covered)
            yield cells

    def _inline(self, one: Node | str, paragraph: Paragraph, *, pre: bool) -> None:
        if isinstance(one, str):
            if pre:
                paragraph.parts.append(one)
            else:
                paragraph.say(re.sub(r"[ \t\r\n\f]+", " ", one))
        elif one.tag == "br":
            paragraph.parts.append("\n")
        elif id(one) in self._notes:
            paragraph.refer(*self._notes[id(one)])
        elif one.tag == "sup" and _MARK.fullmatch(one.text()) and not any(id(node) in self._notes for node in one.walk()):
            paragraph.parts.append(f"<sup>{one.text().strip()}</sup>")
        elif one.tag not in _UNSEEN and id(one) not in self._note_blocks:
            for inner in one.children:
                self._inline(inner, paragraph, pre=pre)


def _pass_covered(cells: list[Story], covered: dict[int, int]) -> None:
    """An empty cell for each column from here that a cell from above takes, one row less of which is then left."""
    while covered.get(len(cells), 0) > 0:
        covered[len(cells)] -= 1
        cells.append(Story(cell=True))


def _span(cell: Node, name: str) -> int:
    said = cell.get(name)
    return max(1, min(int(said[:6]), _WIDEST)) if said.isdecimal() else 1


def _closed(paragraph: Paragraph, story: Story) -> Paragraph:
    if paragraph.text.strip():
        paragraph.parts = [paragraph.text.strip()]
        story.paragraph(paragraph)
    return Paragraph()


def _has_blocks(node: Node) -> bool:
    return any(one.tag in _BLOCKS for one in node.walk())


def _block(node: Node, linked: set[int]) -> Node:
    """The nearest block around a note's target that holds more than the mark; all its paragraphs, where it has a box of its own."""
    while node.parent is not None and (node.tag not in _BLOCKS or not _note_text(node, "")):
        node = node.parent
    box = node.parent
    if box is not None and box.tag in ("div", "li", "aside", "dd") and _NOTE_BOX.search(f"{box.get('id')} {box.get('class')}"):
        return box if sum(id(one) in linked for one in box.walk()) == 1 else node
    return node


def _note_text(block: Node, mark: str) -> str:
    """A block's text without the mark, the way back and the button that closes it."""
    words = " ".join(block.text(without=("note-close", "footnote-back", "footnote-backref")).split()).rstrip("↩︎ ")
    return re.sub(rf"^[\[(]?{re.escape(mark)}[\])]?\.?(?=\s|\D|$)\s*", "", words) if mark else re.sub(r"^\W*\w{0,3}\W*$", "", words)


def _within(node: Node, block: Node) -> bool:
    while node.parent is not None:
        if node is block:
            return True
        node = node.parent
    return False
