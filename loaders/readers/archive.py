"""Zip containers of docx and odt: opened within limits, only the parts asked for, nothing written to disk."""

from __future__ import annotations

import io
import zipfile
import zlib

from labour.errors import LetterError
from loaders.readers import docx, odt
from loaders.readers.reading import Reading

ENTRIES = 4_000
PART = 40_000_000  # bytes of one part, inflated; a letter of a thousand pages has a tenth
RATIO = 150  # inflated to packed; text XML reaches 30
SMALL = 1_000_000  # below this a high ratio does no harm


class Archive:
    """The parts of a container by name. Raises LetterError for what breaks a limit."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
            raise _damaged() from None
        entries = self._zip.infolist()
        if len(entries) > ENTRIES:
            raise LetterError("het bestand bevat te veel onderdelen", "the file holds too many parts")
        self._entries = {entry.filename: entry for entry in entries}
        if len(self._entries) < len(entries) or any(_escapes(name) for name in self._entries):
            raise LetterError("het bestand bevat onderdelen met verdachte namen", "the file holds parts with suspect names")

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def part(self, name: str) -> bytes:
        """One part, inflated. The size is counted while inflating: what the container says of it may be a lie."""
        entry = self._entries.get(name)
        if entry is None:
            raise _damaged()
        if entry.flag_bits & 1:
            raise LetterError("het bestand is met een wachtwoord beveiligd", "the file is locked with a password")
        ceiling = min(PART, max(SMALL, entry.compress_size * RATIO))
        try:
            with self._zip.open(entry) as file:
                inflated = file.read(ceiling + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
            raise _damaged() from None
        if len(inflated) > ceiling:
            raise LetterError("het bestand wordt bij het uitpakken te groot", "the file grows too large when unpacked")
        return inflated


def read(content: bytes) -> Reading:
    """The letter in a docx (also docm: macros are never looked at) or odt. Raises LetterError for other containers."""
    archive = Archive(content)
    if "content.xml" in archive:
        return odt.read(archive.part, "styles.xml" in archive, "meta.xml" in archive)
    if "[Content_Types].xml" in archive and "_rels/.rels" in archive:
        return docx.read(archive.part, archive.__contains__)
    raise LetterError("dit zip-bestand is geen docx of odt", "this zip file is neither docx nor odt")


def _escapes(name: str) -> bool:
    return name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or "\x00" in name or ":" in name[:2]


def _damaged() -> LetterError:
    return LetterError("het bestand is beschadigd", "the file is damaged")
