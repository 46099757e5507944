"""What a run adds to the history: a plan made anew, or cards marked as printed, sent or cancelled."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

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
    """What `notes sent` or `notes cancel` does: the events to write, and the numbers that no card of the batch has.

    `elsewhere` are the cards of the batch that wait and were not made on this computer.
    """

    events: Sequence[Event] = ()
    unknown: Sequence[int] = field(default_factory=tuple)
    elsewhere: Sequence[Event] = ()


def mark(
    past: Past,
    batch: str,
    kind: Kind,
    at: str,
    *,
    only: Collection[int] = (),
    but: Collection[int] = (),
    here: Mapping[tuple[str, str], int] = MappingProxyType({}),
) -> Marking:
    """The cards of a batch marked as printed, sent, cancelled or undone: all, or `only` some, or all `but` some.

    What is undone, where no cards are named, is the last thing that was said of the batch. Where two computers planned
    it, it is the cards that were made `here`, by the numbers that they have here.

    Raises:
        Unsure: two cards have one number, and none was made here.
    """
    cards = past.of_batch(batch) if kind is not Kind.UNDONE else past.ever_in_batch(batch)
    elsewhere: Sequence[Event] = ()
    if here:
        elsewhere = [card for card in cards if card.kind in _WAITS and _key(card) not in here]
        cards = _as_here(cards, here)
    elif twice := numbered_twice(past, batch):
        raise Unsure(twice)
    numbers = {card.number for card in cards}
    may = _BEFORE[kind]
    if kind is Kind.UNDONE and not only:
        only = _said_last(cards)
    wanted = [c for c in cards if c.kind in may and c.number not in but and (not only or c.number in only)]
    unknown = sorted(number for number in {*only, *but} if number not in numbers)
    return Marking(past.following(replace(card, kind=kind, at=at) for card in wanted), unknown, elsewhere)


_WAITS = (Kind.PLANNED, Kind.PRINTED)


def _as_here(cards: Sequence[Event], here: Mapping[tuple[str, str], int]) -> Sequence[Event]:
    """The cards that were made here, by their numbers here, and those that wait no longer and share none of these."""
    made = [replace(card, number=here[_key(card)]) for card in cards if _key(card) in here]
    taken = {*here.values()}
    made += [c for c in cards if _key(c) not in here and c.kind not in _WAITS and c.number not in taken]
    return sorted(made, key=lambda card: card.number)


class Unsure(ValueError):
    """Two cards of a batch have the same number, and it cannot be told which is meant."""

    def __init__(self, cards: Sequence[Event]) -> None:
        super().__init__(", ".join(f"{card.number} {card.name}" for card in cards))
        self.cards = cards


def _key(card: Event) -> tuple[str, str]:
    return card.customer_id, card.occasion


def numbered_twice(past: Past, batch: str) -> Sequence[Event]:
    """The cards that wait and whose number another one has, as where two computers planned the same month."""
    cards = [card for card in past.of_batch(batch) if card.kind in _WAITS]
    numbers = [card.number for card in cards]
    return [card for card in cards if numbers.count(card.number) > 1]


def _said_last(cards: Sequence[Event]) -> Collection[int]:
    """The numbers of the cards of which something was said last, all at once."""
    said = [card for card in cards if card.kind in _BEFORE[Kind.UNDONE]]
    last = max(((card.at, card.turn, card.kind.value) for card in said), default=None)
    return {card.number for card in said if last and (card.at, card.kind.value) == (last[0], last[2])} or {0}
