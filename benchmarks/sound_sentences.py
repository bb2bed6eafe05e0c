"""Sound sentences: held figures told in the ways of sentences.toml, read and checked as a letter: ``python -m benchmarks.sound_sentences``.

Nothing in them may be called wrong. Beside each stands the same sentence with two digits of its figure changed places.
"""

from __future__ import annotations

import random
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from checks.verdicts import check_claims
from claims.extract import extract_claims
from labour.indicators import Field
from labour.lexicon import Lexicon
from labour.model import Check, Letter
from labour.observations import ObservationIndex, Series, latest
from labour.periods import parse
from loaders.lexicon import load_lexicon
from loaders.places import data_folder
from loaders.snapshot import load_field, load_index

BAD = ("deviates", "inconsistent")
SINCE = 2015  # the recalculated series of the labour-force survey and the business survey are whole from here
SIZE = 3000
NOUNS = {
    "unemployed_persons": "werklozen",
    "employed_persons": "werkenden",
    "employees": "werknemers",
    "permanent_employees": "werknemers met een vaste arbeidsrelatie",
    "flexible_employees": "werknemers met een flexibele arbeidsrelatie",
    "self_employed_without_personnel": "zzp'ers",
    "open_vacancies": "openstaande vacatures",
    "part_time_workers": "deeltijders",
    "full_time_workers": "voltijders",
    "underemployed_part_time_workers": "onderbenutte deeltijdwerkers",
}
SECTIONS = {
    "F": "de bouw",
    "I": "de horeca",
    "Q": "de zorg",
    "G": "de handel",
    "P": "het onderwijs",
    "C": "de industrie",
    "O": "het openbaar bestuur",
}
ORDINALS = ("eerste", "tweede", "derde", "vierde")


@dataclass(frozen=True, slots=True)
class Told:
    """One text with the day of its letter; ``wrong`` the same with a figure that is not held, "" where it has none."""

    way: str
    text: str
    wrong: str
    day: date


def told(index: ObservationIndex, rng: random.Random, size: int = SIZE) -> Iterator[Told]:
    """``size`` texts at most; figures that did not change between the quarters compared are left out."""
    ways: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))
    before = ways.pop("before")
    templates = [(kind, way) for kind, texts in ways.items() for way in texts]
    for _ in range(size):
        kind, way = rng.choice(templates)
        words = _words(kind, index, rng)
        if words is None:
            continue
        front = rng.choice(before)
        text = _joined(front, way.format_map(words))
        figure = words["n"]
        swapped = _swapped(figure) if kind == "level" and "{n}" in way else ""
        wrong = _joined(front, way.format_map({**words, "n": swapped})) if swapped else ""
        yield Told(way, text, wrong, date.fromisoformat(words["day"]))


def _joined(front: str, text: str) -> str:
    return front + text if not front or front.endswith("\n") else f"{front} {text}"


def _words(kind: str, index: ObservationIndex, rng: random.Random) -> Mapping[str, str] | None:
    """What fills the braces, from a random quarter of a random indicator."""
    indicator = rng.choice(list(NOUNS))
    series = next(index.of(indicator, group="total", adjusted=True))
    periods = [p for p in index.periods(series.key) if "KW" in p and int(p[:4]) >= SINCE]
    period = parse(rng.choice(periods))
    assert period is not None
    form = rng.randrange(4)
    quarters = {"P": period, "PQ": period.shift(-1), "PY": period.years_earlier(1)}
    words = {name: _named(one.number, one.year, form) for name, one in quarters.items()}
    values = [_value(index, series, one.key) for one in quarters.values()]
    if None in values:
        return None
    n, nq, ny = ((value / 1000).quantize(Decimal(1), ROUND_HALF_UP) for value in values if value is not None)
    if n in (nq, ny):
        return None
    words |= {"n": _dutch(n), "nq": _dutch(nq), "ny": _dutch(ny), "dq": _dutch(abs(n - nq)), "dy": _dutch(abs(n - ny))}
    words |= {
        "plain": _dutch(n * 1000),
        "mln": _dutch((values[0] / 1000000).quantize(Decimal("0.01"), ROUND_HALF_UP), 2),
        "most": _dutch(max(n, nq, ny)),
        "pct": _dutch(abs(n - ny) * 100 / ny, 1),
    }
    words |= {"w": NOUNS[indicator], "W": NOUNS[indicator].capitalize(), "Pc": words["P"][0].upper() + words["P"][1:]}
    for tail, rose in (("", n > ny), ("q", n > nq)):
        pairs = {"meer": "minder", "steeg": "daalde", "toe": "af", "hoger": "lager", "gestegen": "gedaald"}
        words |= {up + tail: up if rose else down for up, down in pairs.items()}
    days = [state.known_from for state in index.states(series.key, period.key) if state.known_from]
    words["day"] = ((max(days) if days else date(2026, 9, 1)) + timedelta(days=rng.choice([1, 20, 60, 200]))).isoformat()
    more = {"beside": _beside, "rate": _rates, "sector": _section}.get(kind)
    found = more(index, rng, indicator, period.key, quarters["PY"].key) if more else {}
    return None if found is None else words | found


