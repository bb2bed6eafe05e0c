"""Pdf: lines back to paragraphs, notes by size and place, what repeats on every page taken out."""

from __future__ import annotations

import pytest

from labour.errors import LetterError
from loaders.footnotes import find_footnotes
from loaders.readers import pdf as reader
from loaders.readers.pdf_lines import HYPHEN, joined

from .documents import pdf, printed


def lines(*texts: str, top: float = 700, size: float = 10) -> list[tuple[float, float, float, str]]:
    """Lines of one paragraph, 13 points apart."""
    return [(70, top - 13 * place, size, text) for place, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("de arbeids", "markt", "de arbeids markt"),
        ("de arbeids" + HYPHEN, "markt is", "de arbeidsmarkt is"),
        ("goedge-", "keurd", "goedgekeurd"),
        ("15-", "75 jaar", "15-75 jaar"),
        ("55" + HYPHEN, "plussers", "55-plussers"),
        ("WW" + HYPHEN, "uitkering", "WW-uitkering"),
        ("Noord-", "Holland", "Noord-Holland"),
        ("arbeidsvraag" + HYPHEN, "als aanbod", "arbeidsvraag- als aanbod"),
        ("inkomens-", "en roosterzekerheid", "inkomens- en roosterzekerheid"),
        ("van-werk" + HYPHEN, "naar-werk", "van-werk-naar-werk"),
        ("cao" + HYPHEN, "lonen", "cao-lonen"),
        ("UWV-spannings" + HYPHEN, "indicator", "UWV-spanningsindicator"),
        ("Beuke" + HYPHEN, "ring-Huijbregts", "Beukering-Huijbregts"),
        ("2009 –", "2011", "2009 – 2011"),
    ],
)
def test_lines_joined(before: str, after: str, whole: str) -> None:
    assert joined(before, after) + after == whole


def test_paragraphs_notes_and_margins() -> None:
    def page(number: int, *body: tuple[float, float, float, str]) -> str:
        return printed((70, 800, 7, "Datum"), (70, 790, 7, "13 december 2024"), *body, (70, 40, 7, f"Pagina {number} van 2"))

    first = page(
        1,
        *lines("In het derde kwartaal van 2024 waren er volgens het CBS 397 duizend openstaande", "vacatures."),
        (116, 691, 5.8, "1"),
        (122, 687, 10, "Dat blijft veel in historisch opzicht, ook al daalt het aantal nu een aantal"),
        (
            70,
            674,
            10,
            "kwartalen op rij. De vacaturegraad is 44 en 4,7 km) Tj 4 Ts /F1 6 Tf (2) Tj 0 Ts /F1 10 Tf ( is geen noot; de arbeids-",
        ),
        (70, 80, 7, "1 Zie CBS. De noot loopt"),
        (70, 71, 7, "door op de volgende bladzijde en"),
    )
    second = page(
        2,
        *lines("markt blijft krap."),
        *lines("Kop", top=660),
        *lines("Een nieuwe alinea met noot", top=634),
        (191, 638, 5.8, "2"),
        (70, 80, 7, "eindigt hier."),
        (70, 71, 7, "2 Kamerstuk 29 544."),
    )
    reading = reader.read(pdf(first, second))
    assert reading.text == (
        "In het derde kwartaal van 2024 waren er volgens het CBS 397 duizend openstaande vacatures.[footnoteRef:1] Dat blijft veel in "
        "historisch opzicht, ook al daalt het aantal nu een aantal kwartalen op rij. De vacaturegraad is 44 en 4,7 km2 is geen noot; de "
        "arbeidsmarkt blijft krap. [1:  Zie CBS. De noot loopt door op de volgende bladzijde en eindigt hier.] \n"
        "Kop\nEen nieuwe alinea met noot[footnoteRef:2] [2:  Kamerstuk 29 544.] \n"
    )
    assert reading.letterhead == "Datum\n13 december 2024"
    assert [reading.text[start : start + 5] for start in reading.pages] == ["In he", "markt"]
    assert [note.mark for note in find_footnotes(reading.text)] == ["1", "2"]


def test_a_mark_as_large_as_the_text_is_found_by_its_place() -> None:
    page = printed(
        *lines("Er zijn 12 duizend mensen begeleid naar een andere baan5. Volgens de 5 partijen", "is dat genoeg."),
        (70, 60, 7, "5 Kamerstuk 33 566."),
    )
    before = printed(
        *lines(*(f"Zin{number}" for number in range(1, 5))),
        *((70, 90 - 9 * number, 7, f"{number} Noot {number}.") for number in range(1, 5)),
    )
    text = reader.read(pdf(before, page)).text
    assert "andere baan[footnoteRef:5]. Volgens de 5 partijen is dat genoeg. [5:  Kamerstuk 33 566.]" in text


