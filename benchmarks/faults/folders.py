"""Folders that are full, read-only, shut or gone, and files in them that are damaged."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from benchmarks.faults.killing import FORMATS
from benchmarks.faults.provoking import DATA, Disk, Notes, Outcome, command, obeying, shut, small_disk, unshut
from labour.errors import DataError
from loaders import snapshot
from loaders.judgements import FILE, Judgements
from loaders.ledger import Ledger
from tests.loaders.test_judgements import ONE
from tests.standin.embedded import tables
from tests.standin.server import Standin

_FULL = ("is vol", "groter dan is toegestaan")
_CHECK = ("check", "--format", "jsonl")


def disk_full(room: Path, times: int) -> Outcome:
    """Exports, a picture and a corpus to a full disk, and all of them again once there is room."""
    notes, state = Notes(room), room / "state"
    with small_disk(room) as disk:
        asked = [
            *((("check", "--format", form, "--out", disk.folder / f"uit.{form}"), disk.folder / f"uit.{form}") for form in FORMATS),
            (("figures", "tension", "--format", "html", "--out", disk.folder), disk.folder / "uit.html"),
            (("corpus", DATA / "letters", "--out", disk.folder / "corpus"), disk.folder / "uit.md"),
        ][:times]
        for _, path in asked:
            path.write_text("wat er stond")
        disk.fill()
        for arguments, path in asked:
            done = command(*arguments, state=state, under=disk.under)
            notes.refused(done)
            notes.expect(any(words in done.err for words in _FULL), done.err[-200:])
            notes.expect(path.read_text() == "wat er stond", f"{path.name} was changed")
        disk.clear()
        for arguments, _ in asked[-1:]:
            notes.expect(command(*arguments, state=state).code in (0, 1), "with room again it failed")
    return notes.outcome(
        "disk full, on export, picture and corpus", disk.how, len(asked), "what stood there stays; with room again it is done"
    )


def state_disk_full(room: Path, times: int) -> Outcome:
    """A fetch and a judgement when the state folder has no room; what was kept before stays."""
    notes = Notes(room)
    with small_disk(room) as disk, Standin(tables(DATA)) as standin:
        state = disk.folder / "state"
        notes.expect(command("fetch", "80472ned", state=state, STATLINE_URL=standin.url).code == 0, "the first fetch failed")
        Judgements(state).add(ONE)
        before = Ledger(state).counts()
        disk.fill()
        for _ in range(times):
            notes.refused(
                command("fetch", "80567ned", state=state, under=disk.under, STATLINE_URL=standin.url), "kan niet worden geschreven"
            )
            _judge(notes, state, disk)
            notes.expect((Ledger(state).counts(), Ledger(state).damaged()) == (before, []), "the ledger changed")
            notes.expect(Judgements(state).all() == [ONE], "the judgements changed")
        disk.clear()
        notes.expect(command("fetch", "80567ned", state=state, STATLINE_URL=standin.url).code == 0, "with room again the fetch failed")
        notes.expect(len(Ledger(state).tables()) == 2, "the second table is not there")
    return notes.outcome("disk full, on a fetch and a judgement", disk.how, times, "nothing half, nothing lost; with room again it is kept")


def _judge(notes: Notes, state: Path, disk: Disk) -> None:
    if disk.under is not None:  # the limit is of another process
        return
    try:
        Judgements(state).add(ONE)
        notes.expect(False, "a judgement was accepted by a full disk")
    except DataError:
        pass


def output_full(room: Path, times: int) -> Outcome:
    """Standard output on a full disk: never the exit code that says that something deviates."""
    notes = Notes(room)
    for arguments in [_CHECK, ("extract",), ("status",), ("figures", "tension", "--format", "html", "--out", room)][:times]:
        notes.refused(
            command(*arguments, state=room / "state", out=Path("/dev/full")), "De uitvoer kon niet worden geschreven (de schijf is vol)."
        )
    return notes.outcome("disk full, on standard output", "printed to /dev/full", times, "exit code 2, not the 1 of a deviation")


def data_read_only(room: Path, times: int) -> Outcome:
    """The data folder may not be written: nobody notices."""
    notes, data = Notes(room), room / "data"
    shutil.copytree(DATA, data)
    usual = command(*_CHECK, state=room / "state")
    shut(data)
    try:
        for _ in range(times):
            done = command(*_CHECK, state=room / "state", under=obeying, CIJFERTOETS_DATA=data)
            notes.expect((done.code, done.out) == (usual.code, usual.out), "another outcome than usual")
    finally:
        unshut(data)
    return notes.outcome(
        "data folder read-only",
        "chmod, root without its right to pass over it",
        times,
        "the same outcome to the byte: data are never written",
    )


def data_gone(room: Path, times: int) -> Outcome:
    """The data folder is not there, may not be entered, or misses a file."""
    notes, data = Notes(room), room / "data"
    for turn in range(times):
        shutil.copytree(DATA, data)
        if turn % 3 == 0:
            shutil.rmtree(data)
        elif turn % 3 == 1:
            shut(data, 0)
        else:
            (data / ("lexicon.toml", "indicators.toml", "letters/letters.toml")[turn // 3 % 3]).unlink()
        for arguments in (_CHECK, ("fetch",)):
            notes.refused(command(*arguments, state=room / "state", under=obeying, CIJFERTOETS_DATA=data))
        if data.exists():
            unshut(data)
            shutil.rmtree(data)
    notes.expect(command(*_CHECK, state=room / "state").code in (0, 1), "with the folder back it failed")
    return notes.outcome(
        "data folder gone, shut, or without a file", "moved away, chmod 0, a file removed", times, "with the folder back it works"
    )


def state_shut(room: Path, times: int) -> Outcome:
    """The state folder may be read and not written: what it holds still counts, what is new is refused."""
    notes, state = Notes(room), room / "state"
    with Standin(tables(DATA)) as standin:
        notes.expect(command("fetch", "80472ned", state=state, STATLINE_URL=standin.url).code == 0, "the first fetch failed")
        Judgements(state).add(ONE)
        usual = command(*_CHECK, state=state)
        shut(state)
        try:
            for _ in range(times):
                notes.refused(
                    command("fetch", "80567ned", state=state, under=obeying, STATLINE_URL=standin.url),
                    "kan niet worden geschreven (geen toegang)",
                )
                done = command(*_CHECK, state=state, under=obeying)
                notes.expect((done.code, done.out) == (usual.code, usual.out), "another outcome than usual")
        finally:
            unshut(state)
        notes.expect(command("fetch", "80567ned", state=state, STATLINE_URL=standin.url).code == 0, "with access again the fetch failed")
    return notes.outcome(
        "state folder read-only", "chmod", times, "kept figures and judgements still count; with access again a fetch is kept"
    )


def state_unreadable(room: Path, times: int) -> Outcome:
    """The state folder may not even be read: no answer that silently leaves out what is in it."""
    notes, state = Notes(room), room / "state"
    with Standin(tables(DATA)) as standin:
        command("fetch", "80472ned", state=state, STATLINE_URL=standin.url)
    shut(state, 0)
    try:
        for _ in range(times):
            notes.refused(command(*_CHECK, state=state, under=obeying), "kan niet worden gelezen (geen toegang)")
    finally:
        unshut(state)
    notes.expect(command(*_CHECK, state=state).code in (0, 1), "with access again it failed")
    return notes.outcome("state folder shut", "chmod 0", times, "nothing is answered without it; with access again it works")


def snapshot_damaged(room: Path, times: int) -> Outcome:
    """One bit of a shipped file is flipped: its hash tells, its figures do not count, all others do."""
    notes, data, chance = Notes(room), room / "data", random.Random(5)
    shutil.copytree(DATA, data)
    usual = set(snapshot.load_rows(data))
    files = sorted(path for path in (data / "statline").glob("*.csv") if path.stem != "sources")
    for turn in range(times):
        path = files[turn % len(files)]
        whole = path.read_bytes()
        spoiled = bytearray(whole)
        spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
        path.write_bytes(spoiled)
        told = [one.nl for one in snapshot.damaged(data)]
        notes.expect(len(told) == 1 and path.name in told[0], f"{path.name}: {told}")
        left = snapshot.load_rows(data)
        notes.expect(0 < len(left) < len(usual) and usual.issuperset(left), "the other files do not serve")
        if turn == 0:
            done = command(*_CHECK, state=room / "state", CIJFERTOETS_DATA=data)
            notes.expect(done.code in (0, 1) and "Traceback" not in done.err, done.err[-300:])
            notes.said += [line for line in done.err.splitlines() if path.name in line]
        path.write_bytes(whole)
    return notes.outcome(
        "snapshot damaged", "a random bit of each file flipped", times, "each noticed by its SHA-256; the other files' figures unchanged"
    )


def state_damaged(room: Path, times: int) -> Outcome:
    """A kept state and the judgements are cut short: named; nothing else is touched."""
    notes, state, chance = Notes(room), room / "state", random.Random(6)
    with Standin(tables(DATA)) as standin:
        command("fetch", "80472ned", "80567ned", state=state, STATLINE_URL=standin.url)
        path = next((state / "ledger" / "80472ned").glob("0*.json"))
        whole = path.read_bytes()
        for _ in range(times):
            path.write_bytes(whole[: chance.randrange(len(whole))])
            (told,) = Ledger(state).damaged()
            notes.expect(path.name in told.nl, told.nl)
            notes.expect([row[0].table_id for row in Ledger(state).rows()].count("80567ned") > 0, "the other table does not serve")
        done = command(*_CHECK, state=state)
        notes.said += [line for line in done.err.splitlines() if path.name in line]
        notes.expect(bool(notes.said) and done.code in (0, 1), "the damage is not said")
        notes.expect(command("fetch", "80472ned", state=state, STATLINE_URL=standin.url).code == 0, "it cannot be fetched again")
        notes.expect(Ledger(state).newest("80472ned") is not None, "no new state was kept")
    (state / FILE).write_bytes(b"SQLite format 3\0" + bytes(chance.randrange(256) for _ in range(4000)))
    notes.refused(command(*_CHECK, state=state), FILE)
    return notes.outcome(
        "kept state damaged", "cut short at a random byte; judgements overwritten by noise", times, "named, left out, fetched anew"
    )
