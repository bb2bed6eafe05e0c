"""Pdf with a text layer: reading order, page headers and numbers out, words whole, notes at their marks.

Scans without text, passwords and damage are said in one sentence. PDFium runs no scripts and fetches nothing.
"""

from __future__ import annotations

from collections import Counter

import pypdfium2
import pypdfium2.raw as pdfium

from labour.errors import LetterError
from loaders.readers.pdf_flow import story_of
from loaders.readers.pdf_lines import Line, lines_of, signs_of
from loaders.readers.pdf_margins import without_margins
from loaders.readers.pdf_notes import take_endnotes, take_notes
from loaders.readers.pdf_struck import bars_of, without_struck
from loaders.readers.pdf_tables import whole_rows
from loaders.readers.reading import Reading

MAX_PAGES = 2_000
MAX_CHARACTERS = 3_000_000


def read(content: bytes) -> Reading:
    """The letter with its page starts; headers and footers are its letterhead. Raises LetterError."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as problem:
        if getattr(problem, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise LetterError("de pdf is met een wachtwoord beveiligd", "the pdf is locked with a password") from None
        raise LetterError("de pdf is beschadigd", "the pdf is damaged") from None
    if len(document) > MAX_PAGES:
        raise LetterError(f"de pdf heeft meer dan {MAX_PAGES} bladzijden", f"the pdf has more than {MAX_PAGES} pages")
    pages, heights, total = [], [], 0
    for number in range(len(document)):
        try:
            page = document[number]
            textpage = page.get_textpage()
        except pypdfium2.PdfiumError:
            raise LetterError(f"bladzijde {number + 1} van de pdf is beschadigd", f"page {number + 1} of the pdf is damaged") from None
        total += textpage.count_chars()
        if total > MAX_CHARACTERS:
            raise LetterError("de pdf bevat te veel tekst", "the pdf holds too much text")
        pages.append(lines_of(without_struck(signs_of(textpage), bars_of(page)), number))
        heights.append(page.get_height())
        textpage.close()
        page.close()
    if not any(pages):
        raise LetterError("de pdf heeft geen tekstlaag (een scan?)", "the pdf has no text layer (a scan?)")
    pages, letterhead = without_margins(pages, heights)
    pages = [whole_rows(lines) for lines in pages]
    body, notes = take_endnotes(*take_notes(pages, _body_height(pages)))
    title = document.get_metadata_value("Title") or ""
    return story_of(body, notes).reading(letterhead, "" if title.startswith("Microsoft Word") else title)


def _body_height(pages: list[list[Line]]) -> float:
    """The height of the print that most of the letter has."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[line.height] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0
