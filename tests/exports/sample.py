"""A made letter with checks of every kind, hostile text among them; figures are those of no publisher and serve only as cells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from exports.report import Report
from labour.edition import Edition
from labour.indicators import Field, Indicator
from labour.model import Check, Claim, Evidence, Footnote, Interval, Letter, NearMiss

TEXT = 'Er zijn 445 duizend vacatures. De vraag daalde met -8,5 procent. =HYPERLINK("http://kwaad.example") telt 3 plannen.\u2028<b>12%</b>'
LETTER = Letter(
    name="brief",
    text=TEXT,
    title="Brief <script>alert(1)</script> over | krapte",
    sender="Minister van Werk",
    reference="2024-1",
    day=date(2024, 11, 30),
    precision="month",
    date_from="opgegeven",
    footnotes=(Footnote("1", None, 0, 3),),
    pages=(0, 30),
    sha256="ab" * 32,
)
EMPTY = Letter(name="leeg", text="Geen getal.", day=date(2025, 1, 2), precision="day", sha256="cd" * 32)
FIELD = Field({"open_vacancies": Indicator("open_vacancies", "openstaande vacatures", "open vacancies", "", "", "vacancies", ())}, {})
EDITION = Edition(date(2026, 11, 21), date(2026, 7, 2), "ef" * 32)


def claim(quote: str, value: str | None, unit: str, **more: object) -> Claim:
    """A claim about the first place of ``quote`` in the letter."""
    start = TEXT.index(quote)
    made = Claim(LETTER.name, start, start + len(quote), quote, None if value is None else Decimal(value), quote, unit)
    return replace(made, **more)  # type: ignore[arg-type]


CELL = Evidence(
    table_id="80472ned",
    measure="OpenstaandeVacatures_1",
    dimensions=(("Bedrijfskenmerken", "T001081 "),),
    period="2024KW03",
    value=Decimal("401.5"),
    unit="x 1 000",
    status="voorlopig",
    vintage="2024-11-14",
    source="CBS StatLine 80472ned, stand 14 november 2024",
    url="https://opendata.cbs.nl/#/CBS/nl/dataset/80472ned",
)
DEVIATES = Check(
    claim("445 duizend", "4.45E+5", "vacancies", indicator="open_vacancies", period="2024KW03", approx="just_over", rules=("scale",)),
    "deviates",
    caveats=("provisional",),
    published=Decimal("401500"),
    published_unit="vacancies",
    interval=Interval(Decimal("444500"), None, high_open=False),
    difference=Decimal("43500"),
    evidence=(CELL,),
    near_miss=NearMiss("period", ("2023KW03",), "445.000 is het derde kwartaal van 2023.", "445,000 is the third quarter of 2023."),
    explanation_nl="CBS: 401.500 vacatures; de brief zegt 445.000.",
    explanation_en="CBS: 401,500 vacancies; the letter says 445,000.",
    source_url="https://opendata.cbs.nl/#/CBS/nl/dataset/80472ned",
)
CHECKS = (
    DEVIATES,
    Check(claim("-8,5 procent", "-8.5", "percent", kind="change"), "supported", published=Decimal("-8.5"), published_unit="percent"),
    Check(claim('=HYPERLINK("http://kwaad.example")', "3", "count"), "unverifiable", reason="no_indicator"),
    Check(claim("<b>12%</b>", "12", "percent", kind="forecast"), "unverifiable", reason="forecast"),
)
REPORT = Report(CHECKS, (LETTER, EMPTY), EDITION, FIELD)
ENGLISH = replace(REPORT, language="en")
