"""Nothing that is kept grows with what people bring: every cache has a bound, or is of something that is there once."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARTS = (".", "labour", "claims", "checks", "loaders", "figures", "exports", "views")


def kept() -> Iterator[tuple[str, ast.FunctionDef, str, list[ast.keyword]]]:
    """Place, function, name of the cache and what it is told, of every function whose answers are kept."""
    for folder in PARTS:
        for path in sorted((ROOT / folder).glob("*.py") if folder == "." else (ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                for decorator in node.decorator_list if isinstance(node, ast.FunctionDef) else ():
                    called = decorator.func if isinstance(decorator, ast.Call) else decorator
                    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
                    if "cache" in name:
                        told = decorator.keywords if isinstance(decorator, ast.Call) else []
                        yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node, name, told  # type: ignore[misc]


def test_every_cache_is_bounded() -> None:
    found = list(kept())
    assert len(found) > 15  # or they are no longer found
    unbounded = []
    for place, function, name, told in found:
        arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
        bounds = [one.value.value for one in told if one.arg in ("maxsize", "max_entries") and isinstance(one.value, ast.Constant)]
        if arguments and not (bounds and bounds[0]) and name != "cached_property":
            unbounded.append(place)
    assert unbounded == []
