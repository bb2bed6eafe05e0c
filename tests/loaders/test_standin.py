"""The stand-in answers in StatLine's shapes, or tests against it would prove little."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.standin import faults, small
from tests.standin.generated import generated
from tests.standin.query import FilterError, compile_filter
from tests.standin.server import Standin

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def standin() -> Iterator[Standin]:
    with Standin([small.small_table(), generated(10_050)], page_size=small.PAGE) as running:
        yield running


def get(standin: Standin, path: str, **query: str) -> Any:
    asked = urllib.parse.urlencode({"$format": "json"} | {f"${key}": value for key, value in query.items()})
    with urllib.request.urlopen(f"{standin.url}/ODataFeed/odata/{path}?{asked}", timeout=5) as answer:
        return json.load(answer)


def test_the_service_root_lists_the_resources(standin: Standin) -> None:
    names = [row["name"] for row in get(standin, "80472NED/")["value"]]
    assert names == "TableInfos UntypedDataSet TypedDataSet DataProperties CategoryGroups Bedrijfskenmerken Perioden".split()


def test_pages_follow_each_other_and_ids_run_through(standin: Standin) -> None:
    first = get(standin, "80472ned/TypedDataSet", filter="Perioden ne '2024KW01'")
    assert len(first["value"]) == small.PAGE
    with urllib.request.urlopen(first["odata.nextLink"], timeout=5) as answer:
        second = json.load(answer)
    ids = [row["ID"] for row in first["value"] + second["value"]]
    assert "odata.nextLink" not in second
    assert ids == [number for number in range(36) if number % 12]  # under a filter the original ids stay


def test_both_spellings_of_format_are_read(standin: Standin) -> None:
    for spelling in ("$format=json", "%24format=json"):
        with urllib.request.urlopen(f"{standin.url}/ODataFeed/odata/80472ned/TableInfos?{spelling}", timeout=5) as answer:
            assert json.load(answer)["value"][0]["Identifier"] == "80472ned"
    with urllib.request.urlopen(f"{standin.url}/ODataFeed/odata/80472ned/TableInfos", timeout=5) as answer:
        assert answer.read().startswith(b"<?xml")


def test_data_are_typed_or_padded_text(standin: Standin) -> None:
    care = "Bedrijfskenmerken eq '422400   '"
    typed = get(standin, "80472ned/TypedDataSet", filter=care, select="ID,Perioden,OpenstaandeVacatures_1")["value"]
    assert typed[:2] == [
        {"ID": 12, "Perioden": "2024KW01", "OpenstaandeVacatures_1": 76.0},
        {"ID": 13, "Perioden": "2024KW02", "OpenstaandeVacatures_1": None},
    ]
    untyped = get(standin, "80472ned/UntypedDataSet", filter=care)["value"]
    assert [row["OpenstaandeVacatures_1"] for row in untyped[:2]] == ["    76.0", "       ."]


def test_the_query_service_refuses_more_than_ten_thousand_rows(standin: Standin) -> None:
    with pytest.raises(urllib.error.HTTPError) as raised:
        urllib.request.urlopen(f"{standin.url}/ODataApi/odata/90000NED/TypedDataSet?$format=json", timeout=5)
    assert raised.value.code == 500


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Key eq 'A  '", [0]),
        ("Key eq 'A'", []),  # without its padding a key is not found, and nothing says so
        ("Key eq 'A  ' or Key eq 'B  '", [0, 1]),
        ("(Key eq 'A  ' or Key eq 'B  ') and Perioden eq '2024KW01'", [0]),
        ("substringof('KW',Perioden)", [0, 2]),
        ("startswith(Perioden, '2024') and Key ne 'A  '", [1]),
        ("Title eq 'auto''s'", [2]),
        ("Perioden ge '2030KW01'", [0, 1, 2]),  # ignored, as by the service
    ],
)
def test_filters(text: str, found: list[int]) -> None:
    rows = [
        {"Key": "A  ", "Perioden": "2024KW01", "Title": "a"},
        {"Key": "B  ", "Perioden": "2024JJ00", "Title": "b"},
        {"Key": "C  ", "Perioden": "2025KW01", "Title": "auto's"},
    ]
    test = compile_filter(text)
    assert [number for number, row in enumerate(rows) if test(row)] == found


@pytest.mark.parametrize("text", ["Key eq", "Key eq 'A", "(Key eq 'A'", "eq 'A'", "Key eq 'A' 'B'", "substringof('A')", "Key # 'A'"])
def test_a_filter_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(FilterError):
        compile_filter(text)


def test_cbsodata_as_it_comes_reads_it(standin: Standin) -> None:
    """Whole and without our session, as a proof of the shapes; in a process of its own for what its import changes."""
    script = (
        "import json, sys, cbsodata; cbsodata.options.use_https = False; cbsodata.options.catalog_url = sys.argv[1];"
        "data = cbsodata.download_data('80472ned'); print(json.dumps([sorted(data), len(data['TypedDataSet']), cbsodata.get_table_list()]))"
    )
    command = [sys.executable, "-c", script, standin.url.removeprefix("http://")]
    names, rows, listed = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
    assert names == ["Bedrijfskenmerken", "CategoryGroups", "DataProperties", "Perioden", "TableInfos", "TypedDataSet"]
    assert rows == 36
    assert [(row["Identifier"], row["RecordCount"]) for row in listed] == [("80472ned", 36), ("90000NED", 10_800)]


def test_a_person_switches_faults_by_address(standin: Standin) -> None:
    def steer(path: str) -> Any:
        with urllib.request.urlopen(f"{standin.url}/standin{path}", timeout=5) as answer:
            return json.load(answer)

    assert steer("")["faults"] == faults.NAMES
    assert steer("/html?page=1&times=3")["active"][0] | {"name": "html", "page": 1, "times": 3} == steer("")["active"][0]
    with pytest.raises(urllib.error.HTTPError):
        steer("/nonsense")
    assert steer("/none")["active"] == []
