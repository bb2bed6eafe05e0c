"""What a quantity says: its hedge, direction, kind, indicator, sector, group and source, each decided by a named rule."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.grammar import Grammar
from claims.number_words import number_word
from claims.quantities import Quantity

_CLAUSE = re.compile(r"[;:]| en (?=(?:het|de) (?:aantal|groep|percentage|aandeel|werkloosheid)\b)| maar | terwijl |, waarvan | waarna |\. ")
_GREW = re.compile(
    r"\b(?:de|die|deze) (?:(?P<up>groei|stijging|toename|[a-z-]+stijging)|(?P<down>daling|afname"
    r"|krimp))(?: [a-z ]{0,20})? (?:bedroeg|bedraagt|was|is|kwam uit op|komt uit op)(?: nog)? ?$"
    r"|\b(?:bedroeg|bedraagt|was|is) (?:de|die|deze) (?:(?P<up2>groei|stijging|toename)|(?P<down2>daling|afname|krimp))"
    r"(?: nog| toen| (?:in|over|tussen) [a-z0-9 ]{2,60})? ?$"
)
_CAME = re.compile(r"\b(?:kwam|kwamen|komen|komt|kregen)\b")
_VANISHED = re.compile(r"\b(?:verdwenen|verdwijnen|verdween|verdwijnt)\b[^,;:]*$")
_CAME_BIJ = re.compile(r" bij(?! (?:de|het|een)\b)(?![a-zà-ÿ])|[^.;,:\d]{1,60}? bij(?=\s*(?:[.;,:)]|$))")
_EVALUATIVE = re.compile(r"(?:(?:maar liefst|slechts|maar|zelfs|precies|exact|dus|gemiddeld|in totaal|per saldo|nog eens) )+$")
_WITH = re.compile(
    r"(?:\bmet|\b(?:daling|stijging|toename|afname|groei|krimp|verhoging|verlaging|vermindering|verschil|loonstijging|loongroei"
    r"|terugval|plus|min) van(?: in totaal)?"
    r"|\b(?:steeg|stegen|stijgt|stijgen|daalde|daalden|daalt|dalen|groeide|groeiden|groeit|kromp|krompen|gestegen|gedaald|gegroeid"
    r"|gekrompen|toegenomen|afgenomen)(?: met)?) ?$"
)
_SIGNED_AFTER = re.compile(
    r" ?(?:\(?punten?\)? )?(?:(?P<up>hoger|meer(?! (?:uren|werken|wilden|willen|gaan werken|wil)\b)"
    r"|gestegen|toegenomen|gegroeid|erbij|stijging|groei|toename|omhoog|extra groei"
    r"|boven(?=[.,;]| (?:dat|die|het|de) )|daarboven|erboven|bovenop|bij ?gekomen|erbij gekomen|bijgekomen|aangegroeid|groter(?! dan))"
    r"|(?P<down>onder(?=[.,;]| (?:dat|die) (?:van|in))|daaronder|eronder|(?:is|zijn) (?:verdwenen|weggevallen)|verloren"
    r"|lager|minder(?! dan (?:\d+|twaalf|twintig|dertig) uur)|gedaald|afgenomen|gekrompen|eraf|daling|krimp|afname|omlaag"
    r"|(?:van )?verdwenen|weggevallen|kleiner(?! dan)))(?![a-zà-ÿ])"
)
_SIGNED_BEFORE = re.compile(
    r"\b(?:(?P<up>een plus(?:je)?|stijging|toename|groei|verhoging|[a-z-]*stijging|[a-z-]*groei|[a-z-]*toename)"
    r"|(?P<down>een min(?:netje)?|daling"
    r"|afname|krimp"
    r"|verlaging|vermindering|terugval|[a-z-]*daling|[a-z-]*krimp))(?: (?:te )?zien|, [a-z0-9 ]{4,50})?,? van(?: in totaal)? ?$"
)
_YEAR_ON_YEAR = re.compile(
    r"(?:dan|ten opzichte van|vergeleken met|t\.o\.v\.) (?:een|het) (?:jaar (?:eerder|geleden|ervoor|daarvoor)|voorgaande jaar"
    r"|jaar ervoor|vorige jaar)|op jaarbasis|jaar-op-jaar|j-o-j|y-o-y|in (?:een|één|1) jaar tijd|in (?:twaalf|12) maanden(?: tijd)?|(?:dan"
    r"|ten opzichte van) (?:een jaar eerder|vorig jaar)|afgelopen jaar"
)
_QUARTER_ON_QUARTER = re.compile(
    r"(?:dan|ten opzichte van|vergeleken met|t\.o\.v\.) (?:een kwartaal (?:eerder|geleden|ervoor)|(?:het|een) (?:vorige?"
    r"|voorgaande?|voorafgaande?) kwartaal|het kwartaal (?:ervoor|daarvoor)|vorig kwartaal)|kwartaal-op-kwartaal|op kwartaalbasis"
    r"|k-o-k|q-o-q"
)
_OVER_YEARS = re.compile(
    r"(?<!eerst )(?<!hoogste )(?<!laagste )\bin (?:de (?:afgelopen|laatste) |die |deze )?(\d{1,2}|twee|drie|vier|vijf"
    r"|zes|zeven|acht|negen|tien|twaalf|vijftien|twintig) jaar\b(?! geleden)"
)
_MORE = re.compile(r" (?:meer|minder|hoger|lager)\b")
_ROUND = re.compile(r" (?:toe|af|op|terug|gestegen|gedaald|toegenomen|afgenomen|opgelopen|gezakt)\b")
#: "bereikte met 4,1 procent een top", "met 463,7 duizend het hoogste punt": a level, whatever is said of it after
_THAN = re.compile(r" dan (?:een|het|in|die|dat|vorig|eind|begin)\b")
_AMONG = re.compile(r"\b(?:[Dd]aar|[Hh]ier|waar) (?:waren|zijn|zaten|zitten|vielen|vallen) (?:er )?(?:ruim |bijna |circa )?$")
_AT_A_PEAK = re.compile(r" (?:een|het|de) (?:voorlopige? |voorlopig )?(?:hoogste|laagste|hoogtepunt|dieptepunt|piek|top|record)")
_UNDATED_KINDS = ("legal", "budget", "target")


def hedge(lower: str, q: Quantity, start: int, grammar: Grammar) -> str:
    """The hedge before or after a quantity; sets nothing else. "of meer" behind the number counts as at_least."""
    found = grammar.hedge.search(lower, max(start, q.start - 30), q.start)
    if found is None and q.start != q.number_start:
        found = grammar.hedge.search(lower, max(start, q.number_start - 34), q.number_start)
    if found:
        q.rules.append(f"hedge.{found[0].strip().rstrip('€ ')}")
        return grammar.hedge_names[int((found.lastgroup or "h0")[1:])]
    after = grammar.hedge_after.match(lower, q.end, q.end + 16)
    if after and q.unit not in ("per_100", "per_1000"):
        q.rules.append(f"hedge.{after.lastgroup}_after")
        return after.lastgroup or "exact"
    return "exact"


def direction(lower: str, q: Quantity, start: int, end: int, grammar: Grammar) -> int:
    """+1 or -1 where the quantity is a change, 0 where it is a level. A sign comes from the verb or noun of change nearest to it."""
    hedge_found = grammar.hedge.search(lower, max(start, q.start - 30), q.start)
    left_end = hedge_found.start() if hedge_found else q.start
    left = _EVALUATIVE.sub("", lower[max(start, left_end - 48) : left_end])
    after = _SIGNED_AFTER.match(lower, q.end, min(end, q.end + 24))
    before = _SIGNED_BEFORE.search(left)
    if before:
        return 1 if before["up"] else -1
    if "sign.printed" in q.rules:
        return 0
    if after and q.unit not in ("years", "months", "weeks", "hours"):
        word = after[0].strip()
        level = word.startswith(("boven", "onder"))
        if left.rstrip().endswith("met") and (level or _THAN.match(lower, q.end + after.end() - after.start())):
            return 0  # "lag met 3,7 procent onder die van een jaar eerder", "was met 93 lager dan een kwartaal eerder"
        if word == "onder" and _AMONG.search(lower, start, q.start):
            return 0  # "Daar waren 1,2 miljoen zzp'ers onder, ..."
        if (
            level
            or word
            in (
                "meer",
                "minder",
                "hoger",
                "lager",
                "groter",
                "kleiner",
                "verdwenen",
                "van verdwenen",
                "weggevallen",
                "verloren",
                "erbij gekomen",
                "bijgekomen",
                "bij gekomen",
            )
            or q.unit in ("percent", "percentage_point")
            or _WITH.search(left)
        ):
            return 1 if after["up"] else -1
    grew = _GREW.search(left)
    if grew:
        return 1 if grew["up"] or grew["up2"] else -1
    if _VANISHED.search(lower, max(start, q.start - 90), q.start) and q.unit in ("jobs", "vacancies", "persons"):
        return -1
    if _CAME.search(left) and _CAME_BIJ.match(lower, q.end, min(end, q.end + 70)):
        return 1
    inside = re.search(r" (meer|minder) ", lower[q.number_end : q.end])
    if inside and not q.ratio:
        return 1 if inside[1] == "meer" else -1
    if _AT_A_PEAK.match(lower, q.end):
        return 0
    opened = _WITH.search(left)
    if opened or q.unit == "percentage_point":
        sign = _nearest_direction(lower, q, start, end, grammar)
        # "is gegroeid; ten opzichte van 2021 gaat het om 1,8 procentpunt"
        return sign or (_nearest_direction(lower, q, start, end, grammar, whole=True) if q.unit == "percentage_point" else 0)
    return 0


def is_difference(lower: str, q: Quantity, start: int) -> bool:
    """Whether a noun of change stands right before a ratio: "een daling van 8 vacatures per 1.000 banen"."""
    if _SIGNED_BEFORE.search(lower, max(start, q.start - 48), q.start):
        return True
    more = q.end == q.number_end and _MORE.match(lower, q.end) is not None  # "Dat zijn er 8 meer dan"
    return more or (lower[max(start, q.start - 5) : q.start].endswith("met ") and _ROUND.match(lower, q.end) is not None)


def _nearest_direction(lower: str, q: Quantity, start: int, end: int, grammar: Grammar, *, whole: bool = False) -> int:
    clause_start = start if whole else max((m.end() for m in _CLAUSE.finditer(lower, start, q.start)), default=start)
    found = _CLAUSE.search(lower, q.end, end)
    clause_end = found.start() if found else end
    best, sign, around = 10**6, 0, 10**6
    for pattern, value in ((grammar.up, 1), (grammar.down, -1)):
        for m in pattern.finditer(lower, clause_start, clause_end):
            if m.start() < q.start and m.end() > q.end:  # "nam met 9 duizend toe": the verb stands around its figure
                if m.end() - m.start() < around:
                    around, best, sign = m.end() - m.start(), -1, value
                continue
            if lower[m.end() : q.start] == " met ":
                return value  # "groeide met 1,6 procent en slonk daarna"
            gap = q.start - m.end() if m.end() <= q.start else (m.start() - q.end) * 0.8
            if 0 <= gap < best:
                best, sign = int(gap), value
    return sign if best < 120 else 0


def comparison(lower: str, start: int, end: int) -> tuple[str, int] | None:
    """The shift that a change is measured over: ("JJ", -1) "dan een jaar eerder", ("KW", -1) "ten opzichte van het vorige kwartaal"."""
    if _QUARTER_ON_QUARTER.search(lower, start, end):
        return "KW", -1
    years = _OVER_YEARS.search(lower, start, end)
    if years:
        count = int(years[1]) if years[1].isdigit() else number_word(years[1])
        return ("JJ", -count) if count else None
    if _YEAR_ON_YEAR.search(lower, start, end):
        return "JJ", -1
    return None


_ALSO = re.compile(r"(?: [a-z]+)?(?: (?:sinds|ten opzichte van) [a-z0-9 ]{4,40})?,? (?:ofwel|oftewel) (?:[a-z]+ ){0,2}")
_NEXT = re.compile(r"(?: [a-z]+)?(?:,| en) (?:in|bij|voor) (?:de |het )?[a-zà-ÿ -]{3,40} ")


def same_change(lower: str, q: Quantity, kept: Sequence[Quantity]) -> int:
    """The sign of the change that a figure says again ("26 duizend, ofwel tien procent") or goes on with (", in de bouw 3,8 duizend")."""
    before = [o for o in kept if o.end <= q.start]
    signs = {"sign.up": 1, "sign.down": -1}
    sign = next((signs[rule] for rule in (before[-1].rules if before else ()) if rule in signs), 0)
    if not sign:
        return 0
    again = q.unit == "percent" and _ALSO.fullmatch(lower, before[-1].end, q.start)
    onward = q.end == q.number_end and q.unit == before[-1].unit and _NEXT.fullmatch(lower, before[-1].end, q.start)
    return sign if again or onward else 0


def kind_of(q: Quantity, lower: str, start: int, end: int, grammar: Grammar, *, change: bool, future: bool) -> str:
    """The kind of a claim, from its unit and the words of its clause."""
    if q.unit == "multiple":
        return "multiple"
    if "streak.counted" in q.rules:
        return "streak"
    target = grammar.target.search(lower, max(start, q.start - 70), min(end, q.end + 30))
    if q.unit == "EUR":
        if change:
            return "change"
        return (
            "legal" if grammar.legal.search(lower, max(start, q.start - 60), min(end, q.end + 60)) and (q.value or 0) < 10**6 else "budget"
        )
    if q.unit in ("years", "months", "weeks") or q.noun.endswith(("dagen", "dag")):
        return "target" if target else "legal" if grammar.legal.search(lower, start, end) else "level"
    if target and not change:
        return "target"
    if future or (change and grammar.forecast.search(lower, max(start, q.start - 80), q.start)):
        return "forecast"
    if change:
        return "change"
    if grammar.forecast.search(lower, start, end):
        return "forecast"
    if q.ratio or q.unit in ("per_100", "per_1000"):
        return "ratio"
    if q.unit in ("percent", "fraction"):
        return "share"
    return "level"


def sources_named(lower: str, start: int, end: int, grammar: Grammar) -> str | None:
    return next((name for name, pattern in grammar.sources.among(lower, start, end) if pattern.search(lower, start, end)), None)
