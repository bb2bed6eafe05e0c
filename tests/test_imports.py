"""The shape of the source: who may import whom, how long a module may be, which names are not used, where no Python belongs."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("labour", "claims", "checks", "loaders", "figures", "exports")
SHELLS = tuple(f"{name}.py" for name in "cli arguments news terminal corpus workers dashboard server pipeline".split())
OURS = {*PARTS, "views", *(Path(shell).stem for shell in SHELLS)}
MODULES = sorted(
    path.relative_to(ROOT)
    for path in ROOT.rglob("*.py")
    if not any(part.startswith(".") for part in path.relative_to(ROOT).parts) and path.relative_to(ROOT).parts[0] != "tests"
)
#: an outside thing -> the one module, or folder, that imports it
IMPORTERS = {
    "streamlit": ("dashboard.py", "server.py", "views/"),
    "cbsodata": ("loaders/statline.py",),
    "plotly": ("figures/",),
    "kaleido": ("figures/png.py",),
    "typer": ("cli.py",),
    "rich": ("terminal.py",),
    "openpyxl": ("exports/sheets.py",),
    "pypdfium2": ("loaders/readers/",),
    "pyarrow": ("exports/parquet",),
    "distributed": ("workers.py",),
}
#: what the pure parts must not know: frames, files, the clock, the network, other processes
IMPURE = {"pandas", "numpy", "pyarrow", "os", "io", "pathlib", "time", "random", "requests", "urllib", "socket", "subprocess", "sqlite3"}


def imports(module: Path) -> Iterator[str]:
    """Dotted names of everything a module imports, wherever in it."""
    for node in ast.walk(ast.parse((ROOT / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: a relative import hides which part it reaches"
            yield node.module or ""


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_parts_know_only_labour_and_themselves(module: Path) -> None:
    """figures, exports, checks, claims and loaders never import each other; labour imports nothing of ours; no part knows a shell."""
    part = module.parts[0]
    if part in PARTS:
        reached = {name.split(".")[0] for name in imports(module)} & OURS
        assert reached <= {part, "labour"}, f"{module} imports {reached - {part, 'labour'}}"
        assert part != "labour" or reached <= {"labour"}


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_each_outside_thing_has_one_importer(module: Path) -> None:
    for name in {name.split(".")[0] for name in imports(module)} & IMPORTERS.keys():
        if module.parts[0] == "benchmarks":  # measures us against the outside thing itself
            continue
        assert module.as_posix().startswith(IMPORTERS[name]), f"{module} imports {name}; only {IMPORTERS[name]} may"


@pytest.mark.parametrize("module", [m for m in MODULES if m.parts[0] in ("labour", "claims", "checks")], ids=str)
def test_labour_claims_and_checks_are_pure(module: Path) -> None:
    assert not {name.split(".")[0] for name in imports(module)} & IMPURE
    source = ast.parse((ROOT / module).read_text(encoding="utf-8"))
    called = {ast.unparse(node.func) for node in ast.walk(source) if isinstance(node, ast.Call)}
    assert not called & {"open", "print", "input", "date.today", "datetime.now", "datetime.today"}, module


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_modules_are_short_and_well_named(module: Path) -> None:
    source = (ROOT / module).read_text(encoding="utf-8")
    length, says_why = source.count("\n"), bool(ast.get_docstring(ast.parse(source)))
    assert length <= 250, f"{module} has {length} lines"
    assert says_why, f"{module} does not say why it exists"
    for name in (*module.parts[:-1], module.stem):
        assert name not in {"utils", "util", "helpers", "common", "core", "manager", "misc"}, module
        assert name in ("__init__", "__main__") or name not in sys.stdlib_module_names, f"{module} shadows the standard library"


def test_no_module_is_imported_by_chance() -> None:
    """Every module stands where the layout says; data holds none."""
    assert {module.parts[0] for module in MODULES} <= {*PARTS, "views", "benchmarks", *SHELLS}
    assert not list((ROOT / "data").rglob("*.py"))


def test_importing_does_no_work() -> None:
    """Importing the parts opens nothing of ours but Python itself, starts nothing and reaches no network."""
    modules = [".".join(module.with_suffix("").parts) for module in MODULES if module.parts[0] in PARTS and module.stem != "__main__"]
    watch = """
import sys
def hook(event, arguments):
    opened = event == "open" and isinstance(arguments[0], str) and arguments[0].startswith(sys.argv[1] + "/") and "/." not in arguments[0]
    if event in ("subprocess.Popen", "os.exec", "socket.connect") or (opened and not arguments[0].endswith((".py", ".pyc"))):
        print(event, arguments[0])
sys.addaudithook(hook)
for name in sys.argv[2:]:
    __import__(name)
"""
    done = subprocess.run([sys.executable, "-c", watch, str(ROOT), *modules], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
