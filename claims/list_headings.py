"""What the items of a list leave unsaid: the period, scale, unit and indicator of its heading or its first item, the sector of a label.

"Naar bedrijfstak (tweede kwartaal 2023, x 1.000):" over items such as "handel 87,3"; "- de handel 83,9 duizend vacatures" before
"- de horeca 35,0 duizend"; "b) Bouw. Van 16,3 duizend ...".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from claims.grammar import Grammar
from claims.line import Line
from claims.quantities import Quantity
from claims.scope import Mention
from claims.sentences import Sentence
from claims.subjects import Named
from claims.table_headings import scale_of
from claims.timing import Time, find_times

_COUNTED = ("persons", "vacancies", "jobs")
_RATES = ("percent", "per_100", "per_1000")
_LENT = (*_COUNTED, "fte", "EUR", "households")
_LONGEST_LABEL = 70


@dataclass(slots=True)
class ListHeading:
    """The heading of a list, or an empty one that learns from the first item."""

    factor: int = 1
    times: tuple[Time, ...] = ()
    named: Named | None = None
    also: Named | None = None  # what the same words name too, as a number: "werkloosheid"
    unit: str | None = None  # of the first item's first figure
    learned: Named | None = None  # what that figure counts
    label: Mention | None = None  # the sector that the present item is headed with

    def apply(self, line: Line, found: list[Quantity], grammar: Grammar) -> None:
        """Gives the item's bare numbers the heading's unit and scale, and the item the period, indicator and sector it leaves unsaid."""
        if self.label is not None and not line.sectors:
            line.sectors.append(Mention(line.s.start, line.s.start, self.label.name, self.label.words))
        for q in found:
            if q.unit is None and q.value is not None and not q.scaled and not q.word:
                self._scale(q)
        if found and found[0].unit is None:
            self._lend(line, found[0], grammar)
            self._rate(line, found)
        if not line.named and self.named is not None and line.spoken.named is None:
            line.named.append(self.named)
        if self.times and not any(t.key for t in line.times):
            line.times[:0] = [Time(line.s.start, line.s.start, t.key, "in", t.inferred) for t in self.times if t.key]

    def _scale(self, q: Quantity) -> None:
        if self.factor > 1 and q.value is not None and self.named is not None and self.named.indicator.unit in _COUNTED:
            q.value, q.step, q.scaled = q.value * self.factor, Decimal(1).scaleb(-q.places) * self.factor, True
            q.unit = self.named.indicator.unit
            q.rules.append("unit.list_heading")

    def _rate(self, line: Line, found: list[Quantity]) -> None:
        """ "- bouw: 74" below a heading that names a rate: an item of a sector and a bare figure, with nothing behind it."""
        q, rate = found[0], self.named.indicator.unit if self.named is not None else ""
        bare = (
            len(found) == 1
            and not line.text[q.end : line.s.end].strip(" ;,.")
            and (bool(line.sectors or line.groups) or any(t.key and t.end <= q.start for t in line.times))
        )
        if self.named is not None and rate in _RATES and bare and q.unit is None and q.value is not None and not line.named:
            q.unit, q.ratio = rate, rate != "percent"
            q.rules.append("unit.list_heading")
            line.named.append(self.named)

    def _lend(self, line: Line, q: Quantity, grammar: Grammar) -> None:
        """ "- de horeca 35,0 duizend": the first figure of an item that names a sector or ends in a colon, and counts nothing else."""
        unit, counted = self.unit, self.learned
        of_heading = next((n for n in (self.named, self.also) if n is not None and n.indicator.unit in _COUNTED), None)
        if unit is None and of_heading is not None:
            unit, counted = of_heading.indicator.unit, of_heading
        if q.value is None or q.word or unit is None or not (q.scaled or (q.value >= 1000 and "." in q.value_text)):
            return
        names = (*line.sectors, *line.groups)
        headed = line.text[line.s.start : q.start].rstrip().endswith(":") or any(m.end <= q.start for m in names)
        counts_else = grammar.generic.match(line.lower, q.number_end, min(line.s.end, q.number_end + 60))
        if headed and not counts_else and not any(n.indicator.unit in _COUNTED for n in line.named):
            q.unit = unit
            q.rules.append("unit.list_item")
            if counted is not None:
                line.named.append(counted)

    def learn(self, line: Line, found: list[Quantity]) -> None:
        """The unit of the first item's first figure, and its indicator, hold for the items after it."""
        first = next((q for q in found if q.unit in _LENT and not q.ratio), None)
        if self.unit is None and first is not None:
            self.unit = first.unit
            self.learned = next((n for n in line.named if n.indicator.unit == first.unit), None)

    def begin_item(self, text: str, s: Sentence, sectors: list[Mention], *, numbers: bool) -> None:
        """A short item without a figure, "b) Bouw.", heads what follows in the same item."""
        self.label = (
            sectors[0] if sectors and not numbers and s.end - s.start <= _LONGEST_LABEL and _ENDS.search(text, s.start, s.end) else None
        )


_ENDS = re.compile(r"[.:]\s*$")


def heading_of(text: str, s: Sentence, day: date | None, named: list[Named], spoken: Named | None) -> ListHeading:
    """What a heading gives to the items below it; ``spoken`` is what the text was about before it."""
    times = tuple(t for t in find_times(text, s.start, s.end, day, None) if t.role in ("in", "between"))
    whole = [n for n in named if not any(o.start <= n.start and n.end <= o.end and o.end - o.start > n.end - n.start for o in named)]
    also = next((n for n in whole if n is not whole[-1] and n.start == whole[-1].start), None)
    return ListHeading(scale_of(text[s.start : s.end]), times[-1:], whole[-1] if whole else spoken, also)


def style(bullet: str) -> str:
    """What the bullets of one list have in common: a digit, a letter or a sign."""
    mark = bullet.strip()[:1]
    return "1" if mark.isdigit() else "a" if mark.isalpha() else mark
