"""The short form of `make soak`: a few sessions at once and some seconds of coming and going end without an error."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc")
def test_a_few_sessions_click_through_every_page() -> None:
    command = [sys.executable, "-m", "benchmarks.soak", "--minutes", "0.1", "--sessions", "3", "--clicks", "5"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "cijfertoets" in done.stdout and "churn of 0.1 minutes" in done.stdout
