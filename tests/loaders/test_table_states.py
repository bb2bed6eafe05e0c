"""From rows to a dated state and back: decimals as published, groups and keys as the shipped figures have them, nothing lost on disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labour.errors import DataError, StatLineError
from labour.observations import Series
from loaders import odata_table, snapshot, table_states
from loaders.odata_table import RawTable
from loaders.table_orders import TableOrder, load_orders
from loaders.table_states import HeldSeries, TableState
from tests.standin import embedded, small
from tests.standin.tables import Table, code_list, data_properties, table_infos

DATA = Path(__file__).resolve().parents[2] / "data"


def raw_of(table: Table) -> RawTable:
    """What the client would hand over of a whole stand-in table."""
    rows = table.rows()
    columns: Mapping[str, Any] = {name: [row[name] for row in rows] for name in rows[0]}
    codes = {one.key: code_list(one) for one in table.dimensions}
    return RawTable(table_infos(table) * 3, data_properties(table), codes, dict(columns), len(rows), False, True)  # type: ignore[arg-type]


def order_of(tmp_path: Path, toml: str = small.TOML) -> TableOrder:
    return load_orders(small.data_folder(tmp_path, toml))[small.ID]


@pytest.fixture(scope="module")
def shipped() -> list[tuple[TableOrder, TableState]]:
    """A state of every table of the real tables.toml, made of stand-in tables with the shipped figures."""
    orders = load_orders(DATA)
    return [
        (orders[table.identifier], table_states.make_state(orders[table.identifier], raw_of(table), small.NOW))
        for table in embedded.tables(DATA)
    ]


def test_fetched_series_are_the_shipped_series(shipped: list[tuple[TableOrder, TableState]]) -> None:
    """Key, unit, scale and the rest agree, so that a fetched state lies over the shipped ones and not beside them."""
    held = {series.key: series for series, _, state in snapshot.load_rows(DATA) if state.confidence != "low"}
    compared = 0
    for _, state in shipped:
        for one in state.series:
            known = held[one.series.key]
            for name in ("indicator", "table_id", "measure", "unit", "table_unit", "scale", "adjusted", "group", "basis"):
                assert getattr(one.series, name) == getattr(known, name), (one.series.key, name)
            compared += 1
    assert compared > 150


def test_every_described_indicator_is_one_of_the_field() -> None:
    field = snapshot.load_field(DATA)
    for order in load_orders(DATA).values():
        for measure in order.measures:
            assert measure.indicator in field.indicators, (order.table_id, measure.indicator)


def test_no_title_path_stands_for_two_columns(shipped: list[tuple[TableOrder, TableState]]) -> None:
    for order, state in shipped:
        titles = [title for title, _ in state.columns]
        assert len(set(titles)) == len(titles), order.table_id


def test_methods_are_those_of_the_newest_shipped_states(shipped: list[tuple[TableOrder, TableState]]) -> None:
    """A fetched state compares with the shipped ones only when both name the same method regime."""
    newest: dict[str, tuple[date, str]] = {}
    for series, _, state in snapshot.load_rows(DATA):
        if state.known_from and state.known_from >= newest.get(series.key, (date.min, ""))[0]:
            newest[series.key] = state.known_from, state.method
    for _, state in shipped:
        for one in state.series:
            if one.series.key in newest:
                assert one.method == newest[one.series.key][1], one.series.key


def test_the_small_table_becomes_what_it_publishes(tmp_path: Path) -> None:
    state = table_states.make_state(order_of(tmp_path), raw_of(small.small_table()), small.NOW)
    cells = {(one.series.key, period): value for one in state.series for period, (value, _) in one.cells.items() if value is not None}
    assert cells == small.expected()
    care = next(one for one in state.series if one.series.key == small.OPEN_CARE)
    assert care.cells["2024KW02"] == (None, "definitief")
    assert care.cells["2025KW01"] == (Decimal("76.4"), "definitief")
    assert care.cells["2026KW04"] == (Decimal("77.1"), "voorlopig")
    assert str(next(one for one in state.series if one.series.key == small.OPEN).cells["2024KW01"][0]) == "66.0"
    assert (care.series.label, care.series.dimensions, care.series.decimals) == ("Q Zorg", (("Bedrijfskenmerken", "422400"),), 1)
    assert (state.modified, state.proof, state.known_from()) == ("2026-07-30T06:30:00", "record_count", date(2026, 7, 30))


@pytest.mark.parametrize(
    ("value", "decimals", "kept"),
    [(66, 1, "66.0"), (66.0, 1, "66.0"), (66.25, 1, "66.25"), (0.1, 0, "0.1"), (-3, 0, "-3"), (9816, 0, "9816"), (1e-7, 1, "1E-7")],
)
def test_decimals_are_those_of_the_publication_and_none_is_rounded_away(value: float, decimals: int, kept: str) -> None:
    made = table_states._decimal(value, decimals)
    assert made == Decimal(kept)
    assert (made is not None and made.as_tuple().exponent == Decimal(kept).as_tuple().exponent) or abs(value) >= 1e15


@pytest.mark.parametrize(
    ("modified", "fetched", "day"),
    [
        ("2026-07-30T06:30:00", datetime(2026, 8, 1, tzinfo=UTC), date(2026, 7, 30)),
        ("2026-07-30T06:30:00+02:00", datetime(2026, 8, 1, tzinfo=UTC), date(2026, 7, 30)),
        ("2026-09-30T06:30:00", datetime(2026, 8, 1, tzinfo=UTC), date(2026, 9, 30)),  # this computer's clock may run behind
        ("2026-07-30T06:30:00", datetime(1970, 1, 1, tzinfo=UTC), date(2026, 7, 30)),
        ("", datetime(2026, 8, 1, tzinfo=UTC), date(2026, 8, 1)),
        ("30-07-2026", datetime(2026, 8, 1, tzinfo=UTC), date(2026, 8, 1)),
    ],
)
def test_a_state_counts_from_the_day_cbs_says_the_table_changed(modified: str, fetched: datetime, day: date) -> None:
    assert TableState("1NED", "", modified, fetched, "grid", "", ()).known_from() == day


def test_rows_carry_their_vintage_and_source_and_leave_out_what_is_missing(tmp_path: Path) -> None:
    state = table_states.make_state(order_of(tmp_path), raw_of(small.small_table()), small.NOW)
    rows = {(series.key, period): one for series, period, one in state.rows()}
    assert (small.OPEN_CARE, "2024KW02") not in rows
    one = rows[small.OPEN, "2026KW01"]
    assert (one.value, one.status, one.confidence) == (Decimal("66.8"), "voorlopig", "high")
    assert (one.known_from, one.vintage, one.source_text) == (
        date(2026, 7, 30),
        "30 juli 2026",
        "CBS StatLine 80472ned, stand 30 juli 2026",
    )
    assert one.url == "https://opendata.cbs.nl/#/CBS/nl/dataset/80472ned/table"


text = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)
decimals = st.decimals(allow_nan=False, allow_infinity=False, places=3)
series = st.builds(
    Series,
    key=text, indicator=text, table_id=text, measure=text, dimensions=st.lists(st.tuples(text, text), max_size=3).map(tuple), label=text,
    unit=text, table_unit=text, scale=decimals, decimals=st.integers(0, 9), adjusted=st.none() | st.booleans(), group=text, basis=text,
)  # fmt: skip
held = st.builds(HeldSeries, series=series, method=text, cells=st.dictionaries(text, st.tuples(st.none() | decimals, text), max_size=4))
moments = st.datetimes(timezones=st.just(UTC))
states = st.builds(
    TableState, table_id=text, title=text, modified=text, fetched_at=moments, proof=text, output_status=text,
    series=st.lists(held, max_size=3).map(tuple), columns=st.lists(st.tuples(text, text), max_size=2).map(tuple),
)  # fmt: skip


@given(states)
def test_a_state_survives_its_file(state: TableState) -> None:
    back = table_states.from_json(table_states.to_json(state))
    assert back == state
    assert [str(value) for one in back.series for value, _ in one.cells.values()] == [
        str(value) for one in state.series for value, _ in one.cells.values()
    ]


def test_any_change_of_a_figure_is_seen_in_the_file(tmp_path: Path) -> None:
    state = table_states.make_state(order_of(tmp_path), raw_of(small.small_table()), small.NOW)
    written = table_states.to_json(state)
    for before, after in (
        ('"66.8"', '"66.9"'),
        ('"66.8"', '"66.80"'),
        ("voorlopig", "definitief"),
        ('"scale":"1000"', '"scale":"100"'),
        ("Q/nsa", "P/nsa"),
    ):
        assert before in written
        with pytest.raises(ValueError, match="sha256"):
            table_states.from_json(written.replace(before, after, 1))
    for spoiled in ("", "{}", "[]", "null", written[:-1], written[: len(written) // 2], written.replace('"format":1', '"format":2')):
        with pytest.raises(ValueError):
            table_states.from_json(spoiled)


def test_the_hash_is_of_the_figures_alone(tmp_path: Path) -> None:
    state = table_states.make_state(order_of(tmp_path), raw_of(small.small_table()), small.NOW)
    later = replace(state, fetched_at=small.NOW.replace(month=9), modified="2026-09-01T02:00:00", title="Anders")
    assert later.content_hash() == state.content_hash()
    revised = small.small_table(small.VALUES | {("T001081", "2026KW01", "OpenstaandeVacatures_1"): 70.1})
    assert table_states.make_state(order_of(tmp_path), raw_of(revised), small.NOW).content_hash() != state.content_hash()


def test_series_of_one_name_are_refused(tmp_path: Path) -> None:
    toml = small.TOML.replace('"422400"]', '"422400"]\ngroups.Bedrijfskenmerken.T001081 = "Q"')
    with pytest.raises(StatLineError, match="twee reeksen heten open_vacancies/80472ned/Openstaande vacatures/Q/nsa"):
        table_states.make_state(order_of(tmp_path, toml), raw_of(small.small_table()), small.NOW)


@pytest.mark.parametrize("decimals", [None, -1, 12, "1", 1.0])
def test_a_topic_must_state_its_decimals(decimals: Any, tmp_path: Path) -> None:
    raw = raw_of(small.small_table())
    properties = [row | {"Decimals": decimals} if row["Type"] == "Topic" else row for row in raw.properties]
    with pytest.raises(StatLineError, match="noemt geen aantal decimalen"):
        table_states.make_state(order_of(tmp_path), replace(raw, properties=properties), small.NOW)


@pytest.mark.parametrize(
    ("rules", "code", "title", "group"),
    [
        ({"*": "sbi"}, "T001081", "A-U Alle economische activiteiten", "total"),
        ({"*": "sbi"}, "422400", "Q Gezondheids- en welzijnszorg", "Q"),
        ({"*": "sbi"}, "300010", "M-N Zakelijke dienstverlening", "M-N"),
        ({"*": "sbi"}, "300023", "31-33 Overige industrie en reparatie", "300023"),
        ({"*": "sbi"}, "WP19074", "Bedrijfsgrootte: 0 tot 10 werkzame personen", "WP19074"),
        ({"*": "sbi", "Overheid": "overheid"}, "390000", "Overheid", "overheid"),
        ({"*": "title"}, "52070", "Leeftijd: 15 tot 25 jaar", "15 tot 25 jaar"),
        ({"*": "title"}, "2", "Overheid", "overheid"),
        ({"*": "title", "T009002": ""}, "T009002", "Totaal personen", "total"),
        ({}, "3000", "Mannen", "3000"),
    ],
)
def test_members_become_groups_by_rule(rules: dict[str, str], code: str, title: str, group: str) -> None:
    order = TableOrder("1NED", "", (), codes={"D": ("*",)}, groups={"D": rules})
    assert order.group({"D": (code, title)}) == group


def test_groups_of_several_dimensions_are_joined() -> None:
    order = TableOrder("1NED", "", (), groups={"Geslacht": {"3000": "mannen", "T001038": ""}, "Leeftijd": {"*": "title"}})
    assert order.group({"Geslacht": ("3000", "Mannen"), "Leeftijd": ("1", "Leeftijd: 15 tot 25 jaar")}) == "mannen, 15 tot 25 jaar"
    assert order.group({"Geslacht": ("T001038", "Totaal"), "Leeftijd": ("1", "Leeftijd: 15 tot 25 jaar")}) == "15 tot 25 jaar"


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ('title = "Vacatures"\n', "", "de beschrijving van tabel 80472ned klopt niet ('title')"),
        ('unit = "vacancies"', 'unit = "vacatures"', "onbekende eenheid vacatures"),
        ("scale = 1000", 'scale = "duizend"', "tabel 80472ned klopt niet"),
        ('topic = ["Openstaande vacatures"]', 'topic = "Openstaande vacatures"', "topic is geen lijst van titels"),
        ('indicator = "open_vacancies"', 'indicator = "open_vacancies"\nkolom = "X"', "onbekend veld kolom"),
        ('"*" = "sbi"', '"*" = "nace"', "onbekende regel nace"),
        ("groups.Bedrijfskenmerken", "groups.Bedrijfstak", "Bedrijfstak staat niet in codes"),
        ('groups.Bedrijfskenmerken."*" = "sbi"\n', "", "Bedrijfskenmerken heeft meer dan één code en staat niet in groups"),
        ("[80472ned]", "[80472ned", "tables.toml is niet te lezen"),
    ],
)
def test_a_wrong_description_is_named(before: str, after: str, sentence: str, tmp_path: Path) -> None:
    assert before in small.TOML
    small.data_folder(tmp_path, small.TOML.replace(before, after))
    with pytest.raises(DataError) as raised:
        load_orders(tmp_path)
    assert sentence in raised.value.nl


def test_a_missing_description_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"tables.toml is niet te lezen"):
        load_orders(tmp_path)


def test_cells_of_a_member_are_read_in_order() -> None:
    raw = raw_of(small.small_table())
    places = odata_table.by_members(small.ID, raw)[("422400",)]
    periods = [period for period, _ in odata_table.cells(small.ID, raw, "OntstaneVacatures_2", places)]
    assert periods == small.QUARTERS
