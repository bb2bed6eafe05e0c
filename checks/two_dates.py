"""A figure as known on the letter's date against the figure as known now, and what that makes of a claim.

The newest state dated on or before the letter's date decides. Where only later states are held they decide, and contradict only a
series that is known not to be revised with no break of method in between. A state of one method never contradicts a letter of the
other side of the break.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from checks.breaks import between_states, of_before, out_by_older_method
from checks.derived import Estimate
from checks.interval import AGREES, Claimed, fit
from checks.question import Question
from labour.indicators import Indicator

RELEASES = timedelta(days=100)  # after a quarter the next publication may have revised a figure


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict with its reason and caveats, the estimate that decided (``used``) and those known besides."""

    verdict: str
    reason: str | None = None
    caveats: frozenset[str] = frozenset()
    used: Estimate | None = None
    then: Estimate | None = None  # as known on the letter's date
    first: Estimate | None = None  # as first published
    now: Estimate | None = None
    quoted: Estimate | None = None  # another state, which the claim equals

    @property
    def agrees(self) -> bool:
        return self.verdict in ("supported", "supported_when_published")


def decide(question: Question, claimed: Claimed, day: date | None, indicator: Indicator) -> Outcome:
    """The verdict on a claim, by ``day`` (None: the letter has no date, so only what is known now counts)."""
    now = question.at(None)
    if now is None:
        return Outcome("unverifiable", "not_in_snapshot")
    history = question.history()
    if day is None:
        return _undated(question, claimed, [made for _, made in history], now, indicator)
    case = _Case(
        question,
        claimed,
        day,
        indicator,
        [made for on, made in history if on is not None and on <= day],
        [made for on, made in history if on is None or on > day],
        now,
        question.first(),
    )
    return case.outcome()


@dataclass(frozen=True, slots=True)
class _Case:
    """A claim with the answers known before and after the day of its letter, oldest first."""

    question: Question
    claimed: Claimed
    day: date
    indicator: Indicator
    before: Sequence[Estimate]
    after: Sequence[Estimate]
    now: Estimate
    first: Estimate | None

    def outcome(self) -> Outcome:
        then = self.before[-1] if self.before else None
        if then is None or (self._outdated(then) and any(not self._outdated(made) for made in self.after)):
            return self._later_only()
        return self._known_then(then)

    def _known_then(self, then: Estimate) -> Outcome:
        how = self._fit(then)
        caveats = self._caveats(how, then) | ({"method_break"} if self._outdated(then) else set())
        if how == "rounding" and self._contradicted_later():
            how = "out"  # a coarse figure of the time allows it, the exact one that is never revised does not
        if how in AGREES and self._fit(self.now) != "out":
            return self._made("supported", None, caveats, then)
        if how in AGREES:
            return self._made("supported_when_published", None, caveats | _break(then, self.now), then)
        older = self._agreeing(self.before[:-1])
        if older is not None:
            return self._made(
                "supported_when_published", None, caveats | {"superseded_before_letter"} | _break(older, then), then, then, older
            )
        later = self._agreeing(self.after)
        if later is not None and not then.confident and self._steady(later):
            caveats |= {"vintage_after_letter"} | ({"method_break"} if self._across(later) else set())
            return self._made("supported", None, caveats, later, then)
        if later is not None or how == "loose":
            return self._made("unverifiable", "ambiguous", caveats, then, then, later)
        if self._may_be_revised_since(then):
            return self._made("unverifiable", "not_in_snapshot", caveats | {"may_be_revised"}, then)
        if not self._outdated(then) and (self._confirmed(then) or self._contradicted_later()):
            return self._made("deviates", None, caveats | self._had_other_method(then), then)
        return self._made("unverifiable", "not_in_snapshot", caveats, then)

    def _confirmed(self, then: Estimate) -> bool:
        """Whether a figure was read from a good source, at that time or another."""
        others = (*self.before, *self.after)
        return then.confident or any(made.confident and made.methods == then.methods and made.same_as(then) for made in others)

    def _may_be_revised_since(self, then: Estimate) -> bool:
        """Whether the claim is so near a figure that was due for revision before the letter that it may be the revised one."""
        days = [cell.state.known_from for cell in then.cells]
        if self._steady(then) or all(day is not None and day + RELEASES >= self.day for day in days):
            return False
        if self.indicator.revised_after_year and all(cell.period[:4] == str(self.day.year) for cell in then.cells):
            return False
        return _within_revision(self.question.revisable(then), then, self.claimed)

    def _later_only(self) -> Outcome:
        """Nothing known by then on the letter's side of the breaks; what is held of before is of a method given up since."""
        how = self._fit(self.now)
        caveats = self._caveats(how, self.now) | {"vintage_after_letter"}
        if self._across(self.now):
            caveats |= {"method_break"}
        if how in AGREES:
            return self._made("supported", None, caveats, self.now)
        replaced, other = self._agreeing(self.before), self._agreeing(self.after)
        if replaced is not None:
            caveats |= {"superseded_before_letter", "method_break"}
            return self._made("supported_when_published", None, caveats, self.now, None, replaced)
        if other is not None:
            return self._made("supported_when_published", None, caveats, self.now, None, other)
        if how == "loose":
            return self._made("unverifiable", "ambiguous", caveats, self.now)
        if self._contradicted_later():
            return self._made("deviates", None, caveats | self._had_other_method(self.now), self.now)
        return self._made("unverifiable", "not_in_snapshot", caveats, self.now)

    def _made(
        self,
        verdict: str,
        reason: str | None,
        caveats: set[str],
        used: Estimate,
        then: Estimate | None = None,
        quoted: Estimate | None = None,
    ) -> Outcome:
        if self.first is not None and not self.first.same_as(used):
            caveats = caveats | {"first_publication_differs"}
        return Outcome(verdict, reason, frozenset(caveats), used, then or used, self.first, self.now, quoted)

    def _fit(self, made: Estimate) -> str:
        return fit(self.claimed, made.point, made.spread)

    def _agreeing(self, states: Sequence[Estimate]) -> Estimate | None:
        """The newest of the states that bears the claim out."""
        return next((made for made in reversed(states) if self._fit(made) in AGREES), None)

    def _steady(self, made: Estimate) -> bool:
        return _steady(made, self.indicator)

    def _contradicted_later(self) -> bool:
        """Whether a state from after the letter may contradict it: not revised, no break in between, from a good source."""
        now = self.now
        return self._fit(now) == "out" and self._steady(now) and now.confident and not self._across(now)

    def _across(self, made: Estimate) -> bool:
        """Whether a break of method lies between the day and a state used."""
        return any(of_before(cell.state, one) != (self.day < on) for one, on in between_states(self.indicator) for cell in made.cells)

    def _outdated(self, made: Estimate) -> bool:
        """Whether a state used is of a method given up before the day."""
        return any(of_before(cell.state, one) and self.day >= on for one, on in between_states(self.indicator) for cell in made.cells)

    def _had_other_method(self, made: Estimate) -> set[str]:
        """Whether a figure used was out by an older method before: a letter may quote a publication that is not held."""
        return {"method_break"} if out_by_older_method([cell.period for cell in made.cells], self.indicator, self.day) else set()

    def _caveats(self, how: str, made: Estimate) -> set[str]:
        """What must be said of the states themselves."""
        caveats: set[str] = set()
        statuses = {cell.state.status for cell in made.cells}
        if how == "rounding":
            caveats.add("rounding_only")
        if statuses & {"voorlopig", "nader voorlopig"}:
            caveats.add("provisional")
        if not self._steady(made) and statuses != {"definitief"}:
            caveats.add("may_be_revised")
        if any(cell.state.secondary for cell in made.cells):
            caveats.add("single_source")
        return caveats


