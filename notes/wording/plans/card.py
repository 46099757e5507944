"""The card: all that a sentence on it may hang on, worked out once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from notes.occasions import Occasion
from notes.picking.picks import Pick
from notes.problems import Place
from notes.wording.details import Detail, Known, Owner, State, Who
from notes.wording.details.statements import Form
from notes.wording.plans.draws import Draws
from notes.wording.plans.memory import Memory
from notes.wording.stories import Story
from notes.wording.stories.jots import Jot
from notes.wording.stories.story import KIND

if TYPE_CHECKING:
    from notes.wording.plans.fitting import Fit


class Manner(NamedTuple):
    """What cards have in common to which the same passages may be said, whatever is known of anybody."""

    occasion: str
    trade: str
    region: str
    we: bool
    are_several: bool


@dataclass(frozen=True, kw_only=True)
class Card:
    """A card to be written.

    `arrival` is the day on which it is read, `state` whether the occasion is over by then. `whose` is to whom the
    occasion belongs, `person` who that is if it is not the customer. `facts` are the plain slots; one that is not
    known is not in it. `for_two` says that it matters to two of a house, `of_referral` that it is about somebody
    who was sent; `row` is its occasion. `by_name` is the name for a sentence (“How are you, Rosa?”), "" where it
    would be stiff.
    """

    pick: Pick
    row: Occasion
    arrival: date | None
    state: State
    known: Known
    details: Sequence[Detail]
    memory: Memory
    draws: Draws
    whose: Owner = Owner.SELF
    person: Who | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, Place] = field(default_factory=dict)
    years: int = 0
    by_name: str = ""
    are_several: bool = False
    region: str = "us"
    trade: str = ""
    we: bool = False
    own_sentence: str = ""
    for_two: bool = False
    of_referral: bool = False
    stories: Sequence[Story] = ()
    jots: Sequence[Jot] = ()

    def __getstate__(self) -> dict[str, object]:
        """What a worker sends of it: not what was worked out of it."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

    @property
    def occasion(self) -> str:
        return self.pick.occasion

    @cached_property
    def manner(self) -> Manner:
        return Manner(self.occasion, self.trade, self.region, self.we, self.are_several)

    @property
    def is_of_a_matter(self) -> bool:
        """Whether something has happened that the card is for, and not only a day come round."""
        return self.pick.milestone is not None or self.for_two or self.of_referral

    @property
    def is_cheerful(self) -> bool:
        """Whether one may joke on it."""
        return not (self.row.gentle or self.row.loss or self.row.at_fault)

    def is_its_matter(self, detail: Detail) -> bool:
        """Whether a detail is what the card is for; somebody retires from what they are."""
        is_role = detail.statement is not None and detail.statement.form is Form.IS
        return detail.of_card or (self.row.of_a_role and is_role)

    @cached_property
    def fillings(self) -> dict[object, tuple[Mapping[str, str], Mapping[str, bool]]]:
        """What its slots are filled with, by the detail that a sentence is about and who is named in it."""
        return {}

    @cached_property
    def _deeds(self) -> dict[Who, Detail]:
        return {}

    def deed_of(self, who: Who) -> Detail:
        """Something that somebody else does, as a detail; it stays as long as the card, as `fillings` ask of it."""
        return self._deeds.setdefault(who, Detail(said=who.called, owner=who.owner, kind=KIND, who=who))

    @cached_property
    def fresh(self) -> Sequence[Detail]:
        """The details that do not rest; what the card is about never does. Where all do, those that rested longest."""
        fresh = [one for one in self.details if one.of_card or not self.memory.rests(one)]
        if any(not one.of_card for one in fresh):
            return fresh
        return [*fresh, *(one for one in self.details if not one.of_card and self.memory.may_return(one))]

    @cached_property
    def fresh_stories(self) -> Sequence[Story]:
        """The stories that the house has not been told; where one mourns or is owed an apology none is told."""
        is_light = not (self.row.loss or self.row.at_fault)
        return [one for one in self.stories if one.keys.isdisjoint(self.memory.mentions)] if is_light else []

    def was_said(self, fit: "Fit") -> bool:
        """Whether a passage was said to this house of late, or names somebody who rests."""
        return self.memory.was_said(fit.passage.key) or any(map(self.memory.rests, fit.company))
