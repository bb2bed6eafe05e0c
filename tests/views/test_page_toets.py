"""The first page: counts, filters, choice of a claim and its details, exports, judgements, the address."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import made_letters as made
import pytest
from streamlit.testing.v1 import AppTest

from labour.model import VERDICTS
from loaders.judgements import Judgements
from views import detail

Opener = Callable[..., AppTest]
DEVIATES = f"brief-een:{made.TEXT.index('3,7 procent')}-{made.TEXT.index('3,7 procent') + 11}"
SUPPORTED = f"brief-een:{made.TEXT.index('445')}-{made.TEXT.index('445') + 21}"


def html(app: AppTest) -> str:
    return "\n".join(element.value for element in app.html)


def rows(app: AppTest) -> list[str]:
    return list(app.dataframe[0].value["quote"])


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_counts_add_up(opened: Opener, language: str) -> None:
    app = opened(lang=language, verdict="unverifiable")
    verdicts, reasons = (
        [int(re.match(r"\*\*(\d+)\*\*", text)[1]) for text in app.button_group(key=key).options] for key in ("verdict", "reason")
    )
    assert verdicts == [2, 1, 1, 1, 1, 1]
    assert app.button(key="all_claims").label.startswith(f"**{sum(verdicts)}** ")
    assert sum(reasons) == verdicts[-1]


def test_a_count_leads_to_what_it_counts(opened: Opener) -> None:
    """Each headline count, clicked, shows exactly so many claims; the total shows all again."""
    app = opened()
    for place, text in enumerate(app.button_group(key="verdict").options):
        app.button_group(key="verdict").set_value([VERDICTS[place]]).run()
        assert len(rows(app)) == int(re.match(r"\*\*(\d+)\*\*", text)[1])
    app.button(key="all_claims").click().run()
    assert len(rows(app)) == 7 and app.query_params == {}


def test_every_refusal_says_why_in_the_table(opened: Opener) -> None:
    app = opened(verdict="unverifiable", reason="forecast")
    assert list(app.dataframe[0].value["reason"]) == ["verwachting"]
    assert "published" not in app.dataframe[0].value  # a column that holds nothing is left out
    app.button_group(key="verdict").set_value([]).run()
    assert "reason" not in app.query_params and len(rows(app)) == 7


def test_what_needs_attention_comes_first_and_one_letter_can_be_chosen(opened: Opener) -> None:
    app = opened()
    assert rows(app)[:2] == ["3,7 procent", "17 procentpunt"]
    assert "letter" in app.dataframe[0].value
    app.selectbox(key="letter").select("brief-twee").run()
    assert rows(app) == ["401 duizend vacatures"]
    assert "letter" not in app.dataframe[0].value


@pytest.mark.parametrize(
    ("filters", "quotes"),
    [
        ({"verdict": ["deviates", "consistent"]}, ["3,7 procent", "351,6 miljard"]),
        ({"indicator": ["open_vacancies"]}, ["401 duizend vacatures", "445 duizend vacatures"]),
        ({"q": "Derde KWARTAAL vacatures"}, ["445 duizend vacatures"]),
        ({"q": "nergens"}, []),
        ({"sort": "difference", "verdict": ["deviates", "supported_when_published"]}, ["106 per 100", "3,7 procent"]),
        (
            {"sort": "period", "indicator": ["open_vacancies", "labour_market_tension"]},
            ["106 per 100", "401 duizend vacatures", "445 duizend vacatures"],
        ),
        (
            {"sort": "place"},
            ["401 duizend vacatures", "445 duizend vacatures", "106 per 100", "3,7 procent", "17 procentpunt", "351,6 miljard", "195.000"],
        ),
    ],
)
def test_filters_and_order_come_from_the_address(opened: Opener, filters: dict[str, str | list[str]], quotes: list[str]) -> None:
    app = opened(**filters)
    assert not app.exception
    assert (rows(app) if quotes else []) == quotes
    if not quotes:
        assert len(app.dataframe) == 0 and any("Geen bewering" in one.value for one in app.info)
    for name, value in filters.items():
        assert app.query_params[name] == (value[0] if isinstance(value, list) and len(value) == 1 else value)


def test_what_the_address_asks_wrongly_is_left_aside(opened: Opener) -> None:
    app = opened(verdict="<script>", sort="nonsense", letter="../../etc/passwd", claim="nergens:1-2", lang="de", indicator="x")
    assert not app.exception
    assert len(rows(app)) == 7
    assert app.query_params == {}


def test_numbers_sort_as_numbers_and_read_as_dutch(opened: Opener) -> None:
    table = opened().dataframe[0]
    assert table.value["claimed"].dtype.kind == "f"
    assert sorted(table.value["claimed"])[:3] == [3.7, 17.0, 106.0]
    shown = (
        bytes(table.proto.styler.display_values) if hasattr(table.proto, "styler") else bytes(table.proto.arrow_data.styler.display_values)
    )
    for printed in ("445.000 vacatures", "3,7%", "derde kwartaal 2024", "€ 351.600.000.000"):
        assert printed.encode() in shown


def test_a_claim_chosen_from_the_list_shows_everything_and_enters_the_address(opened: Opener) -> None:
    app = opened()
    app.selectbox(key="claim").select(SUPPORTED).run()
    assert app.query_params["claim"] == SUPPORTED
    page = html(app)
    assert "In het derde kwartaal waren er" in page and '<mark class="ct-mark ct-supported">445 duizend vacatures</mark>' in page
    assert "Zie &lt;i&gt;CBS&lt;/i&gt;." in page  # its footnote
    text = "\n".join(one.value for one in app.text)
    assert "CBS: 445.000 vacatures." in text
    assert "Bij de eerste publicatie was het cijfer anders." in text
    tables = [one.value for one in app.dataframe]
    cells = next(one for one in tables if "Onderwerp" in one and "Tabel" in one)
    states = next(one for one in tables if "Gebruikt" in one)
    assert list(cells["Waarde"]) == ["445"] and list(cells["Status"]) == ["definitief"]
    assert list(states["Waarde"]) == ["449", "445"] and list(states["Gebruikt"]) == ["", "✓"]
    assert [one.url for one in app.get("link_button")] == ["https://opendata.cbs.nl/#/CBS/nl/dataset/80474ned/table"]


def test_a_row_of_the_table_and_the_list_choose_the_same(opened: Opener) -> None:
    app = opened(claim=DEVIATES)
    assert app.session_state["claims_table"]["selection"]["rows"] == [0]
    assert "wijkt af" in html(app)
    assert any("3,7 is het tweede kwartaal." in one.value for one in app.text)  # the near miss


def test_filters_that_hide_the_chosen_claim_unchoose_it(opened: Opener) -> None:
    app = opened(claim=DEVIATES)
    app.text_input(key="q").set_value("vacatures").run()
    assert app.selectbox(key="claim").value == ""
    assert "claim" not in app.query_params


def test_english_is_whole(opened: Opener) -> None:
    """Beside the letter's own words nothing Dutch is left on an English page, and the reverse."""
    for language, foreign in (
        ("en", r"\b(de|het|een|van|niet|bij|voor|wordt|cijfers?)\b"),
        ("nl", r"\b(the|and|with|by|from|figures?|letter)\b"),
    ):
        app = opened(lang=language, claim=DEVIATES)
        labels = [
            element.label
            for kind in ("selectbox", "button", "text_input", "multiselect", "expander", "text_area")
            for element in app.get(kind)
        ]
        words = [*labels, *(one.value for one in app.caption), *(one.value for one in app.info), *app.dataframe[1].value.columns]
        assert len(words) > 15
        for text in words:
            assert not re.search(foreign, re.sub(r"[✓✗◷≈!?] .* · .*", "", text)), (language, text)


