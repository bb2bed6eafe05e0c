"""The whole program in a few calls, used by every shell: the command line, the dashboard, the corpus run.

Here, and only here, letters, word lists, figures, claims, checks and exports meet. What costs much to import is imported where used.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from checks import verdicts
from claims import extract
from exports import bundle, table
from exports.report import Report
from labour.edition import Edition
from labour.errors import DataError
from labour.indicators import Field, Indicator
from labour.judgement import standing
from labour.lexicon import Lexicon
from labour.model import Check, Claim, Letter, NumberFate
from labour.observations import ObservationIndex
from loaders import catalogue, fetching, holdings, judgements, ledger, letters, lexicon, parliament, places, snapshot, statline
from loaders.catalogue import CatalogueEntry
from loaders.fetching import FetchReport
from loaders.holdings import TableStatus

if TYPE_CHECKING:
    import pandas as pd

_WORD_LISTS = ("indicators.toml", "sectors.toml", "lexicon.toml")


def load_letter(source: Path | bytes, *, name: str | None = None, day: date | None = None, precision: str = "day") -> Letter:
    """A letter from a file or its bytes; ``day`` wins over the date found in it. Raises LetterError."""
    return letters.read_letter(source, name=name, day=day, precision=precision)


def manifest_letters() -> list[Letter]:
    """The letters of the manifest, each once: second renditions of a letter are left out."""
    return letters.manifest_letters(places.data_folder())


def letter_names(paths: Sequence[Path]) -> list[str]:
    """The name of each letter: its file's without the last ending; files of one name get as many folders before it as tell them apart."""
    whole = [Path("stdin") if path == Path("-") else path.resolve() for path in paths]
    names = ["stdin" if path == Path("-") else path.stem for path in paths]
    for depth in range(1, max((len(path.parts) for path in whole), default=0)):
        shared = {name for name in names if names.count(name) > 1}
        names = [
            "/".join((*path.parts[-1 - depth : -1], path.stem)) if name in shared else name for path, name in zip(whole, names, strict=True)
        ]
    return [path.as_posix() if names.count(name) > 1 else name for path, name in zip(whole, names, strict=True)]


def dated(letter: Letter, day: date | None, precision: str = "day") -> Letter:
    """The letter with the date that a person gave, where one was given."""
    return letter if day is None else replace(letter, day=day, precision=precision, date_from="opgegeven")


def load_field() -> Field:
    """Indicators and sectors. Raises DataError."""
    return load_lexicon().field


def load_lexicon() -> Lexicon:
    """The word lists by which claims are found; read again only when a file has changed. Raises DataError."""
    folder = places.data_folder()
    return _lexicon(folder, tuple(_changed(folder / name) for name in _WORD_LISTS))


@lru_cache(maxsize=2)
def _lexicon(folder: Path, changed: tuple[int, ...]) -> Lexicon:
    return lexicon.load_lexicon(folder, snapshot.load_field(folder))


def _changed(path: Path) -> int:
    return path.stat().st_mtime_ns if path.exists() else 0


def extract_claims(letter: Letter) -> list[Claim]:
    """Every quantitative claim of the letter, in order of place."""
    return extract.extract_claims(letter, load_lexicon())


def account(letter: Letter) -> list[NumberFate]:
    """Every number of the letter and what became of it: claim, refused or no claim."""
    return extract.account(letter, load_lexicon())


def load_observations(as_of: date | None = None, fetched: Mapping[str, int] | None = None) -> ObservationIndex:
    """The shipped figures with the fetched states laid over them; with ``as_of`` as they stood on that day.

    ``fetched`` leaves out what was fetched later than when each table had so many states.
    """
    index = snapshot.load_index(places.data_folder(), ledger.Ledger(places.state_folder()).rows(counts=fetched))
    return index if as_of is None else index.as_of(as_of)


def damaged_figures() -> list[DataError]:
    """What of the figures held is damaged and therefore left out, a sentence each: shipped files, and states fetched later."""
    return [*snapshot.damaged(places.data_folder()), *ledger.Ledger(places.state_folder()).damaged()]


def check_claims(claims: Sequence[Claim], letters: Sequence[Letter], observations: ObservationIndex) -> list[Check]:
    """One check per claim, in the same order."""
    return verdicts.check_claims(claims, letters, observations, load_field())


def check_manifest() -> list[Check]:
    """The manifest's letters, checked together by the figures held now."""
    own = manifest_letters()
    return check_claims([claim for letter in own for claim in extract_claims(letter)], own, load_observations())


def checks_table(checks: Iterable[Check], language: str = "nl") -> pd.DataFrame:
    """The claim-versus-source table, one row per check; numbers are Decimals, everything else words of the language."""
    import pandas as pd

    report = Report(tuple(checks), (), Edition(date.min, None, ""), load_field(), language)
    shown = table.columns(report)
    return pd.DataFrame(table.rows(report, shown), columns=[column.name(language) for column in shown])


