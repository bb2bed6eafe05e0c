"""What changed between a saved run and this one: verdicts, published figures, claims that came or went. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from exports.plain import plain
from exports.rows import check_row
from labour import wording
from labour.errors import DataError
from labour.model import Check

_PLACE = ("letter", "start", "end", "kind", "unit", "value")


@dataclass(frozen=True, slots=True)
class Change:
    """One claim of which the outcome differs; ``before`` or ``after`` is None where the claim is not in that run."""

    letter: str
    quote: str
    before: str | None
    after: str | None
    published_before: Decimal | None = None
    published_after: Decimal | None = None

    def sentence(self, language: str = "nl") -> str:
        """ "letter, “quote”: ✓ klopt → ✗ wijkt af (gepubliceerd 106 → 105)"."""
        absent, figure = ("absent", "published") if language == "en" else ("ontbreekt", "gepubliceerd")
        verdicts = [absent if verdict is None else wording.verdict(verdict, language) for verdict in (self.before, self.after)]
        line = f"{plain(self.letter)}, “{plain(self.quote)}”: {' → '.join(verdicts)}"
        if self.published_before == self.published_after:
            return line
        values = ["–" if value is None else wording.number(value, language) for value in (self.published_before, self.published_after)]
        return f"{line} ({figure} {' → '.join(values)})"


def read_run(content: bytes, name: str) -> list[dict[str, Any]]:
    """The rows of a saved ``check --format jsonl``. Raises DataError."""
    try:
        rows = [
            json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in content.decode("utf-8-sig").splitlines() if line.strip()
        ]
        for row in rows:
            _ = [row[field] for field in (*_PLACE, "verdict", "published", "quote")]
        return rows
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise DataError(
            f"{name} is geen bewaarde uitkomst van `check --format jsonl`.", f"{name} is not a saved result of `check --format jsonl`."
        ) from error


def changes(saved: Sequence[Mapping[str, Any]], checks: Iterable[Check]) -> list[Change]:
    """What differs, in the order of this run; claims that went come last. Only letters that this run holds are compared."""
    checks = list(checks)
    letters = {check.claim.letter for check in checks}
    before = {tuple(row[field] for field in _PLACE): row for row in saved if row["letter"] in letters}
    found = []
    for row in map(check_row, checks):
        old = before.pop(tuple(row[field] for field in _PLACE), None)
        was = (None, None) if old is None else (old["verdict"], old["published"])
        if was != (row["verdict"], row["published"]):
            found.append(Change(row["letter"], row["quote"], was[0], row["verdict"], was[1], row["published"]))
    gone = [Change(row["letter"], row["quote"], row["verdict"], None, row["published"]) for row in before.values()]
    return found + gone


def sentences(found: Sequence[Change], language: str = "nl") -> list[str]:
    """A sentence per change, and one that counts them."""
    count, plural = len(found) or ("No" if language == "en" else "Geen"), len(found) != 1
    if language == "en":
        last = f"{count} claim{'s' * plural} with another outcome than before."
    else:
        last = f"{count} bewering{'en' * plural} met een andere uitkomst dan eerder."
    return [change.sentence(language) for change in found] + [last]
