"""The shipped figures and vocabulary, the claims of the tests, and a Chrome that is closed when all pictures are drawn."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from stated import CLAIMS

from figures import png
from labour.indicators import Field
from labour.model import Check
from labour.observations import ObservationIndex
from loaders.places import data_folder
from loaders.snapshot import load_field, load_index


@pytest.fixture(scope="session")
def held() -> ObservationIndex:
    return load_index(data_folder())


@pytest.fixture(scope="session")
def field() -> Field:
    return load_field(data_folder())


@pytest.fixture(scope="session")
def checks() -> list[Check]:
    return CLAIMS


@pytest.fixture(scope="session", autouse=True)
def chrome() -> Iterator[None]:
    """One warm Chrome for all tests; none is left behind."""
    yield
    png.close()