def test_letter_text_reaches_no_widget_that_renders_it(opened: Opener) -> None:
    app = opened(claim=SUPPORTED)
    rendered = [*(one.value for kind in ("markdown", "caption", "info", "warning", "error", "title", "subheader") for one in app.get(kind))]
    assert not any("kwaad.example" in text or "Brief <b>" in text for text in rendered)
    page = html(app)
    assert "<script" not in page and "<img" not in page and "\u202e" not in page


def test_a_judgement_is_kept_shown_and_can_be_withdrawn(opened: Opener, state: Path) -> None:
    app = opened(claim=DEVIATES)
    form = {one.label: one for one in app.selectbox}
    form["Uw oordeel"].select("supported")
    app.text_area[-1].set_value("Het tweede kwartaal is bedoeld.")
    next(one for one in app.button if one.label == "Bewaar").click().run()
    kept = Judgements(state).all()
    assert [(one.machine_verdict, one.verdict, one.note) for one in kept] == [("deviates", "supported", "Het tweede kwartaal is bedoeld.")]
    table = app.dataframe[0].value
    assert (table["human"].iloc[0], table["verdict"].iloc[0]) == ("✓ klopt", "✗ wijkt af")
    assert any("Het tweede kwartaal is bedoeld." in one.value for one in app.text)
    next(one for one in app.button if one.label == "Trek mijn oordeel in").click().run()
    assert "human" not in app.dataframe[0].value
    assert len(Judgements(state).all()) == 2


@pytest.mark.parametrize(
    ("period", "note", "sentence"),
    [
        ("vijfde kwartaal 2024", "x", "niet te lezen"),
        ("2024KW02", " ", "Schrijf waarom"),
        ("derde kwartaal 2024", "x", "niets gewijzigd"),
        ("2024KW03", "x", "niets gewijzigd"),
    ],
)
def test_a_judgement_that_says_nothing_is_refused(opened: Opener, state: Path, period: str, note: str, sentence: str) -> None:
    app = opened(claim=DEVIATES)
    next(one for one in app.text_input if one.label == "Periode").set_value(period)
    app.text_area[-1].set_value(note)
    next(one for one in app.button if one.label == "Bewaar").click().run()
    assert any(sentence in one.value for one in app.error)
    assert Judgements(state).all() == []


def test_an_error_can_be_reported_with_all_that_is_needed(opened: Opener) -> None:
    app = opened(claim=DEVIATES)
    report = next(one.value for one in app.code if "Melding" in one.value)
    for part in ("0.1.0", "3,7 procent", "Regels: test", "wijkt af", "80474ned", "445 x 1 000", "a" * 64):
        assert part in report


def test_a_filter_draws_nothing_anew(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    """The chosen claim's picture is drawn once; another filter and another order show the same one."""
    drawn = []
    draw = detail.interval
    monkeypatch.setattr(detail, "interval", lambda check, *given, **more: drawn.append(check.claim.quote) or draw(check, *given, **more))
    app = opened(claim=DEVIATES)
    assert drawn == ["3,7 procent"]
    app.text_input(key="q").set_value("procent").run()
    app.selectbox(key="sort").set_value("period").run()
    assert app.session_state["claim"] == DEVIATES and drawn == ["3,7 procent"]


def test_the_cells_used_are_named_in_words_beside_their_keys(opened: Opener) -> None:
    cells = next(one.value for one in opened(claim=DEVIATES).dataframe if "Sleutels in StatLine" in one.value)
    assert (cells["Groep"].iloc[0], cells["Seizoengecorrigeerd"].iloc[0]) == ("Totaal", "ja")
    assert cells["Sleutels in StatLine"].iloc[0].startswith("Bedrijf")
