"""Tension on the labour market with the letters' claims on it, vacancies and unemployed, the Beveridge curve; as known on any day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from figures.beveridge import beveridge
from figures.tension import tension
from figures.vacancies import vacancies_and_unemployed
from labour import periods
from labour.indicators import Field
from labour.model import Check, Letter
from labour.observations import ObservationIndex
from views import address, pictures, session
from views.marking import safe

FIRST = periods.quarter(2003, 1)
START = periods.quarter(2008, 1)
_EARLIEST = date(2000, 1, 1)  # no figure held was known before


@st.fragment
def drawings(observations: ObservationIndex, field: Field, checks: Sequence[Check], letters: Sequence[Letter], *, private: bool) -> None:
    """Choice of range and day, and the pictures of it; a choice reruns this and nothing else."""
    language = session.language()
    first, last, as_of = _choices(observations, letters)
    address.record()
    ends = {"first": first, "last": last, "as_of": as_of, "language": language}
    key = (first, last, as_of, *(letter.sha256 for letter in letters))
    pictures.show(("krapte", *key), lambda theme: tension(observations, field, checks, theme=theme, **ends), private=private)
    pictures.show(
        ("vacatures-werklozen", *key),
        lambda theme: vacancies_and_unemployed(observations, field, checks, theme=theme, **ends),
        private=private,
        taller=1.4,
    )
    pictures.show(("beveridge", first, last, as_of), lambda theme: beveridge(observations, field, theme=theme, **ends))


def _choices(observations: ObservationIndex, letters: Sequence[Letter]) -> tuple[str, str, date | None]:
    say, language = session.words(), session.language()
    quarters = periods.between(FIRST, _newest(observations))
    address.restore("from", START, quarters)
    address.restore("to", quarters[-1], quarters)
    address.restore("asof", "")
    # the address leads: Back moves the slider and the day as well
    first, last = sorted((st.session_state["from"], st.session_state["to"]))
    st.session_state["from"], st.session_state["to"] = first, last
    # a clock that runs behind leaves the days of the letters open all the same
    latest = max([date.today(), *(letter.day for letter in letters if letter.day), _EARLIEST])
    known_on = _day(st.session_state["asof"], latest)
    st.session_state["asof"] = known_on.isoformat() if known_on else ""
    slider = f"range_{language}"
    st.session_state[slider], st.session_state["asof_day"] = (first, last), known_on
    span, day = st.columns([3, 2], gap="medium")
    span.select_slider(
        say("krapte.range"),
        quarters,
        value=(first, last),  # says that there are two ends
        format_func=lambda key: periods.name(key, language),
        key=slider,
        on_change=_take_range,
        args=(slider,),
    )
    day.date_input(
        say("krapte.as_of"),
        min_value=_EARLIEST,
        max_value=latest,
        format="DD-MM-YYYY",
        key="asof_day",
        help=say("krapte.as_of_help"),
        on_change=_take_day,
    )
    _letter_days(letters, known_on)
    return first, last, known_on


def _take_range(slider: str) -> None:
    st.session_state["from"], st.session_state["to"] = st.session_state[slider]


def _take_day() -> None:
    day = st.session_state["asof_day"]
    st.session_state["asof"] = day.isoformat() if isinstance(day, date) else ""


def _letter_days(letters: Sequence[Letter], known_on: date | None) -> None:
    """A button per letter: what was known on its date; and one back to now."""
    say, language = session.words(), session.language()
    with st.container(horizontal=True, key="letter_days"):
        for day in sorted({letter.day for letter in letters if letter.day}):
            st.button(
                say("krapte.letter_day", day=periods.day_name(day, language)),
                key=f"asof_{day}",
                on_click=_know_on,
                args=(day,),
                disabled=day == known_on,
            )
        st.button(say("krapte.now"), key="asof_now", on_click=_know_on, args=(None,), disabled=known_on is None)


def _know_on(day: date | None) -> None:
    st.session_state["asof"] = day.isoformat() if day else ""


def _newest(observations: ObservationIndex) -> str:
    """The last quarter for which any tension figure is held."""
    held = [key for series in observations.of("labour_market_tension", group="total") for key in observations.periods(series.key)]
    quarters = sorted(key for key in held if (period := periods.parse(key)) and period.kind == "KW")
    return quarters[-1] if quarters else START


def _day(text: str, latest: date) -> date | None:
    """The day that an address asks for, if it can be asked for."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if _EARLIEST <= day <= latest else None


say = session.words()
shown = session.chosen()
st.html(f"<h1>{safe(say('krapte.heading'))}</h1>")
st.text(say("krapte.intro"))
drawings(
    session.observations(),
    session.field(),
    [check for one in shown for check in one.checks],
    [one.letter for one in shown],
    private=any(one.is_own for one in shown),
)
