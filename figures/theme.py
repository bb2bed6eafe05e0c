"""One look for screen and file: colours, fonts, separators and period labels, in light and dark, Dutch and English.

Colours keep apart under protanopia, deuteranopia and tritanopia and stand out at least 3:1 from the paper; a colour is
always accompanied by a sign, a shape or a word. Pure: knows nothing of figures or files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from labour import periods, wording
from labour.unseen import seen

FONT = "DejaVu Sans, Verdana, Arial, sans-serif"  # DejaVu Sans comes with Debian's fonts-dejavu-core
_MONTHS_NL = "jan feb mrt apr mei jun jul aug sep okt nov dec".split()
_MONTHS_EN = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours on paper of ``width`` x ``height`` pixels; ``lines`` are the colours of series in order of use."""

    name: str
    paper: str
    ink: str
    muted: str
    grid: str
    band: str
    lines: tuple[str, ...]
    verdicts: Mapping[str, str]
    width: int = 1600
    height: int = 900

    @property
    def size(self) -> int:
        """The size of ordinary text in pixels: 18 on a picture of 1600 wide, 15 on a screen of 1000, 11 on a telephone."""
        return 10 + self.width // 200

    def sized(self, width: int, height: int) -> Theme:
        return replace(self, width=width, height=height)


LIGHT = Theme(
    name="light",
    paper="#FFFFFF",
    ink="#16202A",
    muted="#4B5560",
    grid="#DDE1E6",
    band="#EEF1F4",
    lines=("#0B5CAD", "#D1530A", "#12A06A", "#7A1466", "#70757A"),
    verdicts=MappingProxyType(
        {
            "supported": "#0B5CAD",
            "supported_when_published": "#3A9BD1",
            "deviates": "#C83E00",
            "consistent": "#12A06A",
            "inconsistent": "#5E0B52",
            "unverifiable": "#70757A",
        }
    ),
)
DARK = Theme(
    name="dark",
    paper="#0E1117",
    ink="#F2F4F7",
    muted="#B6BDC6",
    grid="#2D343E",
    band="#1B212A",
    lines=("#4FA3F7", "#FF8A4C", "#35D6A0", "#F0A3DC", "#9AA0A6"),
    verdicts=MappingProxyType(
        {
            "supported": "#4FA3F7",
            "supported_when_published": "#C8EBFF",
            "deviates": "#F0692B",
            "consistent": "#35D6A0",
            "inconsistent": "#D678C2",
            "unverifiable": "#8B8F96",
        }
    ),
)
THEMES: Mapping[str, Theme] = MappingProxyType({"light": LIGHT, "dark": DARK})


def say(language: str, nl: str, en: str) -> str:
    """The text in the asked language."""
    return en if language == "en" else nl


def separators(language: str) -> str:
    """Plotly's ``layout.separators``: decimal sign, then thousands sign."""
    return ".," if language == "en" else ",."


def number(value: Decimal | float, language: str, decimals: int | None = None) -> str:
    return wording.number(value if isinstance(value, Decimal) else Decimal(str(value)), language, decimals)


def period_label(key: str, language: str) -> str:
    """A period short enough for a label: "4e kw 2021", "nov 2024", "2021"; "Q4 2021", "Nov 2024", "2021"."""
    ends = periods.span(key)
    if ends:
        return f"{period_label(ends[0], language)} – {period_label(ends[1], language)}"
    period = periods.parse(key)
    if period is None or period.kind not in ("KW", "MM"):
        return periods.name(key, language)
    if period.kind == "KW":
        return say(language, f"{period.number}e kw {period.year}", f"Q{period.number} {period.year}")
    return f"{(_MONTHS_EN if language == 'en' else _MONTHS_NL)[period.number - 1]} {period.year}"


def in_period(key: str, language: str) -> str:
    """ "in het derde kwartaal van 2024", "in november 2024", "in 2024"; "in Q3 2024"."""
    period = periods.parse(key)
    if period is not None and period.kind == "KW" and language != "en":
        return "in het " + periods.name(key, language).replace(" kwartaal ", " kwartaal van ")
    return "in " + periods.name(key, language)


def unit_words(unit: str, scale: Decimal, language: str) -> str:
    """The unit of an axis in words: "duizend vacatures", "procent"; "thousand vacancies", "percent"."""
    per = {"per_100": ("per 100 werklozen", "per 100 unemployed"), "per_1000": ("per duizend banen", "per thousand jobs")}.get(unit)
    words = say(language, *per) if per else wording.unit(unit, language)
    return f"{say(language, 'duizend', 'thousand')} {words}" if scale == 1000 else words


def plain(text: str) -> str:
    """Text of a letter or publisher made harmless for Plotly, which reads a few HTML tags (links among them) in its labels;
    on one line, without characters that cannot be seen."""
    return seen(" ".join(text.split())).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
