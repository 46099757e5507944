"""Databases (SQLite): a table, or what a query gives, as a sheet; nothing in the file is ever changed."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

from notes.problems import BadValue
from notes.reading.files.sheets import MOST_CELLS, Contents, Row, Sheet, Value

MOST_ROWS = 1_048_576
SECONDS, STEPS = 8, 100_000  # a query that does not come to an end is asked after so many of its steps
LONGEST = 1_000_000  # bytes in a value
_REMEDY = 'Name the table, or write a query, in notes.toml under [source]: query = "select * from customers".'


def read_database(path: Path, query: str = "") -> Contents:
    """The sheets of a database: what the query gives, or else every table and view.

    Raises:
        BadValue: it is damaged, or the query is wrong.
    """
    try:
        with sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True) as database:
            database.set_authorizer(_only_reading)
            database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
            began = monotonic()
            database.set_progress_handler(lambda: monotonic() - began > SECONDS, STEPS)
            if query:
                return Contents([_sheet(database, "query", _as_query(query))])
            names = [str(name) for (name,) in database.execute(_TABLES)]
            return Contents([_sheet(database, name, _all_of(name)) for name in names])
    except sqlite3.OperationalError as error:
        if str(error) == "interrupted":
            raise BadValue("the query takes too long.", _REMEDY) from None
        raise BadValue(f"the database cannot be read: {error}.", _REMEDY) from None
    except (sqlite3.Error, ValueError, OverflowError) as error:
        raise BadValue(f"the database cannot be read: {error}.", _REMEDY) from None


_TABLES = "select name from sqlite_master where type in ('table', 'view') and name not like 'sqlite_%' order by name"
_READING = frozenset([sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE])


def _only_reading(action: int, *_: object) -> int:
    return sqlite3.SQLITE_OK if action in _READING else sqlite3.SQLITE_DENY


def _as_query(text: str) -> str:
    """The name of a table is a query for all of it."""
    return text if " " in text.strip() else _all_of(text.strip())


def _all_of(name: str) -> str:
    quoted = '"' + name.replace('"', '""') + '"'
    return f"select * from {quoted}"  # noqa: S608 - a name in quotes, in a file that cannot be written to


def _sheet(database: sqlite3.Connection, name: str, query: str) -> Sheet:
    found = database.execute(query)
    headers = [str(column[0]) for column in found.description or ()]
    return Sheet(name, [Row(1, list(headers)), *_rows(found)])


def _rows(found: sqlite3.Cursor) -> Iterator[Row]:
    seen = 0
    for number, values in enumerate(found, 2):
        seen += len(values)
        if number > MOST_ROWS or seen > MOST_CELLS:
            raise BadValue(f"the table has more than {MOST_ROWS:,} rows.", _REMEDY)
        if any(value is not None for value in values):
            yield Row(number, [_value(value) for value in values])


def _value(value: object) -> Value:
    return value if isinstance(value, str | int | float) else None
