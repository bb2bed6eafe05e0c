"""The docs say what the code does: commands, settings, make targets, verdicts, indicators, links, licences."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import get_args

import pytest
import typer.main

import cli
from labour import wording
from labour.model import VERDICTS
from tests import indicators, licences

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
COMMANDS = typer.main.get_command(cli.app).commands  # type: ignore[attr-defined]


def options(command: str) -> set[str]:
    """Long options of a command, or of the commands below it."""
    known = COMMANDS[command]
    below = getattr(known, "commands", {}).values()
    return {name for one in (known, *below) for param in one.params for name in param.opts if name.startswith("--")}


def command_rows() -> dict[str, str]:
    """Command -> what the README says of it."""
    return {found[1]: line for line in README.splitlines() if (found := re.match(r"\| `cli\.py (\w+)", line))}


def test_every_command_is_in_the_readme_and_exists() -> None:
    assert command_rows().keys() == COMMANDS.keys()


def test_every_option_is_in_the_readme_and_exists() -> None:
    """Options that all commands share are told once; --deadline, --engine and --scheduler are for --help."""
    told = set(re.findall(r"--[a-z][a-z-]+", README)) - {"--lang", "--help", "--date"}
    known = {name for command in COMMANDS for name in options(command)}
    assert told <= known
    for command, line in command_rows().items():
        for name in re.findall(r"--[a-z-]+", line.replace("`check --format jsonl`", "")):
            assert name in options(command), f"{command} has no {name}"


def test_the_formats_are_those_of_the_code() -> None:
    told = re.search(r"`cli\.py check .*?--format ([a-z\\|]+)`", README)
    assert told
    assert told[1].replace("\\", "").split("|") == list(get_args(cli.CheckFormat))


def test_every_setting_that_the_code_reads_is_in_the_readme() -> None:
    told = set(re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE))
    read: set[str] = set()
    for path in ROOT.rglob("*.py"):
        if path.relative_to(ROOT).parts[0] not in ("tests", "benchmarks") and not any(
            part.startswith(".") for part in path.relative_to(ROOT).parts
        ):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if (
                    isinstance(node, ast.Constant)
                    and isinstance(node.value, str)
                    and re.fullmatch(r"(CIJFERTOETS|STATLINE|TWEEDEKAMER)_[A-Z]+", node.value)
                ):
                    read.add(node.value)
    assert told == read


def test_the_verdicts_are_those_of_the_code() -> None:
    rows = dict(re.findall(r"^\| (\S .*?) \| `(\w+)` \|", README, re.MULTILINE))
    assert list(rows.values()) == VERDICTS
    assert list(rows) == [wording.verdict(verdict) for verdict in VERDICTS]


def test_the_indicators_are_those_of_the_data() -> None:
    assert indicators.PAGE.read_text(encoding="utf-8") == indicators.page(), "run make indicators"


def test_make_targets_that_docs_name_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {name for path in DOCS for name in re.findall(r"(?:^|`)make ([a-z]+)", path.read_text(encoding="utf-8"), re.MULTILINE)}
    assert {"run", "test"} <= named <= targets
    assert {"setup", "bench", "standin", "soak", "fuzz", "mutants"} <= targets


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (path.parent / target).exists(), f"{path.name} links to {target}"


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_files_that_docs_name_exist(path: Path) -> None:
    for named in re.findall(
        r"`((?:data|docs|tests|labour|claims|checks|loaders|figures|exports|views)/[\w./-]*)`", path.read_text(encoding="utf-8")
    ):
        assert (ROOT / named).exists(), f"{path.name} names {named}"


def test_the_readme_stays_short() -> None:
    assert README.count("\n") <= 100


def test_every_reason_and_caveat_has_a_name_in_both_languages() -> None:
    from labour import model

    for names, keys in (
        (wording.VERDICT_NAMES, model.VERDICTS),
        (wording.REASON_NAMES, model.REASONS),
        (wording.SHORT_REASON_NAMES, model.REASONS),
        (wording.CAVEAT_NAMES, model.CAVEATS),
        (wording.NEAR_MISS_NAMES, model.NEAR_MISS_KINDS),
        (wording.UNIT_NAMES, model.UNITS),
        (wording.HEDGE_NAMES, model.HEDGES),
        (wording.KIND_NAMES, model.KINDS),
    ):
        assert list(names) == keys
        assert all(nl and en for nl, en in names.values())


def test_every_package_has_a_licence_that_permits_use() -> None:
    page = licences.PAGE.read_text(encoding="utf-8")
    stated = dict(re.findall(r"^\| ([a-z0-9_.-]+) \| (.+) \|$", page, re.MULTILINE))
    stated.pop("package", None)
    assert set(licences.locked()) <= stated.keys()
    for package, licence in stated.items():
        assert re.search(r"MIT|BSD|Apache|PSF|Python Software|ISC|MPL|Mozilla", licence), f"{package}: {licence}"
        assert "GPL" not in licence


def test_the_licence_is_the_whole_licence() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert [int(number) for number in re.findall(r"^(\d+)\.\s?[A-Z]", text, re.MULTILINE)] == list(range(1, 16))
    assert "Appendix" in text
