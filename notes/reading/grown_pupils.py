"""Grown pupils: rows of a list of children and their parents in which no parent is named, for the pupil is grown up."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from notes.customers import Customer
from notes.reading.tables.cells import Cells
from notes.reading.tables.columns import Columns, cell_of
from notes.reading.tables.finding import Table
from notes.reading.tables.parts import Whose, parts_of, scene_of, without_owner
from notes.reading.tables.recognition import recognise

GROWN = 18


def with_grown_pupils(
    cells: Cells, customers: Sequence[Customer], read: Callable[[Cells], Sequence[Customer]]
) -> Sequence[Customer]:
    """The customers; in a row that names no parent it is the pupil, where that is known to be an adult."""
    pupils = [column for column, whose in cells.table.columns.others.items() if whose is Whose.CHILD]
    lone = [row for row, one in enumerate(customers) if not one.name]
    if not pupils or not lone:
        return customers
    theirs = _of_the_pupils(cells.table, lone)
    silent = replace(cells, table=theirs, problems=[], plain={}, given={})
    found = list(customers)
    for row, one, line in zip(lone, read(silent), theirs.rows, strict=True):
        says_so = any(cell_of(line.values, column).casefold() in _ADULTS for column in range(len(line.values)))
        born = one.birthday.year if one.birthday else None
        if one.name and (says_so or (born and cells.today.year - born >= GROWN)):
            found[row] = one
    return found


_ADULTS = frozenset(["adult", "adults", "self", "grown-up", "erwachsen", "erwachsener", "adulte", "adulto"])


def _of_the_pupils(table: Table, rows: Sequence[int]) -> Table:
    """Some rows of a table with the columns of the pupils as those of the customers, without those of their parents."""
    headers = table.columns.headers
    scene = scene_of(headers)
    own = [parts_of(header, scene) for header in headers]
    bare = [
        without_owner(header) if one.whose is Whose.CHILD else "" if one.owned else header
        for header, one in zip(headers, own, strict=True)
    ]
    some = [table.rows[row] for row in rows]
    found = recognise("customers", bare, None, [row.values for row in some])
    return replace(table, rows=some, columns=_called(found, headers))


def _called(columns: Columns, headers: Sequence[str]) -> Columns:
    return replace(columns, headers=headers)
