"""The Beveridge curve: vacancies against unemployment as means of four quarters, a path with its years.

The only computed values of the pictures: a mean is taken only where all four quarters are held by one method, and the path
breaks where it is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import plotly.graph_objects as go

from figures.cells import Point, basis_notes, facts, source_line
from figures.frame import Caption, Sheet, dress, fitting, sheet, write
from figures.picture import COLUMNS, Picture, picture
from figures.strokes import Note, Scale, write_notes
from figures.theme import FONT, LIGHT, Theme, number, period_label, say, unit_words
from figures.timeline import strands_of
from labour import periods
from labour.indicators import Field
from labour.observations import ObservationIndex

_ACROSS, _UP = "unemployment_rate", "open_vacancies"


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of four consecutive quarters, the last of which is ``period``, of the points ``across`` and ``up``."""

    period: str
    across: tuple[Point, ...]
    up: tuple[Point, ...]

    @property
    def x(self) -> Decimal:
        return sum((point.value for point in self.across), Decimal()) / 4

    @property
    def y(self) -> Decimal:
        return sum((point.value for point in self.up), Decimal()) / 4


def beveridge(
    observations: ObservationIndex,
    field: Field,
    *,
    language: str = "nl",
    theme: Theme = LIGHT,
    first: str = "",
    last: str = "",
    as_of: date | None = None,
) -> Picture:
    """Open vacancies (upward) against the unemployment rate (across), seasonally adjusted, as means of four complete quarters."""
    known = observations.as_of(as_of) if as_of else observations
    sides = [_newest(known, indicator, theme, first, last) for indicator in (_ACROSS, _UP)]
    means = four_quarter_means(*sides)
    every = list(dict.fromkeys(point for mean in means for point in (*mean.across, *mean.up)))
    across, up = (field.indicators[indicator] for indicator in (_ACROSS, _UP))
    title = say(language, "Beveridgecurve: ", "Beveridge curve: ") + _course(means, language)
    definition = say(
        language,
        f"{across.definition_nl} {up.definition_nl} Elk punt is het gemiddelde van vier kwartalen; het jaartal staat bij het kalenderjaar.",
        f"{across.definition_en} {up.definition_en} Each point is the mean of four quarters; the year stands at the calendar year.",
    )
    unit = say(language, "Procent en duizend vacatures, seizoengecorrigeerd", "Percent and thousand vacancies, seasonally adjusted")
    caption = Caption(title, definition, facts(unit, every, language, as_of), source_line(every, language), _notes(every, language))
    paper = sheet(caption, theme, left=theme.size * 3, above=theme.size * 1.6, below=theme.size * 3.4)
    figure = go.Figure()
    rows: list[dict[str, Any]] = []
    if means:
        frame = _scale(paper.plot, means)
        path = _gapped(means)
        figure.add_trace(_trace(path, theme, language))
        years = [mean for mean in means if mean.period.endswith("KW04")]
        told = list(dict.fromkeys([*years, means[-1]]))
        notes = [Note(float(mean.x), float(mean.y), (_label(mean, language),)) for mean in told]
        write_notes(paper, notes, frame, [[None if mean is None else (float(mean.x), float(mean.y)) for mean in path]])
        _axes(figure, paper, frame, say(language, across.name_nl, across.name_en), say(language, up.name_nl, up.name_en), language)
        name = say(language, "gemiddelde van vier kwartalen", "mean of four quarters")
        rows = [_row(name, mean.period, group) for mean in means for group in (mean.across, mean.up)]
    dress(figure, paper, language)
    sentences = _sentence(means, "nl"), _sentence(means, "en")
    return picture("beveridge", "beveridgecurve", figure, title, sentences, rows, every, language=language, theme=theme, as_of=as_of)


def four_quarter_means(across: Sequence[Point], up: Sequence[Point]) -> list[Mean]:
    """A mean for each quarter that is held, with the three before it, on both sides; oldest first."""
    left, right = ({point.period: point for point in side} for side in (across, up))
    means = []
    for key in sorted(left.keys() & right.keys()):
        period = periods.parse(key)
        if period is None:
            continue
        four = [period.shift(-back).key for back in (3, 2, 1, 0)]
        if all(quarter in left and quarter in right for quarter in four):
            means.append(Mean(key, tuple(left[quarter] for quarter in four), tuple(right[quarter] for quarter in four)))
    return means


def _newest(known: ObservationIndex, indicator: str, theme: Theme, first: str, last: str) -> Sequence[Point]:
    """The points by the newest method and definition only."""
    keys = [series.key for series in known.of(indicator, group="total", adjusted=True)]
    strands = strands_of(known, keys, theme, "nl", first=first, last=last)
    return strands[-1].drawn if strands else []


def _gapped(means: Sequence[Mean]) -> list[Mean | None]:
    held = {mean.period: mean for mean in means}
    return [held.get(key) for key in periods.between(means[0].period, means[-1].period)]


