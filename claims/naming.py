"""Names the indicator of a quantity: its ratio's base, the phrase nearest to it, the figure beside it, or the sentence before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from claims import flows, subjects
from claims.grammar import Grammar
from claims.quantities import Quantity
from claims.spoken import Spoken
from claims.subjects import Named

#: "van elke duizend banen stonden er 54 open"
_UNFILLED = re.compile(r"(?: vacatures?)? (?:nog )?(?:open|vacant|onvervuld)\b")
_OR = re.compile(r"(?: werklozen| mensen| personen)?(?: ?\(|,? (?:ofwel|oftewel) (?:[a-z]+ ){0,2})")
_PLAIN_NOUNS = ("personen", "mensen", "vacatures", "banen", "werknemers", "werkenden")
_ANAPHORA = re.compile(
    r"\b(?:dat|dit|deze|die|toen|daarvan|hiervan|daarmee|een jaar eerder|een kwartaal eerder|zij|ze|hun|het aantal|dezelfde|destijds"
    r"|(?:zat|zaten|zit|zitten) (?:we|wij) op|er waren"
    r"|het om|het er|was het|is het|bedroeg het|lag het|een maand eerder|samen|het huidige|een jaar later)\b"
)
_SAME_SUBJECT = re.compile(
    r"\b(?:deze|die) (?:sector|groei|groep|stijging|daling|branche|ontwikkeling|cijfers)\b|\b(?:dit|dat|het) (?:[a-z]+ )?tekort\b"
    r"|\bhet (?:laagste|hoogste) (?:niveau|punt|percentage)\b|\bhet percentage\b|\bhet gemiddelde\b"
    r"|\bhet aantal (?:terug|toe|af|op|nam|liep|steeg|daalde|in|met|uit)\b"
)
#: "ABU-uren periode 7: -8%": a label with a noun of its own
_OWN_LABEL = re.compile(r"\W*[a-z]+-[a-zà-ÿ]+(?: [a-zà-ÿ]+)?(?: \d+)?: [+−–-]?")
_ROSE = re.compile(
    r"\b(?:stijging|steeg|stegen|gestegen|loon|lonen|loonstijging|omhoog|gemeten|teller|cijfer|volgden?|aan kop"
    r"|toename|(?:was|waren) (?:dat|het)|bij de|bij [a-z]+ bedrijven)\b|\b(?:in|bij) de [a-z -]{3,40} (?:met )?$"
)
_THUS = re.compile(r"\b(?:dat|dit|daarmee|dus|ofwel|oftewel|zij|deze groep)\b")
_OF_ALL = re.compile(r"\bvan (?:alle |de |het totaal aantal )?(?:werknemers|werkenden)\b|(?:alle |de )(?:werknemers|werkenden)\b")
#: the unit came from the figure or indicator spoken of before, so that what it counts does too
_OF_SPOKEN = frozenset(("unit.as_many", "unit.indicator", "unit.spoken_of"))
#: how many sentences back an unnamed figure may lean on
REACH = 2


@dataclass(slots=True)
class Namer:
    grammar: Grammar
    chosen: dict[int, Named] = field(default_factory=dict)

    def name(
        self, text: str, lower: str, q: Quantity, start: int, end: int, number: int, named: list[Named], kept: Sequence[Quantity],
        spoken: Spoken, change: bool,
    ) -> Named | None:  # fmt: skip
        """The indicator of a quantity, or None; remembered for the figures after it."""
        self.chosen.pop(id(q), None)  # of a figure of a sentence before, which is no more
        choice = self._of_ratio(q, lower[q.start : end]) or subjects.choose_indicator(lower, q, named, change, kept)
        choice = self._of_flow(flows.flow(lower, q, start, end, kept), q, choice, leans=_goes_on(spoken, number))
        if choice and change and q.unit in ("percent", "percentage_point"):
            choice = self._of_the_rate(q, choice, named, kept)
        if change and q.unit == "percent" and (choice is None or choice.start >= q.end):
            choice = self._of_change_before(q, kept) or choice
        if choice and _is_count_named_behind(q, choice):
            choice = _inherited(lower, q, start, end, number, spoken, change) or choice
        if choice is None and not change:
            choice = subjects.share_of(lower, q, start, end, named, kept) or _part_of_all(lower, q, start, end, number, spoken)
        if choice and _is_bare_vacancies(q, choice) and spoken.named and number - spoken.sentence <= REACH:
            narrower = spoken.named  # "Defensie kampt met een tekort. Er zijn 11.000 vacatures."
            if narrower.indicator.unit == "vacancies" and narrower.indicator.is_shortage:
                choice = replace(narrower, rule=f"indicator.{narrower.indicator.id}.inherited")
        if choice is None:
            choice = self._rate_of(text, q, kept, spoken)
        if choice is None and "unit.set_against" in q.rules:
            choice = self._of_figure_before(q, kept)
        counts_else = q.unit in ("percent", "percentage_point") and any(o.unit in ("count", "EUR", "households") for o in kept)
        if choice is None and not counts_else:
            choice = _inherited(lower, q, start, end, number, spoken, change)
        if choice:
            self.chosen[id(q)] = choice
            if choice.rule.endswith(".inherited") and spoken.named is not None and choice.indicator is spoken.named.indicator:
                spoken.sentence = number  # what is still spoken of
            spoken.last_of_unit[q.unit or ""] = (number, choice)
        return choice

    def of_tension(self, q: Quantity, choice: Named | None) -> Named | None:
        """The tension, of which a sentence says that it was above or below a hundred."""
        indicator = self.grammar.lexicon.field.indicators.get("labour_market_tension")
        if indicator is None or (choice is not None and choice.indicator is indicator):
            return choice
        return Named(indicator, q.start, q.end, f"indicator.{indicator.id}.compared")

    def _of_flow(self, key: str | None, q: Quantity, choice: Named | None, *, leans: bool) -> Named | None:
        """ "372.000 werden vervuld": vacancies by the verb of their clause, unless the text names a shortage or others' vacancies."""
        indicator = self.grammar.lexicon.field.indicators.get(key or "")
        if (
            indicator is None
            or (choice is not None and choice.indicator.id not in flows.INDICATORS)
            or (choice and choice.indicator is indicator)
        ):
            return choice
        rule = "inherited" if leans and choice is None else "flow"
        return Named(indicator, q.start, q.end, f"indicator.{indicator.id}.{rule}")

    def _of_the_rate(self, q: Quantity, choice: Named, named: list[Named], kept: Sequence[Quantity]) -> Named:
        """ "Van 3,3 procent liep de werkloosheid op tot 4,0, een toename van 0,7": beside rates a word means the rate."""
        rates = [self.chosen.get(id(o)) for o in kept if o.end <= q.start and o.unit == "percent"]
        if choice.indicator.unit == "percent" or not rates or rates[-1] is None or rates[-1].indicator.unit != "percent":
            return choice
        same = next((n for n in named if n.start == choice.start and n.indicator is rates[-1].indicator), None)
        return same or choice

    def _of_change_before(self, q: Quantity, kept: Sequence[Quantity]) -> Named | None:
        """ "Dat zijn er 61 duizend meer dan in 2023, een groei van 0,6 procent": the growth of what grew by so many."""
        before = max((o for o in kept if o.end <= q.start), key=lambda o: o.end, default=None)
        if before is None or before.unit in ("percent", "percentage_point") or not any(r.startswith("sign.") for r in before.rules):
            return None
        return self._of_figure_before(q, kept)

    def _of_figure_before(self, q: Quantity, kept: Sequence[Quantity]) -> Named | None:
        """ "stond de teller op 59; een jaar later was hij gezakt naar 42": set against the figure before it, and of the same thing."""
        before = max((o for o in kept if o.end <= q.start), key=lambda o: o.end, default=None)
        named = self.chosen.get(id(before))
        return None if named is None else replace(named, rule=f"indicator.{named.indicator.id}.inherited")

    def _of_ratio(self, q: Quantity, behind: str) -> Named | None:
        """The base of a ratio names its indicator: per 100 unemployed is tension, per 1,000 jobs the vacancy rate."""
        key = None
        if "ratio.part" in q.rules and not (q.noun.endswith("banen") and _UNFILLED.match(behind, q.end - q.start)):
            return None  # "van de 100 vacatures zijn er 80 ...": a share, not tension
        if q.unit == "per_100" and q.noun in ("werklozen", "werkzoekenden", "vacatures"):
            key = "labour_market_tension"
        elif q.unit == "per_1000" and q.noun in ("werklozen", "werkzoekenden"):
            key = "labour_market_tension"  # a slip of scale that the checks can name
        elif "ratio.per_one" in q.rules and q.noun in ("werklozen", "werkloze", "werkzoekenden", "vacatures", "vacature"):
            key = "labour_market_tension"
        elif q.unit in ("per_100", "per_1000") and q.noun.endswith("banen"):  # of a hundred jobs: a slip that the checks can name
            key = "vacancy_rate"
        indicator = self.grammar.lexicon.field.indicators.get(key or "")
        if indicator is None:
            return None
        if q.unit == "per_100" and q.noun == "vacatures" and "ratio.inverse" not in q.rules:
            q.rules.append("ratio.inverse")
        return Named(indicator, q.start, q.end, f"indicator.{key}.base")

    def _rate_of(self, text: str, q: Quantity, kept: Sequence[Quantity], spoken: Spoken) -> Named | None:
        """ "374.000 (3,7%)" or "het percentage kwam uit op 3,7" after a number of unemployed is the unemployment rate."""
        before = [o for o in kept if o.end <= q.start]
        if "unit.percentage" in q.rules:
            persons = spoken.named
        elif q.unit == "percent" and before and _OR.fullmatch(text, before[-1].end, q.start):
            persons = self.chosen.get(id(before[-1]))
        else:
            return None
        indicator = self.grammar.lexicon.field.indicators.get("unemployment_rate")
        if persons is None or persons.indicator.id != "unemployed_persons" or indicator is None:
            return None
        return Named(indicator, q.start, q.end, "indicator.unemployment_rate.beside")


