"""A web page as a tree, forgiving as browsers are: tags that close by themselves, ends without a beginning, any depth."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

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
_RAW = {tag: re.compile(f"</{tag}", re.IGNORECASE) for tag in ("script", "style", "textarea")}
_TAG = re.compile(r"""<(/?[A-Za-z][^\s/>"'<]*+)([^"'>]*+(?:"[^"]*+"[^"'>]*+|'[^']*+'[^"'>]*+)*+)>""")
_ATTRIBUTE = re.compile(r"""([^\s=>"'/]++)(?:\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s>"']++)))?""")
_LONGEST = 5_000  # characters of one tag with all its attributes
_DECLARATION = re.compile(r"<[!?][^<>]*>?")
_EMBEDDED = re.compile(r"data:[a-z/+.;-]{0,60}base64,[A-Za-z0-9+/=\s]*+")  # pictures within the page
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


def tree(text: str) -> Node:
    """The page as a tree under a nameless root. Never fails: what cannot be understood is text."""
    root = Node("", {}, None)
    now = root
    for tag, attributes, data in _pieces(_EMBEDDED.sub("", _DECLARATION.sub("", _without_comments(text)))):
        if data:
            now.children.append(html.unescape(data))
        elif tag.startswith("/"):
            now = _ended(now, (tag[1:],), ())
        else:
            if tag in _ENDS_P:
                now = _ended(now, ("p",), ("table", "div", "td", "li", "section", "article"))
            if tag in _ENDS:
                now = _ended(now, *_ENDS[tag])
            if now.depth < _DEEPEST or tag in _VOID:
                node = Node(tag, attributes, now)
                now.children.append(node)
                now = now if tag in _VOID else node
    return root


def _pieces(text: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """(tag, attributes, "") for a tag, with a slash before the name of one that ends; ("", {}, data) for text.

    Written out because the parser of the standard library takes minutes over some small broken pages; here a tag that does
    not end soon is text.
    """
    place = 0
    while (start := text.find("<", place)) >= 0:
        found = _TAG.match(text, start, start + _LONGEST) if text.find(">", start, start + _LONGEST) > 0 else None
        if not found:
            yield "", {}, text[place : start + 1]
            place = start + 1
            continue
        yield "", {}, text[place:start]
        place = found.end()
        tag = found[1].lower()
        yield tag, {one[1].lower(): html.unescape(one[2] or one[3] or one[4] or "") for one in _ATTRIBUTE.finditer(found[2])}, ""
        if tag in _RAW:  # what is in these is no markup
            end = _RAW[tag].search(text, place)
            place = end.start() if end else len(text)
    yield "", {}, text[place:]


def _ended(now: Node, tags: tuple[str, ...], borders: tuple[str, ...]) -> Node:
    """Where the page goes on after the end of the open element of ``tags``: the nearest, or with ``borders`` the outermost
    that is not beyond one of these. None open: nothing happens."""
    node, last = now, None
    while node.parent is not None and node.tag not in borders:
        if node.tag in tags:
            last = node
            if not borders:
                break
        node = node.parent
    return last.parent if last is not None and last.parent is not None else now


def _without_comments(text: str) -> str:
    first, *others = text.split("<!--")
    return first + "".join(piece.partition("-->")[2] for piece in others)
