"""``make mutants``: how many small errors planted in the pure packages the tests find; docs/mutants.md and a section of docs/benchmarks.md.

    python -m benchmarks.mutants [--seed N] [--sample labour=N claims=N checks=N] [--minutes N]

There are some 17,000 such errors, so a random sample is drawn from each package and the share found is given with its 95 % interval.
The survivors, with what was changed, go to ``mutants.log``; what was found on reading them stands at the end of the page and is kept.
"""

from __future__ import annotations

import argparse
import math
import os
import platform
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import settings

from benchmarks.mutant_runs import INVALID, KILLED, SLOW, SURVIVED, TIMEOUT, UNREACHED, Runs, say
from benchmarks.mutant_source import ROOT, Mutant, draw
from benchmarks.results import put

PAGE, LOG = ROOT / "docs" / "mutants.md", ROOT / "mutants.log"
JUDGED = "## Survivors, read and judged"
SAMPLE = {"labour": 150, "claims": 700, "checks": 550}
TESTS = ("tests/labour", "tests/claims", "tests/checks", "tests/gold/test_gate.py")
FOUND = (KILLED, TIMEOUT)


def interval(found: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    z, share = 1.96, found / of
    middle, half = share + z * z / (2 * of), z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (middle - half) / (1 + z * z / of), (middle + half) / (1 + z * z / of)


def whole(counts: Mapping[str, Counter[str]], totals: Mapping[str, int]) -> tuple[float, float]:
    """The share of all packages together, each by its size, and half the width of its 95 % interval."""
    share = variance = 0.0
    for package, count in counts.items():
        weight, of = totals[package] / sum(totals.values()), count.total()
        found = sum(count[one] for one in FOUND) / of
        share += weight * found
        variance += weight * weight * found * (1 - found) / of
    return share, 1.96 * math.sqrt(variance)


def _tally(outcomes: Mapping[Mutant, tuple[str, str]], by: str) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for mutant, (outcome, _) in outcomes.items():
        if outcome != INVALID:
            counts[getattr(mutant, by)][outcome] += 1
    return dict(sorted(counts.items()))


def _row(name: str, count: Counter[str], there_are: str = "", width: str = "") -> str:
    of, found = count.total(), sum(count[one] for one in FOUND)
    cells = (name, there_are, of, found, count[TIMEOUT], count[SURVIVED], count[UNREACHED], f"{found / of:.1%}", width)
    return f"| {' | '.join(str(cell) for cell in cells if cell != '')} |"


def _between(count: Counter[str]) -> str:
    low, high = interval(sum(count[one] for one in FOUND), count.total())
    return f"{low:.0%} to {high:.0%}"


def page(outcomes: Mapping[Mutant, tuple[str, str]], totals: Mapping[str, int], seed: int, minutes: float) -> str:
    """The measured half of the page."""
    packages = _tally(outcomes, "package")
    share, half = whole(packages, totals)
    head = "tested | found | by time | survived | reached by no test | share |"
    return "\n".join(
        [
            "# Do the tests find planted errors?\n",
            f"Written by `make mutants` on {date.today()}: {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
            f"Python {platform.python_version()}, {minutes:.0f} minutes. Seed {seed}.\n",
            f"Of the small errors that can be planted in `labour`, `claims` and `checks` the tests find **{share:.1%} ± {100 * half:.1f}** "
            "(packages by their size, 95 % interval).\n",
            "An error is an operator swapped, an argument gone, a condition turned, a text or number changed, made by mutmut in the body "
            "of a function; the tables and patterns at the top of modules are not touched. Of each package a random sample is tested with "
            f"the tests of `{'`, `'.join(TESTS)}` that reach the changed statement, without those that measure time or take more than "
            f"{SLOW} s. Found by time: the tests took more than four times as long.\n",
            f"| package | there are | {head} 95 % interval |",
            "|---|" + "---:|" * 8,
            *(_row(name, count, str(totals[name]), _between(count)) for name, count in packages.items()),
            "",
            f"| module | {head}",
            "|---|" + "---:|" * 6,
            *(_row(path, count) for path, count in _tally(outcomes, "path").items()),
            "",
        ]
    )


def brief(outcomes: Mapping[Mutant, tuple[str, str]], totals: Mapping[str, int]) -> list[str]:
    """A line per package for the page of benchmarks."""
    lines = [f"{'':8} {'there are':>10} {'tested':>7} {'found':>7} {'share':>7}  95 % interval"]
    for name, count in _tally(outcomes, "package").items():
        of, found = count.total(), sum(count[one] for one in FOUND)
        lines.append(f"{name:8} {totals[name]:>10,} {of:>7} {found:>7} {found / of:>7.1%}  {_between(count)}")
    return [*lines, "by module, and the survivors read: mutants.md"]


def main() -> int:
    """Exit code 0 when the sample was tested, 2 when it could not be."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--seed", type=int, default=1)
    told.add_argument("--sample", nargs="+", default=[f"{name}={size}" for name, size in SAMPLE.items()])
    told.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    told.add_argument("--minutes", type=float, default=90.0, help="what is not tested by then is left out")
    told.add_argument("--no-page", action="store_true", help="only mutants.log")
    asked = told.parse_args()
    os.chdir(ROOT)
    settings.register_profile("mutants", database=None, derandomize=True, deadline=None)
    settings.load_profile("mutants")
    begun = time.monotonic()
    mutants, totals = draw(asked.seed, {name: int(size) for name, _, size in (one.partition("=") for one in asked.sample)})
    runs = Runs(mutants, asked.workers, asked.minutes)
    code = pytest.main(["-q", "-s", "--disable-warnings", *TESTS], plugins=[runs])
    if code != 0 or not runs.outcomes:
        return 2
    left = [(mutant, outcome) for mutant, (outcome, _) in runs.outcomes.items() if outcome not in FOUND]
    LOG.write_text(
        "\n".join(f"{one.name} {outcome}\n{one.change}\n" for one, outcome in sorted(left, key=lambda x: x[0].name)), encoding="utf-8"
    )
    measured = page(runs.outcomes, totals, asked.seed, (time.monotonic() - begun) / 60)
    say(measured)
    if not asked.no_page:
        judged = PAGE.read_text(encoding="utf-8").partition(JUDGED)[2] if PAGE.exists() else "\n"
        PAGE.write_text(f"{measured}\n{JUDGED}{judged}", encoding="utf-8")
        put("Small errors planted in the program, found by the tests", "make mutants", brief(runs.outcomes, totals))
    return 0


if __name__ == "__main__":
    sys.exit(main())