def _goes_on(spoken: Spoken, number: int) -> bool:
    """Whether vacancies were spoken of just before: "37.700 vacatures in de zorg. Gemiddeld stonden er 63.400 open" is still of care."""
    return spoken.named is not None and spoken.named.indicator.id in flows.INDICATORS and number - spoken.sentence <= REACH


def _part_of_all(lower: str, q: Quantity, start: int, end: int, number: int, spoken: Spoken) -> Named | None:
    """ "2,7 miljoen hadden een flexibel contract. Dat is bijna een derde van alle werknemers": the share of the group just counted."""
    at, counted = spoken.last_of_unit.get("persons", (-9, None))
    if (
        q.unit not in ("percent", "fraction")
        or counted is None
        or number - at > 1
        or spoken.parts > 1
        or counted.indicator.id not in subjects.SHARES
    ):
        return None
    if not _OF_ALL.search(lower, start, min(end, q.end + 40)) or not _THUS.search(lower, start, end):
        return None
    return replace(counted, rule=f"indicator.{counted.indicator.id}.part")


def _is_count_named_behind(q: Quantity, choice: Named) -> bool:
    """ "kwam daar 7,4 procentpunt bij, en het aantal werkenden groeide": points are of the percentage spoken of, not of a count to come."""
    return q.unit == "percentage_point" and choice.start >= q.end and "percent" not in (choice.indicator.unit, *choice.indicator.units)


