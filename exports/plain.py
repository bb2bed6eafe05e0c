"""Text from letters made safe for a line, a table cell or a spreadsheet. Pure.

A letter may hold line breaks, control characters, characters that turn the reading direction or have no width, and text that
a spreadsheet takes for a formula. JSON keeps the text exactly; everything made for the eye goes through here.
"""

from __future__ import annotations

import re

# C0 and C1 controls, zero-width and direction marks, lone surrogates: they draw nothing, and hide or reorder what they stand beside.
UNSEEN = "\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
_UNSEEN = re.compile(f"[{UNSEEN}\U000e0000-\U000e007f]")
_SPACES = re.compile(r"\s+")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def plain(text: str) -> str:
    """The text on one line, without characters that cannot be seen."""
    return _SPACES.sub(" ", _UNSEEN.sub("", _SPACES.sub(" ", text))).strip()


def formula_safe(text: str) -> str:
    """The text as a spreadsheet cell: an apostrophe before what a spreadsheet would calculate, the full-width forms included."""
    return f"'{text}" if text.startswith(_FORMULA) else text
