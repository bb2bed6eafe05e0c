"""``make soak``: many browser sessions at once, and sessions that come and go for half an hour, beside a bare Streamlit app.

    python -m benchmarks.soak [--minutes 30] [--sessions 1 10 30 60] [--clicks 5]

Sessions are websocket clients that speak Streamlit's own protocol to servers on this machine, which are started and ended here.
Exit code 1 when a page fails or memory keeps growing. Memory is read from /proc, so on Linux only.
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

from benchmarks.servers import Server, started

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
    """The dashboard and the bare app, each with a server of its own."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder, "bare.py")
        bare.write_text(BARE, encoding="utf-8")
        with started("bare Streamlit", str(bare), Path(folder)) as other, started("cijfertoets", "server.py", Path(folder)) as own:
            yield [other, own]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--sessions", type=int, nargs="+", default=[1, 10, 30, 60])
    parser.add_argument("--clicks", type=int, default=5)
    asked = parser.parse_args()
    print(f"{os.cpu_count()} cores, {asked.clicks} clicks a session")
    print(f"{'':16}{'sessions':>9}{'p50 s':>8}{'p95 s':>8}{'MB a session':>14}")
    with both() as servers:
        for server in servers:
            asyncio.run(crowd(server, 1, len(PAGES)))  # fills the caches
        for sessions, server in itertools.product(asked.sessions, servers):
            before = server.memory()
            seconds = asyncio.run(crowd(server, sessions, asked.clicks))
            ranked = statistics.quantiles(seconds, n=20)
            more = max(0.0, server.memory() - before) / sessions
            print(f"{server.name:16}{sessions:>9}{statistics.median(seconds):>8.2f}{ranked[18]:>8.2f}{more:>14.1f}", flush=True)
        samples = asyncio.run(churn(servers[1], asked.minutes * 60))
    third = len(samples) // 3
    growth = statistics.median(samples[-third:]) - statistics.median(samples[third : 2 * third])
    print(f"churn of {asked.minutes:g} minutes: {samples[0]:.0f} MB first, {samples[-1]:.0f} MB last, {growth:+.0f} MB in the last third")
    return int(growth > GROWTH_MB)


if __name__ == "__main__":
    sys.exit(main())
