"""A printable report: one HTML page that needs nothing else, a section per letter. Writes no file.

No script, nothing fetched: the page carries a policy that forbids both. Every text is escaped.
"""

from __future__ import annotations

from html import escape

from exports.plain import plain
from exports.report import Report, counts, headline
from exports.table import difference, human, published, stated
from labour import edition, periods, source_names, wording
from labour.model import Check, Letter

# Colours are those of the pictures: apart from each other for every kind of colour sight, 4.5:1 on white; the sign says the same.
_STYLE = """
body { font: 10.5pt/1.4 "Segoe UI", "Liberation Sans", "DejaVu Sans", sans-serif; color: #1a1a1a }
body { margin: 2rem auto; max-width: 75rem; padding: 0 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; margin: 0 } section { margin: 2rem 0; break-before: page }
section:first-of-type { break-before: auto }
ul.counts { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem 1.5rem } ul.counts b { font-size: 1.3rem }
table { border-collapse: collapse; width: 100%; font-size: 9pt } th, td { text-align: left; vertical-align: top; padding: .3rem .4rem }
th { border-bottom: 2px solid #154273 } td { border-bottom: 1px solid #ccc; overflow-wrap: anywhere }
td.number { text-align: right; white-space: nowrap } tr { break-inside: avoid } thead { display: table-header-group }
.deviates, .inconsistent { color: #a03200; font-weight: 600 } .supported, .supported_when_published, .consistent { color: #0b5cad }
.unverifiable { color: #595959 } .cite { font-size: 8.5pt; color: #444; overflow-wrap: anywhere }
@media print { body { margin: 0; max-width: none } a { color: inherit; text-decoration: none } @page { size: A4 landscape; margin: 12mm } }
"""

_HEADS = {
    "nl": ("Oordeel", "Citaat", "Beweerd", "Gepubliceerd", "Verschil", "Periode", "Bron en stand", "Toelichting"),
    "en": ("Verdict", "Quote", "Stated", "Published", "Difference", "Period", "Source and state", "Explanation"),
}


def to_html(report: Report) -> bytes:
    """The report of all letters; each begins on a new sheet of paper."""
    english = report.language == "en"
    title = "Cijfertoets: claims and figures" if english else "Cijfertoets: beweringen en cijfers"
    sections = "".join(_section(letter, checks, report) for letter, checks in report.by_letter())
    notice = (
        "CBS figures: Statistics Netherlands (CBS), CC BY 4.0. A verdict says what the figures held say; it is no opinion of CBS."
        if english
        else "Cijfers: CBS, CC BY 4.0. Een oordeel zegt wat de vastgelegde cijfers zeggen; het is geen oordeel van het CBS."
    )
    return f"""<!DOCTYPE html>
<html lang="{report.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{_STYLE}</style>
</head>
<body>
<h1>{title}</h1>
{sections}<p class="cite">{notice}</p>
</body>
</html>
""".encode()


def _text(text: str) -> str:
    return escape(plain(text))


def _section(letter: Letter, checks: list[Check], report: Report) -> str:
    language = report.language
    about = " · ".join(part for part in (letter.sender, edition.letter_date(letter, language), letter.reference) if part)
    tally = "".join(
        f'<li class="{verdict}"><b>{count}</b> {wording.verdict(verdict, language)}</li>'
        for verdict, count in counts(checks).items()
        if count
    )
    table = ""
    if checks:
        heads = "".join(f'<th scope="col">{head}</th>' for head in _HEADS[language])
        table = f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(_row(check, report) for check in checks)}</tbody></table>\n"
    return (
        f"<section>\n<h2>{_text(letter.title or letter.name)}</h2>\n<p>{_text(about)}</p>\n<p>{headline(checks, language)}</p>\n"
        f'<ul class="counts">{tally}</ul>\n{table}<p class="cite">{_text(edition.cite(report.edition, letter, language))}</p>\n</section>\n'
    )


def _row(check: Check, report: Report) -> str:
    language = report.language
    sources = "<br>".join(
        _text(f"{source_names.named(source, language)} {wording.status(status, language)}".strip())
        for source, status in dict.fromkeys((evidence.source, evidence.status) for evidence in check.evidence)
    )
    if check.source_url.startswith("https://"):
        sources = f'<a href="{escape(check.source_url)}" rel="noreferrer">{sources or _text(check.source_url)}</a>'
    explanation = (check.explanation_en if language == "en" else check.explanation_nl) or wording.reason(check.reason, language)
    notes = [explanation, *(wording.caveat(caveat, language) for caveat in check.caveats)]
    if report.judgement_of(check):
        notes.append(f"{'Human verdict' if language == 'en' else 'Menselijk oordeel'}: {human(check, report)}")
    cells = (
        f'<td class="{check.verdict}">{wording.verdict(check.verdict, language)}</td>',
        f"<td><bdi>{_text(check.claim.quote)}</bdi></td>",
        f'<td class="number">{_text(stated(check, language))}</td>',
        f'<td class="number">{_text(published(check, language))}</td>',
        f'<td class="number">{difference(check, language)}</td>',
        f"<td>{_text(periods.name(check.claim.period, language))}</td>",
        f"<td>{sources}</td>",
        f"<td>{'<br>'.join(_text(note) for note in notes if note)}</td>",
    )
    return f'<tr id="{_text(anchor(check))}">{"".join(cells)}</tr>\n'


def anchor(check: Check) -> str:
    """The name of a claim within a page: letter and place."""
    return "".join(sign if sign.isalnum() else "-" for sign in f"{check.claim.letter}-{check.claim.start}-{check.claim.end}")
