"""What the tests of notes share: the card for somebody of whom a few cells are filled in."""

from collections.abc import Sequence
from datetime import date, timedelta

from our_library import LIBRARY

from notes.customers import Address, Customer, CustomerId, Day, Jotting, Milestone
from notes.picking.picks import Outcome, Pick
from notes.problems import Place
from notes.settings import Business, Settings
from notes.wording.details import Detail
from notes.wording.plans.card import Card
from notes.wording.plans.dealing import Table, deal
from notes.wording.plans.memory import Memory
from notes.wording.topics import Finder

DAY = date(2026, 3, 9)  # on which the cards arrive
_OF_THE_ROW = ("about", "person", "referred", "years", "say_this", "referred_by")


def card_of(
    occasion: str = "birthday",
    *,
    on: date = DAY,
    first: str = "Rosa",
    business: dict[str, str] | None = None,
    trade: str = "",
    memory: Memory | None = None,
    seed: int = 1,
    finder: Finder | None = None,
    jottings: Sequence[Jotting] = (),
    since: int = 0,
    city: str = "",
    born: int = 0,
    notes: str = "",
    **cells: str | int,
) -> Card:
    """The card of somebody called Kern, that is read on the ninth of March; what is about the occasion is its row."""
    facts = {name: cells.pop(name) for name in _OF_THE_ROW if name in cells}
    who = Customer(
        place=Place("c.xlsx", "Customers", 2), customer_id=CustomerId("1"), name=f"{first} Kern", first_name=first,
        dear=first, notes=notes, details={name: str(text) for name, text in cells.items()},
        address=Address(city=city), birthday=Day(DAY.month, DAY.day, born) if born else None,
        first_purchase=date(since, 5, 1) if since else None,
    )  # fmt: skip
    row = Milestone(
        place=Place("c.xlsx", "Milestones", 3), customer_id=who.customer_id, occasion=occasion, on=None,
        **{name: str(text) for name, text in facts.items() if name in ("about", "person")},
    )  # fmt: skip
    settings = Settings(business=Business(**{"name": "Oak Ltd", "sender": "Ada", "country": "US", **(business or {})}))
    pick = Pick(
        customer=who, occasion=occasion, on=on, mail_by=DAY - timedelta(days=settings.post.days),
        outcome=Outcome.CARD, household="1", facts=facts, milestone=row if row.about or row.person else None,
    )  # fmt: skip
    table = Table(
        settings, finder or LIBRARY.phrasebook.finder, DAY - timedelta(days=30), trade, {who.customer_id: jottings}
    )
    return deal(pick, table, memory or Memory(), seed)


def detail_of(card: Card, column: str) -> Detail:
    """The detail of a card that is from a column; “person” is who is near, “about” what the card is for."""
    return next(one for one in card.details if one.column == column)
