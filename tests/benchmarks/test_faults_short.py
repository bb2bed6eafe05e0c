"""The short form of `make faults`: each fault is really brought about, once or a few times, and nothing is lost by it."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.faults import killing, runs
from benchmarks.faults.__main__ import CASES, KILLS, PAGE, row
from benchmarks.faults.provoking import Notes, Outcome, command, obeying, shut, unshut
from tests.standin.server import Standin
from tests.standin.small import small_table

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="rights, limits and disks are those of Linux")
LONG = (runs.fetch_killed, runs.corpus_killed, runs.two_servers)


@pytest.mark.parametrize("case", [pytest.param(one, marks=[pytest.mark.slow] if one in LONG else [], id=one.__name__) for one in CASES])
def test_after_each_fault_all_is_as_it_was(case, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    outcome = case(tmp_path, CASES[case][1])
    assert outcome.wrongs == ()


@pytest.fixture(scope="module")
def writings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, list[killing.Writing]]]:
    room = tmp_path_factory.mktemp("writing")
    with Standin([small_table()]) as standin:
        yield room, killing.writings(room, standin)


@pytest.mark.parametrize("place", range(6))
def test_a_kill_loses_and_halves_nothing(writings: tuple[Path, list[killing.Writing]], place: int) -> None:
    room, known = writings
    outcome = killing.kill(known[place], room, KILLS[1], random.Random(place))
    assert outcome.wrongs == ()


# What does not hold must show: a fault that nobody notices would make every other test here worthless.


def test_a_loss_would_show(tmp_path: Path) -> None:
    assert killing._ledger_wrong(tmp_path, [1], 1) == "lost {1}"
    assert killing._judgement_wrong(tmp_path, [1], 1) == "lost {1}"
    (tmp_path / "uit.csv").write_bytes(b"hal")
    assert killing._export_wrong({form: {b"heel"} for form in killing.FORMATS}, tmp_path, [], 1) == "half: ['csv']"
    (tmp_path / "figuur.html").write_bytes(b"<html>")
    assert killing._picture_wrong(tmp_path, [1], 1)


def test_what_did_not_hold_is_in_the_page() -> None:
    assert "**DID NOT HOLD**: a judgement was lost" in row(Outcome("f", "h", 1, "r", "all is well", ("a judgement was lost",)))


def test_a_wrong_exit_code_a_traceback_and_another_sentence_show(tmp_path: Path) -> None:
    notes = Notes(tmp_path)
    notes.refused(command("check", tmp_path / "weg.txt", state=tmp_path), "bestaat niet")
    assert notes.wrongs == [] and notes.said == ["weg.txt bestaat niet."]
    notes.refused(command("status", state=tmp_path), "bestaat niet")
    assert len(notes.wrongs) == 2


def test_a_shut_folder_is_shut(tmp_path: Path) -> None:
    """Root passes over permissions, and the tests with them would prove nothing: the process must have given that up."""
    folder = tmp_path / "shut"
    folder.mkdir()
    shut(folder)
    try:
        done = command("check", "--out", folder / "uit.csv", "--format", "csv", state=tmp_path / "state", under=obeying)
    finally:
        unshut(folder)
    assert (done.code, list(folder.iterdir())) == (2, [])


def test_the_page_holds_every_fault_and_none_that_did_not_hold() -> None:
    page = PAGE.read_text(encoding="utf-8")
    rows = re.findall(r"^\| (?!fault|---)(.+?) \|", page, re.MULTILINE)
    assert len(rows) == len(set(rows)) == len(CASES) + 6
    assert "DID NOT HOLD" not in page
