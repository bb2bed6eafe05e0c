"""Checks as the pictures get them: claims of the letter of 13 December 2024 and one made harmful, with verdicts set by hand."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import plotly.graph_objects as go

from labour.model import Check, Claim

LETTER = "2024-12-13-aanpak-arbeidsmarktkrapte"


def check(indicator: str | None, value: str | None, unit: str, period: str | None, verdict: str = "supported", **more: Any) -> Check:
    """A check of a claim; fields of Check (published, interval, reason, ...) go to the check, the others to the claim."""
    of_check = {name: more.pop(name) for name in list(more) if name in Check.__dataclass_fields__}
    made = {"letter": LETTER, "start": 0, "end": 1, "quote": value or "x", "value_text": value or "", "kind": "level"} | more
    number = Decimal(value) if value is not None else None
    return Check(Claim(value=number, unit=unit, indicator=indicator, period=period, **made), verdict, **of_check)


CLAIMS = [
    check("labour_market_tension", "106", "per_100", "2021KW04", kind="ratio"),
    check("labour_market_tension", "106", "per_100", "2024KW03", kind="ratio"),
    check("labour_market_tension", "15", "per_100", "2014KW03", kind="ratio"),
    check("labour_market_tension", "12", "quarters", "2021KW04..2024KW03", kind="streak"),
    check("labour_market_tension", None, "rank", "2021KW04", kind="record"),
    check("open_vacancies", "445000", "vacancies", "2022KW03", "supported_when_published"),
    check("open_vacancies", "397000", "vacancies", "2024KW03"),
    check("net_participation", "73.1", "percent", "2024KW03"),
    check("net_participation", "66.0", "percent", "2014KW03", "unverifiable", reason="ambiguous"),
    check(
        "care_shortage", "195000", "persons", "2033JJ00", "unverifiable", kind="forecast", scenario="referentiescenario", reason="forecast"
    ),
    check("care_shortage", "43000", "persons", "2023JJ00", "unverifiable", reason="other_source"),
    check("childcare_shortage", "42000", "persons", "2033JJ00", "unverifiable", kind="forecast", reason="forecast"),
    check("teacher_shortage_primary_and_secondary", "9800", "fte", None, "inconsistent"),
    check("teacher_shortage_primary_and_secondary", "11000", "fte", "2033JJ00", "unverifiable", kind="forecast", reason="forecast"),
    check("police_shortage", "1978", "fte", "2024JJ00", "unverifiable", kind="forecast", reason="forecast"),
    check("police_shortage", "194", "fte", "2028JJ00", "unverifiable", kind="forecast", reason="forecast"),
    check("defence_vacancies", "11000", "vacancies", None, "unverifiable", reason="other_source"),
    check("mbo_required_teacher_inflow", "2200", "fte", None, "unverifiable", kind="forecast", reason="forecast"),
    check("mbo_required_teacher_inflow", "1700", "fte", "2033JJ00", "unverifiable", kind="forecast", reason="forecast"),
]


def trace(figure: go.Figure, name: str) -> go.Scatter:
    """The one trace of that name."""
    (found,) = [one for one in figure.data if one.name == name]
    return found


def drawn(scatter: go.Scatter) -> dict[str, float]:
    """The published points of a line or of loose points: period to value. ``meta`` of a trace names the periods in order."""
    heights = [height for height in scatter.y if height is not None]
    return dict(zip(scatter.meta, heights, strict=True))


def words(figure: go.Figure) -> list[str]:
    """Every text written in the image beside axes and legend."""
    return [re.sub(r"</?b>", "", note.text).replace("<br>", " ") for note in figure.layout.annotations]


def everything(figure: go.Figure) -> str:
    """All text that the image shows, legend and axes included."""
    ticks = [text for axis in (*figure.select_xaxes(), *figure.select_yaxes()) for text in (axis.ticktext or ())]
    titles = [axis.title.text or "" for axis in (*figure.select_xaxes(), *figure.select_yaxes())]
    return "\n".join([*words(figure), *[one.name or "" for one in figure.data], *map(str, ticks), *titles])
