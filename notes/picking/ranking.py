"""Who brings what: revenue in the window, the rank by it, and each customer's rhythm of orders.

The rank goes by revenue; of customers with equal revenue those who bought on more days come first, then who has bought
longest, then the lower customer number (numbers as numbers). So the sets are the same from run to run, however the rows
are sorted. Refunds take their amount away; who brought nothing on balance has no rank. “Top 20%” is a fifth, rounded
up: of those who have a rank, and of all customers.

A window of twelve months is the twelve before the month that is decided, so that the rank does not change within it.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import accumulate, groupby
from operator import itemgetter
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from notes.customers import MONEY_SCALE, Book, CustomerId
from notes.picking.picks import Revenue
from notes.settings import Settings

if TYPE_CHECKING:
    import pandas as pd


class Rhythm(NamedTuple):
    """When a customer bought: first and last day, on how many days, and the usual pause in days (0: not known)."""

    first: date
    last: date
    days: int
    pause: float


class Standing(NamedTuple):
    """A customer's place by revenue (0: none), and the part of it all that they bring."""

    rank: int = 0
    share: float = 0.0


UNRANKED = Standing()


@dataclass(frozen=True)
class Ranking:
    """The customers by revenue: `order` has who brought something, best first."""

    revenue: Revenue
    order: Sequence[CustomerId] = ()
    standings: Mapping[CustomerId, Standing] = field(default_factory=dict)
    rhythms: Mapping[CustomerId, Rhythm] = field(default_factory=dict)

    @property
    def is_even(self) -> bool:
        """Whether it takes more than half of those who bought to bring 80%: then it isn't a few who carry the business.

        Of a handful that says nothing.
        """
        return len(self.order) >= _ENOUGH and self.revenue.customers_for_80 * 2 > len(self.order)

    @property
    def top(self) -> Sequence[CustomerId]:
        """The smallest set of customers that brings 80% of the revenue, or the best fifth where that is most of them.

        Where customers come back, who bought on one day only is not among them, unless with twice the usual amount.
        """
        among = self.order[: _fifth(len(self.order)) if self.is_even else self.revenue.customers_for_80]
        if not any(rhythm.days > 1 for rhythm in self.rhythms.values()):
            return among
        usual = median(one.share for one in self.standings.values()) if self.standings else 0.0
        return [one for one in among if self._came_back(one) or self.standings[one].share >= 2 * usual]

    def _came_back(self, customer_id: CustomerId) -> bool:
        rhythm = self.rhythms.get(customer_id)
        return rhythm is None or rhythm.days != 1  # 0: not known

    def standing(self, customer_id: CustomerId) -> Standing:
        return self.standings.get(customer_id, UNRANKED)


