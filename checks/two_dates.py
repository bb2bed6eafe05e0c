"""A figure as known on the letter's date against the figure as known now, and what that makes of a claim.

The newest state dated on or before the letter's date decides. Where only later states are held they decide, and contradict only a
series that is known not to be revised with no break of method in between. A state of one method never contradicts a letter of the
other side of the break.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from checks.derived import Estimate
from checks.interval import Claimed, fit
from checks.question import Question
from labour.indicators import Break, Indicator

AGREES = frozenset({"in", "rounding"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict with its reason and caveats, the estimate that decided, and those shown beside it."""

    verdict: str
    reason: str | None = None
    caveats: frozenset[str] = frozenset()
    used: Estimate | None = None
    now: Estimate | None = None
    first: Estimate | None = None
    older: Estimate | None = None  # the replaced state that the claim quotes
    vintage: Estimate | None = None  # another state that the claim equals, where it does not decide


def decide(question: Question, claimed: Claimed, day: date | None, indicator: Indicator, first: Estimate | None = None) -> Outcome:
    """The verdict on a claim, by ``day`` (None: the letter has no date, so only what is known now counts)."""
    first = first or question.first()
    history = question.history()
    now = question.at(None)
    if now is None:
        return Outcome("unverifiable", "not_in_snapshot")
    if day is None:
        return _undated(claimed, history, now)
    before = [made for on, made in history if on is not None and on <= day]
    after = [made for on, made in history if on is None or on > day]
    then = before[-1] if before else None
    other_side = then is not None and _across(then, day, indicator.breaks, outdated=True)
    if other_side and any(not _across(made, day, indicator.breaks, outdated=True) for made in after):
        return _later_only(claimed, before, after, now, day, indicator)
    if then is None:
        return _later_only(claimed, [], after, now, day, indicator)
    return _known_then(claimed, before, after, now, day, indicator, first, other_side)


def _known_then(
    claimed: Claimed, before: list[Estimate], after: list[Estimate], now: Estimate, day: date, indicator: Indicator,
    first: Estimate | None, other_side: bool,
) -> Outcome:  # fmt: skip
    then = before[-1]
    how = _fit(claimed, then)
    caveats = _caveats(how, then, indicator) | ({"method_break"} if other_side else set())
    if how == "rounding" and _contradicts_later(claimed, now, day, indicator):
        how = "out"  # a coarse figure of the time allows it, the exact one that is never revised does not
    if how in AGREES:
        if first is not None and _fit(claimed, first) == "out":
            caveats |= {"first_publication_differs"}
        if _fit(claimed, now) != "out":
            return Outcome("supported", None, frozenset(caveats), then, now, first)
        caveats |= {"method_break"} if now.methods != then.methods else set()
        return Outcome("supported_when_published", None, frozenset(caveats), then, now, first)
    older = next((made for made in reversed(before[:-1]) if _fit(claimed, made) in AGREES), None)
    if older is not None:
        caveats |= {"superseded_before_letter"} | ({"method_break"} if older.methods != then.methods else set())
        return Outcome("supported_when_published", None, frozenset(caveats), then, now, first, older)
    later = next((made for made in after if _fit(claimed, made) in AGREES), None)
    if later is not None and not then.confident and _steady(indicator, later):
        return Outcome("supported", None, frozenset(caveats | {"vintage_after_letter"}), later, now, first)
    if later is not None:
        return Outcome("unverifiable", "ambiguous", frozenset(caveats), then, now, first, vintage=later)
    if how == "loose":
        return Outcome("unverifiable", "ambiguous", frozenset(caveats), then, now, first)
    sure = then.confident or any(made.confident and made.same_as(then) for made in before)
    if not other_side and (sure or _contradicts_later(claimed, now, day, indicator)):
        return Outcome("deviates", None, frozenset(caveats), then if sure else now, now, first)
    return Outcome("unverifiable", "not_in_snapshot", frozenset(caveats), then, now, first)


