"""Damaged figures: the file is named in one sentence, and every other file still serves."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from loaders import snapshot

DATA = Path(__file__).resolve().parents[2] / "data"
PARTICIPATION = "net_participation/85224NED/Netto arbeidsparticipatie/total/sa"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder of data that may be damaged."""
    shutil.copytree(DATA / "statline", tmp_path / "data" / "statline")
    shutil.copy(DATA / "datapackage.json", tmp_path / "data")
    return tmp_path / "data"


def test_the_shipped_folder_is_whole() -> None:
    assert snapshot.damaged(DATA) == []


def test_a_flipped_byte_is_noticed_and_the_other_files_still_serve(copy: Path) -> None:
    path = copy / "statline" / "spanning.csv"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    (error,) = snapshot.damaged(copy)
    assert "statline/spanning.csv" in error.nl and "controlesom" in error.nl and "spanning.csv" in error.en
    index = snapshot.load_index(copy)
    assert not list(index.of("labour_market_tension"))
    assert [str(state.value) for state in index.states(PARTICIPATION, "2024KW03")] == ["73.1"]


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / "statline" / "80472ned.csv").unlink()
    (error,) = snapshot.damaged(copy)
    assert "80472ned.csv ontbreekt" in error.nl
    assert list(snapshot.load_index(copy).of("unemployed_persons"))


def test_without_the_list_of_sources_the_figures_keep_their_keys(copy: Path) -> None:
    (copy / "statline" / "sources.csv").unlink()
    assert len(snapshot.damaged(copy)) == 1
    (state,) = snapshot.load_index(copy).states(PARTICIPATION, "2024KW03")
    assert state.source_text == "S077, stand 2 juli 2026" and state.url == ""


@pytest.mark.parametrize("content", [None, "", "{}", '{"resources": [1]}', "[]"])
def test_without_a_usable_package_nothing_is_trusted(copy: Path, content: str | None) -> None:
    (copy / "datapackage.json").unlink()
    if content is not None:
        (copy / "datapackage.json").write_text(content)
    (error,) = snapshot.damaged(copy)
    assert "datapackage.json" in error.nl and snapshot.load_rows(copy) == []


@pytest.mark.parametrize(
    ("old", "new"), [("9782", "negenduizend"), ("2026-07-02", "2026-13-02"), (",true,persons", ",ja,persons"), ("known_from", "known")]
)
def test_a_line_that_cannot_be_read_is_named_even_when_the_checksum_fits(copy: Path, old: str, new: str) -> None:
    path = copy / "statline" / "85224ned.csv"
    content = path.read_text("utf-8").replace(old, new).encode()
    path.write_bytes(content)
    package = json.loads((copy / "datapackage.json").read_text("utf-8"))
    for one in package["resources"]:
        if one["name"] == "85224ned":
            one["hash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
    (copy / "datapackage.json").write_text(json.dumps(package), "utf-8")
    (error,) = snapshot.damaged(copy)
    assert "85224ned.csv heeft een onleesbare regel" in error.nl
    assert list(snapshot.load_index(copy).of("labour_market_tension"))


def test_a_package_cannot_reach_outside_its_folder(copy: Path) -> None:
    package = json.loads((copy / "datapackage.json").read_text("utf-8"))
    (copy.parent / "elsewhere.csv").write_bytes((copy / "statline" / "spanning.csv").read_bytes())
    next(one for one in package["resources"] if one["name"] == "spanning")["path"] = "../elsewhere.csv"
    (copy / "datapackage.json").write_text(json.dumps(package), "utf-8")
    assert len(snapshot.damaged(copy)) == 1
    assert not list(snapshot.load_index(copy).of("labour_market_tension"))
