"""Spreadsheets of the table: CSV in the form CBS itself uses (semicolon, decimal comma), and XLSX. Writes no file.

No cell can become a formula: in CSV an apostrophe goes before text that a spreadsheet would calculate, in XLSX text is typed
as text. Numbers stay numbers, negative ones too.
"""

from __future__ import annotations

import csv
import io
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from exports.plain import formula_safe
from exports.report import Report
from exports.table import Cell, columns, rows

_WIDTHS = {"quote": 40, "explanation": 70, "caveats": 40, "reason": 40, "near_miss": 40, "source": 40, "letter": 30, "indicator": 30}
_CITE = {"nl": "Verwijzing", "en": "Cite as"}


def to_csv(report: Report) -> bytes:
    """UTF-8 with a byte-order mark, which Excel needs to read it as such; the cite line is the last column of every row."""
    shown = columns(report)
    cites = dict(zip((letter.name for letter in report.letters), report.cites(), strict=True))
    text = io.StringIO()
    english = report.language == "en"
    writer = csv.writer(text, delimiter="," if english else ";", lineterminator="\r\n")
    writer.writerow([column.name(report.language) for column in shown] + [_CITE[report.language]])
    for check, row in zip(report.checks, rows(report, shown), strict=True):
        writer.writerow([_csv_cell(cell, english) for cell in [*row, cites[check.claim.letter]]])
    return text.getvalue().encode("utf-8-sig")


def _csv_cell(cell: Cell, english: bool) -> str:
    if isinstance(cell, Decimal):
        return f"{cell:f}" if english else f"{cell:f}".replace(".", ",")
    return formula_safe(cell) if isinstance(cell, str) else "" if cell is None else str(cell)


def to_xlsx(report: Report) -> bytes:
    """A workbook with the table and a sheet that says with what it was made; numbers with the decimals they were printed with."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Toets" if report.language != "en" else "Check")
    shown = columns(report)
    for place, column in enumerate(shown, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(column.id, 16)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(shown))}{len(report.checks) + 1}"
    sheet.append([_text(sheet, column.name(report.language), bold=True) for column in shown])
    for row in rows(report, shown):
        sheet.append([_xlsx_cell(sheet, cell, link=column.id == "source_url") for column, cell in zip(shown, row, strict=True)])
    about = book.create_sheet("Bron" if report.language != "en" else "Source")
    about.column_dimensions["A"].width = 150
    for line in report.cites():
        about.append([_text(about, line)])
    book.properties.creator = f"Cijfertoets {report.edition.version}"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _xlsx_cell(sheet: WriteOnlyWorksheet, cell: Cell, *, link: bool) -> WriteOnlyCell:
    if isinstance(cell, str) and cell:
        made = _text(sheet, cell)
        if link and cell.startswith("https://"):
            made.hyperlink = cell
        return made
    made = WriteOnlyCell(sheet, cell or None if isinstance(cell, str) else cell)
    if isinstance(cell, Decimal):
        decimals = max(0, -int(cell.as_tuple().exponent))
        made.number_format = "#,##0" + ("." + "0" * decimals if decimals else "")
    return made


def _text(sheet: WriteOnlyWorksheet, text: str, *, bold: bool = False) -> WriteOnlyCell:
    """A cell that is text whatever it begins with; the quote prefix keeps it text when someone edits it."""
    made = WriteOnlyCell(sheet, "")
    made.value = text
    made.data_type = "s"
    made.alignment = Alignment(vertical="top", wrap_text=True)
    made.font = Font(bold=bold)
    if formula_safe(text) != text:
        made.quotePrefix = True
    return made
