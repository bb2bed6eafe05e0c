"""What the letters state, as marks on a picture: equal claims together, each with the sign, shape and colour of its verdict."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import plotly.graph_objects as go

from figures.cells import Point, moment
from figures.picture import claim_mark
from figures.strokes import Note
from figures.theme import Theme, number, period_label, plain, say
from labour import periods, wording
from labour.model import Check

SYMBOLS: Mapping[str, str] = {  # hollow, so that the published point shows through
    "supported": "circle-open",
    "supported_when_published": "circle-open-dot",
    "deviates": "x-open",
    "consistent": "hexagon-open",
    "inconsistent": "triangle-up-open",
    "unverifiable": "square-open",
}
_WIDE = 700  # pixels of paper from which a label also names the letter


@dataclass(frozen=True, slots=True)
class Mark:
    """Equal claims of one or more letters: a stated value of one period with one verdict."""

    period: str
    value: Decimal
    verdict: str
    checks: tuple[Check, ...]


def marks(checks: Iterable[Check], indicator: str, unit: str, kind: str = "KW") -> list[Mark]:
    """Claims of one indicator with a value in ``unit`` for one period of ``kind``, equal ones together, oldest period first."""
    found: dict[tuple[str, Decimal, str], list[Check]] = {}
    for check in checks:
        claim = check.claim
        stated = (
            claim.indicator == indicator
            and claim.unit == unit
            and claim.value is not None
            and claim.kind not in ("change", "record", "streak")
        )
        if stated and claim.period and claim.period[4:6] == kind and periods.parse(claim.period) is not None:
            assert claim.value is not None
            found.setdefault((claim.period, claim.value, check.verdict), []).append(check)
    return [Mark(*key, tuple(group)) for key, group in sorted(found.items(), key=lambda item: item[0])]


def within(found: Sequence[Mark], drawn: Sequence[Point], first: str) -> list[Mark]:
    """The claims of periods that the picture shows."""
    newest = max((point.period for point in drawn), default="")
    oldest = first or min((point.period for point in drawn), default="")
    return [mark for mark in found if oldest <= mark.period <= newest]


def claim_traces(found: Sequence[Mark], theme: Theme, language: str, factor: Decimal = Decimal(1)) -> list[go.Scatter]:
    """One trace per verdict, so that each has its colour, shape and name in the legend; values divided by ``factor``."""
    traces = []
    for verdict in SYMBOLS:
        group = [mark for mark in found if mark.verdict == verdict]
        if group:
            traces.append(
                go.Scatter(
                    name=legend_name(verdict, language),
                    x=[moment(mark.period).isoformat() for mark in group],
                    y=[float(mark.value / factor) for mark in group],
                    customdata=[
                        [period_label(mark.period, language), number(mark.value, language), plain(letters_of(mark, language))]
                        for mark in group
                    ],
                    hovertemplate="<b>%{customdata[0]}: %{customdata[1]}</b><br>%{customdata[2]}<extra>"
                    + wording.verdict(verdict, language)
                    + "</extra>",
                    mode="markers",
                    marker={
                        "symbol": SYMBOLS[verdict],
                        "color": theme.verdicts[verdict],
                        "size": theme.size,
                        "line": {"width": theme.size * 0.16},
                        "opacity": 1,
                    },
                    meta=[mark.period for mark in group],
                    ids=["\n".join(claim_mark(check) for check in mark.checks) for mark in group],
                )
            )
    return traces


def claim_notes(found: Iterable[Mark], theme: Theme, language: str, factor: Decimal = Decimal(1)) -> list[Note]:
    """A label per mark, framed in the colour of the verdict: sign, stated value and, where the paper is wide enough, the letter."""
    notes = []
    for mark in found:
        words = f"{wording.SIGNS[mark.verdict]} {number(mark.value / factor, language)}"
        words += f" · {letters_of(mark, language)}" if theme.width >= _WIDE else ""
        notes.append(Note(moment(mark.period), float(mark.value / factor), (words,), theme.verdicts[mark.verdict]))
    return notes


def claims_sentence(found: Iterable[Mark], language: str) -> str:
    """ " Brief 13 dec 2024: 106 (3e kw 2024) ✓ klopt." for each mark, to follow a sentence."""
    text = ""
    for mark in found:
        who = letters_of(mark, language)
        stated = f"{number(mark.value, language)} ({period_label(mark.period, language)})"
        text += f" {who[0].upper()}{who[1:]}: {stated} {wording.verdict(mark.verdict, language)}."
    return text


def legend_name(verdict: str, language: str) -> str:
    return say(language, "brief: ", "letter: ") + wording.verdict(verdict, language)


def letters_of(mark: Mark, language: str) -> str:
    """ "brief 13 dec 2024" or "3 brieven"."""
    names = sorted({check.claim.letter for check in mark.checks})
    return letter_label(names[0], language) if len(names) == 1 else f"{len(names)} {say(language, 'brieven', 'letters')}"


def letter_label(name: str, language: str) -> str:
    """A letter by the date its name begins with ("brief 13 dec 2024"), else by its name."""
    found = re.match(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)", name)
    word = say(language, "brief", "letter")
    if not found or not 1 <= int(found[2]) <= 12:
        return name if len(name) <= 32 else name[:31] + "…"
    month = period_label(f"{found[1]}MM{found[2]}", language)
    return f"{word} {int(found[3])} {month}" if found[3] else f"{word} {month}"
