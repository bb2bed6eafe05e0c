"""How many letters a second a corpus run reads and checks, by one worker, two, and two of Dask, and what memory it takes.

    python -m benchmarks.corpus_scale [--letters 400] [--engines processes dask]
    python -m benchmarks.corpus_scale --letters 10000 --longest 3500 --engines processes --workers 2

The letters are stretches of the five that come with the product, of the same mean length, in the form asked for (txt, or docx,
odt, html and pdf as the test fixtures have them, whole). Processor seconds are given beside the clock: on a machine that does
other work only they can be compared. In the end the outcome is summed, as the dashboard shows it.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import run_corpus

ROOT = Path(__file__).resolve().parent.parent
_SUM = """
import resource, sys, time
from pathlib import Path
from exports.parquet_run import open_run
from exports.parquet_summary import summarise
began = time.process_time()
found = summarise(open_run(Path(sys.argv[1])))
spent, largest = time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
print(f"summed in {spent:.1f} processor seconds and {largest:.0f} MB")
"""


def make(folder: Path, count: int, form: str, longest: int | None = None) -> None:
    """``count`` letters of one form; texts of at most ``longest`` characters."""
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
            text = f"Den Haag, {chance.randint(1, 28)} mei {chance.randint(2014, 2026)}\n\n" + "\n\n".join(paragraphs[start:])
            target.write_text(text[:longest], encoding="utf-8")
        else:
            shutil.copy(source, target)


def processor() -> float:
    """Seconds of this process and of all its children that have ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _after(out: Path) -> None:
    """What the run takes on disk, and what its summary costs in a process of its own."""
    files, parts = list(out.glob("*.parquet")), [path for path in (out / "parts").rglob("*") if path.is_file()]
    sizes = [sum(path.stat().st_size for path in some) / 1e6 for some in (files, parts)]
    summed = subprocess.run([sys.executable, "-c", _SUM, out], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    print(f"  on disk {sizes[0]:.1f} MB in {len(files)} files, parts {sizes[1]:.1f} MB in {len(parts)}; {summed}", flush=True)


def main() -> None:
    """One line per engine, number of workers and form."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--letters", type=int, default=400)
    asked.add_argument("--forms", nargs="*", default=["txt"])
    asked.add_argument("--engines", nargs="*", default=["processes", "dask"])
    asked.add_argument("--workers", nargs="*", type=int, default=[1, 2])
    asked.add_argument("--longest", type=int, help="characters of a text letter")
    given = asked.parse_args()
    for form in given.forms:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "brieven"
            make(folder, given.letters, form, given.longest)
            size = sum(path.stat().st_size for path in folder.rglob(f"*.{form}"))
            print(f"{given.letters} letters ({form}, {size / given.letters / 1000:.0f} KB each), load {os.getloadavg()[0]:.1f}", flush=True)
            rates: dict[tuple[str, int], float] = {}
            for engine in given.engines:
                for workers in given.workers:
                    began, spent, out = time.monotonic(), processor(), Path(name) / f"{engine}{workers}"
                    done = run_corpus(folder, out, engine, workers=workers)
                    seconds, spent = time.monotonic() - began, processor() - spent
                    parent = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
                    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
                    print(
                        f"  {engine:9} {workers} workers: {seconds:6.1f} s, {done.done / seconds:5.1f} letters/s, "
                        f"{done.done / spent:5.1f} letters per processor second, {done.claims} claims, "
                        f"largest process {parent:.0f} MB here, {child:.0f} MB below",
                        flush=True,
                    )
                    rates[engine, workers] = done.done / seconds
            for (engine, workers), rate in rates.items():
                for other, what in (((engine, 1), "of one worker"), (("processes", workers), "of as many processes")):
                    if other in rates and other != (engine, workers):
                        print(f"  {engine} {workers}: {rate / rates[other]:.2f} times the letters a second {what}")
            _after(out)  # all runs give the same


if __name__ == "__main__":
    main()
