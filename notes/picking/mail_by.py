"""Mail-by dates: when a card has to be posted.

A card with a day ahead is posted so that it arrives on it, a week before or after it, as its occasion has it; one whose
day is before the month within the first week; one that has no day by the end of the month. Only a card that must arrive
on its day may be due before the month begins.
"""

from datetime import date, timedelta

from notes.customers import Customer
from notes.occasions import Occasion
from notes.picking.month import Month
from notes.picking.reasons import month_alone
from notes.post.delivery import last_post_day

FIRST_WEEK = timedelta(days=6)
EARLIER = {"on": timedelta(), "before": timedelta(days=7), "after": timedelta()}


def mail_by(month: Month, customer: Customer, occasion: Occasion, on: date | None) -> date:
    """The last day on which to post a card, whatever day it is today."""
    if on is None:
        return last_post_day(month.last, month.home)
    if occasion.arrives == "after":
        return max(on, month.first)
    if month_alone(customer, occasion):
        return max(month.post_by(customer, on.replace(day=FIRST_WEEK.days)), month.first)
    arriving = month.post_by(customer, on - EARLIER[occasion.arrives])
    if occasion.on_the_day:
        return arriving
    return last_post_day(month.first + FIRST_WEEK, month.home) if on < month.first else max(arriving, month.first)


def is_belated(month: Month, customer: Customer, occasion: Occasion, on: date) -> bool:
    """Whether a card that is posted today arrives after its day."""
    return not month_alone(customer, occasion) and month.today > month.post_by(customer, on)
