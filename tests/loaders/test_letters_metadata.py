"""What letters say of themselves, and what officielebekendmakingen.nl says of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from labour.model import Letter
from loaders.metadata import described
from loaders.publications import read_record, record_beside
from loaders.readers.reading import Reading

PAPER = """29 544
Arbeidsmarktbeleid
Nr. 1260 BRIEF VAN DE MINISTERS VAN SOCIALE ZAKEN EN WERKGELEGENHEID EN VAN ECONOMISCHE ZAKEN
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 13 december 2024
In deze brief van 1 mei 2020 staat veel.
"""


def read(text: str, letterhead: str = "", title: str = "", record: dict[str, str] | None = None) -> Letter:
    return described(Letter("x", text), Reading(text, (), letterhead, title), record or {})


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("Den Haag, 13 december 2024\n\nGeachte voorzitter,", date(2024, 12, 13), "day"),
        ("Aan de Voorzitter\n’s-Gravenhage, 3 mei 2011\n", date(2011, 5, 3), "day"),
        ("Datum 26 mei 2026\nBetreft Reactie", date(2026, 5, 26), "day"),
        ("**Datum**\n\n26 mei 2026\n", date(2026, 5, 26), "day"),
        ("Datum: 26-05-2026", date(2026, 5, 26), "day"),
        ("Datum\t1 juli 2025\tKenmerk\t2025-1", date(2025, 7, 1), "day"),
        ("Utrecht, november 2024\n", date(2024, 11, 30), "month"),
        ("Datum publicatie\t19 december 2024\n", None, ""),  # the paper's date, not the letter's
        ("In een brief van 13 december 2024, die u kent, staat 3 procent.", None, ""),
        ("Den Haag, 31 februari 2024\n", None, ""),
        ("De Kamer besloot in Den Haag, 13 december 2024, anders.", None, ""),
        ("x\n" * 9000 + "Den Haag, 13 december 2024\nDe Minister van Financiën,\n", date(2024, 12, 13), "day"),
    ],
)
def test_dates(text: str, day: date | None, precision: str) -> None:
    letter = read(text)
    assert (letter.day, letter.precision) == (day, precision)
    assert bool(letter.date_from) == (day is not None)


@pytest.mark.parametrize(
    ("text", "letterhead", "reference"),
    [
        (PAPER, "Vergaderjaar 2024-2025", "Kamerstukken II 2024/25, 29544, nr. 1260"),
        (PAPER, "Tweede Kamer, vergaderjaar 2024–2025, 29 544, nr. 1260", "Kamerstukken II 2024/25, 29544, nr. 1260"),
        (PAPER, "", ""),  # without the session it cannot be cited
        ("x", "Eerste Kamer, vergaderjaar 1999–2000, 26 800 XV, nr. 12a", "Kamerstukken I 1999/00, 26800 XV, nr. 12a"),
        ("Onze referentie\n2026-0000185362\n", "", "2026-0000185362"),
        ("**Ons kenmerk**  \nAV/RV/2001/1234", "", "AV/RV/2001/1234"),
        ("Dit volgt uit (Kamerstukken II 2023/24, 29544, nr. 1)." + " " * 2000, "", "Kamerstukken II 2023/24, 29544, nr. 1"),
        ("Uw kenmerk is onbekend.", "", ""),
    ],
)
def test_references(text: str, letterhead: str, reference: str) -> None:
    assert read(text, letterhead).reference == reference


@pytest.mark.parametrize(
    ("text", "sender"),
    [
        ("De Minister van Financiën,\n\n\nA.B. de Vries\n", "Minister van Financiën (A.B. de Vries)"),
        (
            "De minister van Economische Zaken,\nD.S. Beljaarts\n\nDe staatssecretaris Funderend Onderwijs,\nM.L.J. Paul\n",
            "Minister van Economische Zaken (D.S. Beljaarts); Staatssecretaris Funderend Onderwijs (M.L.J. Paul)",
        ),
        (PAPER, "Ministers van sociale zaken en werkgelegenheid en van economische zaken"),
        ("De minister van Financiën heeft 3 plannen.\nDie zijn goed.\n", ""),
    ],
)
def test_senders(text: str, sender: str) -> None:
    assert read(text).sender == sender


def test_titles() -> None:
    assert read("Datum 26 mei 2026\nBetreft Reactie brief ultimatum\nGeachte", title="Microsoft").title == "Reactie brief ultimatum"
    assert read("Geachte voorzitter", title=" Brief  over\nwerk ").title == "Brief over werk"


RECORD = b"""<?xml version="1.0"?><metadata_gegevens>
<metadata name="DC.identifier" scheme="OVERHEIDop.KstID" content="kst-29544-1260"/>
<metadata name="DC.title" content="Arbeidsmarktbeleid; Brief regering; Uitwerking plannen"/>
<metadata name="OVERHEIDop.documenttitel" content="Uitwerking plannen arbeidsmarktkrapte"/>
<metadata name="DC.creator" content="Tweede Kamer"/>
<metadata name="OVERHEIDop.indiener" content="Y.J. van Hijum"/>
<metadata name="OVERHEIDop.dossiernummer" content="29544"/><metadata name="OVERHEIDop.ondernummer" content="1260"/>
<metadata name="OVERHEIDop.vergaderjaar" content="2024-2025"/>
<metadata name="DCTERMS.issued" content="2024-12-13"/></metadata_gegevens>"""


def test_a_record_of_a_publication() -> None:
    assert read_record(RECORD) == {
        "identifier": "kst-29544-1260",
        "title": "Uitwerking plannen arbeidsmarktkrapte",
        "sender": "Y.J. van Hijum",
        "reference": "Kamerstukken II 2024/25, 29544, nr. 1260",
        "issued": "2024-12-13",
    }


@pytest.mark.parametrize("content", [b"", b"<a", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"<metadata_gegevens/>"])
def test_a_record_that_says_nothing(content: bytes) -> None:
    assert read_record(content) == {}


def test_the_letters_own_date_goes_before_that_of_the_publication() -> None:
    record = read_record(RECORD)
    assert read("Den Haag, 12 december 2024\n", record=record).day == date(2024, 12, 12)
    assert read("Geachte voorzitter", record=record).day == date(2024, 12, 13)
    assert read("Den Haag, 12 december 2024\n", record={**record, "date": "2024-12-10"}).day == date(2024, 12, 10)


def test_a_record_counts_only_for_its_own_letter(tmp_path: Path) -> None:
    letter, other = tmp_path / "kst-29544-1260.pdf", tmp_path / "andere.pdf"
    for path in (letter, other):
        path.write_bytes(b"x")
    (tmp_path / "metadata.xml").write_bytes(RECORD)
    assert record_beside(letter)["sender"] == "Y.J. van Hijum"
    assert record_beside(other) == {}
    (tmp_path / "andere.metadata.xml").write_bytes(RECORD.replace(b"1260", b"1261"))
    assert record_beside(other)["reference"].endswith("nr. 1261")
