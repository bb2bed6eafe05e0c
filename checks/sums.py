"""Totals and their parts, wholes and one of their groups, multiples of two figures: the arithmetic between claims of a letter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from checks.explain import printed
from checks.interval import divided, overlaps, slip, step_of
from checks.repeats import Finding, same_place, sentence_of
from checks.units import COUNTED
from labour.indicators import Field
from labour.model import Claim, Interval, Letter

ADDABLE = COUNTED | {"EUR"}
BESIDE = 120  # characters between a multiple and the figures it compares
NEAR = 400  # characters between a total and the last of its parts
_PARTS = re.compile(
    r"waarvan|daarvan|hiervan|bestaat uit|opgeteld|samen|in totaal|verdeeld|respectievelijk|definitief|voorwaardelijk", re.IGNORECASE
)


def wholes(claims: Sequence[Claim], letters: Mapping[str, Letter], field: Field) -> dict[int, Finding]:
    """A figure of two groups together that is the figure of one of them, while the other has its own: a slip of population.

    Which indicators are wholes follows from their names: "x_a_and_b" is the whole of "x_a" and "x_b".
    """
    found = {}
    for position, claim in enumerate(claims):
        head, joined, second = (claim.indicator or "").partition("_and_")
        if not joined or claim.value is None or claim.approx != "exact":
            continue
        stem = head.rpartition("_")[0]
        pair = (head, f"{stem}_{second}")
        here = [c for c in claims if c.unit == claim.unit and c.value]
        parts = [(which, c) for c in here if (which := _which(c, pair)) is not None]
        same = [(which, c) for which, c in parts if c.value == claim.value]
        others = [c for which, c in parts if same and which != same[0][0]]
        if same and others:
            nl = f"“{printed(claim)}” staat voor beide groepen samen, maar elders geeft de brief dat getal voor één ervan"
            en = f"“{printed(claim)}” is given for both groups together, but elsewhere the letter gives it for one of them"
            tail = f" (“{printed(same[0][1])}”) "
            found[position] = Finding(
                "inconsistent",
                f"{nl}{tail}en daarnaast “{printed(others[0])}” voor de andere.",
                f"{en}{tail}and “{printed(others[0])}” for the other besides.",
                related=(same[0][1], others[0]),
            )
    return found


def _which(claim: Claim, pair: tuple[str, str]) -> int | None:
    """Which of two parts a claim is of: by its indicator, or by its sector ("primary_education") where it has none."""
    for place, part in enumerate(pair):
        group = part.rpartition("_")[2]
        if claim.indicator == part or (claim.indicator is None and (claim.sector or "").split("_")[0] == group):
            return place
    return None


def multiples(claims: Sequence[Claim], letters: Mapping[str, Letter], field: Field) -> dict[int, Finding]:
    """ "Het dubbele" beside exactly two figures of one unit; a conflict only where its sentence is about these two."""
    found = {}
    for position, claim in enumerate(claims):
        if claim.unit != "multiple" or claim.kind != "multiple" or not claim.value:
            continue
        beside = [c for c in claims if same_place(c, claim, BESIDE) and c.unit in ADDABLE and c.value and c.kind != "change"]
        if len(beside) != 2 or beside[0].unit != beside[1].unit:
            continue
        finding = _times(claim, claim.value, *beside)
        if finding is not None and (finding.verdict == "consistent" or _compared(claim, beside, letters)):
            found[position] = finding
    return found


def _compared(claim: Claim, pair: Sequence[Claim], letters: Mapping[str, Letter]) -> bool:
    """Whether a multiple without a hedge can only be about the two figures: all in one sentence, of one thing, no group of its own."""
    one, other = pair
    same = (one.indicator, one.sector, one.population) == (other.indicator, other.sector, other.population)
    told = {sentence_of(c, letters) for c in (claim, one, other)}
    return same and len(told) == 1 and claim.population is None and claim.approx == "exact"


def _times(claim: Claim, factor: Decimal, one: Claim, other: Claim) -> Finding | None:
    """Whether either of two figures is ``factor`` times the other."""
    for first, second in ((one, other), (other, one)):
        ratio = _ratio(first, second)
        if ratio is not None and overlaps(ratio, _about(factor, Decimal("0.02"))):
            text = f"{printed(first)} / {printed(second)} is {printed(claim)}."
            return Finding("consistent", text, text, related=(first, second))
    ratios = [ratio for ratio in (_ratio(one, other), _ratio(other, one)) if ratio is not None]
    if not ratios or any(overlaps(ratio, _about(factor, Decimal("0.1"))) for ratio in ratios):
        return None
    text = f"{printed(one)} / {printed(other)}"
    return Finding("inconsistent", f"{text} is niet {printed(claim)}.", f"{text} is not {printed(claim)}.", related=(one, other))


def _ratio(large: Claim, small: Claim) -> Interval | None:
    a, b = _own(large), _own(small)
    return divided(a, b) if a is not None and b is not None else None


def _own(claim: Claim) -> Interval | None:
    """The claim to its printed step, hedges aside; None without a value."""
    if claim.value is None:
        return None
    half = step_of(claim) / 2
    return Interval(claim.value - half, claim.value + half)


def _about(value: Decimal, share: Decimal) -> Interval:
    return Interval(value * (1 - share), value * (1 + share), False, False)


def sums(claims: Sequence[Claim], letters: Mapping[str, Letter], field: Field) -> dict[int, Finding]:
    """A total and two or three parts close by. A sum that comes out is confirmed; one that misses by a slip of the pen is a conflict."""
    found: dict[int, Finding] = {}
    for position, claim in enumerate(claims):
        if claim.unit not in ADDABLE or claim.value is None or _digits(claim) < 3 or claim.kind == "change":
            continue
        near = [c for i, c in enumerate(claims) if i != position and same_place(c, claim, NEAR) and _could_be_part(c, claim)][:6]
        for size in (2, 3):
            for parts in combinations(near, size):
                finding = _sum(claim, parts, letters)
                if finding is not None and finding.verdict == "inconsistent" and _adjusted_apart(claim, field):
                    continue
                if finding is not None and (position not in found or finding.verdict == "consistent"):
                    found[position] = finding
    return found


def _adjusted_apart(claim: Claim, field: Field) -> bool:
    """Whether the figures may be seasonally adjusted: each is adjusted by itself, so that parts do not add up to the whole."""
    indicator = field.indicators.get(claim.indicator or "")
    return claim.adjusted is not False and indicator is not None and indicator.adjusted_default is True


def _could_be_part(part: Claim, whole: Claim) -> bool:
    return (
        part.unit == whole.unit and part.value is not None and whole.value is not None and 0 < part.value < whole.value
        and part.kind not in ("change",) and step_of(part) == step_of(whole) and _digits(part) >= 2 and part.indicator == whole.indicator
    )  # fmt: skip


def _sum(whole: Claim, parts: Sequence[Claim], letters: Mapping[str, Letter]) -> Finding | None:
    added = sum((p.value for p in parts if p.value is not None), Decimal(0))
    assert whole.value is not None
    sum_text = f"{' + '.join(printed(p) for p in parts)}"
    if added == whole.value:
        nl = f"{sum_text} = {printed(whole)}."
        return Finding("consistent", nl, nl, related=tuple(parts))
    if abs(added - whole.value) <= step_of(whole) * (len(parts) + 1) / 2:
        return None  # each figure was rounded by itself
    letter = letters.get(whole.letter)
    first, last = min(c.start for c in (whole, *parts)), max(c.end for c in (whole, *parts))
    cue = bool(letter and _PARTS.search(letter.text[first : last + 60]))
    if cue and _digits(whole) >= 4 and slip(whole.value, added, step_of(whole)):
        nl, en = f"{sum_text} is niet {printed(whole)}.", f"{sum_text} is not {printed(whole)}."
        return Finding("inconsistent", nl, en, related=tuple(parts))
    return None


def _digits(claim: Claim) -> int:
    """Printed digits of the value, up to its step."""
    return len(str(int(abs(claim.value or Decimal(0)) / step_of(claim))))
