"""One sentence with everything that has been read in it so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.quantities import Quantity
from claims.scope import Mention
from claims.sentences import Sentence
from claims.spoken import Spoken
from claims.subjects import Named
from claims.timing import Time


@dataclass(slots=True)
class Line:
    """One sentence with everything that has been read in it so far."""

    text: str
    lower: str
    s: Sentence
    number: int
    times: list[Time]
    named: list[Named]
    kept: list[Quantity]
    spoken: Spoken
    found: list[Quantity] = field(default_factory=list)  # every quantity, kept as a claim or not
    sectors: list[Mention] = field(default_factory=list)
    groups: list[Mention] = field(default_factory=list)
