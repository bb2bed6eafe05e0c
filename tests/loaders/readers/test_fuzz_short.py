"""A second of damaged files for each reader; ``make fuzz`` goes on for minutes."""

from __future__ import annotations

import pytest

from benchmarks.fuzz_readers import READERS, fuzz


@pytest.mark.parametrize("form", READERS)
def test_damaged_files_end_in_text_or_one_sentence(form: str) -> None:
    assert [what for what, _ in fuzz(form, seconds=1.0, seed=2026)] == []
