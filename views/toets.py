"""The claim-versus-source table: counts that add up, filters, the table, and the chosen claim in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from exports.plain import plain
from labour import wording
from labour.indicators import Field
from labour.model import REASONS, VERDICTS
from labour.observations import ObservationIndex
from views import address, detail, exporting, judging, session
from views.marking import safe
from views.session import Examined
from views.table import SORTS, Row, filtered, frame, indicator_name, rows_of, settings, sort_key

TABLE = "claims_table"
ROW_HEIGHT = 35


def counts(rows: Sequence[Row]) -> None:
    """How many claims have each verdict, each a button that shows them; the parts add up to the whole, the reasons to the refusals."""
    say, language = session.words(), session.language()
    address.restore("verdict", [], VERDICTS)
    per_verdict = {key: sum(row.check.verdict == key for row in rows) for key in VERDICTS}
    with st.container(horizontal=True, vertical_alignment="bottom", key="counts"):
        st.button(f"**{len(rows)}** {say('toets.claims')} =", key="all_claims", on_click=_show_all, help=say("toets.show_all"))
        st.pills(
            say("toets.verdicts"),
            VERDICTS,
            selection_mode="multi",
            format_func=lambda key: f"**{per_verdict[key]}** {wording.verdict(key, language)}",
            key="verdict",
            persist_state="session",
            label_visibility="collapsed",
            wrap=True,
        )
    refused = [row.check.reason for row in rows if row.check.verdict == "unverifiable"]
    present = [key for key in REASONS if key in refused]
    address.restore("reason", [], REASONS)
    asked = st.session_state["reason"] if "unverifiable" in st.session_state["verdict"] else []
    st.session_state["reason"] = [key for key in asked if key in present]
    if refused and "unverifiable" in st.session_state["verdict"]:
        st.pills(
            say("toets.why_refused", count=len(refused)),
            present,
            selection_mode="multi",
            format_func=lambda key: f"**{refused.count(key)}** {wording.name(wording.SHORT_REASON_NAMES, key, language)}",
            key="reason",
            persist_state="session",
            wrap=True,
        )


def _show_all() -> None:
    for name, empty in (("verdict", []), ("reason", []), ("indicator", []), ("q", "")):
        st.session_state[name] = empty


@st.fragment
def explorer(rows: Sequence[Row], letters: Mapping[str, Examined], field: Field, observations: ObservationIndex) -> None:
    """Filters, table, list and the chosen claim; a filter reruns this and nothing else."""
    say = session.words()
    counts(rows)
    shown = _filters(rows, field)
    st.session_state["_shown"] = [row.id for row in shown]
    address.restore("claim", "", ["", *st.session_state["_shown"]])
    _table(shown, field, with_letter=len(letters) > 1)
    below, files = st.columns([4, 1], vertical_alignment="bottom")
    with below:
        chosen = _list(shown)
    with files:
        exporting.menu(shown, {row.judgement.place: row.judgement for row in shown if row.judgement})
    address.record()
    if chosen:
        detail.show(letters[chosen.id.rpartition(":")[0]], chosen, field, observations)
    elif shown:
        st.info(say("toets.choose"), icon=":material/touch_app:")


def _filters(rows: Sequence[Row], field: Field) -> list[Row]:
    say, language = session.words(), session.language()
    named = sorted({row.check.claim.indicator or "" for row in rows}, key=lambda key: (not key, indicator_name(field, key, language)))
    address.restore("indicator", [], [*field.indicators, *named])
    address.restore("q", "")
    address.restore("sort", "verdict", SORTS)
    st.session_state["indicator"] = [key for key in st.session_state["indicator"] if key in named]
    search, indicators, order = st.columns([2, 3, 1.4])
    query = search.text_input(say("toets.search"), key="q", placeholder=say("toets.search_hint"), max_chars=200, persist_state="session")
    wanted = indicators.multiselect(
        say("toets.indicators"),
        named,
        format_func=lambda key: indicator_name(field, key, language) or say("toets.no_indicator"),
        placeholder=say("toets.all_indicators"),
        key="indicator",
        persist_state="session",
    )
    sort = order.selectbox(say("toets.sort"), SORTS, format_func=lambda key: say(f"toets.sort_{key}"), key="sort", persist_state="session")
    chosen = filtered(rows, st.session_state["verdict"], st.session_state["reason"], wanted, query or "")
    shown = sorted(chosen, key=sort_key(sort))
    st.caption(say("toets.shown", shown=len(shown), all=len(rows)))
    return shown


def _table(shown: Sequence[Row], field: Field, *, with_letter: bool) -> None:
    say, language = session.words(), session.language()
    if not shown:
        st.info(say("toets.none_shown"))
        return
    at = next((place for place, row in enumerate(shown) if row.id == st.session_state.get("claim")), None)
    st.session_state[TABLE] = {"selection": {"rows": [] if at is None else [at], "columns": [], "cells": []}}
    st.dataframe(
        frame(shown, field, language, with_letter=with_letter),
        hide_index=True,
        column_config=settings(language),
        on_select=_take_row,
        selection_mode="single-row",
        key=TABLE,
        placeholder="",
        alt=say("toets.table_alt"),
        height=min(460, ROW_HEIGHT * (len(shown) + 1) + 3),
    )


def _take_row() -> None:
    """The row clicked becomes the chosen claim; a click on the chosen row unchooses it."""
    places = st.session_state[TABLE]["selection"]["rows"]
    ids = st.session_state["_shown"]
    st.session_state["claim"] = ids[places[0]] if places and places[0] < len(ids) else ""


def _list(shown: Sequence[Row]) -> Row | None:
    """The same rows as a list, for keyboard and screen reader."""
    say, language = session.words(), session.language()
    by_id = {row.id: row for row in shown}

    def label(key: str) -> str:
        row = by_id.get(key)
        if row is None:
            return say("toets.choose_none")
        return f"{wording.verdict(row.check.verdict, language)} · {plain(row.check.claim.quote)[:90]}"

    key = st.selectbox(say("toets.choose_list"), ["", *by_id], format_func=label, key="claim", persist_state="session")
    return by_id.get(key or "")


say = session.words()
field = session.field()
letters = {one.key: one for one in session.chosen()}
judgements = judging.judged()
rows = [row for one in letters.values() for row in rows_of(one.letter, one.checks, one.ids(), field, judgements)]
st.html(f"<h1>{safe(say('toets.heading'))}</h1>")
st.text(say("toets.intro"))
if rows:
    explorer(rows, letters, field, session.observations())
else:
    st.info(say("toets.no_claims"), icon=":material/info:")
