"""Whole runs that are killed or share a folder: a fetch, a corpus, and two servers on one data folder and one state folder."""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq

from benchmarks.faults.provoking import DATA, ROOT, Notes, Outcome, command, environment
from benchmarks.servers import Server, started
from benchmarks.soak import click_through
from loaders.judgements import Judgements
from loaders.ledger import Ledger
from tests.loaders.test_judgements import ONE
from tests.standin.embedded import tables
from tests.standin.server import Standin

_PARTS = ("letters", "claims", "checks", "failures")


def _killed(arguments: list[str], state: Path, after: float, **settings: str) -> None:
    """Starts a command of cli.py and kills it, and all it started, after so many seconds."""
    run = subprocess.Popen(
        [sys.executable, "cli.py", *arguments],
        cwd=ROOT,
        env=environment(state, **settings),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(after)
    if run.poll() is None:
        os.killpg(run.pid, signal.SIGKILL)
    run.wait()


def fetch_killed(room: Path, times: int) -> Outcome:
    """`fetch` of every table, killed somewhere along the way."""
    notes, chance, state = Notes(room), random.Random(3), room / "state"
    with Standin(tables(DATA)) as standin:
        began = time.monotonic()
        whole = command("fetch", state=room / "undisturbed", STATLINE_URL=standin.url)
        lasts = time.monotonic() - began
        notes.expect(whole.code == 0, f"an undisturbed fetch failed: {whole.err[-300:]}")
        for _ in range(times):
            _killed(["fetch"], state, chance.uniform(lasts / 4, lasts), STATLINE_URL=standin.url)
            notes.expect(Ledger(state).damaged() == [], "a half state was kept")
        notes.expect(command("fetch", state=state, STATLINE_URL=standin.url).code == 0, "the fetch after the kills failed")
    kept, undisturbed = (
        {one: len(Ledger(folder).states(one)) for one in Ledger(folder).tables()} for folder in (state, room / "undisturbed")
    )
    notes.expect(kept == undisturbed and len(kept) > 5, f"{kept} in place of {undisturbed}")
    how = "the command and all it started killed at a random moment"
    return notes.outcome(
        "kill -9 during `fetch`", how, times, f"the next fetch ended whole: {len(kept)} tables, one state of each, none damaged"
    )


def corpus_killed(room: Path, times: int) -> Outcome:
    """`corpus` over the shipped letters many times over, killed somewhere along the way."""
    notes, chance, folder = Notes(room), random.Random(4), room / "letters"
    for number in range(40):
        for source in (DATA / "letters").glob("*.txt"):
            (folder / f"{number:02d}").mkdir(parents=True, exist_ok=True)
            shutil.copy(source, folder / f"{number:02d}")
    began = time.monotonic()
    done = command("corpus", folder, "--out", room / "undisturbed", state=room / "state")
    lasts = time.monotonic() - began
    notes.expect(done.code == 0, done.err[-300:])
    for _ in range(times):
        _killed(["corpus", str(folder), "--out", str(room / "out")], room / "state", chance.uniform(lasts / 3, lasts))
    resumed = command("corpus", folder, "--out", room / "out", state=room / "state")
    notes.expect(resumed.code == 0, resumed.err[-300:])
    for name in _PARTS:
        one, other = (pq.read_table(room / out / f"{name}.parquet") for out in ("out", "undisturbed"))
        notes.expect(one.equals(other), f"{name} differs from an undisturbed run")
    how = "the command and its workers killed at a random moment, then resumed"
    return notes.outcome("kill -9 during `corpus`", how, times, "the resumed run equals an undisturbed one, row for row")


def two_servers(room: Path, times: int) -> Outcome:
    """Two dashboards on one data and one state folder, while two fetches and two judges write in it."""
    notes, state = Notes(room), room / "state"
    state.mkdir()
    with (
        Standin(tables(DATA)) as standin,
        started("cijfertoets", "server.py", state) as one,
        started("cijfertoets", "server.py", state) as two,
    ):
        fetches = [
            subprocess.Popen(
                [sys.executable, "cli.py", "fetch"],
                cwd=ROOT,
                env=environment(state, STATLINE_URL=standin.url),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
            for _ in range(2)
        ]
        try:
            asyncio.run(_everyone((one, two), state, times))
        except RuntimeError as problem:
            notes.wrongs.append(str(problem)[-600:])
        for fetch in fetches:
            told = fetch.communicate(timeout=120)[1].decode()
            notes.expect(fetch.returncode == 0, told[-300:])
        try:
            asyncio.run(_everyone((one, two), state, 1))
        except RuntimeError as problem:
            notes.wrongs.append(str(problem)[-600:])
    ledger = Ledger(state)
    notes.expect(ledger.damaged() == [], "a state was damaged")
    notes.expect(set(ledger.counts().values()) == {1}, f"states doubled: {ledger.counts()}")
    judged = len(Judgements(state).all())
    notes.expect(judged == 2 * (times + 1), f"{judged} judgements of {2 * (times + 1)}")
    how = (
        "two `make run` on the same data and state folder; sessions click through every page of both while two fetches and two judges write"
    )
    return notes.outcome(
        "two servers on one data folder", how, times, f"no page failed; {len(ledger.tables())} tables kept once each; every judgement kept"
    )


async def _everyone(servers: tuple[Server, Server], state: Path, rounds: int) -> None:
    async def judge() -> None:
        for _ in range(rounds):
            await asyncio.to_thread(Judgements(state).add, ONE)

    await asyncio.gather(*(click_through(server, 5 * rounds, 0) for server in servers for _ in range(2)), judge(), judge())
