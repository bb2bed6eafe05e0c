"""Workers do every task, and none that dies or hangs takes another's work with it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from labour.errors import CijfertoetsError
from workers import Lost, Workers


def work(task: int | str) -> int | str:
    if task == "die":
        os._exit(9)
    if task == "hang":
        time.sleep(60)
    return os.getpid() if task == "who" else task


def seconds(task: int | str) -> float:
    return 1.0 if task == "hang" else 30.0


def test_every_task_is_done_once() -> None:
    results = list(Workers(2, work, seconds).run(range(1, 30)))
    assert sorted(result for _, result in results) == list(range(1, 30))
    assert all(task == result for task, result in results)


def test_a_worker_that_dies_or_hangs_is_replaced() -> None:
    began = time.monotonic()
    results = list(Workers(2, work, seconds).run([1, "die", 2, "hang", 3, "die", 4]))
    assert sorted(str(task) for task, result in results if not isinstance(result, Lost)) == ["1", "2", "3", "4"]
    assert sorted(result.why for _, result in results if isinstance(result, Lost)) == ["died", "died", "slow"]
    assert time.monotonic() - began < 20


def refuse(task: int) -> int:
    raise CijfertoetsError("vol", "full") if task == 3 else ZeroDivisionError


def test_an_error_with_a_sentence_ends_the_run_and_any_other_its_worker(capfd: pytest.CaptureFixture[str]) -> None:
    run = Workers(1, refuse, seconds).run([1, 3])
    assert next(run) == (1, Lost("died"))
    with pytest.raises(CijfertoetsError, match="vol"):
        next(run)
    assert capfd.readouterr().err == ""


def test_tasks_are_taken_as_they_are_needed() -> None:
    taken = []

    def tasks() -> Iterator[int]:
        for number in range(50):
            taken.append(number)
            yield number + 1

    run = Workers(2, work, seconds).run(tasks())
    next(run)
    assert len(taken) <= 4
    run.close()  # type: ignore[attr-defined]


def test_workers_end_with_the_run() -> None:
    processes = {result for _, result in Workers(2, work, seconds).run(["who"] * 6)}
    for process in processes:
        assert not Path(f"/proc/{process}/stat").exists()


def test_no_tasks_no_results() -> None:
    assert list(Workers(2, work, seconds).run([])) == []
