"""A folder of letters to Parquet: whole, in order, resumable, and never stopped by one bad letter."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

import corpus
from labour.errors import CijfertoetsError
from loaders.letter_folders import letter_files
from workers import Lost

ROOT = Path(__file__).resolve().parent.parent
TABLES = ("letters", "claims", "checks", "failures")
SENTENCE = "In het laatste kwartaal van 2021 waren er {} vacatures per 100 werklozen."


class InThisProcess:
    """Workers without processes; names in ``lost`` take their worker down."""

    lost: frozenset[str] = frozenset()

    def __init__(self, count: int, work: Callable[[Any], Any], seconds: Callable[[Any], float]) -> None:
        self._work = work

    def run(self, tasks: Iterable[corpus.Task]) -> Iterator[tuple[corpus.Task, Any]]:
        for task in tasks:
            yield task, Lost("died") if self.lost & set(task.names) else self._work(task)


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> type[InThisProcess]:
    monkeypatch.setattr(corpus, "Workers", InThisProcess)
    monkeypatch.setattr(InThisProcess, "lost", frozenset())
    return InThisProcess


def letters(folder: Path, count: int) -> Path:
    for number in range(count):
        place = folder / f"{number // 25:02d}"
        place.mkdir(parents=True, exist_ok=True)
        text = f"Den Haag, 13 december 2024\n\n{SENTENCE.format(90 + number)}\n"
        (place / f"brief-{number:04d}.txt").write_text(text, encoding="utf-8")
    return folder


def tables(out: Path) -> dict[str, list[dict[str, Any]]]:
    return {name: pq.read_table(out / f"{name}.parquet").to_pylist() for name in TABLES}


def test_every_letter_with_its_claims_and_checks(tmp_path: Path, here: type[InThisProcess]) -> None:
    folder = letters(tmp_path / "brieven", 60)
    (folder / "leeg.txt").write_bytes(b"")
    (folder / "plaatje.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 99)
    (folder / ".verborgen").write_text(SENTENCE)
    (folder / "metadata.xml").write_text("<a/>")
    (folder / "letters.toml").write_text("[brief]")
    seen: list[corpus.Progress] = []
    done = corpus.run_corpus(folder, folder / "uit", progress=seen.append)
    found = tables(folder / "uit")

    assert (done.total, done.letters, done.failures, done.done) == (62, 60, 2, 62)
    assert [row["path"] for row in found["letters"]] == sorted(row["path"] for row in found["letters"])
    assert found["letters"][16] | {"sha256": "", "title": ""} == {
        "path": "00/brief-0016.txt", "letter": "00/brief-0016", "sha256": "", "same_letter_as": "", "title": "", "sender": "",
        "reference": "", "date": date(2024, 12, 13),
        "precision": "day", "date_from": "staat in de tekst", "characters": 103, "footnotes": 0, "claims": 1,
    }  # fmt: skip
    assert [row["value"] for row in found["claims"]] == [float(90 + number) for number in range(60)]
    assert [(row["path"], row["number"]) for row in found["checks"]] == [(row["path"], row["number"]) for row in found["claims"]]
    assert [row["path"] for row in found["checks"] if row["verdict"] in ("supported", "supported_when_published")]
    assert {row["path"]: row["reason_en"] for row in found["failures"]}.keys() == {"leeg.txt", "plaatje.png"}
    assert all(row["reason_nl"].endswith(".") for row in found["failures"])
    assert [now.done for now in seen] == sorted(now.done for now in seen) and seen[-1] == done


def test_what_programs_leave_in_a_folder_is_no_letter(tmp_path: Path) -> None:
    """A browser saves a page with a folder of its styles and scripts, which are text and full of numbers."""
    for name in ("brief.html", "brief_files/stijl.css", "brief.htm_files/los.txt", "losse_files/brief.txt", "~$brief.docx", "desktop.ini"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(SENTENCE)
    assert list(letter_files(tmp_path, tmp_path / "uit")) == ["brief.html", "brief.htm_files/los.txt", "losse_files/brief.txt"]


def test_a_second_run_finds_everything_back(tmp_path: Path, here: type[InThisProcess]) -> None:
    folder, out = letters(tmp_path / "brieven", 60), tmp_path / "uit"
    corpus.run_corpus(folder, out)
    before = {name: (out / f"{name}.parquet").read_bytes() for name in TABLES}
    again = corpus.run_corpus(folder, out)
    assert (again.found_back, again.done) == (60, 60)
    assert {name: (out / f"{name}.parquet").read_bytes() for name in TABLES} == before


def test_what_changed_is_read_anew_and_little_else(tmp_path: Path, here: type[InThisProcess]) -> None:
    folder, out = letters(tmp_path / "brieven", 200), tmp_path / "uit"
    corpus.run_corpus(folder, out)
    (folder / "03" / "brief-0080.txt").write_text(SENTENCE.format(999), encoding="utf-8")
    (folder / "05" / "brief-0125.txt").unlink()
    (folder / "07" / "nieuw.txt").write_text(SENTENCE.format(1000), encoding="utf-8")
    again = corpus.run_corpus(folder, out)
    values = [row["value"] for row in tables(out)["claims"]]
    assert again.letters == 200 and 200 - again.found_back <= 3 * 48
    assert 999.0 in values and 1000.0 in values and 215.0 not in values and 170.0 not in values
    fresh = tmp_path / "vers"
    corpus.run_corpus(folder, fresh)
    assert tables(fresh) == tables(out)


def test_names_that_no_text_can_hold_and_pipes_that_never_answer(tmp_path: Path, here: type[InThisProcess]) -> None:
    """A file's name may be any bytes; what is no regular file is not waited for."""
    folder = letters(tmp_path / "brie.ven", 1)
    strange = os.fsencode(folder) + b"/brief-\xff.txt"
    try:
        Path(os.fsdecode(strange)).write_text(SENTENCE.format(5), encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    os.mkfifo(folder / "pijp.txt")
    (folder / "map.v2").mkdir()
    (folder / "map.v2" / "zonder-uitgang").write_text(SENTENCE.format(6), encoding="utf-8")
    corpus.run_corpus(folder, tmp_path / "uit")
    found = tables(tmp_path / "uit")
    assert [(row["path"], row["letter"]) for row in found["letters"]] == [
        ("brief-\\xff.txt", "brief-\\xff"),
        ("00/brief-0000.txt", "00/brief-0000"),
        ("map.v2/zonder-uitgang", "map.v2/zonder-uitgang"),
    ]
    assert [row["reason_nl"] for row in found["failures"]] == ["pijp.txt is geen gewoon bestand."]


def test_a_claim_keeps_its_sentence_and_a_cell_its_decimals(tmp_path: Path, here: type[InThisProcess]) -> None:
    folder = tmp_path / "brieven"
    folder.mkdir()
    wages = "De netto arbeidsparticipatie was in het derde kwartaal van 2024 73,1 procent."
    endless = "In 2023 waren er " + "zeer " * 5_000 + "9,7 miljoen werkenden."
    (folder / "a.txt").write_text(f"Den Haag, 13 december 2024\n\nEerst dit. {wages} En dan dit.\n\n{endless}\n", encoding="utf-8")
    corpus.run_corpus(folder, tmp_path / "uit")
    claims, checks = (tables(tmp_path / "uit")[name] for name in ("claims", "checks"))
    assert claims[0]["sentence"].strip() == wages
    for claim in claims:
        start = claim["start"] - claim["sentence_start"]
        assert claim["sentence"][start : start + len(claim["quote"])] == claim["quote"]
        assert len(claim["sentence"]) < 1_200
    assert (claims[0]["value"], claims[0]["step"]) == (73.1, 0.1)
    assert {cell["value_text"] for cell in checks[0]["evidence"]} == {"73.1"} and checks[0]["evidence"][0]["series"]


def test_a_full_disk_is_one_sentence(tmp_path: Path, here: type[InThisProcess], monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*given: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(corpus.parquet, "write_part", full)
    with pytest.raises(CijfertoetsError, match=r"kan niet geschreven worden \(de schijf is vol\)"):
        corpus.run_corpus(letters(tmp_path / "brieven", 3), tmp_path / "uit")


def test_another_day_is_another_result(tmp_path: Path, here: type[InThisProcess]) -> None:
    folder, out = letters(tmp_path / "brieven", 5), tmp_path / "uit"
    corpus.run_corpus(folder, out)
    assert corpus.run_corpus(folder, out, as_of=date(2012, 1, 1)).found_back == 0


def test_a_letter_that_takes_its_worker_down_is_listed(tmp_path: Path, here: type[InThisProcess], monkeypatch: pytest.MonkeyPatch) -> None:
    folder = letters(tmp_path / "brieven", 60)
    monkeypatch.setattr(here, "lost", frozenset({"01/brief-0030.txt"}))
    done = corpus.run_corpus(folder, tmp_path / "uit")
    found = tables(tmp_path / "uit")
    assert (done.letters, done.failures) == (59, 1)
    assert [(row["path"], row["reason_nl"]) for row in found["failures"]] == [("01/brief-0030.txt", "Het proces brak af.")]
    assert [row["path"] for row in found["letters"]] == sorted(row["path"] for row in found["letters"])


def test_a_fault_of_ours_costs_one_letter(tmp_path: Path, here: type[InThisProcess], monkeypatch: pytest.MonkeyPatch) -> None:
    extract = corpus.pipeline.extract_claims

    def faulty(letter: Any) -> Any:
        if letter.name.endswith("0003"):
            raise ZeroDivisionError
        return extract(letter)

    monkeypatch.setattr(corpus.pipeline, "extract_claims", faulty)
    corpus.run_corpus(letters(tmp_path / "brieven", 10), tmp_path / "uit")
    found = tables(tmp_path / "uit")
    assert len(found["letters"]) == 9 and "ZeroDivisionError" in found["failures"][0]["reason_en"]

    monkeypatch.setattr(corpus.pipeline, "extract_claims", extract)  # once mended, it is tried again
    assert corpus.run_corpus(tmp_path / "brieven", tmp_path / "uit").failures == 0


def test_a_part_that_was_cut_short_is_made_again(tmp_path: Path, here: type[InThisProcess]) -> None:
    folder, out = letters(tmp_path / "brieven", 40), tmp_path / "uit"
    corpus.run_corpus(folder, out)
    whole = tables(out)
    for path in (out / "parts").rglob("*.claims.parquet"):
        path.write_bytes(path.read_bytes()[:100])
    assert corpus.run_corpus(folder, out).found_back < 40
    assert tables(out) == whole


def test_a_run_killed_at_random_and_resumed_equals_an_undisturbed_one(tmp_path: Path, here: type[InThisProcess]) -> None:
    """Killed twice: the second run finds back what the first kept, and is killed over what it adds."""
    folder, out = letters(tmp_path / "brieven", 150), tmp_path / "uit"
    script = f"import corpus, pathlib; corpus.run_corpus(pathlib.Path({str(folder)!r}), pathlib.Path({str(out)!r}), workers=2)"
    guarded = tmp_path / "run.py"
    guarded.write_text(f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nif __name__ == '__main__':\n    {script}\n")
    kept = 0
    for seed in (1, 2):
        run = subprocess.Popen([sys.executable, str(guarded)], cwd=ROOT, start_new_session=True)
        while len(list((out / "parts").rglob("*.letters.parquet"))) <= kept and run.poll() is None:
            time.sleep(0.02)
        time.sleep(random.Random(seed).random() / 8)
        with contextlib.suppress(ProcessLookupError):  # it may have come to its end
            os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        kept = len(list((out / "parts").rglob("*.letters.parquet")))

    resumed = corpus.run_corpus(folder, out)
    assert resumed.found_back > 0
    corpus.run_corpus(folder, tmp_path / "ongestoord")
    assert tables(out) == tables(tmp_path / "ongestoord")


def test_memory_does_not_grow_with_the_number_of_letters(
    tmp_path: Path, here: type[InThisProcess], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten thousand names pass; reading is left out, since it is the bookkeeping that could grow."""
    monkeypatch.setattr(corpus, "letter_files", lambda folder, out: (f"{number:06d}.txt" for number in range(10_000)))
    row = {"path": "x", "sha256": "", "reason_nl": "", "reason_en": ""}
    monkeypatch.setattr(corpus, "_read", lambda task, name: {"failures": [row]})
    before = _memory()
    done = corpus.run_corpus(tmp_path, tmp_path / "uit")
    assert (done.failures, pq.read_metadata(tmp_path / "uit" / "failures.parquet").num_rows) == (10_000, 10_000)
    assert _memory() - before < 60


def _memory() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6 if Path("/proc/self/statm").exists() else 0.0


def test_what_cannot_start_is_said(tmp_path: Path) -> None:
    with pytest.raises(CijfertoetsError, match="geen map met brieven"):
        corpus.run_corpus(tmp_path / "weg", tmp_path / "uit")
    (tmp_path / "bestand").write_text("x")
    with pytest.raises(CijfertoetsError, match="kan niet geschreven worden"):
        corpus.run_corpus(tmp_path, tmp_path / "bestand")


def test_dask_is_asked_for_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(CijfertoetsError, match=r"pip install 'dask\[distributed\]'"):
        corpus.run_corpus(tmp_path, tmp_path / "uit", "dask")


def test_a_dask_cluster_gives_the_same_whether_our_own_or_there_already(tmp_path: Path, here: type[InThisProcess]) -> None:
    """And what one engine did, the other finds back."""
    distributed = pytest.importorskip("distributed")
    folder = letters(tmp_path / "brieven", 60)
    corpus.run_corpus(folder, tmp_path / "hier")
    corpus.run_corpus(folder, tmp_path / "eigen", "dask", workers=2)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        corpus.run_corpus(folder, tmp_path / "ander", "dask", cluster.scheduler_address)
        assert corpus.run_corpus(folder, tmp_path / "hier", "dask", cluster.scheduler_address).found_back == 60
    assert tables(tmp_path / "eigen") == tables(tmp_path / "ander") == tables(tmp_path / "hier")


def test_a_scheduler_that_does_not_answer_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("workers._PATIENCE", 1)
    with pytest.raises(CijfertoetsError, match=r"geen Dask-scheduler op tcp://127\.0\.0\.1:9"):
        corpus.run_corpus(letters(tmp_path / "brieven", 2), tmp_path / "uit", "dask", "tcp://127.0.0.1:9")


def test_how_far_and_how_fast() -> None:
    """What was found back took no time and says nothing of the rate."""
    now = corpus.Progress(100, letters=38, failures=2, found_back=20, seconds=10.0)
    assert (now.done, now.rate, now.left) == (40, 2.0, 30.0)
    assert corpus.Progress(100).left is None
