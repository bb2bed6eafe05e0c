"""Whatever StatLine does, in whatever order: what is kept is what it published, and nothing kept is lost or changed.

A sequence publishes new figures now and then and fetches under several faults at once. The short form is part of every run; the
long form draws a thousand sequences anew.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labour.errors import CijfertoetsError, StatLineError
from loaders import statline
from loaders.endable import Frame
from loaders.ledger import Ledger
from loaders.statline_sentences import failure
from tests.standin import faults, small
from tests.standin.server import Standin

LIMITS = {"pause": 0.001, "connect": 0.5, "retries": 3, "pages": 30}
#: seconds for a table and of silence: short where faults may hang, since a fetch that gives up must lose nothing either
HURRIED, AT_EASE = (0.5, {**LIMITS, "read": 0.05}), (20.0, {**LIMITS, "read": 5.0})
RESOURCES = [
    "",
    "TypedDataSet",
    "TypedDataSet",
    "TypedDataSet",
    "DataProperties",
    "Perioden",
    "Bedrijfskenmerken",
    "TableInfos",
    "Tables",
    "root",
]


@dataclass(frozen=True)
class Step:
    """Publish a revision of these cells first (none: publish nothing), then fetch under these faults."""

    revised: tuple[int, ...]
    faults: tuple[dict[str, Any], ...]


fault = st.fixed_dictionaries(
    {
        "name": st.sampled_from(sorted(faults.NAMES)),
        "resource": st.sampled_from(RESOURCES),
        "page": st.integers(0, 1),
        "times": st.none() | st.integers(1, 5),
        "seconds": st.sampled_from([0.0, 0.02, 60.0]),
        "host": st.just("http://127.0.0.2:9"),
    }
)
step = st.builds(
    Step,
    revised=st.lists(st.integers(0, len(small.VALUES) - 1), max_size=3).map(tuple),
    faults=st.lists(fault, max_size=3).map(tuple),
)
sequences = st.lists(step, min_size=1, max_size=4)


@pytest.fixture(scope="module")
def standin() -> Iterator[Standin]:
    with Standin(page_size=small.PAGE) as running:
        yield running


def run(sequence: list[Step], standin: Standin) -> None:
    """Play the steps, then one without faults, and look after each whether the store holds the truth."""
    cells = sorted(small.VALUES)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        small.data_folder(root / "data")
        values, files = dict(small.VALUES), {}
        for number, one in enumerate([*sequence, Step((), ())]):
            standin.clear()
            if one.revised or not number:
                values |= {cells[place]: values[cells[place]] + number for place in one.revised}
                standin.put(small.small_table(values, f"2026-07-{number + 1:02d}T06:30:00"))
            for settings_ in one.faults:
                standin.fault(**settings_)
            before = small.fingerprint(root)
            deadline, limits = HURRIED if one.faults else AT_EASE
            report = small.fetch(standin, root, deadline=deadline, limits=limits, now=small.NOW.replace(minute=number))
            ledger = Ledger(root / "state")
            if report.failed:
                assert small.fingerprint(root) == before
            else:
                newest = ledger.newest(small.ID)
                assert newest is not None
                kept = {(s.series.key, period): value for s in newest.series for period, (value, _) in s.cells.items() if value is not None}
                assert kept == small.expected(values)
            assert ledger.damaged() == []
            now = {name: digest for name, digest in small.fingerprint(root).items() if "/0" in name}
            assert files.items() <= now.items()
            files = now
        assert report.whole, report.failed
    standin.clear()


def _here(module: str, order: dict[str, Any], deadline: float, cancelled: Callable[[], bool]) -> Iterator[Frame]:
    """What the child process does, in this one: most of a short sequence's time would be spent on starting one for each fetch."""
    frames: list[Frame] = []
    try:
        statline._work(order, lambda kind, value: frames.append((kind, value)))
    except CijfertoetsError as problem:
        raise StatLineError(problem.nl, problem.en) from None
    except Exception as problem:
        raise failure("odd_answer", order["table"], type(problem).__name__) from None
    yield from frames


SHORT = settings(deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))


@settings(SHORT, max_examples=40)
@given(sequences)
def test_forty_sequences_of_faults_lose_and_corrupt_nothing(standin: Standin, sequence: list[Step]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(statline, "ask", _here)
        run(sequence, standin)


@settings(SHORT, max_examples=4)
@given(sequences)
def test_some_sequences_with_a_process_for_each_fetch(standin: Standin, sequence: list[Step]) -> None:
    run(sequence, standin)


@pytest.mark.slow
@settings(max_examples=1000, deadline=None, database=None, suppress_health_check=list(HealthCheck), print_blob=True)
@given(sequences)
def test_a_thousand_sequences_of_faults_lose_and_corrupt_nothing(standin: Standin, sequence: list[Step]) -> None:
    run(sequence, standin)
