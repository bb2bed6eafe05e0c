"""Reads a passage sentence by sentence: finds its quantities, pairs and records, dates them and says what they are about."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from claims import meaning, pairs
from claims.dating import Dating, date_quantity
from claims.grammar import Grammar
from claims.non_claims import non_claim
from claims.numerals import Numeral, numerals
from claims.quantities import Quantity, is_ratio_base, quantity, special_quantities
from claims.reading import Passage, Sentence, sentences
from claims.records import records
from claims.selection import select
from claims.tables import read_table, table_blocks
from claims.timing import Time, find_times
from labour import periods
from labour.model import Claim, Condition, Letter

_UNITS = {"days": "count", "hours": "hours_per_week"}


@dataclass(slots=True)
class Draft:
    """A claim whose positions still count in reading text."""

    claim: Claim
    start: int
    end: int
    sentence: tuple[int, int]


@dataclass(slots=True)
class Spoken:
    """What the paragraph has spoken of so far: the period, indicator and sector that a following sentence may leave unsaid."""

    paragraph: int = -1
    period: str | None = None
    inferred: bool = False
    named: meaning.Named | None = None
    before: str | None = None  # the period that the paragraph before ended on
    base: str | None = None  # the period it last compared with: what "toen" means
    unit: str | None = None  # of its last quantity: what "hiervan" and "dat waren er" mean
    value: Decimal | None = None
    sentence: int = -9


@dataclass(slots=True)
class PassageReader:
    passage: Passage
    letter: Letter
    grammar: Grammar
    notes: dict[str | None, Passage]
    width: int
    fates: list[tuple[int, int, Decimal | None, str, str]] = field(default_factory=list)
    spoken: Spoken = field(default_factory=Spoken)
    _groups: int = 0
    _paragraph_start: int = 0
    _periods_named: set[str] = field(default_factory=set)
    _chosen: dict[int, meaning.Named] = field(default_factory=dict)
    _last_of_unit: dict[str, tuple[int, meaning.Named | None]] = field(default_factory=dict)

    def drafts(self) -> list[Draft]:
        """The claims of the passage; ``fates`` is filled on the way."""
        text = self.passage.text
        lower = text.lower()
        if len(lower) != len(text):  # a letter whose lower case is longer than itself
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        result: list[Draft] = []
        index = 0
        parts = sentences(text, self.width)
        blocks = table_blocks(text)
        for block in blocks:
            result.extend(self._table(text, lower, block))
        tables = [(block[0][0], block[-1][1]) for block in blocks]
        text, lower = text.replace("\n", " "), lower.replace("\n", " ")  # a sentence may run over lines
        numbers = list(numerals(text))
        for number, sentence in enumerate(parts):
            first = index
            while index < len(numbers) and numbers[index].start < sentence.end:
                index += 1
            if any(a < sentence.end - 1 and sentence.start < b for a, b in tables):
                self._write_off(numbers[first:index], result)
                continue
            result.extend(self._sentence(text, lower, sentence, number, numbers[first:index]))
        return result

    def _table(self, text: str, lower: str, block: list[tuple[int, int, list[tuple[int, int]]]]) -> list[Draft]:
        title_end = max(block[0][0] - 1, 0)
        title = text[max(text.rfind("\n", 0, max(title_end - 1, 0)), 0) : title_end].strip()
        if not title:
            above = text[: block[0][0]].rstrip()
            title = above[above.rfind("\n") + 1 :]
        drafts = []
        for cell in read_table(text, lower, block, self.grammar, title):
            q, row = cell.quantity, Sentence(*cell.row, 0)
            sector, population = self._about(lower, row, q, cell.indicator)
            future = _future(cell.period, self.letter)
            kind = "forecast" if future else "ratio" if q.unit in ("per_100", "per_1000") else "share" if q.unit == "percent" else "level"
            claim = Claim(
                letter=self.letter.name, start=0, end=0, quote="", value=q.value, value_text=q.value_text, unit=q.unit or "count", kind=kind,
                indicator=cell.indicator.id if cell.indicator else None, sector=sector, population=population, period=cell.period,
                rules=tuple(q.rules), step=q.step, adjusted=_adjusted(title.lower() + lower[cell.row[0] : cell.row[1]]),
                stated_source=meaning.sources_named(title.lower(), 0, len(title), self.grammar),
            )  # fmt: skip
            drafts.append(Draft(claim, q.start, q.end, cell.row))
            self.fates.append((q.start, q.end, q.value, "claim", ""))
        return drafts

    def _write_off(self, numbers: list[Numeral], drafts: list[Draft]) -> None:
        """Numbers of a table that are no cells: years and captions of its headings."""
        for n in numbers:
            if not any(d.start <= n.start < d.end for d in drafts):
                self.fates.append((n.start, n.end, n.value, "non_claim", "table_heading"))

    def _sentence(self, text: str, lower: str, s: Sentence, number: int, numbers: list[Numeral]) -> list[Draft]:
        spoken = self.spoken
        if s.paragraph != spoken.paragraph and not (number - spoken.sentence <= 12 and _BULLET.match(text, s.start)):
            before = spoken.period if s.paragraph - spoken.paragraph == 1 else None
            self.spoken = spoken = Spoken(paragraph=s.paragraph, before=before)
            self._paragraph_start = number
        specials = special_quantities(text, s.start, s.end)
        marks = records(lower, s.start, s.end)
        if not numbers and not specials and not marks:
            self._listen(text, lower, s, number)
            return []
        times = find_times(text, s.start, s.end, self.letter.day, spoken.period, self._periods_named)
        self._periods_named.update(t.key for t in times if t.key and not t.inferred)
        found = self._quantities(text, lower, s, numbers, specials, times)
        drafts = self._claims(text, lower, s, number, found, times, marks)
        self._remember(lower, s, number, times)
        counted = [
            q for q in found if q.unit in ("EUR", "persons", "vacancies", "fte", "jobs", "households", "per_100", "per_1000", "percent")
        ]
        if counted:
            spoken.unit, spoken.value = counted[-1].unit, counted[-1].value
        return drafts

    def _quantities(
        self, text: str, lower: str, s: Sentence, numbers: list[Numeral], specials: list[Quantity], times: list[Time]
    ) -> list[Quantity]:
        """The sentence's quantities in order, with the numbers that are no quantities written off."""
        found = list(specials)
        taken = [q.uses[0] for q in specials]
        swallowed: list[tuple[int, int]] = []
        for n in numbers:
            if _inside(n.start, n.end, swallowed):
                continue
            if _inside(n.start, n.end, taken):
                continue
            lasts = self.grammar.lasting.search(lower, n.end, min(s.end, n.end + 40)) is not None
            if any(t.start < n.end and n.start < t.end and not (lasts and t.role in ("vague", "span")) for t in times):
                self.fates.append((n.start, n.end, n.value, "non_claim", "date" if _is_day(n, times) else "period_attribute"))
                continue
            line = max(text.rfind("\n", 0, n.start), s.start - 1, 0)
            name = non_claim(text, n, line)
            if name:
                self.fates.append((n.start, n.end, n.value, "non_claim", name))
                continue
            if is_ratio_base(text, n, s.start) and _other_ratio(numbers, n):
                self.fates.append((n.start, n.end, n.value, "claim", "ratio_base"))
                _mark_base(found, n)
                continue
            q = quantity(text, lower, n, self.grammar, s.end)
            swallowed.extend(q.uses[1:])
            found.append(q)
        found.sort(key=lambda q: q.start)
        _base_before(lower, found, numbers, s)
        return found

    def _claims(
        self, text: str, lower: str, s: Sentence, number: int, found: list[Quantity], times: list[Time], marks: list[tuple[int, int, str]]
    ) -> list[Draft]:
        found = pairs.join_ranges(text, found, s.start)
        couples = pairs.from_to(text, found, s.start)
        pairs.share_units(text, found, s.start)
        named = meaning.indicators_named(lower, s.start, s.end, self.grammar)
        for q in found:
            if q.unit is None:
                self._unit_from_subject(text, lower, q, s, named, [(t.start, t.end) for t in times])
        pairs.share_units(text, found, s.start)
        kept: list[Quantity] = []
        for q in found:
            verdict = select(text, lower, q, s.start, s.end, len(found) - 1, self.grammar)
            if verdict:
                self.fates.extend((*use, q.value, *verdict) for use in q.uses)
            else:
                kept.append(q)
                self.fates.extend((*use, q.value, "claim", "") for use in q.uses)
        drafts: list[Draft] = []
        dated: dict[int, Dating] = {}
        group_of: dict[int, str] = {}
        for couple in couples:
            if couple.first in kept and couple.last in kept:
                self._groups += 1
                group_of[id(couple.first)] = group_of[id(couple.last)] = f"{self.letter.name}-{self.passage.note or ''}-{self._groups}"
        firsts = {id(c.first): c for c in couples}
        lasts = {id(c.last): c for c in couples}
        for q in kept:
            draft, dating = self._draft(text, lower, s, number, q, kept, times, named, lasts.get(id(q)), firsts.get(id(q)))
            dated[id(q)] = dating
            drafts.append(replace_group(draft, group_of.get(id(q))))
        for couple in couples:
            if id(couple.first) in group_of:
                drafts.append(self._change(text, lower, s, couple, dated, drafts, kept, group_of[id(couple.first)]))
        for start, end, side in marks:
            if not any(d.start < end and start < d.end for d in drafts):
                drafts.append(self._record(text, lower, s, number, start, end, side, times, named))
        return drafts

    def _unit_from_subject(
        self, text: str, lower: str, q: Quantity, s: Sentence, named: list[meaning.Named], times: list[tuple[int, int]]
    ) -> None:
        """A bare number takes the unit of the counted noun or of the indicator that is the sentence's subject."""
        if q.value is None or (q.word and not q.scaled):
            return
        if q.scaled and self.spoken.unit and _OF_THAT.search(lower, s.start, s.end):
            q.unit = self.spoken.unit
            q.rules.append("unit.of_that")
            return
        counted = self.grammar.generic.match(lower, q.number_end, min(s.end, q.number_end + 60)) is not None
        if not counted and _AS_MANY.search(lower, max(s.start, q.start - 30), q.start) and self.spoken.unit and self._comparable(q):
            q.unit, q.ratio = self.spoken.unit, self.spoken.unit in ("per_100", "per_1000")
            q.rules.append("unit.as_many")
            return
        if not counted and pairs.unit_of_subject(text, lower, q, self.grammar, s.start, s.end):
            return
        before = [n for n in named if n.end <= q.start] or ([self.spoken.named] if self.spoken.named and not named else [])
        if not before and q.scaled and self.spoken.unit in ("persons", "vacancies", "jobs", "fte") and self._comparable(q):
            q.unit = self.spoken.unit
            q.rules.append("unit.spoken_of")
            return
        if not before or before[-1] is None or counted or not pairs.has_copula(text, q, s.start, times):
            return
        subject = before[-1].indicator
        close = s.start <= before[-1].start < q.start
        if subject.unit in ("per_100", "per_1000"):
            if not q.scaled and 0 < q.value < 400 and close:
                q.unit = subject.unit
                q.rules.append("unit.indicator")
        elif subject.unit in ("persons", "vacancies", "jobs", "fte") and (q.scaled or q.value >= 1000):
            q.unit = subject.unit
            q.rules.append("unit.indicator")
        elif subject.unit == "percent" and q.places and not q.scaled and q.value <= 100 and close:
            q.unit = "percent"
            q.rules.append("unit.indicator")

    def _comparable(self, q: Quantity) -> bool:
        """Whether a number can be the same quantity as the one last spoken of: within a factor of twenty."""
        if not q.value or not self.spoken.value:
            return False
        return Decimal("0.05") <= abs(q.value / self.spoken.value) <= 20

    def _draft(
        self, text: str, lower: str, s: Sentence, number: int, q: Quantity, kept: list[Quantity], times: list[Time],
        named: list[meaning.Named], arrives: pairs.FromTo | None, departs: pairs.FromTo | None,
    ) -> tuple[Draft, Dating]:  # fmt: skip
        grammar = self.grammar
        approx = meaning.hedge(lower, q, s.start, grammar)
        sign = (
            0
            if (q.ratio or arrives or departs or q.unit in ("years", "months", "weeks", "quarters"))
            else meaning.direction(lower, q, s.start, s.end, grammar)
        )
        change = sign != 0 or "sign.printed" in q.rules and q.unit == "percentage_point"
        value, end_value = q.value, q.end_value
        if sign < 0 and value is not None and value > 0:
            value, end_value = -value, None if end_value is None else -end_value
            q.rules.append("sign.down")
        elif sign > 0:
            q.rules.append("sign.up")
        dating = date_quantity(text, lower, q, s.start, s.end, kept, times, self.spoken, change=change, departs=departs is not None)
        future = _future(dating.period, self.letter) or (dating.period is None and _COMING.search(lower, s.start, s.end) is not None)
        choice = self._of_ratio(q) or meaning.choose_indicator(lower, q, named, change, kept)
        if choice is None:
            choice = self._rate_of(text, q, kept) or self._inherited(lower, s, number, q, change)
        if choice:
            self._chosen[id(q)] = choice
            self._last_of_unit[q.unit or ""] = (number, choice)
        kind = meaning.kind_of(q, lower, s.start, s.end, grammar, change=change, future=future)
        indicator = choice.indicator if choice else None
        sector, population = self._about(lower, s, q, indicator)
        condition = meaning.record_condition(lower, s.start, s.end) if kind == "streak" else None
        if kind == "streak":
            dating = _streak_dating(q, dating, self.letter, times)
        comparison = meaning.comparison(lower, s.start, s.end) if change else None
        base_period = dating.base
        if change and base_period is None and comparison and dating.period:
            base_period = shifted(dating.period, comparison)
        source, footnote = self._source(text, lower, s, q)
        unit = _UNITS.get(q.unit or "count", q.unit or "count")
        claim = Claim(
            letter=self.letter.name, start=0, end=0, quote="", value=value, value_text=q.value_text, unit=unit, approx=approx, kind=kind,
            indicator=indicator.id if indicator else None, sector=sector, population=population,
            period=dating.period if unit != "EUR" or kind != "legal" else None,
            base_value=None, base_period=base_period, end_value=end_value, stated_source=source, footnote=footnote,
            rules=(*q.rules, *dating.rules, *((choice.rule,) if choice else ())), step=q.step, adjusted=_adjusted(lower[s.start : s.end]),
            period_inferred=dating.inferred, condition=Condition(*condition) if condition else None,
        )  # fmt: skip
        return Draft(claim, q.start, q.end, (s.start, s.end)), dating

    def _change(
        self, text: str, lower: str, s: Sentence, couple: pairs.FromTo, dated: dict[int, Dating], drafts: list[Draft],
        kept: list[Quantity], group: str,
    ) -> Draft:  # fmt: skip
        """The change record of a from-to pair beside its two levels."""
        first = next(d.claim for d in drafts if d.start == couple.first.start)
        last = next(d.claim for d in drafts if d.start == couple.last.start)
        assert first.value is not None and last.value is not None
        begin, finish = dated[id(couple.first)], dated[id(couple.last)]
        period = f"{begin.period}..{finish.period}" if begin.period and finish.period and begin.period != finish.period else finish.period
        unit = "percentage_point" if last.unit == "percent" else last.unit
        steps = [step for step in (first.step, last.step) if step is not None]
        claim = replace(
            last, value=last.value - first.value, value_text=text[couple.start : couple.last.end], unit=unit, kind="change", approx="exact",
            base_value=first.value, end_value=last.value, base_period=begin.period, period=period, group=group,
            period_inferred=begin.inferred or finish.inferred, rules=(*last.rules, "change.from_to"), step=max(steps, default=None),
        )  # fmt: skip
        return Draft(claim, couple.start, couple.last.end, (s.start, s.end))

    def _record(
        self,
        text: str,
        lower: str,
        s: Sentence,
        number: int,
        start: int,
        end: int,
        side: str,
        times: list[Time],
        named: list[meaning.Named],
    ) -> Draft:
        q = Quantity(start, end, start, end, None, text[start:end], None, "rank")
        dating = date_quantity(text, lower, q, s.start, s.end, [q], times, self.spoken, change=False, departs=False)
        choice = min(named, key=lambda n: abs(n.start - end)) if named else self.spoken.named
        condition = meaning.record_condition(lower, s.start, s.end)
        if condition is None and side != "first":
            condition = (side, None)
        source, footnote = self._source(text, lower, s, q)
        sector, population = self._about(lower, s, q, choice.indicator if choice else None)
        unit = "quarters" if side == "unbroken" else "rank"
        claim = Claim(
            letter=self.letter.name, start=0, end=0, quote="", value=None, value_text=text[start:end], unit=unit,
            kind="streak" if side == "unbroken" else "record", indicator=choice.indicator.id if choice else None, sector=sector,
            population=population, period=dating.period, stated_source=source, footnote=footnote, rules=(f"record.{side}", *dating.rules),
            period_inferred=dating.inferred, condition=Condition(*condition) if condition else None,
        )  # fmt: skip
        return Draft(claim, start, end, (s.start, s.end))

    def _of_ratio(self, q: Quantity) -> meaning.Named | None:
        """The base of a ratio names its indicator: per 100 unemployed is tension, per 1,000 jobs the vacancy rate."""
        key = None
        if q.unit == "per_100" and q.noun in ("werklozen", "werkzoekenden", "vacatures"):
            key = "labour_market_tension"
        elif q.unit == "per_1000" and q.noun.endswith("banen"):
            key = "vacancy_rate"
        indicator = self.grammar.lexicon.field.indicators.get(key or "")
        if indicator is None:
            return None
        if q.noun == "vacatures" and "ratio.inverse" not in q.rules:
            q.rules.append("ratio.inverse")
        return meaning.Named(indicator, q.start, q.end, f"indicator.{key}.base")

    def _rate_of(self, text: str, q: Quantity, kept: list[Quantity]) -> meaning.Named | None:
        """ "374.000 (3,7%)" after a number of unemployed is the unemployment rate."""
        before = [o for o in kept if o.end <= q.start]
        if q.unit != "percent" or not before or not re.fullmatch(r" ?\(", text[before[-1].end : q.start]):
            return None
        persons = self._chosen.get(id(before[-1]))
        indicator = self.grammar.lexicon.field.indicators.get("unemployment_rate")
        if persons is None or persons.indicator.id != "unemployed_persons" or indicator is None:
            return None
        return meaning.Named(indicator, q.start, q.end, "indicator.unemployment_rate.beside")

    def _inherited(self, lower: str, s: Sentence, number: int, q: Quantity, change: bool) -> meaning.Named | None:
        """The indicator of the sentence before, when this one says "dat waren er", "dit is een stijging", "toen" or names none."""
        at, named = self._last_of_unit.get(q.unit or "", (-9, None))
        if named is None or number - at > 2 or at < self._paragraph_start:
            at, named = self.spoken.sentence, self.spoken.named
        if named is None or number - at > 2 or not meaning.fits_unit(named.indicator, q, change):
            return None
        if q.noun and q.noun not in _PLAIN_NOUNS and q.unit in ("persons", "vacancies", "jobs") and not q.ratio:
            return None
        opening = lower[s.start : s.start + 60]
        plain = bool(q.noun) or q.scaled or "unit.as_many" in q.rules
        if (
            (change and (plain or q.unit in ("percent", "percentage_point")))
            or _ANAPHORA.search(opening)
            or _SAME_SUBJECT.search(lower, s.start, s.end)
            or (not q.noun and q.scaled)
        ):
            return replace(named, rule=f"indicator.{named.indicator.id}.inherited")
        return None

    def _about(self, lower: str, s: Sentence, q: Quantity, indicator: object) -> tuple[str | None, str | None]:
        sector = meaning.nearest_group(lower, q, s.start, s.end, self.grammar.sectors)
        group = meaning.nearest_group(lower, q, s.start, s.end, self.grammar.groups)
        return (sector[0] if sector else None), (group[0] if group else None)

    def _source(self, text: str, lower: str, s: Sentence, q: Quantity) -> tuple[str | None, str | None]:
        """The source the sentence names, else the one that the next footnote mark of the sentence leads to."""
        stated = meaning.sources_named(lower, s.start, s.end, self.grammar)
        mark = next((m for at, m in self.passage.anchors if q.start <= at <= s.end + 2), None)
        if mark is None:
            mark = next((m for at, m in self.passage.anchors if s.start <= at < q.start), None)
        note, seen = self.notes.get(mark), {mark}
        if stated is None and note is not None:
            stated = meaning.sources_named(note.text.lower(), 0, len(note.text), self.grammar)
            if stated is None and _SEE_PREVIOUS.search(note.text) and mark and mark.isdigit() and str(int(mark) - 1) not in seen:
                previous = self.notes.get(str(int(mark) - 1))
                if previous is not None:
                    stated = meaning.sources_named(previous.text.lower(), 0, len(previous.text), self.grammar)
        return stated, mark

    def _listen(self, text: str, lower: str, s: Sentence, number: int) -> None:
        """A sentence without figures may still name what the next one is about."""
        named = meaning.indicators_named(lower, s.start, s.end, self.grammar)
        if named:
            self.spoken.named, self.spoken.sentence = named[-1], number

    def _remember(self, lower: str, s: Sentence, number: int, times: list[Time]) -> None:
        named = meaning.indicators_named(lower, s.start, s.end, self.grammar)
        if named:
            self.spoken.named, self.spoken.sentence = named[0], number
        dating = [t for t in times if t.key and t.role in ("in", "between", "span")]
        if dating:
            last = max(dating, key=lambda t: _topicality(t, self.letter))
            self.spoken.period, self.spoken.inferred = last.key, last.inferred
        elif any(t.role == "vague" for t in times):
            self.spoken.period = None
        compared = [t.key for t in times if t.key and t.role == "base"]
        if compared:
            self.spoken.base = compared[-1]


