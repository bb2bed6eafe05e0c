"""A line that ends in a colon and heads a list: its period, scale and indicator hold for the bare numbers of the items.

"Naar bedrijfstak (tweede kwartaal 2023, x 1.000):" over items such as "handel 87,3".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from claims.drafting import Line
from claims.grammar import Grammar
from claims.quantities import Quantity
from claims.sentences import Sentence
from claims.subjects import Named
from claims.tables import scale_of
from claims.timing import Time, find_times


@dataclass(frozen=True, slots=True)
class ListHeading:
    factor: int
    times: tuple[Time, ...]
    named: Named | None

    def apply(self, line: Line, found: list[Quantity], grammar: Grammar) -> None:
        """Gives the item's bare numbers the heading's scale, and the item the heading's period and indicator when it has none."""
        subject = self.named
        if self.factor > 1 and subject is not None:
            for q in found:
                bare = q.unit is None and not q.scaled and q.value is not None and not q.word
                if bare and q.value is not None and q.step is not None and subject.indicator.unit in ("persons", "vacancies", "jobs"):
                    q.value, q.step, q.scaled = q.value * self.factor, Decimal(1).scaleb(-q.places) * self.factor, True
                    q.unit = subject.indicator.unit
                    q.rules.append("unit.list_heading")
        if not line.named and subject is not None:
            line.named.append(subject)
        if self.times and not any(t.key for t in line.times):
            line.times[:0] = [Time(line.s.start, line.s.start, t.key, "in", t.inferred) for t in self.times if t.key]


def heading_of(text: str, s: Sentence, day: date | None, named: list[Named], spoken: Named | None) -> ListHeading:
    """What a heading gives to the items below it; ``spoken`` is what the text was about before it."""
    times = tuple(t for t in find_times(text, s.start, s.end, day, None) if t.role in ("in", "between"))
    return ListHeading(scale_of(text[s.start : s.end]), times[-1:], named[-1] if named else spoken)
