"""A browser window on the dashboard, and what a test does in it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

SHOTS = Path(__file__).resolve().parents[2] / "ci-output" / "screenshots"
AXE = SHOTS.parent / "axe"
PATIENCE = 30_000  # milliseconds; the first page of a cold server on a busy machine takes several seconds

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],  # what passes need not be described
}

expect.set_options(timeout=PATIENCE)


def wrongs(page: Page, name: str = "") -> list[str]:
    """Serious and critical findings of axe, with where they are; under a name all findings are kept for whoever reviews the run."""
    found = Axe().run(page, options=RULES).response["violations"]
    if name:
        AXE.mkdir(parents=True, exist_ok=True)
        (AXE / f"{name}.json").write_text(json.dumps(found, indent=1), encoding="utf-8")
    return [
        f"{one['id']}: {node['target']} {node['html'][:160]}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


@dataclass
class Visit:
    """A browser window on the dashboard, with what it asked for and complained of."""

    page: Page
    url: str
    foreign: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str = "/") -> Page:
        """Go to a page and wait until it has been drawn whole."""
        self.page.goto(self.url + path)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the page's script has ended and nothing is being drawn."""
        expect(self.page.locator("h1").first).to_be_visible()
        self.page.wait_for_timeout(120)
        expect(self.page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        expect(self.page.get_by_test_id("stStatusWidget")).to_have_count(0)
        expect(self.page.get_by_test_id("stSkeleton")).to_have_count(0)

    def follow(self, link: str, address: str) -> None:
        """Go to another page by the menu, and wait until its script has written the address: it does so last."""
        self.page.get_by_role("link", name=link).click()
        expect(self.page).to_have_url(re.compile(address))
        self.settle()

    def choose_claim(self, number: int) -> None:
        """Choose a claim by the list; the first entry of the list is none."""
        self.page.get_by_role("combobox", name="Bewering").click()
        self.page.get_by_role("option").nth(number).click()
        expect(self.page.locator("h2.ct-verdict")).to_be_visible()

    def choose_row(self, row: int) -> None:
        """Click the box before a row of the first table, which is drawn on a canvas."""
        table = self.page.get_by_test_id("stDataFrame").first
        table.scroll_into_view_if_needed()
        self.page.wait_for_timeout(300)
        box = table.bounding_box()
        assert box
        self.page.mouse.click(box["x"] + 14, box["y"] + 35 * (row + 1) + 17)

    def shoot(self, name: str) -> None:
        """The whole page as a picture for whoever reviews the run."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        size = self.page.viewport_size
        assert size
        height = self.page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        self.page.set_viewport_size({"width": size["width"], "height": min(int(height) + 60, 5000)})
        self.page.wait_for_timeout(250)
        self.page.screenshot(path=SHOTS / f"{name}.png")
        self.page.set_viewport_size(size)


Visitor = Callable[..., Visit]
