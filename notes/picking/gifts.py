"""Gifts: what the person wants to go along with a card, once; never with a condolence."""

from collections.abc import Iterable, Sequence

from notes.customers import Customer
from notes.history import Past
from notes.language.folding import plain
from notes.language.locales import listed
from notes.language.numbers import counted
from notes.occasions import Occasion
from notes.picking.household import household_of
from notes.picking.picks import Outcome, Pick
from notes.picking.reasons import Reason
from notes.problems import Level, Place, Problem

SHOWN = 5  # by name


def gift_mention(gift: str) -> str:
    """How the history names a gift that went along with a card.

    >>> gift_mention("A jar of  honey")
    'gift: a jar of honey'
    """
    return f"gift: {plain(gift)}"


def gift_with(occasion: Occasion, reason: Reason, past: Past) -> str:
    """What goes along with the card of a reason: that of its own row, else what the customer has not had yet."""
    if occasion.loss:
        return ""
    return (reason.milestone.gift if reason.milestone else "") or waiting_for(reason.customer, past)


def waiting_for(customer: Customer, past: Past) -> str:
    """The gift in a customer’s row, unless it went along with an earlier card."""
    if not customer.gift:
        return ""
    had = past.told(customer.customer_id, household_of(customer))
    return "" if any(gift_mention(customer.gift) in card.mentions for card in had) else customer.gift


def once(pick: Pick) -> Sequence[Pick]:
    """The other reasons of a pick, without the gift that goes along with its own card."""
    if pick.outcome is not Outcome.CARD or not pick.gift:
        return pick.also
    return [one.without_gift() if one.gift == pick.gift else one for one in pick.also]


def told(picks: Iterable[Pick], past: Past) -> list[Problem]:
    """That gifts wait, since those whom they are for get no card this month, or are in mourning."""
    waiting = [(pick.customer, gift) for pick in picks if (gift := gift_left(pick, past))]
    if not waiting:
        return []
    names = [f"{one.name or one.company} ({gift})" for one, gift in waiting[:SHOWN]]
    names += [f"{len(waiting) - SHOWN} more"] if len(waiting) > SHOWN else []
    waits = "waits" if len(waiting) == 1 else "wait"
    message = f"{counted(len(waiting), 'gift')} {waits}, since no card that a gift may go with goes to {listed(names)}."
    remedy = "Do not pack it yet: it goes along with the next card." if len(waiting) == 1 else _NOT_YET
    first = waiting[0][0].place
    return [Problem(Place(first.file, first.sheet), message, remedy, Level.NOTICE)]


_NOT_YET = "Do not pack them yet: each goes along with the next card to its customer."


def gift_left(pick: Pick, past: Past) -> str:
    """The gift for a customer that goes along with no card of this month; "" where it does, or there is none."""
    if any(one.outcome is Outcome.CARD and one.gift for one in pick.reasons):
        return ""
    of_rows = (one.milestone.gift for one in pick.reasons if one.milestone)
    return next(filter(None, of_rows), "") or waiting_for(pick.customer, past)


def about(pick: Pick, past: Past) -> str:
    """What `notes why` says of a customer’s gift; "" where there is none."""
    goes = next((one.gift for one in pick.reasons if one.outcome is Outcome.CARD and one.gift), "")
    if goes:
        return f"A gift goes along with the card: {goes} ({pick.gift_cell})."
    left = gift_left(pick, past)
    why = "none goes along with a condolence" if pick.outcome is Outcome.CARD else "it goes along with their next card"
    return f"The gift ({left}) waits: {why}." if left else ""
