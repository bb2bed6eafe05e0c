"""Shortages to 2033 by sector, unit by unit, and open vacancies and vacancy rate by SBI section; down to one sector."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from figures.lines import indicator_line
from figures.sectors import sector_vacancies, sector_vacancy_rate
from figures.shortages import shortages
from labour.indicators import Field
from labour.model import Check, Letter
from labour.observations import ObservationIndex
from views import address, controls, pictures, session
from views.marking import safe

TOTAL = "total"


@st.fragment
def short(observations: ObservationIndex, field: Field, checks: Sequence[Check], letters: Sequence[Letter], *, private: bool) -> None:
    """What the letters and the forecasters say is or will be short."""
    say, language = session.words(), session.language()
    kinds = [key for key, one in field.indicators.items() if one.is_shortage]
    address.restore("short", [], kinds)
    choice, more = st.columns([3, 2], vertical_alignment="bottom")
    wanted = choice.multiselect(
        say("sectoren.kinds"),
        kinds,
        format_func=lambda key: field.indicators[key].name_en if language == "en" else field.indicators[key].name_nl,
        placeholder=say("sectoren.all_kinds"),
        key="short",
        persist_state="session",
    )
    parts = controls.switch(more, "parts", say("sectoren.parts"), say("sectoren.parts_help"))
    address.record()
    pictures.show(
        ("tekorten", *wanted, parts, *(letter.sha256 for letter in letters)),
        lambda theme: shortages(observations, field, checks, language=language, theme=theme, indicators=wanted, parts=parts),
        private=private,
    )


@st.fragment
def sector(observations: ObservationIndex, field: Field, checks: Sequence[Check], letters: Sequence[Letter], *, private: bool) -> None:
    """Vacancies and vacancy rate of one section through time."""
    say, language = session.words(), session.language()
    sections = {one.sbi: one for one in field.sectors.values() if one.sbi}
    groups = {series.group for series in observations.of("open_vacancies")}
    held = [TOTAL, *sorted(key for key in sections if key in groups)]
    address.restore("sector", TOTAL, held)
    group = st.selectbox(
        say("sectoren.sector"),
        held,
        format_func=lambda key: (
            say("sectoren.total") if key == TOTAL else f"{key}: {sections[key].name_en if language == 'en' else sections[key].name_nl}"
        ),
        key="sector",
        persist_state="session",
    )
    address.record()
    if group == TOTAL:
        pictures.show(
            ("vacatures-per-bedrijfstak",),
            lambda theme: sector_vacancies(observations, field, language=language, theme=theme),
            taller=1.3,
        )
        pictures.show(
            ("vacaturegraad-per-bedrijfstak",),
            lambda theme: sector_vacancy_rate(observations, field, language=language, theme=theme),
            taller=1.2,
        )
        return
    for indicator in ("open_vacancies", "vacancy_rate"):
        pictures.show(
            (indicator, group, *(letter.sha256 for letter in letters)),
            lambda theme, indicator=indicator: indicator_line(
                observations, field, indicator, checks, language=language, theme=theme, group=group
            ),
            private=private,
        )


say = session.words()
shown = session.chosen()
given = (session.observations(), session.field(), [check for one in shown for check in one.checks], [one.letter for one in shown])
own = any(one.is_own for one in shown)
st.html(f"<h1>{safe(say('sectoren.heading'))}</h1>")
st.text(say("sectoren.intro"))
short(*given, private=own)
st.html(f"<h2>{safe(say('sectoren.vacancies'))}</h2>")
sector(*given, private=own)
