"""The command line as others rely on it: what goes to standard output and error, and the exit codes."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import cli
import pipeline

ROOT = Path(__file__).resolve().parents[2]
SOUND = "In het derde kwartaal van 2022 waren er 445 duizend vacatures.\n"
WRONG = "In het derde kwartaal van 2022 waren er 745 duizend vacatures.\n"
PLAIN = "Ik dank u voor uw brief en ga er graag op in.\n"


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Any:
    """Runs a command in this process: (exit code, standard output, standard error)."""

    def call(*arguments: object) -> tuple[int, str, str]:
        code = cli.main([str(argument) for argument in arguments])
        told = capfdbinary.readouterr()
        return code, told.out.decode(), told.err.decode()

    return call


@pytest.fixture
def letter(tmp_path: Path) -> Any:
    """Writes a letter and gives its path."""

    def write(text: str, name: str = "brief.txt") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize(
    ("text", "code", "verdicts"),
    [(SOUND, 0, ["supported"]), (WRONG, 1, ["deviates"]), (SOUND + WRONG, 1, ["supported", "deviates"]), (PLAIN, 0, [])],
    ids=["sound", "wrong", "one of two", "no claims"],
)
def test_the_exit_code_of_check_tells_whether_anything_deviates(run: Any, letter: Any, text: str, code: int, verdicts: list[str]) -> None:
    done, out, _ = run("check", letter(text), "--date", "2024-12-13", "--format", "jsonl")
    assert (done, [row["verdict"] for row in rows(out)]) == (code, verdicts)


def test_extract_never_gives_code_1(run: Any, letter: Any) -> None:
    assert run("extract", letter(WRONG), "--date", "2024-12-13")[0] == 0


def test_without_files_the_letters_of_the_manifest_are_read_once_each(run: Any) -> None:
    _, out, _ = run("extract", "--format", "jsonl")
    texts = {one.name: one.text for one in pipeline.manifest_letters()}
    found = rows(out)
    assert {row["letter"] for row in found} <= texts.keys()
    assert not [name for name in texts if name.endswith(".scan")]
    for row in found:
        assert texts[row["letter"]][row["start"] : row["end"]] == row["quote"]


def test_the_account_gives_every_number_a_fate(run: Any) -> None:
    _, out, _ = run("extract", "--account", "--format", "jsonl")
    found = rows(out)
    assert {row["fate"] for row in found} <= {"claim", "refused", "non_claim"}
    assert all(list(row) == ["letter", "start", "end", "text", "value", "fate", "reason"] for row in found)
    assert len(found) > 200


def test_a_letter_without_claims_is_good_input(run: Any, letter: Any) -> None:
    code, out, err = run("check", letter(PLAIN), "--date", "2024-12")
    assert (code, err) == (0, "In brief staan geen beweringen met een getal.\n")
    assert "0 beweringen" in out


def test_one_unreadable_file_does_not_stop_the_others(run: Any, letter: Any, tmp_path: Path) -> None:
    code, out, err = run("check", tmp_path / "weg.txt", letter(SOUND), "--date", "2024-12-13", "--format", "jsonl")
    assert (code, [row["letter"] for row in rows(out)]) == (2, ["brief"])
    assert len(err.splitlines()) == 1 and "weg.txt" in err


def test_text_on_standard_input_is_a_letter_called_stdin(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SOUND.encode())))
    code, out, _ = run("check", "-", "--date", "2024-12-13", "--format", "jsonl")
    assert (code, [row["letter"] for row in rows(out)]) == (0, ["stdin"])


def test_files_of_one_name_get_the_folder_before_it(run: Any, letter: Any) -> None:
    one, other, third = letter(SOUND, "a/brief.txt"), letter(WRONG, "b/brief.v2.txt"), letter(SOUND, "b/brief.txt")
    _, out, _ = run("check", one, other, third, one, "--date", "2024-12-13", "--format", "jsonl")
    assert [row["letter"] for row in rows(out)] == ["a/brief", "brief.v2", "b/brief"]


def test_a_given_date_decides_what_was_known(run: Any, letter: Any) -> None:
    """In November 2022 the third quarter's first figure was the one known; it has been revised since."""
    path = letter("In het derde kwartaal van 2022 waren er 449 duizend vacatures.\n")
    then = rows(run("check", path, "--date", "2022-12", "--format", "jsonl")[1])[0]
    now = rows(run("check", path, "--date", "2024-12-13", "--format", "jsonl")[1])[0]
    assert (then["verdict"], now["verdict"]) == ("supported_when_published", "supported_when_published")
    assert "letter_date_imprecise" in then["caveats"]
    assert "superseded_before_letter" in now["caveats"]


def test_as_of_leaves_out_later_states(run: Any, letter: Any) -> None:
    path = letter("In het derde kwartaal van 2022 waren er 449 duizend vacatures.\n")
    row = rows(run("check", path, "--date", "2024-12-13", "--as-of", "2022-12-31", "--format", "jsonl")[1])[0]
    assert row["verdict"] == "supported"
    assert all(cell["vintage"][:4] <= "2022" for cell in row["evidence"])


