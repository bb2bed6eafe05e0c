"""Numbers that belong together: ranges, from-to pairs, lists that share one unit, and units that stand far from their number.

"55.000 tot 60.000 fte", "van 30,9 naar 32,1 uur", "was 3,7", "respectievelijk 45, 30 en 12 duizend", "het aantal werklozen was 397.000".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from claims.grammar import Grammar
from claims.quantities import Quantity

HEDGE = r"(?:(?:circa|ca\.|ongeveer|ruim|bijna|zo[’']n|meer dan|een krappe|een kleine|rond de|rond|maximaal|minder dan) )?(?:gemiddeld )?"
_RANGE = re.compile(rf"[ ]?(?:[-–]|à)[ ]?(?:€ ?)?| (?:tot|à|en|of|tot en met|t/m) {HEDGE}(?:€ ?)?", re.IGNORECASE)
_RANGE_OPEN = re.compile(rf"\b[Tt]ussen (?:de )?{HEDGE}(?:€ ?)?$")
_GREW_BY = re.compile(rf"\bmet {HEDGE}$")
_FROM = re.compile(rf"\b[Vv]an (?:de |het )?{HEDGE}(?:€ ?)?$")
_TO = re.compile(rf"[^.;]{{0,90}}? (?:naar|tot) {HEDGE}(?:€ ?)?$")
_LIST = re.compile(r"(?:,| en| of|,? respectievelijk|,? resp\.?| ?/) (?:respectievelijk |resp\.? )?", re.IGNORECASE)
_LED_TO = re.compile(rf" (?:tot|naar) {HEDGE}", re.IGNORECASE)
_LONG_LIST = re.compile(r"(?:,|;| en| of)(?: (?:in|bij|voor|en|de|het|van|[a-zà-ÿ0-9()-]+)){1,6} ", re.IGNORECASE)
_BACK = re.compile(
    rf"(?:\b(?:was|waarvan|waren|waren er|waren dat er|was dat|tegen|tegenover|naar|tot|op|van|dan|nog|bedroeg|resp\.|respectievelijk|is"
    rf"|lag|ligt|nu|en|of|(?:jaar|kwartaal) (?:terug|eerder|geleden|ervoor))|,|\(|;|:) ?{HEDGE}[+−–-]?$",
    re.IGNORECASE,
)
_AGAINST = re.compile(rf"\b(?:was|waren|tegen|tegenover|naar|tot|dan|waarvan) {HEDGE}$", re.IGNORECASE)  # the firmest of these
_NEXT_GROUP = re.compile(r"(?: per week)?(?:,| en| maar|,? terwijl)(?: (?:bij|voor|onder|in|de|het|die van|dat van))* [a-zà-ÿ-]+ ")


@dataclass(frozen=True, slots=True)
class FromTo:
    """Two quantities of one "van X naar Y"."""

    first: Quantity
    last: Quantity
    start: int  # where "van" stands


def join_ranges(text: str, lower: str, found: list[Quantity], start: int, grammar: Grammar) -> list[Quantity]:
    """Ranges become one quantity with an end value; the second number is swallowed."""
    result: list[Quantity] = []
    for q in found:
        first = result[-1] if result else None
        if first is None or first.end_value is not None or first.ratio or q.value is None or first.value is None:
            result.append(q)
            continue
        gap = text[first.end : q.start]
        way = _RANGE.fullmatch(gap)
        counted = q.unit is None and grammar.generic.match(lower, q.number_end) is not None
        if not way or not _is_range(text, first, q, gap, start, counted=counted):
            result.append(q)
            continue
        if q.scaled and not first.scaled and first.value < q.value:
            _rescale(first, q)
        first.end_value, first.end, first.number_end = q.value, q.end, q.number_end
        first.unit, first.noun = q.unit or first.unit, q.noun or first.noun
        first.uses += q.uses
        first.rules += ["range", *(r for r in q.rules if r not in first.rules)]
    return result


def _is_range(text: str, first: Quantity, last: Quantity, gap: str, start: int, *, counted: bool) -> bool:
    assert first.value is not None and last.value is not None
    if first.unit and first.unit != last.unit and not (first.unit == "EUR" and last.unit is None):
        return False
    word = gap.strip().lower()
    if word.startswith(("en", "of")):
        opened = _RANGE_OPEN.search(text, max(start, first.start - 30), first.start)
        return bool(opened)
    if _FROM.search(text, max(start, first.start - 30), first.start):
        return False  # from-to
    far = last.value > 5 * first.value and (first.value >= 100 or (last.scaled and last.value > 10 * first.value * 1000))
    led_to = word.startswith(("tot", "naar")) and (far or (first.scaled and last.scaled))
    if led_to and _GREW_BY.search(text, max(start, first.start - 30), first.start):
        return False  # "steeg met 16 duizend tot 366 duizend": a change and what it led to
    rising = last.value > first.value or (last.scaled and not first.scaled)
    return rising and (last.unit is not None or last.scaled or first.unit == "EUR" or counted)


def _rescale(first: Quantity, last: Quantity) -> None:
    """ "55-60 duizend": the scale word of the second number holds for the first."""
    assert first.value is not None and first.step is not None and last.value is not None and last.step is not None
    factor = Decimal(10) ** (last.value.adjusted() - first.value.adjusted())
    for power in (3, 6, 9):
        scale = Decimal(10) ** power
        if (last.step % scale == 0 or last.places) and first.value * scale <= last.value * 10:
            factor = scale
    if factor < 1000:
        return
    first.value, first.step, first.scaled = first.value * factor, first.step * factor, True


_CHANGE_NOUN = re.compile(
    r"\b(?:(?P<down>daling|afname|krimp|terugval|vermindering)|stijging|toename|groei)(?: (?:te )?zien)?,? $", re.IGNORECASE
)
MANIFOLD = 8  # a count that grew so many times over is told as a multiple


def from_to(text: str, found: list[Quantity], start: int) -> list[FromTo]:
    """The from-to pairs among quantities that follow each other; a unit or scale printed once holds for both."""
    pairs = []
    for first, last in pairwise(found):
        if first.value is None or last.value is None or first.end_value is not None or last.end_value is not None:
            continue
        opened = _FROM.search(text, max(start, first.start - 30), first.start)
        if not opened or not _TO.fullmatch(text, first.end, last.start):
            continue
        if _led_to(text, start, opened.start(), first, last):
            if first.unit is None:
                _lend(first, last, "unit.led_to")
            continue
        if last.scaled and not first.scaled and (first.value < 1000 or _in_thousands(first, last)) and first.unit in (None, last.unit):
            _rescale(first, last)
        if first.unit is None and last.unit is not None:
            _lend(first, last, "unit.from_to")
        elif last.unit is None and first.unit is not None:
            _lend(last, first, "unit.from_to")
        if first.unit == last.unit and first.unit not in ("days", "multiple"):
            pairs.append(FromTo(first, last, opened.start()))
    return pairs


def _led_to(text: str, start: int, opened: int, first: Quantity, last: Quantity) -> bool:
    """ "een daling van 98 duizend tot 1.167 duizend": a change and the level it led to, which no fall from the one to the other is.

    A rise "tot" many times as much is one too.
    """
    noun = _CHANGE_NOUN.search(text, max(start, opened - 24), opened)
    if noun is None or first.value is None or last.value is None or not (first.scaled or first.value >= 1000):
        return False
    if noun["down"]:
        return last.value > first.value
    return last.value >= MANIFOLD * first.value and " tot " in text[first.end : last.start]


def _in_thousands(q: Quantity, scaled: Quantity) -> bool:
    """ "7.833 respectievelijk 7.978 duizend": the word behind the second holds for the first too, as much alike as they are."""
    assert q.value is not None and scaled.value is not None
    return scaled.scaled and not q.scaled and "." in q.value_text and scaled.value / 4 <= q.value * 1000 <= scaled.value * 4


def _lend(to: Quantity, giver: Quantity, rule: str) -> None:
    to.unit, to.noun = giver.unit, giver.noun
    to.ratio = giver.ratio
    to.rules.append(rule)
    if (
        giver.scaled
        and not to.scaled
        and to.value is not None
        and giver.value is not None
        and (to.value < 1000 or _in_thousands(to, giver))
    ):
        assert to.step is not None
        for power in (3, 6, 9):
            scale = Decimal(10) ** power
            if Decimal("0.02") <= (to.value * scale) / abs(giver.value) <= 50 if giver.value else False:
                to.value, to.step, to.scaled = to.value * scale, to.step * scale, True
                return


_ANOTHER_COUNT = re.compile(r"\b(?:aantal|aantallen) (?:[a-z]+ )?[a-zà-ÿ’']{4,}")
_SHARED = (
    "percent",
    "percentage_point",
    "persons",
    "vacancies",
    "jobs",
    "fte",
    "EUR",
    "hours",
    "households",
    "per_100",
    "per_1000",
    "count",
)


def share_units(text: str, found: list[Quantity], start: int) -> None:
    """A number without a unit takes that of the list it stands in, or of the figure it is set against."""
    for index in range(len(found) - 1, 0, -1):  # forward: "45, 30 en 12 duizend vacatures"
        q, following = found[index - 1], found[index]
        if (
            q.unit is None
            and following.unit in _SHARED
            and _alike(q, following)
            and (
                _LIST.fullmatch(text, q.end, following.start)
                or (q.places == following.places and _LONG_LIST.fullmatch(text, q.end, following.start))
            )
        ):
            _lend(q, following, "unit.list")
    for q, following in pairwise(found):
        if q.unit is None and following.unit in _SHARED and _LED_TO.fullmatch(text, q.end, following.start):
            _grown_by(text, q, following, start)
    for previous, q in pairwise(found):
        if q.unit is None:
            set_against(text, previous, q)


def _grown_by(text: str, q: Quantity, following: Quantity, start: int) -> None:
    """ "daalde met 700 tot 24,3 duizend", "met 16 tot 366 duizend": the scale holds for both unless the change would exceed its outcome."""
    if q.value is None or following.value is None or q.word or not _GREW_BY.search(text, max(start, q.start - 30), q.start):
        return
    if following.scaled and not q.scaled and q.value * 1000 <= following.value:
        _lend(q, following, "unit.led_to")
    else:
        q.unit, q.noun = following.unit, following.noun
        q.rules.append("unit.led_to")


def set_against(text: str, previous: Quantity, q: Quantity) -> bool:
    """ "3,9 procent (was 3,7)": a bare number set against the figure before it takes its unit."""
    if previous.unit not in _SHARED or not _alike(q, previous) or q.start - previous.end >= 90:
        return False
    if previous.unit in ("persons", "vacancies", "jobs") and _ANOTHER_COUNT.search(text, previous.end, q.start):
        return False  # "374 duizend werklozen en het aantal vacatures was 404 duizend"
    gap = text[max(previous.end, q.start - 24) : q.start]
    against = _AGAINST if previous.unit == "count" else _BACK
    alike = q.places == previous.places > 0 and _NEXT_GROUP.fullmatch(text, previous.end, q.start)
    if not against.search(gap) and not alike and not _LIST.fullmatch(text, previous.end, q.start):
        return False
    _lend(q, previous, "unit.set_against")
    if previous.unit == "percentage_point" and _STANDS.search(text, previous.end, q.start):
        q.unit = "percent"  # "is 0,3 procentpunt gestegen en staat in juni op 3,8"
    return True


_STANDS = re.compile(r"\b(?:staat|stond|ligt|lag|kwam|komt|bedraagt|bedroeg)\b[^.;:]{0,40} $")


def _alike(q: Quantity, other: Quantity) -> bool:
    """Whether two numbers are printed the same way, so that one unit can hold for both."""
    if q.word or other.word or q.value is None or other.value is None or other.value == 0 or q.value == 0:
        return False
    if other.unit in ("percent", "percentage_point", "hours", "per_100", "per_1000"):
        return not q.scaled and q.value <= 400 and (q.places == other.places or q.places > 0)
    ratio = abs(q.value / other.value)
    return Decimal("0.01") <= ratio <= 100 or (other.scaled and not q.scaled and (q.value < 1000 or _in_thousands(q, other)))
