"""The part of OData's ``$filter`` that StatLine is asked with: eq, ne, and, or, substringof, startswith, brackets."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

Test = Callable[[Mapping[str, Any]], bool]
_TOKEN = re.compile(r"\s*(?:'((?:[^']|'')*)'|([A-Za-z_]\w*)|(-?\d+(?:\.\d+)?)|([(),]))")


class FilterError(ValueError):
    """The filter cannot be read; StatLine answers 400."""


def compile_filter(text: str) -> Test:
    """The test of a row that ``text`` describes. Keys are compared as they stand: without padding nothing is found."""
    parser = _Parser(text)
    test = parser.either()
    if parser.kind != "end":
        raise FilterError(f"unexpected {parser.word!r}")
    return test


class _Parser:
    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.step()

    def step(self) -> None:
        if not self.text[self.at :].strip():
            self.kind, self.word = "end", ""
            return
        found = _TOKEN.match(self.text, self.at)
        if not found:
            raise FilterError(f"unexpected text at {self.at}")
        self.at = found.end()
        groups = found.groups()
        place = next(i for i, group in enumerate(groups) if group is not None)
        self.kind = ("text", "name", "number", "mark")[place]
        self.word = groups[place].replace("''", "'") if place == 0 else groups[place]

    def take(self, kind: str, word: str | None = None) -> str:
        if self.kind != kind or (word is not None and self.word != word):
            raise FilterError(f"expected {word or kind}, found {self.word!r}")
        taken = self.word
        self.step()
        return taken

    def either(self) -> Test:
        tests = [self.both()]
        while (self.kind, self.word) == ("name", "or"):
            self.step()
            tests.append(self.both())
        return tests[0] if len(tests) == 1 else lambda row: any(test(row) for test in tests)

    def both(self) -> Test:
        tests = [self.one()]
        while (self.kind, self.word) == ("name", "and"):
            self.step()
            tests.append(self.one())
        return tests[0] if len(tests) == 1 else lambda row: all(test(row) for test in tests)

    def one(self) -> Test:
        if (self.kind, self.word) == ("mark", "("):
            self.step()
            test = self.either()
            self.take("mark", ")")
            return test
        name = self.take("name")
        if name in ("substringof", "startswith"):
            return self.call(name)
        operator = self.take("name")
        value: Any = float(self.word) if self.kind == "number" else self.word
        self.take("number" if self.kind == "number" else "text")
        if operator == "eq":
            return lambda row: bool(row.get(name) == value)
        if operator == "ne":
            return lambda row: bool(row.get(name) != value)
        return lambda row: True  # ge and le on periods are ignored by the service

    def call(self, name: str) -> Test:
        self.take("mark", "(")
        first_kind, first = self.kind, self.word
        self.step()
        self.take("mark", ",")
        second = self.word
        self.step()
        self.take("mark", ")")
        part, column = (first, second) if first_kind == "text" else (second, first)
        if name == "startswith":
            return lambda row: str(row.get(column, "")).startswith(part)
        return lambda row: part in str(row.get(column, ""))
