"""How long reading takes: the whole extraction against one bare quantity pattern over the same letters, on one core, in one run.

The bare pattern finds numbers with their scale and unit and does nothing else: no sentences, no periods, no indicators, no account. It
is the least that any reader of quantities pays. Two ready-made English and Dutch readers stand beside them where they are installed
(requirements-bench.txt, in an environment of their own). Run:

    python -m benchmarks.extraction [--runs N] [--copies N] [--others]
"""

from __future__ import annotations

import argparse
import importlib
import re
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from claims.extract import extract_claims
from labour.model import Footnote, Letter
from loaders.letters import read_letter
from loaders.lexicon import load_lexicon
from loaders.places import data_folder
from loaders.snapshot import load_field

_SPACE = "[ \\u00a0\\u2009\\u202f]"
_ONES = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_TEENS = "tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien"
_TENS = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
#: what a bare pattern can see of a quantity: hedge, sign, number in Dutch print or words, scale, unit
BARE = re.compile(
    rf"(?P<hedge>\b(?:circa|ongeveer|ruim|bijna|zo[’']n|meer dan|minder dan|minstens|ten minste|maximaal|nog geen|een krappe){_SPACE})?"
    rf"(?P<sign>€{_SPACE}?|[+−-])?"
    rf"(?P<number>\d{{1,3}}(?:[.\u00a0\u2009\u202f ]\d{{3}})+(?:,\d+)?|\d+(?:,\d+)?"
    rf"|\b(?:(?:{_ONES})(?:(?:en|ën)(?:{_TENS})|honderd)?|{_TEENS}|{_TENS}|honderd|anderhalve?|(?:een )?half))"
    rf"(?P<scale>{_SPACE}?(?:duizend|dzd|mln|miljoen|mld|miljard))?"
    rf"(?:{_SPACE}?(?P<unit>%|procent(?:punt(?:en)?)?|euro|fte|vacatures?|banen|personen|mensen|werklozen|werkenden|werknemers|huishoudens"
    r"|jaar|maanden|weken|kwartalen|uur|keer))?(?!\w)",
    re.IGNORECASE,
)


def bare(text: str) -> int:
    """How many quantities the bare pattern finds."""
    return sum(1 for _ in BARE.finditer(text))


def letters() -> list[Letter]:
    folder = data_folder()
    return [read_letter(path) for path in sorted((folder / "letters").glob("*.txt"))]


def median(work: Callable[[], object], runs: int) -> float:
    """Median processor seconds of a number of runs, after one that warms up: what else the machine does is left out."""
    work()
    seconds = []
    for _ in range(runs):
        begin = time.process_time()
        work()
        seconds.append(time.process_time() - begin)
    return statistics.median(seconds)


def others() -> Iterator[tuple[str, Callable[[str], object]]]:
    """The ready-made readers that are installed here, as name and function of a text."""
    try:
        reader = importlib.import_module("quantulum3.parser")
    except ImportError as problem:
        print(f"quantulum3 left out: {problem}")
    else:
        yield "quantulum3", reader.parse
    try:
        suite, culture = importlib.import_module("recognizers_number"), importlib.import_module("recognizers_text").Culture
    except ImportError as problem:
        print(f"recognizers-text left out: {problem}")
    else:
        model = suite.NumberRecognizer(culture.Dutch).get_number_model()
        yield "recognizers-text", model.parse


def long_letter(source: Letter, copies: int) -> Letter:
    """A letter that many times over, its notes moved along."""
    size = len(source.text)
    notes = [
        Footnote(note.mark, None if note.anchor is None else note.anchor + n * size, note.start + n * size, note.end + n * size)
        for n in range(copies)
        for note in source.footnotes
    ]
    return replace(source, text=source.text * copies, footnotes=tuple(notes))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--copies", type=int, default=10, help="length of the long letter, in copies of the longest")
    parser.add_argument("--others", action="store_true", help="measure quantulum3 and recognizers-text too")
    options = parser.parse_args()
    own = letters()
    lexicon = load_lexicon(data_folder(), load_field(data_folder()))
    megabytes = sum(len(letter.text.encode()) for letter in own) / 1e6
    floor = median(lambda: [bare(letter.text) for letter in own], options.runs)
    found = sum(bare(letter.text) for letter in own)
    whole = median(lambda: [extract_claims(letter, lexicon) for letter in own], options.runs)
    claims = sum(len(extract_claims(letter, lexicon)) for letter in own)
    print(f"{len(own)} letters, {megabytes:.2f} MB, median of {options.runs} runs")
    print(f"{'':24}{'seconds':>9}{'MB/s':>8}{'times bare':>12}{'found':>8}")
    _row("bare quantity pattern", floor, megabytes, floor, found)
    _row("whole extraction", whole, megabytes, floor, claims)
    longest = max(own, key=lambda letter: len(letter.text))
    stretched = long_letter(longest, options.copies)
    size = len(stretched.text.encode()) / 1e6
    base = median(lambda: bare(stretched.text), 3)
    _row(f"one letter x {options.copies}", median(lambda: extract_claims(stretched, lexicon), 3), size, base, None)
    if options.others:
        for name, read in others():
            seconds = median(lambda read=read: [read(letter.text) for letter in own], 1)  # type: ignore[misc]
            _row(name, seconds, megabytes, floor, sum(len(read(letter.text)) for letter in own))  # type: ignore[arg-type]
            print(f"{'':24}whole extraction is {seconds / whole:.0f} times as fast")


def _row(name: str, seconds: float, megabytes: float, floor: float, found: int | None) -> None:
    print(f"{name:24}{seconds:9.3f}{megabytes / seconds:8.2f}{seconds / floor:12.1f}{'' if found is None else found:>8}")


if __name__ == "__main__":
    main()
