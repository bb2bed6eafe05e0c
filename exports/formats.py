"""The formats a result can be had in, by name; what a format needs is imported when it is asked for."""

from __future__ import annotations

from typing import Literal

from exports import bundle, claimreview, markdown, webpage
from exports.report import Report

Format = Literal["csv", "xlsx", "jsonl", "md", "html", "claimreview"]


def render(form: Format, report: Report) -> bytes:
    """The whole file. JSON lines are the proof bundle."""
    match form:
        case "csv" | "xlsx":
            from exports import sheets

            return sheets.to_csv(report) if form == "csv" else sheets.to_xlsx(report)
        case "jsonl":
            return bundle.to_jsonl(report)
        case "md":
            return markdown.to_markdown(report)
        case "html":
            return webpage.to_html(report)
        case "claimreview":
            return claimreview.to_claimreview(report)
