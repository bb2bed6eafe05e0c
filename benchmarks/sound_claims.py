"""Sound claims made from the held figures: the figure as known on an invented letter's date, printed as a letter would.

Levels, changes by quarter and year, multiples, from-to pairs, inverse ratios, streaks, records and means of every series a letter could
quote.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from checks import derived
from checks.lookup import Line, Reading, lines, newest
from checks.verdicts import check_claims
from claims.extract import extract_claims
from labour.indicators import Field
from labour.model import Claim, Condition, Interval, Letter
from labour.observations import ObservationIndex
from labour.periods import parse
from loaders.letters import manifest_letters
from loaders.lexicon import load_lexicon
from loaders.places import data_folder

SINCE = date(2022, 3, 1)  # the survey's new method is out: a letter of before it cannot be contradicted by what is held
SCALED = {"persons", "vacancies", "jobs"}


@dataclass(frozen=True, slots=True)
class Case:
    """A claim with its letter; ``truth`` is what the figure can be in its unit, ``miss`` the near miss that is the true cause."""

    claim: Claim
    letter: Letter
    truth: Interval
    kind: str
    miss: str = ""
    line: Line | None = None


def printed(value: Decimal, unit: str, style: str) -> tuple[Decimal, Decimal, str]:
    """A figure as a letter prints it: value, step and text."""
    if unit not in SCALED:
        step = Decimal("0.1") if unit in ("percent", "percentage_point", "hours_per_week") else Decimal(1)
        rounded = value.quantize(step, rounding=ROUND_HALF_UP)
        return rounded, step, str(rounded).replace(".", ",")
    step = {"duizend": Decimal(1000), "tiende": Decimal(100), "miljoen": Decimal(100000), "punten": Decimal(1000)}[style]
    rounded = (value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step
    text = {
        "duizend": f"{rounded / 1000:f} duizend",
        "tiende": f"{rounded / 1000:.1f} duizend".replace(".", ","),
        "miljoen": f"{rounded / 1000000:.1f} miljoen".replace(".", ","),
        "punten": f"{rounded:,f}".replace(",", "."),
    }[style]
    return rounded, step, text


def sound(index: ObservationIndex, field: Field, rng: random.Random, size: int) -> Iterator[Case]:
    """Sound claims of every kind, of the lines a letter would quote."""
    pool = [
        line
        for name, indicator in field.indicators.items()
        if indicator.checkable and indicator.publisher == "CBS"
        for line in lines(index, name)
        if not line.basis and len(line.periods(index)) >= 8
    ]
    by_indicator: dict[str, list[Line]] = defaultdict(list)
    for line in pool:
        by_indicator[line.indicator].append(line)
    names = sorted(by_indicator)
    for number in range(size):
        line = rng.choice(by_indicator[rng.choice(names)])
        indicator = field.indicators[line.indicator]
        period = rng.choice(line.periods(index))
        at = parse(period)
        yearly = at is not None and at.kind == "JJ"
        default = indicator.adjusted_default_year if yearly else indicator.adjusted_default
        if at is None or not _sector_known(line, field):
            continue
        day = max(at.last_day() + timedelta(days=50), SINCE) + timedelta(days=rng.randint(0, 900))
        letter = Letter(f"brief-{number}", f"Het aantal ({line.indicator}) staat hier.", day=day, precision="day")
        adjusted = line.adjusted if default is not None and line.adjusted is not default else None
        for maker in (_level, _year, _quarter, _growth, _multiple, _from_to, _inverse, _streak, _record, _mean):
            case = maker(line, period, letter, index, rng)
            if case is not None:
                claim = replace(case.claim, adjusted=adjusted, sector=_sector(line, field), indicator=line.indicator)
                yield replace(case, claim=claim, line=line)


def of_letters(index: ObservationIndex, field: Field) -> Iterator[Case]:
    """The claims of the shipped letters that the figures bear out, as the grammar finds them."""
    lexicon = load_lexicon(data_folder(), field)
    for letter in manifest_letters(data_folder()):
        for check in check_claims(extract_claims(letter, lexicon), [letter], index, field):
            claim, point = check.claim, check.published
            if check.verdict.startswith("supported") and claim.value is not None and point is not None:
                kind = "from-to" if claim.kind == "change" and claim.base_value is not None else claim.kind
                yield Case(claim, letter, Interval(point, point, False, False), kind)


def _sector_known(line: Line, field: Field) -> bool:
    return line.group == "total" or _sector(line, field) is not None


def _sector(line: Line, field: Field) -> str | None:
    return next((key for key, sector in field.sectors.items() if line.group in (sector.sbi, sector.id)), None)


def _known(line: Line, period: str, letter: Letter, index: ObservationIndex) -> Reading | None:
    """The state a careful writer would have quoted: of the method in force on the day of the letter."""
    readings = [r for r in line.readings(index, period) if r.state.method != "ebb_old"]
    return newest(readings, letter.day) or newest(readings, None)


def _claim(letter: Letter, value: Decimal, unit: str, kind: str, period: str, style: str, **more: object) -> Claim:
    rounded, step, text = printed(value, unit, style)
    return Claim(letter.name, 0, len(text), text, rounded, text, unit, kind=kind, period=period, step=step, **more)  # type: ignore[arg-type]


def _style(value: Decimal, unit: str, rng: random.Random) -> str:
    if unit in SCALED and abs(value) >= 2000000:
        return rng.choice(("miljoen", "duizend"))
    return "tiende" if unit in SCALED and abs(value) < 20000 else rng.choice(("duizend", "punten"))


def _level(line: Line, period: str, letter: Letter, index: ObservationIndex, rng: random.Random) -> Case | None:
    cell = _known(line, period, letter, index)
    if cell is None:
        return None
    kind = {"percent": "share", "per_100": "ratio", "per_1000": "ratio"}.get(line.unit, "level")
    return Case(_claim(letter, cell.point, line.unit, kind, period, _style(cell.point, line.unit, rng)), letter, cell.spread, "level")


def _change(line: Line, period: str, back: int, letter: Letter, index: ObservationIndex, rng: random.Random, unit: str) -> Case | None:
    at = parse(period)
    if at is None or line.indicator.endswith("_growth"):
        return None
    base = at.shift(-1).key if back == 1 else at.years_earlier(back // 4).key
    later, earlier = _known(line, period, letter, index), _known(line, base, letter, index)
    if later is None or earlier is None or not earlier.point:
        return None
    made = derived.growth(later, earlier) if unit == "percent" else derived.difference(later, earlier)
    if made is None:
        return None
    claim = _claim(letter, made.point, unit, "change", period, _style(made.point, unit, rng), base_period=base)
    return Case(claim, letter, made.spread, "change") if claim.value and abs(claim.value) >= 3 * (claim.step or 1) else None


def _year(line: Line, period: str, letter: Letter, index: ObservationIndex, rng: random.Random) -> Case | None:
    return _change(line, period, 4, letter, index, rng, "percentage_point" if line.unit == "percent" else line.unit)


def _quarter(line: Line, period: str, letter: Letter, index: ObservationIndex, rng: random.Random) -> Case | None:
    return _change(line, period, 1, letter, index, rng, "percentage_point" if line.unit == "percent" else line.unit)


def _growth(line: Line, period: str, letter: Letter, index: ObservationIndex, rng: random.Random) -> Case | None:
    return _change(line, period, 4, letter, index, rng, "percent") if line.unit != "percent" else None


def _from_to(line: Line, period: str, letter: Letter, index: ObservationIndex, rng: random.Random) -> Case | None:
    made = _year(line, period, letter, index, rng)
    if made is None or made.claim.base_period is None:
        return None
    ends = [_known(line, key, letter, index) for key in (made.claim.base_period, period)]
    if None in ends:
        return None
    low, high = (printed(end.point, line.unit, "duizend") for end in ends if end is not None)
    claim = replace(made.claim, value=high[0] - low[0], step=low[1], base_value=low[0], end_value=high[0])
    return replace(made, claim=claim, kind="from-to") if claim.value else None


def _inverse(line: Line, period: str, letter: Letter, index: ObservationIndex, rng: random.Random) -> Case | None:
    cell = _known(line, period, letter, index) if line.unit == "per_100" else None
    made = None if cell is None else derived.inverse(cell)
    if made is None:
        return None
    truth = made.point
    rounded = truth.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    text = f"{rounded} werklozen per vacature".replace(".", ",")
    claim = Claim(letter.name, 0, len(text), text, rounded, text, "persons", kind="ratio", period=period, step=Decimal("0.1"))
    return Case(claim, letter, made.spread, "ratio")


def _streak(line: Line, period: str, letter: Letter, index: ObservationIndex, rng: random.Random) -> Case | None:
    cell, at = _known(line, period, letter, index), parse(period)
    if cell is None or at is None or at.kind != "KW":
        return None
    limit = cell.point - rng.randint(1, 9) * abs(cell.point) / 100
    run, here = 0, at
    while (held := _known(line, here.key, letter, index)) is not None and held.point > limit:
        run, here = run + 1, here.shift(-1)
    if held is None or run < 2:
        return None
    length = Decimal(run)
    claim = Claim(letter.name, 0, 9, "kwartalen", length, str(run), "quarters", kind="streak", period=period, step=Decimal(1))
    return Case(replace(claim, condition=Condition("above", limit)), letter, Interval(length, length, False, False), "streak")


def _multiple(line: Line, period: str, letter: Letter, index: ObservationIndex, rng: random.Random) -> Case | None:
    """ "1,3 keer zoveel als vijf jaar eerder"."""
    at = parse(period)
    if at is None or line.unit not in SCALED:
        return None
    base = at.years_earlier(5).key
    later, earlier = _known(line, period, letter, index), _known(line, base, letter, index)
    made = derived.multiple(later, earlier) if later is not None and earlier is not None and earlier.point else None
    if made is None or len({later.state.method, earlier.state.method} if later and earlier else ()) > 1:
        return None
    rounded = made.point.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    text = str(rounded).replace(".", ",")
    more = {"kind": "multiple", "period": period, "base_period": base, "step": Decimal("0.1")}
    return Case(Claim(letter.name, 0, len(text), text, rounded, text, "multiple", **more), letter, made.spread, "multiple")  # type: ignore[arg-type]


def _record(line: Line, period: str, letter: Letter, index: ObservationIndex, rng: random.Random) -> Case | None:
    """The highest or lowest since the last quarter that was higher or lower."""
    cell, at = _known(line, period, letter, index), parse(period)
    side = rng.choice(("highest", "lowest"))
    sign = 1 if side == "highest" else -1
    if cell is None or at is None or at.kind != "KW":
        return None
    here = at.shift(-1)
    while (held := _known(line, here.key, letter, index)) is not None and held.point * sign <= cell.point * sign:
        here = here.shift(-1)
    if held is None or here == at.shift(-1):
        return None
    text = "het hoogst" if sign > 0 else "het laagst"
    claim = Claim(letter.name, 0, 10, text, None, text, "rank", kind="record", period=period, base_period=here.key)
    return Case(replace(claim, condition=Condition(side)), letter, Interval(None, None), "record")


def _mean(line: Line, period: str, letter: Letter, index: ObservationIndex, rng: random.Random) -> Case | None:
    """The mean over the five years or quarters up to the period."""
    at = parse(period)
    if at is None or at.kind not in ("KW", "JJ") or line.unit not in ("percent", "per_100", "per_1000"):
        return None
    keys = [at.shift(-back).key for back in range(4, -1, -1)]
    known = [cell for key in keys if (cell := _known(line, key, letter, index)) is not None]
    made = derived.mean(known) if len(known) == len(keys) else None
    if made is None or len({cell.state.method for cell in known}) > 1:
        return None
    kind = "share" if line.unit == "percent" else "ratio"
    return Case(_claim(letter, made.point, line.unit, kind, f"{keys[0]}..{period}", "duizend"), letter, made.spread, "mean")
