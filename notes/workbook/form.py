"""The form of a business: the sheets of customers.xlsx with their columns explained, and a new folder that holds it."""

import io
import re
import sys
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from notes.folders import spreadsheet_in
from notes.occasions import ours
from notes.problems import Unusable
from notes.settings import Settings
from notes.settings_file import settings_file
from notes.staging import write_all
from notes.workbook.saving import saved
from notes.workbook.starters import LINUX, MAC, starters

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | date | None
Row = Mapping[str, Value]

OCCASIONS = tuple(one.name for one in ours().for_the_sheet)

TEXT, DAY, MONEY = "@", "yyyy-mm-dd", "#,##0.00"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the form: its header, one sentence of explanation, and how its cells are kept.

    `choices` make a drop-down; a `strict` one takes nothing else.
    """

    header: str
    about: str
    width: int = 14
    format: str = TEXT
    choices: Sequence[str] = ()
    strict: bool = False


YES_NO = ("yes", "no")

CUSTOMERS = (
    Column("Customer ID", "Your own number or short name for them; everybody has a different one.", 12),
    Column("First name", "The first name, or both for a couple: “Ana and Joe”.", 16),
    Column("Last name", "The family name.", 18),
    Column("Company", "The company, if the card goes to one.", 26),
    Column("Title", "Mr., Ms., Dr. and the like, but no job title.", 8),
    Column("Dear", "What comes after “Dear”, if it is not the first name.", 18),
    Column("Envelope name", "The first line on the envelope, if it is not the full name.", 26),
    Column("Address 1", "Street and number, or the PO box.", 28),
    Column("Address 2", "Apartment, floor or care of.", 18),
    Column("City", "The town.", 18),
    Column("State", "State, province or region, as it goes on an envelope.", 8),
    Column("ZIP", "ZIP or postal code, kept as text so that 02113 keeps its zero.", 10),
    Column(
        "Country",
        "The country; empty means your own.",
        16,
        choices=("United States", "Canada", "United Kingdom", "Ireland", "Germany", "Australia"),
    ),
    Column("E-mail", "Only to tell people apart; nothing is ever e-mailed.", 28),
    Column("Birthday", "The date of birth, or --04-12 if the year is not known.", 12, DAY),
    Column("Customer since", "The day of the first purchase; if empty, the day of their first order.", 14, DAY),
    Column("Wedding anniversary", "The wedding day, or --06-21 without the year.", 14, DAY),
    Column("Referred by", "Who sent them to you: a name or Customer ID from this sheet.", 20),
    Column("Household", "The same word for everybody who lives together and gets one card.", 16),
    Column("Do not mail", "“yes” if they want no cards.", 10, choices=YES_NO, strict=True),
    Column("Deceased", "“yes” once you know; no card goes to this name again.", 10, choices=YES_NO, strict=True),
    Column(
        "OK to write",
        "“yes” if a card may go although a cell holds it back; you are asked again when the cell changes.",
        12,
    ),
    Column("Language", "The language of their notes as two letters, if not your usual one.", 10, choices=("en",)),
    Column("Looked after by", "The colleague who signs, if not the usual sender.", 16),
    Column("Child", "The first name of a child.", 12),
    Column("Pet", "The name of a dog, cat or horse.", 12),
    Column("Partner", "The first name of husband, wife or partner.", 12),
    Column("Bought", "What they bought or had done, as it reads mid-sentence: “the walnut frame”.", 38),
    Column("Likes", "What they are fond of: “old sea charts”.", 28),
    Column("Trip", "A trip they told you about: “the week in Lisbon”.", 28),
    Column("Told us", "Something they told you that you want to ask about: “the new greenhouse”.", 34),
    Column("Say this", "A sentence of your own that goes into the next card; it is said once.", 44),
    Column("Write exactly this", "The whole of the next note in your own words; it is written once.", 44),
    Column(
        "Gift", "What goes along with the next card: “a jar of honey”. The note names it, and so does the guide.", 24
    ),
    Column(
        "Notes",
        "What you jot down: “dtr Mia started at Purdue”. A card may speak of it, never word for word; what is office "
        "matter stays out, and a death, a refusal or a move holds the card.",
        40,
    ),
)

MILESTONES = (
    Column("Customer ID", "Whose milestone it is: the Customer ID from the sheet Customers.", 12),
    Column("Name", "Their name, so that you can read the row.", 22),
    Column("Occasion", "The reason for the card; each has a folder in templates/.", 18, choices=OCCASIONS),
    Column("Date", "When it was, or --05-12 for a day that comes round every year.", 12, DAY),
    Column("About", "What it was, as it reads mid-sentence: “the new kitchen”.", 40),
    Column("Person", "Who it happened to, if not the customer: “Maeve”.", 16),
    Column("Say this", "A sentence of your own that goes into this card.", 44),
    Column("Write exactly this", "The whole of this note in your own words.", 44),
    Column("Gift", "What goes along with this card: “a jar of honey”; none goes with a condolence.", 24),
    Column("Approved by", "Your initials; a condolence or an apology waits for them.", 12),
    Column("Resolved", "“no” while a complaint is still open.", 10, choices=YES_NO, strict=True),
)

ORDERS = (
    Column("Customer ID", "Who bought: the Customer ID from the sheet Customers.", 12),
    Column("Date", "The day of the order.", 12, DAY),
    Column("Total", "What they paid; less than zero for a refund.", 12, MONEY),
    Column("Currency", "Three letters, if not your usual one.", 10, choices=("USD", "CAD", "EUR", "GBP")),
    Column(
        "Status",
        "What became of it; only what was paid for counts as revenue.",
        12,
        choices=("paid", "open", "cancelled", "refunded"),
    ),
    Column("Item", "What it was.", 44),
)

DETAILS = (
    Column("Customer ID", "Whose detail it is: the Customer ID of the sheet Customers.", 12),
    Column("Name", "Their name, so that you can read the row.", 22),
    Column("Who", "Whom it is about, if not the customer: “daughter Mia”, “husband”, “dog Biscuit”.", 18),
    Column(
        "Kind",
        "What kind of thing it is, where the words do not tell: “music”, “exam”, “trip”, “health”; empty is fine.",
        12,
        choices=(
            "music",
            "garden",
            "sport",
            "animal",
            "trip",
            "move",
            "school",
            "exam",
            "job",
            "health",
            "home",
            "event",
        ),
    ),
    Column(
        "What", "What it is, to stand mid-sentence: “the driving test”, “old roses”, “training for a marathon”.", 40
    ),
    Column("When", "When it is or was: 2026-10-12, Oct, next spring; empty where it goes on.", 14),
    Column(
        "What came of it", "How it ended, once you know: “passed”, “home again”. Then it is not asked about again.", 28
    ),
)

SHEETS: Mapping[str, Sequence[Column]] = {
    "Customers": CUSTOMERS,
    "Milestones": MILESTONES,
    "Details": DETAILS,
    "Orders": ORDERS,
}

READ_ME = (
    "Your customers",
    "This workbook is all that Fairhand knows about the people you write to. It never leaves this computer.",
    "Customers has one row for each person or company. A name and an address are enough to begin with.",
    "Child, Pet, Partner, Bought, Likes, Trip, Told us and Say this make a card personal. Write them as they would "
    "read in the middle of a sentence: “the walnut frame for the regatta picture”. One of them is enough.",
    "Milestones has one row for each thing that happened: a graduation, a new home, a promise that you broke. "
    "A date without a year, like --05-12, comes round every year.",
    "Details has one row for each thing that you know about somebody: whose it is, what, when, and what came of it. An "
    "event is asked about once; then you are asked what came of it. What you jot down in Notes is read as well.",
    "Orders has one row for each purchase. Those who bring most of the revenue are thanked.",
    "Every header has a note: rest the pointer on its red corner. You may leave columns out, move them and add "
    "your own; you are told which were not understood, and nothing else happens.",
    "When you have changed something, save, close, and run: make cards (or: notes cards)",
)

README = """# Your business

