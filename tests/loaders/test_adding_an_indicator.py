"""docs/adding-an-indicator.md, followed to the letter: its blocks are added to a copy of the data, its commands are run."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from tests.standin.server import Standin
from tests.standin.tables import Code, Dimension, Table, Topic

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "adding-an-indicator.md").read_text(encoding="utf-8")
VALUES = {"T001081": {"2025KW04": 5.6, "2026KW01": 5.8}, "422400": {"2025KW04": 7.3, "2026KW01": 7.9}}
SECTIONS = Dimension(
    "BedrijfskenmerkenSBI2008", (Code("T001081", "A-U Alle economische activiteiten"), Code("422400", "Q Gezondheids- en welzijnszorg")), 8
)
QUARTERS = (Code("2025KW04", "2025 4e kwartaal", "Definitief"), Code("2026KW01", "2026 1e kwartaal", "Voorlopig"))
TABLE = Table(
    "80072ned",
    "Ziekteverzuimpercentage; bedrijfstakken (SBI 2008) en bedrijfsgrootte",
    (SECTIONS, Dimension("Perioden", QUARTERS, 8, "TimeDimension")),
    (Topic("Ziekteverzuimpercentage_1", "Ziekteverzuimpercentage", "%", 1),),
    lambda codes, column: VALUES[codes[0]][codes[1]],
    "2026-06-18T02:00:00",
    description="Het ziekteverzuim onder werknemers",
)
LETTER = """In het eerste kwartaal van 2026 bedroeg het ziekteverzuim 5,8 procent.

In het vierde kwartaal van 2025 bedroeg het ziekteverzuim 6,4 procent.
"""


def test_an_analyst_adds_an_indicator_by_the_page(tmp_path: Path) -> None:
    steps = re.findall(r"^\d+\. ", PAGE, re.MULTILINE)
    assert len(steps) == 10
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    blocks = re.findall(r"```toml\n# (\w+\.toml)\n(.*?)```", PAGE, re.DOTALL)
    assert [name for name, _ in blocks] == ["indicators.toml", "tables.toml"]
    for name, block in blocks:
        with (data / name).open("a", encoding="utf-8") as file:
            file.write("\n" + block)
    letter = tmp_path / "brief.txt"
    letter.write_text(LETTER, encoding="utf-8")
    [commands] = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    with Standin([TABLE]) as standin:
        settings = os.environ | {"CIJFERTOETS_DATA": str(data), "STATLINE_URL": standin.url}
        printed = []
        for line in commands.splitlines():
            words = [
                sys.executable if word == ".venv/bin/python" else str(letter) if word == "brief.txt" else word for word in shlex.split(line)
            ]
            printed.append(subprocess.run(words, cwd=ROOT, env=settings, capture_output=True, text=True, timeout=60))
    search, fetch, check = printed
    assert search.returncode == 0 and "80072ned" in search.stdout, search.stderr
    assert fetch.returncode == 0, fetch.stderr
    rows = [json.loads(line) for line in check.stdout.splitlines()]
    found = {row["value"]: (row["verdict"], row["published"]) for row in rows if row.get("indicator") == "sickness_absence_rate"}
    assert found == {5.8: ("supported", 5.8), 6.4: ("deviates", 5.6)}, check.stdout
