"""A near miss in one sentence, Dutch and English, from the cells it names."""

from __future__ import annotations

from collections.abc import Callable

from checks.derived import Estimate
from checks.explain import cell
from checks.near_miss import Found
from labour.model import NearMiss
from labour.periods import name


def describe(found: Found, names: Callable[[str, str], str], figures: Callable[[Estimate, str], str]) -> NearMiss:
    """The near miss with its two sentences; ``names`` gives a group or indicator a name, ``figures`` prints an estimate."""
    said = []
    for language in ("nl", "en"):
        parts = []
        for key, made in zip(found.value_of, found.estimates, strict=False):
            label = names(key, language) if found.kind == "population" else name(key, language)
            alone = len(made.cells) == 1 and found.kind in ("period", "population")
            parts.append((label, cell(made.cells[0], language) if alone else figures(made, language)))
        said.append(_sentence(found.kind, parts, language))
    return NearMiss(found.kind, found.value_of, said[0], said[1])


_SENTENCES = {
    "period": ("Het genoemde getal is dat van {where}: {figure}.", "The number stated is that of {where}: {figure}."),
    "adjustment": (
        "Het genoemde getal is dat van de reeks met de andere seizoenbehandeling: {figure}.",
        "The number stated is that of the series with the other seasonal treatment: {figure}.",
    ),
    "scale": ("Het getal lijkt een factor verkeerd geschaald: {figure}.", "The number seems off by a power of ten: {figure}."),
    "unit": ("Het getal past bij een andere eenheid: {figure}.", "The number fits another unit: {figure}."),
    "sign": ("De verandering gaat de andere kant op: {figure}.", "The change goes the other way: {figure}."),
    "inverse_ratio": ("De verhouding is omgekeerd: {figure}.", "The ratio is the wrong way round: {figure}."),
    "population": ("Het genoemde getal is dat van {where}: {figure}.", "The number stated is that of {where}: {figure}."),
    "vintage": ("Het genoemde getal is dat van een andere stand: {figure}.", "The number stated is that of another state: {figure}."),
}


def _sentence(kind: str, parts: list[tuple[str, str]], language: str) -> str:
    and_ = " and " if language == "en" else " en "
    where = and_.join(dict.fromkeys(label for label, _ in parts))
    figure = and_.join(dict.fromkeys(text for _, text in parts))
    return _SENTENCES[kind][1 if language == "en" else 0].format(where=where, figure=figure)
