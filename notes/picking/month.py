"""The month that is decided: its days, and what the book, the settings and the past say about it.

What a batch covers: the occasions whose day lies in its month, and all that became due since the last batch was made.
That batch knew what the files said on the day it was made, and the days of its own month; `since` is the first day that
it may not have seen. From there a batch looks back as far as each occasion may be late, to what was put off. What has
had its card is known from the history, so to look back too far doubles nothing. For a day that comes back every year it
never looks back before the first month of the history: nothing was missed before we began.

Once the month has begun, the birthdays at the beginning of the next one that have to be posted in this one are in its
batch too; with the setting `post.ahead` they always are.
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from notes.customers import Book, Customer, CustomerId, Day, Milestone
from notes.history import Event, Past
from notes.holds import Hold
from notes.language.folding import plain
from notes.occasions import Occasion
from notes.picking.answers import is_answered
from notes.picking.household import household_of, same_person
from notes.picking.ranking import Ranking, Rhythm, number_order, rank
from notes.post.delivery import post_by
from notes.settings import Settings


class Reach(NamedTuple):
    """The first and the last day that a batch covers, and the months (1 to 12) in which such days can fall."""

    start: date
    end: date
    months: frozenset[int]

    @classmethod
    def between(cls, start: date, end: date) -> "Reach":
        number = (end.year - start.year) * 12 + end.month - start.month + 1
        return cls(start, end, frozenset((start.month - 1 + place) % 12 + 1 for place in range(number)))


@dataclass(frozen=True, eq=False)
class Month:
    """All that an occasion may ask."""

    book: Book
    month: str
    today: date
    settings: Settings
    past: Past

    @cached_property
    def first(self) -> date:
        return date.fromisoformat(f"{self.month}-01")

    @cached_property
    def last(self) -> date:
        return _last_of(self.first)

    @cached_property
    def began(self) -> date:
        """The first day of the first month that the history knows, else of this one."""
        return min(date.fromisoformat(f"{self.past.began}-01"), self.first) if self.past.began else self.first

    @cached_property
    def since(self) -> date:
        """The first day that the last batch of another month may not have seen."""
        seen = [self.first, self.today]
        if made := [one.day for one in self.past.made if one.day <= self.today and one.month != self.month]:
            seen.append(max(made))
        if months := [one.month for one in self.past.made if one.month < self.month]:
            seen.append(_last_of(date.fromisoformat(f"{max(months)}-01")) + timedelta(days=1))
        return max(min(seen), self.first - _AT_MOST)

    @cached_property
    def ranking(self) -> Ranking:
        return rank(self.book, self.first, self.last, self.settings)

    def is_of_this(self, event: Event) -> bool:
        """Whether a card takes a place in this month: a greeting to everyone takes none."""
        return event.month == self.month and not event.to_everyone

    @cached_property
    def cards_this_month(self) -> Mapping[str, Event]:
        """The card that a customer has had in this month, or is about to have."""
        of_this = (event for event in reversed(self.past.standing) if self.is_of_this(event))
        return {self.past.owner(event): event for event in of_this}

    @cached_property
    def milestones(self) -> Mapping[str, Sequence[Milestone]]:
        """The rows of the Milestones sheet, by occasion."""
        groups: dict[str, list[Milestone]] = {}
        for milestone in self.book.milestones:
            groups.setdefault(milestone.occasion, []).append(milestone)
        return groups

    @cached_property
    def customers(self) -> Mapping[CustomerId, Customer]:
        """The customers by their number; where two rows have one, the first of them."""
        by_id: dict[CustomerId, Customer] = {}
        for customer in self.book.customers:
            by_id.setdefault(customer.customer_id, customer)
        return by_id

    @cached_property
    def troubles(self) -> Mapping[str, Sequence[Milestone]]:
        """What asks for silence (a loss, a broken promise), and open complaints, by household."""
        groups: dict[str, list[Milestone]] = {}
        for milestone in self.book.milestones:
            grave = self.settings.occasions[milestone.occasion].silence or not milestone.resolved
            customer = self.customers.get(milestone.customer_id) if grave else None
            if customer:
                groups.setdefault(self.household_of(customer), []).append(milestone)
        for those in groups.values():
            those.sort(key=lambda one: (one.resolved, one.occasion, str(one.on or ""), one.about))
        return groups

    def holds_of(self, customer: Customer) -> Sequence[Hold]:
        """What the cells of a customer say against a card, without what the person has answered or time has."""
        if not customer.holds:
            return ()
        return [
            hold for hold in customer.holds if not self._is_over(hold) and not is_answered(customer, hold, self.past)
        ]

    def _is_over(self, hold: Hold) -> bool:
        """Whether a loss is so long ago that the silence after it has ended."""
        until = self.silent_until(hold)
        return until is not None and until < self.first

    def silent_until(self, hold: Hold) -> date | None:
        """The last day of the silence after a loss of which the day is told."""
        if not (hold.is_a_loss and hold.on):
            return None
        return hold.on + timedelta(days=self.occasion_of(hold).silent_days(self.settings.picking))

    def occasion_of(self, loss: Hold) -> Occasion:
        """The occasion of the card for a loss: a condolence, or that for an animal."""
        return next(one for one in self.settings.occasions if one.loss == loss.loses)

    def has_died(self, customer: Customer) -> bool:
        return any(hold.is_of_the_dead for hold in self.holds_of(customer))

    @cached_property
    def same_person(self) -> Mapping[CustomerId, Customer]:
        return same_person(self.customers.values())

    @cached_property
    def _household_by_id(self) -> Mapping[CustomerId, str]:
        return {one: household_of(customer) for one, customer in self.customers.items()}

    def household_of(self, customer: Customer) -> str:
        return self._household_by_id[customer.customer_id]

    @cached_property
    def _by_name(self) -> Mapping[str, Sequence[Customer]]:
        groups: dict[str, list[Customer]] = {}
        for customer in self.customers.values():
            groups.setdefault(plain(customer.name), []).append(customer)
        return groups

    def called(self, words: str) -> Customer | None:
        """The customer of this number, or the only one of this name."""
        named = self._by_name.get(plain(words), ())
        return self.customers.get(CustomerId(words)) or (named[0] if len(named) == 1 else None)

    @cached_property
    def _shared_households(self) -> Mapping[str, Sequence[Customer]]:
        """The people of every household of more than one, by their customer numbers."""
        sizes = Counter(self._household_by_id.values())
        groups: dict[str, list[Customer]] = {household: [] for household, size in sizes.items() if size > 1}
        for one, household in self._household_by_id.items():
            if household in groups:
                groups[household].append(self.customers[one])
        for people in groups.values():
            people.sort(key=lambda one: number_order(one.customer_id))
        return groups

    def people_with(self, customer: Customer) -> Sequence[Customer]:
        """Everybody in the household of a customer, by their customer numbers."""
        return self._shared_households.get(self.household_of(customer), (customer,))

    def rhythm(self, customer: Customer) -> Rhythm | None:
        return self.ranking.rhythms.get(customer.customer_id)

    def customer_since(self, customer: Customer) -> date | None:
        """The day of the first purchase: as the customer's row says, else that of the first order."""
        if customer.first_purchase:
            return customer.first_purchase
        rhythm = self.rhythm(customer)
        return rhythm.first if rhythm and not customer.since_year else None

    @cached_property
    def newcomers(self) -> Sequence[tuple[Customer, date]]:
        """Everybody of whom it is known since when they are a customer, with that day."""
        return [(one, since) for one in self.customers.values() if (since := self.customer_since(one))]

    def days_covered(self, day: Day, late: int, ahead: int = 0) -> Sequence[date]:
        """The days on which a day that comes back falls: since the last batch, `late` days before, `ahead` after."""
        start, end, months = self.reach(late, ahead)
        if day.month not in months:
            return ()
        days = (day.in_year(year) for year in range(start.year, end.year + 1))
        return [one for one in days if start <= one <= end]

    @cached_property
    def _reaches(self) -> dict[tuple[int, int], Reach]:
        return {}

    def reach(self, late: int, ahead: int = 0) -> Reach:
        """What a batch covers, worked out once for each way of looking back and ahead."""
        if known := self._reaches.get((late, ahead)):
            return known
        start = max(self.since - timedelta(days=late), self.began)
        return self._reaches.setdefault((late, ahead), Reach.between(start, self.last + timedelta(days=ahead)))

    def days_to_greet(self, customer: Customer, day: Day) -> Sequence[date]:
        """The days covered of one that a card must arrive on, also those early in the next month."""
        too_late_next_month = self.settings.post.ahead or self.today >= self.first
        ahead = self.days_on_the_way(customer) + _DAYS_LOST if too_late_next_month else 0
        days = self.days_covered(day, self.settings.picking.belated_days, ahead)
        return [on for on in days if on <= self.last or self.post_by(customer, on) <= self.last]

    @property
    def home(self) -> str:
        return self.settings.business.country.upper()

    def post_by(self, customer: Customer, on: date) -> date:
        """The last day on which to post a card for it to arrive by a day."""
        country = customer.address.country.upper() or self.home
        return post_by(on, self.days_on_the_way(customer), self.home, country)

    def days_on_the_way(self, customer: Customer) -> int:
        """How long the post takes to the customer's country."""
        home, post = self.home, self.settings.post
        country = customer.address.country.upper() or home
        return post.days_to.get(country, post.days if country == home else post.days_abroad)

    def news(self, day: Day, late: int) -> Sequence[date]:
        """The one day on which something happened, if it is covered."""
        if not day.year:
            return self.days_covered(day, late)
        on = day.in_year(day.year)
        return [on] if self.since - timedelta(days=late) <= on <= self.last else []

    def may_be_late(self, occasion: Occasion, on: date, customer: Customer) -> int:
        """How many days late a card may be: twice as many where no batch could know of it, but for one of the day.

        What gave way to another card in the month before has a month more.
        """
        usual = occasion.late_days(self.settings.picking)
        if occasion.on_the_day:
            return usual
        if self._had_another(customer, on):
            usual += A_MONTH
        if on < self.since:
            return usual
        return max(usual, min(2 * usual, (self.today - self.since).days))

    def _had_another(self, customer: Customer, on: date) -> bool:
        """Whether the house had a card in the month before, when something that had happened by then had to wait."""
        before = f"{self.first - timedelta(days=1):%Y-%m}"
        told = self.past.told(customer.customer_id, self.household_of(customer)) if on < self.first else ()
        return any(event.month == before and not event.to_everyone for event in told)

    def free_from(self, customer: Customer) -> date | None:
        """The first day on which a card without a day of its own may go to a household, after those of other months."""
        pause = timedelta(days=self.settings.picking.cool_down_days)
        told = self.past.told(customer.customer_id, self.household_of(customer))
        before = [event for event in told if event.month < self.month and not event.to_everyone]
        posted = [event.mail_by or date.fromisoformat(event.at[:10]) for event in before]
        return max(posted) + pause if posted else None


A_MONTH = 31  # days
_DAYS_LOST = 7  # at most, to Sundays and holidays
_AT_MOST = timedelta(days=300)  # less than a year, so that a day that comes back is met once


def _last_of(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])
