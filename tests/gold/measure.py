"""Measures the program on the annotated letters, and writes what it found for the page that shows our own error rates.

    python -m tests.gold.measure

Prints the figures beside their floors and writes ``result.json``: figures, version, digest of the corpus, and the day since which they
stand. The file changes only when a figure, the version or the corpus does.
"""

from __future__ import annotations

import json
import tomllib
from datetime import date

import pipeline
from labour import __version__
from labour.model import Check, Letter
from tests.gold import corpus, scoring

RESULT = corpus.HERE / "result.json"
FLOORS = corpus.HERE / "floors.toml"

Figures = dict[str, dict[str, float]]


def figures() -> Figures:
    """Group -> figure -> value, of all five letters; verdicts as `check` gives them, second renditions left out."""
    letters = [pipeline.load_letter(path) for path in sorted(corpus.LETTERS.glob("*.txt"))]
    facts = corpus.facts()
    return {
        "claims": scoring.claim_figures([claim for letter in letters for claim in pipeline.extract_claims(letter)], facts),
        "account": scoring.account_figures([fate for one in letters for fate in pipeline.account(one)], corpus.no_claims(), facts),
        "verdicts": scoring.verdict_figures(_checks(letters), corpus.expected(), facts),
    }


def _checks(letters: list[Letter]) -> list[Check]:
    own = [letter for letter in letters if not letter.same_letter_as]
    claims = [claim for letter in own for claim in pipeline.extract_claims(letter)]
    return pipeline.check_claims(claims, own, pipeline.load_observations())


def floors() -> dict[str, dict[str, list[float]]]:
    """Group -> figure -> every floor it has had, the one in force last; for counts a ceiling."""
    tables = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return {group: tables[group] for group in ("claims", "account", "verdicts", "at_most")}


def held() -> dict[str, object]:
    """What ``result.json`` says now; empty when it is not there."""
    return dict(json.loads(RESULT.read_text(encoding="utf-8"))) if RESULT.exists() else {}


def main() -> None:
    measured, bounds = figures(), floors()
    for group, values in measured.items():
        for name, value in values.items():
            sign, bound = (">=", bounds[group][name]) if name in bounds[group] else ("<=", bounds["at_most"][name])
            print(f"{group:10}{name:34}{value:8} {sign} {bound[-1]}")
    result = {"version": __version__, "corpus": corpus.digest(), "figures": measured}
    before = held()
    if {key: before.get(key) for key in result} != result:
        text = json.dumps({"day": date.today().isoformat(), **result}, indent=1)
        RESULT.write_text(text + "\n", encoding="utf-8")
        print(f"{RESULT.name} written")


if __name__ == "__main__":
    main()
