"""A corpus run for its page: opened, summed and searched once for everyone, and again when its files change.

Which run is the operator's choice, by a setting of the server; the browser can name no folder.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from exports import parquet_run, parquet_summary
from exports.parquet_rows import check_of, letter_of
from exports.parquet_run import Run
from exports.parquet_summary import Selection
from labour.corpus_summary import CorpusSummary
from labour.edition import Edition
from views import session
from views.session import Examined
from views.table import Row

#: claims and files that the page lists; more are in the run's own files
MOST_CLAIMS = 200
MOST_FILES = 200


@dataclass(frozen=True)
class Collected:
    """A claim of the run as the page shows it, with the record of its letter."""

    row: Row
    examined: Examined
    about: Mapping[str, Any]


def folder() -> Path | None:
    """The folder of the run to be shown; None where there is none."""
    named = os.environ.get("CIJFERTOETS_CORPUS", "").strip()
    return Path(named) if named else None


def stamp() -> str:
    """Changes when the run does. Raises DataError where its files are missing."""
    return parquet_run.stamp(folder() or Path())


@st.cache_resource(max_entries=1, show_spinner=False)
def _opened(stamp: str) -> tuple[Run, CorpusSummary]:
    run = parquet_run.open_run(folder() or Path())
    return run, parquet_summary.summarise(run)


def summary(stamp: str) -> CorpusSummary:
    with st.spinner(session.words()("verzameling.busy")):
        return _opened(stamp)[1]


def edition() -> Edition:
    """With what the run was made."""
    return summary(stamp()).edition


@st.cache_resource(max_entries=16, show_spinner=False)
def claims(stamp: str, wanted: Selection) -> tuple[int, tuple[Collected, ...]]:
    """How many claims are selected, and the first of them."""
    run = _opened(stamp)[0]
    count, numbers = parquet_summary.find(run, wanted, MOST_CLAIMS)
    return count, tuple(_collected(one) for one in parquet_run.whole_rows(run, numbers))


def _collected(record: Mapping[str, Any]) -> Collected:
    letter, check = letter_of(record), check_of(record)
    name = f"{letter.sha256[:16]}-{record['number'] + 1}"
    about = record["about"] | {"start": record["start"], "page": record["page"]}
    return Collected(Row(name, check, letter, ""), Examined(name, letter, (check,)), about)


@st.cache_resource(max_entries=2, show_spinner=False)
def unread(stamp: str) -> tuple[dict[str, str], ...]:
    """The first files that could not be read, with their reason."""
    return tuple(parquet_summary.first_failures(_opened(stamp)[0], MOST_FILES))
