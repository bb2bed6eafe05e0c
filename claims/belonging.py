"""To which figures of a sentence its sectors and groups belong: in order, beside them, or as to the figure before."""

from __future__ import annotations

import re

from claims import respective, scope
from claims.line import Line
from claims.quantities import Quantity
from claims.scope import Mention


def in_order(line: Line, listed: tuple[int, int, int]) -> bool:
    """Whether as many sectors or groups as figures stand before "respectievelijk" (``listed``: see ``respective.figures``)."""
    return any(respective.name_of(line.lower, listed, names) for names in (line.sectors, line.groups))


_ONLY_LATER = re.compile(r"(?:,|;| en| tegen| tegenover| na| was dat| nog| eind| begin| in| het| de| op| van)* +$")


def told_at_other_times(line: Line, q: Quantity) -> Quantity | None:
    """ "in 2019 38.800 in de zorg en in 2023 67.600": the figure before this one, where nothing but a date stands between them."""
    before = max((o for o in line.kept if o.end <= q.start), key=lambda o: o.end, default=None)
    if before is None:
        return None
    gap = line.lower[before.end : q.start]
    for time in sorted(line.times, key=lambda t: -t.start):
        if before.end <= time.start and time.end <= q.start:
            gap = gap[: time.start - before.end] + gap[time.end - before.end :]
    return before if len(gap) < q.start - before.end and _ONLY_LATER.fullmatch(gap) else None


def bind(line: Line, q: Quantity, named: list[Mention], listed: tuple[int, int, int] | None) -> Mention | None:
    """The sector or group (of ``named``) that a figure is about, or None."""
    return (respective.name_of(line.lower, listed, named) if listed else None) or scope.bind(line.lower, q, line.kept, line.s.start, named)
