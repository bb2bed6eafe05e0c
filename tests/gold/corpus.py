"""The annotation of the five letters as records. Reads the three lists beside it; a digest names the corpus they make with the letters.

``claims.jsonl`` holds one figure a line: offsets in the letter's text, value in units of one, unit, hedge, kind, period, and the
indicator where its naming is scored. ``neutral`` marks boundary cases, ``skip`` the fields on which careful readers differ, ``labour``
figures about work, pay, vacancies and shortages. ``non_claims.jsonl`` holds numbers that assert nothing, ``verdicts.jsonl`` the
outcome expected of a claim, with the outcomes that are right as well (``also``, ``also_reason``).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
LETTERS = HERE.parent.parent / "data" / "letters"
_LISTS = ("claims.jsonl", "non_claims.jsonl", "verdicts.jsonl")


@dataclass(frozen=True)
class Fact:
    """A figure as a careful reader noted it; None where the letter does not say or the field is not scored."""

    id: str
    letter: str
    start: int
    end: int
    value: float | None
    unit: str
    approx: str
    kind: str
    labour: bool
    indicator: str | None = None
    period: str | None = None
    base_period: str | None = None
    group: str | None = None
    neutral: bool = False
    skip: tuple[str, ...] = ()


@dataclass(frozen=True)
class NoClaim:
    """A number, or a phrase like one, that asserts nothing, with the reader's class."""

    id: str
    letter: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True)
class Expected:
    """The verdict a claim should get, by the claim's id."""

    id: str
    verdict: str
    reason: str | None = None
    also: tuple[str, ...] = ()
    also_reason: tuple[str, ...] = ()
    near_miss: str | None = None
    also_near_miss: tuple[str, ...] = ()
    conflicts_with: tuple[str, ...] = ()


def _rows(name: str) -> list[dict[str, Any]]:
    rows = [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]
    return [{key: tuple(value) if isinstance(value, list) else value for key, value in row.items()} for row in rows]


def facts() -> list[Fact]:
    return [Fact(**row) for row in _rows("claims.jsonl")]


def no_claims() -> list[NoClaim]:
    return [NoClaim(**row) for row in _rows("non_claims.jsonl")]


def expected() -> list[Expected]:
    return [Expected(**row) for row in _rows("verdicts.jsonl")]


def digest() -> str:
    """SHA-256 of the annotation and the letters: figures are comparable only where it is equal."""
    whole = hashlib.sha256()
    for path in (*(HERE / name for name in _LISTS), *sorted(LETTERS.glob("*.txt"))):
        whole.update(path.name.encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()