def number_order(customer_id: str) -> tuple[tuple[bool, int, str], ...]:
    """A key that sorts customer numbers as a person would: A2 before A10."""
    if customer_id.isdecimal():
        return ((True, int(customer_id), customer_id),)
    parts = _PARTS.findall(customer_id)
    return tuple((part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts)


_PARTS = re.compile(r"\d+|\D+")


def rank(book: Book, first: date, last: date, settings: Settings) -> Ranking:
    """The ranking for the month from `first` to `last`, over the window of the settings."""
    if book.orders is not None and len(book.orders):
        return _from_orders(book.orders, len(book.customers), first, last, settings)
    return _from_totals(book, settings)


def _from_orders(orders: "pd.DataFrame", people: int, first: date, last: date, settings: Settings) -> Ranking:
    """The ranking by single orders. Customers are numbered once: strings as keys would take most of the time."""
    import pandas as pd

    codes, customers = pd.factorize(orders["customer_id"])
    ids: list[CustomerId] = customers.tolist()
    orders = orders[["day", "amount", "currency"]].assign(customer=codes)
    rhythms = _rhythms(orders[(orders["amount"] > 0) & (orders["day"] <= pd.Timestamp(last))], ids)
    counted, since = _window(settings.picking.window, first)
    if since:
        orders = orders[(orders["day"] >= pd.Timestamp(since)) & (orders["day"] < pd.Timestamp(first))]
    currency, remark = _one_currency(orders, settings)
    if remark:
        orders = orders[_currencies(orders, settings) == currency]
    sums = orders.groupby("customer", sort=False)["amount"].sum()
    amounts = dict(zip(map(ids.__getitem__, sums.index.tolist()), sums.tolist(), strict=True))
    return _ranking(amounts, people, currency, f"{counted}{remark}", rhythms)


def _currencies(orders: "pd.DataFrame", settings: Settings) -> "pd.Series[str]":
    return orders["currency"].where(orders["currency"] != "", settings.business.currency)


def _one_currency(orders: "pd.DataFrame", settings: Settings) -> tuple[str, str]:
    """The currency in which most customers buy (the business's own where as many do), and a remark on the others."""
    own = settings.business.currency
    found = _currencies(orders, settings)
    names = [str(one) for one in found.unique()]
    if len(names) <= 1:
        return (names or [own])[0], ""
    buyers = orders.groupby(found)["customer"].nunique()
    best = min(names, key=lambda one: (-int(buyers[one]), one != own, one))
    others = ", ".join(sorted(one for one in names if one != best))
    return best, f" Only {best} is counted; orders in {others} cannot be compared with it."


def _window(window: str, first: date) -> tuple[str, date | None]:
    """The window in words, and its first day (None: all orders count)."""
    if window == "all":
        return "All orders in the files, less refunds.", None
    months = int(window.removesuffix("m"))
    place = first.year * 12 + first.month - 1 - months
    since = date(place // 12, place % 12 + 1, 1)
    return f"Orders from {since} to {first - timedelta(days=1)}, less refunds.", since


def _rhythms(bought: "pd.DataFrame", ids: Sequence[CustomerId]) -> dict[CustomerId, Rhythm]:
    """First and last day, number of days and usual pause (the median) of all who bought.

    A customer and a day make one number, so that a single sort brings each customer's days together and in order.
    """
    import numpy as np

    days = bought["day"].to_numpy().astype("datetime64[D]").astype(np.int64)
    visits = np.sort(bought["customer"].to_numpy(np.int64) * _SPAN + days + _EPOCH)
    visits = visits[np.diff(visits, prepend=-1) > 0]  # np.unique takes a hundred times as long
    customers, days = visits // _SPAN, visits % _SPAN
    starts = np.flatnonzero(np.diff(customers, prepend=-1))
    counts = np.diff(starts, append=len(visits))
    within = np.diff(customers, prepend=-1) == 0
    pauses = np.sort(customers[within] * _SPAN + np.diff(days, prepend=0)[within]) % _SPAN if within.any() else visits
    begin, number = starts - np.arange(len(starts)), counts - 1  # where each customer's pauses begin, how many they are
    low, high = (pauses.take(begin + middle, mode="clip") for middle in ((number - 1) // 2, number // 2))
    usual = np.where(number > 0, (low + high) / 2, 0.0)
    first, last = ((days[place] - _EPOCH).astype("datetime64[D]") for place in (starts, starts + counts - 1))
    rhythms = map(Rhythm, first.tolist(), last.tolist(), counts.tolist(), usual.tolist())
    return dict(zip(map(ids.__getitem__, customers[starts].tolist()), rhythms, strict=True))


_SPAN = 10_000_000  # more than the calendar has days
_EPOCH = date(1970, 1, 1).toordinal()


def _from_totals(book: Book, settings: Settings) -> Ranking:
    """The ranking by the totals that the customers' rows have, where there is no table of orders."""
    own = settings.business.currency
    amounts: dict[str, dict[CustomerId, int]] = {}
    for customer in book.customers:
        if customer.total_spent is not None:
            of_currency = amounts.setdefault(customer.currency or own, {})
            of_currency[customer.customer_id] = int(customer.total_spent * MONEY_SCALE)
    rhythms = {
        one.customer_id: _rhythm(one.first_purchase or one.last_purchase, one.last_purchase, one.orders or 0)
        for one in book.customers
        if one.last_purchase
    }
    if not amounts:
        return _ranking(
            {}, len(book.customers), own, "The files have no orders and no totals, so nobody is ranked.", rhythms
        )
    best = min(amounts, key=lambda one: (-len(amounts[one]), one != own, one))
    others = ", ".join(sorted(one for one in amounts if one != best))
    remark = f" Only {best} is counted; totals in {others} cannot be compared with it." if others else ""
    counted = f"The totals in the spreadsheet, over all time (there is no table of orders).{remark}"
    return _ranking(amounts[best], len(book.customers), best, counted, rhythms)


def _rhythm(first: date, last: date, orders: int) -> Rhythm:
    return Rhythm(first, last, orders, (last - first).days / (orders - 1) if orders > 1 else 0.0)


def _ranking(
    amounts: Mapping[CustomerId, int], people: int, currency: str, counted: str, rhythms: Mapping[CustomerId, Rhythm]
) -> Ranking:
    best_first = _in_order(((one, amount) for one, amount in amounts.items() if amount > 0), rhythms)
    sums = list(accumulate(amount for _, amount in best_first))
    total = sums[-1] if sums else 0
    for_80 = next((place for place, so_far in enumerate(sums, start=1) if so_far * 5 >= total * 4), 0)
    revenue = Revenue(
        counted=counted,
        total=Decimal(total) / MONEY_SCALE,
        currency=currency,
        customers_for_80=for_80,
        share_of_top_20=round(sums[_fifth(len(best_first)) - 1] / total, 4) if total else 0.0,
        share_of_top_20_of_all=round(sums[min(_fifth(people) or 1, len(sums)) - 1] / total, 4) if total else 0.0,
        curve=[so_far / total for so_far in sums],
    )
    standings = {one: Standing(place, amount / total) for place, (one, amount) in enumerate(best_first, start=1)}
    return Ranking(revenue, list(standings), standings, rhythms)


def _fifth(number: int) -> int:
    return math.ceil(number / 5)


def _in_order(
    amounts: Iterable[tuple[CustomerId, int]], rhythms: Mapping[CustomerId, Rhythm]
) -> list[tuple[CustomerId, int]]:
    """Best first; equal ones by the days on which they bought, by how long ago they began, and by their numbers."""

    def among_equals(entry: tuple[CustomerId, int]) -> tuple[object, ...]:
        rhythm = rhythms.get(entry[0], _NEVER)
        return -rhythm.days, rhythm.first, number_order(entry[0])

    order: list[tuple[CustomerId, int]] = []
    for _, equal in groupby(sorted(amounts, key=itemgetter(1), reverse=True), key=itemgetter(1)):
        tied = list(equal)
        order += sorted(tied, key=among_equals) if len(tied) > 1 else tied
    return order


_ENOUGH = 10  # customers from which on a share of them means something
_NEVER = Rhythm(date.max, date.max, 0, 0.0)
