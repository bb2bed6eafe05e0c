"""What a heading of a table says of the figures under or behind it: indicator, unit, scale, period, whether they are changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims import scope, subjects
from claims.grammar import Grammar
from claims.scope import Mention
from claims.subjects import Named
from claims.table_times import When, when, without_times
from labour.indicators import Indicator

_SCALE = re.compile(
    r"(?:x|×|\*|in) ?(?:€ ?)?(?:1[. ]?000(?![. ]?\d)|duizend(?:en|tallen)?|dzd)|(?:\(|, )(?:dzd\.?|duizend)\)?", re.IGNORECASE
)
_MILLION = re.compile(r"(?:x|×|in) ?(?:€ ?)?(?:1 )?(?:1[. ]?000[. ]000|miljoen(?:en)?|mln)|\((?:mln\.?|miljoen)\)", re.IGNORECASE)
_POINT = re.compile(r"%[- ]?punt|procentpunt|\bpp\b", re.IGNORECASE)
_PERCENT = re.compile(r"\(?%\)?|\bprocent\b|\bin %|\bpercentage\b|\b(?:perc|pct)\b", re.IGNORECASE)
_PER_100 = re.compile(r"per (?:100|honderd)", re.IGNORECASE)
_PER_1000 = re.compile(r"per (?:1[. ]?000|duizend)|‰", re.IGNORECASE)
_FTE = re.compile(r"\bfte\b", re.IGNORECASE)
_EURO = re.compile(r"€|\beuro\b", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:verschil(?:len)?|mutaties?|verandering|ontwikkeling|groei|toename|stijging|j-o-j|k-o-k|jaar[- ]op[- ]jaar"
    r"|(?P<down>afname|daling|krimp))\b|t\.o\.v\.|\bten opzichte van\b|[Δ±]|\+/-",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"(?P<JJ>jaar (?:eerder|ervoor|daarvoor)|vorig(?:e)? jaar|j-o-j|jaar[- ]op[- ]jaar|op jaarbasis|jaarmutatie)"
    r"|(?P<KW>kwartaal (?:eerder|ervoor|daarvoor)|vorige? kwartaal|k-o-k|kwartaal[- ]op[- ]kwartaal)"
    r"|(?P<MM>maand (?:eerder|ervoor|daarvoor)|vorige maand|m-o-m)",
    re.IGNORECASE,
)
#: words that name an indicator only as the whole of a heading, beside others of their kind
_SHORT = {
    "permanent_employees": re.compile(r"vaste?(?: (?:dienst|contracten|werknemers))?"),
    "flexible_employees": re.compile(r"flexibele?(?: (?:contracten|werknemers))?|flex"),
    "labour_market_tension": re.compile(r"(?:arbeidsmarkt)?spanning"),
    "net_participation": re.compile(r"(?:netto)?participatie"),
}
_WORD = re.compile(r"[a-zà-ÿ]{4,}")
#: words beside an indicator that say how it is counted and not of whom
_PLAIN = re.compile(
    r"seizoen[a-z]*|(?:on)?gecorrigeerde?|inclusief|incl|excl|bijzondere|beloningen|personen|mensen|werk[a-z]*|beroeps[a-z]*|bevolking|banen"
    r"|open[a-z]*|vacatures?|hele|totale|bruto|netto|nederland|definitie|voor|naar|over|onder|door|jaar[a-z]*|maand[a-z]*|kwartaal[a-z]*"
    r"|eerder|opzichte|vergelijking|eind[a-z]*|begin|laatste|ontwikkeling|percentage|procent[a-z]*|aantal|gemiddeld[a-z]*|onder[a-z]*|contract[a-z]*"
    r"|arbeids[a-z]*|arbeid|krapte|spanning|duizend[a-z]*|miljoen|cbs|uwv|zonder|personeel|vaste?|flexibele?|cijfers?|overig[a-z]*|niveau|graad"
)
#: a place that the lists may not know
_PLACE = re.compile(r"\b(?:in|te|[Rr]egio|[Gg]emeente|[Pp]rovincie) ((?!Nederland|Europa)[A-Z][a-zà-ÿ]{2,}(?:[ -][A-Z][a-zà-ÿ]+)*)")
_SAID_IN_FULL = {"jr": "jaar", "man": "mannen", "vrouw": "vrouwen"}
_FULL = re.compile(r"\b(?:jr|man|vrouw)\b")
_ASIDE = re.compile(r"\([^()]*\)|[*¹²³:]|\b\d\)")
#: an age that is not the one of the labour force itself
_LABOUR_AGE = re.compile(r"(?i)\b15 ?(?:tot|-|–|t/m) ?7[45]\b")
_AGE = re.compile(
    r"(?i)\b(?!15 ?(?:tot|-|–|t/m) ?7[45])\d\d ?(?:tot|-|–|t/m) ?\d\d\b(?![-/]\d| ?uur)"
    r"|\b\d\d ?(?:\+|plus|(?:jaar|jr\.?) (?:of|en) ouder)|[<>≥] ?\d\d\b"
)
#: words of a heading that narrow nothing down
_GENERAL = re.compile(
    r"(?i)\b(?:aantal(?:len)?|percentage|procent|perc|pct|waarde|stand|niveau|cijfers?|index|aandeel|duizend(?:en|tallen)?|miljoen(?:en)?|mln|dzd"
    r"|fte|euro|personen|raming|prognose|realisatie|voorlopig|periode|jaar|kwartaal|maand|einde?|ultimo|medio|seizoengecorrigeerd"
    r"|ongecorrigeerd|bedrijfstak|sector|branche|groep|van|per)\b"
)
WHOLE = re.compile(r"(?i)\b(?:tota[a-z]+|alle|nederland|economie|gemiddeld[a-z]*)\b")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a column or row, or the caption. ``named`` are indicators that share the words which name them."""

    text: str
    when: When | None
    unit: str | None
    factor: int
    named: tuple[Indicator, ...]
    change: int | None  # -1 where the figures are falls, 1 where they are other changes
    earlier: str | None  # JJ, KW or MM where a change is over a year, a quarter or a month
    sectors: tuple[Mention, ...]
    groups: tuple[Mention, ...]
    narrowed: str | None  # what stands behind the indicator and narrows it down

    @property
    def other(self) -> str | None:
        """The heading, where it has words that no list knows: it is then about those."""
        if self.change or self.groups or WHOLE.search(self.text):
            return None
        bare = _LABOUR_AGE.sub(" ", _ASIDE.sub(" ", self.text))
        if _AGE.search(bare):
            return self.text.strip()
        known = self.named or self.sectors
        return self.text.strip() if not known and re.search(r"\w", _GENERAL.sub(" ", without_times(bare))) else None


