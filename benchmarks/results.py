"""The page of results, docs/benchmarks.md: sections under a title each, which a benchmark replaces when it has measured anew."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import labour

PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"


def machine() -> str:
    """When, by which version and on what a result was measured."""
    return (
        f"{date.today()}, version {labour.__version__}: {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}"
    )


def section(title: str, command: str, lines: Sequence[str]) -> str:
    """One result: what was measured, how to measure it again, and what was printed."""
    printed = "\n".join(lines)
    return f"## {title}\n\n`{command}`, {machine()}\n\n```\n{printed}\n```\n"


def sections(page: str) -> dict[str, str]:
    """The sections of a page by the command that made them."""
    found = re.split(r"^(?=## )", page, flags=re.MULTILINE)[1:]
    return {one.split("`")[1]: one.rstrip() + "\n" for one in found}


def put(title: str, command: str, lines: Sequence[str]) -> None:
    """Replaces the section that the command made before, or adds it at the end; the others stay."""
    page = PAGE.read_text(encoding="utf-8")
    head = page.partition("\n## ")[0].rstrip() + "\n"
    PAGE.write_text("\n".join([head, *(sections(page) | {command: section(title, command, lines)}).values()]), encoding="utf-8")
