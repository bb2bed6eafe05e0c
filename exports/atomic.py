"""Files are written whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from labour.errors import CijfertoetsError, cause


def write(path: Path, content: bytes) -> None:
    """Puts ``content`` at ``path``: written beside it, flushed to disk, then renamed. Raises CijfertoetsError; the old file then stays."""
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():  # a pipe or device is written to, never replaced; a folder is refused
            target.write_bytes(content)
            return
        part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
        try:
            with part.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        nl, en = cause(error)
        raise CijfertoetsError(
            f"{path} kon niet worden geschreven ({nl}); kies met --out een andere plaats.",
            f"{path} could not be written ({en}); choose another place with --out.",
        ) from error
