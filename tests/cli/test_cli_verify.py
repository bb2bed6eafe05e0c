"""``verify`` computes a saved result again, offline and on any day, and refuses one that was touched."""

from __future__ import annotations

import json
import random
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

import cli
import pipeline
from exports import bundle
from exports.report import Report
from exports.rows import check_row


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "run.jsonl"
    assert cli.main(["check", "--format", "jsonl", "--out", str(path)]) in (0, 1)
    return path


def test_a_saved_result_comes_out_again(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["verify", str(saved)]) == 0
    assert "tot de laatste byte gelijk" in capsys.readouterr().err


def test_the_day_of_verifying_does_not_matter(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Later(date):
        @classmethod
        def today(cls) -> date:
            return datetime.now().date() + timedelta(days=900)

    monkeypatch.setattr(cli, "date", Later)
    assert cli.main(["verify", str(saved)]) == 0


def test_one_flipped_byte_anywhere_is_refused(saved: Path) -> None:
    content = saved.read_bytes()
    for place in random.Random(5).sample(range(len(content)), 12):
        damaged = bytearray(content)
        damaged[place] ^= 1
        saved.write_bytes(damaged)
        assert cli.main(["verify", str(saved)]) == 2


def test_a_verdict_with_a_mended_chain_is_refused(saved: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever can compute the chain still cannot make the figures say something else."""
    monkeypatch.setattr(bundle, "check_row", lambda check: check_row(check) | {"verdict": "supported", "reason": None})
    assert cli.main(["check", "--format", "jsonl", "--out", str(saved)]) in (0, 1)
    monkeypatch.undo()
    capsys.readouterr()
    assert cli.main(["verify", str(saved)]) == 2
    assert "Het bewijsbestand klopt niet: regel" in capsys.readouterr().err


def test_other_word_lists_are_named_as_the_cause(saved: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(pipeline, "_WORD_LISTS", ("sectors.toml",))
    assert cli.main(["verify", str(saved)]) == 2
    assert "gemaakt met andere cijfers of woordenlijsten" in capsys.readouterr().err


def test_part_of_a_result_is_not_the_result(saved: Path) -> None:
    lines = saved.read_bytes().splitlines(keepends=True)
    saved.write_bytes(b"".join(lines[:-1]))
    assert cli.main(["verify", str(saved)]) == 2


def test_every_row_says_how_to_cite_it(saved: Path) -> None:
    shas = {one.name: one.sha256 for one in pipeline.manifest_letters()}
    for line in saved.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert row["proof"]["cite"].endswith(f"{row['letter']}, SHA-256 {shas[row['letter']]}")


def test_part_of_the_letters_can_be_saved_with_all_they_were_checked_with(tmp_path: Path) -> None:
    """As the dashboard exports what is filtered; a letter of one's own beside them was checked by itself."""
    shipped = pipeline.manifest_letters()
    own = pipeline.load_letter(b"In 2023 waren er 445 duizend vacatures, ruim 3 procent meer.", name="eigen")
    observations = pipeline.load_observations()
    checks = [one for one in pipeline.check_manifest() if one.verdict == "inconsistent"]
    checks += pipeline.check_claims(pipeline.extract_claims(own), [own], observations)
    made = pipeline.edition(date(2026, 1, 1), None, observations)
    report = Report(checks, [shipped[2], own], made, pipeline.load_field(), together=[[own], shipped])
    path = tmp_path / "deel.jsonl"
    path.write_bytes(bundle.to_jsonl(report))
    assert len(checks) > 3
    assert pipeline.verify(path.read_bytes()) == len(checks)
