"""Columns of dates: the order of day and month is settled for the column, from its own values or those beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from notes.customers import Day
from notes.language.texts import short
from notes.problems import BadValue, Level
from notes.reading.files.sheets import Value
from notes.reading.tables.cells import Cells
from notes.reading.values.dates import Order, Shape, Slashed, Use, Whole, order_of, settled, shape

ASK = (
    'Write the dates like 2024-02-29, or put date_order = "month first" or "day first" under [business] in notes.toml.'
)


@dataclass(frozen=True, slots=True)
class DateColumn:
    """A column of dates before the order of day and month is known."""

    number: int
    use: Use
    shapes: Sequence[Shape]


def read_dates(cells: Cells, uses: Mapping[str, Use]) -> dict[str, list[Day | None]]:
    """The days of every column of dates of a table, by field."""
    columns = {
        name: DateColumn(column, use, _shapes(cells, column, use))
        for name, use in uses.items()
        if (column := cells.column(name)) is not None
    }
    proven = {name: order_of(one.shapes)[0] for name, one in columns.items()}
    found: dict[str, list[Day | None]] = {}
    for name, one in columns.items():
        others = {order for other, order in proven.items() if other != name and order}
        order = _order(cells, one, others.pop() if len(others) == 1 else None)
        found[name] = _days(cells, one, order)
    return {name: found.get(name, [None] * len(cells)) for name in uses}


def _shapes(cells: Cells, column: int, use: Use) -> list[Shape]:
    from_1904 = cells.table.sheet.counts_from_1904

    def shaped(value: Value) -> Shape:
        return shape(value, from_1904)

    return cells.read(column, shaped, None)


def _order(cells: Cells, column: DateColumn, beside: Order | None) -> Order | None:
    """The order of a column: as its own values prove, or as set, or as other columns prove; if none does, ask."""
    open_ones = [one for one in column.shapes if isinstance(one, Slashed) and one.proves is None]
    order, proofs = order_of(column.shapes)
    if len(proofs) == 2:
        _tell_both(cells, column)
        return None
    _warn_if_swapped(cells, column, order)
    undecided = [one for one in open_ones if one.first != one.second]
    chosen = cells.settings.business.date_order
    if order or not undecided:
        return order or Order.MONTH_FIRST
    if chosen:
        return Order(chosen)
    if beside:
        message = (
            f"“{undecided[0].text}” and dates like it are read {beside.value}, as the other dates in this table are."
        )
        cells.tell(message, level=Level.NOTICE, column=column.number)
        return beside
    header = cells.table.columns.header(column.number)
    cells.tell(
        f"is “{undecided[0].text}” in “{header}” month first or day first? No date in the file shows which.",
        ASK, Level.ERROR, column=column.number,
    )  # fmt: skip
    cells.questions = True
    return None


def _tell_both(cells: Cells, column: DateColumn) -> None:
    """A column of both orders: a cell that proves each, and every cell that is not read because of them."""
    slashed = [(row, one) for row, one in enumerate(column.shapes) if isinstance(one, Slashed)]
    month, day = (
        next(
            (f"“{one.text}” in {cells.place(row, column.number).cell}", one)
            for row, one in slashed
            if one.proves is order
        )[0]
        for order in (Order.MONTH_FIRST, Order.DAY_FIRST)
    )
    cells.tell(
        f"{month} has the month first and {day} the day, so dates that could be either are not read.",
        "Write all dates in the column like 2024-02-29; the setting date_order cannot help where there are both.",
        Level.ERROR, column=column.number,
    )  # fmt: skip
    for row, one in slashed:
        if one.proves is None and one.first != one.second:
            message = f"“{one.text}” is not read, since it may be month first or day first and the column has both."
            cells.tell(message, ASK.partition(",")[0] + ".", Level.WARNING, row, column.number)


def _warn_if_swapped(cells: Cells, column: DateColumn, order: Order | None) -> None:
    """A spreadsheet set to the other order turns 3/4 into 4 March and leaves 13/4 as text: half a column is swapped."""
    texts = [one for one in column.shapes if isinstance(one, Slashed)]
    typed = [one for one in column.shapes if isinstance(one, Whole) and one.typed]
    proven = order is not None and len(texts) >= 2 and all(one.proves for one in texts)
    if not proven or len(typed) < 4 or any(one.day > 12 for one in typed):
        return
    cells.tell(
        f"“{texts[0].text}” is a text and no real date of the column has a day above 12: "
        "it seems that a spreadsheet swapped day and month of those.",
        "Import the file again with the dates in the right order, or type the dates like 2024-02-29.",
        Level.ERROR, column=column.number,
    )  # fmt: skip
    cells.questions = True


def _days(cells: Cells, column: DateColumn, order: Order | None) -> list[Day | None]:
    days: list[Day | None] = []
    known: dict[str, Day | None] = {}
    for row, one in enumerate(column.shapes):
        if one is None or one.text in known:
            days.append(None if one is None else known[one.text])
            continue
        day, remark = None, ""
        try:
            day, remark = settled(one, order, column.use, cells.today)
        except BadValue as bad:
            cells.problems.append(bad.at(cells.place(row, column.number)))
        if remark:
            cells.tell(short(remark, 200), "", row=row, column=column.number)
        elif day:
            known[one.text] = day
        days.append(day)
    return days
