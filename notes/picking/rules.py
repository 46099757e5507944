"""The reasons of an occasion: rows of the Milestones sheet, days of the customers' own rows, and rules in code.

What an occasion is stands in occasions.toml. `RULES` has, by its name, only what cannot be said there.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from notes.customers import Customer, Day, Milestone
from notes.language.days import spoken
from notes.language.locales import listed, month_name
from notes.language.numbers import counted
from notes.occasions import Occasion
from notes.picking.losses import told_losses
from notes.picking.month import Month
from notes.picking.order_rules import quiet, thanks
from notes.picking.reasons import Reason, month_alone


def reasons(occasion: Occasion, month: Month) -> Iterator[Reason]:
    """Everybody whom an occasion concerns in a month, and why."""
    yield from from_milestones(occasion, month)
    if occasion.column:
        yield from from_columns(occasion, month)
    if occasion.loss:
        yield from told_losses(occasion, month)
    if rule := RULES.get(occasion.name):
        yield from rule(month)


MIDDLE = 15  # the day that stands for a month


def from_columns(occasion: Occasion, month: Month) -> Iterator[Reason]:
    """The customers whose own row has the day."""
    said = occasion.of_the_day or occasion.title
    for customer in month.customers.values():
        if not (day := getattr(customer, occasion.column)) and (known := month_alone(customer, occasion)):
            for on in month.days_to_greet(customer, Day(known, MIDDLE)):
                why = f"{said} in {month_name(known)}; the day is not known."
                yield Reason(customer=customer, on=on, why=why)
        elif day:
            for on in _days_of(month, occasion, customer, day):
                yield _counted(occasion, customer, day, on) or Reason(
                    customer=customer, on=on, why=f"{said} on {spoken(on)}."
                )


def _days_of(month: Month, occasion: Occasion, customer: Customer, day: Day) -> Iterable[date]:
    """The days on which it is covered: every year's, or the one in its year."""
    late = occasion.late_days(month.settings.picking)
    if not occasion.yearly:
        return month.news(day, late)
    return month.days_to_greet(customer, day) if occasion.on_the_day else month.days_covered(day, late)


def _counted(occasion: Occasion, customer: Customer, day: Day, on: date) -> Reason | None:
    """The reason with the number of years in it, None where they are not counted."""
    count = _COUNTING.get(occasion.counts)
    return count(customer, day, on) if count else None


def _years_married(customer: Customer, day: Day, on: date) -> Reason:
    years = on.year - day.year if day.year else 0
    if day.year and years <= 0:
        return Reason(customer=customer, on=on, why=f"Married on {spoken(on)}.", against="The first year is not over.")
    why = f"Married for {counted(years, 'year')} on {spoken(on)}." if years else f"Wedding anniversary on {spoken(on)}."
    return Reason(customer=customer, on=on, why=why, facts={"years": years} if years else {})


def _years_with(customer: Customer, day: Day, on: date) -> Reason:
    years = on.year - day.year if day.year else 0
    why = (
        f"A customer for {counted(years, 'year')} on {spoken(on)}." if years > 0 else f"A customer since {spoken(on)}."
    )
    against = "" if years > 0 else "The first year is not over, or the year is not known."
    return Reason(customer=customer, on=on, why=why, facts={"years": years}, against=against)


_COUNTING: Mapping[str, Callable[[Customer, Day, date], Reason]] = {"married": _years_married, "customer": _years_with}


def years_as_customer(month: Month) -> Iterator[Reason]:
    """Every anniversary of the first purchase; those that the settings do not name get no card, only a sentence."""
    wanted, late = month.settings.picking.years, month.settings.picking.years_late_days
    months = month.reach(late).months
    for customer, since in month.newcomers:
        for on in month.days_covered(Day.of(since), late) if since.month in months else ():
            against = "" if on.year - since.year in wanted else f"Your settings give cards for {listed(wanted)} years."
            if on.year > since.year and (not against or on >= month.first):
                yield replace(_years_with(customer, Day.of(since), on), against=against)


def new_customers(month: Month) -> Iterator[Reason]:
    days = month.settings.picking.new_customer_days
    start = month.since - timedelta(days=days)
    for customer, since in month.newcomers if days else ():
        if start <= since <= month.last:
            facts = {"referred_by": customer.referred_by} if customer.referred_by else {}
            yield Reason(customer=customer, on=since, why=f"First came on {spoken(since)}.", facts=facts)


def referrals(month: Month) -> Iterator[Reason]:
    """Who sent us somebody: new customers say who told them, by name or number."""
    start = month.since - timedelta(days=month.settings.picking.news_days)
    for new in month.customers.values():
        since = month.customer_since(new) if new.referred_by else None
        by = month.called(new.referred_by) if since and start <= since <= month.last else None
        if since and by and by.customer_id != new.customer_id:
            why = f"Sent us {new.name}, who came on {spoken(since)}."
            facts = {"referred": new.name, "person": new.name}
            yield Reason(customer=by, on=since, why=why, matter=new.name, facts=facts)


def from_milestones(occasion: Occasion, month: Month) -> Iterator[Reason]:
    """The rows of the Milestones sheet with this occasion."""
    for milestone in month.milestones.get(occasion.name, ()):
        if (customer := month.customers.get(milestone.customer_id)) is None:
            continue
        for on in _days_of_milestone(month, occasion, customer, milestone):
            yield _from_milestone(occasion, customer, milestone, on)


def _days_of_milestone(
    month: Month, occasion: Occasion, customer: Customer, milestone: Milestone
) -> Iterable[date | None]:
    """The days on which a milestone is covered, none before it happened; None where it has no day."""
    if milestone.on is None:
        return [None]
    days = _days_of(month, occasion, customer, milestone.on)
    return [one for one in days if not occasion.yearly or one.year >= (milestone.on.year or 0)]


def _from_milestone(occasion: Occasion, customer: Customer, milestone: Milestone, on: date | None) -> Reason:
    """The reason of a row; a golden wedding of this year is that day itself, not a wedding of which no year is over."""
    facts: dict[str, object] = {
        name: value for name in ("about", "person", "say_this", "write_exactly") if (value := getattr(milestone, name))
    }
    reason = _counted(occasion, customer, milestone.on, on) if milestone.on and on else None
    if reason and not (reason.against and occasion.on_the_day):
        return replace(reason, matter=milestone.person, milestone=milestone, facts={**facts, **reason.facts})
    if occasion.person_is and milestone.person:
        facts[occasion.person_is] = milestone.person
    subject = occasion.of(milestone.person) if milestone.person else occasion.title
    why = f"{subject}: {milestone.about.rstrip('.')}," if milestone.about else subject
    why = f"{why} on {spoken(on)}." if on else f"{why.rstrip(',')}."
    matter = " ".join(filter(None, [milestone.person, "" if on else milestone.about]))
    return Reason(customer=customer, on=on, why=why, matter=matter, milestone=milestone, facts=facts)


RULES: Mapping[str, Callable[[Month], Iterable[Reason]]] = {
    "referral": referrals,
    "new-customer": new_customers,
    "years": years_as_customer,
    "thanks": thanks,
    "quiet": quiet,
}
