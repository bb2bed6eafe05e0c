"""What a pdf repeats on every page: headers, footers and page numbers, told by their words and their place."""

from __future__ import annotations

import re

from loaders.readers.pdf_lines import Line

_NUMBER = re.compile(r"\s*(?:-\s*)?(?:Pagina|Blad|Page|p\.)?\s*#+\s*(?:(?:van|/|of)\s*#+)?(?:\s*-)?\s*", re.IGNORECASE)
_COLOPHON = re.compile(r"\s*(?:kst-?#|ISSN #|’s-Gravenhage #+$|ah-tk-#)", re.IGNORECASE)
_BAND = 0.16  # of the page's height, at its top and at its foot
_LOOSE = 3.0  # points by which a repeated line may shift


def without_margins(pages: list[list[Line]], heights: list[float]) -> tuple[list[list[Line]], str]:
    """The pages without their repeated lines, and those lines once each. ``heights`` are of the pages, in points.

    A line at top or foot counts as repeated when the same words, figures aside, stand at the same height of at least two pages
    and of a quarter of all; elsewhere (the column beside a ministry's letter) of three in five pages. A page number or the
    colophon of a parliamentary paper counts also when it stands alone.
    """
    seen: dict[tuple[str, int], set[int]] = {}
    for number, lines in enumerate(pages):
        for line in lines:
            for place in _places(line):
                seen.setdefault((_words(line), place), set()).add(number)
    enough, most = max(2, len(pages) // 4), max(2, round(0.6 * len(pages)))
    kept, removed = [], []
    for lines, height in zip(pages, heights, strict=True):
        rest = []
        for line in lines:
            words = _words(line)
            margin = line.base > height * (1 - _BAND) or line.base < height * _BAND
            often = max(len(seen[words, place]) for place in _places(line))
            if margin and (often >= enough or _NUMBER.fullmatch(words) or _COLOPHON.match(words)):
                repeated = True
            else:
                repeated = often >= most and len(words) > 2
            if repeated:
                removed += [] if _NUMBER.fullmatch(words) else [" ".join(line.text.split())]
            else:
                rest.append(line)
        kept.append(rest)
    return kept, "\n".join(dict.fromkeys(removed))


def _words(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.split()))


def _places(line: Line) -> tuple[int, int]:
    """Two overlapping classes of height, so that a small shift never parts two equal lines."""
    return int(line.base // (2 * _LOOSE)) * 2, int((line.base + _LOOSE) // (2 * _LOOSE)) * 2 + 1
