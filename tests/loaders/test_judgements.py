"""Judgements are kept for good: added, never changed, whole after a crash, and refused in one sentence where they cannot be kept."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from labour.errors import DataError
from labour.judgement import Judgement, place_of, read_as, standing
from labour.model import Claim
from loaders.judgements import FILE, Judgements

ONE = Judgement(
    letter_sha256="a" * 64,
    letter="brief",
    start=10,
    end=21,
    quote="445 duizend",
    indicator="open_vacancies",
    made_at="2026-11-21T08:00:00+00:00",
    note="Het tweede kwartaal is bedoeld; zie “alinea 2”.",
    machine_verdict="deviates",
    verdict="supported",
    reading=(("period", "2024KW02"), ("sector", "")),
    version="0.1.0",
)
CLAIM = Claim(
    "brief", 10, 21, "445 duizend", None, "445 duizend", "vacancies", indicator="open_vacancies", period="2024KW03", period_inferred=True
)


def test_a_judgement_comes_back_as_it_was_given(tmp_path: Path) -> None:
    kept = Judgements(tmp_path / "nog" / "niet" / "gemaakt")
    assert kept.all() == []
    kept.add(ONE)
    kept.add(replace(ONE, verdict=None, reading=()))
    assert Judgements(kept.path.parent).all() == [ONE, replace(ONE, verdict=None, reading=())]


def test_reading_makes_no_folder_and_no_file(tmp_path: Path) -> None:
    Judgements(tmp_path / "leeg").all()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ([ONE], "supported"),
        ([ONE, replace(ONE, verdict="inconsistent")], "inconsistent"),
        ([ONE, replace(ONE, withdrawn=True)], None),
        ([ONE, replace(ONE, withdrawn=True), replace(ONE, verdict="consistent")], "consistent"),
        ([replace(ONE, end=22)], None),  # another claim
        ([replace(ONE, letter_sha256="b" * 64)], None),  # another letter of the same name
        ([replace(ONE, indicator="new_vacancies")], None),  # another claim at the same place
    ],
)
def test_the_last_judgement_that_was_not_withdrawn_stands(given: list[Judgement], verdict: str | None) -> None:
    found = standing(given).get(place_of("a" * 64, CLAIM))
    assert (found.verdict if found else None) == verdict


def test_a_reading_changes_only_what_it_names() -> None:
    read = read_as(CLAIM, ONE)
    assert (read.period, read.sector, read.period_inferred) == ("2024KW02", None, False)
    assert replace(read, period=CLAIM.period, period_inferred=True) == CLAIM
    assert read_as(CLAIM, replace(ONE, reading=(("quote", "iets anders"),))) == CLAIM


def test_several_programs_write_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    code = (
        "import sys; from dataclasses import replace; from pathlib import Path; from loaders.judgements import Judgements; "
        "from tests.loaders.test_judgements import ONE\n"
        "for n in range(25): Judgements(Path(sys.argv[1])).add(replace(ONE, start=n, note=sys.argv[2]))"
    )
    writers = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path), name]) for name in ("een", "twee")]
    assert [one.wait(60) for one in writers] == [0, 0]
    kept = [(one.note, one.start) for one in Judgements(tmp_path).all()]
    assert sorted(kept) == sorted((name, n) for name in ("een", "twee") for n in range(25))


def test_what_was_accepted_survives_a_kill(tmp_path: Path) -> None:
    """A writer that prints each number once it was accepted is killed; every printed one is there, and more can be added."""
    code = (
        "import sys; from dataclasses import replace; from pathlib import Path; from loaders.judgements import Judgements; "
        "from tests.loaders.test_judgements import ONE\n"
        "for n in range(100000): Judgements(Path(sys.argv[1])).add(replace(ONE, start=n)); print(n, flush=True)"
    )
    writer = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout
    said = [int(writer.stdout.readline()) for _ in range(5)]
    time.sleep(0.05)
    os.kill(writer.pid, signal.SIGKILL)
    said += [int(line) for line in writer.communicate()[0].splitlines() if line.strip()]
    kept = Judgements(tmp_path)
    assert [one.start for one in kept.all()][: len(said)] == said
    kept.add(ONE)
    assert kept.all()[-1] == ONE


@pytest.mark.parametrize("content", [b"geen database", b"SQLite format 3\x00" + b"\xff" * 200])
def test_a_damaged_file_is_one_sentence_and_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    for call in (Judgements(tmp_path).all, lambda: Judgements(tmp_path).add(ONE)):
        with pytest.raises(DataError, match=r"judgements\.sqlite") as told:
            call()
        assert told.value.sentence("en") != told.value.sentence("nl")
    assert (tmp_path / FILE).read_bytes() == content


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    with pytest.raises(DataError, match=r"judgements\.sqlite"):
        Judgements(tmp_path / "bestand").add(ONE)
