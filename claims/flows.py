"""Whether a count of vacancies is a stock or a flow: the verbs of its clause tell what the noun leaves open. Pure.

"365.000 vacatures kwamen erbij en 372.000 werden vervuld" speaks of new and filled vacancies, "er stonden er 395.000 open" of open ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.quantities import Quantity

_OPENED = re.compile(r"\bontst(?:on|aa)[a-z]*|\bnieuwe (?:[a-z]+ )?vacatures\b")
_FILLED = re.compile(r"\bvervul[a-z]+|\bvervallen\b|\bvervielen\b|\bingevuld\b|\bverdwenen (?:doordat|omdat)\b")
_CAME = re.compile(r"\b(?:kwam|kwamen|komen)\b[^.;]*\bbij\b|\b(?:erbij|bijgekomen)\b")
_STOCK = re.compile(r"\bopen\b|\bopenstaan[a-z]*|\bonvervulde?\b")
_MORE = re.compile(
    r"\b(?:meer|minder|hoger|lager|stijging|daling|toename|afname|groei|krimp|gestegen|gedaald|toegenomen|afgenomen|toe|af|saldo|netto)\b"
)
#: what a flow can be told from
INDICATORS = ("open_vacancies", "new_vacancies", "filled_vacancies")
_BREAK = re.compile(r"[;:()]|,| (?:en|terwijl|maar|tegenover|waarvan) ")
_STRONG_BREAK = re.compile(r"[;:()]")


def flow(lower: str, q: Quantity, start: int, end: int, found: Sequence[Quantity]) -> str | None:
    """The id of the indicator that the clause of a number of vacancies speaks of, or None where its words do not tell."""
    if q.unit != "vacancies" or q.ratio:
        return None
    clause = _clause(lower, q, start, end, found)
    opened, filled, stock = (pattern.search(clause) is not None for pattern in (_OPENED, _FILLED, _STOCK))
    opened = opened or (_CAME.search(clause) is not None and _FILLED.search(lower, start, end) is not None)
    if opened + filled + stock != 1:
        return None
    return "new_vacancies" if opened else "filled_vacancies" if filled else "open_vacancies"


def is_level(lower: str, q: Quantity, start: int, end: int, found: Sequence[Quantity]) -> bool:
    """Whether what came or went is a flow, and no change of one: "er kwamen 365.000 nieuwe vacatures bij"."""
    flows = flow(lower, q, start, end, found) in ("new_vacancies", "filled_vacancies")
    return flows and _MORE.search(_clause(lower, q, start, end, found)) is None


def _clause(lower: str, q: Quantity, start: int, end: int, found: Sequence[Quantity]) -> str:
    """The words around a figure up to the next figure, or to what parts it from the one before."""
    before = max((o.end for o in found if o is not q and o.end <= q.start), default=-1)
    parting = _BREAK if before >= 0 else _STRONG_BREAK
    left = max([start, before, *(m.end() for m in parting.finditer(lower, max(start, before), q.start))])
    after = min((o.start for o in found if o is not q and o.start >= q.end), default=end)
    stop = _BREAK.search(lower, q.number_end, after)
    return lower[left : q.start] + " " + lower[q.number_end : stop.start() if stop else after]
