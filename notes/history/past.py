"""The past: all events, each once, and the state that follows from them.

The last event about a card says what became of it, but a plan never takes back what was printed or sent. Events about
one card count their turns: so a run after another is later whatever the clocks say, and those that two computers wrote
at one turn go by the clock.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from notes.customers import CustomerId
from notes.history.events import Event, Kind
from notes.language.days import with_year
from notes.language.folding import folded, is_called


class Made(NamedTuple):
    """A batch that was made: its month, and the day on which it was first decided."""

    month: str
    day: date


@dataclass(frozen=True)
class Past:
    """All events, each once, in the order of their time; and what follows from them."""

    events: Sequence[Event] = ()

    @classmethod
    def of(cls, events: Iterable[Event]) -> "Past":
        by_id = {event.event_id: event for event in events}
        return cls(tuple(sorted(by_id.values(), key=_in_order)))

    @cached_property
    def _turns(self) -> Mapping[tuple[str, ...], int]:
        return {event.card: event.turn for event in self.events}

    def following(self, events: Iterable[Event]) -> list[Event]:
        """The events as those that come after all that is known of their cards."""
        return [replace(event, turn=self._turns.get(event.card, 0) + 1) for event in events]

    @cached_property
    def cards(self) -> Mapping[tuple[str, ...], Event]:
        """For every card, the event that says what became of it, with its number, wording and name."""
        steps: dict[tuple[str, ...], list[Event]] = {}
        for event in self.events:
            if event.kind not in _NOT_OF_A_CARD:
                _take(steps.setdefault(event.card, []), event)
        return {card: those[-1] for card, those in steps.items()}

    @cached_property
    def standing(self) -> Sequence[Event]:
        """The cards that block another: planned, printed, sent, or cancelled by the person."""
        gone = (Kind.WITHDRAWN, Kind.TAKEN_BACK)
        return tuple(event for event in self.cards.values() if event.kind not in gone)

    @cached_property
    def answers(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """For each customer, by what the person answered, the words of the cells that it was the answer to."""
        found: dict[str, dict[str, frozenset[str]]] = {}
        for event in self.events:
            if event.kind is Kind.CLEARED:
                own = found.setdefault(event.customer_id, {})
                own[event.answer] = own.get(event.answer, frozenset()) | {event.matter}
        return found

    @cached_property
    def _merged(self) -> Mapping[str, str]:
        return {event.matter: event.customer_id for event in self.events if event.kind is Kind.MERGED}

    @cached_property
    def _merges(self) -> Sequence[tuple[str, Mapping[str, str]]]:
        """What was numbered anew at each time, the earliest first; at one time two may have changed their numbers."""
        found: dict[str, dict[str, str]] = {}
        for event in self.events:
            if event.kind is Kind.MERGED:
                found.setdefault(event.at, {})[event.matter] = event.customer_id
        return sorted(found.items())

    @cached_property
    def _first_said(self) -> Mapping[tuple[str, ...], str]:
        """When each card was first heard of."""
        first: dict[tuple[str, ...], str] = {}
        for event in self.events:
            first[event.card] = min(first.get(event.card, event.at), event.at)
        return first

    def owner(self, event: Event) -> str:
        """The number by which the customer of a card goes now; somebody else may have got the one of then."""
        one, since = event.customer_id, self._first_said[event.card]
        for at, anew in self._merges:
            if at > since:
                one = anew.get(one, one)
        return one

    def person(self, customer_id: str) -> str:
        """The number by which a customer goes now, who may have had another one before."""
        passed = {customer_id}
        while (then := self._merged.get(customer_id)) and then not in passed:
            customer_id = then
            passed.add(then)
        return customer_id

    @cached_property
    def _by_customer(self) -> Mapping[str, Sequence[Event]]:
        groups: dict[str, list[Event]] = {}
        for event in self.standing:
            groups.setdefault(self.owner(event), []).append(event)
        return groups

    @cached_property
    def _by_household(self) -> Mapping[str, Sequence[Event]]:
        went = (event for event in self.standing if event.kind is not Kind.CANCELLED)
        return _grouped((replace(event, household=folded(event.household)) for event in went), "household")

    @cached_property
    def made(self) -> Sequence[Made]:
        """The batches of months that were made and not taken back whole, the earliest first."""
        there = {event.batch for event in self.standing if not event.to_everyone}
        first: dict[str, Event] = {}
        for event in self.events:
            if event.month and (event.kind is Kind.MADE or event.batch in there):
                first[event.batch] = min(first.get(event.batch, event), event, key=lambda one: one.at)
        return sorted(Made(event.month, date.fromisoformat(event.at[:10])) for event in first.values())

    @property
    def began(self) -> str:
        """The first month of which a batch is known, "" where there is none."""
        return self.made[0].month if self.made else ""

    def cards_of(self, customer_id: CustomerId) -> Sequence[Event]:
        """The cards of the customer who has this number now."""
        return self._by_customer.get(customer_id, ())

    def cards_to(self, household: str) -> Sequence[Event]:
        """The cards to a household that have gone, or are about to."""
        return self._by_household.get(folded(household), ())

    def told(self, customer_id: CustomerId, household: str) -> Sequence[Event]:
        """The cards to a customer or their household that went, or are about to go."""
        cards = {event.card: event for event in (*self.cards_of(customer_id), *self.cards_to(household))}
        return [event for event in cards.values() if event.kind is not Kind.CANCELLED]

    def done(
        self, customer_id: CustomerId, occasion: str, on: date | None, matter: str = "", within: int = 0
    ) -> Event | None:
        """The card that this occasion already has, its day at most `within` days from the one asked for."""
        for event in self.cards_of(customer_id):
            if event.occasion == occasion and event.matter == matter:
                near = event.on == on or (event.on and on and abs((event.on - on).days) <= within)
                if near:
                    return event
        return None

    def last(self, customer_id: CustomerId, occasion: str) -> Event | None:
        """The latest card of an occasion to a customer."""
        return max((e for e in self.cards_of(customer_id) if e.occasion == occasion), key=_day_of, default=None)

    def wordings_of(self, customer_id: CustomerId) -> frozenset[str]:
        """The wordings that a customer has had."""
        had = (event for event in self.cards_of(customer_id) if event.kind is not Kind.CANCELLED)
        return frozenset(event.wording for event in had if event.wording)

    def of_batch(self, batch: str) -> Sequence[Event]:
        """The cards of a batch, by their numbers."""
        return sorted((event for event in self.standing if event.batch == batch), key=lambda event: event.number)

    def ever_in_batch(self, batch: str) -> Sequence[Event]:
        """The cards of a batch, those too that were taken back, by their numbers."""
        cards = (event for event in self.cards.values() if event.batch == batch and event.kind is not Kind.WITHDRAWN)
        return sorted(cards, key=lambda event: event.number)

    @property
    def last_batch(self) -> str:
        """The batch of which something was said last, "" where nothing was."""
        said = [event for event in self.cards.values() if event.kind in _SAID]
        return max(said, key=lambda event: (event.at, event.turn)).batch if said else ""

    @cached_property
    def returned(self) -> Mapping[str, Event]:
        """The cards that came back, by the address at which nobody was."""
        back = (event for event in self.cards.values() if event.kind is Kind.RETURNED)
        return {event.address or event.household.removeprefix("address "): event for event in back}

    def batches_to_post(self, month: str = "") -> Sequence[str]:
        """The batches with cards that are not posted yet, the earliest first; those of one month if it is named."""
        waiting = (event for event in self.standing if event.kind in (Kind.PLANNED, Kind.PRINTED))
        return sorted({event.batch for event in waiting if not month or event.month == month})

    def batch_to_make(self, first: str) -> str:
        """The batch that a run makes: 2026-11, or 2026-11-2 where cards of that one were printed or sent already."""
        name, number = first, 1
        while any(event.kind in (Kind.PRINTED, Kind.SENT) for event in self.of_batch(name)):
            number += 1
            name = f"{first}-{number}"
        return name

    def next_label(self, stock: str) -> int:
        """The first free label on the open sheet of a stock, counted from 1."""
        used = [event for event in self.events if event.kind is Kind.LABELS and event.stock == stock]
        return max(used, key=lambda event: (event.at, event.batch, event.turn)).next_label if used else 1

    def without_plans_of(self, batch: str) -> "Past":
        """The past without what is planned for a batch but not printed, so that it can be decided again."""
        plans = {card for card, event in self.cards.items() if event.batch == batch and event.kind is Kind.PLANNED}
        others = (e for e in self.events if e.kind in (Kind.LABELS, Kind.MADE) and e.batch != batch)
        cards = (e for e in self.events if e.kind not in (Kind.LABELS, Kind.MADE) and e.card not in plans)
        return Past.of([*cards, *others])


def state_of(event: Event) -> str:
    """What became of a card, in one sentence."""
    day = f" for {with_year(event.on)}" if event.on else ""
    card = f"{event.occasion}{day} (card {event.number} of {event.batch})"
    return f"{event.kind.value.capitalize()} on {event.at[:10]}: {card}."


def told_of(past: Past, words: str) -> str:
    """The answer of `notes history NAME`: every card to the customers of this number, or of a name with these words."""
    events = [one for one in past.cards.values() if past.owner(one) in (words, past.person(words))]
    events = events or [one for one in past.cards.values() if is_called(one.name, words)]
    lines = [f"{event.name} (number {event.customer_id}): {state_of(event)}" for event in events]
    return "\n".join(lines) if lines else f"The history has no card to “{words}”."


def _take(steps: list[Event], event: Event) -> None:
    """Add what happened to a card to the steps before, the last of which says how it is now."""
    if event.kind is Kind.UNDONE:
        before = steps.pop() if steps else event
        if not steps:
            steps.append(replace(before, kind=Kind.PLANNED))
    elif event.kind not in (Kind.PLANNED, Kind.WITHDRAWN):
        steps.append(event)
    elif not steps or steps[-1].kind not in (Kind.PRINTED, Kind.SENT, Kind.RETURNED):
        steps[:] = [event]


_SAID = (Kind.PRINTED, Kind.SENT, Kind.CANCELLED, Kind.RETURNED, Kind.TAKEN_BACK)
_NOT_OF_A_CARD = (Kind.MADE, Kind.MERGED, Kind.LABELS, Kind.CLEARED)
_PLACE = {kind: place for place, kind in enumerate(Kind)}


def _in_order(event: Event) -> tuple[object, ...]:
    return event.turn, event.at, _PLACE[event.kind], event.event_id


def _grouped(events: Iterable[Event], name: str) -> dict[str, list[Event]]:
    groups: dict[str, list[Event]] = {}
    for event in events:
        groups.setdefault(getattr(event, name), []).append(event)
    return groups


def _day_of(event: Event) -> str:
    return str(event.mail_by or event.on or event.at)
