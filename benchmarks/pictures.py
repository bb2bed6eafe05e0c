"""How many PNGs a second: every picture of the gallery drawn and written, the first with the start of its browser apart.

python -m benchmarks.pictures [--runs N]
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

import pipeline


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    drawings = pipeline.drawings(())
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        next(iter(drawings.values()))(Path(folder), "png")
        first = time.perf_counter() - began
        rates = []
        for _ in range(asked.runs):
            began = time.perf_counter()
            for draw in drawings.values():
                draw(Path(folder), "png")
            rates.append(len(drawings) / (time.perf_counter() - began))
    print(f"first picture {first:.1f} s, with the start of its browser")
    print(f"then {statistics.median(rates):.1f} PNGs a second of 1600x900 (median of {asked.runs} x {len(drawings)})")


if __name__ == "__main__":
    main()