- `customers.xlsx`: your customers, their milestones, what you know of them, and their orders. *Read me* explains it.
- `notes.toml`: the settings; the line above each says what it does.
- `templates/`: your own words. A folder for each occasion, in it a text file for each wording, like
  `templates/birthday/another-year.txt`: it is taken before ours. `templates/topics/` is for what you know of a thing.
- `occasions.toml`, if you want occasions of your own: `[moved-office]` and, below it, `aliases = ["new office"]`.
  Their words stand in `templates/moved-office/`.

A double click opens this month in your browser: on `Fairhand.command` (macOS), `Fairhand.bat` (Windows) or
`fairhand.desktop` (Linux). What you decide there is kept in `out/`.

Keep a copy of this folder: it is all there is. `notes cards --help` says how to write the cards.
"""


def new_business(folder: Path, python: Path = Path(sys.executable)) -> Sequence[Path]:
    """An empty business, in a folder that is new or has none of its files; what was made.

    A double click on its starter opens the month, with the `python` that has Fairhand.

    Raises:
        Unusable: one of the files exists already, or the folder cannot be written.
    """
    files = {
        "customers.xlsx": workbook(),
        "notes.toml": settings_file(Settings()).encode(),
        "README.md": README.encode(),
        **starters(folder.resolve(), python),
    }
    taken = [path.name for path in (spreadsheet_in(folder), *map(folder.joinpath, files)) if path and path.exists()]
    if taken:
        remedy = "Name a new folder; nothing was changed."
        raise Unusable.because(str(folder), f"this folder already has a {taken[0]}.", remedy)
    try:
        (folder / "templates").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        remedy = "Name a folder that you may write to."
        raise Unusable.because(str(folder), f"this folder cannot be made ({error.strerror}).", remedy) from error
    write_all({folder / name: content for name, content in files.items()})
    for name in (MAC, LINUX):
        (folder / name).chmod(0o700)
    return [folder / name for name in files]


def workbook(rows: Mapping[str, Sequence[Row]] | None = None) -> bytes:
    """customers.xlsx with the rows of each sheet, by header; the same bytes for the same rows."""
    from openpyxl import Workbook

    book = Workbook()
    _write_read_me(book.worksheets[0])
    for title, columns in SHEETS.items():
        sheet = book.create_sheet(title)
        _write_header(sheet, columns)
        _write_rows(sheet, columns, (rows or {}).get(title, ()))
    return without_the_clock(book)


def _write_read_me(sheet: "Worksheet") -> None:
    from openpyxl.styles import Alignment, Font

    sheet.title = "Read me"
    sheet.column_dimensions["A"].width = 84
    sheet.sheet_view.showGridLines = False
    for row, text in enumerate(READ_ME, start=1):
        cell = sheet.cell(row, 1, text)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(name="Calibri", size=16 if row == 1 else 12, bold=row == 1)
        sheet.row_dimensions[row].height = 30 if row == 1 else 18 + 17 * (len(text) // 84)


def _write_header(sheet: "Worksheet", columns: Sequence[Column]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for number, column in enumerate(columns, start=1):
        letter = get_column_letter(number)
        cell = sheet.cell(1, number, column.header)
        cell.font = Font(name="Calibri", bold=True)
        cell.fill = PatternFill("solid", fgColor="EFE9DD")
        cell.alignment = Alignment(vertical="center")
        cell.comment = Comment(column.about, "Fairhand", height=70, width=240)
        sheet.column_dimensions[letter].width = max(column.width, len(column.header) + 4)  # the filter's arrow
        if column.choices:
            choice = DataValidation("list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
            choice.showErrorMessage = column.strict
            choice.add(f"{letter}2:{letter}5000")
            sheet.add_data_validation(choice)
    sheet.row_dimensions[1].height = 22
    sheet.freeze_panes = "D2" if sheet.title == "Customers" else "A2"


def _write_rows(sheet: "Worksheet", columns: Sequence[Column], rows: Sequence[Row]) -> None:
    from openpyxl.utils import get_column_letter

    for at, row in enumerate(rows, start=2):
        for number, column in enumerate(columns, start=1):
            value = row.get(column.header)
            cell = sheet.cell(at, number, value)
            cell.number_format = TEXT if isinstance(value, str) else column.format
            if isinstance(value, str):
                cell.data_type = "s"  # openpyxl would turn text that begins with “=” into a formula
    for number, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].number_format = column.format
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{max(len(rows) + 1, 2)}"


def without_the_clock(book: "Workbook") -> bytes:
    """The saved workbook with the times of the archive and its properties put back to one day."""
    book.properties.creator = "Fairhand"
    book.properties.created = datetime(2026, 1, 1)  # noqa: DTZ001 - openpyxl wants a naive one
    clean = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(book))) as old, zipfile.ZipFile(clean, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2026-01-01T00:00:00Z", content)
            entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, content)
    return clean.getvalue()
