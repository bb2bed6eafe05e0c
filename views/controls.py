"""What stands above and below every page: choice of letter, own letter, language; and the line to cite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from labour import periods
from labour.edition import Edition, cite
from labour.errors import CijfertoetsError
from views import address, own_letter, session
from views.marking import safe
from views.session import ALL, OWN, Examined
from views.texts import LANGUAGES, speaker

__all__ = ["colophon", "refusals", "show", "speaker", "switch"]


@contextmanager
def refusals() -> Iterator[None]:
    """What cannot be done is said in one sentence, and the page ends there."""
    try:
        yield
    except CijfertoetsError as error:
        st.error(error.sentence(session.language()), icon=":material/error:")


def show() -> None:
    """The row above every page."""
    own_letter.choose_given()
    address.restore("lang", "nl", LANGUAGES)
    say = speaker(st.session_state["lang"])
    letters = session.available()
    _miss_own_letter(letters)
    address.restore("letter", ALL, [ALL, *letters])
    choice, own, tongue = st.columns([6, 2, 2], vertical_alignment="bottom")
    choice.selectbox(
        say("app.letter"),
        [ALL, *letters],
        format_func=lambda key: say("app.all_letters", count=len(letters)) if key == ALL else letter_name(letters[key]),
        key="letter",
        persist_state="session",
    )
    with own.popover(say("own.title"), icon=":material/upload_file:", width="stretch"):
        own_letter.form()
    if damaged := session.damaged():  # one notice for all: a page must not begin with a screen of them
        told = "\n\n".join(problem.sentence(session.language()) for problem in damaged)
        st.warning(told, icon=":material/data_loss_prevention:")
    tongue.segmented_control(
        say("app.language"),
        LANGUAGES,
        format_func={"nl": "Nederlands", "en": "English"}.get,
        key="lang",
        required=True,
        persist_state="session",
        label_visibility="collapsed",
        width="stretch",
    )


def switch(place: DeltaGenerator, name: str, label: str, explained: str) -> bool:
    """A toggle for a parameter of the address that is "1" or empty; the address leads, so that Back moves the toggle as well."""
    address.restore(name, "", ("", "1"))
    key = f"_{name}_switch"
    st.session_state[key] = st.session_state[name] == "1"
    place.toggle(label, key=key, help=explained, on_change=_take_switch, args=(name, key))
    return bool(st.session_state[name])


def _take_switch(name: str, key: str) -> None:
    st.session_state[name] = "1" if st.session_state[key] else ""


def letter_name(one: Examined) -> str:
    """Date and title of a letter, for a list."""
    letter = one.letter
    language = session.language()
    title = session.shown_title(one)
    if letter.day is None:
        return f"{title} ({session.words()('app.no_date')})"
    if letter.precision == "month":
        return f"{title} ({periods.name(periods.month(letter.day.year, letter.day.month), language)})"
    return f"{title} ({periods.day_name(letter.day, language)})"


def _miss_own_letter(letters: dict[str, Examined]) -> None:
    """A link to an own letter can hold no more than that there was one; say so, until a letter is chosen."""
    asked = address.asked("letter")
    if "letter" not in st.session_state and asked and asked[-1].startswith(OWN) and asked[-1] not in letters:
        st.session_state["_own_missing"] = True
    if st.session_state.get("_own_missing"):
        st.info(session.words()("own.missing"), icon=":material/lock:")
        if session.own():
            st.session_state["_own_missing"] = False


def colophon(shown: Sequence[Examined], edition: Edition) -> None:
    """The cite line of what is shown, made with ``edition``; the licence of the figures; and that nothing here needs the network."""
    say = session.words()
    letter = shown[0].letter if len(shown) == 1 else None
    st.divider()
    st.caption(say("app.cite"))
    st.html(f'<p class="ct-cite">{safe(cite(edition, letter, session.language()))}</p>')
    st.caption(say("app.licence"))
