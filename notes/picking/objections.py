"""Objections: what is in the way of a card, as a value. A yes of the person's is for one of these and no other."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from notes.holds import Hold


class Against(Enum):
    """The kind of thing that is in the way."""

    # What the customer's own row says.
    SAME_NUMBER = "same number"
    SAME_CUSTOMER = "same customer"
    SAME_PERSON = "same person"
    CELL = "cell"
    CAME_BACK = "came back"
    NO_ADDRESS = "no address"
    # What the household has had, and what has happened there.
    DONE = "done"
    CANCELLED = "cancelled"
    CARD_THIS_MONTH = "card this month"
    LOSS = "loss"
    COMPLAINT = "complaint"
    SILENCE = "silence"
    PAUSE = "pause"
    # What this month has room for.
    NO_OCCASION = "no occasion"
    NOT_COUNTED = "not counted"
    TOO_LATE = "too late"
    INITIALS = "initials"
    HOUSE_HAS_ONE = "house has one"
    DAY_OF_THEIR_OWN = "day of their own"
    NO_PLACE = "no place"
    FULL = "full"
    LEFT_OUT = "left out"
    # What there is to say, and how it can be written.
    WHOSE = "whose"
    NO_WORDING = "no wording"
    GENERAL = "general"
    USED_UP = "used up"
    TWIN = "twin"
    DOES_NOT_FIT = "does not fit"
    # What the person has said.
    LATER = "later"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Objection:
    """A thing that is in the way: its kind, and what tells it from another of that kind."""

    kind: Against
    about: tuple[str, ...] = ()

    @classmethod
    def of(cls, hold: Hold) -> "Objection":
        """What a cell says: the same wherever the cell stands, another once its words are others."""
        return cls(Against.CELL, (hold.kind.value, hold.who.value, hold.words))

    @classmethod
    def from_json(cls, given: Sequence[str]) -> "Objection":
        """The objection that `as_json` gave.

        Raises:
            ValueError: there is no such kind.
        """
        kind, *about = given
        return cls(Against(kind), tuple(about))

    def as_json(self) -> list[str]:
        return [self.kind.value, *self.about]
