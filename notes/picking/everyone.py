"""A greeting to everyone: each household gets a card of one occasion, but for those who must not or want not."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from notes.customers import Book, Customer
from notes.history import Past
from notes.language.folding import plain
from notes.language.locales import listed
from notes.language.numbers import counted
from notes.memory import without_collecting
from notes.occasions import Occasion, Occasions, ours
from notes.picking.decision import card_of, pick_of, same_number
from notes.picking.household import household_of
from notes.picking.month import Month
from notes.picking.objections import Against
from notes.picking.obstacles import Obstacle, against_greeting, skip
from notes.picking.picks import Pick, Picks
from notes.picking.ranking import number_order
from notes.picking.reasons import Reason
from notes.problems import BadValue
from notes.settings import Settings


@dataclass(frozen=True, slots=True)
class Greeting:
    """A greeting to everyone: its occasion, the day by which it should arrive, and what every card of it says."""

    occasion: Occasion
    on: date | None = None
    line: str = ""


def for_everyone(occasions: Occasions, words: str) -> Occasion:
    """The occasion of these words, if it can be everybody's on one day.

    Raises:
        BadValue: no occasion is called that, or it is somebody's own.
    """
    occasion = occasions.understood(words)
    if not _is_everybodys(occasion):
        fitting = listed(one.name for one in occasions if _is_everybodys(one))
        remedy = f"These can be: {fitting}; and your own, in data/occasions.toml."
        raise BadValue(f"“{occasion.name}” is one person’s own, and cannot be a greeting to everyone.", remedy)
    return occasion


def _is_everybodys(occasion: Occasion) -> bool:
    own = occasion.solemn or occasion.of_a_person or occasion.found or occasion.column or occasion.person_is
    return not own and not (occasion.example and occasion.name in ours())  # ours with an example are about a thing


@without_collecting()
def decide_for_everyone(
    book: Book, month: str, today: date, settings: Settings, past: Past, greeting: Greeting
) -> Picks:
    """A card of the greeting for each household.

    Where there are more households than the settings allow, those who bring most, then those who were there first.
    """
    asked, occasion = Month(book, month, today, settings, past), greeting.occasion
    settled: dict[str, Pick] = {}
    taken: dict[str, Customer] = {}
    for customer in _in_turn(asked):
        reason = Reason(
            customer=customer,
            why=f"{occasion.title} to everyone.",
            on=greeting.on,
            matter=month[:4],
            facts={"say_this": greeting.line} if greeting.line else {},
        )
        against = _against(asked, occasion, reason, taken)
        if against is None and settings.picking.one_card_a_household:
            taken[household_of(customer)] = customer
        elif against is None:
            taken[customer.customer_id] = customer
        settled[customer.customer_id] = _pick(asked, occasion, reason, against)
    return Picks(month, asked.ranking.revenue, [_of_row(asked, settled, row) for row in book.customers])


def _in_turn(asked: Month) -> Sequence[Customer]:
    """By what they bring, then by the customer number."""
    ranks = {one.customer_id: asked.ranking.standing(one.customer_id).rank for one in asked.customers.values()}
    return sorted(
        asked.customers.values(), key=lambda one: (ranks[one.customer_id] or math.inf, number_order(one.customer_id))
    )


def _against(asked: Month, occasion: Occasion, reason: Reason, taken: dict[str, Customer]) -> Obstacle | None:
    customer, everyone = reason.customer, asked.settings.everyone
    if against := against_greeting(asked, occasion, reason):
        return against
    if {plain(customer.name), plain(customer.customer_id)} & {plain(one) for one in everyone.leave_out}:
        return skip("Your settings leave them out of greetings to everyone.", Against.LEFT_OUT)
    if other := taken.get(household_of(customer)):
        return skip(f"A household gets one card, and this one goes to {other.name}.", Against.HOUSE_HAS_ONE)
    if len(taken) >= everyone.cards:
        why = f"Your settings allow {counted(everyone.cards, 'card')}, and they go to those who bring most."
        return skip(why, Against.FULL)
    return None


def _pick(asked: Month, occasion: Occasion, reason: Reason, against: Obstacle | None) -> Pick:
    if against:
        return pick_of(asked, occasion, reason).without_card(against.outcome, against.objection, against.reason)
    return card_of(asked, occasion, reason, asked.settings.picking.one_card_a_household)


def _of_row(asked: Month, settled: dict[str, Pick], row: Customer) -> Pick:
    is_first = asked.customers[row.customer_id] is row
    return settled[row.customer_id] if is_first else same_number(asked, row)
