"""Renumbering: who has another number in the spreadsheet than when they had their cards is found by what stayed.

The number says who somebody is, until an office moves to another program. Then Rosa, 12 before, is 4711, and 12 may be
Ben. The same name at the same address is the same person. One name that is gone, and the same name at another address
under a number that is new, may be: then it is asked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from notes.customers import Book, Customer
from notes.history import Event, Kind, Past
from notes.language.folding import plain
from notes.language.numbers import counted
from notes.problems import Level, Place, Problem

GONE = "before"  # what is written behind the number of somebody whose number is another one's now
MANY = 3  # found under other numbers, so that the whole file must have been numbered anew


@dataclass(frozen=True)
class Renumbered:
    """The numbers that changed, as events for the history, and what is to be said and asked."""

    events: Sequence[Event] = ()
    problems: Sequence[Problem] = ()


@dataclass(frozen=True)
class _Known:
    """What the last card of a customer says of them."""

    number: str
    name: str
    address: str


@dataclass
class _Found:
    anew: dict[str, str] = field(default_factory=dict)
    doubts: list[tuple[_Known, Customer]] = field(default_factory=list)


def renumbered(book: Book, past: Past) -> Renumbered:
    """Who of those that had cards goes by another number in the book.

    The events are of a time just after all that is known.
    """
    known = _known(past)
    by_number: dict[str, Customer] = {one.customer_id: one for one in book.customers}
    strangers = [one for one in known if one.number in by_number and not _may_be(one, by_number[one.number])]
    missing = [one for one in known if one.number not in by_number]
    if not (strangers or missing):
        return Renumbered()
    had = {one.number for one in known} - {one.number for one in strangers}
    free = [one for one in book.customers if one.customer_id not in had]
    found = _matched([*missing, *strangers], free)
    if len(found.anew) >= MANY:  # whoever is not found has left, and their number went to somebody else
        found.anew |= {one.number: f"{one.number} {GONE}" for one in strangers if one.number not in found.anew}
    at = max(event.at for event in past.events) + "~"
    events = [
        Event(kind=Kind.MERGED, at=at, batch=at[:7], customer_id=now, matter=was)
        for was, now in sorted(found.anew.items())
    ]
    return Renumbered(past.following(events), [*_said(found), *(_question(*doubt) for doubt in found.doubts)])


def _known(past: Past) -> list[_Known]:
    """Everybody who had a card, as the last one says, by the number that they have now."""
    last: dict[str, Event] = {}
    for event in sorted(past.standing, key=lambda one: (one.at, one.turn)):
        last[past.owner(event)] = event
    return [
        _Known(number, plain(event.name), event.address or event.household.removeprefix("address "))
        for number, event in sorted(last.items())
        if not number.endswith(f" {GONE}")
    ]


def _may_be(known: _Known, customer: Customer) -> bool:
    """Whether a row may be the one who had the cards: a name changes, and an address, but seldom both at once."""
    return (
        known.address == customer.address.key
        or bool(set(known.name.split()) & set(plain(customer.name).split()))
        or not known.name
    )


def _matched(lost: Iterable[_Known], free: Iterable[Customer]) -> _Found:
    by_name: dict[str, list[Customer]] = {}
    for customer in free:
        by_name.setdefault(plain(customer.name), []).append(customer)
    found = _Found()
    lost = list(lost)
    for one in lost:
        namesakes = by_name.get(one.name, [])
        there = [customer for customer in namesakes if customer.address.key == one.address]
        if len(there) == 1 or (not there and _is_named(one) and len(namesakes) == 1 and _alone(one, lost)):
            found.anew[one.number] = (there or namesakes)[0].customer_id
        elif len(namesakes) == 1 and not there:
            found.doubts.append((one, namesakes[0]))
    return found


def _is_named(known: _Known) -> bool:
    """Whether the file has no numbers, so that the name and the place stand for one, and a move makes another."""
    return bool(known.name) and plain(known.number).startswith(known.name)


def _alone(known: _Known, lost: Sequence[_Known]) -> bool:
    return sum(one.name == known.name for one in lost) == 1


def _said(found: _Found) -> list[Problem]:
    kept = {was: now for was, now in found.anew.items() if not now.endswith(f" {GONE}")}
    if not kept:
        return []
    was, now = min(kept.items())
    who = f"{counted(len(kept), 'customer')} who had cards {'has' if len(kept) == 1 else 'have'} another number now"
    message = f"{who} ({now} for {was}); by name and address they are the same, and what they had counts."
    return [Problem(Place("history"), message, level=Level.NOTICE)]


def _question(known: _Known, customer: Customer) -> Problem:
    return Problem(
        customer.place,
        f"{customer.name} may be the one who had cards as number {known.number}, which is no longer in the file.",
        f"If so: notes merge {known.number} {customer.customer_id}. Otherwise there is nothing to do.",
        Level.WARNING,
    )
