"""Open vacancies above and unemployed below, each on an axis of its own: vacancies are not persons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from figures.cells import Point, basis_notes, facts, revised, source_line
from figures.claim_marks import Mark, marks, within
from figures.frame import Caption, dress, name_once, panel_head, sheet
from figures.lettering import Box
from figures.picture import Picture, picture
from figures.theme import LIGHT, Theme, in_period, number, say, unit_words
from figures.timeline import Strand, draw, ends, entries, panel, points_of, strands_of, told
from labour.indicators import Field, Indicator
from labour.model import Check
from labour.observations import ObservationIndex

_PARTS = (("open_vacancies", "vacancies"), ("unemployed_persons", "persons"))


@dataclass(frozen=True, slots=True)
class _Part:
    """What one panel shows."""

    about: Indicator
    strands: list[Strand]
    firsts: list[Point]
    found: list[Mark]

    @property
    def drawn(self) -> list[Point]:
        return [*self.firsts, *points_of(self.strands)]


def vacancies_and_unemployed(
    observations: ObservationIndex,
    field: Field,
    checks: Iterable[Check] = (),
    *,
    language: str = "nl",
    theme: Theme = LIGHT,
    first: str = "2008KW01",
    last: str = "",
    as_of: date | None = None,
) -> Picture:
    """Open vacancies and unemployed by quarter, both seasonally adjusted, in two panels with the same years."""
    known = observations.as_of(as_of) if as_of else observations
    stated = list(checks)
    parts = []
    for indicator, unit in _PARTS:
        keys = [series.key for series in known.of(indicator, group="total", adjusted=True)]
        strands = strands_of(known, keys, theme, language, first=first, last=last)
        firsts = revised(known, keys, points_of(strands), first=first, last=last)
        found = within(marks(stated, indicator, unit), points_of(strands), first)
        parts.append(_Part(field.indicators[indicator], strands, firsts, found))
    every = [point for part in parts for point in part.drawn]
    title = say(language, "Vacatures en werklozen", "Vacancies and unemployed") + _now(parts, language)
    caption = Caption(
        title,
        " ".join(say(language, part.about.definition_nl, part.about.definition_en) for part in parts),
        facts(
            say(language, "Duizend, seizoengecorrigeerd, per kwartaal", "Thousands, seasonally adjusted, by quarter"),
            every,
            language,
            as_of,
        ),
        source_line(every, language),
        tuple(basis_notes(every, language)),
    )
    legend = tuple(dict.fromkeys(name for part in parts for name in entries(part.strands, part.firsts, part.found, language)))
    paper = sheet(
        caption,
        theme,
        legend=legend,
        left=theme.size * 3,
        right=theme.size * 1.4,
        above=theme.size * 1.5,
        below=theme.size * 1.6,
        least=theme.size * 24,
    )
    figure = go.Figure()
    rows = []
    gap = theme.size * 4.2
    half = (paper.height - gap) / 2
    for place, part in enumerate(parts):
        if not part.drawn:
            continue
        top = paper.plot.top + place * (half + gap)
        box = Box(paper.plot.left, top, paper.plot.right, top + half)
        frame = panel(box, part.strands, firsts=part.firsts, found=part.found, also=every, number=place + 1)
        notes = ends(part.strands[-1].drawn, part.found, language)
        rows += draw(figure, paper, frame, part.strands, language, firsts=part.firsts, found=part.found, notes=notes)
        series = part.drawn[0].series
        panel_head(paper, box, say(language, part.about.name_nl, part.about.name_en), unit_words(series.unit, series.scale, language))
    name_once(figure)
    dress(figure, paper, language, legend=bool(legend))
    sentences = [" ".join(told(part.about, part.strands, part.found, tongue) for part in parts) for tongue in ("nl", "en")]
    both = sentences[0], sentences[1]
    slug = "vacatures-en-werklozen"
    return picture("vacancies_and_unemployed", slug, figure, title, both, rows, every, language=language, theme=theme, as_of=as_of)


def _now(parts: Sequence[_Part], language: str) -> str:
    """ ": 380.000 openstaande vacatures in het vierde kwartaal van 2025 en 396.000 werklozen in ..."."""
    texts = []
    for part in parts:
        if part.strands:
            last = part.strands[-1].drawn[-1]
            value = number(last.value * last.series.scale, language, 0)
            texts.append(f"{value} {say(language, part.about.name_nl, part.about.name_en).lower()} {in_period(last.period, language)}")
    return ": " + say(language, " en ", " and ").join(texts) if texts else ""
