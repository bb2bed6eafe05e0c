"""Holds for every test: an empty state folder of its own, no settings of the user, and no network beyond this machine."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

OWN_SETTINGS = ("STATLINE_URL", "TWEEDEKAMER_URL", "CIJFERTOETS_DATA", "CIJFERTOETS_HOSTS", "CIJFERTOETS_CORPUS")
_LOOPBACK = ("127.", "::1", "localhost", "0.0.0.0")
_reach = {"network": False}


@pytest.fixture(autouse=True)
def own_state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The state folder of this test; and a page that a test runs takes the place of the main module for that test only."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])
    for name in OWN_SETTINGS:
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("CIJFERTOETS_STATE", str(folder))
    return folder


def pytest_runtest_setup(item: pytest.Item) -> None:
    _reach["network"] = item.get_closest_marker("network") is not None


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """A connection to another machine is an error, also where the code under test would swallow a failed one."""
    if event == "socket.connect" and isinstance(arguments[1], tuple) and not _reach["network"]:
        host = str(arguments[1][0])
        if not host.startswith(_LOOPBACK):
            raise AssertionError(f"a test reached for {host}")


sys.addaudithook(_refuse)
