"""What the pages share: the figures held and the shipped letters, read and checked once for all; own letters, once per browser session.

Shared results are cached under a stamp of the files they come from, so that new figures are seen and nothing is done twice.
A user's own letter stays in ``st.session_state``: it enters no shared cache, no file, no log and no address.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

import streamlit as st

import pipeline
from exports.plain import plain
from labour.edition import Edition
from labour.errors import CijfertoetsError, DataError
from labour.indicators import Field
from labour.model import Check, Letter, NumberFate
from labour.observations import ObservationIndex
from loaders import places
from views.texts import Speaker, speaker

OWN = "eigen-"  # own letters are "eigen-1", "eigen-2" ... in the address, whatever their file is called
ALL = "alle"
MAX_OWN = 10


@dataclass(frozen=True)
class Examined:
    """A letter with its checks, under the key by which the address and the pages name it."""

    key: str
    letter: Letter
    checks: tuple[Check, ...]

    @property
    def is_own(self) -> bool:
        return self.key.startswith(OWN)

    def ids(self) -> tuple[str, ...]:
        """One id per check: "<key>:<start>-<end>", with ".2" and so on where several claims share a place."""
        seen: dict[str, int] = {}
        ids = []
        for check in self.checks:
            place = f"{self.key}:{check.claim.start}-{check.claim.end}"
            seen[place] = seen.get(place, 0) + 1
            ids.append(place if seen[place] == 1 else f"{place}.{seen[place]}")
        return tuple(ids)


def language() -> str:
    return str(st.session_state.get("lang", "nl"))


def words() -> Speaker:
    """The texts in the session's language."""
    return speaker(language())


def begin() -> None:
    """Look at the files once per run of a page; a filter, which reruns a part of it, does not look again."""
    st.session_state["_stamp"] = _digest()


def stamp() -> str:
    """A digest of which files hold the figures and letters, their sizes and times: changes when any of them does."""
    if "_stamp" not in st.session_state:
        begin()
    return str(st.session_state["_stamp"])


def _digest() -> str:
    digest = hashlib.sha256()
    for folder in (places.data_folder(), places.state_folder()):
        # judgements are no part of a verdict; a hidden file is still being written
        for path in sorted(one for one in folder.rglob("*") if not one.name.startswith(("judgements.", "."))):
            with suppress(FileNotFoundError):  # another server may have replaced it
                about = path.stat()
                if stat.S_ISREG(about.st_mode):
                    digest.update(f"{path}\0{about.st_size}\0{about.st_mtime_ns}\n".encode())
    return digest.hexdigest()


@st.cache_resource(max_entries=2, show_spinner=False)
def _field(stamp: str) -> Field:
    return pipeline.load_field()


@st.cache_resource(max_entries=8, show_spinner=False)
def _observations(stamp: str, as_of: date | None) -> ObservationIndex:
    return pipeline.load_observations(as_of)


@st.cache_resource(max_entries=2, show_spinner=False)
def _shipped(stamp: str) -> tuple[Examined, ...]:
    letters = pipeline.manifest_letters()
    claims = [claim for letter in letters for claim in pipeline.extract_claims(letter)]
    checks = pipeline.check_claims(claims, letters, _observations(stamp, None))
    return tuple(Examined(one.name, one, tuple(c for c in checks if c.claim.letter == one.name)) for one in letters)


@st.cache_resource(max_entries=16, show_spinner=False)
def _shipped_account(stamp: str, key: str) -> tuple[NumberFate, ...]:
    return tuple(pipeline.account(next(one.letter for one in _shipped(stamp) if one.key == key)))


@st.cache_resource(max_entries=4, show_spinner=False)
def _edition(stamp: str, day: date) -> Edition:
    return pipeline.edition(day, None, _observations(stamp, None))


def prepare() -> None:
    """Read and check what is shipped before anyone asks for it; what goes wrong is told to whoever opens a page."""
    with suppress(CijfertoetsError):
        stamp = _digest()
        _field(stamp)
        _shipped(stamp)
        _edition(stamp, date.today())


def edition() -> Edition:
    """With what the results on screen were made."""
    return _edition(stamp(), date.today())


@st.cache_resource(max_entries=2, show_spinner=False)
def _damaged(stamp: str) -> list[DataError]:
    return pipeline.damaged_figures()


def damaged() -> list[DataError]:
    """What of the figures held is damaged and therefore left out, a sentence each."""
    return _damaged(stamp())


def field() -> Field:
    return _field(stamp())


def observations(as_of: date | None = None) -> ObservationIndex:
    return _observations(stamp(), as_of)


def shipped() -> tuple[Examined, ...]:
    """The manifest's letters, checked together."""
    if st.session_state.get("_seen_stamp") == stamp():
        return _shipped(stamp())
    with st.spinner(words()("app.busy")):
        letters = _shipped(stamp())
    st.session_state["_seen_stamp"] = stamp()
    return letters


def own() -> dict[str, Examined]:
    """The letters that this browser session gave itself, by key."""
    kept: dict[str, Examined] = st.session_state.setdefault("_own", {})
    return kept


def available() -> dict[str, Examined]:
    """Every letter that can be chosen, own ones first."""
    return {**own(), **{one.key: one for one in shipped()}}


def chosen() -> tuple[Examined, ...]:
    """The letter chosen, or all of them."""
    letters = available()
    key = st.session_state.get("letter", ALL)
    return (letters[key],) if key in letters else tuple(letters.values())


def numbers(one: Examined) -> Sequence[NumberFate]:
    """What became of every number of a letter."""
    if not one.is_own:
        return _shipped_account(stamp(), one.key)
    accounts: dict[str, Sequence[NumberFate]] = st.session_state.setdefault("_own_accounts", {})
    if one.key not in accounts:
        accounts[one.key] = pipeline.account(one.letter)
    return accounts[one.key]


def examine_own(letter: Letter) -> Examined:
    """Check an own letter by itself and keep it in this session, the oldest making way for an eleventh."""
    checks = pipeline.check_claims(pipeline.extract_claims(letter), [letter], observations())
    kept = own()
    number = st.session_state["_own_count"] = st.session_state.get("_own_count", 0) + 1
    while len(kept) >= MAX_OWN:
        kept.pop(next(iter(kept)))
    one = Examined(f"{OWN}{number}", letter, tuple(checks))
    kept[one.key] = one
    return one


def shown_title(one: Examined) -> str:
    """The letter's title, else its name, on one line and without unseen characters."""
    return plain(one.letter.title or one.letter.name)


def forget_own() -> None:
    """Forget every own letter, its judgements and what was made of it."""
    for key in ("_own", "_own_accounts", "_own_judgements", "_own_last"):
        st.session_state.pop(key, None)
