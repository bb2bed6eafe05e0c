"""Pictures as files: PNG and SVG through one warm Chrome (Kaleido), HTML by Plotly alone. The only importer of Kaleido.

Kaleido's own synchronous server waits for ever when Chrome cannot start and may swap the answers of two threads; so its
asynchronous class runs here in a loop of our own, with a deadline on every call and one restart after Chrome has died.
Chrome fetches nothing: Plotly's script comes from the installed package and MathJax is off.
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import html
import io
import logging
import os
import tempfile
import threading
from collections.abc import Coroutine, Mapping
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
from kaleido import Kaleido
from kaleido.errors import ChromeNotFoundError
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from figures.picture import Picture
from labour.errors import CijfertoetsError, cause

FORMATS = ("png", "svg", "html")
_START_SECONDS = 60.0
_DRAW_SECONDS = 45.0


class PictureError(CijfertoetsError):
    """A picture could not be drawn or written."""


class _Chrome:
    """One Chrome with Plotly loaded, in an event loop on a thread of its own; any thread may ask it to draw."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, name="pictures", daemon=True).start()
        try:
            self._kaleido = self._wait(_open(), _START_SECONDS)
        except BaseException:
            self._loop.call_soon_threadsafe(self._loop.stop)
            raise

    def draw(self, figure: go.Figure, options: Mapping[str, Any]) -> bytes:
        return self._wait(self._kaleido.calc_fig(figure.to_dict(), opts=dict(options)), _DRAW_SECONDS)

    def close(self) -> None:
        with contextlib.suppress(Exception):
            self._wait(self._kaleido.close(), 10)
        self._loop.call_soon_threadsafe(self._loop.stop)

    def _wait(self, work: Coroutine[Any, Any, Any], seconds: float) -> Any:
        task = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            return task.result(seconds)
        except TimeoutError:
            task.cancel()
            raise


async def _open() -> Kaleido:
    for name in ("kaleido", "choreographer"):  # what goes wrong is told by PictureError, not by their tracebacks
        logging.getLogger(name).setLevel(logging.CRITICAL)
    kaleido = Kaleido(mathjax=False, timeout=_DRAW_SECONDS)
    await kaleido.open()
    return kaleido


_lock = threading.Lock()
_chrome: _Chrome | None = None


def to_png(figure: go.Figure, width: int = 0, height: int = 0, scale: float = 1, metadata: Mapping[str, str] | None = None) -> bytes:
    """The figure as PNG of ``width`` x ``height`` times ``scale`` pixels, with ``metadata`` as text inside. Raises PictureError.

    A width or height of 0 is the figure's own, 1600 x 900 where it has none.
    """
    drawn = _draw(figure, {"format": "png", "scale": scale} | _size(figure, width, height))
    return _with_metadata(drawn, metadata) if metadata else drawn


def to_svg(figure: go.Figure, width: int = 0, height: int = 0, title: str = "", description: str = "") -> bytes:
    """The figure as SVG, with title and description for whoever listens instead of looks. Raises PictureError."""
    drawn = _draw(figure, {"format": "svg"} | _size(figure, width, height)).decode()
    opening = drawn.index(">", drawn.index("<svg")) + 1
    words = f"<title>{html.escape(title)}</title><desc>{html.escape(description)}</desc>" if title else ""
    return (drawn[:opening] + words + drawn[opening:]).encode()


def to_html(picture: Picture) -> bytes:
    """A page of its own that works without a network: Plotly's script is inside."""
    body = picture.figure.to_html(full_html=False, include_plotlyjs=True, config={"displaylogo": False})
    facts = "".join(f'<meta name="{html.escape(key, True)}" content="{html.escape(text, True)}">' for key, text in picture.metadata.items())
    head = f'<meta charset="utf-8"><title>{html.escape(picture.title)}</title>{facts}'
    page = f'<!doctype html><html lang="{picture.language}"><head>{head}</head>'
    return f"{page}<body>{body}<p>{html.escape(picture.sentence)}</p></body></html>\n".encode()


