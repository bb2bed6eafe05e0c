"""What cannot be judged, and why: the reasons of ``unverifiable`` that follow from the claim alone."""

from __future__ import annotations

import re
from datetime import date, timedelta

from labour.indicators import Indicator
from labour.model import Claim
from labour.observations import ObservationIndex
from labour.periods import parse, span

_CBS = re.compile(r"\bcbs\b|statline|centraal bureau voor de statistiek|conjunctuurenqu", re.IGNORECASE)
# a footnote that only says where the text stands, not who counted
_NO_PUBLISHER = re.compile(r"^\W*(in (de )?tekst|geen|zie vorige voetnoot|ibid)\b", re.IGNORECASE)
RELEASE = timedelta(days=14)  # no labour figure of CBS is out within two weeks after its period
STATED_KINDS = {"forecast": "forecast", "target": "target", "legal": "target", "budget": "target"}


def other_publisher(claim: Claim) -> bool:
    """Whether the letter names a source for the figure, and that source is not CBS."""
    stated = (claim.stated_source or "").strip()
    return bool(stated) and not _CBS.search(stated) and not _NO_PUBLISHER.match(stated)


def from_cbs(claim: Claim) -> bool:
    """Whether the letter names CBS as the source of the figure."""
    return bool(_CBS.search(claim.stated_source or ""))


def refused(claim: Claim, indicator: Indicator | None) -> str | None:
    """The reason why a claim is not looked up at all; None when it may be.

    Forecasts, targets, laws and budgets are no observations; a figure of another publisher is not CBS's to confirm.
    """
    if claim.kind in STATED_KINDS and (claim.kind != "budget" or indicator is not None):
        return STATED_KINDS[claim.kind]
    if indicator is None:
        if claim.value is None and claim.kind in ("record", "streak"):
            return "qualitative"
        if other_publisher(claim):
            return "other_source"
        return "not_in_snapshot" if from_cbs(claim) else "no_indicator"
    if indicator.publisher != "CBS":
        return "other_source"
    if not indicator.checkable:
        return "other_source" if other_publisher(claim) else "not_in_snapshot"
    if claim.value is None and claim.kind not in ("record", "streak"):
        return "qualitative"
    if not claim.period and claim.kind != "streak":
        return "other_source" if other_publisher(claim) else "no_period"
    return None


def not_out(claim: Claim, day: date | None, index: ObservationIndex) -> bool:
    """Whether the figure cannot have been published on the letter's date: its period, as the text states it, was not over yet.

    Of a survey that asks about the quarter at its beginning, it must have begun.
    """
    last = parse((span(claim.period or "") or ("", claim.period or ""))[1])
    if day is None or last is None or claim.period_inferred or last.last_day() + RELEASE <= day:
        return False
    return last.first_day() + RELEASE > day or not _out_within(claim.indicator or "", index)


def _out_within(indicator: str, index: ObservationIndex) -> bool:
    """Whether figures of the indicator are held that were out before their period was over, as those of the business survey are."""
    held = (
        (parse(period), state) for one in index.of(indicator) for period in index.cells[one.key] for state in index.states(one.key, period)
    )
    return any(at is not None and state.known_from is not None and state.known_from < at.last_day() for at, state in held)


def not_held(claim: Claim, day: date | None, index: ObservationIndex) -> str:
    """Why there is no cell: not out yet on the letter's date, or not among the figures held."""
    if not_out(claim, day, index):
        return "not_published"
    return "other_source" if other_publisher(claim) else "not_in_snapshot"
