"""Text from letters made safe for a line, a table cell or a spreadsheet. Pure.

A letter may hold line breaks, control characters, characters that turn the reading direction or have no width, and text that
a spreadsheet takes for a formula. JSON keeps the text exactly; everything made for the eye goes through here.
"""

from __future__ import annotations

import re

from labour.unseen import seen

_SPACES = re.compile(r"\s+")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def plain(text: str) -> str:
    """The text on one line, without characters that cannot be seen."""
    return _SPACES.sub(" ", seen(_SPACES.sub(" ", text))).strip()


def formula_safe(text: str) -> str:
    """The text as a spreadsheet cell: an apostrophe before what a spreadsheet would calculate, the full-width forms included."""
    return f"'{text}" if text.startswith(_FORMULA) else text
