"""What a person judged goes along in every export, beside the program's verdict and never in its place."""

from __future__ import annotations

import io
import json
from dataclasses import asdict, replace

import openpyxl
import pytest

from exports import bundle, claimreview, listing, markdown, sheets, webpage
from labour.judgement import Judgement
from tests.exports import sample

CLAIM = sample.DEVIATES.claim
JUDGED = Judgement(
    sample.LETTER.sha256, "brief", CLAIM.start, CLAIM.end, CLAIM.quote, "open_vacancies",
    "2026-11-20T10:00:00+01:00", "ander <b>kwartaal</b>",
    "deviates", "supported", (("period", "2023KW03"),), "0.1.0",
)  # fmt: skip
REPORT = replace(sample.REPORT, judgements={JUDGED.place: JUDGED})


def _sheet(content: bytes) -> str:
    return "\n".join(str(cell.value) for row in openpyxl.load_workbook(io.BytesIO(content)).worksheets[0].iter_rows() for cell in row)


@pytest.mark.parametrize(
    ("made", "verdict"),
    [
        (sheets.to_csv(REPORT).decode(), "✗ wijkt af"),
        (_sheet(sheets.to_xlsx(REPORT)), "✗ wijkt af"),
        (markdown.to_markdown(REPORT).decode().replace("\\", ""), "✗ wijkt af"),
        (webpage.to_html(REPORT).decode().replace("&lt;", "<").replace("&gt;", ">"), "✗ wijkt af"),
        (json.loads(claimreview.to_claimreview(REPORT))[0]["reviewBody"] + " wijkt af", "wijkt af"),
        ("\n".join(" ".join(row) for row in listing.of_checks(REPORT, REPORT.checks, 200).rows), "✗ wijkt af"),
    ],
    ids=["csv", "xlsx", "md", "html", "claimreview", "table"],
)
def test_both_verdicts_are_there(made: str, verdict: str) -> None:
    assert verdict in made
    assert "✓ klopt; period: 2023KW03; ander <b>kwartaal</b>; 2026-11-20" in made


def test_the_page_shows_the_note_as_text() -> None:
    assert b"<b>kwartaal" not in webpage.to_html(REPORT)


def test_json_lines_keep_the_judgement_whole() -> None:
    row = json.loads(bundle.to_jsonl(REPORT).splitlines()[0])
    assert row["verdict"] == "deviates"
    assert row["judgement"] == json.loads(json.dumps(asdict(JUDGED)))


def test_without_judgements_nothing_speaks_of_them() -> None:
    assert "Menselijk" not in sheets.to_csv(sample.REPORT).decode() + markdown.to_markdown(sample.REPORT).decode()
