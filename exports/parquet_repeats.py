"""What several letters of a corpus say alike: a figure on one subject and period, and one sentence with another period in it.

Claims are told apart by a number of 64 bits made of what they share, so that millions can be counted; the number is the same in
every run and names the group. Works on columns, never on single claims.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

#: what claims on one subject share, in the columns of a run's claims
FIGURE = ("indicator", "sector", "population", "unit", "kind", "period", "base_period")
#: what claims of one sentence share beside its words
SENTENCE = ("indicator", "unit", "kind")
#: words that change with the number or the period, or stand for a sign
_CHANGING = (
    r"\b(procent|procentpunt|duizend|miljoen|miljard|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|eerste|tweede|derde|vierde|laatste|"
    r"afgelopen|vorig|vorige|kwartaal|kwartalen|halfjaar|maand|jaar)\b"
)
_LEAST = 4  # words beside numbers and periods that make a sentence one's own
_BETWEEN = "\x1f"


def figure_keys(table: pa.Table) -> pa.Array:
    """For each claim the number of its subject and period; null where it names no indicator, period or value."""
    parts = [pc.utf8_lower(pc.fill_null(table[name], "")) for name in FIGURE]
    known = pc.and_(pc.and_(pc.is_valid(table["indicator"]), pc.is_valid(table["period"])), pc.is_valid(table["value"]))
    return _hashed(parts, known)


def sentence_keys(table: pa.Table) -> pa.Array:
    """For each claim the number of its sentence without numbers and periods; null where it names no period or has few words."""
    words = bare(table["sentence"])
    parts = [words, *(pc.fill_null(table[name], "") for name in SENTENCE)]
    known = pc.and_(pc.is_valid(table["period"]), pc.greater_equal(pc.count_substring(words, " "), _LEAST - 1))
    return _hashed(parts, known)


def bare(sentences: pa.ChunkedArray) -> pa.ChunkedArray:
    """The words of each sentence in lower case: no numbers, periods, note marks, line ends or signs."""
    words = pc.replace_substring_regex(pc.utf8_lower(sentences), r"\[(footnoteref:\w+|\w+: [^\]]*)\]", "")
    words = pc.replace_substring_regex(words, r"(\p{L})-\s*\n\s*(\p{Ll})", r"\1\2")
    words = pc.replace_substring_regex(words, r"[^\p{L}]+", " ")
    return pc.utf8_trim(pc.replace_substring_regex(pc.replace_substring_regex(words, _CHANGING, ""), " +", " "), " ")


def _hashed(parts: Sequence[pa.ChunkedArray], known: pa.ChunkedArray) -> pa.Array:
    joined = pc.binary_join_element_wise(*parts, _BETWEEN).to_numpy(zero_copy_only=False)
    numbers = pa.array(pd.util.hash_array(joined, categorize=True), pa.uint64())
    return pc.if_else(known.combine_chunks(), numbers, None)


def groups(seen: pa.Table, *, several_periods: bool) -> pa.Table:
    """The keys that two or more letters share, with how many letters, claims, values and periods; most telling first.

    ``seen`` has key, letter, value and period. ``several_periods``: only what is said of more than one period.
    """
    counts = [("letter", "count_distinct"), ("value", "count_distinct"), ("period", "count_distinct"), ([], "count_all")]
    found = seen.group_by("key").aggregate(counts)
    found = found.filter(pc.greater_equal(found["letter_count_distinct"], 2))
    if several_periods:
        found = found.filter(pc.greater_equal(found["period_count_distinct"], 2))
    differ = pc.cast(pc.greater(found["value_count_distinct"], 1), pa.int8())
    order = [("differ", "descending"), ("letter_count_distinct", "descending"), ("key", "ascending")]
    return found.append_column("differ", differ).sort_by(order)
