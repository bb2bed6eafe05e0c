"""Files are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from exports import atomic
from labour.errors import CijfertoetsError


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "uit.csv"
    target.write_text("oud")
    atomic.write(target, b"nieuw")
    assert (target.read_bytes(), list(tmp_path.iterdir())) == (b"nieuw", [target])


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "uit.csv"
    target.write_text("oud")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CijfertoetsError, match=r"uit\.csv kon niet worden geschreven"):
        atomic.write(target, b"nieuw")
    assert (target.read_text(), list(tmp_path.iterdir())) == ("oud", [target])


def test_a_folder_or_missing_folder_is_refused(tmp_path: Path) -> None:
    for target in (tmp_path, tmp_path / "weg" / "uit.csv"):
        with pytest.raises(CijfertoetsError):
            atomic.write(target, b"x")


def test_a_device_is_written_to_and_stays_a_device() -> None:
    atomic.write(Path(os.devnull), b"x")
    assert Path(os.devnull).is_char_device() if os.name == "posix" else True


def test_a_link_keeps_pointing(tmp_path: Path) -> None:
    target, link = tmp_path / "echt", tmp_path / "link"
    target.write_text("oud")
    link.symlink_to(target)
    atomic.write(link, b"nieuw")
    assert link.is_symlink() and target.read_bytes() == b"nieuw"
