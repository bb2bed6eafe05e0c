"""How soon the dashboard is on screen and answers a filter, beside bare Streamlit pages that show as much.

    python -m benchmarks.screen [--runs N]

First paint is what the browser itself reports (first contentful paint); complete is the last change of the page before it stays
still. Each run opens a fresh browser profile, own and bare in turn. A filter's time is what the server's processor spends on a
changed search box, sent over the websocket that a browser would use; read from /proc, so on Linux only.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import websockets
from choreographer.browsers.chromium import Chromium
from playwright.sync_api import Browser, sync_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.servers import Server, started

AT_MOST = 1.5  # times bare Streamlit's
STILL = 900  # milliseconds without a change after which a page counts as complete
WORDS = ("vacatures", "procent", "werk", "", "2024", "personen")
#: the bare page shows as many rows and columns as the page Toets, or as many pictures and points as the page Krapte
TABLE = """
import pandas as pd
import streamlit as st
st.set_page_config(layout="wide")
st.title("Kaal")
said = ["vacatures 2024", "procent", "werkenden", "personen 2024", "vacatures", "procent 2024"]
table = pd.DataFrame({f"kolom {n}": [f"{said[row % 6]} {row * n % 13} en nog wat" for row in range(121)] for n in range(11)})
word = st.text_input("zoek")
st.dataframe(table[table["kolom 3"].str.contains(word)], hide_index=True)
"""
CHARTS = """
import plotly.graph_objects as go
import streamlit as st
st.set_page_config(layout="wide")
st.title("Kaal")
for picture in range(3):
    figure = go.Figure([go.Scatter(x=list(range(75)), y=[(n * n * line) % 97 for n in range(75)], mode="lines+markers") for line in (1, 2)])
    st.plotly_chart(figure, key=str(picture))
"""
WATCH = """
window.lastChange = 0;
new MutationObserver(() => { window.lastChange = performance.now(); })
  .observe(document, {childList: true, subtree: true, attributes: true, characterData: true});
"""
PAIRS = (("Toets beside a bare table", "toets", TABLE), ("Krapte beside three bare charts", "krapte", CHARTS))


def painted(browser: Browser, url: str) -> tuple[float, float]:
    """Milliseconds from asking for the page to its first contentful paint, and until it stays still."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    try:
        page = context.new_page()
        page.add_init_script(WATCH)
        page.goto(url, wait_until="commit")
        page.locator("h1").first.wait_for(timeout=60_000)
        page.locator("[data-testid=stDataFrame] canvas, .js-plotly-plot .main-svg").first.wait_for(state="attached", timeout=60_000)
        while page.evaluate("performance.now() - window.lastChange") < STILL:  # the page's own policy allows no evaluated condition
            page.wait_for_timeout(100)
        first = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
        return float(first), float(page.evaluate("window.lastChange"))
    finally:
        context.close()


async def filter_clicks(server: Server, clicks: int) -> float:
    """Seconds of the server's processor for one change of the search box of its first page, the mean of so many."""
    async with websockets.connect(server.stream, subprotocols=[websockets.Subprotocol("streamlit")], max_size=None) as socket:
        asked = BackMsg()
        asked.rerun_script.page_name = ""
        await socket.send(asked.SerializeToString())
        box, fragment = await _ended(socket)
        began = server.busy()
        for number in range(clicks):
            change = BackMsg()
            change.rerun_script.page_name = ""
            change.rerun_script.fragment_id = fragment
            state = change.rerun_script.widget_states.widgets.add()
            state.id, state.string_value = box, WORDS[number % len(WORDS)]
            await socket.send(change.SerializeToString())
            await _ended(socket)
        return (server.busy() - began) / clicks


async def _ended(socket: websockets.ClientConnection) -> tuple[str, str]:
    """Reads to the end of a script's run; the search box seen on the way and the part of the page that it reruns ("": all)."""
    box, fragment = "", ""
    async for data in socket:
        answer = ForwardMsg.FromString(data)  # type: ignore[arg-type]
        if answer.WhichOneof("type") == "delta" and answer.delta.new_element.WhichOneof("type") == "text_input":
            element = answer.delta.new_element.text_input
            if not element.form_id and (not box or answer.delta.fragment_id):
                box, fragment = element.id, answer.delta.fragment_id
        if answer.WhichOneof("type") == "script_finished":
            if answer.script_finished not in (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY):
                raise RuntimeError("the page failed")
            break
    return box, fragment


@contextmanager
def side_by_side(bare: str) -> Iterator[tuple[Server, Server]]:
    """The dashboard and a bare page, each with a server of its own."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "bare.py")
        script.write_text(bare, encoding="utf-8")
        with started("bare", str(script), Path(folder)) as other, started("cijfertoets", "server.py", Path(folder)) as own:
            yield own, other


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7)
    asked = parser.parse_args()
    ratios = []
    with sync_playwright() as engine:
        found = Chromium.find_browser(skip_local=False)
        browser = engine.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"])
        for what, page, bare in PAIRS:
            with side_by_side(bare) as (own, other):
                urls = (f"http://127.0.0.1:{own.port}/{page if page != 'toets' else ''}", f"http://127.0.0.1:{other.port}/")
                cold = [painted(browser, url) for url in urls]
                warm = [[painted(browser, url) for url in urls] for _ in range(asked.runs)]
                print(f"{what}, ms, median of {asked.runs}{'':8}own    bare   times")
                for at, name in enumerate(("first paint", "complete")):
                    mine, its = (statistics.median(run[side][at] for run in warm) for side in (0, 1))
                    ratios.append(mine / its)
                    print(f"  {name:40}{mine:8.0f}{its:8.0f}{mine / its:8.2f}", flush=True)
                print(f"  {'complete, the first visit to the server':40}{cold[0][1]:8.0f}{cold[1][1]:8.0f}{cold[0][1] / cold[1][1]:8.2f}")
        browser.close()
    with side_by_side(TABLE) as servers:
        for server in servers:
            asyncio.run(filter_clicks(server, len(WORDS)))  # fills the caches
        runs = [[asyncio.run(filter_clicks(server, 20)) * 1000 for server in servers] for _ in range(asked.runs)]
        mine, its = (statistics.median(run[side] for run in runs) for side in (0, 1))
        ratios.append(mine / its)
        print(f"{'processor time of a filter change, ms':42}{mine:8.1f}{its:8.1f}{mine / its:8.2f}", flush=True)
    return int(max(ratios) > AT_MOST)


if __name__ == "__main__":
    raise SystemExit(main())
