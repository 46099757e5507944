"""The occasions, each with its rule: from the month and the book to those whom it concerns, and why.

`OCCASIONS` stands in the order of priority: who has two reasons in a month gets the card of the first.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from notes.customers import Customer, Day, Milestone
from notes.picking.month import Month
from notes.picking.order_rules import quiet, thanks
from notes.picking.reasons import Occasion, Reason
from notes.picking.sentences import counted, listed, spoken
from notes.settings import Picking


def birthdays(month: Month) -> Iterator[Reason]:
    for customer in month.customers.values():
        if customer.birthday:
            for on in month.days_to_greet(customer, customer.birthday):
                yield Reason(customer=customer, on=on, why=f"Birthday on {spoken(on)}.")


def wedding_anniversaries(month: Month) -> Iterator[Reason]:
    for customer in month.customers.values():
        if customer.anniversary:
            for on in month.days_to_greet(customer, customer.anniversary):
                yield _wedding_anniversary(customer, customer.anniversary, on)


def _wedding_anniversary(customer: Customer, day: Day, on: date) -> Reason:
    years = on.year - day.year if day.year else 0
    if day.year and years <= 0:
        return Reason(customer=customer, on=on, why=f"Married on {spoken(on)}.", against="The first year is not over.")
    why = f"Married for {counted(years, 'year')} on {spoken(on)}." if years else f"Wedding anniversary on {spoken(on)}."
    return Reason(customer=customer, on=on, why=why, facts={"years": years} if years else {})


def graduations(month: Month) -> Iterator[Reason]:
    late = month.settings.picking.news_days
    for customer in month.customers.values():
        if (day := customer.graduation) is None:
            continue
        for on in month.news(day, late):
            yield Reason(customer=customer, on=on, why=f"Graduated on {spoken(on)}.")


def years_as_customer(month: Month) -> Iterator[Reason]:
    """Every anniversary of the first purchase; those that the settings do not name are told, and get no card."""
    wanted, late = month.settings.picking.years, month.settings.picking.years_late_days
    months = month.reach(late).months
    for customer, since in month.newcomers:
        for on in month.days_covered(Day.of(since), late) if since.month in months else ():
            against = (
                "" if on.year - since.year in wanted else f"Your settings name {listed(wanted)} years as worth a card."
            )
            if on.year > since.year and (not against or on >= month.first):
                yield replace(_years_with(customer, Day.of(since), on), against=against)


def new_customers(month: Month) -> Iterator[Reason]:
    start = month.last - timedelta(days=month.settings.picking.new_customer_days)
    for customer, since in month.newcomers:
        if start < since <= month.last:
            facts = {"referred_by": customer.referred_by} if customer.referred_by else {}
            yield Reason(customer=customer, on=since, why=f"Came for the first time on {spoken(since)}.", facts=facts)


def referrals(month: Month) -> Iterator[Reason]:
    """Who sent us somebody: new customers say who told them, by name or number."""
    start = month.last - timedelta(days=month.settings.picking.news_days)
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
        for on in _days_of(month, occasion, customer, milestone):
            yield _from_milestone(customer, milestone, on)


def _days_of(month: Month, occasion: Occasion, customer: Customer, milestone: Milestone) -> Iterable[date | None]:
    """The days on which a milestone is covered: every year's, or the one in its year; None where it has no day."""
    if milestone.on is None:
        return [None]
    late = occasion.late(month.settings.picking)
    if not occasion.yearly:
        return month.news(milestone.on, late)
    greet = occasion.on_the_day
    days = month.days_to_greet(customer, milestone.on) if greet else month.days_covered(milestone.on, late)
    return [one for one in days if one.year >= (milestone.on.year or 0)]


