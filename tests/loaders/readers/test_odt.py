"""OpenDocument: text as printed, notes with their marks, tables by row."""

from __future__ import annotations

import pytest

from labour.errors import LetterError
from loaders.readers import archive

from .documents import ODF, odt, packed

NOTE = (
    "<text:note text:note-class='footnote'><text:note-citation>{0}</text:note-citation>"
    "<text:note-body><text:p>{1}</text:p></text:note-body></text:note>"
)


def row(*cells: str) -> str:
    return "<table:table-row>" + "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells) + "</table:table-row>"


ITEM = "<text:list-item><text:p>{}</text:p></text:list-item>"


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        ("<text:h>Kop</text:h><text:p>Alinea.</text:p>", "Kop\nAlinea.\n"),
        # white space of the file counts once, the spaces that are meant are elements
        ("<text:p>a  b\n   c<text:s text:c='2'/>d<text:tab/>e<text:line-break/>f</text:p>", "a b c  d\te\nf\n"),
        ("<text:p>a <text:span> b</text:span></text:p>", "a b\n"),
        ("<text:tracked-changes><text:p>gewist</text:p></text:tracked-changes><text:p>blijft<text:change/></text:p>", "blijft\n"),
        ("<text:p>a<office:annotation><text:p>opmerking</text:p></office:annotation>b</text:p>", "ab\n"),
        (f"<text:list>{ITEM.format('een')}{ITEM.format('twee')}</text:list>", "een\ntwee\n"),
        ("<text:p>anker<draw:frame><draw:text-box><text:p>kader</text:p></draw:text-box></draw:frame></text:p>", "anker\nkader\n"),
        (f"<text:p>Zie{NOTE.format(4, 'de <text:span>noot</text:span>')} hier.</text:p>", "Zie[footnoteRef:4] hier. [4:  de noot] \n"),
        (
            f"<table:table><table:table-header-rows>{row('<text:p>Sector</text:p>', '<text:p>Banen</text:p><text:p>(x 1.000)</text:p>')}"
            "</table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned='2'>"
            "<text:p>Samen</text:p></table:table-cell><table:covered-table-cell/></table:table-row>"
            "<table:table-row><table:table-cell table:number-columns-repeated='2'/></table:table-row></table:table>",
            "Sector\tBanen (x 1.000)\nSamen\t\n",
        ),
    ],
)  # fmt: skip
def test_what_is_printed(content: str, seen: str) -> None:
    assert archive.read(odt(content)).text == seen


def test_the_letterhead_is_kept_and_pages_are_not_guessed() -> None:
    """LibreOffice notes some page starts and not others: a page counted from these would be wrong."""
    styles = "<style:master-page><style:header><text:p>Datum</text:p><text:p>26 mei 2026</text:p></style:header></style:master-page>"
    reading = archive.read(odt("<text:p>een</text:p><text:p>tw<text:soft-page-break/>ee</text:p>", styles=styles))
    assert (reading.text, reading.pages, reading.letterhead) == ("een\ntwee\n", (), "Datum\n26 mei 2026")


def test_a_spreadsheet_is_no_letter() -> None:
    content = f"<office:document-content {ODF}><office:body><office:spreadsheet/></office:body></office:document-content>"
    with pytest.raises(LetterError, match="geen tekst"):
        archive.read(packed({"content.xml": content}))
