"""A clock that jumps, and a Chrome that dies or is not there."""

from __future__ import annotations

import io
import random
import threading
from datetime import date
from pathlib import Path

import plotly.graph_objects as go
from PIL import Image

from benchmarks.faults.provoking import DATA, Notes, Outcome, command
from figures import png
from loaders.ledger import Ledger
from tests.standin.embedded import tables
from tests.standin.server import Standin

#: days by which the clock is off: to 1970, a year back, a century ahead
JUMPS = (-20_400, -400, 36_500)


def clock(room: Path, times: int) -> Outcome:
    """The clock jumps back and far ahead between and during fetches: verdicts and days of figures stay what they are."""
    notes = Notes(room)
    with Standin(tables(DATA)) as standin:
        command("fetch", "80472ned", state=room / "true", STATLINE_URL=standin.url)
        usual = _days(room / "true")
        verdicts = command("check", state=room / "none").out
        for days in JUMPS[:times]:
            state = room / f"state{days}"
            done = command("fetch", "80472ned", state=state, days=days, STATLINE_URL=standin.url)
            notes.expect(done.code == 0, done.err[-300:])
            notes.expect(_days(state) == usual, f"{days} days off, the figures count from {_days(state)} in place of {usual}")
            again = command("fetch", "80472ned", state=state, STATLINE_URL=standin.url)
            notes.expect(
                again.code == 0 and Ledger(state).counts() == {"80472ned": 1}, "with the clock right again it is not the same state"
            )
            off = command("check", state=room / "none", days=days)
            notes.expect(off.out == verdicts, f"{days} days off, verdicts differ")
            told = command("status", state=room / "none", days=days)
            notes.expect(told.code == 0, told.err[-300:])
            notes.said += [line for line in told.err.splitlines() if "klok" in line]
    notes.expect(bool(notes.said), "a clock that runs behind is not said")
    how = f"the program sees a clock {', '.join(f'{days:+,}' for days in JUMPS[:times])} days off"
    return notes.outcome(
        "clock jumps back and far ahead", how, times, "verdicts the same; figures count from CBS's own day; set right, nothing doubled"
    )


def _days(state: Path) -> set[date | None]:
    return {row[2].known_from for row in Ledger(state).rows()}


def chrome_dies(room: Path, times: int) -> Outcome:
    """Chrome is killed while it draws: the picture comes all the same, from a new one."""
    notes, chance = Notes(room), random.Random(7)
    figure = go.Figure(go.Scatter(x=[1, 2], y=[2, 3]))
    for turn in range(times):
        png.to_png(figure, 400, 300)
        chrome = png._warm()._kaleido.subprocess
        killer = threading.Timer(chance.uniform(0, 0.2), chrome.kill)
        killer.start()
        for _ in range(3):
            drawn = Image.open(io.BytesIO(png.to_png(figure, 400, 300)))
            notes.expect(drawn.size == (400, 300), f"kill {turn + 1}: no picture")
        killer.join()
    png.close()
    return notes.outcome(
        "Chrome dies while it draws",
        "its process killed at a random moment of drawing",
        times,
        "a new one is started once, and the picture comes",
    )


def chrome_missing(room: Path, times: int) -> Outcome:
    """Chrome is not there, or falls over each time: said, with the way out; pictures as a page need none."""
    notes = Notes(room)
    broken = room / "chrome"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    for path in (room / "none", broken)[:times]:
        done = command("figures", "tension", "--out", room, state=room / "state", BROWSER_PATH=path)
        notes.refused(done, "--format html", "downloadknop bij de figuur in de browser")
        notes.expect(not list(room.glob("*.png")), "half a picture was left")
        page = command("figures", "tension", "--format", "html", "--out", room, state=room / "state", BROWSER_PATH=path)
        notes.expect(page.code == 0, "the picture as a page failed too")
    return notes.outcome(
        "no Chrome, or one that falls over each time",
        "BROWSER_PATH to nothing, and to a program that ends at once",
        times,
        "the browser's own export and --format html work without it",
    )
