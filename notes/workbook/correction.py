"""The doctor: a corrected copy of a workbook, with every changed cell marked and explained; the original stays."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from notes.customers import Book, Customer, Day
from notes.language.texts import cleaned, short
from notes.problems import BadValue, Level, Problem, Unusable
from notes.reading.book import Tables, find_tables
from notes.reading.files.detection import read_contents
from notes.reading.files.sheets import Contents, Row, Value, reference
from notes.reading.tables.finding import Table
from notes.reading.values.money import amount
from notes.settings import Settings
from notes.staging import write_whole
from notes.workbook.looks import spread_too_far
from notes.workbook.saving import saved

Titles = dict[str | None, str]  # what the sheets are called in the copy, by their names in the file
CHANGED, OPEN = "FFFFF2A8", "FFF8C9B8"  # yellow: corrected; red: for a person to decide
_LIST = "What was changed"
_TIDIED = "Tidied spaces, invisible characters or capitals."
_TEXTS = ("first_name", "last_name", "company", "email", "phone", "notes", "referred_by")
_DATES = ("birthday", "first_purchase", "last_purchase", "anniversary", "graduation")


@dataclass(frozen=True, slots=True)
class Change:
    """A cell, what it held, what it holds now, and why."""

    sheet: str | None
    cell: str
    before: Value
    after: str | float | date
    why: str


def write_fixed_copy(path: Path, book: Book, target: Path, settings: Settings | None = None) -> list[Change]:
    """Write a corrected copy of a file as .xlsx, and return what was changed in it.

    What only a person can correct is marked in red, with what to do. The copy ends with a sheet that
    lists every change.

    Raises:
        Unusable: the target is the original, or cannot be written.
    """
    if target.exists() and target.samefile(path):
        raise Unusable.because(path.name, "the copy would overwrite the original.", "Give it another name.")
    contents = read_contents(path, settings.source.query if settings else "")
    tables = find_tables(contents, path.name, settings or Settings())
    changes = list(_changes(tables, book))
    write_whole(target, _copy(path, contents, changes, book.problems))
    return changes


def _copy(path: Path, contents: Contents, changes: list[Change], problems: Sequence[Problem]) -> bytes:
    """The corrected workbook; where its looks cannot be kept (a part is damaged, or has no end), its cells alone."""
    if path.read_bytes()[:2] == b"PK" and path.suffix.casefold() in (".xlsx", ".xlsm"):
        import openpyxl

        with suppress(Exception):  # a damaged part fails in every way there is, and some only when it is written
            if not spread_too_far(path):
                return _saved(openpyxl.load_workbook(path, keep_links=False), {}, changes, problems)
    return _saved(*_cells_alone(contents), changes, problems)


def _saved(workbook: Any, titles: Titles, changes: list[Change], problems: Sequence[Problem]) -> bytes:
    """The workbook with every change marked, as a file."""
    _mark(workbook, titles, changes, problems)
    return saved(workbook)


def _changes(tables: Tables, book: Book) -> Iterator[Change]:
    customers = {(one.place.sheet, one.place.row): one for one in book.customers}
    for table in tables.customers:
        for row in table.rows:
            if customer := customers.get((table.sheet.name, row.number)):
                yield from _changes_of(table, row, customer)


def _changes_of(table: Table, row: Row, customer: Customer) -> Iterator[Change]:
    """The cells of a row that are read as something other than what they hold."""
    fields = table.columns.fields
    for name in _TEXTS:
        before = _at(row, fields.get(name))
        after = str(getattr(customer, name))
        if isinstance(before, str) and after and before != after and _same_words(before, after):
            yield _change(table, row, fields[name], before, after, _TIDIED)
    for name in _DATES:
        before, day = _at(row, fields.get(name)), getattr(customer, name)
        if day and before is not None and not isinstance(before, datetime | date):
            yield _change(table, row, fields[name], before, _as_cell(day), "Written as a date.")
    yield from _amounts(table, row)
    yield from _address(table, row, customer)


def _amounts(table: Table, row: Row) -> Iterator[Change]:
    column = table.columns.fields.get("total_spent")
    before = _at(row, column)
    if column is None or not isinstance(before, str):
        return
    try:
        found = amount(before)
    except BadValue:
        return
    if found and not found.currency and cleaned(before) == before:
        yield _change(table, row, column, before, float(found.value), "Written as a number.")


def _address(table: Table, row: Row, customer: Customer) -> Iterator[Change]:
    code = customer.address.postal_code
    for group in table.columns.addresses.values():
        for part, column in group.items():
            text = _at(row, column)
            if part != "postal_code" and isinstance(text, str) and (tidy := cleaned(text)) not in ("", text):
                yield _change(table, row, column, text, tidy, _TIDIED)
        before = _at(row, group.get("postal_code"))
        if before is None or not code or str(before) == code:
            continue
        if str(before).strip("'=\"").split(".")[0].lstrip("0") == code.replace("-", "").lstrip("0"):
            yield _change(table, row, group["postal_code"], before, code, "Postal codes are text, zeros included.")


def _same_words(before: str, after: str) -> bool:
    """Whether only things that nobody means were changed."""
    return "".join(cleaned(before).split()).casefold() == "".join(after.split()).casefold()


def _at(row: Row, column: int | None) -> Value:
    return row.values[column] if column is not None and column < len(row.values) else None


def _change(table: Table, row: Row, column: int, before: Value, after: str | float | date, why: str) -> Change:
    return Change(table.sheet.name, reference(column, row.number), before, after, why)


def _as_cell(day: Day | date) -> str | date:
    """A date as a date; a day without its year, or before 1900, as text that every program leaves alone."""
    if isinstance(day, Day):
        return date(day.year, day.month, day.day) if day.year and day.year >= 1900 else str(day)
    return day


def _cells_alone(contents: Contents) -> tuple[Any, Titles]:
    """A workbook with the same cells, and what its sheets are called in it."""
    import openpyxl

    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)  # type: ignore[arg-type] # a new workbook has one
    titles: Titles = {}
    for sheet in contents.sheets:
        made = workbook.create_sheet(_NOT_IN_TITLES.sub(" ", _for_xml(sheet.name or "Customers"))[:31] or "Customers")
        titles.setdefault(sheet.name, made.title)
        for row in sheet.rows:
            for column, value in enumerate(row.values, 1):
                if value is not None and value != "":
                    _write(made.cell(row.number, column), value)
    return workbook, titles


_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\']")
_LINE_BREAKS = re.compile(r"\r\n?|[\x0b\x0c]")  # FileMaker has the odd ones
_NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _for_xml(text: str) -> str:
    """A text as a workbook can hold it."""
    return _NOT_IN_XML.sub("", _LINE_BREAKS.sub("\n", text))[:LONGEST]


LONGEST = 32_000  # characters in a cell


def _write(cell: Any, value: object) -> None:
    """Text stays text, whatever it begins with: “=” is not a formula here."""
    if isinstance(value, int | float) and not -_LARGEST < value < _LARGEST:
        value = str(value)  # and so for “nan”
    cell.value = float(value) if isinstance(value, Decimal) else _for_xml(value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.number_format = "@"
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"


_LARGEST = 1e300


def _mark(workbook: Any, titles: Titles, changes: list[Change], problems: Sequence[Problem]) -> None:
    def cell_at(sheet: str | None, cell: str) -> Any:
        return workbook[titles.get(sheet, sheet or "Customers")][cell]

    for change in changes:
        cell = cell_at(change.sheet, change.cell)
        _write(cell, change.after)
        _colour(cell, CHANGED, f"{change.why}\nBefore: {short(change.before)}")
    mended = {(change.sheet, change.cell) for change in changes}
    for problem in problems:
        at = problem.place
        if at.cell and (at.sheet, at.cell) not in mended and problem.level is not Level.NOTICE:
            _colour(cell_at(at.sheet, at.cell), OPEN, f"{problem.message}\n{problem.remedy}".strip())
    _list(workbook, changes, [one for one in problems if one.level is not Level.NOTICE])


def _colour(cell: Any, colour: str, text: str) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    if type(cell).__name__ == "MergedCell":
        return
    cell.fill = PatternFill("solid", fgColor=colour)
    cell.comment = Comment(_for_xml(text), "Fairhand", height=90, width=280)


def _list(workbook: Any, changes: list[Change], problems: list[Problem]) -> None:
    """The last sheet: what was changed, and what is left for a person to do."""
    name = _LIST
    while name in workbook.sheetnames:
        name += " (new)"
    sheet = workbook.create_sheet(name)
    lines = [("Sheet", "Cell", "Before", "Now", "Why")]
    lines += [(one.sheet or "", one.cell, str(one.before), str(one.after), one.why) for one in changes]
    lines += [("", "", "", "", ""), ("Left for you", "", "", "", "")]
    lines += [
        (one.place.sheet or "", one.place.cell or str(one.place.row or ""), one.message, "", one.remedy)
        for one in problems
    ]
    for number, line in enumerate(lines, 1):
        for column, text in enumerate(line, 1):
            if text:
                _write(sheet.cell(number, column), cleaned(text))
    for letter, width in zip("ABCDE", (16, 10, 40, 24, 60), strict=True):
        sheet.column_dimensions[letter].width = width
