"""Letters from files and bytes: content, manifest, dates, and one sentence for everything that is no letter."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from labour.errors import DataError, LetterError
from loaders.letters import manifest, manifest_letters, read_letter

DATA = Path(__file__).resolve().parents[2] / "data"
LETTERS = DATA / "letters"
FNV = LETTERS / "2026-05-26-reactie-ultimatum-fnv.txt"


def test_the_manifest_names_every_letter_with_its_digest() -> None:
    entries = manifest(DATA)
    assert {entry.name for entry in entries} == {path.stem for path in LETTERS.glob("*.txt")}
    for entry in entries:
        assert read_letter(LETTERS / f"{entry.name}.txt").sha256 == entry.sha256, entry.name
        assert entry.title and entry.sender and entry.date_from and entry.form
        assert entry.licence == "publicatie van de Nederlandse overheid"


def test_the_fnv_letter_counts_once() -> None:
    letters = manifest_letters(DATA)
    assert [letter.name for letter in letters] == [
        "2015-11-24-kabinetsreactie-ser-advies",
        "2024-11-agenda-werkend-nederland",
        "2024-12-13-aanpak-arbeidsmarktkrapte",
        "2026-05-26-reactie-ultimatum-fnv",
    ]
    scan = read_letter(LETTERS / "2026-05-26-reactie-ultimatum-fnv.scan.txt")
    assert (scan.name, scan.same_letter_as) == ("2026-05-26-reactie-ultimatum-fnv.scan", "2026-05-26-reactie-ultimatum-fnv")


@pytest.mark.parametrize(
    ("name", "day", "precision"),
    [
        ("2015-11-24-kabinetsreactie-ser-advies", date(2015, 11, 24), "day"),
        ("2024-11-agenda-werkend-nederland", date(2024, 11, 30), "month"),  # a month counts as its last day
        ("2024-12-13-aanpak-arbeidsmarktkrapte", date(2024, 12, 13), "day"),
        ("2026-05-26-reactie-ultimatum-fnv", date(2026, 5, 26), "day"),
    ],
)
def test_dates_of_the_manifest(name: str, day: date, precision: str) -> None:
    letter = read_letter(LETTERS / f"{name}.txt")
    assert (letter.day, letter.precision) == (day, precision)


def test_a_letter_of_the_manifest_is_known_wherever_it_stands(tmp_path: Path) -> None:
    copy = tmp_path / "downloads.van.vandaag.txt"
    copy.write_bytes(FNV.read_bytes())
    letter = read_letter(copy)
    assert (letter.name, letter.reference, letter.day) == ("downloads.van.vandaag", "2026-0000185362", date(2026, 5, 26))
    assert read_letter(FNV.read_bytes()).title == letter.title


def test_a_given_date_wins() -> None:
    assert read_letter(FNV, day=date(2020, 2, 3)).day == date(2020, 2, 3)
    month = read_letter(FNV, day=date(2020, 2, 1), precision="month")
    assert (month.day, month.precision, month.date_from) == (date(2020, 2, 29), "month", "opgegeven")


def test_no_date_is_no_date() -> None:
    letter = read_letter(b"De werkloosheid was 3,7 procent op 12 maart 2024.", name="los")
    assert (letter.name, letter.day, letter.precision) == ("los", None, "")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("één\r\ntwee\n".encode(), "één\r\ntwee\n"),  # newlines as stored
        (b"\xef\xbb\xbfabc", "abc"),  # a byte-order mark is not counted
        ("€ 2,9 miljard".encode("utf-16"), "€ 2,9 miljard"),
        ("€ 2,9 miljard".encode("utf-16-be").join([b"\xfe\xff", b""]), "€ 2,9 miljard"),
        ("Caf\u00e9 \u2018t \u20ac 5".encode("windows-1252"), "Caf\u00e9 \u2018t \u20ac 5"),
    ],
)
def test_encodings(content: bytes, text: str) -> None:
    assert read_letter(content).text == text


@pytest.mark.parametrize(
    ("content", "dutch", "english"),
    [
        (b"", "leeg", "empty"),
        (b" \n\t ", "leeg", "empty"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20, "geen tekst", "no text"),
        (b"Geachte voorzitter,\n" + b"\x00" * 50, "geen tekst", "no text"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" * 9, "geen tekst", "no text"),
        (b"9" * 13_000_000, "miljoen tekens", "million characters"),
        (b"9 " * 30_001, "meer dan 30000 getallen", "more than 30000 numbers"),
        (b"{\\rtf1 broken", "rtf", "rtf"),
    ],
)
def test_what_is_no_letter_gets_one_sentence(content: bytes, dutch: str, english: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)  # as on a machine without LibreOffice
    with pytest.raises(LetterError) as caught:
        read_letter(content, name="bijlage")
    for sentence, words in ((caught.value.nl, dutch), (caught.value.en, english)):
        assert words in sentence and sentence.startswith("bijlage: ") and sentence.endswith(".") and "\n" not in sentence


def test_what_cannot_be_opened_gets_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    large = tmp_path / "cijfers.txt"
    with large.open("wb") as file:
        file.truncate(100_000_000)  # 100 MB without taking them from the disk
    closed = tmp_path / "dicht.txt"
    closed.write_text("x")
    monkeypatch.setattr(Path, "open", _refuse)
    began = time.monotonic()
    for path, words in (
        (tmp_path, "map"),
        (tmp_path / "weg.txt", "bestaat niet"),
        (large, "groter dan"),
        (closed, "mag niet"),
        (Path("/dev/null"), "gewoon bestand"),
    ):
        with pytest.raises(LetterError, match=words):
            read_letter(path)
    assert time.monotonic() - began < 1


def _refuse(self: Path, *arguments: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_a_damaged_manifest_is_said(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letters.toml").write_text("[een]\ntitle = ")
    with pytest.raises(DataError, match="is niet te lezen"):
        manifest(tmp_path)


def test_plain_text_needs_no_child_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subprocess.Popen", _refuse)
    assert len(read_letter(LETTERS / "2024-12-13-aanpak-arbeidsmarktkrapte.txt").footnotes) == 83
