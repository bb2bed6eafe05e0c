"""The one way to StatLine: a requests session with patience, an end, and eyes on where it is sent.

cbsodata makes its own connection per page, without time-out or retry, and follows any link. It is given this session instead
(see ``statline.py``). It reaches only the address it was made for. It writes nothing.
"""

from __future__ import annotations

import codecs
import email.utils
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

import orjson
import requests
import urllib3
from requests.adapters import HTTPAdapter

from labour.errors import StatLineError
from loaders.statline_sentences import failure

LOOPBACK = ("127.0.0.1", "localhost", "::1")
_BUSY = (429, 500, 502, 503, 504)
_MOVES = 3


@dataclass(frozen=True, slots=True)
class Limits:
    """Where patience ends. One budget of retries for a whole table: page after page shares it."""

    seconds: float = 60.0  # for everything together
    connect: float = 10.0
    read: float = 20.0  # silence between two bytes
    retries: int = 6
    pause: float = 0.5  # before the first retry; doubles
    pages: int = 1_000
    page_bytes: int = 128 * 2**20


class _Again(Exception):
    """Worth another try; carries what to say when there is none left, and how long the server asks to wait."""

    def __init__(self, error: StatLineError, wait: float | None = None) -> None:
        super().__init__(error.en)
        self.error, self.wait = error, wait


