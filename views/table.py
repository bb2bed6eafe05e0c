"""The claim-versus-source table: checks as rows, filtered and sorted, numbers in Dutch form over values that sort as numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from exports.plain import plain
from exports.table import difference, published, stated
from labour import periods, source_names, wording
from labour.indicators import Field
from labour.judgement import ClaimPlace, Judgement, place_of
from labour.model import Check, Letter
from views.texts import say

# What needs a reader's attention comes first.
ORDER = ("deviates", "inconsistent", "supported_when_published", "supported", "consistent", "unverifiable")
COLUMNS = "verdict human quote claimed published difference indicator period reason source vintage letter".split()
SORTS = ("verdict", "place", "difference", "period")
# Behind the text in both themes: strong enough to tell apart, weak enough to read through.
TINTS: Mapping[str, str] = {
    "supported": "rgba(11, 92, 173, 0.18)",
    "supported_when_published": "rgba(58, 155, 209, 0.22)",
    "deviates": "rgba(200, 62, 0, 0.26)",
    "consistent": "rgba(18, 160, 106, 0.20)",
    "inconsistent": "rgba(160, 30, 140, 0.24)",
    "unverifiable": "rgba(112, 117, 122, 0.14)",
}


@dataclass(frozen=True)
class Row:
    """One check on screen; ``haystack`` is what the search looks through, in lower case."""

    id: str
    check: Check
    letter: Letter
    haystack: str
    judgement: Judgement | None = None


def rows_of(letter: Letter, checks: Sequence[Check], ids: Sequence[str], field: Field, judged: Mapping[ClaimPlace, Judgement]) -> list[Row]:
    """The rows of one letter's checks."""
    rows = []
    for check, identity in zip(checks, ids, strict=True):
        claim = check.claim
        words = (claim.quote, indicator_name(field, claim.indicator, "nl"), indicator_name(field, claim.indicator, "en"), claim.population)
        haystack = plain(" ".join(word for word in (*words, claim.value_text, periods.name(claim.period)) if word)).lower()
        rows.append(Row(identity, check, letter, haystack, judged.get(place_of(letter.sha256, claim))))
    return rows


def indicator_name(field: Field, key: str | None, language: str) -> str:
    known = field.indicators.get(key or "")
    return (known.name_en if language == "en" else known.name_nl) if known else (key or "").replace("_", " ")


def filtered(rows: Iterable[Row], verdicts: Sequence[str], reasons: Sequence[str], indicators: Sequence[str], query: str) -> list[Row]:
    """The rows of the verdicts, reasons of refusal and indicators asked (none asked: all) that hold every word of the query."""
    wanted = query.lower().split()
    return [
        row
        for row in rows
        if (not verdicts or row.check.verdict in verdicts)
        and (not reasons or row.check.reason in reasons or row.check.verdict != "unverifiable")
        and (not indicators or (row.check.claim.indicator or "") in indicators)
        and all(word in row.haystack for word in wanted)
    ]


def sort_key(sort: str) -> Callable[[Row], Any]:
    """The order of rows: by verdict and place, by place, by size of the difference (none last) or by period (none last)."""
    if sort == "difference":
        return lambda row: (row.check.difference is None, -abs(row.check.difference or Decimal(0)), _place(row))
    if sort == "period":
        return lambda row: (row.check.claim.period is None, row.check.claim.period or "", _place(row))
    if sort == "place":
        return _place
    return lambda row: (ORDER.index(row.check.verdict), _place(row))


def _place(row: Row) -> tuple[str, str, int]:
    return (row.letter.day.isoformat() if row.letter.day else "", row.letter.name, row.check.claim.start)


def source(check: Check, language: str) -> str:
    """The source of the deciding cell, or what the letter names as its source."""
    return plain(source_names.named(check.evidence[0].source, language) if check.evidence else check.claim.stated_source or "")


def frame(rows: Sequence[Row], field: Field, language: str, *, with_letter: bool) -> Styler:
    """The rows as a styled table; the cells hold values that sort (numbers, period keys), the style what is read."""
    table = pd.DataFrame(
        {
            "verdict": [wording.verdict(row.check.verdict, language) for row in rows],
            "human": [human(row, language) for row in rows],
            "quote": [plain(row.check.claim.quote) for row in rows],
            "claimed": [_float(row.check.claim.value) for row in rows],
            "published": [_float(row.check.published) for row in rows],
            "difference": [_float(row.check.difference) for row in rows],
            "reason": [wording.name(wording.SHORT_REASON_NAMES, row.check.reason, language) for row in rows],
            "indicator": [indicator_name(field, row.check.claim.indicator, language) for row in rows],
            "period": [row.check.claim.period or "" for row in rows],
            "source": [source(row.check, language) for row in rows],
            "vintage": [source_names.named(row.check.evidence[0].vintage, language) if row.check.evidence else "" for row in rows],
            "letter": [plain(row.letter.title or row.letter.name) for row in rows],
        }
    )
    idle = [name for name in ("human", "published", "difference", "reason") if not any(table[name].notna() & (table[name] != ""))]
    idle += [] if with_letter else ["letter"]
    table = table[[name for name in COLUMNS if name not in idle]]
    shown = {
        "claimed": [stated(row.check, language) for row in rows],
        "published": [published(row.check, language) for row in rows],
        "difference": [difference(row.check, language) for row in rows],
        "period": [periods.name(row.check.claim.period, language) for row in rows],
    }
    tints = [TINTS[row.check.verdict] for row in rows]
    return printed(table, {name: texts for name, texts in shown.items() if name in table}, {"verdict": tints})


def printed(table: pd.DataFrame, words: Mapping[str, Sequence[str]], tints: Mapping[str, Sequence[str]] | None = None) -> Styler:
    """A table that sorts by its values and reads by the words given for a column, with colours behind the cells of some.

    Streamlit takes both from the translated cells of a Styler (it asks for ``_compute`` and ``_translate``). They are told
    outright here: pandas' own way to them costs more than all the rest of a filter.
    """
    names = list(table.columns)
    shown = [(names.index(name), texts) for name, texts in words.items()]
    behind: dict[str, list[str]] = {}
    for name, colours in (tints or {}).items():
        for row, colour in enumerate(colours):
            behind.setdefault(colour, []).append(f"row{row}_col{names.index(name)}")
    cells = {
        "body": [[{"id": f"row{row}_col{at}", "display_value": texts[row]} for at, texts in shown] for row in range(len(table))],
        "cellstyle": [{"props": [("background-color", colour)], "selectors": places} for colour, places in behind.items()],
    }
    style = table.style
    style._compute = lambda: style  # type: ignore[method-assign]
    style._translate = lambda *_sparse, **_more: cells  # type: ignore[method-assign]
    return style


def settings(language: str) -> dict[str, Any]:
    """Headings and widths of the columns of ``frame``."""
    shown: dict[str, Any] = {name: st.column_config.Column(say(f"table.{name}", language)) for name in COLUMNS}
    widths = {"verdict": 160, "quote": 220, "reason": 120, "indicator": 195, "period": 155, "source": 240, "letter": 220}
    for name, width in widths.items():
        shown[name] = st.column_config.TextColumn(say(f"table.{name}", language), width=width)
    for name, width in (("claimed", 150), ("published", 140), ("difference", 85)):
        shown[name] = st.column_config.NumberColumn(say(f"table.{name}", language), width=width)
    return shown


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def human(row: Row, language: str) -> str:
    """A person's own verdict, or that the reading was changed; "" without a judgement."""
    if row.judgement is None:
        return ""
    return wording.verdict(row.judgement.verdict, language) if row.judgement.verdict else say("judgement.reading", language)
