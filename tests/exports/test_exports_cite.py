"""Every export says with what it was made: version, state of the figures, day, and the letter by its SHA-256."""

from __future__ import annotations

import html
import io
import json
from typing import get_args

import openpyxl
import pytest

from exports.formats import Format, render
from exports.report import Report
from labour.edition import cite
from tests.exports import sample


@pytest.mark.parametrize("report", [sample.REPORT, sample.ENGLISH], ids=["nl", "en"])
@pytest.mark.parametrize("form", get_args(Format))
def test_every_format_carries_the_cite_line(form: Format, report: Report) -> None:
    line = cite(report.edition, sample.LETTER, report.language)
    parts = ("0.1.0", "2 juli 2026" if report.language == "nl" else "2 July 2026", "21 ", sample.LETTER.sha256)
    assert all(part in line for part in parts)
    assert line in _text(form, render(form, report))


def _text(form: Format, content: bytes) -> str:
    if form == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(content))
        return "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    text = content.decode("utf-8-sig")
    if form == "claimreview":
        return "\n".join(review["creditText"] for review in json.loads(text))
    return html.unescape(text) if form == "html" else text.replace("\\", "") if form == "md" else text
