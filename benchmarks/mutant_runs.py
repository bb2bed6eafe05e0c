"""Runs the tests that reach a planted error, in a fork of one warm process that has collected them; a plug-in of pytest.

A pass without any error comes first, for the seconds of every test and the lines that it reaches. Caches are emptied before each of its
tests, and lines that a shared fixture reaches count for every test that uses the fixture.
"""

from __future__ import annotations

import gc
import os
import pickle
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from coverage import Coverage

import pipeline
from benchmarks.mutant_source import PACKAGES, ROOT, Mutant, caches, forget, plant
from labour.model import Letter

#: Tests that measure time would fail on a busy machine; tests that take longer than so many seconds would make the run last for days.
UNFIT = ("test_linear_time.py",)
SLOW = 0.5
SHARED = 1.5  # seconds that a fixture of a module takes, about
#: A planted error may take so many times the seconds of its tests, and some more, of processor time. Wall time is bounded beside it.
PATIENCE, EXTRA = 4, 5
MEMORY = 4 << 30
KILLED, SURVIVED, TIMEOUT, UNREACHED, INVALID = "killed", "survived", "timeout", "no test", "invalid"
_STATUS = {0: SURVIVED, 1: KILLED, 9: INVALID}


class Runs:
    """``pytest.main(..., plugins=[Runs(...)])``: afterwards ``outcomes`` holds what became of each mutant and the test that killed it."""

    def __init__(self, mutants: Sequence[Mutant], workers: int, minutes: float) -> None:
        self.mutants, self.workers, self.end = mutants, workers, time.monotonic() + 60 * minutes
        self.outcomes: dict[Mutant, tuple[str, str]] = {}
        self.items: list[pytest.Item] = []
        self._coverage: Coverage | None = None
        self._context = ""
        self._taken = 0.0

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if session.testsfailed:
            raise pytest.UsageError("the tests could not be collected")
        self.items = [item for item in session.items if item.path.name not in UNFIT]
        self._warm()
        seconds, reach = _forked(self._survey)
        kept = {place for place, taken in enumerate(seconds) if taken <= SLOW}
        say(f"{len(kept)} tests, {sum(seconds[place] for place in kept):.0f} s")
        reach = {line: places & kept for line, places in reach.items()}
        self._all(seconds, reach)
        return True

    @pytest.hookimpl(hookwrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Iterator[None]:
        """What a shared fixture reaches is noted under its own name."""
        before = self._context
        if self._coverage and fixturedef.scope != "function":
            self._switch(_fixture(fixturedef))
        yield
        if self._coverage:
            self._switch(before)

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_call(self) -> Iterator[None]:
        """Processor seconds of the test itself, without what it shares."""
        start = time.process_time()
        yield
        self._taken = time.process_time() - start

    def _switch(self, context: str) -> None:
        assert self._coverage
        self._context = context
        self._coverage.switch_context(context)

    def _warm(self) -> None:
        """Patterns are compiled and files read once, here; what the pure packages keep is forgotten."""
        re._MAXCACHE = 1 << 20  # type: ignore[attr-defined]
        pipeline.extract_claims(Letter(name="brief", text="12 procent"))
        pipeline.load_observations()
        forget(PACKAGES)
        gc.freeze()

    def _survey(self) -> tuple[list[float], dict[tuple[str, int], set[int]]]:
        """Processor seconds of every test, and (file, line) -> places of the tests that reach it. Raises UsageError when a test fails."""
        users, seconds, kept = defaultdict(set), [], caches((*PACKAGES, "test_"))
        for place, item in enumerate(self.items):
            users[str(place)].add(place)
            for found in item._fixtureinfo.name2fixturedefs.values():  # type: ignore[attr-defined]
                users[_fixture(found[-1])].add(place)
        users[""] = set(range(len(self.items)))  # what is loaded, once, serves every test
        self._coverage = Coverage(data_file=None, source=[str(ROOT / name) for name in PACKAGES], config_file=False, messages=False)
        self._coverage.start()
        forget(("",))
        pipeline.extract_claims(Letter(name="brief", text=""))
        pipeline.load_observations()
        for place, (item, following) in enumerate(_in_turn(self.items)):
            for one in kept:
                one.cache_clear()
            self._switch(str(place))
            if _fails(item, following):
                raise pytest.UsageError(f"fails without any planted error: {item.nodeid}")
            seconds.append(self._taken)
        self._coverage.stop()
        data = self._coverage.get_data()
        return seconds, {
            (Path(file).relative_to(ROOT).as_posix(), line): set().union(*(users[context] for context in contexts))
            for file in data.measured_files()
            for line, contexts in data.contexts_by_lineno(file).items()
        }

    def _all(self, seconds: list[float], reach: dict[tuple[str, int], set[int]]) -> None:
        running: dict[int, tuple[Mutant, float, str]] = {}
        killers: dict[str, Counter[int]] = defaultdict(Counter)
        waiting, begun, folder = list(self.mutants)[::-1], time.monotonic(), Path(tempfile.mkdtemp(prefix="mutants-"))
        while waiting or running:
            if time.monotonic() > self.end:
                waiting.clear()
            while waiting and len(running) < self.workers:
                mutant = waiting.pop()
                places = _tests(mutant, reach)
                if not places:
                    self.outcomes[mutant] = (UNREACHED, "")
                    continue
                order = self._order(places, killers[mutant.path], seconds)
                limit = EXTRA + PATIENCE * sum(seconds[place] for place in places)
                note = folder / f"{mutant.package}-{len(self.outcomes)}-{len(waiting)}"
                running[self._start(mutant, order, int(limit) + 1, note)] = (mutant, time.monotonic() + 10 * limit, str(note))
            pid, status = os.waitpid(-1, os.WNOHANG)
            if not pid:
                for one, (_, deadline, _) in running.items():
                    if time.monotonic() > deadline:
                        os.kill(one, signal.SIGKILL)
                time.sleep(0.01)
                continue
            mutant, _, note_name = running.pop(pid)
            found = Path(note_name).read_text() if Path(note_name).exists() else ""
            shutil.rmtree(f"{note_name}.d", ignore_errors=True)
            outcome = TIMEOUT if os.WIFSIGNALED(status) else _STATUS.get(os.WEXITSTATUS(status), KILLED)
            if found:
                killers[mutant.path][int(found)] += 1
            self.outcomes[mutant] = (outcome, self.items[int(found)].nodeid if found else "")
            if len(self.outcomes) % 100 == 0:
                count = Counter(outcome for outcome, _ in self.outcomes.values())
                say(f"{len(self.outcomes)} of {len(self.mutants)}, {time.monotonic() - begun:.0f} s: {dict(count)}")
        shutil.rmtree(folder, ignore_errors=True)

    def _order(self, places: set[int], kills: Counter[int], seconds: list[float]) -> list[int]:
        """The tests that find most errors of this module in a second first, then the quick ones; those that share a fixture together."""
        groups: dict[object, list[int]] = defaultdict(list)
        for place in sorted(places, key=lambda place: -kills[place]):
            groups[self._sharing(place)].append(place)

        def rank(group: list[int]) -> tuple[float, float]:
            taken = sum(seconds[place] for place in group)
            return -kills[group[0]] / (taken + (0.02 if len(group) == 1 else SHARED)), taken

        return [place for group in sorted(groups.values(), key=rank) for place in group]

    def _sharing(self, place: int) -> object:
        """The module of a test that uses a fixture of its module, else the test itself."""
        fixtures = self.items[place]._fixtureinfo.name2fixturedefs.values()  # type: ignore[attr-defined]
        return self.items[place].path if any(found[-1].scope == "module" for found in fixtures) else place

    def _start(self, mutant: Mutant, order: list[int], limit: int, note: Path) -> int:
        """The id of a fork that leaves 0 when all tests pass and 1 when one fails, whose place it notes."""
        pid = os.fork()
        if pid:
            return pid
        try:
            _alone(limit)
            if mutant.package == "labour":  # what was read from files was made by it
                forget(("",))
            try:
                plant(mutant)
            except Exception:
                os._exit(9)
            factory = self.items[0].config._tmp_path_factory  # type: ignore[attr-defined]
            factory._basetemp = Path(f"{note}.d")
            factory._basetemp.mkdir()
            for place, following in _in_turn(order):
                if _fails(self.items[place], None if following is None else self.items[following]):
                    note.write_text(str(place))
                    os._exit(1)
            os._exit(0)
        except BaseException:
            os._exit(1)


def _alone(limit: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 2))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    quiet = os.open(os.devnull, os.O_RDWR)
    for one in (0, 1, 2):
        os.dup2(quiet, one)


