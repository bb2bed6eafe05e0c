"""Tables of any size with cells that follow from their codes, for measurements and for tests of paging."""

from __future__ import annotations

from labour.periods import between
from tests.standin.tables import Code, Dimension, Table, Topic

IDENTIFIER = "90000NED"


def generated(rows: int, *, topics: int = 6, identifier: str = IDENTIFIER) -> Table:
    """A table of at least ``rows`` rows: two dimensions and quarters; every tenth cell of the first topic is empty."""
    quarters = between("1997KW01", "2026KW04")
    groups = 10
    sections = max(1, -(-rows // (groups * len(quarters))))
    first = Dimension("Kenmerken", tuple(Code(f"K{number:05d}", f"Kenmerk {number}") for number in range(sections)), 8)
    second = Dimension("Groepen", tuple(Code(f"G{number}", f"Groep {number}") for number in range(groups)), 10)
    time = Dimension("Perioden", tuple(Code(key, key, "Definitief") for key in quarters), 8, "TimeDimension")
    columns = tuple(Topic(f"Onderwerp_{number}", f"Onderwerp {number}", "x 1 000", 1) for number in range(1, topics + 1))
    place = {code.key: number for one in (first, second, time) for number, code in enumerate(one.codes)}

    def cell(codes: tuple[str, ...], key: str) -> float | None:
        number = sum(place[code] * weight for code, weight in zip(codes, (7, 3, 1), strict=True)) + int(key[10:])
        return None if key == "Onderwerp_1" and number % 10 == 0 else number % 10_000 / 10

    return Table(identifier, "Opgemaakte tabel", (first, second, time), columns, cell)
