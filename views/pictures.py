"""A picture on the page: the figure, a sentence, the table of what is drawn, and files of it. Drawn once per input and size.

The width comes from a cookie that the page's own script sets; a picture is drawn for it, so that its words stay readable on
a telephone. Files are always drawn at 1600 x 900 on light paper.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Hashable
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from exports.plain import formula_safe
from figures import png
from figures.picture import Picture
from figures.theme import DARK, LIGHT, Theme
from labour import periods, wording
from views import session, tracing
from views.table import printed
from views.texts import built_in

Maker = Callable[[Theme], Picture]
HEIGHTS = {280: 760, 440: 700, 600: 640, 760: 560, 920: 560, 1100: 620, 1280: 720}  # by width: narrow paper needs room for its words
_EDGES = {"small": 34, "wide": 170}  # pixels that the page keeps beside its content


def screen_theme() -> Theme:
    """The paper that fits the reader's window and theme."""
    seen = st.context.cookies.get("ct_width", "")
    window = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 5 else 1280
    room = window - _EDGES["small" if window < 700 else "wide"]
    width = max((one for one in HEIGHTS if one <= room), default=min(HEIGHTS))
    return (DARK if st.context.theme.type == "dark" else LIGHT).sized(width, HEIGHTS[width])


@st.cache_resource(max_entries=64, show_spinner=False)
def _shared(key: Hashable, _make: Maker, _theme: Theme) -> Picture:
    return _make(_theme)


@st.cache_resource(max_entries=16, show_spinner=False, scope="session")
def _private(key: Hashable, _make: Maker, _theme: Theme) -> Picture:
    return _make(_theme)


def drawn(key: tuple[Hashable, ...], make: Maker, theme: Theme, *, private: bool = False) -> Picture:
    """The picture of ``key`` on this paper, drawn once; a private one (of an own letter) is kept in the session only."""
    whole = (session.stamp(), session.language(), theme.name, theme.width, theme.height, *key)
    return (_private if private else _shared)(whole, make, theme)


def show(key: tuple[Hashable, ...], make: Maker, *, private: bool = False, taller: float = 1, said: bool = False) -> None:
    """The figure and all that goes with it. ``key`` says what is drawn, apart from language, paper and figures held.

    ``said``: the page already says the picture's sentence.
    """
    say = session.words()
    theme = screen_theme()
    theme = theme.sized(theme.width, round(theme.height * taller))
    picture = drawn(key, make, theme, private=private)
    name = "-".join(str(part) for part in key)
    with st.container(key=f"paper{theme.width}_{name}"):
        clicked = st.plotly_chart(
            picture.figure,
            width=theme.width,
            theme=None,
            key=f"picture_{name}_{session.stamp()[:12]}",  # a click counts for the picture it was made in
            config=_config(picture),
            alt=picture.alt,
            on_select="rerun",
            selection_mode="points",
        )
    tracing.show(picture, tracing.rows_clicked(picture, clicked), name)
    if not said:
        st.text(picture.sentence)

    def on_paper() -> Picture:
        return make(LIGHT)

    with st.container(horizontal=True, key=f"files_{name}"):
        for ending, mime in (("png", "image/png"), ("svg", "image/svg+xml")):
            st.download_button(
                ending.upper(),
                lambda ending=ending: png.to_bytes(on_paper(), ending),
                file_name=f"{picture.file_name}.{ending}",
                mime=mime,
                on_click="ignore",
                icon=":material/download:",
                key=f"{ending}_{name}",
                help=say("picture.png_help") if ending == "png" else say("picture.svg_help"),
            )
        st.download_button(
            "CSV",
            lambda: to_csv(picture.table, picture.language),
            file_name=f"{picture.file_name}.csv",
            mime="text/csv",
            on_click="ignore",
            icon=":material/download:",
            key=f"csv_{name}",
            help=say("picture.csv_help"),
        )
    with st.expander(say("picture.table"), icon=":material/table:", key=f"table_{name}", on_change="rerun") as box:
        if box.open:  # made only for who asks: a table costs a browser as much as a picture
            columns = {
                say("cell.url"): st.column_config.LinkColumn(display_text=say("cell.link")),
                say("cell.known_from"): st.column_config.DateColumn(format="DD-MM-YYYY"),
            }
            st.dataframe(_readable(picture.table), hide_index=True, alt=picture.title, placeholder="", column_config=columns)


def _config(picture: Picture) -> dict[str, Any]:
    """Plotly's own tools: its camera makes the same PNG without a browser on the server."""
    language = session.language()
    return {
        "displaylogo": False,
        "responsive": False,
        "modeBarButtonsToRemove": ["lasso2d", "select2d", "zoomIn2d", "zoomOut2d", "autoScale2d", "zoom2d", "pan2d", "resetScale2d"],
        "toImageButtonOptions": {"format": "png", "filename": picture.file_name, **_camera(picture.figure.layout)},
        "locale": language,
        "locales": {"nl": {"dictionary": dict(built_in()), "format": {}}},
    }


def _camera(layout: Any) -> dict[str, float]:
    """The size the figure was drawn for, as its words were placed for that; enlarged to at least 1600 pixels wide."""
    return {"width": layout.width, "height": layout.height, "scale": max(2, -(-1600 // layout.width))}


def to_csv(table: pd.DataFrame, language: str) -> bytes:
    """What is drawn, as a spreadsheet reads it: Dutch with semicolons and decimal commas, no cell a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter="," if language == "en" else ";", lineterminator="\r\n")
    writer.writerow(table.columns)
    for row in table.itertuples(index=False):
        writer.writerow([_csv_cell(cell, language) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _csv_cell(cell: object, language: str) -> str:
    if isinstance(cell, Decimal):
        return f"{cell:f}" if language == "en" else f"{cell:f}".replace(".", ",")
    return "" if cell is None else formula_safe(str(cell))


def _readable(table: pd.DataFrame) -> Styler:
    """The picture's table in words of the language; empty columns left out, numbers that sort as numbers in print."""
    say, language = session.words(), session.language()
    columns = {
        "line": table["line"],
        "period": [periods.name(key, language) for key in table["period"]],
        "value": [float(value) if value is not None and value != "" else None for value in table["value"]],
        "unit": table["unit"],
        "status": [wording.verdict(key, language) if key in wording.SIGNS else wording.status(key, language) for key in table["status"]],
        "known_from": [date.fromisoformat(day) if day else None for day in table["known_from"]],
        "source": table["source"],
        "table": table["table"],
        "group": table["group"],
        "url": [url if tracing.is_safe(url) else "" for url in table["url"]],
    }
    shown = pd.DataFrame(
        {say(f"cell.{name}"): list(values) for name, values in columns.items() if any(value not in ("", None) for value in values)}
    )
    numbers = ["" if value is None or value == "" else wording.number(value, language) for value in table["value"]]
    return printed(shown, {name: numbers for name in shown if name == say("cell.value")})
