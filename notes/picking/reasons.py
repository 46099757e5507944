"""The reason that an occasion gives to write to a customer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from notes.customers import Customer, Milestone
from notes.occasions import Occasion


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A reason to write to a customer: what happened or recurs, and on which day.

    `matter` keeps it apart from another of the same occasion and day. `against` says why it still makes no card.
    It is `proposed` where a cell tells of it that nobody wrote down as a reason.
    """

    customer: Customer
    why: str
    on: date | None = None
    matter: str = ""
    milestone: Milestone | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    against: str = ""
    proposed: bool = False


def month_alone(customer: Customer, occasion: Occasion) -> int | None:
    """The month of an occasion whose day nobody knows: such a card goes at the beginning of it, and names no day."""
    return customer.birthday_month if occasion.column == "birthday" and not customer.birthday else None
