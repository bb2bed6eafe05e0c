"""Indicators and sectors as ``data/indicators.toml`` and ``data/sectors.toml`` describe them, after reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Break:
    """A break of method: figures of periods or states on either side are not compared. ``source`` says who says so."""

    method_before: str
    method_after: str
    from_period: str | None  # first period on the new footing, where the break lies in the series
    from_day: str | None  # first publication day of the new method, where the break lies between vintages
    source: str
    text_nl: str
    text_en: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of the field: what it is called, in which unit it is stated, how it may be checked."""

    id: str
    name_nl: str
    name_en: str
    definition_nl: str
    definition_en: str
    unit: str
    words: tuple[str, ...]  # Dutch phrases that name it, as regular expressions in lower case
    units: tuple[str, ...] = ()  # claim units it can be stated in, besides changes (percent, percentage_point)
    excludes: tuple[str, ...] = ()  # phrases beside which a word does not name it
    publisher: str = "CBS"  # CBS | UWV | ABF | OCW | politie | ...
    checkable: bool = True  # False: recognised and traced, never judged
    adjusted_default: bool | None = None  # what a Dutch letter means when it does not say: True seasonally adjusted
    adjusted_default_year: bool | None = False  # year figures exist unadjusted only
    frequency: tuple[str, ...] = ("KW", "JJ")
    revision: str = "revised"  # "none_seen": known not to be revised, "none_seen_unadjusted": only before seasonal adjustment
    revision_source: str = ""
    revised_after_year: bool = False  # seasonally adjusted figures are revised only once their year is over
    derived: str = ""  # name of the function in checks/ that computes it when no cell is held
    table_ids: tuple[str, ...] = ()
    population: str = ""  # the group the figure is about: "15 tot 75 jaar"
    breaks: tuple[Break, ...] = ()
    is_shortage: bool = False


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector: an SBI 2008 section or a sector of the shortage forecasts."""

    id: str
    name_nl: str
    name_en: str
    sbi: str  # "Q", or another group of the series ("G-I", "371600"); "" for a sector that no series has
    words: tuple[str, ...]
    indicators: tuple[str, ...] = ()  # the shortages that are about this sector


@dataclass(frozen=True, slots=True)
class Field:
    """The whole vocabulary: indicators and sectors by id."""

    indicators: Mapping[str, Indicator]
    sectors: Mapping[str, Sector]