class _Moved(Exception):
    """The answer is at another address of the same server."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.url = url


class FencedSession(requests.Session):
    """Sends to one origin only, each page once, within ``limits``; every failure is a StatLineError naming ``table``."""

    def __init__(self, base_url: str, table: str, limits: Limits, on_document: Callable[[str, Any], None] = lambda url, document: None):
        super().__init__()
        self.base, self.table, self.limits, self.on_document = urlsplit(base_url), table, limits, on_document
        self.ends = time.monotonic() + limits.seconds
        self.retries = limits.retries
        self.unfollowed: str | None = None  # a nextLink nobody has asked for yet
        self._followed: set[str] = set()
        self._pages = 0
        for scheme in ("http://", "https://"):
            self.mount(scheme, HTTPAdapter(max_retries=urllib3.Retry(0, redirect=0, read=False)))

    def send(self, request: requests.PreparedRequest, **_: Any) -> requests.Response:
        """The answer, known to be whole. Arguments of the caller (its proxies, its lack of a time-out) are replaced by our own.

        ``on_document`` sees each decoded document first, and may take out of it what the caller need not hold.
        """
        request.url = self._own(str(request.url))
        self._count(request.url)
        request.headers.setdefault("User-Agent", "cijfertoets")
        request.headers.setdefault("Accept-Encoding", "gzip, deflate")
        moves = 0
        while True:
            try:
                response, document = self._once(request)
                break
            except _Again as problem:
                self._wait(problem)
            except _Moved as problem:
                request.url, moves = problem.url, moves + 1
                if moves > _MOVES:
                    raise failure("loop", self.table) from None
        self.on_document(request.url, document)
        response._content = orjson.dumps(document)
        return response

    def _own(self, url: str) -> str:
        """The address, if it is our server's. Plain http to the same name is raised to https: old links say so."""
        parts = urlsplit(url)
        if parts.scheme == "http" and self.base.scheme == "https" and parts.netloc == self.base.netloc:
            parts = parts._replace(scheme="https")
        if (parts.scheme, parts.netloc) != (self.base.scheme, self.base.netloc):
            raise failure("elsewhere", self.table, parts.netloc or "?")
        return parts.geturl()

    def _count(self, url: str) -> None:
        """No link is followed twice in a chain of pages, and no table has pages without end."""
        if url == self.unfollowed:
            if url in self._followed:
                raise failure("loop", self.table)
        else:
            self._followed.clear()
        self._followed.add(url)
        self.unfollowed = None
        self._pages += 1
        if self._pages > self.limits.pages:
            raise failure("too_much", self.table, (f"meer dan {self.limits.pages} bladzijden", f"more than {self.limits.pages} pages"))

    def _once(self, request: requests.PreparedRequest) -> tuple[requests.Response, dict[str, Any]]:
        left = self.ends - time.monotonic()
        if left <= 0:
            raise failure("deadline", self.table, f"{self.limits.seconds:g}")
        settings = self.merge_environment_settings(str(request.url), {}, True, None, None)  # certificates and proxies of this computer
        if self.base.hostname in LOOPBACK:
            settings["proxies"] = {}
        timeout = (min(self.limits.connect, left), min(self.limits.read, left))
        try:
            response = super().send(request, timeout=timeout, allow_redirects=False, **settings)
            with response:
                body = self._body(response)
        except requests.Timeout:
            raise _Again(failure("silent", self.table)) from None
        except requests.ConnectionError as problem:
            cause = problem.args[0] if problem.args else None
            refused = isinstance(getattr(cause, "reason", None), urllib3.exceptions.NewConnectionError)
            if refused or isinstance(problem, (requests.exceptions.ProxyError, requests.exceptions.SSLError)):
                raise failure("unreachable", self.table, self.base.netloc) from None  # without a network another try is only waiting
            silent = isinstance(cause, urllib3.exceptions.ReadTimeoutError)
            raise _Again(failure("silent" if silent else "broken", self.table)) from None
        except (requests.RequestException, urllib3.exceptions.HTTPError):
            raise _Again(failure("broken", self.table)) from None
        if response.is_redirect:
            raise _Moved(self._own(urljoin(str(request.url), response.headers["Location"])))
        self._judge(response)
        return response, self._decoded(body)

    def _body(self, response: requests.Response) -> bytes:
        chunks, size = [], 0
        for chunk in response.iter_content(2**20):
            chunks.append(chunk)
            size += len(chunk)
            if size > self.limits.page_bytes:
                raise failure("too_much", self.table, f"{self.limits.page_bytes // 2**20} MB")
        return b"".join(chunks)

    def _judge(self, response: requests.Response) -> None:
        if response.status_code == 404:
            raise failure("missing", self.table)
        if response.status_code in _BUSY:
            wait = retry_after(response.headers.get("Retry-After"), datetime.now(UTC))
            raise _Again(failure("status", self.table, str(response.status_code)), wait)
        if response.status_code != 200:
            raise failure("status", self.table, str(response.status_code))

    def _decoded(self, body: bytes) -> dict[str, Any]:
        try:
            document = orjson.loads(body.removeprefix(codecs.BOM_UTF8))
        except ValueError:
            what = ("een webpagina", "a web page") if body.lstrip()[:1] == b"<" else ("afgebroken JSON", "broken JSON")
            raise _Again(failure("not_json", self.table, what)) from None
        if isinstance(document, dict) and "odata.error" in document:
            raise failure("odata_error", self.table, _message(document["odata.error"]))
        if not isinstance(document, dict) or not isinstance(document.get("value"), list):
            raise failure("odd_answer", self.table, ("geen lijst", "no list"))
        link = document.get("odata.nextLink")
        self.unfollowed = self._own(str(requests.Request("GET", link).prepare().url)) if isinstance(link, str) else None
        return document

    def _wait(self, problem: _Again) -> None:
        """Sleep before the next try; raises the problem itself when no try or no time is left."""
        if self.retries <= 0:
            raise problem.error from None
        pause = self.limits.pause * 2 ** (self.limits.retries - self.retries)
        if problem.wait is not None:
            if time.monotonic() + problem.wait > self.ends:
                raise failure("wait", self.table, f"{problem.wait:g}") from None
            pause = problem.wait
        if time.monotonic() + pause > self.ends:
            raise problem.error from None
        self.retries -= 1
        time.sleep(pause)


def retry_after(header: str | None, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for: a number or a date; None when absent or unreadable."""
    if not header:
        return None
    if header.strip().isdecimal():
        return float(header)
    try:
        return max(0.0, (email.utils.parsedate_to_datetime(header) - now).total_seconds())
    except (TypeError, ValueError):
        return None


def _message(error: Any) -> str:
    """The service's own words, on one line and short; no reliance on any."""
    message = error.get("message") if isinstance(error, dict) else error
    value = message.get("value") if isinstance(message, dict) else message
    return " ".join(str(value or "?").split())[:200].rstrip(".")
