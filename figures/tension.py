"""Tension on the labour market: vacancies per 100 unemployed, with the break of method drawn and the letters' claims on the line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import plotly.graph_objects as go

from figures.cells import Point, basis_notes, facts, moment, revised, source_line
from figures.claim_marks import Mark, claims_sentence, legend_name, letter_label, marks
from figures.frame import Caption, dress, sheet
from figures.picture import Picture, claim_row, picture
from figures.strokes import Note, Scale
from figures.theme import LIGHT, Theme, in_period, number, period_label, say
from figures.timeline import draw, ends, entries, panel, points_of, strands_of
from labour import periods, wording
from labour.indicators import Break, Field
from labour.model import Check
from labour.observations import ObservationIndex

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

    ``as_of`` shows only what was published on or before that day; ``first`` and ``last`` are keys of quarters.
    """
    known = observations.as_of(as_of) if as_of else observations
    keys = [series.key for series in known.of(INDICATOR, group="total")]
    strands = strands_of(known, keys, theme, language, first=first, last=last)
    old, new = (strands[-2].drawn if len(strands) > 1 else []), (strands[-1].drawn if strands else [])
    broken = _break(field, old, new)
    if len(strands) > 1:
        strands[-1] = replace(strands[-1], name=say(language, "nieuwe methode, nieuwste stand", "new method, newest state"))
    firsts = revised(known, keys, points_of(strands), first=first, last=last)
    every = [*points_of(strands), *firsts]
    newest = max((point.period for point in every), default="")
    stated = list(checks)
    found = [mark for mark in marks(stated, INDICATOR, "per_100") if first <= mark.period <= newest]
    streaks = [check for check in stated if _in_sight(check, first, newest)]
    title = _title(new, as_of, language)
    indicator = field.indicators.get(INDICATOR)
    caption = Caption(
        title,
        say(language, indicator.definition_nl, indicator.definition_en) if indicator else "",
        facts(
            say(language, "Vacatures per 100 werklozen, per kwartaal", "Vacancies per 100 unemployed, by quarter"), every, language, as_of
        ),
        source_line(every, language),
        (*([say(language, broken.text_nl, broken.text_en)] if broken else []), *basis_notes(every, language)),
    )
    legend = (*entries(strands, firsts, found, language), _even_name(language)) if every else ()
    paper = sheet(caption, theme, legend=legend, left=theme.size * 3, right=theme.size * 1.4, below=theme.size * 1.6)
    figure = go.Figure()
    rows = []
    if every:
        frame = panel(paper.plot, strands, firsts=firsts, found=found, values=[_EVEN])
        figure.add_trace(_even(frame, theme, language))
        notes = [_streak_note(figure, check, theme, language) for check in streaks]
        notes += [*_break_note(figure, old, new, frame, theme, language), *ends(new, found, language)]
        rows = draw(figure, paper, frame, strands, language, firsts=firsts, found=found, notes=notes)
        rows += [claim_row(legend_name(check.verdict, language), check) for check in streaks]
    dress(figure, paper, language, legend=bool(every))
    sentences = _sentence(old, new, found, "nl"), _sentence(old, new, found, "en")
    return picture("tension", "krapte", figure, title, sentences, rows, every, language=language, theme=theme, as_of=as_of)


def _break(field: Field, old: Sequence[Point], new: Sequence[Point]) -> Break | None:
    """What the field says of the change between the methods of the two lines."""
    indicator = field.indicators.get(INDICATOR)
    if indicator is None or not old or not new:
        return None
    methods = old[-1].state.method, new[-1].state.method
    return next((one for one in indicator.breaks if (one.method_before, one.method_after) == methods), None)


def _title(drawn: Sequence[Point], as_of: date | None, language: str) -> str:
    if not drawn:
        return say(language, "Krapte: geen cijfers over deze periode", "Tension: no figures for this period")
    value, when = number(drawn[-1].value, language), in_period(drawn[-1].period, language)
    now = say(language, f"{value} vacatures per 100 werklozen {when}", f"{value} vacancies per 100 unemployed {when}")
    if as_of is None:
        return say(language, "Krapte: ", "Tension: ") + now
    day = periods.day_name(as_of, language)
    return say(language, f"Krapte zoals bekend op {day}: {now}", f"Tension as known on {day}: {now}")


