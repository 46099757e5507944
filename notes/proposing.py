"""Proposing: what the program suggests for a month, and the month once the person has decided about it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from notes import changes, picking, wording
from notes.changes import Decided, Records
from notes.changes.application import speaks_of, told_of
from notes.customers import Book, Customer, CustomerId, Jotting
from notes.history import Past, greeting_batch
from notes.inputs import Inputs
from notes.picking import Greeting
from notes.picking.month import Month
from notes.picking.overruling import Overruled
from notes.picking.picks import Pick, Picks
from notes.problems import Problem
from notes.settings import Settings
from notes.wording.note import Note

if TYPE_CHECKING:
    from notes.wording import Worded, Writer
    from notes.wording.plans.card import Card

MOST_OTHERS = 2  # proposals beside the one that goes
# A note with what somebody else has drafted for its card beside what we propose.
Beside = Callable[[Note, "Card"], Note]


@dataclass(frozen=True)
class Proposed:
    """A month as the program suggests it; what it takes to word a card of it anew is at hand.

    `name` is that of the batch, `past` the history without the plans of that batch. `beside` puts drafts to a note
    that is worded anew.
    """

    name: str
    month: str
    today: date
    seed: int
    inputs: Inputs
    past: Past
    picks: Picks
    notes: Sequence[Note]
    problems: Sequence[Problem] = ()
    beside: Beside | None = field(default=None, repr=False, compare=False)
    _reworded: dict[object, Note | Pick] = field(default_factory=dict, repr=False, compare=False)

    def decided(self, records: Records) -> Decided:
        """The month as it is with what the person has decided."""
        month = Month(self.inputs.book, self.month, self.today, self.inputs.settings, self.past)
        said = records.changes(self.name, self.counts_on)
        return changes.apply(self.picks, self.notes, said, self.counts_on, Overruled(month), self._reword)

    @property
    def counts_on(self) -> date:
        """The day by which it counts until when a card was put off: today, or the first of a month to come."""
        return first_of(self.month, self.today)

    def _reword(self, pick: Pick, told: Sequence[Jotting], goes_anyway: bool) -> Note | Pick:
        """The note of a pick, or the pick as it is held for want of one; worded once for the same things told."""
        words = str(pick.facts.get("write_exactly") or "")
        key = (pick.customer.customer_id, pick.occasion, tuple(one.what for one in told), goes_anyway, words)
        if key not in self._reworded:
            worded = self.compose([pick], self._knowing(told), goes_anyway)
            note = worded.notes[0] if worded.notes else None
            if note and told and not speaks_of(note, told):
                note = self._of_that_alone(pick, told, note)
            self._reworded[key] = self._with_drafts(note, told) if note else worded.held[0]
        return self._reworded[key]

    def _of_that_alone(self, pick: Pick, told: Sequence[Jotting], note: Note) -> Note:
        """A note of what was told, the proposals that leave it out behind it; these as they are if none can say it."""
        nobody = replace(pick.customer, details={}, notes="")
        about = replace(self.inputs.book, jottings=list(told))
        found = self.compose([replace(pick, customer=nobody)], about, even_if_general=True).notes
        options = [one for other in found for one in (other, *other.proposals)]
        first = next((one for one in options if speaks_of(one, told)), None)
        if first is None:
            return note
        others = (replace(note, proposals=()), *note.proposals)
        return replace(first, pick=pick, proposals=tuple(replace(one, pick=pick) for one in others[:MOST_OTHERS]))

    def _with_drafts(self, note: Note, told: Sequence[Jotting]) -> Note:
        card = self.card_of(note, told) if self.beside else None
        return self.beside(note, card) if self.beside and card else note

    def _knowing(self, told: Sequence[Jotting]) -> Book:
        book = self.inputs.book
        return replace(book, jottings=[*book.jottings, *told]) if told else book

    def cards(self) -> Iterator[tuple[Note, "Card"]]:
        """The notes that were put together in English, each with all that it could have spoken of."""
        writer = self._writer(self.inputs.book)
        for note in self.notes:
            if writer.puts_together(note.pick):
                yield note, writer.card(note.pick)

    def card_of(self, note: Note, told: Sequence[Jotting] = ()) -> "Card | None":
        """The card of a note, with what the person told of them besides; None if its note is not put together."""
        writer = self._writer(self._knowing(told))
        return writer.card(note.pick) if writer.puts_together(note.pick) else None

    def _writer(self, book: Book) -> "Writer":
        inputs = self.inputs
        return wording.writer_of(inputs.library, inputs.settings, self.seed, self.past, book=book, today=self.today)

    def compose(self, picks: Sequence[Pick], book: Book, even_if_general: bool = False) -> "Worded":
        settings = self.inputs.settings
        if even_if_general:
            settings = replace(settings, wording=replace(settings.wording, held_when_general=False))
        given = picks, self.inputs.library, settings, self.seed, self.past
        return wording.compose(*given, book=book, today=self.today, workers=self.inputs.workers)


@dataclass(frozen=True)
class Picked:
    """Who gets a card in a month and why, before there are any words.

    `name` is that of the batch; the book has what was told of customers in other months, and `past` is without the
    plans of the batch.
    """

    name: str
    month: str
    today: date
    book: Book
    past: Past
    picks: Picks

    @property
    def counts_on(self) -> date:
        return first_of(self.month, self.today)


def pick(
    book: Book,
    past: Past,
    records: Records,
    settings: Settings,
    month: str,
    today: date,
    greeting: Greeting | None = None,
) -> Picked:
    """Who gets a card in a month; with a `greeting` everyone does."""
    name = batch_to_make(past, month, greeting)
    past = past.without_plans_of(name)
    book = _with_what_was_told(book, records, name)
    given = (book, month, today, settings, past)
    picks = picking.decide_for_everyone(*given, greeting) if greeting else picking.decide(*given)
    return Picked(name, month, today, book, past, picks)


def first_of(month: str, today: date) -> date:
    """The first day of a month that is still to come, else today.

    >>> first_of("2027-01", date(2026, 11, 27)), first_of("2026-11", date(2026, 11, 27))
    (datetime.date(2027, 1, 1), datetime.date(2026, 11, 27))
    """
    return max(today, date.fromisoformat(f"{month}-01"))


def propose(inputs: Inputs, month: str, today: date, seed: int, greeting: Greeting | None = None) -> Proposed:
    """The cards that the program suggests for a month, with what was told of customers in other months.

    With a `greeting` they are those that everyone gets. It may say the same to all: nobody expects it to be personal.
    """
    picked = pick(inputs.book, inputs.past, inputs.records, inputs.settings, month, today, greeting)
    return worded(picked, inputs, seed, even_if_general=greeting is not None)


def worded(picked: Picked, inputs: Inputs, seed: int, *, even_if_general: bool = False) -> Proposed:
    """The cards of those who were picked, with their words."""
    inputs = replace(inputs, book=picked.book)
    proposed = Proposed(picked.name, picked.month, picked.today, seed, inputs, picked.past, picked.picks, ())
    words = proposed.compose(picked.picks.cards, picked.book, even_if_general)
    return replace(proposed, picks=held(picked.picks, words.held), notes=words.notes, problems=words.problems)


def batch_to_make(past: Past, month: str, greeting: Greeting | None) -> str:
    """The batch that a run makes."""
    return past.batch_to_make(greeting_batch(month, greeting.occasion.name) if greeting else month)


def held(picks: Picks, those: Sequence[Pick]) -> Picks:
    """The picks with some of the cards held after all."""
    by_reason = {pick.reason_key: pick for pick in those}
    told = ([replace(by_reason.get(one.reason_key, one), also=()) for one in pick.reasons] for pick in picks.picks)
    return replace(picks, picks=[first for reasons in told if (first := Pick.first_of(reasons))])


def _with_what_was_told(book: Book, records: Records, name: str) -> Book:
    """The book with what the person told beside other cards, and with the answers that they gave there."""
    told = records.told_before(name)
    rows = [jotting for one, texts in sorted(told.items()) for jotting in told_of(one, texts)]
    book = replace(book, jottings=[*book.jottings, *rows]) if rows else book
    earlier = {batch: record for batch, record in records.by_batch.items() if batch < name}
    return answered(book, Records(earlier).answers(name))


def answered(book: Book, answers: Mapping[CustomerId, str]) -> Book:
    """The book with the answers that were given in the app, where the column has none."""

    def with_answer(one: Customer) -> Customer:
        answer = "" if one.ok_to_write else answers.get(one.customer_id, "")
        return replace(one, ok_to_write=answer) if answer else one

    return replace(book, customers=[with_answer(one) for one in book.customers]) if answers else book
