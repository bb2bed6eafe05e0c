"""What the command line is given and gives back: letters, dates and files in; data and sentences out.

Reads standard input and the files named, writes the file asked for; knows neither Typer nor Rich.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pipeline
from exports.plain import plain
from labour import periods
from labour.errors import CijfertoetsError, cause
from labour.model import Letter
from loaders.letters import MAX_BYTES
from loaders.whole_files import write_whole

STDIN = Path("-")
#: the largest saved outcome that is read; a bundle of a thousand letters stays below it
MAX_SAVED = 200_000_000
# What the parser of the command line says of a mistake, in English only, and what we say instead.
_MISTAKES = tuple(
    (re.compile(pattern), dutch)
    for pattern, dutch in (
        (r"No such command '(.*)'\..*", "Er is geen opdracht {0}."),
        (r"No such option: (\S+).*", "Er is geen optie {0}."),
        (r"Missing (?:argument|option) '(.*)'\..*", "{0} ontbreekt."),
        (r"Option '(.*)' requires an argument\.", "Bij {0} hoort een waarde."),
        (r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)", "{0} hoort hier niet."),
        (r"Invalid value for '(.*?)': (?:Value error, )?(.*) is not one of (.*)\.", "{1} kan niet bij {0}; kies uit {2}."),
        (r"Invalid value for '(.*?)': .*", "De waarde bij {0} kan niet."),
    )
)


def read_letters(files: Sequence[Path] | None, given_date: str | None, lang: str) -> tuple[list[Letter], bool]:
    """The letters asked for, and whether all could be read; for each that could not, its sentence is said."""
    day, precision = (None, "day") if given_date is None else day_of(given_date)
    if not files:
        return [pipeline.dated(letter, day, precision) for letter in pipeline.manifest_letters()], True
    asked = list({file if file == STDIN else file.resolve(): file for file in files}.values())
    found = []
    for file, name in zip(asked, pipeline.letter_names(asked), strict=True):
        try:
            # one byte past the limit is enough to be refused as a file of that size is
            source = sys.stdin.buffer.read(MAX_BYTES + 1) if file == STDIN else file
            found.append(pipeline.load_letter(source, name=name, day=day, precision=precision))
        except CijfertoetsError as error:
            say(error.nl, error.en, lang)
    return found, len(found) == len(asked)


def day_of(text: str) -> tuple[date, str]:
    """The last day that "2024-12-13" or "2024-12" can mean, and its precision. Raises CijfertoetsError."""
    day = periods.last_day_of(text)
    if day is None or text not in (f"{day:%Y-%m-%d}", f"{day:%Y-%m}"):
        shown = plain(text)
        raise CijfertoetsError(
            f"{shown} is geen datum; schrijf bijvoorbeeld 2024-12-13 of 2024-12.", f"{shown} is no date; write 2024-12-13 or 2024-12."
        )
    return day, "month" if len(text) == 7 else "day"


def content(path: Path) -> bytes:
    """The bytes of a saved outcome. Raises CijfertoetsError, also for one that is too large or never ends."""
    try:
        with path.open("rb") as file:
            found = file.read(MAX_SAVED + 1)
    except OSError as error:
        nl, en = cause(error)
        raise CijfertoetsError(f"{path} kon niet worden gelezen ({nl}).", f"{path} could not be read ({en}).") from error
    if len(found) > MAX_SAVED:
        limit = MAX_SAVED // 1_000_000
        raise CijfertoetsError(
            f"{path} is groter dan {limit} MB en wordt niet gelezen.", f"{path} is larger than {limit} MB and is not read."
        )
    return found


def say_mistake(message: str, lang: str) -> None:
    """What is wrong with the command as typed, and where to look."""
    for pattern, dutch in _MISTAKES:
        if found := pattern.fullmatch(message):
            say(f"{dutch.format(*found.groups())} Zie --help.", f"{message} See --help.", lang)
            return
    say(f"Deze opdracht klopt niet: {message} Zie --help.", f"{message} See --help.", lang)


def say_refused(error: OSError, lang: str) -> None:
    """What the system refused; without a name it was standard output."""
    nl, en = cause(error)
    if error.filename is None:
        say(f"De uitvoer kon niet worden geschreven ({nl}).", f"The output could not be written ({en}).", lang)
    else:
        say(f"{error.filename}: {nl}.", f"{error.filename}: {en}.", lang)


def say(nl: str, en: str, lang: str) -> None:
    """A sentence on standard error."""
    print(en if lang == "en" else nl, file=sys.stderr)


def say_what_is_missing(letter: Letter, claims: Sequence[object], lang: str) -> None:
    """That a letter makes no claims, or has no date."""
    name = plain(letter.name)
    if not claims:
        say(f"In {name} staan geen beweringen met een getal.", f"{name} makes no claims with a number.", lang)
    if letter.day is None:
        say(
            f"Van {name} is geen datum gevonden: wat toen bekend was, is niet te zeggen. Geef er een met --date.",
            f"No date was found for {name}: what was known then cannot be said. Give one with --date.",
            lang,
        )


def deliver(data: bytes, out: Path | None, lang: str) -> None:
    """To the file asked for, else to standard output."""
    if out is not None:
        try:
            write_whole(out, data)
        except OSError as error:
            nl, en = cause(error)
            raise CijfertoetsError(
                f"{out} kon niet worden geschreven ({nl}); kies met --out een andere plaats.",
                f"{out} could not be written ({en}); choose another place with --out.",
            ) from error
        say(f"Geschreven: {out}", f"Written: {out}", lang)
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
