"""From a quantity to a claim: its value with sign, period, kind, indicator, scope and source put together."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from decimal import Decimal

from claims import flows, meaning, records, respective, scope
from claims.belonging import about, in_order
from claims.dating import Dating, date_quantity
from claims.derived_dating import (
    SAME_SPAN,
    end_of_pair,
    end_of_stretch,
    ends_of_span,
    in_brackets,
    is_future,
    of_one_kind,
    shifted,
    streak_dating,
    summed_up,
    whole_period,
    whole_year,
)
from claims.grammar import Grammar
from claims.line import Line
from claims.naming import Namer
from claims.pairs import FromTo
from claims.places import scope_rules
from claims.quantities import Quantity
from claims.reading import Passage
from claims.scope import Mention
from claims.subjects import Named
from labour.indicators import Indicator
from labour.model import Claim, Condition, Letter

_UNITS = {"days": "count", "hours": "hours_per_week"}
_COMING = re.compile(r"\bkomende (?:jaren|decennia|periode|tijd)\b")
_SEE_PREVIOUS = re.compile(r"(?:[Zz]ie (?:de )?vorige (?:voet)?noot|\b[Ii]bid|[Ii]dem|[Zz]ie (?:ook )?(?:voet)?noot)")
_SEE_NOTE = re.compile(r"[Zz]ie (?:ook )?(?:voet)?noot (\d{1,3})")
_ENDURING = ("years", "months", "weeks", "quarters")


@dataclass(slots=True)
class Draft:
    """A claim whose positions still count in reading text."""

    claim: Claim
    start: int
    end: int
    sentence: tuple[int, int]


#: "- verschil: 124 duizend": a change whose direction is not said
_DIFFERENCE = re.compile(
    r"\b(?:verschil|mutatie|(?:per )?saldo)(?: (?:met|t\.o\.v\.|ten opzichte van|over) [^:;.]{3,40})?: ?(?:circa |ruim |bijna )?$"
)


@dataclass(slots=True)
class Drafter:
    passage: Passage
    letter: Letter
    grammar: Grammar
    notes: dict[str | int, Passage]
    namer: Namer
    bound: dict[int, tuple[Mention | None, Mention | None]] = field(default_factory=dict)  # sector and group of each figure read

    def draft(self, line: Line, q: Quantity, arrives: FromTo | None, departs: FromTo | None, group: str | None) -> tuple[Draft, Dating]:
        """The claim of one quantity and how it was dated. ``arrives`` and ``departs`` tell its place in a from-to pair."""
        lower, s, spoken = line.lower, line.s, line.spoken
        approx = meaning.hedge(lower, q, s.start, self.grammar)
        level = (q.ratio and not meaning.is_difference(lower, q, s.start)) or arrives or departs or q.unit in _ENDURING
        level = level or flows.is_level(lower, q, s.start, s.end, line.kept)
        sign = 0 if level else meaning.direction(lower, q, s.start, s.end, self.grammar) or meaning.same_change(lower, q, line.kept)
        unsigned = ":" in lower[max(s.start, q.start - 8) : q.start] and _DIFFERENCE.search(lower, s.start, q.start) is not None
        change = sign != 0 or ("sign.printed" in q.rules and not level) or unsigned
        value, end_value = _signed(q, sign)
        choice = self.namer.name(line.text, lower, q, s.start, s.end, line.number, line.named, line.kept, spoken, change)
        if arrives and arrives.first.unit == q.unit:  # both ends of a pair are of one thing
            choice = self.namer.chosen.get(id(arrives.first), choice)
        indicator = choice.indicator if choice else None
        dating = date_quantity(
            line.text, lower, q, s.start, s.end, line.found, line.times, spoken, change=change, departs=departs is not None
        )
        comparison = meaning.comparison(lower, s.start, s.end)
        listed = respective.figures(lower, q, line.kept, s.start) or respective.pair(lower, q, line.kept)
        if listed and "period.in_order" not in dating.rules and not in_order(line, listed):
            dating = Dating(None, None, False, ())  # in the order of what the sentence leaves unsaid
        same_span = spoken.span_opened() if SAME_SPAN.search(lower, s.start, s.end) else None
        if departs:
            dating = end_of_pair(dating, comparison, line.times, same_span)
        couple = arrives or departs
        span = ends_of_span(lower, s.start, couple.first, line.times, spoken.period) if couple else None
        if span:
            dating = replace(dating, period=span[1] if arrives else span[0], base=None, inferred=False)
        if couple and (said := in_brackets(line.text, couple.last, line.times)):
            dating = said[0] if departs else said[1]
        if unsigned:
            dating = Dating(None, None, False, ("change.unsigned",))
        elif change and comparison:
            dating = end_of_stretch(lower, s.start, s.end, dating, spoken, line.times, comparison)
        if change and dating.base is None:
            dating = summed_up(lower, s.start, line.times, q, dating)
        dating = whole_period(dating, indicator)
        if arrives and dating.rules[:1] == ("period.sentence",) and dating.period == line.spoken.pair_opened:
            dating = Dating(None, None, False, ())  # "van 13,2 procent in oktober 2013 tot 11,4 procent nu"
        line.spoken.pair_opened = dating.period if departs else None
        future = is_future(dating.period, self.letter.day) or (dating.period is None and _COMING.search(lower, s.start, s.end) is not None)
        kind = meaning.kind_of(q, lower, s.start, s.end, self.grammar, change=change, future=future)
        if kind == "share" and _is_growth(indicator):
            kind = "change"  # the indicator is itself a growth over a year
        condition = None
        if kind == "streak":
            condition = records.record_condition(lower, s.start, s.end) or records.course(lower, q, s.start, s.end, self.grammar)
            if condition is not None and condition[0] in ("above", "below"):  # of vacancies against unemployed, whatever stands nearest
                choice = self.namer.of_tension(q, choice)
                indicator = choice.indicator if choice else None
            turns = condition is not None and condition[0] in ("rising", "falling")
            dating = streak_dating(lower, s.start, s.end, q, dating, self.letter.day, line.times, turns=turns, recent=spoken.recent)
        base_period = dating.base
        if change and base_period is None and comparison and dating.period:
            base_period = shifted(dating.period, comparison)
        if change and base_period is None:  # "tegen 67 duizend een jaar eerder; een toename van 4,6 procent"
            base_period = next((t.key for t in line.times if t.key and t.shift and t.shift[1] < 0 and t.end <= q.start), None)
        if change and base_period is None and dating.period:
            base_period = spoken.set_against(lower, s.start, dating.period)
        if kind == "change" and base_period is None and dating.period and q.unit == "percent" and _is_growth(indicator):
            base_period = shifted(dating.period, ("JJ", -1))
        if change and base_period is None and same_span != dating.period:
            base_period = same_span
            if dating.period is None and (closes := spoken.span_closed()):
                dating = Dating(closes, None, True, ("period.same_span",), True)
        base_period = whole_period(Dating(base_period, None, False, ()), indicator).period
        dating = of_one_kind(dating, base_period, spoken) if change else dating
        if change and base_period:
            spoken.changed_from = base_period
        if change and base_period is not None and base_period == dating.period:
            base_period, dating = None, replace(dating, period=None)  # nothing changes within one period: one of the two is misread
        sector, population = about(line, q, choice, self.bound)
        source, footnote = self._source(line, q)
        adjusted, leant = self._adjusted(line, choice, sector)
        beside = scope.adjusted_beside(lower[max(s.start, q.start - 48) : q.start], lower[q.end : q.end + 32])
        if beside is not None:
            adjusted, leant = beside, ()
        if leant and whole_year(dating.period):
            adjusted, leant = None, ()  # a mean over a year has no season
        local = scope_rules(line.text, lower, spoken.opened, q, choice, line.named, self.grammar) if population is None else ()
        unit = _UNITS.get(q.unit or "count", q.unit or "count")
        claim = Claim(
            letter=self.letter.name, start=0, end=0, quote="", value=value, value_text=q.value_text, unit=unit, approx=approx, kind=kind,
            indicator=indicator.id if indicator else None, sector=sector, population=population, period=dating.period,
            base_period=base_period, end_value=end_value, stated_source=source, footnote=footnote,
            rules=(*q.rules, *dating.rules, *((choice.rule,) if choice else ()), *leant, *local), step=q.step, adjusted=adjusted,
            period_inferred=dating.inferred, group=group, scenario=self._scenario(line, kind),
            condition=Condition(*condition) if condition else None,
        )  # fmt: skip
        return Draft(claim, q.start, q.end, (s.start, s.end)), dating

    def change(self, line: Line, couple: FromTo, first: Claim, last: Claim, begin: Dating, finish: Dating) -> Draft:
        """The change record of a from-to pair beside its two levels."""
        assert first.value is not None and last.value is not None
        period = f"{begin.period}..{finish.period}" if begin.period and finish.period and begin.period != finish.period else finish.period
        unit = "percentage_point" if last.unit == "percent" else last.unit
        steps = [step for step in (first.step, last.step) if step is not None]
        claim = replace(
            last, value=last.value - first.value, value_text=line.text[couple.start : couple.last.end], unit=unit, kind="change",
            approx="exact", base_value=first.value, end_value=last.value, base_period=begin.period, period=period,
            period_inferred=begin.inferred or finish.inferred, rules=(*last.rules, "change.from_to"), step=max(steps, default=None),
        )  # fmt: skip
        return Draft(claim, couple.start, couple.last.end, (line.s.start, line.s.end))

    def record(self, line: Line, start: int, end: int, side: str, scoped: bool) -> Draft:
        """A record or rank without a value. Only one that says over what time ("sinds", "ooit") asserts something of a series."""
        s, lower = line.s, line.lower
        q = Quantity(start, end, start, end, None, line.text[start:end], None, "rank")
        dating = date_quantity(line.text, lower, q, s.start, s.end, [q], line.times, line.spoken, change=False, departs=False)
        choice = min(line.named, key=lambda n: abs(n.start - end)) if line.named else line.spoken.named
        condition = records.record_condition(lower, s.start, s.end)
        if condition is None and scoped and side in ("highest", "lowest"):
            condition = (side, None)
        sector, population = about(line, q, choice, self.bound)
        source, footnote = self._source(line, q)
        claim = Claim(
            letter=self.letter.name, start=0, end=0, quote="", value=None, value_text=line.text[start:end],
            unit="quarters" if side == "unbroken" else "rank", kind="streak" if side == "unbroken" else "record",
            indicator=choice.indicator.id if choice else None, sector=sector, population=population, period=dating.period,
            stated_source=source, footnote=footnote, rules=(f"record.{side}", *dating.rules), period_inferred=dating.inferred,
            condition=Condition(*condition) if condition else None,
        )  # fmt: skip
        return Draft(claim, start, end, (s.start, s.end))

    def _adjusted(self, line: Line, choice: Named | None, sector: str | None) -> tuple[bool | None, tuple[str, ...]]:
        """What the sentence says; one that leans on those before, or goes on about a sector, leans on them for this too: a rule tells."""
        stated = scope.adjusted(line.lower[line.s.start : line.s.end])
        name = choice.indicator.id if choice else ""
        if stated is None and "*" in line.spoken.adjusted:
            return line.spoken.adjusted["*"], ("adjusted.inherited",)
        if stated is None and not sector and not (choice and choice.rule.endswith(".inherited")):
            line.spoken.adjusted.pop(name, None)  # named anew without saying so: what follows leans on this
            return None, ()
        if stated is not None:
            line.spoken.adjusted[name] = stated
            if line.spoken.adjusted.get("*", stated) is not stated:
                del line.spoken.adjusted["*"]  # "Dit zijn ongecorrigeerde cijfers. Na correctie ...": what holds now is the other
            return stated, ()
        leant = line.spoken.adjusted.get(name)
        return leant, () if leant is None else ("adjusted.inherited",)

    def _scenario(self, line: Line, kind: str) -> str | None:
        """The scenario of a forecast, where its sentence names one."""
        if kind != "forecast":
            return None
        return next((name for name, pattern in self.grammar.scenarios if pattern.search(line.lower, line.s.start, line.s.end)), None)

    def _source(self, line: Line, q: Quantity) -> tuple[str | None, str | None]:
        """The source the sentence names, else the one that the next footnote mark of the sentence leads to."""
        s = line.s
        stated = meaning.sources_named(line.lower, s.start, s.end, self.grammar)
        anchors = self.passage.anchors
        calls = anchors[bisect_left(anchors, (s.start, "")) : bisect_left(anchors, (s.end + 3, ""))]
        at, mark = next((call for call in calls if call[0] >= q.start), calls[0] if calls else (-1, None))
        note = self.notes.get(at, self.notes.get(mark or ""))
        hops = 0
        while stated is None and note is not None and hops < 5:
            stated = meaning.sources_named(note.text.lower(), 0, len(note.text), self.grammar)
            if stated is not None or not _SEE_PREVIOUS.search(note.text) or not (note.note or "").isdigit():
                break
            told = _SEE_NOTE.search(note.text)
            note, hops = self.notes.get(told[1] if told else str(int(note.note or "0") - 1)), hops + 1
        return stated, mark


def _is_growth(indicator: Indicator | None) -> bool:
    """Whether an indicator is itself a change over a year in percent, as cao wages are published."""
    return indicator is not None and indicator.id.endswith("_growth")


def _signed(q: Quantity, sign: int) -> tuple[Decimal | None, Decimal | None]:
    if sign:
        q.rules.append("sign.up" if sign > 0 else "sign.down")
    if sign < 0 and q.value is not None and q.value > 0:
        return -q.value, None if q.end_value is None else -q.end_value
    return q.value, q.end_value
