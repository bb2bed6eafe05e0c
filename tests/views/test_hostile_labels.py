"""What StatLine calls its tables, measures and groups is text on every page: no widget that renders gets it, and HTML holds it escaped."""

from __future__ import annotations

from dataclasses import replace

import made_letters as made
import pytest
from streamlit.testing.v1 import AppTest

from labour.model import Check, Letter
from labour.observations import build_index
from tests.views.conftest import Opener

EVIL = '<img src="https://kwaad.example/a.png" onerror=alert(1)> [klik](https://kwaad.example) ![b](https://kwaad.example/b.png) \u202emor'
#: kinds of element whose text Streamlit reads as Markdown
RENDERED = ("markdown", "caption", "info", "warning", "error", "success", "title", "header", "subheader")
LABELLED = ("selectbox", "multiselect", "button", "expander", "toggle", "checkbox", "radio", "text_input", "text_area", "tab", "metric")
PAGES = ("toets", "krapte", "sectoren", "bronnen")


@pytest.fixture
def poisoned(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cells of the letters made by hand, with every word of their publisher made harmful."""
    rows = [
        (replace(series, measure=EVIL, label=EVIL, dimensions=((EVIL, EVIL),)), period, replace(state, source_text=EVIL))
        for key, series in made.OBSERVATIONS.series.items()
        for period in made.OBSERVATIONS.periods(key)
        for state in made.OBSERVATIONS.states(key, period)
    ]
    sound = made.checks_of

    def checks_of(letter: Letter) -> list[Check]:
        cells = [
            (one, tuple(replace(c, measure=EVIL, dimensions=((EVIL, EVIL),), source=EVIL) for c in one.evidence)) for one in sound(letter)
        ]
        return [replace(one, evidence=evidence) for one, evidence in cells]

    monkeypatch.setattr(made, "OBSERVATIONS", build_index(rows))
    monkeypatch.setattr(made, "checks_of", checks_of)


def labels(app: AppTest) -> list[str]:
    return [element.label for kind in LABELLED for element in app.get(kind) if getattr(element, "label", None)]


@pytest.mark.parametrize("page", PAGES)
def test_words_of_statline_render_nothing(poisoned: None, opened: Opener, page: str) -> None:
    first = made.checks_of(made.LETTER)[0].claim
    app = opened(page, claim=f"brief-een:{first.start}-{first.end}") if page == "toets" else opened(page)
    assert not app.exception
    rendered = [one.value for kind in RENDERED for one in app.get(kind)]
    assert not [text for text in [*rendered, *labels(app)] if "kwaad.example" in text]
    html = "".join(one.value for one in app.html)
    tables = [str(cell) for table in app.dataframe for cell in table.value.to_numpy().ravel()]
    assert "<img" not in html and not any("\u202e" in text for text in (html, *tables))
    if page == "toets":  # what is rendered nowhere is shown all the same, as text
        assert any("kwaad.example" in text for text in (html, *tables))