def _is_bare_vacancies(q: Quantity, choice: Named) -> bool:
    return choice.indicator.id == "open_vacancies" and choice.start < q.end and q.start < choice.end


def _inherited(lower: str, q: Quantity, start: int, end: int, number: int, spoken: Spoken, change: bool) -> Named | None:
    """The indicator of the sentence before, when this one says "dat waren er", "dit is een stijging", "toen" or names none."""
    unit = "percent" if q.unit == "percentage_point" else q.unit  # "ofwel 3,8 procent. Dat is 0,2 procentpunt hoger"
    at, named = spoken.last_of_unit.get(unit or "", (-9, None))
    newer = spoken.named is not None and spoken.sentence > at and subjects.fits_unit(spoken.named.indicator, q, change)
    if named is None or number - at > REACH or newer:
        at, named = spoken.sentence, spoken.named
    if named is not None and spoken.also is not None and at == spoken.sentence and not subjects.fits_unit(named.indicator, q, change):
        named = spoken.also
    if named is None or number - at > REACH or not subjects.fits_unit(named.indicator, q, change):
        return None
    if q.noun and q.noun not in _PLAIN_NOUNS and q.unit in ("persons", "vacancies", "jobs") and not q.ratio:
        return None
    if subjects.ANOTHER.search(lower, start, q.start) or _OWN_LABEL.fullmatch(lower, start, q.start):
        return None
    plain = bool(q.noun) or q.scaled or "unit.as_many" in q.rules
    if named.indicator.id.endswith("_growth") and q.unit == "percent" and _ROSE.search(lower, start, q.start):
        return replace(named, rule=f"indicator.{named.indicator.id}.inherited")
    if (
        (change and (plain or q.unit in ("percent", "percentage_point")))
        or _ANAPHORA.search(lower[start : start + 60])
        or _SAME_SUBJECT.search(lower, start, end)
        or (not q.noun and q.scaled)
        or not _OF_SPOKEN.isdisjoint(q.rules)
        or "ratio.bare" in q.rules
        or (q.noun in ("personen", "mensen") and number - at == 1)
    ):
        return replace(named, rule=f"indicator.{named.indicator.id}.inherited")
    return None
