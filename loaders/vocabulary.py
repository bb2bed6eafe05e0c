"""``indicators.toml`` and ``sectors.toml`` to the field's records. Reads those two files and nothing else.

A key that no record knows is an error, so that a slip of the pen in a word list is noticed.
"""

from __future__ import annotations

import dataclasses
import tomllib
from pathlib import Path
from typing import Any, TypeVar

from labour.errors import DataError
from labour.indicators import Break, Field, Indicator, Sector

Record = TypeVar("Record", Break, Indicator, Sector)


def read_field(indicators: Path, sectors: Path) -> Field:
    """Both files as one Field. Breaks stand once in the file, with the indicators they cut. DataError on anything wrong."""
    content = _toml(indicators)
    breaks: dict[str, list[Break]] = {}
    for one in content.get("break", []):
        cut = one.pop("indicators", [])
        made = _record(Break, {"from_period": None, "from_day": None, **one}, indicators, "break")
        for name in cut:
            breaks.setdefault(name, []).append(made)
    tables = content.get("indicator", {})
    unknown = sorted(breaks.keys() - tables.keys())
    if unknown:
        raise _wrong(indicators, f"break noemt {unknown[0]}", f"break names {unknown[0]}")
    found = {
        name: _record(Indicator, {"id": name, **table, "breaks": breaks.get(name, [])}, indicators, name) for name, table in tables.items()
    }
    listed = {name: _record(Sector, {"id": name, **table}, sectors, name) for name, table in _toml(sectors).get("sector", {}).items()}
    return Field(found, listed)


def _record(kind: type[Record], values: dict[str, Any], path: Path, name: str) -> Record:
    fields = {one.name: one for one in dataclasses.fields(kind)}
    for key, value in values.items():
        if key not in fields:
            raise _wrong(path, f"{name} heeft een onbekend veld {key}", f"{name} has an unknown key {key}")
        if isinstance(value, list) != str(fields[key].type).startswith("tuple"):
            raise _wrong(path, f"{key} van {name} is niet van de goede soort", f"{key} of {name} is of the wrong kind")
    missing = sorted(one.name for one in fields.values() if one.name not in values and one.default is dataclasses.MISSING)
    if missing:
        raise _wrong(path, f"{name} mist {', '.join(missing)}", f"{name} lacks {', '.join(missing)}")
    fitted: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    return kind(**fitted)


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError:
        raise _wrong(path, "het ontbreekt of is niet te lezen", "it is missing or cannot be read") from None
    except ValueError as error:
        raise _wrong(path, f"het is geen TOML ({error})", f"it is not TOML ({error})") from None


def _wrong(path: Path, nl: str, en: str) -> DataError:
    return DataError(f"Het bestand {path.name} is niet te gebruiken: {nl}.", f"The file {path.name} cannot be used: {en}.")
