"""Cells of a table, column by column: each reader gets a whole column, and what is wrong is reported with its place."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import zip_longest
from types import NoneType
from typing import TypeVar, cast

from notes.language.texts import ERROR_VALUES, cleaned, is_formula, on_one_line, short
from notes.problems import BadValue, Level, Place, Problem
from notes.reading.files.sharing import in_pieces, transposed
from notes.reading.files.sheets import Value, reference
from notes.reading.records import records
from notes.reading.tables.finding import Table
from notes.settings import Settings

T = TypeVar("T")


@dataclass
class Cells:
    """The cells of one table, and the problems met in them; `questions` if one of them has to be answered first."""

    file: str
    table: Table
    settings: Settings
    today: date
    problems: list[Problem] = field(default_factory=list)
    questions: bool = False
    asks_order: bool = False  # of day and month
    kinds: set[tuple[str | None, str | None]] = field(default_factory=set)  # columns of kinds, told once
    legend: Mapping[str, str] = field(default_factory=dict)  # what codes mean, by sheets that have no table
    plain: dict[int, list[str]] = field(default_factory=dict)  # columns in which there is nothing to clean
    given: dict[int, list[Value]] = field(default_factory=dict)  # the columns as they are, made once

    def __len__(self) -> int:
        return len(self.table.rows)

    def __contains__(self, name: str) -> bool:
        return name in self.table.columns.fields

    def place(self, row: int | None = None, column: int | None = None) -> Place:
        """The place of a row of the table (counted from 0), a column, or a cell."""
        number = None if row is None else self.table.rows[row].number
        header = None if column is None else self.table.columns.header(column) or None
        there = None if column is None else self.table.columns.parted.get(column, column)
        cell = reference(there, number) if there is not None and number is not None else None
        return Place(self.file, self.table.sheet.name, number, header, cell)

    def places(self) -> list[Place]:
        """The place of each row."""
        count = len(self)
        rows = [row.number for row in self.table.rows]
        return records(Place, count, file=[self.file] * count, sheet=[self.table.sheet.name] * count, row=rows)

    def tell(
        self, message: str, remedy: str = "", level: Level = Level.WARNING,
        row: int | None = None, column: int | None = None,
    ) -> None:  # fmt: skip
        self.problems.append(Problem(self.place(row, column), message, remedy, level))

    def column(self, name: str) -> int | None:
        return self.table.columns.fields.get(name)

    @property
    def width(self) -> int:
        """How many columns there are, with or without a header."""
        self.values(0)
        return max(len(self.table.columns.headers), len(self.given))

    def values(self, column: int | None) -> list[Value]:
        """The values of a column; one that is not there is empty."""
        if not self.given:
            self.given.update(enumerate(_columns_of([row.values for row in self.table.rows])))
        found = None if column is None else self.given.get(column)
        return [None] * len(self) if found is None else found

    def texts(self, column: int | None, wrong: Level = Level.WARNING, lines: bool = False) -> list[str]:
        """The texts of a column; an error value or a formula is reported, and nothing is taken from it."""
        if column is None:
            return [""] * len(self)
        if column in self.plain:
            return self.plain[column]
        values = self.values(column)
        if {*map(type, values)} == {str} and are_plain(cast("list[str]", values)):
            self.plain[column] = cast("list[str]", values)
            return self.plain[column]
        return self.read(column, lambda value: text_of(value, wrong, lines), "")

    def field(self, name: str, wrong: Level = Level.WARNING) -> list[str]:
        return self.texts(self.column(name), wrong)

    def read(self, column: int, reader: Callable[[Value], T], otherwise: T) -> list[T]:
        """Every value of a column through a reader; what it refuses is reported and becomes `otherwise`."""
        values = self.values(column)
        if not {*map(type, values)} <= {str, NoneType}:
            return [self._read_one(row, column, value, reader, otherwise) for row, value in enumerate(values)]
        known: dict[Value, T] = {None: otherwise}
        refused: set[Value] = set()
        for value in dict.fromkeys(values):
            if value is not None:
                try:
                    known[value] = reader(value)
                except BadValue:
                    refused.add(value)
        if refused:
            for row, value in enumerate(values):
                if value in refused:
                    known[value] = self._read_one(row, column, value, reader, otherwise)
        return list(map(known.__getitem__, values))

    def _read_one(self, row: int, column: int, value: Value, reader: Callable[[Value], T], otherwise: T) -> T:
        if value is None:
            return otherwise
        try:
            return reader(value)
        except BadValue as bad:
            self.problems.append(bad.at(self.place(row, column)))
            return otherwise


def _columns_of(lines: Sequence[Sequence[Value]]) -> Sequence[list[Value]]:
    """The columns of lines, some of them at once, so that each line is looked at once; what is not there is None."""
    found: list[list[Value]] = [[] for _ in range(max(map(len, lines), default=0))]
    for some in in_pieces(lines):
        empty: Sequence[Value] = [None] * len(some)
        for column, values in zip_longest(found, transposed(some), fillvalue=empty):
            cast("list[Value]", column).extend(values)
    return found


_AS_IT_IS = re.compile(r"(?:[0-9A-Za-z][!-~]*(?: [!-~]+)*)?")  # most cells: nothing to clean, and no guard


_BEGINS_ODDLY = re.compile(r"\n[^0-9A-Za-z\n]")  # a guard, a sign, a space


def are_plain(texts: Sequence[str]) -> bool:
    """Whether there is nothing to clean in a column: looked at in one go, that takes a tenth of looking cell by cell.

    >>> are_plain(["Rosa", "", "12 Elm St"]), are_plain(["Rosa "]), are_plain(["=1+1"])
    (True, False, False)
    """
    joined = "\n".join(["", *texts, ""])
    if not joined.isascii() or "  " in joined or " \n" in joined or _BEGINS_ODDLY.search(joined):
        return False
    return joined.count("\n") == len(texts) + 1 and joined.replace("\n", "").isprintable()


def text_of(value: Value, wrong: Level = Level.WARNING, lines: bool = False) -> str:
    """The text of a cell as the person sees it; a number without “.0”.

    Raises:
        BadValue: it is an error value or a formula.
    """
    if not isinstance(value, str):
        return _shown(value)
    if _AS_IT_IS.fullmatch(value):
        return value
    text = cleaned(value)
    if text in ERROR_VALUES:
        raise BadValue(f"“{text}” is an error, not a value.", "Correct the formula, or type the value.", wrong)
    if is_formula(text):
        raise BadValue(f"“{short(text)}” is a formula, not text.", "Type what should be there.", wrong)
    return text if lines or "\n" not in text else on_one_line(text)


def _shown(value: Value) -> str:
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}"
    return "" if value is None else str(value)
