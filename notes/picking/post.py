"""Mail-by dates: the last day on which a card can be posted and still arrive on its day."""

from datetime import date, timedelta

from notes.customers import Customer
from notes.settings import Settings


def days_on_the_way(customer: Customer, settings: Settings) -> int:
    """How long the post takes to the customer's country."""
    home = settings.business.country.upper()
    country = customer.address.country.upper() or home
    abroad = settings.post.days if country == home else settings.post.days_abroad
    return settings.post.days_to.get(country, abroad)


def mail_by(customer: Customer, on: date, settings: Settings) -> date:
    return on - timedelta(days=days_on_the_way(customer, settings))
