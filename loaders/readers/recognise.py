"""Which form a file has, told from its content; its name is never asked."""

from __future__ import annotations

import re

from labour.errors import LetterError
from loaders.readers import plain

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,3}<(?:!doctype\s+html|html|head|body|main|article|div)\b",
    re.IGNORECASE | re.DOTALL,
)


def recognise(content: bytes) -> str:
    """ "text", "html", "pdf", "zip" (docx or odt), "doc" or "rtf". Raises LetterError for what can never be a letter."""
    if not content:
        raise LetterError("het bestand is leeg", "the file is empty")
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return "zip"
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"{\\rtf"):
        return "rtf"
    if content.startswith(_OLE):
        return _ole(content)
    start = plain.decode(content[: 4096 if len(content) > 4096 else None], cut=len(content) > 4096)
    if not start.strip() and len(content) <= 4096:
        raise LetterError("het bestand is leeg", "the file is empty")
    return "html" if _PAGE.match(start) else "text"


def _ole(content: bytes) -> str:
    """The old container of Office holds Word, but also spreadsheets and documents locked with a password."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise LetterError("het bestand is met een wachtwoord beveiligd", "the file is locked with a password")
    if "WordDocument".encode("utf-16-le") in content:
        return "doc"
    raise plain.not_a_letter()
