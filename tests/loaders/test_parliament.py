"""Letters from the Tweede Kamer: the right question, the right document, and one sentence when it does not work out."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from labour.errors import LetterError
from loaders.letters import read_letter
from loaders.parliament import get_letter, save
from loaders.parliament_service import Patience
from tests.standin_parliament.server import Parliament, document

MADE = Path(__file__).resolve().parents[1] / "fixtures" / "letters" / "2024-12-13-aanpak-arbeidsmarktkrapte.docx"
HASTE = Patience(seconds=3, silence=0.3, tries=3, pause=0.02, pace=0.01)
ACTORS = [
    {"ActorNaam": "D.S. Beljaarts", "Functie": "minister van Economische Zaken", "Relatie": "Mede ondertekenaar", "Verwijderd": False},
    {"ActorNaam": "Y.J. van Hijum", "Functie": "minister van SZW", "Relatie": "Eerste ondertekenaar", "Verwijderd": False},
    {"ActorNaam": "A. Ander", "Functie": "minister", "Relatie": "Eerste ondertekenaar", "Verwijderd": True},
]


@pytest.fixture
def kamer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Parliament]:
    rows = [
        document("2024D49783", 1260, DocumentActor=ACTORS),
        document("2024D49784", 1260, guid=2, Soort="Bijlage"),
        document("2024D49785", 1260, guid=3, Verwijderd=True),
        document("", 1260, guid=4),  # an empty placeholder
        document("2022D27025", 105, guid=5, dossier=35925, part="XV", Soort="Motie"),
        document("2022D27026", 105, guid=6, dossier=35925, part="VIII", Soort="Motie"),
        document("2022D27027", 7, guid=7, Datum="2022-06-23T22:00:00.0000000Z", Kamerstukdossier=[], Vergaderjaar=None),
    ]
    files = {row["Id"]: MADE.read_bytes() for row in rows[:1]} | {
        row["Id"]: b"De tekst van %d." % place for place, row in enumerate(rows[1:])
    }
    with Parliament(rows, files) as parliament:
        monkeypatch.setenv("TWEEDEKAMER_URL", parliament.url)
        yield parliament


@pytest.mark.parametrize(
    ("reference", "number"),
    [
        ("2024D49783", "2024D49783"),
        ("https://www.tweedekamer.nl/kamerstukken/brieven_regering/detail?id=2024Z21126&did=2024D49783", "2024D49783"),
        ("29544, nr. 1260", "2024D49783"),
        ("29 544 nr. 1260", "2024D49783"),
        ("29544-1260", "2024D49783"),
        ("Kamerstukken II 2024/25, 29544, nr. 1260", "2024D49783"),
        ("https://zoek.officielebekendmakingen.nl/kst-29544-1260.html", "2024D49783"),
        ("35925-XV-105", "2022D27025"),
        ("kst-35925-VIII-105", "2022D27026"),
        ("35 925 XV, nr. 105", "2022D27025"),
    ],
)
def test_references(kamer: Parliament, reference: str, number: str) -> None:
    assert get_letter(reference, HASTE).number == number


def test_what_the_service_says_of_a_letter(kamer: Parliament, tmp_path: Path) -> None:
    fetched = get_letter("29544, nr. 1260", HASTE)
    assert (fetched.reference, fetched.day, fetched.ending) == ("Kamerstukken II 2024/25, 29544, nr. 1260", date(2024, 12, 13), "docx")
    assert fetched.sender == "minister van SZW (Y.J. van Hijum); minister van Economische Zaken (D.S. Beljaarts)"
    assert fetched.url.endswith("/Document(00000000-0000-0000-0000-000000000001)/resource")

    letter = read_letter(save(fetched, tmp_path / "brieven"))
    assert (letter.name, letter.day, letter.reference) == ("2024D49783", fetched.day, fetched.reference)
    assert (letter.title, letter.sender, len(letter.footnotes)) == (fetched.title, fetched.sender, 83)


def test_a_moment_in_universal_time_is_a_dutch_day(kamer: Parliament) -> None:
    fetched = get_letter("2022D27027", HASTE)
    assert (fetched.day, fetched.reference, fetched.ending) == (date(2022, 6, 24), "2022D27027", "txt")


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("de brief van vorige week", "geen Kamerstuk"),
        ("2024", "geen Kamerstuk"),
        ("2024D99999", "kent geen document"),
        ("2024D49785", "kent geen document"),  # deleted
        ("35925, nr. 105", "niet één document maar 2: 2022D27025, 2022D27026"),
    ],
)
def test_references_that_are_no_letter(kamer: Parliament, reference: str, words: str) -> None:
    with pytest.raises(LetterError, match=words):
        get_letter(reference, HASTE)


@pytest.mark.parametrize(
    "faults",
    [[503], [500, 502], [(429, {"Retry-After": "0"}, b"")], ["cut"], ["hang"]],
)
def test_passing_faults_are_waited_out(kamer: Parliament, faults: list[object]) -> None:
    kamer.faults = faults
    assert get_letter("2024D49783", HASTE).number == "2024D49783"


@pytest.mark.parametrize(
    ("faults", "words"),
    [
        ([503, 503, 503], "storing \\(HTTP 503\\)"),
        ([(429, {"Retry-After": "3600"}, b"")], "storing \\(HTTP 429\\)"),
        (["hang", "hang", "hang"], "niet bereikbaar of breekt af"),
        (["drip", "drip", "drip"], "niet bereikbaar of breekt af"),
        ([403], "gaf HTTP 403"),
        ([404], "heeft dit document niet"),
        ([(302, {"Location": "http://127.0.0.1:9/elders"}, b"")], "een verwijzing naar 127.0.0.1:9"),
        ([(302, {"Location": "/OData/v4/2.0/Document"}, b"")] * 3, "een kring van verwijzingen"),
        ([(200, {}, b"<html>onderhoud</html>")], "iets anders dan een lijst"),
        ([(200, {}, b'{"value": 3}')], "iets anders dan een lijst"),
        ([(200, {}, b'{"value": [{"DocumentNummer": "1", "Id": "../../etc"}]}')], "zonder geldig kenmerk"),
        ([(200, {}, b'{"value": [' + b" " * 10_000_001 + b"]}")], "meer dan 10 MB"),
    ],
)
def test_lasting_faults_end_in_one_sentence_in_time(kamer: Parliament, faults: list[object], words: str) -> None:
    kamer.faults = faults
    began = time.monotonic()
    with pytest.raises(LetterError, match=words):
        get_letter("2024D49783", HASTE)
    assert time.monotonic() - began < HASTE.seconds + 1


def test_a_missing_or_empty_file_is_said(kamer: Parliament) -> None:
    kamer.files[kamer.documents[0]["Id"]] = b""
    with pytest.raises(LetterError, match="een leeg bestand"):
        get_letter("2024D49783", HASTE)
    del kamer.files[kamer.documents[0]["Id"]]
    with pytest.raises(LetterError, match="heeft dit document niet"):
        get_letter("2024D49783", HASTE)


def test_requests_keep_their_distance(kamer: Parliament) -> None:
    get_letter("2024D49783", Patience(pace=0.2))
    (first, _), (second, _) = kamer.asked
    assert second - first >= 0.19


def test_version_five_calls_the_number_otherwise(kamer: Parliament, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWEEDEKAMER_URL", kamer.url.replace("v4/2.0", "v5"))
    kamer.documents = [{("Nummer" if key == "DocumentNummer" else key): value for key, value in row.items()} for row in kamer.documents]
    assert get_letter("2024D49783", HASTE).number == "2024D49783"


@pytest.mark.parametrize("url", ["http://example.org/", "ftp://127.0.0.1/", "gegevensmagazijn", ""])
def test_the_address_must_be_safe(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWEEDEKAMER_URL", url)
    with pytest.raises(LetterError, match="geen bruikbaar adres"):
        get_letter("2024D49783", HASTE)
