"""The same sentence elsewhere: in another letter about another period, or in another rendition of the same letter. Remarks only."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from checks.explain import printed
from checks.repeats import Finding, sentence_of
from labour.model import Check, Claim, Letter
from labour.periods import name

_WORD = re.compile(r"[a-zà-ÿ]+", re.IGNORECASE)
# what differs between a sentence and its update: ordinals and months of the period, and how percent is written
_VARIES = frozenset(
    "eerste tweede derde vierde procent januari februari maart april mei juni juli augustus september oktober november december".split()
)
FEWEST = 6  # words a sentence must have to be known again


def versions(checks: Sequence[Check], letters: Mapping[str, Letter]) -> dict[int, Finding]:
    """A remark for each claim whose sentence stands in another letter or rendition with another period or another figure."""
    claims = [check.claim for check in checks]
    places: dict[tuple[object, ...], list[int]] = {}
    for position, claim in enumerate(claims):
        words = _words(sentence_of(claim, letters)) if claim.value is not None else ()
        if len(words) >= FEWEST:
            places.setdefault((claim.unit, claim.indicator, claim.kind, words), []).append(position)
    found: dict[int, Finding] = {}
    for positions in places.values():
        for position in positions:
            for other in positions:
                remark = _remark(claims[position], claims[other], letters)
                if remark is not None:
                    found.setdefault(position, remark)
    return found


def _words(sentence: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(sentence.lower()) if word not in _VARIES)


def _remark(claim: Claim, other: Claim, letters: Mapping[str, Letter]) -> Finding | None:
    if claim.letter == other.letter:
        return None
    one, two = letters[claim.letter], letters[other.letter]
    renditions = (one.same_letter_as or one.name) == (two.same_letter_as or two.name)
    differs = claim.value != other.value if renditions else bool(claim.indicator and other.period and claim.period != other.period)
    if not differs:
        return None
    if renditions:
        return Finding(
            "",
            f"De andere weergave van deze brief heeft hier “{printed(other)}”.",
            f"The other rendition of this letter has “{printed(other)}” here.",
            related=(other,),
        )
    title = two.title or two.name
    return Finding(
        "",
        f"Dezelfde zin staat in “{title}” over {name(other.period)}.",
        f"The same sentence stands in “{title}” about {name(other.period, 'en')}.",
        related=(other,),
    )
