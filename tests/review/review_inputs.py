"""A month as small as possible, for the tests of the review."""

from datetime import date
from decimal import Decimal

from notes.customers import Customer, CustomerId
from notes.picking.picks import Outcome, Pick, Picks, Revenue
from notes.problems import Place
from notes.review.contents import Review, ReviewCard
from notes.wording.note import Note

REVENUE = Revenue("What was paid in 2026.", Decimal("1000.00"), "USD", 2, 0.5, 0.5, (0.5, 0.8, 1.0))
DETAILS = {"bought": "the walnut frame"}


def customer(name: str, row: int = 2) -> Customer:
    place = Place("customers.xlsx", "Customers", row)
    return Customer(place=place, customer_id=CustomerId(name.lower()), name=name, details=DETAILS)


def birthday(name: str, mail_by: date | None = date(2026, 11, 6)) -> Pick:
    why = "Birthday on 10 November."
    return Pick(customer=customer(name), occasion="birthday", why=why, outcome=Outcome.CARD, mail_by=mail_by)


def held(name: str, reason: str) -> Pick:
    why = "The glass arrived cracked."
    return Pick(customer=customer(name), occasion="apology", why=why, outcome=Outcome.HELD, reason=reason)


def skipped(name: str, reason: str) -> Pick:
    return Pick(customer=customer(name), reason=reason)


def card(pick: Pick, number: int = 1, picture: bytes = b"", abroad: bool = False) -> ReviewCard:
    note = Note(
        pick=pick,
        wording="birthday/another-year",
        salutation=f"Dear {pick.customer.name},",
        paragraphs=("Happy birthday.",),
        closing="Warmly,",
        signature="Nora",
        envelope_name=pick.customer.name,
        mentions=("bought",),
    )
    envelope = (pick.customer.name, "1 Quay", "Quillhaven ME  04698")
    return ReviewCard(number=number, note=note, envelope=envelope, picture=picture, abroad=abroad)


def review(*picks: Pick, **more: object) -> Review:
    """The review of these picks; who has a card gets one of `card`."""
    chosen = [pick for pick in picks if pick.outcome is Outcome.CARD]
    cards = more.pop("cards", None) or [card(pick, number) for number, pick in enumerate(chosen, 1)]
    values = {"business": "Miter & Moss", "picks": Picks("2026-11", REVENUE, picks), "cards": cards, **more}
    return Review(**values)  # type: ignore[arg-type]
