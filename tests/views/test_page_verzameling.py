"""The page over a corpus run: there only when the server names one, every number leading to its claims, nothing of a letter obeyed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests import made_corpus

Opener = Callable[..., AppTest]


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_corpus.run(tmp_path_factory.mktemp("corpus"))


@pytest.fixture
def page(run: Path, made_pipeline: None, opened: Opener, monkeypatch: pytest.MonkeyPatch) -> Opener:
    """Opens the page over the small run: ``page(part="figures")``."""
    monkeypatch.setenv("CIJFERTOETS_CORPUS", str(run))
    return lambda **query: opened("verzameling", **query)


def html(app: AppTest) -> str:
    return "\n".join(element.value for element in app.html)


def told(app: AppTest) -> str:
    return "\n".join(element.value for element in [*app.text, *app.caption])


def rows(app: AppTest, column: str) -> list[dict[str, object]]:
    """The last table that has this column."""
    return next(one.value for one in reversed(app.dataframe) if column in one.value.columns).to_dict("records")


def test_without_a_setting_there_is_no_such_page(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CIJFERTOETS_CORPUS", raising=False)
    app = opened()
    assert not app.exception
    with pytest.raises(ValueError, match="verzameling"):
        app.switch_page("views/verzameling.py").run()


@pytest.mark.parametrize("named", ["weg", ".", "brieven"])
def test_a_folder_that_is_no_run_is_one_sentence(run: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    monkeypatch.setenv("CIJFERTOETS_CORPUS", str(run.parent / named))
    app = opened("verzameling")
    assert not app.exception
    assert next(one.value for one in app.error).endswith("draai cli.py corpus opnieuw.")


def test_the_browser_names_no_folder(page: Opener, tmp_path: Path) -> None:
    app = page(corpus=str(tmp_path), folder=str(tmp_path), CIJFERTOETS_CORPUS=str(tmp_path))
    assert [one.value for one in app.error] == [] and "6 brieven" in told(app)


@pytest.mark.parametrize(
    ("language", "said"), [("nl", "7 beweringen in 6 brieven; 5 ervan zijn getoetst."), ("en", "7 claims in 6 letters; 5 of")]
)
@pytest.mark.parametrize("part", ["indicators", "figures", "sentences", "unread"])
def test_every_part_opens_in_both_languages(page: Opener, part: str, language: str, said: str) -> None:
    app = page(part=part, **({"lang": language} if language == "en" else {}))
    assert not app.exception and not app.error
    assert said in told(app)
    assert ("8 mei 2023" if language == "nl" else "8 May 2023") in told(app) and "1" in told(app).split(
        "Kopie" if language == "nl" else "Copies"
    )[1]
    assert app.query_params.get("part", "indicators") == part


def test_counts_add_up_and_copies_are_left_out(page: Opener) -> None:
    app = page()
    table = rows(app, "Getoetst")
    assert sum(row["Beweringen"] for row in table) == 7
    for row in table:
        assert row["Beweringen"] == sum(count for name, count in row.items() if name[0] in "✓◷✗≈!?")
        assert row["Getoetst"] == row["Beweringen"] - row["? niet te toetsen"]
    assert [row["Beweringen"] for row in table] == [3, 3, 1] and table[-1]["Indicator"] == "zonder indicator"
    assert "<b>7</b> <span>beweringen =" in html(app) and '<li class="ct-deviates"><b>1</b>' in html(app)


def test_a_picture_has_a_sentence_a_table_and_an_alternative_text(page: Opener) -> None:
    app = page()
    charts = app.get("plotly_chart")
    assert len(charts) == 2 and all(chart.proto.alt for chart in charts)
    assert sum(one.label == "Tabel bij deze figuur" for one in app.expander) == 2
    for box in [key for key in app.session_state._state.filtered_state if str(key).startswith("table_")]:
        app.session_state[box] = True  # opened: only then is a table made
    app.run()
    drawn = rows(app, "Lijn")
    assert {(row["Lijn"], row["Waarde"], row["Status"]) for row in drawn} >= {("Openstaande vacatures", 1.0, "✗ wijkt af")}
    assert "Van 7 beweringen gaan er 6 over een bekende indicator" in told(app)


@pytest.mark.parametrize(
    ("choices", "quotes"),
    [
        ({"outcome": "deviates"}, ["745 duizend openstaande vacatures"]),
        ({"topic": "labour_market_tension", "year": "2023"}, ["105 vacatures per 100 werklozen", "106 vacatures per 100 werklozen"]),
        ({"topic": "geen"}, ["3,7 procent"]),
        ({"year": "geen"}, ["467 duizend openstaande vacatures"]),
        ({"year": "2023", "outcome": "deviates"}, []),
        ({"topic": "nergens", "year": "x", "outcome": "?", "pick": "nee"}, None),
    ],
)
def test_a_number_leads_to_its_claims(page: Opener, choices: dict[str, str], quotes: list[str] | None) -> None:
    app = page(**choices)
    assert not app.exception
    if quotes == []:
        assert any("Geen bewering voldoet" in one.value for one in app.info)
    elif quotes is None:
        assert len(rows(app, "quote")) == 7 and "topic" not in app.query_params
    else:
        assert [row["quote"] for row in rows(app, "quote")] == quotes


def test_a_claim_opens_with_its_letter_its_sentence_and_its_cells(page: Opener) -> None:
    app = page(outcome="deviates")
    name = app.selectbox(key="pick").options
    assert len(name) == 2
    app.selectbox(key="pick").select_index(1).run()
    shown = html(app)
    assert not app.exception
    assert '<mark class="ct-mark ct-deviates">745 duizend openstaande vacatures</mark>' in shown
    assert "<dt>Bestand</dt><dd>2024/drie.txt</dd>" in shown and "<dt>Datum</dt><dd>13 december 2024</dd>" in shown
    assert "<dt>Beweerd</dt><dd>745.000 vacatures</dd>" in shown and "<dt>Gepubliceerd</dt><dd>445.300 vacatures</dd>" in shown
    cells = rows(app, "Stand")
    assert cells[0]["Waarde"] == "445,3" and cells[0]["Periode"] == "derde kwartaal 2022" and cells[0]["Bron"].startswith("CBS")
    assert app.query_params["pick"] == app.selectbox(key="pick").value
    again = page(outcome="deviates", pick=app.selectbox(key="pick").value)
    assert "745 duizend openstaande vacatures</mark>" in html(again)


def test_what_letters_say_alike_opens_with_its_claims(page: Opener) -> None:
    app = page(part="figures")
    table = rows(app, "Genoemd")
    assert [(row["Brieven"], row["Verschillende getallen"]) for row in table] == [(2, 2), (2, 2)]
    assert table[0]["Genoemd"] == "445 duizend openstaande vacatures (1×); 745 duizend openstaande vacatures (1×)"
    assert table[0]["Oordeel"] == "✓ klopt (1); ✗ wijkt af (1)"
    app.selectbox(key="figure").select_index(2).run()
    assert [row["quote"] for row in rows(app, "quote")] == ["106 vacatures per 100 werklozen", "105 vacatures per 100 werklozen"]


def test_one_sentence_with_another_quarter(page: Opener) -> None:
    app = page(part="sentences")
    (row,) = rows(app, "Genoemd")
    assert row["Periode"] == "derde kwartaal 2022 (+1)"
    app.selectbox(key="sentence").select_index(1).run()
    assert [row["period"] for row in rows(app, "quote")] == ["2022KW03", "2022KW02"]


def test_what_was_not_read_is_listed_with_its_reason(page: Opener) -> None:
    app = page(part="unread")
    reasons, files = (one.value.to_dict("records") for one in app.dataframe)
    assert {row["Reden"]: row["Bestanden"] for row in reasons}["Het bestand is leeg."] == 1
    assert {row["Bestand"] for row in files} == {"leeg.txt", "<img src=x onerror=alert(2)> ![b](x).png"}
    assert "letters.toml" not in str(files)


def test_texts_of_a_letter_are_escaped_everywhere(page: Opener) -> None:
    app = page(topic="open_vacancies", outcome="deviates")
    app.selectbox(key="pick").select_index(1).run()
    shown = html(app)
    assert "&lt;script&gt;fetch(" in shown
    for tag in ("<img", "<script", "<style>body", "<b>drie"):
        assert tag not in shown
    assert "\u202e" not in shown
    assert not app.markdown


def test_figures_held_now_that_differ_are_said(page: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    assert any("cli.py corpus opnieuw" in one.value for one in page().info)  # the pipeline of these tests has figures of its own


def test_the_run_is_summed_once_and_again_when_it_changed(page: Opener, run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from exports import parquet_summary

    calls = []
    real = parquet_summary.summarise
    monkeypatch.setattr(parquet_summary, "summarise", lambda one: calls.append(1) or real(one))
    st.cache_resource.clear()
    page()
    page(part="figures")
    assert len(calls) == 1
    later = run / "failures.parquet"
    later.touch()
    page()
    assert len(calls) == 2