def _beside(index: ObservationIndex, rng: random.Random, indicator: str, period: str, _: str) -> dict[str, str] | None:
    other = rng.choice([one for one in NOUNS if one != indicator])
    value = _value(index, next(index.of(other, group="total", adjusted=True)), period)
    return None if value is None else {"w2": NOUNS[other], "n2": _dutch((value / 1000).quantize(Decimal(1), ROUND_HALF_UP))}


def _rates(index: ObservationIndex, _rng: random.Random, _indicator: str, period: str, year_before: str) -> dict[str, str] | None:
    asked = {"ur": ("unemployment_rate", period), "np": ("net_participation", period), "npy": ("net_participation", year_before)}
    found = {}
    for name, (indicator, at) in asked.items():
        values = [v for s in index.of(indicator, group="total", adjusted=True) if (v := _value(index, s, at)) is not None]
        if not values:
            return None
        found[name] = _dutch(values[0], 1)
    return found


def _section(index: ObservationIndex, rng: random.Random, _indicator: str, period: str, _: str) -> dict[str, str] | None:
    section = rng.choice(list(SECTIONS))
    for series in index.of("open_vacancies", group=section, adjusted=False):
        value = _value(index, series, period)
        if value:
            return {"sector": SECTIONS[section], "v": _dutch(value / 1000, 1)}
    return None


def _value(index: ObservationIndex, series: Series, period: str) -> Decimal | None:
    state = latest(index.states(series.key, period))
    return None if state is None else state.value * series.scale


def _named(number: int, year: int, form: int) -> str:
    ordinal = ORDINALS[number - 1]
    return (f"het {ordinal} kwartaal van {year}", f"het {ordinal} kwartaal {year}", f"Q{number} {year}", f"kwartaal {number} van {year}")[
        form
    ]


def _dutch(value: Decimal, places: int = 0) -> str:
    return f"{value:,.{places}f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def _swapped(figure: str) -> str:
    """The figure with its last two differing neighbours changed places; "" where there are none."""
    for at in range(len(figure) - 1, 0, -1):
        a, b = figure[at - 1], figure[at]
        if a.isdigit() and b.isdigit() and a != b and not (at == 1 and b == "0"):
            return figure[: at - 1] + b + a + figure[at + 1 :]
    return ""


def read(text: str, day: date, lexicon: Lexicon, index: ObservationIndex, field: Field) -> list[Check]:
    """Every check of a text as a letter of that day."""
    letter = Letter(name="told", text=text, day=day, precision="day")
    return check_claims(extract_claims(letter, lexicon), [letter], index, field)


def main() -> None:
    index, field = load_index(data_folder()), load_field(data_folder())
    lexicon = load_lexicon(data_folder(), field)
    verdicts: Counter[str] = Counter()
    planted = caught = texts = 0
    for one in told(index, random.Random(1)):
        texts += 1
        verdicts.update(check.verdict for check in read(one.text, one.day, lexicon, index, field))
        if one.wrong:
            planted += 1
            caught += any(check.verdict in BAD for check in read(one.wrong, one.day, lexicon, index, field))
    claims = verdicts.total()
    print(f"{texts} texts, {claims} claims: " + ", ".join(f"{name} {count / claims:.1%}" for name, count in verdicts.most_common()))
    print(f"called wrong: {sum(verdicts[name] for name in BAD)}")
    print(f"two digits changed places in {planted} of the texts: {caught / planted:.1%} caught")


if __name__ == "__main__":
    main()
