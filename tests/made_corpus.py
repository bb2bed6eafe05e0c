"""A small folder of letters with everything a corpus page must show, and its run. The texts are of a test, the figures nobody's claim.

Read twice: by the tests of the pages and by those in a browser.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TRAP = "http://127.0.0.1:9"
HOSTILE = (
    f'<img src="{TRAP}/a.png" onerror=alert(1)> <script>fetch("{TRAP}/b")</script> ![beeld]({TRAP}/c.png) [klik]({TRAP}/d) **vet** '
    "<style>body{display:none}</style> \u202eomgekeerd\u202c"
)
TENSION = "In het {quarter} kwartaal van {year} waren er {value} vacatures per 100 werklozen."
VACANCIES = "In het {quarter} kwartaal van {year} waren er {value} duizend openstaande vacatures."
LETTERS = {
    "2023/een.txt": ("8 mei 2023", "Brief een", TENSION.format(quarter="vierde", year=2021, value=106)),
    "2023/twee.txt": ("9 juni 2023", "Brief twee", TENSION.format(quarter="vierde", year=2021, value=105)),
    "2024/drie.txt": (
        "13 december 2024",
        f"Brief <b>drie</b> {HOSTILE}",
        f"{VACANCIES.format(quarter='derde', year=2022, value=745)} {HOSTILE} "
        + TENSION.format(quarter="derde", year=2024, value=106),
    ),
    "2024/vier.txt": (
        "14 december 2024",
        "Brief vier",
        VACANCIES.format(quarter="derde", year=2022, value=445) + " De huur is 3,7 procent.",
    ),
    "2024/vijf.txt": ("15 december 2024", "Brief vijf", "Ik dank u voor uw brief en ga er graag op in."),
    "zonder-datum.txt": ("", "", VACANCIES.format(quarter="tweede", year=2022, value=467)),
}  # fmt: skip


def write(folder: Path) -> Path:
    """The letters, a copy of one, a list of them, and two files that are no letters."""
    for name, (day, subject, text) in LETTERS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        head = f"Den Haag, {day}\n\nBetreft: {subject}\n\n" if day else ""
        path.write_text(f"{head}{text}\n", encoding="utf-8")
    (folder / "kopie.txt").write_bytes((folder / "2024" / "vier.txt").read_bytes())
    (folder / "letters.toml").write_text("[een]\ntitle = 'een'\n", encoding="utf-8")
    (folder / "leeg.txt").write_bytes(b"")
    (folder / "<img src=x onerror=alert(2)> ![b](x).png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    return folder


def run(folder: Path) -> Path:
    """The folder of a run over the letters, made as anyone makes one."""
    out = folder / "uit"
    subprocess.run([sys.executable, "cli.py", "corpus", write(folder / "brieven"), "--out", out], cwd=ROOT, check=True, capture_output=True)
    return out