def _notes(every: Sequence[Point], language: str) -> tuple[str, ...]:
    return (*basis_notes(every, language, hollow=False), say(language, "De assen beginnen niet bij nul.", "The axes do not start at zero."))


def _scale(plot: Any, means: Sequence[Mean]) -> Scale:
    """Both axes from zero upwards would press the curve into a corner; they start a little below the lowest value instead."""
    xs, ys = [float(mean.x) for mean in means], [float(mean.y) for mean in means]
    wide, high = max(xs) - min(xs) or 1, max(ys) - min(ys) or 1
    return Scale(plot, max(0.0, min(xs) - wide * 0.08), max(xs) + wide * 0.1, max(0.0, min(ys) - high * 0.1), max(ys) + high * 0.12)


def _axes(figure: go.Figure, paper: Sheet, frame: Scale, across: str, up: str, language: str) -> None:
    theme = paper.theme
    title = {"font": {"size": theme.size, "color": theme.ink, "family": FONT}, "standoff": theme.size * 0.6}
    figure.layout.xaxis = {
        "range": [frame.first, frame.last],
        "ticksuffix": "%",
        "title": {**title, "text": f"{across} {say(language, '(procent)', '(percent)')} →"},
        "showgrid": True,
        "showline": True,
        "zeroline": False,
    }
    figure.layout.yaxis = {"range": [frame.low, frame.high], "showgrid": True, "zeroline": False, "exponentformat": "none"}
    words = f"↑ {up} ({unit_words('vacancies', Decimal(1000), language)})"
    size = fitting(words, theme.size, theme.width - paper.plot.left)
    write(paper, words, paper.plot.left, paper.plot.top - theme.size * 1.6, size, theme.ink)


def _trace(path: Sequence[Mean | None], theme: Theme, language: str) -> go.Scatter:
    colour = theme.lines[0]
    return go.Scatter(
        name=say(language, "gemiddelde van vier kwartalen", "mean of four quarters"),
        x=[None if mean is None else float(mean.x) for mean in path],
        y=[None if mean is None else float(mean.y) for mean in path],
        customdata=[["", "", ""] if mean is None else [_quarters(mean, language), *_values(mean, language)] for mean in path],
        hovertemplate="<b>%{customdata[0]}</b><br>%{customdata[1]}, %{customdata[2]}<extra></extra>",
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": theme.size * 0.15},
        marker={
            "size": [theme.size * (0.6 if mean is not None and mean.period.endswith("KW04") else 0.25) for mean in path],
            "color": colour,
            "opacity": 1,
            "line": {"color": theme.paper, "width": 1},
        },
        meta=[mean.period for mean in path if mean is not None],
        ids=["" if mean is None else f"{mean.across[0].mark}\n{mean.up[0].mark}" for mean in path],
    )


def _label(mean: Mean, language: str) -> str:
    return mean.period[:4] if mean.period.endswith("KW04") else _quarters(mean, language)


def _quarters(mean: Mean, language: str) -> str:
    return period_label(f"{mean.across[0].period}..{mean.period}", language)


def _values(mean: Mean, language: str) -> tuple[str, str]:
    vacancies = number(mean.y, language, 0)
    return f"{number(mean.x, language, 1)}%", say(language, f"{vacancies} duizend vacatures", f"{vacancies} thousand vacancies")


def _course(means: Sequence[Mean], language: str) -> str:
    if not means:
        return say(language, "geen vier opeenvolgende kwartalen vastgelegd", "no four consecutive quarters held")
    rate, vacancies = _values(means[-1], language)
    when = _label(means[-1], language)
    return say(language, f"{rate} werkloos en {vacancies} in {when}", f"{rate} unemployed and {vacancies} in {when}")


def _sentence(means: Sequence[Mean], language: str) -> str:
    if not means:
        return say(language, "Er zijn geen vier opeenvolgende kwartalen vastgelegd.", "No four consecutive quarters are held.")
    top = max(means, key=lambda mean: mean.y)
    told = [f"{_quarters(mean, language)}: {', '.join(_values(mean, language))}" for mean in dict.fromkeys((means[0], top, means[-1]))]
    return say(language, "Gemiddelden van vier kwartalen; ", "Means of four quarters; ") + "; ".join(told) + "."


def _row(name: str, period: str, group: Sequence[Point]) -> dict[str, Any]:
    """A computed mean with the cells it comes from."""
    series = group[0].series
    return dict.fromkeys(COLUMNS, "") | {
        "line": name,
        "period": f"{group[0].period}..{period}",
        "value": sum((point.value for point in group), Decimal()) / 4,
        "unit": series.table_unit,
        "vintage": "; ".join(dict.fromkeys(point.state.vintage for point in group)),
        "source": "; ".join(dict.fromkeys(point.state.source_text or point.state.source for point in group)),
        "table": ", ".join(dict.fromkeys(point.series.table_id for point in group)),
        "measure": series.measure,
        "group": series.label,
        "adjusted": "yes",
        "series": ", ".join(dict.fromkeys(point.series.key for point in group)),
        "mark": group[0].mark,
    }