_ANAPHORA = re.compile(
    r"\b(?:dat|dit|deze|die|toen|daarvan|hiervan|daarmee|een jaar eerder|een kwartaal eerder|zij|ze|hun|het aantal|dezelfde|destijds|er waren|het om|het er|een maand eerder|samen|het huidige)\b"
)
_SAME_SUBJECT = re.compile(
    r"\b(?:deze|die) (?:sector|groei|groep|stijging|daling|branche|ontwikkeling|cijfers)\b|\b(?:dit|dat|het) (?:[a-z]+ )?tekort\b"
)
_COMING = re.compile(r"\bkomende (?:jaren|decennia|periode|tijd)\b")
_PLAIN_NOUNS = ("personen", "mensen", "vacatures", "banen", "werknemers", "werkenden")
_BULLET = re.compile(r"[ \n]*(?:[·•*–-]|\d{1,2}[.)]|[a-z][.)]) ?")
_AS_MANY = re.compile(
    r"(?:(?:waren|zijn|was|bedroeg|kwam|stond|stonden)(?: dat| het| dit)?(?: er)?(?: nog| al| toen| slechts| maar| wel| uit op| op)?(?: [a-z’']+)?|tegen|tegenover) $"
)
_OF_THAT = re.compile(r"\b(?:hiervan|daarvan|van dit bedrag|van dat bedrag)\b")
_SEE_PREVIOUS = re.compile(r"(?:[Zz]ie (?:de )?vorige (?:voet)?noot|\b[Ii]bid|[Ii]dem|[Zz]ie noot)")


