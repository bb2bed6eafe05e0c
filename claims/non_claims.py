"""Numbers that assert nothing: dossier numbers, dates, articles, phone numbers, note marks, list numbers, ages of a group.

Every rule has a class name (the ``reason`` in an account) and stands beside an example it takes and one it must leave alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.numerals import Numeral
from claims.time_words import COUNTED


@dataclass(frozen=True, slots=True)
class Rule:
    """A class of non-claims: what stands before and after the number. Examples mark the number as <...>."""

    name: str
    before: str  # matched up to the number; "" for anything
    after: str  # matched from the number's end; "" for anything; a tail @year, @short, @small or @few limits the number itself
    yes: tuple[str, ...]
    no: tuple[str, ...]


_MONTH = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec)"

# Order matters: the first rule that fits names the class.
RULES = (
    Rule("kamerstuk_ref", r"(?:[Kk]amerstuk(?:ken)?[^.;\n\]]{0,60}|\b[Dd]ossier(?:nummer|nr\.)?s?:? ?[^.;\n\]a-zA-Z]{0,8}|\b[Kk]st-?[^.;\n\]]{0,60})$", r"",
         ("Kamerstukken II 2023/24, <29 544>", "Kamerstuk <36471>, nr. 96"), ("Dit Kamerstuk. Er zijn <12> regio's",)),
    Rule("kamerstuk_ref", r"", r"(?:[ -](?:[IVXLC]+|[A-H]))?(?:, | )(?:nrs?\.?|nummer) ?\d",
         ("TK <29 544>, nr. 1260", "<34 000> XV, nr. 27"), ("<29> vacatures, nergens",)),
    Rule("kamerstuk_ref", r"(?:\b[Nn]rs?\.|\b[Nn]ummer|№)\s{0,2}$|\b[Nn]rs?\. \d{1,4}(?:,| en) $", r"",
         ("29 544, nr. <1260>",), ("het nummer was <12> fte",)),
    Rule("kamerstuk_ref", r"(?:vergaderjaar|zittingsjaar|Handelingen|TK|EK|Stb\.|Stcrt\.|Trb\.|PbEU|Staatsblad|Staatscourant) (?:[\d/–-]*,? ?)?$", r"",
         ("Stb. <2013>, 236",), ("in het jaar <2013>",)),
    Rule("table_heading", r"\([x×] ?$", r"\s?(?:[;,)]|euro|personen|vacatures|banen|werk)",
         ("ultimo kwartaal (x <1 000>; CBS)", "(x <1.000>)"), ("een bedrag (x) van <12> euro",)),
    Rule("url_id", r"(?:https?://|www\.|ftp://)\S*$|\S@\S*$|\w\.(?:nl|com|eu|org|pdf|docx?)/\S*$", r"",
         ("https://opendata.cbs.nl/dataset/<85275>",), ("zie www.cbs.nl en <12> regio's",)),
    Rule("url_id", r"[_/#=]$", r"", ("table?ts=<1729081413271>",), ("voor = <12> fte",)),
    Rule("date", r"(?:^|\D)$", rf"(?:e|ste|de)? (?:en \d{{1,2}} |tot en met \d{{1,2}} |t/m \d{{1,2}} )?{_MONTH}\b",
         ("op <17> oktober 2024", "<18> en 19 september"), ("<17> personen", "<12> meisjes")),
    Rule("date", r"\b\d{1,2}[-/.]\d{1,2}[-/.]$|\b\d{1,2}[-/.]$", r"[-/.]\d{1,2}[-/.]\d{2,4}\b|\b(?![\d,])", ("<17>-11-2015 nr",), ("een daling van <12>",)),
    Rule("date", r"", r"[-/]\d{1,2}[-/](?:\d{4}|\d{2})\b", ("<17>-11-2015",), ("<17>-jarigen",)),
    Rule("date", rf"{_MONTH} '?$", r"(?! ?(?:procent|%|vacatures|personen|mensen|duizend|fte|euro))@year", ("oktober <2024>",), ("in mei <300> vacatures", "juli <388>, augustus 401")),
    Rule("date", r"\b[Jj]aren '?$|(?:^| )['’‘]$", r"(?!\d)", ("de jaren <90>", "sinds '<95>"), ("na jaren van <90> procent",)),
    Rule("hours_attribute", r"(?:voltijd|deeltijd|fulltime|contract(?:en)? van|werkweek van|baan van|dienstverband van)[^.;]{0,16}$", r" (?:uur|uren)(?: of meer)?(?: per week)?", ("een baan van <36> uren",), ("<36> uur gewerkt",)),
    Rule("clock_time", r"", r"(?:[:.]\d{2})? ?(?:[-–]|tot|en) ?\d{1,2}[:.]\d{2} ?(?:uur|u)\b|[:.]\d{2} ?(?:uur|u)\b|:\d{2}\b",
         ("tussen <8>:00 en 20:00 uur", "om <9>.30 uur"), ("<32>,1 uur", "<36> uur")),
    Rule("clock_time", r"\d{1,2}[:.]$", r"(?: ?(?:uur|u)\b|(?= en | tot |\s?[-–]))", ("9.<30> uur",), ("gemiddeld <32> uur",)),
    Rule("clock_time", r"\b(?:[Oo]m|[Tt]ussen|[Vv]an) (?:\d{1,2} (?:en|tot) )?$", r"(?: (?:en|tot) \d{1,2})? uur(?! per| in| werk| gewerkt)",
         ("om <10> uur",), ("van <30> uur per week",)),
    Rule("law_article", r"(?:[Aa]rtikel(?:en)?|\b[Aa]rt\.|\blid|\bleden|[Oo]nderdeel|\bsub|§|\baanhef en|Boek|Titel|Afdeling) (?:\d+[a-z]?(?:,| en| tot en met) (?:lid )?)?$", r"",
         ("artikel <18> WW", "artikel 7, lid <2>", "artikelen 3 en <4>"), ("volgens artikel. Zo zijn <12> plannen",)),
    Rule("law_article", r"(?:Richtlijn|Verordening|Besluit|richtlijn|verordening) (?:\([A-Z]+\) )?(?:nr\. ?)?(?:\d+/)?$", r"(?:/|\b)", ("Verordening (EU) <2016>/679",), ("de richtlijn geldt voor <12> landen",)),
    Rule("law_article", r"", r"[e°]? (?:BBA|BW|Awb|lid|WW(?:-wet)?\b(?= ))", ("artikel <8> BBA",), ("<8> banen",)),
    Rule("section_number", r"(?:[Ss]poor|[Pp]aragraaf|[Pp]ar\.|[Hh]oofdstuk|[Bb]ijlagen?|[Pp]ijler|[Ff]ase|[Ss]tap|[Aa]ctielijn|[Oo]nderdeel|[Pp]unt|[Mm]aatregel|[Dd]eel|[Ll]ijn"
         r"|[Oo]ptie|[Vv]ariant|[Tt]hema|[Bb]lok|[Kk]ader|[Bb]ox|[Pp]rioriteit|[Aa]anbeveling|[Tt]ranche|[Dd]oel|[Aa]ctie|[Oo]pgave|SDG|[Tt]rack|[Ww]erkpakket|[Bb]eslispunt|[Aa]gendapunt) (?:\d+(?:\.\d+)*(?:,| en| tot en met) )?$",
         rf"(?! ?(?:keer|{COUNTED}))", ("zie ook spoor <2>", "paragraaf <1>.3.3", "bijlage <5>", "spoor 2 en <3>"), ("doel: <12> fte", "fase van <12> weken", "In dat deel <40> procent")),
    Rule("figure_number", r"(?:[Ff]iguur|[Ff]iguren|[Tt]abel(?:len)?|[Gg]rafiek|[Kk]aart|[Aa]fbeelding|[Dd]iagram) (?:\d+ en |\d+\.)?$", r"", ("Figuur <1>: spanning", "(zie figuur <2>)"), ("in de tabel staan <12> fte",)),
    Rule("page_number", r"(?:[Pp]agina(?:[’']s)?|\b[Pp]p?\.|\b[Bb]lz\.|[Bb]ladzijden?|\b[Pp]ag\.|Pagina \d+ van) (?:\d+[-–]|\d+ (?:en|van|tot) )?$", r"", ("blz. <12>", "Pagina 3 van <8>"), ("<12> pagina's",)),
    Rule("footnote_marker", r"[a-zà-ÿ]{3}[.,;]$", r"(?=\s+[A-ZÀ-Þ]|\s*$)@small", ("onderzoek.<14> Daarom",), ("onderzoek. <14> regio's",)),
    Rule("footnote_number", r"(?:[Vv]oetnoot|[Nn]oot|\bnoten) $", r"", ("zie voetnoot <3>",), ("<3> noten",)),
    Rule("footnote_marker", r"\[footnoteRef:$|\[\^?$|\^$", r"\]|:", ("[footnoteRef:<3>]",), ("[zie <3> plannen]",)),
    Rule("list_number", r"(?:^|\n)[ \t]*\(?$", r"(?:[.)°]|\.\d+\.?)(?=\s)", ("\n<3>. zowel", "<1>) het"), ("\n<3> miljoen mensen", "in <3>.")),
    Rule("section_number", r"(?:^|\n)[ \t]*(?:\d{1,2}\.)*$", r" (?=[A-ZÀ-Þ][a-zà-ÿ])(?! ?[A-Z][a-z]+ (?:is|zijn|was|waren|heeft|hebben|doen|werken)\b)@small",
         ("\n<2> Vacatures naar bedrijfstak", "\n2.<1> Openstaande vacatures"), ("\n<12> Gemeenten doen mee",)),
    Rule("list_number", r"[\s(]\($|^\($", r"\) ?(?![%\d])(?=[a-zà-ÿA-Z])@few", ("lijnen (<1>) sectoraal beleid",), ("met (<12> fte)", "in de bouw (<72>) en")),
    Rule("list_number", r"(?:[Vv]raag|[Vv]ragen|[Aa]ntwoord|[Aa]ntwoorden)(?: op vraag| op vragen)? (?:\d+(?:,| en| tot en met|-| t/m) ?)*$", r"", ("Vraag <3>", "Antwoord op vraag <5>", "vragen 3 en <4>"), ("<3> vragen",)),
    Rule("phone", r"(?:[Tt]el(?:efoon)?(?:nummer)?\.?:?|\bT|\bF|\bM|[Ff]ax|[Mm]obiel|\+31|\+\d{2}|telefoonnummer) ?\(?$", r"", ("telefoonnummer <1400>", "T <070>"), ("telefoon voor <12> mensen",)),
    Rule("phone", r"\b(?:[Bb]el|[Bb]ellen|[Tt]elefonisch|te bereiken)\b[^.;]{0,30}$", r"(?! ?(?:procent|%|duizend|miljoen|personen|mensen|werk|keer|maal|uur|jaar|dagen|euro))", ("bel dan <14> 038",), ("bellen <12> mensen",)),
    Rule("table_heading", r"(?:\(|, )(?:x|×|in) $", r"(?: (?:vacatures|personen|banen|euro|werk[a-z]+))?\)", ("(x <1.000>)", "(seizoengecorrigeerd, x <1000>)"), ("(x <12> fte)",)),
    Rule("phone", r"(?<![\d.,])0\d{1,3} ?[ -] ?(?:\d+ )*$|\(0\)\d* ?(?:\d+ )*$", r"", ("070 - <333>", "070-<3334444>"), ("0,3 en <3> fte",)),
    Rule("postal_code", r"", r" ?[A-Z]{2}(?= +(?:[A-Z][a-zà-ÿ]|['’]s-|DEN |[A-Z]{3,}))", ("<2509> LV Den Haag",), ("<2500> EU-burgers", "<1000> XL winkels")),
    Rule("address", r"(?:[Pp]ostbus|[Aa]ntwoordnummer|[Pp]arnassusplein|straat|laan|weg|plein|kade|gracht|singel|dijk|plantsoen|hof|park) $", r"(?! ?(?:procent|%|miljoen|duizend|fte|vacatures|personen|mensen|banen|keer|euro|jaar|uur|woningen|bedrijven))",
         ("Postbus <90801>", "Hofstraat <12>"), ("onderweg <12> procent", "op weg naar <12>")),
    Rule("reference_id", r"(?:[Kk]enmerk|[Rr]eferentie|[Zz]aaknummer|KvK|IBAN|BTW|[Rr]ekeningnummer|[Dd]ocumentnummer|ISBN|ISSN|DOI|doi|[Rr]apportnummer|[Bb]riefnummer|[Pp]rojectcode|[Nn]ota) ?(?:nr\.?|nummer)?:? ?\S{0,14}$", r"",
         ("kenmerk <15>.01531",), ("met als kenmerk dat <12> regio's",)),
    Rule("reference_id", r"\d[-/]$", r"(?!\d{0,3}(?:[.,]\d+)? ?(?:procent|%|duizend|miljoen|mln|miljard|jarigen|fte|euro|uur|jaar|vacatures|personen|mensen|banen|weken|maanden))", ("2026-<0000185362>", "484-<486>"), ("55-<60> duizend",)),
    Rule("reference_id", r"(?:\b(?:ESB|TPE|TvA|jrg\.|jaargang|vol\.|no\.|issue|SBI|ISCO|ISCED|NACE|BRC|ROA-CBS|ISO|NEN|[Vv]ersie|v|release|EBB|RVO|kst|ah|blg|LJN|ECLI)[ :,.-]{1,2}(?:\d+\()?)$", r"",
         ("ESB, <108>(4826)", "naar SBI <2008>"), ("volgens TPE. Er zijn <12> regio's",)),
    Rule("reference_id", r"\d\($", r"\)", ("108(<4826>), 484-486",), ("in 2023 (<12>)",)),
    Rule("reference_id", r"(?:[A-Z]\.|al\.|e\.a\.|[A-Z][A-Za-zà-ÿ&]+\.?|i\.o\.v\. .{3,30}\))\s?\($", r"[a-z]?(?:, (?:blz|p+)\..{1,12})?\)", ("Zie CBS. (<2024>). Vacatures",), ("de groei (<2023>: 3,4 procent)",)),
    Rule("name_year", r"(?:Ontwikkelingen|[Aa]genda|[Vv]isie|Arbovisie|Akkoord van|akkoord|Begroting|[Mm]iljoenennota|Verkenning|MEV|CEP|[Rr]aming|[Mm]onitor|Regio in Beeld|[Jj]aarverslag|[Jj]aarrapportage[A-Za-z ]{0,24}|Defensienota|[Nn]ota|Voorjaarsnota|Trendrapportage[A-Za-z ,]{0,40}|[Pp]rognose|Enquête Arbeid|[Aa]kkoord|[Aa]ctieplan|[Pp]rogramma|SBI|prijspeil|[Kk]ompas|Perspectief|[Rr]oadmap|Horizon|Europa|[Ss]taat van [a-z ]+|Atlas) \(?(?:\d{4}[-–])?$", r"(?!\d| ?(?:procent|%|miljoen|duizend|fte|vacatures|personen|mensen|banen|keer|euro|jaar))",
         ("Arbovisie <2040>", "(prijspeil <2024>)", "Regio in Beeld <2024>-2025"), ("heeft de prognose <12> procent",)),
    Rule("age_attribute", r"", r"(?: jaar)?(?:[- ]| à |-? ?(?:tot|t/m|en|of|[-–]|tot en met) ?)(?:\d{1,3}|de AOW-leeftijd|AOW)[- ]?(?:jaar(?! (?:lang|later|eerder|geleden))\b|jarigen?|plussers?)", ("van <15> tot 75 jaar", "<15>- tot 75-jarigen", "tussen de <15> en 25 jaar", "<56> jaar tot AOW-leeftijd"), ("<15> jaar lang", "van <30> tot 36 uur", "<4> en 5 procent")),
    Rule("age_attribute", r"\d{1,3}(?: jaar)?-? ?(?:tot|t/m|en|[-–]|tot en met) ?$", r"[- ]?(?:jaar\b(?! (?:lang|later|eerder|geleden))|jarigen?|plussers?)", ("15 tot <75> jaar", "15- tot <75>-jarigen"), ("2 tot <4> weken",)),
    Rule("age_attribute", r"", r"-? ?(?:jarigen?\b|plussers?\b|plus\b|\+’?ers|min(?:ners?)\b)", ("<17>-jarigen", "<55>-plussers", "een <62>-jarige"), ("<55> plussen en minnen",)),
    Rule("age_attribute", r"(?:ouder dan|jonger dan|onder de|boven de|vanaf|tot|leeftijd van|leeftijd|minstens|van) (?:de )?(?:leeftijd van )?$", r" jaar(?: (?:en|of) (?:ouder|jonger)|(?= (?:en|of) ouder))|(?<!\d) jaar oud", ("vanaf <65> jaar en ouder",), ("vanaf <5> jaar geleden",)),
    Rule("age_attribute", r"(?:ouder dan|jonger dan|leeftijd van|op (?:zijn|haar|hun)|mensen van|jongeren (?:van|tot|onder de)|onder de|(?:[Jj]ongeren|[Mm]ensen|[Ww]erklozen|[Kk]inderen) tot|(?:ouder|jonger) (?:is|zijn|was|waren) dan|werknemers van|personen van|inwoners van|boven de) $", r"(?: jaar\b|ste\b)", ("jongeren tot <27> jaar", "ouder dan <65> jaar"), ("een looptijd van <5> jaar",)),
    Rule("age_attribute", r"", r" jaar (?:en|of) (?:ouder|jonger)| jaar tot (?:de )?AOW| jaar oud", ("<65> jaar of ouder", "<56> jaar tot AOW-leeftijd"), ("<5> jaar en langer",)),
    Rule("hours_attribute", r"(?:[Mm]inder dan|[Mm]eer dan|[Tt]en ?minste|[Mm]instens|[Mm]inimaal|[Mm]aximaal|tot|vanaf|boven de|onder de|\d{1,2} (?:tot|of|en|à)|[Hh]ooguit) $", r"(?:,\d+)?(?: (?:tot|of|à|-) \d{1,2})? ?(?:uur|uren)(?: of (?:meer|minder))?(?: (?:per|in de|in een|p/) ?week| werk[a-z]*)",
         ("minder dan <35> uur per week", "20 tot <35> uur per week"), ("gemiddeld <32> uur per week",)),
    Rule("hours_attribute", r"", r" (?:tot|à|-) \d{1,2} (?:uur|uren)(?: per week)?", ("<20> tot 35 uur per week",), ("<20> tot 35 procent",)),
    Rule("period_attribute", r"(?:[Tt]en opzichte van|[Vv]ergeleken met|[Ss]inds|[Vv]anaf|[Ii]n|[Uu]it|[Tt]ot|[Oo]ver|[Pp]er|[Bb]egin|[Ee]ind|[Mm]edio|[Nn]ajaar|[Vv]oorjaar|[Zz]omer|[Hh]erfst|[Ww]inter|tot en met|uiterlijk|[Vv]an|[Vv]oor|tussen|jaar|en|[Ii]n de periode) (?:\d{4} ?[-–/] ?)?$", rf"(?=[^\d%]|$)(?! ?{COUNTED})@year",
         ("in <2023>", "sinds <2020>", "tussen 2010 en <2024>"), ("in <2023> gemeenten",)),
    Rule("kamerstuk_ref", r"\d{4}/$|\d{4}[-–]$", r"@short", ("(2023–<24>)",), ("2023: <24> fte",)),
    Rule("party_name_number", r"\b(?:D|JA|50|NSC)$", r"", ("D<66>",), ("D. <66> leden",)),
    Rule("name_number", r"", r"(?:e|ste|de)\b(?! (?:deel|van de))", ("<17>e Studiegroep",), ("<17> eenheden",)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Compiled:
    name: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    year: bool
    short: bool
    small: bool
    few: bool
    reach: int  # characters before the number that its words can take up


_NEAR, _FAR = 48, 72  # characters: "Actielijn 3.2.1 tot en met " and, of patterns that run on, all that is looked at


def _compile(rule: Rule) -> _Compiled:
    after, _, size = rule.after.partition("@")
    before = re.compile(rule.before) if rule.before else None
    reach = _FAR if re.search(r"[*]|\{0,|\+", rule.before.replace(r"\d+", "")) else _NEAR
    return _Compiled(
        rule.name, before, re.compile(after) if after else None, size == "year", size == "short", size == "small", size == "few", reach
    )


_FEW = 20  # items that a list in running text may number
_RULES = tuple(_compile(rule) for rule in RULES)
_GLUED = re.compile(r"[A-Za-zà-ÿ\d]{2,}$")
_UNIT_GLUED = re.compile(r"(?:%|[kK]?€|mln|mld|dzd|fte|x\b|e\b|ste\b|de\b|u\b|uur\b|jr\b|km|m2|pp\b|-)")
_AREA_CODE = re.compile(r"(?<![\d.,])0\d{1,3}[ -]$")
YEAR = re.compile(r"(?:19[5-9]|20[0-6])\d$")


def non_claim(text: str, numeral: Numeral, line_start: int) -> str | None:
    """The class of a number that asserts nothing, or None. ``line_start`` is where its line begins."""
    start, end = numeral.start, numeral.end
    before = text[max(line_start, start - 72) : start]
    after = text[end : end + 48]
    previous, following = before[-1:], after[:1]
    if not numeral.word:
        if previous.isalpha() and previous not in "€":
            return "url_id" if following == "@" else _glued_class(before)
        if following.isalpha() and not _UNIT_GLUED.match(after) and not numeral.scaled:
            return "reference_id"
        if len(numeral.text) >= 7 and numeral.text.isdigit():
            return "phone" if _AREA_CODE.search(before) else "reference_id"
        if numeral.text[0] == "0" and len(numeral.text) > 1 and "," not in numeral.text:
            return (
                "phone"
                if numeral.text.startswith(("06", "07", "08", "09", "01", "02", "03", "04", "05")) and len(numeral.text) > 2
                else "reference_id"
            )
    if numeral.scaled:
        return None  # a number with duizend, miljoen or miljard always counts something
    for rule in _RULES:
        if rule.year and not YEAR.match(numeral.text):
            continue
        if (rule.short and len(numeral.text) != 2) or (rule.small and len(numeral.text) > 3) or (rule.few and numeral.value > _FEW):
            continue
        if rule.after is not None and not rule.after.match(after):
            continue
        if rule.before is not None and not rule.before.search(before, max(0, len(before) - rule.reach)):
            continue
        return rule.name
    return None


def _glued_class(before: str) -> str:
    """Digits against a word: a note mark after a lower-case word ("gemaakt2"), else part of a name ("D66", "C3")."""
    found = _GLUED.search(before)
    word = found[0] if found else before[-1:]
    if word[-1].isupper() or len(word) == 1:
        return "party_name_number" if word == "D" else "name_number"
    return "footnote_marker" if len(word) >= 3 else "name_number"
