"""Spreadsheets: no cell can become a formula, numbers stay numbers, Dutch form for Dutch readers."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.plain import formula_safe, plain
from exports.sheets import to_csv, to_xlsx
from tests.exports import sample

NUMBERS = ("Plaats", "Beweerd", "Tot", "Gepubliceerd", "Verschil")


def read_csv(content: bytes, delimiter: str = ";") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_csv_begins_with_the_mark_that_excel_needs() -> None:
    assert to_csv(sample.REPORT).startswith(b"\xef\xbb\xbf")


def test_csv_has_dutch_numbers_and_keeps_negatives() -> None:
    rows = read_csv(to_csv(sample.REPORT))
    assert [(row["Beweerd"], row["Gepubliceerd"], row["Verschil"]) for row in rows] == [
        ("445000", "401500", "43500"),
        ("-8,5", "-8,5", ""),
        ("3", "", ""),
        ("12", "", ""),
    ]
    assert rows[0]["Oordeel"] == "✗ wijkt af"
    assert rows[0]["Indicator"] == "openstaande vacatures"
    assert rows[0]["Periode"] == "derde kwartaal 2024"


def test_csv_in_english_has_commas_between_cells_and_points_in_numbers() -> None:
    rows = read_csv(to_csv(sample.ENGLISH), ",")
    assert rows[1]["Stated"] == "-8.5"
    assert rows[0]["Verdict"] == "✗ deviates"


def test_csv_quotes_that_a_spreadsheet_would_calculate_get_an_apostrophe() -> None:
    quotes = [row["Citaat"] for row in read_csv(to_csv(sample.REPORT))]
    assert quotes[1:3] == ["'-8,5 procent", '\'=HYPERLINK("http://kwaad.example")']


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠"])
def test_every_sign_that_begins_a_formula_is_fenced(sign: str) -> None:
    assert formula_safe(f"{sign}1+1") == f"'{sign}1+1"


@given(st.text(max_size=40))
def test_no_text_cell_of_a_csv_begins_a_formula(quote: str) -> None:
    hostile = replace(sample.DEVIATES, claim=replace(sample.DEVIATES.claim, quote=quote, population=quote, letter=sample.LETTER.name))
    row = read_csv(to_csv(replace(sample.REPORT, checks=[hostile])))[0]
    for name, cell in row.items():
        if name not in NUMBERS:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
            assert "\n" not in cell


def test_every_csv_row_carries_its_cite_line() -> None:
    for row in read_csv(to_csv(sample.REPORT)):
        assert row["Verwijzing"].endswith(f"brief, SHA-256 {sample.LETTER.sha256}")
        assert "stand van de cijfers 2 juli 2026, getoetst op 21 november 2026" in row["Verwijzing"]


def test_xlsx_holds_no_formula_and_real_numbers() -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(sample.REPORT)))
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    for cells in sheet.iter_rows(min_row=2):
        for head, cell in zip(heads, cells, strict=True):
            assert cell.data_type == ("n" if head in NUMBERS or cell.value is None else "s")
    assert sheet.cell(3, heads.index("Beweerd") + 1).value == -8.5
    assert sheet.cell(3, heads.index("Beweerd") + 1).number_format == "#,##0.0"
    hostile = sheet.cell(4, heads.index("Citaat") + 1)
    assert (hostile.value, hostile.quotePrefix) == ('=HYPERLINK("http://kwaad.example")', True)


def test_xlsx_links_to_the_source_and_says_how_to_cite() -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(sample.REPORT)))
    links = [cell.hyperlink.target for row in book.worksheets[0].iter_rows(min_row=2) for cell in row if cell.hyperlink]
    assert links == [sample.CELL.url]
    assert sample.LETTER.sha256 in book["Bron"]["A1"].value


def test_xlsx_takes_any_character() -> None:
    """Control characters are no part of a workbook; the rest of the text is."""
    odd = replace(sample.DEVIATES, claim=replace(sample.DEVIATES.claim, quote="a\x00b\x1fc\ufffe\ud800d"))
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(replace(sample.REPORT, checks=[odd])))).worksheets[0]
    assert sheet["D2"].value.startswith("ab")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\u202eb", "ab"),
        ("nul\u200blengte", "nullengte"),
        (" regel\r\n  einde\t", "regel einde"),
        ("\x1b[31mrood", "[31mrood"),
        ("zacht\u00adstreepje", "zachtstreepje"),
        ("gewoon é €", "gewoon é €"),
    ],
)
def test_what_cannot_be_seen_is_gone_from_text_for_the_eye(text: str, seen: str) -> None:
    assert plain(text) == seen
