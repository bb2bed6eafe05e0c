"""A short way to write down what a sentence claims, so that a table of sentences stays a table.

    195000 vacancies just_over @2024KW03 :open_vacancies

Value (``55000..60000`` for a range, ``-`` for a record without a number), unit, then in any order: hedge (exact when not written), kind,
``@period`` (``@-`` for none, a tail ``~`` for inferred), ``<base period``, ``:indicator`` (``:-`` for none), ``sector=``, ``group=`` (with
``_`` for a blank), ``source=``, ``note=``, ``step=``, ``adjusted=yes|no``. Only what is written is compared; value, unit and hedge always
are. Claims of one sentence are parted by semicolons, in the order of the text; an empty string says that there are none.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from claims.extract import account, extract_claims
from labour.lexicon import Lexicon
from labour.model import HEDGES, KINDS, UNITS, Claim, Letter, NumberFate
from labour.number_classes import CLASS_NAMES
from loaders.lexicon import load_lexicon
from loaders.snapshot import load_field

DATA = Path(__file__).resolve().parent.parent.parent / "data"
#: the day the letters of the tables are dated, unless a table says otherwise: the last complete quarter is 2024KW04
DAY = date(2025, 2, 14)

_NAMED = {"sector": "sector", "group": "population", "source": "stated_source", "note": "footnote", "adjusted": "adjusted", "step": "step"}
_SIGNS = {"@": "period", "<": "base_period", ":": "indicator"}


@cache
def lexicon() -> Lexicon:
    return load_lexicon(DATA, load_field(DATA))


def letter(text: str, day: date | None = DAY) -> Letter:
    return Letter(name="brief", text=text, day=day, precision="day" if day else "")


def claims_of(text: str, day: date | None = DAY) -> list[Claim]:
    return extract_claims(letter(text, day), lexicon())


def fates_of(text: str, day: date | None = DAY) -> list[NumberFate]:
    return account(letter(text, day), lexicon())


def gap(text: str, expected: str, reason: str) -> Any:
    """A row that the program does not read right yet: the test fails when it does, and the mark can go."""
    return pytest.param(text, expected, marks=pytest.mark.xfail(strict=True, reason=reason))


def parse(expected: str) -> list[dict[str, Any]]:
    """The notation as a list of fields with their values, one dict a claim."""
    return [_one(part.split()) for part in expected.split(";") if part.strip()]


def _one(words: list[str]) -> dict[str, Any]:
    value, unit, *rest = words
    assert unit in UNITS, f"{unit} is no unit"
    low, dots, high = value.partition("..")
    fields: dict[str, Any] = {"value": None if value == "-" else Decimal(low), "unit": unit, "approx": "exact"}
    if "change" not in rest:  # a change between two figures ends at the later one
        fields["end_value"] = Decimal(high) if dots else None
    for word in rest:
        key, equals, said = word.partition("=")
        if word in HEDGES:
            fields["approx"] = word
        elif word in KINDS:
            fields["kind"] = word
        elif word[0] in _SIGNS:
            _told(fields, _SIGNS[word[0]], word[1:])
        elif equals and key in _NAMED:
            said = said.replace("_", " ") if key == "group" else said
            fields[_NAMED[key]] = {"yes": True, "no": False, "-": None}.get(said, Decimal(said) if key == "step" else said)
        else:
            raise AssertionError(f"{word} says nothing")
    return fields


def _told(fields: dict[str, Any], name: str, said: str) -> None:
    if name == "period" and said != "-":
        fields["period_inferred"] = said.endswith("~")
        said = said.removesuffix("~")
    fields[name] = None if said == "-" else said


def shown(claims: Iterable[Claim], fields: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The claims with the fields that were asked of them; a claim that was not expected shows value, unit and quote."""
    rows = []
    for index, claim in enumerate(claims):
        asked = fields[index] if index < len(fields) else ("value", "end_value", "unit", "approx", "kind", "quote")
        rows.append({name: getattr(claim, name) for name in asked})
    return rows


def reads(text: str, expected: str, day: date | None = DAY) -> None:
    """Asserts that the claims of a text are these."""
    wanted, claims = parse(expected), claims_of(text, day)
    assert shown(claims, wanted) == wanted
    for claim in claims:
        says_why(claim)
    for fate in fates_of(text, day):
        assert fate.reason in ({"", "ratio_base"} if fate.fate == "claim" else _REASONS), fate


#: what the rules of a claim can be about; a cell of a table and a record have their period and indicator by the rule for them
_RULES = set("unit sign hedge range change ratio fraction multiple streak record table period indicator adjusted scope".split())

_REASONS = {*CLASS_NAMES, "no_unit", "no_period"} - {""}


def says_why(claim: Claim) -> None:
    """Asserts that a claim names the rules by which it was read: whoever doubts a reading must be able to see where it came from."""
    rules = {rule.partition(".")[0] for rule in claim.rules}
    assert rules <= _RULES, claim.rules
    assert claim.period is None or rules & {"period", "table"}, claim.rules
    assert claim.indicator is None or rules & {"indicator", "record", "table"}, claim.rules
    assert isinstance(claim.period_inferred, bool)


#: lines broken to a width, as text from a pdf is, that claim nothing
WRAPPED = """\
Met deze brief informeren wij uw Kamer over de voortgang van de aanpak van de krapte
op de arbeidsmarkt. De afgelopen periode hebben wij daarover gesproken met werkgevers,
vakbonden en gemeenten, die ieder vanuit hun rol aan de slag zijn gegaan. Zij delen de
zorg over de gevolgen voor de dienstverlening aan burgers en voor de groei van de hele
economie. Het kabinet ziet dat bedrijven steeds vaker hun aanbod moeten beperken, omdat
zij de mensen niet kunnen vinden die daarvoor nodig zijn. Ook de publieke sector merkt
dat, en dat raakt mensen die van zorg, onderwijs en veiligheid afhankelijk zijn en die
daar niet op kunnen wachten. Daarom blijft de inzet gericht op het beter benutten van
het talent dat er is, op het wegnemen van drempels en op het verhogen van productiviteit.

"""


def spaced(text: str) -> str:
    """The text of a row with its visible stand-ins: ``~`` a hard space, ``|`` a line break."""
    return text.replace("~", "\u00a0").replace("|", "\n")
