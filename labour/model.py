"""Letter -> Claim -> Check: the frozen records that flow through the program.

Stated values are Decimals in units of one beside their printed text: "445 duizend" is 445000 with a printed step of 1000,
"66,0%" is 66.0 with a step of 0.1. Percentages stay percentages. Offsets count characters of ``Letter.text``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

UNITS = (
    "persons percent percentage_point fte count rank years months weeks quarters hours_per_week vacancies jobs households EUR "
    "fraction multiple per_100 per_1000"
).split()
HEDGES = "exact about almost just_under just_over at_least at_most".split()
KINDS = "level share ratio change streak record multiple sum forecast target budget legal".split()
VERDICTS = "supported supported_when_published deviates consistent inconsistent unverifiable".split()
REASONS = "forecast target other_source no_indicator no_period not_published not_in_snapshot ambiguous qualitative".split()
CAVEATS = (
    "provisional may_be_revised period_inferred letter_date_imprecise vintage_after_letter superseded_before_letter "
    "first_publication_differs method_break rounding_only unit_suspect other_definition single_source"
).split()
NEAR_MISS_KINDS = "period adjustment scale unit sign inverse_ratio population vintage".split()


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note: its printed mark, where the text refers to it (None when nothing does) and the span of its own text."""

    mark: str
    anchor: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as read. ``day`` is the last day its date can mean; ``precision`` is "day", "month" or "" without a date."""

    name: str
    text: str
    title: str = ""
    sender: str = ""
    reference: str = ""
    day: date | None = None
    precision: str = ""
    date_from: str = ""
    footnotes: tuple[Footnote, ...] = ()
    pages: tuple[int, ...] = ()  # offset at which each page begins, where the form has pages
    sha256: str = ""
    same_letter_as: str = ""

    def page_at(self, place: int) -> int | None:
        """The page, from 1, on which an offset of the text stands; None where the form has no pages."""
        return sum(start <= place for start in self.pages) or None


@dataclass(frozen=True, slots=True)
class Condition:
    """What a record or streak asserts of its indicator: e.g. side "above", threshold 100 for "more vacancies than unemployed".

    Sides: above, below, highest, lowest, rising, falling, first.
    """

    side: str
    threshold: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure that a letter states, with what the text says of it. ``text[start:end] == quote`` always."""

    letter: str
    start: int
    end: int
    quote: str
    value: Decimal | None
    value_text: str
    unit: str
    approx: str = "exact"
    kind: str = "level"
    indicator: str | None = None
    sector: str | None = None  # a key of sectors.toml
    population: str | None = None  # a group narrower or other than the indicator's own, in the letter's words
    period: str | None = None
    base_value: Decimal | None = None
    base_period: str | None = None
    end_value: Decimal | None = None
    stated_source: str | None = None
    footnote: str | None = None
    rules: tuple[str, ...] = ()
    # what the checks need beyond the published fields
    step: Decimal | None = None  # size of the last printed digit, in units of one
    adjusted: bool | None = None  # seasonally adjusted, where the text says so
    period_inferred: bool = False  # the period follows from the letter's date, not from the text
    scenario: str | None = None
    group: str | None = None  # claims of one from-to pair, table or sum share it
    condition: Condition | None = None
    sentence: tuple[int, int] = (0, 0)  # the sentence it stands in


@dataclass(frozen=True, slots=True)
class NumberFate:
    """What became of one number of the letter: "claim", "refused" or "non_claim", with the reason or class."""

    letter: str
    start: int
    end: int
    text: str
    value: Decimal | None
    fate: str
    reason: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One cell that was used, as it stood at ``vintage``; ``value`` is in the table's own ``unit``, decimals as published."""

    table_id: str
    measure: str
    dimensions: tuple[tuple[str, str], ...]
    period: str
    value: Decimal
    unit: str
    status: str
    vintage: str
    source: str  # "CBS StatLine 85224NED, stand 2 juli 2026"
    url: str = ""
    series: str = ""  # the key of the series in the index


@dataclass(frozen=True, slots=True)
class Interval:
    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = True

    def holds(self, value: Decimal) -> bool:
        if self.low is not None and (value < self.low or (self.low_open and value == self.low)):
            return False
        return not (self.high is not None and (value > self.high or (self.high_open and value == self.high)))


@dataclass(frozen=True, slots=True)
class NearMiss:
    """What the claimed number really is: one kind of NEAR_MISS_KINDS and the periods, groups or vintages it is the value of."""

    kind: str
    value_of: tuple[str, ...]
    text_nl: str
    text_en: str


@dataclass(frozen=True, slots=True)
class Check:
    """A claim with its verdict and everything the verdict rests on. ``published`` and ``difference`` are in units of one."""

    claim: Claim
    verdict: str
    reason: str | None = None
    caveats: tuple[str, ...] = ()
    published: Decimal | None = None
    published_unit: str | None = None
    interval: Interval | None = None
    difference: Decimal | None = None
    evidence: tuple[Evidence, ...] = ()
    near_miss: NearMiss | None = None
    explanation_nl: str = ""
    explanation_en: str = ""
    source_url: str = ""
