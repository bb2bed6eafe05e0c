"""What every export is made from: the checks with their letters, the field's names and the edition. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from labour import edition as editions
from labour.edition import Edition
from labour.indicators import Field
from labour.model import VERDICTS, Check, Letter


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of one run. ``checks`` are in the order of the letters; a letter may have none."""

    checks: Sequence[Check]
    letters: Sequence[Letter]
    edition: Edition
    field: Field
    language: str = "nl"

    def by_letter(self) -> Iterator[tuple[Letter, list[Check]]]:
        """Each letter with its own checks."""
        for letter in self.letters:
            yield letter, [check for check in self.checks if check.claim.letter == letter.name]

    def cites(self) -> list[str]:
        """One cite line per letter."""
        return [editions.cite(self.edition, letter, self.language) for letter in self.letters]


def counts(checks: Sequence[Check]) -> Mapping[str, int]:
    """How many checks have each verdict, in the verdicts' order; the counts add up to the number of checks."""
    return {verdict: sum(check.verdict == verdict for check in checks) for verdict in VERDICTS}
