"""How a claim is read before any number is looked at: of which group, in which unit, and as which figure of which cells.

The claimed value plays no part here; a test replaces it and finds the same asks. Reads the field and the index only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from checks.lookup import Line, choose, kind_of, lines
from checks.parts import TOTAL, made_from_parts
from checks.question import Ask
from checks.units import COUNTED, factor
from labour.indicators import Field, Indicator
from labour.model import Claim
from labour.observations import ObservationIndex
from labour.periods import between, parse, span

# the whole of a share, where Dutch usage leaves no doubt: "48 procent van de werkenden werkt in deeltijd"
WHOLES = {"part_time_workers": "employed_persons", "full_time_workers": "employed_persons", "permanent_employees": "employees"}
ROUNDED = "afgerond"  # the footing of figures that a text of CBS gives rounded
_ANY_GROUP = re.compile(r"^(heel )?nederland$|^totaal$|^alle (sectoren|bedrijfstakken)$")
_INVERSE = re.compile(r"werkloz\w*\s+(per|op|voor)\s.*vacature")
_BOTH = "totaal mannen en vrouwen"  # names no group
_WORD = re.compile(r"[a-zà-ÿ]{3,}|\d+")


@dataclass(frozen=True, slots=True)
class Plan:
    """What to ask. ``asks`` are readings of equal standing; ``firm``: a mismatch may be called a deviation.

    ``beside``: readings by another adjustment or footing, looked at only when ``asks`` do not agree. Not ``usual``: a letter would
    rather quote the adjusted figure, which is not held of the period.
    """

    asks: tuple[Ask, ...]
    firm: bool = True
    beside: tuple[tuple[str, Ask], ...] = ()
    usual: bool = True


def group_of(claim: Claim, indicator: Indicator, field: Field, index: ObservationIndex) -> str | None:
    """The group of the series a claim is about; None when the text names one that no series has."""
    named = (claim.population or "").strip().lower()
    if named and not _ANY_GROUP.match(named) and named not in indicator.population.lower():
        return _group_by_label(named, indicator, index)
    if claim.sector is None:
        return TOTAL
    sector = field.sectors.get(claim.sector)
    return None if sector is None else sector.sbi or sector.id


def _group_by_label(named: str, indicator: Indicator, index: ObservationIndex) -> str | None:
    """The group whose label holds every word of the population named and the fewest others; None when there is no such one."""
    words = set(_WORD.findall(named))
    sizes: dict[str, int] = {}
    for one in index.of(indicator.id):
        label = set(_WORD.findall(f"{one.label} {one.group}".lower().replace(_BOTH, "")))
        if one.group != TOTAL and words and words <= label:
            sizes[one.group] = len(label)
    best = [group for group, size in sizes.items() if size == min(sizes.values())]
    return best[0] if len(best) == 1 else None


def read(claim: Claim, indicator: Indicator, group: str, index: ObservationIndex, day: date | None) -> Plan | str:
    """The plan of a claim with a value and a period, or the reason why there is none: "unit", "base" or "cells"."""
    assert claim.period is not None
    ends = span(claim.period)
    if claim.kind in ("change", "multiple"):
        return _changes(claim, indicator, group, index, day, ends)
    if ends is not None:
        return _mean(claim, indicator, group, index, day, ends)
    found = choose(index, indicator, group, claim.adjusted, [claim.period], day)
    if not found:
        made = made_from_parts(claim, indicator, group, index)
        return Plan((made,), firm=False) if made else ("unit" if _unit_unknown(claim, indicator, index) else "cells")
    asks = [ask for line in found if (ask := level_ask(claim, indicator, line, index)) is not None]
    return replace(_plan(asks), usual=_usual(claim, claim.period, indicator, asks[0].line, index)) if asks else "unit"


def _usual(claim: Claim, period: str, indicator: Indicator, line: Line, index: ObservationIndex) -> bool:
    """Whether the line is the one a letter would quote: not where that is the adjusted one, published but not held of the period."""
    default = indicator.adjusted_default_year if kind_of(period) == "JJ" else indicator.adjusted_default
    if claim.adjusted is not None or not default or line.adjusted is not False:
        return True
    return next(index.of(indicator.id, group=line.group, adjusted=True), None) is None


def _plan(asks: Sequence[Ask], firm: bool = True) -> Plan:
    first = asks[0]
    beside = tuple(("adjustment" if a.line.adjusted is not first.line.adjusted else "vintage", a) for a in asks[1:])
    return Plan((first,), firm, beside)


def exact(plan: Plan, indicator: Indicator, index: ObservationIndex, day: date | None) -> Plan:
    """The plan by the exact figures of a line that is never revised, where only a rounding of them was out on the day."""
    first = plan.asks[0]
    starts = [date.fromisoformat(one.from_day) for one in indicator.breaks if one.from_day]
    if first.line.basis != ROUNDED or indicator.revision != "none_seen" or day is None or any(day < start for start in starts):
        return plan
    finer = [ask for kind, ask in plan.beside if kind == "vintage" and not ask.line.basis and ask.line.adjusted is first.line.adjusted]
    if len(plan.asks) > 1 or not finer:
        return plan
    rest = tuple((kind, ask) for kind, ask in plan.beside if ask is not finer[0])
    return Plan((finer[0],), plan.firm, (*rest, ("vintage", first)))


def _unit_unknown(claim: Claim, indicator: Indicator, index: ObservationIndex) -> bool:
    """Whether figures of the indicator are held, and none can be stated in the unit of the claim."""
    held = lines(index, indicator.id)
    return bool(held) and claim.kind != "share" and not any(factor(claim, indicator, line.unit) for line in held)


def _is_inverse(claim: Claim) -> bool:
    """Unemployed set against vacancies: by the rule that read it so, else by its own words."""
    return "ratio.inverse" in claim.rules or _INVERSE.search(claim.quote.lower()) is not None


def level_ask(claim: Claim, indicator: Indicator, line: Line, index: ObservationIndex) -> Ask | None:
    """A level, share or ratio on a line, in the unit of the claim; None when the units cannot be the same figure."""
    assert claim.period is not None
    if line.unit == "per_100" and claim.unit == "persons":  # "0,8 werklozen per vacature"
        return Ask("inverse", line, claim.period) if claim.kind == "ratio" else None
    if line.unit == "per_100" and claim.unit == "per_100" and _is_inverse(claim):  # "94 werklozen per 100 vacatures"
        return Ask("inverse", line, claim.period, factor=Decimal(100))
    same = factor(claim, indicator, line.unit)
    if same is not None:
        return Ask("level", line, claim.period, factor=same)
    if line.unit in COUNTED and claim.unit in ("percent", "fraction") and claim.kind == "share":
        wholes = [x for x in lines(index, WHOLES.get(indicator.id, "")) if (x.group, x.adjusted) == (line.group, line.adjusted)]
        whole = next((x for x in wholes if x.readings(index, claim.period or "")), None)
        part = Decimal("0.01") if claim.unit == "fraction" else Decimal(1)
        return None if whole is None else Ask("share", line, claim.period, other=whole, factor=part)
    return None


def _mean(claim: Claim, indicator: Indicator, group: str, index: ObservationIndex, day: date | None, ends: tuple[str, str]) -> Plan | str:
    """The mean over a span of periods; of years, over their quarters where the years themselves are not held."""
    for kind in ("", "KW", "MM"):
        periods = between(*ends) if not kind else between(*_within(ends, kind))
        if not periods:
            continue
        for line in choose(index, indicator, group, claim.adjusted, periods, day):
            same = factor(claim, indicator, line.unit)
            if same is not None:
                return Plan((Ask("mean", line, ends[1], ends[0], factor=same, span=tuple(periods)),), firm=False)
    return "cells"


def _within(ends: tuple[str, str], kind: str) -> tuple[str, str]:
    """First and last quarter or month of a span of years."""
    first, last = parse(ends[0]), parse(ends[1])
    if first is None or last is None or first.kind != "JJ" or last.kind != "JJ":
        return "", ""
    return f"{first.year:04d}{kind}01", f"{last.year:04d}{kind}{'04' if kind == 'KW' else '12'}"


def _changes(
    claim: Claim, indicator: Indicator, group: str, index: ObservationIndex, day: date | None, ends: tuple[str, str] | None
) -> Plan | str:
    period = ends[1] if ends else claim.period or ""
    later = parse(period)
    stated = claim.base_period or (ends[0] if ends else None)
    if is_growth(indicator) and claim.unit == "percent":
        return _own_growth(claim, indicator, group, index, day, period, stated)
    if stated is not None:
        bases = [stated]
    elif later is not None:
        bases = list(dict.fromkeys([later.shift(-1).key, later.years_earlier(1).key]))
    else:
        return "base"
    asks: list[Ask] = []
    beside: list[tuple[str, Ask]] = []
    for base in bases:
        found = choose(index, indicator, group, claim.adjusted, [base, period], day)
        made = [ask for line in found if (ask := change_ask(claim, line, period, base)) is not None]
        if made:
            plan = _plan(made)
            asks += plan.asks
            beside += plan.beside
        elif found:
            return "unit"
    if not asks:
        return "cells"
    return Plan(tuple(asks), stated is not None, tuple(beside), _usual(claim, period, indicator, asks[0].line, index))


def is_growth(indicator: Indicator) -> bool:
    """Whether the indicator is itself a year-on-year change in percent, as CBS publishes cao wages."""
    return indicator.id.endswith("_growth")


def _own_growth(
    claim: Claim, indicator: Indicator, group: str, index: ObservationIndex, day: date | None, period: str, base: str | None
) -> Plan | str:
    at = parse(period)
    if base is not None and (at is None or base != at.years_earlier(1).key):
        return "cells"  # growth over another stretch needs the index
    found = choose(index, indicator, group, claim.adjusted, [period], day)
    asks = [Ask("level", line, period) for line in found if line.unit == "percent"]
    return _plan(asks) if asks else "cells"


def change_ask(claim: Claim, line: Line, period: str, base: str) -> Ask | None:
    """A change on a line in the unit of the claim: a difference in its own unit or in points, growth in percent, a multiple."""
    if claim.unit == "multiple":
        return Ask("multiple", line, period, base)
    if claim.unit == "fraction":
        return Ask("growth", line, period, base, factor=Decimal("0.01"))
    if claim.unit == "percent":
        return Ask("growth", line, period, base)
    points = line.unit == "percent" and claim.unit == "percentage_point"
    ratio = line.unit in ("per_100", "per_1000") and claim.unit in (line.unit, "percentage_point", "count", "vacancies")
    counted = line.unit in COUNTED and claim.unit in COUNTED and claim.unit in (line.unit, "count")
    return Ask("difference", line, period, base) if points or ratio or counted or claim.unit == line.unit else None


def breaks_between(indicator: Indicator, base: str, period: str) -> str:
    """The last period with which a new footing begins, after ``base`` and not after ``period``; "" when there is none."""
    first, last = parse(base), parse(period)
    if first is None or last is None:
        return ""
    starts = ((one.from_period, parse(one.from_period)) for one in indicator.breaks if one.from_period)
    cuts = [(at.first_day(), key) for key, at in starts if at is not None and first.first_day() < at.first_day() <= last.first_day()]
    return max(cuts)[1] if cuts else ""
