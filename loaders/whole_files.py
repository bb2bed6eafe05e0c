"""Writing a file whole or not at all, whatever happens meanwhile. Leaves at worst a ``.part-`` file beside it."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from labour.errors import DataError, cause

PART = ".part-"


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """Whatever the system refuses while writing in ``folder`` becomes a DataError."""
    try:
        yield
    except OSError as problem:
        nl, en = cause(problem)
        raise DataError(
            f"In {folder} kan niet worden geschreven ({nl}); CIJFERTOETS_STATE kan een andere map noemen.",
            f"{folder} cannot be written ({en}); CIJFERTOETS_STATE can name another folder.",
        ) from None


def entries(folder: Path) -> list[Path]:
    """What a folder holds, in order; nothing where it is not there. DataError where it may not be read: then something would be missed."""
    try:
        return sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as problem:
        nl, en = cause(problem)
        raise DataError(
            f"{folder} kan niet worden gelezen ({nl}); geef toegang, of noem met CIJFERTOETS_STATE een andere map.",
            f"{folder} cannot be read ({en}); give access, or name another folder with CIJFERTOETS_STATE.",
        ) from None


def keep(path: Path, text: str) -> None:
    """Put ``text`` at ``path`` in the state folder. Missing folders are made. Raises DataError when the place cannot be written."""
    with writing_to(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode())


def write_whole(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``: written and flushed beside it, then renamed, then the folder flushed.

    Raises OSError; the old file then stays. A link keeps pointing; a pipe or device is written to, never replaced.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():  # a folder refuses of itself
        target.write_bytes(content)
        return
    part = target.with_name(f"{PART}{secrets.token_hex(8)}")
    try:
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    with suppress(OSError):  # some file systems cannot flush a folder
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
