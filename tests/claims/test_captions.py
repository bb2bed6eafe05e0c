"""What the captions of figures date, whatever line they or the words that refer to them end on."""

from __future__ import annotations

import pytest

from tests.claims.test_robustness import reading

SEEN = "Over de hele periode nam het aantal werkenden toe, zoals te zien is (zie figuur{}2). In de zorg waren er 1,2 miljoen werkenden.\n\n"
DATED = "2022JJ00..2023JJ00"

#: what the text says of a figure, the figure's caption with its note, the period of the claim
CAPTIONS = [
    (SEEN.format(" "), "Figuur 2. Werkenden naar sector in de jaren 2022 en 2023.\n", DATED),
    (SEEN.format(" "), "Figuur 3. Werkenden naar sector in de jaren 2022 en 2023.\n", None),
    (SEEN.format("\n"), "Figuur 2. Werkenden naar sector in de jaren 2022 en 2023.\n", DATED),
    (SEEN.format(" "), "Figuur 2. Werkenden naar sector, naar de eigen bewerking, in de jaren\n2022 en 2023.\n", DATED),
    (SEEN.format(" "), "Figuur\n2. Werkenden naar sector in de jaren 2022 en 2023.\n", DATED),
    (SEEN.format(" "), "Figuur 2. Werkenden naar sector[footnoteRef:1] [1:  Cijfers over de jaren 2022\nen 2023.]\n", DATED),
    (
        SEEN.format(" "),
        "Figuur 2. Werkenden naar de sector\nvan hun werkgever[footnoteRef:1] [1:\nCijfers over de jaren 2022 en 2023.]\n",
        DATED,
    ),
    (
        SEEN.format(" "),
        "Figuur 2. Werkenden naar sector\n\nOnbekend is nog[footnoteRef:1]. [1:  Cijfers over 2022.]\n",
        None,
    ),
]


@pytest.mark.parametrize(("text", "caption", "period"), CAPTIONS)
def test_a_figure_dates_the_sentence_that_refers_to_it(text: str, caption: str, period: str | None) -> None:
    assert reading(text + caption, named_only=True) == [("1200000.0", "persons", "employed_persons", period)]
