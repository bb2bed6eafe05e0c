"""Human judgements, kept for good in an embedded database in the state folder.

Rows are only ever added: a changed mind is a new row, so machine and human verdict both stay, with when and why. The
database writes ahead and syncs every commit (WAL, synchronous=FULL), so a judgement that was accepted survives a crash,
and several programs may read and write at once.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from labour.errors import DataError
from labour.judgement import Judgement

FILE = "judgements.sqlite"
_WAIT = 10.0  # seconds that a writer waits for another to finish
_TABLE = """
CREATE TABLE IF NOT EXISTS judgements (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    letter_sha256 TEXT NOT NULL, letter TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, quote TEXT NOT NULL,
    indicator TEXT NOT NULL, made_at TEXT NOT NULL, note TEXT NOT NULL, machine_verdict TEXT NOT NULL, verdict TEXT,
    reading TEXT NOT NULL, version TEXT NOT NULL, withdrawn INTEGER NOT NULL
)
"""
_COLUMNS = 'letter_sha256, letter, start, "end", quote, indicator, made_at, note, machine_verdict, verdict, reading, version, withdrawn'


class Judgements:
    """The judgements in one state folder. Every call opens and closes the database; DataError when it cannot."""

    def __init__(self, state: Path) -> None:
        self.path = state / FILE

    def add(self, judgement: Judgement) -> None:
        """Keep a judgement; on return it is on disk."""
        one = judgement
        row = (
            one.letter_sha256, one.letter, one.start, one.end, one.quote, one.indicator, one.made_at, one.note, one.machine_verdict,
            one.verdict, json.dumps(dict(one.reading), ensure_ascii=False), one.version, int(one.withdrawn),
        )  # fmt: skip
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._refusal() from error
        with self._open() as database:
            database.execute("PRAGMA journal_mode=WAL")
            database.execute("PRAGMA synchronous=FULL")
            database.execute(_TABLE)
            database.execute(f"INSERT INTO judgements ({_COLUMNS}) VALUES ({', '.join('?' * len(row))})", row)

    def all(self) -> list[Judgement]:
        """Every judgement ever made here, oldest first."""
        try:
            if not self.path.exists():
                return []
        except OSError as error:
            raise self._refusal() from error
        with self._open(reading=True) as database:
            if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'judgements'").fetchone():
                return []
            rows = database.execute(f"SELECT {_COLUMNS} FROM judgements ORDER BY id").fetchall()
        return [_judgement(row) for row in rows]

    @contextmanager
    def _open(self, *, reading: bool = False) -> Iterator[sqlite3.Connection]:
        try:
            sealed = reading and not os.access(self.path.parent, os.W_OK)
            database = self._sealed() if sealed else sqlite3.connect(self.path, timeout=_WAIT)
            try:
                with database:
                    yield database
            finally:
                database.close()
        except sqlite3.Error as error:
            raise self._refusal() from error

    def _sealed(self) -> sqlite3.Connection:
        """To read where nothing may be written: a database that writes ahead wants to make files beside it, unless they are there."""
        ahead = self.path.with_name(f"{FILE}-wal").exists()
        return sqlite3.connect(f"{self.path.absolute().as_uri()}?{'mode=ro' if ahead else 'immutable=1'}", uri=True)

    def _refusal(self) -> DataError:
        return DataError(
            f"Oordelen kunnen niet worden bewaard of gelezen in {self.path}: de schijf is vol, de map mag niet worden gebruikt of het "
            "bestand is beschadigd; CIJFERTOETS_STATE kan een andere map noemen.",
            f"Judgements cannot be kept or read in {self.path}: the disk is full, the folder may not be used or the file is damaged; "
            "CIJFERTOETS_STATE can name another folder.",
        )


def _judgement(row: tuple[object, ...]) -> Judgement:
    sha256, letter, start, end, quote, indicator, made_at, note, machine, verdict, reading, version, withdrawn = row
    return Judgement(
        letter_sha256=str(sha256),
        letter=str(letter),
        start=int(str(start)),
        end=int(str(end)),
        quote=str(quote),
        indicator=str(indicator),
        made_at=str(made_at),
        note=str(note),
        machine_verdict=str(machine),
        verdict=None if verdict is None else str(verdict),
        reading=tuple(sorted(json.loads(str(reading)).items())),
        version=str(version),
        withdrawn=bool(withdrawn),
    )
