"""Small errors planted in the pure packages, for ``make mutants``: which there are, a drawn sample, and how one takes effect.

The errors are mutmut's: an operator swapped, an argument gone, a condition turned, a text or number changed, in the body of a function
that carries no decorator. Tables and patterns at the top of a module are not touched. An error takes effect in the running process only;
no file is changed.
"""

from __future__ import annotations

import ast
import functools
import importlib
import random
import sys
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import libcst as cst
from mutmut.mutation.file_mutation import create_mutations, deep_replace

from claims.grammar import compile_grammar

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("labour", "claims", "checks")


@dataclass(frozen=True)
class Mutant:
    """One planted error: file, function or Class.method, line of the change, lines of its statement, the function with the error in it."""

    path: str
    owner: str
    number: int
    line: int
    statement: tuple[int, int]
    function: tuple[int, int]
    code: str
    change: str

    @property
    def package(self) -> str:
        return self.path.partition("/")[0]

    @property
    def name(self) -> str:
        return f"{self.path}:{self.line} {self.owner} #{self.number}"


def draw(seed: int, sizes: Mapping[str, int]) -> tuple[list[Mutant], dict[str, int]]:
    """Of each package a random sample of the size given (all of them where it has fewer), and how many there are in each.

    The packages are mixed, so that the first of them are a random sample too.
    """
    chosen: list[Mutant] = []
    totals = {}
    for package, size in sizes.items():
        found = [(file, place) for file in map(_File, sorted((ROOT / package).glob("*.py"))) for place in range(len(file.mutations))]
        totals[package] = len(found)
        picked = sorted(random.Random(f"{seed} {package}").sample(range(len(found)), min(size, len(found))))
        chosen += [found[place][0].mutant(found[place][1]) for place in picked]
    random.Random(seed).shuffle(chosen)
    return chosen, totals


class _File:
    """The planted errors of one module."""

    def __init__(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        self.path = path.relative_to(ROOT).as_posix()
        self.module, found, *_ = create_mutations(self.path, text)
        self.mutations = [one for one in found if isinstance(one.contained_by_top_level_function, cst.FunctionDef)]
        self.tree = ast.parse(text)
        self.owners: dict[int, tuple[str, cst.FunctionDef]] = {}
        for node in self.module.body:
            inside = node.body.body if isinstance(node, cst.ClassDef) else ()
            for function, owner in [(node, "")] + [(method, f"{node.name.value}.") for method in inside]:
                if isinstance(function, cst.FunctionDef):
                    self.owners[id(function)] = (owner + function.name.value, function)

    def mutant(self, place: int) -> Mutant:
        found = self.mutations[place]
        owner, function = self.owners[id(found.contained_by_top_level_function)]
        bare = function.with_changes(leading_lines=[])
        before = self.module.code_for_node(bare)
        after = self.module.code_for_node(deep_replace(bare, found.original_node, found.mutated_node))
        same = next((i for i, (a, b) in enumerate(zip(before.splitlines(), after.splitlines(), strict=False)) if a != b), 0)
        node = _function(self.tree, owner)
        line = min([node.lineno, *(one.lineno for one in node.decorator_list)]) + same
        lines = (node.lineno, node.end_lineno or node.lineno)
        return Mutant(self.path, owner, place, line, _statement(node, line), lines, after, _change(before, after))


def _function(tree: ast.Module, owner: str) -> ast.FunctionDef:
    body: list[ast.stmt] = tree.body
    *outer, name = owner.split(".")
    for one in outer:
        body = next(node.body for node in body if isinstance(node, ast.ClassDef) and node.name == one)
    return next(node for node in body if isinstance(node, ast.FunctionDef) and node.name == name)


def _statement(function: ast.FunctionDef, line: int) -> tuple[int, int]:
    """First and last line of the innermost statement; of an if, a loop or a with only its head."""
    inside = [n for n in ast.walk(function) if isinstance(n, ast.stmt) and n.lineno <= line <= (n.end_lineno or n.lineno)]
    node = min(inside, key=lambda n: (n.end_lineno or n.lineno) - n.lineno, default=function)
    body = getattr(node, "body", None)
    last = body[0].lineno - 1 if body else node.end_lineno or node.lineno
    return (node.lineno, max(node.lineno, last))


def _change(before: str, after: str) -> str:
    """The lines that differ, as a reader of survivors wants them."""
    old, new = before.splitlines(), after.splitlines()
    head = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    tail = next((i for i, (a, b) in enumerate(zip(old[::-1], new[::-1], strict=False)) if a != b), 0)
    lines = [f"- {one}" for one in old[head : len(old) - tail]] + [f"+ {one}" for one in new[head : len(new) - tail]]
    return "\n".join(lines)


def plant(mutant: Mutant) -> None:
    """Puts the error into the function as it runs now, wherever that is referred to. Raises SyntaxError, ValueError, NameError."""
    module = importlib.import_module(mutant.path.removesuffix(".py").replace("/", "."))
    *outer, name = mutant.owner.split(".")
    holder: Any = module
    for one in outer:
        holder = getattr(holder, one)
    target = vars(holder)[name]
    target = getattr(target, "__func__", target)
    source = textwrap.dedent(mutant.code)
    if "__class__" in target.__code__.co_freevars:
        source = f"def _method(__class__):\n{textwrap.indent(source, '    ')}\n    return {name}\n{name} = _method({outer[-1]})"
    made = dict(vars(module))
    exec(compile(f"from __future__ import annotations\n{source}", mutant.path, "exec"), made)
    new = getattr(made[name], "__func__", made[name])
    target.__code__, target.__defaults__, target.__kwdefaults__ = new.__code__, new.__defaults__, new.__kwdefaults__


def caches(starts: tuple[str, ...]) -> list[Any]:
    """The caches of this project's modules whose name, or last part of it, starts so.

    Not the patterns of the grammar: they are the same for every test.
    """
    files = ((module, Path(getattr(module, "__file__", None) or "/")) for module in list(sys.modules.values()))
    own = [module for module, path in files if path.is_relative_to(ROOT) and not path.relative_to(ROOT).parts[0].startswith(".")]
    asked = [m for m in own if m.__name__.startswith(starts) or m.__name__.rpartition(".")[2].startswith(starts)]
    found = [value for module in asked for value in vars(module).values() if isinstance(value, functools._lru_cache_wrapper)]
    return [one for one in found if one is not compile_grammar]


def forget(starts: tuple[str, ...]) -> None:
    """Empties those caches, and that of the grammar."""
    for one in (*caches(starts), compile_grammar):
        one.cache_clear()
