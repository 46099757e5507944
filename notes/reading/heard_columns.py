"""Columns that are heard: what the header of each says of its cells, and what kind of cells it has."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from notes.language.answers import is_refusing, is_still_so, is_yes
from notes.language.headers import Header, header_of
from notes.language.lexicon import Kind
from notes.language.signals import Part
from notes.language.texts import word_set
from notes.language.vocabulary import words
from notes.reading.tables.cells import Cells
from notes.reading.tables.columns import is_of_a_source
from notes.reading.tables.meanings import RECIPIENTS, meanings
from notes.reading.tables.parts import Whose, without_owner, words_of_header
from notes.reading.tables.stays import names_an_arrival

_NAMES = (
    "name",
    "name_now",
    "last_name_now",
    "first_name",
    "middle_name",
    "last_name",
    "display_name",
    "dear",
    "envelope",
    "contact",
    "nickname",
)
_PARTS = {
    **dict.fromkeys(_NAMES, Part.NAME),
    "company": Part.FIRM,
    **dict.fromkeys(["child", "pet", "partner", "second_name", "second_first_name", "second_last_name"], Part.PERSON),
    **dict.fromkeys(["bought", "likes", "trip", "told_us", "say_this", "gift"], Part.DETAIL),
    **dict.fromkeys(["status", "notes", "do_not_mail", "mail_ok", "deceased"], Part.NOTE),
    **dict.fromkeys(["title", "salutation", "suffix"], Part.BESIDE),
}
_BESIDE = (Whose.OTHER, Whose.STAFF)
_WHO = {Whose.ANIMAL: "animal", Whose.SECOND: "house", Whose.CHILD: "house"}
_NOT_OF_THE_CUSTOMER = ("referred_by", "looked_after_by", "ok_to_write")
WORDS_OF_A_REMARK = 4


def is_looked_at(header: str) -> bool:
    """Whether a header is understood as one that says something for or against a card."""
    found = header_of(header)
    return bool(found.asks or found.allows or found.ends or found.kinds)


def heard_columns(cells: Cells, legend: Mapping[str, str]) -> Iterator[tuple[int, Header, Part]]:
    """Every column with what its header says and what kind of cells it has."""
    columns = cells.table.columns
    fields = {column: name for name, column in columns.fields.items()}
    addresses = {column for group in columns.addresses.values() for column in group.values()}
    recipients = {group[part] for group in columns.addresses.values() for part in RECIPIENTS if part in group}
    records = _about_the_record(columns.headers)
    for column in range(cells.width):
        field, text = fields.get(column, ""), columns.header(column)
        if (field in _NOT_OF_THE_CUSTOMER and not is_of_a_source(text)) or columns.told.get(column, column) is None:
            continue  # and the days of a milestone, which their header says, are no signal either
        is_told = column in columns.told.values()  # below “Card?” stand occasions then, and no answers
        header = Header(text, notes=True) if is_told else _header_of(legend.get(text.casefold(), text), field)
        header = _of_a_record(text, field) if text in records else replace(header, text=text)
        if column in columns.others:
            header = replace(header, who=_WHO.get(columns.others[column], header.who))
            if header.who == "animal" and header.asks != Kind.DEATH.value:
                header = Header(text, kinds=header.kinds, notes=header.notes, who="animal")
        if header.matter and not field and _is_of_remarks(cells, column):
            header = replace(header, matter=False, notes=True)
        is_any = field == "company" or (not field and column in columns.unknown and not header.matter)
        if is_any and _is_of_states(cells, column, open_only=not field):
            field, header = "status" if field else "", replace(header, kinds=True, notes=header.notes and not field)
        if column in columns.doubtful and (header.kinds or header.notes) and field not in _NAMES:
            field = ""
        if not field and column in columns.unknown and _is_called_a_name(text):
            field = "name"
        field = "" if field == "referred_by" else field
        is_open = field in ("", "email") or field in _PARTS
        is_theirs = column in columns.others and "address" in words_of_header(text) and not header.notes
        is_place = column in addresses or is_theirs
        is_of_an_address = column in addresses and not (header.allows and any(map(is_refusing, cells.texts(column))))
        is_asking = is_open and not is_of_an_address and bool(header.asks or header.allows or header.ends)
        if column in recipients:
            yield column, header, Part.NAME
        elif columns.aside.get(column):
            yield column, Header(text, channel=header.channel), Part.NOTE
        elif is_asking or field in _PARTS or not (field or is_place):
            is_beside = columns.others.get(column) in _BESIDE and not header.notes
            usual = Part.BESIDE if is_beside else Part.NOTE
            yield column, header, Part.NOTE if is_asking else _PARTS.get(field, usual)
        else:
            yield column, Header(text), Part.ADDRESS if is_place else Part.OTHER


def _header_of(text: str, field: str) -> Header:
    """What a header says, perhaps without the customer whose it is: “Taxpayer Date of Death”."""
    header = header_of(text, field)
    if field or header.asks or header.allows or header.ends or header.channel:
        return header
    bare = header_of(without_owner(text), field)
    return bare if bare.asks in (Kind.DEATH.value, Kind.REFUSAL.value) else header


def _about_the_record(headers: Sequence[str]) -> frozenset[str]:
    """The headers that tell how a record, a stay or a year stands, and nothing of the customer.

    “Card Status” where “Card ID” shows that a card is no greeting, “Depart” beside “Arrive”, “Yr end” of accounts,
    “Closed” beside “Deal”, “Court date” beside “Judge” and “Opposing”, for whom they are everyday.
    """
    spoken = {header: words_of_header(header) for header in headers}
    arrive = names_an_arrival(headers)
    ends = frozenset(header for header in headers if arrive and header_of(header).ends)
    numbered = {those[:-1] for those in spoken.values() if len(those) > 1 and those[-1] in ("id", "number")}
    years = frozenset(
        header for header, those in spoken.items() if those[-1:] in _ENDS and not _YEARS.isdisjoint(those)
    )
    lawyers = frozenset(header for header, those in spoken.items() if words("headers", "of_lawyers").any_of(those))
    lawyers = lawyers if len(lawyers) > 2 else frozenset()
    deals = any(not _DEALS.isdisjoint(those) for those in spoken.values())
    closed = frozenset(header for header, those in spoken.items() if deals and those in _CLOSED)
    return (
        ends
        | years
        | closed
        | lawyers
        | {header for header, those in spoken.items() if those[:-1] in numbered & _RECORDS}
    )


_YEARS = word_set("year yr fy fiscal financial accounting tax quarter")
_ENDS = frozenset([("end",), ("ends",), ("ending",), ("close",)])
_DEALS = word_set("deal deals listing property escrow buyer seller purchase loan job project ticket matter case")
_CLOSED = frozenset([("closed",), ("closed", "on"), ("date", "closed"), ("closed", "date")])


def _of_a_record(text: str, field: str) -> Header:
    """A header that tells how a record stands; a field of that is of the customer, whose record it is."""
    is_state = field == "status"
    return Header(text, kinds=is_state, matter=not is_state)


def _is_called_a_name(header: str) -> bool:
    """Whether a column that nothing is taken from has names as well: “Name (Irish)”."""
    return any(one.name in _NAMES and not one.instead for one in meanings("customers", header))


_RECORDS = frozenset([("card",), ("record",), ("file",)])


def _is_of_remarks(cells: Cells, column: int) -> bool:
    """Whether a column that has the name of a thing, as “Counter book”, holds sentences."""
    texts = [text for text in cells.texts(column) if text]
    return bool(texts) and len(" ".join(texts).split()) >= WORDS_OF_A_REMARK * len(texts)


def _is_of_states(cells: Cells, column: int, *, open_only: bool = False) -> bool:
    """Whether a column that has the name of a firm, as “Account”, tells how an account stands: “Open”, “Closed”."""
    counts = Counter(text for text in cells.texts(column) if text)
    ((text, count),) = counts.most_common(1) or [("", 0)]
    return count > 1 and bool(is_still_so(text) or (is_yes(text) and not open_only))
