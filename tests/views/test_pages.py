"""The other pages over the same two letters: reading, comparing, searching, pictures, sources, and a letter of one's own."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import made_letters as made
import pytest
from streamlit.testing.v1 import AppTest

import pipeline
from labour.errors import DataError
from loaders import fetching
from views import session

Opener = Callable[..., AppTest]
PAGES = ["toets", "brief", "krapte", "sectoren", "bronnen"]


def html(app: AppTest) -> str:
    return "\n".join(element.value for element in app.html)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_in_both_languages(opened: Opener, page: str, language: str) -> None:
    app = opened(page, lang=language)
    assert not app.exception and not app.error
    assert len(re.findall(r"<h1>[^<]+</h1>", html(app))) == 1
    assert app.query_params == ({"lang": "en"} if language == "en" else {})
    assert ("Cijfertoets 0.1.0, state" if language == "en" else "Cijfertoets 0.1.0, stand") in html(app)


def test_the_letter_is_whole_with_every_claim_marked_and_listed(opened: Opener) -> None:
    page = html(opened("brief", letter="brief-een"))
    assert page.count('<mark class="ct-mark') == 6
    for number in range(1, 7):
        assert f'id="plaats-{number}" href="#rij-{number}"' in page
        assert f'id="rij-{number}"' in page and f'href="#plaats-{number}"' in page
    assert "Zie dossier 29544." in page and "&lt;script&gt;alert(2)&lt;/script&gt;" in page


def test_without_a_choice_the_letter_with_most_to_read_opens_or_that_of_the_chosen_claim(opened: Opener) -> None:
    assert "In het derde kwartaal waren er" in html(opened("brief"))
    start = made.OTHER.index("401")
    other = f"brief-twee:{start}-{start + len('401 duizend vacatures')}"
    assert "In het tweede kwartaal waren er" in html(opened("brief", claim=other))


def test_marks_can_be_narrowed_and_numbers_that_are_no_claim_shown(opened: Opener) -> None:
    app = opened("brief", letter="brief-een", marks="deviates")
    assert html(app).count('<mark class="ct-mark') == 1
    assert "dossiernummer" not in html(app)
    app.toggle[0].set_value(True).run()
    assert '<span class="ct-label ct-number">dossiernummer</span>' in html(app)
    assert app.query_params["numbers"] == "1"


def test_two_letters_beside_each_other(opened: Opener) -> None:
    app = opened("brief", letter="brief-een", view="beside", other="brief-twee")
    assert html(app).count('<div class="ct-letter"') == 2
    table = app.dataframe[0].value
    assert list(table["1: Citaat"]) == ["445 duizend vacatures"] and list(table["2: Citaat"]) == ["401 duizend vacatures"]
    assert list(table["1: Periode"]) == ["derde kwartaal 2024"] and list(table["2: Periode"]) == ["tweede kwartaal 2024"]


def test_every_letter_that_quotes_an_indicator_is_found(opened: Opener) -> None:
    app = opened("brief", view="search", about="open_vacancies")
    assert set(app.dataframe[0].value["quote"]) == {"445 duizend vacatures", "401 duizend vacatures"}
    assert any("2 beweringen in 2 brieven" in one.value for one in app.caption)


@pytest.mark.parametrize(
    ("page", "parameters"), [("krapte", {"asof": "2024-12-13", "from": "2021KW01"}), ("sectoren", {"sector": "total"})]
)
def test_choices_of_the_pictures_come_from_the_address_and_stay_there(opened: Opener, page: str, parameters: dict[str, str]) -> None:
    app = opened(page, **parameters)
    assert not app.exception
    if page == "krapte":
        assert app.date_input(key="asof_day").value.isoformat() == "2024-12-13"
        assert app.query_params["asof"] == "2024-12-13"


def test_a_picture_has_a_sentence_a_table_and_an_alternative_text(opened: Opener) -> None:
    app = opened("sectoren")
    charts = app.get("plotly_chart")
    assert len(charts) >= 2
    assert all(chart.proto.alt for chart in charts)
    assert sum(one.label == "Tabel bij deze figuur" for one in app.expander) == len(charts)
    assert {one.label for one in app.get("download_button")} >= {"PNG", "SVG", "CSV"}


def test_the_sources_say_what_is_held_and_under_which_licence(opened: Opener) -> None:
    app = opened("bronnen")
    table = app.dataframe[0].value
    assert "85224NED" in list(table["Tabel"])
    provisional = dict(zip(table["Tabel"], table["Voorlopige cijfers"], strict=True))
    assert provisional["80567ned"] > 0 and provisional["37518tot"] == 0
    assert any("CC BY 4.0" in one.value for one in app.text)


def test_fetching_runs_beside_the_page_and_its_failure_is_one_sentence(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATLINE_URL", "http://127.0.0.1:9")  # nobody listens there
    app = opened("bronnen")
    monkeypatch.setattr(fetching.statline, "DEADLINE", 2.0)
    app.button(key="fetch").click().run()
    refresh = app.session_state["_refresh"]
    refresh.cancel()
    refresh._thread.join(30)
    app.run()
    assert not app.exception
    assert app.error and all("Traceback" not in one.value for one in app.error)
    assert not refresh.running


def give(app: AppTest, text: str) -> AppTest:
    app.text_area(key="own_text").set_value(text)
    next(one for one in app.button if one.label == "Toets deze brief").click().run()
    return app


def test_an_own_letter_is_checked_and_stays_in_its_session(opened: Opener, state: Path) -> None:
    app = give(opened(), made.TEXT)
    assert not app.exception
    assert app.selectbox(key="letter").value == "eigen-1"
    assert any("6 beweringen gevonden; 5 daarvan zijn getoetst." in one.value for one in app.success)
    assert app.query_params == {"letter": "eigen-1"}
    assert not [path for path in state.rglob("*") if path.is_file()]
    other = opened(letter="eigen-1")
    assert any("Die brief is niet gedeeld" in one.value for one in other.info)
    assert "eigen-1" not in other.selectbox(key="letter").options
    assert len(other.selectbox(key="letter").options) == 3


def test_an_own_letter_is_judged_in_its_session_only(opened: Opener, state: Path) -> None:
    app = give(opened(), made.TEXT)
    app.selectbox(key="claim").select(app.session_state["_own"]["eigen-1"].ids()[2]).run()
    {one.label: one for one in app.selectbox}["Uw oordeel"].select("consistent")
    app.text_area[-1].set_value("Anders bedoeld.")
    next(one for one in app.button if one.label == "Bewaar").click().run()
    assert "human" in app.dataframe[0].value
    assert not [path for path in state.rglob("*") if path.is_file()]
    app.button(key="own_forget").click().run()
    assert app.selectbox(key="letter").value == "alle"
    assert app.session_state["_own"] == {}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("Beste lezer, dit is een brief zonder cijfers.", "er is niets te toetsen"), ("  ", "Kies een bestand of plak een tekst.")],
)
def test_a_letter_with_nothing_to_check_says_so(opened: Opener, text: str, sentence: str) -> None:
    app = give(opened(), text)
    assert not app.exception
    assert any(sentence in one.value for one in [*app.info, *app.warning])


def test_a_file_that_cannot_be_read_is_one_clear_sentence(opened: Opener) -> None:
    app = opened()
    app.file_uploader(key="own_file").upload("brief.pdf", b"%PDF-1.7 geen echte pdf")
    next(one for one in app.button if one.label == "Toets deze brief").click().run()
    assert not app.exception
    assert len(app.error) == 1 and "Traceback" not in app.error[0].value


def test_shared_results_are_made_once(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two sessions, several pages, one check of the shipped letters."""
    calls = []
    check = pipeline.check_claims
    monkeypatch.setattr(pipeline, "check_claims", lambda *given: calls.append(1) or check(*given))
    for page in ("toets", "brief", "toets"):
        opened(page)
    assert len(calls) == 1


@pytest.mark.parametrize("language", ["nl", "en"])
def test_all_that_is_damaged_is_told_in_one_notice(opened: Opener, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    told = [DataError(f"Stand {number} is beschadigd.", f"State {number} is damaged.") for number in (1, 2, 3)]
    monkeypatch.setattr(session, "damaged", lambda: told)
    [notice] = opened("krapte", lang=language).warning
    assert notice.value.split("\n\n") == [one.sentence(language) for one in told]
