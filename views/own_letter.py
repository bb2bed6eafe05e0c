"""A user's own letter: uploaded or pasted, checked at once, kept in this browser session and nowhere else."""

from __future__ import annotations

import streamlit as st

import pipeline
from labour.errors import CijfertoetsError
from labour.model import Letter
from views import session

ENDINGS = ["txt", "md", "docx", "odt", "html", "pdf", "doc", "rtf"]
MAX_MB = 20
MAX_PASTED = 2_000_000  # characters


def form() -> None:
    """The form, the letters given so far, and what became of the last one."""
    say = session.words()
    st.text(say("own.promise"))
    with st.form("own_letter", border=False):
        upload = st.file_uploader(say("own.upload"), type=ENDINGS, max_upload_size=MAX_MB, key="own_file", help=say("own.upload_help"))
        pasted = st.text_area(say("own.paste"), key="own_text", max_chars=MAX_PASTED, height=140)
        day = st.date_input(say("own.date"), value=None, format="DD-MM-YYYY", key="own_day", help=say("own.date_help"))
        given = st.form_submit_button(say("own.submit"))
    if given:
        _take(upload.getvalue() if upload else None, upload.name if upload else None, pasted or "", day)
    _outcome()


def _take(file: bytes | None, name: str | None, pasted: str, day: object) -> None:
    say = session.words()
    if file is None and not pasted.strip():
        st.warning(say("own.nothing"))
        return
    bar = st.progress(0.1, text=say("own.reading"))
    try:
        source = file if file is not None else pasted.encode("utf-8")
        letter: Letter = pipeline.load_letter(source, name=name or say("own.pasted_name"), day=day)  # type: ignore[arg-type]
        bar.progress(0.4, text=say("own.checking"))
        one = session.examine_own(letter)
    except CijfertoetsError as error:
        bar.empty()
        st.error(error.sentence(session.language()))
        return
    bar.empty()
    st.session_state["_own_choose"] = one.key
    st.rerun()


def choose_given() -> None:
    """Make the letter just given the chosen one; called before the choice is drawn."""
    key = st.session_state.pop("_own_choose", None)
    if key:
        st.session_state["letter"] = key
        st.session_state["_own_last"] = key


def _outcome() -> None:
    """One plain sentence on the letter given last."""
    say = session.words()
    one = session.own().get(st.session_state.get("_own_last", ""))
    if one is None:
        return
    checkable = sum(check.verdict != "unverifiable" for check in one.checks)
    if not one.checks:
        st.info(say("own.no_claims"))
    elif not checkable:
        st.info(say("own.none_checkable", claims=len(one.checks)))
    else:
        st.success(say("own.done", claims=len(one.checks), checked=checkable))
    if one.letter.day is None:
        st.warning(say("own.no_date"))
    if st.button(say("own.forget"), key="own_forget"):
        session.forget_own()
        st.rerun()
