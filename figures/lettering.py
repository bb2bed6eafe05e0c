"""How much room text takes and where a label can stand without touching another. Plotly measures nothing beforehand; this does.

Widths are those of DejaVu Sans in hundredths of the font size; characters not listed count as wide ones.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_WIDTHS = {
    30: "ijlIJ'ï",
    33: " .,’‘·",
    37: "f:;|-/",
    41: "rt!()[]",
    50: '–*"',
    54: "sz?“”„cL",
    62: "kvxyFPaeoTYéëèöáó",
    64: "bdghnpquüES0123456789€",
    70: "ABCKRVXZ",
    78: "DGHNU&",
    84: "wOQ+<>=~≈✓✗×±≥≤",
    88: "M◷",
    101: "mW%—@…",
}
_WIDTH = {character: width for width, characters in _WIDTHS.items() for character in characters}
_NEAR = 100  # the cost, in pixels of distance, up to which a spare label is worth its place
LINE = 1.32  # height of a line of text in font sizes


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: Box) -> float:
        """The shared surface in square pixels."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width * height if width > 0 and height > 0 else 0.0

    def shared(self, others: Iterable[Box]) -> float:
        """The surface shared with all of the others."""
        return sum(
            self.overlap(other)
            for other in others
            if other.left < self.right and other.right > self.left and other.top < self.bottom and other.bottom > self.top
        )

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    @property
    def surface(self) -> float:
        return (self.right - self.left) * (self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class Tag:
    """A label of ``lines`` to be put near the point (x, y), in pixels; a ``spare`` one may be left out."""

    x: float
    y: float
    lines: tuple[str, ...]
    spare: bool = False


def text_width(text: str, size: float, bold: bool = False) -> float:
    """The room in pixels that one line of text needs."""
    return sum(_WIDTH.get(character, 88) for character in text) / 100 * size * (1.13 if bold else 1.0)


def wrap(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """The text in lines that fit ``width``; a single word that does not fit stands alone."""
    lines: list[str] = []
    for word in filter(None, text.split(" ")):  # a no-break space holds words together
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def size_of(lines: Sequence[str], size: float, pad: float = 4) -> tuple[float, float]:
    """Width and height in pixels of a label with its padding."""
    return max(text_width(line, size) for line in lines) + 2 * pad, len(lines) * size * LINE + 2 * pad


def place(tags: Sequence[Tag], area: Box, obstacles: Iterable[Box], size: float) -> list[tuple[float, float] | None]:
    """For each tag the (right, down) shift in pixels from its point to the label's middle; None for a spare one without room.

    Greedy, in the order given: each label takes the nearest of a ring of places that lies in ``area`` and touches neither
    the labels placed before nor the obstacles, and whose leader crosses no label; where there is none, the one that touches least.
    """
    fixed = list(obstacles)
    labels: list[Box] = []
    leaders: list[Box] = []
    shifts: list[tuple[float, float] | None] = []
    for tag in tags:
        width, height = size_of(tag.lines, size)
        best: tuple[float, float, float, Box] | None = None
        for right, down in _ring(width, height):
            far = math.hypot(right, down)
            if best and far >= best[0]:
                continue  # it cannot cost less than its distance
            middle_x, middle_y = tag.x + right, tag.y + down
            box = Box(middle_x - width / 2, middle_y - height / 2, middle_x + width / 2, middle_y + height / 2)
            outside = 3 * (box.surface - box.overlap(area))
            cost = far + 10 * (outside + box.shared(fixed) + box.shared(labels) + box.shared(leaders))
            if best and cost >= best[0]:
                continue
            leader = _leader(tag, box)
            cost += 10 * sum(spot.shared(labels) for spot in leader) + sum(spot.shared(fixed) for spot in leader[2:])
            if best is None or cost < best[0]:
                best = (cost, right, down, box)
        assert best is not None
        if tag.spare and best[0] > width / 2 + _NEAR:
            shifts.append(None)
            continue
        labels.append(best[3])
        leaders += _leader(tag, best[3])
        shifts.append((best[1], best[2]))
    return shifts


def _leader(tag: Tag, box: Box) -> list[Box]:
    """Small boxes along the line from the point to the label, without its last part, which lies under the label."""
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    parts = max(2, int(math.hypot(x - tag.x, y - tag.y) // 8))
    spots = [(tag.x + (x - tag.x) * part / parts, tag.y + (y - tag.y) * part / parts) for part in range(1, parts)]
    return [Box(right - 3, down - 3, right + 3, down + 3) for right, down in spots if not box.holds(right, down)]


def _ring(width: float, height: float) -> Iterable[tuple[float, float]]:
    """Shifts around a point, near ones first: above, below, beside and in between."""
    for gap in (14, 22, 32, 44, 58, 74, 94, 118, 148, 186, 234, 290):
        for turn in range(24):
            angle = math.tau * turn / 24
            yield (width / 2 + gap) * math.sin(angle), -(height / 2 + gap) * math.cos(angle)
