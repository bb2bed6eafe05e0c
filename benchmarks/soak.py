"""``make soak``: many browser sessions at once, and sessions that come and go for half an hour, beside a bare Streamlit app.

    python -m benchmarks.soak [--minutes 30] [--sessions 1 10 30 60] [--clicks 5] [--page]

Sessions are websocket clients that speak Streamlit's own protocol to servers on this machine, which are started and ended here.
Exit code 1 when a page fails, memory keeps growing, or a slow fetch or upload holds up others. Memory is read from /proc, so on
Linux only. ``--page`` puts what is printed into docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.hindering import hindered
from benchmarks.results import put
from benchmarks.servers import Server, started
from tests.standin.server import Standin

PAGES = ("", "brief", "krapte", "sectoren", "bronnen")
QUERIES = ("", "lang=en", "verdict=deviates")
BARE = """
import pandas as pd
import streamlit as st
choice = st.selectbox("getal", range(10))
st.dataframe(pd.DataFrame({"a": range(200), "b": [n * choice for n in range(200)]}))
st.line_chart(pd.DataFrame({"y": [n * choice for n in range(70)]}))
"""
#: memory that may come on top between the second and the last third of the churn, in MB
GROWTH_MB = 40


async def click_through(server: Server, clicks: int, start: int) -> list[float]:
    """Seconds of each page a session opens, one after the other. Raises RuntimeError when a script ends in an error."""
    seconds = []
    pages = PAGES if server.name == "cijfertoets" else ("",)
    async with websockets.connect(server.stream, subprotocols=[websockets.Subprotocol("streamlit")], max_size=None) as socket:
        for number in range(start, start + clicks):
            asked = BackMsg()
            asked.rerun_script.page_name = pages[number % len(pages)]
            asked.rerun_script.query_string = QUERIES[number % len(QUERIES)] if server.name == "cijfertoets" else ""
            began = time.perf_counter()
            await socket.send(asked.SerializeToString())
            async for data in socket:
                answer = ForwardMsg.FromString(data)  # type: ignore[arg-type]
                if answer.WhichOneof("type") == "delta" and answer.delta.new_element.WhichOneof("type") == "exception":
                    raise RuntimeError(f"page {asked.rerun_script.page_name!r} failed:\n{server.log.read_text(encoding='utf-8')[-2000:]}")
                if answer.WhichOneof("type") == "script_finished" and answer.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    break
            seconds.append(time.perf_counter() - began)
    return seconds


async def crowd(server: Server, sessions: int, clicks: int) -> list[float]:
    """The seconds of every click of so many sessions at once."""
    found = await asyncio.gather(*(click_through(server, clicks, number) for number in range(sessions)))
    return list(itertools.chain.from_iterable(found))


async def churn(server: Server, seconds: float, at_once: int = 8) -> list[float]:
    """Sessions that come, click three times and go; memory in MB, sampled thirty times along the way."""
    until = time.monotonic() + seconds
    samples: list[float] = []

    async def visitor(number: int) -> None:
        while time.monotonic() < until:
            await click_through(server, 3, number)
            number += at_once

    async def watch() -> None:
        while time.monotonic() < until:
            await asyncio.sleep(seconds / 30)
            samples.append(server.memory())

    await asyncio.gather(watch(), *(visitor(number) for number in range(at_once)))
    return samples


@contextmanager
def both() -> Iterator[list[Server]]:
    """The dashboard and the bare app, each with a server of its own. The StatLine of the dashboard takes calls and says nothing."""
    with tempfile.TemporaryDirectory() as folder, Standin() as statline:
        statline.fault("hang", resource="")
        bare = Path(folder, "bare.py")
        bare.write_text(BARE, encoding="utf-8")
        with (
            started("bare Streamlit", str(bare), Path(folder)) as other,
            started("cijfertoets", "server.py", Path(folder), statline.url) as own,
        ):
            yield [other, own]


async def beside_slow_ones(server: Server, sessions: int = 4, uploads: int = 3) -> tuple[list[float], list[float]]:
    """The seconds of every click of some sessions: with the server to themselves, and beside a fetch and uploads that never end."""
    alone = await crowd(server, sessions, 2 * len(PAGES))
    async with hindered(server, uploads):
        return alone, await crowd(server, sessions, 2 * len(PAGES))


def measure(minutes: float, sessions: list[int], clicks: int) -> Iterator[tuple[str, bool]]:
    """Lines of the result, as they come, and whether each is well."""
    yield f"{os.cpu_count()} cores, {clicks} clicks a session, load {os.getloadavg()[0]:.1f}", True
    yield f"{'':16}{'sessions':>9}{'p50 s':>8}{'p95 s':>8}{'MB a session':>14}", True
    with both() as servers:
        for server in servers:
            asyncio.run(crowd(server, 1, len(PAGES)))  # fills the caches
        for count, server in itertools.product(sessions, servers):
            before = server.memory()
            median, worst = _ranked(asyncio.run(crowd(server, count, clicks)))
            more = max(0.0, server.memory() - before) / count
            yield f"{server.name:16}{count:>9}{median:>8.2f}{worst:>8.2f}{more:>14.1f}", True
        (alone, worst_alone), (beside, worst_beside) = map(_ranked, asyncio.run(beside_slow_ones(servers[1])))
        told = f"4 sessions alone: p50 {alone:.2f} s, p95 {worst_alone:.2f} s; beside a fetch that hangs and 3 letters that come in a byte"
        yield f"{told} at a time: p50 {beside:.2f} s, p95 {worst_beside:.2f} s", beside < 2 * alone + 1
        samples = asyncio.run(churn(servers[1], minutes * 60))
    third = len(samples) // 3
    growth = statistics.median(samples[-third:]) - statistics.median(samples[third : 2 * third])
    told = f"churn of {minutes:g} minutes: {samples[0]:.0f} MB first, {samples[-1]:.0f} MB last, {max(samples):.0f} MB at most"
    yield f"{told}, {growth:+.0f} MB in the last third", growth <= GROWTH_MB


def _ranked(seconds: list[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    return statistics.median(seconds), statistics.quantiles(seconds, n=20)[18]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--sessions", type=int, nargs="+", default=[1, 10, 30, 60])
    parser.add_argument("--clicks", type=int, default=5)
    parser.add_argument("--page", action="store_true", help="put the result into docs/benchmarks.md")
    asked = parser.parse_args()
    lines, is_well = [], True
    for line, well in measure(asked.minutes, asked.sessions, asked.clicks):
        print(line, flush=True)
        lines.append(line)
        is_well = is_well and well
    if asked.page and is_well:
        put(f"Load: up to {max(asked.sessions)} sessions at once, and {asked.minutes:g} minutes of coming and going", "make soak", lines)
    return int(not is_well)


if __name__ == "__main__":
    sys.exit(main())
