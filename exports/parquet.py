"""A corpus run as Parquet: claims, checks, letters and failures, written in parts and put together in the end.

A part holds one chunk of letters and is named after its content; its ``letters`` file is written last and says that it is
whole. Numbers are doubles in units of one, beside the printed text. DuckDB, pandas and R read the four files as they are.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from exports.rows import check_row, claim_row
from labour.edition import Edition
from labour.model import Check, Claim, Letter

_TEXT, _NUMBER, _COUNT, _LIST = pa.string(), pa.float64(), pa.int32(), pa.list_(pa.string())
_PLACE = [("path", _TEXT), ("number", _COUNT)]  # the letter's file and the claim's rank in it: what joins claims to checks
_EVIDENCE = pa.struct(
    [("table_id", _TEXT), ("measure", _TEXT), ("dimensions", _TEXT), ("period", _TEXT), ("value", _NUMBER)]
    + [(name, _TEXT) for name in ("value_text", "unit", "status", "vintage", "source", "series")]
)
_KINDS = {
    "start": _COUNT, "end": _COUNT, "value": _NUMBER, "base_value": _NUMBER, "end_value": _NUMBER, "rules": _LIST, "step": _NUMBER,
    "sentence_start": _COUNT, "page": _COUNT, "caveats": _LIST, "published": _NUMBER, "difference": _NUMBER, "interval_low": _NUMBER,
    "interval_high": _NUMBER, "low_open": pa.bool_(), "high_open": pa.bool_(), "evidence": pa.list_(_EVIDENCE), "near_miss_of": _LIST,
}  # fmt: skip
_CLAIM = (
    "start end quote value value_text unit approx kind indicator sector population period base_value base_period end_value stated_source "
    "footnote rules step sentence sentence_start page"
).split()
_CHECK = (
    "verdict reason caveats published published_unit interval_low interval_high low_open high_open difference evidence near_miss "
    "near_miss_of near_miss_nl near_miss_en explanation_nl explanation_en source_url"
).split()
SCHEMAS: dict[str, pa.Schema] = {
    "claims": pa.schema([*_PLACE, ("letter", _TEXT), *((name, _KINDS.get(name, _TEXT)) for name in _CLAIM)]),
    "checks": pa.schema(
        [
            *_PLACE,
            *((name, _KINDS.get(name, _TEXT)) for name in ("indicator", "period", "value", "unit")),
            *((name, _KINDS.get(name, _TEXT)) for name in _CHECK),
        ]
    ),
    "letters": pa.schema(
        [
            *((name, _TEXT) for name in ("path", "letter", "sha256", "same_letter_as", "title", "sender", "reference")),
            ("date", pa.date32()),
            *((name, _TEXT) for name in ("precision", "date_from")),
            *((name, _COUNT) for name in ("characters", "footnotes", "claims")),
        ]
    ),
    "failures": pa.schema([("path", _TEXT), ("sha256", _TEXT), ("reason_nl", _TEXT), ("reason_en", _TEXT)]),
}
_GROUP = 10_000  # rows put together before they are written
_ROOM = 500  # characters kept before and after a claim in a sentence that no sentence can be
Rows = dict[str, list[dict[str, Any]]]
#: under which name a file's metadata hold its edition
EDITION = "cijfertoets"


def letter_rows(path: str, letter: Letter, checks: Sequence[Check]) -> Rows:
    """The rows of one letter for each of the files; ``path`` names it within the corpus."""
    about = {
        "letter": letter.name, "sha256": letter.sha256, "same_letter_as": letter.same_letter_as, "title": letter.title,
        "sender": letter.sender, "reference": letter.reference, "date": letter.day, "precision": letter.precision,
        "date_from": letter.date_from, "characters": len(letter.text), "footnotes": len(letter.footnotes), "claims": len(checks),
    }  # fmt: skip
    path = named(path)
    return {
        "letters": [{"path": path} | {name: _plain(value) for name, value in about.items()}],
        "claims": [{"path": path, "number": number} | _claim(check.claim, letter) for number, check in enumerate(checks)],
        "checks": [{"path": path, "number": number} | _check(check) for number, check in enumerate(checks)],
        "failures": [],
    }


def failure_row(path: str, sha256: str, nl: str, en: str) -> dict[str, Any]:
    """The row of a letter that could not be read, with the reason."""
    return {"path": named(path), "sha256": sha256, "reason_nl": _plain(nl), "reason_en": _plain(en)}


def named(path: str) -> str:
    """A file's name as text: a byte of it that is no UTF-8 is shown as ``\\xff``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def write_part(folder: Path, key: str, rows: Mapping[str, list[dict[str, Any]]]) -> None:
    """Writes a chunk's rows; each file appears whole or not at all, ``letters`` last."""
    home = folder / key[:2]
    home.mkdir(parents=True, exist_ok=True)
    for name in ("claims", "checks", "failures", "letters"):
        if rows[name] or name == "letters":
            _write(home / f"{key}.{name}.parquet", [pa.Table.from_pylist(rows[name], SCHEMAS[name])], SCHEMAS[name])