def drawings(names: Iterable[str], language: str = "nl") -> dict[str, Callable[[Path, str], Path]]:
    """The pictures asked for, or all, each to be drawn into a folder in a format. Raises CijfertoetsError for an unknown name."""
    from figures import gallery, png

    wanted = gallery.chosen(names)
    drawn = gallery.pictures(load_observations(), load_field(), check_manifest(), language)
    return {name: lambda folder, form, draw=drawn[name]: png.write(draw(), folder, form) for name in wanted}


def edition(
    day: date, as_of: date | None = None, observations: ObservationIndex | None = None, fetched: Mapping[str, int] | None = None
) -> Edition:
    """What a run on ``day`` is cited by: the newest state among the figures, and the SHA-256 of figures and word lists."""
    index = load_observations(as_of) if observations is None else observations
    digest = hashlib.sha256()
    for name in _WORD_LISTS:
        digest.update((places.data_folder() / name).read_bytes())
    newest = date.min
    for key in sorted(index.cells):
        digest.update(repr(index.series[key]).encode())
        for period, states in sorted(index.cells[key].items()):
            digest.update(repr((period, states)).encode())
            newest = max(newest, *(state.known_from or date.min for state in states))
    counts = tuple(ledger.Ledger(places.state_folder()).counts().items()) if fetched is None else tuple(fetched.items())
    return Edition(day, newest if newest > date.min else None, digest.hexdigest(), as_of, counts)


def report(checks: Sequence[Check], letters: Sequence[Letter], made: Edition, language: str = "nl") -> Report:
    """What the exports are made from, the judgements of people included."""
    return Report(checks, letters, made, load_field(), language, standing(judgements.Judgements(places.state_folder()).all()))


def verify(content: bytes) -> int:
    """Computes a proof bundle again from the letters in it and the figures held; the number of rows. Raises DataError.

    Figures fetched after the bundle was made are left out; where the figures or word lists themselves are others, it says so.
    """
    proof = bundle.read(content)
    fetched = dict(proof.edition.fetched)
    observations = load_observations(proof.edition.as_of, fetched)
    made = edition(proof.edition.day, proof.edition.as_of, observations, fetched)
    if made != proof.edition:
        said = f"Cijfertoets {proof.edition.version}, SHA-256 {proof.edition.fingerprint[:12]}"
        here = f"Cijfertoets {made.version}, {made.fingerprint[:12]}"
        raise DataError(
            f"Het bewijsbestand is heel, maar gemaakt met andere cijfers of woordenlijsten ({said}) dan hier staan ({here}).",
            f"The proof bundle is whole, but was made with other figures or word lists ({said}) than are held here ({here}).",
        )
    again = {}
    for group in proof.together:
        claims = [claim for letter in group for claim in extract_claims(letter)]
        again |= {bundle.bare(check): check for check in check_claims(claims, group, observations)}
    for number, row in enumerate(proof.rows, start=1):
        if row not in again:
            raise bundle.damaged(number)
    checks = [again[row] for row in proof.rows]
    judged = {one.place: one for one in proof.judgements}
    everything = [letter for group in proof.together for letter in group]
    bundle.same(content, bundle.to_jsonl(Report(checks, everything, made, load_field(), proof.language, judged, proof.together)))
    return len(checks)


def fetch(tables: Sequence[str] | None, deadline: float, progress: fetching.Progress) -> FetchReport:
    """The newest state of these StatLine tables, or of all that the indicators need, into the ledger."""
    return fetching.fetch_tables(
        tables,
        data=places.data_folder(),
        state=places.state_folder(),
        base_url=statline.base_url(),
        deadline=deadline,
        progress=progress,
        now=datetime.now(UTC),
    )


def get_letter(reference: str, folder: Path) -> Path:
    """A letter from the Tweede Kamer's open data into a folder. Raises LetterError."""
    return parliament.save(parliament.get_letter(reference), folder)


def held(today: date) -> list[TableStatus]:
    """What is held of each table, how old it is and what is missing."""
    return holdings.held_status(places.data_folder(), places.state_folder(), today)


def indicators_without_figures() -> list[Indicator]:
    """Indicators that are recognised, and of which nothing is held."""
    index = load_observations()
    return [one for one in load_field().indicators.values() if one.id not in index.by_indicator]


def search_catalogue(words: str) -> list[CatalogueEntry]:
    """Tables of StatLine's catalogue, which is fetched once and searched without a network after that."""
    state = places.state_folder()
    if catalogue.held_catalogue(state) is None:
        catalogue.fetch_catalogue(state, base_url=statline.base_url(), now=datetime.now(UTC))
    return catalogue.search_catalogue(words, state)