def to_bytes(picture: Picture, format: str = "png", width: int = 0, height: int = 0, scale: float = 1) -> bytes:
    """The picture in one of FORMATS. Raises PictureError."""
    if format == "png":
        return to_png(picture.figure, width, height, scale, picture.metadata)
    if format == "svg":
        return to_svg(picture.figure, width, height, picture.title, picture.sentence)
    if format == "html":
        return to_html(picture)
    raise PictureError(
        f"Onbekende bestandsvorm {format!r}; kies uit {', '.join(FORMATS)}.",
        f"Unknown file format {format!r}; choose from {', '.join(FORMATS)}.",
    )


def write(picture: Picture, folder: Path, format: str = "png", width: int = 0, height: int = 0, scale: float = 1) -> Path:
    """Writes the picture into ``folder`` under its own file name and returns the path; whole or not at all. Raises PictureError."""
    path = folder / f"{picture.file_name}.{format}"
    _write(to_bytes(picture, format, width, height, scale), path)
    return path


def write_png(figure: go.Figure, path: Path, width: int = 0, height: int = 0) -> None:
    """Writes a bare figure as PNG to ``path``; whole or not at all. Raises PictureError."""
    _write(to_png(figure, width, height), path)


def close() -> None:
    """Ends the warm Chrome, if there is one; the next picture starts another."""
    global _chrome
    with _lock:
        if _chrome is not None:
            _chrome.close()
            _chrome = None


atexit.register(close)


def _size(figure: go.Figure, width: int, height: int) -> dict[str, float]:
    return {"width": width or figure.layout.width or 1600, "height": height or figure.layout.height or 900}


def _draw(figure: go.Figure, options: Mapping[str, Any]) -> bytes:
    """Draws with the warm Chrome; starts one where there is none and once more where it has died."""
    try:
        chrome = _warm()
        try:
            return chrome.draw(figure, options)
        except Exception:
            _drop(chrome)
            return _warm().draw(figure, options)
    except ChromeNotFoundError as error:
        raise PictureError(
            "Voor PNG en SVG is Chrome of Chromium nodig en die is niet gevonden; installeer Chromium, of gebruik --format html of de "
            "downloadknop bij de figuur in de browser.",
            "PNG and SVG need Chrome or Chromium and none was found; install Chromium, or use --format html or the download button "
            "beside the picture in the browser.",
        ) from error
    except Exception as error:
        raise PictureError(
            f"De figuur kon niet worden getekend: Chrome antwoordde niet goed ({type(error).__name__}); probeer het opnieuw, of gebruik "
            "--format html of de downloadknop bij de figuur in de browser.",
            f"The picture could not be drawn: Chrome did not answer properly ({type(error).__name__}); try again, or use --format html or "
            "the download button beside the picture in the browser.",
        ) from error


def _warm() -> _Chrome:
    global _chrome
    with _lock:
        if _chrome is None:
            _chrome = _Chrome()
        return _chrome


def _drop(broken: _Chrome) -> None:
    """Forgets a Chrome that failed, unless another thread already replaced it."""
    global _chrome
    with _lock:
        if _chrome is broken:
            _chrome = None
    broken.close()


def _with_metadata(drawn: bytes, metadata: Mapping[str, str]) -> bytes:
    """The same pixels with text chunks: plain ones for ASCII, international ones (UTF-8) for the rest."""
    info = PngInfo()
    for key, text in metadata.items():
        if text.isascii():
            info.add_text(key, text)
        else:
            info.add_itxt(key, text)
    written = io.BytesIO()
    with Image.open(io.BytesIO(drawn)) as image:
        image.save(written, "PNG", pnginfo=info)
    return written.getvalue()


def _write(content: bytes, path: Path) -> None:
    """Writes beside the target and renames: a reader never sees half a file."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=path.suffix)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        nl, en = cause(error)
        raise PictureError(f"{path} kon niet worden geschreven ({nl}).", f"{path} could not be written ({en}).") from error