def _from_milestone(customer: Customer, milestone: Milestone, on: date | None) -> Reason:
    facts: dict[str, object] = {
        name: value for name in ("about", "person", "say_this") if (value := getattr(milestone, name))
    }
    if milestone.occasion in _COUNTING and milestone.on and on:
        reason = _COUNTING[milestone.occasion](customer, milestone.on, on)
        return replace(reason, matter=milestone.person, milestone=milestone, facts={**facts, **reason.facts})
    if milestone.occasion == "referral" and milestone.person:
        facts["referred"] = milestone.person
    why = f"{_subject(milestone)}: {milestone.about.rstrip('.')}," if milestone.about else _subject(milestone)
    why = f"{why} on {spoken(on)}." if on else f"{why.rstrip(',')}."
    matter = " ".join(filter(None, [milestone.person, "" if on else milestone.about]))
    return Reason(customer=customer, on=on, why=why, matter=matter, milestone=milestone, facts=facts)


def _years_with(customer: Customer, day: Day, on: date) -> Reason:
    years = on.year - day.year if day.year else 0
    why = f"Customer for {counted(years, 'year')} on {spoken(on)}." if years > 0 else f"A customer since {spoken(on)}."
    against = "" if years > 0 else "The first year is not over, or the year is not known."
    return Reason(customer=customer, on=on, why=why, facts={"years": years}, against=against)


_COUNTING = {"wedding-anniversary": _wedding_anniversary, "years": _years_with}


def _subject(milestone: Milestone) -> str:
    word = WORDS.get(milestone.occasion, milestone.occasion.capitalize())
    if not milestone.person:
        return word
    if milestone.occasion == "referral":
        return f"Sent us {milestone.person}"
    return f"{word} of {milestone.person}" if milestone.occasion != "baby" else f"{word} ({milestone.person})"


WORDS = {
    "birthday": "Birthday",
    "years": "Anniversary as a customer",
    "new-customer": "New customer",
    "thanks": "Thanks",
    "referral": "Referral",
    "project-finished": "Project finished",
    "graduation": "Graduation",
    "wedding": "Wedding",
    "baby": "A baby",
    "new-home": "A new home",
    "retirement": "Retirement",
    "achievement": "An achievement",
    "follow-up": "To ask after",
    "apology": "A promise was broken",
    "quiet": "Gone quiet",
    "get-well": "Is not well",
    "condolence": "A loss in the family",
    "season": "Season’s greetings",
    "just-because": "Just because",
    "wedding-anniversary": "Wedding anniversary",
}


def _news(settings: Picking) -> int:
    return settings.news_days


def _belated(settings: Picking) -> int:
    return settings.belated_days


def _grave(settings: Picking) -> int:
    return settings.condolence_days


OCCASIONS = (
    Occasion(name="condolence", late=_grave, solemn=True, shared=True),
    Occasion(name="apology", late=_grave, solemn=True),
    Occasion(name="get-well", late=_belated, on_the_day=True),
    Occasion(name="birthday", reasons=birthdays, late=_belated, on_the_day=True, yearly=True),
    Occasion(
        name="wedding-anniversary",
        reasons=wedding_anniversaries,
        late=_belated,
        on_the_day=True,
        yearly=True,
        shared=True,
    ),
    Occasion(name="baby", late=_news, shared=True),
    Occasion(name="wedding", late=_news, shared=True),
    Occasion(name="graduation", reasons=graduations, late=_news),
    Occasion(name="retirement", late=_news),
    Occasion(name="new-home", late=_news, shared=True),
    Occasion(name="achievement", late=_news),
    Occasion(name="referral", reasons=referrals, late=_news),
    Occasion(name="project-finished", late=_news),
    Occasion(name="follow-up", late=_news),
    Occasion(name="new-customer", reasons=new_customers, late=lambda settings: settings.new_customer_days),
    Occasion(name="years", reasons=years_as_customer, late=lambda settings: settings.years_late_days, yearly=True),
    Occasion(name="just-because", late=_news),
    Occasion(name="season", late=_belated, shared=True, yearly=True),
    Occasion(name="thanks", reasons=thanks, late=_news, quota=lambda settings: settings.thanks_a_month, shared=True),
    Occasion(name="quiet", reasons=quiet, late=_news, quota=lambda settings: settings.quiet_a_month),
)


SOLEMN = frozenset(occasion.name for occasion in OCCASIONS if occasion.solemn)
