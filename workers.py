"""Worker processes for a corpus run: each takes a task at a time, may die or hang without harm, and starts afresh now and then.

A task is a picklable call. Unlike a plain process pool this one ends a worker that takes too long and goes on with the others.
"""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Generic, TypeVar

from labour.errors import CijfertoetsError

T = TypeVar("T")
R = TypeVar("R")
#: tasks after which a worker is replaced, so that what leaks never adds up
_LIFE = 500
#: seconds that a Dask scheduler may take to answer
_PATIENCE = 15


@dataclass(frozen=True, slots=True)
class Lost:
    """What is known of a task whose worker ended: "died" or "slow"."""

    why: str


@dataclass
class _Worker:
    process: BaseProcess
    pipe: Connection
    task: Any = None
    began: float = 0.0
    done: int = 0


class Workers(Generic[T, R]):
    """``count`` processes that call ``work`` on one task after another; ``seconds`` says how long one may take."""

    def __init__(self, count: int, work: Callable[[T], R], seconds: Callable[[T], float]) -> None:
        self._context = multiprocessing.get_context("spawn")  # the parent may hold threads, which a fork would break
        self._count, self._work, self._seconds = count, work, seconds
        self._workers: list[_Worker] = []

    def run(self, tasks: Iterable[T]) -> Iterator[tuple[T, R | Lost]]:
        """Each task with its result, in the order in which they are done. Tasks are taken from the iterable as they are needed.

        A CijfertoetsError of the work ends the run and is raised here; any other error ends its worker only.
        """
        waiting = deque(self._start() for _ in range(self._count))
        source = iter(tasks)
        try:
            while True:
                while waiting and (task := next(source, None)) is not None:
                    self._give(waiting.popleft(), task)
                busy = [worker for worker in self._workers if worker.task is not None]
                if not busy:
                    return
                for worker, result in self._ready(busy):
                    task, worker.task = worker.task, None
                    worker.done += 1
                    if isinstance(result, Lost) or worker.done >= _LIFE:
                        self._end(worker)
                        worker = self._start()
                    waiting.append(worker)
                    if isinstance(result, CijfertoetsError):
                        raise result
                    yield task, result
        finally:
            for worker in list(self._workers):
                self._end(worker)

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, self._work), daemon=True)
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _give(self, worker: _Worker, task: T) -> None:
        worker.task, worker.began = task, time.monotonic()
        with contextlib.suppress(OSError):  # it died while it had nothing to do: found out when its result is awaited
            worker.pipe.send(task)

    def _ready(self, busy: list[_Worker]) -> Iterator[tuple[_Worker, Any]]:
        """Workers that have a result, have died, or take too long."""
        now = time.monotonic()
        soonest = min(worker.began + self._seconds(worker.task) for worker in busy)
        ready = set(wait([worker.pipe for worker in busy], timeout=max(0.0, soonest - now)))
        for worker in busy:
            if worker.pipe in ready:
                try:
                    yield worker, worker.pipe.recv()
                except (EOFError, OSError):
                    yield worker, Lost("died")
            elif time.monotonic() > worker.began + self._seconds(worker.task):
                yield worker, Lost("slow")

    def _end(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()


def _serve(pipe: Connection, work: Callable[[Any], Any]) -> None:
    """A worker's life: it ends with its parent, whose end of the pipe then closes."""
    while True:
        try:
            task = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            result = work(task)
        except CijfertoetsError as problem:
            result = problem
        except Exception:  # the border of a worker: it ends, its parent sees that, and nobody wants the traceback
            return
        pipe.send(result)


class DaskWorkers(Generic[T, R]):
    """The same on a Dask cluster: an existing one at ``scheduler``, else a local one of ``count`` workers.

    Its workers must have this program and see the folders ``seen``. Dask is not among the packages the program brings along.
    """

    def __init__(self, work: Callable[[T], R], scheduler: str | None, count: int, seen: tuple[Path, ...]) -> None:
        self._work, self._scheduler, self._count, self._seen = work, scheduler, count, seen
        try:
            import distributed
        except ImportError:
            raise CijfertoetsError(
                "Voor de machine dask is een extra pakket nodig: .venv/bin/pip install 'dask[distributed]'.",
                "The dask engine needs one more package: .venv/bin/pip install 'dask[distributed]'.",
            ) from None
        self._dask = distributed

    def run(self, tasks: Iterable[T]) -> Iterator[tuple[T, R | Lost]]:
        """As Workers.run; two tasks a worker are under way, so that none waits for the next."""
        source = iter(tasks)
        first = next(source, None)
        if first is None:
            return
        with self._cluster() as cluster, self._client(cluster) as client:
            under_way: dict[Any, T] = {}
            done = self._dask.as_completed()
            for task in itertools.chain([first], itertools.islice(source, 2 * sum(client.nthreads().values()) - 1)):
                self._submit(client, task, under_way, done)
            for future in done:
                task = under_way.pop(future.key)
                following = next(source, None)
                if following is not None:
                    self._submit(client, following, under_way, done)
                yield task, Lost("died") if isinstance(future.exception(), self._dask.scheduler.KilledWorker) else future.result()

    def _submit(self, client: Any, task: T, under_way: dict[Any, T], done: Any) -> None:
        future = client.submit(self._work, task, pure=False)
        under_way[future.key] = task
        done.add(future)

    def _cluster(self) -> Any:
        if self._scheduler:
            return contextlib.nullcontext(self._scheduler)
        return self._dask.LocalCluster(n_workers=self._count, threads_per_worker=1, dashboard_address=None)

    def _client(self, cluster: Any) -> Any:
        try:
            client = self._dask.Client(cluster, timeout=_PATIENCE)
        except (OSError, ValueError):
            raise CijfertoetsError(
                f"Er antwoordt geen Dask-scheduler op {self._scheduler}.", f"No Dask scheduler answers at {self._scheduler}."
            ) from None
        blind = [name for name, sees in client.run(_sees, self._seen).items() if not sees]
        if blind:
            client.close()
            raise CijfertoetsError(
                f"{len(blind)} van de Dask-workers zien de mappen niet, waaronder {blind[0]}; zet ze op een gedeelde schijf.",
                f"{len(blind)} of the Dask workers do not see the folders, {blind[0]} among them; put them on a shared disk.",
            )
        return client


def _sees(folders: tuple[Path, ...]) -> bool:
    return all(folder.is_dir() for folder in folders)
