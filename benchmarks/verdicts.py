"""How many sound claims are called wrong, and how many planted errors are caught, per kind, beside two plain rules.

Sound claims come from ``sound_claims``; each is spoiled in every way that fits it. "flat 5%" calls a claim right within five percent of
its cell; "nearest cell" calls it right when any cell of its indicator equals it. Run:

    python -m benchmarks.verdicts [--seed N] [--size N] [--repeat N] [--show N]
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from benchmarks.sound_claims import SCALED, Case, of_letters, sound
from checks.interval import claimed, fit, overlaps
from checks.lookup import lines
from checks.verdicts import check_claims
from labour.indicators import Field
from labour.model import Check, Claim
from labour.observations import ObservationIndex
from labour.periods import parse
from loaders.places import data_folder
from loaders.snapshot import load_field, load_index

BAD = {"deviates", "inconsistent"}


def _digit(case: Case, rng: random.Random) -> Case | None:
    if case.claim.value is None or case.claim.step is None or case.kind == "streak":
        return None
    digits = list(str(abs(int(case.claim.value / case.claim.step))))
    place = rng.randrange(len(digits))
    digits[place] = rng.choice([d for d in "0123456789" if d != digits[place] and not (place == 0 and d == "0")])
    value = int("".join(digits)) * case.claim.step * (-1 if case.claim.value < 0 else 1)
    return _value(case, value)


def _value(case: Case, value: Decimal, miss: str = "", factor: Decimal = Decimal(1)) -> Case:
    claim = case.claim
    text = respelled(claim.value_text, value, factor)
    end = None if claim.base_value is None else claim.base_value + value
    step = None if claim.step is None else claim.step * factor
    return replace(case, claim=replace(claim, value=value, value_text=text, end_value=end, step=step), miss=miss)


def respelled(text: str, value: Decimal, factor: Decimal) -> str:
    """Another value in the print of the first: "397 duizend" a thousand times too large is "397 miljoen"."""
    words = {"duizend": Decimal(1000), "miljoen": Decimal(1000000), "miljard": Decimal(1000000000), "": Decimal(1)}
    word = next((w for w in words if w and w in text), "")
    scaled = words[word] * factor if word else Decimal(1)
    word = next((w for w, size in words.items() if size == scaled), word)
    number = value / words[word]
    places = len(text.partition(",")[2].split(" ")[0]) if word or factor == 1 else 0
    print_ = f"{number:,.{places}f}" if number == number.quantize(Decimal(1).scaleb(-places)) else f"{number:,f}"
    return f"{print_.translate(str.maketrans(',.', '.,'))} {word}".strip()


def _moved(case: Case, rng: random.Random) -> Case | None:
    at = parse(case.claim.period or "")
    if at is None or case.kind == "streak":
        return None
    there, base = at.shift(rng.choice((-1, 1, 2, -2))), parse(case.claim.base_period or "")
    shift = (there.year - at.year) * {"KW": 4, "MM": 12, "JJ": 1}[at.kind] + there.number - at.number
    claim = replace(case.claim, period=there.key, base_period=base.shift(shift).key if base else None)
    return replace(case, claim=claim, miss="period")


def _unit(case: Case, rng: random.Random) -> Case | None:
    swap = {"percent": "percentage_point", "percentage_point": "percent"}.get(case.claim.unit)
    if case.claim.kind != "change" or swap is None or case.kind == "from-to":
        return None
    return replace(case, claim=replace(case.claim, unit=swap), miss="unit")


def _sign(case: Case, rng: random.Random) -> Case | None:
    if case.claim.kind != "change" or case.kind == "from-to" or not case.claim.value:
        return None
    return _value(case, -case.claim.value, "sign")


def _scale(case: Case, rng: random.Random) -> Case | None:
    if case.claim.unit not in SCALED or case.kind in ("ratio", "from-to") or case.claim.value is None:
        return None
    factor = rng.choice((Decimal(1000), Decimal("0.001")))
    return _value(case, case.claim.value * factor, "scale", factor)


def _turned(case: Case, rng: random.Random) -> Case | None:
    if case.claim.kind != "ratio" or case.claim.unit not in ("per_100", "persons") or not case.claim.value:
        return None
    other = (Decimal(10000) if case.claim.unit == "per_100" else Decimal(1)) / case.claim.value
    return _value(case, other.quantize(case.claim.step or Decimal(1), rounding=ROUND_HALF_UP), "inverse_ratio")


MUTATIONS: dict[str, Callable[[Case, random.Random], Case | None]] = {
    "digit": _digit, "period": _moved, "unit": _unit, "sign": _sign, "scale": _scale, "inverse ratio": _turned,
}  # fmt: skip


def leaves(case: Case, mutant: Case) -> bool:
    """Whether a planted error is one: its figure is outside the interval of the sound claim."""
    first, second = claimed(case.claim), claimed(mutant.claim)
    if first is None or second is None or mutant.claim.value is None:
        return False
    if mutant.miss in ("", "sign", "scale", "inverse_ratio"):
        return not first.loose.holds(mutant.claim.value) and not overlaps(second.loose, case.truth)
    return True


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
    sure = {id(case) for case, check in zip(once, checks, strict=True) if check.verdict == "supported" and _decidable(case, index, field)}
    checkable = [case for case in cases if id(case) in sure]
    print(f"may be contradicted (period stated, state decided, series not open to revision): {len(sure)}")
    print(f"{'planted':15}{'claims':>8}{'caught':>8}{'named':>8}{'flat 5%':>9}{'nearest':>9}")
    for name, mutate in MUTATIONS.items():
        spoiled = [(case, made) for case in checkable if (made := mutate(case, rng)) is not None and leaves(case, made)]
        spoiled = [(case, made) for case, made in spoiled if name != "period" or _really_moved(made, index, field)]
        if spoiled:
            _row(name, [made for _, made in spoiled], index, field, show)


def _decidable(case: Case, index: ObservationIndex, field: Field) -> bool:
    """Whether the rules let anything contradict this claim: a figure a fifth off, or a streak three longer, is called wrong."""
    value = case.claim.value or Decimal(0)
    off = value + 3 if case.kind == "streak" else value * Decimal("1.2")
    return judge([_value(case, off)], index, field)[0].verdict in BAD


def _really_moved(made: Case, index: ObservationIndex, field: Field) -> bool:
    """Whether the figure of the other period is held and is not what the claim says: judged without its number."""
    check = judge([made], index, field)[0]
    return check.published is not None and not check.verdict.startswith("supported")


def _row(name: str, made: Sequence[Case], index: ObservationIndex, field: Field, show: int) -> None:
    checks = judge(made, index, field)
    missed = [(case, check) for case, check in zip(made, checks, strict=True) if check.verdict not in BAD]
    named = sum(check.near_miss is not None and check.near_miss.kind == case.miss for case, check in zip(made, checks, strict=True))
    flat = sum(flat_rule(case, check) for case, check in zip(made, checks, strict=True))
    near = sum(nearest_rule(case.claim, index) for case in made)
    total = len(made) or 1
    share = [f"{100 * n / total:.1f}%" for n in (len(made) - len(missed), named, flat, near)]
    print(f"{name:15}{len(made):>8}{share[0]:>8}{share[1] if made and made[0].miss else '-':>8}{share[2]:>9}{share[3]:>9}")
    _show(missed, show)


def _show(failures: Sequence[tuple[Case, Check]], count: int) -> None:
    for case, check in failures[:count]:
        claim = case.claim
        stated = (
            f"{claim.indicator} {claim.sector or ''} {claim.period} {claim.base_period or ''} {claim.value_text} {claim.unit} {claim.kind}"
        )
        print(f"   {stated} | {case.letter.day} | {check.verdict} {check.reason} {check.caveats} {check.published}")


if __name__ == "__main__":
    main()