def _inside(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(a <= start and end <= b for a, b in spans)


def _is_day(n: Numeral, times: list[Time]) -> bool:
    return any(t.role == "day" and t.start <= n.start < t.end for t in times)


def _other_ratio(numbers: list[Numeral], base: Numeral) -> bool:
    return any(n is not base for n in numbers)


def _mark_base(found: list[Quantity], base: Numeral) -> None:
    """Nothing to do here yet: the quantity that the base belongs to may follow it (see _base_before)."""


def _base_before(lower: str, found: list[Quantity], numbers: list[Numeral], s: Sentence) -> None:
    """ "op elke 100 werklozen waren er 106 vacatures": the base stands before its figure."""
    bases = [
        n
        for n in numbers
        if n.value in (100, 1000)
        and re.search(r"(?:per|op|voor|tegenover) (?:(?:elke|iedere|de|alle) )?$", lower[max(s.start, n.start - 20) : n.start])
    ]
    for base in bases:
        if any(use[0] <= base.start < use[1] for q in found for use in q.uses):
            continue
        noun = re.match(r" (werklozen|werkzoekenden|banen|werknemersbanen|vacatures)", lower[base.end : base.end + 24])
        later = next((q for q in found if q.start > base.end and q.unit in ("vacancies", "persons", None)), None)
        if noun and later:
            later.unit, later.ratio = ("per_100" if base.value == 100 else "per_1000"), True
            later.noun = noun[1]
            later.rules.append("ratio.base_first")


def _future(period: str | None, letter: Letter) -> bool:
    if not period or letter.day is None:
        return False
    ends = periods.span(period)
    parsed = periods.parse(ends[1] if ends else period)
    return parsed is not None and parsed.first_day() > letter.day


def _topicality(time: Time, letter: Letter) -> tuple[bool, str]:
    """What a sentence with several periods is about: the latest one that was past on the letter's date."""
    ends = periods.span(time.key or "")
    period = periods.parse(ends[1] if ends else time.key or "")
    if period is None:
        return False, ""
    past = letter.day is None or period.first_day() <= letter.day
    return past, period.last_day().isoformat()


def _adjusted(part: str) -> bool | None:
    if "seizoen" not in part:
        return True if re.search(r"\(sg\)|, sg\b", part) else None
    return "niet seizoen" not in part and "niet voor seizoen" not in part and "ongecorrigeerd" not in part


def _streak_dating(q: Quantity, dating: Dating, letter: Letter, times: list[Time]) -> Dating:
    """A streak of N quarters ends at the period named, else at the last one that was complete on the letter's date."""
    kind = {"quarters": "KW", "years": "JJ", "months": "MM"}.get(q.unit or "")
    if kind is None or q.value is None:
        return dating
    since = next((t for t in times if t.role == "since" and t.key), None)
    opens = periods.parse(since.key or "") if since else None
    if opens is not None and opens.kind == kind:
        return Dating(f"{opens.key}..{opens.shift(int(q.value) - 1).key}", None, bool(since and since.inferred), ("period.streak_since",))
    ends = periods.span(dating.period or "")
    if ends and dating.rules and not dating.inherited:
        return dating
    end = periods.parse(dating.period) if dating.period and not dating.inherited else None
    inferred = False
    if end is None or end.kind != kind:
        if letter.day is None:
            return dating
        end, inferred = periods.last_complete(letter.day, kind), True
    first = end.shift(1 - int(q.value))
    return Dating(f"{first.key}..{end.key}", None, inferred, ("period.streak",))


def shifted(period: str, shift: tuple[str, int]) -> str | None:
    ends = periods.span(period)
    parsed = periods.parse(ends[1] if ends else period)
    if parsed is None:
        return None
    kind, steps = shift
    if kind == "JJ":
        return parsed.years_earlier(-steps).key
    return parsed.shift(steps).key if parsed.kind == kind else None


def replace_group(draft: Draft, group: str | None) -> Draft:
    if group:
        draft.claim = replace(draft.claim, group=group)
    return draft
