"""How a fault is brought about, and what is noted of it. Works in a folder that is gone afterwards; leaves no process behind."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
#: of Linux's rights of root: those to pass over the permissions of files (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH)
_PASS_OVER = (1, 2)
_DROP = 24  # PR_CAPBSET_DROP


@dataclass(frozen=True)
class Outcome:
    """A fault, how it was brought about, how often, what the user reads, and what came of it. ``wrongs`` says what did not hold."""

    fault: str
    how: str
    times: int
    reads: str
    result: str
    wrongs: tuple[str, ...] = ()


@dataclass
class Notes:
    """What is noted while a fault is tried: sentences read, and what did not hold."""

    room: Path
    wrongs: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def expect(self, holds: bool, what: str) -> None:
        if not holds:
            self.wrongs.append(what)

    def refused(self, done: Done, *words: str) -> None:
        """The command was not done, said so in one sentence with these words, and showed no traceback."""
        last = (done.err.strip().splitlines() or [""])[-1]
        self.said.append(last.replace(f"{self.room}/", "").replace(str(self.room), "…"))
        self.expect(done.code == 2, f"exit code {done.code}: {done.err[-300:]}")
        self.expect("Traceback" not in done.err, done.err[-500:])
        for word in words:
            self.expect(word in last, f"{word!r} is not in {last!r}")

    def outcome(self, fault: str, how: str, times: int, result: str) -> Outcome:
        reads = self.said[0] if self.said else "nothing"
        return Outcome(fault, how, times, reads, result, tuple(self.wrongs))


@dataclass(frozen=True)
class Done:
    """What a command printed, and its exit code."""

    code: int
    out: bytes
    err: str


def command(
    *arguments: str | Path,
    state: Path,
    under: Callable[[], None] | None = None,
    out: Path | None = None,
    days: float = 0,
    **settings: str | Path,
) -> Done:
    """A command of cli.py in a process of its own: ``under`` prepares that process, ``days`` shifts its clock."""
    program = [sys.executable, *(["-m", "benchmarks.faults.shifted", str(days)] if days else []), "cli.py"]
    with (out or Path(os.devnull)).open("wb") as elsewhere:
        done = subprocess.run(
            [*program, *map(str, arguments)],
            cwd=ROOT,
            env=environment(state, **settings),
            stdout=elsewhere if out else subprocess.PIPE,
            stderr=subprocess.PIPE,
            preexec_fn=under,
            check=False,
            timeout=120,
        )
    return Done(done.returncode, done.stdout or b"", done.stderr.decode())


def environment(state: Path, **settings: str | Path) -> dict[str, str]:
    """The settings of a process: this state folder, and nobody at StatLine's address unless said otherwise."""
    return {**os.environ, "STATLINE_URL": "http://127.0.0.1:9", "CIJFERTOETS_STATE": str(state)} | {
        name: str(value) for name, value in settings.items()
    }


def obeying() -> None:
    """To be run before a command: root then obeys the permissions of files as anyone does. Others do so already."""
    if os.geteuid() == 0:
        for right in _PASS_OVER:
            ctypes.CDLL(None).prctl(_DROP, right, 0, 0, 0)


@dataclass(frozen=True)
class Disk:
    """A folder on a disk that can be filled to the last byte. ``under`` prepares a process for it."""

    folder: Path
    how: str
    under: Callable[[], None] | None

    def fill(self) -> None:
        if self.under is None:
            with (self.folder / "full").open("wb", buffering=0) as file, suppress(OSError):
                while True:
                    file.write(b"\0" * 4096)

    def clear(self) -> None:
        (self.folder / "full").unlink(missing_ok=True)


@contextmanager
def small_disk(room: Path, megabytes: int = 4) -> Iterator[Disk]:
    """A disk of some megabytes in memory, where this may be mounted; else a folder in which a process may write no file over 4 kB."""
    folder = room / "disk"
    folder.mkdir()
    mounted = _mount(folder, megabytes)
    try:
        if mounted:
            yield Disk(folder, f"a disk of {megabytes} MB, filled to the last byte", None)
        else:
            yield Disk(folder, "no file may grow over 4 kB (RLIMIT_FSIZE)", _no_large_file)
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _mount(folder: Path, megabytes: int) -> bool:
    try:
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)], capture_output=True, check=False, timeout=10
        )
    except OSError:
        return False
    return done.returncode == 0


def _no_large_file() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))


def shut(folder: Path, mode: int = 0o555) -> None:
    """Take away the right to write in a folder and all below it; with mode 0 every right."""
    for path in [*folder.rglob("*"), folder]:
        path.chmod(mode if path.is_dir() else mode & 0o444)


def unshut(folder: Path) -> None:
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
