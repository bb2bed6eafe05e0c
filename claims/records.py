"""Records without a number ("voor het eerst", "het hoogste aantal sinds"), and what a record or streak asserts of its figures."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.grammar import Grammar
from claims.quantities import Quantity

# Rankings only of what is measured: "de grootste uitdaging" asserts nothing that can be counted.
_MEASURED = (
    r"(?:[a-zà-ÿ-]*tekort(?:en)?|[a-zà-ÿ-]*instroom|[a-zà-ÿ-]*uitstroom|[a-zà-ÿ-]*spanning|[a-zà-ÿ-]*krapte|aantal(?:len)?"
    r"|[a-zà-ÿ-]*werkloosheid(?:spercentage)?|percentage|[a-zà-ÿ-]*vacatures?"
    r"|vacaturegraad|niveau|stand|[a-zà-ÿ-]*participatie|[a-zà-ÿ-]*groei|[a-zà-ÿ-]*stijging|[a-zà-ÿ-]*daling|toename|afname|waarde"
    r"|punt|aandeel|cijfer)(?![a-zà-ÿ])"
)
_KEYS = ("eerst", "hoog", "laag", "grootst", "meeste", "kleinste", "record", "onafgebroken", "ooit", "piek", "punt", "eerder")
_RECORD = re.compile(
    r"(?<![a-zà-ÿ])(?:(?P<first>voor het eerst)(?! in gesprek|[a-z])"
    rf"|(?P<highest>(?:de|het) (?:op (?:één|een) na )?(?:hoogste|grootste|meeste) {_MEASURED}(?: (?:sinds|ooit"
    rf"|in)[^.,;:\d]{{0,30}})?|het hoogst(?![a-zà-ÿ])|(?:een )?(?:nieuw )?record(?:hoogte|aantal|niveau)?(?![a-zà-ÿ])"
    rf"|historisch hoo?g(?:e|ste)?(?: niveau)?|nog nooit(?: eerder)?(?= (?:[a-zà-ÿ]+ ){{0,4}}zo ?(?:hoog|veel))|(?:nooit"
    rf"|niet) eerder (?:zo ?(?:hoog|veel)|voorgekomen)"
    rf"|(?:hoger|meer [a-z]+) dan ooit|(?:het |de )?(?:hoogtepunt|piek)(?![a-zà-ÿ])|het grootst(?![a-zà-ÿ])"
    rf"|piekte(?:n)?(?![a-zà-ÿ])|ongekend hoog)"
    rf"|(?P<lowest>(?:de|het) (?:op (?:één|een) na )?(?:laagste|kleinste) {_MEASURED}(?: (?:sinds|ooit|in)[^.,;:\d]{{0,30}})?"
    rf"|het laagst(?![a-zà-ÿ])|historisch la(?:ag|ge|agste)(?: niveau)?|nooit eerder zo laag|lager dan ooit"
    rf"|nog nooit zo (?:laag|weinig|klein)|nog nooit(?= (?:[a-zà-ÿ]+ ){{1,4}}zo ?(?:laag|weinig|klein))"
    rf"|(?:het )?(?:dieptepunt|laagtepunt)(?![a-zà-ÿ]))"
    r"|(?:niet|nooit) eerder (?=sinds|in|telde|was|waren|stonden|werkten|hadden)[^.;]{0,80}?"
    r" (?P<so>zo ?(?:hoog|veel|groot|laag|weinig|klein))"
    r"|(?P<turn>(?:de|een) eerste (?:stijging|daling|toename|afname) sinds [a-z0-9 ]{4,40})"
    r"|(?P<unbroken>(?:sinds|vanaf) [^.;]{4,50} onafgebroken))"
)


_SCOPE = re.compile(r"sinds|ooit|historisch|record|nooit|niet eerder")


def records(lower: str, start: int, end: int) -> list[tuple[int, int, str, bool]]:
    """(start, end, side, scoped) of the records a sentence states; side is first, highest, lowest or unbroken.

    ``scoped``: the words say over what time the record holds ("sinds 2008", "ooit"); a mere peak or rank does not.
    """
    part = lower[start:end]
    if not any(map(part.__contains__, _KEYS)):
        return []
    if part.rstrip().endswith("?"):
        return []  # asks which is the highest
    found = [m for m in _RECORD.finditer(lower, start, end) if _asserts(m, part)]
    return [(m.start("so") if m["so"] else m.start(), m.end(), _side(m), _SCOPE.search(m[0]) is not None) for m in found]


_FIELD = re.compile(r"werkloo?[sz]|werkend|vacature|krap|spanning|deeltijd|deelname|participatie|banen|lo[on]+|tekort|beroepsbevolking|\d")


def _side(found: re.Match[str]) -> str:
    if found["so"]:
        return "lowest" if found["so"].endswith(("laag", "weinig", "klein")) else "highest"
    return "first" if found["turn"] else found.lastgroup or ""


def _asserts(found: re.Match[str], part: str) -> bool:
    """A first time is one of the labour market; a peak is named with its date or figure."""
    if found["first"]:
        return _FIELD.search(part) is not None
    return not found[0].endswith(("piek", "punt")) or any(map(str.isdigit, part)) or _SCOPE.search(part) is not None


_MORE_THAN = re.compile(
    r"overtre(?:ft|ffen|of|offen|ffend) het aantal (?:openstaande )?vacatures\b[^.;]{0,60} werklozen"
    r"|vacatures (?:nu )?overtre(?:ft|ffen|of|offen) [^.;]{0,60}werklozen"
    r"|aantal (?:openstaande )?vacatures [^.;]{0,60}werklozen [^.;]{0,20}overtr(?:eft|effen|of|offen)"
    r"|meer (?:openstaande )?vacatures dan (?:er )?werklozen|vacatures [a-z ]{0,30}(?:groter|hoger) dan (?:het aantal )?werklozen"
)
_FEWER_THAN = re.compile(
    r"(?:minder (?:openstaande )?vacatures dan (?:er )?werklozen|meer werklozen dan (?:er )?(?:openstaande )?vacatures)"
)


def record_condition(lower: str, start: int, end: int) -> tuple[str, Decimal | None] | None:
    """What a streak or first time asserts of vacancies against unemployed: tension above or below 100 (CBS definition)."""
    if _MORE_THAN.search(lower, start, end):
        return "above", Decimal(100)
    if _FEWER_THAN.search(lower, start, end):
        return "below", Decimal(100)
    return None


_ENDED = re.compile(r"\bna (?!het |de |(?:19|20)\d\d)[^.;,]*$|\b(?:einde aan|reeks van)\b[^.;,]*$")


def course(lower: str, q: Quantity, start: int, end: int, grammar: Grammar) -> tuple[str, Decimal | None] | None:
    """Whether a streak is one of rises or of falls; None where its sentence speaks of both or of neither, or of one that is over."""
    if _ENDED.search(lower, start, q.start):
        return None
    rises, falls = grammar.up.search(lower, start, end), grammar.down.search(lower, start, end)
    if bool(rises) == bool(falls):
        return None
    return ("rising" if rises else "falling"), None
