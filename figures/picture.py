"""A picture with all that belongs to it: title, sentence, alt text, the table of exactly what is drawn, file name and metadata."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

import pandas as pd
import plotly.graph_objects as go

import labour
from figures.cells import Point, edition, heads
from figures.theme import Theme, say
from labour import periods
from labour.model import Check

COLUMNS = "line period value unit status vintage known_from source table measure group adjusted series url".split()


@dataclass(frozen=True, slots=True)
class Picture:
    """``file_name`` has no ending; ``table`` has the columns COLUMNS, one row per mark drawn, values as published (Decimal).

    ``marks`` names the rows of the table, in their order; the traces carry the same names as ``ids`` (several rows: a line each).
    """

    name: str
    figure: go.Figure
    title: str
    sentence_nl: str
    sentence_en: str
    alt: str
    table: pd.DataFrame
    file_name: str
    metadata: Mapping[str, str]
    language: str = "nl"
    marks: tuple[str, ...] = ()

    def rows_of(self, trace: int, point: int) -> list[int]:
        """The rows of the table that a mark in the figure stands for; none for a trace that draws no figure."""
        named = self.figure.data[trace].ids if 0 <= trace < len(self.figure.data) else None
        wanted = str(named[point]).split("\n") if named is not None and 0 <= point < len(named) else []
        return [row for row, mark in enumerate(self.marks) if mark in wanted]

    @property
    def sentence(self) -> str:
        """What the picture shows, in its own language."""
        return say(self.language, self.sentence_nl, self.sentence_en)


def picture(
    name: str,
    slug: str,
    figure: go.Figure,
    title: str,
    sentences: tuple[str, str],
    rows: Sequence[Mapping[str, Any]],
    drawn: Sequence[Point],
    *,
    language: str,
    theme: Theme,
    as_of: date | None = None,
) -> Picture:
    """Puts a picture together; ``slug`` is the Dutch word for it in the file name, ``sentences`` are Dutch and English."""
    table = pd.DataFrame(list(rows), columns=COLUMNS)
    sentence = say(language, *sentences)
    shown = sorted({key for row in rows for key in (row["period"] or "").split("..") if periods.parse(key)})
    stand = as_of or edition(drawn)
    version = labour.__version__
    metadata = {
        "Title": title,
        "Description": sentence,
        "Table": ", ".join(sorted({point.series.table_id or point.series.key for point in drawn})),
        "Cells": cells_text(drawn),
        "Vintage": stand.isoformat() if stand else "",
        "Source": "; ".join(heads(drawn)),
        "Version": version,
        "Software": f"Cijfertoets {version}",
        "Language": language,
    }
    return Picture(
        name=name,
        figure=figure,
        title=title,
        sentence_nl=sentences[0],
        sentence_en=sentences[1],
        alt=f"{title}. {sentence}",
        table=table,
        file_name=file_name(slug, shown, stand, language=language, theme=theme, as_of=as_of is not None),
        metadata=MappingProxyType({key: text for key, text in metadata.items() if text}),
        language=language,
        marks=tuple(row.get("mark", "") for row in rows),
    )


def file_name(slug: str, shown: Sequence[str], stand: date | None, *, language: str, theme: Theme, as_of: bool = False) -> str:
    """ "cijfertoets_krapte_2008-2026_stand-2026-07"; "bekend-op" with the whole day for a picture as known on a day."""
    parts = ["cijfertoets", slugged(slug)]
    if shown:
        years = shown[0][:4], shown[-1][:4]
        parts.append(years[0] if years[0] == years[1] else "-".join(years))
    if stand:
        parts.append(f"bekend-op-{stand.isoformat()}" if as_of else f"stand-{stand:%Y-%m}")
    parts += ["en"] if language == "en" else []
    parts += ["donker"] if theme.name == "dark" else []
    return "_".join(parts)


def slugged(text: str) -> str:
    """Lower case letters, digits and hyphens only: safe in a file name everywhere."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare.lower()).strip("-")


def cells_text(drawn: Iterable[Point]) -> str:
    """The cells drawn, per series, consecutive periods as a span: "key: 2013KW01..2013KW04 2014KW02"."""
    by_series: dict[str, list[str]] = {}
    for point in drawn:
        by_series.setdefault(point.series.key, []).append(point.period)
    texts = []
    for key, held in by_series.items():
        runs: list[list[str]] = []
        for period in sorted(set(held)):
            if runs and period in periods.between(runs[-1][-1], period)[1:2]:
                runs[-1].append(period)
            else:
                runs.append([period])
        texts.append(f"{key}: " + " ".join(run[0] if len(run) == 1 else f"{run[0]}..{run[-1]}" for run in runs))
    return "; ".join(texts)


def row(line: str, point: Point) -> dict[str, Any]:
    """The table row of a published point."""
    series, state = point.series, point.state
    return {
        "line": line,
        "period": point.period,
        "value": point.value,
        "unit": series.table_unit,
        "status": state.status,
        "vintage": state.vintage,
        "known_from": state.known_from.isoformat() if state.known_from else "",
        "source": state.source_text or state.source,
        "table": series.table_id,
        "measure": series.measure,
        "group": series.label or series.group,
        "adjusted": {True: "yes", False: "no"}.get(series.adjusted, "") if series.adjusted is not None else "",
        "series": series.key,
        "url": state.url,
        "mark": point.mark,
    }


def claim_mark(check: Check) -> str:
    """What names a claim among the marks of a picture: its letter and its place in it."""
    return f"{check.claim.letter}:{check.claim.start}-{check.claim.end}"


def claim_row(line: str, check: Check) -> dict[str, Any]:
    """The table row of a claim drawn; ``status`` is its verdict, ``source`` its letter, ``value`` as the letter states it."""
    claim = check.claim
    return dict.fromkeys(COLUMNS, "") | {
        "line": line,
        "period": claim.period or "",
        "value": claim.value,
        "unit": claim.unit,
        "status": check.verdict,
        "source": claim.letter,
        "measure": claim.indicator or "",
        "group": claim.population or claim.sector or "",
        "mark": claim_mark(check),
    }
