"""``make pictures``: the pictures of the README, taken from the dashboard and drawn by the program."""

from __future__ import annotations

import tempfile
from pathlib import Path

from choreographer.browsers.chromium import Chromium
from playwright.sync_api import sync_playwright

import pipeline
from benchmarks.servers import started

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
PAGES = {"toets": "/", "brief": "/brief?letter=2024-12-13-aanpak-arbeidsmarktkrapte"}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as state, started("cijfertoets", "server.py", Path(state)) as server, sync_playwright() as engine:
        found = Chromium.find_browser(skip_local=False)
        browser = engine.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage"])
        page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="nl-NL", color_scheme="light")
        for name, path in PAGES.items():
            page.goto(f"http://127.0.0.1:{server.port}{path}")
            page.get_by_text("CC BY 4.0").first.wait_for(state="attached", timeout=60_000)
            page.wait_for_timeout(3000)
            page.screenshot(path=FOLDER / f"{name}.png")
        browser.close()
    for name, draw in pipeline.drawings(["tension"]).items():
        with tempfile.TemporaryDirectory() as folder:
            (FOLDER / f"{name}.png").write_bytes(draw(Path(folder), "png").read_bytes())


if __name__ == "__main__":
    main()
