"""What changed since a saved run."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from exports import against, bundle
from labour.errors import DataError
from tests.exports import sample

SAVED = against.read_run(bundle.to_jsonl(sample.REPORT), "run.jsonl")


def test_the_same_run_has_no_changes() -> None:
    assert against.changes(SAVED, sample.CHECKS) == []
    assert against.sentences([]) == ["Geen beweringen met een andere uitkomst dan eerder."]


def test_a_revised_figure_and_its_new_verdict_are_named() -> None:
    revised = replace(sample.DEVIATES, verdict="supported", published=Decimal("445000"))
    found = against.changes(SAVED, (revised, *sample.CHECKS[1:]))
    assert against.sentences(found) == [
        "brief, “445 duizend”: ✗ wijkt af → ✓ klopt (gepubliceerd 401.500 → 445.000)",
        "1 bewering met een andere uitkomst dan eerder.",
    ]
    assert against.sentences(found, "en")[0] == "brief, “445 duizend”: ✗ deviates → ✓ correct (published 401,500 → 445,000)"


def test_claims_that_came_and_went_are_named() -> None:
    found = against.changes(SAVED, (*sample.CHECKS[:3], replace(sample.CHECKS[3], claim=replace(sample.CHECKS[3].claim, start=1))))
    assert [(change.before, change.after) for change in found] == [(None, "unverifiable"), ("unverifiable", None)]


def test_letters_of_another_run_are_no_change() -> None:
    other = replace(sample.DEVIATES, claim=replace(sample.DEVIATES.claim, letter="ander"))
    assert [change.before for change in against.changes(SAVED, [other])] == [None]


@pytest.mark.parametrize("content", [b"nee", b'{"letter": 1}', b"\xff", b"[1]", b"[" * 99_999])
def test_what_is_no_saved_run_is_refused(content: bytes) -> None:
    with pytest.raises(DataError, match=r"run.jsonl is geen bewaarde uitkomst"):
        against.read_run(content, "run.jsonl")
