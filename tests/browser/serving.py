"""A server as ``make run`` starts it, for the tests that need one of their own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@dataclass
class Served:
    """A running server: its address and how to end it."""

    url: str
    state: Path
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def serve(state: Path, *options: str, address: str | None = "127.0.0.1", **environment: str) -> Served:
    """A server as ``make run`` starts it, ready to answer, or at the address of the settings where ``address`` is None.

    StatLine's address is one where nobody listens.
    """
    port = free_port()
    settings = {**os.environ, "CIJFERTOETS_STATE": str(state), "STATLINE_URL": "http://127.0.0.1:9", **environment}
    own = [*(["--server.address", address] if address else []), "--server.port", str(port), "--server.headless", "true"]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "server.py", *own, *options],
        cwd=ROOT,
        env=settings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    base = next((options[place + 1] for place, one in enumerate(options) if one == "--server.baseUrlPath"), "")
    url = f"http://127.0.0.1:{port}" + (f"/{base}" if base else "")
    served = Served(url, state, process)
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2):
                return served
        except OSError:
            time.sleep(0.1)
    served.stop()
    raise AssertionError("the server did not start")
