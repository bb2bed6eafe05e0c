"""Every fault of StatLine, through the real client: the table comes whole all the same, or nothing changes and the message is right."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from loaders.ledger import Ledger
from tests.standin import faults, small
from tests.standin.server import Standin

HOST = "http://127.0.0.2:9"
BUSY = "Er is niets gewijzigd; probeer het later opnieuw."
ADAPT = "Er is niets gewijzigd; pas data/tables.toml aan"

#: fault, how it is set, what the Dutch sentence must hold, its ending
FATAL: list[tuple[str, dict[str, Any], str, str]] = [
    ("refuse", {}, "is voor tabel 80472ned niet bereikbaar; controleer de verbinding.", BUSY),
    ("not_found", {"resource": ""}, "kent tabel 80472ned niet (HTTP 404); controleer de code.", ""),
    ("not_found", {"page": 1}, "kent tabel 80472ned niet (HTTP 404); controleer de code.", ""),
    ("error_500", {}, "meldde bij tabel 80472ned een storing (HTTP 500).", BUSY),
    ("error_500", {"page": 1}, "meldde bij tabel 80472ned een storing (HTTP 500).", BUSY),
    ("unavailable", {"page": 1, "seconds": 0}, "meldde bij tabel 80472ned een storing (HTTP 503).", BUSY),
    (
        "unavailable",
        {"page": 1, "seconds": 3600},
        "voor tabel 80472ned om een wachttijd van 3600 s, langer dan is toegestaan.",
        BUSY,
    ),
    ("too_many", {"seconds": 0}, "meldde bij tabel 80472ned een storing (HTTP 429).", BUSY),
    ("reset", {"page": 1}, "De verbinding met StatLine brak bij tabel 80472ned telkens af.", BUSY),
    ("cut_body", {"page": 1}, "De verbinding met StatLine brak bij tabel 80472ned telkens af.", BUSY),
    ("truncated_json", {"page": 1}, "bij tabel 80472ned geen leesbare gegevens (afgebroken JSON).", BUSY),
    ("html", {"page": 1}, "bij tabel 80472ned geen leesbare gegevens (een webpagina).", BUSY),
    ("html", {"resource": "DataProperties"}, "bij tabel 80472ned geen leesbare gegevens (een webpagina).", BUSY),
    ("odata_error", {"page": 1}, "bij tabel 80472ned een foutmelding in plaats van gegevens: Er is een fout opgetreden.", BUSY),
    ("odata_error", {"resource": "TableInfos"}, "een foutmelding in plaats van gegevens: Er is een fout opgetreden.", BUSY),
    ("redirect", {"host": HOST}, "verwees bij tabel 80472ned naar een ander adres (127.0.0.2:9); dat is niet gevolgd.", BUSY),
    ("no_next_link", {}, "leverde tabel 80472ned niet volledig: 20 van 36 rijen.", BUSY),
    ("looping_next_link", {}, "verwees bij tabel 80472ned naar een bladzijde die al gelezen was.", BUSY),
    ("foreign_next_link", {"host": HOST}, "verwees bij tabel 80472ned naar een ander adres (127.0.0.2:9); dat is niet gevolgd.", BUSY),
    ("endless_pages", {}, "voor tabel 80472ned meer dan verwacht kan worden (meer dan 30 bladzijden).", BUSY),
    ("duplicate_ids", {}, "leverde tabel 80472ned niet volledig: rij 18 volgt op rij 18.", BUSY),
    ("missing_ids", {}, "leverde tabel 80472ned niet volledig: 35 van 36 rijen.", BUSY),
    ("modified_between", {}, "Het CBS wijzigde tabel 80472ned tijdens het ophalen (2026-07-30T06:30:00, 2099-01-01T02:00:00).", BUSY),
    ("renamed_column", {}, "is veranderd: kolom OpenstaandeVacatures_1 ontbreekt in de gegevens.", ADAPT),
    (
        "retitled_topic",
        {},
        "veranderd: onderwerp 'Openstaande vacatures' staat er niet meer (er zijn: Ontstane vacatures (nieuw), ",
        ADAPT,
    ),
    ("changed_unit", {}, "is veranderd: de eenheid van 'Openstaande vacatures' is 'mln' in plaats van 'x 1 000'.", ADAPT),
    ("unknown_period_kind", {}, "is veranderd: onbekende soort periode 2026ZZ01.", ADAPT),
    ("unknown_code", {}, "is veranderd: onbekende code X999 in Bedrijfskenmerken.", ADAPT),
    ("numbers_as_strings", {}, "is veranderd: kolom OpenstaandeVacatures_1 bevat tekst in plaats van getallen.", ADAPT),
]
#: faults that pass, or that the client can make up for
HARMLESS: list[tuple[str, dict[str, Any]]] = [
    ("error_500", {"times": 2}),
    ("unavailable", {"page": 1, "times": 2, "seconds": 0.05}),
    ("too_many", {"times": 1, "seconds": 0.05}),
    ("reset", {"page": 1, "times": 2}),
    ("cut_body", {"times": 2}),
    ("truncated_json", {"page": 1, "times": 2}),
    ("html", {"resource": "Perioden", "times": 2}),
    ("hang", {"times": 1}),
    ("drip", {"times": 1, "seconds": 0.6}),
    ("no_next_link", {"times": 1}),  # the filtered rows fall short, so the whole table is asked and proves itself
    ("renumbered_column", {}),  # columns are found by title
    ("null_status", {}),
    ("unpadded_keys", {}),  # the filter finds nothing, so the whole table is asked
    ("stopped", {}),
]


@pytest.fixture(scope="module")
def running() -> Iterator[Standin]:
    with Standin([small.small_table()], page_size=small.PAGE) as standin:
        yield standin


@pytest.fixture
def standin(running: Standin, prepared: Path) -> Standin:
    running.clear()
    running.put(small.small_table())
    return running


@pytest.fixture(scope="module")
def prepared(running: Standin, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder and a state folder that holds one earlier state of the table."""
    folder = tmp_path_factory.mktemp("prepared")
    small.data_folder(folder / "data")
    earlier = {key: value + 1 for key, value in small.VALUES.items()}
    running.put(small.small_table(earlier, "2026-04-30T06:30:00"))
    assert small.fetch(running, folder, now=small.NOW.replace(month=5)).whole
    return folder


