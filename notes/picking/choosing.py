"""Choosing among the reasons: one card for a person and a household in a month, places, and the cap.

First the reasons that have a day, in the order of priority. Then those that have none (thanks, gone quiet) fill their
places, passing over who has a day of their own this month. At last the cap: what is lowest in priority waits.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from notes.customers import Customer, CustomerId
from notes.history import Kind
from notes.picking.month import Month
from notes.picking.obstacles import Obstacle, obstacle
from notes.picking.occasions import OCCASIONS, Occasion, Reason, counted, from_milestones
from notes.picking.ranking import number_order


@dataclass(frozen=True, slots=True)
class Case:
    """A reason, judged: what stands against it, if anything."""

    priority: int
    occasion: Occasion
    reason: Reason
    against: Obstacle | None

    @property
    def urgency(self) -> tuple[object, ...]:
        reason = self.reason
        return (
            self.priority,
            reason.on or date.max,
            number_order(reason.customer.customer_id),
            reason.matter,
            reason.why,
        )


Cases = Mapping[CustomerId, Sequence[Case]]


@dataclass
class Choice:
    """The cards so far by customer, why another card that could go does not, and the households that have one."""

    cards: dict[CustomerId, Case] = field(default_factory=dict)
    waiting: dict[CustomerId, str] = field(default_factory=dict)
    households: dict[str, Customer] = field(default_factory=dict)

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


def judged(asked: Month) -> Cases:
    """Every customer's reasons in the order of priority, each with what stands against it.

    What has had its card in an earlier month is not told again.
    """
    cases: dict[CustomerId, list[Case]] = {}
    for priority, occasion in enumerate(OCCASIONS):
        for reason in _reasons(occasion, asked):
            against = obstacle(asked, occasion, reason)
            if against and against.done and against.done.month != asked.month:
                continue
            case = Case(priority, occasion, reason, against)
            cases.setdefault(reason.customer.customer_id, []).append(case)
    for those in cases.values():
        those.sort(key=lambda case: case.urgency)
    return cases


def _reasons(occasion: Occasion, asked: Month) -> Iterator[Reason]:
    yield from from_milestones(occasion, asked)
    yield from occasion.reasons(asked)


def choose(asked: Month, cases: Cases) -> Choice:
    """The cards of the month, and why others wait."""
    choice = Choice()
    free = [case for those in cases.values() for case in those if not case.against]
    for case in sorted((case for case in free if not case.occasion.quota), key=lambda case: case.urgency):
        choice.give(asked, case)
    busy = {one for one, those in cases.items() if any(_has_own_day(asked, case) for case in those)}
    for occasion in OCCASIONS:
        if occasion.quota:
            due = sorted((case for case in free if case.occasion is occasion), key=lambda case: case.reason.turn)
            _fill(asked, choice, due, _places(asked, occasion), busy)
    _cap(asked, choice)
    return choice


def _places(asked: Month, occasion: Occasion) -> int:
    """How many cards of an occasion the month has still to give."""
    had = sum((one.month, one.occasion) == (asked.month, occasion.name) for one in asked.past.standing)
    return (occasion.quota(asked.settings.picking) if occasion.quota else 0) - had


def _fill(asked: Month, choice: Choice, due: Iterable[Case], places: int, busy: set[CustomerId]) -> None:
    for case in due:
        one = case.reason.customer.customer_id
        if one in busy:
            choice.waiting.setdefault(one, "It waits a month, as this one has a day of their own.")
        elif places <= 0:
            choice.waiting.setdefault(one, "It waits for its turn: this month’s places are filled.")
        else:
            places -= choice.give(asked, case)


def _has_own_day(asked: Month, case: Case) -> bool:
    on = case.reason.on
    return case.occasion.quota is None and on is not None and asked.first <= on <= asked.last


def _cap(asked: Month, choice: Choice) -> None:
    """The most cards that a month may have: what is lowest in priority waits."""
    cap = asked.settings.picking.cards_a_month
    had = sum(event.month == asked.month and event.kind is not Kind.CANCELLED for event in asked.past.standing)
    ordered = sorted(choice.cards.values(), key=lambda case: case.urgency)
    for case in ordered[max(0, cap - had) :]:
        one = case.reason.customer.customer_id
        del choice.cards[one]
        choice.waiting[one] = f"The month has its {counted(cap, 'card')}. {later(asked, case)}"


def later(asked: Month, case: Case) -> str:
    """What becomes of a reason that has no card this month: next month, or dropped as too late by then."""
    limit = timedelta(days=case.occasion.late(asked.settings.picking))
    if case.reason.on and case.reason.on + limit <= asked.last:
        return "Next month it would be too late: dropped."
    return "Put off to next month."
