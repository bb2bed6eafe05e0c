"""What the figures of the letters say about each other: sums, multiples, from-to pairs, parts and wholes, units.

Conflicts become verdicts, and only where the text leaves no other reading; what can be explained is at most a remark. No rule knows
a letter, a place or a sentence. Touches claims, letters and the field.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from checks.interval import divided, overlaps, step_of
from checks.repeats import Finding, repeats, same_place, sentence_of
from labour import wording
from labour.indicators import Field
from labour.model import Check, Claim, Interval, Letter

COUNTED = frozenset("persons vacancies jobs fte households count".split())
ADDABLE = COUNTED | {"EUR"}
BESIDE = 120  # characters between a multiple and the figures it compares
NEAR = 400  # characters between a total and the last of its parts
_ANAPHOR = re.compile(r"^\W*(dit|dat|deze|die|daarmee|hiermee)\b", re.IGNORECASE)
_COUNT_WORD = re.compile(r"\baantal(len)?\b", re.IGNORECASE)
_RATE_WORD = re.compile(r"\b(aandeel|aandelen|percentage|deel|quote|graad|participatie|werkloosheid)", re.IGNORECASE)
_PARTS = re.compile(
    r"waarvan|daarvan|hiervan|bestaat uit|opgeteld|samen|in totaal|verdeeld|respectievelijk|definitief|voorwaardelijk", re.IGNORECASE
)
_UP = re.compile(
    r"\b(toegenomen|gestegen|gegroeid|opgelopen|toename|stijging|groei|steeg|stegen|groeide|toenam|stijgt|groeit)\b", re.IGNORECASE
)
_DOWN = re.compile(r"\b(afgenomen|gedaald|gekrompen|teruggelopen|afname|daling|krimp|daalde|daalden|kromp|afnam|daalt)\b", re.IGNORECASE)


def findings(checks: Sequence[Check], letters: Mapping[str, Letter], field: Field) -> dict[int, Finding]:
    """What there is to say, by position of the check; at most one finding each, a conflict before anything else."""
    claims = [check.claim for check in checks]
    found: dict[int, Finding] = {}
    rules = (_units, _wholes, _from_to, _multiples, _sums)
    for rule in rules:
        for position, finding in rule(claims, letters, field).items():
            found.setdefault(position, finding)
    for position, finding in repeats(checks, letters).items():
        found.setdefault(position, finding)
    return found


def _units(claims: Sequence[Claim], letters: Mapping[str, Letter], field: Field) -> dict[int, Finding]:
    """Growth of a count cannot be in percentage points: it must be percent."""
    found = {}
    for position, claim in enumerate(claims):
        if claim.unit != "percentage_point" or claim.kind != "change":
            continue
        if _of_a_count(position, claims, letters, field):
            found[position] = Finding(
                "inconsistent",
                f"“{_printed(claim)}” gaat over een aantal; de groei daarvan is in procent, niet in procentpunten.",
                f"“{_printed(claim)}” is about a count; its growth is in percent, not in percentage points.",
                frozenset({"unit_suspect"}),
            )
    return found


def _of_a_count(position: int, claims: Sequence[Claim], letters: Mapping[str, Letter], field: Field) -> bool:
    """Whether a change is of a count: by its indicator, or, in a sentence that only points back, by the figure just before it."""
    claim = claims[position]
    indicator = field.indicators.get(claim.indicator or "")
    sentence = sentence_of(claim, letters)
    if indicator is not None:
        named = _COUNT_WORD.search(sentence) or _ANAPHOR.match(sentence)
        return indicator.unit in COUNTED and bool(named) and not _RATE_WORD.search(sentence)
    before = [c for c in claims[:position] if same_place(c, claim, NEAR)]
    return bool(before and before[-1].unit in COUNTED and before[-1].value is not None and _ANAPHOR.match(sentence))


def _wholes(claims: Sequence[Claim], letters: Mapping[str, Letter], field: Field) -> dict[int, Finding]:
    """A figure of two groups together that is the figure of one of them, while the other has its own: a slip of population.

    Which indicators are wholes follows from their names: "x_a_and_b" is the whole of "x_a" and "x_b".
    """
    found = {}
    for position, claim in enumerate(claims):
        head, joined, second = (claim.indicator or "").partition("_and_")
        if not joined or claim.value is None or claim.approx != "exact":
            continue
        stem = head.rpartition("_")[0]
        pair = (head, f"{stem}_{second}")
        parts = [c for c in claims if c.letter == claim.letter and c.indicator in pair and c.unit == claim.unit and c.value is not None]
        same = [c for c in parts if c.value == claim.value]
        others = [c for c in parts if c.indicator not in {s.indicator for s in same} and c.value]
        if same and others:
            nl = f"“{_printed(claim)}” staat voor beide groepen samen, maar elders geeft de brief dat getal voor één ervan"
            en = f"“{_printed(claim)}” is given for both groups together, but elsewhere the letter gives it for one of them"
            tail = f" (“{_printed(same[0])}”) "
            found[position] = Finding(
                "inconsistent",
                f"{nl}{tail}en daarnaast “{_printed(others[0])}” voor de andere.",
                f"{en}{tail}and “{_printed(others[0])}” for the other besides.",
                related=(same[0], others[0]),
            )
    return found


def _from_to(claims: Sequence[Claim], letters: Mapping[str, Letter], field: Field) -> dict[int, Finding]:
    """From, to and the change stated between them; and the verb against the direction of the two figures."""
    found = {}
    for position, claim in enumerate(claims):
        base, end = claim.base_value, claim.end_value
        if claim.kind != "change" or base is None or end is None or claim.value is None or base == end:
            continue
        pair = f"{wording.dutch(base)} → {wording.dutch(end)}"
        context = _around(claim, letters)
        up, down = bool(_UP.search(context)), bool(_DOWN.search(context))
        if up != down and (end > base) != up and not re.search(r"\b(niet|geen|minder|in plaats)\b", context.lower()):
            found[position] = Finding(
                "inconsistent",
                f"De richting in de zin klopt niet met de eigen getallen ({pair}).",
                f"The direction in the sentence does not match its own figures ({wording.english(base)} → {wording.english(end)}).",
            )
    return found


def _around(claim: Claim, letters: Mapping[str, Letter]) -> str:
    """The part of the sentence that carries the verb of a from-to pair: close before it and shortly after."""
    letter = letters.get(claim.letter)
    if letter is None:
        return ""
    start, end = claim.sentence if claim.sentence != (0, 0) else (claim.start - 80, claim.end + 40)
    return letter.text[max(start, claim.start - 60) : claim.end] + letter.text[claim.end : min(end, claim.end + 30)]


def _multiples(claims: Sequence[Claim], letters: Mapping[str, Letter], field: Field) -> dict[int, Finding]:
    """ "Het dubbele" beside exactly two figures of one unit in its sentence."""
    found = {}
    for position, claim in enumerate(claims):
        if claim.unit != "multiple" or claim.kind != "multiple" or not claim.value:
            continue
        beside = [c for c in claims if same_place(c, claim, BESIDE) and c.unit in ADDABLE and c.value and c.kind != "change"]
        if len(beside) != 2 or beside[0].unit != beside[1].unit:
            continue
        large, small = beside if claim.value >= 1 else beside[::-1]
        ratio = _ratio(large, small)
        if ratio is None:
            continue
        sum_text = f"{_printed(large)} / {_printed(small)}"
        if overlaps(ratio, _about(claim.value, Decimal("0.02"))):
            found[position] = Finding(
                "consistent", f"{sum_text} is {_printed(claim)}.", f"{sum_text} is {_printed(claim)}.", related=(large, small)
            )
        elif not overlaps(ratio, _about(claim.value, Decimal("0.1"))):
            nl, en = f"{sum_text} is niet {_printed(claim)}.", f"{sum_text} is not {_printed(claim)}."
            found[position] = Finding("inconsistent", nl, en, related=(large, small))
    return found


def _ratio(large: Claim, small: Claim) -> Interval | None:
    a, b = _own(large), _own(small)
    return divided(a, b) if a is not None and b is not None else None


def _own(claim: Claim) -> Interval | None:
    """The claim to its printed step, hedges aside; None without a value."""
    if claim.value is None:
        return None
    half = step_of(claim) / 2
    return Interval(claim.value - half, claim.value + half)


def _about(value: Decimal, share: Decimal) -> Interval:
    return Interval(value * (1 - share), value * (1 + share), False, False)


def _sums(claims: Sequence[Claim], letters: Mapping[str, Letter], field: Field) -> dict[int, Finding]:
    """A total and two or three parts close by. A sum that comes out is confirmed; one that misses by a slip of the pen is a conflict."""
    found: dict[int, Finding] = {}
    for position, claim in enumerate(claims):
        if claim.unit not in ADDABLE or claim.value is None or _digits(claim) < 3 or claim.kind == "change":
            continue
        near = [c for i, c in enumerate(claims) if i != position and same_place(c, claim, NEAR) and _could_be_part(c, claim)][:6]
        for size in (2, 3):
            for parts in combinations(near, size):
                finding = _sum(claim, parts, letters)
                if finding is not None and (position not in found or finding.verdict == "consistent"):
                    found[position] = finding
    return found


def _could_be_part(part: Claim, whole: Claim) -> bool:
    return (
        part.unit == whole.unit and part.value is not None and whole.value is not None and 0 < part.value < whole.value
        and part.kind not in ("change",) and step_of(part) == step_of(whole) and _digits(part) >= 2 and part.indicator == whole.indicator
    )  # fmt: skip


def _sum(whole: Claim, parts: Sequence[Claim], letters: Mapping[str, Letter]) -> Finding | None:
    added = sum((p.value for p in parts if p.value is not None), Decimal(0))
    assert whole.value is not None
    sum_text = f"{' + '.join(_printed(p) for p in parts)}"
    if added == whole.value:
        nl = f"{sum_text} = {_printed(whole)}."
        return Finding("consistent", nl, nl, related=tuple(parts))
    letter = letters.get(whole.letter)
    first, last = min(c.start for c in (whole, *parts)), max(c.end for c in (whole, *parts))
    cue = bool(letter and _PARTS.search(letter.text[first : last + 60]))
    if cue and _digits(whole) >= 4 and _slip(whole.value, added, step_of(whole)):
        nl, en = f"{sum_text} is niet {_printed(whole)}.", f"{sum_text} is not {_printed(whole)}."
        return Finding("inconsistent", nl, en, related=tuple(parts))
    return None


def _slip(stated: Decimal, right: Decimal, step: Decimal) -> bool:
    """Whether two numbers differ by one digit or by two neighbours that changed places."""
    a, b = str(int(stated / step)), str(int(right / step))
    if len(a) != len(b):
        return False
    apart = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and a[apart[0]] == b[apart[1]] and a[apart[1]] == b[apart[0]]
    return len(apart) == 1 or swapped


def _digits(claim: Claim) -> int:
    """Printed digits of the value, up to its step."""
    return len(str(int(abs(claim.value or Decimal(0)) / step_of(claim))))


def _printed(claim: Claim) -> str:
    return " ".join(claim.quote.split())
