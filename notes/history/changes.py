"""What a run adds to the history: a plan made anew, or cards marked as printed, sent or cancelled."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from notes.history.events import Event, Kind
from notes.history.past import Past


def plan(past: Past, batch: str, cards: Sequence[Event]) -> Sequence[Event]:
    """The events that make `cards` the plan of a batch: what is new, and what is withdrawn from the plan before.

    Cards that are in the plan already, with the same number and words, give no event.
    """

    def content(event: Event) -> Event:
        return replace(event, at="", turn=0)

    before = {event.card: event for event in past.of_batch(batch) if event.kind is Kind.PLANNED}
    new = [card for card in cards if card.card not in before or content(before[card.card]) != content(card)]
    keep = {card.card for card in cards}
    at = max((card.at for card in cards), default=max((event.at for event in past.events), default=""))
    gone = [replace(event, kind=Kind.WITHDRAWN, at=at) for key, event in before.items() if key not in keep]
    return past.following([*gone, *new])


# What a card may be before it is marked.
_BEFORE = {
    Kind.PRINTED: {Kind.PLANNED},
    Kind.SENT: {Kind.PLANNED, Kind.PRINTED},
    Kind.CANCELLED: {Kind.PLANNED, Kind.PRINTED, Kind.SENT},
    Kind.RETURNED: {Kind.PLANNED, Kind.PRINTED, Kind.SENT},
    Kind.UNDONE: {Kind.PRINTED, Kind.SENT, Kind.CANCELLED, Kind.RETURNED, Kind.TAKEN_BACK},
    Kind.TAKEN_BACK: {Kind.PLANNED, Kind.PRINTED, Kind.SENT, Kind.CANCELLED, Kind.RETURNED},
}


@dataclass(frozen=True)
class Marking:
    """What `notes sent` or `notes cancel` does: the events to write, and the numbers that no card of the batch has."""

    events: Sequence[Event] = ()
    unknown: Sequence[int] = field(default_factory=tuple)


def mark(
    past: Past, batch: str, kind: Kind, at: str, *, only: Collection[int] = (), but: Collection[int] = ()
) -> Marking:
    """The cards of a batch marked as printed, sent, cancelled or undone: all, or `only` some, or all `but` some.

    What is undone, where no cards are named, is the last thing that was said of the batch.
    """
    cards = past.of_batch(batch) if kind is not Kind.UNDONE else past.ever_in_batch(batch)
    numbers = {card.number for card in cards}
    may = _BEFORE[kind]
    if kind is Kind.UNDONE and not only:
        only = _said_last(cards)
    wanted = [c for c in cards if c.kind in may and c.number not in but and (not only or c.number in only)]
    unknown = sorted(number for number in {*only, *but} if number not in numbers)
    return Marking(past.following(replace(card, kind=kind, at=at) for card in wanted), unknown)


def _said_last(cards: Sequence[Event]) -> Collection[int]:
    """The numbers of the cards of which something was said last, all at once."""
    said = [card for card in cards if card.kind in _BEFORE[Kind.UNDONE]]
    last = max(((card.at, card.turn, card.kind.value) for card in said), default=None)
    return {card.number for card in said if last and (card.at, card.kind.value) == (last[0], last[2])} or {0}