@pytest.mark.parametrize("given", ["2024-13", "2024-02-30", "13-12-2024", "2024", "gisteren", "2024-12-13x", ""])
def test_a_date_that_is_none_is_refused_in_one_sentence(run: Any, letter: Any, given: str) -> None:
    code, out, err = run("check", letter(SOUND), "--date", given)
    assert (code, out) == (2, "")
    assert err.endswith("is geen datum; schrijf bijvoorbeeld 2024-12-13 of 2024-12.\n")


@pytest.mark.parametrize("typed", [["check", "{}", "--lang", "en"], ["--lang", "en", "check", "{}"], ["--lang=en", "check", "{}"]])
def test_english_is_had_before_or_after_the_command(run: Any, letter: Any, typed: list[str]) -> None:
    code, out, err = run(*(part.format(letter(PLAIN)) for part in typed), "--date", "2024-12")
    assert (code, err) == (0, "brief makes no claims with a number.\n")
    assert "0 claims" in out


FORMATS = "'table', 'csv', 'xlsx', 'jsonl', 'md', 'html', 'claimreview'"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["check", "--format", "docx"], f"'docx' kan niet bij --format; kies uit {FORMATS}. Zie --help."),
        (["toets"], "Er is geen opdracht toets. Zie --help."),
        (["check", "--zo"], "Er is geen optie --zo. Zie --help."),
        (["verify"], "BEWIJS ontbreekt. Zie --help."),
        (["check", "--date"], "Bij --date hoort een waarde. Zie --help."),
        (["verify", "a", "b"], "b hoort hier niet. Zie --help."),
        (["fetch", "--deadline", "x"], "De waarde bij --deadline kan niet. Zie --help."),
        (["check", "--as-of", "morgen"], "morgen is geen datum; schrijf bijvoorbeeld 2024-12-13 of 2024-12."),
        (["verify", "er-niet"], "er-niet kon niet worden gelezen (bestaat niet)."),
        (["check", "--lang", "en", "--zo"], "No such option: --zo (Possible options: --out) See --help."),
    ],
)
def test_a_wrong_command_gives_one_sentence_and_code_2(run: Any, typed: list[str], said: str) -> None:
    assert run(*typed) == (2, "", f"{said}\n")


def test_a_file_that_is_no_letter_gives_one_sentence(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "rommel.bin"
    path.write_bytes(bytes(range(256)) * 50)
    code, out, err = run("check", path)
    assert (code, len(err.splitlines())) == (2, 1)
    assert "Traceback" not in err + out


def test_markup_in_a_letter_is_printed_as_it_is(run: Any, letter: Any) -> None:
    """Neither the terminal nor its library obeys a letter."""
    _, out, _ = run(
        "extract", letter("Er waren [bold red]12[/] \x1b[31mduizend vacatures in 2023. :smile: 3 plannen\n"), "--date", "2024-12"
    )
    assert "\x1b" not in out


@pytest.mark.parametrize("width", [80, 100, 120, 160, 200])
def test_tables_fit_the_terminal(run: Any, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    _, out, _ = run("check")
    assert max(len(line) for line in out.splitlines()) <= width
    assert "✓ klopt" in out and "? niet te toetsen" in out


def test_output_goes_to_a_file_whole(run: Any, letter: Any, tmp_path: Path) -> None:
    out = tmp_path / "uit.xlsx"
    code, printed, err = run("check", letter(WRONG), "--date", "2024-12-13", "--format", "xlsx", "--out", out)
    assert (code, printed, err) == (1, "", f"Geschreven: {out}\n")
    assert openpyxl.load_workbook(out).worksheets[0].max_row == 2


@pytest.mark.parametrize("form", ["table", "csv", "xlsx", "jsonl", "md", "html", "claimreview"])
def test_no_claims_in_every_format(run: Any, letter: Any, tmp_path: Path, form: str) -> None:
    out = tmp_path / "uit"
    assert run("check", letter(PLAIN), "--date", "2024-12", "--format", form, "--out", out)[0] == 0
    assert out.exists()


def test_against_says_what_changed(run: Any, letter: Any, tmp_path: Path) -> None:
    path, saved = letter("In het derde kwartaal van 2022 waren er 449 duizend vacatures.\n"), tmp_path / "run.jsonl"
    run("check", path, "--date", "2024-12-13", "--as-of", "2022-12-31", "--format", "jsonl", "--out", saved)
    _, _, err = run("check", path, "--date", "2024-12-13", "--against", saved)
    told = err.splitlines()
    assert "✓ klopt → ◷ klopte bij publicatie" in told[0]
    assert told[1] == "1 bewering met een andere uitkomst dan eerder."


def test_checking_needs_neither_dashboard_nor_plots_nor_frames() -> None:
    """They cost seconds at every start."""
    script = (
        "import sys, cli; cli.main(['check', '--format', 'jsonl']); print({'streamlit', 'plotly', 'pandas', 'cbsodata'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "set()"


def test_nobody_reading_on_is_no_error_with_a_traceback() -> None:
    done = subprocess.run(
        f"{sys.executable} cli.py check --format jsonl | head -c 1", shell=True, cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "{"
    assert "Traceback" not in done.stderr and "Exception" not in done.stderr
