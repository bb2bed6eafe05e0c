"""A corpus run written and read back: nothing of a claim is lost, every number is found back, and memory has bounds."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from sample import CELL, CHECKS, DEVIATES, EDITION, LETTER

from exports import parquet, table
from exports.parquet_repeats import bare
from exports.parquet_rows import check_of, letter_of
from exports.parquet_run import Run, open_run, stamp, whole_rows
from exports.parquet_summary import Selection, find, first_failures, summarise
from labour.corpus_summary import counted
from labour.errors import DataError
from labour.model import Check, Letter

ROOT = Path(__file__).resolve().parents[2]


def written(folder: Path, letters: Sequence[tuple[str, Letter, Sequence[Check]]], failed: Sequence[tuple[str, str]] = ()) -> Run:
    """A run of these letters, each in a part of its own, and of files that could not be read."""
    for number, (path, letter, checks) in enumerate(letters):
        parquet.write_part(folder / "parts", f"{number:04d}", parquet.letter_rows(path, letter, checks))
    rows = {name: [] for name in parquet.SCHEMAS} | {"failures": [parquet.failure_row(path, "", said, said) for path, said in failed]}
    parquet.write_part(folder / "parts", "zz", rows)
    parquet.merge(folder / "parts", [*(f"{number:04d}" for number in range(len(letters))), "zz"], folder, EDITION)
    return open_run(folder)


def said(sentence: str, quote: str, value: str, period: str, name: str, **more: object) -> tuple[str, Letter, list[Check]]:
    """A letter of one sentence with one claim on open vacancies."""
    letter = replace(LETTER, name=name, text=sentence, sha256=name * 4, footnotes=(), pages=())
    start = sentence.index(quote)
    place = {"start": start, "end": start + len(quote), "sentence": (0, len(sentence))}
    claim = replace(DEVIATES.claim, letter=name, quote=quote, value=Decimal(value), period=period, **place, **more)  # type: ignore[arg-type]
    return f"{name}.txt", letter, [replace(DEVIATES, claim=claim)]


def test_a_claim_comes_back_as_it_was(tmp_path: Path) -> None:
    run = written(tmp_path, [("a/brief.txt", LETTER, CHECKS)])
    rows = whole_rows(run, [0, 1, 2, 3])
    for row, check in zip(rows, CHECKS, strict=True):
        again = check_of(row)
        text = letter_of(row).text
        assert text[again.claim.start : again.claim.end] == check.claim.quote == again.claim.quote
        for shown in (table.stated, table.published, table.difference):
            assert shown(again) == shown(check)
        same = "verdict reason caveats published_unit near_miss explanation_nl explanation_en source_url".split()
        assert [getattr(again, name) for name in same] == [getattr(check, name) for name in same]
        assert again.interval == check.interval
        assert [str(cell.value) for cell in again.evidence] == [str(cell.value) for cell in check.evidence]
    assert [row["page"] for row in rows] == [LETTER.page_at(check.claim.start) for check in CHECKS] and rows[-1]["page"] == 2
    assert rows[0]["about"]["date"] == date(2024, 11, 30) and rows[0]["about"]["path"] == "a/brief.txt"


@pytest.mark.parametrize(
    ("value", "step", "shown"),
    [
        ("66.0", "0.1", "66.0"),
        ("445000", "1000", "445000"),
        ("0.25", None, "0.25"),
        ("7", "0.01", "7.00"),
        ("1234567.8", "0.1", "1234567.8"),
        ("-8.5", "0.1", "-8.5"),
        ("0", None, "0"),
    ],
)
def test_numbers_come_back_with_the_places_that_were_printed(tmp_path: Path, value: str, step: str | None, shown: str) -> None:
    claim = replace(DEVIATES.claim, value=Decimal(value), step=Decimal(step) if step else None)
    cell = replace(CELL, value=Decimal("66.00"))
    run = written(tmp_path, [("brief.txt", LETTER, [replace(DEVIATES, claim=claim, evidence=(cell,))])])
    (row,) = whole_rows(run, [0])
    assert f"{check_of(row).claim.value:f}" == shown
    assert str(check_of(row).evidence[0].value) == "66.00"


def test_the_files_read_as_they_are_elsewhere(tmp_path: Path) -> None:
    written(tmp_path, [("brief.txt", LETTER, CHECKS)])
    claims, checks = (pq.read_table(tmp_path / f"{name}.parquet") for name in ("claims", "checks"))
    for column in ("path", "number", "indicator", "period", "value", "unit"):
        assert claims[column].equals(checks[column])
    made = json.loads(claims.schema.metadata[parquet.EDITION.encode()])
    assert made == {"version": EDITION.version, "figures_day": "2026-07-02", "fingerprint": "ef" * 32, "as_of": None}


def test_duckdb_reads_the_files_with_the_query_of_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, [("brief.txt", LETTER, CHECKS)])
    page = (Path(__file__).resolve().parents[2] / "docs" / "scale.md").read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    found = duckdb.sql(page.partition("```sql\n")[2].partition("```")[0]).fetchall()
    assert found == [(LETTER.day, DEVIATES.claim.quote, "deviates", float(DEVIATES.published or 0), CELL.source)]
    assert duckdb.sql("SELECT count(*) FROM 'failures.parquet'").fetchall() == [(0,)]


def test_numbers_add_up_and_lead_to_their_claims(tmp_path: Path) -> None:
    other = replace(LETTER, name="twee", sha256="ee" * 32, day=None, precision="")
    run = written(
        tmp_path, [("een.txt", LETTER, CHECKS), ("twee.txt", other, CHECKS[:2])], [("x/leeg.txt", "leeg.txt: het bestand is leeg.")]
    )
    found = summarise(run)
    assert (found.letters, found.undated, found.claims, found.checked, found.failures) == (2, 1, 6, 4, 1)
    assert (found.first, found.last, found.silent) == (date(2024, 11, 30), date(2024, 11, 30), 0)
    assert [(one.nl, one.count) for one in found.unread] == [("Het bestand is leeg.", 1)]
    for one in found.tallies:
        same = [other for other in found.tallies if (other.indicator, other.year, other.verdict) == (one.indicator, one.year, one.verdict)]
        count, numbers = find(run, Selection(one.indicator, one.verdict, one.year or 0), 100)
        assert count == len(numbers) == counted(same)
    count, numbers = find(run, Selection(), 2)
    assert (count, numbers) == (6, [0, 1])
    assert first_failures(run, 5)[0]["path"] == "x/leeg.txt"


def test_copies_and_second_renditions_count_once(tmp_path: Path) -> None:
    scan = replace(LETTER, name="map/brief.scan", sha256="ff" * 32, same_letter_as="brief")
    alone = replace(LETTER, name="los", sha256="aa" * 32, same_letter_as="elders")
    letters = [
        ("brief.txt", LETTER, CHECKS),
        ("map/kopie.txt", replace(LETTER, name="map/kopie"), CHECKS),
        ("map/brief.scan.txt", scan, CHECKS),
    ]
    found = summarise(written(tmp_path, [*letters, ("los.txt", alone, CHECKS)]))
    assert (found.letters, found.copies, found.claims) == (2, 2, 2 * len(CHECKS))
    assert found.figures[0].letters == 2


def test_the_same_figure_in_several_letters(tmp_path: Path) -> None:
    letters = [
        said("Er zijn 445 duizend vacatures.", "445 duizend", "445000", "2022KW03", "a"),
        said("Het CBS telde 449.000 vacatures.", "449.000", "449000", "2022KW03", "b"),
        said("Toen waren er 445.000.", "445.000", "445000", "2022KW03", "c"),
        said("In de zorg 445.000.", "445.000", "445000", "2022KW03", "d", sector="zorg"),
        said("Een jaar later 445.000.", "445.000", "445000", "2023KW03", "e"),
        said("Een stijging van 445.000.", "445.000", "445000", "2022KW03", "f", kind="change"),
    ]
    run = written(tmp_path, letters)
    (group,) = summarise(run).figures
    assert (group.letters, group.claims, group.values) == (3, 3, 2)
    assert group.said == (("445 duizend", 2), ("449.000", 1)) and group.verdicts == (("deviates", 3),)
    assert find(run, Selection(figure=group.key), 10) == (3, [0, 1, 2])
    assert find(run, Selection(figure="0" * 16), 10) == (0, [])


def test_the_same_sentence_with_another_quarter(tmp_path: Path) -> None:
    letters = [
        said("In het tweede kwartaal van 2024 had 73,4% van de bevolking betaald werk.[footnoteRef:3]", "73,4%", "73.4", "2024KW02", "a"),
        said("In het derde kwartaal van 2024 had 73,1 procent van de bevol-\nking betaald werk.", "73,1 procent", "73.1", "2024KW03", "b"),
        said("In het vierde kwartaal van 2023 had 73 procent van de bevolking betaald werk.", "73 procent", "73", "2023KW04", "c"),
        said("In het derde kwartaal van 2024 had 73 procent van de mannen betaald werk.", "73 procent", "73", "2024KW03", "d"),
        said("Het waren er 5.", "5", "5", "2024KW01", "e"),
        said("Het waren er 6.", "6", "6", "2024KW02", "f"),
    ]
    run = written(tmp_path, letters)
    (group,) = summarise(run).sentences
    assert (group.letters, group.periods, group.values) == (3, 3, 3)
    assert find(run, Selection(sentence=group.key), 10) == (3, [0, 1, 2])


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "In het eerste kwartaal waren er 106 vacatures[footnoteRef:3] [3:  CBS, 2024.] op 100 werklozen.",
            "in het waren er vacatures op werklozen",
        ),
        ("Dat is € 1,5 miljard – ruim 3%.", "dat is ruim"),
        ("ÉÉN arbeids-\n markt", "één arbeidsmarkt"),
        ("", ""),
    ],
)
def test_words_that_stay_when_number_and_period_change(sentence: str, words: str) -> None:
    assert bare(pa.chunked_array([[sentence]])).to_pylist() == [words]


def test_a_folder_that_is_no_run_or_half_of_one_is_said(tmp_path: Path) -> None:
    for act in (open_run, stamp):
        with pytest.raises(DataError, match="geen hele uitkomst"):
            act(tmp_path / "weg")
    run = written(tmp_path, [("een.txt", LETTER, CHECKS)])
    (tmp_path / "los").mkdir()
    written(tmp_path / "los", [("een.txt", LETTER, CHECKS[:2])])
    (tmp_path / "claims.parquet").write_bytes((tmp_path / "los" / "claims.parquet").read_bytes())
    for act in (summarise, lambda one: find(one, Selection(), 5)):  # claims of another run than the checks
        with pytest.raises(DataError):
            act(run)
    (tmp_path / "claims.parquet").write_bytes((tmp_path / "checks.parquet").read_bytes())
    with pytest.raises(DataError, match=r"draai cli\.py corpus opnieuw"):
        open_run(tmp_path)
    (tmp_path / "letters.parquet").write_bytes(b"PAR1" + bytes(99))
    with pytest.raises(DataError):
        open_run(tmp_path)


SUM = """
import resource, sys, time
from pathlib import Path
from exports.parquet_run import open_run, whole_rows
from exports.parquet_summary import Selection, find, summarise
before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
run = open_run(Path(sys.argv[1]))
found = summarise(run)
count, numbers = find(run, Selection(verdict="deviates"), 200)
rows = whole_rows(run, numbers)
grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1000
print(found.letters, found.claims, count, len(rows), grown, time.monotonic() - began)
"""


def test_ten_thousand_letters_are_summed_in_bounded_memory(tmp_path: Path) -> None:
    """200.000 claims with their cells; the letters differ in name and hash only."""
    written(tmp_path / "een", [("x.txt", LETTER, list(CHECKS) * 5)])
    tables = {name: pq.read_table(tmp_path / "een" / f"{name}.parquet") for name in parquet.SCHEMAS}
    for name, one in tables.items():
        schema = one.schema
        with pq.ParquetWriter(tmp_path / f"{name}.parquet", schema, compression="zstd") as writer:
            for block in range(10 if name != "failures" else 0):
                many = pa.concat_tables([one] * 1000)
                names = pa.array([f"{block}-{number // one.num_rows:04d}" for number in range(many.num_rows)])
                many = many.set_column(many.schema.get_field_index("path"), schema.field("path"), names)
                if name == "letters":
                    many = many.set_column(many.schema.get_field_index("sha256"), schema.field("sha256"), names)
                writer.write_table(many.combine_chunks(), row_group_size=10_000)
    done = subprocess.run([sys.executable, "-c", SUM, tmp_path], cwd=ROOT, capture_output=True, text=True, check=True)
    letters, claims, deviating, rows, grown, seconds = map(float, done.stdout.split())
    assert (letters, claims, deviating, rows) == (10_000, 200_000, 50_000, 200)
    assert grown < 250 and seconds < 30
