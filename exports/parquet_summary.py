"""The sum of a corpus run, and the claims behind every number of it.

Two passes over the run: one counts, one gathers what the largest groups of repeated claims say. Claims of copies are left out.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice

import pyarrow as pa
import pyarrow.compute as pc

from exports.parquet_repeats import FIGURE, SENTENCE, figure_keys, groups, sentence_keys
from exports.parquet_run import Run, batches, failures
from labour.corpus_summary import CorpusSummary, Repeat, Tally, Unread

MOST_GROUPS = 100  # groups of repeated claims that are told
_MOST_SAID = 5  # different numbers of a group that are told
_MOST_REASONS = 50
_CLAIM = tuple(dict.fromkeys((*FIGURE, *SENTENCE, "sentence")))
_ABOUT = ("indicator", "sector", "population", "period", "sentence")
_TALLY = ["indicator", "year", "verdict", "reason"]
_SEEN = pa.schema([("key", pa.uint64()), ("letter", pa.int32()), ("value", pa.float64()), ("period", pa.string())])


@dataclass(frozen=True, slots=True)
class Selection:
    """Which claims: of an indicator ("" for those without), a verdict, a year of the letter (0: undated), a group. None: any."""

    indicator: str | None = None
    verdict: str | None = None
    year: int | None = None
    figure: str | None = None
    sentence: str | None = None


def summarise(run: Run) -> CorpusSummary:
    """Raises DataError when the run is not whole."""
    tallies: Counter[tuple[str, int | None, str, str]] = Counter()
    seen: dict[str, list[pa.Table]] = {"figure": [], "sentence": []}
    for _, table in batches(run, [*_CLAIM, "value"], ["verdict", "reason"]):
        table = table.filter(table["counted"])
        counted = table.group_by(_TALLY).aggregate([([], "count_all")]).to_pylist()
        tallies.update({(row["indicator"] or "", row["year"], row["verdict"], row["reason"] or ""): row["count_all"] for row in counted})
        for kind, keys in (("figure", figure_keys(table)), ("sentence", sentence_keys(table))):
            some = pa.table([keys, table["letter"], table["value"], table["period"]], schema=_SEEN)
            seen[kind].append(some.filter(pc.is_valid(keys)))
    found = {
        kind: groups(pa.concat_tables(some) if some else _SEEN.empty_table(), several_periods=kind == "sentence")
        for kind, some in seen.items()
    }
    told = _repeats(run, {kind: table.slice(0, MOST_GROUPS).to_pylist() for kind, table in found.items()})
    unread, failed = _unread(run)
    letters = run.letters.filter(run.letters["counted"])
    ends = pc.min_max(letters["date"]).as_py()
    return CorpusSummary(
        edition=run.edition,
        letters=letters.num_rows,
        copies=run.letters.num_rows - letters.num_rows,
        undated=letters["date"].null_count,
        silent=pc.sum(pc.equal(letters["claims"], 0)).as_py() or 0,
        first=ends["min"],
        last=ends["max"],
        tallies=tuple(Tally(*key, count) for key, count in sorted(tallies.items(), key=repr)),
        figures=told["figure"],
        all_figures=found["figure"].num_rows,
        sentences=told["sentence"],
        all_sentences=found["sentence"].num_rows,
        unread=unread,
        failures=failed,
    )


def find(run: Run, wanted: Selection, most: int) -> tuple[int, list[int]]:
    """How many claims are selected, and the row numbers of the first ``most``."""
    count, numbers = 0, []
    columns = _CLAIM if wanted.figure or wanted.sentence else ("indicator",)
    for first, table in batches(run, [*columns, "value"], ["verdict"]):
        places = pc.indices_nonzero(_selected(table, wanted).combine_chunks())
        count += len(places)
        numbers += [first + place for place in places.slice(0, most - len(numbers)).to_pylist()]
    return count, numbers


def _selected(table: pa.Table, wanted: Selection) -> pa.ChunkedArray:
    chosen = table["counted"]
    if wanted.indicator is not None:
        chosen = pc.and_(chosen, pc.equal(pc.fill_null(table["indicator"], ""), wanted.indicator))
    if wanted.verdict is not None:
        chosen = pc.and_(chosen, pc.equal(table["verdict"], wanted.verdict))
    if wanted.year is not None:
        chosen = pc.and_(chosen, pc.equal(pc.fill_null(table["year"], 0), wanted.year))
    for key, keys in ((wanted.figure, figure_keys), (wanted.sentence, sentence_keys)):
        if key is not None:
            chosen = pc.and_(chosen, pc.fill_null(pc.equal(keys(table), pa.scalar(int(key, 16), pa.uint64())), False))
    return chosen


def _repeats(run: Run, wanted: dict[str, list[dict[str, int]]]) -> dict[str, tuple[Repeat, ...]]:
    """What the groups say: gathered in a second pass, which holds no more than these groups."""
    keys = {kind: pa.array([row["key"] for row in rows], pa.uint64()) for kind, rows in wanted.items()}
    said: dict[tuple[str, int], Counter[float]] = {}
    quotes: dict[tuple[str, int], dict[float, str]] = {}
    verdicts: dict[tuple[str, int], Counter[str]] = {}
    about: dict[tuple[str, int], dict[str, str]] = {}
    if not any(wanted.values()):
        return dict.fromkeys(wanted, ())
    for _, table in batches(run, [*_CLAIM, "value", "quote"], ["verdict"]):
        for kind, made in (("figure", figure_keys(table)), ("sentence", sentence_keys(table))):
            inside = pc.and_(pc.is_in(made, keys[kind]), table["counted"].combine_chunks())
            for row in table.append_column("key", made).filter(inside).to_pylist():
                place = kind, row["key"]
                about.setdefault(place, {name: row[name] or "" for name in _ABOUT})
                quotes.setdefault(place, {}).setdefault(row["value"], row["quote"])
                said.setdefault(place, Counter())[row["value"]] += 1
                verdicts.setdefault(place, Counter())[row["verdict"]] += 1
    return {
        kind: tuple(
            Repeat(
                key=f"{row['key']:016x}",
                letters=row["letter_count_distinct"],
                claims=row["count_all"],
                values=row["value_count_distinct"],
                periods=row["period_count_distinct"],
                said=_commonest(said[kind, row["key"]], quotes[kind, row["key"]]),
                verdicts=tuple(sorted(verdicts[kind, row["key"]].items())),
                **about[kind, row["key"]],
            )
            for row in rows
        )
        for kind, rows in wanted.items()
    }


def _commonest(said: Counter[float], quotes: dict[float, str]) -> tuple[tuple[str, int], ...]:
    return tuple((quotes[value], count) for value, count in said.most_common(_MOST_SAID))


def _unread(run: Run) -> tuple[tuple[Unread, ...], int]:
    """Reasons with how often, without the file's name that each begins with; and how many files."""
    reasons = Counter((_reason(row["path"], row["reason_nl"]), _reason(row["path"], row["reason_en"])) for row in failures(run))
    return tuple(Unread(nl, en, count) for (nl, en), count in reasons.most_common(_MOST_REASONS)), sum(reasons.values())


def _reason(path: str, said: str) -> str:
    for name in (path, path.rpartition("/")[2]):
        said = said.removeprefix(f"{name}: ").removeprefix(f"{name} ")
    return said[:1].upper() + said[1:]


def first_failures(run: Run, most: int) -> list[dict[str, str]]:
    """The first files that could not be read, with their reason."""
    return [row | {name: _reason(row["path"], row[name]) for name in ("reason_nl", "reason_en")} for row in islice(failures(run), most)]
