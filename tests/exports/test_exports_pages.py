"""Markdown, the printable report and ClaimReview: counts that add up, and nothing a letter says becomes markup."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.claimreview import to_claimreview
from exports.markdown import escaped, to_markdown
from exports.report import Report, counts, headline
from exports.sheets import to_csv
from exports.webpage import to_html
from tests.exports import sample


class Elements(HTMLParser):
    """Tags with their attributes, and the text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def elements(report: Report) -> Elements:
    page = Elements()
    page.feed(to_html(report).decode())
    return page


@pytest.mark.parametrize("report", [sample.REPORT, sample.ENGLISH], ids=["nl", "en"])
def test_the_counts_of_a_report_add_up(report: Report) -> None:
    total, *parts = [
        int(number) for number in re.findall(r"(\d+) (?:beweringen|claims|[✓◷✗≈!?])", headline(report.checks, report.language))
    ]
    assert total == sum(parts) == len(report.checks) == sum(counts(report.checks).values())


def test_a_report_fetches_nothing_and_runs_nothing() -> None:
    page = elements(sample.REPORT)
    assert not {tag for tag, _ in page.tags} & {"script", "img", "link", "iframe", "object", "embed", "form", "base"}
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on") or name in ("src", "srcset", "style")]
    assert "url(" not in page.text and "@import" not in page.text
    policy = next(attributes["content"] for tag, attributes in page.tags if attributes.get("http-equiv") == "Content-Security-Policy")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"


@pytest.mark.parametrize("write", [to_html, to_markdown, to_csv], ids=["html", "markdown", "csv"])
def test_an_english_export_names_source_and_status_in_english(write: Callable[[Report], bytes]) -> None:
    cell = replace(sample.CELL, source="CBS, persbericht 14 november 2024", status="nader voorlopig", vintage="onbekend")
    report = replace(sample.ENGLISH, checks=(replace(sample.DEVIATES, evidence=(cell,)),))
    said = write(report).decode("utf-8")
    assert "CBS, press release 14 November 2024" in said
    assert "persbericht" not in said and "nader voorlopig" not in said and "onbekend" not in said
    assert "persbericht 14 november 2024" in write(replace(report, language="nl")).decode("utf-8")


def test_a_report_shows_what_the_letter_says_as_text() -> None:
    page = elements(sample.REPORT)
    for said in ("Brief <script>alert(1)</script> over | krapte", '=HYPERLINK("http://kwaad.example")', "<b>12%</b>"):
        assert said in page.text
    assert "b" not in [tag for tag, _ in page.tags if tag == "b"][len([v for v in counts(sample.CHECKS).values() if v]) :]


def test_a_report_says_of_each_letter_what_it_is_and_how_to_cite_it() -> None:
    text = elements(sample.REPORT).text
    assert "Minister van Werk · november 2024 · 2024-1" in text
    assert "4 beweringen: 1 ✓ klopt, 1 ✗ wijkt af, 2 ? niet te toetsen" in text
    assert "0 beweringen" in text
    for letter in (sample.LETTER, sample.EMPTY):
        assert f"{letter.name}, SHA-256 {letter.sha256}" in text


def test_a_report_links_to_the_source_only() -> None:
    assert {attributes["href"] for tag, attributes in elements(sample.REPORT).tags if tag == "a"} == {sample.CELL.url}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("![beeld](http://kwaad.example/a.png)", r"\!\[beeld\]\(http\://kwaad.example/a.png\)"),
        ("<img src=x>", r"\<img src=x\>"),
        ("a | b", r"a \| b"),
        ("www.kwaad.example", r"www\.kwaad.example"),
        ("**vet** _schuin_ `code` ~~door~~", r"\*\*vet\*\* \_schuin\_ \`code\` \~\~door\~\~"),
        ("van 66,0% naar 73,1%", "van 66,0% naar 73,1%"),
        ("regel\neinde", "regel einde"),
    ],
)
def test_markdown_in_a_letter_is_shown_not_obeyed(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_markdown_has_a_row_of_equal_length_per_claim() -> None:
    lines = [line for line in to_markdown(sample.REPORT).decode().splitlines() if line.startswith("|")]
    assert len(lines) == 2 + len(sample.CHECKS)
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in lines} == {9}


@given(st.text())
def test_no_text_breaks_out_of_its_markdown_cell(text: str) -> None:
    cell = escaped(text)
    assert "\n" not in cell
    assert not re.search(r"(?<!\\)(?:\\\\)*[|<>`\[\]]", cell)


def test_claimreview_reviews_every_judged_claim() -> None:
    reviews = json.loads(to_claimreview(sample.REPORT))
    assert [review["reviewRating"]["alternateName"] for review in reviews] == ["wijkt af", "klopt"]
    assert reviews[0]["itemReviewed"]["datePublished"] == "2024-11"
    assert reviews[0]["itemReviewed"]["appearance"]["sha256"] == sample.LETTER.sha256
    assert reviews[0]["creditText"].endswith(sample.LETTER.sha256)


# What search engines ask of a ClaimReview, and no property that schema.org does not know.
_THING = {"type": "object", "required": ["@type"]}
CLAIM_REVIEW = {
    "type": "object",
    "additionalProperties": False,
    "required": ["@context", "@type", "url", "claimReviewed", "reviewRating", "author", "itemReviewed", "datePublished"],
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "ClaimReview"},
        "url": {"type": "string", "pattern": r"^#[\w-]+$"},
        "inLanguage": {"enum": ["nl", "en"]},
        "datePublished": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
        "author": _THING | {"properties": {"@type": {"const": "Organization"}, "name": {"type": "string", "minLength": 1}}},
        "claimReviewed": {"type": "string", "minLength": 1},
        "itemReviewed": _THING
        | {
            "required": ["@type", "appearance"],
            "additionalProperties": False,
            "properties": {
                "@type": {"const": "Claim"},
                "name": {"type": "string"},
                "author": _THING,
                "datePublished": {"type": "string", "pattern": r"^\d{4}-\d\d(-\d\d)?$"},
                "appearance": _THING | {"properties": {"@type": {"const": "MediaObject"}, "sha256": {"type": "string", "minLength": 64}}},
            },
        },
        "reviewRating": {
            "type": "object",
            "required": ["@type", "ratingValue", "bestRating", "worstRating", "alternateName"],
            "additionalProperties": False,
            "properties": {
                "@type": {"const": "Rating"},
                "ratingValue": {"type": "integer", "minimum": 1, "maximum": 5},
                "bestRating": {"const": 5},
                "worstRating": {"const": 1},
                "alternateName": {"type": "string", "minLength": 1},
            },
        },
        "reviewBody": {"type": "string"},
        "creditText": {"type": "string"},
        "isBasedOn": {"type": "string", "pattern": "^https://"},
    },
}


@pytest.mark.parametrize("report", [sample.REPORT, sample.ENGLISH], ids=["nl", "en"])
def test_claimreview_validates(report: Report) -> None:
    for review in json.loads(to_claimreview(report)):
        jsonschema.validate(review, CLAIM_REVIEW)


def test_claimreview_points_to_places_of_the_report() -> None:
    places = {f"#{attributes['id']}" for _, attributes in elements(sample.REPORT).tags if "id" in attributes}
    assert {review["url"] for review in json.loads(to_claimreview(sample.REPORT))} <= places
