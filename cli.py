"""The command line: reads what was typed, calls the pipeline, prints. The only module that knows Typer.

Data go to standard output, sentences and progress to standard error. Exit codes: 0 done; 1 (``check`` only) something deviates
or contradicts itself; 2 not done, in whole or in part.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer
from typer.exceptions import TyperException

import news
import pipeline
from arguments import content, day_of, deliver, read_letters, say, say_mistake, say_refused, say_what_is_missing
from exports import against, formats, jsonl, listing, rows
from exports.report import headline
from labour.errors import CijfertoetsError
from loaders.holdings import clock_behind
from terminal import bars, drawn, letters_bar, progress, width

app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)

Lang = Annotated[Literal["nl", "en"], typer.Option(help="Taal van meldingen en tabellen.")]
Files = Annotated[list[Path] | None, typer.Argument(metavar="[BRIEF]...", help="Zonder: de meegeleverde brieven. - is standaardinvoer.")]
GivenDate = Annotated[str | None, typer.Option("--date", metavar="JJJJ-MM[-DD]", help="Datum van de brief, ook als erin een andere staat.")]
Out = Annotated[Path | None, typer.Option(help="Bestand in plaats van standaarduitvoer.")]
CheckFormat = Literal["table", "csv", "xlsx", "jsonl", "md", "html", "claimreview"]


parliament = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Haalt brieven op.")
app.add_typer(parliament, name="letters")


@app.callback()
def speak(context: typer.Context, lang: Lang = "nl") -> None:
    """Toetst cijfers uit Nederlandse overheidsbrieven aan CBS StatLine."""
    context.default_map = {name: {"lang": lang, "get": {"lang": lang}} for name in context.command.commands}  # type: ignore[attr-defined]


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
    asked, all_read = read_letters(files, given_date, lang)
    tables, lines = [], b""
    for letter in progress(asked, lang):
        if account:
            fates = pipeline.account(letter)
            lines += jsonl.lines(map(rows.fate_row, fates))
            shown = listing.of_fates(fates, width(out), lang)
        else:
            claims = pipeline.extract_claims(letter)
            say_what_is_missing(letter, claims, lang)
            lines += jsonl.lines(map(rows.claim_row, claims))
            shown = listing.of_claims(claims, pipeline.load_field(), width(out), lang)
        tables.append((letter.title or letter.name, shown, []))
    deliver(lines if form == "jsonl" else drawn(tables, out), out, lang)
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
    asked, all_read = read_letters(files, given_date, lang)
    observations = pipeline.load_observations(day)
    for problem in pipeline.damaged_figures():
        say(problem.nl, problem.en, lang)
    claims = []
    for letter in progress(asked, lang):
        own = pipeline.extract_claims(letter)
        say_what_is_missing(letter, own, lang)
        claims += own
    checks = pipeline.check_claims(claims, asked, observations)
    report = pipeline.report(checks, asked, pipeline.edition(date.today(), day, observations), lang)
    if form == "table":
        parts = [
            (letter.title or letter.name, listing.of_checks(report, own, width(out)), [headline(own, lang), *listing.notes(own, lang)])
            for letter, own in report.by_letter()
        ]
        deliver(drawn(parts, out), out, lang)
    else:
        deliver(formats.render(form, report), out, lang)
    if earlier is not None:
        for sentence in against.sentences(against.changes(earlier, checks), lang):
            say(sentence, sentence, lang)
    if not all_read:
        return 2
    return int(any(one.verdict in ("deviates", "inconsistent") for one in checks))


@app.command()
def figures(
    names: Annotated[list[str] | None, typer.Argument(metavar="[FIGUUR]...", help="Zonder: alle figuren.")] = None,
    out: Annotated[Path, typer.Option(metavar="MAP", help="Map voor de bestanden.")] = Path("figuren"),
    form: Annotated[Literal["png", "svg", "html"], typer.Option("--format", help="Vorm van de bestanden.")] = "png",
    lang: Lang = "nl",
) -> int:
    """Tekent de figuren."""
    all_drawn = True
    drawings = pipeline.drawings(names or (), lang)
    for name in progress(list(drawings), lang):
        try:
            print(drawings[name](out, form))
        except CijfertoetsError as error:
            say(f"{name}: {error.nl}", f"{name}: {error.en}", lang)
            all_drawn = False
    return 0 if all_drawn else 2


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
    with bars() as advance:
        report = pipeline.fetch(tables, deadline, advance)
    for sentence in news.of_fetch(report, lang):
        say(sentence, sentence, lang)
    if any(table.new for table in report.finished):
        for sentence in against.sentences(against.changes(before, pipeline.check_manifest()), lang):
            say(sentence, sentence, lang)
    return 0 if report.whole else 2


@app.command()
def corpus(
    folder: Annotated[Path, typer.Argument(metavar="MAP", help="Map met brieven, ook in mappen daarin.")],
    out: Annotated[Path, typer.Option(metavar="MAP", help="Map voor de Parquet-bestanden; een afgebroken run gaat daar verder.")],
    engine: Annotated[Literal["processes", "dask"], typer.Option(help="Waarmee de brieven worden verdeeld.")] = "processes",
    scheduler: Annotated[str | None, typer.Option(metavar="ADRES", help="Bestaand Dask-cluster: tcp://...")] = None,
    lang: Lang = "nl",
) -> int:
    """Toetst een map met brieven en schrijft de uitkomsten als Parquet."""
    from corpus import run_corpus  # needs pyarrow, which costs other commands time

    with letters_bar(lang) as advance:
        done = run_corpus(folder, out, engine, scheduler, progress=advance)
    say(
        f"{done.letters} brieven gelezen, {done.claims} beweringen, {done.failures} niet te lezen (zie failures.parquet): {out}",
        f"{done.letters} letters read, {done.claims} claims, {done.failures} unreadable (see failures.parquet): {out}",
        lang,
    )
    return 0


@parliament.command("get")
def get_letter(
    reference: Annotated[str, typer.Argument(metavar="NUMMER", help="2024D49783, of dossier en nummer: 29544, nr. 1260.")],
    out: Annotated[Path, typer.Option(metavar="MAP", help="Map voor de brief.")] = Path(),
    lang: Lang = "nl",
) -> int:
    """Een brief uit de open data van de Tweede Kamer."""
    print(pipeline.get_letter(reference, out))
    return 0


@app.command()
def status(
    search: Annotated[str | None, typer.Option(metavar="WOORDEN", help="Zoekt tabellen in de catalogus van StatLine.")] = None,
    lang: Lang = "nl",
) -> int:
    """Welke cijfers zijn vastgelegd, hoe oud ze zijn en wat ontbreekt."""
    below: list[str] = []
    behind = None
    if search is not None:
        title, shown = search, news.of_entries(pipeline.search_catalogue(search), width(None), lang)
    else:
        held = pipeline.held(date.today())
        title, shown = "Figures held" if lang == "en" else "Vastgelegde cijfers", news.of_tables(held, width(None), lang)
        below = news.missing(held, pipeline.indicators_without_figures(), lang)
        behind = clock_behind(held, date.today())
    for problem in [*([behind] if behind else []), *pipeline.damaged_figures()]:
        say(problem.nl, problem.en, lang)
    if not shown.rows:
        say("Geen tabel gevonden.", "No table found.", lang)
    deliver(drawn([(title, shown, below)], None), None, lang)
    return 0


@app.command()
def verify(
    bundle: Annotated[Path, typer.Argument(metavar="BEWIJS", help="Bewaarde uitvoer van check --format jsonl.")], lang: Lang = "nl"
) -> int:
    """Rekent een bewaarde uitkomst na, zonder netwerk."""
    count = pipeline.verify(content(bundle))
    say(f"{count} regels nagerekend, tot de laatste byte gelijk.", f"{count} rows computed again, equal to the last byte.", lang)
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; the exit code. Every error is one sentence on standard error."""
    typed = list(sys.argv[1:] if arguments is None else arguments)
    lang = "en" if "--lang=en" in typed or ("--lang", "en") in itertools.pairwise(typed) else "nl"
    try:
        code = app(typed, prog_name="cli.py", standalone_mode=False)
        sys.stdout.flush()
        return code if code in (0, 1) else 2
    except CijfertoetsError as error:
        say(error.nl, error.en, lang)
    except TyperException as error:
        say_mistake(error.format_message(), lang)
    except BrokenPipeError:
        sys.stdout = None  # type: ignore[assignment]  # nobody reads on, and nothing is left to flush
    except OSError as error:
        say_refused(error, lang)
        sys.stdout = None  # type: ignore[assignment]
    return 2


if __name__ == "__main__":
    sys.exit(main())
