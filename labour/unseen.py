"""Characters that draw nothing, and hide or reorder what they stand beside: no screen, picture or table shows them. Pure."""

from __future__ import annotations

import re

#: C0 and C1 controls, zero-width and direction marks, lone surrogates; what stands between the brackets of a pattern
UNSEEN = "\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
_UNSEEN = re.compile(f"[{UNSEEN}\U000e0000-\U000e007f]")  # and the tags of Unicode


def seen(text: str) -> str:
    """The text without unseen characters: what the eye sees is what the characters say."""
    return _UNSEEN.sub("", text)
