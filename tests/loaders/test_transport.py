"""The session that stands in for cbsodata's own: one budget of retries, waits that are asked for, no host but one, no page twice."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import requests

from labour.errors import StatLineError
from loaders.transport import FencedSession, Limits, retry_after
from tests.standin import small
from tests.standin.server import Standin

FAST: dict[str, Any] = {"seconds": 10, "pause": 0.002, "read": 2.0}


@pytest.fixture(scope="module")
def running() -> Iterator[Standin]:
    with Standin([small.small_table()], page_size=small.PAGE) as standin:
        yield standin


@pytest.fixture
def standin(running: Standin) -> Standin:
    running.clear()
    return running


def ask(standin: Standin, session: FencedSession, path: str = "/ODataFeed/odata/80472ned/TypedDataSet?$format=json") -> Any:
    return session.send(requests.Request("GET", standin.url + path).prepare()).json()


def test_pages_share_one_budget_of_retries(standin: Standin) -> None:
    """Four failures in all are forgiven with a budget of four, wherever they fall; the fifth is not."""
    for failures, forgiven in ((2, True), (3, False)):
        standin.clear()
        session = FencedSession(standin.url, "t", Limits(retries=4, **FAST))
        standin.fault("error_500", times=2)
        link = ask(standin, session)["odata.nextLink"]
        standin.fault("reset", page=1, times=failures)
        if forgiven:
            assert len(ask(standin, session, link.removeprefix(standin.url))["value"]) == 16
        else:
            with pytest.raises(StatLineError, match="brak"):
                ask(standin, session, link.removeprefix(standin.url))
            assert len(standin.requests) == 1 + 2 + 1 + 2  # no try is multiplied by a layer below


def test_the_wait_that_the_server_asks_for_is_kept(standin: Standin) -> None:
    standin.fault("unavailable", times=1, seconds=1)
    began = time.monotonic()
    ask(standin, FencedSession(standin.url, "t", Limits(**FAST)))
    assert time.monotonic() - began >= 1.0


def test_pauses_grow_and_none_is_begun_that_cannot_end_in_time(standin: Standin) -> None:
    standin.fault("error_500")
    began = time.monotonic()
    with pytest.raises(StatLineError, match="HTTP 500"):
        ask(standin, FencedSession(standin.url, "t", Limits(seconds=2.5, pause=0.2, retries=50)))
    assert time.monotonic() - began < 2.5
    assert len(standin.requests) == 4  # after 0.2, 0.4 and 0.8; the next 1.6 would end too late


def test_without_a_network_it_says_so_at_once(standin: Standin) -> None:
    standin.fault("refuse")
    began = time.monotonic()
    with pytest.raises(StatLineError, match="niet bereikbaar; controleer de verbinding"):
        ask(standin, FencedSession(standin.url, "t", Limits(seconds=20, pause=5)))
    assert time.monotonic() - began < 4


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("", None),
        ("7", 7.0),
        ("0", 0.0),
        ("-3", None),
        ("nan", None),
        ("inf", None),
        ("soon", None),
        ("Sat, 01 Aug 2026 09:30:10 GMT", 10.0),
        ("Sat, 01 Aug 2026 09:00:00 GMT", 0.0),
        ("Sat, 01 Aug 2026", None),
    ],
)
def test_retry_after_is_a_number_or_a_date(header: str | None, seconds: float | None) -> None:
    assert retry_after(header, datetime(2026, 8, 1, 9, 30, tzinfo=UTC)) == seconds


@pytest.mark.parametrize(
    ("base", "url", "reached"),
    [
        ("https://opendata.cbs.nl", "https://opendata.cbs.nl/a?b=c", "https://opendata.cbs.nl/a?b=c"),
        ("https://opendata.cbs.nl", "http://opendata.cbs.nl/a", "https://opendata.cbs.nl/a"),  # old links are raised
        ("https://opendata.cbs.nl", "https://opendata.cbs.nl:8443/a", None),
        ("https://opendata.cbs.nl", "https://opendata.cbs.nl.example.org/a", None),
        ("https://opendata.cbs.nl", "https://opendata.cbs.nl@example.org/a", None),
        ("https://opendata.cbs.nl", "file:///etc/passwd", None),
        ("https://opendata.cbs.nl", "//example.org/a", None),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8001/a", None),
        ("http://127.0.0.1:8000", "https://127.0.0.1:8000/a", None),
    ],
)
def test_only_one_origin_is_reached(base: str, url: str, reached: str | None) -> None:
    session = FencedSession(base, "t", Limits())
    if reached:
        assert session._own(url) == reached
    else:
        with pytest.raises(StatLineError, match="dat is niet gevolgd"):
            session._own(url)


def test_a_redirect_on_the_same_host_is_followed_and_elsewhere_not(standin: Standin) -> None:
    standin.fault("redirect", host=standin.url, times=1)
    assert len(ask(standin, FencedSession(standin.url, "t", Limits(**FAST)))["value"]) == 20
    standin.fault("redirect", host=standin.url)
    with pytest.raises(StatLineError, match="al gelezen"):
        ask(standin, FencedSession(standin.url, "t", Limits(**FAST)))


def test_an_answer_without_end_is_cut_off(standin: Standin) -> None:
    with pytest.raises(StatLineError, match="meer dan verwacht kan worden"):
        ask(standin, FencedSession(standin.url, "t", Limits(page_bytes=1000, **FAST)))


def test_a_list_may_be_read_twice_but_no_link_in_one_chain(standin: Standin) -> None:
    session = FencedSession(standin.url, "t", Limits(**FAST))
    for _ in range(2):
        link = ask(standin, session)["odata.nextLink"]
        ask(standin, session, link.removeprefix(standin.url))
    assert session.unfollowed is None
    ask(standin, session)
    assert session.unfollowed == requests.Request("GET", link).prepare().url


def test_an_answer_reads_as_it_was_sent_but_for_what_was_taken_out(standin: Standin) -> None:
    """However cbsodata reads it: text, JSON or bytes."""
    request = requests.Request("GET", standin.url + "/ODataFeed/odata/80472ned/Bedrijfskenmerken?$format=json").prepare()
    sent = requests.get(str(request.url), timeout=5).json()
    answer = FencedSession(standin.url, "t", Limits(**FAST)).send(request)
    answer.encoding = "utf-8"
    assert json.loads(answer.text) == answer.json() == json.loads(answer.content) == sent
    answer.raise_for_status()
    taken: list[Any] = []
    session = FencedSession(standin.url, "t", Limits(**FAST), lambda url, document: taken.append(document.pop("value")))
    assert session.send(request).json().keys() == sent.keys() - {"value"}
    assert taken == [sent["value"]]


@pytest.mark.parametrize("path", ["/ODataFeed/odata/80472ned/TableInfos", "/ODataCatalog/Tables"])
def test_an_answer_in_another_form_is_no_data(path: str, standin: Standin) -> None:
    """Without ``$format=json`` the service answers in Atom."""
    with pytest.raises(StatLineError, match="geen leesbare gegevens"):
        ask(standin, FencedSession(standin.url, "t", Limits(retries=0, **FAST)), path)
