"""Workbooks of Excel (xlsx, xlsm): their sheets, read through openpyxl after a look at what is packed in the file."""

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from notes.problems import BadValue
from notes.reading.files.comments import comments_of
from notes.reading.files.sharing import Sharing, in_pieces
from notes.reading.files.sheets import MOST_CELLS, MOST_COLUMNS, TOO_WIDE, Contents, Row, Sheet, Value, reference

MOST_UNPACKED = 200 * 1024 * 1024
MOST_RATIO = 200
MOST_PARTS = 2_000
MOST_ROWS = 1_048_576
MOST_SHEETS = 500
MOST_WEIGHT = 2_500_000  # what can be read in some ten seconds: a cell or a text counts once, a row twice
LARGEST_PIECE = 16 << 20  # bytes without the end of a row

_SHOWN_AS_CODE = re.compile(r"0[0 -]*0")  # “00000”, “00000-0000”: numbers that are codes
_DECLARATION = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)


def guard(path: Path) -> None:
    """Look at the directory of a zip file before anything in it is unpacked.

    Raises:
        BadValue: the file is damaged, or would unpack to more than any list of customers is.
    """
    damaged = BadValue(
        "the workbook is damaged or incomplete.", "Open it in your spreadsheet program and save it again."
    )
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
            unpacked = sum(part.file_size for part in parts)
            smallest = max(sum(part.compress_size for part in parts), 1)
            if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or unpacked / smallest > MOST_RATIO:
                raise BadValue(
                    "the workbook holds far more than any list of customers.", "Copy the list into a new one."
                )
            if any(part.flag_bits & 1 for part in parts):
                raise BadValue("the workbook is protected with a password.", "Save a copy of it without the password.")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and _declares(packed.open(part)):
                    raise BadValue(
                        "the workbook has parts that no spreadsheet program writes.",
                        "Open it in your spreadsheet program and save it again.",
                    )
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        raise damaged from None


def weights_of(path: Path) -> dict[str, int]:
    """How long each part will take to read, found without understanding it: its cells, texts and rows.

    Raises:
        BadValue: it is more than any list of customers.
    """
    weights: dict[str, int] = {}
    with zipfile.ZipFile(path) as packed:
        for part in packed.infolist():
            if part.filename.casefold().endswith(".xml"):
                with suppress(zipfile.BadZipFile, zlib.error, EOFError):  # a part that nobody needs may be damaged
                    data = packed.read(part)
                    weights[part.filename] = sum(weight * data.count(mark) for mark, weight in _WEIGHTS)
                    if part.filename.endswith("workbook.xml"):
                        _see_to_count(data.count(b"<sheet "))
    if sum(weights.values()) > MOST_WEIGHT:
        raise _too_large("the workbook")
    return weights


_MARKS = [(b"row", 2), (b"c ", 1), (b"c>", 1), (b"si>", 1)]
# With the prefix of a namespace, too, as some programs write it.
_WEIGHTS = [(start + mark, weight) for start in (b"<", b":") for mark, weight in _MARKS]


def _too_large(what: str) -> BadValue:
    return BadValue(f"{what} is too large to be a list of customers.", "Copy the list into a new workbook.")


def parts_of(path: Path) -> frozenset[str]:
    """The names of the parts in a packed file."""
    with zipfile.ZipFile(path) as packed:
        return frozenset(packed.namelist())


def _declares(part: IO[bytes]) -> bool:
    """Whether a part begins with declarations of its own, as only an attack would."""
    with part:
        return bool(_DECLARATION.search(part.read(4096)))


def read_workbook(path: Path) -> Contents:
    """All sheets of a workbook.

    Raises:
        BadValue: it cannot be read.
    """
    import openpyxl

    try:
        weights = weights_of(path)
        book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except BadValue:
        raise
    except Exception:
        raise BadValue(
            "this is not a workbook that can be read.", "Open it in your spreadsheet program and save it as .xlsx."
        ) from None
    try:
        from openpyxl.utils.datetime import CALENDAR_MAC_1904

        in_1904 = book.epoch == CALENDAR_MAC_1904
        _see_to_sheets(book.worksheets, weights)
        with zipfile.ZipFile(path) as packed:
            crossed = _styles_that_cross_out(book)
            sheets = [_read_sheet(one, packed, in_1904, crossed) for one in book.worksheets]
        return Contents(sheets, [TOO_WIDE] if any(map(_is_wide, sheets)) else ())
    except BadValue:
        raise
    except Exception:
        raise BadValue(
            "the workbook is damaged, and one of its sheets cannot be read.", "Open it and save it again as .xlsx."
        ) from None
    finally:
        book.close()


def _see_to_sheets(sheets: Sequence[Any], weights: Mapping[str, int]) -> None:
    """See that the sheets can be read in reasonable time, those too that show one part again and again.

    Raises:
        BadValue: there are too many.
    """
    _see_to_count(len(sheets))
    if sum(weights.get(sheet._worksheet_path.lstrip("/"), 0) for sheet in sheets) > MOST_WEIGHT:
        raise _too_large("the workbook")


def _see_to_count(sheets: int) -> None:
    if sheets > MOST_SHEETS:
        raise BadValue(f"the workbook has {sheets:,} sheets.", "Copy the list into a new workbook.")


def _is_wide(sheet: Sheet) -> bool:
    """Whether there was more in a row than is read."""
    return any(len(row.values) == MOST_COLUMNS for row in sheet.rows)


def _styles_that_cross_out(book: Any) -> frozenset[int]:
    """The styles of cells whose text is struck through."""
    return frozenset(number for number, style in enumerate(book._cell_styles) if book._fonts[style.fontId].strike)


