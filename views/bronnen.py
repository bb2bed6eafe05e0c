"""Where the figures come from: tables held, their age, gaps and revisions; fetching newer ones; licence; how often the program errs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pandas as pd
import streamlit as st

from exports import against
from exports.plain import plain
from exports.rows import check_row
from labour import periods, wording
from loaders.fetching import FetchedTable
from loaders.holdings import TableStatus, clock_behind
from views import address, held_series, holdings, session
from views.marking import safe
from views.refresh import Refresh

TABLE = "tables_held"
SHOWN = 200  # revisions listed; the newest first


@st.fragment
def tables(held: list[TableStatus]) -> None:
    """Every table: how far it goes, how old it is, where it has gaps; the series of the one that is chosen."""
    say, language = session.words(), session.language()
    newer = {True: say("bronnen.yes"), False: say("bronnen.no"), None: say("bronnen.not_known")}
    ids = [one.table_id for one in held]
    address.restore("table", "", ["", *ids])
    shown = pd.DataFrame(
        {
            say("cell.table"): ids,
            say("bronnen.name"): [plain(one.title) or held_series.about(one.table_id) for one in held],
            say("bronnen.series"): [one.series for one in held],
            say("bronnen.newest"): [periods.name(one.newest_period, language) for one in held],
            say("bronnen.state"): [one.state_date for one in held],
            say("bronnen.age"): [one.age_days for one in held],
            say("bronnen.gaps"): [sum(len(gap.periods) for gap in one.gaps) for one in held],
            say("bronnen.provisional"): [one.provisional for one in held],
            say("bronnen.states"): [one.states for one in held],
            say("bronnen.newer"): [newer[one.known_newer] for one in held],
        }
    )
    idle = [say("bronnen.states")] * (not any(one.states for one in held))
    idle += [say("bronnen.newer")] * all(one.known_newer is None for one in held)
    at = [ids.index(st.session_state["table"])] if st.session_state["table"] in ids else []
    st.session_state[TABLE] = {"selection": {"rows": at, "columns": [], "cells": []}}
    st.session_state["_tables"] = ids
    st.dataframe(
        shown.drop(columns=idle),
        hide_index=True,
        alt=say("bronnen.tables"),
        height="content",
        placeholder="",
        column_config={
            say("bronnen.name"): st.column_config.TextColumn(width="large"),
            say("bronnen.state"): st.column_config.DateColumn(format="DD-MM-YYYY"),
        },
        on_select=_take_table,
        selection_mode="single-row",
        key=TABLE,
    )
    chosen = st.selectbox(
        say("bronnen.choose"),
        ["", *ids],
        format_func=lambda key: key or say("bronnen.choose_none"),
        key="table",
        persist_state="session",
    )
    address.record()
    if chosen:
        held_series.show(chosen)


def _take_table() -> None:
    """The row clicked becomes the chosen table; a click on the chosen row unchooses it."""
    places = st.session_state[TABLE]["selection"]["rows"]
    st.session_state["table"] = st.session_state["_tables"][places[0]] if places else ""


def gaps(held: list[TableStatus]) -> None:
    """Where figures are missing between the first and the last of a series: nothing is filled in."""
    say, language = session.words(), session.language()
    found = [(one.table_id, gap) for one in held for gap in one.gaps]
    with st.expander(say("bronnen.where_missing", count=sum(len(gap.periods) for _, gap in found)), icon=":material/data_loss_prevention:"):
        st.dataframe(
            pd.DataFrame(
                {
                    say("cell.table"): [table for table, _ in found],
                    say("cell.group"): [plain(gap.label) for _, gap in found],
                    say("bronnen.gaps"): [len(gap.periods) for _, gap in found],
                    say("bronnen.first_gap"): [periods.name(gap.periods[0], language) for _, gap in found],
                    say("bronnen.last_gap"): [periods.name(gap.periods[-1], language) for _, gap in found],
                }
            ),
            hide_index=True,
            alt=say("bronnen.gaps"),
        )


def fetch(fetchable: list[str]) -> None:
    """The button, the progress of each table, a way to stop, and what came of it."""
    current: Refresh | None = st.session_state.get("_refresh")

    @st.fragment(run_every=0.7 if current and current.running else None)
    def panel() -> None:
        say = session.words()
        refresh: Refresh | None = st.session_state.get("_refresh")
        if refresh is None or not refresh.running:
            if refresh is not None and not st.session_state.get("_refresh_seen"):
                st.session_state["_refresh_seen"] = True
                st.rerun()  # the whole page: other figures, and no more ticking
            st.button(say("bronnen.fetch"), key="fetch", icon=":material/sync:", on_click=_start, args=(fetchable,))
            st.caption(say("bronnen.fetch_explained"))
            if refresh is not None:
                _outcome(refresh)
            return
        for table in refresh.tables:
            rows, total = refresh.done.get(table, (0, None))
            share = min(1.0, rows / total) if total else 0.0
            st.progress(share, text=say("bronnen.progress", table=table, rows=wording.number(Decimal(rows), session.language())))
        st.button(say("bronnen.cancel"), key="cancel_fetch", on_click=refresh.cancel)

    panel()


def _start(fetchable: list[str]) -> None:
    refresh = Refresh(fetchable, [check_row(check) for one in session.shipped() for check in one.checks])
    st.session_state["_refresh"], st.session_state["_refresh_seen"] = refresh, False
    refresh.start()
    st.rerun()


def _outcome(refresh: Refresh) -> None:
    """What each table brought, what failed, and which verdicts of the letters changed by it."""
    say, language = session.words(), session.language()
    if refresh.refusal:
        st.error(refresh.refusal.sentence(language))
    if refresh.report is None:
        return
    for table in refresh.report.finished:
        st.success(_brought(table))
        for notice in table.notices:
            st.warning(notice[1] if language == "en" else notice[0])
    for table_id, error in refresh.report.failed:
        st.error(f"{table_id}: {error.sentence(language)}")
    changed = against.changes(refresh.verdicts_before, [check for one in session.shipped() for check in one.checks])
    st.text("\n".join([say("bronnen.verdicts_changed", count=len(changed)), *(one.sentence(language) for one in changed)]))


def _brought(table: FetchedTable) -> str:
    say = session.words()
    changes = table.changes
    if not table.new:
        return say("bronnen.nothing_new", table=table.table_id)
    return say(
        "bronnen.brought",
        table=table.table_id,
        periods=len(changes.new_periods),
        cells=changes.new_cells,
        revised=len(changes.revised),
        statuses=len(changes.statuses),
    )


def revisions() -> None:
    """Figures that were published anew with another value, the newest first."""
    say, language = session.words(), session.language()
    found = holdings.revisions()
    with st.expander(say("bronnen.revisions", count=len(found)), icon=":material/history:"):
        st.dataframe(
            pd.DataFrame(
                {
                    say("cell.table"): [one.series.table_id for one in found[:SHOWN]],
                    say("cell.measure"): [plain(one.series.measure) for one in found[:SHOWN]],
                    say("cell.group"): [plain(one.series.label) for one in found[:SHOWN]],
                    say("cell.period"): [periods.name(one.period, language) for one in found[:SHOWN]],
                    say("bronnen.before"): [wording.number(one.before, language) for one in found[:SHOWN]],
                    say("bronnen.after"): [wording.number(one.after, language) if one.after is not None else "" for one in found[:SHOWN]],
                    say("cell.known_from"): [one.known_from for one in found[:SHOWN]],
                }
            ),
            hide_index=True,
            alt=say("bronnen.revisions", count=len(found)),
            placeholder="",
            column_config={say("cell.known_from"): st.column_config.DateColumn(format="DD-MM-YYYY")},
        )


def errors() -> None:
    """How often the program errs on letters checked by people, as the gate of the tests measured it."""
    say, language = session.words(), session.language()
    result = holdings.gate_result()
    if result is None:
        return
    st.html(f"<h2>{safe(say('bronnen.errors'))}</h2>")
    st.text(say("bronnen.errors_text", day=periods.day_name(result.day, language), version=result.version))
    st.dataframe(
        pd.DataFrame(
            {
                say("bronnen.measure"): [say(f"gate.{name}") for name, _ in result.figures],
                say("bronnen.outcome"): [_outcome_text(name, value) for name, value in result.figures],
            }
        ),
        hide_index=True,
        alt=say("bronnen.errors"),
        height="content",
    )


def _outcome_text(name: str, value: Decimal) -> str:
    """A share as a percentage, a count as it is."""
    language = session.language()
    return wording.number(value, language) if name in holdings.COUNTS else f"{wording.number(value * 100, language, 1)}%"


say = session.words()
held = holdings.status(date.today())
st.html(f"<h1>{safe(say('bronnen.heading'))}</h1>")
st.text(say("bronnen.intro"))
st.html(f"<h2>{safe(say('bronnen.tables'))}</h2>")
if behind := clock_behind(held, date.today()):
    st.warning(behind.sentence(session.language()), icon=":material/schedule:")
tables(held)
gaps(held)
revisions()
st.html(f"<h2>{safe(say('bronnen.newer_figures'))}</h2>")
fetch([one.table_id for one in held if one.fetchable])
errors()
st.html(f"<h2>{safe(say('bronnen.licence'))}</h2>")
st.text(say("bronnen.licence_text"))
