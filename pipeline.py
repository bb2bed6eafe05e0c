"""The whole program in a few calls, used by every shell: the command line, the dashboard, the corpus run.

Here, and only here, letters, word lists, figures, claims and checks meet. What costs much to import is imported where used.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from labour.indicators import Field
from labour.model import Check, Claim, Letter, NumberFate
from labour.observations import ObservationIndex

if TYPE_CHECKING:
    import pandas as pd

    from labour.lexicon import Lexicon


def load_letter(source: Path | bytes, *, name: str | None = None, day: date | None = None, precision: str = "day") -> Letter:
    """A letter from a file or its bytes; ``day`` wins over the date found in it. Raises LetterError."""
    from loaders.letters import read_letter

    return read_letter(source, name=name, day=day, precision=precision)


def manifest_letters() -> list[Letter]:
    """The letters of the manifest, each once: second renditions of a letter are left out."""
    from loaders import letters, places

    return letters.manifest_letters(places.data_folder())


def load_field() -> Field:
    """Indicators and sectors."""
    from loaders import places, snapshot

    return snapshot.load_field(places.data_folder())


def load_lexicon() -> Lexicon:
    """The word lists by which claims are found."""
    from loaders import lexicon, places

    return lexicon.load_lexicon(places.data_folder(), load_field())


def extract_claims(letter: Letter) -> list[Claim]:
    """Every quantitative claim of the letter, in order of place."""
    from claims import extract

    return extract.extract_claims(letter, load_lexicon())


def account(letter: Letter) -> list[NumberFate]:
    """Every number of the letter and what became of it: claim, refused or no claim."""
    from claims import extract

    return extract.account(letter, load_lexicon())


def load_observations(as_of: date | None = None) -> ObservationIndex:
    """The shipped figures with the fetched states laid over them; with ``as_of`` as they stood on that day."""
    from loaders import ledger, places, snapshot

    index = snapshot.load_index(places.data_folder(), ledger.Ledger(places.state_folder()).rows())
    return index if as_of is None else index.as_of(as_of)


def check_claims(claims: Sequence[Claim], letters: Sequence[Letter], observations: ObservationIndex) -> list[Check]:
    """One check per claim, in the same order."""
    from checks import verdicts

    return verdicts.check_claims(claims, letters, observations, load_field())


def checks_table(checks: Iterable[Check], language: str = "nl") -> pd.DataFrame:
    """The claim-versus-source table for screen and files, one row per check, in words of the language."""
    import pandas as pd

    from exports import table

    return pd.DataFrame(table.rows(checks, language), columns=table.columns(language))
