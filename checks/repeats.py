"""The same quantity said twice: within a letter, across letters, and in two renditions of one letter.

Two mentions conflict only when indicator, group, period, unit and kind are the same, the text around them gives no reason for a
difference, and neither is borne out by a published figure that the other is not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checks.doubts import may_be_local
from checks.explain import printed
from checks.interval import claimed, overlaps
from labour.model import Check, Claim, Letter
from labour.periods import name

# words that make two figures of one name different ones
_DISTINCT = re.compile(
    r"scenario|beleid|raming|geschat|schatting|variant|exclusief|inclusief|excl\.|incl\.|waarvan|prognose|oploop|eerder|aanvankelijk", re.I
)
ALIKE = Decimal("1.3")  # figures further apart are more likely of two groups than two figures for one
MENTIONS = 20  # later mentions of a quantity that each is laid beside: a text that repeats one for ever costs no more than its length
_SENTENCE_END = re.compile(r"[.!?]\s|\n")


@dataclass(frozen=True, slots=True)
class Finding:
    """What figures say of each other: a verdict ("" for a remark), its two sentences, caveats, and the other claims it rests on."""

    verdict: str
    nl: str
    en: str
    caveats: frozenset[str] = frozenset()
    related: tuple[Claim, ...] = ()
    overrules: bool = False  # it contradicts the claim's own words, so figures that bear the number out do not save it


def same_place(a: Claim, b: Claim, reach: int) -> bool:
    """Whether two claims of one letter stand within ``reach`` characters of each other."""
    return a.letter == b.letter and a.start < b.end + reach and b.start < a.end + reach


def sentence_of(claim: Claim, letters: Mapping[str, Letter]) -> str:
    """The sentence a claim stands in; "" when its letter is not at hand."""
    letter = letters.get(claim.letter)
    if letter is None:
        return ""
    start, end = claim.sentence
    if (start, end) == (0, 0):
        before = [m.end() for m in _SENTENCE_END.finditer(letter.text, max(0, claim.start - 400), claim.start)]
        after = _SENTENCE_END.search(letter.text, claim.end)
        start, end = before[-1] if before else max(0, claim.start - 400), after.start() if after else len(letter.text)
    return letter.text[start:end]


def repeats(checks: Sequence[Check], letters: Mapping[str, Letter]) -> dict[int, Finding]:
    """Findings by position: rounded repeats that agree, mentions that conflict, and the same sentence about another period."""
    found: dict[int, Finding] = {}
    by_quantity: dict[tuple[object, ...], list[int]] = {}
    for position, check in enumerate(checks):
        claim = check.claim
        if claim.indicator and claim.period and claim.value is not None and claim.kind not in ("change", "streak", "record"):
            by_quantity.setdefault(_quantity(claim), []).append(position)
    for positions in by_quantity.values():
        for i, first in enumerate(positions):
            for second in positions[i + 1 : i + 1 + MENTIONS]:
                for position, finding in _pair(checks, first, second, letters):
                    found.setdefault(position, finding)
    return found


def _quantity(claim: Claim) -> tuple[object, ...]:
    return claim.indicator, claim.sector, claim.population, claim.period, claim.unit, claim.scenario, claim.adjusted


def _pair(checks: Sequence[Check], first: int, second: int, letters: Mapping[str, Letter]) -> list[tuple[int, Finding]]:
    """What two mentions of one quantity say of each other."""
    a, b = checks[first].claim, checks[second].claim
    if _rendition(a, letters) == _rendition(b, letters) and a.letter != b.letter:
        return []
    asked_a, asked_b = claimed(a), claimed(b)
    if asked_a is None or asked_b is None:
        return []
    agree = overlaps(asked_a.loose, asked_b.loose)
    if agree:
        return [
            (position, _agreeing(mine, other))
            for position, mine, other in ((first, a, b), (second, b, a))
            if mine.approx != "exact" and other.approx == "exact" and mine.kind == other.kind
        ]
    if checks[first].verdict != "unverifiable" or checks[second].verdict != "unverifiable" or _other_meaning(a, b, letters):
        return []
    if a.letter != b.letter or _explained(a, b, letters):
        return [(first, _differing(a, b, letters)), (second, _differing(b, a, letters))] if _of_one_size(a, b) else []
    traced = [bool(checks[position].evidence) for position in (first, second)]
    if all(traced):
        return []
    pairs = ((first, a, b, traced[0]), (second, b, a, traced[1]))
    return [(position, _conflicting(mine, other)) for position, mine, other, known in pairs if not known]


def _other_meaning(a: Claim, b: Claim, letters: Mapping[str, Letter]) -> bool:
    """Whether two mentions need not be of one quantity: by an inferred period, another kind, or as items of one sentence's list."""
    told = [sentence_of(claim, letters) for claim in (a, b)]
    local = may_be_local(a) or may_be_local(b)
    return local or a.period_inferred or b.period_inferred or a.kind != b.kind or (a.letter == b.letter and told[0] == told[1] != "")


def _of_one_size(a: Claim, b: Claim) -> bool:
    """Whether two figures are near enough to be of one quantity that the text leaves unnamed in part."""
    return bool(a.value and b.value) and 1 / ALIKE < (a.value or ALIKE) / (b.value or ALIKE) < ALIKE


def _explained(a: Claim, b: Claim, letters: Mapping[str, Letter]) -> bool:
    """Whether the text gives a reason for a difference: a hedge, another source, a word like "scenario"."""
    said = (sentence_of(claim, letters) for claim in (a, b))
    return a.approx != "exact" or b.approx != "exact" or a.footnote != b.footnote or any(_DISTINCT.search(text) for text in said)


def _rendition(claim: Claim, letters: Mapping[str, Letter]) -> str:
    letter = letters.get(claim.letter)
    return (letter.same_letter_as or letter.name) if letter else claim.letter


def _agreeing(mine: Claim, other: Claim) -> Finding:
    mine_text, other_text = printed(mine), printed(other)
    return Finding(
        "consistent",
        f"“{mine_text}” komt overeen met “{other_text}” ({name(mine.period)}) elders.",
        f"“{mine_text}” agrees with “{other_text}” ({name(mine.period, 'en')}) elsewhere.",
        related=(other,),
    )


def _conflicting(mine: Claim, other: Claim) -> Finding:
    mine_text, other_text = printed(mine), printed(other)
    return Finding(
        "inconsistent",
        f"“{mine_text}” is in strijd met “{other_text}” ({name(mine.period)}) elders in de brief.",
        f"“{mine_text}” contradicts “{other_text}” ({name(mine.period, 'en')}) elsewhere in the letter.",
        related=(other,),
    )


def _differing(mine: Claim, other: Claim, letters: Mapping[str, Letter]) -> Finding:
    """Two figures that may both be right: a remark, no verdict."""
    letter = letters.get(other.letter) if mine.letter != other.letter else None
    title = letter.title or letter.name if letter is not None else ""
    nl, en = (f"In “{title}”", f"In “{title}”") if title else ("Elders in de brief", "Elsewhere in the letter")
    return Finding(
        "",
        f"{nl} staat hiervoor “{printed(other)}” ({name(mine.period)}).",
        f"{en} the figure for this is “{printed(other)}” ({name(mine.period, 'en')}).",
        related=(other,),
    )
