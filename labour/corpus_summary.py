"""What many letters say as a whole: claims counted by indicator, year and verdict, and what several letters say alike.

The records between the reader of a corpus run and the page and pictures that show it. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from labour.edition import Edition


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims have one indicator ("" for none), one year of the letter (None: undated), one verdict and one reason."""

    indicator: str
    year: int | None
    verdict: str
    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """Claims of several letters that belong together: on one subject and period, or in one sentence with other periods.

    ``key`` names the group. ``said`` are its different numbers as quoted, the commonest first, with how many claims state each;
    the other fields are those of its first claim.
    """

    key: str
    letters: int
    claims: int
    values: int
    periods: int
    said: tuple[tuple[str, int], ...]
    verdicts: tuple[tuple[str, int], ...]
    indicator: str
    sector: str
    population: str
    period: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Unread:
    """Why letters could not be read, and how many."""

    nl: str
    en: str
    count: int


@dataclass(frozen=True, slots=True)
class CorpusSummary:
    """A corpus run. ``letters`` counts each letter once; ``copies`` are the files that repeat another, whose claims are left out.

    ``figures`` and ``sentences`` are the first of ``all_figures`` and ``all_sentences`` groups.
    """

    edition: Edition
    letters: int
    copies: int
    undated: int
    silent: int  # letters without a claim
    first: date | None
    last: date | None
    tallies: tuple[Tally, ...]
    figures: tuple[Repeat, ...]
    all_figures: int
    sentences: tuple[Repeat, ...]
    all_sentences: int
    unread: tuple[Unread, ...]
    failures: int

    @property
    def claims(self) -> int:
        return counted(self.tallies)

    @property
    def checked(self) -> int:
        """Claims that figures could confirm or contradict."""
        return counted(one for one in self.tallies if one.verdict != "unverifiable")


def counted(tallies: Iterable[Tally]) -> int:
    """All claims of some tallies together."""
    return sum(one.count for one in tallies)


def by_indicator(tallies: Iterable[Tally]) -> dict[str, list[Tally]]:
    """The tallies of each indicator, the most stated first; claims without one ("") last."""
    groups: dict[str, list[Tally]] = {}
    for one in tallies:
        groups.setdefault(one.indicator, []).append(one)
    return dict(sorted(groups.items(), key=lambda item: (not item[0], -counted(item[1]), item[0])))
