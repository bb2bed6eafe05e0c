"""The claims behind a number of a corpus run: the table and list to choose from, and the claim chosen with all that it rests on."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from exports.parquet_summary import Selection
from exports.plain import plain
from labour import wording
from labour.edition import letter_date
from views import address, collected, detail, session, tracing
from views.collected import MOST_CLAIMS, Collected
from views.marking import safe
from views.table import frame, settings, sort_key

ROW_HEIGHT = 35


def choosing(table: pd.DataFrame | Styler, ids: list[str], name: str, alt: str, columns: dict[str, object] | None = None) -> None:
    """A table whose row, when clicked, becomes the choice ``name``; a click on the chosen row unchooses it."""
    key = f"table_{name}"
    at = ids.index(st.session_state[name]) if st.session_state[name] in ids else None
    st.session_state[key] = {"selection": {"rows": [] if at is None else [at], "columns": [], "cells": []}}

    def take() -> None:
        places = st.session_state[key]["selection"]["rows"]
        st.session_state[name] = ids[places[0]] if places and places[0] < len(ids) else ""

    st.dataframe(
        table,
        hide_index=True,
        column_config=columns,
        on_select=take,
        selection_mode="single-row",
        key=key,
        placeholder="",
        alt=alt,
        height=min(460, ROW_HEIGHT * (len(ids) + 1) + 3),
    )


def claims(stamp: str, wanted: Selection) -> None:
    """The claims chosen, and the one of them that is opened."""
    say, language, field = session.words(), session.language(), session.field()
    count, listed = collected.claims(stamp, wanted)
    st.html(f"<h2>{safe(say('verzameling.the_claims'))}</h2>")
    st.caption(say("verzameling.shown" if count > MOST_CLAIMS else "verzameling.all_shown", shown=len(listed), count=count))
    if not listed:
        st.info(say("toets.none_shown"))
        return
    if wanted.figure is None and wanted.sentence is None:  # claims that belong together stay in the order of the letters
        listed = tuple(sorted(listed, key=lambda one: sort_key("verdict")(one.row)))
    by_id = {one.row.id: one for one in listed}
    address.restore("pick", "", ["", *by_id])
    shown = [one.row for one in listed]
    choosing(frame(shown, field, language, with_letter=True), list(by_id), "pick", say("toets.table_alt"), settings(language))
    chosen = st.selectbox(
        say("toets.choose_list"),
        ["", *by_id],
        format_func=lambda key: _claim_name(by_id[key]) if key else say("toets.choose_none"),
        key="pick",
        persist_state="session",
    )
    if chosen:
        one = by_id[chosen]
        detail.outcome(one.examined, one.row, field, session.observations())
        origin(one)


def origin(one: Collected) -> None:
    """Where the claim stands: letter, file, place."""
    say, language, letter = session.words(), session.language(), one.row.letter
    st.html(f'<h3 class="ct-small">{safe(say("verzameling.origin"))}</h3>')
    place = one.about["start"]
    pairs = (
        (say("app.letter"), letter.title or letter.name),
        (say("verzameling.sender"), letter.sender),
        (say("verzameling.date"), letter_date(letter, language) or say("app.no_date")),
        (say("verzameling.reference"), letter.reference),
        (say("verzameling.file"), str(one.about["path"])),
        ("SHA-256", letter.sha256),
        (say("detail.page"), str(one.about["page"] or "")),
        (say("verzameling.place"), f"{place}–{place + len(one.row.check.claim.quote)}"),
    )
    items = "".join(f"<dt>{safe(term)}</dt><dd>{safe(plain(text))}</dd>" for term, text in pairs if text)
    st.html(f'<dl class="ct-facts">{items}</dl>')
    if tracing.is_safe(one.row.check.source_url):
        st.link_button(say("detail.statline"), one.row.check.source_url, icon=":material/open_in_new:")


def _claim_name(one: Collected) -> str:
    check, letter = one.row.check, one.row.letter
    said = wording.verdict(check.verdict, session.language())
    return f"{said} · {plain(check.claim.quote)[:90]} · {plain(letter.title or letter.name)[:60]}"
