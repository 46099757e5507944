"""People: the rows of the customers’ table as customers, with their names, addresses and what may be sent to them."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from notes.customers import DETAILS, Address, Customer, CustomerId, Day
from notes.language.folding import squashed
from notes.language.locales import month_number
from notes.language.remarks import read
from notes.language.texts import NOTHING, cleaned, short
from notes.language.vocabulary import words
from notes.problems import BadValue, Level, Problem
from notes.reading import places
from notes.reading.emails import read_emails
from notes.reading.files.sheets import Value, letters
from notes.reading.pairs import with_seconds
from notes.reading.referrals import read_referrers
from notes.reading.signals import read_holds
from notes.reading.tables.cells import Cells
from notes.reading.tables.date_columns import read_dates, read_years
from notes.reading.tables.money_columns import read_sums
from notes.reading.tables.parts import words_of_header
from notes.reading.tables.records import records
from notes.reading.values import person_names
from notes.reading.values.couples import is_of_initials
from notes.reading.values.dates import Use
from notes.reading.values.greetings import greetings
from notes.reading.values.name_order import surname_first
from notes.reading.values.person_names import Kind, Name

_DATES = {
    "birthday": Use.BIRTHDAY,
    "first_purchase": Use.PAST,
    "last_purchase": Use.PAST,
    "anniversary": Use.ANY,
    "graduation": Use.ANY,
}
_PLAIN = ("phone", "household", "language", "looked_after_by", "ok_to_write")
# The columns of which a note can say that it is from there.
_TOLD_FROM = (*DETAILS, "notes", "birthday", "anniversary", "first_purchase", "referred_by")


class Person(NamedTuple):
    """Who a row is about: the name in its parts, the firm, and what a column says of “Dear” and the envelope."""

    name: Name
    company: str = ""


def read_customers(cells: Cells) -> list[Customer]:
    """The customers of a table, a row each; those whom no card can reach are reported."""
    customers = [*_somebody(cells, with_seconds(cells, rows_as_customers(cells)))]
    tell_lacks(cells, customers)
    return customers


def _somebody(cells: Cells, customers: Sequence[Customer]) -> Sequence[Customer]:
    """The customers without the rows that say that there is nobody: a room that is vacant, a sale without a name."""
    nobody = words("names", "nobody")
    if not any(one.name in nobody for one in customers):
        return customers
    those = [one for one in customers if one.name in nobody]
    rows = ", ".join(str(one.place.row) for one in those[:8]) + (" …" if len(those) > 8 else "")
    cells.tell(f"left out, since nobody is named there: row {rows}.", "", Level.NOTICE)
    return [one for one in customers if one.name not in nobody]


def rows_as_customers(cells: Cells) -> list[Customer]:
    """Every row of a table as a customer."""
    people = _people(cells)
    addresses = _with_care_of(places.read_addresses(cells, list(map(_names_of, people))), people)
    _tell_marks(cells, [person.name.mark for person in people])
    gone = [bool(person.name.mark and read(person.name.mark).findings) for person in people]
    days = read_dates(cells, _DATES)
    totals, currencies = read_sums(cells, "total_spent")
    emails = read_emails(cells)
    named = [person.name for person in people]
    wholes = [person.name.whole or person.company for person in people]
    return records(
        Customer,
        len(cells),
        place=cells.places(),
        customer_id=_ids(cells.field("customer_id"), wholes, addresses, emails),
        name=wholes,
        first_name=[name.first for name in named],
        last_name=[name.last for name in named],
        title=[name.title for name in named],
        suffix=[name.suffix for name in named],
        company=[person.company for person in people],
        dear=_unless([name.dear for name in named], gone),
        envelope=_unless([person.name.envelope or person.company for person in people], gone),
        address=addresses,
        email=emails,
        birthday=_birthdays(cells, days["birthday"]),
        first_purchase=map(_date, days["first_purchase"]),
        since_year=read_years(cells, "first_purchase"),
        last_purchase=map(_date, days["last_purchase"]),
        anniversary=days["anniversary"],
        graduation=days["graduation"],
        total_spent=totals,
        currency=currencies,
        orders=_counts(cells),
        holds=read_holds(cells, wholes),
        details=_details(cells),
        notes=cells.texts(cells.column("notes"), lines=True),
        columns=[_columns(cells)] * len(cells),
        referred_by=read_referrers(cells),
        **{name: cells.field(name) for name in _PLAIN if name in cells},
    )


def _names_of(person: Person) -> Sequence[str]:
    return [one for one in (person.name.whole, person.name.envelope, person.company) if one]


def _unless(texts: Sequence[str], gone: Sequence[bool]) -> list[str]:
    """Nobody greets whose name is marked as deleted, or as that of somebody who has died."""
    return ["" if is_gone else text for text, is_gone in zip(texts, gone, strict=True)]


def _tell_marks(cells: Cells, marks: Sequence[str]) -> None:
    """What stands behind a name and means nothing is told, for it is not written."""
    column = next((cells.column(name) for name in ("display_name", "name", "last_name") if name in cells), None)
    for row, mark in enumerate(marks):
        if mark and not read(mark).findings:
            message = f"“{mark}” beside the name is taken for a remark: it is not written on the envelope."
            cells.tell(message, "If it belongs to the name, write it without brackets.", Level.NOTICE, row, column)


def _with_care_of(addresses: Sequence[Address], people: Sequence[Person]) -> Sequence[Address]:
    """The addresses, with the line above the street that stood beside the name."""
    if not any(person.name.care_of for person in people):
        return addresses
    return [
        replace(one, lines=(person.name.care_of, *one.lines)) if person.name.care_of and one.lines else one
        for one, person in zip(addresses, people, strict=True)
    ]


def _date(day: Day | None) -> date | None:
    return date(day.year, day.month, day.day) if day and day.year else None


def _birthdays(cells: Cells, whole: Sequence[Day | None]) -> Sequence[Day | None]:
    """The birthdays, from three columns where day, month and year stand apart; a lone day is nothing."""
    if "birth_day" not in cells or "birth_month" not in cells:
        return whole
    parts = zip(*(cells.field(name) for name in ("birth_day", "birth_month", "birth_year")), strict=True)
    return [one or _day_of(given, cells.today.year) for one, given in zip(whole, parts, strict=True)]


def _day_of(parts: tuple[str, str, str], this_year: int) -> Day | None:
    day, month, year = parts
    number = int(month) if month.isdecimal() else month_number(month)
    if not (day.isdecimal() and number and 1 <= number <= 12 and 1 <= int(day) <= monthrange(2000, number)[1]):
        return None
    known = int(year) if year.isdecimal() and 1890 < int(year) <= this_year else None
    return Day(number, int(day), known)


def _people(cells: Cells) -> list[Person]:
    wrong = Level.ERROR
    given = "first_name" in cells or "last_name" in cells
    if not given and "name" not in cells and "display_name" in cells:
        whole = _whole_names(cells, "display_name")
        shown = [""] * len(cells)
    else:
        whole, shown = _whole_names(cells, "name"), cells.field("display_name")
    columns = {name: cells.field(name, wrong if name in _NAME_PARTS else Level.WARNING) for name in _NAMING}
    if not given:
        whole = list(surname_first(whole))
    columns |= {"name": whole, "display_name": shown, "contact": cells.field("contact")}
    columns["surnames"] = [_SURNAMES * _has_two_surnames(cells)] * len(cells)
    for field in ("dear", "salutation"):
        if field in cells:
            columns[field] = greetings(columns[field], cells.settings.business.language)
    if "contact" in cells and not given:
        columns["name"], columns["display_name"] = _with_contacts(cells.field("contact"), whole, shown)
    _tell_pictures(cells, columns)
    if given and not any(name in cells for name in _BESIDES):
        pairs = zip(columns["first_name"], columns["last_name"], columns["company"], strict=True)
        return [_person_of(first, last, company) for first, last, company in pairs]
    fields = list(columns)
    known: dict[tuple[str, ...], Person] = {}
    people = []
    for parts in zip(*columns.values(), strict=True):
        if parts not in known:
            known[parts] = _person(dict(zip(fields, parts, strict=True)))
        people.append(known[parts])
    return people


def _person_of(first: str, last: str, company: str) -> Person:
    """Somebody of whom there are only the first and the last name; a firm stands in the column of last names."""
    if not first and last and person_names.is_firm(last):
        return Person(Name(Kind.FIRM, envelope=last), company or last)
    return Person(person_names.from_columns(first, last), company)


def _has_two_surnames(cells: Cells) -> bool:
    """Whether people have the last names of both parents behind their first: by the header, or by the country."""
    column = next((cells.column(one) for one in ("name", "display_name") if one in cells), None)
    header = "" if column is None else cells.table.columns.header(column)
    return cells.settings.business.country in _OF_BOTH_PARENTS or bool(_NAMED_SO & {*words_of_header(header)})


_SURNAMES = "two"
_OF_BOTH_PARENTS = frozenset(
    ["ES", "MX", "CO", "CL", "PE", "EC", "GT", "CR", "UY", "PA", "DO", "PR", "BO", "PY", "VE", "SV", "HN", "NI"]
)
_NAMED_SO = frozenset(["nombre", "nombres", "apellidos", "cliente", "contacto"])


def _with_contacts(contacts: Sequence[str], whole: Sequence[str], shown: Sequence[str]) -> tuple[list[str], list[str]]:
    """Whole and shown names where a column names the contact: beside a company, that is who is greeted."""
    pairs = []
    for contact, name, display in zip(contacts, whole, shown, strict=True):
        other = name or display
        is_person = contact and person_names.parsed(contact).kind is not Kind.FIRM
        pairs.append((contact, other) if is_person and (not other or person_names.is_firm(other)) else (name, display))
    return [one for one, _ in pairs], [one for _, one in pairs]


def _tell_pictures(cells: Cells, columns: Mapping[str, Sequence[str]]) -> None:
    """Emoji in a name are not written, and a notice says so."""
    for name in (*_NAME_PARTS, "name", "display_name"):
        for row, text in enumerate(columns[name]):
            if not text.isascii() and person_names.without_pictures(text) != text:
                message = f"the emoji in “{short(text)}” are left off the card and the envelope."
                cells.tell(message, "", Level.NOTICE, row, cells.column(name))


_FIRM = ("firma", "fa", "company", "firm", "société", "empresa", "organisation", "organization", "business")
_NAME_PARTS = ("first_name", "last_name")
_BESIDES = ("middle_name", "title", "salutation", "suffix", "nickname", "dear", "envelope", "name", "display_name")
_NAMING = (*_NAME_PARTS, "company", *_BESIDES[:-2])


def _whole_names(cells: Cells, field: str) -> list[str]:
    """A formula where a name should be is reported, but “@Home Cafe” and “+1 Fitness” are names."""
    return cells.field(field, Level.ERROR)


def _person(given: Mapping[str, str]) -> Person:
    """The name by the columns, the whole name only if there is no first name; a column for “Dear” comes before all."""
    title, dear = _title_and_dear(given)
    whole, shown, company = given["name"], given["display_name"], given["company"]
    only = given["last_name"] if not given["first_name"] else ""
    if (only and (given["salutation"] or given["title"]).casefold().strip(".") in _FIRM) or (
        only and person_names.is_firm(only)
    ):
        return _at_firm(only, company or only, given["contact"] or shown or whole, _title_and_dear(given)[1])
    if given["first_name"] or (given["last_name"] and not whole):
        name = person_names.from_columns(
            given["first_name"], given["last_name"], title, given["suffix"], given["middle_name"], given["nickname"]
        )
    else:
        name = person_names.parsed(whole or shown, bool(given["surnames"])) if whole or shown else Name(Kind.UNSURE)
        if given["nickname"] and name.kind is not Kind.FIRM and not is_of_initials(given["nickname"]):
            name = replace(name, dear=given["nickname"])
    first = given["first_name"]
    if first and not given["last_name"] and person_names.is_firm(first):
        return Person(Name(Kind.FIRM, envelope=first), company or first)
    if first and whole and not company and _is_of_firm(whole, given):
        company = whole
    elif (
        first
        and whole
        and squashed(first) not in squashed(whole)
        and squashed(given["last_name"]) not in squashed(whole)
    ):
        company = company or whole
    elif first and whole and name.kind is not Kind.COUPLE and _are_two(whole):
        pair = person_names.parsed(whole)
        return Person(pair, company)
    if company and not given["first_name"] and squashed(company) in (squashed(whole), squashed(shown)):
        return Person(Name(Kind.FIRM, envelope=company), company)
    if shown:
        name, company = _with_display(name, company, person_names.parsed(shown))
    if name.kind is Kind.FIRM and not company:
        company = name.envelope
    if dear or given["envelope"]:
        name = replace(name, dear=dear or name.dear, envelope=given["envelope"] or name.envelope)
    return Person(name, company)


def _are_two(whole: str) -> bool:
    """Whether a whole name is of two people who can be greeted."""
    pair = person_names.parsed(whole)
    return pair.kind is Kind.COUPLE and bool(pair.dear)


def _is_of_firm(whole: str, given: Mapping[str, str]) -> bool:
    """Whether a whole name beside first and last names is the firm’s: its form says so, or that of address does."""
    form = (given["salutation"] or given["title"]).strip()
    return person_names.is_firm(whole) or form in words("names", "firms")


def _at_firm(firm: str, company: str, contact: str, dear: str) -> Person:
    """A firm, and who is greeted there if a column names a person."""
    name = person_names.parsed(contact) if contact and squashed(contact) != squashed(firm) else Name(Kind.UNSURE)
    if name.kind in (Kind.FIRM, Kind.UNSURE):
        return Person(Name(Kind.FIRM, envelope=firm, dear=dear), company)
    return Person(replace(name, dear=dear or name.dear), company)


def _title_and_dear(given: Mapping[str, str]) -> tuple[str, str]:
    """“Mr.” in a column called Title or Salutation; any other salutation is the greeting itself."""
    title = next((given[one] for one in ("salutation", "title") if person_names.is_honorific(given[one])), "")
    is_form = given["salutation"].casefold().strip(".") in _FIRM or given["salutation"] in words("names", "firms")
    salutation = "" if is_form or person_names.is_honorific(given["salutation"]) else given["salutation"]
    return title, given["dear"] or salutation


def _with_display(name: Name, company: str, display: Name) -> tuple[Name, str]:
    """A second name for the row, as accounting programs have it: the company, one of its projects, a mark."""
    if not company and squashed(display.envelope) not in (squashed(name.envelope), squashed(name.whole)):
        company = display.parent or display.envelope
    return replace(name, parent=display.parent, mark=name.mark or display.mark), company


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
        as_typed = person_names.cased if _is_small(name, texts) else str
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
        if not customer.name:
            message, remedy = "this row has no name, so there is nothing to write after “Dear”.", "Add a name."
        elif not customer.dear and not customer.company and is_of_initials(customer.name):
            message = f"“{customer.name}” is no name to greet anybody by."
            remedy = "Write the first name, or what should follow “Dear” in a column “Dear”."
        elif anyone and not customer.address.usable and customer.mail_ok:
            who = customer.name if customer.company in ("", customer.name) else f"{customer.name} ({customer.company})"
            lacks = "town or postal code" if customer.address.lines else "address"
            message, remedy = f"{who} has no {lacks}, so no envelope can be printed.", "Add the address."
        else:
            continue
        cells.problems.append(Problem(customer.place, message, remedy, Level.WARNING))
    _tell_short_addresses(cells, customers)


def _tell_short_addresses(cells: Cells, customers: Sequence[Customer]) -> None:
    """Report addresses in the United States without a state or ZIP code; once, if the whole file has none."""
    home = cells.settings.business.country
    ours = [one for one in customers if one.address.usable and (one.address.country or home) == "US" and one.mail_ok]
    lacks = {"state": [one for one in ours if not one.address.region]}
    lacks["ZIP code"] = [one for one in ours if not one.address.postal_code]
    for what, without in lacks.items():
        if without and len(without) == len(ours) > 1:
            cells.tell(f"no address has a {what}, so the mail may not arrive.", f"Add a column for the {what}.")
            continue
        for customer in without:
            message = f"the address of {customer.name} has no {what}, so the mail may not arrive."
            cells.problems.append(Problem(customer.place, message, f"Add the {what}.", Level.WARNING))
