"""The figures and the vocabulary that come with the program: ``data/statline`` and its Data Package, the indicators and sectors.

Reads the data folder and writes nothing. Every file is compared with the SHA-256 that ``datapackage.json`` gives for it: a
damaged one is left out and named by ``damaged``, the others still serve.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from labour.errors import DataError
from labour.indicators import Field
from labour.observations import ObservationIndex, Series, State, build_index
from loaders.vocabulary import read_field

Row = tuple[Series, str, State]
SOURCES = "sources"  # the resource that says what the source keys stand for
_BOOLEANS = {"true": True, "false": False, "": None}
_IDENTITY = ("indicator", "table_id", "measure", "group", "adjusted", "basis")


def load_field(data: Path) -> Field:
    """The indicators and sectors of ``data``. DataError names the file and what is wrong with it."""
    return read_field(data / "indicators.toml", data / "sectors.toml")


def load_rows(data: Path) -> list[Row]:
    """Every held state with its series and period, in the order of the Data Package; damaged files are left out."""
    return _load(data)[0]


def load_index(data: Path, extra: Iterable[Row] = ()) -> ObservationIndex:
    """The index of the held figures with ``extra`` states (those fetched later) laid over them."""
    return build_index([*load_rows(data), *extra])


def damaged(data: Path) -> list[DataError]:
    """What is missing or not as shipped in ``data``, one sentence each; empty when all is well."""
    return _load(data)[1]


def series_key(indicator: str, table_id: str, measure: str, group: str, adjusted: bool | None, basis: str = "") -> str:
    """The stable key of a series: "<indicator>/<table>/<measure>/<group>/<sa|nsa|onbekend>", with the basis where it has one."""
    season = {True: "sa", False: "nsa", None: "onbekend"}[adjusted]
    return "/".join((indicator, table_id, measure, group, season, *filter(None, [basis])))


def _load(data: Path) -> tuple[list[Row], list[DataError]]:
    try:
        package = json.loads((data / "datapackage.json").read_bytes())
        resources = {one["name"]: (one["path"], one["hash"]) for one in package["resources"]}
    except (OSError, ValueError, KeyError, TypeError):
        return [], [_sentence("datapackage.json", "ontbreekt of is niet te lezen", "is missing or cannot be read")]
    rows: list[Row] = []
    errors: list[DataError] = []
    sources: dict[str, dict[str, str]] = {}
    if SOURCES in resources:
        try:
            sources = {one["source"]: one for one in _records(data, *resources.pop(SOURCES))}
        except DataError as error:
            errors.append(error)
    for path, digest in resources.values():
        try:
            rows += _rows(path, _records(data, path, digest), sources)
        except DataError as error:
            errors.append(error)
    return rows, errors


def _records(data: Path, path: str, digest: str) -> list[dict[str, str]]:
    """The records of one file of the package, after comparing it with its digest ("sha256:...")."""
    if Path(path).is_absolute() or ".." in Path(path).parts:
        raise _sentence(path, "ligt buiten de gegevensmap", "lies outside the data folder")
    try:
        content = (data / path).read_bytes()
    except OSError:
        raise _sentence(path, "ontbreekt", "is missing") from None
    if f"sha256:{hashlib.sha256(content).hexdigest()}" != digest:
        raise _sentence(path, "is beschadigd: de controlesom klopt niet", "is damaged: its checksum differs")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def _rows(path: str, records: list[dict[str, str]], sources: Mapping[str, Mapping[str, str]]) -> list[Row]:
    decimals: dict[tuple[str, ...], int] = {}  # of a series: those of its most precise state
    made: dict[tuple[str, ...], Series] = {}
    rows: list[Row] = []
    line = 1  # of the file, which begins with its heading
    try:
        for record in records:
            line += 1
            identity = tuple(record[name] for name in _IDENTITY)
            decimals[identity] = max(decimals.get(identity, 0), int(record["decimals"]))
        line = 1
        for record in records:
            line += 1
            identity = tuple(record[name] for name in _IDENTITY)
            if identity not in made:
                made[identity] = _series(record, decimals[identity])
            rows.append((made[identity], record["period"], _state(record, sources.get(record["source"], {}))))
    except (KeyError, TypeError, ValueError, InvalidOperation):
        raise _sentence(path, f"heeft een onleesbare regel ({line})", f"has an unreadable line ({line})") from None
    return rows


def _series(record: Mapping[str, str], decimals: int) -> Series:
    adjusted = _BOOLEANS[record["adjusted"]]
    named = [record[name] for name in ("indicator", "table_id", "measure", "group")]
    return Series(
        key=series_key(named[0], named[1], named[2], named[3], adjusted, record["basis"]),
        indicator=record["indicator"],
        table_id=record["table_id"],
        measure=record["measure"],
        dimensions=tuple(_pair(one) for one in record["dimensions"].split(";") if one),
        label=record["label"],
        unit=record["unit"],
        table_unit=record["table_unit"],
        scale=Decimal(record["scale"]),
        decimals=decimals,
        adjusted=adjusted,
        group=record["group"],
        basis=record["basis"],
    )


def _pair(text: str) -> tuple[str, str]:
    name, _, key = text.partition("=")
    return name, key


def _state(record: Mapping[str, str], source: Mapping[str, str]) -> State:
    known = record["known_from"]
    return State(
        value=Decimal(record["value"]),
        status=record["status"],
        known_from=date.fromisoformat(known) if known else None,
        vintage=record["vintage"],
        source=record["source"],
        confidence=record["confidence"],
        method=record["method"],
        source_text=_source_text(record, source),
        url=source.get("url", ""),
        secondary=_BOOLEANS[record["secondary"]] is True,
    )


def _source_text(record: Mapping[str, str], source: Mapping[str, str]) -> str:
    """ "CBS StatLine 85224NED, stand 2 juli 2026"; with the printed wording where the source hedges its figure."""
    text = f"{source.get('name') or record['source']}, stand {record['vintage']}"
    wording = record["wording"]
    if not wording:
        return text
    how = "met" if wording.isalpha() else "als"
    return f"{text} (gepubliceerd {how} “{wording}”)"


def _sentence(path: str, nl: str, en: str) -> DataError:
    return DataError(
        f"Het gegevensbestand {path} {nl}; zet de map data terug zoals zij is geleverd.",
        f"The data file {path} {en}; restore the data folder as it was delivered.",
    )
