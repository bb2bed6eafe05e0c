"""Why a figure that does not fit need not be wrong: another reading of the sentence that the cells cannot rule out.

Each function looks at a claim whose cells contradict it and says whether a sound claim could look the same. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from checks import near_miss, slips
from checks.interval import Claimed, slip, step_of, transposed
from checks.lookup import kind_of
from checks.other_names import sector_named
from checks.question import CHANGES, Ask, put
from checks.reading import Plan
from checks.refusals import other_publisher
from checks.two_dates import Outcome
from checks.units import COUNTED
from labour.indicators import Field
from labour.model import Claim
from labour.observations import ObservationIndex
from labour.periods import name, parse

# "eind 2023": a moment within the period that the claim carries
PART = re.compile(r"\b(begin|eind|einde|medio|halverwege|ultimo|voorjaar|zomer|najaar|winter|kwartaal|stand)\b", re.IGNORECASE)
# "voor het eerst in vier jaar", "het hoogst sinds de crisis": a stretch that the claim does not carry
WINDOW = re.compile(r"\b(in|sinds) (ruim |bijna |meer dan )?\w+ (jaar|jaren|kwartalen|maanden)\b|\bsinds\b", re.IGNORECASE)
# "met gemiddeld 5 duizend per maand": a pace, not what it came to
PACE = re.compile(r"\b(per|elke|iedere) (maand|kwartaal|jaar)\b|\b(maandelijks|jaarlijks)\b", re.IGNORECASE)
_SCALE_WORD = re.compile(r"duizend|miljoen|miljard|mln|dzd|mld", re.IGNORECASE)
UP = re.compile(
    r"\b(toegenomen|gestegen|gegroeid|opgelopen|toename|stijging|groei|steeg|stegen|groeide|toenam|stijgt|groeit|opliep|oploopt|klom)\b"
    r"|\b(liep|liepen|loopt|lopen|nam|namen|neemt|nemen)\b[^.;:,]{0,40}\b(op|toe)(?= ?[,.]| van\b| tot\b| naar\b)",
    re.IGNORECASE,
)
DOWN = re.compile(
    r"\b(afgenomen|gedaald|gekrompen|teruggelopen|afname|daling|krimp|daalde|daalden|kromp|afnam|daalt|terugliep|terugloopt|zakte)\b"
    r"|\b(liep|liepen|loopt|lopen|nam|namen|neemt|nemen)\b[^.;:,]{0,40}\b(terug|af)(?= ?[,.]| van\b| tot\b| naar\b)",
    re.IGNORECASE,
)
RATE_WORD = re.compile(r"\b(aandeel|aandelen|percentage|deel|quote|graad|participatie|werkloosheid)\b", re.IGNORECASE)
YEAR_BACK = re.compile(r"\b(vorig jaar|jaar (eerder|ervoor|daarvoor|geleden|terug|tevoren)|destijds|toen|voordien)\b", re.IGNORECASE)
# "dat is een groei van 21 procentpunt": a sentence about what was just told
_SAYS_AGAIN = re.compile(
    r"\b(gaat|ging|is|was|betekent|betekende) (er )?(het|dit|dat|dus)\b|\b(dit|dat|het) (is|was|betekent|betekende|komt|gaat|ging)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d")
_POINTS_BACK = re.compile(r"\W*(?:dat|dit) (?:is|zijn|was|waren|betekent) ", re.IGNORECASE)
THOUSAND = Decimal(1000)
FAR = Decimal("1.2")  # a level further off is seldom a slip; a part of the group, or another one, often is
FAR_NAMED = Decimal(2)  # the same where the sentence names the sector, which leaves less to mistake


def may_be_local(claim: Claim) -> bool:
    """Whether the text spoke of one place or organisation before the figure, and of the country nowhere since."""
    return "scope.local" in claim.rules or "scope.ours" in claim.rules


def ratio_not_printed(claim: Claim, miss: near_miss.Found | None) -> bool:
    """Whether the ratio is the other way round only because the figure before it was: "114 werklozen op 100 vacatures; in 2022 nog 120"."""
    return miss is not None and miss.kind == "inverse_ratio" and any(rule in _UNIT_OF_BEFORE for rule in claim.rules)


_UNIT_OF_BEFORE = ("unit.set_against", "unit.as_many", "unit.list", "unit.spoken_of")


def may_mean_a_part(ask: Ask, sentence: str) -> bool:
    """Whether the year of a claim may stand for a moment in it: "eind 2023"."""
    return kind_of(ask.period) == "JJ" and (not sentence or bool(PART.search(sentence)))


def of_something_else(claim: Claim, ask: Ask, outcome: Outcome, miss: near_miss.Found | None, field: Field, sentence: str) -> bool:
    """Whether the figure is so far off, with no slip that explains it, that the sentence is likelier about another group."""
    if outcome.used is None or not claim.value or not outcome.used.point:
        return False
    if ask.form in CHANGES and (_POINTS_BACK.match(sentence) or not any(rule.endswith(".inherited") for rule in claim.rules)):
        return False
    if miss is not None and miss.kind != "population" and (miss.kind != "period" or len(miss.value_of) == 1):
        return False
    point, value = outcome.used.point, claim.value
    bound = FAR_NAMED if sector_named(claim, field, sentence) else FAR
    far = not 1 / bound < value / point < bound
    if miss is not None and miss.kind == "population":
        return (
            ask.line.unit in COUNTED and miss.value_of[0] not in field.indicators and not 1 / FAR_NAMED < value / point < FAR_NAMED
        )  # of a part, by whatever words
    step = step_of(claim)
    return far and (abs(value) < 10 * step or not slip(value, point, step))


def scale_not_printed(claim: Claim, miss: near_miss.Found | None) -> bool:
    """Whether the zeros too many or too few were read from elsewhere, a heading or the figure before: "3,2" beside "316 duizend"."""
    if miss is None or miss.kind != "scale" or claim.value is None or _SCALE_WORD.search(claim.quote):
        return False
    digits = re.sub(r"[^\d,]", "", claim.value_text).replace(",", ".")
    return bool(digits.strip(".")) and Decimal(digits.strip(".")) != abs(claim.value)


def of_a_period_before(ask: Ask, miss: near_miss.Found | None, sentence: str, before: str) -> bool:
    """Whether the number is that of a period which the text just before names, where the sentence does not name its own."""
    if miss is None or miss.kind != "period" or ask.form in CHANGES:
        return False
    return any(_says(key, ask.period, before + sentence) and not _says(ask.period, key, sentence) for key in miss.value_of)


def of_a_time_beside(claim: Claim, ask: Ask, miss: near_miss.Found | None, sentence: str) -> bool:
    """Whether the number is that of a quarter or year which its sentence names too, if for another figure: the two are easily mistaken."""
    if miss is None or miss.kind != "period" or ask.form in CHANGES:
        return False
    if kind_of(ask.period) == "JJ" and re.search(rf"\b{ask.period[:4]},? (?:nog |al )?$", sentence.partition(claim.quote)[0]):
        return False  # "in 2024 359.000 en in 2023 372.000": its own year stands right before it
    return any(_named_too(key, ask.period, sentence) for key in miss.value_of)


def _named_too(key: str, other: str, sentence: str) -> bool:
    found, own = parse(key), parse(other)
    if found is None or own is None or found.kind != own.kind:
        return False
    if found.kind == "KW" and found.number != own.number:
        elsewhere = rf"(?!\s+kwartaal\s+van\s+(?!{found.year})(?:19|20)\d\d)"  # of another year
        told = re.search(rf"\b{name(key).split()[0]}\b{elsewhere}", sentence, re.IGNORECASE)
        return told is not None and (found.year == own.year or str(found.year) in sentence)
    return found.number == own.number and bool(str(found.year) in sentence or (found.year == own.year - 1 and YEAR_BACK.search(sentence)))


def _says(key: str, other: str, text: str) -> bool:
    """Whether a text names a quarter, month or year by what tells it from another: "derde kwartaal", "Q3", "oktober", "2023"."""
    at, apart = parse(key), parse(other)
    if at is None or apart is None:
        return False
    if at.year != apart.year and str(at.year) not in text:
        return False
    if at.kind == "KW" and (at.kind, at.number) != (apart.kind, apart.number):
        ordinal = name(key).split()[0]
        return bool(re.search(rf"\b({ordinal}\s+kwartaal|[kq]w?\s?{at.number}\b|{at.number}e\s+kwartaal)", text, re.IGNORECASE))
    return at.kind != "MM" or at.number == apart.number or name(key).split()[0] in text.lower()


def growth_of_a_count(claim: Claim, sentence: str) -> bool:
    """Whether points that fit as growth in percent can be nothing else: no chance fit, no share in the sentence, no other maker."""
    fine = claim.value is not None and abs(claim.value) >= 10 * step_of(claim)
    inherited = any(rule.endswith(".inherited") for rule in claim.rules)
    return (
        fine
        and not (inherited and not (claim.base_period and _YEAR.search(sentence)) and not _SAYS_AGAIN.search(sentence))
        and not RATE_WORD.search(sentence)
        and not claim.period_inferred
        and not other_publisher(claim)
    )


def one_direction(claim: Claim, sentence: str) -> bool:
    """Whether no word of the sentence speaks of the other direction than the claim's sign."""
    return claim.value is not None and not (UP if claim.value < 0 else DOWN).search(sentence)


