"""A child process with an order and an end: what it sends comes through a pipe, and it never outlives its parent.

The order goes in as JSON; frames of marshalled plain values come out, so that half a million rows arrive without a detour over
the disk. The parent ends the child at the deadline, on cancelling, and by dying itself. Nothing is written here.
"""

from __future__ import annotations

import gc
import json
import marshal
import os
import queue
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from labour.errors import CijfertoetsError, StatLineError
from loaders.statline_sentences import failure

Frame = tuple[str, Any]
Send = Callable[[str, Any], None]
_ROOT = Path(__file__).resolve().parent.parent


def ask(module: str, order: dict[str, Any], deadline: float, cancelled: Callable[[], bool]) -> Iterator[Frame]:
    """The frames that ``python -m module`` sends for ``order``, whose "table" names it in messages.

    Ends within ``deadline`` seconds whatever the child does: StatLineError then, on cancelling, and for the child's own errors.
    """
    ends, table = time.monotonic() + deadline, order["table"]
    command, pipe = [sys.executable, "-m", module], subprocess.PIPE
    own = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH")]))}
    child = subprocess.Popen(command, cwd=_ROOT, env=own, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, pipesize=2**20)
    assert child.stdin is not None and child.stdout is not None
    frames: queue.Queue[Frame | None] = queue.Queue()
    reader = threading.Thread(target=_gather, args=(child.stdout, frames), daemon=True)
    reader.start()
    try:
        with suppress(BrokenPipeError):
            child.stdin.write(json.dumps(order).encode() + b"\n")
            child.stdin.flush()
        while True:
            if cancelled():
                raise failure("cancelled", table)
            left = ends - time.monotonic()
            if left <= 0:
                raise failure("deadline", table, f"{deadline:g}")
            try:
                frame = frames.get(timeout=min(0.1, left))
            except queue.Empty:
                continue
            if frame is None:
                raise failure("odd_answer", table, ("het lezen brak af", "reading broke off"))
            if frame[0] == "done":
                return
            if frame[0] == "error":
                raise StatLineError(*frame[1])
            yield frame
    finally:
        child.kill()
        child.wait()
        reader.join()
        child.stdout.close()
        with suppress(BrokenPipeError):
            child.stdin.close()


def _gather(pipe: BinaryIO, frames: queue.Queue[Frame | None]) -> None:
    """Eight bytes of length, then a marshalled pair, until the pipe ends."""
    while len(head := pipe.read(8)) == 8:
        (size,) = struct.unpack(">Q", head)
        body = pipe.read(size)
        if len(body) < size:
            break
        frames.put(marshal.loads(body))
    frames.put(None)


def serve(work: Callable[[dict[str, Any], Send], None]) -> None:
    """The child's life: read one order, let ``work`` send its frames, say "done" or "error"."""
    gc.disable()  # millions of plain records in a short life: the collector would only cost time
    pipe = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints must not end up between the frames

    def send(kind: str, value: Any) -> None:
        body = marshal.dumps((kind, value))
        pipe.write(struct.pack(">Q", len(body)))
        pipe.write(body)
        pipe.flush()

    order = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=_die_with_parent, daemon=True).start()
    try:
        work(order, send)
        send("done", None)
    except CijfertoetsError as problem:
        send("error", (problem.nl, problem.en))
    except Exception as problem:  # whatever becomes of an answer in no known form
        error = failure("odd_answer", order["table"], type(problem).__name__)
        send("error", (error.nl, error.en))


def _die_with_parent() -> None:
    sys.stdin.buffer.read()
    os._exit(1)
