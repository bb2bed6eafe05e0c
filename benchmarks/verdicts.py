"""How many sound claims are called wrong, and how many planted errors are caught, per kind, beside two plain rules.

Sound claims come from ``sound_claims``; each is spoiled in every way that fits it. "flat 5%" calls a claim right within five percent of
its cell; "nearest cell" calls it right when any cell of its indicator equals it. Run:

    python -m benchmarks.verdicts [--seed N] [--size N] [--repeat N] [--show N]
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from benchmarks.mutations import MUTATIONS, leaves, with_value
from benchmarks.sound_claims import Case, of_letters, sound
from checks.interval import claimed, fit
from checks.lookup import lines
from checks.verdicts import check_claims
from labour.indicators import Field
from labour.model import Check, Claim
from labour.observations import ObservationIndex
from loaders.places import data_folder
from loaders.snapshot import load_field, load_index

BAD = {"deviates", "inconsistent"}


def flat_rule(case: Case, check: Check) -> bool:
    """Wrong when more than five percent from the published figure."""
    if check.published is None or case.claim.value is None or not check.published:
        return False
    return abs(case.claim.value / check.published - 1) > Decimal("0.05")


def nearest_rule(claim: Claim, index: ObservationIndex) -> bool:
    """Wrong when no cell of the indicator equals it."""
    asked = claimed(claim)
    if asked is None or claim.kind in ("change", "streak") or claim.indicator is None:
        return False
    readings = (r for line in lines(index, claim.indicator) for period in line.periods(index) for r in line.readings(index, period))
    return not any(fit(asked, r.point, r.spread) in ("in", "rounding") for r in readings)


def judge(cases: Sequence[Case], index: ObservationIndex, field: Field) -> list[Check]:
    """Each case by itself: claims of other cases are no part of its letter."""
    return [check_claims([case.claim], [case.letter], index, field)[0] for case in cases]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=1500, help="series and periods to draw claims from")
    parser.add_argument("--repeat", type=int, default=20, help="mutations of each kind per claim of the letters")
    parser.add_argument("--show", type=int, default=0, help="print so many failures of each kind")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    index, field = load_index(data_folder()), load_field(data_folder())
    made = list(of_letters(index, field))
    _table("the shipped letters", [case for case in made for _ in range(options.repeat)], made, index, field, rng, options.show)
    cases = list(sound(index, field, rng, options.size))
    _table("every held series", cases, cases, index, field, rng, options.show)


def _table(
    title: str, cases: Sequence[Case], once: Sequence[Case], index: ObservationIndex, field: Field, rng: random.Random, show: int
) -> None:
    """Alarms on the sound claims, and per mutation what is caught of those that are supported."""
    checks = judge(once, index, field)
    wrong = [(case, check) for case, check in zip(once, checks, strict=True) if check.verdict in BAD]
    flat = sum(flat_rule(case, check) for case, check in zip(once, checks, strict=True))
    near = sum(nearest_rule(case.claim, index) for case in once)
    print(f"\n{title}: {len(once)} sound claims, {dict(Counter(check.verdict for check in checks))}")
    print(f"called wrong: cijfertoets {len(wrong)}, flat 5% {flat}, nearest cell {near}")
    _show(wrong, show)
    sure = {id(case) for case in checkable(once, checks, index, field)}
    print(f"may be contradicted (period stated, state decided, no unheld publication in question): {len(sure)}")
    print(f"{'planted':15}{'claims':>8}{'caught':>8}{'named':>8}{'flat 5%':>9}{'nearest':>9}")
    for name in MUTATIONS:
        row = planted(name, [case for case in cases if id(case) in sure], index, field, rng)
        if row.claims:
            share = [f"{100 * n / row.claims:.1f}%" for n in (row.caught, row.flat, row.near)]
            cause = f"{100 * row.named / row.causes:.1f}%" if row.causes else "-"
            print(f"{name:15}{row.claims:>8}{share[0]:>8}{cause:>8}{share[1]:>9}{share[2]:>9}")
            _show(row.missed, show)


@dataclass(frozen=True)
class Row:
    """Of one kind of planted error: how many, how many caught and named, what the two plain rules catch, and what slipped."""

    claims: int
    caught: int
    causes: int  # those with a near miss to name
    named: int
    flat: int
    near: int
    missed: list[tuple[Case, Check]]


def checkable(once: Sequence[Case], checks: Sequence[Check], index: ObservationIndex, field: Field) -> list[Case]:
    """The sound claims that are supported and that the rules let something contradict."""
    return [case for case, check in zip(once, checks, strict=True) if check.verdict == "supported" and _decidable(case, index, field)]


def planted(name: str, cases: Sequence[Case], index: ObservationIndex, field: Field, rng: random.Random) -> Row:
    """What comes of one kind of error, planted in every claim that it fits and whose interval it leaves."""
    made = [mutant for case in cases if (mutant := MUTATIONS[name](case, rng)) is not None and leaves(case, mutant)]
    made = [mutant for mutant in made if name != "quarter" or _really_moved(mutant, index, field)]
    checks = judge(made, index, field)
    missed = [(case, check) for case, check in zip(made, checks, strict=True) if check.verdict not in BAD]
    causes = [(case.miss, check.near_miss) for case, check in zip(made, checks, strict=True) if case.miss]
    return Row(
        len(made),
        len(made) - len(missed),
        len(causes),
        sum(found is not None and found.kind == miss for miss, found in causes),
        sum(flat_rule(case, check) for case, check in zip(made, checks, strict=True)),
        sum(nearest_rule(case.claim, index) for case in made),
        missed,
    )


def _decidable(case: Case, index: ObservationIndex, field: Field) -> bool:
    """Whether the rules let anything contradict such a claim: a figure 15 percent off either way, or a streak three longer."""
    point = judge([case], index, field)[0].published
    if point is None:
        return False
    off = [point + 3] if case.kind == "streak" else [point * Decimal("1.15"), point * Decimal("0.85")]
    return all(judge([with_value(case, value)], index, field)[0].verdict in BAD for value in off)


def _really_moved(made: Case, index: ObservationIndex, field: Field) -> bool:
    """Whether the figure of the other period is held, is not what the claim says and may contradict it."""
    return not judge([made], index, field)[0].verdict.startswith("supported") and _decidable(made, index, field)


def _show(failures: Sequence[tuple[Case, Check]], count: int) -> None:
    for case, check in failures[:count]:
        claim = case.claim
        stated = (
            f"{claim.indicator} {claim.sector or ''} {claim.period} {claim.base_period or ''} {claim.value_text} {claim.unit} {claim.kind}"
        )
        print(f"   {stated} | {case.letter.day} | {check.verdict} {check.reason} {check.caveats} {check.published}")


if __name__ == "__main__":
    main()
