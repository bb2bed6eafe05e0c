"""Shortages and vacancies by sector."""

from __future__ import annotations

import streamlit as st

from views import session
from views.marking import safe

say = session.words()
st.html(f"<h1>{safe(say('sectoren.heading'))}</h1>")
st.text(say("sectoren.intro"))
