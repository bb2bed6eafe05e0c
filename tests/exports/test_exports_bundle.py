"""The proof bundle: what goes in comes out, and not one byte or row can change unseen."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports import bundle
from labour.errors import DataError
from labour.judgement import Judgement
from tests.exports import sample

CONTENT = bundle.to_jsonl(sample.REPORT)


def test_a_bundle_holds_letters_edition_and_rows() -> None:
    found = bundle.read(CONTENT)
    assert found.together == ((sample.LETTER, sample.EMPTY),)
    assert found.edition == sample.EDITION
    assert found.rows == tuple(bundle.bare(check) for check in sample.CHECKS)


def test_each_row_is_a_check_with_its_proof() -> None:
    rows = [json.loads(line) for line in CONTENT.splitlines()]
    assert [(row["proof"]["row"], row["proof"]["rows"]) for row in rows] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert all(row["proof"]["cite"].endswith(sample.LETTER.sha256) for row in rows)
    assert [row["verdict"] for row in rows] == [check.verdict for check in sample.CHECKS]


@given(st.integers(0, len(CONTENT) - 1), st.integers(1, 255))
def test_a_changed_byte_is_refused(place: int, change: int) -> None:
    """A row that no longer reads or fits its chain is refused at once; one that only is written otherwise, by its bytes."""
    damaged = bytearray(CONTENT)
    damaged[place] ^= change
    try:
        found = bundle.read(bytes(damaged))
    except DataError:
        return
    assert found == bundle.read(CONTENT)
    with pytest.raises(DataError, match="regel"):
        bundle.same(bytes(damaged), CONTENT)


@pytest.mark.parametrize(
    "keep", [slice(1, None), slice(None, -1), slice(None, None, -1), slice(0, 0)], ids=["first gone", "last gone", "turned", "empty"]
)
def test_a_row_that_went_or_moved_is_refused(keep: slice) -> None:
    with pytest.raises(DataError):
        bundle.read(b"".join(CONTENT.splitlines(keepends=True)[keep]))


@pytest.mark.parametrize("content", [b"", b"[]", b"{}\n", b"\xff", b"[" * 100_000, b'{"proof": 1}'])
def test_what_is_no_bundle_is_refused_in_one_sentence(content: bytes) -> None:
    with pytest.raises(DataError) as refused:
        bundle.read(content)
    assert refused.value.nl.startswith("Dit is geen heel bewijsbestand")


def test_the_line_that_differs_is_named() -> None:
    other = CONTENT.replace(b"401.500", b"401.501")
    with pytest.raises(DataError, match="regel 1"):
        bundle.same(other, CONTENT)


def test_a_human_judgement_goes_along_and_leaves_the_verdict_as_it_was() -> None:
    claim = sample.DEVIATES.claim
    judged = Judgement(
        sample.LETTER.sha256, "brief", claim.start, claim.end, claim.quote, "open_vacancies", "2026-11-20T10:00:00+01:00", "ander kwartaal",
        "deviates", "supported", (("period", "2023KW03"),), "0.1.0",
    )  # fmt: skip
    content = bundle.to_jsonl(replace(sample.REPORT, judgements={judged.place: judged}))
    row = json.loads(content.splitlines()[0])
    assert (row["verdict"], row["judgement"]["verdict"], row["judgement"]["note"]) == ("deviates", "supported", "ander kwartaal")
    assert bundle.read(content).judgements == (judged,)
