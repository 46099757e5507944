"""Picks: this customer, this occasion, this month, with the reason in one sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import Enum

from notes.customers import Customer, Milestone
from notes.history import Event, Kind
from notes.picking.objections import Objection
from notes.problems import Place, Problem


class Outcome(Enum):
    """What becomes of a customer this month."""

    CARD = "card"
    HELD = "held"  # there is a reason to write, but something is in the way that a person can clear up
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """What this month has for one customer.

    `why` is the reason for the card in one sentence, `reason` why there is none or not yet (with a card: what else
    there was to write about), and `objection` the same as a value. `also` is what else there was, each with its own
    outcome.
    `with_people` are the others of the household who are greeted on the same card;
    `household` is the key that the history knows it by, `matter` keeps the card apart from another of the same occasion
    and day. `rank` is the place by revenue (0: none), `share` the part of the total. `facts` are what the occasion
    knows for the wording: years (int), about, person, say_this, referred (the name of who came), belated (bool).
    `gift` is what the person wants to go along with the card, in their words.
    """

    customer: Customer
    occasion: str = ""
    on: date | None = None
    why: str = ""
    outcome: Outcome = Outcome.SKIPPED
    reason: str = ""
    objection: Objection | None = None
    mail_by: date | None = None
    with_people: Sequence[Customer] = ()
    milestone: Milestone | None = None
    household: str = ""
    matter: str = ""
    rank: int = 0
    share: float = 0.0
    facts: Mapping[str, object] = field(default_factory=dict)
    gift: str = ""
    also: Sequence["Pick"] = ()

    @classmethod
    def first_of(cls, told: Sequence["Pick"], order: Sequence[Outcome] = tuple(Outcome)) -> "Pick | None":
        """The one that says most of what becomes of a customer, with the others behind it."""
        first = next((one for outcome in order for one in told if one.outcome is outcome), None)
        return replace(first, also=[one for one in told if one is not first]) if first else None

    @property
    def reason_key(self) -> tuple[object, ...]:
        """What tells it from another one, also of the same customer."""
        return self.customer.place, self.occasion, self.on, self.matter

    @property
    def reasons(self) -> Sequence["Pick"]:
        """What the month has for the customer: the pick itself, and what else there was."""
        return (self, *self.also)

    def without_card(self, outcome: Outcome, objection: Objection, reason: str) -> "Pick":
        """The pick where something is in the way of its card."""
        return replace(self, outcome=outcome, objection=objection, reason=reason)

    @property
    def gift_cell(self) -> Place:
        """The cell that the gift is from."""
        if self.milestone and self.milestone.gift:
            return replace(self.milestone.place, column="Gift")
        return self.customer.cell("gift")

    def without_gift(self) -> "Pick":
        return replace(self, gift="")

    def event(self, kind: Kind, at: str, *, batch: str, month: str, number: int) -> Event:
        """The card as an event, but for its words."""
        return Event(
            kind=kind,
            at=at,
            batch=batch,
            month=month,
            number=number,
            customer_id=self.customer.customer_id,
            household=self.household,
            address=self.customer.address.key,
            name=self.customer.name,
            occasion=self.occasion,
            on=self.on,
            matter=self.matter,
            mail_by=self.mail_by,
        )


def in_order(pick: Pick) -> tuple[date, str, str]:
    """The order of the stack: by the day on which a card must be posted, then by name."""
    return pick.mail_by or date.max, pick.customer.name, pick.customer.customer_id


@dataclass(frozen=True, slots=True)
class Revenue:
    """What the customers brought in the window, in one currency, and both 80/20 figures as they really are.

    `share_of_top_20` is what the best fifth of those who bought bring, `share_of_top_20_of_all` what the best fifth of
    all customers do.
    """

    counted: str
    total: Decimal
    currency: str
    customers_for_80: int
    share_of_top_20: float
    share_of_top_20_of_all: float = 0.0
    curve: Sequence[float] = ()  # cumulative share by customer, best first


@dataclass(frozen=True, slots=True)
class Picks:
    """The month's decision: one pick for every customer of the book, in its order."""

    month: str
    revenue: Revenue
    picks: Sequence[Pick]
    problems: Sequence[Problem] = ()

    @property
    def cards(self) -> list[Pick]:
        """The cards to write, by the day on which they must be posted."""
        cards = [one for pick in self.picks for one in pick.reasons if one.outcome is Outcome.CARD]
        return sorted(cards, key=in_order)

    def totals(self) -> dict[str, int]:
        """How many customers there are, and how many of each outcome; the outcomes add up to the customers."""
        counts = {outcome.value: sum(pick.outcome is outcome for pick in self.picks) for outcome in Outcome}
        return {"customers": len(self.picks), **counts}
