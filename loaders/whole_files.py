"""Writing a file whole or not at all, whatever happens meanwhile. Leaves at worst a ``.part-`` file beside it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from labour.errors import DataError

PART = ".part-"


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """Whatever the system refuses while writing in ``folder`` becomes a DataError."""
    try:
        yield
    except OSError as problem:
        why = problem.strerror or type(problem).__name__
        raise DataError(
            f"In {folder} kan niet worden geschreven ({why}); CIJFERTOETS_STATE kan een andere map noemen.",
            f"{folder} cannot be written ({why}); CIJFERTOETS_STATE can name another folder.",
        ) from None


def write_whole(path: Path, text: str) -> None:
    """Put ``text`` at ``path``: written and flushed beside it, then renamed, then the folder flushed. Missing folders are made.

    Raises DataError when the place cannot be written.
    """
    with writing_to(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, text)


def _write(path: Path, text: str) -> None:
    handle, part = tempfile.mkstemp(prefix=PART, dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(part).replace(path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
    with suppress(OSError):  # some file systems cannot flush a folder
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
