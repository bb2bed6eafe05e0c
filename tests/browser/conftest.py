"""The real server and a real Chromium for the browser tests: one of each for the whole run, on this machine only.

Screenshots go to ci-output/screenshots. Every page is watched: a request to another address than the server's fails the test.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from serving import Served, serve
from visiting import PATIENCE, Visit, Visitor

ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    served = serve(tmp_path_factory.mktemp("state"))
    yield served
    served.stop()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = os.environ.get("BROWSER_PATH") or next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(server: Served, chromium: Browser) -> Iterator[Visitor]:
    """Opens windows of a size, theme and server; afterwards nothing may have been asked elsewhere or refused by the policy."""
    contexts: list[BrowserContext] = []
    visits: list[Visit] = []

    def window(width: int = 1280, height: int = 900, theme: str = "light", url: str = server.url) -> Visit:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=theme, accept_downloads=True, locale="en-US"
        )  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        one = Visit(page, url)
        host = re.match(r"https?://[^/]+", url)
        assert host
        page.on("request", lambda asked: _note(one.foreign, asked.url, host[0]))
        page.on("console", lambda said: one.complaints.append(said.text) if "Content Security Policy" in said.text else None)
        page.on("pageerror", lambda error: one.complaints.append(str(error)))
        contexts.append(context)
        visits.append(one)
        return one

    yield window
    for context in contexts:
        context.close()
    for one in visits:
        assert one.foreign == []
        assert one.complaints == []


def _note(foreign: list[str], url: str, host: str) -> None:
    if not url.startswith((host, "data:", "blob:")):
        foreign.append(url)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser or the server that one would reach."""
    for item in items:
        if Path(item.path).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)
