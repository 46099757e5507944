"""Whatever any seed can say of a thing with a day: nothing of it is over before it, or to come behind it."""

import re
from datetime import timedelta

import pytest
from our_library import LIBRARY

from benchmarks.tenses import ARRIVES
from notes.customers import Customer, CustomerId
from notes.picking.picks import Outcome, Pick
from notes.problems import Place
from notes.settings import Business, Settings
from notes.wording.plans.card import Card
from notes.wording.plans.dealing import Table, deal
from notes.wording.plans.keeping import keepsakes_on
from notes.wording.plans.memory import Memory
from notes.wording.plans.remarks import Remarks
from notes.wording.plans.thinking import thoughts_on

OVER = re.compile(
    r"\bhow (?:was|were|did)\b|\bdid (?:you|he|she|they|Ida|Hal)\b|went well|stayed with you|would you go again"
    r"|came home from|well done|you[’']ve (?:run|done)|were you\b|you[’']re retired|unpacked yet|wh(?:o|at) was\b",
    re.IGNORECASE,
)
TO_COME = re.compile(
    r"good luck|fingers crossed|not long now|is everything ready|to look forward to|are you packed|coming up|goes well"
    r"|all the best for|suitcase out|good night[’']s sleep|feeling about|before the (?:last )?day|who[’']ll|what[’']ll",
    re.IGNORECASE,
)
JOTTED = [
    "trip to Sicily {}", "bar exam {}", "dtr Ida getting married {}", "closing on house {}", "half marathon {}",
    "husb Hal retiring {}", "Ida’s recital {}", "Ida spelling bee {}", "opening a bakery {}", "class reunion {}",
    "knee replacement {}", "moving to Boise {}", "flying to Norway {}", "Ida driver’s test {}",
]  # fmt: skip


def card_of(jotted: str, days: int, occasion: str) -> Card:
    """The card of somebody of whom something is jotted down that is so many days after it arrives."""
    settings = Settings(business=Business(name="Oak Ltd", sender="Ada", country="US"))
    posted, on = ARRIVES - timedelta(days=settings.post.days), ARRIVES + timedelta(days=days)
    who = Customer(
        place=Place("c.xlsx", "Customers", 2), customer_id=CustomerId("1"), name="Rosa Kern", first_name="Rosa",
        dear="Rosa", notes=jotted.format(f"{on.month}/{on.day}/{on.year}"),
        details={"pet": "Otis (dog)", "partner": "Hal", "child": "Ida"},
    )  # fmt: skip
    pick = Pick(customer=who, occasion=occasion, on=ARRIVES, mail_by=posted, outcome=Outcome.CARD, facts={"years": 12})
    return deal(pick, Table(settings, LIBRARY.phrasebook.finder, posted), Memory(), 1)


def sayings(card: Card) -> list[str]:
    """All that any seed could choose to say of what is jotted down."""
    found = [*thoughts_on(card, LIBRARY.phrasebook, asks=True), *keepsakes_on(card, LIBRARY.phrasebook, asks=True)]
    found += Remarks(card, LIBRARY.phrasebook, True).all()
    return [one.fit.lead() for one in found if any(detail.column == "notes" for detail in one.details)]


@pytest.mark.parametrize("jotted", JOTTED)
def test_a_thing_with_a_day_is_spoken_of_by_its_day(jotted: str) -> None:
    before = [text for days in (30, 1) for text in sayings(card_of(jotted, days, "birthday"))]
    after = [text for days in (-1, -60) for text in sayings(card_of(jotted, days, "years"))]
    assert not set(before) & set(after)
    assert [text for text in before if OVER.search(text)] == []
    assert [text for text in after if TO_COME.search(text)] == []


def test_most_things_with_a_day_are_looked_forward_to() -> None:
    assert sum(bool(sayings(card_of(jotted, 30, "birthday"))) for jotted in JOTTED) >= 10
