"""The series of one table held: how far each goes, its newest figure with status, date and source, and the way to it."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from exports.plain import plain
from figures.cells import day_words
from labour import periods, source_names, wording
from labour.observations import Series, latest
from views import session, tracing
from views.table import indicator_name


def show(table_id: str) -> None:
    """A row per series of the table, with its newest figure."""
    say = session.words()
    rows = [_row(series) for series in session.observations().series.values() if series.table_id == table_id]
    if not rows:
        return
    table = pd.DataFrame(rows)
    table = table[[name for name in table if any(table[name].astype(bool))]]
    table = table.rename(columns={name: say(f"cell.{name}") for name in table})
    links = {say("cell.url"): st.column_config.LinkColumn(display_text=say("cell.link"))}
    st.caption(say("bronnen.series_of", count=len(rows), table=table_id))
    st.dataframe(table, hide_index=True, alt=say("bronnen.series_of", count=len(rows), table=table_id), placeholder="", column_config=links)


def about(table_id: str) -> str:
    """What a table without a known title is about: the names of its indicators."""
    field, language = session.field(), session.language()
    held = [series.indicator for series in session.observations().series.values() if series.table_id == table_id]
    return "; ".join(indicator_name(field, key, language) for key in dict.fromkeys(held))


def _row(series: Series) -> Mapping[str, object]:
    observations, language = session.observations(), session.language()
    say = session.words()
    held = [key for key in observations.periods(series.key) if periods.parse(key)]
    newest = max(held, key=lambda key: periods.parse(key).last_day(), default="")  # type: ignore[union-attr]
    state = latest(observations.states(series.key, newest)) if newest else None
    row: dict[str, object] = {
        "measure": plain(series.measure),
        "group": plain(series.label or series.group),
        "adjusted": {True: say("cell.yes"), False: say("cell.no"), None: ""}[series.adjusted],
        "periods": len(held),
        "first": periods.name(held[0], language) if held else "",
        "period": periods.name(newest, language) if newest else "",
    }
    if state:
        row |= {
            "value": wording.number(state.value, language),
            "unit": plain(series.table_unit),
            "status": wording.status(state.status, language),
            "known_from": day_words(state, language),
            "source": plain(source_names.named(state.source_text or state.source, language)),
            "url": state.url if tracing.is_safe(state.url) else "",
        }
    return row
