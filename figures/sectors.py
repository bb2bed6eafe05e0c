"""Vacancies by section of the economy (SBI 2008): open vacancies through time in small multiples, and the vacancy rate as bars."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

import plotly.graph_objects as go

from figures.cells import Point, basis_notes, facts, moment, points, source_line
from figures.frame import Caption, dress, edge, row_label, sheet, write
from figures.lettering import LINE, Box, text_width, wrap
from figures.picture import Picture, picture, row, slugged
from figures.strokes import Note, axes, line, path, scale, write_notes
from figures.theme import LIGHT, Theme, in_period, number, period_label, plain, say, unit_words
from labour.indicators import Field
from labour.observations import ObservationIndex, Series

_SECTION = re.compile(r"[A-U]")
_PANEL = 300  # the least width in pixels of a readable panel


def sector_vacancies(
    observations: ObservationIndex,
    field: Field,
    *,
    sections: Sequence[str] = (),
    language: str = "nl",
    theme: Theme = LIGHT,
    first: str = "2008KW01",
    last: str = "",
    as_of: date | None = None,
) -> Picture:
    """Open vacancies by quarter, not seasonally adjusted, a panel per section ("Q", "F", ...; all single letters by default)."""
    known = observations.as_of(as_of) if as_of else observations
    about = field.indicators["open_vacancies"]
    drawn = []
    for group, keys in _groups(known, "open_vacancies", sections).items():
        cells = points(known, keys, first=first, last=last)
        if cells:
            drawn.append((group, _name(field, group, cells[0].series, language), cells))
    every = [point for _, _, cells in drawn for point in cells]
    chosen = f": {drawn[0][1]}" if len(drawn) == 1 else say(language, " per bedrijfstak", " by section of the economy")
    title = say(language, about.name_nl, about.name_en) + chosen
    unit = say(language, "Duizend vacatures, niet seizoengecorrigeerd", "Thousand vacancies, not seasonally adjusted")
    scales = say(language, "Elk vak heeft een eigen schaal.", "Each panel has its own scale.") if len(drawn) > 1 else ""
    caption = Caption(
        title,
        say(language, about.definition_nl, about.definition_en),
        facts(unit, every, language, as_of),
        source_line(every, language),
        (scales, *basis_notes(every, language)),
    )
    columns = max(1, min(len(drawn), theme.width // _PANEL))
    lines = -(-len(drawn) // columns)
    paper = sheet(caption, theme, least=lines * theme.size * 7.5)
    figure = go.Figure()
    rows = []
    for at, (group, name, cells) in enumerate(drawn):
        width, height = paper.width / columns, paper.height / max(1, lines)
        left, top = paper.plot.left + at % columns * width, paper.plot.top + at // columns * height
        size = theme.size * (0.8 if len(drawn) > 1 else 1)
        words = wrap(f"{group} {name}", width - theme.size, size, True)[:2]
        write(paper, words, left, top, size, theme.ink, bold=True)
        top += size * LINE * len(words)
        bottom = paper.plot.top + (at // columns + 1) * height - theme.size * 1.9
        box = Box(left + theme.size * 2.4, top + theme.size * 0.3, left + width - theme.size * 0.9, bottom)
        frame = scale(box, [moment(point.period) for point in every], [float(point.value) for point in cells], panel=at + 1)
        axes(figure, frame, paper)
        for axis in (figure.layout[frame.names[0]], figure.layout[frame.names[1]]):
            axis.tickfont.size = theme.size * (0.72 if len(drawn) > 1 else 0.9)
        figure.add_trace(line(cells, name, theme.lines[0], theme, language, width=0.09 if len(drawn) > 1 else 0.17).update(frame.axes))
        end = cells[-1]
        when = f" ({period_label(end.period, language)})" if len(drawn) == 1 else ""
        note = Note(moment(end.period), float(end.value), (number(end.value, language) + when,))
        write_notes(paper, [note], frame, [path(cells)], size=0.75 if len(drawn) > 1 else 0.88)
        rows += [row(f"{group} {name}", point) for point in cells]
    dress(figure, paper, language)
    sentences = _largest(field, drawn, "nl"), _largest(field, drawn, "en")
    slug = "vacatures-per-bedrijfstak" if len(drawn) != 1 else f"vacatures-{slugged(drawn[0][1])}"
    return picture("sector_vacancies", slug, figure, title, sentences, rows, every, language=language, theme=theme, as_of=as_of)


def sector_vacancy_rate(
    observations: ObservationIndex, field: Field, *, language: str = "nl", theme: Theme = LIGHT, as_of: date | None = None, period: str = ""
) -> Picture:
    """Vacancies per thousand jobs by section as bars, of ``period``, else of the newest quarter held for most sections."""
    known = observations.as_of(as_of) if as_of else observations
    about = field.indicators["vacancy_rate"]
    held = [point for keys in _groups(known, "vacancy_rate", ()).values() for point in points(known, keys)]
    counts = Counter(point.period for point in held)
    quarter = period or max(counts, key=lambda key: (counts[key], key), default="")
    bars = sorted((point for point in held if point.period == quarter), key=lambda point: (point.value, point.series.group))
    totals = [series.key for series in known.of("vacancy_rate", group="total") if not series.basis]
    total = next((point for point in points(known, totals) if point.period == quarter), None)
    every = [*bars, *([total] if total else [])]
    when = in_period(quarter, language) if quarter else ""
    title = say(language, f"{about.name_nl} per bedrijfstak {when}", f"{about.name_en} by section of the economy {when}").strip()
    unit = unit_words("per_1000", held[0].series.scale, language) if held else ""
    caption = Caption(
        title,
        say(language, about.definition_nl, about.definition_en),
        facts(f"{say(language, 'Vacatures', 'Vacancies')} {unit}".strip(), every, language, as_of),
        source_line(every, language),
        tuple(basis_notes(every, language, hollow=False)),
    )
    names = [_name(field, point.series.group, point.series, language) for point in bars]
    labels = [f"{point.series.group} {name}" for point, name in zip(bars, names, strict=True)]
    left = min(theme.width * 0.42, max((text_width(label, theme.size * 0.9) for label in labels), default=0) + theme.size)
    paper = sheet(caption, theme, left=left, right=theme.size * 2, above=theme.size * 1.8, least=len(bars) * theme.size * 1.5)
    figure = go.Figure()
    if bars:
        figure.add_trace(_bars(bars, labels, total, theme, language))
        figure.layout.xaxis = {"range": [0, float(bars[-1].value) * 1.08], "showgrid": True, "showticklabels": False, "zeroline": False}
        figure.layout.yaxis = {"tickvals": list(range(len(labels))), "ticktext": [row_label(label, left, theme) for label in labels]}
        figure.layout.yaxis.update(showgrid=False, zeroline=False, range=[-0.6, len(labels) - 0.4])
        if total:
            line_ = {"color": theme.muted, "width": theme.size * 0.1, "dash": "dash"}
            figure.add_vline(x=float(total.value), line=line_, layer="below")
            words = say(language, "alle bedrijfstakken", "all sections")
            told = f"{words}: {number(total.value, language)}"
            across = paper.plot.left + paper.width * float(total.value) / (float(bars[-1].value) * 1.08)
            across = min(across, theme.width - edge(theme) - text_width(told, theme.size))
            write(paper, told, across, paper.plot.top - theme.size * 1.5, theme.size, theme.ink)
    dress(figure, paper, language)
    rows = [row(label, point) for label, point in zip(labels, bars, strict=True)]
    rows += [row(say(language, "alle bedrijfstakken", "all sections"), total)] if total else []
    sentences = _extremes(field, bars, total, "nl"), _extremes(field, bars, total, "en")
    slug = "vacaturegraad-per-bedrijfstak"
    return picture("sector_vacancy_rate", slug, figure, title, sentences, rows, every, language=language, theme=theme, as_of=as_of)


def _groups(known: ObservationIndex, indicator: str, sections: Sequence[str]) -> dict[str, list[str]]:
    """The unadjusted series of each section by SBI 2008, in the order of the letters."""
    groups: dict[str, list[str]] = {}
    for series in known.of(indicator):
        wanted = series.group in sections if sections else _SECTION.fullmatch(series.group)
        if wanted and not series.basis and series.adjusted is not True:
            groups.setdefault(series.group, []).append(series.key)
    return dict(sorted(groups.items()))


def _name(field: Field, group: str, series: Series, language: str) -> str:
    sector = next((sector for sector in field.sectors.values() if sector.sbi == group), None)
    return say(language, sector.name_nl, sector.name_en) if sector else series.label.removeprefix(f"{group} ")


def _bars(bars: Sequence[Point], labels: Sequence[str], total: Point | None, theme: Theme, language: str) -> go.Bar:
    above = [total is not None and point.value > total.value for point in bars]
    return go.Bar(
        x=[float(point.value) for point in bars],
        y=list(range(len(bars))),
        orientation="h",
        text=[number(point.value, language) for point in bars],
        textposition="outside",
        textangle=0,
        cliponaxis=False,
        textfont={"size": theme.size * 0.85, "color": theme.ink},
        customdata=[plain(label) for label in labels],
        hovertemplate="<b>%{customdata}: %{text}</b><extra></extra>",
        marker={"color": [theme.lines[0] if high else theme.lines[4] for high in above]},
        meta=[point.series.group for point in bars],
        ids=[point.mark for point in bars],
    )


def _largest(field: Field, drawn: Sequence[tuple[str, str, list[Point]]], language: str) -> str:
    if not drawn:
        return say(language, "Er zijn geen cijfers per bedrijfstak vastgelegd.", "No figures by section are held.")
    ends = sorted((cells[-1] for _, _, cells in drawn), key=lambda point: -point.value)[:3]
    words = say(language, "duizend vacatures", "thousand vacancies")
    names = [_name(field, point.series.group, point.series, language) for point in ends]
    told = [
        f"{name} {number(point.value, language)} {words} {in_period(point.period, language)}"
        for name, point in zip(names, ends, strict=True)
    ]
    return say(language, "Laatste stand: ", "Latest: ") + "; ".join(told) + "."


def _extremes(field: Field, bars: Sequence[Point], total: Point | None, language: str) -> str:
    if not bars:
        return say(language, "Er is geen vacaturegraad per bedrijfstak vastgelegd.", "No vacancy rate by section is held.")
    low, high = (
        f"{_name(field, point.series.group, point.series, language)} ({number(point.value, language)})" for point in (bars[0], bars[-1])
    )
    text = say(language, f"Het hoogst in {high}, het laagst in {low}", f"Highest in {high}, lowest in {low}")
    if total:
        text += say(language, f"; alle bedrijfstakken {number(total.value, language)}", f"; all sections {number(total.value, language)}")
    return text + say(language, " vacatures per duizend banen.", " vacancies per thousand jobs.")
