"""Buyers: the customers of a file that has only orders, each once however many rows are theirs."""

import re
from dataclasses import replace

from notes.customers import Address, Customer, Day
from notes.holds import Hold
from notes.language.folding import squashed
from notes.language.lexicon import Kind
from notes.reading.people import rows_as_customers
from notes.reading.tables.cells import Cells
from notes.reading.tables.columns import Columns
from notes.reading.tables.date_columns import read_dates
from notes.reading.tables.finding import Table
from notes.reading.tables.parts import matter_of, words_of_header
from notes.reading.tables.recognition import recognise
from notes.reading.tables.rows import text_at
from notes.reading.tables.stays import is_of_stays
from notes.reading.values.dates import Use

_ABOUT_PEOPLE = (
    "first_name", "last_name", "middle_name", "title", "salutation", "suffix", "company", "email", "phone", "birthday",
    "language", "household", "dear", "envelope", "do_not_mail", "mail_ok", "deceased", "referred_by",
    "contact",
)  # fmt: skip
_ABOUT_ORDERS = ("status", "cancelled", "refunded")
_OF_THE_ORDER = "It is about the order, and not about who placed it."
_ONLY_CUSTOMERS_HAVE = (
    "birthday",
    "first_purchase",
    "last_purchase",
    "orders",
    "anniversary",
    "graduation",
    "household",
)
_ONLY_ORDERS_HAVE = ("order_id", "item", "refunded", "cancelled")


def is_of_orders(orders: Table, customers: Table, sheet: str | None) -> bool:
    """Whether a table that could be either has orders: it has their numbers, and nothing that only people have."""
    if any(word in (sheet or "").casefold() for word in ("order", "invoice", "sale", "transaction", "payment")):
        return True
    fields = orders.columns.fields
    if not {*words_of_header(orders.columns.header(fields["day"]))}.isdisjoint(_OF_SEVERAL):
        return _has_people_again(orders)
    if is_of_stays(orders.columns.headers):
        return True
    of_people = [customers.columns.fields.get(name) for name in _ONLY_CUSTOMERS_HAVE]
    if any(column is not None and column not in fields.values() for column in of_people):
        return _has_people_again(orders)
    named = any(name in fields for name in _ONLY_ORDERS_HAVE) or _comes_again(
        orders, most=0 if "status" in fields else 1
    )
    return named or not customers.columns.addresses


# A day that is the first or the last of several is no order’s own: “First Job” beside “Jobs”.
_OF_SEVERAL = frozenset(["first", "last", "latest", "since", "initial", "seit", "depuis", "desde", "sinds"])


def _has_people_again(orders: Table) -> bool:
    """Whether people come again in a table, each time with the number of another booking."""
    fields = orders.columns.fields
    person, number = fields.get("email", fields.get("name")), fields.get("order_id")
    if person is None or number is None or not matter_of(words_of_header(orders.columns.header(number)))[0]:
        return False
    people, numbers = ([*filter(None, (text_at(row, column) for row in orders.rows))] for column in (person, number))
    return len({*numbers}) == len(numbers) and len({*people}) < len(people)


def is_of_balances(orders: Table) -> bool:
    """Whether a report says what is owed, by the name of its sheet or a line above its header: a part of the sales."""
    above = [row for row in orders.sheet.rows if row.number < orders.header_row]
    titles = [orders.sheet.name or "", *(str(value) for row in above for value in row.values if value)]
    return any(map(_OWED.search, titles))


_OWED = re.compile(
    r"\b(?:balances?|age?ing|open invoices|receivables?|offene posten|saldenliste|impayés)\b", re.IGNORECASE
)


def _comes_again(orders: Table, most: int) -> bool:
    """Whether people have several rows, more than so many beside their first."""
    fields = orders.columns.fields
    key = next((fields[name] for name in ("customer_id", "email", "name") if name in fields), None)
    people = [] if key is None else [*filter(None, (text_at(row, key) for row in orders.rows))]
    return len({*people}) + most < len(people)


def people_of(orders: Table) -> Table:
    """The table of orders with its columns read for what they say about people."""
    columns = recognise("customers", orders.columns.headers)
    fields = {name: column for name, column in columns.fields.items() if name in _ABOUT_PEOPLE}
    fields |= {name: orders.columns.fields[name] for name in ("name", "customer_id") if name in orders.columns.fields}
    about_orders = {column: _OF_THE_ORDER for name in _ABOUT_ORDERS if (column := orders.columns.fields.get(name))}
    aside = {**columns.aside} | {column: why for column, why in about_orders.items() if column not in fields.values()}
    about_people = Columns(fields, columns.addresses, columns.headers, aside=aside, others=columns.others)
    return replace(orders, kind="customers", columns=about_people)


def read_buyers(cells: Cells) -> list[Customer]:
    """The people in a table of orders; of several rows of one person the fullest counts, and what is grave in any."""
    found: dict[str, Customer] = {}
    holds: dict[str, list[Hold]] = {}
    newest: dict[str, tuple[Day, Address]] = {}
    silent = replace(cells, problems=[])
    days = read_dates(replace(cells, problems=[]), {"day": Use.ANY})["day"]
    rows = zip(silent.field("customer_id"), rows_as_customers(silent), days, strict=True)
    for given, customer, day in rows:
        key = given or _key(customer)
        holds.setdefault(key, []).extend(one for one in customer.holds if one.kind not in _OF_AN_ORDER)
        if key and day and customer.address.usable and (key not in newest or _by_date(newest[key][0]) < _by_date(day)):
            newest[key] = (day, customer.address)
        if key and (key not in found or _fullness(customer) > _fullness(found[key])):
            first = found.get(key, customer)
            found[key] = replace(customer, place=first.place, customer_id=first.customer_id)
    kept = {customer.place.row for customer in found.values()}
    cells.problems += [problem for problem in silent.problems if problem.place.row in kept]
    return [
        replace(
            customer,
            address=newest[key][1] if key in newest else customer.address,
            holds=tuple(dict.fromkeys((*customer.holds, *holds[key]))),
        )
        for key, customer in found.items()
    ]


_OF_AN_ORDER = (Kind.CLOSED, Kind.UNCLEAR)  # beside an order it is the order that was cancelled


def _by_date(day: Day) -> tuple[int, int, int]:
    return (day.year or 0, day.month, day.day)


def _key(customer: Customer) -> str:
    """What the orders of a buyer without a number have in common, "" where they do not say whose they are."""
    name = squashed(customer.name)
    return customer.email.casefold() or (f"{name} {squashed(customer.address.postal_code)}" if name else "")


def _fullness(customer: Customer) -> int:
    return 2 * customer.address.usable + bool(customer.name)
