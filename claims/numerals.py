"""Dutch numbers: every digit group and number word of a text, with its value and the size of its last printed digit.

Spellings: 1.234,5 and 195.000; 195 000 with a plain, hard or thin space; 445 duizend; 9,8 mln; vierentwintigduizend; anderhalf
miljoen; een half miljoen. 195.000 and 195 duizend are printed to the thousand (step 1000), 66,0 to the tenth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

_UNITS = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
_TEENS = ["tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"]
_TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
_SCALES = {
    "duizend": 1000, "dzd": 1000, "miljoen": 10**6, "mln": 10**6, "milj": 10**6, "mio": 10**6,
    "miljard": 10**9, "mld": 10**9, "mrd": 10**9, "biljoen": 10**12,
}  # fmt: skip
_HALVES = {"anderhalf": Decimal("1.5"), "anderhalve": Decimal("1.5"), "half": Decimal("0.5"), "halve": Decimal("0.5")}

_SCALE_WORD = r"(?:duizend|dzd|miljoen|mln|milj|mio|miljard|mld|mrd|biljoen)(?![a-zà-ÿ])\.?"
_WORD_HEAD = (
    r"(?:[ÉéEe][éëe]n(?:[eë]n[a-zë]+|[dh][uo][a-z]+)?|[Tt]wee|[Dd]rie|[Vv]ier|[Vv]ijf|[Zz]es|[Zz]even|[Aa]cht|[Nn]egen|[Tt]ien|[Ee]lf|[Tt]waalf"
    r"|[Dd]er(?:tien|tig)|[Vv]eer(?:tien|tig)|[Tt]wintig|[Tt]achtig|[Hh]onderd|[Dd]uizend|[Aa]nderhal(?:f|ve)|[Mm]iljoen|[Mm]iljard)"
)
# One pass finds digit groups and words that may be numbers; words are checked against the grammar afterwards.
SCAN = re.compile(
    r"(?P<digits>\d{1,3}(?:\.\d{3})+(?![\d])(?:,\d+)?"  # 195.000  1.234,5
    r"|\d{1,3}(?: \d{3})+(?![\d.,]\d|\d)(?:,\d+)?"  # 195 000 (every space has become a plain one)
    r"|\d+,\d+|\d+\.\d{1,2}(?=(?: ?%| ?(?:procent|miljoen|mln|miljard|mld)\b))|\d+)"
    r"|(?<!\w)(?P<word>" + _WORD_HEAD + r"[a-zëéï]*)(?![A-Za-zà-ÿ])"
)
_SCALE_AFTER = re.compile(r" ?-?(" + _SCALE_WORD + r")")
_AFTER_YEAR = re.compile(r"(?:^|\D)(?:19|20)\d\d $")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in reading text. ``value`` in units of one with its scale word applied; ``step`` the size of the last printed digit."""

    start: int
    end: int
    text: str
    value: Decimal
    step: Decimal
    word: bool = False  # spelled out
    scaled: bool = False  # carries duizend, miljoen, miljard
    places: int = 0  # printed decimals


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


@cache
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


def numerals(text: str) -> Iterator[Numeral]:
    """Every number of a text in order, its scale word included; ordinals, "een" as an article and fractions are not numbers here."""
    position = 0
    for found in SCAN.finditer(text):
        if found.start() < position:
            continue
        numeral = _digits(text, found) if found["digits"] is not None else _word(text, found)
        if numeral is not None:
            position = numeral.end
            yield numeral


def _digits(text: str, found: re.Match[str]) -> Numeral:
    start, end = found.span()
    raw = found[0]
    if " " in raw and not _is_one_number(text, start, end, raw):
        first = raw.split(" ", 1)[0]
        raw, end = first, start + len(first)
    whole, comma, decimals = raw.replace(" ", "").partition(",")
    if not comma and whole.count(".") == 1 and len(whole.partition(".")[2]) < 3:  # 3.7% in English print
        whole, _, decimals = whole.partition(".")
    whole = whole.replace(".", "")
    value = Decimal(f"{whole}.{decimals}" if decimals else whole)
    step = Decimal(1).scaleb(-len(decimals))
    scale = _SCALE_AFTER.match(text, end)
    if scale:
        factor = _SCALES[scale[1].rstrip(".")]
        stop = scale.end() - (scale[1].endswith(".") and _ends_sentence(text, scale.end()))
        return Numeral(start, stop, text[start:stop], value * factor, step * factor, scaled=True, places=len(decimals))
    if not decimals and value >= 1000 and len(whole) <= 15:
        zeros = len(whole) - len(whole.rstrip("0"))
        step = Decimal(10) ** min(zeros, 3)  # design: 195.000 means plus or minus 500
    return Numeral(start, end, text[start:end], value, step, places=len(decimals))


def _is_one_number(text: str, start: int, end: int, raw: str) -> bool:
    """Whether digit groups with spaces are one number: not a row of table cells, not a year or day followed by a count."""
    if raw[0] == "0":
        return False
    if start >= 2 and text[start - 1] == " " and text[start - 2].isdigit() and not _AFTER_YEAR.search(text, max(0, start - 6), start):
        return False
    return not re.match(r" {1,3}\d", text[end : end + 4])


def _ends_sentence(text: str, position: int) -> bool:
    following = text[position : position + 2]
    return not following or (following[0] in " \n" and following[1:2].isupper()) or following[0] in "\n)"


def _word(text: str, found: re.Match[str]) -> Numeral | None:
    start, end = found.span()
    raw = found["word"]
    lower = raw.lower()
    scale = _SCALE_AFTER.match(text, end)
    if lower == "een":
        # "een half miljoen" and "een miljoen" are numbers; "een" alone is an article
        half = re.compile(r" (?:half|halve|kwart)(?= (?:miljoen|miljard|procent|jaar|uur|maand)|[ -]?mln| ?%)").match(text, end)
        if half:
            scale = _SCALE_AFTER.match(text, half.end())
            if scale:
                factor = Decimal(_SCALES[scale[1].rstrip(".")])
                part = Decimal("0.25") if "kwart" in half[0] else Decimal("0.5")
                return Numeral(start, scale.end(), text[start : scale.end()], factor * part, factor / 10, word=True, scaled=True)
            if "kwart" in half[0]:
                return None
            return Numeral(start, half.end(), text[start : half.end()], Decimal("0.5"), Decimal("0.1"), word=True)
        if not scale:
            return None
        value: Decimal | None = Decimal(1)
    elif lower in _HALVES:
        value = _HALVES[lower] if lower.startswith("ander") else None
    elif lower in ("miljoen", "miljard"):
        value = None
    else:
        number = number_word(raw)
        value = None if number is None else Decimal(number)
    if value is None:
        return None
    step = Decimal("0.1") if value != value.to_integral_value() else Decimal(1)
    if scale:
        factor = Decimal(_SCALES[scale[1].rstrip(".")])
        return Numeral(start, scale.end(), text[start : scale.end()], value * factor, step * factor, word=True, scaled=True)
    if value >= 1000:
        digits = str(value)
        step = Decimal(10) ** min(len(digits) - len(digits.rstrip("0")), 3)
    return Numeral(start, end, text[start:end], value, step, word=True, scaled=value >= 1000)
