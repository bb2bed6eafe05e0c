"""doc and rtf: through LibreOffice where it is installed, else one sentence."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

import pytest

import pipeline
from labour.errors import LetterError
from loaders.letters import read_letter
from loaders.readers import office

LETTERS = Path(__file__).resolve().parents[2] / "fixtures" / "letters"
NAME = "2024-11-agenda-werkend-nederland"
RTF = rb"{\rtf1\ansi Er waren 106 vacatures{\super\chftn{\footnote\pard\plain\chftn CBS, 2024.}} op 100 werklozen.\par}"
DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 2000 + "WordDocument".encode("utf-16-le") + b"\x00" * 2000


@pytest.mark.parametrize(("content", "form"), [(RTF, "rtf"), (DOC, "doc")])
def test_without_libreoffice_it_is_said(content: bytes, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(LetterError, match=f"voor {form} is LibreOffice nodig"):
        read_letter(content)


def _program(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program in the place of LibreOffice."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda name: str(program))


def test_a_conversion_that_gives_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(tmp_path, "exit 0", monkeypatch)
    with pytest.raises(LetterError, match="kan het bestand niet lezen"):
        read_letter(RTF)


def test_a_conversion_that_hangs_is_ended_with_all_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(tmp_path, f"(sleep 1.5; touch {tmp_path}/alive) & sleep 60", monkeypatch)
    monkeypatch.setattr(office, "SECONDS", 0.5)
    began = time.monotonic()
    with pytest.raises(LetterError, match="te lang"):
        read_letter(RTF)
    assert time.monotonic() - began < 1.5
    time.sleep(max(0.0, 2.0 - (time.monotonic() - began)))
    assert not (tmp_path / "alive").exists()


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("form", ["doc", "rtf"])
def test_a_letter_saved_as_doc_or_rtf_says_the_same(form: str, tmp_path: Path) -> None:
    made = tmp_path / f"{NAME}.{form}"
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", form]
    subprocess.run([*command, "--outdir", tmp_path, LETTERS / f"{NAME}.docx"], check=True, capture_output=True, timeout=120)
    again, stored = read_letter(made), read_letter(LETTERS / f"{NAME}.docx")
    assert [again.text[note.start : note.end] for note in again.footnotes] == [
        stored.text[note.start : note.end] for note in stored.footnotes
    ]
    found, expected = ([(claim.quote, claim.unit, claim.period) for claim in pipeline.extract_claims(one)] for one in (again, stored))
    assert found == expected and again.day == stored.day


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_rtf_keeps_its_notes() -> None:
    letter = read_letter(RTF)
    assert letter.text == "Er waren 106 vacatures[footnoteRef:1] op 100 werklozen. [1:  CBS, 2024.] \n"
    assert [letter.text[note.start : note.end] for note in letter.footnotes] == ["CBS, 2024."]
