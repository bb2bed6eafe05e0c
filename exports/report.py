"""What every export is made from: the checks with their letters, the field's names, what people judged, and the edition. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from labour import edition as editions
from labour import wording
from labour.edition import Edition
from labour.indicators import Field
from labour.judgement import ClaimPlace, Judgement, place_of
from labour.model import VERDICTS, Check, Letter


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of one run, or part of it. ``checks`` are in the order of the letters; a letter may have none.

    ``together`` are the groups of letters that were checked together, where that is not simply ``letters``: letters are also
    held against each other, so whoever computes a row again needs all of its group.
    """

    checks: Sequence[Check]
    letters: Sequence[Letter]
    edition: Edition
    field: Field
    language: str = "nl"
    judgements: Mapping[ClaimPlace, Judgement] = field(default_factory=lambda: MappingProxyType({}))
    together: Sequence[Sequence[Letter]] = ()

    def by_letter(self) -> Iterator[tuple[Letter, list[Check]]]:
        """Each letter with its own checks."""
        for letter in self.letters:
            yield letter, [check for check in self.checks if check.claim.letter == letter.name]

    def letter_of(self, check: Check) -> Letter:
        return next(letter for letter in self.letters if letter.name == check.claim.letter)

    def judgement_of(self, check: Check) -> Judgement | None:
        """What a person said of this claim, where anyone did."""
        if not self.judgements:
            return None
        return self.judgements.get(place_of(self.letter_of(check).sha256, check.claim))

    def cites(self) -> list[str]:
        """One cite line per letter."""
        return [editions.cite(self.edition, letter, self.language) for letter in self.letters]


def counts(checks: Sequence[Check]) -> Mapping[str, int]:
    """How many checks have each verdict, in the verdicts' order; the counts add up to the number of checks."""
    return {verdict: sum(check.verdict == verdict for check in checks) for verdict in VERDICTS}


def headline(checks: Sequence[Check], language: str) -> str:
    """ "12 beweringen: 5 ✓ klopt, 1 ✗ wijkt af, 6 ? niet te toetsen"; the parts add up to the first number."""
    total = len(checks)
    noun = ("claim" if total == 1 else "claims") if language == "en" else ("bewering" if total == 1 else "beweringen")
    parts = ", ".join(f"{count} {wording.verdict(verdict, language)}" for verdict, count in counts(checks).items() if count)
    return f"{total} {noun}" + (f": {parts}" if parts else "")
