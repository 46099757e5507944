"""plan.xlsx: the month as rows, for who would rather work in a spreadsheet; what was changed in it is found again.

A hidden sheet keeps the rows as they were made, so that a change is what differs from it. Text is written as text, and
a formula is never read as its result.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from notes.problems import Level, Place, Problem
from notes.workbook.form import without_the_clock

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FILE = "plan.xlsx"
SHEET, KEPT = "Cards", "As made"
ID, NAME, SEND, OCCASION, GREETING, MESSAGE = "Customer ID", "Name", "Send?", "Occasion", "Greeting", "Message"
SIGNED, HAND, INITIALS, MORE = "Signed", "Handwriting", "Initials", "One more thing you know"
MAIL_BY, WHY, QUESTION, GIFT = "Mail by", "Why", "What is in the way", "Gift"
DRAFTED = "Drafted by your writer"
COLUMNS: Mapping[str, tuple[int, str]] = {
    ID: (12, ""),
    NAME: (24, ""),
    SEND: (12, "yes, no (not this month), never, or the day before which it must not go, like 2026-12-01."),
    OCCASION: (18, ""),
    GREETING: (20, "The first line of the card."),
    MESSAGE: (70, "The words of the card. A blank line begins a new paragraph."),
    SIGNED: (20, "Who signs."),
    HAND: (14, "The handwriting: notes hands lists them all."),
    INITIALS: (10, "Yours, that a condolence or an apology may go."),
    MORE: (36, "A few words, as in the middle of a sentence: “the week in Lisbon”."),
    MAIL_BY: (12, ""),
    GIFT: (20, ""),
    WHY: (44, ""),
    QUESTION: (50, ""),
    DRAFTED: (70, "To take one of them, copy it into the column Message."),
}
TO_CHANGE = (SEND, GREETING, MESSAGE, SIGNED, HAND, INITIALS, MORE)
ASKED = "Asked"  # what is in the way as a value, in the hidden sheet alone
Row = Mapping[str, str]


@dataclass(frozen=True)
class Edit:
    """What was changed in the row of a customer: the row as it was made, and the new text of some columns."""

    made: Row
    new: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)


def plan(rows: Sequence[Row]) -> bytes:
    """The workbook; the same bytes for the same rows."""
    from openpyxl import Workbook
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    shown = {header: how for header, how in COLUMNS.items() if header != DRAFTED or any(map(_is_drafted, rows))}
    _write(sheet, rows, [*shown])
    for number, (header, (width, about)) in enumerate(shown.items(), start=1):
        cell = sheet.cell(1, number)
        cell.font = Font(name="Calibri", bold=True)
        cell.fill = PatternFill("solid", fgColor="D9E8E4" if header in TO_CHANGE else "EFE9DD")
        cell.comment = Comment(about, "Fairhand", height=70, width=240) if about else None
        sheet.column_dimensions[get_column_letter(number)].width = width
    wrapped = Alignment(wrap_text=True, vertical="top")
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            cell.alignment = wrapped
    sheet.freeze_panes = "C2"
    kept = book.create_sheet(KEPT)
    kept.sheet_state = "hidden"
    _write(kept, rows, [*shown, ASKED])
    return without_the_clock(book)


def _is_drafted(row: Row) -> bool:
    return bool(row.get(DRAFTED))


def _write(sheet: "Worksheet", rows: Sequence[Row], headers: Sequence[str]) -> None:
    for number, header in enumerate(headers, start=1):
        sheet.cell(1, number, header)
        for at, row in enumerate(rows, start=2):
            cell = sheet.cell(at, number, row.get(header) or None)
            cell.number_format = "@"
            if cell.value is not None:
                cell.data_type = "s"  # openpyxl would turn text that begins with “=” into a formula


def read_plan(data: bytes) -> tuple[Sequence[Edit], Sequence[Problem]]:
    """What was changed in a plan, and what in it cannot be used, with its cell."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data))
        sheet, kept = book[SHEET], book[KEPT]
    except Exception:  # a torn workbook fails in any way that there is
        remedy = "What you changed in it was not used. Delete the file: the next run makes it again."
        return (), [Problem(Place(FILE), "this file is not the plan that was made.", remedy, Level.WARNING)]
    made = {row[ID]: row for row, _ in _rows(kept) if row.get(ID)}
    edits: list[Edit] = []
    problems: list[Problem] = []
    there: set[str] = set()
    for row, places in _rows(sheet):
        who = row.get(ID, "")
        if who not in made or who in there:
            if any(row.values()):
                remedy = "Change the rows that are there; a new customer belongs into your spreadsheet."
                problems.append(Problem(places[ID], f"“{who}” is no row of this plan.", remedy, Level.WARNING))
            continue
        there.add(who)
        edit, wrong = _compared(made[who], row, places)
        edits += [edit] if edit.new else []
        problems += wrong
    if gone := [row[NAME] or who for who, row in made.items() if who not in there]:
        message = f"rows are gone: {', '.join(gone[:6])}{' and more' if len(gone) > 6 else ''}."
        remedy = "Their cards are as they were proposed. To send none, write no under “Send?”."
        problems.append(Problem(Place(FILE, SHEET), message, remedy, Level.WARNING))
    return edits, problems


def _compared(made: Row, row: Row, places: Mapping[str, Place]) -> tuple[Edit, list[Problem]]:
    changed = {name: text for name in COLUMNS if (text := row.get(name, "")) != made.get(name, "") and name in row}
    problems = []
    for name in [*changed]:
        if name not in TO_CHANGE:
            remedy = "Change it in your spreadsheet." if name != MAIL_BY else "Write a day under “Send?” to wait."
            problems.append(Problem(places[name], "this is not changed here.", remedy, Level.WARNING))
        elif changed[name].startswith("="):
            problems.append(Problem(places[name], "this is a formula.", "Write the words themselves.", Level.WARNING))
        else:
            continue
        del changed[name]
    return Edit(made, changed, {name: places[name] for name in changed}), problems


def _rows(sheet: "Worksheet") -> list[tuple[dict[str, str], dict[str, Place]]]:
    """The rows of a sheet by header, with the place of every cell; headers may have moved."""
    lines = sheet.iter_rows()
    headers = [_text(cell.value) for cell in next(lines, ())]
    found = []
    for line in lines:
        cells = {header: cell for header, cell in zip(headers, line, strict=False) if header in (*COLUMNS, ASKED)}
        row = {header: _text(cell.value) for header, cell in cells.items()}
        places = {header: Place(FILE, sheet.title, cell.row, header, cell.coordinate) for header, cell in cells.items()}
        if ID in row:
            found.append((row, places))
    return found


def _text(value: Any) -> str:
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value) if isinstance(value, str | int | float | date) else ""
    return text.replace("_x000D_", "").replace("\r\n", "\n").strip()
