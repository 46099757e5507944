"""Mail-by dates: when a card has to be posted.

A card with a day ahead is posted so that it arrives on it; one whose day is before the month within the first week; one
that has no day by the end of the month. Only a card that must arrive on its day may be due before the month begins.
"""

from datetime import date, timedelta

from notes.customers import Customer
from notes.picking.month import Month
from notes.settings import Settings

FIRST_WEEK = timedelta(days=6)


def days_on_the_way(customer: Customer, settings: Settings) -> int:
    """How long the post takes to the customer's country."""
    home = settings.business.country.upper()
    country = customer.address.country.upper() or home
    abroad = settings.post.days if country == home else settings.post.days_abroad
    return settings.post.days_to.get(country, abroad)


def mail_by(month: Month, customer: Customer, on: date | None, on_the_day: bool) -> date:
    """The last day on which to post a card, whatever day it is today."""
    if on is None:
        return month.last
    arriving = on - timedelta(days=days_on_the_way(customer, month.settings))
    if on_the_day:
        return arriving
    return month.first + FIRST_WEEK if on < month.first else max(arriving, month.first)


def is_belated(month: Month, customer: Customer, on: date) -> bool:
    """Whether a card that is posted today arrives after its day."""
    return month.today + timedelta(days=days_on_the_way(customer, month.settings)) > on
