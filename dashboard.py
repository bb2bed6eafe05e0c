"""The dashboard: page set-up, navigation, and what stands above and below every page. ``streamlit run dashboard.py`` works by itself."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from views import address, collected, controls, session
from views.texts import language_of

HERE = Path(__file__).parent / "views"
PAGES = {"toets": "fact_check", "brief": "article", "krapte": "show_chart", "sectoren": "stacked_bar_chart", "bronnen": "database"}
if collected.folder():
    PAGES["verzameling"] = "library_books"

language = st.session_state.get("lang") or language_of(st.query_params.get_all("lang"))
say = controls.speaker(language)
st.set_page_config(page_icon=HERE / "icon.png", layout="wide", menu_items={"About": say("app.about")})
st.html(HERE / "style.css")
st.logo(HERE / "logo.svg", size="large")
page = st.navigation(
    [
        st.Page(HERE / f"{name}.py", title=say(f"{name}.title"), icon=f":material/{icon}:", url_path=name, default=name == "toets")
        for name, icon in PAGES.items()
    ],
    position="top",
)
st.set_page_config(page_title=f"{page.title} · Cijfertoets")
if address.begin(page.url_path):
    st.rerun()
with controls.refusals():
    session.begin()
    controls.show()
    page.run()
    if page.url_path == "verzameling":
        controls.colophon((), collected.edition())
    else:
        controls.colophon(session.chosen(), session.edition())
address.record()
