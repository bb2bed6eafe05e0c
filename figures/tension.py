"""Tension on the labour market: vacancies per 100 unemployed, with the break of method drawn and the letters' claims on the line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

import plotly.graph_objects as go

from figures.cells import Point, basis_notes, edition, first_points, moment, points, source_line
from figures.claim_marks import Mark, claim_traces, legend_name, letters_of, marks
from figures.frame import Caption, dress, sheet
from figures.picture import Picture, claim_row, picture, row
from figures.strokes import Note, Scale, axes, hollow, line, scale, write_notes
from figures.theme import LIGHT, Theme, in_period, number, period_label, say
from labour import periods, wording
from labour.indicators import Break, Field
from labour.model import Check
from labour.observations import ObservationIndex, latest

INDICATOR = "labour_market_tension"
_EVEN = 100.0  # as many vacancies as unemployed


def tension(
    observations: ObservationIndex,
    field: Field,
    checks: Iterable[Check] = (),
    *,
    language: str = "nl",
    theme: Theme = LIGHT,
    as_of: date | None = None,
    first: str = "2008KW01",
    last: str = "",
) -> Picture:
    """Vacancies per 100 unemployed by quarter: a line per survey method, first publications that differ, claims with verdicts.

    ``as_of`` shows only what was published on or before that day; ``first`` and ``last`` are period keys.
    """
    known = observations.as_of(as_of) if as_of else observations
    keys = [series.key for series in known.of(INDICATOR, group="total")]
    broken = _break(field)
    old = points(known, keys, latest, method=broken.method_before, first=first, last=last) if broken else []
    new = [point for point in points(known, keys, latest, first=first, last=last) if not broken or point.state.method != broken.method_before]
    lines = [(old, _old_name(language)), (new, _new_name(language) if old else _only_name(language))]
    drawn = [(cells, name) for cells, name in lines if cells]
    shown = {(point.period, point.state.method): point.value for point in [*old, *new]}
    firsts = [point for point in first_points(known, keys, first=first, last=last) if shown.get((point.period, point.state.method)) != point.value]
    found = [mark for mark in marks(checks, INDICATOR, "per_100") if mark.period >= first and (not last or mark.period <= last)]

    every = [*old, *new, *firsts]
    title = _title(old, new, as_of, language)
    sentences = _sentence(old, new, found, "nl"), _sentence(old, new, found, "en")
    entries = [name for _, name in drawn] + ([_first_name(language)] if firsts else [])
    entries += sorted({legend_name(mark.verdict, language) for mark in found})
    paper = sheet(_caption(field, broken, every, bool(old), as_of, title, language), theme, legend=tuple(entries), left=theme.size * 3, below=theme.size * 1.6)
    figure = go.Figure()
    rows = []
    if every:
        values = [*(float(point.value) for point in every), *(float(mark.value) for mark in found), _EVEN]
        frame = scale(paper, every, values)
        axes(figure, frame, theme)
        _even(figure, frame, theme, language)
        for (cells, name), colour, dash in zip(lines, (theme.lines[1], theme.lines[0]), ("dot", "solid"), strict=True):
            if cells:
                figure.add_trace(line(cells, name, colour, theme, language, dash=dash))
                rows += [row(name, point) for point in cells]
        if firsts:
            figure.add_trace(hollow(firsts, _first_name(language), theme.ink, theme, language))
            rows += [row(_first_name(language), point) for point in firsts]
        figure.add_traces(claim_traces(found, theme, language))
        rows += [claim_row(legend_name(mark.verdict, language), check) for mark in found for check in mark.checks]
        notes = [*_claim_notes(found, theme, language), *_break_note(figure, old, new, frame, theme, language), *_own_notes(new or old, found, language)]
        write_notes(figure, notes, frame, theme, [old, new])
    dress(figure, paper, language, legend=len(entries) > 1)
    return picture(
        "tension", "krapte", figure, title, sentences, rows, every, language=language, theme=theme, as_of=as_of
    )


def _break(field: Field) -> Break | None:
    """The change of survey method between the states of this indicator."""
    indicator = field.indicators.get(INDICATOR)
    return next((one for one in indicator.breaks if one.from_day or one.method_before), None) if indicator else None


def _old_name(language: str) -> str:
    return say(language, "oude onderzoeksmethode", "old survey method")


def _new_name(language: str) -> str:
    return say(language, "nieuwe methode, nieuwste stand", "new method, newest state")


def _only_name(language: str) -> str:
    return say(language, "nieuwste stand", "newest state")


def _first_name(language: str) -> str:
    return say(language, "eerste publicatie, later herzien", "first publication, later revised")


def _per(value: Decimal, language: str) -> str:
    return number(value, language) + say(language, " vacatures per 100 werklozen", " vacancies per 100 unemployed")


def _title(old: Sequence[Point], new: Sequence[Point], as_of: date | None, language: str) -> str:
    cells = new or old
    if not cells:
        return say(language, "Krapte: geen cijfers in deze periode", "Tension: no figures in this period")
    now = f"{_per(cells[-1].value, language)} {in_period(cells[-1].period, language)}"
    if as_of:
        day = periods.day_name(as_of, language)
        return say(language, f"Krapte zoals bekend op {day}: {now}", f"Tension as known on {day}: {now}")
    return say(language, f"Krapte: {now}", f"Tension: {now}")


def _sentence(old: Sequence[Point], new: Sequence[Point], found: Sequence[Mark], language: str) -> str:
    cells = new or old
    if not cells:
        return say(language, "Voor deze periode zijn geen cijfers vastgelegd.", "No figures are held for this period.")
    top = max(cells, key=lambda point: point.value)
    start, end = cells[0], cells[-1]
    text = say(
        language,
        f"Van {number(start.value, language)} {in_period(start.period, language)} naar {number(end.value, language)} "
        f"{in_period(end.period, language)}; het hoogst was {number(top.value, language)} {in_period(top.period, language)}.",
        f"From {number(start.value, language)} {in_period(start.period, language)} to {number(end.value, language)} "
        f"{in_period(end.period, language)}; the highest was {number(top.value, language)} {in_period(top.period, language)}.",
    )
    both = {point.period: point for point in old}.keys() & {point.period: point for point in new}.keys()
    if both:
        last = max(both)
        before, after = (next(point.value for point in cells if point.period == last) for cells in (old, new))
        was, became, when = number(before, language), number(after, language), in_period(last, language)
        text += say(
            language,
            f" De onderzoeksmethode veranderde: {was} {when} werd {became}.",
            f" The survey method changed: {was} {when} became {became}.",
        )
    for mark in found:
        stated = f"{number(mark.value, language)} ({period_label(mark.period, language)})"
        text += f" {letters_of(mark, language).capitalize()}: {stated} {wording.verdict(mark.verdict, language)}."
    return text


def _caption(field: Field, broken: Break | None, every: Sequence[Point], old: bool, as_of: date | None, title: str, language: str) -> Caption:
    indicator = field.indicators.get(INDICATOR)
    definition = say(language, indicator.definition_nl, indicator.definition_en) if indicator else ""
    shown = sorted(point.period for point in every)
    day = as_of or edition(every)
    facts = [say(language, "Vacatures per 100 werklozen", "Vacancies per 100 unemployed"), say(language, "kwartalen", "quarters")]
    facts += [period_label(f"{shown[0]}..{shown[-1]}", language)] if shown else []
    if day:
        facts.append(say(language, "bekend op " if as_of else "stand ", "known on " if as_of else "state of ") + periods.day_name(day, language))
    notes = [say(language, broken.text_nl, broken.text_en)] if broken and old else []
    return Caption(title, definition, " · ".join(facts), source_line(every, language), (*notes, *basis_notes(every, language)))


def _even(figure: go.Figure, frame: Scale, theme: Theme, language: str) -> None:
    """The line at 100, named at its left end."""
    figure.add_hline(y=_EVEN, line={"color": theme.muted, "width": theme.size * 0.09, "dash": "dash"}, layer="below")
    figure.add_annotation(
        x=frame.first.isoformat(),
        y=_EVEN,
        text=say(language, "100: evenveel vacatures als werklozen", "100: as many vacancies as unemployed"),
        xanchor="left",
        yanchor="bottom",
        showarrow=False,
        font={"size": theme.size * 0.85, "color": theme.muted},
    )


def _claim_notes(found: Sequence[Mark], theme: Theme, language: str) -> list[Note]:
    return [
        Note(
            moment(mark.period),
            float(mark.value),
            (f"{wording.SIGNS[mark.verdict]} {number(mark.value, language)} · {letters_of(mark, language)}",),
            theme.verdicts[mark.verdict],
        )
        for mark in found
    ]


def _break_note(figure: go.Figure, old: Sequence[Point], new: Sequence[Point], frame: Scale, theme: Theme, language: str) -> list[Note]:
    """The break drawn where both methods give a figure for the last time: a line between the two, and what it means."""
    after = {point.period: point for point in new}
    both = [point for point in old if point.period in after]
    if not both:
        return []
    before = both[-1]
    x, low, high = moment(before.period).isoformat(), float(after[before.period].value), float(before.value)
    figure.add_shape(type="line", x0=x, x1=x, y0=frame.low, y1=frame.high, line={"color": theme.muted, "width": 1.5, "dash": "dot"}, layer="below")
    figure.add_shape(type="line", x0=x, x1=x, y0=low, y1=high, line={"color": theme.lines[1], "width": theme.size * 0.2})
    values = f"{number(before.value, language)} → {number(after[before.period].value, language)}"
    words = say(language, "breuk: andere methode", "break: other method"), f"{period_label(before.period, language)}: {values}"
    return [Note(moment(before.period), high, words, theme.lines[1])]


def _own_notes(cells: Sequence[Point], found: Sequence[Mark], language: str) -> list[Note]:
    """The highest and the last point, unless a claim already stands there."""
    taken = {mark.period for mark in found}
    top = max(cells, key=lambda point: point.value)
    return [
        Note(moment(point.period), float(point.value), (f"{number(point.value, language)} ({period_label(point.period, language)})",))
        for point in dict.fromkeys((top, cells[-1]))
        if point.period not in taken
    ]
