"""A small table, its description for tables.toml, and the store around it: what most tests of fetching need.

Pages hold 20 rows, so that the 36 rows of the whole table, and the 24 that are asked for, come in two.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from loaders.fetching import FetchReport, fetch_tables
from tests.standin.server import Standin
from tests.standin.tables import Code, Dimension, Table, Topic

ID = "80472ned"
PAGE = 20
NOW = datetime(2026, 8, 1, 9, 30, tzinfo=UTC)
LIMITS = {"pause": 0.005, "read": 2.0, "connect": 2.0}
QUARTERS = [f"{year}KW0{number}" for year in (2024, 2025, 2026) for number in (1, 2, 3, 4)]
TOML = """
[80472ned]
title = "Vacatures"
codes.Bedrijfskenmerken = ["T001081", "422400"]
groups.Bedrijfskenmerken."*" = "sbi"
[[80472ned.measures]]
indicator = "open_vacancies"
topic = ["Openstaande vacatures"]
adjusted = false
unit = "vacancies"
table_unit = "x 1 000"
scale = 1000
[[80472ned.measures]]
indicator = "new_vacancies"
topic = ["Vacatures", "Ontstane vacatures"]
measure = "Ontstane vacatures"
adjusted = false
unit = "vacancies"
table_unit = "x 1 000"
scale = 1000
"""
OPEN = "open_vacancies/80472ned/Openstaande vacatures/total/nsa"
OPEN_CARE = "open_vacancies/80472ned/Openstaande vacatures/Q/nsa"
NEW = "new_vacancies/80472ned/Ontstane vacatures/total/nsa"
#: what is published: (code, quarter, column) -> number; what is not in it is not published
Values = dict[tuple[str, str, str], float | int]
VALUES: Values = {
    (code, quarter, column): (start + place) if column.startswith("Ontstane") else (start + place) / 10 + 66
    for start, code in ((0, "T001081"), (100, "422400"), (200, "301000"))
    for place, quarter in enumerate(QUARTERS)
    for column in ("OpenstaandeVacatures_1", "OntstaneVacatures_2")
    if (code, quarter) != ("422400", "2024KW02")
}


def small_table(
    values: dict[tuple[str, str, str], float | int] = VALUES,
    modified: str = "2026-07-30T06:30:00",
    quarters: list[str] = QUARTERS,
    **changes: Any,
) -> Table:
    """The small table with these figures; the last four quarters are provisional."""
    time = [Code(key, key, "Definitief" if place < len(quarters) - 4 else "Voorlopig") for place, key in enumerate(quarters)]
    table = Table(
        ID,
        "Vacatures; SBI 2008",
        (
            Dimension("Bedrijfskenmerken", (Code("T001081", "A-U Alle"), Code("422400", "Q Zorg"), Code("301000", "A Landbouw")), 9),
            Dimension("Perioden", tuple(time), 8, "TimeDimension"),
        ),
        (
            Topic("OpenstaandeVacatures_1", "Openstaande vacatures", "x 1 000", 1, ("Vacatures",)),
            Topic("OntstaneVacatures_2", "Ontstane vacatures", "x 1 000", 0, ("Vacatures",), "Long"),
        ),
        lambda codes, column: values.get((*codes, column)),
        modified,
    )
    return replace(table, **changes)


def expected(values: Values = VALUES) -> dict[tuple[str, str], Decimal]:
    """(series key, period) -> number as it must be kept, for the codes that are asked."""
    names = {"T001081": "total", "422400": "Q"}
    open_, new = ("open_vacancies", "Openstaande vacatures", "0.1"), ("new_vacancies", "Ontstane vacatures", "1")
    found = {}
    for (code, quarter, column), value in values.items():
        if code in names:
            indicator, measure, step = open_ if column.startswith("Open") else new
            found[f"{indicator}/80472ned/{measure}/{names[code]}/nsa", quarter] = Decimal(str(value)).quantize(Decimal(step))
    return found


def data_folder(path: Path, toml: str = TOML) -> Path:
    """A data folder that ships no figures and describes the small table."""
    path.mkdir(parents=True, exist_ok=True)
    (path / "tables.toml").write_text(toml, encoding="utf-8")
    return path


def fetch(standin: Standin, root: Path, *tables: str, deadline: float = 20.0, now: datetime = NOW, **more: Any) -> FetchReport:
    """Fetch into ``root/state`` with the description in ``root/data``."""
    asked = list(tables) or None
    settings = {"limits": LIMITS} | more
    return fetch_tables(asked, data=root / "data", state=root / "state", base_url=standin.url, deadline=deadline, now=now, **settings)


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file and folder below, with the hash of what it holds."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
        for path in sorted(folder.rglob("*"))
    }
