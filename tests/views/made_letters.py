"""Two small letters with checks made by hand, one of every verdict, for tests of the screen. Their figures are nobody's: text of a test."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from labour.model import Check, Claim, Evidence, Interval, Letter, NearMiss, NumberFate
from labour.observations import ObservationIndex, Series, State, build_index

HOSTILE = (
    "Kop <img src=https://kwaad.example/a.png onerror=alert(1)> en <script>alert(2)</script> "
    "[link](https://kwaad.example) ![plaatje](https://kwaad.example/b.png) <style>body{display:none}</style> **vet** "
    "\u202eomgekeerd\u202c nul\u200bbreed."
)
TEXT = f"""{HOSTILE}

In het derde kwartaal waren er 445 duizend vacatures. De spanning was 106 per 100. De werkloosheid bedroeg 3,7 procent.

Het aantal werkenden steeg met 17 procentpunt. Samen is dat 351,6 miljard.
In 2033 is het tekort naar verwachting 195.000. Zie dossier 29544."""
URL = "https://opendata.cbs.nl/#/CBS/nl/dataset/80474ned/table"
OTHER = "In het tweede kwartaal waren er 401 duizend vacatures."

LETTER = Letter(
    "brief-een",
    TEXT,
    "Brief <b>een</b> *over* krapte",
    "Minister [van](https://kwaad.example) Werk",
    "29544-1",
    date(2024, 12, 13),
    "day",
    sha256="a" * 64,
)
SECOND = Letter("brief-twee", OTHER, "Brief twee", "Minister", "", date(2024, 11, 30), "month", sha256="b" * 64)

SERIES = Series(
    "open_vacancies/80474ned/v/total/sa",
    "open_vacancies",
    "80474ned",
    "Openstaande vacatures",
    (("Bedrijf", "T"),),
    "Totaal",
    "vacancies",
    "x 1 000",
    Decimal(1000),
    0,
    True,
    "total",
)


def _state(value: str, status: str, day: date) -> State:
    return State(
        Decimal(value),
        status,
        day,
        day.isoformat(),
        "cbs",
        "high",
        source_text=f"CBS StatLine 80474ned, stand {day:%d-%m-%Y}",
        url=URL,
    )


OBSERVATIONS: ObservationIndex = build_index(
    [
        (SERIES, "2024KW03", _state("449", "voorlopig", date(2024, 11, 14))),
        (SERIES, "2024KW03", _state("445", "definitief", date(2024, 12, 1))),
        (SERIES, "2024KW02", _state("401", "definitief", date(2024, 8, 15))),
    ]
)


def claim(letter: Letter, quote: str, value: str | None, unit: str, indicator: str | None, period: str | None, **more: object) -> Claim:
    start = letter.text.index(quote)
    return Claim(
        letter.name,
        start,
        start + len(quote),
        quote,
        None if value is None else Decimal(value),
        quote,
        unit,
        indicator=indicator,
        period=period,
        rules=("test",),
        **more,
    )  # type: ignore[arg-type]


def evidence(value: str, period: str = "2024KW03") -> Evidence:
    return Evidence(
        "80474ned",
        "Openstaande vacatures",
        (("Bedrijf", "T"),),
        period,
        Decimal(value),
        "x 1 000",
        "definitief",
        "2024-12-01",
        "CBS StatLine 80474ned, stand 1 december 2024",
        URL,
        SERIES.key,
    )


def checks_of(letter: Letter) -> list[Check]:
    if letter.text == OTHER:
        one = claim(letter, "401 duizend vacatures", "401000", "vacancies", "open_vacancies", "2024KW02")
        return [told(one, "supported", "Klopt: 401.000.", "Correct: 401,000.", "401000", evidence=(evidence("401", "2024KW02"),))]
    if "445 duizend vacatures" not in letter.text:
        return []
    noted = claim(letter, "445 duizend vacatures", "445000", "vacancies", "open_vacancies", "2024KW03", footnote="Zie <i>CBS</i>.")
    tension = claim(letter, "106 per 100", "106", "per_100", "labour_market_tension", "2021KW04")
    rate = claim(letter, "3,7 procent", "3.7", "percent", "unemployment_rate", "2024KW03")
    points = claim(letter, "17 procentpunt", "17", "percentage_point", "employed_persons", None)
    total = claim(letter, "351,6 miljard", "351600000000", "EUR", None, None, kind="sum")
    forecast = claim(letter, "195.000", "195000", "persons", None, "2033JJ00", kind="forecast")
    cell = {"evidence": (evidence("445"),)}
    near = NearMiss("period", ("2024KW02",), "3,7 is het tweede kwartaal.", "3.7 is the second quarter.")
    whole = Interval(Decimal(444500), Decimal(445500))
    tenth = Interval(Decimal("3.65"), Decimal("3.75"))
    return [
        told(noted, "supported", "CBS: 445.000 vacatures.", "CBS: 445,000 vacancies.", "445000", interval=whole, source_url=URL,
             caveats=("first_publication_differs",), **cell),
        told(tension, "supported_when_published", "Was 106.", "Was 106.", "105", **cell),
        told(rate, "deviates", "CBS: 3,6%.", "CBS: 3.6%.", "3.6", interval=tenth, near_miss=near, **cell),
        told(points, "inconsistent", "Een aantal groeit niet in procentpunt.", "A count does not grow in points."),
        told(total, "consistent", "Telt op.", "Adds up."),
        told(forecast, "unverifiable", "Verwachting.", "Forecast.", reason="forecast"),
    ]  # fmt: skip


def told(one: Claim, verdict: str, nl: str, en: str, published: str | None = None, **more: Any) -> Check:
    """A check of the claim; the difference follows from the published value."""
    value = None if published is None else Decimal(published)
    gap = None if value is None or one.value is None else one.value - value
    unit = None if value is None else one.unit
    return Check(one, verdict, published=value, published_unit=unit, difference=gap, explanation_nl=nl, explanation_en=en, **more)


def account_of(letter: Letter) -> list[NumberFate]:
    fates = [NumberFate(c.claim.letter, c.claim.start, c.claim.end, c.claim.quote, c.claim.value, "claim", "") for c in checks_of(letter)]
    if "29544" in letter.text:
        at = letter.text.index("29544")
        fates.append(NumberFate(letter.name, at, at + 5, "29544", Decimal(29544), "non_claim", "kamerstuk_ref"))
    return fates
