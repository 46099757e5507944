"""What an occasion is, and the reason that it gives to write to a customer."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from notes.customers import Customer, Milestone
from notes.picking.month import Month
from notes.settings import Picking


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A reason to write to a customer: what happened or recurs, and on which day.

    `matter` tells it apart from another of the same occasion and day. `against` says why it is no card all the same.
    """

    customer: Customer
    why: str
    on: date | None = None
    matter: str = ""
    milestone: Milestone | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    against: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A kind of reason.

    `late` is for how many days after its day a card still goes, `quota` how many a month there are at most (None: as
    many as there are; with a quota the reasons come in the order in which they are due). `on_the_day` has a card that
    must arrive on its day, and that no pause between two cards holds up. `solemn` waits for someone's initials and
    silences the cheerful ones. `shared` greets the whole household on one card. `yearly` comes back every year.
    """

    name: str
    late: Callable[[Picking], int]
    reasons: Callable[[Month], Iterable[Reason]] = lambda month: ()
    quota: Callable[[Picking], int] | None = None
    on_the_day: bool = False
    solemn: bool = False
    shared: bool = False
    yearly: bool = False
