"""Screen texts in Dutch and English by key, from texts.toml. Reads that one file; knows nothing of Streamlit.

A key is "page.word". ``BUILT_IN`` holds the Dutch for words that Streamlit's own widgets print in English.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

LANGUAGES = ("nl", "en")
Speaker = Callable[..., str]


@cache
def _tables() -> Mapping[str, Mapping[str, object]]:
    with (Path(__file__).parent / "texts.toml").open("rb") as file:
        return tomllib.load(file)


def built_in() -> Mapping[str, str]:
    """English words of Streamlit's widgets -> Dutch."""
    return {key: str(value) for key, value in _tables()["built_in"].items()}


def keys() -> Mapping[str, tuple[str, str]]:
    """Every key with its Dutch and English text."""
    return {
        f"{page}.{word}": (str(pair[0]), str(pair[1]))
        for page, words in _tables().items()
        if page != "built_in"
        for word, pair in words.items()
        if isinstance(pair, list)
    }


def say(key: str, language: str = "nl", **values: object) -> str:
    """The text of a key in the language, with ``values`` filled in. KeyError for a key that does not exist."""
    return _texts()[key][1 if language == "en" else 0].format(**values)


@cache
def _texts() -> Mapping[str, tuple[str, str]]:
    return keys()


def speaker(language: str) -> Speaker:
    """``say`` bound to one language."""
    return lambda key, **values: say(key, language, **values)


def language_of(asked: Sequence[str]) -> str:
    """The language that an address asks for; Dutch unless it is plainly English."""
    return asked[-1] if asked and asked[-1] in LANGUAGES else "nl"
