"""The effect: what those did who had a card, beside comparable customers who had none.

A card is looked at once its time is over: so many days after it was posted. Beside each of them stands the customer who
was most like its receiver on that day (how much and how often they had bought in the year before, and how long ago) and
had no card in the year before nor in the time that is looked at. It is a comparison and no experiment: the cards went
to whom somebody chose, and that alone may be the difference.
"""

import math
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby

from notes.customers import MONEY_SCALE, Book, Customer, CustomerId
from notes.history import Event, Kind, Past
from notes.language.days import with_year
from notes.language.numbers import counted
from notes.occasions import Occasions
from notes.picking.household import household_of
from notes.picking.ranking import number_order

YEAR = timedelta(days=365)
FEW = 20  # below so many, no share is worth telling
SURE = 1.96  # standard errors on either side of what may be chance in nineteen cases of twenty


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    number: int = 0
    of: int = 0

    @property
    def part(self) -> float:
        return self.number / self.of if self.of else 0.0

    @property
    def range(self) -> tuple[float, float]:
        """Between what the true share may lie (Wilson’s interval, Newcombe 1998)."""
        if not self.of:
            return 0.0, 1.0
        n, p, z = self.of, self.part, SURE
        middle, half = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return (middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n)

    def __str__(self) -> str:
        return f"{self.number} of {self.of}" + (f" ({self.part:.0%})" if self.of >= FEW else "")


@dataclass(frozen=True, slots=True)
class Compared:
    """What some did who had a card, and what the others did who had none."""

    with_card: Share
    without: Share

    @property
    def difference(self) -> tuple[float, float]:
        """Between what the true difference may lie (Newcombe’s method 10 of 1998)."""
        one, other = self.with_card, self.without
        (low, high), (low2, high2) = one.range, other.range
        gap = one.part - other.part
        below = math.hypot(one.part - low, high2 - other.part)
        above = math.hypot(high - one.part, other.part - low2)
        return gap - below, gap + above


@dataclass(frozen=True, slots=True)
class Effect:
    """The cards that were looked at: their first and last day, and what became of it."""

    days: int
    first: date | None
    last: date | None
    ordered: Compared
    referred: Compared
    too_early: int
    alone: int  # cards beside which nobody comparable could be put


@dataclass(frozen=True, slots=True)
class _Likeness:
    """What a customer was like on a day: the amount and the days bought in the year before, the days since the last."""

    amount: int
    visits: int
    since: int

    def from_(self, other: "_Likeness") -> float:
        """How far two are apart; a factor of two counts as one, in each respect."""
        pairs = ((self.amount, other.amount), (self.visits, other.visits), (self.since, other.since))
        return sum(abs(math.log2(1 + one) - math.log2(1 + two)) for one, two in pairs)


@dataclass(frozen=True, eq=False)
class _Looked:
    """The book and the past, as the comparison asks them."""

    book: Book
    past: Past
    days: int

    @cached_property
    def bought(self) -> Mapping[CustomerId, tuple[list[date], list[int]]]:
        """For each customer the days of their orders, in order, and what was paid on them.

        Where the files have no orders, the first and the last day of each row.
        """
        if self.book.orders is None or not len(self.book.orders):
            ends = {one.customer_id: (one.first_purchase, one.last_purchase) for one in self.customers.values()}
            known = {one: sorted({on for on in those if on}) for one, those in ends.items()}
            return {one: (those, [0] * len(those)) for one, those in known.items() if those}
        table = self.book.orders[self.book.orders["amount"] > 0].sort_values(["customer_id", "day"], kind="stable")
        rows = zip(table["customer_id"], table["day"].dt.date, table["amount"], strict=True)
        found: dict[CustomerId, tuple[list[date], list[int]]] = {}
        for one, on, amount in rows:
            days, amounts = found.setdefault(CustomerId(one), ([], []))
            days.append(on)
            amounts.append(int(amount))
        return found

    @cached_property
    def customers(self) -> Mapping[CustomerId, Customer]:
        return {one.customer_id: one for one in reversed(self.book.customers)}

    @cached_property
    def cards(self) -> Mapping[str, Sequence[date]]:
        """The days on which a household had a card that was posted."""
        posted = sorted((one.household, posted_on(one)) for one in self.past.standing if one.kind is Kind.SENT)
        return {household: [on for _, on in those] for household, those in groupby(posted, key=lambda entry: entry[0])}

    @cached_property
    def referrals(self) -> Mapping[str, Sequence[date]]:
        """The days on which somebody came who was sent by the customer of this name or number."""
        found: dict[str, list[date]] = {}
        for one in self.book.customers:
            came = one.first_purchase or next(iter(self.bought.get(one.customer_id, ((), ()))[0]), None)
            if one.referred_by and came:
                found.setdefault(one.referred_by.casefold(), []).append(came)
        return found

    def likeness(self, one: CustomerId, on: date) -> _Likeness | None:
        """None for who had never bought by that day."""
        days, amounts = self.bought.get(one, ([], []))
        until, begin = bisect_right(days, on), bisect_right(days, on - YEAR)
        if not until:
            return None
        amount = sum(amounts[begin:until]) // MONEY_SCALE
        return _Likeness(amount, len(set(days[begin:until])), (on - days[until - 1]).days)

    def had_none(self, customer: Customer, on: date) -> bool:
        """Whether a household had no card in the year before a day, nor in the time after it."""
        cards = self.cards.get(household_of(customer), ())
        return not any(on - YEAR <= one <= on + timedelta(days=self.days) for one in cards)

    def ordered(self, one: CustomerId, on: date) -> bool:
        days, _ = self.bought.get(one, ([], []))
        return bisect_right(days, on + timedelta(days=self.days)) > bisect_right(days, on)

    def sent_somebody(self, customer: Customer, on: date) -> bool:
        until = on + timedelta(days=self.days)
        named = {customer.customer_id.casefold(), customer.name.casefold()}
        return any(on < came <= until for name in named for came in self.referrals.get(name, ()))


