"""Choosing among the reasons: one card a month for a person and a household, the places of an occasion, and the cap.

First the reasons that have a day, in the order of priority. Then those that have none (thanks, gone quiet) fill their
places, passing over who has a day of their own this month. At last the cap: what is lowest in priority waits.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from notes.customers import Customer, CustomerId
from notes.history import Kind
from notes.language.numbers import counted
from notes.occasions import Occasion
from notes.picking.month import Month
from notes.picking.obstacles import Obstacle, obstacle, of_the_person, told_twice
from notes.picking.ranking import number_order
from notes.picking.reasons import Reason
from notes.picking.rules import reasons


@dataclass(frozen=True, slots=True)
class Case:
    """A reason, judged: what is against it, if anything."""

    month: str
    priority: int
    occasion: Occasion
    reason: Reason
    against: Obstacle | None


def urgency(case: Case) -> tuple[object, ...]:
    """The order in which cards are given: by priority, then by day, then by customer number."""
    reason = case.reason
    return case.priority, reason.on or date.max, number_order(reason.customer.customer_id), reason.matter, reason.why


def _urgency_to_one(case: Case) -> tuple[object, ...]:
    """The same among the reasons of one customer, without the number, which takes longest."""
    return case.priority, case.reason.on or date.max, case.reason.matter, case.reason.why


@dataclass
class Choice:
    """Every customer's reasons, judged, in the order of priority; the cards so far; and why another card waits."""

    cases: dict[CustomerId, list[Case]] = field(default_factory=dict)
    cards: dict[CustomerId, Case] = field(default_factory=dict)
    waiting: dict[CustomerId, str] = field(default_factory=dict)
    households: dict[str, Customer] = field(default_factory=dict)

    def add(self, case: Case) -> None:
        """Take a case in, unless it is there already or had its card in an earlier month."""
        done = case.against.done if case.against else None
        if done and done.month != case.month:
            return
        those = self.cases.setdefault(case.reason.customer.customer_id, [])
        if not those or _matter(case) not in map(_matter, those):
            those.append(case)

    def give(self, asked: Month, case: Case) -> bool:
        """Give the card, unless the person or the household has one."""
        customer = case.reason.customer
        household = asked.household_of(customer)
        if customer.customer_id in self.cards:
            return False
        if asked.settings.picking.one_card_a_household and household in self.households:
            other = self.households[household].name
            why = f"A household gets one card a month, and this month’s goes to {other}. {later(asked, case)}"
            self.waiting.setdefault(customer.customer_id, why)
            return False
        self.cards[customer.customer_id] = case
        self.households[household] = customer
        return True


def _matter(case: Case) -> tuple[object, ...]:
    """What two reasons have in common if they are one, written in two places."""
    on = None if told_twice(case.occasion, case.reason) else case.reason.on
    return case.occasion.name, case.reason.matter, on


def choose(asked: Month) -> Choice:
    """The cards of the month, and why others wait."""
    choice = Choice()
    for priority, occasion in enumerate(asked.settings.occasions):
        for reason in () if occasion.a_month else reasons(occasion, asked):
            choice.add(Case(asked.month, priority, occasion, reason, obstacle(asked, occasion, reason)))
    for case in sorted((case for those in choice.cases.values() for case in those if not case.against), key=urgency):
        choice.give(asked, case)
    busy = {one for one, those in choice.cases.items() if any(_has_own_day(asked, case) for case in those)}
    for priority, occasion in enumerate(asked.settings.occasions):
        if occasion.a_month:
            _fill(asked, choice, priority, occasion, busy)
    for those in choice.cases.values():
        if len(those) > 1:
            those.sort(key=_urgency_to_one)
    _cap(asked, choice)
    return choice


def _has_own_day(asked: Month, case: Case) -> bool:
    return case.reason.on is not None and asked.first <= case.reason.on <= asked.last


def _fill(asked: Month, choice: Choice, priority: int, occasion: Occasion, busy: set[CustomerId]) -> None:
    """Give away an occasion's places, in its order; only those who come to a place are looked at closely."""
    places = _places(asked, occasion)
    for reason in reasons(occasion, asked):
        customer = reason.customer
        if places > 0 and customer.customer_id not in busy:
            case = Case(asked.month, priority, occasion, reason, obstacle(asked, occasion, reason))
            places -= not case.against and choice.give(asked, case)
        else:
            case = Case(asked.month, priority, occasion, reason, of_the_person(asked, customer))
            its_turn = "The card waits: this month they have one for a day of their own." if places > 0 else _FILLED
            choice.waiting.setdefault(customer.customer_id, its_turn)
        choice.add(case)


_FILLED = "The card waits its turn: this month’s places are taken."


def _places(asked: Month, occasion: Occasion) -> int:
    """How many cards of an occasion the month still has to give."""
    had = sum((one.month, one.occasion) == (asked.month, occasion.name) for one in asked.past.standing)
    return occasion.quota(asked.settings.picking) - had


def _cap(asked: Month, choice: Choice) -> None:
    """The most cards that a month may have: what is lowest in priority waits."""
    cap = asked.settings.picking.cards_a_month
    had = sum(event.month == asked.month and event.kind is not Kind.CANCELLED for event in asked.past.standing)
    ordered = sorted(choice.cards.values(), key=urgency)
    for case in ordered[max(0, cap - had) :]:
        one = case.reason.customer.customer_id
        del choice.cards[one]
        choice.waiting[one] = f"This month already has its {counted(cap, 'card')}. {later(asked, case)}"


def later(asked: Month, case: Case) -> str:
    """What becomes of a reason that has no card this month: next month, or dropped as too late by then."""
    limit = timedelta(days=case.occasion.late_days(asked.settings.picking))
    if case.reason.on and case.reason.on + limit <= asked.last:
        return "Dropped, because next month would be too late."
    return "Put off until next month."
