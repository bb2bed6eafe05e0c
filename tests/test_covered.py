"""The floor under the branches taken is a floor: a part below it shows."""

from __future__ import annotations

from typing import Any

import pytest

from tests import covered


def measured(taken: int) -> dict[str, Any]:
    """What coverage tells of two files a part, with so many of their hundred branches taken."""
    return {
        "files": {
            f"{part}/{name}.py": {"summary": {"num_branches": 50, "covered_branches": taken // 2}}
            for part in covered.FLOORS
            for name in "ab"
        }
    }


def test_shares_are_of_branches_over_all_files_of_a_part() -> None:
    found = covered.shares(measured(96) | {})
    assert found == {"labour": 96.0, "claims": 96.0, "checks": 96.0}


def test_a_part_that_was_not_measured_is_below_every_floor() -> None:
    assert covered.shares({"files": {"views/x.py": {"summary": {"num_branches": 2, "covered_branches": 2}}}})["claims"] == 0.0


@pytest.mark.parametrize(("taken", "code"), [(96, 0), (94, 1)])
def test_the_exit_code_says_whether_the_floors_hold(taken: int, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(covered.subprocess, "run", lambda command, check: None)
    monkeypatch.setattr(covered.Path, "read_text", lambda path, encoding: "")
    monkeypatch.setattr(covered.json, "loads", lambda text: measured(taken))
    assert covered.main() == code
