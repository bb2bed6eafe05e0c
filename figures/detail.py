"""For one row of the table: the interval that a claim's print allows against what was published, and the states of one cell."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import plotly.graph_objects as go

from figures.cells import Point, day_words, source_line
from figures.claim_marks import letter_label
from figures.frame import Caption, dress, sheet, write
from figures.picture import Picture, claim_row, picture, row
from figures.strokes import Note, Scale, axes, scale, write_notes
from figures.theme import LIGHT, Theme, in_period, number, period_label, plain, say, unit_words
from figures.timeline import method_name
from labour import source_names, wording
from labour.indicators import Field
from labour.model import Check, Claim
from labour.observations import ObservationIndex, Series, State

_LOW = LIGHT.sized(1600, 560)


def interval(check: Check, field: Field, *, language: str = "nl", theme: Theme = _LOW) -> Picture:
    """The stated number with the interval that its print allows, and the published value, on one line.

    Without an interval or a published value it says so in place of the line.
    """
    claim, allowed, shown = check.claim, check.interval, check.published
    about = field.indicators.get(claim.indicator or "")
    name = say(language, about.name_nl, about.name_en) if about else claim.indicator or ""
    title = f"{wording.verdict(check.verdict, language)}: {_name(claim, name, language)}"
    title = title[:1].upper() + title[1:]
    evidence = check.evidence[0] if check.evidence else None
    source = evidence.source if evidence and evidence.source else say(language, "geen cel gebruikt", "no cell used")
    source = source_names.named(source, language)
    unit = wording.unit(claim.unit, language)
    caption = Caption(
        title,
        say(
            language,
            "De balk is wat de gedrukte vorm van het getal toelaat; de ruit is het gepubliceerde cijfer.",
            "The bar is what the printed form of the number allows; the diamond is the published figure.",
        ),
        " · ".join(
            part
            for part in (unit[:1].upper() + unit[1:], period_label(claim.period or "", language), letter_label(claim.letter, language))
            if part
        ),
        say(language, "Bron: ", "Source: ") + source,
    )
    paper = sheet(caption, theme, below=theme.size * 1.8, least=theme.size * 8)
    figure = go.Figure()
    rows = []
    ends = [] if allowed is None else [end for end in (allowed.low, allowed.high) if end is not None]
    values = [*ends, *(value for value in (claim.value, shown) if value is not None)]
    if ends and shown is not None:
        low, high = float(min(values)), float(max(values))
        air = (high - low or 1) * 0.35
        frame = Scale(paper.plot, low - air, high + air, -1, 1)
        _allowed(figure, check, frame, theme, language)
        _told_beside(figure, check, theme, language)
        figure.layout.xaxis = {
            "range": [frame.first, frame.last],
            "nticks": 7,
            "showgrid": True,
            "zeroline": False,
            "exponentformat": "none",
        }
        figure.layout.xaxis.tickformat = f",.{max(_decimals(value.normalize()) for value in values)}f"
        figure.layout.yaxis = {"range": [-1, 1], "visible": False}
        rows.append(claim_row(say(language, "brief", "letter"), check))
        rows.append(dict.fromkeys(rows[0], "") | {"line": say(language, "gepubliceerd", "published"), "value": shown, "unit": claim.unit})
        if evidence:
            rows[-1] |= {"period": evidence.period, "status": evidence.status, "vintage": evidence.vintage, "source": evidence.source}
            rows[-1] |= {"table": evidence.table_id, "measure": evidence.measure, "series": evidence.series, "url": evidence.url}
    else:
        nothing = say(
            language,
            "Er is geen gepubliceerd cijfer om dit getal tegen af te zetten.",
            "There is no published figure to set this number against.",
        )
        write(paper, nothing, paper.plot.left, paper.plot.top + theme.size, theme.size, theme.ink)
        figure.layout.xaxis, figure.layout.yaxis = {"visible": False}, {"visible": False}
    dress(figure, paper, language)
    sentences = check.explanation_nl or title, check.explanation_en or title
    slug = f"getal-{claim.letter}-{claim.start}"
    return picture("interval", slug, figure, title, sentences, rows, [], language=language, theme=theme)


def revisions(
    observations: ObservationIndex, field: Field, series_key: str, period: str, *, language: str = "nl", theme: Theme = LIGHT
) -> Picture:
    """Every dated state of one cell on the day it was published: how a figure was revised. Undated states are named below, not drawn."""
    series = observations.series[series_key]
    states = observations.states(series_key, period)
    dated = [state for state in states if state.known_from is not None]
    drawn = [Point(period, series, state) for state in states]
    about = field.indicators.get(series.indicator)
    name = say(language, about.name_nl, about.name_en) if about else series.indicator
    title = f"{name} {in_period(period, language)}: {_course(series, dated, language)}"
    undated = [_value(series, state, language) for state in states if state.known_from is None]
    note = (
        say(language, f"Zonder datum, niet getekend: {', '.join(undated)}.", f"Undated, not drawn: {', '.join(undated)}.")
        if undated
        else ""
    )
    unit = unit_words(series.unit, series.scale, language)
    caption = Caption(
        title,
        say(language, about.definition_nl, about.definition_en) if about else "",
        f"{unit[:1].upper()}{unit[1:]} · {say(language, 'dag van publicatie', 'day of publication')}",
        source_line(drawn, language),
        (note,),
    )
    named = tuple(method_name(state.method, language) for state in {state.method: state for state in dated}.values())
    legend = named if len(named) > 1 else ()
    paper = sheet(caption, theme, legend=legend, left=theme.size * 3.4, right=theme.size * 2, below=theme.size * 1.6)
    figure = go.Figure()
    if dated:
        days = [state.known_from for state in dated if state.known_from]
        frame = scale(paper.plot, days, [float(state.value) for state in dated], low=None)
        axes(figure, frame, paper)
        methods = list(dict.fromkeys(state.method for state in reversed(dated)))
        for place, method in enumerate(methods):
            own = [state for state in dated if state.method == method]
            steps = _steps(own, method, theme.lines[place % len(theme.lines)], theme, language)
            figure.add_trace(steps.update(ids=[Point(period, series, state).mark for state in own]))
        told = [
            Note(state.known_from, float(state.value), (_value(series, state, language), day_words(state, language)))
            for state in _changes(dated)
        ]
        write_notes(paper, told, frame, [_walked(dated)])
    else:
        figure.layout.xaxis, figure.layout.yaxis = {"visible": False}, {"visible": False}
    dress(figure, paper, language, legend=bool(legend))
    rows = [row(say(language, "stand", "state"), point) for point in drawn]
    sentences = _told(series, dated, "nl"), _told(series, dated, "en")
    slug = f"standen-{about.name_nl if about else series.indicator}"
    return picture("revisions", slug, figure, title, sentences, rows, drawn, language=language, theme=theme)


def _name(claim: Claim, name: str, language: str) -> str:
    stated = " ".join(claim.quote.split())
    short = stated if len(stated) <= 60 else stated[:59] + "…"
    return f"“{short}”" + (f" ({name[:1].lower()}{name[1:]})" if name else "")


def _allowed(figure: go.Figure, check: Check, frame: Scale, theme: Theme, language: str) -> None:
    """The interval as a bar (open-ended sides run to the edge), the stated number and the published value on it."""
    allowed, colour = check.interval, theme.verdicts[check.verdict]
    assert allowed is not None and check.published is not None
    low = frame.first if allowed.low is None else float(allowed.low)
    high = frame.last if allowed.high is None else float(allowed.high)
    figure.add_shape(type="line", x0=frame.first, x1=frame.last, y0=0, y1=0, line={"color": theme.muted, "width": 1})
    figure.add_shape(type="rect", x0=low, x1=high, y0=-0.3, y1=0.3, fillcolor=colour, opacity=0.3, line={"color": colour, "width": 2})
    for value, symbol, ink, name in (
        (check.claim.value, "line-ns", colour, say(language, "brief", "letter")),
        (check.published, "diamond", theme.ink, say(language, "gepubliceerd", "published")),
    ):
        if value is not None:
            marker = {"symbol": symbol, "size": theme.size * 1.1, "color": ink, "line": {"color": ink, "width": theme.size * 0.15}}
            figure.add_trace(go.Scatter(x=[float(value)], y=[0], mode="markers", name=name, marker=marker, hoverinfo="x+name"))


def _told_beside(figure: go.Figure, check: Check, theme: Theme, language: str) -> None:
    """The published value above the bar and the stated one below it, in words."""
    unit = check.claim.unit
    for value, y, anchor, words in (
        (check.published, 0.36, "bottom", say(language, "gepubliceerd", "published")),
        (check.claim.value, -0.36, "top", f"{wording.SIGNS[check.verdict]} {say(language, 'brief', 'letter')}"),
    ):
        if value is not None:
            text = f"{words}: {wording.quantity(value, unit, language)}"
            figure.add_annotation(
                x=float(value), y=y, text=plain(text), showarrow=False, yanchor=anchor, font={"size": theme.size, "color": theme.ink}
            )


def _steps(states: list[State], method: str, colour: str, theme: Theme, language: str) -> go.Scatter:
    """The states of one method: each value holds until the next publication."""
    return go.Scatter(
        name=plain(method_name(method, language)),
        x=[state.known_from.isoformat() for state in states if state.known_from],
        y=[float(state.value) for state in states],
        mode="lines+markers",
        line={"color": colour, "width": theme.size * 0.15, "shape": "hv"},
        marker={"color": colour, "size": theme.size * 0.6},
        customdata=[[number(state.value, language), plain(state.source_text or state.source)] for state in states],
        hovertemplate="<b>%{customdata[0]}</b><br>%{customdata[1]}<extra></extra>",
        meta=[state.vintage for state in states],
    )


def _walked(states: list[State]) -> list[tuple[Any, float] | None]:
    """The way along the steps, corners included."""
    way: list[tuple[Any, float] | None] = []
    for state in states:
        if way and way[-1]:
            way.append((state.known_from, way[-1][1]))
        way.append((state.known_from, float(state.value)))
    return way


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _changes(states: list[State]) -> list[State]:
    """The first state and every one that changed the value."""
    return [state for at, state in enumerate(states) if at == 0 or state.value != states[at - 1].value]


def _value(series: Series, state: State, language: str) -> str:
    return number(state.value, language) + ("%" if series.unit == "percent" else "")


def _course(series: Series, dated: list[State], language: str) -> str:
    if not dated:
        return say(language, "geen stand met datum", "no dated state")
    first, last = (_value(series, state, language) for state in (dated[0], dated[-1]))
    if first == last:
        return say(language, f"{first}, niet herzien", f"{first}, not revised")
    return say(language, f"van {first} naar {last}", f"from {first} to {last}")


def _told(series: Series, dated: list[State], language: str) -> str:
    if not dated:
        return say(language, "Van deze cel is geen stand met een datum vastgelegd.", "No dated state of this cell is held.")
    told = [f"{_value(series, state, language)} ({day_words(state, language)})" for state in _changes(dated)]
    return say(language, f"{len(dated)} standen: ", f"{len(dated)} states: ") + ", ".join(told) + "."
