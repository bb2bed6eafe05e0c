"""``make pictures``: the pictures of the README, taken from the dashboard and drawn by the program."""

from __future__ import annotations

import tempfile
from pathlib import Path

from choreographer.browsers.chromium import Chromium
from playwright.sync_api import Page, sync_playwright

import pipeline
from benchmarks.servers import started

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
PAGES = {"toets": "/", "brief": "/brief?letter=2024-12-13-aanpak-arbeidsmarktkrapte"}
OWN = (
    "Den Haag, 5 maart 2026\n\n"
    "In het tweede kwartaal van 2024 was de netto arbeidsparticipatie 75,4 procent. In het vierde kwartaal van 2021"
    " waren er 106 vacatures per 100 werklozen. Wij verwachten in 2033 een tekort van 42.000 medewerkers in de kinderopvang."
)


def own_letter(page: Page, url: str) -> None:
    """The claim that deviates in a pasted text, as the walk in the README tells it: its participation rate has two digits changed round."""
    page.set_viewport_size({"width": 1280, "height": 1450})
    page.goto(url)
    page.get_by_role("button", name="Eigen brief").click()
    page.get_by_label("Of plak de tekst").fill(OWN)
    page.get_by_role("button", name="Toets deze brief").click()
    page.get_by_text("beweringen gevonden").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("combobox", name="Bewering").focus()
    for key in ("ArrowDown", "Enter"):
        page.keyboard.press(key)
    page.locator("h2.ct-deviates").wait_for()
    page.wait_for_timeout(3000)
    page.screenshot(path=FOLDER / "claim.png")


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
        own_letter(page, f"http://127.0.0.1:{server.port}/")
        browser.close()
    for name, draw in pipeline.drawings(["tension"]).items():
        with tempfile.TemporaryDirectory() as folder:
            (FOLDER / f"{name}.png").write_bytes(draw(Path(folder), "png").read_bytes())


if __name__ == "__main__":
    main()
