"""Shortages per sector, now to 2033: what letters state and forecasters published, a panel per shortage with its own unit and axis."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import plotly.graph_objects as go

from figures.cells import basis_notes, facts, source_line
from figures.claim_marks import SYMBOLS
from figures.frame import Caption, dress, edge, sheet
from figures.lettering import Box
from figures.picture import Picture, picture
from figures.shortage_panel import Panel, fill, head_height
from figures.shortage_rows import NO_YEAR, UNITS, Topic, left_out, table_rows, topics
from figures.theme import LIGHT, Theme, say
from labour import wording
from labour.indicators import Field
from labour.model import Check
from labour.observations import ObservationIndex

_PLOT = 12  # height of a panel's plot in font sizes, with the years below it
_PANEL = 375  # the least width in pixels at which a panel's years and labels are readable


def shortages(
    observations: ObservationIndex,
    field: Field,
    checks: Iterable[Check] = (),
    *,
    language: str = "nl",
    theme: Theme = LIGHT,
    since: str = "2022",
    indicators: Sequence[str] = (),
    parts: bool = False,
    as_of: date | None = None,
) -> Picture:
    """Shortages by year from ``since`` on, each in a panel of one unit: persons, fte and vacancies never share an axis.

    ``indicators`` narrows to some of the field's shortages, ``parts`` adds branches and other scopes of the sector. The picture
    grows in height with its panels.
    """
    known = observations.as_of(as_of) if as_of else observations
    stated = list(checks)
    found, spoken = (
        [topic for topic in topics(known, field, stated, tongue, since, parts=parts) if not indicators or topic.indicator in indicators]
        for tongue in (language, "en" if language != "en" else "nl")
    )
    every = [cell.point for topic in found for entry in topic.entries for cell in entry.cells if cell.point]
    years = sorted({cell.year for topic in found for entry in topic.entries for cell in entry.cells} - {NO_YEAR})
    title = say(language, "Tekorten per sector", "Shortages by sector")
    if years:
        title += say(language, f": van {years[0]} tot {years[-1]}", f": {years[0]} to {years[-1]}")
    note = left_out(stated, language)
    caption = Caption(
        title,
        say(
            language,
            "Wat brieven stellen en wat is gepubliceerd, per jaar. Personen, fte en vacatures zijn onvergelijkbaar en niet op te tellen.",
            "What letters state and what was published, by year. Persons, fte and vacancies cannot be compared or added up.",
        ),
        facts(
            say(language, "Eenheid per vak; elk vak heeft een eigen schaal", "Unit by panel; each panel has its own scale"),
            every,
            language,
            as_of,
        ),
        source_line(every, language),
        (_signs(found, language), *([note] if note else []), *basis_notes(every, language, hollow=False)),
    )
    columns = max(1, min(len(found), theme.width // _PANEL))
    width = (theme.width - 2 * edge(theme)) / columns
    heads = [head_height(topic, theme, width) for topic in found]
    lines = [heads[start : start + columns] for start in range(0, len(found), columns)]
    needed = sum(max(line) + theme.size * _PLOT for line in lines)
    paper = sheet(caption, theme, least=needed)
    spare = (paper.height - needed) / max(1, len(lines))
    figure = go.Figure()
    top = paper.plot.top
    for down, line in enumerate(lines):
        bottom = top + max(line) + theme.size * _PLOT + spare
        for across, topic in enumerate(found[down * columns : (down + 1) * columns]):
            left = paper.plot.left + across * width
            panel = Panel(figure, paper, Box(left, top, left + width, bottom), topic, down * columns + across + 1, language)
            fill(panel, years, top + max(line))
        top = bottom
    dress(figure, paper, language)
    sentences = {language: _sentence(found, language)}
    other = "en" if language != "en" else "nl"
    sentences[other] = _sentence(spoken, other)
    rows = table_rows(found)
    return picture(
        "shortages", "tekorten", figure, title, (sentences["nl"], sentences["en"]), rows, every, language=language, theme=theme, as_of=as_of
    )


def _signs(found: Sequence[Topic], language: str) -> str:
    """What the signs before the letters' numbers say."""
    verdicts = {cell.check.verdict for topic in found for entry in topic.entries for cell in entry.cells if cell.check}
    told = "; ".join(wording.verdict(verdict, language) for verdict in SYMBOLS if verdict in verdicts)
    return say(language, f"Getallen uit brieven dragen een teken: {told}.", f"Numbers from letters carry a sign: {told}.") if told else ""


def _sentence(found: Sequence[Topic], language: str) -> str:
    """The largest number of each unit, with its year, maker and scenario."""
    texts = []
    for unit in UNITS:
        cells = [(cell, entry, topic) for topic in found if topic.unit == unit for entry in topic.entries for cell in entry.cells]
        if cells:
            cell, entry, topic = max(cells, key=lambda one: one[0].value)
            when = f" in {cell.year}" if cell.year else ""
            texts.append(f"{topic.name}: {wording.quantity(cell.value, unit, language)}{when} ({entry.detail})")
    if not texts:
        return say(language, "Geen tekorten vastgelegd of in brieven genoemd.", "No shortages held or stated in letters.")
    return say(language, "Grootste per eenheid: ", "Largest per unit: ") + "; ".join(texts) + "."
