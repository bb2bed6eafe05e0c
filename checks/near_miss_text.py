"""A near miss in one sentence, Dutch and English. It repeats no figure: the number meant is the claim's own."""

from __future__ import annotations

from collections.abc import Callable

from checks.near_miss import Found
from labour.model import NearMiss
from labour.periods import name

_SENTENCES = {
    "period": ("Het genoemde getal is dat van {where}.", "The number stated is that of {where}."),
    "adjustment": (
        "Het genoemde getal is dat van de reeks met de andere behandeling van het seizoen.",
        "The number stated is that of the series with the other seasonal treatment.",
    ),
    "scale": ("Het getal past als het een of meer nullen meer of minder had.", "The number fits with one or more zeros more or fewer."),
    "unit": ("Het getal past bij een andere eenheid dan de brief noemt.", "The number fits another unit than the letter states."),
    "sign": ("Het getal past bij de omgekeerde richting.", "The number fits the opposite direction."),
    "inverse_ratio": ("Het getal past bij de omgekeerde verhouding.", "The number fits the ratio the other way round."),
    "population": ("Het genoemde getal is dat van een andere groep: {where}.", "The number stated is that of another group: {where}."),
    "vintage": ("Het genoemde getal is dat van een andere stand of reeks.", "The number stated is that of another state or series."),
}


def describe(found: Found, named: Callable[[str, str], str]) -> NearMiss:
    """The near miss with its two sentences; ``named`` gives a group or an indicator its name in a language."""
    said = []
    for column, language in enumerate(("nl", "en")):
        labels = [named(key, language) if found.kind == "population" else name(key, language) for key in found.value_of]
        said.append(_SENTENCES[found.kind][column].format(where=(" and " if column else " en ").join(labels)))
    return NearMiss(found.kind, found.value_of, said[0], said[1])
