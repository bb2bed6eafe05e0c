"""Many letters on the command line: what is printed, what is written, the exit codes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests import made_corpus

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: object) -> tuple[int, str, str]:
    command = [sys.executable, "cli.py", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def test_a_folder_of_letters_and_again(tmp_path: Path) -> None:
    folder, out = made_corpus.write(tmp_path / "brieven"), tmp_path / "uit"
    code, printed, said = run("corpus", folder, "--out", out)
    assert (code, printed) == (0, "")
    assert said == f"7 brieven gelezen, 9 beweringen, 2 niet te lezen (zie failures.parquet): {out}\n"
    before = {name: (out / f"{name}.parquet").read_bytes() for name in ("letters", "claims", "checks", "failures")}
    assert {name: pq.read_metadata(out / f"{name}.parquet").num_rows for name in before} == {
        "letters": 7, "claims": 9, "checks": 9, "failures": 2,
    }  # fmt: skip
    assert run("corpus", folder, "--out", out, "--lang", "en")[2].startswith("7 letters read, 9 claims, 2 unreadable")
    assert {name: (out / f"{name}.parquet").read_bytes() for name in before} == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("weg", "--out", "uit"), "is geen map met brieven."), (("{letters}", "--out", "/dev/null"), "/dev/null kan niet geschreven worden")],
)
def test_a_run_that_cannot_start_is_one_sentence(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    (tmp_path / "brieven").mkdir()
    code, printed, err = run("corpus", *(one.format(letters=tmp_path / "brieven") for one in arguments))
    assert (code, printed, err.count("\n")) == (2, "", 1) and said in err