def _later_only(
    claimed: Claimed, replaced: list[Estimate], after: list[Estimate], now: Estimate, day: date, indicator: Indicator
) -> Outcome:
    """Only states of after the letter are on its side of the breaks; ``replaced`` are older ones of the method given up before it."""
    how = _fit(claimed, now)
    caveats = _caveats(how, now, indicator) | {"vintage_after_letter"}
    if _across(now, day, indicator.breaks):
        caveats |= {"method_break"}
    if how in AGREES:
        return Outcome("supported", None, frozenset(caveats), now, now)
    old = next((made for made in reversed(replaced) if _fit(claimed, made) in AGREES), None)
    if old is not None:
        caveats |= {"superseded_before_letter", "method_break"}
        return Outcome("supported_when_published", None, frozenset(caveats), now, now, older=old)
    other = next((made for made in after if _fit(claimed, made) in AGREES), None)
    if other is not None:
        return Outcome("supported_when_published", None, frozenset(caveats), other, now)
    if how == "loose":
        return Outcome("unverifiable", "ambiguous", frozenset(caveats), now, now)
    if _contradicts_later(claimed, now, day, indicator):
        return Outcome("deviates", None, frozenset(caveats), now, now)
    return Outcome("unverifiable", "not_in_snapshot", frozenset(caveats), now, now)


def _undated(claimed: Claimed, history: list[tuple[date | None, Estimate]], now: Estimate) -> Outcome:
    """Without a letter's date only today's state decides; an older state that fits leaves it open."""
    how = _fit(claimed, now)
    if how in AGREES:
        return Outcome("supported", None, frozenset({"rounding_only"} if how == "rounding" else ()), now, now)
    other = next((made for _, made in history if _fit(claimed, made) in AGREES), None)
    if other is not None or how == "loose":
        return Outcome("unverifiable", "ambiguous", frozenset(), now, now, vintage=other)
    return Outcome("deviates" if now.confident else "unverifiable", None if now.confident else "not_in_snapshot", frozenset(), now, now)


def _fit(claimed: Claimed, made: Estimate) -> str:
    return fit(claimed, made.point, made.spread)


def _steady(indicator: Indicator, made: Estimate) -> bool:
    """Whether the figures used are known not to be revised: all of the indicator's, or only those not seasonally adjusted."""
    if indicator.revision == "none_seen_unadjusted":
        return all(cell.series.adjusted is False for cell in made.cells)
    return indicator.revision == "none_seen"


def _contradicts_later(claimed: Claimed, now: Estimate, day: date, indicator: Indicator) -> bool:
    """Whether a state from after the letter may contradict it: not revised, no break in between, read from a good source."""
    return _fit(claimed, now) == "out" and _steady(indicator, now) and now.confident and not _across(now, day, indicator.breaks)


def _across(made: Estimate, day: date, breaks: Iterable[Break], outdated: bool = False) -> bool:
    """Whether a break of method lies between the day and the states used; ``outdated``: only states of before the break."""
    for one in breaks:
        changed = _first_day(one)
        if changed is None:
            continue
        for cell in made.cells:
            state = cell.state
            labelled = state.method in (one.method_before, one.method_after)
            early = state.known_from is not None and state.known_from < changed
            old = state.method == one.method_before if labelled else early
            if (old and day >= changed) or (not old and day < changed and not outdated):
                return True
    return False


def _first_day(one: Break) -> date | None:
    return date.fromisoformat(one.from_day) if one.from_day else None


def _caveats(how: str, made: Estimate, indicator: Indicator) -> set[str]:
    """What must be said of the states themselves."""
    caveats: set[str] = set()
    statuses = {cell.state.status for cell in made.cells}
    if how == "rounding":
        caveats.add("rounding_only")
    if statuses & {"voorlopig", "nader voorlopig"}:
        caveats.add("provisional")
    if not _steady(indicator, made) and statuses != {"definitief"}:
        caveats.add("may_be_revised")
    if any(cell.state.secondary for cell in made.cells):
        caveats.add("single_source")
    return caveats
