"""The pictures by name, for the command line and the pages: each a function of figures held, field and checks."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from figures.beveridge import beveridge
from figures.counts import verdict_counts
from figures.lines import indicator_line
from figures.picture import Picture
from figures.sectors import sector_vacancies, sector_vacancy_rate
from figures.shortages import shortages
from figures.tension import tension
from figures.theme import LIGHT, Theme
from figures.vacancies import vacancies_and_unemployed
from labour.errors import CijfertoetsError
from labour.indicators import Field
from labour.model import Check
from labour.observations import ObservationIndex

Draw = Callable[[ObservationIndex, Field, Sequence[Check], str, Theme], Picture]


def _line(indicator: str) -> Draw:
    return lambda observations, field, checks, language, theme: indicator_line(
        observations, field, indicator, checks, language=language, theme=theme
    )


PICTURES: Mapping[str, Draw] = MappingProxyType(
    {
        "tension": lambda held, field, checks, language, theme: tension(held, field, checks, language=language, theme=theme),
        "vacancies_and_unemployed": lambda held, field, checks, language, theme: vacancies_and_unemployed(
            held, field, checks, language=language, theme=theme
        ),
        "beveridge": lambda held, field, checks, language, theme: beveridge(held, field, language=language, theme=theme),
        "shortages": lambda held, field, checks, language, theme: shortages(held, field, checks, language=language, theme=theme),
        "sector_vacancies": lambda held, field, checks, language, theme: sector_vacancies(held, field, language=language, theme=theme),
        "sector_vacancy_rate": lambda held, field, checks, language, theme: sector_vacancy_rate(
            held, field, language=language, theme=theme
        ),
        "verdict_counts": lambda held, field, checks, language, theme: verdict_counts(checks, language=language, theme=theme),
        "net_participation": _line("net_participation"),
        "unemployment_rate": _line("unemployment_rate"),
        "vacancy_rate": _line("vacancy_rate"),
        "cao_wage_growth": _line("cao_wage_growth"),
    }
)


def pictures(
    observations: ObservationIndex, field: Field, checks: Sequence[Check], language: str = "nl", theme: Theme = LIGHT
) -> dict[str, Callable[[], Picture]]:
    """Every picture by name, to be drawn when called."""
    return {name: partial(draw, observations, field, checks, language, theme) for name, draw in PICTURES.items()}


def chosen(names: Iterable[str]) -> list[str]:
    """The names asked for, all of them where none is; CijfertoetsError for one that does not exist, with the nearest that does."""
    asked = list(dict.fromkeys(names))
    for name in asked:
        if name not in PICTURES:
            near = difflib.get_close_matches(name, PICTURES, 1)
            meant_nl, meant_en = (f"; bedoelt u {near[0]}?", f"; do you mean {near[0]}?") if near else (".", ".")
            known = ", ".join(PICTURES)
            raise CijfertoetsError(
                f"Er is geen figuur {name!r}{meant_nl} De figuren heten: {known}.",
                f"There is no picture {name!r}{meant_en} The pictures are: {known}.",
            )
    return asked or list(PICTURES)
