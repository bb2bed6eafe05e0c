"""Dutch numbers: every digit group and number word of a text, with its value and the size of its last printed digit.

Spellings: 1.234,5 and 195.000; 195 000 with a plain, hard or thin space; 445 duizend; 9,8 mln; vierentwintigduizend; anderhalf
miljoen; een half miljoen. 195.000 and 195 duizend are printed to the thousand (step 1000), 66,0 to the tenth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from claims.number_words import number_word, part_word

_SCALES = {
    "duizend": 1000, "dzd": 1000, "miljoen": 10**6, "mln": 10**6, "milj": 10**6, "mio": 10**6,
    "miljard": 10**9, "mld": 10**9, "mrd": 10**9, "biljoen": 10**12,
}  # fmt: skip

_SCALE_WORD = r"(?:duizend|dzd|miljoen|mln|milj|mio|miljard|mld|mrd|biljoen)(?![a-zà-ÿ])\.?"
_WORD_HEAD = (
    r"(?:[ÉéEe][éëe]n(?:[eë]n[a-zë]+|[dh][uo][a-z]+)?|[Tt]wee|[Dd]rie|[Vv]ier|[Vv]ijf|[Zz]es|[Zz]even|[Aa]cht|[Nn]egen|[Tt]ien|[Ee]lf|[Tt]waalf"
    r"|[Dd]er(?:tien|tig)|[Vv]eer(?:tien|tig)|[Tt]wintig|[Tt]achtig|[Hh]onderd|[Hh]al(?:f|ve)|[Dd]uizend|[Aa]nderhal(?:f|ve)|[Mm]iljoen|[Mm]iljard)"
)
# One pass finds digit groups and words that may be numbers; words are checked against the grammar afterwards.
SCAN = re.compile(
    r"(?=[\d½¼¾])"  # one look at most places, in place of one for each form of a number
    r"(?P<digits>\d{1,3}(?:\.\d{3})+(?![\d])(?:,\d+)?"  # 195.000  1.234,5
    r"|\d{1,3}(?: \d{3})+(?![\d.,]\d|\d)(?:,\d+)?"  # 195 000 (every space has become a plain one)
    r"|\d+,\d+|\d+\.\d{1,2}(?=(?: ?%| ?(?:procent|miljoen|mln|miljard|mld)\b))|\d+|[½¼¾])"
    r"|(?<!\w)(?P<word>" + _WORD_HEAD + r"[a-zëéï]*)(?![A-Za-zà-ÿ])"
)
_SCALE_AFTER = re.compile(r" ?-?(?P<word>" + _SCALE_WORD + r")|k(?![A-Za-zà-ÿ€])")
_FRACTION_SIGNS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_OF_SCALE = r" (?:miljoen|miljard|procent)|[ -]?ml[nd]| ?%"
_PARTED = rf"(?={_OF_SCALE}| (?:jaar|uur|maand))"
_A_PART = re.compile(rf" (?:(?P<part>hal(?:f|ve)){_PARTED}|(?P<quarter>kwart)(?={_OF_SCALE}))")  # "een half jaar", "een kwart procent"
_AND_A_HALF = re.compile(r" en een hal(?:f|ve)" + _PARTED)  # "twee en een half miljoen"
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
    part = _FRACTION_SIGNS.get(text[end : end + 1] if raw[0].isdigit() else raw)
    if part is not None and (raw.isdigit() or raw in _FRACTION_SIGNS):
        end += raw.isdigit()
        return _scaled(text, start, end, part + (int(raw) if raw.isdigit() and len(raw) < 4 else 0), Decimal("0.1"), 1, word=False)
    if " " in raw and not _is_one_number(text, start, end, raw):
        first = raw.split(" ", 1)[0]
        raw, end = first, start + len(first)
    whole, comma, decimals = raw.replace(" ", "").partition(",")
    if not comma and whole.count(".") == 1 and len(whole.partition(".")[2]) < 3:  # 3.7% in English print
        whole, _, decimals = whole.partition(".")
    whole = whole.replace(".", "")
    value = Decimal(f"{whole}.{decimals}" if decimals else whole)
    step = Decimal(1).scaleb(-len(decimals))
    if _SCALE_AFTER.match(text, end):
        return _scaled(text, start, end, value, step, len(decimals), word=False)
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


def _scaled(text: str, start: int, end: int, value: Decimal, step: Decimal, places: int, *, word: bool) -> Numeral:
    """A number with the scale word behind it, if any, applied to its value and its step."""
    scale = _SCALE_AFTER.match(text, end)
    if scale is None:
        return Numeral(start, end, text[start:end], value, step, word=word, places=places)
    name = scale["word"] or "duizend"
    factor = _SCALES[name.rstrip(".")]
    stop = scale.end() - (name.endswith(".") and not word and _ends_sentence(text, scale.end()))
    return Numeral(start, stop, text[start:stop], value * factor, step * factor, word=word, scaled=True, places=places)


def _word(text: str, found: re.Match[str]) -> Numeral | None:
    start, end = found.span()
    raw = found["word"]
    lower = raw.lower()
    if lower == "een":
        # "een half miljoen" and "een miljoen" are numbers; "een" alone is an article
        part = _A_PART.match(text, end)
        if part:
            return _scaled(text, start, part.end(), part_word(part["part"] or part["quarter"]) or Decimal(0), Decimal("0.1"), 0, word=True)
        return _scaled(text, start, end, Decimal(1), Decimal(1), 0, word=True) if _SCALE_AFTER.match(text, end) else None
    value = part_word(lower)
    if value is not None:
        behind = value > 1 or re.match(_OF_SCALE, text[end : end + 9])  # "half" and "driekwart" say nothing by themselves
        return _scaled(text, start, end, value, Decimal("0.1"), 0, word=True) if behind else None
    number = number_word(raw)
    if number is None or lower in ("miljoen", "miljard"):
        return None
    value, step = Decimal(number), Decimal(1)
    half = _AND_A_HALF.match(text, end)
    if half:
        return _scaled(text, start, half.end(), value + Decimal("0.5"), Decimal("0.1"), 0, word=True)
    if _SCALE_AFTER.match(text, end):
        return _scaled(text, start, end, value, step, 0, word=True)
    if value >= 1000:
        digits = str(value)
        step = Decimal(10) ** min(len(digits) - len(digits.rstrip("0")), 3)
    return Numeral(start, end, text[start:end], value, step, word=True, scaled=value >= 1000)
