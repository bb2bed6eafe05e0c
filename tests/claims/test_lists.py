"""Items of a list: what the heading, the label or the first item says holds for the others; what an item says itself goes before it."""

from __future__ import annotations

import pytest

from tests.claims.notation import reads

LISTS = [
    # the unit and the indicator of the first item
    (
        "Zo zag het er in het derde kwartaal van 2024 uit:\n- de handel telde 79,8 duizend vacatures;\n- de horeca 35,0 duizend;\n"
        "- de industrie 34,8 duizend.",
        "79800 vacancies sector=G :open_vacancies; 35000 vacancies sector=I @2024KW03 :open_vacancies; "
        "34800 vacancies sector=C @2024KW03 :open_vacancies",
    ),
    ("* bouw Q3 2024: 25.100 vacatures\n* vervoer Q3 2024: 18.900", "25100 vacancies sector=F; 18900 vacancies sector=H @2024KW03"),
    ("Kosten:\n- scholing: € 45 mln\n- regionale centra: 12,5 mln", "45000000 EUR; 12500000 EUR"),
    # an item with a subject or a noun of its own is about that
    (
        "• Openstaande vacatures eind maart 2024: 411 duizend\n• Werklozen, eerste kwartaal 2024: 376 duizend",
        "411000 vacancies :open_vacancies; 376000 persons :unemployed_persons @2024KW01",
    ),
    ("- de zorg: 67 duizend vacatures\n- de bouw: 12 duizend ingediende aanvragen", "67000 vacancies; 12000 count"),
    (
        "• Flex: 2.689.000 in het derde kwartaal van 2024.\n• Zzp: de handhaving is zichtbaar. In het derde kwartaal van 2024 waren het er"
        " 1.261.000.",
        "2689000 persons :flexible_employees; 1261000 persons :self_employed_without_personnel",
    ),
    # what is compared with in one item does not date the next
    (
        "In het eerste kwartaal van 2024 was het beeld als volgt:\n- de zorg 66,2 duizend vacatures, tegen 61,0 duizend in het eerste"
        " kwartaal van 2023;\n- de horeca 35,0 duizend.",
        "66200 vacancies @2024KW01; 61000 vacancies @2023KW01; 35000 vacancies sector=I @2024KW01",
    ),
    (
        "In 2024 telde de zorg 66 duizend vacatures. Nu zijn het er 67 duizend tegen 61 duizend in het eerste kwartaal van 2023.",
        "66000 vacancies @2024JJ00; 67000 vacancies @-; 61000 vacancies @2023KW01",
    ),
    # a label heads its item
    (
        "a) Handel. In het derde kwartaal van 2024 79,8 duizend vacatures.\nb) Bouw. Van 24,3 duizend in het derde kwartaal van 2023 naar"
        " 25,1 duizend in het derde kwartaal van 2024.",
        "79800 vacancies sector=G; 800 vacancies change sector=F; 24300 vacancies sector=F @2023KW03; 25100 vacancies sector=F @2024KW03",
    ),
    # another sort of bullet begins another list
    ("- scholing: € 45 mln\n1. de zorg: 67.000 vacatures\n2. de bouw: 25.100", "45000000 EUR; 67000 vacancies; 25100 vacancies sector=F"),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_items_of_a_list(text: str, expected: str) -> None:
    reads(text, expected)
