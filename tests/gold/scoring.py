"""How far claims and checks agree with the annotation: precision, recall, and the share of fields read right.

A claim meets a fact when their spans overlap and their values are equal, or both have none; each meets one other at most, the widest
overlap first. A quote much longer than the annotated one meets nothing. Boundary cases (``neutral``) cost nothing, found or not.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from labour.model import Check, Claim, NumberFate
from tests.gold.corpus import Expected, Fact, NoClaim

Figures = dict[str, float]
Span = Claim | Fact | NoClaim | NumberFate
T = TypeVar("T")

#: names under which one indicator goes as well
_ALIASES = {
    "vacancy_rate_average": "vacancy_rate",
    "cao_hourly_wage_growth": "cao_wage_growth",
    "teacher_shortage_primary_and_secondary_estimated": "teacher_shortage_primary_and_secondary",
}
_ALARMS = ("deviates", "inconsistent")


@dataclass(frozen=True)
class Pairing:
    """Claims beside the facts they meet, and what is left on either side."""

    met: list[tuple[Claim, Fact]]
    extra: list[Claim]
    missed: list[Fact]


def shared(one: Span, other: Span) -> int:
    """Characters in common; nothing between two letters."""
    return min(one.end, other.end) - max(one.start, other.start) if one.letter == other.letter else 0


def _quotes(claim: Claim, fact: Fact) -> bool:
    return shared(claim, fact) > 0 and claim.end - claim.start <= max(60, 3 * (fact.end - fact.start))


def _equal(value: Decimal | None, other: Decimal | float | None) -> bool:
    if value is None or other is None:
        return value is None and other is None
    return math.isclose(float(value), float(other), rel_tol=1e-4, abs_tol=1e-9)


def pair(claims: Sequence[Claim], facts: Sequence[Fact]) -> Pairing:
    candidates = [
        (shared(claim, fact), -abs(claim.start - fact.start), c, f)
        for c, claim in enumerate(claims)
        for f, fact in enumerate(facts)
        if _quotes(claim, fact) and _equal(claim.value, fact.value)
    ]
    taken_claims: set[int] = set()
    taken_facts: set[int] = set()
    met = []
    for *_, c, f in sorted(candidates, reverse=True):
        if c not in taken_claims and f not in taken_facts:
            taken_claims.add(c)
            taken_facts.add(f)
            met.append((claims[c], facts[f]))
    return Pairing(
        met,
        [claim for c, claim in enumerate(claims) if c not in taken_claims],
        [fact for f, fact in enumerate(facts) if f not in taken_facts],
    )


def share(things: Iterable[T], right: Callable[[T], bool]) -> float:
    """The share of things that are right; 1 where there are none."""
    outcomes = [right(one) for one in things]
    return round(sum(outcomes) / len(outcomes), 4) if outcomes else 1.0


def _field(name: str, met: Sequence[tuple[Claim, Fact]]) -> float:
    stated = [(claim, fact) for claim, fact in met if getattr(fact, name) is not None and name not in fact.skip]
    return share(stated, lambda pair: getattr(pair[0], name) == getattr(pair[1], name))


def claim_figures(claims: Sequence[Claim], facts: Sequence[Fact]) -> Figures:
    """Precision and recall of claims with a value and of records, and the share of units, hedges, kinds, periods and indicators right."""
    pairing = pair(claims, facts)
    wanted = [fact for fact in facts if not fact.neutral]
    met = [(claim, fact) for claim, fact in pairing.met if not fact.neutral]
    valued = [(claim, fact) for claim, fact in met if fact.value is not None]
    labour = [(claim, fact) for claim, fact in valued if fact.labour]
    named = [(claim, fact) for claim, fact in labour if fact.indicator]

    def repeats(claim: Claim) -> bool:
        return any(shared(claim, other) > 0 and _equal(claim.value, other.value) for other, _ in pairing.met)

    def on_boundary(claim: Claim) -> bool:
        return any(shared(claim, fact) > 0 for fact in facts if fact.neutral)

    extra = [claim for claim in pairing.extra if claim.value is not None]
    false = [claim for claim in extra if not on_boundary(claim) and not repeats(claim)]
    records = len(met) - len(valued)
    empty = [
        claim
        for claim in pairing.extra
        if claim.value is None and not any(_quotes(claim, fact) for fact in facts if fact.neutral or fact.value is None)
    ]
    return {
        "precision": _ratio(len(valued), len(valued) + len(false)),
        "recall_all": _ratio(len(valued), sum(fact.value is not None for fact in wanted)),
        "recall_labour": _ratio(len(labour), sum(fact.value is not None and fact.labour for fact in wanted)),
        "precision_records": _ratio(records, records + len(empty)),
        "recall_records": _ratio(records, sum(fact.value is None for fact in wanted)),
        "repeated": sum(map(repeats, extra)),
        "unit": _field("unit", valued),
        "approx": _field("approx", valued),
        "kind_labour": _field("kind", labour),
        "period_labour": _field("period", labour),
        "indicator_named": share(
            [pair for pair in named if "indicator" not in pair[1].skip],
            lambda pair: _ALIASES.get(pair[0].indicator or "", pair[0].indicator) == pair[1].indicator,
        ),
    }


def _ratio(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 1.0


def account_figures(fates: Sequence[NumberFate], no_claims: Sequence[NoClaim], facts: Sequence[Fact]) -> Figures:
    """Of the annotated numbers that assert nothing, how many are not taken for a claim, and how many get a class of their own."""
    judged = [(one, [fate for fate in fates if shared(one, fate) > 0]) for one in no_claims]
    numbers = [(one, found) for one, found in judged if found and not any(shared(one, fact) > 0 for fact in facts)]
    return {
        "non_claims_let_be": share(numbers, lambda pair: all(fate.fate != "claim" for fate in pair[1])),
        "non_claims_classed": share(numbers, lambda pair: all(fate.fate == "non_claim" for fate in pair[1])),
    }


def verdict_figures(checks: Sequence[Check], expected: Sequence[Expected], facts: Sequence[Fact]) -> Figures:
    """The share of verdicts and reasons right, errors caught, and alarms on what is sound or not judged."""
    wanted = {one.id: one for one in expected}
    by_claim = {id(check.claim): check for check in checks}
    pairing = pair([check.claim for check in checks], [fact for fact in facts if fact.id in wanted])
    met = [(by_claim[id(claim)], wanted[fact.id]) for claim, fact in pairing.met]
    reasoned = [(check, one) for check, one in met if one.verdict == "unverifiable"]
    alarms = [(check, one) for check, one in met if check.verdict in _ALARMS and check.verdict not in _accepted(one)]
    errors = [check for check, one in met if one.verdict in _ALARMS and "unverifiable" not in one.also]
    conflicting = {name for one in expected for name in one.conflicts_with}
    places = [fact for fact in facts if fact.id in conflicting]
    letters = {fact.letter for fact in facts}
    causes = [(check, one) for check, one in met if one.near_miss]
    figures = {
        "verdict_accuracy": _ratio(sum(check.verdict in _accepted(one) for check, one in met), len(wanted)),
        "reason_accuracy": share(reasoned, lambda pair: pair[0].reason in (pair[1].reason, *pair[1].also_reason)),
        "errors_caught": share(errors, lambda check: check.verdict in _ALARMS),
        "false_alarms": sum(one.verdict not in _ALARMS for _, one in alarms),
        "alarms_unlisted": sum(
            by_claim[id(claim)].verdict in _ALARMS and claim.letter in letters and not any(shared(claim, place) > 0 for place in places)
            for claim in pairing.extra
        ),
        "near_miss_named": share(
            causes, lambda pair: pair[0].near_miss is not None and pair[0].near_miss.kind in (pair[1].near_miss, *pair[1].also_near_miss)
        ),
    }
    for verdict in sorted({one.verdict for one in expected}):
        right = sum(one.verdict == verdict and check.verdict in _accepted(one) for check, one in met)
        figures[f"recall_{verdict}"] = _ratio(right, sum(one.verdict == verdict for one in expected))
    return figures


def _accepted(one: Expected) -> tuple[str, ...]:
    return (one.verdict, *one.also)
