"""Whether a figure may be about one place or organisation that the text spoke of before it, rather than about the country. Pure.

What may be local is not taken to be so: it keeps its reading, and a rule tells that it cannot contradict a national figure.
"""

from __future__ import annotations

import re
from bisect import bisect_right
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
    local, national = _spoken_of(text, lower, grammar)
    last = _last_before(local, q.start)
    if last < opened or _last_before(national, q.end + _BEHIND) > last:
        return ()
    return ("scope.local",)


def _last_before(ends: Sequence[int], position: int) -> int:
    place = bisect_right(ends, position)
    return ends[place - 1] if place else -1


@lru_cache(maxsize=4)
def _spoken_of(text: str, lower: str, grammar: Grammar) -> tuple[list[int], list[int]]:
    """Where a text last names a place or organisation, and where the country: the ends of all such words, once for all its figures."""
    local = [m.end() for pattern, of in ((_NAMED, text), (grammar.local, lower)) for m in pattern.finditer(of)]
    return sorted(local), [m.end() for m in grammar.national.finditer(lower)]
