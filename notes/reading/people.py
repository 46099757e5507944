"""People: the rows of the customers’ table as customers, with their names, addresses and what may be sent to them."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from notes.customers import DETAILS, Address, Customer, CustomerId, Day
from notes.holds import Hold
from notes.language.lexicon import Kind
from notes.language.locales import month_number
from notes.language.remarks import read
from notes.language.texts import NOTHING, cleaned, short
from notes.language.vocabulary import words
from notes.problems import BadValue, Level, Place, Problem
from notes.reading import places
from notes.reading.emails import read_emails
from notes.reading.files.sheets import Value, letters
from notes.reading.gifts import read_gifts
from notes.reading.grown_pupils import with_grown_pupils
from notes.reading.naming import read_people
from notes.reading.noted import noted, with_their_place
from notes.reading.pairs import with_seconds
from notes.reading.persons import Persons
from notes.reading.records import records
from notes.reading.referrals import read_referrers
from notes.reading.signals import read_holds
from notes.reading.tables.cells import Cells
from notes.reading.tables.date_columns import read_dates, read_months, read_years
from notes.reading.tables.money_columns import read_sums
from notes.reading.tables.parts import Whose, is_of_parents
from notes.reading.tables.told_days import without_told
from notes.reading.values.couples import is_of_initials
from notes.reading.values.dates import Use
from notes.reading.values.name_casing import cased
from notes.reading.values.name_remarks import is_of_an_estate, is_set_aside

_DATES = {
    "birthday": Use.BIRTHDAY,
    "birthday_besides": Use.BIRTHDAY,
    "first_purchase": Use.PAST,
    "last_purchase": Use.PAST,
    "anniversary": Use.ANY,
    "graduation": Use.ANY,
}
_PLAIN = ("phone", "household", "language", "looked_after_by", "ok_to_write")
# The columns of which a note can say that it is from there.
_TOLD_FROM = (*DETAILS, "gift", "notes", "birthday", "anniversary", "first_purchase", "referred_by")


def read_customers(cells: Cells) -> list[Customer]:
    """The customers of a table, a row each; those whom no card can reach are reported."""
    rows = with_grown_pupils(cells, rows_as_customers(cells), rows_as_customers)
    customers = [*_somebody(cells, with_seconds(cells, rows))]
    tell_lacks(cells, customers)
    return customers


def _somebody(cells: Cells, customers: Sequence[Customer]) -> Sequence[Customer]:
    """The customers without the rows that say that there is nobody: a room that is vacant, a sale without a name."""
    nobody = words("names", "nobody")
    if not nobody.any_of([one.name for one in customers]):
        return customers
    those = [one for one in customers if one.name in nobody]
    rows = ", ".join(str(one.place.row) for one in those[:8]) + (" …" if len(those) > 8 else "")
    cells.tell(f"left out, since nobody is named there: row {rows}.", "If one of them is somebody, write the name.")
    return [one for one in customers if one.name not in nobody]


def rows_as_customers(cells: Cells) -> list[Customer]:
    """Every row of a table as a customer."""
    people, addresses = _who_and_where(cells)
    wholes = people.names["name"]
    days = read_dates(without_told(cells, "anniversary"), _DATES)
    totals, currencies = read_sums(cells, "total_spent")
    emails = read_emails(cells)
    notes, noted_in = noted(cells)
    return records(
        Customer,
        len(cells),
        place=cells.places(),
        customer_id=_ids(cells.field("customer_id"), wholes, addresses, emails),
        address=addresses,
        email=emails,
        birthday=_own_birthdays(cells, _birthdays(cells, _either(days))),
        birthday_month=_birthday_months(cells),
        first_purchase=_dates(days["first_purchase"]),
        since_year=read_years(cells, "first_purchase"),
        last_purchase=_dates(days["last_purchase"]),
        anniversary=days["anniversary"],
        graduation=days["graduation"],
        total_spent=totals,
        currency=currencies,
        orders=_counts(cells),
        holds=_with_set_aside(cells, read_holds(cells, wholes), people.marks),
        details=_details(cells),
        gift=read_gifts(cells),
        notes=notes,
        columns=with_their_place(cells, _columns(cells), noted_in),
        referred_by=read_referrers(cells),
        **people.names,
        **{name: cells.field(name) for name in _PLAIN if name in cells},
    )


def _who_and_where(cells: Cells) -> tuple[Persons, Sequence[Address]]:
    """What each row’s person is called, and the address."""
    people = read_people(cells)
    addresses = _with_care_of(places.read_addresses(cells, people.of_row), people.care_of)
    _tell_marks(cells, people.marks)
    return people.ungreeted(
        [bool(mark and (is_of_an_estate(mark) or read(mark).findings)) for mark in people.marks]
    ), addresses


def _tell_marks(cells: Cells, marks: Sequence[str]) -> None:
    """What stands behind a name and means nothing is told, for it is not written."""
    if not any(marks):
        return
    column = next((cells.column(name) for name in ("display_name", "name", "last_name") if name in cells), None)
    for row, mark in enumerate(marks):
        if mark and not is_of_an_estate(mark) and not read(mark).findings:
            message = f"“{mark}” beside the name is taken for a remark: it is not written on the envelope."
            cells.tell(message, "If it belongs to the name, write it without brackets.", Level.NOTICE, row, column)


def _with_set_aside(
    cells: Cells, holds: Sequence[tuple[Hold, ...]], marks: Sequence[str]
) -> Sequence[tuple[Hold, ...]]:
    """The holds, with one for each name that is marked so that it comes last in the list, or as that of an estate."""
    if not any(marks):
        return holds
    column = next((cells.column(name) for name in _NAMED_IN if name in cells), None)
    found = list(holds)
    for row, mark in enumerate(marks):
        if is_set_aside(mark):
            found[row] = (*found[row], Hold(Kind.CLOSED, cells.place(row, column), mark, sure=False))
        elif is_of_an_estate(mark) and not found[row]:
            found[row] = (Hold(Kind.DEATH, cells.place(row, column), mark),)
    return found


_NAMED_IN = ("name", "display_name", "last_name", "first_name")


def _with_care_of(addresses: Sequence[Address], care_of: Sequence[str]) -> Sequence[Address]:
    """The addresses, with the line above the street that stood beside the name."""
    if not any(care_of):
        return addresses
    return [
        replace(one, lines=(above, *one.lines)) if above and one.lines else one
        for one, above in zip(addresses, care_of, strict=True)
    ]


def _dates(days: Sequence[Day | None]) -> list[date | None]:
    """The days of which the year is known; a column has each different one once."""
    different = dict(zip(map(id, days), days, strict=True))
    known = {key: _date(day) for key, day in different.items()}
    return list(map(known.__getitem__, map(id, days)))


def _date(day: Day | None) -> date | None:
    return date(day.year, day.month, day.day) if day and day.year else None


def _birthdays(cells: Cells, whole: Sequence[Day | None]) -> Sequence[Day | None]:
    """The birthdays, from three columns where day, month and year stand apart; a lone day is nothing."""
    if "birth_day" not in cells or "birth_month" not in cells:
        return whole
    parts = zip(*(cells.field(name) for name in ("birth_day", "birth_month", "birth_year")), strict=True)
    return [one or _day_of(given, cells.today.year) for one, given in zip(whole, parts, strict=True)]


def _birthday_months(cells: Cells) -> Sequence[int | None]:
    """The months of birthdays, from a column of their own where no column has days."""
    if "birth_month" not in cells or "birthday" in cells:
        return read_months(cells, "birthday")
    return [_month(text) for text in cells.field("birth_month")]


def _month(text: str) -> int | None:
    return int(text) if text.isdigit() and 1 <= int(text) <= 12 else month_number(text)


def _either(days: Mapping[str, Sequence[Day | None]]) -> Sequence[Day | None]:
    besides = days["birthday_besides"]
    return [one or other for one, other in zip(days["birthday"], besides, strict=True)]


def _own_birthdays(cells: Cells, birthdays: Sequence[Day | None]) -> Sequence[Day | None]:
    """The birthdays; none where a list names children or animals, and nearly all days are those of children."""
    years = [cells.today.year - day.year for day in birthdays if day and day.year]
    columns = cells.table.columns
    named = [
        column
        for name in ("name", "first_name", "last_name", "display_name")
        if (column := cells.column(name)) is not None
    ]
    names_others = (
        not {"child", "pet"}.isdisjoint(columns.fields)
        or not {Whose.CHILD, Whose.ANIMAL}.isdisjoint(columns.others.values())
        or any(column in columns.guessed or is_of_parents(columns.header(column)) for column in named)
    )
    if not names_others or sum(age < GROWN for age in years) * 10 < 8 * len(years) or not years:
        return birthdays
    header = columns.header(cells.column("birthday") or 0)
    message = f"the days under “{header}” are taken for the children’s, and not used."
    cells.tell(
        message,
        "If they are the customers’ own, call the column “Customer birthday”.",
        Level.WARNING,
        0,
        cells.column("birthday"),
    )
    return [None] * len(birthdays)


GROWN = 18


def _day_of(parts: tuple[str, str, str], this_year: int) -> Day | None:
    day, month, year = parts
    number = int(month) if month.isdecimal() else month_number(month)
    if not (day.isdecimal() and number and 1 <= number <= 12 and 1 <= int(day) <= monthrange(2000, number)[1]):
        return None
    known = int(year) if year.isdecimal() and 1890 < int(year) <= this_year else None
    return Day(number, int(day), known)


def _counts(cells: Cells) -> list[int | None]:
    column = cells.column("orders")
    return [None] * len(cells) if column is None else cells.read(column, _count, None)


def _count(value: Value) -> int | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return int(value) if 0 <= value < 10**9 else None
    text = cleaned(str(value)).replace(",", "") if value is not None else ""
    if not text or text in ("-", "–"):
        return None
    try:
        return int(float(text))
    except (ValueError, OverflowError):
        raise BadValue(f"“{short(text)}” is not a number of orders.", "Write it like 12.", Level.WARNING) from None


def _details(cells: Cells) -> list[Mapping[str, str]]:
    columns = {name: cells.field(name) for name in DETAILS if name in cells}
    if not columns:
        return [{}] * len(cells)
    for name, texts in columns.items():
        as_typed = cased if _is_small(name, texts) else str
        known = {text: as_typed(_unless_nothing(name, text)) for text in set(texts)}
        columns[name] = [known[text] for text in texts]
    return [{name: texts[row] for name, texts in columns.items() if texts[row]} for row in range(len(cells))]


def _is_small(detail: str, texts: Sequence[str]) -> bool:
    """Whether an office types every name of a column in small letters, which then tell nothing."""
    filled = [text for text in texts if any(map(str.isalpha, text))]
    return detail in _NAMED and len(filled) > 2 and all(map(str.islower, filled))


def _columns(cells: Cells) -> Mapping[str, tuple[str, str]]:
    """The header and the letters of the columns that a note can be from."""
    known = {name: cells.column(name) for name in _TOLD_FROM}
    return {
        name: (cells.table.columns.header(column), letters(column))
        for name, column in known.items()
        if column is not None
    }


def _unless_nothing(detail: str, text: str) -> str:
    """A detail, or "" for the words that people write where there is none; “2” is no child’s name."""
    is_number = detail in _NAMED and text.isdigit()
    return "" if is_number or text.casefold() in NOTHING or text in words("answers", "no_such") else text


_NAMED = ("child", "pet", "partner")


def _ids(
    given: Sequence[str], wholes: Sequence[str], addresses: Sequence[Address], emails: Sequence[str]
) -> list[CustomerId]:
    """The ids in the file; where it has none, the e-mail address, or else the name and place, which survive sorting."""
    if all(given) and len({*given}) == len(given):
        return cast("list[CustomerId]", [*given])
    taken: dict[str, int] = {}
    ids: list[CustomerId] = []
    for row, name in enumerate(wholes):
        made = given[row] or emails[row].casefold()
        if not made:
            made = ", ".join(filter(None, [name, addresses[row].postal_code])) or "nobody"
        taken[made] = taken.get(made, 0) + 1
        ids.append(CustomerId(made if taken[made] == 1 else f"{made} ({taken[made]})"))
    return ids


def tell_lacks(cells: Cells, customers: Sequence[Customer]) -> None:
    """Report whom no card can reach: nobody to greet, or no address; once, if the whole file has none."""
    anyone = any(customer.address.lines for customer in customers)
    if customers and not anyone:
        cells.tell(
            "the file has no postal addresses, so it gives no envelopes or labels.",
            "Add columns for street, city and postal code, or export the list with the addresses.",
        )
    for customer in customers:
        if customer.name and customer.dear and customer.address.usable:
            continue
        if not customer.name:
            message, remedy = "this row has no name, so there is nothing to write after “Dear”.", "Add a name."
        elif not customer.dear and not customer.company and is_of_initials(customer.name):
            message = f"“{customer.name}” is no name to greet anybody by."
            remedy = "Write the first name, or what should follow “Dear” in a column “Dear”."
        elif anyone and not customer.address.usable and customer.mail_ok:
            who = customer.name if customer.company in ("", customer.name) else f"{customer.name} ({customer.company})"
            lacks = "town or postal code" if customer.address.lines else "address"
            message, remedy = f"{who} has no {lacks}, so no envelope can be printed.", "Add the address."
            cells.problems.append(Problem(_of_the_address(cells, customer), message, remedy, Level.WARNING))
            continue
        else:
            continue
        cells.problems.append(Problem(customer.place, message, remedy, Level.WARNING))
    _tell_short_addresses(cells, customers)


def _of_the_address(cells: Cells, customer: Customer) -> Place:
    """The cell in which the address begins, where there is something in it; else the row."""
    place = customer.place
    groups = cells.table.columns.addresses.values()
    columns = [group[part] for group in groups for part in ("whole", "street", "po_box") if part in group]
    if not customer.address.lines or len(columns) != 1 or place.cell or place.row is None:
        return place
    header = cells.table.columns.header(columns[0])
    return replace(place, column=header, cell=f"{letters(columns[0])}{place.row}")


def _tell_short_addresses(cells: Cells, customers: Sequence[Customer]) -> None:
    """Report addresses in the United States without a state or ZIP code; once, if the whole file has none."""
    home = cells.settings.business.country

    def is_ours(one: Customer) -> bool:
        return one.address.usable and (one.address.country or home) == "US" and one.mail_ok

    lacks = {"state": [one for one in customers if not one.address.region and is_ours(one)]}
    lacks["ZIP code"] = [one for one in customers if not one.address.postal_code and is_ours(one)]
    for what, without in lacks.items():
        if len(without) > 1 and len(without) == sum(map(is_ours, customers)):
            cells.tell(f"no address has a {what}, so the mail may not arrive.", f"Add a column for the {what}.")
            continue
        for customer in without:
            message = f"the address of {customer.name} has no {what}, so the mail may not arrive."
            cells.problems.append(Problem(customer.place, message, f"Add the {what}.", Level.WARNING))
