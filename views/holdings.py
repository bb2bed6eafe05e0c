"""What is held, worked out once per state of the files: tables with their age, revisions, damaged states, and the gate's figures."""

from __future__ import annotations

from datetime import date

import streamlit as st

from labour.errors import DataError
from loaders import holdings, places, vintages
from loaders.holdings import TableStatus
from loaders.ledger import Ledger
from loaders.vintages import Revision
from views import session


@st.cache_resource(max_entries=2, show_spinner=False)
def _status(stamp: str, today: date) -> list[TableStatus]:
    return holdings.held_status(places.data_folder(), places.state_folder(), today)


def status(today: date) -> list[TableStatus]:
    return _status(session.stamp(), today)


@st.cache_resource(max_entries=2, show_spinner=False)
def _revisions(stamp: str) -> list[Revision]:
    index = session.observations()
    found = [one for key in index.series for one in vintages.revisions(index, key)]
    return sorted(found, key=lambda one: (one.known_from or date.min, one.series.key, one.period), reverse=True)


def revisions() -> list[Revision]:
    """Every revision held, the newest first."""
    return _revisions(session.stamp())


def damaged() -> list[DataError]:
    """One sentence for each fetched state that is not what was written."""
    return Ledger(places.state_folder()).damaged()
