"""kill -9 at random moments of every kind of write: what was reported as kept is there, and nothing is half."""

from __future__ import annotations

import functools
import itertools
import multiprocessing
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go

import pipeline
from benchmarks.faults.provoking import Notes, Outcome
from exports.formats import Format, render
from figures import png
from figures.picture import Picture
from loaders import catalogue, parliament
from loaders.judgements import Judgements
from loaders.ledger import Ledger
from loaders.parliament import FetchedLetter
from loaders.whole_files import write_whole
from tests.loaders.test_judgements import ONE
from tests.loaders.test_ledger import state
from tests.standin.server import Standin

FORMATS: tuple[Format, ...] = ("csv", "xlsx", "jsonl", "md", "html", "claimreview")
LETTER = FetchedLetter(b"%PDF-1.4 " + b"x" * 300_000, "2024D1", "Brief", "de minister", "", None, "pdf", "")
#: seconds that a writer lives at most after its first write
_LONGEST = 0.04


@dataclass(frozen=True)
class Writing:
    """A kind of write: ``write`` does the one of a number; ``wrong`` says what is amiss when so many were reported, at most."""

    what: str
    write: Callable[[Path, int], None]
    wrong: Callable[[Path, list[int], int], str]


def writings(room: Path, standin: Standin) -> list[Writing]:
    """Every kind of write the program knows, but for whole runs (see runs.py). Fills ``room`` with what some of them write."""
    room.joinpath("source").mkdir()
    contents = _exports(room)
    ask = functools.partial(_catalogue, standin.url)
    return [
        Writing("a fetched state (ledger)", _ledger, _ledger_wrong),
        Writing("a judgement", _judgement, _judgement_wrong),
        Writing("the catalogue", ask, _catalogue_wrong),
        Writing(f"an export ({', '.join(FORMATS)})", functools.partial(_export, room), functools.partial(_export_wrong, contents)),
        Writing("a picture", _picture, _picture_wrong),
        Writing("a letter of the Tweede Kamer", _letter, _letter_wrong),
    ]


def kill(writing: Writing, room: Path, times: int, chance: random.Random) -> Outcome:
    """Starts the writer and kills it, so many times, on one folder after another; each begins where the one before was killed."""
    context = multiprocessing.get_context("forkserver")  # a clean process that has read the modules already: hundreds a minute
    context.set_forkserver_preload(["__main__", __name__])
    notes = Notes(room)
    reported: list[int] = []
    writes, folder = 0, room
    for turn in range(times):
        if turn % 10 == 0:  # a fresh folder now and then: what was read back grows with what was kept
            folder, reported = room / f"{len(list(room.iterdir()))}", []
            folder.mkdir()
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_write_on, args=(writing.write, folder, 1000 * turn, theirs))
        process.start()
        theirs.close()
        fresh = [ours.recv()]
        time.sleep(chance.uniform(0, _LONGEST))
        process.kill()
        process.join()
        while True:
            try:
                fresh.append(ours.recv())
            except EOFError:
                break
        reported += fresh
        writes += len(fresh)
        wrong = writing.wrong(folder, reported, turn % 10 + 1)
        notes.expect(not wrong, f"after kill {turn + 1}: {wrong}")
    return notes.outcome(
        f"kill -9 while writing {writing.what}",
        "the writing process killed at a random moment, the next goes on in the same folder",
        times,
        f"{writes} writes reported as done, all there and whole; the next writer went on",
    )


def _write_on(write: Callable[[Path, int], None], folder: Path, first: int, told: Connection) -> None:
    for number in itertools.count(first):
        write(folder, number)
        told.send(number)


def _ledger(folder: Path, number: int) -> None:
    Ledger(folder).add(state({f"2026KW0{1 + one % 4}": f"{number}.{one}" for one in range(4)}))


