"""The decision of a month: one pick for every customer, with the reason for the card or for there being none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from notes.customers import Book, Customer
from notes.history import Past
from notes.language.days import spoken
from notes.memory import without_collecting
from notes.occasions import Occasion
from notes.picking import obstacles
from notes.picking.choosing import Case, Choice, choose
from notes.picking.gifts import gift_with, once
from notes.picking.mail_by import is_belated
from notes.picking.month import Month
from notes.picking.objections import Against, Objection
from notes.picking.obstacles import Obstacle, already, of_the_person, posted_by
from notes.picking.picks import Outcome, Pick, Picks
from notes.picking.reasons import Reason
from notes.settings import Settings


@without_collecting()
def decide(book: Book, month: str, today: date, settings: Settings, past: Past) -> Picks:
    """What a month has for every customer in the book, in its order."""
    asked = Month(book, month, today, settings, past)
    choice = choose(asked)
    picks: list[Pick] = []
    seen: set[str] = set()
    for customer in asked.book.customers:
        first = customer.customer_id not in seen
        picks.append(_pick(asked, customer, choice) if first else same_number(asked, customer))
        seen.add(customer.customer_id)
    return Picks(asked.month, asked.ranking.revenue, picks)


def same_number(asked: Month, customer: Customer) -> Pick:
    """What becomes of a row that has the customer number of one above it."""
    other = asked.customers[customer.customer_id]
    return Pick(
        customer=customer,
        objection=Objection(Against.SAME_NUMBER),
        reason=f"Has the same customer number as {other.name} ({other.place}); that row counts.",
    )


def _pick(asked: Month, customer: Customer, choice: Choice) -> Pick:
    """What the month has for one customer: the card, or what is held, or why there is none."""
    cases = choice.cases.get(customer.customer_id, ())
    told = [_told(asked, choice, case) for case in sorted(cases, key=_comes_behind)]
    had = asked.cards_this_month.get(customer.customer_id)
    if first := Pick.first_of(told, (Outcome.CARD, Outcome.HELD) if had else tuple(Outcome)):
        if first.outcome is not Outcome.CARD:
            return first
        reason = " ".join(filter(None, [first.reason, *_lost(choice, cases)]))
        return replace(first, reason=reason, also=once(first))
    if had:
        why = next((case.reason.why for case in cases if case.occasion.name == had.occasion), "")
        also = [one for one in told if one.occasion != had.occasion]
        done = obstacles.had(had, already(had))
        return replace(_without(asked, customer, done), occasion=had.occasion, on=had.on, why=why, also=also)
    never = of_the_person(asked, customer)
    return _without(asked, customer, never or _NO_OCCASION)


_NO_OCCASION = obstacles.skip("No occasion this month.", Against.NO_OCCASION)


def _comes_behind(case: Case) -> tuple[bool, bool]:
    """What is told last: what came too late, and what may go in place of a card that is held."""
    return _is_over(case), case.reason.proposed


def _is_over(case: Case) -> bool:
    """Whether it came too late in an earlier month, and says less than what this one has."""
    return case.put_off and case.against is not None and case.against.too_late


def _told(asked: Month, choice: Choice, case: Case) -> Pick:
    """What becomes of one reason."""
    if case in choice.cards:
        return card_of(asked, case.occasion, case.reason, case.occasion.shared)
    against = case.against or choice.waiting[case]
    return pick_of(asked, case.occasion, case.reason).without_card(against.outcome, against.objection, against.reason)


def _lost(choice: Choice, cases: Sequence[Case]) -> Iterator[str]:
    """What else there was to write about to somebody who has a card."""
    for case in cases:
        if case.against and case.against.outcome is Outcome.HELD:
            yield f"Also: {case.reason.why} {case.against.reason}"
        elif case in choice.waiting and not case.against and not case.occasion.a_month:
            yield f"Also: {case.reason.why} {choice.waiting[case].reason}"


def _without(asked: Month, customer: Customer, against: Obstacle) -> Pick:
    rank, share = asked.ranking.standing(customer.customer_id)
    return Pick(
        customer=customer,
        reason=against.reason,
        objection=against.objection,
        rank=rank,
        share=share,
        facts=_NO_FACTS,
    )


_NO_FACTS: Mapping[str, object] = MappingProxyType({})  # one for all: a dict each would be a tenth of the time


def pick_of(asked: Month, occasion: Occasion, to_write: Reason) -> Pick:
    """The reason as a pick, whatever becomes of it."""
    rank, share = asked.ranking.standing(to_write.customer.customer_id)
    return Pick(
        customer=to_write.customer,
        occasion=occasion.name,
        on=to_write.on,
        why=to_write.why,
        milestone=to_write.milestone,
        matter=to_write.matter,
        rank=rank,
        share=share,
        facts=to_write.facts,
        gift=gift_with(occasion, to_write, asked.past),
    )


def _late(asked: Month, customer: Customer, on: date) -> str:
    """That a card will not be there on its day, where that is still to come."""
    if on < asked.today:
        return ""
    return f"It will be late: for its day it had to be posted by {spoken(asked.post_by(customer, on))}."


def card_of(asked: Month, occasion: Occasion, to_write: Reason, for_all: bool) -> Pick:
    """The card, with the household on it where it is `for_all` of it."""
    customer, on = to_write.customer, to_write.on
    belated = occasion.on_the_day and on is not None and is_belated(asked, customer, occasion, on)
    return replace(
        pick_of(asked, occasion, to_write),
        outcome=Outcome.CARD,
        reason=_late(asked, customer, on) if belated and on else "",
        household=asked.household_of(customer),
        mail_by=posted_by(asked, occasion, to_write),
        with_people=_others(asked, customer) if for_all else (),
        facts={**to_write.facts, "belated": belated},
    )


def _others(asked: Month, customer: Customer) -> tuple[Customer, ...]:
    """The others of the household who may be written to, by their numbers."""
    others = (other for other in asked.people_with(customer) if other is not customer)
    return tuple(other for other in others if not of_the_person(asked, other))
