"""The Orders sheet: a table of the orders that count, whose they are, and what was left out and why."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from notes.customers import MONEY_SCALE, Customer, CustomerId
from notes.language.texts import cleaned
from notes.language.vocabulary import words
from notes.reading.joining import Directory
from notes.reading.tables.cells import Cells
from notes.reading.tables.date_columns import read_dates
from notes.reading.tables.money_columns import read_sums
from notes.reading.tables.parts import words_of_header
from notes.reading.values.answers import yes_or_no
from notes.reading.values.dates import Use

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("customer_id", "day", "amount", "currency", "item")


def read_orders(cells: Cells, customers: Sequence[Customer]) -> "tuple[pd.DataFrame, list[str]]":
    """The orders that count, and sentences that say what was counted and what was not."""
    import pandas as pd

    whose = Directory(customers).of_table(cells, "order")
    days = read_dates(cells, {"day": Use.PAST})["day"]
    amounts, currencies = read_sums(cells, "amount")
    refunds, _ = read_sums(cells, "refunded")
    adjusted, _ = read_sums(cells, "adjusted")
    amounts = [two if one is not None and two is not None else one for one, two in zip(amounts, adjusted, strict=True)]
    items = cells.field("item")
    standing = _not_counted(cells)
    numbers = cells.field("order_id")
    left_out: Counter[str] = Counter()
    rows: list[tuple[CustomerId, date, int, str, str]] = []
    lines: dict[tuple[str, str], int] = {}
    repeats = _repeats_the_total(cells, numbers, amounts)
    for row, customer_id in enumerate(whose):
        why = standing[row] or _lack(customer_id, days[row], amounts[row]) or (adjusted[row] == 0 and "paid back") or ""
        if why:
            left_out[why] += 1
            continue
        day, value = days[row], amounts[row]
        assert customer_id is not None and day is not None and value is not None  # noqa: S101 - for the type checker
        paid = value - abs(refunds[row] or Decimal(0))
        order = (customer_id, date(day.year or 1, day.month, day.day), _scaled(paid), currencies[row], items[row])
        key = (customer_id, numbers[row])
        if not numbers[row] or key not in lines:
            lines[key] = len(rows)
            rows.append(order)
        elif not repeats:
            first = rows[lines[key]]
            rows[lines[key]] = (*first[:2], first[2] + order[2], *first[3:])
    orders = pd.DataFrame(rows, columns=list(COLUMNS))
    orders["day"] = pd.to_datetime(orders["day"])
    orders["amount"] = orders["amount"].astype("int64")
    return orders, _remarks(cells, len(rows), left_out)


def _repeats_the_total(cells: Cells, numbers: Sequence[str], amounts: Sequence[Decimal | None]) -> bool:
    """Whether the lines of an order each repeat its total, and do not have a part of it."""
    column = cells.column("amount")
    if column is None or "total" not in words_of_header(cells.table.columns.header(column)):
        return False
    found: dict[str, set[Decimal | None]] = {}
    for number, value in zip(numbers, amounts, strict=True):
        found.setdefault(number, set()).add(value)
    counts = Counter(numbers)
    several = [number for number in found if number and counts[number] > 1]
    return bool(several) and all(len(found[number]) == 1 for number in several)


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
    not_counted, all_the_same = words("standings", "not_counted"), words("standings", "counted_all_the_same")
    statuses = cells.field("status")
    left_out = {text for text in set(statuses) if not_counted.within(text) and not all_the_same.within(text)}
    found = [f"marked “{text}”" if text in left_out else "" for text in statuses]
    for row in _payments(cells):
        found[row] = found[row] or "payments for what was invoiced"
    for row, value in enumerate(cells.values(cells.column("cancelled"))):
        if not found[row] and value is not None and cleaned(str(value)) and yes_or_no(value) is not False:
            found[row] = "cancelled"
    return found


def _payments(cells: Cells) -> Sequence[int]:
    """The lines of a ledger that only say that an invoice was paid."""
    payments, invoices = words("standings", "payments"), words("standings", "invoices")
    for column, header in enumerate(cells.table.columns.headers):
        if "type" not in words_of_header(header):
            continue
        texts = replace(cells, problems=[]).texts(column)
        if any(text in invoices for text in set(texts)):
            return [row for row, text in enumerate(texts) if text in payments]
    return ()


def _remarks(cells: Cells, counted: int, left_out: Counter[str]) -> list[str]:
    name = cells.table.sheet.name or "the file"
    remarks = [f"{counted:,} orders from “{name}” are counted."]
    remarks += [f"{number:,} not counted: {why}." for why, number in sorted(left_out.items())]
    return remarks


@dataclass(frozen=True, slots=True)
class Record:
    """What the orders say about one customer."""

    first: date
    last: date
    count: int
    total: Decimal
    currency: str


def with_orders(customers: Sequence[Customer], orders: "pd.DataFrame", currency: str) -> list[Customer]:
    """The customers with what their orders say, where the customers’ own sheet does not."""
    records = _records(orders, currency)
    return [_with(one, record) if (record := records.get(one.customer_id)) else one for one in customers]


def _records(orders: "pd.DataFrame", home: str) -> dict[str, Record]:
    """By customer: the first and last day, how many, and the total in the home currency, or else the largest."""
    paid = orders[orders["amount"] > 0].groupby("customer_id")["day"].agg(["min", "max", "count"])
    sums: dict[str, dict[str, int]] = {}
    grouped = orders.groupby(["customer_id", "currency"], as_index=False)["amount"].sum()
    for customer_id, code, scaled in zip(*(grouped[name] for name in grouped.columns), strict=True):
        sums.setdefault(str(customer_id), {})[str(code)] = int(scaled)
    found: dict[str, Record] = {}
    for customer_id, first, last, count in paid.itertuples():
        own = sums[customer_id]
        code = home if home in own else max(own, key=lambda one: (own[one], one))
        total = (Decimal(own[code]) / MONEY_SCALE).quantize(Decimal("0.01"))
        found[customer_id] = Record(first.date(), last.date(), int(count), total, code)
    return found


def _with(customer: Customer, record: Record) -> Customer:
    counted = customer.total_spent is None
    return replace(
        customer,
        first_purchase=customer.first_purchase or (None if customer.since_year else record.first),
        last_purchase=customer.last_purchase or record.last,
        orders=record.count if customer.orders is None else customer.orders,
        total_spent=record.total if counted else customer.total_spent,
        currency=record.currency if counted else customer.currency,
    )
