"""The shipped figures and vocabulary: every table of these tests states published figures, so a wrong one is seen here."""

from __future__ import annotations

import pytest

from labour.indicators import Field
from labour.observations import ObservationIndex
from loaders.places import data_folder
from loaders.snapshot import load_field, load_index


@pytest.fixture(scope="session")
def index() -> ObservationIndex:
    return load_index(data_folder())


@pytest.fixture(scope="session")
def field() -> Field:
    return load_field(data_folder())
