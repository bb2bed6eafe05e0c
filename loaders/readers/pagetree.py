"""A web page as a tree, forgiving as browsers are: tags that close by themselves, ends without a beginning, any depth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# a start tag that ends an open one of these, without crossing the second
_ENDS = {
    "li": (("li",), ("ul", "ol")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "tr": (("tr", "td", "th"), ("table",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    "tbody": (("thead", "tbody", "tr", "td", "th"), ("table",)),
}
_ENDS_P = frozenset(
    "address article aside blockquote div dl fieldset footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul".split()
)
_DECLARATION = re.compile(r"<[!?][^<>]*>?")
_DEEPEST = 200  # deeper nesting is laid flat, so that walking the tree has an end


class Node:
    """An element: its tag, attributes, and children, which are nodes or text."""

    __slots__ = ("attributes", "children", "depth", "parent", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], parent: Node | None) -> None:
        self.tag, self.attributes, self.parent = tag, attributes, parent
        self.children: list[Node | str] = []
        self.depth: int = parent.depth + 1 if parent else 0

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    @property
    def classes(self) -> list[str]:
        return self.get("class").split()

    def walk(self) -> Iterator[Node]:
        """This element and all below it, in document order."""
        yield self
        for one in self.children:
            if isinstance(one, Node):
                yield from one.walk()

    def text(self, without: tuple[str, ...] = ()) -> str:
        """All text below, but for elements of the classes ``without``."""
        return "".join(
            one
            if isinstance(one, str)
            else ""
            if without and set(one.classes) & set(without)
            else one.text(without) + (" " if one.tag == "p" else "")
            for one in self.children
        )

    def inside(self, *tags: str) -> Iterator[Node]:
        """The rows or cells of a table, not those of a table within it."""
        for one in self.children:
            if isinstance(one, Node):
                if one.tag in tags:
                    yield one
                elif one.tag != "table":
                    yield from one.inside(*tags)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self._open = Node("", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ENDS_P:
            self._end(("p",), ("table", "div", "td", "li", "section", "article"))
        if tag in _ENDS:
            self._end(*_ENDS[tag])
        if self._open.depth >= _DEEPEST and tag not in _VOID:
            return
        node = Node(tag, {key: value or "" for key, value in attrs}, self._open)
        self._open.children.append(node)
        if tag not in _VOID:
            self._open = node

    def handle_endtag(self, tag: str) -> None:
        self._end((tag,), ())

    def handle_data(self, data: str) -> None:
        self._open.children.append(data)

    def _end(self, tags: tuple[str, ...], borders: tuple[str, ...]) -> None:
        """Closes the outermost open element of ``tags`` that is not beyond a border; none open: nothing happens."""
        node, last = self._open, None
        while node.parent is not None and node.tag not in borders:
            if node.tag in tags:
                last = node
                if not borders:
                    break
            node = node.parent
        if last is not None and last.parent is not None:
            self._open = last.parent


def tree(text: str) -> Node:
    """The page as a tree under a nameless root. Never fails: what cannot be understood is text."""
    builder = _Builder()
    builder.feed(_DECLARATION.sub("", _without_comments(text)))
    builder.close()
    return builder.root


def _without_comments(text: str) -> str:
    """Taken out beforehand, in time that grows with the text: the parser searches the rest of the page for each one's end."""
    first, *others = text.split("<!--")
    return first + "".join(piece.partition("-->")[2] for piece in others)
