"""A folder of letters: which of its files may be letters, in what order, and in which chunks they are done.

Looks at names and, for their digests, at contents; reads no letter and writes nothing.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from loaders.letters import MAX_BYTES

#: what says something of letters and is none: the record beside a letter, the list of a folder's letters, a data package
_RECORDS = ("metadata.xml", "letters.toml", "datapackage.json")
#: what systems and programs leave in a folder: hidden files, Word's note of who has a letter open, settings of a window
_LEFT = (".", "~$", "desktop.ini", "Thumbs.db")
#: what browsers call the folder beside a page that they saved, with its pictures, styles and scripts
_PAGE_PARTS = re.compile(r"(.+)_(?:files|bestanden)")
_USUAL, _MOST = 16, 48  # letters in a chunk, on average and at most


def letter_files(folder: Path, out: Path) -> Iterator[str]:
    """Names of the files below ``folder`` that may be letters, in order; records of letters, what programs leave and ``out`` are none.

    A folder that may not be looked into comes last, by its own name: it is told among what could not be read.
    """
    shut: list[str] = []
    for place, folders, files in os.walk(folder, onerror=lambda problem: shut.append(problem.filename)):
        pages = {stem for stem, ending in map(os.path.splitext, files) if ending.lower() in (".html", ".htm")}
        folders[:] = sorted(name for name in folders if not _is_left(name, pages) and Path(place, name) != out)
        for name in sorted(files):
            if not name.startswith(_LEFT) and not name.endswith(_RECORDS):
                yield Path(place, name).relative_to(folder).as_posix()
    yield from sorted(Path(place).relative_to(folder).as_posix() for place in shut)


def _is_left(folder: str, pages: set[str]) -> bool:
    """Whether a folder is hidden or belongs to one of the web pages beside it."""
    part = _PAGE_PARTS.fullmatch(folder)
    return folder.startswith(".") or (part is not None and part[1] in pages)


def chunks(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Chunks that end where a name says so: a file more or less then changes its own chunk only."""
    chunk: list[str] = []
    for name in names:
        chunk.append(name)
        if len(chunk) == _MOST or zlib.crc32(os.fsencode(name)) % _USUAL == 0:
            yield tuple(chunk)
            chunk = []
    if chunk:
        yield tuple(chunk)


def digest(path: Path) -> str:
    """The SHA-256 of a file; "" for what is never read as a letter: no regular file, too large, or not to be opened."""
    try:
        kind = path.stat()
        if not stat.S_ISREG(kind.st_mode) or kind.st_size > MAX_BYTES:  # opening a pipe would wait for ever
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def record_digests(path: Path) -> tuple[str, str]:
    """The SHA-256 of each of the two records that may stand beside a letter and say what it does not."""
    return digest(path.with_name(f"{path.stem}.metadata.xml")), digest(path.with_name("metadata.xml"))
