"""A fetch as its callers see it: what changed, what failed, what stays; and what is held afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from labour.errors import DataError, StatLineError
from labour.observations import build_index, known_on
from loaders import catalogue, holdings, statline
from loaders.fetching import fetch_tables
from loaders.ledger import Ledger
from tests.standin import embedded, small
from tests.standin.server import Standin

DATA = Path(__file__).resolve().parents[2] / "data"
TODAY = date(2026, 8, 1)


@pytest.fixture(scope="module")
def running() -> Iterator[Standin]:
    with Standin(page_size=small.PAGE) as standin:
        yield standin


@pytest.fixture
def standin(running: Standin) -> Standin:
    running.clear()
    running.tables.clear()
    running.put(small.small_table())
    return running


@pytest.fixture
def root(tmp_path: Path) -> Path:
    small.data_folder(tmp_path / "data")
    return tmp_path


def test_a_revision_is_told_and_both_values_stay(standin: Standin, root: Path) -> None:
    first = {key: value for key, value in small.VALUES.items() if key[1] != "2026KW04"}
    standin.put(small.small_table(first, "2026-04-30T06:30:00", small.QUARTERS[:-1]))
    [table] = small.fetch(standin, root, now=small.NOW.replace(month=5)).finished
    assert table.new and len(table.changes.new_series) == 4
    second = small.VALUES | {("T001081", "2026KW01", "OpenstaandeVacatures_1"): 70.1}
    standin.put(small.small_table(second, "2026-07-30T06:30:00"))
    [table] = small.fetch(standin, root).finished
    assert table.new and table.changes.new_series == ()
    assert table.changes.new_periods == ("2026KW04",) and table.changes.new_cells == 4
    [revised] = table.changes.revised
    assert (revised.series.key, revised.period, revised.before, revised.after) == (small.OPEN, "2026KW01", Decimal("66.8"), Decimal("70.1"))
    assert {(one.period, one.before, one.after) for one in table.changes.statuses} == {("2025KW04", "voorlopig", "definitief")}
    states = build_index(Ledger(root / "state").rows()).states(small.OPEN, "2026KW01")
    before, after = known_on(states, date(2026, 7, 29)), known_on(states, date(2026, 7, 30))
    assert before and after and (before.value, after.value) == (Decimal("66.8"), Decimal("70.1"))
    [table] = small.fetch(standin, root, now=small.NOW.replace(hour=11)).finished
    assert not table.new and not table.changes
    assert len(Ledger(root / "state").states(small.ID)) == 2


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("85224NED", "Tabel 85224NED staat niet in data/tables.toml; voeg de tabel daar toe"),
        ("../../etc/passwd", "Tabel ../../etc/passwd is geen geldige tabelcode"),
        ("", "is geen geldige tabelcode"),
    ],
)
def test_a_table_that_cannot_be_fetched_is_said_so_and_the_rest_comes(asked: str, sentence: str, standin: Standin, root: Path) -> None:
    report = small.fetch(standin, root, asked, small.ID)
    assert [table.table_id for table in report.finished] == [small.ID]
    [(name, error)] = report.failed
    assert name == asked and sentence in error.nl


def test_ids_ignore_case_and_are_fetched_once(standin: Standin, root: Path) -> None:
    report = small.fetch(standin, root, "80472NED", "80472NED")
    assert [table.table_id for table in report.finished] == [small.ID]


def test_a_table_that_cbs_does_not_have_is_named(standin: Standin, root: Path) -> None:
    standin.tables.clear()
    [(_, error)] = small.fetch(standin, root).failed
    assert error.nl == "StatLine kent tabel 80472ned niet (HTTP 404); controleer de code."


def test_cancelling_keeps_the_finished_tables_and_names_the_others(standin: Standin, root: Path) -> None:
    standin.put(small.small_table(identifier="80001ned"))
    small.data_folder(root / "data", small.TOML + small.TOML.replace(small.ID, "80001ned"))
    done: list[str] = []
    report = small.fetch(standin, root, progress=lambda table, rows, total: done.append(table), cancelled=lambda: "80001ned" in done)
    assert [table.table_id for table in report.finished] == [small.ID]
    [(name, error)] = report.failed
    assert name == "80001ned" and "afgebroken" in error.nl


def test_an_unusable_address_or_description_is_one_sentence(root: Path) -> None:
    settings = {"data": root / "data", "state": root / "state", "now": small.NOW}
    with pytest.raises(StatLineError, match="STATLINE_URL"):
        fetch_tables(None, base_url="http://example.org", **settings)
    (root / "data" / "tables.toml").write_text("x = ")
    with pytest.raises(DataError, match=r"tables\.toml"):
        fetch_tables(None, base_url=statline.CBS, **settings)
    assert not (root / "state").exists()


def test_a_state_folder_that_cannot_be_written_is_one_sentence(standin: Standin, root: Path) -> None:
    (root / "state").write_text("a file where the folder should be")
    [(name, error)] = small.fetch(standin, root).failed
    assert name == small.ID and "kan niet worden geschreven" in error.nl and "CIJFERTOETS_STATE" in error.nl
    with pytest.raises(DataError, match="kan niet worden geschreven"):
        catalogue.fetch_catalogue(root / "state", base_url=standin.url, now=small.NOW)


def test_all_described_tables_come_whole_from_the_shipped_figures(tmp_path: Path) -> None:
    """Every table of the real tables.toml, against a stand-in that publishes the shipped figures: nothing is new in them."""
    with Standin(embedded.tables(DATA)) as standin:
        report = fetch_tables(None, data=DATA, state=tmp_path, base_url=standin.url, now=datetime(2026, 11, 21, tzinfo=UTC), deadline=30)
    assert report.whole, [error.nl for _, error in report.failed]
    assert len(report.finished) == 9
    for table in report.finished:
        assert table.new and not table.changes, (table.table_id, table.changes)


def test_what_is_held_is_told_without_a_network(standin: Standin, root: Path) -> None:
    state = root / "state"
    [status] = holdings.held_status(root / "data", state, TODAY)
    assert (status.table_id, status.fetchable, status.series, status.newest_period, status.state_date) == (small.ID, True, 0, None, None)
    assert (status.age_days, status.states, status.checked_at, status.known_newer) == (None, 0, None, None)
    assert not state.exists()
    small.fetch(standin, root)
    catalogue.fetch_catalogue(state, base_url=standin.url, now=small.NOW)
    [status] = holdings.held_status(root / "data", state, TODAY)
    assert (status.title, status.series, status.newest_period) == ("Vacatures; SBI 2008", 4, "2026KW04")
    assert (status.state_date, status.age_days, status.states) == (date(2026, 7, 30), 2, 1)
    assert (status.checked_at, status.known_newer) == (small.NOW, False)
    assert [(gap.series_key, gap.periods) for gap in status.gaps if gap.series_key == small.OPEN_CARE] == [(small.OPEN_CARE, ("2024KW02",))]
    assert len(status.gaps) == 2  # of both columns, and of no other group
    standin.put(small.small_table(modified="2026-10-30T06:30:00"))
    catalogue.fetch_catalogue(state, base_url=standin.url, now=small.NOW)
    assert [one.known_newer for one in holdings.held_status(root / "data", state, TODAY)] == [True]


def test_shipped_tables_have_a_status_too(tmp_path: Path) -> None:
    found = {one.table_id: one for one in holdings.held_status(DATA, tmp_path, date(2026, 11, 21))}
    assert (found["85224NED"].newest_period, found["85224NED"].state_date) == ("2026KW01", date(2026, 7, 2))
    assert found["85224NED"].gaps == () and found["85224NED"].fetchable
    assert found["82838NED"].fetchable is False and found["82838NED"].series > 0
    assert "" not in found


@pytest.fixture
def searched(standin: Standin, tmp_path: Path) -> Path:
    standin.tables.clear()
    for identifier, title, description, status in (
        ("80472ned", "Vacatures; SBI 2008", "Openstaande vacatures naar bedrijfsgrootte", "Regulier"),
        ("37518tot", "Vacatures; SBI'93", "Openstaande vacatures", "Gediscontinueerd"),
        ("85663NED", "Cao-lonen", "Indexcijfers; ook vacatures van coördinatoren", "Regulier"),
    ):
        standin.put(replace(small.small_table(identifier=identifier, status=status), title=title, description=description))
    catalogue.fetch_catalogue(tmp_path / "state", base_url=standin.url, now=small.NOW)
    standin.fault("refuse")
    return tmp_path / "state"


@pytest.mark.parametrize(
    ("words", "tables"),
    [
        ("vacatures", ["80472ned", "37518tot", "85663NED"]),  # in the title before in the text, stopped tables last
        ("VACATURES bedrijfsgrootte", ["80472ned"]),
        ("coordinatoren", ["85663NED"]),
        ("37518", ["37518tot"]),
        ("lonen", ["85663NED"]),
        ("konijnen", []),
        ("", []),
    ],
)
def test_the_catalogue_is_searched_with_the_network_off(words: str, tables: list[str], searched: Path) -> None:
    assert [entry.table_id for entry in catalogue.search_catalogue(words, searched)] == tables


def test_a_catalogue_that_does_not_come_leaves_the_kept_one(searched: Path, standin: Standin) -> None:
    before = small.fingerprint(searched)
    with pytest.raises(StatLineError, match="voor de catalogus niet bereikbaar"):
        catalogue.fetch_catalogue(searched, base_url=standin.url, now=small.NOW, limits=small.LIMITS)
    standin.clear()
    for name in ("html", "odata_error", "truncated_json", "error_500", "reset"):
        standin.fault(name, resource="Tables")
        with pytest.raises(StatLineError, match="de catalogus"):
            catalogue.fetch_catalogue(searched, base_url=standin.url, now=small.NOW, limits=small.LIMITS)
        standin.clear()
    assert small.fingerprint(searched) == before


def test_no_or_a_damaged_catalogue_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="nog niet opgehaald"):
        catalogue.search_catalogue("vacatures", tmp_path)
    (tmp_path / "catalogue.json").write_text('{"entries": [{}]}')
    with pytest.raises(DataError, match="beschadigd"):
        catalogue.search_catalogue("vacatures", tmp_path)
    assert catalogue.modified(tmp_path) == {}
