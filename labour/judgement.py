"""A person's judgement of one claim, kept beside the program's verdict and never in place of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from labour.model import Claim

# The fields of a claim that a person may read otherwise than the program did.
READING_FIELDS = ("indicator", "sector", "period")

ClaimPlace = tuple[str, int, int, str]  # SHA-256 of the letter, start, end, indicator as the program read it ("" for none)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person said of a claim, when and why.

    ``verdict`` is one of model.VERDICTS, or None where only the reading was changed; ``reading`` holds the changed fields
    with their new values. A withdrawn judgement takes back the ones before it; they stay on record.
    """

    letter_sha256: str
    letter: str
    start: int
    end: int
    quote: str
    indicator: str
    made_at: str  # ISO 8601 with UTC offset
    note: str
    machine_verdict: str
    verdict: str | None = None
    reading: tuple[tuple[str, str], ...] = ()
    version: str = ""
    withdrawn: bool = False

    @property
    def place(self) -> ClaimPlace:
        return self.letter_sha256, self.start, self.end, self.indicator


def place_of(letter_sha256: str, claim: Claim) -> ClaimPlace:
    """The key under which judgements of a claim are found again."""
    return letter_sha256, claim.start, claim.end, claim.indicator or ""


def standing(judgements: Iterable[Judgement]) -> Mapping[ClaimPlace, Judgement]:
    """The last judgement of each claim, oldest first in; withdrawn ones leave nothing standing."""
    last: dict[ClaimPlace, Judgement] = {}
    for one in judgements:
        if one.withdrawn:
            last.pop(one.place, None)
        else:
            last[one.place] = one
    return last


def read_as(claim: Claim, judgement: Judgement) -> Claim:
    """The claim in the person's reading; a period that a person named is no longer inferred."""
    changed = {name: value or None for name, value in judgement.reading if name in READING_FIELDS}
    if "period" in changed:
        return replace(claim, **changed, period_inferred=False)  # type: ignore[arg-type]
    return replace(claim, **changed)  # type: ignore[arg-type]
