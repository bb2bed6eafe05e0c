"""A corpus run read back: its letters, its claims with their checks batch by batch, and single claims in full.

The four files are read in parts of some thousands of rows, and of those only the columns asked for: what is held does not grow
with the number of claims. The run's folder is looked at only where the four files are.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from exports.parquet import EDITION, SCHEMAS
from labour.edition import Edition
from labour.errors import DataError

_STEP = 20_000  # rows looked through at a time
_FEW = 500  # rows read in full at a time


@dataclass(frozen=True)
class Run:
    """A corpus run that is whole: with what it was made (and on which day its files were), and its letters.

    ``letters`` has path, date, year (null where undated), claims and ``counted``: False for one that repeats another.
    """

    folder: Path
    edition: Edition
    letters: pa.Table


def stamp(folder: Path) -> str:
    """A digest that changes when one of the four files does. Raises DataError when one is missing."""
    with _whole(folder):
        about = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in (folder / f"{name}.parquet" for name in SCHEMAS)]
    return hashlib.sha256(repr((str(folder), about)).encode()).hexdigest()


def open_run(folder: Path) -> Run:
    """Raises DataError when the folder holds no corpus run, half of one, or one of another version."""
    with _whole(folder):
        for name, schema in SCHEMAS.items():
            if not pq.read_schema(folder / f"{name}.parquet").equals(schema):
                raise pa.ArrowInvalid(name)
        made = json.loads(pq.read_schema(folder / "letters.parquet").metadata[EDITION.encode()])
        day = date.fromtimestamp((folder / "letters.parquet").stat().st_mtime)
        edition = Edition(day, _day(made["figures_day"]), made["fingerprint"], _day(made["as_of"]), (), made["version"])
        read = pq.read_table(folder / "letters.parquet", columns=["path", "letter", "sha256", "same_letter_as", "date", "claims"])
        counted = _counted(read)
        letters = read.drop_columns(["letter", "sha256", "same_letter_as"])
        letters = letters.append_column("year", pc.year(read["date"])).append_column("counted", counted)
        return Run(folder, edition, letters)


def _counted(letters: pa.Table) -> pa.ChunkedArray:
    """False for a letter that another file holds too, to the byte or as the manifest knows."""
    rows = pa.array(range(letters.num_rows), pa.int64())
    first = pa.table([letters["sha256"], rows], ["sha256", "row"]).group_by("sha256").aggregate([("row", "min")])["row_min"]
    names = pc.replace_substring_regex(letters["letter"], "^(?s:.*)/", "")
    return pc.and_(pc.is_in(rows, first), pc.invert(pc.is_in(letters["same_letter_as"], names.combine_chunks())))


def batches(run: Run, claims: Sequence[str], checks: Sequence[str]) -> Iterator[tuple[int, pa.Table]]:
    """The rows of all claims with their checks, in order: (number of the first, columns ``claims`` and ``checks``, letter, year, counted).

    ``letter`` is the row of its letter in ``run.letters``.
    """
    with _whole(run.folder), _file(run, "claims") as left, _file(run, "checks") as right:
        if left.metadata.num_rows != right.metadata.num_rows:
            raise pa.ArrowInvalid("claims and checks")
        streams = left.iter_batches(_STEP, columns=["path", *claims]), right.iter_batches(_STEP, columns=["path", *checks])
        first, one, other = 0, None, None
        while first < left.metadata.num_rows:
            one, other = one or next(streams[0]), other or next(streams[1])
            size = min(one.num_rows, other.num_rows)
            yield first, _joined(run, one.slice(0, size), other.slice(0, size), claims, checks)
            one, other, first = one.slice(size) or None, other.slice(size) or None, first + size


def _joined(run: Run, one: pa.RecordBatch, other: pa.RecordBatch, claims: Sequence[str], checks: Sequence[str]) -> pa.Table:
    letter = pc.index_in(one["path"], run.letters["path"])
    if letter.null_count or not one["path"].equals(other["path"]):
        raise pa.ArrowInvalid("claims and letters")
    columns = {name: one[name] for name in claims} | {name: other[name] for name in checks}
    year, counted = run.letters["year"].take(letter), run.letters["counted"].take(letter)
    return pa.table(columns | {"letter": letter, "year": year, "counted": counted})


def whole_rows(run: Run, numbers: Sequence[int]) -> list[dict[str, Any]]:
    """The claims of these row numbers (ascending), each with its check and its letter in one record."""
    with _whole(run.folder), _file(run, "claims") as left, _file(run, "checks") as right:
        found = [claim | check for claim, check in zip(_taken(left, numbers), _taken(right, numbers), strict=True)]
        about = letters_of(run, {row["path"] for row in found})
        return [row | {"about": about[row["path"]]} for row in found]


def _taken(file: pq.ParquetFile, numbers: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Rows by number; only the groups that hold one are read."""
    start, left = 0, list(numbers)
    for group in range(file.metadata.num_row_groups):
        end = start + file.metadata.row_group(group).num_rows
        if left and left[0] < end:
            for batch in file.iter_batches(_FEW, row_groups=[group]):
                inside = [number for number in left if number < start + batch.num_rows]
                yield from batch.take(pa.array([number - start for number in inside], pa.int64())).to_pylist()
                start, left = start + batch.num_rows, left[len(inside) :]
        start = end


def letters_of(run: Run, paths: set[str]) -> dict[str, dict[str, Any]]:
    """The records of these letters by path."""
    found: dict[str, dict[str, Any]] = {}
    wanted = pa.array(sorted(paths), pa.string())
    with _whole(run.folder), _file(run, "letters") as file:
        for batch in file.iter_batches(_STEP):
            found |= {row["path"]: row for row in batch.filter(pc.is_in(batch["path"], wanted)).to_pylist()}
    return found


def failures(run: Run) -> Iterator[dict[str, Any]]:
    """What could not be read, one by one: path, sha256, reason_nl and reason_en."""
    with _whole(run.folder), _file(run, "failures") as file:
        for batch in file.iter_batches(_STEP):
            yield from batch.to_pylist()


def _file(run: Run, name: str) -> pq.ParquetFile:
    return pq.ParquetFile(run.folder / f"{name}.parquet")


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@contextmanager
def _whole(folder: Path) -> Iterator[None]:
    """What is missing, damaged, half replaced or of another layout becomes one sentence."""
    try:
        yield
    except (OSError, pa.ArrowException, ValueError, KeyError, TypeError, StopIteration) as problem:
        raise DataError(
            f"De map {folder.name} is geen hele uitkomst van cli.py corpus van deze versie; draai cli.py corpus opnieuw.",
            f"The folder {folder.name} is no whole outcome of cli.py corpus of this version; run cli.py corpus again.",
        ) from problem
