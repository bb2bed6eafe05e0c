"""What the server sends: headers on every answer, the page's language, hosts it answers to, and what stays shut."""

from __future__ import annotations

import base64
import hashlib
import http.client
import re
import socket
import sys
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import streamlit
from playwright.sync_api import expect
from serving import Served, serve
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import NewSession
from visiting import Visitor
from websockets import Subprotocol
from websockets.sync.client import ClientConnection, connect

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"


def ask(served: Served, path: str, host: str | None = None, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], str]:
    parts = urlsplit(served.url)
    line = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=20)
    line.request(method, parts.path + path, headers={"Host": host or parts.netloc, **headers})
    answer = line.getresponse()
    body = answer.read().decode("utf-8", "replace")
    line.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


@pytest.mark.parametrize("path", ["/", "/brief", "/krapte?lang=en", "/cijfertoets.js", "/_stcore/health", "/nowhere", "/static/nowhere.js"])
def test_every_answer_carries_the_headers(server: Served, path: str) -> None:
    _, headers, _ = ask(server, path)
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert "unsafe" not in policy["script-src"] and "http" not in policy["script-src"] and "*" not in headers["content-security-policy"]
    assert policy["connect-src"] == "'self'" and policy["frame-ancestors"] == "'none'" and policy["object-src"] == "'none'"
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "camera=()" in headers["permissions-policy"]


def test_the_policy_allows_the_inline_script_of_this_release_and_no_other(server: Served) -> None:
    _, headers, body = ask(server, "/")
    inline = re.findall(r"<script>(.*?)</script>", body, re.DOTALL)
    allowed = re.findall(r"'sha256-([^']+)'", headers["content-security-policy"])
    assert len(inline) == 1
    assert allowed == [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in inline]


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("/", "nl"),
        ("/?lang=en", "en"),
        ("/krapte?lang=en", "en"),
        ("/krapte?lang=nl", "nl"),
        ("/?lang=%22%3E%3Cscript%3E", "nl"),
        ("/bronnen?x=en", "nl"),
    ],
)
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_the_page_says_its_language(server: Served, path: str, language: str, encoding: str) -> None:
    status, headers, body = ask(server, path, **{"Accept-Encoding": encoding})
    assert status == 200
    assert f'<html lang="{language}">' in body
    assert headers["content-language"] == language
    assert headers["cache-control"] == "no-store"
    assert int(headers["content-length"]) == len(body.encode())
    assert "<title>Cijfertoets</title>" in body and "AI" not in body


@pytest.mark.parametrize("host", ["kwaad.example", "127.0.0.1.kwaad.example", "localhost@kwaad.example", ""])
def test_other_names_are_refused(server: Served, host: str) -> None:
    status, headers, _ = ask(server, "/", host=host or " ")
    assert status == 400
    assert "content-security-policy" in headers


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/agent/interact", "/_stcore/script-health-check"]
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_services_that_no_page_needs_are_shut(server: Served, path: str, method: str) -> None:
    assert ask(server, path, method=method)[0] == 404


def test_no_other_page_may_steer_this_one(server: Served) -> None:
    assert '"allowedOrigins":[]' in ask(server, "/_stcore/host-config")[2].replace(" ", "")


def test_named_hosts_and_a_base_path(tmp_path: Path) -> None:
    served = serve(tmp_path, "--server.baseUrlPath", "cijfers/toets", CIJFERTOETS_HOSTS="toets.example.org, Cijfers.example.org")
    try:
        for host in ("toets.example.org", "cijfers.example.org:8501", "localhost"):
            assert ask(served, "/", host=host)[0] == 200
        assert ask(served, "/", host="kwaad.example")[0] == 400
        status, _, script = ask(served, "/cijfertoets.js")
        assert status == 200 and '"Zoeken"' in script
        assert '<html lang="en">' in ask(served, "/krapte?lang=en")[2]
        assert ask(served, "/_stcore/metrics")[0] == 404
    finally:
        served.stop()


def test_the_script_mends_the_words_of_the_widgets_and_needs_no_eval(server: Served) -> None:
    _, headers, script = ask(server, "/cijfertoets.js")
    assert headers["content-type"].startswith("text/javascript")
    assert "/* words */" not in script and '"Fullscreen": "Volledig scherm"' in script
    assert "eval(" not in script and "innerHTML" not in script and "fetch(" not in script


@pytest.mark.skipif(sys.platform != "linux", reason="the whole of 127/8 is this machine on Linux only")
def test_the_server_listens_on_one_address_only_unless_told_otherwise(tmp_path: Path) -> None:
    """Started without an address: a server that listened on every one would answer on 127.0.0.2 as well."""
    own = serve(tmp_path, address=None)
    told = serve(tmp_path, address="0.0.0.0")
    try:
        assert [_answers(own, host) for host in ("127.0.0.1", "127.0.0.2")] == [True, False]
        assert [_answers(told, host) for host in ("127.0.0.1", "127.0.0.2")] == [True, True]
    finally:
        own.stop()
        told.stop()


def _answers(served: Served, host: str) -> bool:
    try:
        socket.create_connection((host, urlsplit(served.url).port or 0), timeout=5).close()
    except ConnectionRefusedError:
        return False
    return True


def told_at_the_start(socket: ClientConnection) -> NewSession:
    """What the server tells a browser session that begins."""
    asked = BackMsg()
    asked.rerun_script.query_string = ""
    socket.send(asked.SerializeToString())
    while True:
        message = ForwardMsg.FromString(socket.recv(timeout=30))  # type: ignore[arg-type]
        if message.WhichOneof("type") == "new_session":
            return message.new_session


def test_a_session_sends_no_statistics_and_takes_files_with_its_token_up_to_the_limit(server: Served) -> None:
    stream = f"{server.url.replace('http', 'ws', 1)}/_stcore/stream"
    with connect(stream, subprotocols=[Subprotocol("streamlit")], max_size=None) as socket:
        told = told_at_the_start(socket)
        assert not told.config.gather_usage_stats
        path = f"/_stcore/upload_file/{told.initialize.session_id}/een"
        for method in ("PUT", "DELETE"):
            status, _, said = ask(server, path, method=method, **{"Content-Length": "0"})
            assert (status, "XSRF" in said) == (403, True)
        cookie = re.search(r"_streamlit_xsrf=([^;]+)", ask(server, "/_stcore/health")[1]["set-cookie"])
        assert cookie
        own = {"Cookie": cookie[0], "X-Xsrftoken": cookie[1]}
        assert ask(server, path, method="PUT", **own, **{"Content-Length": str(20 * 2**20 + 1)})[0] == 413
        assert ask(server, path, method="DELETE", **own)[0] == 204


def test_what_goes_wrong_is_not_told_in_detail() -> None:
    settings = tomllib.loads((Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["client"]["showErrorDetails"] == "none" and settings["client"]["disableDataExport"]


def test_a_letter_larger_than_twenty_megabytes_is_refused(visit: Visitor) -> None:
    page = visit().open("/")
    page.get_by_role("button", name="Eigen brief").click()
    uploader = page.get_by_test_id("stFileUploader")
    large = {"name": "groot.txt", "mimeType": "text/plain", "buffer": b"12 procent\n" * 2_000_000}
    page.locator("input[type=file]").set_input_files(large)  # type: ignore[arg-type]
    expect(uploader).to_contain_text("groot.txt")
    expect(uploader).to_contain_text("Dit bestand is te groot: ten hoogste 20 MB.")
    page.get_by_role("button", name="Toets deze brief").click()
    expect(page.get_by_role("combobox", name="Brief", exact=True)).to_have_value(re.compile("^Alle brieven"))
