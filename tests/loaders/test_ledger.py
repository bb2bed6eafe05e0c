"""The ledger: each new state is kept, none is changed, and neither two writers nor a kill at any moment leaves anything half done."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from labour.errors import DataError
from labour.observations import Series, build_index
from loaders import whole_files
from loaders.ledger import Ledger
from loaders.table_states import HeldSeries, TableState
from tests.standin.small import fingerprint

ROOT = Path(__file__).resolve().parents[2]
SERIES = Series("k", "open_vacancies", "1NED", "m", (), "label", "vacancies", "x 1 000", Decimal(1000), 1, False, "total")


def state(
    values: dict[str, str | None], modified: str = "2026-07-30T06:30:00", fetched: str = "2026-08-01T09:00", **changes: Any
) -> TableState:
    """A state of table 1NED with one series of these cells."""
    cells = {period: (None if value is None else Decimal(value), "voorlopig") for period, value in values.items()}
    moment = datetime.fromisoformat(fetched).replace(tzinfo=UTC)
    return TableState("1NED", "Titel", modified, moment, "grid", "Regulier", (HeldSeries(SERIES, "", cells),))


def test_reading_an_empty_ledger_makes_nothing(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "none")
    assert (ledger.tables(), ledger.rows(), ledger.states("1NED"), ledger.newest("1NED"), ledger.checked_at("1NED")) == (
        [],
        [],
        [],
        None,
        None,
    )
    assert list(tmp_path.iterdir()) == []


def test_only_new_content_adds_a_state(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    first = state({"2026KW01": "66.0"})
    assert ledger.add(first)
    before = {name: digest for name, digest in fingerprint(tmp_path).items() if not name.endswith("checked.json")}
    again = replace(first, fetched_at=first.fetched_at + timedelta(days=3))
    assert not ledger.add(again)
    assert {name: digest for name, digest in fingerprint(tmp_path).items() if not name.endswith("checked.json")} == before
    assert ledger.checked_at("1NED") == again.fetched_at
    assert ledger.states("1NED") == [first]
    assert ledger.add(state({"2026KW01": "66.1"}, fetched="2026-08-05T09:00"))
    assert ledger.add(state({"2026KW01": "66.1"}, "2026-10-30T06:30:00", fetched="2026-11-01T09:00"))
    assert [one.modified[:7] for one in ledger.states("1NED")] == ["2026-07", "2026-07", "2026-10"]
    assert before.items() <= fingerprint(tmp_path).items()  # the first file is as it was


@pytest.mark.parametrize(
    ("states", "days"),
    [
        # CBS's own date of change is the day from which a state counts
        ([({"2026KW01": "1"}, "2026-04-30", "2026-05-10"), ({"2026KW01": "2"}, "2026-07-30", "2026-08-10")], ["2026-04-30", "2026-07-30"]),
        # figures changed and CBS's date did not: known only from the day they were read
        ([({"2026KW01": "1"}, "2026-04-30", "2026-05-10"), ({"2026KW01": "2"}, "2026-04-30", "2026-06-10")], ["2026-04-30", "2026-06-10"]),
        # and back again
        (
            [
                ({"2026KW01": "1"}, "2026-04-30", "2026-05-10"),
                ({"2026KW01": "2"}, "2026-04-30", "2026-06-10"),
                ({"2026KW01": "1"}, "2026-04-30", "2026-06-20"),
            ],
            ["2026-04-30", "2026-06-10", "2026-06-20"],
        ),
        # CBS's date went back
        ([({"2026KW01": "1"}, "2026-07-30", "2026-08-10"), ({"2026KW01": "2"}, "2026-04-30", "2026-08-11")], ["2026-07-30", "2026-08-11"]),
        # the clock of this computer went back
        ([({"2026KW01": "1"}, "2026-07-30", "2026-08-10"), ({"2026KW01": "2"}, "2026-07-30", "2026-01-01")], ["2026-07-30", "2026-07-30"]),
        # it stood at its beginning: the figures are no older for it
        ([({"2026KW01": "1"}, "2026-07-30", "1970-01-01"), ({"2026KW01": "2"}, "2026-10-30", "1970-01-02")], ["2026-07-30", "2026-10-30"]),
        # it ran a century ahead and was set right: what came after is not of the future
        (
            [
                ({"2026KW01": "1"}, "2026-04-30", "2026-05-10"),
                ({"2026KW01": "2"}, "2026-04-30", "2126-06-10"),
                ({"2026KW01": "3"}, "2026-07-30", "2026-08-10"),
            ],
            ["2026-04-30", "2026-08-10", "2026-08-10"],
        ),
    ],
)
def test_states_count_from_the_right_day_in_order(states: list[tuple[dict[str, str], str, str]], days: list[str], tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    for values, modified, fetched in states:
        ledger.add(state(dict(values), f"{modified}T02:00:00", f"{fetched}T09:00"))
    assert [(one.known_from, str(one.value)) for _, _, one in ledger.rows()] == [
        (date.fromisoformat(day), values["2026KW01"]) for day, (values, _, _) in zip(days, states, strict=True)
    ]


def test_rows_give_every_vintage_and_skip_what_is_missing(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.add(state({"2026KW01": "66.0", "2026KW02": None}, "2026-04-30T02:00:00"))
    ledger.add(state({"2026KW01": "66.1", "2026KW02": "67.0"}))
    index = build_index(ledger.rows())
    assert [str(one.value) for one in index.states("k", "2026KW01")] == ["66.0", "66.1"]
    assert [str(one.value) for one in index.states("k", "2026KW02")] == ["67.0"]


def test_what_stayed_the_same_is_told_by_its_first_and_newest_state(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    for month in range(1, 6):
        values = {"2025KW01": "66.0", "2025KW02": "1.0" if month < 3 else "2.0"}
        ledger.add(state(dict(values), f"2026-0{month}-15T02:00:00", f"2026-0{month}-20T09:00"))
    index = build_index(ledger.rows())
    told = {
        period: [(str(s.value), s.known_from.month) for s in index.states("k", period) if s.known_from] for period in index.periods("k")
    }
    assert told == {"2025KW01": [("66.0", 1), ("66.0", 5)], "2025KW02": [("1.0", 1), ("2.0", 3), ("2.0", 5)]}


@pytest.mark.parametrize(
    "spoil", [lambda text: "", lambda text: text[:-20], lambda text: text.replace("66.0", "66.5"), lambda text: "\0" * 50]
)
def test_a_damaged_state_is_named_and_the_others_serve(spoil: Any, tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.add(state({"2026KW01": "66.0"}))
    ledger.add(state({"2026KW01": "66.1"}, fetched="2026-08-02T09:00"))
    first = sorted((tmp_path / "ledger" / "1NED").glob("0*.json"))[0]
    first.write_text(spoil(first.read_text(encoding="utf-8")), encoding="utf-8")
    assert [str(one.value) for _, _, one in ledger.rows()] == ["66.1"]
    [error] = ledger.damaged()
    assert first.name in error.nl and first.name in error.en
    assert ledger.add(state({"2026KW01": "66.2"}, fetched="2026-08-03T09:00"))
    assert len(ledger.states("1NED")) == 2


def test_the_ledger_can_be_read_as_it_was(tmp_path: Path) -> None:
    """Counts of states name a moment of the ledger: later states do not show, nor does damage shift the count."""
    ledger = Ledger(tmp_path)
    for number in (1, 2, 3):
        ledger.add(state({"2026KW01": str(number)}, fetched=f"2026-08-0{number}T09:00"))
        if number == 2:
            counts = ledger.counts()
    assert counts == {"1NED": 2}
    assert [str(one.value) for _, _, one in ledger.rows(counts=counts)] == ["1", "2"]
    assert ledger.rows(counts={}) == []
    next((tmp_path / "ledger" / "1NED").glob("00001-*")).write_text("")
    assert [str(one.value) for _, _, one in ledger.rows(counts=counts)] == ["2"]


def test_a_write_that_fails_leaves_the_folder_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = Ledger(tmp_path)
    ledger.add(state({"2026KW01": "66.0"}))
    before = fingerprint(tmp_path)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(whole_files.os, "fsync", full)
    with pytest.raises(DataError, match=r"kan niet worden geschreven \(de schijf is vol\)"):
        ledger.add(state({"2026KW01": "66.1"}, fetched="2026-08-02T09:00"))
    assert fingerprint(tmp_path) == before


def numbered(number: int, who: int | str) -> TableState:
    """A state that only this writer and this turn make."""
    return state({f"2026KW0{1 + one % 4}": f"{one}.{who}" for one in range(number + 1)})


WRITER = """
import sys
from pathlib import Path
from tests.loaders.test_ledger import Ledger, numbered
root, who, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(count):
    Ledger(root).add(numbered(number, who))
    print(number, flush=True)
