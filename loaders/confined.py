"""Reading what others made, at arm's length: every form but plain text is read in a child process with limits.

The child gets the bytes on standard input and gives text back; it has a ceiling on memory, processor time and output, and
the parent stops waiting after ten seconds. Whatever happens there, here it is one LetterError. Memory and processor limits
need a Unix system; elsewhere the clock alone guards.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from labour.errors import LetterError
from loaders.readers import office, plain
from loaders.readers.reading import Reading
from loaders.readers.recognise import recognise

#: seconds until the parent gives up; the whole of a hostile file must be over within ten
SECONDS = 9.0
#: the longest text that is taken: some seven hundred pages
MAX_CHARACTERS = 3_000_000
#: the most numbers; a letter of that length has ten thousand, a table of data a million
MAX_NUMBERS = 30_000
_ROOT = Path(__file__).resolve().parent.parent
_KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")


def read(content: bytes, label: str) -> Reading:
    """The text of a letter of any form; ``label`` names it in messages. Raises LetterError with one sentence."""
    try:
        form = recognise(content)
        if form == "text":
            reading = _plain(content)
        else:
            if form in ("doc", "rtf"):
                content, form = office.as_docx(content, form), "zip"
            reading = _in_child(form, content)
        if not reading.text.strip():
            raise LetterError("er staat geen tekst in (een scan zonder tekstlaag?)", "it holds no text (a scan without a text layer?)")
        if sum(1 for _ in re.finditer(r"\d+", reading.text)) > MAX_NUMBERS:
            raise LetterError(
                f"er staan meer dan {MAX_NUMBERS} getallen in; dat is geen brief",
                f"it holds more than {MAX_NUMBERS} numbers; that is no letter",
            )
    except LetterError as problem:
        raise LetterError(f"{label}: {problem.nl}.", f"{label}: {problem.en}.") from None
    return reading


def _plain(content: bytes) -> Reading:
    if len(content) > 4 * MAX_CHARACTERS:
        raise too_long()
    reading = plain.read(content)
    if len(reading.text) > MAX_CHARACTERS:
        raise too_long()
    return reading


def too_long() -> LetterError:
    """The sentence for a text that no letter can be."""
    return LetterError(
        f"de tekst is langer dan {MAX_CHARACTERS // 1_000_000} miljoen tekens",
        f"the text is longer than {MAX_CHARACTERS // 1_000_000} million characters",
    )


def _in_child(form: str, content: bytes) -> Reading:
    kept = {key: os.environ[key] for key in _KEPT if key in os.environ}
    command = [sys.executable, "-m", "loaders.readers", form]
    with tempfile.TemporaryFile() as answer:
        child = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=answer, stderr=subprocess.DEVNULL, cwd=_ROOT, env={**kept, "PYTHONPATH": str(_ROOT)}
        )
        try:
            child.communicate(content, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            raise LetterError("het lezen duurt te lang", "it takes too long to read") from None
        finally:
            child.kill()
            child.wait()
        answer.seek(0)
        return _answer(answer.read(8 * MAX_CHARACTERS))


def _answer(printed: bytes) -> Reading:
    """The child's answer; it may have been misled, so nothing in it is taken on trust."""
    try:
        said = json.loads(printed)
        if "nl" in said:
            raise LetterError(str(said["nl"]), str(said["en"]))
        text = str(said["text"])
        pages = tuple(int(place) for place in said["pages"] if 0 <= int(place) <= len(text))
        reading = Reading(text, pages, str(said["letterhead"]), str(said["title"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        raise LetterError(
            "het bestand is beschadigd of vraagt te veel geheugen of rekentijd",
            "the file is damaged or asks too much memory or processor time",
        ) from None
    if len(text) > MAX_CHARACTERS:
        raise too_long()
    return reading
