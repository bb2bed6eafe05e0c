"""Many letters: a folder of them to Parquet, by worker processes or on a Dask cluster, and again where it was stopped.

Letters go in chunks. A chunk's results are kept under a name made of the content of its letters and of the figures and word
lists, so a run that was ended finds them back, and a letter, figure or word that changed is read anew. Memory does not grow
with the number of letters.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path, PurePosixPath

import pipeline
from exports import parquet
from labour.errors import CijfertoetsError, cause
from labour.observations import ObservationIndex
from loaders import places
from loaders.letter_folders import chunks, digest, letter_files, record_digests
from workers import DaskWorkers, Lost, Workers


@dataclass(frozen=True, slots=True)
class Task:
    """One chunk: the names of its files within ``folder``. ``edition`` says by which figures and word lists it is checked.

    What failed by a fault of ours is kept for this ``run`` only, so that it is tried again when the fault is mended.
    """

    order: tuple[int, int]
    names: tuple[str, ...]
    folder: Path
    out: Path
    edition: str
    as_of: date | None
    run: str


@dataclass(frozen=True, slots=True)
class Done:
    """A chunk whose results are kept under ``key``; ``again`` when they were there already."""

    key: str
    counts: dict[str, int]
    again: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: letters read, refused and found back from an earlier run, of how many, in how many seconds."""

    total: int
    letters: int = 0
    failures: int = 0
    claims: int = 0
    found_back: int = 0
    seconds: float = 0.0

    @property
    def done(self) -> int:
        return self.letters + self.failures

    @property
    def rate(self) -> float:
        """Letters a second that this run itself read."""
        return (self.done - self.found_back) / self.seconds if self.seconds else 0.0

    @property
    def left(self) -> float | None:
        """Seconds still to go at this rate; None while nothing is known of it."""
        return (self.total - self.done) / self.rate if self.rate else None


def run_corpus(
    folder: Path,
    out: Path,
    engine: str = "processes",
    scheduler: str | None = None,
    *,
    workers: int | None = None,
    as_of: date | None = None,
    progress: Callable[[Progress], None] = lambda now: None,
) -> Progress:
    """Reads and checks every letter below ``folder`` and writes claims, checks, letters and failures to ``out``.

    ``engine`` is "processes" or "dask" (``scheduler`` names an existing cluster, whose workers must see both folders).
    ``as_of``: states of figures after it are ignored. One bad letter never stops the rest. Raises CijfertoetsError.
    """
    folder, out = folder.resolve(), out.resolve()
    if not folder.is_dir():
        raise CijfertoetsError(f"{folder} is geen map met brieven.", f"{folder} is not a folder of letters.")
    with _writing(out):
        (out / "parts").mkdir(parents=True, exist_ok=True)
    count = workers or os.cpu_count() or 1
    run = DaskWorkers(read_chunk, scheduler, count, (folder, out)).run if engine == "dask" else Workers(count, read_chunk, _seconds).run
    made = pipeline.edition(date.min, as_of)
    # the manifest knows the date of the letters that come with the product, wherever they stand
    edition = f"{made.version} {made.fingerprint} {parquet.layout()} {digest(places.data_folder() / 'letters' / 'letters.toml')}"
    began, now = time.monotonic(), Progress(sum(1 for _ in letter_files(folder, out)))
    progress(now)
    name = secrets.token_hex(4)
    tasks = (Task((number, 0), names, folder, out, edition, as_of, name) for number, names in enumerate(chunks(letter_files(folder, out))))
    keys: dict[tuple[int, int], str] = {}
    lost: list[Task] = []
    for attempt in (tasks, lost):  # a chunk that took its worker down is done once more, letter by letter
        for task, result in run(attempt):
            if isinstance(result, Lost) and attempt is not lost:
                lost += [replace(task, order=(task.order[0], place), names=(name,)) for place, name in enumerate(task.names)]
                continue
            done = _given_up(task, result) if isinstance(result, Lost) else result
            keys[task.order] = done.key
            now = _further(now, done, time.monotonic() - began)
            progress(now)
    with _writing(out):
        parquet.merge(out / "parts", [key for _, key in sorted(keys.items())], out, made)
    return now


