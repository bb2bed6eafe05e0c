"""The proof bundle: ``check --format jsonl`` rows that carry all that is needed to compute them again. Pure.

Every row has a ``proof``: its number and the number of rows, the cite line, the SHA-256 of its letter, and a chain: the SHA-256
of the row before it and of the row itself, so that no byte can change, and no row can go, unseen. The first row also holds the
edition and the text of the letters, in the groups that were checked together. ``pipeline.verify`` computes the rows again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from exports.jsonl import dump, lines
from exports.report import Report
from exports.rows import check_row
from labour import edition as editions
from labour.edition import Edition
from labour.errors import DataError
from labour.judgement import Judgement
from labour.model import Check, Footnote, Letter

_START = "0" * 64


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a bundle holds: its rows without their proof, what they were computed from, and what people judged."""

    rows: tuple[str, ...]
    together: tuple[tuple[Letter, ...], ...]
    edition: Edition
    language: str
    judgements: tuple[Judgement, ...]


def to_jsonl(report: Report) -> bytes:
    """The rows with their proof; no rows give no bytes."""
    texts = {letter.name: letter for letter in report.letters}
    rows, chain = [], _START
    for number, check in enumerate(report.checks, start=1):
        letter = texts[check.claim.letter]
        proof: dict[str, Any] = {"row": number, "rows": len(report.checks), "letter_sha256": letter.sha256}
        proof["cite"] = editions.cite(report.edition, letter, report.language)
        if number == 1:
            proof |= {"language": report.language, "edition": _flat(asdict(report.edition))}
            proof["letters"] = [[_flat(asdict(one)) for one in group] for group in report.together or (report.letters,)]
        row = check_row(check)
        judgement = report.judgement_of(check)
        if judgement is not None:
            row["judgement"] = asdict(judgement)
        row["proof"] = proof
        chain = proof["chain"] = _link(chain, row)
        rows.append(row)
    return lines(rows)


def bare(check: Check) -> str:
    """A row without proof and human judgement, as text: what must come out again."""
    return dump(check_row(check))


def read(content: bytes) -> Bundle:
    """The bundle in a file. Raises DataError for anything but a whole bundle that nobody has touched."""
    try:
        rows = [json.loads(line, parse_float=Decimal) for line in content.decode().splitlines()]
        first = rows[0]["proof"]
        for number, row in enumerate(rows, start=1):
            if (row["proof"]["row"], row["proof"]["rows"]) != (number, len(rows)):
                raise damaged(number)
        chain = _START
        for number, row in enumerate(rows, start=1):
            stored = row["proof"].pop("chain")
            chain = _link(chain, row)
            if stored != chain:
                raise damaged(number)
        together = tuple(tuple(_letter(record) for record in group) for group in first["letters"])
        edition = Edition(**_dates(first["edition"], Edition) | {"fetched": tuple(map(tuple, first["edition"]["fetched"]))})
        judgements = tuple(
            Judgement(**row["judgement"] | {"reading": tuple(map(tuple, row["judgement"]["reading"]))})
            for row in rows
            if "judgement" in row
        )
        return Bundle(tuple(_bare_text(row) for row in rows), together, edition, first["language"], judgements)
    except DataError:
        raise
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise DataError(
            "Dit is geen heel bewijsbestand: bewaar de uitvoer van `check --format jsonl` ongewijzigd.",
            "This is not a whole proof bundle: keep the output of `check --format jsonl` unchanged.",
        ) from error


def same(content: bytes, again: bytes) -> None:
    """Raises DataError naming the first line in which the two differ."""
    if content != again:
        pairs: Iterable[tuple[bytes, bytes]] = zip(content.split(b"\n"), again.split(b"\n"), strict=False)
        raise damaged(next((number for number, (left, right) in enumerate(pairs, start=1) if left != right), 1))


def damaged(number: int) -> DataError:
    """The refusal of a bundle whose line does not come out again."""
    return DataError(
        f"Het bewijsbestand klopt niet: regel {number} is gewijzigd, verplaatst of weggelaten sinds het is gemaakt.",
        f"The proof bundle does not hold: line {number} was changed, moved or left out since it was made.",
    )


def _link(chain: str, row: Mapping[str, Any]) -> str:
    return hashlib.sha256((chain + dump(row)).encode()).hexdigest()


def _bare_text(row: Mapping[str, Any]) -> str:
    return dump({name: value for name, value in row.items() if name not in ("proof", "judgement")})


def _flat(record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in record.items()}


def _dates(record: Mapping[str, Any], of: type) -> dict[str, Any]:
    dated = {one.name for one in fields(of) if "date" in str(one.type).split(" | ")}
    return {name: date.fromisoformat(value) if name in dated and value is not None else value for name, value in record.items()}


def _letter(record: Mapping[str, Any]) -> Letter:
    notes = tuple(Footnote(**note) for note in record["footnotes"])
    return Letter(**_dates(record, Letter) | {"footnotes": notes, "pages": tuple(record["pages"])})
