"""Why a verdict is what it is, in Dutch and English, from the deciding figures only.

Every number in an explanation is the claim's own print, a cell among the evidence, or one of the check's own figures (published,
difference, interval); a test takes them out again and looks them up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from checks.derived import Estimate
from checks.interval import step_of
from checks.lookup import Reading
from checks.question import REVISION, Ask
from checks.two_dates import Outcome
from labour import wording
from labour.indicators import Indicator
from labour.model import Claim, Interval
from labour.periods import name
from labour.source_names import named

LANGUAGES = ("nl", "en")
_THOUSANDS = {Decimal(1000): ("duizend", "thousand"), Decimal(1000000): ("miljoen", "million")}
_NOT_REPEATED = {"first_publication_differs", "superseded_before_letter", "unit_suspect"}  # said with the figure itself


@dataclass(frozen=True, slots=True)
class Said:
    """What a check says about figures: printed point in the unit of the claim, and how far the claim is from it."""

    point: Decimal | None
    difference: Decimal | None


def said(claim: Claim, made: Estimate | None, ask: Ask) -> Said:
    """Published figure and difference; a derived figure to one digit more than the claim prints."""
    if made is None:
        return Said(None, None)
    point = made.point
    if ask.form not in ("level", "difference"):
        places = step_of(claim) / 10 if claim.value is not None else Decimal(1)
        point = point.quantize(Decimal(1).scaleb(min(0, places.adjusted())))
    return Said(point, None if claim.value is None else claim.value - point)


def printed(claim: Claim) -> str:
    """The figure as the letter prints it, on one line."""
    return " ".join(claim.quote.split())


def cell(reading: Reading, language: str = "nl") -> str:
    """A cell as published: "445,3 duizend vacatures", "73,1%", "106 per 100"."""
    value, unit = reading.state.value, reading.series.unit
    words = _THOUSANDS.get(reading.series.scale)
    if words is None:
        return wording.quantity(value, unit, language)
    return f"{wording.number(value, language)} {words[language == 'en']} {wording.unit(unit, language)}"


def cells(made: Estimate, language: str = "nl") -> str:
    """Every cell of an estimate with its period: "397 duizend vacatures (derde kwartaal 2024) tegen ..."."""
    against = " against " if language == "en" else " tegen "
    return against.join(f"{cell(r, language)} ({name(r.period, language)})" for r in made.cells)


def source(made: Estimate, language: str = "nl") -> str:
    return "; ".join(dict.fromkeys(named(r.state.source_text or r.state.source, language) for r in made.cells))


def span_text(interval: Interval, claim: Claim, language: str = "nl") -> str:
    """The interval in words: "65,95 tot 66,05"."""
    ends = [None if end is None else wording.number(plain(end), language) for end in (interval.low, interval.high)]
    if ends[0] is None:
        return f"{'at most' if language == 'en' else 'ten hoogste'} {ends[1]}"
    if ends[1] is None:
        return f"{'at least' if language == 'en' else 'ten minste'} {ends[0]}"
    return f"{ends[0]} {'to' if language == 'en' else 'tot'} {ends[1]}"


def plain(value: Decimal) -> Decimal:
    """Without an exponent and without trailing zeros: 394000.000 is 394000."""
    return Decimal(f"{value.normalize():f}")


def figures(claim: Claim, outcome: Outcome, ask: Ask, numbers: Said, indicator: Indicator, interval: Interval | None, language: str) -> str:
    """What the letter says, what is published, and on which dates."""
    en = language == "en"
    made = outcome.used
    label = indicator.name_en if en else indicator.name_nl
    parts = []
    if made is None:
        return ""
    parts.append(_against(claim, made, ask, numbers, label, language))
    if outcome.verdict == "deviates" and numbers.difference is not None and interval is not None:
        parts.append(_apart(claim, numbers, interval, language))
    if ask.form in ("difference", "growth"):
        parts += [_SMALLER[than][en] for than in _larger_than(made, outcome)]
    parts += _dates(outcome, language)
    return " ".join(parts)


_SMALLER = {
    "rounding": (
        "De verandering is kleiner dan de afronding van de gepubliceerde cijfers.",
        "The change is smaller than the rounding of the published figures.",
    ),
    "revision": (
        "De verandering is kleiner dan de herziening die zulke cijfers nog kunnen krijgen.",
        "The change is smaller than the revision that such figures may yet have.",
    ),
}


def _larger_than(made: Estimate, outcome: Outcome) -> list[str]:
    """What is larger than a change: the rounding of its two figures, or else the revision that one of them may yet have."""
    if made.spread.holds(Decimal(0)):
        return ["rounding"]
    later, earlier = made.cells
    moved = REVISION * max(abs(later.point), abs(earlier.point))
    return ["revision"] if "may_be_revised" in outcome.caveats and abs(later.point - earlier.point) < moved else []


def _against(claim: Claim, made: Estimate, ask: Ask, numbers: Said, label: str, language: str) -> str:
    en = language == "en"
    publisher = source(made, language)
    if ask.form == "level" and numbers.point is not None:
        where = name(ask.period, language)
        if en:
            return f"The letter says “{printed(claim)}” ({label}, {where}); published is {cell(made.cells[0], language)} ({publisher})."
        return f"De brief noemt “{printed(claim)}” ({label}, {where}); gepubliceerd is {cell(made.cells[0], language)} ({publisher})."
    figure = wording.quantity(plain(numbers.point), claim.unit, language) if numbers.point is not None else ""
    if en:
        return f"The letter says “{printed(claim)}” ({label}); {cells(made, language)} makes {figure} ({publisher})."
    return f"De brief noemt “{printed(claim)}” ({label}); {cells(made, language)} geeft {figure} ({publisher})."


def _apart(claim: Claim, numbers: Said, interval: Interval, language: str) -> str:
    assert numbers.difference is not None
    apart = wording.quantity(abs(plain(numbers.difference)), _unit_of_difference(claim), language)
    allowed = span_text(interval, claim, language)
    if language == "en":
        return f"As printed the claim allows {allowed}; it is {apart} {'too high' if numbers.difference > 0 else 'too low'}."
    return f"Zoals gedrukt laat de bewering {allowed} toe; zij is {apart} {'te hoog' if numbers.difference > 0 else 'te laag'}."


def _unit_of_difference(claim: Claim) -> str:
    return "percentage_point" if claim.unit == "percent" else claim.unit


def shown(outcome: Outcome) -> list[tuple[str, Estimate]]:
    """What is told of a figure: the estimate that decided, and those of other days where they differ from it."""
    if outcome.used is None:
        return []
    told = [("used", outcome.used)]
    for role, made in (("then", outcome.then), ("first", outcome.first), ("now", outcome.now)):
        if made is not None and not any(made.same_as(other) for _, other in told):
            told.append((role, made))
    if outcome.quoted is not None and outcome.quoted not in [made for _, made in told]:
        told.append(("quoted", outcome.quoted))
    return told


_ROLES = {
    "then": ("Op de datum van de brief", "On the letter's date"),
    "first": ("Eerst gepubliceerd", "First published"),
    "now": ("Nu", "Now"),
    "quoted": ("De brief noemt deze stand", "The letter quotes this state"),
}


def _dates(outcome: Outcome, language: str) -> Iterable[str]:
    for role, made in shown(outcome)[1:]:
        yield f"{_ROLES[role][language == 'en']}: {cells(made, language)} ({source(made, language)})."
    for key in sorted(outcome.caveats - _NOT_REPEATED):
        yield wording.caveat(key, language)


def besides(outcome: Outcome, language: str) -> str:
    """Another reading of the claim, by its cells: "Of: 374 duizend personen (...) tegen 366 duizend personen (...)"."""
    told = (f"{cells(made, language)} ({source(made, language)})" for _, made in shown(outcome))
    return f"{'Or' if language == 'en' else 'Of'}: {'; '.join(told)}."


def course_text(claim: Claim, outcome: Outcome, indicator: Indicator, asked: Interval | None, language: str) -> str:
    """A streak or record: its length, or whether it holds, with the figures it rests on; ``asked`` are the lengths a streak allows."""
    en = language == "en"
    made = outcome.used
    if made is None:
        return ""
    label = indicator.name_en if en else indicator.name_nl
    figures = "; ".join(f"{name(r.period, language)}: {cell(r, language)}" for r in made.cells)
    if claim.kind == "streak":
        run = wording.number(plain(made.point), language)
        holds = f"the figures held give {run} in a row" if en else f"de cijfers geven er {run} op rij"
    elif made.point:
        holds = "the figures held bear it out" if en else "de cijfers bevestigen het"
    else:
        holds = "the figures held contradict it" if en else "de cijfers spreken het tegen"
    lead = f"The letter says “{printed(claim)}” ({label});" if en else f"De brief stelt “{printed(claim)}” ({label});"
    parts = [f"{lead} {holds}. {figures} ({source(made, language)})."]
    if outcome.verdict == "deviates" and claim.value is not None and asked is not None:
        parts.append(_apart(claim, Said(made.point, claim.value - made.point), asked, language))
    return " ".join([*parts, *_dates(outcome, language)])
