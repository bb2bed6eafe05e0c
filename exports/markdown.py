"""The table as Markdown, a section per letter. What letters say cannot become markup, a link or an image. Writes no file."""

from __future__ import annotations

import re

from exports.plain import plain
from exports.report import Report, headline
from exports.table import difference, human, published, stated
from labour import periods, source_names, wording
from labour.model import Check

_MARKUP = re.compile(r"([\\`*_\[\]{}<>()#!|~&@$^])")
_ADDRESS = re.compile(r"(?i)\b(www)\.|\b([a-z]+):(?=//)")


def escaped(text: str) -> str:
    """Text that Markdown shows as it is; addresses in it do not become links."""
    safe = _MARKUP.sub(r"\\\1", plain(text))
    return _ADDRESS.sub(lambda found: f"{found[1]}\\." if found[1] else f"{found[2]}\\:", safe)


def to_markdown(report: Report) -> bytes:
    """Per letter: the counts, the table and the cite line."""
    english = report.language == "en"
    heads = (
        ("Verdict", "Quote", "Stated", "Published", "Difference", "Period", "Source", "Explanation")
        if english
        else ("Oordeel", "Citaat", "Beweerd", "Gepubliceerd", "Verschil", "Periode", "Bron", "Toelichting")
    )
    parts = [f"# Cijfertoets: {'claims and figures' if english else 'beweringen en cijfers'}\n"]
    for (letter, checks), cite in zip(report.by_letter(), report.cites(), strict=True):
        parts.append(f"## {escaped(letter.title or letter.name)}\n")
        parts.append(headline(checks, report.language) + "\n")
        if checks:
            lines = [heads, ("---",) * len(heads), *(_row(check, report) for check in checks)]
            parts.append("\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n")
        parts.append(f"{escaped(cite)}\n")
    return "\n".join(parts).encode()


def _row(check: Check, report: Report) -> tuple[str, ...]:
    language = report.language
    said = [(check.explanation_en if language == "en" else check.explanation_nl) or wording.reason(check.reason, language)]
    if report.judgement_of(check):
        said.append(f"{'Human verdict' if language == 'en' else 'Menselijk oordeel'}: {human(check, report)}")
    source = escaped(source_names.named(check.evidence[0].source, language)) if check.evidence else ""
    if source and check.source_url.startswith("https://"):
        source = f"[{source}](<{check.source_url.replace('>', '%3E').replace('|', '%7C')}>)"
    return (
        wording.verdict(check.verdict, language),
        escaped(check.claim.quote),
        escaped(stated(check, language)),
        escaped(published(check, language)),
        difference(check, language),
        escaped(periods.name(check.claim.period, language)),
        source,
        escaped(" ".join(said)),
    )