def test_cells_of_a_table_stay_in_their_row() -> None:
    rows = [("Sector", "Vacatures \\(x 1.000\\)"), ("Zorg", "65"), ("Bouw", "23")]
    body = [(left, 700 - 20 * place, 10, text) for place, row in enumerate(rows) for left, text in zip((70, 250), row, strict=True)]
    assert reader.read(pdf(printed(*body))).text == "Sector\tVacatures (x 1.000)\nZorg\t65\nBouw\t23\n"


def drawn(*cells: tuple[float, float, str], pitch: float = 12) -> list[tuple[float, float, float, str]]:
    """Cells of (left, base of the first line, lines parted by |) in the order in which programs draw them."""
    return [(left, base - pitch * place, 10, line) for left, base, text in cells for place, line in enumerate(text.split("|"))]


HEADING = ((70, 700, "Sector"), (200, 700, "Vacatures|\\(x 1.000\\)|in 2023"), (330, 700, "Graad in|2023"))


@pytest.mark.parametrize(
    ("cells", "seen"),
    [
        # cells begin at one height
        ((*HEADING, (70, 650, "Gezondheids- en|welzijn"), (200, 650, "65"), (330, 650, "40")), "Gezondheids- en welzijn\t65\t40"),
        ((*HEADING, (70, 650, "Bouw"), (200, 650, "23"), (330, 650, "60")), "Bouw\t23\t60"),
        # or have one middle, as browsers print them
        ((*HEADING, (70, 662, "Zorg en|welzijn|samen"), (200, 650, "65"), (330, 650, "40")), "Zorg en welzijn samen\t65\t40"),
        ((*HEADING, (70, 644, "Bouw"), (200, 650, "23|of 24"), (330, 644, "60")), "Bouw\t23 of 24\t60"),
        # an empty cell draws nothing; the figure stays under its heading
        ((*HEADING, (70, 650, "Bouw"), (335, 650, "60")), "Bouw\t\t60"),
        ((*HEADING, (205, 650, "23"), (335, 650, "60")), "\t23\t60"),
        # two figures are never made one
        ((*HEADING, (70, 650, "Zorg"), (200, 650, "65"), (330, 650, "40"), (330, 638, "39")), "Zorg\t65\t40\n39"),
    ],
)  # fmt: skip
def test_cells_of_more_lines_stay_in_their_row_and_column(cells: tuple[tuple[float, float, str], ...], seen: str) -> None:
    text = reader.read(pdf(printed(*drawn(*cells)))).text
    assert text == f"Sector\tVacatures (x 1.000) in 2023\tGraad in 2023\n{seen}\n"


def test_headings_in_two_rows_and_rows_with_gaps_share_their_columns() -> None:
    cells = (
        *((70, 700, "Sector"), (200, 700, "Vacatures \\(x 1.000\\)"), (400, 700, "Spanning")),
        *((200, 680, "2023"), (270, 680, "2024"), (400, 680, "2024")),
        *((70, 660, "Zorg"), (200, 660, "61,2"), (400, 660, "112")),
        *((70, 640, "Bouw en|verwante"), (270, 640, "24,1")),
    )
    assert reader.read(pdf(printed(*drawn(*cells)))).text == (
        "Sector\tVacatures (x 1.000)\t\tSpanning\n\t2023\t2024\t2024\nZorg\t61,2\t\t112\nBouw en verwante\t\t24,1\t\n"
    )


def test_two_short_columns_are_no_row_of_a_table() -> None:
    columns = drawn((60, 700, "Er waren 106 vacatures per 100|werklozen."), (320, 700, "Dat is veel. De krapte houdt aan|in 2024."))
    assert "\t" not in reader.read(pdf(printed(*columns))).text


def test_a_note_in_a_table_follows_its_row() -> None:
    rows = [(70, 700, 10, "Sector"), (250, 700, 10, "Banen"), (70, 680, 10, "Zorg) Tj 4 Ts /F1 6 Tf (1) Tj 0 Ts ("), (250, 680, 10, "65")]
    assert reader.read(pdf(printed(*rows, (70, 60, 7, "1 CBS.")))).text == "Sector\tBanen\nZorg[footnoteRef:1]\t65\n[1:  CBS.]\n"


@pytest.mark.parametrize(("mark", "second"), [("1", "2"), ("i", "ii")])
def test_notes_at_the_end_of_the_letter(mark: str, second: str) -> None:
    def raised(sign: str, text: str) -> str:
        return f") Tj 4 Ts /F1 6 Tf ({sign}) Tj 0 Ts /F1 10 Tf ( {text}"

    first = printed(
        *lines(f"Er waren 106 vacatures.{raised(mark, 'Dat is veel.')}"),
        *lines(f"En 99 in 2019.{raised(second, 'Ook veel.')}", top=670),
        *lines("Hoogachtend,", top=640),
    )
    last = printed(
        *lines(raised(mark, "CBS, 2024, en nog"), "een regel.", raised(second, "UWV."), top=600),
        (70, 500, 10, "Over deze website"),
    )
    assert reader.read(pdf(first, last)).text == (
        f"Er waren 106 vacatures.[footnoteRef:{mark}] Dat is veel. [{mark}:  CBS, 2024, en nog een regel.] \n"
        f"En 99 in 2019.[footnoteRef:{second}] Ook veel. [{second}:  UWV.] \nHoogachtend,\nOver deze website\n"
    )