def posted_on(event: Event) -> date:
    """The day on which a card went: when it was to be posted, or earlier if `notes sent` was said before."""
    said = date.fromisoformat(event.at[:10])
    return min(said, event.mail_by) if event.mail_by else said


def effect(book: Book, past: Past, occasions: Occasions, today: date, days: int) -> Effect:
    """What became of the cheerful cards, so many days after each."""
    looked = _Looked(book, past, days)
    sent = [one for one in past.standing if one.kind is Kind.SENT and not occasions[one.occasion].solemn]
    over = sorted((one for one in sent if posted_on(one) + timedelta(days=days) <= today), key=_in_order)
    pairs, alone = _pairs(looked, over)
    return Effect(
        days=days,
        first=min((posted_on(event) for event, _, _ in pairs), default=None),
        last=max((posted_on(event) for event, _, _ in pairs), default=None),
        ordered=_compared(
            [
                (looked.ordered(a.customer_id, posted_on(e)), looked.ordered(b.customer_id, posted_on(e)))
                for e, a, b in pairs
            ]
        ),
        referred=_compared(
            [(looked.sent_somebody(a, posted_on(e)), looked.sent_somebody(b, posted_on(e))) for e, a, b in pairs]
        ),
        too_early=len(sent) - len(over),
        alone=alone,
    )


def _in_order(event: Event) -> tuple[object, ...]:
    return posted_on(event), number_order(event.customer_id), event.occasion


def _pairs(looked: _Looked, cards: Iterable[Event]) -> tuple[list[tuple[Event, Customer, Customer]], int]:
    """Each card's customer and the one most like them who had none; nobody stands beside two cards of one day."""
    pairs: list[tuple[Event, Customer, Customer]] = []
    alone = 0
    for on, those in groupby(cards, key=posted_on):
        free = {
            one.customer_id: likeness
            for one in looked.customers.values()
            if one.mail_ok and looked.had_none(one, on) and (likeness := looked.likeness(one.customer_id, on))
        }
        for event in those:
            customer = looked.customers.get(CustomerId(looked.past.owner(event)))
            likeness = looked.likeness(customer.customer_id, on) if customer else None
            if customer is None or likeness is None or not free:
                alone += 1
                continue
            near = min(free, key=lambda one: (free[one].from_(likeness), number_order(one)))
            del free[near]
            pairs.append((event, customer, looked.customers[near]))
    return pairs, alone


def _compared(pairs: Sequence[tuple[bool, bool]]) -> Compared:
    return Compared(Share(sum(a for a, _ in pairs), len(pairs)), Share(sum(b for _, b in pairs), len(pairs)))


def in_sentences(found: Effect) -> list[str]:
    """The effect as `notes effect` tells it."""
    number, days = found.ordered.with_card.of, counted(found.days, "day")
    rest = []
    if found.too_early:
        rest.append(f"{counted(found.too_early, 'card')} went less than {days} ago, and can be looked at later.")
    if found.alone:
        rest.append(f"Beside {counted(found.alone, 'card')} nobody comparable could be put.")
    if not number or not (found.first and found.last):
        return [f"No card can be looked at yet: it takes cards posted at least {days} ago, and orders.", *rest]
    cards = f"{counted(number, 'card')}, posted from {with_year(found.first)} to {with_year(found.last)}"
    return [
        f"{cards}, beside as many comparable customers who had none. Within {days} of it",
        f"  ordered again:  {found.ordered.with_card} with a card, {found.ordered.without} without.",
        f"                  {_chance(found.ordered)}",
        f"  sent somebody:  {found.referred.with_card} with a card, {found.referred.without} without.",
        f"                  {_chance(found.referred)}",
        "It is a comparison and no experiment: you chose whom to write to, and that alone may be the difference.",
        *rest,
    ]


def _chance(compared: Compared) -> str:
    """What the numbers can bear."""
    if compared.with_card.of < FEW:
        return f"So few say nothing: it takes {FEW} cards, better a hundred."
    low, high = compared.difference
    span = f"The true difference lies between {low * 100:+.0f} and {high * 100:+.0f} points in nineteen cases of twenty"
    return f"{span}; that it is none is possible." if low <= 0 <= high else f"{span}."
