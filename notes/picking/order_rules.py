"""The occasions that come from the orders: thanks to those who bring most, and a word to good customers gone quiet."""

import math
from collections.abc import Iterator, Mapping
from functools import cache
from operator import itemgetter
from types import MappingProxyType

from notes.customers import Customer
from notes.history import Kind
from notes.language.days import with_year
from notes.language.numbers import counted
from notes.picking.month import Month
from notes.picking.ranking import number_order
from notes.picking.reasons import Reason


def thanks(month: Month) -> Iterator[Reason]:
    """The customers who carry the business: those never thanked first, then the longest ago; then by rank."""
    thanked = _months_of_thanks(month)
    due: list[tuple[float, Reason]] = []
    for one in month.ranking.top:
        if (customer := month.customers.get(one)) is None:
            continue
        both = (thanked.get(month.household_of(customer), ""), thanked.get(one, ""))
        last = max(both) if thanked else ""
        ago = _months_between(last, month.month) if last else None  # 0: this month’s are no longer due
        if ago is None or ago >= month.settings.picking.thanks_again_after:
            when = "not thanked yet" if ago is None else f"last thanked {counted(ago, 'month')} ago"
            why = f"{_place(month, customer)}{_bought(month, customer)}; {when}."
            reason = Reason(customer=customer, why=why, matter=month.month, facts=_years_with_us(month, customer))
            due.append((-math.inf if ago is None else -ago, reason))
    yield from (reason for _, reason in sorted(due, key=itemgetter(0)))


def _months_of_thanks(month: Month) -> Mapping[str, str]:
    """The month in which a household was thanked last, and a person, who may have moved since."""
    cards = (one for one in month.past.standing if one.occasion == "thanks" and one.kind is not Kind.CANCELLED)
    in_order = [event for event in sorted(cards, key=lambda event: event.month) if event.month]
    people = {month.past.owner(event): event.month for event in in_order}
    return {**people, **{event.household: event.month for event in in_order}}


def _place(month: Month, customer: Customer) -> str:
    """The place by revenue: among the few who bring most of it, or among all where it is spread evenly."""
    ranking = month.ranking
    rank = ranking.standing(customer.customer_id).rank
    if ranking.is_even:
        return f"Number {rank} of {counted(len(ranking.order), 'customer')} by revenue"
    return f"Number {rank} of the {ranking.revenue.customers_for_80} customers who bring 80% of the revenue"


def _bought(month: Month, customer: Customer) -> str:
    rhythm = month.rhythm(customer)
    if rhythm is None:
        return ""
    often = f"bought on {counted(rhythm.days, 'day')}, last" if rhythm.days else "last bought"
    return f": {often} on {with_year(rhythm.last)}"


def quiet(month: Month) -> Iterator[Reason]:
    """Good customers who have paused longer than their own rhythm; after two years they are not quiet but gone."""
    due: list[tuple[float, Reason]] = []
    for one, rhythm in month.ranking.rhythms.items():
        if rhythm.days < 4 or not rhythm.pause:
            continue
        silent = (month.first - rhythm.last).days
        times = silent / rhythm.pause
        if not 30 <= silent <= 730 or times < month.settings.picking.quiet_after:
            continue
        if (customer := month.customers.get(one)) is None:
            continue
        why = (
            f"Used to come every {counted(round(rhythm.pause), 'day')}; has not been in since {with_year(rhythm.last)},"
            f" {times:.1f} times as long."
        )
        facts = _years_with_us(month, customer)
        reason = Reason(customer=customer, why=why, matter=str(rhythm.last), facts=facts)
        due.append((times, reason))
    yield from (reason for _, reason in sorted(due, key=lambda entry: _in_turn(month, *entry)))


def _in_turn(month: Month, times: float, reason: Reason) -> tuple[object, ...]:
    """By rank; those who have none after them, by how long they have been quiet, then by customer number."""
    one = reason.customer.customer_id
    rank = month.ranking.standing(one).rank
    return (False, rank) if rank else (True, -times, number_order(one))


def _years_with_us(month: Month, customer: Customer) -> Mapping[str, object]:
    """The full years as a customer at the end of the month, where there is one."""
    since = month.customer_since(customer)
    years = (
        month.last.year - since.year - ((month.last.month, month.last.day) < (since.month, since.day)) if since else 0
    )
    return _number_of_years(years) if years > 0 else _NO_FACTS


@cache
def _number_of_years(years: int) -> Mapping[str, object]:
    """The fact, one for all who have it: a dict each would take much of the time."""
    return MappingProxyType({"years": years})


_NO_FACTS: Mapping[str, object] = MappingProxyType({})


def _months_between(earlier: str, later: str) -> int:
    """Months from `2026-01` to `2026-11`: 10."""
    one, other = ([int(part) for part in month.split("-")] for month in (earlier, later))
    return (other[0] - one[0]) * 12 + other[1] - one[1]