def read_chunk(task: Task) -> Done:
    """Reads and checks the letters of a chunk and keeps the result, unless it is there already."""
    digests = {name: digest(task.folder / name) for name in task.names}
    key = _key(task, digests)
    counts = parquet.part_counts(task.out / "parts", key)
    if counts is not None:
        return Done(key, counts, again=True)
    rows: parquet.Rows = {table: [] for table in parquet.SCHEMAS}
    for name in task.names:
        try:
            found = _read(task, name)
        except CijfertoetsError as problem:
            nl, en = (said.replace(str(task.folder / name), name) for said in (problem.nl, problem.en))
            found = {"failures": [parquet.failure_row(name, digests[name], nl, en)]}
        # The border of a letter: among a million there is one that nobody thought of, and the others must go on.
        except Exception as problem:
            kind = type(problem).__name__
            nl, en = f"Onverwachte fout bij het lezen of toetsen ({kind}).", f"Unexpected error while reading or checking ({kind})."
            found = {"failures": [parquet.failure_row(name, digests[name], nl, en)]}
            key = key.removesuffix(f"-{task.run}") + f"-{task.run}"
        for table, more in found.items():
            rows[table] += more
    return _kept(task, key, rows)


@contextmanager
def _writing(out: Path) -> Iterator[None]:
    """Whatever the system refuses while writing in ``out`` becomes one sentence; what is there already stays."""
    try:
        yield
    except OSError as problem:
        nl, en = cause(problem)
        raise CijfertoetsError(f"In {out} kan niet geschreven worden ({nl}).", f"{out} cannot be written ({en}).") from None


def _read(task: Task, name: str) -> parquet.Rows:
    letter = pipeline.load_letter(task.folder / name, name=parquet.named(PurePosixPath(name).with_suffix("").as_posix()))
    claims = pipeline.extract_claims(letter)
    return parquet.letter_rows(name, letter, pipeline.check_claims(claims, [letter], _observations(task.as_of)))


def _kept(task: Task, key: str, rows: parquet.Rows) -> Done:
    with _writing(task.out):
        parquet.write_part(task.out / "parts", key, rows)
    return Done(key, {table: len(found) for table, found in rows.items()}, again=False)


def _given_up(task: Task, lost: Lost) -> Done:
    """The result of a letter that ended its worker twice."""
    (name,) = task.names
    found = digest(task.folder / name)
    nl, en = ("Het duurt te lang.", "It takes too long.") if lost.why == "slow" else ("Het proces brak af.", "The process broke off.")
    rows: parquet.Rows = {table: [] for table in parquet.SCHEMAS} | {"failures": [parquet.failure_row(name, found, nl, en)]}
    return _kept(task, f"{_key(task, {name: found})}-{task.run}", rows)


def _seconds(task: Task) -> float:
    """How long a chunk may take: reading a letter is over within ten seconds, whatever it is."""
    return 30.0 + 15.0 * len(task.names)


def _key(task: Task, digests: dict[str, str]) -> str:
    """What the result of a chunk depends on, in one name: edition, names, contents, and the records beside the letters."""
    said = [task.edition, str(task.as_of)]
    for name in task.names:
        said += [name, digests[name], *record_digests(task.folder / name)]
    return hashlib.sha256("\n".join(said).encode("utf-8", "surrogateescape")).hexdigest()


@lru_cache(maxsize=1)
def _observations(as_of: date | None) -> ObservationIndex:
    return pipeline.load_observations(as_of)


def _further(now: Progress, done: Done, seconds: float) -> Progress:
    letters, failures = done.counts["letters"], done.counts["failures"]
    return replace(
        now,
        letters=now.letters + letters,
        failures=now.failures + failures,
        claims=now.claims + done.counts["claims"],
        found_back=now.found_back + (letters + failures if done.again else 0),
        seconds=seconds,
    )
