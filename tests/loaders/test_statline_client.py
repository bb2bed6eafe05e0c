"""The client as its callers see it: what it asks, where it may go, how it ends, and that it leaves the process as it was."""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from labour.errors import StatLineError
from loaders import statline
from loaders.transport import FencedSession, Limits
from tests.standin import small
from tests.standin.server import Standin

ROOT = Path(__file__).resolve().parents[2]
TOPICS = [["Openstaande vacatures", ""]]
CODES = {"Bedrijfskenmerken": ["T001081", "422400"]}


@pytest.fixture(scope="module")
def running() -> Iterator[Standin]:
    with Standin([small.small_table()], page_size=small.PAGE) as standin:
        yield standin


@pytest.fixture
def standin(running: Standin) -> Standin:
    running.clear()
    return running


def read(standin: Standin, **settings: Any) -> Any:
    return statline.read_table(small.ID, TOPICS, CODES, base_url=standin.url, **{"deadline": 20.0, "limits": small.LIMITS} | settings)


def test_only_what_is_needed_is_asked_with_the_padding_of_the_code_list(standin: Standin) -> None:
    read(standin)
    asked = [query for _, name, _, query in standin.requests if name == "TypedDataSet"]
    assert [query["$filter"] for query in asked] == ["(Bedrijfskenmerken eq 'T001081  ' or Bedrijfskenmerken eq '422400   ')"] * 2
    assert asked[0]["$select"] == "ID,Bedrijfskenmerken,Perioden,OpenstaandeVacatures_1"
    assert not [name for _, name, _, _ in standin.requests if name == "UntypedDataSet"]


def test_progress_counts_rows_up_to_the_whole(standin: Standin) -> None:
    seen: list[tuple[int, int | None]] = []
    read(standin, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(20, 24), (24, 24)]


def test_cancelling_ends_a_hanging_fetch_at_once(standin: Standin) -> None:
    standin.fault("hang", resource="TableInfos")
    began = time.monotonic()
    with pytest.raises(StatLineError, match="Het ophalen van tabel 80472ned is afgebroken"):
        read(standin, cancelled=lambda: time.monotonic() - began > 0.3, limits=None)
    assert time.monotonic() - began < 5.0


@pytest.mark.parametrize("table", ["", "ab", "80472ned/../x", "80472ned?$top=1", "a" * 21, "80472 ned", "80472ned\n"])
def test_what_cannot_be_a_table_id_never_becomes_an_address(table: str, standin: Standin) -> None:
    with pytest.raises(StatLineError, match="geen geldige tabelcode"):
        statline.read_table(table, TOPICS, CODES, base_url=standin.url)
    assert not standin.requests


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ({}, "https://opendata.cbs.nl"),
        ({"STATLINE_URL": " "}, "https://opendata.cbs.nl"),
        ({"STATLINE_URL": "https://dataderden.cbs.nl/"}, "https://dataderden.cbs.nl"),
        ({"STATLINE_URL": "http://127.0.0.1:8123"}, "http://127.0.0.1:8123"),
        ({"STATLINE_URL": "http://localhost:8123/"}, "http://localhost:8123"),
    ],
)
def test_the_address_comes_from_the_environment(given: dict[str, str], used: str) -> None:
    assert statline.base_url(given) == used


@pytest.mark.parametrize(
    "url",
    [
        "http://opendata.cbs.nl",  # plain http leaves this computer
        "http://127.0.0.1.example.org",
        "ftp://127.0.0.1",
        "opendata.cbs.nl",
        "https://me:secret@opendata.cbs.nl",
        "https://opendata.cbs.nl/path",
        "https://opendata.cbs.nl?x=1",
        "https://",
        "http://127.0.0.1:99999",
        "http://[::1",
    ],
)
def test_an_address_that_is_no_safe_origin_is_refused(url: str) -> None:
    with pytest.raises(StatLineError, match="STATLINE_URL is geen bruikbaar adres"):
        statline.base_url({"STATLINE_URL": url})


def test_importing_and_fetching_leave_this_process_as_it_was(standin: Standin) -> None:
    """No handler on the root logger, no cbsodata, no changed level: not even for a caller that logs everything."""
    root = logging.getLogger()
    before = (list(root.handlers), root.level, list(root.filters))
    assert read(standin).columns["ID"]
    assert (list(root.handlers), root.level, list(root.filters)) == before
    script = "import sys, logging, loaders.fetching; print(logging.getLogger().handlers, {'cbsodata', 'requests'} & set(sys.modules))"
    printed = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert printed.strip() == "[] set()"


