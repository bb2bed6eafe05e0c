"""A verdict as a check: the figures, cells and dates it rests on, the near miss, and the words in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checks import explain, other_sources
from checks.interval import Claimed, claimed
from checks.lookup import Reading
from checks.near_miss import Found
from checks.near_miss_text import describe
from checks.question import Ask
from checks.two_dates import Outcome
from labour import wording
from labour.indicators import Field, Indicator
from labour.model import CAVEATS, Check, Claim, Evidence, Interval, NearMiss
from labour.observations import ObservationIndex


@dataclass(frozen=True, slots=True)
class Report:
    """What every check of a claim is told with. ``imprecise``: of the letter only the month is known."""

    claim: Claim
    indicator: Indicator
    field: Field
    imprecise: bool

    def of_figure(self, outcome: Outcome, ask: Ask, asked: Claimed, miss: Found | None = None) -> Check:
        """A level, change, share or mean, with what is published and how far the claim is from it."""
        numbers = explain.said(self.claim, outcome.used, ask)
        check = self._bare(outcome, miss)
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

    def of_course(self, outcome: Outcome, asked: Interval | None) -> Check:
        """A streak, with its length where the claim states one, or a record."""
        nl, en = (explain.course_text(self.claim, outcome, self.indicator, asked, x) for x in explain.LANGUAGES)
        check = replace(self._bare(outcome), explanation_nl=_led(outcome, nl, "nl"), explanation_en=_led(outcome, en, "en"))
        if outcome.used is None or self.claim.value is None:
            return check
        point = outcome.used.point
        return replace(check, published=point, published_unit=self.claim.unit, interval=asked, difference=self.claim.value - point)

    def _bare(self, outcome: Outcome, miss: Found | None = None) -> Check:
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

    def _text(self, outcome: Outcome, ask: Ask, numbers: explain.Said, interval: Interval, near: NearMiss | None, language: str) -> str:
        text = explain.figures(self.claim, outcome, ask, numbers, self.indicator, interval, language)
        if near is not None:
            text += " " + (near.text_en if language == "en" else near.text_nl)
        return _led(outcome, text.strip(), language)

    def _named(self, key: str, language: str) -> str:
        """A group or indicator in words."""
        named = self.field.indicators.get(key) or next((s for s in self.field.sectors.values() if key in (s.sbi, s.id)), None)
        if named is None:
            return key
        return named.name_en if language == "en" else named.name_nl


def with_others(check: Check, others: Sequence[Outcome]) -> Check:
    """The check with readings of equal standing that did not decide: against a quarter, against a year earlier."""
    for other in (other for other in others if other.used is not None):
        nl, en = (explain.besides(other, language) for language in explain.LANGUAGES)
        evidence = tuple(dict.fromkeys((*check.evidence, *_evidence(other))))
        nl, en = f"{check.explanation_nl} {nl}", f"{check.explanation_en} {en}"
        check = replace(check, evidence=evidence, explanation_nl=nl, explanation_en=en)
    return check


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


def _led(outcome: Outcome, text: str, language: str) -> str:
    """The explanation, led by the reason where there is one."""
    return f"{wording.reason(outcome.reason, language)} {text}".strip() if outcome.verdict == "unverifiable" else text


def _evidence(outcome: Outcome) -> tuple[Evidence, ...]:
    """Every cell that the explanation tells of, once. None of them depends on what a near miss turned up."""
    cells: dict[Reading, None] = dict.fromkeys(cell for _, made in explain.shown(outcome) for cell in made.cells)
    return tuple(dict.fromkeys(cell.evidence() for cell in cells))
