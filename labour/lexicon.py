"""The Dutch word lists of ``data/lexicon.toml`` after reading: what the claim grammar is compiled from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from labour.indicators import Field


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Word lists by name. Every entry is a lower-case phrase or a small regular expression a Dutch reader can check.

    ``hedges``: hedge -> phrases before the number. ``hedges_after``: hedge -> phrases after it. ``units``: claim unit -> nouns.
    ``words``: all other lists (counters, change verbs, forecast words, ...).
    ``groups``: population name -> phrases; ``sources`` and ``scenarios`` likewise. Hashable by identity, so that the compiled
    grammar can be cached on it.
    """

    hedges: Mapping[str, tuple[str, ...]]
    hedges_after: Mapping[str, tuple[str, ...]]
    units: Mapping[str, tuple[str, ...]]
    words: Mapping[str, tuple[str, ...]]
    groups: Mapping[str, tuple[str, ...]]
    sources: Mapping[str, tuple[str, ...]]
    scenarios: Mapping[str, tuple[str, ...]]
    field: Field
