"""Reads the Dutch word lists of ``lexicon.toml``. Touches that one file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from labour.errors import DataError, cause
from labour.indicators import Field
from labour.lexicon import Lexicon


def load_lexicon(data: Path, field: Field) -> Lexicon:
    """The word lists of ``data/lexicon.toml`` together with the indicators and sectors of ``field``.

    Raises DataError when the file is missing, is not TOML, or holds a phrase that is not a valid pattern.
    """
    path = data / "lexicon.toml"
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        nl, en = cause(error)
        raise DataError(
            f"De woordenlijst {path.name} kan niet gelezen worden ({nl}); zet de map data terug zoals zij is geleverd.",
            f"The word list {path.name} cannot be read ({en}); restore the data folder as it was delivered.",
        ) from error
    lists = {
        name: _phrases(tables.get(name, {})) for name in ("hedges", "hedges_after", "units", "words", "groups", "sources", "scenarios")
    }
    for phrase in (p for table in lists.values() for phrases in table.values() for p in phrases):
        try:
            re.compile(phrase)
        except re.error as error:
            raise DataError(
                f"In {path.name} staat geen geldig patroon: „{phrase}” ({error}).",
                f'{path.name} holds an invalid pattern: "{phrase}" ({error}).',
            ) from error
    return Lexicon(**lists, field=field)


def _phrases(table: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(phrases) for name, phrases in table.items()}
