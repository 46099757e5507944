"""Households: who gets one card together, and which rows are the same person twice."""

from collections import Counter
from collections.abc import Iterable, Mapping

from notes.customers import Customer, CustomerId
from notes.language.folding import plain
from notes.picking.ranking import number_order


def household_of(customer: Customer) -> str:
    """What the people of one household have in common: the spreadsheet's own word for it, else their address.

    People at a firm's address are no household; who has no usable address stands alone.
    """
    if customer.household:
        return f"household {plain(customer.household)}"
    if customer.company or not customer.address.usable:
        return f"customer {customer.customer_id}"
    return f"address {customer.address.key}"


def same_person(customers: Iterable[Customer]) -> Mapping[CustomerId, Customer]:
    """For every row that is the same person as another (name, and address or e-mail), the row that counts.

    It is the one with the lowest customer number, so that the order of rows decides nothing.
    """
    named = [(plain(customer.name), customer) for customer in customers]
    bearers = Counter(name for name, _ in named)
    groups: dict[tuple[str, str], list[Customer]] = {}
    for name, customer in named:
        if name and bearers[name] > 1 and (where := _reached_at(customer)):
            groups.setdefault((name, where), []).append(customer)
    twins: dict[CustomerId, Customer] = {}
    for group in groups.values():
        counts, *others = sorted(group, key=lambda one: number_order(one.customer_id))
        twins |= {other.customer_id: counts for other in others}
    return twins


def _reached_at(customer: Customer) -> str:
    address = customer.address
    if not address.usable:
        return customer.email.casefold()
    return customer.address.key
