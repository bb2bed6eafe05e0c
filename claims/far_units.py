"""The unit of a bare number: that of the counted noun, of the sentence's subject, or of the figure last spoken of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims import pairs
from claims.grammar import Grammar
from claims.quantities import Quantity
from claims.spoken import Spoken
from claims.subjects import Named

_OF_THAT = re.compile(r"\b(?:hiervan|daarvan|van dit bedrag|van dat bedrag)\b")
_AS_MANY = re.compile(
    r"(?:(?:waren|zijn|was|bedroeg|kwam|stond|stonden)(?: dat| het| dit)?(?: er)?(?: nog| al| toen| slechts| maar| wel| uit op"
    r"| op)?(?: [a-z’']+)?|tegen|tegenover|de teller op) $"
)
_COUNTED = ("persons", "vacancies", "jobs", "fte")


def find_unit(
    text: str, lower: str, q: Quantity, start: int, end: int, named: list[Named], times: Sequence[tuple[int, int]], spoken: Spoken,
    grammar: Grammar,
) -> None:  # fmt: skip
    """Sets the unit of a number that has none of its own, and the rule that found it; leaves it None when nothing gives one."""
    if q.value is None or (q.word and not q.scaled):
        return
    if q.scaled and spoken.unit and _OF_THAT.search(lower, start, end):
        _set(q, spoken.unit, "unit.of_that")
        return
    if grammar.generic.match(lower, q.number_end, min(end, q.number_end + 60)):
        return  # a plural noun of its own follows
    if spoken.unit and spoken.comparable(q.value) and _AS_MANY.search(lower, max(start, q.start - 30), q.start):
        _set(q, spoken.unit, "unit.as_many")
        return
    if pairs.unit_of_subject(text, lower, q, grammar, start, end):
        return
    before = [n for n in named if n.end <= q.start] or ([spoken.named] if spoken.named and not named else [])
    if before and pairs.has_copula(text, q, start, times):
        for subject in reversed(before):
            if _of_indicator(q, subject, here=bool(named) and start <= subject.start < q.start):
                return
    if q.scaled and spoken.unit in _COUNTED and spoken.comparable(q.value):
        _set(q, spoken.unit or "", "unit.spoken_of")


def _of_indicator(q: Quantity, subject: Named, here: bool) -> bool:
    """The unit of the indicator that is the subject. A rate or ratio needs its subject in the same sentence."""
    unit = subject.indicator.unit
    assert q.value is not None
    fits = (
        (unit in ("per_100", "per_1000") and here and not q.scaled and 0 < q.value < 400)
        or (unit in _COUNTED and (q.scaled or q.value >= 1000))
        or (unit == "percent" and here and bool(q.places) and not q.scaled and q.value <= 100)
    )
    if fits:
        _set(q, unit, "unit.indicator")
    return fits


def _set(q: Quantity, unit: str, rule: str) -> None:
    q.unit, q.ratio = unit, unit in ("per_100", "per_1000")
    q.rules.append(rule)
