"""Places and organisations named before a figure, which a rule tells so that it does not contradict the figure of the country."""

from __future__ import annotations

import pytest

from tests.claims.notation import claims_of

FIGURE = "Er waren in het derde kwartaal van 2024 374 duizend werklozen"
#: text before a figure of the country, and the rule that keeps it from contradicting the national one, if any
PLACES: list[tuple[str, str]] = [
    (f"In Zwolle is de krapte groot. {FIGURE}.", "scope.local"),
    (f"De gemeente doet veel. {FIGURE}.", "scope.local"),
    (f"De gemeenten doen veel. {FIGURE}.", ""),
    (f"De regio's doen veel. {FIGURE}.", ""),
    (f"Onze gemeente merkt het. {FIGURE}.", "scope.local"),
    (f"In de eurozone loopt het op. {FIGURE}.", "scope.local"),
    (f"Gemeente Zwolle\n\n{FIGURE}.", "scope.local"),
    (f"In Zwolle is de krapte groot.\n\n{FIGURE}.", ""),
    (f"In Zwolle is de krapte groot. In heel Nederland is dat anders. {FIGURE}.", ""),
    (f"In Nederland is het zo. In Zwolle is de krapte groot. {FIGURE}.", "scope.local"),
    (f"In Zwolle is de krapte groot. {FIGURE} in het hele land.", ""),
    (f"In Figuur 3 staat het. {FIGURE}.", ""),
    ("Onze werkloosheid was in het derde kwartaal van 2024 3,7 procent.", "scope.ours"),
    ("De werkloosheid was in het derde kwartaal van 2024 3,7 procent.", ""),
]


@pytest.mark.parametrize(("text", "rule"), PLACES)
def test_a_place_or_organisation_named_before_a_figure(text: str, rule: str) -> None:
    (claim,) = claims_of(text)
    assert [said for said in claim.rules if said.startswith("scope.")] == ([rule] if rule else [])
