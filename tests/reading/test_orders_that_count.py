"""Which orders count and for how much, and what they tell of a customer whose own row is silent."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from offices import read_workbook

from notes.customers import MONEY_SCALE, Customer, CustomerId
from notes.problems import Place
from notes.reading.orders import with_orders

CUSTOMERS = [["Customer ID", "Name", "City"], ["7", "Rosa Holm", "Akron"], ["8", "Jan Ray", "Kent"]]
DAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("header", "rows", "counted", "left_out"),
    [
        ("Order ID, Customer ID, Date, Amount", [("1", "7", DAY, 10)], ["7 10.00"], []),
        ("Order ID, Customer ID, Date, Amount", [("1", "7", DAY, 10), ("1", "7", DAY, 5)], ["7 15.00"], []),
        ("Order ID, Customer ID, Date, Amount", [("", "7", DAY, 10), ("", "7", DAY, 5)], ["7 10.00", "7 5.00"], []),
        ("Order ID, Customer ID, Date, Amount", [("1", "7", DAY, 10), ("1", "8", DAY, 5)], ["7 10.00", "8 5.00"], []),
        ("Order ID, Customer ID, Date, Total", [("1", "7", DAY, 10), ("1", "7", DAY, 10)], ["7 10.00"], []),
        ("Order ID, Customer ID, Date, Total", [("1", "7", DAY, 10), ("1", "7", DAY, 5)], ["7 15.00"], []),
        ("Order ID, Customer ID, Date, Total", [("1", "7", DAY, 10), ("2", "7", DAY, 10)], ["7 10.00", "7 10.00"], []),
        (
            "Order ID, Customer ID, Date, Total",
            [("1", "7", DAY, 10), ("1", "7", DAY, 10), ("2", "7", DAY, 4), ("2", "7", DAY, 6)],
            ["7 20.00", "7 10.00"], [],
        ),
        ("Order ID, Customer ID, Date, Amount, Refunded", [("1", "7", DAY, 10, 4)], ["7 6.00"], []),
        ("Order ID, Customer ID, Date, Amount, Refunded", [("1", "7", DAY, 10, -4)], ["7 6.00"], []),
        ("Order ID, Customer ID, Date, Amount, Refunded", [("1", "7", DAY, 10, None)], ["7 10.00"], []),
        (
            "Order ID, Customer ID, Date, Amount",
            [("1", "9", DAY, 1), ("2", "7", None, 1), ("3", "7", DAY, None), ("4", "8", DAY, 2), ("5", "9", None, 1)],
            ["8 2.00"], ["2 without a known customer", "1 without a date", "1 without an amount"],
        ),
        (
            "Order ID, Customer ID, Date, Amount, Status",
            [("1", "7", DAY, 1, "cancelled"), ("2", "7", DAY, 2, "paid"), ("3", "7", DAY, 3, "draft"),
             ("4", "9", DAY, 4, "draft")],
            ["7 2.00"], ["2 marked “draft”", "1 marked “cancelled”"],
        ),
        (
            "Order ID, Customer ID, Date, Amount, Cancelled At",
            [("1", "7", DAY, 1, date(2026, 4, 1)), ("2", "7", DAY, 2, None), ("3", "7", DAY, 3, "no"),
             ("4", "7", DAY, 4, "yes")],
            ["7 2.00", "7 3.00"], ["2 cancelled"],
        ),
    ],
)  # fmt: skip
def test_which_orders_count_and_for_how_much(
    tmp_path: Path, header: str, rows: list[tuple[object, ...]], counted: list[str], left_out: list[str]
) -> None:
    orders = [header.split(", "), *map(list, rows)]
    book = read_workbook(tmp_path / "a.xlsx", Customers=CUSTOMERS, Orders=orders)
    assert book.orders is not None
    those = zip(book.orders["customer_id"], book.orders["amount"], strict=True)
    assert [f"{who} {Decimal(int(amount)) / MONEY_SCALE:.2f}" for who, amount in those] == counted
    first, *others = book.remarks
    assert first == f"{len(counted)} orders from “Orders” are counted."
    assert sorted(others) == sorted(f"{one[:1]} not counted: {one[2:]}." for one in left_out)


def sold(*rows: tuple[str, str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(
        [(who, pd.Timestamp(day), int(Decimal(amount) * MONEY_SCALE), code, "") for who, day, amount, code in rows],
        columns=["customer_id", "day", "amount", "currency", "item"],
    )


SILENT = Customer(place=Place("c.xlsx"), customer_id=CustomerId("7"), name="Rosa Holm")
ORDERS = sold(
    ("7", "2026-03-09", "10", "USD"), ("7", "2026-01-02", "5.25", "USD"), ("7", "2026-05-01", "-3", "USD"),
    ("7", "2026-04-01", "99", "EUR"), ("8", "2026-04-01", "1", "CHF"), ("8", "2026-04-01", "2", "EUR"),
    ("9", "2026-04-01", "2", "CHF"), ("9", "2026-04-01", "2", "EUR"), ("6", "2026-04-01", "-2", "USD"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("number", "first", "last", "count", "total"),
    [
        ("7", "2026-01-02", "2026-04-01", 3, "12.25 USD"),
        ("8", "2026-04-01", "2026-04-01", 2, "2.00 EUR"),
        ("9", "2026-04-01", "2026-04-01", 2, "2.00 EUR"),
        ("6", "None", "None", None, "None "),
        ("5", "None", "None", None, "None "),
    ],
)
def test_what_the_orders_tell_of_a_customer(number: str, first: str, last: str, count: int | None, total: str) -> None:
    (found,) = with_orders([replace(SILENT, customer_id=CustomerId(number))], ORDERS, "USD")
    assert (str(found.first_purchase), str(found.last_purchase), found.orders) == (first, last, count)
    assert f"{found.total_spent} {found.currency}" == total


def test_what_the_row_says_itself_stays() -> None:
    told = replace(
        SILENT, first_purchase=date(2020, 1, 1), last_purchase=date(2021, 1, 1), orders=0, total_spent=Decimal(0),
        currency="GBP",
    )  # fmt: skip
    assert with_orders([told], ORDERS, "USD") == [told]
    (since,) = with_orders([replace(SILENT, since_year=2019)], ORDERS, "USD")
    assert (since.first_purchase, str(since.last_purchase)) == (None, "2026-04-01")
