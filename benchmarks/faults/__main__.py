"""``make faults``: provokes every fault, many times, and writes docs/faults.md: how, how often, what the user reads, what came of it.

    python -m benchmarks.faults [--few]

Linux; as root it also fills a disk of its own. Exit code 1 when something did not hold; the page says it then.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import labour
from benchmarks.faults import folders, killing, runs, surroundings
from benchmarks.faults.provoking import ROOT, Outcome
from tests.standin.server import Standin
from tests.standin.small import small_table

PAGE = ROOT / "docs" / "faults.md"
#: what is tried, how often, and how often in the short form that `make test` holds
CASES: dict[Callable[[Path, int], Outcome], tuple[int, int]] = {
    folders.disk_full: (8, 1),
    folders.state_disk_full: (3, 1),
    folders.output_full: (4, 1),
    folders.data_read_only: (3, 1),
    folders.data_gone: (9, 2),
    folders.state_shut: (3, 1),
    folders.state_unreadable: (3, 1),
    folders.snapshot_damaged: (200, 12),
    folders.state_damaged: (50, 5),
    surroundings.clock: (3, 1),
    surroundings.chrome_dies: (10, 1),
    surroundings.chrome_missing: (2, 1),
    runs.fetch_killed: (12, 1),
    runs.corpus_killed: (6, 1),
    runs.two_servers: (10, 1),
}
KILLS = (200, 10)


def kills(times: int) -> Iterator[Outcome]:
    """kill -9 during every kind of write, so many times each."""
    with tempfile.TemporaryDirectory() as name, Standin([small_table()]) as standin:
        room = Path(name)
        for writing in killing.writings(room, standin):
            yield killing.kill(writing, room, times, random.Random(8))


def outcomes(few: bool) -> Iterator[Outcome]:
    for case, times in CASES.items():
        with tempfile.TemporaryDirectory() as name:
            yield case(Path(name), times[few])
    yield from kills(KILLS[few])


def row(one: Outcome) -> str:
    result = f"**DID NOT HOLD**: {one.wrongs[0]}" if one.wrongs else one.result
    cells = (one.fault, one.how, str(one.times), one.reads, result)
    return "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in cells) + " |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--few", action="store_true", help="each fault once or a few times, and no page")
    asked = parser.parse_args()
    rows, failed = [], 0
    for one in outcomes(asked.few):
        failed += bool(one.wrongs)
        rows.append(row(one))
        print(rows[-1], flush=True)
    if not asked.few:
        lines = [
            "# Faults\n",
            f"Written by `make faults` on {date.today()}, version {labour.__version__}: {os.cpu_count()} cores, {platform.system()} "
            f"{platform.machine()}, Python {platform.python_version()}. Each fault is brought about for real, as often as it says; "
            "afterwards the program starts again, nothing that was kept is lost, and the user has read one sentence, or nothing where "
            "nothing is asked of anyone. `make test` holds a short form.\n",
            "| fault | brought about by | times | the user reads | afterwards |",
            "|---|---|---|---|---|",
            *rows,
        ]
        PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
