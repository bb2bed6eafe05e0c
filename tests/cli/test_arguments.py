"""What the command line takes in and gives out has bounds, and what goes wrong is one sentence."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

import arguments
import cli
from labour.errors import CijfertoetsError


class Endless(io.RawIOBase):
    """A stream of digits without an end; counts what was taken of it."""

    taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, room: memoryview) -> int:  # type: ignore[override]
        room[:] = b"9" * len(room)
        self.taken += len(room)
        return len(room)


def test_standard_input_is_read_no_further_than_a_file_may_be_long(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    endless = Endless()
    monkeypatch.setattr(arguments, "MAX_BYTES", 1_000_000)
    monkeypatch.setattr("loaders.letters.MAX_BYTES", 1_000_000)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(endless)))
    assert cli.main(["check", "-"]) == 2
    assert capsys.readouterr().err == "stdin is groter dan 1 MB en wordt niet gelezen.\n"
    assert endless.taken < 2_000_000


def test_a_saved_outcome_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = tmp_path / "run.jsonl"
    saved.write_bytes(b"12345678")
    monkeypatch.setattr(arguments, "MAX_SAVED", 8)
    assert arguments.content(saved) == b"12345678"
    saved.write_bytes(b"123456789")
    with pytest.raises(CijfertoetsError, match="wordt niet gelezen"):
        arguments.content(saved)
    with pytest.raises(CijfertoetsError, match="bestaat niet"):
        arguments.content(tmp_path / "weg")


@pytest.mark.skipif(os.name != "posix", reason="others have no such device")
def test_a_saved_outcome_that_never_ends_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arguments, "MAX_SAVED", 1_000_000)
    with pytest.raises(CijfertoetsError, match="groter dan 1 MB"):
        arguments.content(Path("/dev/zero"))


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(CijfertoetsError, match=r"uit\.csv kon niet worden geschreven \(bestaat niet\); kies met --out"):
        arguments.deliver(b"x", tmp_path / "weg" / "uit.csv", "nl")
