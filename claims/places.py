"""Whether a figure may be about one place or organisation that the text spoke of before it, rather than about the country. Pure.

What may be local is not taken to be so: it keeps its reading, and a rule tells that it cannot contradict a national figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

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
    found = [*_NAMED.finditer(text, opened, q.start), *grammar.local.finditer(lower, opened, q.start)]
    local = max((m.end() for m in found), default=-1)
    if local < 0 or any(m.end() > local for m in grammar.national.finditer(lower, opened, q.end + _BEHIND)):
        return ()
    return ("scope.local",)
