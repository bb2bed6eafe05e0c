"""``python -m tests.indicators`` writes docs/indicators.md: what a figure can be about, who publishes it, and whether it is judged."""

from __future__ import annotations

from pathlib import Path

from labour import wording
from labour.indicators import Indicator
from loaders.places import data_folder
from loaders.snapshot import load_field

PAGE = Path(__file__).resolve().parent.parent / "docs" / "indicators.md"
HEAD = """# The indicators

What a figure in a letter can be about. Where nothing is judged, a claim is found and its refusal says why: the figures are someone else's
or are not published. Definitions and the words by which a letter names each stand in `data/indicators.toml`; how to add one:
[adding-an-indicator.md](adding-an-indicator.md). Written by `make indicators`.

| indicator | Dutch | English | unit | maker | judged |
|---|---|---|---|---|---|
"""


def row(one: Indicator) -> str:
    cells = (f"`{one.id}`", one.name_nl, one.name_en, wording.unit(one.unit, "en"), one.publisher, "yes" if one.checkable else "no")
    return f"| {' | '.join(cells)} |"


def page() -> str:
    """The whole page, in the order of the data."""
    return HEAD + "\n".join(map(row, load_field(data_folder()).indicators.values())) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
