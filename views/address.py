"""What the address holds: page, letter, filters, selection, range and language, under ids that are the same in every language.

A page calls ``restore`` before it makes a widget (the widget's key is the name of the parameter) and ``record`` once after
its widgets. The session's value counts after the first run; the browser's Back and Forward are followed by ``begin``.
Only what is not a default is written. Nothing of a user's own letter is ever a parameter.
"""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

Value = str | list[str]
Rule = tuple[Value, Collection[str] | None]  # default, values allowed (None: any short text)
MAX_TEXT = 200

_RULES, _WRITTEN, _PAGE = "_address_rules", "_address_written", "_address_page"


def begin(page: str) -> bool:
    """Start a full run of ``page``. When Back or Forward changed the address and no choice changed since, take it over; True then."""
    rules: dict[str, Rule] = st.session_state.get(_RULES, {})
    written: dict[str, list[str]] | None = st.session_state.get(_WRITTEN)
    same_page = st.session_state.get(_PAGE) == page
    went_back = same_page and written is not None and _current(rules) != written and _wanted(rules) == written
    if went_back:
        for name, (default, allowed) in rules.items():
            st.session_state[name] = _read(name, default, allowed)
    st.session_state[_PAGE] = page
    st.session_state[_RULES] = {}
    return went_back


def restore(name: str, default: Value, allowed: Collection[str] | None = None) -> str:
    """See to it that the session holds a valid value for ``name`` (from the address at first, else the default); returns the name.

    A list as default means that several values may be chosen.
    """
    st.session_state[_RULES][name] = (default, allowed)
    if name not in st.session_state:
        st.session_state[name] = _read(name, default, allowed)
    else:
        st.session_state[name] = _valid(st.session_state[name], default, allowed)
    return name


def record() -> None:
    """Write every parameter restored on this page to the address, in one step, when it is not there yet."""
    rules: dict[str, Rule] = st.session_state[_RULES]
    wanted = _wanted(rules)
    if _current(rules) != wanted:
        st.query_params.from_dict({name: values for name, values in wanted.items() if values})
    st.session_state[_WRITTEN] = wanted


def asked(name: str) -> list[str]:
    """The values of a parameter as the address has them now, valid or not."""
    return st.query_params.get_all(name)


def _current(rules: dict[str, Rule]) -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in rules}


def _wanted(rules: dict[str, Rule]) -> dict[str, list[str]]:
    wanted: dict[str, list[str]] = {}
    for name, (default, _) in rules.items():
        value = st.session_state.get(name, default)
        listed = list(value) if isinstance(value, list | tuple) else [value or ""]
        wanted[name] = [] if value == default else listed
    return wanted


def _read(name: str, default: Value, allowed: Collection[str] | None) -> Value:
    values = [value[:MAX_TEXT] for value in st.query_params.get_all(name)]
    if not values:
        return default
    return _valid(values if isinstance(default, list) else values[-1], default, allowed)


def _valid(value: Value | None, default: Value, allowed: Collection[str] | None) -> Value:
    if isinstance(default, list):
        return [one for one in value or [] if allowed is None or one in allowed]
    if value is None or (allowed is not None and value not in allowed):
        return default
    return value
