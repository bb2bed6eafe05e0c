"""One conversation with the open data service of the Tweede Kamer: one host, a deadline, retries, a polite pace.

``TWEEDEKAMER_URL`` puts another base in the place of the service's own; plain http is for this computer alone.
"""

from __future__ import annotations

import json
import os
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
import urllib3

from labour.errors import LetterError
from loaders.letters import MAX_BYTES
from loaders.transport import LOOPBACK, retry_after

BASE = "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/"
_BUSY = (429, 500, 502, 503, 504)
_MOVES = 3
_LATER = (" Probeer het later opnieuw.", " Try again later.")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long and how often is tried; ``pace`` are the seconds between two requests."""

    seconds: float = 60.0  # for everything together
    silence: float = 20.0  # between two bytes
    tries: int = 4
    pause: float = 1.0  # before the second try; doubles
    pace: float = 0.5


class Service:
    """Asks the service; every failure is a LetterError."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._base = os.environ.get("TWEEDEKAMER_URL", BASE).rstrip("/") + "/"
        parts = urlsplit(self._base)
        if not parts.hostname or parts.scheme not in ("http", "https") or (parts.scheme == "http" and parts.hostname not in LOOPBACK):
            raise LetterError(
                "TWEEDEKAMER_URL is geen bruikbaar adres: gebruik https://naam, of http:// alleen voor deze computer zelf.",
                "TWEEDEKAMER_URL is not a usable address: use https://name, or http:// for this computer only.",
            )
        self._ends = time.monotonic() + patience.seconds
        self._not_before = 0.0
        self._session = requests.Session()
        self._session.trust_env = parts.hostname not in LOOPBACK  # this computer's proxy is for elsewhere
        self._session.headers["User-Agent"] = "cijfertoets"
        #: what the document's number is called: version 5 renamed it
        self.number = "Nummer" if "/v5" in parts.path else "DocumentNummer"

    def rows(self, question: str) -> list[dict[str, Any]]:
        """The documents that answer a filter, with their dossiers and signatories."""
        _, body = self._get("Document", {"$filter": question, "$expand": "Kamerstukdossier,DocumentActor"}, 10_000_000)
        try:
            return [row for row in json.loads(body)["value"] if isinstance(row, dict)]
        except (ValueError, KeyError, TypeError):
            raise odd("iets anders dan een lijst", "something else than a list") from None

    def file(self, path: str) -> tuple[str, bytes]:
        """(address, bytes) of a document's file."""
        url, content = self._get(path, {}, MAX_BYTES)
        if not content:
            raise odd("een leeg bestand", "an empty file")
        return url, content

    def _get(self, path: str, query: dict[str, str], largest: int) -> tuple[str, bytes]:
        url = str(requests.Request("GET", urljoin(self._base, path), params=query).prepare().url)
        for tried in range(1, self._patience.tries + 1):
            pause = self._patience.pause * 2 ** (tried - 1)
            try:
                status, wait, content = self._once(url, largest)
            except (requests.RequestException, urllib3.exceptions.HTTPError, OSError):
                problem = ("is niet bereikbaar of breekt af", "cannot be reached or breaks off")
            else:
                if status not in _BUSY:
                    return self._judged(url, status, content)
                problem = (f"meldt een storing (HTTP {status})", f"reports a failure (HTTP {status})")
                pause = pause if wait is None else wait
            if tried == self._patience.tries or time.monotonic() + pause > self._ends:
                break
            time.sleep(pause)
        raise LetterError(
            f"De open data van de Tweede Kamer {problem[0]}.{_LATER[0]}", f"The Tweede Kamer's open data {problem[1]}.{_LATER[1]}"
        )

    def _once(self, url: str, largest: int) -> tuple[int, float | None, bytes]:
        """(status, seconds it asks to wait, body) of one request, redirects within the host followed."""
        for _ in range(_MOVES):
            time.sleep(max(0.0, self._not_before - time.monotonic()))
            left = self._ends - time.monotonic()
            if left <= 0:
                raise requests.Timeout
            self._not_before = time.monotonic() + self._patience.pace
            silence = min(self._patience.silence, left)
            with self._session.get(url, timeout=(silence, silence), allow_redirects=False, stream=True) as response:
                if response.is_redirect:
                    url = self._same_host(urljoin(url, response.headers["Location"]))
                    continue
                body = bytearray()
                while piece := response.raw.read1(1 << 16, decode_content=True):  # what is there, without waiting for more
                    body += piece
                    if len(body) > largest:
                        raise odd(f"meer dan {largest // 1_000_000} MB", f"more than {largest // 1_000_000} MB")
                    if time.monotonic() > self._ends:
                        raise requests.Timeout
                return response.status_code, retry_after(response.headers.get("Retry-After"), datetime.now(UTC)), bytes(body)
        raise odd("een kring van verwijzingen", "a ring of redirects")

    def _same_host(self, url: str) -> str:
        if urlsplit(url)[:2] != urlsplit(self._base)[:2]:
            raise odd(f"een verwijzing naar {urlsplit(url).netloc}", f"a redirect to {urlsplit(url).netloc}")
        return url

    def _judged(self, url: str, status: int, content: bytes) -> tuple[str, bytes]:
        if status in (204, 404):
            raise LetterError("De Tweede Kamer heeft dit document niet (meer).", "The Tweede Kamer does not have this document (any more).")
        if status != 200:
            raise odd(f"HTTP {status}", f"HTTP {status}")
        return url, content


def odd(nl: str, en: str) -> LetterError:
    """The sentence for an answer that cannot be trusted."""
    return LetterError(f"De open data van de Tweede Kamer gaf {nl}.", f"The Tweede Kamer's open data gave {en}.")
