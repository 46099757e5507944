"""Tables that no row explains: lists without a header, with one that nobody knows, and labels down the page."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from notes.language.folding import squashed
from notes.post.towns import taken_apart
from notes.reading.files.sheets import Row, Sheet, Value, letters
from notes.reading.tables.columns import Columns, header_text
from notes.reading.tables.finding import Table
from notes.reading.tables.guesses import first_full, fits_first_row, with_guesses
from notes.reading.tables.recognition import recognise
from notes.reading.tables.rows import rows_below

MOST_LINES = 7  # of a label


def table_by_cells(sheet: Sheet, chosen: Mapping[str, str] | None = None, home: str = "US") -> Table | None:
    """The customers of a sheet by what its cells hold; None where nothing in it is like a name."""
    rows = _labels_down_the_page(sheet.rows, home) or list(sheet.rows)
    start = next(first_full([row.values for row in rows]), None)
    if start is None:
        return None
    apart = _labels_apart(rows[start:], home)
    return _headed(sheet, apart, chosen, home) or _bare(sheet, apart, chosen, home)


def _headed(sheet: Sheet, rows: Sequence[Row], chosen: Mapping[str, str] | None, home: str) -> Table | None:
    """The table if the first row is a header, though nobody knows its words."""
    headers = [header_text(value) for value in rows[0].values]
    if {*map(squashed, (chosen or {}).values())} & {*map(squashed, _letters_of(rows))}:
        return None
    below, left_out = rows_below(rows[1:], headers)
    values = [row.values for row in below]
    columns = with_guesses(recognise("customers", headers, chosen, values), values, home)
    if not _names_somebody(columns) or fits_first_row(columns, rows[0].values, home):
        return None
    return Table(sheet, "customers", rows[0].number, columns, below, left_out)


def _bare(sheet: Sheet, rows: Sequence[Row], chosen: Mapping[str, str] | None, home: str) -> Table | None:
    """The table if the first row is somebody already; its columns are called by their letters."""
    first = recognise("customers", [header_text(value) for value in rows[0].values])
    if first.understood + len(first.others) > 1:
        return None
    headers = _letters_of(rows)
    below, left_out = rows_below(rows, [])
    values = [row.values for row in below]
    columns = with_guesses(recognise("customers", headers, chosen), values, home, headed=False)
    return Table(sheet, "customers", 0, columns, below, left_out) if _names_somebody(columns) else None


def _letters_of(rows: Sequence[Row]) -> Sequence[str]:
    """What columns without a header are called, here and in notes.toml."""
    return [f"Column {letters(place)}" for place in range(max(len(row.values) for row in rows))]


def _names_somebody(columns: Columns) -> bool:
    return any(name in columns.fields for name in ("name", "first_name", "display_name", "company", "last_name"))


def _labels_apart(rows: Sequence[Row], home: str) -> Sequence[Row]:
    """The rows, a column of whole labels (“Rosa Holm”, street and town below it in one cell) made two."""
    width = max(len(row.values) for row in rows)
    for place in range(width):
        labels = [_label(row.values[place], home) if place < len(row.values) else None for row in rows]
        if sum(map(bool, labels)) * 10 >= 7 * (len(rows) - 1) > 0:
            header = None if labels[0] else (str(rows[0].values[place]), "Full Address")
            return [
                _with_label(row, place, label, width)
                for row, label in zip(rows, [labels[0] or header, *labels[1:]], strict=True)
            ]
    return rows


def _with_label(row: Row, place: int, label: tuple[str, str] | None, width: int) -> Row:
    values = [*row.values, *[None] * (width - len(row.values))]
    values[place], address = label or (values[place], None)
    return replace(row, values=[*values, address])


def _label(value: Value, home: str) -> tuple[str, str] | None:
    """The name and the address of a label; None where a cell is no label."""
    lines = [line.strip(" ,") for line in value.splitlines() if line.strip(" ,")] if isinstance(value, str) else []
    if not 3 <= len(lines) <= MOST_LINES or not taken_apart("\n".join(lines[1:]), home).usable:
        return None
    return lines[0], "\n".join(lines[1:])


def _labels_down_the_page(rows: Sequence[Row], home: str) -> list[Row]:
    """Labels typed one below the other in one column, with a blank row between them, each as one cell."""
    if any(len(row.values) != 1 or not isinstance(row.values[0], str) or "\n" in row.values[0] for row in rows):
        return []
    labels: list[list[Row]] = []
    for row in rows:
        if labels and row.number == labels[-1][-1].number + 1:
            labels[-1].append(row)
        else:
            labels.append([row])
    found = [Row(those[0].number, ["\n".join(str(row.values[0]) for row in those)]) for those in labels]
    whole = [one for one in found if _label(one.values[0], home)]
    return found if len(whole) * 10 >= 7 * len(found) and len(found) > 1 else []