def _read_sheet(sheet: Any, packed: zipfile.ZipFile, in_1904: bool, crossed: frozenset[int]) -> Sheet:
    sheet.reset_dimensions()
    currencies: dict[str, str] = {}
    struck: set[str] = set()
    rows = _shared(_filled_rows(sheet, currencies, crossed, struck))
    marks = _marks(packed, sheet._worksheet_path)
    return Sheet(
        name=sheet.title,
        rows=rows,
        hidden=sheet.sheet_state != "visible",
        currencies=currencies,
        comments=comments_of(packed, sheet._worksheet_path),
        struck=frozenset(struck),
        counts_from_1904=in_1904,
        **marks,
    )


def _shared(rows: Iterable[Row]) -> list[Row]:
    """The rows, with equal cells of a column kept once."""
    sharing = Sharing()
    found: list[Row] = []
    for piece in in_pieces(rows):
        found += map(Row, [row.number for row in piece], sharing.shared([row.values for row in piece]))
    return found


def _filled_rows(sheet: Any, currencies: dict[str, str], crossed: frozenset[int], struck: set[str]) -> Iterator[Row]:
    seen = 0
    for number, cells in enumerate(sheet.iter_rows(), 1):
        seen += len(cells)
        if number > MOST_ROWS or seen > MOST_CELLS:
            raise _too_large(f"sheet “{sheet.title}”")
        values: list[Value] = [cell.value for cell in cells[:MOST_COLUMNS]]
        if not _NUMBERS.isdisjoint(map(type, values)):
            values = [_shown(cell, value, currencies) for cell, value in zip(cells, values, strict=False)]
        while values and values[-1] is None:
            values.pop()
        if values:
            if crossed:
                those = (column for column, cell in enumerate(cells) if getattr(cell, "_style_id", -1) in crossed)
                struck.update(reference(column, number) for column in those)
            yield Row(number, values)


_NUMBERS = frozenset([int, float])


def _shown(cell: Any, value: Value, currencies: dict[str, str]) -> Value:
    """What the cell shows if it is a code with zeros, or else what it holds."""
    if type(value) not in _NUMBERS or (number_format := cell.number_format) == "General":
        return value
    return _formatted(value, number_format, cell, currencies)


def _formatted(value: Any, number_format: str, cell: Any, currencies: dict[str, str]) -> str | int | float:
    first = number_format.partition(";")[0]
    if _SHOWN_AS_CODE.fullmatch(first) and len(first) > 2 and float(value).is_integer() and value >= 0:
        digits = iter(str(int(value)).zfill(first.count("0")))
        return "".join(next(digits) if one == "0" else one for one in first) + "".join(digits)
    if currency := currency_of(first):
        currencies[reference(cell.column - 1, cell.row)] = currency
    number: int | float = value
    return number


def currency_of(number_format: str) -> str:
    """The sign or code of the currency that a number format shows.

    >>> currency_of('"$"#,##0.00'), currency_of("#,##0.00 [$€-407]"), currency_of("0.00")
    ('$', '€', '')
    """
    match = re.search(r"\[\$([^\]-]+)(?:-[^\]]*)?\]|([$€£¥])|\"\s*([A-Z]{3}|zł|kr\.?|Kč)\s*\"", number_format)
    return next((one.strip() for one in match.groups() if one), "") if match else ""


# Nothing in it looks at a character twice (“*+” gives nothing back), so a part that is no sheet takes no longer.
_TAG = re.compile(
    rb"<(?:\w++:)?(row|col)\b([^<>]*+)>"
    rb"|<(?:\w++:)?c\b([^<>]*+)>\s*+<(?:\w++:)?f\b[^<>]*+>(?:(?<=/>)|([^<]*+)</(?:\w++:)?f>)\s*+"
    rb"(?:<(?:\w++:)?v\s*+/>|<(?:\w++:)?v></(?:\w++:)?v>)?\s*+</(?:\w++:)?c>"
)
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')


def _marks(packed: zipfile.ZipFile, part: str) -> dict[str, Any]:
    """Hidden rows and columns and formulas without a result, which openpyxl does not report when it streams."""
    rows: set[int] = set()
    columns: set[int] = set()
    formulas: dict[str, str] = {}
    with packed.open(part.lstrip("/")) as stream:
        for chunk in whole_rows(stream):
            for match in _TAG.finditer(chunk):
                _note(match, rows, columns, formulas)
    return {"hidden_rows": frozenset(rows), "hidden_columns": frozenset(columns), "formulas": formulas}


def _note(match: "re.Match[bytes]", rows: set[int], columns: set[int], formulas: dict[str, str]) -> None:
    if match[1] and not _HIDDEN.search(match[2]):
        return
    if match[1] == b"row" and (number := _attribute(match[2], b"r")):
        rows.add(int(number))
    elif match[1] == b"col":
        first, last = int(_attribute(match[2], b"min") or 1), int(_attribute(match[2], b"max") or 0)
        columns.update(range(first - 1, min(last, MOST_COLUMNS)))
    elif match[1] is None and (cell := _attribute(match[3], b"r")):
        formulas[cell] = "=" + (match[4] or b"").decode("utf-8", errors="replace")


def _attribute(tag: bytes, name: bytes) -> str:
    match = re.search(rb"(?:^|\s)" + name + rb'="([^"]*)"', tag)
    return match[1].decode("ascii", errors="replace") if match else ""


def whole_rows(stream: IO[bytes]) -> Iterator[bytes]:
    """A part in pieces that end where a row ends, so that none is cut in two."""
    rest = b""
    while piece := stream.read(1 << 20):
        end = piece.rfind(b"</row>")
        if end < 0 and len(rest) < LARGEST_PIECE:
            rest += piece
            continue
        yield rest + piece[: end + 6] if end >= 0 else rest + piece
        rest = piece[end + 6 :] if end >= 0 else b""
    yield rest
