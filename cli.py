"""The command line: reads what was typed, calls the pipeline, prints. The only module that knows Typer and Rich.

Data go to standard output, sentences and progress to standard error. Exit codes: 0 done; 1 (``check`` only) something deviates
or contradicts itself; 2 not done, in whole or in part.
"""

from __future__ import annotations

import io
import itertools
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import typer
from typer.exceptions import TyperException

import news
import pipeline
from arguments import content, day_of, deliver, letters, say, say_what_is_missing
from exports import against, formats, jsonl, listing, rows
from exports.plain import plain
from exports.report import headline
from labour.errors import CijfertoetsError

app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
T = TypeVar("T")

Lang = Annotated[Literal["nl", "en"], typer.Option(help="Taal van meldingen en tabellen.")]
Files = Annotated[list[Path] | None, typer.Argument(metavar="[BRIEF]...", help="Zonder: de meegeleverde brieven. - is standaardinvoer.")]
GivenDate = Annotated[str | None, typer.Option("--date", metavar="JJJJ-MM[-DD]", help="Datum van de brief, ook als erin een andere staat.")]
Out = Annotated[Path | None, typer.Option(help="Bestand in plaats van standaarduitvoer.")]
CheckFormat = Literal["table", "csv", "xlsx", "jsonl", "md", "html", "claimreview"]


@app.callback()
def speak(context: typer.Context, lang: Lang = "nl") -> None:
    """Toetst cijfers uit Nederlandse overheidsbrieven aan CBS StatLine."""
    context.default_map = {name: {"lang": lang} for name in context.command.commands}  # type: ignore[attr-defined]


@app.command()
def extract(
    files: Files = None,
    form: Annotated[Literal["table", "jsonl"], typer.Option("--format", help="Vorm van de uitvoer.")] = "table",
    account: Annotated[bool, typer.Option("--account", help="Elk getal in de brieven en wat ervan werd.")] = False,
    given_date: GivenDate = None,
    out: Out = None,
    lang: Lang = "nl",
) -> int:
    """Vindt de beweringen in brieven."""
    asked, all_read = letters(files, given_date, lang)
    tables, lines = [], b""
    for letter in _progress(asked, lang):
        if account:
            fates = pipeline.account(letter)
            lines += jsonl.lines(map(rows.fate_row, fates))
            shown = listing.of_fates(fates, _width(out), lang)
        else:
            claims = pipeline.extract_claims(letter)
            say_what_is_missing(letter, claims, lang)
            lines += jsonl.lines(map(rows.claim_row, claims))
            shown = listing.of_claims(claims, pipeline.load_field(), _width(out), lang)
        tables.append((letter.title or letter.name, shown, []))
    deliver(lines if form == "jsonl" else _drawn(tables, out), out, lang)
    return 0 if all_read else 2


@app.command()
def check(
    files: Files = None,
    form: Annotated[CheckFormat, typer.Option("--format", help="Vorm van de uitvoer.")] = "table",
    out: Out = None,
    as_of: Annotated[str | None, typer.Option(metavar="JJJJ-MM-DD", help="Standen van na deze dag tellen niet mee.")] = None,
    saved: Annotated[
        Path | None, typer.Option("--against", metavar="RUN.jsonl", help="Zegt wat er veranderde sinds deze uitkomst.")
    ] = None,
    given_date: GivenDate = None,
    lang: Lang = "nl",
) -> int:
    """Toetst de beweringen in brieven; code 1 als er iets afwijkt of intern strijdig is."""
    day = None if as_of is None else day_of(as_of)[0]
    earlier = None if saved is None else against.read_run(content(saved), saved.name)
    asked, all_read = letters(files, given_date, lang)
    observations = pipeline.load_observations(day)
    for problem in pipeline.damaged_figures():
        say(problem.nl, problem.en, lang)
    claims = []
    for letter in _progress(asked, lang):
        own = pipeline.extract_claims(letter)
        say_what_is_missing(letter, own, lang)
        claims += own
    checks = pipeline.check_claims(claims, asked, observations)
    report = pipeline.report(checks, asked, pipeline.edition(date.today(), day, observations), lang)
    if form == "table":
        parts = [
            (letter.title or letter.name, listing.of_checks(report, own, _width(out)), [headline(own, lang), *listing.notes(own, lang)])
            for letter, own in report.by_letter()
        ]
        deliver(_drawn(parts, out), out, lang)
    else:
        deliver(formats.render(form, report), out, lang)
    if earlier is not None:
        for sentence in against.sentences(against.changes(earlier, checks), lang):
            say(sentence, sentence, lang)
    if not all_read:
        return 2
    return int(any(one.verdict in ("deviates", "inconsistent") for one in checks))


