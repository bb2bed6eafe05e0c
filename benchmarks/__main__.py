"""``make bench``: every benchmark, one after the other, and its section of docs/benchmarks.md."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.results import put

ROOT = Path(__file__).resolve().parent.parent
#: module with its arguments -> what it measures
BENCHMARKS = {
    ("extraction", "--others"): "Finding claims, beside one bare pattern and two ready-made readers",
    ("verdicts",): "Sound claims called wrong, and planted errors caught, beside a flat five percent and the nearest cell",
    ("sound_sentences",): "Held figures told in sentences as letters tell them, and with two digits changed places",
    ("statline",): "Reading half a million rows of StatLine, beside cbsodata alone",
    ("pictures",): "Pictures as PNG",
    ("corpus_scale",): "A corpus of letters by one worker, two, and two of Dask",
    ("screen",): "The dashboard's first paint and a filter, beside bare Streamlit pages that show as much",
    ("soak", "--minutes", "1", "--sessions", "1", "10", "30"): "The dashboard beside a bare Streamlit app",
}


def main() -> int:
    """Runs them in processes of their own; the exit code. A benchmark that fails leaves the section it wrote before."""
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
        if done.returncode == 0:
            put(what, f"python -m benchmarks.{' '.join((name, *arguments))}", done.stdout.strip("\n").splitlines())
    return 2 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
