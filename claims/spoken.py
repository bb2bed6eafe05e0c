"""What a paragraph has spoken of so far: the period, indicator, unit and sector that a following sentence may leave unsaid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from claims.quantities import Quantity
from claims.scope import Mention
from claims.subjects import NARROWER, SHARES, WHOLES, Named
from claims.timing import Time
from labour import periods
from labour.model import Letter

_POINTS_BACK = re.compile(r"\W*(?:dat|dit|daarmee|het) (?:is|was|betekent|betekende|komt neer|gaat|ging)\b")
_CLOSE = 12  # characters: " met een "
_COUNTED = ("persons", "vacancies", "jobs")
_KEPT_UNITS = ("EUR", "persons", "vacancies", "fte", "jobs", "households", "per_100", "per_1000", "percent")
#: the latest quarter is published six weeks after its end and holds until the next one is
_RECENT_DAYS = 140


@dataclass(slots=True)
class Spoken:
    """The memory of one paragraph. ``before`` is the period that the paragraph before ended on."""

    paragraph: int = -1
    opened: int = 0  # where the paragraph, or the heading above it, begins
    first_sentence: int = 0
    sentence: int = -9  # number of the last sentence that named an indicator
    period: str | None = None
    inferred: bool = False
    recent: bool = False  # whether that period can be what "nu" means
    before: str | None = None
    mentioned: str | None = None  # the period it last mentioned at all: what "sindsdien" means
    told: frozenset[str] = frozenset()  # the periods that the last sentence with a date of its own named
    both: frozenset[str] = frozenset()  # the same, with those counted back from them: "een jaar eerder"
    base: str | None = None  # the period it last compared with or named: what "toen" means
    named: Named | None = None
    also: Named | None = None  # what the same words name too: "werkloosheid" is a rate and a number of persons
    unit: str | None = None  # of its last quantity: what "hiervan" and "dat waren er" mean
    value: Decimal | None = None
    counted: str | None = None  # unit of its last count of persons, vacancies or jobs, and that count
    count: Decimal | None = None
    adjusted: dict[str, bool] = field(default_factory=dict)  # by indicator
    pair_opened: str | None = None  # period of the figure a from-to pair just departed from
    changed_from: str | None = None  # what its last change was measured from: where "in die periode" begins
    parts: int = 0  # how many groups of workers the last sentence that named any told apart
    sector: Mention | None = None
    sector_named: Mention | None = None  # the last one named, also where later figures were about the whole: what "deze sector" means
    group: Mention | None = None
    latest: str | None = None  # the latest period the paragraph or list has been about
    _fresh: bool = False  # at the start of an item: a period it names itself wins
    _told_inferred: bool = False
    last_of_unit: dict[str, tuple[int, Named]] = field(default_factory=dict)

    def next_item(self) -> None:
        """An item of a list: it keeps the latest period of the list so far, not the subject of the item before it."""
        self.sector = self.sector_named = self.group = self.named = self.also = self.unit = self.value = None
        self.last_of_unit, self._fresh = {}, True
        self.period = self.latest or self.period

    def next_paragraph(self, paragraph: int, number: int, *, keep_subject: bool) -> Spoken:
        """A fresh memory; the heading of a list goes on about what the paragraph before it was about."""
        before = self.period if paragraph - self.paragraph == 1 else None
        fresh = Spoken(paragraph=paragraph, before=before, first_sentence=number)
        if keep_subject:
            fresh.named, fresh.also, fresh.sentence, fresh.unit, fresh.value = self.named, self.also, number, self.unit, self.value
        return fresh

    def head(self, named: list[Named], number: int) -> None:
        """A heading gives its paragraph a subject until a sentence names one."""
        self.named, self.sentence = _subject(named), number
        self.also = next((n for n in named if n is not self.named and n.start == self.named.start), None)

    def remember(self, number: int, named: list[Named], times: list[Time], found: Sequence[Quantity], letter: Letter) -> None:
        """Takes in a sentence that has been read."""
        if named:
            self.head(named, number)
            self.parts = len({n.indicator.id for n in named if n.indicator.id in SHARES})
        if not times and not found:
            self.recent = _is_recent(self.period, letter)
            return
        dating = [t for t in times if t.key and t.role in ("in", "between", "span")]
        anything = [t.key for t in times if t.key and t.role != "day"]
        named_ones = [t.key for t in times if t.key and t.role != "day" and t.shift is None]
        if anything:
            self.mentioned = (named_ones or anything)[-1]
            self.both = frozenset(anything)
        explicit = frozenset(t.key for t in dating if t.shift is None and t.key)
        self.told = explicit or self.told
        told = [
            t for t in dating if t.role != "span" and (t.shift is None or t.shift[1] > 0)
        ]  # "een jaar eerder" looks back, the subject stays where it is
        if told:
            last = max(told, key=lambda t: _topicality(t.key, letter))
            # a paragraph goes forward in time; an older period in it is mostly a comparison
            if (
                self._fresh
                or _topicality(last.key, letter) >= _topicality(self.period, letter)
                or (_within_a_year(last.key, self.period) and not last.back)
            ):
                self.period, self._told_inferred = last.key, last.inferred
            self.inferred, self._fresh = self._told_inferred or self.period != last.key, False
        elif any(t.role == "vague" for t in times) or (any(t.role == "now" for t in times) and not self.recent):
            self.period = None
        self.recent = _is_recent(self.period, letter)
        if _topicality(self.period, letter) >= _topicality(self.latest, letter):
            self.latest = self.period
        compared = [t.key for t in times if t.key and t.role == "base"]
        ordered = [t.key for t in dating if t.shift is None and t.key]
        if compared or ordered:
            self.base = (compared or ordered)[-1]  # "toen" is the period compared with, else the one just named
        counted = [q for q in found if q.unit in _KEPT_UNITS and "ratio.per_one" not in q.rules]
        levels = [q for q in counted if not any(rule.startswith("sign.") for rule in q.rules)]
        figure = levels[-1] if levels else counted[-1] if counted and counted[-1].unit != self.unit else None
        if figure is not None:  # a change says little of the size of what changed
            self.unit, self.value = figure.unit, figure.value
        for q in levels or counted:
            if q.unit in _COUNTED:
                self.counted, self.count = q.unit, q.value

    def after(self, found: Sequence[Quantity]) -> Spoken:
        """The memory within a sentence: what its own figures before this one count goes before what the sentences before it did."""
        last = next((q for q in reversed(found) if q.unit in _COUNTED and not q.ratio), None)
        return self if last is None else replace(self, unit=last.unit, value=last.value, counted=last.unit, count=last.value)

    def span_opened(self) -> str | None:
        """Where "in die periode" begins: at the earlier of the two periods that were told last, else with the last change."""
        ends = self._ends()
        return min(ends) if ends else self.changed_from

    def span_closed(self) -> str | None:
        """Where it ends: at the later of the two."""
        return max(self._ends(), default=None)

    def _ends(self) -> frozenset[str]:
        """The two periods of one kind that the last sentence with dates told, or it and the ones before; none where there are others."""
        both = self.both | {self.period} if self.period and len(self.both) == 1 else self.both
        kinds = {period.kind for key in both if (period := periods.parse(key))}
        return both if len(both) == 2 and len(kinds) == 1 else frozenset()

    def set_against(self, lower: str, start: int, period: str) -> str | None:
        """The base of "Dat is een stijging van ...", where the sentence before set its period against one other."""
        others = self.both - {period}
        kinds = {one.kind for key in self.both if (one := periods.parse(key))}
        if not _POINTS_BACK.match(lower, start) or period not in self.both or len(others) != 1 or len(kinds) != 1:
            return None
        other = next(iter(others))
        return other if other < period else None

    def comparable(self, value: Decimal | None) -> bool:
        """Whether a number can be the same quantity as the one last spoken of: within a factor of twenty."""
        return bool(value) and bool(self.value) and Decimal("0.05") <= abs((value or Decimal(0)) / (self.value or Decimal(1))) <= 20


def _subject(named: list[Named]) -> Named:
    """What a sentence is about: its first indicator, or the part named right behind a bare whole ("werknemers met een vaste ...")."""
    first, *rest = named
    narrower = next((n for n in rest if n.indicator.id == NARROWER.get(first.indicator.id)), None)
    if narrower is not None:
        return narrower
    if rest and first.indicator.id in WHOLES and rest[0].indicator.id not in WHOLES and rest[0].start - first.end < _CLOSE:
        return rest[0]
    return first


def _within_a_year(key: str | None, topic: str | None) -> bool:
    """A period less than a year before the subject's is a new subject; one further back is mostly a comparison."""
    one, other = periods.parse((key or "").rpartition("..")[2]), periods.parse((topic or "").rpartition("..")[2])
    return one is not None and other is not None and 0 <= (other.first_day() - one.first_day()).days < 360


def _is_recent(key: str | None, letter: Letter) -> bool:
    """Whether a quarter or month lies so little before the letter's date that its figure may be called the present one."""
    period = periods.parse((key or "").rpartition("..")[2])
    if period is None or letter.day is None or period.kind == "JJ":
        return False
    return 0 <= (letter.day - period.last_day()).days <= _RECENT_DAYS


def _topicality(key: str | None, letter: Letter) -> tuple[bool, str]:
    """What a text with several periods is about: the latest one that was past on the letter's date."""
    ends = periods.span(key or "")
    period = periods.parse(ends[1] if ends else key or "")
    if period is None:
        return False, ""
    past = letter.day is None or period.first_day() <= letter.day
    return past, period.first_day().isoformat()
