"""Choosing among the reasons: one card a month for a person and a household, the places of an occasion, and the cap.

First the reasons that have a day: what cannot wait, then what was put off from an earlier month, then by priority. Next
those that have none (thanks, gone quiet) fill their places, passing over who has a day of their own this month. At last
the cap: what comes last in this order waits. A solemn card takes nobody's birthday away, and goes beside it.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from notes.customers import Customer, CustomerId
from notes.history import Kind
from notes.language.days import spoken
from notes.language.numbers import counted
from notes.occasions import Occasion
from notes.picking.losses import consoling, loss_told
from notes.picking.month import A_MONTH, Month
from notes.picking.objections import Against
from notes.picking.obstacles import Obstacle, goes_beside, obstacle, of_the_person, skip, told_twice
from notes.picking.ranking import number_order
from notes.picking.reasons import Reason
from notes.picking.rules import reasons


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A reason, judged: what is against it, if anything; whether it was put off from an earlier month."""

    month: str
    priority: int
    occasion: Occasion
    reason: Reason
    against: Obstacle | None
    put_off: bool = False

    @classmethod
    def judged(cls, asked: Month, priority: int, occasion: Occasion, reason: Reason) -> "Case":
        before = reason.on is not None and reason.on < asked.first
        return cls(asked.month, priority, occasion, reason, obstacle(asked, occasion, reason), before)


def urgency(case: Case) -> tuple[object, ...]:
    """The order in which cards are given; equal ones by their day, then by customer number."""
    reason = case.reason
    return *_turn(case), reason.on or date.max, number_order(reason.customer.customer_id), reason.matter, reason.why


def _turn(case: Case) -> tuple[bool, bool, int]:
    """What cannot wait, what has waited, what is higher in priority."""
    can_wait = not (case.occasion.solemn or case.occasion.on_the_day)
    return can_wait, not (can_wait and case.put_off), case.priority


def _urgency_to_one(case: Case) -> tuple[object, ...]:
    """The same among the reasons of one customer, without the number, which takes longest."""
    return *_turn(case), case.reason.on or date.max, case.reason.matter, case.reason.why


@dataclass
class Choice:
    """Every customer's reasons, judged, the most urgent first; the cards so far; and why another card waits."""

    cases: dict[CustomerId, list[Case]] = field(default_factory=dict)
    cards: dict[Case, None] = field(default_factory=dict)
    waiting: dict[Case, Obstacle] = field(default_factory=dict)
    _by_household: dict[str, list[Case]] = field(default_factory=dict)

    def add(self, case: Case) -> None:
        """Take a case in, unless it is there already or had its card in an earlier month."""
        done = case.against.done if case.against else None
        if done and done.month != case.month:
            return
        those = self.cases.setdefault(case.reason.customer.customer_id, [])
        same = next((place for place, one in enumerate(those) if _matter(one) == _matter(case)), None)
        if same is None:
            those.append(case)
        elif not case.reason.against and _says_more(case.reason, those[same].reason):
            those[same] = _together(those[same], case)
        elif case.against is None and those[same].against is not None:
            those[same] = case  # the row with initials, wherever it stands

    def give(self, asked: Month, case: Case) -> bool:
        """Give the card, unless the person or the household has one that it cannot go beside."""
        customer, household = case.reason.customer, asked.household_of(case.reason.customer)
        for other in self._by_household.get(household, ()):
            its_own = other.reason.customer is customer
            one_each = its_own or asked.settings.picking.one_card_a_household
            if one_each and not goes_beside(case.occasion, other.occasion):
                whose = f"A household gets one card a month, and this month’s goes to {other.reason.customer.name}. "
                why = f"{'' if its_own else whose}{later(asked, case, gives_way=True)}"
                self.waiting[case] = skip(why, Against.HOUSE_HAS_ONE, other.reason.customer.customer_id)
                return False
        self.cards[case] = None
        self._by_household.setdefault(household, []).append(case)
        return True


def _says_more(reason: Reason, other: Reason) -> bool:
    """Whether it counts the years, and the other one does not."""
    return bool(other.against) or ("years" in reason.facts and "years" not in other.facts)


