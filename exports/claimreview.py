"""Verdicts as schema.org ClaimReview in JSON-LD, for whoever publishes a fact check. Writes no file.

Only claims with a verdict are given: "cannot be checked" is no review. ``url`` is the claim's place on the page that carries
the JSON-LD, as search engines ask where a page reviews several claims; the report of exports/webpage.py has those places.
"""

from __future__ import annotations

from typing import Any

from exports.jsonl import dump
from exports.plain import plain
from exports.report import Report
from exports.table import human
from exports.webpage import anchor
from labour import edition, wording
from labour.model import Check, Letter

# From 1 (false) to 5 (true), the scale of the schema; revised since: it was true, and is no longer the figure.
_RATINGS = {"supported": 5, "consistent": 5, "supported_when_published": 4, "inconsistent": 2, "deviates": 1}


def to_claimreview(report: Report) -> bytes:
    """A JSON array of ClaimReview objects, each complete by itself."""
    reviews = [_review(check, letter, report) for letter, checks in report.by_letter() for check in checks if check.verdict in _RATINGS]
    return ("[" + ",\n".join(dump(review) for review in reviews) + "]\n").encode()


def _review(check: Check, letter: Letter, report: Report) -> dict[str, Any]:
    language = report.language
    appearance: dict[str, Any] = {"@type": "MediaObject", "name": plain(letter.title or letter.name), "sha256": letter.sha256}
    claim: dict[str, Any] = {"@type": "Claim", "name": _claimed(check, letter), "appearance": appearance}
    if letter.reference:
        appearance["identifier"] = plain(letter.reference)
    if letter.sender:
        claim["author"] = {"@type": "Organization", "name": plain(letter.sender)}
    if letter.day is not None:
        # a letter of which only the month is known has no day to give
        claim["datePublished"] = f"{letter.day:%Y-%m}" if letter.precision == "month" else letter.day.isoformat()
    review: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": f"#{anchor(check)}",
        "inLanguage": language,
        "datePublished": report.edition.day.isoformat(),
        "author": {"@type": "Organization", "name": "Cijfertoets"},
        "claimReviewed": _claimed(check, letter),
        "itemReviewed": claim,
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": _RATINGS[check.verdict],
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": wording.name(wording.VERDICT_NAMES, check.verdict, language),
        },
        "reviewBody": plain(check.explanation_en if language == "en" else check.explanation_nl),
        "creditText": edition.cite(report.edition, letter, language),
    }
    if report.judgement_of(check):
        review["reviewBody"] += f" {'Human verdict' if language == 'en' else 'Menselijk oordeel'}: {human(check, report)}."
    if check.source_url:
        review["isBasedOn"] = check.source_url
    return review


def _claimed(check: Check, letter: Letter) -> str:
    """The sentence that the claim stands in, where it is known; else the quote."""
    start, end = check.claim.sentence
    return plain(letter.text[start:end]) or plain(check.claim.quote)
