"""What a reader of the printed Word letter sees, no more and no less."""

from __future__ import annotations

import pytest

from labour.errors import LetterError
from loaders.footnotes import find_footnotes
from loaders.readers import archive

from .documents import RELATIONS, docx, p, packed

NOTE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'


BOX = "<w:txbxContent>" + p("kader") + "</w:txbxContent>"


def r(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def text(body: str, **parts: str) -> str:
    return archive.read(docx(body, **parts)).text


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (p("Er zijn ", f"<w:ins>{r('106')}</w:ins>", "<w:del><w:r><w:delText>9</w:delText></w:r></w:del>", "."), "Er zijn 106."),
        (p("a ", f"<w:moveFrom>{r('weg')}</w:moveFrom><w:moveTo>{r('hier')}</w:moveTo>"), "a hier"),
        # a field: its code is not printed, its result is
        (p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 12</w:instrText></w:r>', r("3"), " keer"), "3 keer"),
        (p(f'<w:fldSimple w:instr="DATE">{r("13 december 2024")}</w:fldSimple>'), "13 december 2024"),
        (p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen</w:t></w:r>", "zichtbaar"), "zichtbaar"),
        (p('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>toch</w:t></w:r>'), "toch"),
        (p(f"<w:hyperlink>{r('CBS')}</w:hyperlink>", "<w:r><w:tab/><w:t>2024</w:t><w:br/><w:t>nieuw</w:t></w:r>"), "CBS\t2024\nnieuw"),
        (p("15", "<w:r><w:noBreakHyphen/></w:r>", "jarigen en", "<w:r><w:softHyphen/></w:r>", "zo"), "15-jarigen enzo"),
        # the end mark of a paragraph deleted: it runs on in the next
        ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Een </w:t></w:r></w:p>" + p("zin."), "Een zin."),
        # content controls around paragraphs and words
        ("<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>" + p("in een veld") + "</w:sdtContent></w:sdt>", "in een veld"),
        # a text box stands twice in the file and once in the letter
        (
            p("anker", f"<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{BOX}</wps:txbx></mc:Choice>"
              f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"),
            "anker\nkader",
        ),
        (p(f"<w:r><mc:AlternateContent><mc:Choice/><mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent></w:r>"), "kader"),
    ],
)  # fmt: skip
def test_what_is_printed(body: str, seen: str) -> None:
    assert text(body) == seen + "\n"


def cell(*paragraphs: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs) or p()}</w:tc>"


def test_a_table_keeps_each_cell_under_its_heading() -> None:
    rows = [
        cell(p("Sector")) + cell(p("Vacatures"), p("(x 1.000)")) + cell(p("Graad")),
        cell(p("Zorg")) + cell(p("65")) + cell(p("38")),
        cell(p("Samen"), properties='<w:gridSpan w:val="2"/>') + cell(p("103")),
        cell(p(), properties="<w:vMerge/>") + cell(p("1")) + cell(p("2")),
    ]
    table = (
        "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "<w:tr><w:trPr><w:del/></w:trPr>" + cell(p("9")) + "</w:tr></w:tbl>"
    )
    assert text(table) == "Sector\tVacatures (x 1.000)\tGraad\nZorg\t65\t38\nSamen\t\t103\n\t1\t2\n"


def test_notes_take_their_number_from_their_place_not_their_id() -> None:
    notes = '<w:footnote w:type="separator" w:id="-1">' + p("streep") + "</w:footnote>"
    notes += "".join(
        f'<w:footnote w:id="{number}">' + p("<w:r><w:footnoteRef/></w:r>", f" Noot {number}.") + "</w:footnote>" for number in (7, 3)
    )
    ends = '<w:endnote w:id="2">' + p("Eindnoot.") + "</w:endnote>"
    body = p("Een", NOTE.format(3), " en twee", NOTE.format(7), " en", '<w:r><w:endnoteReference w:id="2"/></w:r>', ".") + p("Verder.")
    read = text(body, footnotes=notes, endnotes=ends)
    assert read == "Een[footnoteRef:1] en twee[footnoteRef:2] en[footnoteRef:i]. [1:  Noot 3.]  [2:  Noot 7.]  [i:  Eindnoot.] \nVerder.\n"
    found = [(note.mark, read[note.start : note.end], note.anchor) for note in find_footnotes(read)]
    assert found == [("1", "Noot 3.", 3), ("2", "Noot 7.", 26), ("i", "Eindnoot.", 44)]


def test_the_note_of_a_deleted_reference_is_gone() -> None:
    notes = '<w:footnote w:id="1">' + p("weg") + '</w:footnote><w:footnote w:id="2">' + p("blijft") + "</w:footnote>"
    read = text(p("a", f"<w:del>{NOTE.format(1)}</w:del>", "b", NOTE.format(2)), footnotes=notes)
    assert read == "ab[footnoteRef:1] [1:  blijft] \n"


def test_a_note_in_a_table_follows_its_row() -> None:
    read = text(
        "<w:tbl><w:tr>" + cell(p("Zorg", NOTE.format(1))) + cell(p("65")) + "</w:tr></w:tbl>",
        footnotes='<w:footnote w:id="1">' + p("bron") + "</w:footnote>",
    )
    assert read == "Zorg[footnoteRef:1]\t65\n[1:  bron]\n"


def test_pages_begin_where_word_saw_them_begin() -> None:
    reading = archive.read(
        docx(p("een") + p("tw", "<w:r><w:lastRenderedPageBreak/></w:r>", "ee") + p('<w:r><w:br w:type="page"/></w:r>', "drie"))
    )
    assert reading.pages == (0, reading.text.index("ee\n"))


def test_pages_that_word_did_not_note_are_not_guessed() -> None:
    """A break of the writer's own says nothing of the pages before it."""
    assert archive.read(docx(p("een") + p('<w:r><w:br w:type="page"/></w:r>', "twee"))).pages == ()


def test_a_row_that_runs_on_begins_one_page() -> None:
    """Word notes the new page in every cell of the row, and a page without text as any other."""
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    row = "<w:tbl><w:tr>" + cell(p("Zorg", turn, "Bouw")) + cell(p("65", turn, "23")) + "</w:tr></w:tbl>"
    reading = archive.read(docx(p("een") + row + p(turn, turn, "vier")))
    assert reading.text == "een\nZorgBouw\t6523\nvier\n"
    assert reading.pages == (0, reading.text.index("Bouw"), *[reading.text.index("vier")] * 2)


def test_the_letterhead_is_kept_outside_the_text() -> None:
    reading = archive.read(docx(p("Geachte voorzitter,"), header=p("Datum") + p("13 december 2024")))
    assert (reading.text, reading.letterhead) == ("Geachte voorzitter,\n", "Datum\n13 december 2024")


def test_the_main_part_is_found_by_its_relation() -> None:
    assert archive.read(docx(p("elders"), main="word/document2.xml")).text == "elders\n"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (packed({"a.txt": "x"}), "geen docx of odt"),
        (
            packed(
                {
                    "[Content_Types].xml": "<Types/>",
                    "_rels/.rels": f'<R><R Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></R>',
                    "xl/workbook.xml": "<x/>",
                }
            ),
            "geen Word-document",
        ),
        (docx("<w:p>").replace(b"PK\x05\x06", b"PK\x05\x07"), "beschadigd"),
        (docx("<w:p>"), "ongeldige XML"),
    ],
)
def test_other_containers_are_refused(content: bytes, words: str) -> None:
    with pytest.raises(LetterError) as caught:
        archive.read(content)
    assert words in caught.value.nl or words in caught.value.en