@app.command()
def fetch(
    tables: Annotated[
        list[str] | None, typer.Argument(metavar="[TABEL]...", help="Zonder: alle tabellen die de indicatoren nodig hebben.")
    ] = None,
    deadline: Annotated[float, typer.Option(min=1, help="Seconden die een tabel ten hoogste mag duren.")] = 60,
    lang: Lang = "nl",
) -> int:
    """Haalt de nieuwste StatLine-tabellen op; code 2 tenzij elke tabel heel binnenkwam."""
    before = [rows.check_row(one) for one in pipeline.check_manifest()]
    with _bars() as advance:
        report = pipeline.fetch(tables, deadline, advance)
    for sentence in news.of_fetch(report, lang):
        say(sentence, sentence, lang)
    if any(table.new for table in report.finished):
        for sentence in against.sentences(against.changes(before, pipeline.check_manifest()), lang):
            say(sentence, sentence, lang)
    return 0 if report.whole else 2


@app.command()
def status(
    search: Annotated[str | None, typer.Option(metavar="WOORDEN", help="Zoekt tabellen in de catalogus van StatLine.")] = None,
    lang: Lang = "nl",
) -> int:
    """Welke cijfers zijn vastgelegd, hoe oud ze zijn en wat ontbreekt."""
    below: list[str] = []
    if search is not None:
        title, shown = search, news.of_entries(pipeline.search_catalogue(search), _width(None), lang)
    else:
        held = pipeline.held(date.today())
        title, shown = "Figures held" if lang == "en" else "Vastgelegde cijfers", news.of_tables(held, _width(None), lang)
        below = news.missing(held, pipeline.indicators_without_figures(), lang)
    for problem in pipeline.damaged_figures():
        say(problem.nl, problem.en, lang)
    if not shown.rows:
        say("Geen tabel gevonden.", "No table found.", lang)
    deliver(_drawn([(title, shown, below)], None), None, lang)
    return 0


@app.command()
def verify(
    bundle: Annotated[Path, typer.Argument(metavar="BEWIJS", help="Bewaarde uitvoer van check --format jsonl.")], lang: Lang = "nl"
) -> int:
    """Rekent een bewaarde uitkomst na, zonder netwerk."""
    count = pipeline.verify(content(bundle))
    say(f"{count} regels nagerekend, tot de laatste byte gelijk.", f"{count} rows computed again, equal to the last byte.", lang)
    return 0


def _progress(items: Sequence[T], lang: str) -> Iterator[T]:
    """The items one by one, with a bar on a terminal where there are several."""
    if len(items) < 2 or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description="Letters" if lang == "en" else "Brieven", console=Console(stderr=True), transient=True)


@contextmanager
def _bars() -> Iterator[Callable[[str, int, int | None], None]]:
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


def _width(out: Path | None) -> int:
    from rich.console import Console

    return 160 if out else Console().width


def _drawn(tables: Sequence[tuple[str, listing.Listing, list[str]]], out: Path | None) -> bytes:
    """Title, table and lines below of each, as wide as the terminal; nothing that a letter says is taken for markup."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    text = io.StringIO()
    console = Console(file=text, width=_width(out), force_terminal=not out and sys.stdout.isatty(), highlight=False, emoji=False)
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
    return "\n".join(line.rstrip() for line in text.getvalue().splitlines()).encode() + b"\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; the exit code. Every error is one sentence on standard error."""
    typed = list(sys.argv[1:] if arguments is None else arguments)
    lang = "en" if "--lang=en" in typed or ("--lang", "en") in itertools.pairwise(typed) else "nl"
    try:
        code = app(typed, prog_name="cli.py", standalone_mode=False)
        return code if code in (0, 1) else 2
    except CijfertoetsError as error:
        say(error.nl, error.en, lang)
    except TyperException as error:
        said = error.format_message()
        say(f"Deze opdracht klopt niet: {said} Zie --help.", f"This command is not right: {said} See --help.", lang)
    except BrokenPipeError:
        sys.stdout = None  # type: ignore[assignment]  # nobody reads on, and nothing is left to flush
    return 2


if __name__ == "__main__":
    sys.exit(main())
