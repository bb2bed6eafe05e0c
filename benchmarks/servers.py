"""Servers to measure: started on a free port of this machine, ready when this returns, and ended afterwards."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Server:
    name: str
    port: int
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def stream(self) -> str:
        return f"ws://127.0.0.1:{self.port}/_stcore/stream"

    def memory(self) -> float:
        """Resident memory in MB, of the process itself; nought where /proc does not tell."""
        try:
            told = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        except OSError:
            return 0.0
        found = re.search(r"VmRSS:\s*(\d+) kB", told)
        return int(found[1]) / 1024 if found else 0.0

    def busy(self) -> float:
        """Seconds of the processor that the process has used, which other work on the machine does not lengthen; on Linux only."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def started(name: str, script: str, state: Path, statline: str = "http://127.0.0.1:9") -> Iterator[Server]:
    """A Streamlit server of a script, with an empty state folder; nobody is at StatLine's address unless one is given."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {**os.environ, "CIJFERTOETS_STATE": str(state), "STATLINE_URL": statline}
    options = ["--server.address", "127.0.0.1", "--server.port", str(port), "--server.headless", "true"]
    log = state / f"{port}.log"
    with log.open("wb") as told:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", script, *options], cwd=ROOT, env=settings, stdout=told, stderr=told
        )
    try:
        until = time.monotonic() + 60
        while True:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
                    break
            except OSError:
                if process.poll() is not None or time.monotonic() > until:
                    raise RuntimeError(f"the server of {name} did not start") from None
                time.sleep(0.1)
        yield Server(name, port, process, log)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
