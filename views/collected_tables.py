"""A corpus run as tables of words and numbers: per indicator, what letters say alike, and what could not be read. Draws nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from exports.plain import plain
from exports.table import sector_name
from labour import periods, wording
from labour.corpus_summary import Repeat, Tally, Unread, by_indicator, counted
from labour.indicators import Field
from labour.model import VERDICTS
from views.table import indicator_name
from views.texts import speaker


def named(field: Field, key: str, language: str) -> str:
    """An indicator's name; for none ("") that there is none."""
    return indicator_name(field, key, language) or speaker(language)("toets.no_indicator")


def of_indicators(tallies: Sequence[Tally], field: Field, language: str) -> tuple[list[str], pd.DataFrame]:
    """The indicators in order, and for each how many claims, how many of them checked, and how many of each verdict."""
    say, own = speaker(language), by_indicator(tallies)
    columns: dict[str, list[str] | list[int]] = {
        say("table.indicator"): [named(field, key, language) for key in own],
        say("verzameling.claims"): [counted(rows) for rows in own.values()],
        say("verzameling.checked"): [counted(one for one in rows if one.verdict != "unverifiable") for rows in own.values()],
    }
    for verdict in VERDICTS:
        columns[wording.verdict(verdict, language)] = [counted(one for one in rows if one.verdict == verdict) for rows in own.values()]
    return list(own), pd.DataFrame(columns)


def of_repeats(found: Sequence[Repeat], field: Field, language: str) -> pd.DataFrame:
    """What several letters say alike: about what, in how many letters, with which numbers and verdicts."""
    say = speaker(language)
    return pd.DataFrame(
        {
            say("table.indicator"): [named(field, one.indicator, language) for one in found],
            say("detail.population"): [_group(one, field, language) for one in found],
            say("table.period"): [_period(one, language) for one in found],
            say("verzameling.letters"): [one.letters for one in found],
            say("verzameling.values"): [one.values for one in found],
            say("verzameling.said"): [_said(one) for one in found],
            say("table.verdict"): [_verdicts(one, language) for one in found],
            say("verzameling.sentence"): [plain(one.sentence) for one in found],
        }
    )


def repeat_name(one: Repeat, field: Field, language: str) -> str:
    """A group of repeated claims in one line, for a list."""
    return f"{named(field, one.indicator, language)}, {_period(one, language)}: {_said(one)}"


def of_reasons(unread: Sequence[Unread], language: str) -> pd.DataFrame:
    """Why files could not be read, with how many."""
    say = speaker(language)
    reasons = [plain(one.en if language == "en" else one.nl) for one in unread]
    return pd.DataFrame({say("verzameling.reason"): reasons, say("verzameling.files"): [one.count for one in unread]})


def of_files(rows: Sequence[dict[str, str]], language: str) -> pd.DataFrame:
    """The files that could not be read, each with its reason."""
    say = speaker(language)
    return pd.DataFrame(
        {
            say("verzameling.file"): [plain(row["path"]) for row in rows],
            say("verzameling.reason"): [plain(row[f"reason_{language}"]) for row in rows],
        }
    )


def _group(one: Repeat, field: Field, language: str) -> str:
    return plain(", ".join(part for part in (sector_name(field, one.sector, language), one.population) if part))


def _period(one: Repeat, language: str) -> str:
    more = f" (+{one.periods - 1})" if one.periods > 1 else ""
    return periods.name(one.period, language) + more


def _said(one: Repeat) -> str:
    more = "; …" if one.values > len(one.said) else ""
    return "; ".join(f"{plain(quote)} ({count}×)" for quote, count in one.said) + more


def _verdicts(one: Repeat, language: str) -> str:
    given = dict(one.verdicts)
    return "; ".join(f"{wording.verdict(verdict, language)} ({given[verdict]})" for verdict in VERDICTS if verdict in given)
