"""Pairs: the second person of a row, greeted with the first, or a customer of their own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from notes.customers import Customer, CustomerId, Day
from notes.language.folding import squashed
from notes.reading.tables.cells import Cells
from notes.reading.tables.date_columns import read_dates
from notes.reading.tables.parts import Whose, words_of_header
from notes.reading.values import person_names
from notes.reading.values.dates import Use
from notes.reading.values.name_remarks import is_grave

_FIELDS = ("second_first_name", "second_last_name", "second_name", "second_title")
_MARRIED = frozenset(
    ["spouse", "husband", "wife", "partner", "conjoint", "ehepartner", "ehefrau", "ehemann", "secondary"]
)


def with_seconds(cells: Cells, customers: Sequence[Customer]) -> list[Customer]:
    """The customers with the second people of their rows.

    A spouse of a customer who has a name of their own is kept as their partner. Two people of equal standing (two
    parents, two owners) are greeted together; where a birthday is known of one, each is a customer, of one household.
    """
    if not any(name in cells for name in _FIELDS[:3]):
        return list(customers)
    texts = {name: cells.field(name) for name in _FIELDS}
    born = read_dates(cells, {"second_birthday": Use.BIRTHDAY})["second_birthday"]
    are_spouses = _are_spouses(cells)
    apart = _live_apart(cells, customers)
    found: list[Customer] = []
    for row, customer in enumerate(customers):
        given = {name: _unless_gone(values[row]) for name, values in texts.items()}
        is_two = any(given.values()) and row not in apart
        found += _people_of(customer, given, born[row], are_spouses) if is_two else [customer]
    return found


def _live_apart(cells: Cells, customers: Sequence[Customer]) -> frozenset[int]:
    """The rows of which the second person has an address of their own, elsewhere: “Father Address”."""
    theirs = [
        column
        for column, whose in cells.table.columns.others.items()
        if whose is Whose.SECOND
        and words_of_header(cells.table.columns.header(column))[-1:] in (("address",), ("street",))
    ]
    if not theirs:
        return frozenset()
    streets = (squashed(text) for text in cells.texts(theirs[0]))
    ours = (squashed(" ".join(customer.address.lines)) for customer in customers)
    return frozenset(
        row for row, (one, our) in enumerate(zip(streets, ours, strict=True)) if one and our and one not in our
    )


def _unless_gone(text: str) -> str:
    """A second name, "" where it is marked as that of somebody who has died or is not to be written to."""
    mark = person_names.parsed(text).mark if text and not text.isalpha() else ""
    return "" if mark and is_grave(mark) else text


def _are_spouses(cells: Cells) -> bool:
    columns = [column for name in _FIELDS[:3] if (column := cells.column(name)) is not None]
    words = {word for column in columns for word in words_of_header(cells.table.columns.header(column))}
    return not words.isdisjoint(_MARRIED) and words.isdisjoint(_COUNTED) and not _share_a_last_name(cells)


_COUNTED = frozenset(["2", "b"])  # “Partner 2” stands beside a “Partner 1”


def _share_a_last_name(cells: Cells) -> bool:
    """Whether the first names of two stand before the one last name of both."""
    first, second, last = (cells.column(name) for name in ("first_name", "second_first_name", "last_name"))
    known = first is not None and second is not None and last is not None and "second_last_name" not in cells
    return known and first < second < last  # type: ignore[operator]


def _people_of(customer: Customer, given: Mapping[str, str], born: Day | None, is_spouse: bool) -> Iterator[Customer]:
    other = _named(given, customer)
    if other is None:
        yield customer
    elif not customer.first_name and (not customer.name or customer.name == customer.last_name):
        yield replace(_as(customer, other), birthday=born or customer.birthday)
    elif (customer.birthday or born) and not is_spouse:
        household = customer.household or customer.customer_id
        yield replace(customer, household=household, details=_partner(customer, other))
        yield replace(
            _as(customer, other),
            customer_id=CustomerId(f"{customer.customer_id} (2)"),
            birthday=born, household=household, details={}, total_spent=None, orders=None, currency="", email="",
            referred_by="", notes="", company="",
        )  # fmt: skip
    elif is_spouse or not customer.first_name:
        yield replace(customer, details=_partner(customer, other))
    else:
        yield _together(customer, other)


def _named(given: Mapping[str, str], customer: Customer) -> Customer | None:
    """The second person, with the last name of the first where they have none of their own."""
    first, last = given["second_first_name"], given["second_last_name"]
    if not first and not last and given["second_name"]:
        name = person_names.parsed(given["second_name"])
        if name.kind is person_names.Kind.FIRM:
            return None
        if name.kind is not person_names.Kind.PERSON and not name.last:
            first = given["second_name"]
        elif not name.last or not name.first:
            first = name.first or name.last or given["second_name"]
        else:
            first, last = name.first, name.last
    elif first and not last and " " in first and customer.last_name:
        name = person_names.parsed(first)
        first, last = (name.first, name.last) if name.first and name.last else (first, "")
    if not first:
        return None
    name = person_names.from_columns(first, last or customer.last_name, given["second_title"])
    return replace(
        customer, name=name.whole, first_name=name.first, last_name=name.last, title=name.title, suffix="",
        dear=name.dear, envelope=name.envelope,
    )  # fmt: skip


def _as(customer: Customer, other: Customer) -> Customer:
    return replace(
        customer, name=other.name, first_name=other.first_name, last_name=other.last_name, title=other.title,
        suffix="", dear=other.dear, envelope=other.envelope,
    )  # fmt: skip


def _partner(customer: Customer, other: Customer) -> Mapping[str, str]:
    return {"partner": other.first_name, **customer.details} if other.first_name else customer.details


def _greets(customer: Customer, other: Customer) -> bool:
    """Whether a greeting that the office wrote has the other of two already: “Ellis and Joy”."""
    spoken = {squashed(one) for one in customer.dear.split()}
    return len(spoken) > 1 and squashed(other.first_name) in spoken


def _together(customer: Customer, other: Customer) -> Customer:
    """Both in one greeting and on one envelope; the whole names where one of them is known by an initial."""
    if not customer.dear or not other.dear or customer.name == other.name:
        return customer
    same = customer.last_name == other.last_name
    envelope = (
        f"{customer.first_name} and {other.first_name} {other.last_name}".strip()
        if same
        else f"{customer.name} and {other.name}"
    )
    return replace(
        customer,
        name=envelope,
        first_name=f"{customer.first_name} and {other.first_name}",
        last_name=customer.last_name if same else "",
        title="",
        dear=customer.dear if _greets(customer, other) else f"{customer.dear} and {other.dear}",
        envelope=envelope,
    )
