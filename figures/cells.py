"""Which published cells a picture draws: one state per period, gaps left as gaps, and where the figures come from in words.

Nothing is computed here: a point is a published value with the state it was taken from.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from figures.theme import period_label, say
from labour import periods
from labour.observations import ObservationIndex, Series, State, first_release, latest
from labour.source_names import in_english

Pick = Callable[[Iterable[State]], State | None]
PROVISIONAL = ("voorlopig", "nader voorlopig")
_FIRST_WITHIN_DAYS = 200  # a state dated later than this after its period is no first publication, only the first one held


@dataclass(frozen=True, slots=True)
class Point:
    """One cell as drawn: its period, its series and the state chosen; ``value`` is in the table's own unit."""

    period: str
    series: Series
    state: State

    @property
    def value(self) -> Decimal:
        return self.state.value

    @property
    def mark(self) -> str:
        """What names this cell and state among the marks of a picture."""
        return f"{self.series.key} {self.period} {self.state.vintage}"

    @property
    def provisional(self) -> bool:
        return self.state.status in PROVISIONAL


def moment(key: str) -> date:
    """The middle day of a period: where it stands on an axis of dates. Raises ValueError for a period without dates."""
    period = periods.parse(key)
    if period is None:
        raise ValueError(key)
    return period.first_day() + (period.last_day() - period.first_day()) / 2


def points(
    observations: ObservationIndex,
    keys: Iterable[str],
    pick: Pick = latest,
    *,
    method: str | None = None,
    without: str | None = None,
    kind: str = "KW",
    first: str = "",
    last: str = "",
) -> list[Point]:
    """One point per period of ``kind`` over the series ``keys``, oldest period first.

    Of several series the newest state wins, then the one with most decimals; states of low confidence serve only where nothing
    better is held. ``method`` keeps to states of one method, ``without`` leaves those of one out, ``first`` and ``last`` set a range.
    """
    chosen: dict[str, Point] = {}
    for key in keys:
        for period, states in observations.cells.get(key, {}).items():
            if period[4:6] != kind or (first and period < first) or (last and period > last) or periods.parse(period) is None:
                continue
            kept = [state for state in states if method in (None, state.method) and state.method != without]
            state = pick([state for state in kept if state.confidence != "low"]) or pick(kept)
            if state is None:
                continue
            point = Point(period, observations.series[key], state)
            if period not in chosen or _weight(point) > _weight(chosen[period]):
                chosen[period] = point
    return [chosen[period] for period in sorted(chosen)]


def _weight(point: Point) -> tuple[bool, date, int]:
    exponent = point.value.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) else 0
    return point.state.confidence != "low", point.state.known_from or date.min, decimals


def revised(observations: ObservationIndex, keys: Iterable[str], shown: Iterable[Point], *, first: str = "", last: str = "") -> list[Point]:
    """First publications of quarters whose value differs, by more than its rounding, from the point shown of the same method."""
    values = {(point.period, point.state.method): point.value for point in shown}
    found = []
    for point in first_points(observations, keys, first=first, last=last):
        now = values.get((point.period, point.state.method))
        if now is not None and now != point.value and now.quantize(point.value, ROUND_HALF_UP) != point.value:
            found.append(point)
    return found


def first_points(observations: ObservationIndex, keys: Iterable[str], *, first: str = "", last: str = "") -> list[Point]:
    """The first publication of each quarter, where the oldest state held dates from shortly after the quarter."""
    found: dict[str, Point] = {}
    for key in keys:
        for point in points(observations, [key], first_release, first=first, last=last):
            period, day = periods.parse(point.period), point.state.known_from
            if period is None or day is None or (day - period.last_day()).days > _FIRST_WITHIN_DAYS:
                continue
            held = found.get(point.period)
            if held is None or (held.state.known_from or date.max) > day:
                found[point.period] = point
    return [found[period] for period in sorted(found)]


def gapped(drawn: Sequence[Point]) -> list[Point | None]:
    """The points with None for every period of the same kind between them that is not held: a line must break there."""
    if not drawn:
        return []
    held = {point.period: point for point in drawn}
    return [held.get(key) for key in periods.between(drawn[0].period, drawn[-1].period)]


