"""Files made to harm, on the command line: one clear line, code 2, within ten processor seconds and 400 MB, whatever their names say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.loaders.readers import test_hostile as hostile

ROOT = Path(__file__).resolve().parents[2]
#: runs a command and tells its exit code, processor seconds, and the largest process among it and its children in MB
MEASURE = """
import resource, subprocess, sys
done = subprocess.run([sys.executable, "cli.py", "check", *sys.argv[1:]], stdin=sys.stdin, stdout=subprocess.PIPE)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(done.returncode, len(done.stdout), used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)
"""


def measured(*arguments: object, stdin: bytes = b"") -> tuple[int, int, float, float, str]:
    """Exit code, bytes printed, processor seconds, largest process in MB, and what was said."""
    command = [sys.executable, "-c", MEASURE, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, input=stdin, capture_output=True, check=True)
    code, printed, seconds, largest = done.stdout.split()
    return int(code), int(printed), float(seconds), float(largest), done.stderr.decode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("brief.docx", hostile.zip_bomb),
        ("brief.txt", hostile.pdf_bomb),
        ("brief.pdf", hostile.too_much_text),
        ("brief.md", lambda: b"MZ" + bytes(range(256)) * 4000),
        ("brief.html", lambda: b"<html><p>" + b"9" * 40_000_000),
        ("cijfers.txt", lambda: b"9" * 12_000_001),
    ],
    ids=["zip bomb", "pdf bomb", "too much text", "program posing as text", "page of digits", "12 MB of digits"],
)
def test_a_file_made_to_harm_costs_little_and_says_one_line(tmp_path: Path, name: str, content: object) -> None:
    path = tmp_path / name
    path.write_bytes(content())  # type: ignore[operator]
    code, _, seconds, largest, said = measured(path)
    assert code == 2 and said.count("\n") == 1 and said.startswith(f"{name}: "), said
    assert seconds < 10 and largest < 400


def test_a_hundred_megabytes_of_digits_on_standard_input() -> None:
    code, _, seconds, largest, said = measured("-", stdin=b"9" * 100_000_000)
    assert (code, said) == (2, "stdin is groter dan 50 MB en wordt niet gelezen.\n")
    assert seconds < 10 and largest < 400


@pytest.mark.parametrize(
    "content",
    [b"9" * 2_990_000, b"12 " * 29_000, (b"1234567890 " * 10 + b"\n") * 2_800, b"In 2023 waren er 12 duizend vacatures. " * 1_500],
    ids=["one number", "many numbers", "lines of numbers", "one claim for ever"],
)
def test_what_is_just_small_enough_is_read_in_time(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "brief.txt"
    path.write_bytes(content)
    code, _, seconds, largest, said = measured(path, "--date", "2024-12-13", "--format", "csv")
    assert code in (0, 1) and "Traceback" not in said
    assert seconds < 20 and largest < 400
