"""Picking: 100,000 customers with 1,000,000 orders, against plain pandas only reading the same from CSV."""

import gc
import random
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pandas as pd

from benchmarks.figures import Figure, seconds
from notes.customers import MONEY_SCALE, Address, Book, Customer, CustomerId, Day
from notes.history import Kind, Past
from notes.picking import Picks, decide
from notes.problems import Place
from notes.settings import Settings

CUSTOMERS, ORDERS = 100_000, 1_000_000
TODAY = date(2026, 11, 1)


def measure() -> Iterator[Figure]:
    book = business(CUSTOMERS, ORDERS)
    gc.freeze()  # what was built for the measurement need not be searched for garbage
    with tempfile.TemporaryDirectory() as folder:
        people, orders = _written(book, Path(folder))
        past = _of(decide(book, "2026-10", date(2026, 10, 1), Settings(), Past()))
        reading, picking, later = seconds(
            lambda: (pd.read_csv(people), pd.read_csv(orders)),
            lambda: decide(book, "2026-11", TODAY, Settings(), Past()),
            lambda: decide(book, "2026-11", TODAY, Settings(), past),
            rounds=3,
        )
    yield Figure("plain pandas reads customers and orders", reading, "s")
    yield Figure("deciding the month", picking, "s")
    yield Figure("deciding the month after the one before was sent", later, "s")
    yield Figure("time against plain pandas", max(picking, later) / reading, "times", most=4)


def business(customers: int, orders: int) -> Book:
    """An invented business: everybody has an address, half a birthday, a tenth shares a home."""
    chance = random.Random(7)  # noqa: S311 - an invented business
    people = [_customer(number, chance) for number in range(customers)]
    start = pd.Timestamp("2024-01-01")
    table = pd.DataFrame(
        {
            "customer_id": [f"C{chance.randrange(customers):06}" for _ in range(orders)],
            "day": start + pd.to_timedelta([chance.randrange(1_000) for _ in range(orders)], unit="D"),
            "amount": [chance.randrange(1_000, 5_000_000) for _ in range(orders)],
            "currency": "USD",
            "item": "A pot of honey",
        }
    )
    return Book("customers.csv", people, (), table)


def _customer(number: int, chance: random.Random) -> Customer:
    born = date(1950, 1, 1) + timedelta(days=chance.randrange(20_000))
    return Customer(
        place=Place("customers.csv", row=number + 2),
        customer_id=CustomerId(f"C{number:06}"),
        name=f"Ann{number} Lee{number}",
        first_name=f"Ann{number}",
        last_name=f"Lee{number}",
        address=Address((f"{number - (number % 10 == 1)} Elm Street",), "Dayton", "OH", "45402", "US"),
        email=f"ann{number}@example.com",
        birthday=Day.of(born) if number % 2 else None,
        first_purchase=date(2010, 1, 1) + timedelta(days=chance.randrange(5_000)),
    )


def _written(book: Book, folder: Path) -> tuple[Path, Path]:
    """The book as the CSV files that it could have come from."""
    people, orders = folder / "customers.csv", folder / "orders.csv"
    pd.DataFrame(
        {
            "Customer ID": [one.customer_id for one in book.customers],
            "First Name": [one.first_name for one in book.customers],
            "Last Name": [one.last_name for one in book.customers],
            "Address": [one.address.lines[0] for one in book.customers],
            "City": "Dayton",
            "State": "OH",
            "ZIP": "45402",
            "Country": "United States",
            "Email": [one.email for one in book.customers],
            "Birthday": [str(one.birthday or "") for one in book.customers],
            "Customer since": [str(one.first_purchase) for one in book.customers],
        }
    ).to_csv(people, index=False)
    if book.orders is not None:
        amounts = (book.orders["amount"] / MONEY_SCALE).round(2)
        numbers = [f"INV-{number:07}" for number in range(len(book.orders))]
        book.orders.assign(amount=amounts, invoice=numbers).to_csv(orders, index=False)
    return people, orders


def _of(picks: Picks) -> Past:
    """The month before, all cards sent."""
    at = f"{picks.month}-01T09:00:00Z"
    cards = enumerate(picks.cards, start=1)
    return Past.of(
        pick.event(Kind.SENT, at, batch=picks.month, month=picks.month, number=number) for number, pick in cards
    )
