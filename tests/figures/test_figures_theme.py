"""Colours that everyone can tell apart, and periods and numbers as Dutch and English print them."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from math import dist

import pytest

from figures.theme import THEMES, Theme, in_period, period_label, plain, separators, unit_words

# How a colour looks with full colour blindness of one kind (Machado, Oliveira and Fernandes 2009, severity 1.0), on linear RGB.
SIGHT = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour: str) -> tuple[float, ...]:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def luminance(colour: str) -> float:
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def contrast(one: str, other: str) -> float:
    """As WCAG 2.2 defines it."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def lab(colour: str, sight: str) -> tuple[float, float, float]:
    red, green, blue = (min(1.0, max(0.0, sum(m * c for m, c in zip(row, linear(colour), strict=True)))) for row in SIGHT[sight])
    x, y, z = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
    )
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.fixture(params=THEMES.values(), ids=THEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return request.param


@pytest.mark.parametrize("sight", SIGHT)
def test_colours_differ_for_every_kind_of_sight(theme: Theme, sight: str) -> None:
    """A distance of 10 in CIELAB is plainly visible; a sign or shape goes with every colour besides."""
    for palette in (theme.lines, tuple(theme.verdicts.values())):
        assert min(dist(lab(one, sight), lab(other, sight)) for one, other in combinations(palette, 2)) >= 10


def test_colours_stand_out_from_the_paper(theme: Theme) -> None:
    assert min(contrast(colour, theme.paper) for colour in (*theme.lines, *theme.verdicts.values())) >= 3  # WCAG 1.4.11
    assert min(contrast(colour, theme.paper) for colour in (theme.ink, theme.muted)) >= 4.5  # WCAG 1.4.3


@pytest.mark.parametrize(
    ("key", "nl", "en"),
    [
        ("2021KW04", "4e kw 2021", "Q4 2021"),
        ("2024MM03", "mrt 2024", "Mar 2024"),
        ("2033JJ00", "2033", "2033"),
        ("2021KW04..2024KW03", "4e kw 2021 – 3e kw 2024", "Q4 2021 – Q3 2024"),
        ("opaque", "opaque", "opaque"),
    ],
)
def test_periods_on_labels(key: str, nl: str, en: str) -> None:
    assert (period_label(key, "nl"), period_label(key, "en")) == (nl, en)


@pytest.mark.parametrize(
    ("key", "nl", "en"),
    [
        ("2024KW03", "in het derde kwartaal van 2024", "in Q3 2024"),
        ("2024MM11", "in november 2024", "in November 2024"),
        ("2023JJ00", "in 2023", "in 2023"),
    ],
)
def test_periods_in_a_sentence(key: str, nl: str, en: str) -> None:
    assert (in_period(key, "nl"), in_period(key, "en")) == (nl, en)


def test_signs_of_numbers() -> None:
    assert (separators("nl"), separators("en")) == (",.", ".,")


@pytest.mark.parametrize(
    ("unit", "scale", "nl"), [("vacancies", 1000, "duizend vacatures"), ("percent", 1, "procent"), ("per_1000", 1, "per duizend banen")]
)
def test_units_in_words(unit: str, scale: int, nl: str) -> None:
    assert unit_words(unit, Decimal(scale), "nl") == nl


def test_markup_becomes_text() -> None:
    assert (
        plain('<b>a</b> & <a href="https://example.org">b</a>\n c')
        == '&lt;b&gt;a&lt;/b&gt; &amp; &lt;a href="https://example.org"&gt;b&lt;/a&gt; c'
    )