"""


def writer(root: Path, who: int, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", WRITER, str(root), str(who), str(count)], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_two_processes_at_once_lose_and_double_nothing(tmp_path: Path) -> None:
    writers = [writer(tmp_path, who, 25) for who in (1, 2)]
    for one in writers:
        one.communicate(timeout=60)
        assert one.returncode == 0
    ledger = Ledger(tmp_path)
    assert ledger.damaged() == []
    kept = ledger.states("1NED")
    written = {
        state({f"2026KW0{1 + n % 4}": f"{n}.{who}" for n in range(count + 1)}).content_hash() for who in (1, 2) for count in range(25)
    }
    assert {one.content_hash() for one in kept} == written
    names = [path.name[:5] for path in sorted((tmp_path / "ledger" / "1NED").glob("0*.json"))]
    assert names == [f"{number:05d}" for number in range(1, len(names) + 1)]
    assert all(one.content_hash() != other.content_hash() for one, other in pairwise(kept))


def test_a_kill_at_any_moment_leaves_whole_states_only(tmp_path: Path) -> None:
    """Writers are killed after a random while; what one had reported as kept is there, and the next goes on."""
    chance = random.Random(8)
    kept = 0
    for who in range(8):
        one = writer(tmp_path, who, 10_000)
        assert one.stdout is not None
        one.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.05))
        one.send_signal(signal.SIGKILL)
        reported = 1 + len(one.stdout.read().splitlines())
        one.wait()
        ledger = Ledger(tmp_path)
        assert ledger.damaged() == []
        now = len(ledger.states("1NED"))
        assert now - kept in (reported, reported + 1)  # one may have been kept and not yet reported
        kept = now
    Ledger(tmp_path).add(state({"2026KW01": "99"}))
    folder = tmp_path / "ledger" / "1NED"
    assert not list(folder.glob(".part-*"))  # what the killed left is cleared away by the next writer
    assert json.loads((folder / "checked.json").read_text())["modified"] == "2026-07-30T06:30:00"
