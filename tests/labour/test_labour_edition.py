"""The cite line and the letter's date in words."""

from __future__ import annotations

from datetime import date

import pytest

from labour.edition import Edition, cite, letter_date
from labour.model import Letter

LETTER = Letter("brief", "", day=date(2024, 11, 30), precision="month", sha256="ab" * 32)
EDITION = Edition(date(2026, 11, 21), date(2026, 7, 2), "", version="9.9.9")


@pytest.mark.parametrize(
    ("edition", "language", "line"),
    [
        (EDITION, "nl", "Cijfertoets 9.9.9, stand van de cijfers 2 juli 2026, getoetst op 21 november 2026"),
        (EDITION, "en", "Cijfertoets 9.9.9, state of the figures 2 July 2026, checked on 21 November 2026"),
        (
            Edition(date(2026, 11, 21), date(2024, 10, 1), "", date(2024, 12, 13), version="9.9.9"),
            "nl",
            "Cijfertoets 9.9.9, stand van de cijfers 1 oktober 2024, zoals bekend op 13 december 2024, getoetst op 21 november 2026",
        ),
        (
            Edition(date(2026, 11, 21), None, "", version="9.9.9"),
            "en",
            "Cijfertoets 9.9.9, state of the figures unknown, checked on 21 November 2026",
        ),
    ],
)
def test_the_cite_line(edition: Edition, language: str, line: str) -> None:
    assert cite(edition, language=language) == line
    assert cite(edition, LETTER, language) == f"{line}, brief, SHA-256 {'ab' * 32}"


@pytest.mark.parametrize(
    ("letter", "nl", "en"),
    [
        (LETTER, "november 2024", "November 2024"),
        (Letter("brief", "", day=date(2024, 12, 13), precision="day"), "13 december 2024", "13 December 2024"),
        (Letter("brief", ""), "", ""),
    ],
)
def test_a_letter_is_dated_as_precisely_as_is_known(letter: Letter, nl: str, en: str) -> None:
    assert (letter_date(letter), letter_date(letter, "en")) == (nl, en)
