"""Words of a publisher or a letter that would be markup: no picture shows a link, a tag or an unseen character, hover texts included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from figures.detail import interval, revisions
from figures.gallery import PICTURES, pictures
from figures.theme import THEMES
from labour.indicators import Field
from labour.model import Check, Evidence, Interval
from labour.observations import ObservationIndex, build_index

EVIL = '<a href="https://kwaad.example">klik</a> <i>schuin</i> <span style="font-size:99px">groot</span>\u202emor\u202c nul\u200bbreed'
#: what the pictures themselves ask of Plotly
OURS = re.compile(r"</?b>|<br>|<extra></extra>|<extra>|</extra>")


@pytest.fixture(scope="module")
def poisoned(held: ObservationIndex) -> ObservationIndex:
    """The figures held with every word that a publisher gives made harmful."""
    rows = [
        (
            replace(series, label=f"{series.label} {EVIL}", measure=EVIL, dimensions=((EVIL, EVIL),)),
            period,
            replace(state, source_text=f"{state.source_text} {EVIL}" if state.source_text else EVIL),
        )
        for key, series in held.series.items()
        for period in held.periods(key)
        for state in held.states(key, period)
    ]
    return build_index(rows)


def texts(found: Any) -> Iterator[str]:
    """Every text in what is sent to Plotly."""
    if isinstance(found, dict):
        for key, value in found.items():
            if key not in ("template", "ids", "meta", "bdata"):
                yield from texts(value)
    elif isinstance(found, list | tuple):
        for value in found:
            yield from texts(value)
    elif isinstance(found, str):
        yield found


def harmless(figure: Any) -> None:
    for text in texts(figure.to_plotly_json()):
        assert "<" not in OURS.sub("", text), text
        assert not re.search("[\u200b-\u200f\u202a-\u202e\u2066-\u2069]", text), text


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", PICTURES)
def test_words_of_publishers_and_letters_stay_words(
    name: str, language: str, poisoned: ObservationIndex, field: Field, checks: list[Check]
) -> None:
    bare = replace(field, sectors={})  # so that the publisher's own names of the sections are shown
    evil = [replace(one, claim=replace(one.claim, letter=EVIL, quote=EVIL, value_text=EVIL)) for one in checks]
    drawn = pictures(poisoned, bare, evil, language, THEMES["light"])[name]().figure
    harmless(drawn)
    assert name in ("verdict_counts", "beveridge") or "kwaad.example" in drawn.to_json()  # the words are shown, not left out


def test_so_do_those_beside_one_claim(poisoned: ObservationIndex, field: Field, checks: list[Check]) -> None:
    evidence = Evidence(EVIL, EVIL, ((EVIL, EVIL),), "2024KW03", Decimal(106), EVIL, "definitief", EVIL, EVIL, "https://kwaad.example", "")
    allowed = Interval(Decimal("105.5"), Decimal("106.5"))
    evil = replace(
        checks[1],
        claim=replace(checks[1].claim, letter=EVIL, quote=EVIL, value_text=EVIL, sector=EVIL, population=EVIL),
        evidence=(evidence,),
        interval=allowed,
        published=Decimal(107),
    )
    harmless(interval(evil, field).figure)
    for key in poisoned.series:
        for period in poisoned.periods(key):
            if len([one for one in poisoned.states(key, period) if one.known_from]) > 2:
                harmless(revisions(poisoned, field, key, period).figure)
                return