def _tests(mutant: Mutant, reach: dict[tuple[str, int], set[int]]) -> set[int]:
    """The tests that reach the statement; where lines do not tell (a default, a jump), those that reach the function."""
    for first, last in (mutant.statement, mutant.function):
        found = set().union(*(reach.get((mutant.path, line), set()) for line in range(first, last + 1)))
        if (found and first != mutant.function[0]) or (first == mutant.function[0] and last == mutant.function[1]):
            return found
    return set()


def _fails(item: pytest.Item, following: pytest.Item | None) -> bool:
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=following))


def _in_turn(items: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    return zip(items, [*items[1:], None], strict=True)


def _fixture(definition: Any) -> str:
    return f"fixture {definition.baseid} {definition.argname}"


def _forked(work: Callable[[], Any]) -> Any:
    """What the work returns, done in a fork so that this process stays as it is."""
    with tempfile.NamedTemporaryFile() as kept:
        pid = os.fork()
        if not pid:
            try:
                Path(kept.name).write_bytes(pickle.dumps(work()))
                os._exit(0)
            except BaseException as error:
                print(repr(error), file=sys.__stderr__)
                os._exit(1)
        if os.waitpid(pid, 0)[1]:
            raise pytest.UsageError("the tests stopped before their end")
        return pickle.loads(Path(kept.name).read_bytes())


def say(line: str) -> None:
    print(line, file=sys.__stderr__, flush=True)
