"""Human judgements, kept for good in an embedded database in the state folder.

Rows are only ever added: a changed mind is a new row, so machine and human verdict both stay, with when and why. The
database writes ahead and syncs every commit (WAL, synchronous=FULL), so a judgement that was accepted survives a crash,
and several programs may read and write at once.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
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
            with closing(sqlite3.connect(self.path, timeout=_WAIT)) as database, database:
                database.execute("PRAGMA journal_mode=WAL")
                database.execute("PRAGMA synchronous=FULL")
                database.execute(_TABLE)
                database.execute(f"INSERT INTO judgements ({_COLUMNS}) VALUES ({', '.join('?' * len(row))})", row)
        except (OSError, sqlite3.Error) as error:
            raise self._refusal() from error

    def all(self) -> list[Judgement]:
        """Every judgement ever made here, oldest first."""
        try:
            if not self.path.exists():
                return []
            try:
                rows = self._read(sqlite3.connect(self.path, timeout=_WAIT))
            except sqlite3.OperationalError:  # a full disk, or a folder that may not be written
                rows = self._read(self._sealed())
        except (OSError, sqlite3.Error) as error:
            raise self._refusal() from error
        return [_judgement(row) for row in rows]

    def _read(self, database: sqlite3.Connection) -> list[tuple[object, ...]]:
        with closing(database):
            if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'judgements'").fetchone():
                return []
            return database.execute(f"SELECT {_COLUMNS} FROM judgements ORDER BY id").fetchall()

    def _sealed(self) -> sqlite3.Connection:
        """To read where nothing can be written: a database that writes ahead wants to make files beside it, unless they are there."""
        ahead = self.path.with_name(f"{FILE}-wal")
        mode = "mode=ro" if ahead.exists() and ahead.stat().st_size else "immutable=1"
        return sqlite3.connect(f"{self.path.absolute().as_uri()}?{mode}", uri=True)

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