def day_words(state: State, language: str) -> str:
    """The day of a state as precisely as it is known: "2 juli 2026", "juli 2026" or "2026"."""
    day = state.known_from
    if day is None:
        return say(language, state.vintage or "datum onbekend", "date unknown")
    if re.fullmatch(r"\d{4}", state.vintage.strip()):
        return str(day.year)
    exact = re.search(r"\d{4}-\d\d-\d\d|\b\d{1,2} \w+ \d{4}", state.vintage)
    return periods.day_name(day, language) if exact else periods.name(periods.containing(day, "MM").key, language)


def edition(drawn: Iterable[Point]) -> date | None:
    """The day of the newest state drawn."""
    return max((point.state.known_from for point in drawn if point.state.known_from is not None), default=None)


def facts(unit: str, drawn: Sequence[Point], language: str, as_of: date | None = None) -> str:
    """ "Procent · 1e kw 2013 – 1e kw 2026 · stand 30 april 2026": the line with unit, period and edition."""
    parts = [unit]
    shown = sorted(point.period for point in drawn)
    if shown:
        parts.append(period_label(shown[0] if shown[0] == shown[-1] else f"{shown[0]}..{shown[-1]}", language))
    dated = _by_day(drawn)
    if as_of:
        parts.append(say(language, "bekend op ", "known on ") + periods.day_name(as_of, language))
    elif dated:
        parts.append(say(language, "stand ", "state of ") + day_words(dated[-1], language))
    return " · ".join(parts)


def _by_day(drawn: Iterable[Point]) -> list[State]:
    """The dated states drawn, oldest first."""
    return sorted((point.state for point in drawn if point.state.known_from is not None), key=lambda state: state.known_from or date.min)


def heads(drawn: Iterable[Point]) -> list[str]:
    """The publishers and tables drawn from, most used first, without the day of the state."""
    counts = Counter((point.state.source_text or point.series.table_id or point.state.source).split(", stand ")[0] for point in drawn)
    return [head for head, _ in counts.most_common()]


def source_line(drawn: Sequence[Point], language: str) -> str:
    """ "Bron: CBS StatLine 85224NED, stand 2 juli 2026"; of many sources the three most used and how many more."""
    names = [in_english(name) if language == "en" else name for name in heads(drawn)]
    if not names:
        return say(language, "Bron: de brieven zelf", "Source: the letters themselves")
    text = "; ".join(names[:3])
    if len(names) > 3:
        text += say(language, f" en {len(names) - 3} andere bronnen", f" and {len(names) - 3} other sources")
    dated = _by_day(drawn)
    if not dated:
        state = say(language, "stand zonder datum", "state without a date")
    elif dated[0].known_from == dated[-1].known_from:
        state = say(language, "stand ", "state of ") + day_words(dated[-1], language)
    else:
        old, new = day_words(dated[0], language), day_words(dated[-1], language)
        state = say(language, f"standen van {old} tot en met {new}", f"states from {old} to {new}")
    return say(language, f"Bron: {text}, {state}", f"Source: {text}, {state}")


def basis_notes(drawn: Sequence[Point], language: str, *, hollow: bool = True) -> list[str]:
    """What a reader must know of the points: which are provisional (``hollow``: drawn so) and how many rest on a secondary source only."""
    notes = []
    count = sum(point.provisional for point in drawn)
    if count and hollow:
        notes.append(say(language, "Open punten: voorlopige cijfers.", "Hollow points: provisional figures."))
    elif count:
        notes.append(
            say(language, f"{count} van de {len(drawn)} cijfers zijn voorlopig.", f"{count} of the {len(drawn)} figures are provisional.")
        )
    second = sum(point.state.secondary for point in drawn)
    if second:
        notes.append(
            say(
                language,
                f"{second} van de {len(drawn)} cijfers zijn alleen bekend uit een secundaire bron.",
                f"{second} of the {len(drawn)} figures are known from a secondary source only.",
            )
        )
    return notes
