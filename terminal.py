"""What the command line draws: tables as wide as the terminal, and how far long work is. The only module that knows Rich.

Rich is imported when something is drawn: files and JSON lines do without it.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from exports import listing
from exports.plain import plain

if TYPE_CHECKING:
    from corpus import Progress as CorpusProgress

T = TypeVar("T")


def progress(items: Sequence[T], lang: str) -> Iterator[T]:
    """The items one by one, with a bar on a terminal where there are several."""
    if len(items) < 2 or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description="Letters" if lang == "en" else "Brieven", console=Console(stderr=True), transient=True)


@contextmanager
def bars() -> Iterator[Callable[[str, int, int | None], None]]:
    """A function that shows how far each table is: a bar per table on a terminal, nothing elsewhere."""
    from rich.console import Console
    from rich.progress import Progress, TaskID

    tasks: dict[str, TaskID] = {}
    with Progress(console=Console(stderr=True), disable=not sys.stderr.isatty()) as progress:

        def advance(table: str, done: int, total: int | None) -> None:
            if table not in tasks:
                tasks[table] = progress.add_task(plain(table), total=None)
            progress.update(tasks[table], completed=done, total=total)

        yield advance


@contextmanager
def letters_bar(lang: str) -> Iterator[Callable[[CorpusProgress], None]]:
    """A function that shows how far a corpus is: letters, letters a second and time left, on a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    unit = "letters/s" if lang == "en" else "brieven/s"
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty()) as shown:
        task = shown.add_task("Letters" if lang == "en" else "Brieven", total=None, rate="")
        yield lambda now: shown.update(task, completed=now.done, total=now.total, rate=f"{now.rate:.0f} {unit}")


def width(out: Path | None) -> int:
    from rich.console import Console

    return 160 if out else Console().width


def drawn(tables: Sequence[tuple[str, listing.Listing, list[str]]], out: Path | None) -> bytes:
    """Title, table and lines below of each, as wide as the terminal; nothing that a letter says is taken for markup."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    text = io.StringIO()
    console = Console(file=text, width=width(out), force_terminal=not out and sys.stdout.isatty(), highlight=False, emoji=False)
    for title, shown, below in tables:
        console.print(Text(plain(title), style="bold"))
        table = Table(box=SIMPLE_HEAD, pad_edge=False)
        for place, (head, name) in enumerate(zip(shown.heads, shown.names, strict=True)):
            table.add_column(Text(name), justify="right" if head.is_number else "left", overflow="fold", no_wrap=head.is_whole)
            if head.is_number:  # a number broken over two lines reads as two numbers
                table.columns[-1].min_width = max((len(word) for row in shown.rows for word in row[place].split()), default=0)
        for row in shown.rows:
            table.add_row(*map(Text, row))
        console.print(table if shown.rows else "")
        for line in below:
            console.print(Text(line))
        console.print()
    return "".join(f"{line.rstrip()}\n" for line in text.getvalue().splitlines()).encode()