def _sentence(old: Sequence[Point], new: Sequence[Point], found: Sequence[Mark], language: str) -> str:
    if not new:
        return say(language, "Over deze periode zijn geen cijfers vastgelegd.", "No figures are held for this period.")
    start, top, end = (
        f"{number(point.value, language)} {in_period(point.period, language)}"
        for point in (new[0], max(new, key=lambda point: point.value), new[-1])
    )
    text = say(language, f"Van {start} naar {end}; het hoogst was {top}.", f"From {start} to {end}; the highest was {top}.")
    pair = _last_pair(old, new)
    if pair:
        was, became = (number(point.value, language) for point in pair)
        when = in_period(pair[0].period, language)
        text += say(language, f" Breuk in de methode: {was} {when} werd {became}.", f" Break of method: {was} {when} became {became}.")
    return text + claims_sentence(found, language)


def _last_pair(old: Sequence[Point], new: Sequence[Point]) -> tuple[Point, Point] | None:
    """The last quarter for which both methods give a figure."""
    after = {point.period: point for point in new}
    return next(((point, after[point.period]) for point in reversed(old) if point.period in after), None)


def _even_name(language: str) -> str:
    return say(language, "100: evenveel vacatures als werklozen", "100: as many vacancies as unemployed")


def _even(frame: Scale, theme: Theme, language: str) -> go.Scatter:
    """The line at 100; its name stands in the legend, where no line crosses it."""
    return go.Scatter(
        name=_even_name(language),
        x=[frame.first.isoformat(), frame.last.isoformat()],
        y=[_EVEN, _EVEN],
        mode="lines",
        line={"color": theme.muted, "width": theme.size * 0.1, "dash": "dash"},
        hoverinfo="skip",
        legendrank=2000,
    )


def _break_note(figure: go.Figure, old: Sequence[Point], new: Sequence[Point], frame: Scale, theme: Theme, language: str) -> list[Note]:
    """The break drawn where both methods give a figure for the last time: a line between the two values, and what it means."""
    pair = _last_pair(old, new)
    if pair is None:
        return []
    before, after = pair
    day = moment(before.period)
    at = {"type": "line", "x0": day.isoformat(), "x1": day.isoformat()}
    figure.add_shape(**at, y0=frame.low, y1=frame.high, line={"color": theme.muted, "width": 1.5, "dash": "dot"}, layer="below")
    figure.add_shape(**at, y0=float(after.value), y1=float(before.value), line={"color": theme.lines[1], "width": theme.size * 0.2})
    values = f"{period_label(before.period, language)}: {number(before.value, language)} → {number(after.value, language)}"
    words = say(language, "breuk: andere methode", "break: other method")
    return [Note(day, float(before.value), (words, values), theme.lines[1])]


def _in_sight(check: Check, first: str, last: str) -> bool:
    """Whether the claim is a stated number of quarters in a row that lie within the picture."""
    claim = check.claim
    ends = periods.span(claim.period or "")
    streak = claim.indicator == INDICATOR and claim.kind == "streak" and claim.value is not None
    return streak and ends is not None and first <= ends[0] <= ends[1] <= last and len(periods.between(*ends)) > 1


def _streak_note(figure: go.Figure, check: Check, theme: Theme, language: str) -> Note:
    """The quarters in a row as a bar along the line at 100, with the claim's words."""
    claim = check.claim
    assert claim.value is not None and claim.period is not None
    start, end = (moment(key) for key in claim.period.split(".."))
    colour = theme.verdicts[check.verdict]
    bar = {"color": colour, "width": theme.size * 0.3}
    figure.add_shape(type="line", x0=start.isoformat(), x1=end.isoformat(), y0=_EVEN, y1=_EVEN, line=bar, opacity=0.7)
    words = wording.quantity(claim.value, claim.unit, language) + say(language, " op rij", " in a row")
    return Note(start + (end - start) / 2, _EVEN, (f"{wording.SIGNS[check.verdict]} {words}", letter_label(claim.letter, language)), colour)
