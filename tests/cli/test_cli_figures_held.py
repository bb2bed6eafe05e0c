"""``fetch``, ``status`` and ``letters get`` against stand-ins on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import cli
from loaders import places
from tests.standin.embedded import tables
from tests.standin.server import Standin
from tests.standin_parliament.server import Parliament, document


@pytest.fixture(scope="module")
def running() -> Iterator[Standin]:
    with Standin([one for one in tables(places.data_folder()) if one.identifier in ("80472ned", "85224NED")]) as standin:
        yield standin


@pytest.fixture
def standin(running: Standin, monkeypatch: pytest.MonkeyPatch) -> Standin:
    running.clear()
    monkeypatch.setenv("STATLINE_URL", running.url)
    return running


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs a command in this process: (exit code, standard output, standard error)."""

    def call(*arguments: object) -> tuple[int, str, str]:
        code = cli.main([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


def test_a_fetch_says_what_came_and_a_second_one_that_nothing_did(run: Any, standin: Standin) -> None:
    code, out, err = run("fetch", "80472ned", "85224NED")
    assert (code, out) == (0, "")
    assert [line.split(" ")[0] for line in err.splitlines()[:1]] == ["80472ned"]
    assert err.splitlines()[-1].endswith("met een andere uitkomst dan eerder.")
    code, _, err = run("fetch", "80472ned")
    assert (code, err.count("\n"), err.endswith(": niets nieuws.\n")) == (0, 1, True)


def test_one_table_that_fails_gives_code_2_and_the_other_stays(run: Any, standin: Standin, own_state: Path) -> None:
    standin.fault("missing_ids", table="85224NED")
    code, _, err = run("fetch", "80472ned", "85224NED", "--lang", "en")
    assert code == 2
    assert "85224NED" in err and "new figures" in err
    assert [path.name for path in (own_state / "ledger").iterdir() if path.is_dir()] == ["80472ned"]


def test_a_table_that_is_not_described_is_refused(run: Any, standin: Standin) -> None:
    code, out, err = run("fetch", "99999ned")
    assert (code, out) == (2, "")
    assert "99999ned" in err.splitlines()[0]


def test_without_a_network_everything_but_fetch_works(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATLINE_URL", "http://127.0.0.1:9")
    assert run("fetch", "80472ned", "--deadline", "5")[0] == 2
    assert run("status")[0] == 0
    assert run("check")[0] in (0, 1)


def test_status_says_what_is_held_how_old_and_what_is_missing(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    code, out, _ = run("status")
    assert code == 0
    line = next(line for line in out.splitlines() if "85224NED" in line)
    assert "Arbeidsdeelname" in line and "2026" in line
    assert "Geen cijfers vastgelegd van:" in out
    assert "Reeksen met gaten" in out


def test_the_catalogue_is_fetched_once_and_searched_offline_after_that(run: Any, standin: Standin, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, _ = run("status", "--search", "vacatures")
    assert code == 0 and "80472ned" in out and "85224NED" not in out
    monkeypatch.setenv("STATLINE_URL", "http://127.0.0.1:9")
    assert "80472ned" in run("status", "--search", "VACATURES sbi")[1]
    code, out, err = run("status", "--search", "bestaat-niet")
    assert (code, err) == (0, "Geen tabel gevonden.\n")


def test_a_letter_is_fetched_by_its_number(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = document("2024D49783", 1260)
    with Parliament([row], {row["Id"]: b"In het derde kwartaal van 2022 waren er 445 duizend vacatures.\n"}) as service:
        monkeypatch.setenv("TWEEDEKAMER_URL", service.url)
        code, out, _ = run("letters", "get", "29544, nr. 1260", "--out", tmp_path)
    assert code == 0
    assert Path(out.strip()).exists()
    code, out, _ = run("check", out.strip())
    assert code == 0 and "445.300" in out


def test_a_letter_that_does_not_exist_gives_one_sentence(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Parliament() as service:
        monkeypatch.setenv("TWEEDEKAMER_URL", service.url)
        code, out, err = run("--lang", "en", "letters", "get", "2024D00001", "--out", tmp_path)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "2024D00001" in err
    assert not list(tmp_path.iterdir())
