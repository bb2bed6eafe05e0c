"""The gate: no figure on the annotated letters falls below its floor, no floor is lowered in silence, and what is published is true."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

import pipeline
from labour.model import Claim
from tests.gold import corpus, measure, scoring

TABLES = tomllib.loads(measure.FLOORS.read_text(encoding="utf-8"))
NAMES = [f"{group}.{name}" for group in ("claims", "account", "verdicts", "at_most") for name in TABLES[group]]


@pytest.fixture(scope="module")
def measured() -> measure.Figures:
    return measure.figures()


def _value(measured: measure.Figures, name: str) -> float:
    group, figure = name.split(".")
    return measured[group][figure] if group in measured else next(v[figure] for v in measured.values() if figure in v)


@pytest.mark.parametrize("name", NAMES)
def test_no_figure_falls_below_its_floor(name: str, measured: measure.Figures) -> None:
    group, figure = name.split(".")
    bound = TABLES[group][figure][-1]
    value = _value(measured, name)
    assert value <= bound if group == "at_most" else value >= bound, f"{name} is {value}, its bound {bound}"


def test_every_figure_has_a_floor(measured: measure.Figures) -> None:
    assert {name.split(".")[1] for name in NAMES} == {figure for values in measured.values() for figure in values}


@pytest.mark.parametrize("name", NAMES)
def test_a_floor_is_lowered_only_with_a_reason(name: str) -> None:
    group, figure = name.split(".")
    bounds = TABLES[group][figure]
    eased = any(later > earlier if group == "at_most" else later < earlier for earlier, later in pairwise(bounds))
    assert not eased or len(TABLES["lowered"].get(name, "")) > len("2026-11-20: "), f"{name} was eased without a reason under [lowered]"


def test_floors_belong_to_this_corpus() -> None:
    assert TABLES["corpus"] == corpus.digest(), "the annotation or a letter changed: measure again and set the digest in floors.toml"


def test_the_published_result_does_not_flatter(measured: measure.Figures) -> None:
    """The page shows result.json: it may lag behind an improvement, never behind a loss."""
    result = measure.held()
    assert result["corpus"] == corpus.digest()
    for group, published in result["figures"].items():  # type: ignore[attr-defined]
        for name, value in published.items():
            now = measured[group][name]
            assert now <= value if name in TABLES["at_most"] else now >= value, f"{name} is now {now}: run python -m tests.gold.measure"


# The scorer itself, on claims made from the annotation: what is right must score 1, what is spoiled must show.


def _as_claim(fact: corpus.Fact) -> Claim:
    value = None if fact.value is None else Decimal(str(fact.value))
    return Claim(
        fact.letter, fact.start, fact.end, "", value, "", fact.unit, approx=fact.approx, kind=fact.kind, indicator=fact.indicator,
        period=fact.period,
    )  # fmt: skip


FACTS = corpus.facts()
PERFECT = [_as_claim(fact) for fact in FACTS]


def test_the_annotation_scores_full_marks_against_itself() -> None:
    figures = scoring.claim_figures(PERFECT, FACTS)
    assert figures.pop("repeated") == 0
    assert set(figures.values()) == {1.0}


VALUED = [claim for claim, fact in zip(PERFECT, FACTS, strict=True) if claim.value is not None and not fact.neutral]
SPOILED = {
    "precision": lambda c: [*c, replace(c[0], start=0, end=2, value=Decimal(987654))],
    "recall_all": lambda c: [one for one in c if one is not VALUED[0]],
    "recall_records": lambda c: [one for one in c if one.value is not None],
    "precision_records": lambda c: [*c, replace(c[0], start=0, end=2, value=None)],
    "unit": lambda c: [replace(one, unit="rank") for one in c],
    "approx": lambda c: [replace(one, approx="at_least") for one in c],
    "kind_labour": lambda c: [replace(one, kind="sum") for one in c],
    "period_labour": lambda c: [replace(one, period="1900JJ00") for one in c],
    "indicator_named": lambda c: [replace(one, indicator="jobs") for one in c],
}


@pytest.mark.parametrize("figure", SPOILED)
def test_what_is_spoiled_shows(figure: str) -> None:
    assert scoring.claim_figures(SPOILED[figure](PERFECT), FACTS)[figure] < 1


def test_a_claim_given_twice_counts_as_repeated() -> None:
    assert scoring.claim_figures([*PERFECT, VALUED[0]], FACTS)["repeated"] == 1


def test_a_whole_paragraph_is_no_quote() -> None:
    swollen = [replace(one, start=max(0, one.start - 200), end=one.end + 200) for one in PERFECT]
    assert scoring.claim_figures(swollen, FACTS)["recall_all"] == 0


def test_annotated_spans_lie_in_their_letters() -> None:
    length = {path.stem: len(pipeline.load_letter(path).text) for path in corpus.LETTERS.glob("*.txt")}
    for one in (*FACTS, *corpus.no_claims()):
        assert 0 <= one.start < one.end <= length[one.letter], one.id
    assert {one.id for one in corpus.expected()} <= {fact.id for fact in FACTS}