def test_the_child_dies_with_its_parent(standin: Standin) -> None:
    """A parent that is killed while it waits leaves no process behind that goes on asking."""
    standin.fault("hang", resource="TableInfos")
    call = f"statline.read_table({small.ID!r}, {TOPICS!r}, {CODES!r}, base_url={standin.url!r}, deadline=60)"
    parent = subprocess.Popen([sys.executable, "-c", f"from loaders import statline; {call}"], cwd=ROOT)
    for _ in range(500):
        if standin.requests:
            break
        time.sleep(0.02)
    children = [int(pid) for pid in Path(f"/proc/{parent.pid}/task/{parent.pid}/children").read_text().split()]
    assert children
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    for _ in range(100):
        if not any(_alive(pid) for pid in children):
            return
        time.sleep(0.05)
    pytest.fail("the child outlived its parent")


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "Z" not in Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]


ANSWERS: dict[str, Any] = {
    "/ODataFeed/odata/1NED/": {"value": [{"name": "TableInfos"}, {"name": "UntypedDataSet"}, {"name": "TypedDataSet"}]},
    "/ODataFeed/odata/1NED/TableInfos": {"value": [{"Identifier": "1NED"}]},
    "/ODataFeed/odata/1NED/TypedDataSet": {"value": [{"ID": 0}], "odata.nextLink": "https://opendata.cbs.nl/next"},
    "/next": {"value": [{"ID": 1}]},
    "/ODataCatalog/Tables": {"value": [{"Identifier": "1NED"}]},
}


def test_every_request_of_cbsodata_passes_through_our_session(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails when a new cbsodata makes its connections another way: all of them are forbidden here but ours."""
    asked: list[tuple[str, Any]] = []

    class Recording(FencedSession):
        def _once(self, request: requests.PreparedRequest) -> Any:
            address = requests.compat.urlsplit(request.url)
            asked.append((address.path, dict(requests.compat.urlparse(request.url)._asdict())["query"]))
            response = requests.Response()
            response.status_code, response.url = 200, str(request.url)
            return response, self._decoded(json.dumps(ANSWERS[address.path]).encode())

    def forbidden(*_: Any, **__: Any) -> Any:
        raise AssertionError("a connection past our session")

    root = logging.getLogger()
    handlers = list(root.handlers)
    monkeypatch.setattr("socket.socket.connect", forbidden)
    monkeypatch.setattr("socket.create_connection", forbidden)
    from cbsodata import cbsodata3

    monkeypatch.setattr(cbsodata3, "Session", cbsodata3.Session)  # put back afterwards
    try:
        cbs = statline._fenced(Recording("https://opendata.cbs.nl", "1NED", Limits()))
        assert cbs.get_info("1NED") == {"Identifier": "1NED"}
        assert cbs.get_meta("1NED", "TypedDataSet") == [{"ID": 0}, {"ID": 1}]
        assert cbs.get_table_list(select=["Identifier"]) == [{"Identifier": "1NED"}]
        data = cbs.download_data("1NED", select=["ID"], filters="A eq 'b '")
        assert data == {"TableInfos": [{"Identifier": "1NED"}], "TypedDataSet": [{"ID": 0}, {"ID": 1}]}
    finally:
        root.handlers[:] = handlers
    assert [path for path, _ in asked] == [
        "/ODataFeed/odata/1NED/TableInfos",
        "/ODataFeed/odata/1NED/TypedDataSet",
        "/next",
        "/ODataCatalog/Tables",
        "/ODataFeed/odata/1NED/",
        "/ODataFeed/odata/1NED/TableInfos",
        "/ODataFeed/odata/1NED/TypedDataSet",
        "/next",
    ]
    assert asked[6][1] == "%24format=json&%24select=ID&%24filter=A+eq+%27b+%27"


@pytest.mark.network
def test_live_a_table_of_cbs_comes_whole() -> None:
    """Against CBS itself: asked for with ``-m network``."""
    from datetime import UTC, datetime

    from loaders.fetching import fetch_table
    from loaders.table_orders import load_orders

    for order in load_orders(ROOT / "data").values():
        state = fetch_table(order, base_url=statline.CBS, deadline=120, now=datetime.now(UTC))
        assert state.series, order.table_id
