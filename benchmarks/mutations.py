"""Errors planted in sound claims, one way each: digit, quarter, unit, sign, direction, scale, inverse ratio, percent for points."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from benchmarks.sound_claims import SCALED, Case
from checks.interval import claimed, overlaps
from labour.periods import Period, name, parse

WINDOW = 200  # characters before a claim in which its period is told
TURNED = {"above": "below", "below": "above", "rising": "falling", "falling": "rising"}


def _digit(case: Case, rng: random.Random) -> Case | None:
    if case.claim.value is None or case.claim.step is None or case.kind == "streak":
        return None
    digits = list(str(abs(int(case.claim.value / case.claim.step))))
    place = rng.randrange(len(digits))
    digits[place] = rng.choice([d for d in "0123456789" if d != digits[place] and not (place == 0 and d == "0")])
    value = int("".join(digits)) * case.claim.step * (-1 if case.claim.value < 0 else 1)
    return with_value(case, value)


def with_value(case: Case, value: Decimal, miss: str = "", factor: Decimal = Decimal(1)) -> Case:
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
    return replace(_retold(replace(case, claim=claim), at, there), miss="period")


def _retold(case: Case, at: Period, there: Period) -> Case:
    """The case with the other period in the text around its claim as well."""
    claim, text = case.claim, case.letter.text
    words = {str(at.year): str(there.year)}
    if at.kind in ("KW", "MM"):
        words[name(at.key).split()[0]] = name(there.key).split()[0]
    spoken = re.compile("|".join(rf"\b{word}\b" for word in words), re.IGNORECASE)
    first, last = claim.sentence if claim.sentence != (0, 0) else (claim.start, claim.end)
    ends = (max(0, min(first, claim.start - WINDOW)), first, claim.start, claim.end, last)
    parts = [spoken.sub(lambda found: words[found[0].lower()], text[a:b]) for a, b in pairwise(ends)]
    places = [ends[0] + sum(map(len, parts[:count])) for count in range(1, 5)]
    moved = replace(claim, start=places[1], end=places[2], quote=parts[2], sentence=(places[0], places[3]))
    letter = replace(case.letter, text=text[: ends[0]] + "".join(parts) + text[last:])
    return replace(case, claim=moved, letter=letter)


def _unit(case: Case, rng: random.Random) -> Case | None:
    """Vacancies per thousand for per hundred unemployed, and per hundred jobs for per thousand."""
    swap = {"per_100": "per_1000", "per_1000": "per_100"}.get(case.claim.unit)
    if case.claim.kind != "ratio" or swap is None:
        return None
    return replace(case, claim=replace(case.claim, unit=swap), miss="unit")


def _points(case: Case, rng: random.Random) -> Case | None:
    """Percent for percentage points, or the other way round."""
    swap = {"percent": "percentage_point", "percentage_point": "percent"}.get(case.claim.unit)
    if case.claim.kind != "change" or swap is None or case.kind == "from-to":
        return None
    return replace(case, claim=replace(case.claim, unit=swap), miss="unit")


def _sign(case: Case, rng: random.Random) -> Case | None:
    """A change the other way."""
    if case.claim.kind != "change" or case.kind == "from-to" or not case.claim.value:
        return None
    return with_value(case, -case.claim.value, "sign")


def _direction(case: Case, rng: random.Random) -> Case | None:
    """From-to turned round, and a streak on the other side of its limit."""
    claim = case.claim
    if case.kind == "streak" and claim.condition is not None:
        return replace(case, claim=replace(claim, condition=replace(claim.condition, side=TURNED[claim.condition.side])))
    if case.kind != "from-to" or claim.value is None or not claim.value:
        return None
    return replace(case, claim=replace(claim, value=-claim.value, base_value=claim.end_value, end_value=claim.base_value), miss="sign")


def _scale(case: Case, rng: random.Random) -> Case | None:
    if case.claim.unit not in SCALED or case.kind in ("ratio", "from-to") or case.claim.value is None:
        return None
    factor = rng.choice((Decimal(1000), Decimal("0.001")))
    return with_value(case, case.claim.value * factor, "scale", factor)


def _turned(case: Case, rng: random.Random) -> Case | None:
    if case.claim.kind != "ratio" or case.claim.unit not in ("per_100", "persons") or not case.claim.value:
        return None
    other = (Decimal(10000) if case.claim.unit == "per_100" else Decimal(1)) / case.claim.value
    return with_value(case, other.quantize(case.claim.step or Decimal(1), rounding=ROUND_HALF_UP), "inverse_ratio")


MUTATIONS: dict[str, Callable[[Case, random.Random], Case | None]] = {
    "digit": _digit, "quarter": _moved, "unit": _unit, "sign": _sign, "direction": _direction, "scale": _scale, "inverse ratio": _turned,
    "percent, points": _points,
}  # fmt: skip


def leaves(case: Case, mutant: Case) -> bool:
    """Whether a planted error is one: its figure is outside the interval of the sound claim."""
    first, second = claimed(case.claim), claimed(mutant.claim)
    if first is None or second is None or mutant.claim.value is None:
        return False
    if mutant.miss not in ("period", "unit") and mutant.kind != "streak":
        return not first.loose.holds(mutant.claim.value) and not overlaps(second.loose, case.truth)
    return True