def from_whole_thousands(asked: Claimed, ask: Ask, outcome: Outcome, index: ObservationIndex) -> bool:
    """Whether a change fits when made of its two ends in whole thousands, as news prints them: 445 less 437 for 445.3 less 436.6."""
    question = put(ask, index)
    if ask.form not in CHANGES or outcome.used is None or question is None:
        return False
    whole = [
        replace(cell, state=replace(cell.state, value=cell.state.value.quantize(Decimal(1), ROUND_HALF_UP)))
        if cell.series.scale >= THOUSAND
        else cell
        for cell in outcome.used.cells
    ]
    made = question.formula(whole)
    return made is not None and asked.strict.holds(made.point)


def slipped(
    claim: Claim, plan: Plan, tried: Sequence[tuple[Ask, Outcome]], sentence: str, index: ObservationIndex
) -> tuple[Ask, Outcome] | None:
    """Of a change without a stated base, against which every reading speaks: the one that fits but for its sign, its unit or two digits.

    Two digits that changed places tell only where there is one reading: a year against the year before.
    """
    if plan.firm or claim.kind != "change" or claim.base_period or any(met.agrees for _, met in tried):
        return None
    every = all(met.verdict == "deviates" for _, met in tried)
    for ask, met in tried:
        turned = every and one_direction(claim, sentence) and met.used is not None and slips.turned_round(claim, met.used)
        swapped = every and len(tried) == 1 and met.used is not None and _swapped(claim, met.used.point)
        if turned or swapped or (met.verdict == "deviates" and slips.in_points(claim, ask, index)):
            return ask, met
    return None


def _swapped(claim: Claim, point: Decimal) -> bool:
    step = step_of(claim)
    return claim.value is not None and abs(claim.value) >= 100 * step and transposed(claim.value, point, step)
