"""Files are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from loaders.whole_files import write_whole


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "uit.csv"
    target.write_text("oud")
    write_whole(target, b"nieuw")
    assert (target.read_bytes(), list(tmp_path.iterdir())) == (b"nieuw", [target])


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "uit.csv"
    target.write_text("oud")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(target, b"nieuw")
    assert (target.read_text(), list(tmp_path.iterdir())) == ("oud", [target])


def test_a_folder_or_missing_folder_is_refused(tmp_path: Path) -> None:
    for target in (tmp_path, tmp_path / "weg" / "uit.csv"):
        with pytest.raises(OSError):
            write_whole(target, b"x")


@pytest.mark.skipif(os.name != "posix", reason="others have no device files")
def test_a_device_is_written_to_and_stays_a_device() -> None:
    write_whole(Path(os.devnull), b"x")
    assert Path(os.devnull).is_char_device()


def test_a_link_keeps_pointing(tmp_path: Path) -> None:
    target, link = tmp_path / "echt", tmp_path / "link"
    target.write_text("oud")
    link.symlink_to(target)
    write_whole(link, b"nieuw")
    assert link.is_symlink() and target.read_bytes() == b"nieuw"


@pytest.mark.skipif(os.name != "posix", reason="others have no such rights")
def test_whoever_may_read_new_files_may_read_this_one(tmp_path: Path) -> None:
    (tmp_path / "gewoon").write_bytes(b"x")
    write_whole(tmp_path / "uit.csv", b"x")
    assert (tmp_path / "uit.csv").stat().st_mode == (tmp_path / "gewoon").stat().st_mode
