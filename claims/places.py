"""Whether a figure may be about one place or organisation that the text spoke of before it, rather than about the country. Pure.

What may be local is not taken to be so: it keeps its reading, and a rule tells that it cannot contradict a national figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from claims.grammar import Grammar
from claims.quantities import Quantity
from claims.subjects import Named

#: "in Zwolle", "de regio Rivierenland"; a capital behind these names a place, but for the words that follow
_NAMED = re.compile(
    r"\b(?:Voor|[Ii]n|[Tt]e|[Rr]ond|[Rr]egio|[Gg]emeente|[Pp]rovincie|[Ss]tad|[Aa]rbeidsmarktregio) "
    r"(?!Nederland|Figuur|Tabel|Bijlage|Grafiek|Paragraaf|Hoofdstuk|Kamer|Stat[Ll]ine|Caribisch|Zie|Januari|Februari|Maart|April|Mei|Juni|Juli"
    r"|Augustus|September|Oktober|November|December)[A-Z][a-zà-ÿ]{2,}"
)
_OURS = re.compile(r"\b(?:onze|ons|hun|mijn) $")
_PIECE = 1000  # characters of a text that are searched at once
_LONGEST = 60  # characters of a name
_BEHIND = 30  # characters: "46 in heel Nederland"


def scope_rules(
    text: str, lower: str, opened: int, q: Quantity, choice: Named | None, named: Sequence[Named], grammar: Grammar
) -> tuple[str, ...]:
    """("scope.ours",) of "onze vacaturegraad", ("scope.local",) behind a place that no word for the country follows, else ().

    ``opened``: where the paragraph of the figure, or the heading above it, begins.
    """
    if choice is None:
        return ()
    if any(_OURS.search(lower, max(0, n.start - 8), n.start) for n in (choice, *named) if n.start < q.end):
        return ("scope.ours",)
    local = _last(0, text, lower, grammar, opened, q.start)
    if local < 0 or _last(1, text, lower, grammar, opened, q.end + _BEHIND) > local:
        return ()
    return ("scope.local",)


def _last(which: int, text: str, lower: str, grammar: Grammar, start: int, end: int) -> int:
    """Where a part of a text last names a place or organisation (0), or the country (1); -1 where it does not."""
    for piece in range((end - 1) // _PIECE, start // _PIECE - 1, -1):
        ends = [at for at in _spoken_of(text, lower, grammar, piece)[which] if start < at <= end]
        if ends:
            return max(ends)
    return -1


@lru_cache(maxsize=2048)
def _spoken_of(text: str, lower: str, grammar: Grammar, piece: int) -> tuple[list[int], list[int]]:
    """The ends of the words for places and for the country that begin in a piece of a text: found once, only where figures ask for it."""
    first, last = piece * _PIECE, (piece + 1) * _PIECE
    reach = last + _LONGEST
    local = [
        m.end() for pattern, of in ((_NAMED, text), (grammar.local, lower)) for m in pattern.finditer(of, first, reach) if m.start() < last
    ]
    return local, [m.end() for m in grammar.national.finditer(lower, first, reach) if m.start() < last]
