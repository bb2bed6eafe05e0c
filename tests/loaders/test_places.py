"""The two folders: shipped data beside the program, own state in the user's folder, both movable."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from loaders import places


def test_the_shipped_data_lie_beside_the_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CIJFERTOETS_DATA", raising=False)
    monkeypatch.chdir(tmp_path)
    assert (places.data_folder() / "datapackage.json").is_file()


@pytest.mark.parametrize(("name", "folder"), [("CIJFERTOETS_DATA", places.data_folder), ("CIJFERTOETS_STATE", places.state_folder)])
def test_the_environment_moves_a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, folder: Callable[[], Path]) -> None:
    monkeypatch.delenv(name, raising=False)
    before = folder()
    monkeypatch.setenv(name, f" {tmp_path} ")
    assert folder() == tmp_path
    monkeypatch.setenv(name, "~/elders")
    assert folder() == Path.home() / "elders"
    monkeypatch.setenv(name, "  ")
    monkeypatch.delenv(name)
    assert folder() == before


def test_asking_for_the_state_folder_does_not_make_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CIJFERTOETS_STATE", str(tmp_path / "nieuw"))
    assert not places.state_folder().exists()
