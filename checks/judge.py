"""One claim that has an indicator: its cells asked, its verdict, and the check with all it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from checks import doubts, explain, near_miss, older_method, other_sources, ranks, streaks
from checks.interval import Claimed, claimed
from checks.lookup import Reading
from checks.near_miss_text import describe
from checks.question import Ask, put
from checks.reading import Plan, breaks_between, exact, read
from checks.refusals import not_held, other_publisher
from checks.two_dates import Outcome, decide
from labour import wording
from labour.indicators import Field, Indicator
from labour.model import CAVEATS, Check, Claim, Evidence, Interval, NearMiss
from labour.observations import ObservationIndex


@dataclass(frozen=True, slots=True)
class Judge:
    """A claim with everything its verdict depends on. ``imprecise``: of the letter only the month is known."""

    claim: Claim
    indicator: Indicator
    field: Field
    index: ObservationIndex
    day: date | None
    imprecise: bool
    sentence: str = ""

    def figure(self, group: str) -> Check:
        """A level, share, ratio, change, multiple or mean."""
        asked = claimed(self.claim)
        plan = read(self.claim, self.indicator, group, self.index, self.day)
        if asked is None or isinstance(plan, str):
            return self._no_cells(plan if isinstance(plan, str) else "cells", self._percent_for_points(group, asked))
        plan = exact(plan, self.indicator, self.index, self.day)
        tried = [(ask, self._decide(ask, asked)) for ask in plan.asks]
        ask, outcome = next((t for t in tried if t[1].agrees), tried[0])
        if (slipped := doubts.slipped(self.claim, plan, tried, self.sentence, self.index)) is not None:
            (ask, outcome), plan = slipped, replace(plan, asks=(slipped[0],), firm=True)
        outcome = self._softened(outcome, plan, asked, ask)
        if outcome.verdict == "deviates" and slipped is not None and near_miss.in_points(self.claim, ask, self.index):
            outcome = replace(outcome, verdict="inconsistent", caveats=outcome.caveats | {"unit_suspect"})
        if self.claim.unit == "percentage_point" and self.claim.kind != "change" and outcome.used is not None:
            return self._points_for_percent(outcome, ask, asked)
        miss = None
        if outcome.verdict in ("deviates", "unverifiable", "inconsistent") and outcome.used is not None:
            miss = near_miss.search(self.claim, ask, outcome.used, plan.beside, self.index, self.day)
        if outcome.verdict == "deviates" and doubts.of_something_else(self.claim, ask, outcome, miss):
            outcome = replace(outcome, verdict="unverifiable", reason="not_in_snapshot", caveats=outcome.caveats | {"other_definition"})
            check = self._figure_check(outcome, ask, asked, miss)  # the cells are told, but are not the published figure of the claim
            return replace(check, published=None, published_unit=None, difference=None)
        rounded = outcome.verdict == "deviates" and doubts.from_whole_thousands(asked, ask, outcome, self.index)
        if outcome.verdict == "deviates" and (rounded or self._open_by(miss, ask)):
            outcome = replace(outcome, verdict="unverifiable", reason="ambiguous")
        if outcome.verdict == "deviates" and older_method.may_be_quoted(self.claim, self.indicator, ask, outcome, asked, self.index):
            outcome = replace(outcome, verdict="unverifiable", reason="not_in_snapshot")
        check = self._figure_check(outcome, ask, asked, miss)
        return self._beside(check, [met for other, met in tried if other is not ask])

    def _beside(self, check: Check, others: Sequence[Outcome]) -> Check:
        """The readings of equal standing that did not decide, shown besides: against a quarter, against a year earlier."""
        for other in (other for other in others if other.used is not None):
            nl, en = (explain.besides(other, language) for language in explain.LANGUAGES)
            evidence = tuple(dict.fromkeys((*check.evidence, *_evidence(other))))
            nl, en = f"{check.explanation_nl} {nl}", f"{check.explanation_en} {en}"
            check = replace(check, evidence=evidence, explanation_nl=nl, explanation_en=en)
        return check

    def course(self, group: str) -> Check:
        """A streak or a record."""
        of_rank = ranks.is_rank(self.claim, self.sentence)
        found = (ranks.rank if of_rank else streaks.course)(self.claim, self.indicator, group, self.index, self.day)
        if found == "qualitative":
            return refusal(self.claim, "qualitative", self.index)
        if isinstance(found, str):
            return self._no_cells(found)
        outcome = self._inferred(decide(found.question, found.claimed, self.day, self.indicator))
        windowed = not self.claim.base_period and doubts.WINDOW.search(self.sentence)
        doubtful = self.claim.period_inferred or not found.firm or found.line.basis or other_publisher(self.claim) or windowed
        if outcome.verdict == "deviates" and doubtful:
            outcome = replace(outcome, verdict="unverifiable", reason="ambiguous")
        if outcome.reason == "not_in_snapshot":
            outcome = replace(outcome, reason=not_held(self.claim, self.day))
        streak = self.claim.kind == "streak"
        if streak:  # what was first published is a run of its own, not a figure to set beside it
            outcome = replace(outcome, first=None, now=None, then=None)
        check = self._check(outcome, None)
        asked = found.claimed.strict if self.claim.value is not None else None
        nl, en = (explain.course_text(self.claim, outcome, self.indicator, asked, x) for x in explain.LANGUAGES)
        check = replace(check, explanation_nl=closed(outcome, nl, "nl"), explanation_en=closed(outcome, en, "en"))
        if outcome.used is None or self.claim.value is None:
            return check
        point = outcome.used.point
        return replace(check, published=point, published_unit=self.claim.unit, interval=asked, difference=self.claim.value - point)

    def _open_by(self, miss: near_miss.Found | None, ask: Ask) -> bool:
        """Whether what was found next door may be what the sentence means."""
        if miss is not None and miss.inside and doubts.may_mean_a_part(ask, self.sentence):
            return True
        return doubts.scale_not_printed(self.claim, miss) or doubts.names_the_other(self.claim, ask, self.index, self.field, self.sentence)

    def _points_for_percent(self, outcome: Outcome, ask: Ask, asked: Claimed) -> Check:
        """A level is in percent; one in percentage points that is right in percent contradicts its own unit."""
        if not outcome.agrees or self.claim.period_inferred:
            return self._figure_check(replace(outcome, verdict="unverifiable", reason="ambiguous"), ask, asked, None)
        outcome = replace(outcome, verdict="inconsistent", caveats=outcome.caveats | {"unit_suspect"})
        return self._figure_check(outcome, ask, asked, near_miss.Found("unit", (ask.period,)))

    def _percent_for_points(self, group: str, asked: Claimed | None) -> tuple[Ask, Outcome] | None:
        """Growth of a count said in percentage points: the growth in percent, where it is held."""
        if self.claim.unit != "percentage_point" or self.claim.kind != "change" or asked is None:
            return None
        plan = read(replace(self.claim, unit="percent"), self.indicator, group, self.index, self.day)
        if isinstance(plan, str):
            return None
        tried = [(ask, self._decide(ask, asked)) for ask in plan.asks]
        return next((t for t in tried if t[1].agrees), tried[0])

    def _decide(self, ask: Ask, asked: Claimed) -> Outcome:
        question = put(ask, self.index)
        if question is None:
            return Outcome("unverifiable", not_held(self.claim, self.day))
        outcome = decide(question, asked, self.day, self.indicator)
        if outcome.verdict == "unverifiable" and outcome.reason == "not_in_snapshot":
            return replace(outcome, reason=not_held(self.claim, self.day))
        return outcome

    def _inferred(self, outcome: Outcome) -> Outcome:
        return replace(outcome, caveats=outcome.caveats | {"period_inferred"}) if self.claim.period_inferred else outcome

    def _softened(self, outcome: Outcome, plan: Plan, asked: Claimed, ask: Ask) -> Outcome:
        """A deviation stands only when period, definition, table and source are beyond doubt."""
        outcome = self._inferred(outcome)
        if outcome.verdict != "deviates":
            return outcome
        if other_publisher(self.claim):
            return replace(outcome, verdict="unverifiable", reason="other_source")
        if breaks_between(self.indicator, ask.base, ask.period):
            return replace(outcome, verdict="unverifiable", reason="not_in_snapshot", caveats=outcome.caveats | {"method_break"})
        doubtful = self.claim.period_inferred or not plan.firm or ask.line.basis or len(plan.asks) > 1
        if not doubtful:
            others = (self._decide(other, asked) for _, other in plan.beside)
            doubtful = any(other.agrees and "rounding_only" not in other.caveats for other in others)
        return replace(outcome, verdict="unverifiable", reason="ambiguous") if doubtful else outcome

    def _no_cells(self, why: str, percent: tuple[Ask, Outcome] | None = None) -> Check:
        """No cells in the unit of the claim; ``percent`` is the figure in percent of what the claim says in points."""
        reason = "ambiguous" if why in ("unit", "base") else "no_period" if why == "period" else ""
        if percent is None or percent[1].used is None:
            check = refusal(self.claim, reason or not_held(self.claim, self.day), self.index)
            return replace(check, caveats=("other_definition",) if why == "unit" else ())
        ask, outcome = percent
        miss = near_miss.Found("unit", (ask.period,)) if outcome.agrees else None
        sure = outcome.agrees and doubts.growth_of_a_count(self.claim, self.sentence)
        outcome = replace(outcome, verdict="unverifiable", reason="ambiguous", caveats=outcome.caveats | {"unit_suspect"})
        outcome = replace(outcome, verdict="inconsistent", reason=None) if sure else outcome
        asked = claimed(self.claim)
        assert asked is not None
        in_percent = replace(self, claim=replace(self.claim, unit="percent"))
        return replace(in_percent._figure_check(outcome, ask, asked, miss), claim=self.claim)

    def _check(self, outcome: Outcome, miss: near_miss.Found | None) -> Check:
        """The check without its figures and its words."""
        found = outcome.caveats | ({"letter_date_imprecise"} if self.imprecise else set())
        url = next((c.state.url for c in outcome.used.cells if c.state.url), "") if outcome.used else ""
        return Check(
            self.claim,
            outcome.verdict,
            outcome.reason,
            tuple(c for c in CAVEATS if c in found),
            evidence=_evidence(outcome),
            near_miss=None if miss is None else describe(miss, self._named),
            source_url=url,
        )

    def _figure_check(self, outcome: Outcome, ask: Ask, asked: Claimed, miss: near_miss.Found | None) -> Check:
        numbers = explain.said(self.claim, outcome.used, ask)
        check = self._check(outcome, miss)
        nl, en = (self._text(outcome, ask, numbers, asked.strict, check.near_miss, language) for language in explain.LANGUAGES)
        return replace(
            check,
            published=numbers.point,
            published_unit=self.claim.unit if numbers.point is not None else None,
            interval=asked.strict,
            difference=numbers.difference,
            explanation_nl=nl,
            explanation_en=en,
        )

    def _text(self, outcome: Outcome, ask: Ask, numbers: explain.Said, interval: Interval, near: NearMiss | None, language: str) -> str:
        text = explain.figures(self.claim, outcome, ask, numbers, self.indicator, interval, language)
        if near is not None:
            text += " " + (near.text_en if language == "en" else near.text_nl)
        return closed(outcome, text.strip(), language)

    def _named(self, key: str, language: str) -> str:
        """A group or indicator in words."""
        named = self.field.indicators.get(key) or next((s for s in self.field.sectors.values() if key in (s.sbi, s.id)), None)
        if named is None:
            return key
        return named.name_en if language == "en" else named.name_nl


def refusal(claim: Claim, reason: str, index: ObservationIndex) -> Check:
    """Not judged, with the published figure of another maker that it equals where there is one."""
    traced = other_sources.trace(claim, index) if reason in ("forecast", "other_source") else None
    texts = [
        " ".join([wording.reason(reason, language), *([] if traced is None else [other_sources.sentence(traced, language)])])
        for language in explain.LANGUAGES
    ]
    evidence = () if traced is None else (traced.evidence(),)
    asked = claimed(claim)
    return Check(
        claim,
        "unverifiable",
        reason,
        evidence=evidence,
        interval=asked.strict if asked else None,
        explanation_nl=texts[0],
        explanation_en=texts[1],
        source_url=evidence[0].url if evidence else "",
    )


def closed(outcome: Outcome, text: str, language: str) -> str:
    """The explanation, led by the reason where there is one."""
    return f"{wording.reason(outcome.reason, language)} {text}".strip() if outcome.verdict == "unverifiable" else text


def _evidence(outcome: Outcome) -> tuple[Evidence, ...]:
    """Every cell that the explanation tells of, once. None of them depends on what a near miss turned up."""
    cells: dict[Reading, None] = dict.fromkeys(cell for _, made in explain.shown(outcome) for cell in made.cells)
    return tuple(dict.fromkeys(cell.evidence() for cell in cells))
