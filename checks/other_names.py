"""Other indicators and groups that a number may be of: those its text names, nearer than the one it was read as, or that fit it. Pure."""

from __future__ import annotations

import re

from checks import near_miss
from checks.parts import TOTAL
from checks.question import CHANGES, Ask
from labour.indicators import Field, Indicator
from labour.model import Claim
from labour.observations import ObservationIndex

WHOLES = ("employees", "employed_persons", "labour_force")
WHOLE = re.compile(r"\b(in totaal|totaal|landelijk|in (heel )?nederland|ons land|alle (sectoren|bedrijfstakken)|economie)\b", re.IGNORECASE)
AVERAGE = re.compile(r"\bgemiddeld", re.IGNORECASE)
BEHIND = 40  # characters: " werknemers in dat kwartaal een vaste "
AROUND = 80  # characters: "In de gehele economie stonden er in het derde kwartaal van 2024 "
BESIDE = 24  # characters: " gemiddeld over alle "
FARTHEST = 10**6  # characters; what is not named at all


def sector_named(claim: Claim, field: Field, sentence: str) -> bool:
    """Whether the sentence itself names the sector that a claim was read as one of."""
    sector = field.sectors.get(claim.sector or "")
    return sector is not None and any(re.search(rf"\b{word}\b", sentence.lower()) for word in sector.words)


def names_the_other(claim: Claim, ask: Ask, index: ObservationIndex, field: Field, sentence: str, before: str) -> bool:
    """Whether the number is that of another indicator, which the text names nearer to it than the one it was read as.

    For a change it is enough that the sentence names the other: "flex 2,7 mln, +34 duizend; zzp ..."; for a level whose name was taken
    from the sentence before, that it fits the other.
    """
    if ask.form not in ("difference", "growth", "level"):
        return False
    found = [field.indicators[key] for key in near_miss.indicators_that_fit(claim, ask, index) if key in field.indicators]
    after = sentence.partition(claim.quote)[2]
    indicator = field.indicators[ask.line.indicator]
    own = -1 if _distance(indicator, claim.quote, "") < FARTHEST else _distance(indicator, before, after)  # "9,8 miljoen werknemers"
    changes = ask.form in CHANGES
    leans = not changes and any(rule.endswith(".inherited") for rule in claim.rules)
    return any(leans or _distance(one, before, after) < own or (changes and _distance(one, sentence, "") < FARTHEST) for one in found)


def _distance(indicator: Indicator, before: str, after: str) -> int:
    """Characters from a place in the text to the nearest word that names the indicator."""
    nearest = FARTHEST
    for word in indicator.words:
        ends = [len(before) - found.end() for found in re.finditer(rf"\b(?:{word})", before.lower())]
        ahead = re.search(rf"\b(?:{word})", after.lower())
        nearest = min([nearest, *ends, *([ahead.start()] if ahead else [])])
    return nearest


def of_another_group(claim: Claim, ask: Ask, miss: near_miss.Found | None, field: Field, sentence: str, before: str) -> bool:
    """Whether the number is that of a group or indicator which the text may well mean.

    A figure read as one of the whole because no group stands beside it, that is to the digit the figure of a part, was said of the part;
    and so was one whose own indicator is named only behind it: "5,6 miljoen vaste en 2,7 miljoen flexibele werknemers".
    """
    if miss is None or miss.kind != "population" or not sentence:
        return False
    if miss.value_of[0] in field.indicators:
        if ask.line.indicator in WHOLES and miss.value_of[0] not in WHOLES:
            # "werknemers, vast": the word for all says little beside the one for a part
            told = _stems(field.indicators[miss.value_of[0]]) - _stems(field.indicators[ask.line.indicator])
            return any(stem in f"{before} {sentence}".lower() for stem in told)
        own = field.indicators[ask.line.indicator]
        ahead, quote, after = sentence.partition(claim.quote)
        behind = re.split(r"[\d;:]", after)[0][:BEHIND]  # "2.689.000 werknemers een vaste arbeidsrelatie"
        other = field.indicators[miss.value_of[0]]
        if _distance(other, "", behind) == FARTHEST and _distance(own, "", behind) != FARTHEST:
            return False
        clause = re.split(r"[;:,]", after)[0]
        if _distance(own, "", clause[: 2 * BEHIND]) < _distance(other, "", clause):
            return False  # "1.573.000 personen een werkweek van 20 tot 35 uur"
        return _distance(own, ahead + quote, "") == FARTHEST
    if claim.sector is not None and not sector_named(claim, field, sentence):
        return True
    at = claim.start - claim.sentence[0]
    if claim.sector is None and claim.population is None:
        return not WHOLE.search(sentence, max(0, at - AROUND), at + len(claim.quote) + BESIDE)
    near = sentence[max(0, at - BESIDE) : at + len(claim.quote) + BESIDE]
    return miss.value_of == (TOTAL,) and bool(WHOLE.search(near) or AVERAGE.search(near))


def _stems(indicator: Indicator) -> set[str]:
    """How the words that name an indicator begin: "vast" of "vaste arbeidsrelaties"."""
    return {word[:4] for word in indicator.words if word[:4].isalpha()}