def part_counts(folder: Path, key: str) -> dict[str, int] | None:
    """Rows per file of a part that is whole; None when it is not there or was cut short."""
    counts = {}
    for name in SCHEMAS:
        path = folder / key[:2] / f"{key}.{name}.parquet"
        try:
            counts[name] = pq.read_metadata(path).num_rows
        except FileNotFoundError:
            if name == "letters":
                return None
            counts[name] = 0
        except (OSError, pa.ArrowInvalid):
            return None
    return counts


def merge(folder: Path, keys: Sequence[str], out: Path, edition: Edition) -> None:
    """Puts the parts of ``keys`` together, in that order, as one file each; only some thousands of rows are held at a time.

    Each file says under ``EDITION`` with what it was made.
    """
    made = {
        "version": edition.version,
        "figures_day": edition.figures_day and edition.figures_day.isoformat(),
        "fingerprint": edition.fingerprint,
        "as_of": edition.as_of and edition.as_of.isoformat(),
    }
    for name, bare in SCHEMAS.items():
        schema = bare.with_metadata({EDITION: json.dumps(made)})
        paths = (folder / key[:2] / f"{key}.{name}.parquet" for key in keys)
        _write(out / f"{name}.parquet", _grouped(path for path in paths if path.exists()), schema)


def _grouped(paths: Iterable[Path]) -> Iterator[pa.Table]:
    held: list[pa.Table] = []
    for path in paths:
        held.append(pq.read_table(path))
        if sum(table.num_rows for table in held) >= _GROUP:
            yield pa.concat_tables(held).combine_chunks()
            held = []
    if held:
        yield pa.concat_tables(held).combine_chunks()


def _write(path: Path, tables: Iterable[pa.Table], schema: pa.Schema) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with pq.ParquetWriter(beside, schema, compression="zstd") as writer:
            for table in tables:
                writer.write_table(table.replace_schema_metadata(schema.metadata))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def layout() -> str:
    """A digest of the columns: what was written under another layout is not found back."""
    return hashlib.sha256("".join(f"{name} {schema}" for name, schema in SCHEMAS.items()).encode()).hexdigest()


def _claim(claim: Claim, letter: Letter) -> dict[str, Any]:
    start, end = claim.sentence
    if not start <= claim.start <= claim.end <= end or end - start > 2 * _ROOM:
        start, end = max(start, claim.start - _ROOM), min(max(end, claim.end), claim.end + _ROOM)
    row = claim_row(claim) | {"step": claim.step, "sentence": letter.text[start:end], "sentence_start": start}
    row["page"] = letter.page_at(claim.start)
    return {name: _plain(value) for name, value in row.items()}


def _check(check: Check) -> dict[str, Any]:
    row = check_row(check)
    interval, near = row.pop("interval"), row.pop("near_miss")
    low, high, low_open, high_open = interval or (None, None, None, None)
    near = near or {}
    row |= {"interval_low": low, "interval_high": high, "low_open": low_open, "high_open": high_open}
    row |= {
        "near_miss": near.get("kind"),
        "near_miss_of": near.get("value_of"),
        "near_miss_nl": near.get("text_nl"),
        "near_miss_en": near.get("text_en"),
    }
    row["evidence"] = [
        {name: _plain(value) for name, value in told.items()}
        | {"dimensions": json.dumps(told["dimensions"], sort_keys=True), "value_text": f"{one.value:f}", "series": one.series}
        for told, one in zip(row["evidence"], check.evidence, strict=True)
    ]
    return {name: value if name == "evidence" else _plain(value) for name, value in row.items()}


def _plain(value: Any) -> Any:
    """Exact decimals as doubles; of text what Unicode can say (half a surrogate pair cannot be written); everything else as it is."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    return float(value) if isinstance(value, Decimal) else value
