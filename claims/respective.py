"""Names and figures given in the same order: "in de horeca en de bouw respectievelijk 72 en 77", "in 2023 en 2024 respectievelijk"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol, TypeVar

from claims.quantities import Quantity

_RESPECTIVELY = re.compile(r"\b(?:respectievelijk|resp\.|achtereenvolgens)")
_NEXT_NAME = re.compile(r"(?:,|,? en|,? of)(?: in| bij| voor| van)?(?: de| het)? ")
_NEXT_FIGURE = re.compile(r"(?:,|,? en|,? of)(?: van| met| op| ruim| bijna| circa| ongeveer)* (?:€ ?)?")
_BETWEEN = re.compile(r"(?: duizend| miljoen)?,? (?:respectievelijk|resp\.) (?:ruim |bijna |circa )?")


class Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Name = TypeVar("Name", bound=Placed)


def says(lower: str, start: int, end: int) -> bool:
    """Whether figures follow in the order of the names before them."""
    return _RESPECTIVELY.search(lower, start, end) is not None


def figures(lower: str, q: Quantity, others: Sequence[Quantity], start: int) -> tuple[int, int, int] | None:
    """(where "respectievelijk" stands, place of ``q`` in the list behind it, length of that list); None for a figure outside it."""
    found = None
    for found in _RESPECTIVELY.finditer(lower, start, q.start):  # noqa: B007 - the last one before the figure
        pass
    if found is None:
        return None
    listed: list[Quantity] = []
    for other in (o for o in others if o.start >= found.end()):
        if listed and not _NEXT_FIGURE.fullmatch(lower, listed[-1].end, other.start):
            break
        listed.append(other)
    place = next((n for n, o in enumerate(listed) if o is q), None)
    return None if place is None or len(listed) < 2 else (found.start(), place, len(listed))


def pair(lower: str, q: Quantity, others: Sequence[Quantity]) -> tuple[int, int, int] | None:
    """As ``figures``, of two figures with "respectievelijk" between them: "in 2023 en in 2024 530 respectievelijk 513 duizend"."""
    for first, last in pairwise(others):
        if (first is q or last is q) and _BETWEEN.fullmatch(lower, first.end, last.start):
            return first.start, int(last is q), 2
    return None


def name_of(lower: str, listed: tuple[int, int, int], named: Sequence[Name]) -> Name | None:
    """The name at the figure's place in the last list of as many names before "respectievelijk"; None when there is none."""
    at, place, size = listed
    before = [n for n in named if n.end <= at]
    for first in range(len(before) - size, -1, -1):
        names = before[first : first + size]
        if all(_NEXT_NAME.fullmatch(lower, a.end, b.start) for a, b in pairwise(names)):
            return names[place]
    return None
