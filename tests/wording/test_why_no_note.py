"""What is said where a card has no words: the sentence names what is missing, and what to fill in or to write."""

from types import SimpleNamespace
from typing import Any

import pytest

from notes.customers import Customer, CustomerId
from notes.picking.picks import Outcome, Pick
from notes.problems import Place
from notes.wording.composing import _no_wording

NOBODY = "nobody can be greeted by name: fill in the name, or the column Dear"


@pytest.mark.parametrize(
    ("given", "facts", "needs", "why"),
    [
        ({}, {}, [{"pet"}], NOBODY),
        ({"name": "S & L", "dear": "S & L"}, {}, [], NOBODY),
        ({"name": "12"}, {}, [{"pet"}], NOBODY),
        ({"name": "Rosa"}, {}, [], "there is no wording for “thanks”: write one in templates/thanks"),
        ({"company": "Oak Ltd"}, {}, [], "there is no wording for “thanks”: write one in templates/thanks"),
        (
            {"first_name": "Rosa"}, {"person": "Mia"}, [{"pet"}],
            "no wording of “thanks” mentions Mia: write one with {{ person }}, or clear Person",
        ),
        ({"dear": "Rosa"}, {}, [{"pet", "child"}, {"trip"}], "no wording of “thanks” can be written without trip"),
        ({"dear": "Rosa"}, {}, [{"pet", "child"}], "no wording of “thanks” can be written without child and pet"),
        ({"dear": "Rosa"}, {}, [set()], "no wording of “thanks” can be written without a name"),
    ],
)  # fmt: skip
def test_why_a_card_has_no_words(given: dict[str, str], facts: dict[str, str], needs: list[set[str]], why: str) -> None:
    customer = Customer(place=Place("c.xlsx"), customer_id=CustomerId("1"), **{"name": "", **given})  # type: ignore[arg-type]
    pick = Pick(customer=customer, occasion="thanks", outcome=Outcome.CARD, facts=facts)
    other: Any = SimpleNamespace(occasion="years", needs={"pet"})
    library: Any = SimpleNamespace(wordings=[*(SimpleNamespace(occasion="thanks", needs=one) for one in needs), other])
    assert _no_wording(pick, library) == why
