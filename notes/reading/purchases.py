"""The Orders sheet: a table of the orders that count, whose they are, and what was left out and why."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from notes.customers import MONEY_SCALE, Customer
from notes.reading.calendar_columns import read_dates
from notes.reading.cells import Cells
from notes.reading.dates import Use
from notes.reading.joining import Directory
from notes.reading.sums import read_sums
from notes.reading.texts import cleaned
from notes.reading.words import yes_or_no

if TYPE_CHECKING:
    import pandas as pd

# What a status column says of an order that did not become, or did not stay, a purchase.
_NOT_COUNTED = (
    "cancel", "void", "refunded", "draft", "quote", "estimate", "declined", "failed", "no show", "no-show", "noshow", "storn",
    "expired", "abandoned", "returned", "deleted", "annul", "gutschrift", "rejected", "written off",
)  # fmt: skip
_PARTLY = ("partially refunded", "partly refunded", "partial refund", "partially_refunded")
COLUMNS = ("customer_id", "day", "amount", "currency", "item")


def read_orders(cells: Cells, customers: Sequence[Customer]) -> "tuple[pd.DataFrame, list[str]]":
    """The orders that count, and sentences that say what was counted and what was not."""
    import pandas as pd

    whose = Directory(customers).of_table(cells, "order")
    days = read_dates(cells, {"day": Use.PAST})["day"]
    amounts, currencies = read_sums(cells, "amount")
    refunds, _ = read_sums(cells, "refunded")
    items = cells.field("item")
    standing = _not_counted(cells)
    left_out: Counter[str] = Counter()
    rows = []
    for row, customer_id in enumerate(whose):
        why = standing[row] or _lack(customer_id, days[row], amounts[row])
        if why:
            left_out[why] += 1
            continue
        day, value = days[row], amounts[row]
        assert day is not None and value is not None  # noqa: S101 - for the type checker
        paid = value - abs(refunds[row] or Decimal(0))
        rows.append((customer_id, date(day.year or 1, day.month, day.day), _scaled(paid), currencies[row], items[row]))
    orders = pd.DataFrame(rows, columns=list(COLUMNS))
    orders["day"] = pd.to_datetime(orders["day"])
    orders["amount"] = orders["amount"].astype("int64")
    return orders, _remarks(cells, len(rows), left_out)


def _lack(customer_id: str | None, day: object, value: object) -> str:
    if customer_id is None:
        return "without a known customer"
    if day is None:
        return "without a date"
    return "without an amount" if value is None else ""


def _scaled(value: Decimal) -> int:
    return int((value * MONEY_SCALE).to_integral_value())


def _not_counted(cells: Cells) -> list[str]:
    """Why each order does not count, "" where it does."""
    found = [""] * len(cells)
    for row, text in enumerate(cells.field("status")):
        words = text.casefold()
        if words and any(one in words for one in _NOT_COUNTED) and not any(one in words for one in _PARTLY):
            found[row] = f"“{text}”"
    for row, value in enumerate(cells.values(cells.column("cancelled"))):
        if not found[row] and value is not None and cleaned(str(value)) and yes_or_no(value) is not False:
            found[row] = "cancelled"
    return found


def _remarks(cells: Cells, counted: int, left_out: Counter[str]) -> list[str]:
    name = cells.table.sheet.name or "the file"
    remarks = [f"{counted:,} orders of “{name}” are counted."]
    remarks += [f"{number:,} not counted: {why}." for why, number in sorted(left_out.items())]
    return remarks


def with_orders(customers: Sequence[Customer], orders: "pd.DataFrame", currency: str) -> list[Customer]:
    """The customers with what their orders tell, where the customers’ own sheet does not."""
    by_customer = orders[orders["amount"] > 0].groupby("customer_id")["day"].agg(["min", "max", "count"])
    sums = orders.groupby(["customer_id", "currency"])["amount"].sum()
    totals: dict[str, dict[str, int]] = {}
    for (customer_id, code), scaled in sums.items():  # type: ignore[misc] # pandas does not know its own index
        totals.setdefault(customer_id, {})[code] = int(scaled)
    return [
        _with(one, by_customer.loc[one.customer_id] if one.customer_id in by_customer.index else None, totals, currency)
        for one in customers
    ]


def _with(customer: Customer, facts: "pd.Series | None", totals: dict[str, dict[str, int]], currency: str) -> Customer:
    if facts is None:
        return customer
    total, code = customer.total_spent, customer.currency
    if total is None and (sums := totals.get(customer.customer_id)):
        code = currency if currency in sums else max(sums, key=lambda one: (sums[one], one))
        total = Decimal(sums[code]) / MONEY_SCALE
    return replace(
        customer,
        first_purchase=customer.first_purchase or facts["min"].date(),
        last_purchase=customer.last_purchase or facts["max"].date(),
        orders=customer.orders if customer.orders is not None else int(facts["count"]),
        total_spent=total.quantize(Decimal("0.01")) if total is not None and customer.total_spent is None else total,
        currency=code,
    )
