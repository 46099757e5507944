"""A detail: one thing known of a person, whose it is, when it is or was, and the cell that says so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from notes.language import inflection
from notes.problems import Place
from notes.wording.topics import kinds

if TYPE_CHECKING:
    from notes.wording.details.statement import Statement

HAPPENING = kinds("happening")
JUST_OVER = timedelta(days=62)  # what is over for longer is asked about in other words


_HEAD_ENDS = re.compile(r"\s(?:of|in|at|for|with|on|to|from|by|that|who)\s")
_IN_ING = re.compile(r"(?!(?:the|a|an) )(?:[a-z-]+ )?[a-z-]{2,}ing")


@lru_cache(maxsize=10_000)
def is_plural(thing: str) -> bool:
    """Whether a thing in a few words is several.

    >>> is_plural("old maps"), is_plural("the books for the store"), is_plural("the ukulele"), is_plural("Pat and Mo")
    (True, True, False, True)
    """
    head = _HEAD_ENDS.split(thing, maxsplit=1)[0].split(" ")[-1].strip("’")
    return inflection.is_plural(head) or " and " in f" {thing} "


class Owner(Enum):
    """Whose a thing is, in the words of the passages."""

    SELF = "self"
    CHILD = "child"
    PARTNER = "partner"
    PARENT = "parent"
    GRANDCHILD = "grandchild"
    KIN = "kin"  # a brother, a niece, or a relative of whom no more is known
    PET = "pet"


class State(Enum):
    """Where a thing has got to on the day the card arrives, in the words of the passages."""

    BEFORE = "before"
    NOW = "now"
    ON = "on"
    AFTER = "after"
    LONG_AFTER = "long after"
    ALWAYS = "always"
    UNKNOWN = ""


class Span(NamedTuple):
    """The days on which something is: one day, or as many as a month or a season has."""

    first: date
    last: date

    def state(self, arrival: date) -> State:
        """Where it has got to on a day; within the month, where no more than the month is known, nobody can say."""
        if arrival < self.first:
            return State.BEFORE
        if arrival <= self.last:
            return State.ON if self.first == self.last else State.UNKNOWN
        return State.AFTER if arrival - self.last <= JUST_OVER else State.LONG_AFTER


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody near to the customer: a relative or an animal.

    `relation` is the word for them (“daughter”, “dog”), `animal` the kind of an animal (“dog”, "" where it is not
    known), `he` is None where it is not known whether he or she.
    """

    owner: Owner
    names: tuple[str, ...] = ()
    relation: str = ""
    animal: str = ""
    he: bool | None = None

    @property
    def are_several(self) -> bool:
        plural = self.relation.endswith("s") or self.relation in ("children", "grandchildren", "kids", "twins")
        return len(self.names) > 1 or (not self.names and plural)

    @property
    def called(self) -> str:
        """The name or names, else “your daughter”."""
        if self.names:
            return " and ".join(filter(None, [", ".join(self.names[:-1]), self.names[-1]]))
        return f"your {self.relation}" if self.relation else ""


@dataclass(frozen=True, kw_only=True)
class Detail:
    """One thing known of a person.

    `said` is as the cell has it, `phrase` fit for the middle of a sentence ("" where it is not), `topic` and `kind`
    what it is about. `span` is when it is or was; where that is not known, `state` says what the words tell. `column`
    is the field of the customers’ table, or the sheet, that it is from. `of_card` tells that the card is about it.
    `statement` is the clause that it says, where that is certain; `does` what one does with the thing, if one does it.
    """

    said: str
    owner: Owner = Owner.SELF
    phrase: str = ""
    topic: str = ""
    kind: str = ""
    who: Who | None = None
    span: Span | None = None
    state: State = State.UNKNOWN
    came_of_it: str = ""
    where: str = ""
    column: str = ""
    place: Place = field(default=Place(""), compare=False)
    of_card: bool = False
    statement: "Statement | None" = None
    does: str = ""

    @cached_property
    def key(self) -> str:
        """What the history knows it by, and what a person reads of it: “pet: Otis”, “the ukulele lessons”."""
        if self.column == "person":
            return f"{self.owner.value}: {self.phrase}".casefold()
        whose = "" if self.owner is Owner.SELF else f"{self.who.called if self.who else self.owner.value}: "
        return f"{whose}{self.phrase or self.said}".casefold()

    @cached_property
    def thing(self) -> str:
        """What it is about, for the middle of a sentence; what is added behind a comma is left out."""
        said = self.statement
        text = said.thing if said and said.thing and not self.phrase.startswith("your ") else self.phrase
        is_whole = text.count(",") > 1 or self.column == "told_us"
        return text if is_whole else text.split(", ")[0]

    @cached_property
    def bridge(self) -> str:
        """What it is about as a thing, where there is one: of “judging sweet peas at the show” the sweet peas."""
        return (self.statement.object if self.statement else "") or self.thing

    @cached_property
    def doing(self) -> str:
        """What one does who does it: “playing the ukulele”; "" where it is nothing that one does."""
        said = self.statement
        if said and said.verb:
            return said.doing
        is_gerund = _IN_ING.fullmatch(self.thing) and self.owner is Owner.SELF
        return self.thing if is_gerund else self.does

    @cached_property
    def clause(self) -> str:
        """The whole as a clause to the customer: “you bowl on Wednesdays”, “Pete drives you”; "" if it is none."""
        said = self.statement
        if said is None:
            return ""
        if self.owner is Owner.SELF:
            return said.of_you
        return said.of_another(self.who.called, several=self.who.are_several) if self.who and self.who.called else ""

    @cached_property
    def is_of_you(self) -> bool:
        """Whether it is told as what the customer does: “naming a pancake after the mayor”."""
        first = self.thing.split(" ", 1)[0]
        is_doing = first.endswith("ing") and first.islower() and inflection.lemma(first) != ""
        is_liked = self.column == "likes" and self.kind == "likes"  # of “sailing prints” nobody knows that they sail
        is_said = self.statement is not None and not self.statement.verb
        return self.owner is Owner.SELF and is_doing and is_said and not is_liked

    @cached_property
    def are_several(self) -> bool:
        return self.statement.plural if self.statement else is_plural(self.thing)

    @cached_property
    def is_event(self) -> bool:
        """Whether it happens once: then it is asked about once."""
        return self.state is not State.ALWAYS and (self.span is not None or self.kind in HAPPENING)

    def state_on(self, arrival: date | None) -> State:
        """Where it has got to on the day the card arrives."""
        if self.came_of_it:
            return State.AFTER
        if self.span is None or arrival is None or self.state is State.ALWAYS:
            return self.state
        state = self.span.state(arrival)
        return self.state if state is State.UNKNOWN else state


@dataclass(frozen=True, slots=True)
class Unclear:
    """What a cell says that was not used, and why."""

    place: Place
    said: str
    why: str


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known of one customer: who is near to them, the details, and what could not be used."""

    people: Sequence[Who] = ()
    details: Sequence[Detail] = ()
    unclear: Sequence[Unclear] = ()

    def of(self, owner: Owner) -> Sequence[Who]:
        return [who for who in self.people if who.owner is owner]
