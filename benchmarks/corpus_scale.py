"""How many letters a second a corpus run reads and checks, by one worker, two, and two of Dask, and what memory it takes.

    python -m benchmarks.corpus_scale [--letters 400] [--engines processes dask]

The letters are stretches of the five that come with the product, of the same mean length, in the form asked for (txt, or docx,
odt, html and pdf as the test fixtures have them, whole). Processor seconds are given beside the clock: on a machine that does
other work only they can be compared.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import tempfile
import time
from pathlib import Path

from corpus import run_corpus

ROOT = Path(__file__).resolve().parent.parent


def make(folder: Path, count: int, form: str) -> None:
    """``count`` letters of one form."""
    chance = random.Random(2026)
    home = ROOT / "data" / "letters" if form == "txt" else ROOT / "tests" / "fixtures" / "letters"
    sources = sorted(home.glob(f"*.{form}"))
    for number in range(count):
        place = folder / f"{number // 1000:04d}"
        place.mkdir(parents=True, exist_ok=True)
        source = chance.choice(sources)
        target = place / f"brief-{number:07d}.{form}"
        if form == "txt":
            paragraphs = source.read_text(encoding="utf-8").split("\n\n")
            start = chance.randrange(max(1, len(paragraphs) // 2))
            target.write_text(
                f"Den Haag, {chance.randint(1, 28)} mei {chance.randint(2014, 2026)}\n\n" + "\n\n".join(paragraphs[start:]),
                encoding="utf-8",
            )
        else:
            shutil.copy(source, target)


def processor() -> float:
    """Seconds of this process and of all its children that have ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def main() -> None:
    """One line per engine, number of workers and form."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--letters", type=int, default=400)
    asked.add_argument("--forms", nargs="*", default=["txt"])
    asked.add_argument("--engines", nargs="*", default=["processes", "dask"])
    asked.add_argument("--workers", nargs="*", type=int, default=[1, 2])
    given = asked.parse_args()
    for form in given.forms:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "brieven"
            make(folder, given.letters, form)
            size = sum(path.stat().st_size for path in folder.rglob(f"*.{form}"))
            print(f"{given.letters} letters ({form}, {size / given.letters / 1000:.0f} KB each), load {os.getloadavg()[0]:.1f}", flush=True)
            for engine in given.engines:
                for workers in given.workers:
                    began, spent = time.monotonic(), processor()
                    done = run_corpus(folder, Path(name) / f"{engine}{workers}", engine, workers=workers)
                    seconds, spent = time.monotonic() - began, processor() - spent
                    parent = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
                    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
                    print(
                        f"  {engine:9} {workers} workers: {seconds:6.1f} s, {done.done / seconds:5.1f} letters/s, "
                        f"{done.done / spent:5.1f} letters per processor second, {done.claims} claims, "
                        f"largest process {parent:.0f} MB here, {child:.0f} MB below",
                        flush=True,
                    )


if __name__ == "__main__":
    main()
