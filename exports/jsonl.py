"""JSON lines: one object a line, numbers exactly as printed and never with an exponent. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from labour.unseen import UNSEEN

# Escaped, so that a line stays one line for every reader and no terminal obeys what a letter says.
_HIDDEN = re.compile(f"[{UNSEEN}]")


def dump(value: Any) -> str:
    """JSON text of a row. The standard library turns Decimals into floats; here 66.0 stays 66.0 and 4.45E+5 becomes 445000."""
    if isinstance(value, Decimal):
        return f"{value:f}" if value.is_finite() else "null"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{dump(str(key))}: {dump(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(dump, value)) + "]"
    text = json.dumps(value, ensure_ascii=False)
    return _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text) if isinstance(value, str) else text


def lines(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """The rows as UTF-8, each ended by a newline."""
    return "".join(f"{dump(row)}\n" for row in rows).encode()
