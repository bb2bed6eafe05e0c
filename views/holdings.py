"""What is held, worked out once per state of the files: tables with their age, revisions, damaged states, and the gate's figures."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import streamlit as st

from loaders import holdings, places, vintages
from loaders.holdings import TableStatus
from loaders.vintages import Revision
from views import session

RESULT = Path(__file__).resolve().parent.parent / "tests" / "gold" / "result.json"
COUNTS = ("false_alarms", "alarms_unlisted", "repeated")
SHOWN = (
    "precision recall_all recall_labour unit period_labour indicator_named verdict_accuracy reason_accuracy errors_caught false_alarms"
).split()


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


@dataclass(frozen=True)
class GateResult:
    """What the gate of the tests last measured on the annotated letters: shares from 0 to 1, and the COUNTS."""

    day: date
    version: str
    figures: tuple[tuple[str, Decimal], ...]


def gate_result() -> GateResult | None:
    """The gate's result file, the figures a reader understands in order; None where the tests were not installed."""
    try:
        content = json.loads(RESULT.read_text(encoding="utf-8"), parse_float=Decimal, parse_int=Decimal)
        measured = {name: value for group in content["figures"].values() for name, value in group.items()}
        return GateResult(
            date.fromisoformat(content["day"]), content["version"], tuple((name, measured[name]) for name in SHOWN if name in measured)
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
