"""Further sheets: what a second table, a list of the gone or a sheet of sums says about the customers of the first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

from notes.customers import Customer, CustomerId
from notes.holds import Hold
from notes.language.headers import header_of
from notes.language.lexicon import Kind
from notes.language.remarks import read
from notes.language.texts import cleaned
from notes.language.vocabulary import words
from notes.problems import BadValue, Place
from notes.reading.destinations import is_strangers
from notes.reading.files.sheets import Row, Sheet
from notes.reading.joining import Directory
from notes.reading.people import rows_as_customers
from notes.reading.tables.cells import Cells
from notes.reading.tables.columns import header_text
from notes.reading.tables.groups import is_subtotal
from notes.reading.tables.parts import Whose
from notes.reading.tables.recognition import recognise
from notes.reading.values.money import amount, writes_comma

FILLED = ("birthday", "anniversary", "graduation", "first_purchase", "last_purchase", "referred_by", "email", "phone")
MOST_GONE = 0.5  # of all customers; a sheet with more of them is an old copy of the list
HEADERS_WITHIN = 15  # rows


def with_table(customers: Sequence[Customer], cells: Cells) -> Sequence[Customer] | None:
    """The customers with what a second table has about most of them, once each; None where it is of others."""
    if Whose.ANIMAL in cells.table.columns.others.values() or len(cells) < 2:
        return None
    rows = rows_as_customers(cells)
    directory = Directory(customers)
    known = {one.customer_id: one for one in customers}
    found: dict[CustomerId, Customer] = {}
    for number, row in zip(cells.field("customer_id"), rows, strict=True):
        whose = directory.find(number, row.email, row.name)
        if whose and (not row.name or not is_strangers(row.name, [known[whose].name])):
            if whose in found:
                return None
            found[whose] = row
    if len(found) * 10 < 6 * len(rows):
        return None
    return [_filled(one, found[one.customer_id]) if one.customer_id in found else one for one in customers]


def with_dead(customers: Sequence[Customer], cells: Cells) -> Sequence[Customer] | None:
    """The customers, those held who stand on a list that says when each died; None where it is no such list.

    Whoever else stands there (“Last Post”) may be no customer of the other list any more.
    """
    dead = [column for column, header in enumerate(cells.table.columns.headers) if header_of(header).asks == _DEATH]
    if not dead or any(not cleaned(str(value or "")) for value in cells.values(dead[0])):
        return None
    directory = Directory(customers)
    holds = {}
    for row, (number, one) in enumerate(zip(cells.field("customer_id"), rows_as_customers(cells), strict=True)):
        if whose := directory.find(number, one.email, one.name):
            holds[whose] = Hold(Kind.DEATH, cells.place(row, dead[0]), cells.texts(dead[0])[row])
    return [
        replace(one, holds=(*one.holds, holds[one.customer_id])) if one.customer_id in holds else one
        for one in customers
    ]


_DEATH = Kind.DEATH.value


def _filled(customer: Customer, further: Customer) -> Customer:
    """A customer with what a row of another table adds; what is known of them already stays."""
    fills: dict[str, Any] = {
        name: value for name in FILLED if not getattr(customer, name) and (value := getattr(further, name))
    }
    if not customer.address.usable and further.address.usable:
        fills["address"] = further.address
    if customer.total_spent is None and further.total_spent is not None:
        fills |= {
            "total_spent": further.total_spent,
            "currency": further.currency,
            "orders": customer.orders or further.orders,
        }
    return replace(customer, **fills, holds=(*customer.holds, *further.holds))


def is_of_the_gone(sheet: str) -> bool:
    """Whether a sheet is of people to whom nothing is sent, by its name."""
    if is_a_copy(sheet):
        return False
    return words("standings", "sheets_of_the_gone").stand_in(sheet) or _why_gone(sheet) is not None


def is_a_copy(sheet: str) -> bool:
    """Whether a sheet is what a list once was, by its name, and says nothing of today.

    >>> is_a_copy("OLD 2023 dont use"), is_a_copy("Old customers"), is_a_copy("Xmas 2026")
    (True, False, False)
    """
    return _COPY.search(sheet) is not None


_COPY = re.compile(
    r"\b(?:copy|kopie|copie|copia|backup|sicherung|bak|template|vorlage|modèle|plantilla|draft|do ?n[o'’]?t use|"
    r"not in use|nicht (?:benutzen|verwenden)|ne pas utiliser|no usar|superseded|"
    r"(?:old|alt|vieux|vieja?) ?(?:list|version|liste|lista|one)?[ _-]*(?:19|20)\d\d|(?:19|20)\d\d[ _-]*(?:old|alt))\b|"
    r"^old(?: list| version| sheet)?$", re.IGNORECASE,
)  # fmt: skip


def _why_gone(sheet: str) -> Kind | None:
    found = [
        one.kind for one in read(sheet).findings if one.kind in (Kind.DEATH, Kind.REFUSAL, Kind.MOVED, Kind.CLOSED)
    ]
    return found[0] if found else None


def with_gone(customers: Sequence[Customer], sheet: Sheet, file: str) -> Sequence[Customer]:
    """The customers, those held who stand on a sheet of the dead, or of people who want no mail."""
    kind = _why_gone(sheet.name or "") or Kind.CLOSED
    directory = Directory(customers)
    found: dict[CustomerId, Hold] = {}
    for row in sheet.rows:
        whose = next(filter(None, (directory.find(text, text, text) for text in _names_in(row))), None)
        if whose:
            quote = next(cleaned(str(value)) for value in row.values if value not in (None, ""))
            place = Place(file, sheet.name, row.number, sheet.name)
            found.setdefault(whose, Hold(kind, place, quote, sure=kind is not Kind.CLOSED))
    if len(found) > MOST_GONE * len(customers) and len(customers) > 2:
        return customers
    return [
        replace(one, holds=(*one.holds, found[one.customer_id])) if one.customer_id in found else one
        for one in customers
    ]


def _names_in(row: Row) -> Iterator[str]:
    """What may name somebody in a row: pairs of cells, and then each alone."""
    texts = [cleaned(str(value)) for value in row.values if value not in (None, "")]
    for one, two in pairwise(texts):
        yield from (f"{one} {two}", f"{two} {one}")
    yield from (text for text in texts if " " in text or any(map(str.isdigit, text)))


def with_sums(customers: Sequence[Customer], sheet: Sheet, currency: str) -> tuple[Sequence[Customer], int]:
    """The customers with the sums of a sheet, a pivot or a report, where their own tables have none; and how many."""
    sums = _sums_in(sheet, Directory(customers))
    found = []
    for one in customers:
        total, count = sums.get(one.customer_id, (None, None))
        if one.total_spent is None and total is not None:
            one = replace(one, total_spent=total, currency=currency, orders=count if one.orders is None else one.orders)  # noqa: PLW2901
        found.append(one)
    return found, len(sums)


_OF_A_PARENT = re.compile(r"^\W*totals?\s+(?:for|of|-)?\s*", re.IGNORECASE)  # “Total Yost Plumbing”, below its jobs
Sums = dict[CustomerId, tuple[Decimal, int | None]]


def _sums_in(sheet: Sheet, directory: Directory) -> Sums:
    for index, row in enumerate(sheet.rows[:HEADERS_WITHIN]):
        headers = [header_text(value) for value in row.values]
        below = sheet.rows[index + 1 :]
        values = [one.values for one in below]
        columns = recognise("customers", headers, rows=values).fields
        total = columns.get("total_spent", recognise("orders", headers, rows=values).fields.get("amount"))
        if total is None or len(below) < 2:
            continue
        for key in range(total):
            found = _sums_by(below, key, total, columns.get("orders"), directory)
            if found:
                return found
    return {}


def _sums_by(rows: Sequence[Row], key: int, total: int, count: int | None, directory: Directory) -> Sums:
    """The sums by the names or numbers in one column; nothing where most of them are nobody’s."""
    comma = writes_comma([row.values[total] for row in rows if total < len(row.values)])
    found: Sums = {}
    theirs = others = 0
    for row in rows:
        text = cleaned(str(row.values[key])) if key < len(row.values) and row.values[key] is not None else ""
        value = _number(row, total, comma)
        if is_subtotal(text):
            parent = directory.find("", "", _OF_A_PARENT.sub("", text))
            if parent and value is not None:
                found.setdefault(parent, (value, None))
            continue
        whose = directory.find(text, text, text) if text else None
        theirs, others = theirs + bool(whose), others + bool(text and not whose)
        if whose and value is not None:
            before, many = found.get(whose, (Decimal(0), None))
            more = _number(row, count, comma)
            found[whose] = (before + value, many if more is None else (many or 0) + int(more))
    return found if theirs > 1 and theirs >= others else {}


def _number(row: Row, column: int | None, comma: bool) -> Decimal | None:
    if column is None or column >= len(row.values):
        return None
    try:
        found = amount(row.values[column], comma)
    except BadValue:
        return None
    return found.value if found else None
