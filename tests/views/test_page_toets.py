"""The first page: counts, filters, choice of a claim and its details."""

from __future__ import annotations

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

Opener = Callable[..., AppTest]


def test_opens(opened: Opener) -> None:
    app = opened()
    assert not app.exception
