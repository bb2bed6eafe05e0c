"""Any indicator of the field through time: published figures as lines, the letters' claims on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import plotly.graph_objects as go

from figures.cells import Point, basis_notes, facts, revised, source_line
from figures.claim_marks import marks, within
from figures.frame import Caption, dress, sheet
from figures.picture import Picture, picture, slugged
from figures.theme import LIGHT, Theme, in_period, say, unit_words
from figures.timeline import Strand, draw, ends, entries, panel, points_of, strands_of, told
from labour import wording
from labour.indicators import Field
from labour.model import Check
from labour.observations import ObservationIndex


def indicator_line(
    observations: ObservationIndex,
    field: Field,
    indicator: str,
    checks: Iterable[Check] = (),
    *,
    language: str = "nl",
    theme: Theme = LIGHT,
    group: str = "total",
    adjusted: bool | None = None,
    kind: str = "KW",
    first: str = "",
    last: str = "",
    as_of: date | None = None,
) -> Picture:
    """One indicator for one group by quarter ("KW"), month ("MM") or year ("JJ"): a line per definition and method, never one across two.

    ``adjusted`` None takes what a Dutch letter means by default. Raises KeyError for an indicator that the field does not know.
    """
    about = field.indicators[indicator]
    known = observations.as_of(as_of) if as_of else observations
    wanted = (adjusted, about.adjusted_default_year if kind == "JJ" else about.adjusted_default, True, False)
    held = [one for one in known.of(indicator, group=group) if any(key[4:6] == kind for key in known.cells[one.key])]
    season = next((choice for choice in wanted if choice is not None and any(one.adjusted is choice for one in held)), None)
    series = [one for one in held if one.adjusted is season]
    keys = [one.key for one in series]
    strands = strands_of(known, keys, theme, language, kind=kind, first=first, last=last)
    firsts = revised(known, keys, points_of(strands), first=first, last=last) if kind == "KW" else []
    every = [*firsts, *points_of(strands)]
    found = within(marks(checks, indicator, series[0].unit, kind) if series and group == "total" else [], every, first)
    name = say(language, about.name_nl, about.name_en)
    sector = next((one for one in field.sectors.values() if one.sbi and one.sbi == group), None)
    of = say(language, series[0].label, f"{group} {sector.name_en}" if sector else series[0].label) if series else ""
    title = _title(name, of if group != "total" else "", strands, language)
    low = _floor(every)
    notes = basis_notes(every, language)
    if low is None:
        notes.append(say(language, "De verticale as begint niet bij nul.", "The vertical axis does not start at zero."))
    unit = unit_words(series[0].unit, series[0].scale, language) if series else ""
    spoken = f"{unit[:1].upper()}{unit[1:]}, {_adjustment(series[0].adjusted if series else None, language)}"
    caption = Caption(
        title,
        say(language, about.definition_nl, about.definition_en),
        facts(spoken, every, language, as_of),
        source_line(every, language),
        tuple(notes),
    )
    legend = entries(strands, firsts, found, language)
    legend = legend if len(legend) > 1 else ()
    paper = sheet(caption, theme, legend=legend, left=theme.size * 3.4, right=theme.size * 1.4, below=theme.size * 1.6)
    figure = go.Figure()
    rows = []
    if every:
        frame = panel(paper.plot, strands, firsts=firsts, found=found, low=low)
        labels = ends(strands[-1].drawn, found, language, lowest=True)
        suffix = "%" if series[0].unit == "percent" else ""
        rows = draw(figure, paper, frame, strands, language, firsts=firsts, found=found, notes=labels, suffix=suffix)
    dress(figure, paper, language, legend=bool(legend))
    sentences = told(about, strands, found, "nl"), told(about, strands, found, "en")
    slug = f"{about.name_nl}-{group}" if group != "total" else about.name_nl
    name = indicator if group == "total" else f"{indicator}_{slugged(group)}"
    return picture(name, slug, figure, title, sentences, rows, every, language=language, theme=theme, as_of=as_of)


def _floor(drawn: Sequence[Point]) -> float | None:
    """Zero, unless all values lie so far above it that the line would be flat."""
    values = [float(point.value) for point in drawn]
    return None if values and min(values) > 0.5 * max(values) else 0.0


def _adjustment(adjusted: bool | None, language: str) -> str:
    if adjusted is None:
        return say(language, "zoals gepubliceerd", "as published")
    if adjusted:
        return say(language, "seizoengecorrigeerd", "seasonally adjusted")
    return say(language, "niet seizoengecorrigeerd", "not seasonally adjusted")


def _value(point: Point, language: str) -> str:
    return wording.quantity(point.value * point.series.scale, point.series.unit, language, 0 if point.series.scale != 1 else None)


def _title(name: str, of: str, strands: Sequence[Strand], language: str) -> str:
    shown = f"{name[:1].upper()}{name[1:]}"
    if of:
        shown += f", {of}"
    if not strands:
        return shown + say(language, ": geen cijfers vastgelegd", ": no figures held")
    last = strands[-1].drawn[-1]
    return f"{shown}: {_value(last, language)} {in_period(last.period, language)}"
