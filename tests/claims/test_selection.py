"""Which numbers assert something: a duration, a limit or a bare number is a claim only where it is what the sentence states."""

from __future__ import annotations

import pytest

from tests.claims.notation import fates_of, reads

#: sentence -> every number of it with what became of it, in order
FATES: list[tuple[str, list[str]]] = [
    # small numbers that only enumerate
    ("De eerste twee pijlers zijn gereed.", ["eerste ordinal", "twee enumeration_counter"]),
    ("Er zijn 12 maatregelen.", ["12 enumeration_counter"]),
    ("Er zijn 21 maatregelen.", ["21 claim"]),
    ("Er zijn drie arbeidsmarktregio's.", ["drie claim"]),
    # durations: stated, or dating something else
    ("De eerste drie maanden is er geen recht op een uitkering.", ["eerste ordinal", "drie claim"]),
    ("De eerste drie maanden was het rustig.", ["eerste ordinal", "drie period_attribute"]),
    ("Werknemers hebben twee jaar recht op loondoorbetaling.", ["twee claim"]),
    ("De wettelijke beslistermijn is acht weken.", ["acht claim"]),
    ("Het besluit valt binnen zes weken.", ["zes period_attribute"]),
    ("De komende tien jaar blijft het tekort.", ["tien period_attribute"]),
    ("De vergrijzing duurt nog tien jaar.", ["tien claim"]),
    ("Dat was al tien jaar geleden.", ["tien period_attribute"]),
    ("Een periode van acht weken wachten.", ["acht period_attribute"]),
    ("Aanvragen worden binnen een termijn van acht weken behandeld.", ["acht claim"]),
    ("Wie langer dan zes maanden werkloos is krijgt hulp.", ["zes threshold_attribute"]),
    ("Een traject duurt langer dan zes maanden.", ["zes claim"]),
    ("Het document wordt in 5 dagen geleverd.", ["5 period_attribute"]),
    ("De wettelijke termijn is 5 dagen.", ["5 claim"]),
    ("De reistijd is 2 uur.", ["2 hours_attribute"]),
    ("De gemiddelde werkweek is 32 uur.", ["32 claim"]),
    # limits
    ("Bij bedrijven met meer dan 50 werknemers is dit anders.", ["50 threshold_attribute"]),
    ("Bij bedrijven vanaf 50 werknemers is dit anders.", ["50 threshold_attribute"]),
    ("De groep boven de 20 procent is klein, 3 procent.", ["20 threshold_attribute", "3 claim"]),
    # bare numbers
    ("Van de 300 aanvragen zijn er 120 toegekend.", ["300 claim", "120 claim"]),
    ("Er werden 12.500 subsidies verstrekt.", ["12.500 claim"]),
    ("Er werden 2.000 subsidies verstrekt.", ["2.000 claim"]),
    ("Er zijn 35 kilometer wegen.", ["35 no_unit"]),
    ("Drie keer per jaar overleggen wij.", ["Drie frequency"]),
    ("Twee leden van de fractie vroegen dit.", ["Twee frequency"]),
    ("Wij noemen 14.500.", ["14.500 no_unit"]),
]


@pytest.mark.parametrize(("text", "fates"), FATES)
def test_what_becomes_of_every_number(text: str, fates: list[str]) -> None:
    assert [f"{fate.text} {fate.reason or fate.fate}" for fate in fates_of(text)] == fates


CLAIMED: list[tuple[str, str]] = [
    ("De wettelijke beslistermijn is acht weken.", "8 weeks legal"),
    ("De wettelijke termijn is 5 dagen.", "5 count legal"),
    ("De vergrijzing duurt nog tien jaar.", "10 years level"),
    ("De gemiddelde werkweek is 32 uur.", "32 hours_per_week level :average_working_hours"),
    ("Van de 300 aanvragen zijn er 120 toegekend.", "300 count; 120 count"),
    ("Er waren 300 aanvragen. Daarvan zijn er inmiddels 120 toegekend.", "300 count; 120 count"),
]


@pytest.mark.parametrize(("text", "expected"), CLAIMED)
def test_what_is_stated(text: str, expected: str) -> None:
    reads(text, expected)
