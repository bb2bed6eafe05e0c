"""The account: every digit group and number word of a letter with its fate, so that nothing is skipped in silence."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal

from claims.number_words import number_word
from labour.model import Claim, Letter, NumberFate

Fate = tuple[int, int, Decimal | None, str, str]  # source span, value, fate, reason

_NUMBERLIKE = re.compile(r"\d+|(?<![A-Za-zà-ÿ])(?:[ÉéEe]én|[A-Za-zë]{3,40})(?![A-Za-zà-ÿ])")
_ORDINAL = re.compile(
    r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|[a-z]+tiende|[a-z]+(?:tig|honderd|duizend)ste)(?:n|r)?$"
)
_MARKUP = re.compile(r"\[footnoteRef:\s*$|\[bookmark:[^\]\n]*$|<sup>\[?$|\[\^?$|\[\d{0,3}$")


def fates_of(letter: Letter, claims: list[Claim], fates: list[Fate]) -> list[NumberFate]:
    """One row per number of the source text, in order; numbers in markup and ordinals are non-claims of their own class."""
    rows: list[NumberFate] = []
    spans = sorted({(c.start, c.end) for c in claims})
    known = sorted(fates, key=lambda f: (f[0], -f[1]))
    covered = 0
    for start, end, value, fate, reason in known:
        if start < covered:
            continue
        rows.append(NumberFate(letter.name, start, end, letter.text[start:end], value, fate, reason))
        covered = end
    starts = [r.start for r in rows]
    extra: list[NumberFate] = []
    for found in _NUMBERLIKE.finditer(letter.text):
        word = found[0]
        index = bisect_left(starts, found.end()) - 1
        if index >= 0 and rows[index].end > found.start():
            continue
        if word[0].isdigit():
            before = letter.text[max(0, found.start() - 60) : found.start()]
            reason = (
                "footnote_marker"
                if _MARKUP.search(before) and "bookmark" not in before[-40:]
                else "bookmark_id"
                if "bookmark" in before
                else "markup"
            )
            extra.append(NumberFate(letter.name, *found.span(), word, Decimal(word) if len(word) < 400 else None, "non_claim", reason))
        else:
            lower = word.lower()
            number = number_word(word) if lower != "een" else None
            if number is not None:
                fate = "claim" if any(a <= found.start() < b for a, b in spans) else "non_claim"
                extra.append(
                    NumberFate(letter.name, *found.span(), word, Decimal(number), fate, "" if fate == "claim" else "enumeration_counter")
                )
            elif _ORDINAL.match(lower):
                extra.append(NumberFate(letter.name, *found.span(), word, None, "non_claim", "ordinal"))
    return sorted([*rows, *extra], key=lambda r: r.start)