def scale_of(part: str) -> int:
    """The factor a heading prints: 1000 for "(x 1.000)", a million for "(mln)", else 1."""
    return 10**6 if _MILLION.search(part) else 1000 if _SCALE.search(part) else 1


def heading(text: str, grammar: Grammar) -> Heading:
    """What a heading says; ``text`` may be that of several lines above one column."""
    lower = _FULL.sub(lambda m: _SAID_IN_FULL[m[0]], text.lower())
    unit = _unit(text)
    named = subjects.indicators_named(lower, 0, len(lower), grammar)
    fitting = [n for n in named if unit is None or fits(n.indicator, unit)]
    best = max(fitting, key=lambda n: (n.indicator.id not in subjects.WHOLES, n.end - n.start), default=None)
    change, earlier = _CHANGE.search(text), _EARLIER.search(text)
    sectors = _sectors(lower, grammar)
    groups = [m for m in scope.mentions(lower, 0, len(lower), grammar.groups) if not _overlap(m, sectors)]
    known = [*((n.start, n.end) for n in named), *((m.start, m.end) for m in (*sectors, *groups))]
    rest = _rest(lower, known) if best else ""
    if rest and not sectors and not groups:
        sectors = _sectors(rest, grammar)
    return Heading(
        text, when(text), unit, scale_of(text) if unit in (None, "fte", "EUR") else 1,
        tuple(n.indicator for n in fitting if best and (n.start, n.end) == (best.start, best.end)) or _short(lower, grammar),
        (-1 if change["down"] else 1) if change else None, earlier.lastgroup if earlier else None,
        sectors, tuple(groups), rest if rest and not sectors and not groups else None,
    )  # fmt: skip


