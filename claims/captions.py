"""What the captions of figures and tables date: "zie figuur 2" speaks of the years that the figure's caption, or its note, names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from claims.reading import Passage
from claims.timing import find_times

_CAPTION = re.compile(
    r"(?m)^[ ]*(?P<kind>[Ff]iguur|[Tt]abel|[Gg]rafiek)\s(?P<number>\d{1,2})(?:[.:]|\b)"
    r"(?P<text>[^\n]*)(?P<more>(?:\n[^\n]+)?)(?P<rest>(?:\n[^\n]+)*)"
)
_REFERENCE = re.compile(r"\b(figuur|tabel|grafiek)\s(\d{1,2})\b")


def caption_periods(body: Passage, notes: Mapping[str | int, Passage], day: date | None) -> dict[tuple[str, str], str]:
    """(kind, number) of every figure or table whose caption, or the note called in it, names one period or span of periods."""
    found: dict[tuple[str, str], str] = {}
    for caption in _CAPTION.finditer(body.text):
        lines = caption["text"] + caption["more"]
        called = [notes[m].text for at, m in body.anchors if caption.start() <= at <= caption.end("more") + 1 and m in notes]
        texts = [
            caption["text"],
            lines,
            *([lines + caption["rest"]] if body.note else []),
            *called,
        ]  # a note speaks of its figure throughout
        for text in (one.replace("\n", " ") for one in texts):  # a line of a pdf may end between "jaren" and "2022"
            keys = {t.key for t in find_times(text, 0, len(text), day, None) if t.key and t.role in ("in", "between") and not t.inferred}
            if len(keys) == 1:
                found.setdefault((caption["kind"].lower(), caption["number"]), keys.pop())
                break
    return found


def referred(lower: str, start: int, end: int, captions: Mapping[tuple[str, str], str]) -> str | None:
    """The period of the figure or table that a sentence refers to."""
    if not captions:
        return None
    before = max(start - len("grafiek "), 0)  # a line that begins with "2)" looks like an item of its own
    keys = [captions[m[1], m[2]] for m in _REFERENCE.finditer(lower, before, end) if (m[1], m[2]) in captions]
    return keys[-1] if keys else None
