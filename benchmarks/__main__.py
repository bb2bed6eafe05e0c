"""``make bench``: every benchmark, one after the other, and the page of results in docs/benchmarks.md."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from datetime import date
from pathlib import Path

import labour

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "benchmarks.md"
#: module with its arguments -> what it measures
BENCHMARKS = {
    ("extraction", "--others"): "Finding claims, beside one bare pattern and two ready-made readers",
    ("verdicts",): "Sound claims called wrong, and planted errors caught, beside a flat five percent and the nearest cell",
    ("statline",): "Reading half a million rows of StatLine, beside cbsodata alone",
    ("pictures",): "Pictures as PNG",
    ("corpus_scale",): "A corpus of letters by one worker, two, and two of Dask",
    ("soak", "--minutes", "1", "--sessions", "1", "10", "30"): "The dashboard beside a bare Streamlit app",
}


def main() -> int:
    """Runs them in processes of their own; the exit code. Results of a benchmark that fails are not written."""
    parts = [
        "# Benchmarks\n",
        f"Written by `make bench` on {date.today()}, version {labour.__version__}: {os.cpu_count()} cores, {platform.system()} "
        f"{platform.machine()}, Python {platform.python_version()}. Ratios compare within one run; seconds are this machine's.\n",
    ]
    failed = 0
    for (name, *arguments), what in BENCHMARKS.items():
        print(f"== {name}: {what}", flush=True)
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", f"benchmarks.{name}", *arguments],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
        print(done.stdout, flush=True)
        failed += done.returncode != 0
        parts.append(f"## {what}\n\n`python -m benchmarks.{' '.join((name, *arguments))}`\n\n```\n{done.stdout.rstrip()}\n```\n")
    if not failed:
        PAGE.write_text("\n".join(parts), encoding="utf-8")
    return 2 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
