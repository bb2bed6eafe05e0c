"""The Data Package: every file is as it says, every value is well formed and can be traced, and nothing stands twice."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from labour import periods
from labour.model import UNITS
from loaders.snapshot import load_field

DATA = Path(__file__).resolve().parents[2] / "data"
PACKAGE = json.loads((DATA / "datapackage.json").read_text("utf-8"))
RESOURCES = {one["name"]: one for one in PACKAGE["resources"]}
TABLES = {name: one for name, one in RESOURCES.items() if name != "sources"}


def records(name: str) -> list[dict[str, str]]:
    with (DATA / RESOURCES[name]["path"]).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


ROWS = {name: records(name) for name in TABLES}
ALL = [(name, row) for name, rows in ROWS.items() for row in rows]
SOURCES = {row["source"]: row for row in records("sources")}
IDENTITY = ("indicator", "table_id", "measure", "group", "adjusted", "basis")


def test_it_is_a_tabular_data_package_with_licence_and_sources() -> None:
    assert PACKAGE["profile"] == "tabular-data-package"
    assert re.fullmatch(r"[a-z0-9._-]+", PACKAGE["name"])
    assert [one["name"] for one in PACKAGE["licenses"]] == ["CC-BY-4.0"]
    for name, one in TABLES.items():
        assert re.fullmatch(r"[a-z0-9._-]+", name)
        assert (one["profile"], one["encoding"], one["format"]) == ("tabular-data-resource", "utf-8", "csv")
        assert one["title"] and one["description"].endswith(".") and one["sources"]
        # shortages are the figures of others than CBS: quoted with their source, not licensed by it
        assert ("licenses" in one) == (not name.startswith("tekorten"))


def test_the_package_and_the_folder_name_the_same_files() -> None:
    assert {one["path"] for one in RESOURCES.values()} == {f"statline/{path.name}" for path in (DATA / "statline").iterdir()}


@pytest.mark.parametrize("name", sorted(RESOURCES))
def test_a_file_has_the_size_and_checksum_that_the_package_gives(name: str) -> None:
    content = (DATA / RESOURCES[name]["path"]).read_bytes()
    now = {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
    assert {key: RESOURCES[name][key] for key in now} == now
    assert b"\r" not in content and content.endswith(b"\n")


def misfits(field: dict[str, Any], values: set[str]) -> list[str]:
    """The values that the Table Schema of a column does not allow."""
    rules = field.get("constraints", {})
    shapes = {"integer": r"-?\d+", "number": r"-?\d+(\.\d+)?", "date": r"\d{4}-\d\d-\d\d", "boolean": "true|false", "string": r"(?s).*"}
    wrong = []
    for value in values:
        if value == "":
            fits = not rules.get("required")
        else:
            fits = bool(re.fullmatch(shapes[field["type"]], value)) and value == value.strip()
            fits = fits and value in rules.get("enum", [value]) and bool(re.fullmatch(rules.get("pattern", "(?s).*"), value))
            fits = fits and int(value) >= rules["minimum"] if "minimum" in rules else fits
        if not fits:
            wrong.append(value)
    return wrong


@pytest.mark.parametrize("name", sorted(RESOURCES))
def test_every_value_fits_its_column(name: str) -> None:
    fields = RESOURCES[name]["schema"]["fields"]
    rows = records(name)
    assert list(rows[0]) == [field["name"] for field in fields]
    for field in fields:
        values = [row[field["name"]] for row in rows]
        assert misfits(field, set(values)) == [], field["name"]
        assert not field.get("constraints", {}).get("unique") or len(values) == len(set(values)), field["name"]


def test_a_misfit_is_noticed() -> None:
    """The check above can fail: each of these breaks one rule of the schema."""
    fields = {field["name"]: field for field in TABLES["spanning"]["schema"]["fields"]}
    wrong = {
        "value": "1,5", "decimals": "-1", "scale": "0", "status": "definitief*", "adjusted": "ja", "known_from": "2024",
        "period": "2024KW05", "source": "", "unit": "personen",
    }  # fmt: skip
    assert {name for name, value in wrong.items() if misfits(fields[name], {value})} == set(wrong)


def test_every_value_carries_the_decimals_its_row_states() -> None:
    for name, row in ALL:
        exponent = Decimal(row["value"]).as_tuple().exponent
        assert isinstance(exponent, int) and -exponent == int(row["decimals"]), (name, row)


def test_every_source_is_known_and_used() -> None:
    used = {row["source"] for _, row in ALL}
    assert used == SOURCES.keys()
    for key, source in SOURCES.items():
        assert source["url"].startswith(("https://", "http://")) or key in ("S125", "S226"), key
        assert (source["kind"] == "statline") == bool(source["table_id"]), key


def test_secondary_rows_are_those_of_secondary_sources() -> None:
    for name, row in ALL:
        assert (row["secondary"] == "true") == (SOURCES[row["source"]]["kind"] == "secondary"), (name, row)


def test_a_resource_lists_the_sources_it_uses() -> None:
    for name, one in TABLES.items():
        assert {source["title"] for source in one["sources"]} == {SOURCES[row["source"]]["name"] for row in ROWS[name]}, name


def test_no_state_stands_twice() -> None:
    seen = Counter(tuple(row[key] for key in (*IDENTITY, "period", "value", "source", "vintage")) for _, row in ALL)
    assert [key for key, times in seen.items() if times > 1] == []


def test_a_series_has_one_unit_scale_label_and_set_of_dimensions() -> None:
    held: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for _, row in ALL:
        held[tuple(row[key] for key in IDENTITY)].add(tuple(row[key] for key in ("unit", "table_unit", "scale", "label", "dimensions")))
    assert {key: found for key, found in held.items() if len(found) > 1} == {}


def test_units_are_those_of_claims_and_the_scale_belongs_to_the_table_unit() -> None:
    scales = {"x 1 000": "1000", "mln personen": "1000000", "mln uren": "1000000"}
    for name, row in ALL:
        assert row["unit"] in UNITS, (name, row)
        assert row["scale"] == scales.get(row["table_unit"], "1"), (name, row)


def test_a_figure_is_not_known_before_its_period_began() -> None:
    """Except forecasts, of which the maker and edition are named."""
    for name, row in ALL:
        period = periods.parse(row["period"])
        assert period is not None, row
        if row["known_from"] and row["known_from"] < period.first_day().isoformat():
            assert "Maker=" in row["dimensions"], (name, row)


def test_states_of_a_cell_stand_in_the_order_in_which_they_became_known() -> None:
    order: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for _, row in ALL:
        order[tuple(row[key] for key in (*IDENTITY, "period"))].append(row["known_from"] or "9999")
    assert [key for key, days in order.items() if days != sorted(days)] == []


# What is held of each table: a file that loses rows is noticed.
COUNTS = {
    "85224ned": 2361, "80590ned": 2143, "84545ned": 226, "80472ned": 7993, "80474ned": 178, "83599ned": 9, "80473ned": 60, "37518tot": 20,
    "80567ned": 110, "vacaturegraad-sbi93": 46, "spanning": 140, "85275ned": 54, "82647ned": 297, "arbeidsduur-werknemers": 12,
    "85272ned": 2, "onderbenutte-deeltijders": 2, "afgerond-in-tekst": 6, "kwartaalmutaties": 7, "cao-lonen": 66, "cao-lonen-2010": 199,
    "conjunctuurenquete": 16, "conjunctuurenquete-2012-2023": 112, "nationale-rekeningen": 117, "armoede": 22,
    "potentiele-beroepsbevolking": 8, "tekorten-zorg-en-kinderopvang": 22, "tekorten-onderwijs": 14, "tekorten-politie": 11,
}  # fmt: skip


def test_counts_by_table() -> None:
    assert {name: len(rows) for name, rows in ROWS.items()} == COUNTS


def test_sections_of_unadjusted_vacancies_run_without_a_gap_from_1997() -> None:
    quarters = periods.between("1997KW01", "2023KW03")
    held = defaultdict(set)
    for row in ROWS["80472ned"]:
        if row["indicator"] == "open_vacancies":
            held[row["group"]].add(row["period"])
    for group in ("total", *"ABCDEFGHIJKLMNOPQRS", "B-F", "G-N", "O-U"):
        assert set(quarters) <= held[group], group


def test_quarters_of_the_labour_force_survey_run_without_a_gap_from_2013() -> None:
    quarters = set(periods.between("2013KW01", "2026KW01"))
    held = defaultdict(set)
    for row in ROWS["85224ned"]:
        held[row["indicator"], row["adjusted"]].add(row["period"])
    assert len(held) == 38 and all(quarters <= found for found in held.values())


def test_every_held_indicator_is_described_in_the_unit_it_is_held_in() -> None:
    field = load_field(DATA)
    for indicator, unit in {(row["indicator"], row["unit"]) for _, row in ALL}:
        described = field.indicators[indicator]
        assert unit in (described.unit, *described.units), (indicator, unit)


def test_tables_of_the_indicators_are_tables_that_exist() -> None:
    """Those held, and those known to hold what is not."""
    known = {row["table_id"] for _, row in ALL} | {source["table_id"] for source in SOURCES.values()} | {"85920NED"}
    assert {table for one in load_field(DATA).indicators.values() for table in one.table_ids} <= known
