"""One claim that has an indicator: its cells asked, and the verdict that the figures and every doubt about the sentence leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from checks import doubts, near_miss, older_method, other_names, ranks, slips, streaks
from checks.interval import Claimed, claimed
from checks.question import CHANGES, Ask, put
from checks.reading import Plan, breaks_between, exact, group_of, read
from checks.refusals import not_held, other_publisher
from checks.report import Report, refusal, with_others
from checks.seasonal import beyond_the_season
from checks.two_dates import Outcome, decide
from labour.indicators import Field, Indicator
from labour.model import Check, Claim
from labour.observations import ObservationIndex


@dataclass(frozen=True, slots=True)
class Judge:
    """A claim with everything its verdict depends on. ``imprecise``: of the letter only the month is known.

    ``sentence`` is the one it stands in, ``before`` the text just before it.
    """

    claim: Claim
    indicator: Indicator
    field: Field
    index: ObservationIndex
    day: date | None
    imprecise: bool
    sentence: str = ""
    before: str = ""

    @property
    def report(self) -> Report:
        return Report(self.claim, self.indicator, self.field, self.imprecise)

    def figure(self, group: str) -> Check:
        """A level, share, ratio, change, multiple or mean."""
        asked = claimed(self.claim)
        plan = read(self.claim, self.indicator, group, self.index, self.day)
        if asked is None or isinstance(plan, str):
            return self._without_cells(plan if isinstance(plan, str) else "cells", group, asked)
        plan = exact(plan, self.indicator, self.index, self.day)
        tried = self._tried(plan, asked)
        ask, outcome = _agreeing(tried)
        if (slipped := doubts.slipped(self.claim, plan, tried, self.sentence, self.index)) is not None:
            (ask, outcome), plan = slipped, replace(plan, asks=(slipped[0],), firm=True)
        outcome = self._in_its_unit(self._softened(outcome, plan, asked, ask), plan, ask, slipped is not None)
        if self.claim.unit == "percentage_point" and self.claim.kind != "change" and outcome.used is not None:
            return self._points_for_percent(outcome, ask, asked)
        miss = None
        if not outcome.agrees and outcome.used is not None:
            miss = near_miss.search(self.claim, ask, outcome.used, plan.beside, self.index, self.day)
        if outcome.verdict == "deviates":
            outcome = self._doubted(outcome, ask, asked, miss)
        check = self.report.of_figure(outcome, ask, asked, miss)
        if "other_definition" in outcome.caveats:  # the cells are told, but are not the published figure of the claim
            return replace(check, published=None, published_unit=None, difference=None)
        return with_others(check, [met for other, met in tried if other is not ask])

    def course(self, group: str) -> Check:
        """A streak or a record."""
        of_rank = ranks.is_rank(self.claim, self.sentence)
        found = (ranks.rank if of_rank else streaks.course)(self.claim, self.indicator, group, self.index, self.day)
        if found == "qualitative":
            return refusal(self.claim, "qualitative", self.index)
        if isinstance(found, str):
            return self._without_cells(found)
        outcome = self._inferred(decide(found.question, found.claimed, self.day, self.indicator))
        windowed = not self.claim.base_period and doubts.WINDOW.search(self.sentence)
        doubtful = self.claim.period_inferred or not found.firm or found.line.basis or other_publisher(self.claim) or windowed
        doubtful = doubtful or doubts.may_be_local(self.claim)
        if outcome.verdict == "deviates" and doubtful:
            outcome = replace(outcome, verdict="unverifiable", reason="ambiguous")
        if outcome.reason == "not_in_snapshot":
            outcome = replace(outcome, reason=not_held(self.claim, self.day, self.index))
        if self.claim.kind == "streak":  # what was first published is a run of its own, not a figure to set beside it
            outcome = replace(outcome, first=None, now=None, then=None)
        return self.report.of_course(outcome, found.claimed.strict if self.claim.value is not None else None)

    def _tried(self, plan: Plan, asked: Claimed) -> list[tuple[Ask, Outcome]]:
        return [(ask, self._decide(ask, asked)) for ask in plan.asks]

    def _decide(self, ask: Ask, asked: Claimed) -> Outcome:
        question = put(ask, self.index)
        if question is None:
            return Outcome("unverifiable", not_held(self.claim, self.day, self.index))
        outcome = decide(question, asked, self.day, self.indicator)
        if outcome.verdict == "unverifiable" and outcome.reason == "not_in_snapshot":
            return replace(outcome, reason=not_held(self.claim, self.day, self.index))
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
        penned = outcome.used is not None and (
            slips.of_the_pen(self.claim, outcome.used) or (slips.fine(self.claim) and slips.in_points(self.claim, ask, self.index))
        )
        # a slip of the pen from the cell of an inferred period is no chance: it was that period
        inferred = self.claim.period_inferred and not penned
        doubtful = inferred or not plan.firm or ask.line.basis or len(plan.asks) > 1 or ask.base > ask.period
        doubtful = doubtful or doubts.may_be_local(self.claim)
        doubtful = doubtful or not (plan.usual or penned or beyond_the_season(self.claim, ask, outcome, self.index))
        if not doubtful:
            others = (self._decide(other, asked) for _, other in plan.beside)
            doubtful = any(other.agrees and "rounding_only" not in other.caveats for other in others)
        doubtful = doubtful or self._fits_the_other_treatment(asked)
        return replace(outcome, verdict="unverifiable", reason="ambiguous") if doubtful else outcome

    def _fits_the_other_treatment(self, asked: Claimed) -> bool:
        """Whether a figure taken for adjusted, or for not, because a sentence before said so, is that of the other treatment."""
        if "adjusted.inherited" not in self.claim.rules:
            return False
        turned = replace(self.claim, adjusted=not self.claim.adjusted)
        plan = read(turned, self.indicator, group_of(turned, self.indicator, self.field, self.index) or "", self.index, self.day)
        return not isinstance(plan, str) and any(outcome.agrees for _, outcome in self._tried(plan, asked))

    def _in_its_unit(self, outcome: Outcome, plan: Plan, ask: Ask, slipped: bool) -> Outcome:
        """Growth of a percentage that fits exactly in points, and in percent not or only by rounding: the unit contradicts it."""
        by_rounding = outcome.verdict == "supported" and "rounding_only" in outcome.caveats and plan.firm
        sure = by_rounding and not self.claim.period_inferred and not other_publisher(self.claim)
        if (sure or (slipped and outcome.verdict == "deviates")) and slips.in_points(self.claim, ask, self.index):
            caveats = (outcome.caveats | {"unit_suspect"}) - {"rounding_only"}
            return replace(outcome, verdict="inconsistent", reason=None, caveats=caveats)
        return outcome

    def _doubted(self, outcome: Outcome, ask: Ask, asked: Claimed, miss: near_miss.Found | None) -> Outcome:
        """A deviation, or what is left of it where a sound sentence could look the same."""
        if doubts.of_something_else(self.claim, ask, outcome, miss, self.field, self.sentence):
            return replace(outcome, verdict="unverifiable", reason="not_in_snapshot", caveats=outcome.caveats | {"other_definition"})
        if outcome.used is not None and not slips.of_the_pen(self.claim, outcome.used) and self._of_what_stands_beside(miss, ask):
            return replace(outcome, verdict="unverifiable", reason="ambiguous")
        if doubts.from_whole_thousands(asked, ask, outcome, self.index) or self._open_by(miss, ask):
            return replace(outcome, verdict="unverifiable", reason="ambiguous")
        if older_method.may_be_quoted(self.claim, self.indicator, ask, outcome, asked, self.index):
            return replace(outcome, verdict="unverifiable", reason="not_in_snapshot")
        return outcome

    def _of_what_stands_beside(self, miss: near_miss.Found | None, ask: Ask) -> bool:
        """Whether the number is that of another time or group which the sentence may well mean."""
        return doubts.of_a_time_beside(self.claim, ask, miss, self.sentence) or other_names.of_another_group(
            self.claim, ask, miss, self.field, self.sentence, self.before
        )

    def _open_by(self, miss: near_miss.Found | None, ask: Ask) -> bool:
        """Whether what was found next door may be what the sentence means."""
        if miss is not None and miss.inside and doubts.may_mean_a_part(ask, self.sentence):
            return True
        if ask.form in CHANGES and doubts.PACE.search(self.sentence):
            return True
        if (
            doubts.ratio_not_printed(self.claim, miss)
            or doubts.scale_not_printed(self.claim, miss)
            or doubts.of_a_period_before(ask, miss, self.sentence, self.before)
        ):
            return True
        return other_names.names_the_other(self.claim, ask, self.index, self.field, self.sentence, self.before)

    def _points_for_percent(self, outcome: Outcome, ask: Ask, asked: Claimed) -> Check:
        """A level is in percent; one in percentage points that is right in percent contradicts its own unit."""
        if not outcome.agrees or self.claim.period_inferred:
            return self.report.of_figure(replace(outcome, verdict="unverifiable", reason="ambiguous"), ask, asked)
        outcome = replace(outcome, verdict="inconsistent", caveats=outcome.caveats | {"unit_suspect"})
        return self.report.of_figure(outcome, ask, asked, near_miss.Found("unit", (ask.period,)))

    def _without_cells(self, why: str, group: str = "", asked: Claimed | None = None) -> Check:
        """No cells in the unit of the claim."""
        if self.claim.unit == "percentage_point" and self.claim.kind == "change" and asked is not None:
            percent = self._percent_for_points(group, asked)
            if percent is not None:
                return percent
        reason = "ambiguous" if why in ("unit", "base") else "no_period" if why == "period" else ""
        check = refusal(self.claim, reason or not_held(self.claim, self.day, self.index), self.index)
        return replace(check, caveats=("other_definition",) if why == "unit" else ())

    def _percent_for_points(self, group: str, asked: Claimed) -> Check | None:
        """Growth of a count said in percentage points, told by the growth in percent; None where that is not held."""
        in_percent = replace(self.claim, unit="percent")
        plan = read(in_percent, self.indicator, group, self.index, self.day)
        if isinstance(plan, str):
            return None
        ask, outcome = _agreeing(self._tried(plan, asked))
        if outcome.used is None:
            return None
        sure = outcome.agrees and doubts.growth_of_a_count(self.claim, self.sentence)
        miss = near_miss.Found("unit", (ask.period,)) if outcome.agrees else None
        verdict, reason = ("inconsistent", None) if sure else ("unverifiable", "ambiguous")
        outcome = replace(outcome, verdict=verdict, reason=reason, caveats=outcome.caveats | {"unit_suspect"})
        return replace(replace(self.report, claim=in_percent).of_figure(outcome, ask, asked, miss), claim=self.claim)


def _agreeing(tried: Sequence[tuple[Ask, Outcome]]) -> tuple[Ask, Outcome]:
    """Of readings of equal standing the first that bears the claim out, else the first."""
    return next((t for t in tried if t[1].agrees), tried[0])
