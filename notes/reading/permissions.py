"""Who may get a card: the columns that say no, in whatever words, and the marks beside a name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from notes.language.remarks import TOLD, Says, says
from notes.language.texts import cleaned, short
from notes.problems import Level
from notes.reading.files.sheets import Value
from notes.reading.tables.cells import Cells
from notes.reading.values.answers import Standing, is_bare_no, standing, yes_or_no


@dataclass(frozen=True, slots=True)
class Standings:
    """Whether somebody has died, and why no card may go ("" where one may)."""

    deceased: bool = False
    not_mailed: str = ""
    deleted: bool = False


FREE = Standings()


def read_standings(cells: Cells, marks: Sequence[str], names: Sequence[str] = ()) -> list[Standings]:
    """What the columns, the notes and the marks in the names say of each row."""
    found = [FREE] * len(cells)
    _from_refusals(cells, found)
    _from_permissions(cells, found)
    _from_status(cells, found)
    _from_deaths(cells, found)
    for row, mark in enumerate(marks):
        if mark:
            _from_mark(cells, found, row, mark)
    for column in cells.table.columns.all_of("notes", "told_us"):
        _from_remarks(cells, found, column, names)
    return found


def _because(found: list[Standings], row: int, reason: str) -> None:
    if not found[row].not_mailed:
        found[row] = replace(found[row], not_mailed=reason)


def _from_refusals(cells: Cells, found: list[Standings]) -> None:
    column = cells.column("do_not_mail")
    header = "" if column is None else cells.table.columns.header(column)
    for row, value in enumerate(cells.values(column)):
        if value is None or is_bare_no(value):
            continue
        if not yes_or_no(value):
            text = short(cleaned(str(value)))
            cells.tell(
                f"“{text}” in “{header}” is neither yes nor no: no card is sent.",
                "Write yes or no, and the rest into “Notes”.", row=row, column=column,
            )  # fmt: skip
            _because(found, row, f"“{header}” says “{text}”")
        else:
            _because(found, row, f"“{header}” is ticked")


def _from_permissions(cells: Cells, found: list[Standings]) -> None:
    """A column of those who may be written to: where some are ticked, an empty cell is no; else only a no is one."""
    column = cells.column("mail_ok")
    if column is None:
        return
    header = cells.table.columns.header(column)
    answers = [(yes_or_no(value), _is_empty(value)) for value in cells.values(column)]
    ticked = any(answer for answer, empty in answers if not empty)
    refused = any(answer is False for answer, empty in answers if not empty)
    for row, (answer, empty) in enumerate(answers):
        if empty and ticked and not refused:
            _because(found, row, f"“{header}” is not ticked")
        elif not empty and answer is not True:
            _because(found, row, f"“{header}” is not yes")


def _is_empty(value: Value) -> bool:
    return value is None or (isinstance(value, str) and not cleaned(value))


def _from_status(cells: Cells, found: list[Standings]) -> None:
    for row, text in enumerate(cells.field("status")):
        if text:
            says = standing(text)
            if says.not_mailed:
                _because(found, row, f"the status is {says.not_mailed}")
                found[row] = replace(found[row], deceased=found[row].deceased or says.deceased)


def _from_deaths(cells: Cells, found: list[Standings]) -> None:
    column = cells.column("deceased")
    for row, value in enumerate(cells.values(column)):
        if value is None or yes_or_no(value) is False:
            continue
        found[row] = replace(found[row], deceased=True)
        _because(found, row, "has died")


def _from_mark(cells: Cells, found: list[Standings], row: int, mark: str) -> None:
    says_so = _of_mark(mark)
    column = next((cells.column(name) for name in ("display_name", "name", "last_name") if name in cells), None)
    if not says_so.not_mailed:
        message = f"“{mark}” beside the name is taken for a remark: it is not written on the envelope."
        cells.tell(message, "If it belongs to the name, write it without brackets.", Level.NOTICE, row, column)
        return
    cells.tell(
        f"the name is marked “{mark}”: no card is sent.",
        "Take the mark away if the customer is one again, or delete the row.", Level.WARNING, row=row, column=column,
    )  # fmt: skip
    _because(found, row, f"marked “{mark}”")
    found[row] = replace(found[row], deceased=says_so.deceased, deleted=True)


def _of_mark(mark: str) -> Standing:
    found = standing(mark)
    if found.not_mailed or not (remark := says(mark)):
        return found
    return Standing(remark is Says.DIED, f"“{mark}”")


def _from_remarks(cells: Cells, found: list[Standings], column: int, names: Sequence[str]) -> None:
    """Notes of a death, a refusal, a move or a quarrel hold the card; most rows have none, and are passed at once."""
    texts = cells.texts(column)
    grave = {text for text in set(texts) if says(text)}
    header = cells.table.columns.header(column)
    for row, text in enumerate(texts) if grave else ():
        if text not in grave:
            continue
        died = says(text, names[row] if names else "") is Says.DIED
        found[row] = replace(found[row], deceased=found[row].deceased or died)
        if found[row].not_mailed:
            continue
        loss = "" if died else " If somebody near to them has died, write it into “Milestones” as condolence."
        cells.tell(
            f"the notes say “{short(text)}”: {TOLD}.",
            f"Take it out of the notes if a card may go.{loss}", row=row, column=column,
        )  # fmt: skip
        _because(found, row, f"“{header}” says “{short(text)}”")
