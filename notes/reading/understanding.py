"""What was understood of a file: each column, three of its values, what it was taken for, and how surely."""

from collections.abc import Iterator, Sequence

from notes.customers import Understanding
from notes.language.texts import cleaned, short
from notes.reading.tables.finding import Table
from notes.reading.tables.meanings import address_groups

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
        lines += [(part, columns.header(column)) for part, column in columns.addresses[name].items()]
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
