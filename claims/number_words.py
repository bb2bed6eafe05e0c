"""Dutch number words: "vierentwintigduizend", "tweeënhalf", "driekwart"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache

_UNITS = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
_TEENS = ["tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"]
_TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
_PARTS = {
    "half": Decimal("0.5"), "halve": Decimal("0.5"), "kwart": Decimal("0.25"), "driekwart": Decimal("0.75"),
    "anderhalf": Decimal("1.5"), "anderhalve": Decimal("1.5"),
}  # fmt: skip


@cache
def _below_thousand() -> dict[str, int]:
    words = {word: n for n, word in enumerate(_UNITS, 1)} | {word: n for n, word in enumerate(_TEENS, 10)}
    for tens, word in enumerate(_TENS, 2):
        words[word] = tens * 10
        for n, unit in enumerate(_UNITS, 1):
            words[unit + ("ën" if unit.endswith("e") else "en") + word] = tens * 10 + n
    small = dict(words)
    for n, unit in enumerate(["", *_UNITS[1:]], 1):
        words[unit + "honderd"] = n * 100
        for word, value in small.items():
            words[unit + "honderd" + word] = words[unit + "honderden" + word] = n * 100 + value
    for n in range(11, 20):  # twaalfhonderd, vijftienhonderd
        words[_TEENS[n - 10] + "honderd"] = n * 100
    return words


@lru_cache(maxsize=8192)  # about the different words of a letter
def number_word(word: str) -> int | None:
    """The value of a Dutch number word ("vierentwintigduizend"), or None. Plain "een" is an article, not a number; "één" is."""
    text = word.lower().replace("éé", "ee").replace("é", "e")
    table = _below_thousand()
    if text in table:
        return table[text]
    head, thousand, tail = text.partition("duizend")
    if thousand:
        high = 1 if not head else table.get(head)
        if tail == "en":
            return None  # "tienduizenden" is no number
        tail = tail.removeprefix("en")
        low = 0 if not tail else table.get(tail)
        return None if high is None or low is None else high * 1000 + low
    return None


def part_word(word: str) -> Decimal | None:
    """The value of a word that is no whole number ("anderhalf", "tweeënhalf", "driekwart"), or None. ``word`` is lower case."""
    if word in _PARTS:
        return _PARTS[word]
    for tail in ("ënhalf", "enhalf", "ënhalve", "enhalve"):
        if word.endswith(tail):
            whole = _below_thousand().get(word.removesuffix(tail))
            return None if whole is None or whole > 20 else whole + Decimal("0.5")
    return None
