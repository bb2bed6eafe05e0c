"""What ``make run`` starts: the dashboard behind its own headers, host check and page language.

``streamlit run server.py`` finds ``app`` here; the pages themselves are in dashboard.py and views/. Reads the address of
each request and Streamlit's own index.html, writes nothing. ``CIJFERTOETS_HOSTS`` (names separated by commas) says to which
host names the server answers besides this machine's own; ``--server.baseUrlPath`` puts it under a path of a shared server.
"""

from __future__ import annotations

import base64
import gc
import hashlib
import json
import os
import re
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import parse_qs

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from views.texts import built_in, language_of, say

HERE = Path(__file__).parent
INDEX = Path(st.__file__).parent / "static" / "index.html"
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
SCRIPT_NAME = "cijfertoets.js"
# Streamlit's own services that no page of ours needs: figures about the process, and its interface for programs.
CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")
_INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)


def content_policy(index: bytes) -> str:
    """The Content-Security-Policy: scripts from here and the inline ones of this release's index.html, by their SHA-256."""
    hashes = [base64.b64encode(hashlib.sha256(script).digest()).decode() for script in _INLINE_SCRIPT.findall(index)]
    scripts = " ".join(["'self'", *(f"'sha256-{one}'" for one in hashes)])
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",  # Streamlit and Plotly write style rules at run time
            "img-src 'self' data: blob:",  # Plotly draws its PNG through a blob
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "media-src 'self'",
            "frame-src 'none'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        ]
    )


def security_headers(index: bytes) -> dict[str, str]:
    """The headers of every answer."""
    closed = "accelerometer autoplay camera display-capture geolocation gyroscope microphone midi payment usb".split()
    return {
        "Content-Security-Policy": content_policy(index),
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in closed),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def allowed_hosts(setting: str) -> list[str]:
    """The names the server answers to: this machine's own, and those of the setting."""
    return [*LOOPBACK, *(name.strip().lower() for name in setting.split(",") if name.strip())]


class Headers:
    """Puts the security headers on every answer and shuts the closed services."""

    def __init__(self, app: ASGIApp, headers: dict[str, str]) -> None:
        self.app = app
        self.headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    answer[name] = value
                if "/media/" in scope["path"]:  # downloads may hold a user's own letter
                    answer["Cache-Control"] = "no-store"
            await send(message)

        if any(closed in scope["path"] for closed in CLOSED):
            await PlainTextResponse("Not Found", status_code=404)(scope, receive, with_headers)
            return
        await self.app(scope, receive, with_headers)


class PageLanguage:
    """Mends the page that Streamlit serves: its language, its title, and the sentence for browsers without JavaScript."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or "/static/" in scope["path"] or "/_stcore/" in scope["path"]:
            await self.app(scope, receive, send)
            return
        language = language_of(parse_qs(scope["query_string"].decode("latin-1")).get("lang", []))
        # The page must come whole, plain and fresh: it is rewritten below.
        unwanted = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}
        asked = {**scope, "headers": [pair for pair in scope["headers"] if pair[0].lower() not in unwanted]}
        start: Message = {}
        body = bytearray()

        async def mend(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                if not _is_page(message):
                    await send(message)
                return
            if not _is_page(start):
                await send(message)
                return
            body.extend(message.get("body", b""))
            if message.get("more_body"):
                return
            page = mended(bytes(body), language)
            headers = MutableHeaders(raw=[(name, value) for name, value in start["headers"] if name not in (b"etag", b"last-modified")])
            headers["Content-Length"] = str(len(page))
            headers["Cache-Control"] = "no-store"
            headers["Content-Language"] = language
            await send({**start, "headers": headers.raw})
            await send({"type": "http.response.body", "body": page})

        await self.app(asked, receive, mend)


def _is_page(start: Message) -> bool:
    return any(name.lower() == b"content-type" and value.startswith(b"text/html") for name, value in start.get("headers", ()))


def mended(page: bytes, language: str) -> bytes:
    """index.html in the asked language, with our title and the script that keeps the language right while pages change."""
    text = page.decode("utf-8")
    text = re.sub(r'<html lang="[^"]*">', f'<html lang="{language}">', text, count=1)
    text = re.sub(r"<title>.*?</title>", "<title>Cijfertoets</title>", text, count=1, flags=re.DOTALL)
    text = re.sub(
        r"<noscript>.*?</noscript>", f"<noscript><p>{say('app.noscript', language)}</p></noscript>", text, count=1, flags=re.DOTALL
    )
    text = re.sub(r'\s*<link rel="service-desc"[^>]*>', "", text, count=1)
    return text.replace("<head>", f'<head><script src="./{SCRIPT_NAME}"></script>', 1).encode("utf-8")


def screen_script() -> str:
    """The page's own script, with the Dutch for the words that Streamlit's widgets print in English."""
    return (HERE / "views" / "screen.js").read_text(encoding="utf-8").replace("{} /* words */", json.dumps(built_in(), ensure_ascii=False))


async def _script(_request: Request) -> Response:
    return Response(screen_script(), media_type="text/javascript", headers={"Cache-Control": "no-cache"})


def _prepare() -> None:
    from views import detail, pictures, session  # imported beside the start, which need not wait for them  # noqa: F401

    session.prepare()
    gc.collect()
    gc.freeze()  # what is held for good need not be walked through after every click, as Streamlit does


@asynccontextmanager
async def _started(_app: st.App) -> AsyncIterator[None]:
    """The figures and the shipped letters are read while the browser still fetches the page's scripts."""
    threading.Thread(target=_prepare, name="prepare", daemon=True).start()
    yield


base_path = (st.get_option("server.baseUrlPath") or "").strip("/")
app = st.App(
    HERE / "dashboard.py",
    lifespan=_started,
    routes=[Route(f"/{base_path}/{SCRIPT_NAME}" if base_path else f"/{SCRIPT_NAME}", _script)],
    middleware=[
        Middleware(Headers, headers=security_headers(INDEX.read_bytes())),
        Middleware(TrustedHostMiddleware, allowed_hosts=allowed_hosts(os.environ.get("CIJFERTOETS_HOSTS", "")), www_redirect=False),
        Middleware(PageLanguage),
    ],
)
