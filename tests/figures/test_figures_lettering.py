"""Room for text and places for labels, against the real font."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from figures.lettering import Box, Tag, place, size_of, text_width, wrap

FONTS = Path("/usr/share/fonts/truetype/dejavu")
TEXTS = [
    "Openstaande vacatures aan het einde van het kwartaal per 100 werklozen, seizoengecorrigeerd.",
    "Bron: CBS StatLine 85224NED, stand 2 juli 2026 · Cijfertoets 0.1.0",
    "✓ 106 · brief 13 dec 2024",
    "Getallen uit brieven dragen een teken: ≈ rekent rond; ! intern strijdig; ? niet te toetsen.",
    "Vacancies and unemployed: 380,000 open vacancies in Q4 2025",
]


@pytest.mark.skipif(not FONTS.exists(), reason="DejaVu Sans is not installed here")
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(("file", "bold"), [("DejaVuSans.ttf", False), ("DejaVuSans-Bold.ttf", True)])
def test_the_room_reserved_is_what_the_font_takes(text: str, file: str, bold: bool) -> None:
    real = ImageFont.truetype(str(FONTS / file), 100).getlength(text)
    assert real <= text_width(text, 100, bold) <= real * 1.06


@given(st.lists(st.text("abcdefghij", min_size=1, max_size=9), min_size=1, max_size=30), st.integers(120, 900))
def test_wrapped_lines_fit_and_lose_no_word(words: list[str], width: int) -> None:
    lines = wrap(" ".join(words), width, 14)
    assert " ".join(lines).split() == words
    assert all(text_width(line, 14) <= width for line in lines)


def test_a_no_break_space_holds_words_together() -> None:
    assert wrap("stand 2026 Cijfertoets\u00a00.1.0", text_width("stand 2026 Cijfertoets ", 10), 10) == [
        "stand 2026",
        "Cijfertoets\u00a00.1.0",
    ]


def test_labels_touch_neither_each_other_nor_the_lines() -> None:
    area = Box(0, 0, 1000, 600)
    tags = [Tag(500 + 12 * at, 300 + 4 * at, (f"✓ {at}06 · brief 13 dec 2024",)) for at in range(7)]
    line = [Box(x - 6, 290, x + 6, 302) for x in range(0, 1000, 14)]
    boxes = []
    for tag, shift in zip(tags, place(tags, area, line, 16), strict=True):
        assert shift is not None
        (width, height), (right, down) = size_of(tag.lines, 16), shift
        boxes.append(Box(tag.x + right - width / 2, tag.y + down - height / 2, tag.x + right + width / 2, tag.y + down + height / 2))
    assert all(one.overlap(other) == 0 for one, other in combinations(boxes, 2))
    assert all(box.overlap(other) == 0 for box in boxes for other in line)
    assert all(box.left >= 0 and box.top >= 0 and box.right <= 1000 and box.bottom <= 600 for box in boxes)


def test_a_spare_label_without_room_is_left_out() -> None:
    full = [Box(0, 0, 400, 400)]
    needed, spare = Tag(200, 200, ("106",)), Tag(200, 200, ("106",), spare=True)
    assert place([needed, spare], Box(0, 0, 400, 400), full, 16)[0] is not None
    assert place([needed, spare], Box(0, 0, 400, 400), full, 16)[1] is None
