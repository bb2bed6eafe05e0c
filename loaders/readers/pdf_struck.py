"""Text of a pdf that is struck out: a letter printed with its changes shown. What was taken out of the letter is no part of it.

A pdf knows no struck letters, only thin bars; one that runs through the middle of letters, from the first to the last, strikes them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from loaders.readers.pdf_lines import Sign

_MOST = 2_000  # bars on a page; a drawing may have a million, and strikes nothing
_THIN, _LONG = 2.5, 3.0  # points
_LOW, _HIGH = 0.15, 0.45  # of the height of the letters: underlining lies lower, the rule of a table elsewhere
_EDGE = 0.2  # of the height of the letters, by which bar and letters may differ in length
_TALLEST = 40  # points between a bar and the foot of its letters


class Bar(NamedTuple):
    """A thin level line, in points from the page's lower left."""

    left: float
    right: float
    middle: float


def bars_of(page: Any) -> list[Bar]:
    """The thin level lines of a loaded PDFium page."""
    bars: list[Bar] = []
    for drawn in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,)):
        left, low, right, high = drawn.get_bounds()
        if high - low < _THIN and right - left > _LONG:
            bars.append(Bar(left, right, (low + high) / 2))
            if len(bars) > _MOST:
                return []
    return bars


def without_struck(signs: Iterable[Sign], bars: list[Bar]) -> Iterator[Sign]:
    """The signs of a page; those that a bar strikes say nothing, and keep their place so that what stands about them is not parted."""
    if not bars:
        yield from signs
        return
    signs = list(signs)
    by_foot: dict[int, list[int]] = defaultdict(list)
    for place, sign in enumerate(signs):
        by_foot[int(sign.base)].append(place)
    struck: set[int] = set()
    for bar in bars:
        feet = range(int(bar.middle) - _TALLEST, int(bar.middle) + 1)
        through = [place for foot in feet if foot in by_foot for place in by_foot[foot] if _runs_through(bar, signs[place])]
        printed = [signs[place] for place in through if not signs[place].text.isspace()]
        if not printed:
            continue
        edge = _EDGE * printed[0].height
        if abs(min(one.left for one in printed) - bar.left) < edge and abs(max(one.right for one in printed) - bar.right) < edge:
            struck.update(through)
    yield from (sign._replace(text="") if place in struck else sign for place, sign in enumerate(signs))


def _runs_through(bar: Bar, sign: Sign) -> bool:
    above = bar.middle - sign.base
    return _LOW * sign.height < above < _HIGH * sign.height and bar.left < (sign.left + sign.right) / 2 < bar.right
