"""The same person twice: one e-mail address is one customer; what only looks alike is pointed out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Any

from notes.customers import Address, Customer, CustomerId
from notes.language.folding import squashed
from notes.language.vocabulary import vocabulary
from notes.problems import Level, Problem


@dataclass(frozen=True)
class Settled:
    """The customers, of whom a repeated one is not mailed; the problems; and the first id for each repeated one."""

    customers: Sequence[Customer]
    problems: Sequence[Problem] = ()
    same: dict[CustomerId, CustomerId] = field(default_factory=dict)


def settle_duplicates(customers: Sequence[Customer]) -> Settled:
    """One e-mail address and a name that may be the same, or one number and the same name, are one customer.

    The first gets what the later row adds.
    """
    found = list(customers)
    problems: list[Problem] = []
    same: dict[CustomerId, CustomerId] = {}
    by_email: dict[str, list[int]] = {}
    by_name, by_number = _named_again(customers), _numbered_again(customers)
    for index in sorted({*by_name, *by_number, *_given_again(customers)}):
        customer = customers[index]
        email = customer.email.casefold()
        if (number := by_number.get(index)) is not None:
            same[customer.customer_id] = found[number].customer_id
            found[number], found[index] = _merged(found[number], customer, is_one_account=True)
            problems.append(replace(_told(customer, found[number], False, "number"), level=Level.NOTICE, remedy=""))
            continue
        if (again := by_name.get(index)) is not None and customers[again].customer_id not in same:
            same[customer.customer_id] = found[again].customer_id
            found[again], found[index] = _merged(found[again], customer)
            problems.append(_told(customer, found[again], False, "name, and no address"))
            continue
        if not email:
            continue
        if email not in by_email:
            by_email[email] = [index]
            continue
        first = next((one for one in by_email[email] if _one_person(found[one], customer)), None)
        if first is None:
            by_email[email].append(index)
            continue
        same[customer.customer_id] = found[first].customer_id
        found[first], found[index] = _merged(found[first], customer)
        is_added = found[index].total_spent != customer.total_spent
        problems.append(_told(customer, found[first], is_added, "e-mail address"))
    return Settled(found, [*problems, *_alike(found, same)], same)


def _given_again(customers: Sequence[Customer]) -> Iterator[int]:
    """The rows whose e-mail address stands in another row as well."""
    emails = [customer.email.casefold() for customer in customers]
    counts = Counter(emails)
    if len(counts) < len(emails):
        yield from (index for index, email in enumerate(emails) if email and counts[email] > 1)


def _named_again(customers: Sequence[Customer]) -> dict[int, int]:
    """The rows without an address or e-mail whose whole name is that of one other row, and that row."""
    rows: dict[str, list[int]] = {}
    if all(one.address.lines or one.email for one in customers):
        return {}
    for index, customer in enumerate(customers):
        if customer.first_name and customer.last_name:
            rows.setdefault(squashed(customer.name), []).append(index)
    found: dict[int, int] = {}
    for those in rows.values():
        full = [index for index in those if customers[index].address.usable]
        if len(full) == 1 and len(those) > 1:
            bare = [index for index in those if not customers[index].address.lines and not customers[index].email]
            found |= {index: full[0] for index in bare if not _is_numbered(customers[index])}
    return found


def _numbered_again(customers: Sequence[Customer]) -> dict[int, int]:
    """The rows of which the file gives the number, the name and the address once more, and the first row of each."""
    again = [index for index, customer in enumerate(customers) if customer.customer_id.endswith(")")]
    first = {customer.customer_id: index for index, customer in enumerate(customers)} if again else {}
    found: dict[int, int] = {}
    for index in again:
        customer = customers[index]
        match = _AGAIN.fullmatch(customer.customer_id)
        one = first.get(CustomerId(match["number"])) if match else None
        if one is not None and one < index and _is_numbered(customers[one]) and _is_the_same(customers[one], customer):
            found[index] = one
    return found


_AGAIN = re.compile(r"(?P<number>[^@]*\d[^@]*) \(\d+\)")  # what reading makes of a number that stands there again


def _is_the_same(one: Customer, other: Customer) -> bool:
    return bool(one.name) and one.name == other.name and other.address in (one.address, Address())


def _is_numbered(customer: Customer) -> bool:
    """Whether the file gives a customer a number of their own, which tells namesakes apart."""
    return not customer.customer_id.startswith(customer.name)


def _one_person(one: Customer, other: Customer) -> bool:
    """Whether two rows with one e-mail address are one person: couples share an address, too, but not a first name."""
    if one.first_name and other.first_name:
        return first_names_agree(one.first_name, other.first_name)
    return True


@cache
def _short_forms() -> list[frozenset[str]]:
    return [frozenset(group.split()) for group in vocabulary()["names"]["short_forms"]]


def first_names_agree(one: str, other: str) -> bool:
    """Whether two first names may be one person’s.

    >>> first_names_agree("Rich", "Richard"), first_names_agree("Leonie", "Karl")
    (True, False)
    """
    first, second = (squashed(name.split()[0] if name.split() else name) for name in (one, other))
    if first == second or any(first in group and second in group for group in _short_forms()):
        return True
    shorter, longer = sorted((first, second), key=len)
    return len(shorter) >= 1 and longer.startswith(shorter) and (len(shorter) >= 3 or len(shorter) == 1)


def _merged(first: Customer, again: Customer, is_one_account: bool = False) -> tuple[Customer, Customer]:
    """The first row with what the later one adds, and the later one, which gets no card of its own."""
    row = f"row {first.place.row}"
    summed = _summed(first, again, is_one_account)
    fills: dict[str, Any] = {
        name: getattr(again, name) for name in _FILLED if not getattr(first, name) and getattr(again, name)
    }
    if not first.address.usable and again.address.usable:
        fills["address"] = again.address
    purchases = [day for day in (first.first_purchase, again.first_purchase) if day]
    latest = [day for day in (first.last_purchase, again.last_purchase) if day]
    kept = replace(
        first,
        **fills,
        **summed,
        first_purchase=min(purchases, default=None),
        last_purchase=max(latest, default=None),
        holds=(*first.holds, *again.holds),
        ok_to_write=first.ok_to_write or again.ok_to_write,
        details={**again.details, **first.details},
    )
    taken: dict[str, Any] = {"total_spent": None, "currency": "", "orders": None} if summed else {}
    return kept, replace(again, same_as=row, **taken)


_FILLED = ("birthday", "anniversary", "graduation", "referred_by", "phone", "language", "looked_after_by", "household")


def _summed(first: Customer, again: Customer, is_one_account: bool) -> dict[str, Any]:
    """The totals together, where they are in one currency."""
    is_one_account |= bool(first.household) and first.household == again.household
    if is_one_account and first.total_spent == again.total_spent:
        return {"total_spent": first.total_spent}  # the sum of the family, in the row of each child
    if again.total_spent is None or (first.total_spent is not None and first.currency != again.currency):
        return {}
    counts = [count for count in (first.orders, again.orders) if count is not None]
    return {
        "total_spent": (first.total_spent or 0) + again.total_spent,
        "currency": again.currency,
        "orders": sum(counts) if counts else None,
    }


def _told(again: Customer, first: Customer, is_added: bool, what: str) -> Problem:
    name = again.name or again.email
    who = f"{first.name or first.email} in row {first.place.row}"
    message = f"{name} has the same {what} as {who}; they count as one customer and get one card."
    if is_added:
        message += f" Together they spent {first.total_spent}."
    return Problem(
        again.place, message, f"Delete one of the rows, or correct its {what.partition(',')[0]}.", Level.WARNING
    )


def _alike(customers: Sequence[Customer], same: dict[CustomerId, CustomerId]) -> list[Problem]:
    """Those who may be one person: the last name and the place are the same, and the first names may be."""
    problems: list[Problem] = []
    first_there: dict[str, Customer] = {}
    by_place: dict[str, list[Customer]] = {}
    for customer in customers:
        if customer.last_name and customer.address.lines and customer.customer_id not in same:
            address = customer.address
            place = f"{customer.last_name}\n{address.postal_code or address.city}\n{address.lines[0][:4]}"
            if (first := first_there.setdefault(place, customer)) is not customer:
                by_place.setdefault(place, [first]).append(customer)
    for neighbours in by_place.values():
        for index, customer in enumerate(neighbours[1:_MOST_NEIGHBOURS], 1):
            other = next((one for one in neighbours[:index] if _may_be_one(one, customer)), None)
            if other:
                problems.append(_asked(customer, other))
    return problems


_MOST_NEIGHBOURS = 50  # of one name and place; with more, the column holds something else


def _may_be_one(one: Customer, other: Customer) -> bool:
    born, other_born = one.birthday, other.birthday
    if born and other_born and (born.month, born.day) != (other_born.month, other_born.day):
        return False
    if street_key(one.address.lines[0]) != street_key(other.address.lines[0]):
        return False
    return first_names_agree(one.first_name, other.first_name)


@lru_cache(maxsize=10_000)
def street_key(line: str) -> str:
    """A street for comparing, its usual words shortened.

    >>> street_key("2211 West Berry St.") == street_key("2211 W Berry Street")
    True
    """
    shorter = vocabulary()["streets"]
    words = [squashed(word) for word in line.replace(",", " ").split()]
    return " ".join(shorter.get(word, word) for word in words if word)


def _asked(customer: Customer, other: Customer) -> Problem:
    message = (
        f"{customer.name} may be the same person as {other.name} in row {other.place.row}; name and address match."
    )
    return Problem(
        customer.place,
        message,
        "Delete one of the rows if they are the same person; until then both are kept.",
        Level.WARNING,
    )