@pytest.fixture
def root(tmp_path: Path, prepared: Path, standin: Standin) -> Path:
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    return tmp_path


def test_every_fault_is_tried() -> None:
    assert {name for name, *_ in FATAL} | {name for name, _ in HARMLESS} == set(faults.NAMES)


@pytest.mark.parametrize(("name", "settings", "sentence", "ending"), FATAL, ids=[f"{n}-{s}" for n, s, *_ in FATAL])
def test_a_fault_changes_nothing_and_is_named(
    name: str, settings: dict[str, Any], sentence: str, ending: str, standin: Standin, root: Path
) -> None:
    before = small.fingerprint(root)
    standin.fault(name, **settings)
    report = small.fetch(standin, root, limits=small.LIMITS | {"pages": 30, "retries": 3})
    assert not report.finished
    [(table, error)] = report.failed
    assert table == small.ID
    assert sentence in error.nl
    assert ending in error.nl
    assert "80472ned" in error.en and "Traceback" not in error.en
    assert small.fingerprint(root) == before


@pytest.mark.parametrize(("name", "settings"), HARMLESS, ids=[f"{n}-{s}" for n, s in HARMLESS])
def test_a_fault_that_passes_loses_nothing(name: str, settings: dict[str, Any], standin: Standin, root: Path) -> None:
    standin.fault(name, **settings)
    patience = {"read": 0.3} if name in ("hang", "drip") else {}
    report = small.fetch(standin, root, limits=small.LIMITS | patience)
    assert report.whole, report.failed
    newest = Ledger(root / "state").newest(small.ID)
    assert newest is not None
    held = {(one.series.key, period): value for one in newest.series for period, (value, _) in one.cells.items() if value is not None}
    assert held == small.expected()


@pytest.mark.parametrize(("name", "resource"), [("hang", "TypedDataSet"), ("hang", ""), ("drip", "TypedDataSet"), ("drip", "Perioden")])
def test_a_server_without_end_ends_at_the_deadline(name: str, resource: str, standin: Standin, root: Path) -> None:
    before = small.fingerprint(root)
    standin.fault(name, resource=resource, seconds=0.2)
    began = time.monotonic()
    report = small.fetch(standin, root, deadline=1.0, limits=small.LIMITS | {"read": 20.0})
    assert time.monotonic() - began < 1.0 + 1.0  # the deadline, and what ending a process may take
    assert report.failed[0][1].nl == f"StatLine gaf voor tabel 80472ned binnen 1 seconden geen volledig antwoord. {BUSY}"
    assert small.fingerprint(root) == before


def test_a_period_without_status_is_unknown_not_final(standin: Standin, root: Path) -> None:
    standin.fault("null_status")
    small.fetch(standin, root)
    newest = Ledger(root / "state").newest(small.ID)
    assert newest and {status for one in newest.series for _, status in one.cells.values()} == {"unknown"}


def test_a_stopped_table_is_fetched_and_said_to_be_stopped(standin: Standin, root: Path) -> None:
    standin.fault("stopped")
    [table] = small.fetch(standin, root).finished
    assert table.notices[0][0] == "Het CBS vult tabel 80472ned niet meer aan (Gediscontinueerd)."


def test_columns_that_are_numbered_anew_are_found_by_title_and_named(standin: Standin, root: Path) -> None:
    standin.fault("renumbered_column")
    [table] = small.fetch(standin, root).finished
    assert table.notices == (
        (
            "Kolom OpenstaandeVacatures_1 ('Openstaande vacatures') heet nu OpenstaandeVacatures_19.",
            "Column OpenstaandeVacatures_1 ('Openstaande vacatures') is now called OpenstaandeVacatures_19.",
        ),
        (
            "Kolom OntstaneVacatures_2 ('Vacatures > Ontstane vacatures') heet nu OntstaneVacatures_29.",
            "Column OntstaneVacatures_2 ('Vacatures > Ontstane vacatures') is now called OntstaneVacatures_29.",
        ),
    )


def test_one_table_that_fails_leaves_the_others(standin: Standin, root: Path) -> None:
    """Of three asked tables the second breaks off: the other two are kept, and it is named."""
    standin.put(small.small_table(identifier="80001ned"))
    standin.put(small.small_table(identifier="80002ned"))
    more = [small.TOML.replace(small.ID, name) for name in ("80001ned", "80002ned")]
    small.data_folder(root / "data", small.TOML + more[0] + more[1])
    standin.fault("reset", table="80001NED")
    report = small.fetch(standin, root)
    assert [table.table_id for table in report.finished] == [small.ID, "80002ned"]
    assert [table for table, _ in report.failed] == ["80001ned"]
    assert not report.whole
    assert Ledger(root / "state").tables() == ["80002ned", small.ID]