@pytest.mark.parametrize(
    ("bar", "seen"),
    [
        ("108.4 702.5 12.6 0.8 re f", "Er waren 106 vacatures."),  # through 99, which was taken out
        ("108.4 698 12.6 0.8 re f", "Er waren 99 106 vacatures."),  # under it
        ("60 702.5 400 0.8 re f", "Er waren 99 106 vacatures."),  # a rule that happens to cross the line
        ("0.8 w 108.4 702.9 m 121 702.9 l S", "Er waren 106 vacatures."),  # drawn as a line
    ],
)
def test_what_is_struck_out_is_no_part_of_the_letter(bar: str, seen: str) -> None:
    page = printed((70, 700, 10, "Er waren "), (109.5, 700, 10, "99 "), (123, 700, 10, "106 vacatures.")) + f"\n{bar}"
    assert reader.read(pdf(page)).text == f"{seen}\n"


def test_a_long_deletion_parts_no_line() -> None:
    words = "Er waren naar wij menen zeker wel 106 vacatures."
    whole = printed((70, 700, 10, words))
    struck = whole + "\n112.8 702.5 112.8 0.8 re f"  # from "naar" up to "wel"
    assert reader.read(pdf(struck)).text == "Er waren  106 vacatures.\n"


def test_pages_without_text_count() -> None:
    reading = reader.read(pdf("", printed(*lines("Op bladzijde twee.")), "", printed(*lines("Op bladzijde vier."))))
    assert [sum(start <= reading.text.index(word) for start in reading.pages) for word in ("twee", "vier")] == [2, 4]


def test_items_of_a_list_are_whole_and_apart() -> None:
    body = [
        (70, 700, 10, "•"),
        (95, 700, 10, "Zorg: in 2033 bedraagt het tekort in de sector volgens de prognose 195.000"),
        (95, 687, 10, "personen."),
    ]
    body += [(70, 674, 10, "2."), (95, 674, 10, "Onderwijs: het tekort is 9.800 fte.")]
    assert reader.read(pdf(printed(*body))).text.split("\n")[0].endswith("volgens de prognose 195.000 personen.")


def test_the_column_beside_the_letter_is_no_part_of_its_text() -> None:
    column = [(450, 640, 7, "Onze referentie"), (450, 630, 7, "2024-0000123")]
    texts = ("De krapte houdt aan.", "Er zijn 397 duizend vacatures.", "Dat blijft veel.")
    pages = [printed(*column, *lines(text)) for text in texts]
    reading = reader.read(pdf(*pages))
    assert (reading.text.split(), reading.letterhead) == (" ".join(texts).split(), "Onze referentie\n2024-0000123")


def test_two_columns_drawn_line_by_line_are_read_one_after_the_other() -> None:
    left = [(60, 700 - 13 * place, 10, f"links {place} met woorden") for place in range(12)]
    right = [(330, 700 - 13 * place, 10, f"rechts {place} met woorden") for place in range(12)]
    shuffled = [piece for pair in zip(reversed(left), reversed(right), strict=True) for piece in pair]
    text = reader.read(pdf(printed(*shuffled))).text
    assert text.index("links 11") < text.index("rechts 0")


def test_a_raised_sign_that_is_no_number_is_no_mark() -> None:
    page = printed(*lines("De oppervlakte is 4 km", "en dat is veel."), (70, 63, 4, "²"), (73, 60, 7, "hoogte"), (70, 50, 7, "1 CBS."))
    assert "De oppervlakte is 4 km" in reader.read(pdf(page)).text


def test_size_may_be_in_the_matrix() -> None:
    page = "BT /F1 1 Tf 10 0 0 10 70 700 Tm (Er waren 106 vacatures) Tj 5.8 0 0 5.8 180 704 Tm (1) Tj ET"
    page += "\nBT /F1 1 Tf 7 0 0 7 70 60 Tm (1 CBS.) Tj ET"
    assert reader.read(pdf(page)).text == "Er waren 106 vacatures[footnoteRef:1] [1:  CBS.] \n"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7\n" + b"x" * 500, "beschadigd"),
        (pdf(""), "geen tekstlaag"),
        (pdf(*[""] * 2001), "meer dan 2000 bladzijden"),
    ],
)
def test_what_cannot_be_read(content: bytes, words: str) -> None:
    with pytest.raises(LetterError, match=words):
        reader.read(content)
