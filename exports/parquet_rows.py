"""A claim of a corpus run as the records that pages and tables show: letter, claim, check.

Numbers come back as decimals with the places that were printed; the text of the letter is the sentence of the claim, which is
all that a run keeps of it, and the claim's place counts from its beginning.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from labour.model import Check, Claim, Evidence, Interval, Letter, NearMiss

Row = Mapping[str, Any]


def letter_of(row: Row) -> Letter:
    """The letter of a row of ``parquet_run.whole_rows``; its text is the claim's sentence."""
    about = row["about"]
    return Letter(
        name=about["letter"],
        text=row["sentence"],
        title=about["title"],
        sender=about["sender"],
        reference=about["reference"],
        day=about["date"],
        precision=about["precision"],
        date_from=about["date_from"],
        sha256=about["sha256"],
    )


def check_of(row: Row) -> Check:
    """The claim of such a row with its check."""
    step = _number(row["step"], None)

    def stated(name: str) -> Decimal | None:
        return _number(row[name], step)

    claim = Claim(
        letter=row["letter"],
        start=row["start"] - row["sentence_start"],
        end=row["end"] - row["sentence_start"],
        value=stated("value"),
        base_value=stated("base_value"),
        end_value=stated("end_value"),
        rules=tuple(row["rules"] or ()),
        step=step,
        **{name: row[name] for name in ("quote", "value_text", "unit", "approx", "kind")},
        **{name: row[name] for name in ("indicator", "sector", "population", "period", "base_period", "stated_source", "footnote")},
    )
    near = row["near_miss"] and NearMiss(row["near_miss"], tuple(row["near_miss_of"] or ()), row["near_miss_nl"], row["near_miss_en"])
    interval = None
    if row["low_open"] is not None:
        interval = Interval(stated("interval_low"), stated("interval_high"), row["low_open"], row["high_open"])
    return Check(
        claim=claim,
        caveats=tuple(row["caveats"] or ()),
        published=stated("published"),
        interval=interval,
        difference=stated("difference"),
        evidence=tuple(_cell(one) for one in row["evidence"] or ()),
        near_miss=near or None,
        **{name: row[name] for name in ("verdict", "reason", "published_unit", "explanation_nl", "explanation_en", "source_url")},
    )


def _cell(one: Row) -> Evidence:
    dimensions = tuple(json.loads(one["dimensions"]).items())
    names = "table_id measure period unit status vintage source series".split()
    return Evidence(dimensions=dimensions, value=Decimal(one["value_text"]), **{name: one[name] for name in names})


def _number(value: float | None, step: Decimal | None) -> Decimal | None:
    """The shortest decimal of a double, with as many places as the last printed digit asks for."""
    if value is None:
        return None
    exact = Decimal(repr(value)).normalize()
    if not exact % 1:
        exact = exact.to_integral_value()
    places = step.normalize().as_tuple().exponent if step else 0
    return exact.quantize(Decimal(1).scaleb(places)) if -exact.as_tuple().exponent < -places else exact
