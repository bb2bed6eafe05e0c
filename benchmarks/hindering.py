"""What may hold up a server: a fetch from a StatLine that never answers, and letters that are uploaded a byte at a time."""

from __future__ import annotations

import asyncio
import http.client
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.servers import Server

_FETCH, _STOP = "Haal nieuwe cijfers op", "Stop met ophalen"
# What the server still sends must be taken off the line, or closing it waits ten seconds for an answer: hence no limit to the queue.
_SUBPROTOCOLS = [websockets.Subprotocol("streamlit")]


@asynccontextmanager
async def hindered(server: Server, uploads: int) -> AsyncIterator[None]:
    """While this lasts one session waits for StatLine and so many others send a letter, a byte at a time."""
    begun = [asyncio.Event() for _ in range(uploads + 1)]
    tasks = [asyncio.create_task(_fetch(server, begun[0])), *(asyncio.create_task(_upload(server, one)) for one in begun[1:])]
    try:
        await asyncio.wait_for(asyncio.gather(*(one.wait() for one in begun)), 120)
        yield
        ended = [task.exception() for task in tasks if task.done()]
        if ended:
            raise RuntimeError(f"what should have gone on for ever ended: {ended[0]}")
    finally:
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await task


async def _fetch(server: Server, begun: asyncio.Event) -> None:
    """Presses the button on the page Bronnen and stays."""
    async with websockets.connect(server.stream, subprotocols=_SUBPROTOCOLS, max_size=None, max_queue=None) as socket:
        asked = BackMsg()
        asked.rerun_script.page_name = "bronnen"
        await socket.send(asked.SerializeToString())
        is_pressed, page = False, ""
        async for data in socket:
            answer = ForwardMsg.FromString(data)  # type: ignore[arg-type]
            element = answer.delta.new_element
            page = answer.navigation.page_script_hash or page
            if element.WhichOneof("type") != "button":
                continue
            if element.button.label == _FETCH and not is_pressed:
                is_pressed = True
                pressed = BackMsg()
                pressed.rerun_script.page_script_hash = page
                pressed.rerun_script.widget_states.widgets.add(id=element.button.id, trigger_value=True)
                await socket.send(pressed.SerializeToString())
            if element.button.label == _STOP:
                begun.set()


async def _upload(server: Server, begun: asyncio.Event) -> None:
    """Sends a letter of 10 MB to a session of its own, five bytes a second."""
    async with websockets.connect(server.stream, subprotocols=_SUBPROTOCOLS, max_size=None, max_queue=None) as socket:
        asked = BackMsg()
        asked.rerun_script.page_name = ""
        await socket.send(asked.SerializeToString())
        session = ""
        while not session:
            answer = ForwardMsg.FromString(await socket.recv())  # type: ignore[arg-type]
            session = answer.new_session.initialize.session_id
        token = await asyncio.to_thread(_token, server)
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        lines = (
            f"PUT /_stcore/upload_file/{session}/brief HTTP/1.1",
            f"Host: 127.0.0.1:{server.port}",
            f"Cookie: _streamlit_xsrf={token}",
            f"X-Xsrftoken: {token}",
            "Content-Type: multipart/form-data; boundary=grens",
            "Content-Length: 10000000",
        )
        part = '--grens\r\nContent-Disposition: form-data; name="file"; filename="brief.txt"\r\n\r\n'
        writer.write(("\r\n".join(lines) + "\r\n\r\n" + part).encode())
        begun.set()
        while not reader.at_eof():
            writer.write(b"a")
            await writer.drain()
            await asyncio.sleep(0.2)
    raise RuntimeError(f"an upload was refused: {(await reader.read()).decode(errors='replace')[:200]}")


def _token(server: Server) -> str:
    """What the server gives a browser to send along with an upload."""
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    line.request("GET", "/_stcore/health")
    cookies = line.getresponse().getheader("Set-Cookie") or ""
    line.close()
    return cookies.partition("_streamlit_xsrf=")[2].partition(";")[0]
