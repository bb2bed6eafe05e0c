"""Names of sources on an English page: the ordinary words translated, titles as published."""

from __future__ import annotations

import pytest

from labour.source_names import in_english, named


@pytest.mark.parametrize(
    ("nl", "en"),
    [
        ("CBS, aangehaald door NOS, stand 2 maart 2024", "CBS, quoted by NOS, state of 2 March 2024"),
        ("CBS, nieuwsbericht 2023/20", "CBS, news release 2023/20"),
        (
            "CBS, aangehaald door Blik op Nieuws, stand december 2024 of januari 2025",
            "CBS, quoted by Blik op Nieuws, state of December 2024 or January 2025",
        ),
        ("2025 (eerste publicatie over eerste kwartaal 2025; dag niet vermeld)", "2025 (first publication on Q1 2025; day not stated)"),
        ("CBS, longread Onderbenutte deeltijders", "CBS, longread Onderbenutte deeltijders"),
    ],
)
def test_sources_in_english_keep_their_titles(nl: str, en: str) -> None:
    assert in_english(nl) == named(nl, "en") == en
    assert named(nl) == nl
