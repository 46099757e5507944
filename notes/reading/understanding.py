"""What was understood of a file: each column, three of its values, what it was taken for, and how surely."""

from collections.abc import Iterator, Sequence

from notes.customers import Understanding
from notes.language.texts import cleaned, short
from notes.reading.tables.address_headers import address_groups
from notes.reading.tables.columns import Columns
from notes.reading.tables.finding import Table
from notes.reading.tables.meanings import RECIPIENTS
from notes.toml import toml_line

_SPOKEN = {
    "customer_id": "customer’s number", "name": "name", "display_name": "name", "contact": "whom to greet",
    "dear": "greeting", "envelope": "name on the envelope", "total_spent": "total spent", "orders": "number of orders",
    "first_purchase": "customer since", "last_purchase": "last purchase", "referred_by": "who referred them",
    "mail_ok": "may get mail", "do_not_mail": "no mail", "ok_to_write": "yes to a card that waits",
    "looked_after_by": "looked after by", "told_us": "what they told us", "say_this": "your own line",
    "gift": "gift that goes along", "on": "day to write on", "occasion": "what happens on that day",
    "write_exactly": "your own words", "street": "street", "street_2": "second line of the address",
    "house_number": "number of the house", "po_box": "PO box", "city": "town", "region": "state or region",
    "postal_code": "postal code", "postal_code_4": "last four of the ZIP code", "town_line": "town with postal code",
    "whole": "whole address", "recipient": "name at the address", "recipient_first": "first name at the address",
    "recipient_last": "last name at the address",
}  # fmt: skip


def spoken(field: str) -> str:
    """What a field is called in a sentence.

    >>> spoken("town_line"), spoken("billing street"), spoken("second_first_name"), spoken("street_3")
    ('town with postal code', 'street (billing)', 'first name of the second person', 'line 3 of the address')
    """
    group, _, name = field.rpartition(" ")
    if name.startswith("second_"):
        return f"{spoken(name.removeprefix('second_'))} of the second person"
    if name.startswith("street_") and name[-1].isdigit() and name not in _SPOKEN:
        return f"line {name[-1]} of the address"
    return _SPOKEN.get(name, name.replace("_", " ")) + (f" ({group})" if group else "")


def how_sure(one: Understanding) -> str:
    """How surely a column was taken for what it is; "" where it is certain."""
    if one.sure or not one.field:
        return ""
    return "going by its cells" if one.guessed else "probably"


def guesses_told(columns: Columns) -> tuple[str, str]:
    """What columns were taken for by their cells alone, and what to do if that is right or wrong; "" for none."""
    taken = columns.taken_for()
    if not columns.guessed:
        return "", ""
    those = [(columns.header(one), taken[one].strip()) for one in sorted(columns.guessed)]
    said = ", ".join(f"“{header}” is taken for the {spoken(name)}" for header, name in those)
    header, name = those[0]
    remedy = (
        "If that is right, keep it with: notes check --accept\n"
        f"If not, name the right columns under [columns] in notes.toml, like: {toml_line(name, header)}"
    )
    return f"the header does not say what is below it, so by its cells {said}.", remedy


SHOWN = 3  # values of a column
LOOKED_AT = 500  # rows, for them


def understanding_of(table: Table) -> Sequence[Understanding]:
    """All columns of a table, in the order in which they stand."""
    taken = table.columns.taken_for()
    return [
        Understanding(
            table.sheet.name,
            header,
            _values(table, column),
            taken.get(column, ""),
            column not in table.columns.doubtful,
            column in table.columns.guessed,
        )
        for column, header in enumerate(table.columns.headers)
        if header
    ]


def lines_for_settings(table: Table) -> Sequence[tuple[str, str]]:
    """What notes.toml has to say under [columns] for the table to be read as it was: fields and their headers."""
    columns = table.columns
    lines = [(name, columns.header(column)) for name, column in columns.fields.items()]
    with_street = [name for name in address_groups() if "street" in columns.addresses.get(name, {})]
    for name in with_street[:1]:
        parts = columns.addresses[name].items()
        lines += [(part, columns.header(column)) for part, column in parts if part not in RECIPIENTS]
    counts = [header for header in columns.headers if header]
    return [(name, header) for name, header in lines if counts.count(header) == 1]


def _values(table: Table, column: int) -> Sequence[str]:
    return list(_first(table, column))


def _first(table: Table, column: int) -> Iterator[str]:
    seen: set[str] = set()
    for row in table.rows[:LOOKED_AT]:
        if column < len(row.values) and (text := _text(row.values[column])) and text not in seen:
            seen.add(text)
            yield short(text, 24)
            if len(seen) == SHOWN:
                return


def _text(value: object) -> str:
    return cleaned(value) if isinstance(value, str) else "" if value is None else f"{value}".removesuffix(" 00:00:00")
