"""Runs a program with a clock that is off: ``python -m benchmarks.faults.shifted DAYS cli.py status``.

Python's own clock is put before the program is read, so all of it sees the shifted day; other processes see the true one.
"""

from __future__ import annotations

import datetime
import runpy
import sys
import time
from typing import Any

_true_moment, _true_seconds = datetime.datetime, time.time


def main(days: float, program: list[str]) -> None:
    shift = datetime.timedelta(days=days)

    class Moment(_true_moment):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return cls.fromtimestamp(_true_seconds(), tz) + shift

    class Day(datetime.date):
        @classmethod
        def today(cls) -> Any:
            moment = _true_moment.now() + shift
            return cls(moment.year, moment.month, moment.day)

    datetime.datetime, datetime.date = Moment, Day  # type: ignore[misc]
    time.time = lambda: _true_seconds() + days * 86400
    sys.argv = program
    sys.path.insert(0, ".")
    runpy.run_path(program[0], run_name="__main__")


if __name__ == "__main__":
    main(float(sys.argv[1]), sys.argv[2:])