def caption_heading(text: str, grammar: Grammar) -> Heading:
    """What the lines above a table say of all of it: the indicator only where they name no other, and no unit but one of all cells."""
    said = heading(text, grammar)
    lower = text.lower()
    named = _outermost(subjects.indicators_named(lower, 0, len(lower), grammar))
    kinds = {n.indicator.id for n in named} - set(subjects.WHOLES if len({n.indicator.id for n in named}) > 1 else ())
    spans = {(n.start, n.end) for n in named if n.indicator.id in kinds}
    one = len(kinds) == 1 or len(spans) == 1
    factor = scale_of(text)
    unit = said.unit if factor == 1 or said.unit in ("fte", "EUR") else None  # "vacatures (x 1.000) en werkloosheid (%)"
    candidates = {n.indicator.id: n.indicator for n in named if n.indicator.id in kinds and (unit is None or fits(n.indicator, unit))}
    place = _PLACE.search(text)
    return Heading(
        text, said.when, unit, factor, tuple(candidates.values()) if one else (), None, None, said.sectors, said.groups,
        place[1] if place else None,
    )  # fmt: skip


def _outermost(named: list[Named]) -> list[Named]:
    """Without names that stand inside a longer one."""
    return [n for n in named if not any(o.start <= n.start and n.end <= o.end and o.end - o.start > n.end - n.start for o in named)]


def _unit(text: str) -> str | None:
    for unit, pattern in (
        ("percentage_point", _POINT), ("per_100", _PER_100), ("per_1000", _PER_1000), ("percent", _PERCENT), ("fte", _FTE), ("EUR", _EURO),
    ):  # fmt: skip
        if pattern.search(text):
            return unit
    return None


def fits(indicator: Indicator, unit: str) -> bool:
    """Whether an indicator is stated in a unit."""
    return unit in (indicator.unit, *indicator.units) or (unit == "percentage_point" and indicator.unit == "percent")


def _rest(lower: str, known: list[tuple[int, int]]) -> str:
    """The words of a heading beside those that name its indicator and groups: "markt" of "cao-lonen markt"."""
    for start, end in known:
        lower = lower[:start] + " " * (end - start) + lower[end:]
    lower = _LABOUR_AGE.sub(" ", _ASIDE.sub(" ", lower))
    for pattern in (_CHANGE, _EARLIER, _SCALE, _MILLION, _GENERAL, WHOLE):
        lower = pattern.sub(" ", lower)
    return " ".join(word for word in _WORD.findall(without_times(lower)) if not _PLAIN.fullmatch(word))


def _overlap(group: Mention, sectors: Sequence[Mention]) -> bool:
    """Whether a group is told by the words that name a sector ("particuliere bedrijven")."""
    return any(group.start < s.end and s.start < group.end for s in sectors)


def _sectors(lower: str, grammar: Grammar) -> tuple[Mention, ...]:
    """The sectors a heading names; a heading that is one word may be what the lists know with "bij de" before it ("Overheid")."""
    found = scope.mentions(lower, 0, len(lower), grammar.sectors)
    bare = _ASIDE.sub(" ", lower).strip()
    if found or not bare.isalpha():
        return tuple(found)
    return tuple(scope.mentions(f"bij de {bare}", 0, len(bare) + 7, grammar.sectors))


def _short(lower: str, grammar: Grammar) -> tuple[Indicator, ...]:
    bare = _ASIDE.sub(" ", lower).strip()
    return tuple(i for name, pattern in _SHORT.items() if pattern.fullmatch(bare) and (i := grammar.lexicon.field.indicators.get(name)))
