"""Failures of the tables show what was read beside what was expected."""

from __future__ import annotations

import pytest

pytest.register_assert_rewrite("tests.claims.notation")
