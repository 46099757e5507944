"""The decision of a month: one pick for every customer, with the reason for the card or for there being none.

First the days of their own: each customer's reasons are judged one by one, the first in the order of priority that
nothing stands against gets the card, one to a household. Then those that have no day (thanks, gone quiet) fill their
places, passing over who has a day of their own this month. At last the cap: what is lowest in priority waits.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from notes.customers import Book, Customer, CustomerId
from notes.history import Kind, Past
from notes.picking.month import Month
from notes.picking.obstacles import Obstacle, is_belated, obstacle, of_the_person
from notes.picking.occasions import OCCASIONS, Occasion, Reason, counted, from_milestones
from notes.picking.picks import Outcome, Pick, Picks
from notes.picking.post import mail_by
from notes.picking.ranking import number_order
from notes.settings import Settings


def decide(book: Book, month: str, today: date, settings: Settings, past: Past) -> Picks:
    """What a month holds for every customer of the book, in its order."""
    asked = Month(book, month, today, settings, past)
    cases = _judged(asked)
    decision = _capped(asked, _with_places(asked, cases, _with_days(asked, cases)))
    picks = [_pick(asked, customer, cases.get(customer.customer_id, []), decision) for customer in _each_once(asked)]
    by_row = iter(picks)
    unique = asked.customers
    seen: set[str] = set()
    rows = []
    for customer in book.customers:
        first = unique[customer.customer_id]
        if customer.customer_id in seen or first is not customer:
            rows.append(_same_number(customer, first))
        else:
            rows.append(next(by_row))
        seen.add(customer.customer_id)
    return Picks(month, asked.ranking.revenue, rows)


@dataclass(frozen=True, slots=True)
class Case:
    """A reason, judged: what stands against it, if anything."""

    priority: int
    occasion: Occasion
    reason: Reason
    against: Obstacle | None


@dataclass
class Decision:
    """The cards so far by customer, why a card that could go does not, and the households that have one."""

    cards: dict[CustomerId, Case] = field(default_factory=dict)
    waiting: dict[CustomerId, str] = field(default_factory=dict)
    households: dict[str, Customer] = field(default_factory=dict)


def _each_once(asked: Month) -> Iterable[Customer]:
    return asked.customers.values()


def _same_number(customer: Customer, first: Customer) -> Pick:
    return Pick(customer=customer, reason=f"The same customer number as in {first.place}: that row counts.")


def _judged(asked: Month) -> dict[CustomerId, list[Case]]:
    """Every customer's reasons in the order of priority, each with what stands against it."""
    cases: dict[CustomerId, list[Case]] = {}
    for priority, occasion in enumerate(OCCASIONS):
        for reason in _reasons(occasion, asked):
            case = Case(priority, occasion, reason, obstacle(asked, occasion, reason))
            cases.setdefault(reason.customer.customer_id, []).append(case)
    return cases


def _reasons(occasion: Occasion, asked: Month) -> Iterator[Reason]:
    yield from from_milestones(occasion, asked)
    yield from occasion.reasons(asked)


def _with_days(asked: Month, cases: Mapping[CustomerId, Sequence[Case]]) -> Decision:
    """The cards that have a day, in the order of priority, one to a household."""
    decision = Decision()
    free = (case for those in cases.values() for case in those if not case.against and not case.occasion.quota)
    for case in sorted(free, key=_urgency):
        _take(asked, decision, case)
    return decision


def _with_places(asked: Month, cases: Mapping[CustomerId, Sequence[Case]], decision: Decision) -> Decision:
    """The cards that have no day: as many as there are places, to who has no day of their own in the month."""
    busy = {one for one, those in cases.items() if any(_own_day(asked, case) for case in those)}
    for occasion in OCCASIONS:
        if occasion.quota is None:
            continue
        had = [event for event in asked.past.standing if (event.month, event.occasion) == (asked.month, occasion.name)]
        places = occasion.quota(asked.settings.picking) - len(had)
        due = [case for those in cases.values() for case in those if case.occasion is occasion and not case.against]
        for case in sorted(due, key=lambda case: case.reason.turn):
            one = case.reason.customer.customer_id
            if one in busy:
                decision.waiting.setdefault(one, "Waits a month: there is a day of their own in this one.")
            elif places <= 0:
                decision.waiting.setdefault(one, f"Waits: the month has its places for “{occasion.name}” filled.")
            elif _take(asked, decision, case):
                places -= 1
    return decision


def _own_day(asked: Month, case: Case) -> bool:
    on = case.reason.on
    return case.occasion.quota is None and on is not None and asked.first <= on <= asked.last


def _urgency(case: Case) -> tuple[object, ...]:
    reason = case.reason
    return case.priority, reason.on or date.max, number_order(reason.customer.customer_id), reason.matter


def _take(asked: Month, decision: Decision, case: Case) -> bool:
    """Give a card, unless the person or the household has one."""
    customer = case.reason.customer
    household = asked.household_of(customer)
    if customer.customer_id in decision.cards:
        return False
    if household in decision.households:
        other = decision.households[household].name
        decision.waiting[customer.customer_id] = f"One card to a household in a month: this month’s goes to {other}."
        return False
    decision.cards[customer.customer_id] = case
    decision.households[household] = customer
    return True


def _capped(asked: Month, decision: Decision) -> Decision:
    """The most cards that a month may have: what is lowest in priority waits."""
    cap = asked.settings.picking.cards_a_month
    had = sum(event.month == asked.month and event.kind is not Kind.CANCELLED for event in asked.past.standing)
    ordered = sorted(decision.cards.values(), key=_urgency)
    for case in ordered[max(0, cap - had) :]:
        one = case.reason.customer.customer_id
        del decision.cards[one]
        decision.waiting[one] = f"Waits: the month has its {counted(cap, 'card')}."
    return decision


def _pick(asked: Month, customer: Customer, cases: Sequence[Case], decision: Decision) -> Pick:
    """What the month holds for one customer: the card, else what is held, else why there is none."""
    one = customer.customer_id
    if one in decision.cards:
        return _card(asked, decision.cards[one])
    for case in cases:
        if case.against and case.against.outcome is Outcome.HELD:
            return replace(_told(case), outcome=Outcome.HELD, reason=case.against.reason)
    if cases:
        first = cases[0]
        return replace(_told(first), reason=first.against.reason if first.against else decision.waiting.get(one, ""))
    never = next(of_the_person(customer), None)
    return Pick(customer=customer, reason=never.reason if never else "There is no occasion this month.")


def _told(case: Case) -> Pick:
    reason = case.reason
    return Pick(
        customer=reason.customer,
        occasion=case.occasion.name,
        on=reason.on,
        why=reason.why,
        milestone=reason.milestone,
        matter=reason.matter,
        facts=reason.facts,
    )


def _card(asked: Month, case: Case) -> Pick:
    reason = case.reason
    customer = reason.customer
    on = reason.on if case.occasion.on_the_day else None
    belated = on is not None and is_belated(asked, customer, on)
    posted = mail_by(customer, on, asked.settings) if on else asked.last
    others = asked.households[asked.household_of(customer)] if case.occasion.shared else ()
    return replace(
        _told(case),
        outcome=Outcome.CARD,
        household=asked.household_of(customer),
        mail_by=max(posted, min(asked.today, asked.last)),
        with_people=tuple(o for o in others if o is not customer and next(of_the_person(o), None) is None),
        facts={**reason.facts, "belated": belated},
    )
