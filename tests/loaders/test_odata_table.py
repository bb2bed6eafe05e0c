"""What is asked of a table and how its rows are proven whole: pure, on hand-made rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from labour.errors import StatLineError
from loaders import odata_table
from loaders.odata_table import RawTable

PROPERTIES: list[dict[str, Any]] = [
    {"ID": 0, "ParentID": None, "Type": "Dimension", "Key": "Geslacht", "Title": "Geslacht"},
    {"ID": 1, "ParentID": None, "Type": "GeoDimension", "Key": "RegioS", "Title": "Regio's"},
    {"ID": 2, "ParentID": None, "Type": "TimeDimension", "Key": "Perioden", "Title": "Perioden"},
    {"ID": 3, "ParentID": None, "Type": "TopicGroup", "Key": "", "Title": "Beroepsbevolking"},
    {"ID": 4, "ParentID": 3, "Type": "TopicGroup", "Key": "", "Title": "Werkloze beroepsbevolking"},
    {"ID": 5, "ParentID": 4, "Type": "Topic", "Key": "NietSeizoengecorrigeerd_1", "Title": "Niet-seizoengecorrigeerd"},
    {"ID": 6, "ParentID": 4, "Type": "Topic", "Key": "Seizoengecorrigeerd_2", "Title": "Seizoengecorrigeerd"},
    {"ID": 7, "ParentID": 3, "Type": "TopicGroup", "Key": "", "Title": "Werkzame beroepsbevolking"},
    {"ID": 8, "ParentID": 7, "Type": "Topic", "Key": "Seizoengecorrigeerd_4", "Title": "Seizoengecorrigeerd"},
    {"ID": 9, "Type": "Topic", "Key": "Losse_5", "Title": "Losse"},
]
CODES: dict[str, list[dict[str, Any]]] = {
    "Geslacht": [{"Key": "T001038", "Title": "Totaal"}, {"Key": "3000   ", "Title": "Mannen"}, {"Key": "4000   ", "Title": "Vrouwen"}],
    "RegioS": [{"Key": "NL01  ", "Title": "Nederland"}, {"Key": "PV'24 ", "Title": "Flevo's land"}],
    "Perioden": [
        {"Key": "2024JJ00", "Title": "2024", "Status": "Definitief"},
        {"Key": "2025KW01", "Title": "2025 1e kwartaal*", "Status": None},
    ],
}


@pytest.mark.parametrize(
    ("path", "column"),
    [
        (["Losse", ""], "Losse_5"),
        (["losse", ""], "Losse_5"),
        (["Werkloze beroepsbevolking", "Seizoengecorrigeerd", ""], "Seizoengecorrigeerd_2"),
        (["Beroepsbevolking", "Werkloze beroepsbevolking", "Seizoengecorrigeerd", ""], "Seizoengecorrigeerd_2"),
        (["Werkloze beroepsbevolking", "Niet seizoengecorrigeerd", ""], "NietSeizoengecorrigeerd_1"),
        (["Werkzame Beroepsbevolking", "seizoengecorrigeerd", ""], "Seizoengecorrigeerd_4"),
        (["Seizoengecorrigeerd", "Seizoengecorrigeerd_4"], "Seizoengecorrigeerd_4"),
    ],
)
def test_a_column_is_found_by_its_titles(path: list[str], column: str) -> None:
    assert odata_table.column_of("1NED", PROPERTIES, path)["Key"] == column


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        (["Seizoengecorrigeerd", ""], "onderwerp 'Seizoengecorrigeerd' staat er meer dan eens"),
        (["Beroepsbevolking", "Seizoengecorrigeerd", ""], "staat er meer dan eens"),
        (["Vacatures", ""], "onderwerp 'Vacatures' staat er niet meer (er zijn: Losse, Niet-seizoengecorrigeerd, Seizoengecorrigeerd)"),
        (["Werkzame beroepsbevolking", "Losse", ""], "onderwerp 'Werkzame beroepsbevolking > Losse' staat er niet meer"),
        (["Losse", "Losse_6"], "kolom Losse_6 ('Losse') heet nu Losse_5"),
        (["Geslacht", ""], "onderwerp 'Geslacht' staat er niet meer"),
    ],
)
def test_a_column_that_is_gone_or_double_is_named(path: list[str], sentence: str) -> None:
    with pytest.raises(StatLineError) as raised:
        odata_table.column_of("1NED", PROPERTIES, path)
    assert sentence in raised.value.nl


@pytest.mark.parametrize(
    ("wanted", "filters", "expected"),
    [
        ({"Geslacht": ["*"], "RegioS": ["*"]}, "", 12),
        ({"Geslacht": ["3000"], "RegioS": ["*"]}, "(Geslacht eq '3000   ')", 4),
        (
            {"Geslacht": ["T001038", "Vrouwen"], "RegioS": ["Nederland"]},
            "(Geslacht eq 'T001038' or Geslacht eq '4000   ') and (RegioS eq 'NL01  ')",
            4,
        ),
        ({"Geslacht": ["*"], "RegioS": ["Flevo's land"]}, "(RegioS eq 'PV''24 ')", 6),
    ],
)
def test_codes_are_asked_as_the_code_list_pads_them(wanted: dict[str, list[str]], filters: str, expected: int) -> None:
    question = odata_table.plan("1NED", PROPERTIES, CODES, [["Losse", ""], ["Losse", "Losse_5"]], wanted)
    assert (question.filters, question.expected) == (filters, expected)
    assert question.select == ["ID", "Geslacht", "RegioS", "Perioden", "Losse_5"]


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        ({"Geslacht": ["*"]}, "dimensie RegioS is nieuw"),
        ({"Geslacht": ["*"], "RegioS": ["*"], "Versie": ["*"]}, "dimensie Versie staat er niet meer"),
        ({"Geslacht": ["5000"], "RegioS": ["*"]}, "code 5000 van Geslacht staat er niet meer"),
    ],
)
def test_a_dimension_or_code_that_changed_is_named(wanted: dict[str, list[str]], sentence: str) -> None:
    with pytest.raises(StatLineError) as raised:
        odata_table.plan("1NED", PROPERTIES, CODES, [["Losse", ""]], wanted)
    assert sentence in raised.value.nl


WANTED = {"Geslacht": ["T001038", "4000"], "RegioS": ["*"]}


def raw(**changes: Any) -> RawTable:
    """A whole answer for WANTED: two of three codes, two regions, two periods, eight of twelve rows."""
    rows = [
        (number, sex, region, period)
        for number, (sex, region, period) in enumerate(
            (s["Key"], r["Key"], p["Key"]) for s in CODES["Geslacht"] for r in CODES["RegioS"] for p in CODES["Perioden"]
        )
        if sex != "3000   "
    ]
    columns = dict(zip(["ID", "Geslacht", "RegioS", "Perioden"], map(list, zip(*rows, strict=True)), strict=True))
    moment = {"Modified": "2026-07-30T02:00:00"}
    made: dict[str, Any] = {"infos": [moment] * 3, "properties": PROPERTIES, "codes": CODES, "columns": columns | {"Losse_5": [1.0] * 8}}
    made |= {"record_count": 12, "filtered": True, "same_lists": True}
    return RawTable(**made | changes)


def without(place: int) -> Callable[[RawTable], RawTable]:
    def change(one: RawTable) -> RawTable:
        return raw(columns={name: values[:place] + values[place + 1 :] for name, values in one.columns.items()})

    return change


def put(column: str, place: int, value: Any) -> Callable[[RawTable], RawTable]:
    def change(one: RawTable) -> RawTable:
        values = list(one.columns[column])
        values[place] = value
        return raw(columns=one.columns | {column: values})

    return change


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (without(0), "niet volledig: 7 van 8 rijen"),
        (without(7), "niet volledig: 7 van 8 rijen"),
        (put("ID", 3, 1), "niet volledig: rij 1 volgt op rij 2"),
        (put("ID", 3, 2), "niet volledig: rij 2 volgt op rij 2"),
        (put("ID", 3, "3"), "kolom ID bevat geen gehele getallen"),
        (put("Perioden", 1, "2024JJ00"), "dezelfde cel komt meer dan eens voor"),
        (put("Geslacht", 1, "3000   "), "niet volledig: 8 van 8 rijen"),  # a code that was not asked for, in place of one that was
        (put("Geslacht", 1, "9999   "), "onbekende code 9999 in Geslacht"),
        (put("Perioden", 1, "2031JJ00"), "onbekende code 2031JJ00 in Perioden"),
        (lambda one: raw(same_lists=False), "wijzigde tabel 1NED tijdens het ophalen"),
        (
            lambda one: raw(infos=[one.infos[0], one.infos[1], {"Modified": "2026-07-31T02:00:00"}]),
            "wijzigde tabel 1NED tijdens het ophalen",
        ),
        (lambda one: raw(infos=[None, None, None]), "wijzigde tabel 1NED tijdens het ophalen"),
        (lambda one: raw(filtered=False), "niet volledig: 8 van 12 rijen"),
        (lambda one: raw(filtered=False, record_count=8), "niet volledig: 8 van 8 rijen"),  # the IDs have gaps
        (lambda one: raw(filtered=False, record_count=None), "niet volledig: 8 van 12 rijen"),
        (lambda one: raw(codes=CODES | {"Perioden": [*CODES["Perioden"], {"Key": "2026QQ01"}]}), "onbekende soort periode 2026QQ01"),
        (lambda one: raw(codes=CODES | {"RegioS": [*CODES["RegioS"], {"Key": "NL01"}]}), "dubbele codes in RegioS"),
        (lambda one: raw(properties=[row for row in PROPERTIES if row["Type"] != "TimeDimension"]), "0 tijddimensies in plaats van één"),
    ],
)
def test_rows_that_are_not_whole_are_refused(change: Callable[[RawTable], RawTable], sentence: str) -> None:
    with pytest.raises(StatLineError) as raised:
        odata_table.prove("1NED", change(raw()), WANTED)
    assert sentence in raised.value.nl


def test_whole_rows_are_proven_by_the_grid_or_by_the_record_count() -> None:
    assert odata_table.prove("1NED", raw(), WANTED) == "grid"
    ids = {"ID": list(range(8))}
    part = raw(columns=raw().columns | ids, filtered=False, record_count=8)  # a table that does not publish every combination
    assert odata_table.prove("1NED", part, WANTED) == "record_count"
    codes = CODES | {"Geslacht": [CODES["Geslacht"][0], CODES["Geslacht"][2]]}
    whole = raw(columns=raw().columns | ids, codes=codes, filtered=False, record_count=None)
    assert odata_table.prove("1NED", whole, WANTED) == "grid"


@pytest.mark.parametrize("period", ["2024JJ00", "2024HJ01", "2024KW04", "2024MM12", "2024W152", "2024X000", "2024SJ00", "20240131"])
def test_known_kinds_of_period_are_taken(period: str) -> None:
    codes = CODES | {"Perioden": [{"Key": period}, CODES["Perioden"][1]]}
    columns = raw().columns | {"Perioden": [period if key == "2024JJ00" else key for key in raw().columns["Perioden"]]}
    assert odata_table.prove("1NED", raw(codes=codes, columns=columns), WANTED) == "grid"


@pytest.mark.parametrize(
    ("status", "title", "meant"),
    [
        ("Definitief", "2024", "definitief"),
        ("NaderVoorlopig", "2024", "nader voorlopig"),
        ("Voorlopig", "2024", "voorlopig"),
        (None, "2024", "unknown"),
        ("Anders", "2024", "unknown"),
        (None, "2024*", "voorlopig"),
        (None, "2024**", "nader voorlopig"),
        ("Definitief", "2024*", "voorlopig"),
        ("Voorlopig", "2024**", "voorlopig"),
    ],
)
def test_the_status_of_a_period_is_never_better_than_either_sign(status: str | None, title: str, meant: str) -> None:
    codes = CODES | {"Perioden": [{"Key": "2024JJ00 ", "Title": title, "Status": status}]}
    assert odata_table.statuses(raw(codes=codes), "Perioden") == {"2024JJ00": meant}


@pytest.mark.parametrize("value", ["1.0", "    66.0", "", True, float("nan"), float("inf"), [1]])
def test_a_cell_is_a_number_or_nothing(value: Any) -> None:
    with pytest.raises(StatLineError, match="tekst in plaats van getallen"):
        odata_table.number("1NED", "Losse_5", value)
