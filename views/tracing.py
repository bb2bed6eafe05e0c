"""Where a number in a picture comes from: the cell or the claim behind a mark that was clicked, with every state held and a way to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

from exports.plain import plain
from figures.cells import day_words
from figures.picture import Picture
from labour import periods, source_names, wording
from views import session
from views.marking import safe

_HOSTS = ("opendata.cbs.nl", "www.cbs.nl", "dataderden.cbs.nl", "datasets.cbs.nl", "web.archive.org")


def is_safe(url: str) -> bool:
    """Whether an address from the data may become a link: https, to a host that publishes the figures."""
    parts = urlsplit(url)
    return parts.scheme == "https" and (parts.hostname or "") in _HOSTS


def rows_clicked(picture: Picture, event: Any) -> list[int]:
    """The rows of the picture's table behind the marks that were clicked, and what letters say of the same figure."""
    points = event["selection"]["points"] if event else []
    clicked = [row for point in points for row in picture.rows_of(point.get("curve_number", -1), point.get("point_index", -1))]
    table = picture.table
    about = {(table["series"][row].partition("/")[0], table["period"][row]) for row in clicked}
    claims = [row for row in range(len(table)) if (table["measure"][row], table["period"][row]) in about and not table["series"][row]]
    return list(dict.fromkeys([*clicked, *claims]))


def show(picture: Picture, rows: Sequence[int], name: str) -> None:
    """The origin of the clicked mark: the published cells with all their states, or the claim with the way to its row."""
    say = session.words()
    if not rows:
        return
    with st.container(border=True, key=f"origin_{name}"):
        st.html(f'<h3 class="ct-small">{safe(say("trace.heading"))}</h3>')
        told = [picture.table.iloc[row].to_dict() for row in rows]
        cells = [one for one in told if one["series"]]
        if cells:
            states(_states(cells))
        for row, one in zip(rows, told, strict=True):
            if not one["series"] and one["status"] in wording.SIGNS:
                _claim(one, picture.marks[row], name)


def states(rows: Sequence[Mapping[str, Any]]) -> None:
    """States of cells as a table, each with the address of its source where that is a publisher's own."""
    say = session.words()
    table = pd.DataFrame([{say(f"cell.{key}"): value for key, value in row.items()} for row in rows])
    table = table[[column for column in table.columns if any(table[column])]]
    st.dataframe(
        table,
        hide_index=True,
        alt=say("trace.heading"),
        placeholder="",
        column_config={say("cell.url"): st.column_config.LinkColumn(display_text=say("cell.link"))},
    )


def _states(cells: Iterable[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Every state held of the cells behind some rows of a picture; the ones drawn are ticked."""
    language = session.language()
    observations = session.observations()
    found = []
    for cell in cells:
        ends = periods.span(cell["period"])
        for key in str(cell["series"]).split(", "):
            for period in periods.between(*ends) if ends else [cell["period"]]:
                for state in observations.states(key, period):
                    found.append(
                        {
                            "line": plain(cell["line"]),
                            "period": periods.name(period, language),
                            "value": wording.number(state.value, language),
                            "unit": plain(cell["unit"]),
                            "used": "✓" if not ends and state.vintage == cell["vintage"] else "",
                            "status": wording.status(state.status, language),
                            "known_from": day_words(state, language),
                            "source": plain(source_names.named(state.source_text or state.source, language)),
                            "group": plain(cell["group"]),
                            "url": state.url if is_safe(state.url) else "",
                        }
                    )
    return found


def _claim(row: Mapping[str, Any], mark: str, name: str) -> None:
    """What a letter says, and the button to its row on the first page."""
    say, language = session.words(), session.language()
    letter, _, place = mark.rpartition(":")
    one = next((one for one in session.available().values() if one.letter.name == letter), None)
    check = next((check for check in one.checks if f"{check.claim.start}-{check.claim.end}" == place), None) if one else None
    if one is None or check is None:
        return
    told = f"{wording.verdict(check.verdict, language)}: “{plain(check.claim.quote)}” ({periods.name(row['period'], language)})"
    st.text(f"{told}. {session.shown_title(one)}.")
    if st.button(say("trace.to_claim"), key=f"claim_{name}_{place}", icon=":material/fact_check:"):
        open_claim(one.key, f"{one.key}:{place}")


def open_claim(letter: str, claim: str) -> None:
    """Go to a claim in full on the first page, with no filter that could hide it."""
    st.session_state["letter"], st.session_state["claim"] = letter, claim
    for name, empty in (("verdict", []), ("indicator", []), ("reason", []), ("q", "")):
        st.session_state[name] = empty
    st.switch_page("views/toets.py")
