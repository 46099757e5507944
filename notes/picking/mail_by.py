"""Mail-by dates: when a card has to be posted.

A card with a day ahead is posted so that it arrives on it; one whose day is before the month within the first week; one
that has no day by the end of the month. Only a card that must arrive on its day may be due before the month begins.
"""

from datetime import date, timedelta

from notes.customers import Customer
from notes.picking.month import Month

FIRST_WEEK = timedelta(days=6)
SUNDAY = 6


def mail_by(month: Month, customer: Customer, on: date | None, on_the_day: bool) -> date:
    """The last day on which to post a card, whatever day it is today; there is no post on a Sunday."""
    day = _last_day(month, customer, on, on_the_day)
    return day - timedelta(days=1) if day.weekday() == SUNDAY and day > month.first else day


def _last_day(month: Month, customer: Customer, on: date | None, on_the_day: bool) -> date:
    if on is None:
        return month.last
    arriving = on - timedelta(days=month.days_on_the_way(customer))
    if on_the_day:
        return arriving
    return month.first + FIRST_WEEK if on < month.first else max(arriving, month.first)


def is_belated(month: Month, customer: Customer, on: date) -> bool:
    """Whether a card that is posted today arrives after its day."""
    return month.today + timedelta(days=month.days_on_the_way(customer)) > on
