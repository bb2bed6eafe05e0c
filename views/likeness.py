"""Which claims of two letters belong together: the same indicator and group, said in sentences that share most of their words.

Pure: letters in, pairs out. Two letters of one ministry often carry the same sentence with another quarter in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from exports.plain import plain
from exports.table import stated
from labour import periods, wording
from labour.indicators import Field
from labour.model import Check
from views.session import Examined
from views.table import indicator_name
from views.texts import say

ALIKE = 0.5  # shared part of the words from which on two sentences count as the same sentence; chosen, not borrowed
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True)
class Pair:
    """A claim in each of two letters; ``alike`` is the shared part of their sentences' words, 0 to 1."""

    left: Check
    right: Check
    alike: float


def pairs(one: Examined, other: Examined) -> list[Pair]:
    """For each claim of the first letter the most alike claim of the second on the same indicator, sector and unit."""
    found = []
    theirs = [(check, _words(other, check)) for check in other.checks if check.claim.indicator]
    for check in one.checks:
        claim = check.claim
        if not claim.indicator:
            continue
        mine = _words(one, check)
        same = [
            Pair(check, their, _shared(mine, words))
            for their, words in theirs
            if (their.claim.indicator, their.claim.sector, their.claim.unit) == (claim.indicator, claim.sector, claim.unit)
        ]
        if same:
            found.append(max(same, key=lambda pair: pair.alike))
    return found


def _words(one: Examined, check: Check) -> frozenset[str]:
    start, end = check.claim.sentence
    if end <= start:
        start, end = max(0, check.claim.start - 120), check.claim.end + 120
    return frozenset(_WORD.findall(one.letter.text[start:end].lower()))


def _shared(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / len(left | right) if left | right else 0.0


def frame(found: Sequence[Pair], field: Field, language: str) -> pd.DataFrame:
    """The pairs as a table: what the first letter says beside what the second says; sentences that are the same are marked."""
    rows = []
    for pair in found:
        row = {
            say("table.indicator", language): indicator_name(field, pair.left.claim.indicator, language),
            say("brief.same_sentence", language): "✓" if pair.alike >= ALIKE else "",
        }
        told = [_told(check, language) for check in (pair.left, pair.right)]
        for name in told[0]:
            row |= {f"{number}: {say(f'table.{name}', language)}": one[name] for number, one in enumerate(told, start=1)}
        rows.append(row)
    return pd.DataFrame(rows)


def _told(check: Check, language: str) -> dict[str, str]:
    return {
        "quote": plain(check.claim.quote),
        "period": periods.name(check.claim.period, language),
        "claimed": stated(check, language),
        "verdict": wording.verdict(check.verdict, language),
    }
