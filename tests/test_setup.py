"""What `make run` and `make test` rest on: the set-up script, and requirements that are pinned, locked, used and neutral."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

import labour

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-bench.lock")
#: packages that are there for another reason than an import of ours
NOT_IMPORTED = {"python-multipart"}
#: imported where a user has it: another engine for a corpus, which says how to get it
OPTIONAL = {"distributed"}
#: packages of which the import has another name
IMPORT_NAMES = {"pillow": "PIL", "typer": "typer"}

posix = pytest.mark.skipif(os.name != "posix", reason="the set-up script is for a POSIX shell")


def pinned(name: str) -> dict[str, str]:
    """Package -> the rest of its line, of a requirements file."""
    lines = [line.split("#")[0].strip() for line in (ROOT / name).read_text(encoding="utf-8").splitlines()]
    found = [re.match(r"([A-Za-z0-9_.-]+)\s*(.*)", line) for line in lines if line and not line.startswith("-")]
    return {one[1].lower(): one[2] for one in found if one}


def imported(folders: tuple[str, ...]) -> set[str]:
    """Top-level names imported by the modules in these folders."""
    names: set[str] = set()
    for folder in folders:
        for path in (ROOT / folder).glob("*.py") if folder == "." else (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    names |= {alias.name.split(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module:
                    names.add(node.module.split(".")[0])
    return names


def locked(name: str) -> dict[str, str]:
    """Package -> version, of a lock; a package with several versions by Python keeps the first."""
    found = re.findall(r"^([a-z0-9_.-]+)==(\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    return dict(reversed(found))


def test_nothing_is_required_that_is_not_imported() -> None:
    ours = imported((".", "labour", "claims", "checks", "loaders", "figures", "exports", "views"))
    unused = {name for name in pinned("requirements.txt") if IMPORT_NAMES.get(name, name.replace("-", "_")) not in ours}
    assert unused == NOT_IMPORTED


def test_everything_imported_is_required() -> None:
    """What comes along with another package may be gone with its next release."""
    outside = imported((".", "labour", "claims", "checks", "loaders", "figures", "exports", "views")) - set(sys.stdlib_module_names)
    ours = {path.stem for path in ROOT.glob("*.py")} | {path.name for path in ROOT.iterdir() if path.is_dir()}
    required = {IMPORT_NAMES.get(name, name.replace("-", "_")) for name in pinned("requirements.txt")}
    assert outside - ours - required == OPTIONAL


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "requirements-bench.txt"])
def test_direct_requirements_are_pinned(name: str) -> None:
    floors = {package for package, rest in pinned(name).items() if not rest.startswith("==")}
    assert floors <= NOT_IMPORTED


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_hold_hashes_for_every_package_and_name_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    packages = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert packages and all("--hash=sha256:" in package for package in packages)
    assert not re.search(r"https?:|--(extra-)?index|--find-links|file:", text)


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        (LOCKS[0], "requirements.txt"),
        (LOCKS[1], "requirements-dev.txt"),
        (LOCKS[1], "requirements.txt"),
        (LOCKS[2], "requirements-dev.txt"),
        (LOCKS[2], "requirements-bench.txt"),
    ],
)
def test_locks_follow_the_requirements(lock: str, wanted: str) -> None:
    versions = locked(lock)
    for package, rest in pinned(wanted).items():
        assert package in versions
        if rest.startswith("=="):
            assert versions[package] == rest.removeprefix("==")


def test_known_holes_are_closed() -> None:
    assert tuple(map(int, locked(LOCKS[0])["python-multipart"].split("."))) >= (0, 0, 22)


def test_the_tests_run_with_what_is_locked() -> None:
    versions = locked(LOCKS[1])
    for package in (*pinned("requirements.txt"), *pinned("requirements-dev.txt")):
        assert metadata.version(package) == versions[package]


def test_the_version_is_said_once() -> None:
    assert tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"] == labour.__version__


@posix
def test_without_python_the_set_up_says_so_in_one_sentence(tmp_path: Path) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("sh", "dirname", "rm", "cat", "cksum", "grep", "id", "head", "find"):
        found = shutil.which(name)
        assert found
        (programs / name).symlink_to(found)
    for name in ("setup.sh", *LOCKS):
        shutil.copy(ROOT / name, tmp_path / name)
    done = subprocess.run(["sh", "setup.sh", "run"], cwd=tmp_path, env={"PATH": str(programs)}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Cijfertoets heeft Python 3.11 of nieuwer met venv nodig (Debian: apt-get install python3 python3-venv).\n"


@posix
def test_a_python_that_is_too_old_or_has_no_venv_is_passed_over(tmp_path: Path) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("python3.14", "python3.13"):
        (programs / name).write_text("#!/bin/sh\nexit 1\n")
        (programs / name).chmod(0o755)
    (programs / "python3.12").write_text(f'#!/bin/sh\n[ "$1" = -m ] && echo "made by 3.12" && exit 1\nexec {sys.executable} "$@"\n')
    (programs / "python3.12").chmod(0o755)
    for name in ("setup.sh", *LOCKS):
        shutil.copy(ROOT / name, tmp_path / name)
    environment = {"PATH": f"{programs}:/usr/bin:/bin"}
    done = subprocess.run(["sh", "setup.sh", "run"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "made by 3.12\n")
    assert "De map .venv kon niet worden gemaakt" in done.stderr


@posix
def test_a_second_set_up_installs_nothing() -> None:
    """Quick when all is there, and silent; without a terminal and without a question."""
    subprocess.run(["sh", "setup.sh", "test"], cwd=ROOT, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    done = subprocess.run(["sh", "setup.sh", "test"], cwd=ROOT, check=True, capture_output=True, text=True, timeout=20)
    assert "Pakketten installeren" not in done.stderr
