"""A question put to the cells: what a claim asks, how its answer is made, and what that answer was on any day.

An ``Ask`` holds everything that chooses cells and nothing of the claimed number; a ``Question`` is an ask with its cells read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from checks import derived
from checks.derived import Estimate
from checks.interval import scaled
from checks.lookup import Line, Reading, newest
from labour.observations import ObservationIndex

Formula = Callable[[Sequence[Reading]], Estimate | None]
FINAL = "definitief"
# vacancies of a quarter have moved by 0.4 to 1.3 percent between the publications held, tension by one in a hundred
REVISION = Decimal("0.01")
FORMS = "level inverse difference growth multiple share tension mean total".split()
CHANGES = ("difference", "growth", "multiple")


@dataclass(frozen=True, slots=True)
class Ask:
    """One figure: a form of FORMS on a line at a period; ``base`` the earlier period or, in a mean, the first of the span.

    ``other`` is the whole of a share or the unemployed of a tension, ``parts`` the further lines of a total; ``factor`` turns the answer
    into the unit of the claim.
    """

    form: str
    line: Line
    period: str
    base: str = ""
    other: Line | None = None
    factor: Decimal = Decimal(1)
    span: tuple[str, ...] = ()
    parts: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """States of every cell a figure needs, and the formula that makes it. ``partial``: cells not known on a day are left out."""

    cells: tuple[tuple[Reading, ...], ...]
    formula: Formula
    partial: bool = False

    def at(self, day: date | None) -> Estimate | None:
        """The answer from the newest states by ``day`` (None: of all), all by one method; None when a cell was not known."""
        picked = [newest(states, day) for states in self.cells]
        methods = {r.state.method for r in picked if r is not None and r.state.method}
        if len(methods) <= 1:
            return self._made(picked)
        for method in sorted(methods, key=lambda m: _last_day(picked, m), reverse=True):
            one = [newest([r for r in states if r.state.method in (method, "")], day) for states in self.cells]
            made = self._made(one)
            if made is not None:
                return made
        return None

    def _made(self, picked: Sequence[Reading | None]) -> Estimate | None:
        known = [r for r in picked if r is not None]
        if not known or (not self.partial and len(known) < len(picked)):
            return None
        return self.formula(known)

    def days(self) -> list[date]:
        """Every day on which a state of one of the cells became known, in order."""
        return sorted({r.state.known_from for states in self.cells for r in states if r.state.known_from is not None})

    def history(self) -> list[tuple[date | None, Estimate]]:
        """The answer on each of those days, oldest first, and at the end (None) from undated states where there are any."""
        days: list[date | None] = [*self.days()]
        if any(r.state.known_from is None for states in self.cells for r in states):
            days.append(None)
        return [(day, made) for day in days if (made := self.at(day)) is not None]

    def first(self) -> Estimate | None:
        """The answer from the first publication of every cell; None where these differ in method and would be set against each other."""
        firsts = [next((r for r in states if r.state.known_from is not None), None) for states in self.cells]
        methods = {r.state.method for r in firsts if r is not None and r.state.method}
        return self._made(firsts) if self.partial or len(methods) <= 1 else None

    def revisable(self, made: Estimate, final: bool = False) -> Estimate:
        """The same answer with the room that a revision of its figures leaves; final ones, and what is no figure, have none.

        With ``final`` those too: they may have been revised before. The two ends of a change are revised together, so
        that it moves less than either of them.
        """
        if self.partial:
            return made
        part = REVISION if len(made.cells) == 1 else REVISION / 4
        cells = [cell if cell.state.status == FINAL and not final else replace(cell, room=(1 - part, 1 + part)) for cell in made.cells]
        return self.formula(cells) or made

    def readings(self) -> list[Reading]:
        return [r for states in self.cells for r in states]


def _last_day(picked: Sequence[Reading | None], method: str) -> date:
    days = [r.state.known_from for r in picked if r is not None and r.state.method == method and r.state.known_from is not None]
    return max(days, default=date.min)


def put(ask: Ask, index: ObservationIndex) -> Question | None:
    """The question with its cells; None when one is not held."""
    periods = [(ask.line, p) for p in (ask.span if ask.form == "mean" else (ask.period,))]
    if ask.form in CHANGES:
        periods.append((ask.line, ask.base))
    periods += [(part, ask.period) for part in ask.parts]
    if ask.form in ("share", "tension"):
        if ask.other is None:
            return None
        periods.append((ask.other, ask.period))
    cells = tuple(line.readings(index, period) for line, period in periods)
    if not cells or not all(cells):
        return None
    return Question(cells, _formula(ask))


def _formula(ask: Ask) -> Formula:
    make: dict[str, Formula] = {
        "level": lambda cells: derived.level(cells[0]),
        "inverse": lambda cells: derived.inverse(cells[0]),
        "difference": lambda cells: derived.difference(cells[0], cells[1]),
        "growth": lambda cells: derived.growth(cells[0], cells[1]),
        "multiple": lambda cells: derived.multiple(cells[0], cells[1]),
        "share": lambda cells: derived.share(cells[0], cells[1]),
        "tension": lambda cells: derived.tension(cells[0], cells[1]),
        "mean": derived.mean,
        "total": derived.total,
    }
    formula = make[ask.form]
    if ask.factor == 1:
        return formula

    def converted(cells: Sequence[Reading]) -> Estimate | None:
        made = formula(cells)
        if made is None:
            return None
        return Estimate(made.point * ask.factor, scaled(made.spread, ask.factor), made.cells, made.recomputed)

    return converted
