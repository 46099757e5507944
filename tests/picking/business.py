"""An invented business, row by row: the shortest way to a book in a test."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from notes.customers import MONEY_SCALE, Address, Book, Customer, CustomerId, Day, Milestone
from notes.history import Past
from notes.holds import Hold
from notes.language.lexicon import Kind
from notes.picking import Pick, Picks, decide
from notes.problems import Place
from notes.settings import Settings

STREET = Address(("1 Elm Street",), "Dayton", "OH", "45402", "US")

NOTES = Place("book.xlsx", "Customers", 2, "Notes", "F2")
DEAD = Hold(Kind.DEATH, NOTES, "died in May")
REFUSES = Hold(Kind.REFUSAL, NOTES, "no cards")


def day(text: str) -> Day:
    """`1980-04-12`, or `--04-12` without the year."""
    year, month, number = text.rsplit("-", 2)
    return Day(int(month), int(number), int(year) if year != "-" else None)


def customer(number: int, name: str = "", **given: Any) -> Customer:
    """A customer who lives alone in a house of their own."""
    own = Address((f"{number} Oak Street",), "Dayton", "OH", "45402", "US")
    values = {"name": name or f"Customer {number}", "address": own, **given}
    return Customer(place=Place("book.xlsx", "Customers", number + 1), customer_id=CustomerId(str(number)), **values)


def milestone(number: int, occasion: str, on: str = "", **given: Any) -> Milestone:
    return Milestone(
        place=Place("book.xlsx", "Milestones", 2),
        customer_id=CustomerId(str(number)),
        occasion=occasion,
        on=day(on) if on else None,
        **given,
    )


def orders(*rows: tuple[int, str, str] | tuple[int, str, str, str]) -> pd.DataFrame:
    """Orders from (customer, day, amount) and, where it matters, the currency."""
    return pd.DataFrame(
        {
            "customer_id": [str(row[0]) for row in rows],
            "day": pd.to_datetime([row[1] for row in rows]),
            "amount": pd.array([int(Decimal(row[2]) * MONEY_SCALE) for row in rows], dtype="int64"),
            "currency": [row[3] if len(row) == 4 else "" for row in rows],
            "item": "",
        }
    )


def decided(
    customers: Iterable[Customer],
    milestones: Iterable[Milestone] = (),
    sold: pd.DataFrame | None = None,
    *,
    month: str = "2026-11",
    today: str = "2026-11-01",
    past: Past = Past(),  # noqa: B008 - a frozen value
    **picking: Any,
) -> Picks:
    book = Book("book.xlsx", tuple(customers), tuple(milestones), sold)
    return decide(book, month, date.fromisoformat(today), Settings().with_values({"picking": picking}), past)


def only(picks: Picks) -> Pick:
    (pick,) = picks.picks
    return pick