def _ledger_wrong(folder: Path, reported: list[int], kills: int) -> str:
    ledger = Ledger(folder)
    if problems := ledger.damaged():
        return problems[0].nl
    kept = {int(next(iter(one.series[0].cells.values()))[0] or 0) for one in ledger.states("1NED")}
    lost = set(reported) - kept
    return f"lost {lost}" if lost else f"{kept - set(reported)} were not reported" if len(kept) > len(reported) + kills else ""


def _judgement(folder: Path, number: int) -> None:
    Judgements(folder).add(replace(ONE, start=number))


def _judgement_wrong(folder: Path, reported: list[int], kills: int) -> str:
    kept = [one.start for one in Judgements(folder).all()]
    lost = set(reported) - set(kept)
    return f"lost {lost}" if lost else "doubled" if len(set(kept)) < len(kept) or len(kept) > len(reported) + kills else ""


def _catalogue(url: str, folder: Path, number: int) -> None:
    catalogue.fetch_catalogue(folder, base_url=url, now=datetime(2026, 8, 1, tzinfo=UTC).replace(year=2000 + number % 1000))


def _catalogue_wrong(folder: Path, reported: list[int], kills: int) -> str:
    held = catalogue.held_catalogue(folder)
    return "" if held and held.entries and held.fetched_at.year >= 2000 + reported[-1] % 1000 else "the catalogue is not the last one"


def _exports(room: Path) -> dict[str, set[bytes]]:
    """Two true outcomes in every format, to be written over each other."""
    letters = pipeline.manifest_letters()[:1]
    checks = pipeline.check_claims(pipeline.extract_claims(letters[0]), letters, pipeline.load_observations())
    made = pipeline.edition(datetime(2026, 8, 1, tzinfo=UTC).date())
    contents: dict[str, set[bytes]] = {}
    for form, language in itertools.product(FORMATS, ("nl", "en")):
        content = render(form, pipeline.report(checks, letters, made, language))
        (room / "source" / f"{form}.{language}").write_bytes(content)
        contents.setdefault(form, set()).add(content)
    return contents


def _export(room: Path, folder: Path, number: int) -> None:
    form = FORMATS[number % len(FORMATS)]
    write_whole(folder / f"uit.{form}", (room / "source" / f"{form}.{('nl', 'en')[number // len(FORMATS) % 2]}").read_bytes())


def _export_wrong(contents: dict[str, set[bytes]], folder: Path, reported: list[int], kills: int) -> str:
    half = [form for form in FORMATS if (folder / f"uit.{form}").exists() and (folder / f"uit.{form}").read_bytes() not in contents[form]]
    gone = [form for place, form in enumerate(FORMATS) if place in reported and not (folder / f"uit.{form}").exists()]
    return f"half: {half}" if half else f"gone: {gone}" if gone else ""


def _picture(folder: Path, number: int) -> None:
    drawing = go.Figure(go.Scatter(y=[number % 10, 1]))
    png.write(Picture("proef", drawing, "Proef", "Een lijn.", "A line.", "Een lijn", pd.DataFrame(), "figuur", {}), folder, "html")


def _picture_wrong(folder: Path, reported: list[int], kills: int) -> str:
    path = folder / "figuur.html"
    return "" if path.exists() and path.read_bytes().endswith(b"</body></html>\n") else "the picture is not whole"


def _letter(folder: Path, number: int) -> None:
    parliament.save(replace(LETTER, title=f"Brief {number}", content=LETTER.content + b"%d" % number), folder)


def _letter_wrong(folder: Path, reported: list[int], kills: int) -> str:
    written = (folder / "2024D1.pdf").read_bytes()
    number = written.removeprefix(LETTER.content)
    record = (folder / "2024D1.metadata.xml").read_text(encoding="utf-8")
    whole = written.startswith(LETTER.content) and number.isdigit() and record.endswith("</metadata_gegevens>\n")
    return "" if whole and int(number) >= reported[-1] else "the letter is not whole"
