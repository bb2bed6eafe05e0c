"""Plain text and Markdown: decoded once, newlines as stored, nothing changed, a byte-order mark not counted."""

from __future__ import annotations

import codecs
import re

from labour.errors import LetterError
from loaders.readers.reading import Reading

_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")


def read(content: bytes) -> Reading:
    """The text and, where form feeds stand in it, its pages. Raises LetterError for what is not text."""
    text = decode(content)
    pages = (0, *(found.end() for found in re.finditer("\f", text))) if "\f" in text else ()
    return Reading(text, pages)


def decode(content: bytes, *, cut: bool = False) -> str:
    """UTF-8, UTF-16 or UTF-32 by their mark, else UTF-8, else Windows-1252. Raises LetterError for binary data.

    ``cut``: the bytes are the beginning of a file and may end within a character.
    """
    try:
        text = _decode(content, "ignore" if cut else "strict")
    except UnicodeDecodeError:
        raise not_a_letter() from None
    # a stray control sign happens in text pasted from elsewhere; many of them, or a null, are another kind of file
    if "\x00" in text or len(_CONTROL.findall(text[:100_000])) > 10 + len(text[:100_000]) // 200:
        raise not_a_letter()
    return text


def _decode(content: bytes, errors: str) -> str:
    for mark, encoding in _WIDE:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors)
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(content, final=errors == "strict")
    except UnicodeDecodeError:
        return content.decode("windows-1252", errors)


def not_a_letter() -> LetterError:
    """The sentence for a file that is no text and of no known form."""
    return LetterError(
        "dit is geen tekst en geen ander leesbaar soort bestand (wel: txt, md, docx, odt, html, pdf, en doc of rtf met LibreOffice)",
        "this is no text and no other readable kind of file (those are txt, md, docx, odt, html, pdf, and doc or rtf with LibreOffice)",
    )
