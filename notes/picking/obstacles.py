"""What stands against a card, each with its sentence: what the person can clear is held, the rest is skipped."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from notes.customers import Customer, Milestone
from notes.history import Event, Kind
from notes.picking.month import Month
from notes.picking.occasions import Occasion, Reason, counted, spoken
from notes.picking.picks import Outcome
from notes.picking.post import days_on_the_way


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why there is no card, or not yet."""

    outcome: Outcome
    reason: str


def skip(reason: str) -> Obstacle:
    return Obstacle(Outcome.SKIPPED, reason)


def hold(reason: str) -> Obstacle:
    return Obstacle(Outcome.HELD, reason)


def obstacle(month: Month, occasion: Occasion, reason: Reason) -> Obstacle | None:
    """The first thing that stands against a card, None where nothing does."""
    return next(_obstacles(month, occasion, reason), None)


def _obstacles(month: Month, occasion: Occasion, reason: Reason) -> Iterator[Obstacle]:
    yield from of_the_past(month, occasion, reason)
    yield from of_the_person(reason.customer)
    if reason.against:
        yield skip(reason.against)
    yield from of_the_day(month, occasion, reason)
    if occasion.solemn:
        if not (reason.milestone and reason.milestone.approved_by):
            yield hold("It waits for somebody’s initials in the column “Approved by” of the sheet Milestones.")
    else:
        yield from of_the_household(month, reason.customer)
        if not occasion.on_the_day:
            yield from of_the_pause(month, reason.customer)
    if not reason.customer.address.usable:
        yield hold("There is no address that a letter could reach: street or box, and town or postal code.")


def of_the_past(month: Month, occasion: Occasion, reason: Reason) -> Iterator[Obstacle]:
    within = 180 if occasion.yearly else 0
    customer = reason.customer
    before = month.past.done(customer.customer_id, occasion.name, reason.on, reason.matter, within)
    if before:
        yield skip(already(before))
    for event in month.past.cards_to(month.household_of(customer)):
        if event.month == month.month and event is not before and occasion.name != "condolence":
            whom = "" if event.customer_id == customer.customer_id else f" to {event.name}, of the same household,"
            yield skip(f"There is a card{whom} this month already: {event.occasion}, {_STATE[event.kind]}.")


_STATE = {Kind.PLANNED: "planned", Kind.PRINTED: "printed", Kind.SENT: "sent", Kind.CANCELLED: "cancelled"}


def already(event: Event) -> str:
    if event.kind is Kind.CANCELLED:
        return f"You cancelled this card (number {event.number} of {event.batch})."
    return f"Already {_STATE[event.kind]}: card {event.number} of {event.batch}."


def of_the_person(customer: Customer) -> Iterator[Obstacle]:
    if customer.deceased:
        yield skip(f"{customer.name} has died.")
    if customer.not_mailed or not customer.mail_ok:
        yield skip(f"No card, as the spreadsheet says: {customer.not_mailed or 'do not mail'}.")


def of_the_day(month: Month, occasion: Occasion, reason: Reason) -> Iterator[Obstacle]:
    """Too late is judged by the day on which the card is posted; a birthday by that on which it arrives."""
    if reason.on is None:
        return
    late = (month.today - reason.on).days
    limit = occasion.late(month.settings.picking)
    if late > limit:
        yield skip(f"Too late: it was {counted(late, 'day')} ago, and {counted(limit, 'day')} is the limit.")


def of_the_household(month: Month, customer: Customer) -> Iterator[Obstacle]:
    """Silence after a loss or a broken promise, and while a complaint is open."""
    household = month.household_of(customer)
    for milestone in month.troubles.get(household, ()):
        yield from _trouble(month, milestone)
    for event in month.past.cards_to(household):
        if event.occasion in ("condolence", "apology"):
            yield from _silence(month, event.occasion, event.on or date.fromisoformat(event.at[:10]))


def _trouble(month: Month, milestone: Milestone) -> Iterator[Obstacle]:
    if not milestone.resolved:
        what = f" ({milestone.about})" if milestone.about else ""
        yield hold(f"A complaint of this household is open{what}: {milestone.place}.")
    if milestone.occasion not in ("condolence", "apology"):
        return
    if milestone.on and milestone.on.year:
        yield from _silence(month, milestone.occasion, milestone.on.in_year(milestone.on.year))
    elif milestone.occasion == "condolence":
        yield hold(f"There was a loss in this household, and no day with it says since when: {milestone.place}.")


def _silence(month: Month, occasion: str, since: date) -> Iterator[Obstacle]:
    picking = month.settings.picking
    days = picking.mourning_days if occasion == "condolence" else picking.apology_days
    until = since + timedelta(days=days)
    if since <= month.last and month.first <= until:
        what = "a loss in the household" if occasion == "condolence" else "a promise that was broken"
        yield skip(f"No other card until {spoken(until)} {until.year}, after {what} on {spoken(since)} {since.year}.")


def of_the_pause(month: Month, customer: Customer) -> Iterator[Obstacle]:
    """Cool-down: between two cards to a household lies some time, but for the cards that have a day of their own."""
    days = month.settings.picking.cool_down_days
    earliest = min(month.last, max(month.today, month.first))
    for event in month.past.cards_to(month.household_of(customer)):
        posted = event.mail_by or date.fromisoformat(event.at[:10])
        if event.month < month.month and (earliest - posted).days < days:
            yield skip(f"Put off: the last card to this household was posted by {spoken(posted)}.")


def is_belated(month: Month, customer: Customer, on: date) -> bool:
    """Whether a card that is posted today arrives after its day."""
    return month.today + timedelta(days=days_on_the_way(customer, month.settings)) > on