def _undated(question: Question, claimed: Claimed, history: Sequence[Estimate], now: Estimate, indicator: Indicator) -> Outcome:
    """Without a letter's date only today's state decides; an older state that fits leaves it open.

    So does one that is not held and may have been: by a method given up, or before a revision.
    """
    how = fit(claimed, now.point, now.spread)
    if how in AGREES:
        return Outcome("supported", None, frozenset({"rounding_only"} if how == "rounding" else ()), now, now=now)
    other = next((made for made in history if fit(claimed, made.point, made.spread) in AGREES), None)
    if other is not None or how == "loose":
        return Outcome("unverifiable", "ambiguous", frozenset(), now, now=now, quoted=other)
    one_method = not any(out_by_older_method([cell.period], indicator) for cell in now.cells)
    near = not _steady(now, indicator) and _within_revision(question.revisable(now, final=True), now, claimed)
    if now.confident and one_method and not near:
        return Outcome("deviates", None, frozenset(), now, now=now)
    return Outcome("unverifiable", "not_in_snapshot", frozenset(), now, now=now)


def _within_revision(revised: Estimate, made: Estimate, claimed: Claimed) -> bool:
    """Whether what the claim prints, without its rounding, lies in the room that a revision leaves."""
    low, high = claimed.strict.low, claimed.strict.high
    return revised.spread != made.spread and low is not None and high is not None and revised.spread.holds((low + high) / 2)


def _steady(made: Estimate, indicator: Indicator) -> bool:
    """Whether the figures used are known not to be revised: all of the indicator's, or only those not seasonally adjusted."""
    if indicator.revision == "none_seen_unadjusted":
        return all(cell.series.adjusted is False for cell in made.cells)
    return indicator.revision == "none_seen"


def _break(one: Estimate, other: Estimate) -> set[str]:
    return set() if one.methods == other.methods else {"method_break"}