def _together(row: Case, other: Case) -> Case:
    """One matter told twice, by a row that says no more than its day and by one that counts the years."""
    facts = {**row.reason.facts, **other.reason.facts}
    return replace(other, reason=replace(other.reason, milestone=row.reason.milestone, facts=facts))


def _matter(case: Case) -> tuple[object, ...]:
    """What two reasons have in common if they are one, written in two places."""
    on = None if told_twice(case.occasion, case.reason) else case.reason.on
    return case.occasion.name, case.reason.matter, on


def choose(asked: Month) -> Choice:
    """The cards of the month, and why others wait."""
    choice = Choice()
    for priority, occasion in enumerate(asked.settings.occasions):
        for reason in () if occasion.a_month else reasons(occasion, asked):
            choice.add(Case.judged(asked, priority, occasion, reason))
    for customer in [those[0].reason.customer for those in choice.cases.values()]:
        _console(asked, choice, customer)
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


def _console(asked: Month, choice: Choice, customer: Customer) -> None:
    """Propose a condolence to whom a cheerful card is kept back from by a loss of which no day is told."""
    for priority, occasion in enumerate(asked.settings.occasions) if customer.holds else ():
        loss = loss_told(occasion, asked, customer) if occasion.loss else None
        if loss and not loss.on:
            choice.add(Case.judged(asked, priority, occasion, consoling(occasion, customer, loss)))


def _has_own_day(asked: Month, case: Case) -> bool:
    return case.reason.on is not None and asked.first <= case.reason.on <= asked.last


def _fill(asked: Month, choice: Choice, priority: int, occasion: Occasion, busy: set[CustomerId]) -> None:
    """Give away an occasion's places, in its order; only those who come to a place are looked at closely."""
    places = _places(asked, occasion)
    for reason in reasons(occasion, asked):
        customer = reason.customer
        if places > 0 and customer.customer_id not in busy:
            case = Case.judged(asked, priority, occasion, reason)
            places -= not case.against and choice.give(asked, case)
        else:
            case = Case(asked.month, priority, occasion, reason, of_the_person(asked, customer))
            choice.waiting[case] = _OWN_DAY if places > 0 else _FILLED
        choice.add(case)


_OWN_DAY = skip("The card waits: this month they have one for a day of their own.", Against.DAY_OF_THEIR_OWN)
_FILLED = skip("The card waits its turn: this month’s places are taken.", Against.NO_PLACE)


def _places(asked: Month, occasion: Occasion) -> int:
    """How many cards of an occasion the month still has to give."""
    had = sum(asked.is_of_this(one) and one.occasion == occasion.name for one in asked.past.standing)
    return occasion.quota(asked.settings.picking) - had


def _cap(asked: Month, choice: Choice) -> None:
    """The most cards that a month may have: what is lowest in priority waits."""
    cap = asked.settings.picking.cards_a_month
    had = sum(asked.is_of_this(event) and event.kind is not Kind.CANCELLED for event in asked.past.standing)
    ordered = sorted(choice.cards, key=urgency)
    for case in ordered[max(0, cap - had) :]:
        del choice.cards[case]
        why = f"This month already has its {counted(cap, 'card')}. {later(asked, case)}"
        choice.waiting[case] = skip(why, Against.FULL)


def later(asked: Month, case: Case, gives_way: bool = False) -> str:
    """What becomes of a reason that has no card this month: next month, or dropped as too late by then.

    What gives way to another card to the house has a month more.
    """
    if case.reason.on is None:
        return "Put off until next month."
    more = A_MONTH if gives_way and not case.occasion.on_the_day else 0
    until = case.reason.on + timedelta(days=case.occasion.late_days(asked.settings.picking) + more)
    if until <= asked.last:
        return "Dropped, because next month would be too late."
    soon = until <= asked.last + timedelta(days=_A_MONTH)
    return f"Put off until next month{f', if those cards are made by {spoken(until)}' if soon else ''}."


_A_MONTH = 28  # days: what may be later than this is in time whenever next month's cards are made
