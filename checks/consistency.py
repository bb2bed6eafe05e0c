"""What the figures of the letters say about each other: sums, multiples, from-to pairs, parts and wholes, units.

Conflicts become verdicts, and only where the text leaves no other reading; what can be explained is at most a remark. No rule knows
a letter, a place or a sentence. Touches claims, letters and the field.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from checks.doubts import DOWN, RATE_WORD, UP, one_direction
from checks.explain import printed
from checks.interval import claimed, divided, minus, overlaps, scaled, step_of
from checks.points import wrong_units
from checks.repeats import Finding, repeats, same_place, sentence_of
from checks.sums import multiples, sums, wholes
from checks.units import COUNTED
from checks.versions import versions
from labour import wording
from labour.indicators import Field
from labour.model import Check, Claim, Interval, Letter
from labour.periods import parse

NEIGHBOURS = 8  # claims either side of a pair among which the change it sums up is looked for
BEHIND = 80  # characters from a pair to the change that sums it up
LEVELS = 250  # characters from the first of two levels to the change that follows them
BESIDE = 150  # characters between two statements about one change, or between a figure and what points back to it
_ANAPHOR = re.compile(r"^\W*(dit|dat|deze|die|daarmee|hiermee)\b", re.IGNORECASE)
_NEW_CLAUSE = re.compile(r"\b(?:doordat|omdat|terwijl|hoewel|maar|want)\b", re.IGNORECASE)
_COUNT_WORD = re.compile(r"\baantal(len)?\b", re.IGNORECASE)


def findings(checks: Sequence[Check], letters: Mapping[str, Letter], field: Field) -> dict[int, Finding]:
    """What there is to say, by position of the check; at most one finding each, a conflict before anything else."""
    found: dict[int, Finding] = {}
    for positions in _by_letter(checks).values():
        claims = [checks[position].claim for position in positions]
        for rule in (wrong_units, _units, wholes, _from_to, _stated_change, _own_levels, multiples, sums):
            for place, finding in rule(claims, letters, field).items():
                found.setdefault(positions[place], finding)
    for elsewhere in (repeats, versions):
        for position, finding in elsewhere(checks, letters).items():
            found.setdefault(position, finding)
    return found


def _by_letter(checks: Sequence[Check]) -> dict[str, list[int]]:
    positions: dict[str, list[int]] = {}
    for position, check in enumerate(checks):
        positions.setdefault(check.claim.letter, []).append(position)
    return positions


def _units(claims: Sequence[Claim], letters: Mapping[str, Letter], field: Field) -> dict[int, Finding]:
    """Growth of a count cannot be in percentage points: it must be percent."""
    found = {}
    for position, claim in enumerate(claims):
        if claim.unit != "percentage_point" or claim.kind != "change":
            continue
        if _of_a_count(position, claims, letters, field):
            found[position] = Finding(
                "inconsistent",
                f"“{printed(claim)}” gaat over een aantal; de groei daarvan is in procent, niet in procentpunten.",
                f"“{printed(claim)}” is about a count; its growth is in percent, not in percentage points.",
                frozenset({"unit_suspect"}),
            )
    return found


def _of_a_count(position: int, claims: Sequence[Claim], letters: Mapping[str, Letter], field: Field) -> bool:
    """Whether a change is of a count: by its indicator, or, in a sentence that only points back, by the figure just before it."""
    claim = claims[position]
    indicator = field.indicators.get(claim.indicator or "")
    sentence = sentence_of(claim, letters)
    if indicator is not None:
        named = _COUNT_WORD.search(sentence) or _ANAPHOR.match(sentence)
        return indicator.unit in COUNTED and bool(named) and not RATE_WORD.search(sentence)
    before = [c for c in claims[:position] if same_place(c, claim, BESIDE)]
    return bool(before and before[-1].unit in COUNTED and before[-1].value is not None and _ANAPHOR.match(sentence))


def _from_to(claims: Sequence[Claim], letters: Mapping[str, Letter], field: Field) -> dict[int, Finding]:
    """From, to and the change stated between them; and the verb against the direction of the two figures."""
    found = {}
    for position, claim in enumerate(claims):
        base, end = claim.base_value, claim.end_value
        if claim.kind != "change" or base is None or end is None or claim.value is None or base == end:
            continue
        pair = f"{wording.dutch(base)} → {wording.dutch(end)}"
        context = _around(claim, letters)
        up, down = bool(UP.search(context)), bool(DOWN.search(context))
        if up != down and (end > base) != up and not re.search(r"\b(niet|geen|minder|in plaats)\b", context.lower()):
            found[_said_again(claims, position)] = Finding(
                "inconsistent",
                f"De richting in de zin klopt niet met de eigen getallen ({pair}).",
                f"The direction in the sentence does not match its own figures ({wording.english(base)} → {wording.english(end)}).",
                overrules=True,
            )
    return found


def _said_again(claims: Sequence[Claim], position: int) -> int:
    """Where the verb belongs: at the change stated beside a pair, "met 12.000 gestegen, van 2.694.000 naar 2.682.000", else at the pair."""
    pair = claims[position]
    for place in range(max(0, position - NEIGHBOURS), min(len(claims), position + NEIGHBOURS)):
        claim = claims[place]
        stated = claim.kind == "change" and claim.base_value is None and claim.value is not None
        if stated and claim.sentence == pair.sentence and claim.letter == pair.letter and abs(claim.value or 0) == abs(pair.value or 0):
            return place
    return position


def _around(claim: Claim, letters: Mapping[str, Letter]) -> str:
    """The part of the sentence that carries the verb of a from-to pair: close before it and shortly after."""
    letter = letters.get(claim.letter)
    if letter is None:
        return ""
    start, end = claim.sentence if claim.sentence != (0, 0) else (claim.start - 80, claim.end + 40)
    before = _NEW_CLAUSE.split(letter.text[max(start, claim.start - 60) : claim.start])[-1]
    return before + letter.text[claim.start : claim.end] + letter.text[claim.end : min(end, claim.end + 30)]


def _stated_change(claims: Sequence[Claim], letters: Mapping[str, Letter], field: Field) -> dict[int, Finding]:
    """A change stated beside the pair it is the difference of: "van 445 naar 397 duizend, een daling van 48 duizend"."""
    found = {}
    for position, claim in enumerate(claims):
        if claim.kind != "change" or claim.base_value is not None or claim.value is None:
            continue
        pairs = [c for c in claims if c.kind == "change" and c.base_value and c.end_value is not None and _of_one_change(claim, c)]
        if len(pairs) != 1:
            continue
        spread, own = _between(pairs[0], claim.unit), claimed(claim)
        if spread is None or own is None:
            continue
        pair, text = printed(pairs[0]), printed(claim)
        if overlaps(own.strict, spread):
            found[position] = Finding(
                "consistent", f"“{text}” volgt uit “{pair}”.", f"“{text}” follows from “{pair}”.", related=(pairs[0],)
            )
        elif not overlaps(own.loose, spread):
            nl, en = f"“{text}” volgt niet uit “{pair}”.", f"“{text}” does not follow from “{pair}”."
            found[position] = Finding("inconsistent", nl, en, related=(pairs[0],))
    return found


def _own_levels(claims: Sequence[Claim], letters: Mapping[str, Letter], field: Field) -> dict[int, Finding]:
    """A rise told behind two levels that fell by just as much, or the other way: "14,7 ... 12,5 duizend, een stijging van 2,2"."""
    found = {}
    for position, claim in enumerate(claims):
        if claim.kind != "change" or claim.value is None or claim.base_value is not None or abs(claim.value) < 10 * step_of(claim):
            continue
        if claim.period_inferred:
            continue
        levels = [c for c in claims if c.kind in ("level", "share") and _of_one_series(claim, c) and same_place(claim, c, LEVELS)]
        here = {c.value: c for c in levels if c.period == claim.period}
        before = {c.value: c for c in levels if _earlier(c.period, claim.period) and claim.base_period in (None, c.period)}
        if len(here) != 1 or len(before) != 1 or not one_direction(claim, sentence_of(claim, letters)):
            continue
        (now, later), (then, earlier) = next(iter(here.items())), next(iter(before.items()))
        if now is not None and then is not None and then - now == claim.value:
            pair = f"{printed(earlier)} → {printed(later)}"
            nl, en = f"De richting van “{printed(claim)}” klopt niet", f"The direction of “{printed(claim)}” does not match"
            nl, en = f"{nl} met de eigen getallen ({pair}).", f"{en} the letter's own figures ({pair})."
            found[position] = Finding("inconsistent", nl, en, related=(earlier, later), overrules=True)
    return found


def _earlier(key: str | None, other: str | None) -> bool:
    one, two = parse(key or ""), parse(other or "")
    return one is not None and two is not None and one.first_day() < two.first_day()


def _of_one_series(change: Claim, level: Claim) -> bool:
    same = (change.indicator, change.sector, change.population) == (level.indicator, level.sector, level.population)
    unit = "percent" if change.unit == "percentage_point" else change.unit
    return bool(change.indicator) and same and level.unit == unit and level.start < change.start and level.approx == "exact"


def _of_one_change(claim: Claim, pair: Claim) -> bool:
    """Whether a change is that of a pair before it or in its sentence: of the same periods, or, without a base of its own, right behind."""
    if (claim.indicator, claim.sector, claim.population) != (pair.indicator, pair.sector, pair.population):
        return False
    ends = [key.rpartition("..")[2] for key in (claim.period or "", pair.period or "")]
    if claim.base_period is None:
        return ends[0] in ("", ends[1]) and same_place(claim, pair, BEHIND) and claim.start >= pair.end
    told_after = claim.start >= pair.end or claim.sentence == pair.sentence
    return claim.base_period == pair.base_period and ends[0] == ends[1] and told_after and same_place(claim, pair, BESIDE)


def _between(pair: Claim, unit: str) -> Interval | None:
    """What the two ends of a pair, each as printed, make of their difference in a unit: the same one, points, or percent."""
    half = step_of(pair) / 2
    base, end = ((v or Decimal(0)) for v in (pair.base_value, pair.end_value))
    low, high = Interval(base - half, base + half), Interval(end - half, end + half)
    if unit == pair.unit and unit != "percent":
        return minus(high, low)
    ratio = divided(high, low, Decimal(100)) if unit == "percent" and pair.unit in COUNTED else None
    return scaled(ratio, Decimal(1), Decimal(-100)) if ratio is not None else None
