"""Holds: why a card waits or does not go, as a value. The sentences are made here, and nothing reads them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from notes.language.folding import plain
from notes.language.lexicon import Kind
from notes.language.remarks import Finding
from notes.language.subjects import Who
from notes.language.texts import short
from notes.problems import Place


@dataclass(frozen=True, slots=True)
class Hold:
    """What one cell says against a card: its place, its words as they stand there, and what was understood.

    `on` is the day it happened, or the latest that can be meant, where the cell tells one. `heard` are the words by
    which a cell only sounds like it.
    """

    kind: Kind
    place: Place
    quote: str = ""
    who: Who = Who.CUSTOMER
    sure: bool = True
    on: date | None = None
    heard: str = ""

    @classmethod
    def of(cls, finding: Finding, place: Place, quote: str) -> "Hold":
        heard = finding.words if finding.sounds else ""
        return cls(finding.kind, place, quote, finding.who, finding.sure, finding.on, heard)

    @property
    def words(self) -> str:
        """What an answer is remembered by: the words of the cell and the name of its column, however they are typed."""
        return f"{plain(self.place.column or '')}: {plain(self.quote)}"

    @property
    def is_of_the_dead(self) -> bool:
        """Whether the customer has died."""
        return self.kind is Kind.DEATH and self.who is Who.CUSTOMER and self.sure

    @property
    def is_a_loss(self) -> bool:
        """Whether somebody else has died: they mourn, and a condolence may go."""
        return self.kind is Kind.DEATH and not self.is_of_the_dead

    @property
    def loses(self) -> str:
        """Who was lost, in the word that occasions have for it."""
        return "pet" if self.who is Who.ANIMAL else "person"

    @property
    def is_lasting(self) -> bool:
        """Whether there is nothing to ask: no card goes until the cell changes."""
        return self.sure and (self.is_of_the_dead or self.kind in (Kind.REFUSAL, Kind.MOVED, Kind.CLOSED))


_UNDERSTOOD = {
    Kind.REFUSAL: "they want no cards",
    Kind.MOVED: "they have moved, or mail came back",
    Kind.DISPUTE: "there is a dispute with them or a debt",
    Kind.CLOSED: "they are no customer, or no longer one",
    Kind.ILLNESS: "somebody is seriously ill",
    Kind.PARTING: "they have separated, or something bad has happened at home",
    Kind.JOB_LOST: "they have lost their job",
    Kind.UNCLEAR: "it is not clear what this means",
}
_DIED = {
    Who.CUSTOMER: "the customer has died",
    Who.HOUSE: "somebody close to them has died",
    Who.ANIMAL: "they have lost a pet",
    Who.OTHER: "somebody has died",
}


def understood(hold: Hold) -> str:
    """What a cell was taken to mean: “somebody close to them has died”."""
    meant = _DIED[hold.who] if hold.kind is Kind.DEATH else _UNDERSTOOD[hold.kind]
    if hold.heard:
        return f"by {hold.heard} it sounds like a reason to send nothing cheerful"
    return meant if hold.sure or hold.kind is Kind.UNCLEAR else f"perhaps {meant}"


def told(hold: Hold) -> str:
    """The cell in a sentence: “Notes” says “Jan died in May” (cell F2)."""
    where = f" (cell {hold.place.cell})" if hold.place.cell else ""
    column = f"“{hold.place.column}”" if hold.place.column else "the name"
    says = f"says “{short(hold.quote)}”" if hold.quote else "is not ticked"
    return f"{column} {says}{where}"


def reason(hold: Hold) -> str:
    """Why there is no card, with the cell; and the question where a person has to answer it."""
    sentence = f"{told(hold)}: {understood(hold)}."
    return sentence if hold.is_lasting else f"{sentence} {QUESTION}"


QUESTION = "If a card may still go, write yes under “OK to write”."


def way_back(hold: Hold) -> str:
    """How to let the card go."""
    if hold.is_lasting:
        return "If this is no longer so, change the cell, or write yes under “OK to write” in this row."
    return QUESTION


def gravest(holds: Sequence[Hold]) -> Hold | None:
    """The hold to tell: what lasts before what is asked, and the gravest kind first."""
    order = list(Kind)
    return min(holds, key=lambda one: (not one.is_lasting, order.index(one.kind), not one.sure), default=None)
