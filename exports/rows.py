"""Records as the plain rows that JSON lines print and other programs rely on; numbers stay Decimals here. Pure."""

from __future__ import annotations

from typing import Any

from labour.model import Check, Claim, Evidence, NumberFate

_CLAIM_FIELDS = (
    "letter start end quote value value_text unit approx kind indicator sector population period base_value "
    "base_period end_value stated_source footnote"
).split()
_EVIDENCE_FIELDS = "period value unit status vintage source".split()


def claim_row(claim: Claim) -> dict[str, Any]:
    """A claim as ``extract --format jsonl`` prints it; values in units of one, percentages as percent."""
    return {name: getattr(claim, name) for name in _CLAIM_FIELDS} | {"rules": list(claim.rules)}


def evidence_row(evidence: Evidence) -> dict[str, Any]:
    """A cell that was used, in the table's own unit."""
    return {
        "table_id": evidence.table_id,
        "measure": evidence.measure,
        "dimensions": {dimension: key.strip() for dimension, key in evidence.dimensions},
    } | {name: getattr(evidence, name) for name in _EVIDENCE_FIELDS}


def check_row(check: Check) -> dict[str, Any]:
    """A claim with its verdict as ``check --format jsonl`` prints it, without the proof that exports/bundle.py adds."""
    interval, near = check.interval, check.near_miss
    return claim_row(check.claim) | {
        "verdict": check.verdict,
        "reason": check.reason,
        "caveats": list(check.caveats),
        "published": check.published,
        "published_unit": check.published_unit,
        "interval": None if interval is None else [interval.low, interval.high, interval.low_open, interval.high_open],
        "difference": check.difference,
        "evidence": [evidence_row(one) for one in check.evidence],
        "near_miss": None
        if near is None
        else {"kind": near.kind, "value_of": list(near.value_of), "text_nl": near.text_nl, "text_en": near.text_en},
        "explanation_nl": check.explanation_nl,
        "explanation_en": check.explanation_en,
        "source_url": check.source_url,
    }


def fate_row(fate: NumberFate) -> dict[str, Any]:
    """What became of one number of the letter, as ``extract --account`` prints it."""
    return {name: getattr(fate, name) for name in "letter start end text value fate reason".split()}
