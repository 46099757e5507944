"""Workbooks of other kinds (xls, xlsb, ods): calamine reads them, in a process of its own, since it may abort."""

import pickle
import subprocess
import sys
from pathlib import Path

from notes.problems import BadValue
from notes.reading.files.sheets import MOST_CELLS, MOST_COLUMNS, TOO_WIDE, Contents, Row, Sheet

SECONDS = 20  # of the clock, and half as many of the processor
BYTES = 1 << 30
_SAVE_AS = "Open it in your spreadsheet program and save it as .xlsx."


def read_foreign(path: Path) -> Contents:
    """All sheets of the workbook.

    Raises:
        BadValue: it cannot be read within the limits of time and memory.
    """
    command = [
        sys.executable,
        "-I",
        "-c",
        _CHILD.format(module=__name__, package=str(Path(__file__).parents[3])),
        str(path),
    ]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False, stdin=subprocess.DEVNULL)  # noqa: S603 - our own program
    except subprocess.TimeoutExpired:
        raise BadValue("the workbook takes too long to read.", _SAVE_AS) from None
    if done.returncode != 0:
        if b"assword" in done.stderr:
            raise BadValue("the workbook is protected with a password.", "Save a copy of it without the password.")
        raise BadValue("the workbook is damaged, or of a kind that cannot be read.", _SAVE_AS)
    sheets = pickle.loads(done.stdout)  # noqa: S301 - written by our own child
    found = [_sheet(*one) for one in sheets]
    wide = any(len(row.values) == MOST_COLUMNS for sheet in found for row in sheet.rows)
    return Contents(found, [TOO_WIDE] if wide else ())


def _sheet(name: str, hidden: bool, first: int, rows: list[list[object]]) -> Sheet:
    filled = []
    for number, values in enumerate(rows, first):
        cells = [None if value == "" else value for value in values[:MOST_COLUMNS]]
        if any(value is not None for value in cells):
            filled.append(Row(number, cells))  # type: ignore[arg-type] # calamine gives the same kinds of value
    return Sheet(name, filled, hidden)


_CHILD = """
import sys
sys.path.insert(0, {package!r})
from {module} import child
child(sys.argv[1])
"""


def child(path: str) -> None:
    """What the child process does: read, and hand the values over."""
    _limit()
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_path(path)
    sheets = []
    cells = 0
    for about in book.sheets_metadata:
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(about.name)
        cells += sheet.total_height * sheet.total_width
        if cells > MOST_CELLS:
            raise MemoryError
        hidden = about.visible != SheetVisibleEnum.Visible
        rows = sheet.to_python(skip_empty_area=False)
        sheets.append((about.name, hidden, 1, rows))
    sys.stdout.buffer.write(pickle.dumps(sheets))


def _limit() -> None:
    """Bounds of memory and time, where the system has them (Windows has not)."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS // 2, SECONDS // 2))
