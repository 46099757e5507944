"""Sheets: what a file holds before anyone asks what it means, cell by cell, in the rows that the person sees."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import chain
from string import ascii_uppercase
from typing import TypeAlias

MOST_COLUMNS = 1_000
MOST_CELLS = 10_000_000
MOST_LETTERS = 32_767  # what a cell of a spreadsheet program holds
TOO_LONG = f"Only the first {MOST_LETTERS:,} letters of a cell are read."
TOO_WIDE = f"Only the first {MOST_COLUMNS:,} columns are read."
Value: TypeAlias = str | int | float | bool | datetime | date | time | timedelta | None


@dataclass(frozen=True, slots=True)
class Row:
    """A row that has something in it: its number as the spreadsheet program shows it, and its cells from column A."""

    number: int
    values: Sequence[Value]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a file; `name` is None for a text file, which has only one and no name for it.

    `formulas` are cells whose formula was never worked out, `currencies` the currency of cells that show one by
    their number format, by reference (“L2”). `comments` are remarks that hang on a cell, `struck` the cells whose text
    is crossed out.
    """

    name: str | None
    rows: Sequence[Row]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    formulas: Mapping[str, str] = field(default_factory=dict)
    currencies: Mapping[str, str] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)
    struck: frozenset[str] = frozenset()
    counts_from_1904: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """All sheets of a file, and notices about how it was read; `measured` where no cell can be too long."""

    sheets: Sequence[Sheet]
    notices: Sequence[str] = ()
    measured: bool = False

    def cut(self) -> "Contents":
        """The same with no cell longer than a spreadsheet program would let it be; a notice where one was."""
        if self.measured or not any(_has_long(sheet.rows) for sheet in self.sheets):
            return self
        sheets = [replace(sheet, rows=[_cut(row) for row in sheet.rows]) for sheet in self.sheets]
        return Contents(sheets, [*self.notices, TOO_LONG])


def _has_long(rows: Sequence[Row]) -> bool:
    """Whether a cell is too long; of a file of texts all are measured in one go."""
    cells = chain.from_iterable(row.values for row in rows)
    with suppress(TypeError):  # there are numbers and empty cells among the texts
        return max(map(len, cells), default=0) > MOST_LETTERS  # type: ignore[arg-type]
    return any(type(value) is str and len(value) > MOST_LETTERS for row in rows for value in row.values)


def _cut(row: Row) -> Row:
    return Row(row.number, [one[:MOST_LETTERS] if isinstance(one, str) else one for one in row.values])


def reference(column: int, row: int) -> str:
    """The name of a cell; `column` counts from 0.

    >>> reference(0, 1), reference(27, 12)
    ('A1', 'AB12')
    """
    return f"{letters(column)}{row}"


def row_of(reference: str) -> int:
    """The number of the row of a cell.

    >>> row_of("AB12")
    12
    """
    return int(reference.lstrip(ascii_uppercase) or 0)


def letters(column: int) -> str:
    name, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
