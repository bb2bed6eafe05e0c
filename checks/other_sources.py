"""Figures of publishers other than CBS: a claim that equals one is traced to its maker, edition and scenario, never judged."""

from __future__ import annotations

from checks.interval import AGREES, claimed, fit
from checks.lookup import Reading
from labour import wording
from labour.model import Claim
from labour.observations import ObservationIndex
from labour.periods import name
from labour.source_names import named


def trace(claim: Claim, index: ObservationIndex) -> Reading | None:
    """The published figure of the same indicator and period that the claim equals; the newest edition of several.

    Cells are chosen without the claimed number: every series of the indicator at the claim's period.
    """
    asked = claimed(claim)
    if asked is None or claim.indicator is None or claim.period is None:
        return None
    met = [
        reading
        for one in index.of(claim.indicator)
        if one.unit == claim.unit
        for state in index.states(one.key, claim.period)
        if fit(asked, (reading := Reading(one, claim.period, state)).point, reading.spread) in AGREES
    ]
    return min(met, key=_preference) if met else None


def _preference(reading: Reading) -> tuple[int, int]:
    day = reading.state.known_from
    return ("high", "medium", "low").index(reading.state.confidence), -(day.toordinal() if day else 0)


def sentence(traced: Reading, language: str = "nl") -> str:
    """Where the figure was published: maker, edition, scenario and scope as the source states them."""
    one, state = traced.series, traced.state
    made_by = named(one.basis or state.source_text or state.source, language)
    wordings = dict(one.dimensions).get("wording", "")
    figure = f"{wordings} {wording.number(traced.point, language)}".strip()
    lead = "It equals a published figure" if language == "en" else "Het komt overeen met een gepubliceerd cijfer"
    return f"{lead}: {made_by}, {name(traced.period, language)}: {figure} ({named(state.source_text or state.source, language)})."
