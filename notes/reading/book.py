"""The book: all that the person’s file tells, its sheets found by their headers and joined."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from notes.customers import Book, Customer, Jotting, Milestone
from notes.files import name_of, within
from notes.language.folding import squashed
from notes.language.numbers import counted
from notes.language.texts import short
from notes.memory import without_collecting
from notes.problems import BadValue, Level, Place, Problem, Unusable
from notes.reading.buyers import is_of_balances, is_of_orders, people_of, read_buyers
from notes.reading.duplicates import Settled, settle_duplicates
from notes.reading.files.detection import is_open_elsewhere, read_contents
from notes.reading.files.sheets import Contents, Sheet
from notes.reading.further import is_a_copy, is_of_the_gone, with_dead, with_gone, with_sums, with_table
from notes.reading.heard_columns import is_looked_at
from notes.reading.jottings import read_jottings
from notes.reading.milestones import (
    days_told,
    has_occasions,
    is_of_told_days,
    read_milestones,
    told_milestones,
    with_told_partners,
)
from notes.reading.orders import read_orders, with_orders
from notes.reading.people import read_customers, tell_lacks
from notes.reading.signals import tell_holds, with_details
from notes.reading.tables.cells import Cells
from notes.reading.tables.finding import Table, find_table, lack_of_orders
from notes.reading.tables.legends import legend_in_columns, legend_of
from notes.reading.tables.parted_days import with_parted_days
from notes.reading.tables.remarks import with_remarks
from notes.reading.tables.spoken import how_to_name, quoted_headers
from notes.reading.tables.told_days import with_told_days
from notes.reading.tables.unheaded import table_by_cells
from notes.reading.told_referrals import with_told_referrals
from notes.reading.understanding import guesses_told, lines_for_settings, understanding_of
from notes.settings import Settings

if TYPE_CHECKING:
    import pandas as pd

MOST_CUSTOMERS = 200_000
EXAMPLE = "First Name | Last Name | Street | City | State | Postal Code | Country | Birthday"


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a file by what they hold."""

    customers: Sequence[Table]
    milestones: Sequence[Table] = ()
    orders: Sequence[Table] = ()
    jottings: Sequence[Table] = ()
    further: Sequence[Table] = ()

    @property
    def all(self) -> Sequence[Table]:
        """The tables that are read, whatever they hold."""
        return [*self.customers, *self.milestones, *self.orders, *self.jottings]


@without_collecting()
def read_book(path: Path, settings: Settings, *, today: date | None = None) -> Book:
    """All that a file tells of customers, milestones and orders, and what is wrong with it.

    `today` decides which dates lie in the future; without it, the day on which the file was last changed.

    Raises:
        Unusable: nothing can be read from the file.
    """
    if settings.source.file and not path.exists():
        path = _named(path.parent, settings.source.file)
    contents = read_contents(path, settings.source.query)
    today = today or datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
    return read_contents_as_book(contents, path, settings, today)


def _named(folder: Path, file: str) -> Path:
    try:
        return within(folder, file)
    except BadValue as bad:
        raise Unusable((bad.at(Place("notes.toml", key="source.file")),)) from bad


def read_contents_as_book(contents: Contents, path: Path, settings: Settings, today: date) -> Book:
    """The book of a file’s contents."""
    tables = find_tables(contents, path.name, settings)
    reader = _Reader(path.name, settings, today, [], [], legend=_legend_beside(contents, tables))
    settled = settle_duplicates(reader.customers(tables))
    reader.problems += settled.problems
    orders = reader.orders(tables.orders, settled)
    customers = reader.further(contents, tables, settled.customers)
    if orders is not None:
        customers = with_orders(customers, orders, settings.business.currency)
    customers = with_told_referrals(reader.sums(contents, tables, customers))
    reader.problems[:0] = _about_file(contents, path, tables, reader.used)
    milestones = reader.milestones(tables.milestones, settled)
    jottings = reader.jottings(tables.jottings, settled)
    customers = with_details(with_told_partners(customers, milestones), jottings, today)
    reader.problems += tell_holds(customers, milestones, reader.kinds, settings.occasions)
    return Book(
        file=name_of(path),
        customers=customers,
        milestones=milestones,
        jottings=jottings,
        orders=orders,
        problems=in_order(reader.problems),
        remarks=reader.remarks,
        questions=reader.questions,
        asks_order=reader.asks_order,
        understood=[one for table in tables.customers for one in understanding_of(table)],
        settled_columns=lines_for_settings(tables.customers[0]) if tables.customers else (),
    )


def _legend_beside(contents: Contents, tables: Tables) -> Mapping[str, str]:
    """What codes mean, by sheets that have no table (“How to use”)."""
    free = [sheet for sheet in contents.sheets if not any(one.sheet is sheet for one in tables.all)]
    both = [legend(sheet.rows) for sheet in free for legend in (legend_in_columns, legend_of)]
    return {code: meaning for one in both for code, meaning in one.items()}


@dataclass
class _Reader:
    """Reads tables one after the other and keeps what they hold."""

    file: str
    settings: Settings
    today: date
    problems: list[Problem]
    remarks: list[str]
    questions: bool = False
    asks_order: bool = False
    kinds: set[tuple[str | None, str | None]] = field(default_factory=set)
    used: list[Sheet] = field(default_factory=list)
    legend: Mapping[str, str] = field(default_factory=dict)
    told: list[Milestone] = field(default_factory=list)

    def cells(self, table: Table) -> Cells:
        return Cells(self.file, table, self.settings, self.today, self.problems, kinds=self.kinds, legend=self.legend)

    def customers(self, tables: Tables) -> list[Customer]:
        """The customers from their own tables; where there are none, those whom the orders name."""
        found: list[Customer] = []
        for table in tables.customers or map(people_of, tables.orders):
            cells = self.cells(table)
            if tables.customers:
                _tell_columns(cells)
                _tell_long_rows(cells)
                self.questions |= bool(table.columns.asked)
                read = read_customers(cells)
                self.told += told_milestones(cells, read)
                found += read
            else:
                buyers = read_buyers(cells)
                tell_lacks(cells, buyers)
                self.remarks.append(f"The file has only orders; they name {counted(len(buyers), 'customer')}.")
                found += buyers
            self.questions |= cells.questions
            self.asks_order |= cells.asks_order
        return found

    def further(self, contents: Contents, tables: Tables, customers: Sequence[Customer]) -> Sequence[Customer]:
        """The customers with what other sheets say of them: a second table, and who stands on a list of the gone."""
        gone = [sheet for sheet in contents.sheets if is_of_the_gone(sheet.name or "")]
        for table in tables.further:
            if table.sheet in gone or table.sheet.hidden:
                continue
            silent = replace(self.cells(table), problems=[])
            if (more := with_table(customers, silent)) is None:
                more = with_dead(customers, silent)
            if more is not None:
                customers = more
                self.used.append(table.sheet)
        for sheet in gone:
            if not any(table.sheet is sheet for table in tables.customers):
                customers = with_gone(customers, sheet, self.file)
        return customers

    def sums(self, contents: Contents, tables: Tables, customers: Sequence[Customer]) -> Sequence[Customer]:
        """The customers with what a sheet of sums says that each has spent."""
        free = [sheet for sheet in contents.sheets if sheet.rows and not any(one.sheet is sheet for one in tables.all)]
        are_known = any("total_spent" in table.columns.fields for table in tables.customers)
        for sheet in free if len(contents.sheets) > 1 and not are_known else ():
            customers, count = with_sums(customers, sheet, self.settings.business.currency)
            if count:
                self.used.append(sheet)
                self.remarks.append(f"“{sheet.name}” says what {counted(count, 'customer')} spent.")
        return customers

    def orders(self, tables: Sequence[Table], settled: Settled) -> "pd.DataFrame | None":
        if not tables:
            return None
        import pandas as pd

        frames = []
        for table in tables:
            cells = self.cells(table)
            frame, remarks = read_orders(cells, settled.customers)
            frames.append(frame)
            self.remarks += remarks
            self.questions |= cells.questions
            self.asks_order |= cells.asks_order
        orders = frames[0] if len(frames) == 1 else pd.concat(frames, ignore_index=True)
        if settled.same:
            orders["customer_id"] = orders["customer_id"].replace(settled.same)
        return orders

    def milestones(self, tables: Sequence[Table], settled: Settled) -> list[Milestone]:
        found = [replace(one, customer_id=settled.same.get(one.customer_id, one.customer_id)) for one in self.told]
        for table in tables:
            cells = self.cells(table)
            read = (days_told if table.kind == "days" else read_milestones)(cells, settled.customers)
            found += [replace(one, customer_id=settled.same.get(one.customer_id, one.customer_id)) for one in read]
            self.questions |= cells.questions
            self.asks_order |= cells.asks_order
        return found

    def jottings(self, tables: Sequence[Table], settled: Settled) -> list[Jotting]:
        found: list[Jotting] = []
        for table in tables:
            read = read_jottings(self.cells(table), settled.customers)
            found += [replace(one, customer_id=settled.same.get(one.customer_id, one.customer_id)) for one in read]
        return found


def find_tables(contents: Contents, file: str, settings: Settings) -> Tables:
    """The tables of all sheets, each for what it is: the columns tell milestones and orders from customers."""
    customers: list[Table] = []
    milestones: list[Table] = []
    orders: list[Table] = []
    jottings: list[Table] = []
    home = settings.business.country
    for sheet in contents.sheets:
        table = find_table(sheet, "milestones")
        if table and has_occasions(table, settings.occasions) and not _has_addresses(sheet, settings):
            milestones.append(table)
            continue
        table = find_table(sheet, "days")
        if table and is_of_told_days(table, settings.occasions) and not _has_addresses(sheet, settings):
            milestones.append(table)
            continue
        order, customer = find_table(sheet, "orders"), find_table(sheet, "customers", settings.columns, home)
        if order and is_of_balances(order):
            order = None
        elif order is None and (table := find_table(sheet, "details")):
            jottings.append(table)
            continue
        one_table = order is not None and customer is not None and order.header_row == customer.header_row
        if order and customer and one_table and is_of_orders(order, customer, sheet.name):
            customer = None
        if customer:
            customers.append(customer)
        if order and not (customer and one_table):
            orders.append(order)
    of_customers = customers
    customers = _chosen(customers)
    further = [table for table in of_customers if not any(table is one for one in customers)]
    used = [*customers, *milestones, *orders, *jottings, *further]
    free = [sheet for sheet in contents.sheets if not any(table.sheet is sheet for table in used)]
    further += filter(None, (find_table(sheet, "customers", None, home, numbered=True) for sheet in free))
    if not customers and not any(map(_names_people, orders)):
        customers = _by_cells(contents, [*milestones, *orders, *jottings], settings)
    if not customers and not any(map(_names_people, orders)):
        raise Unusable((_only_orders(file) if orders else _no_header(contents, file),))
    if sum(len(table.rows) for table in customers) > MOST_CUSTOMERS:
        message = (
            f"it has more than {MOST_CUSTOMERS:,} customers, far too many for cards that are looked at one by one."
        )
        raise Unusable.because(file, message, "Copy those who may get a card into a list of their own.")
    if not any(table.rows for table in (customers or orders)):
        raise Unusable.because(file, "there are no customers below the header.", "Add a row for each customer.")
    customers = [_with_what_is_told(table, settings) for table in customers]
    return Tables(customers, milestones, orders, jottings, further)


def _with_what_is_told(table: Table, settings: Settings) -> Table:
    """The table with the columns that only their cells explain: days with what happens on them, and remarks."""
    table = with_parted_days(table, settings.occasions)
    rows = [row.values for row in table.rows]
    return replace(table, columns=with_remarks(with_told_days(table.columns, rows, settings.occasions), rows))


def _has_addresses(sheet: Sheet, settings: Settings) -> bool:
    """Whether a sheet says where people live: it has customers, though it says as well what a job was for."""
    table = find_table(sheet, "customers", settings.columns, settings.business.country)
    return table is not None and any({"street", "whole"} & {*group} for group in table.columns.addresses.values())


def _by_cells(contents: Contents, used: Sequence[Table], settings: Settings) -> list[Table]:
    """The customers where no header tells of them, from the sheet that has most of them."""
    free = [sheet for sheet in contents.sheets if sheet.rows and not any(table.sheet is sheet for table in used)]
    found = [table_by_cells(sheet, settings.columns, settings.business.country) for sheet in free]
    return _chosen([table for table in found if table])


def _names_people(orders: Table) -> bool:
    return any(name in orders.columns.fields for name in ("name", "first_name", "last_name", "email"))


def _chosen(tables: Sequence[Table]) -> list[Table]:
    """Of several tables of customers, the one best understood; others with the same columns belong to it."""
    visible = [table for table in tables if not table.sheet.hidden] or list(tables)
    for is_old in (is_of_the_gone, is_a_copy):
        visible = [table for table in visible if not is_old(table.sheet.name or "")] or visible
    if len(visible) < 2:
        return visible
    best = max(visible, key=lambda table: (table.columns.understood, len(table.rows)))
    return [table for table in visible if table is best or (table.rows and _is_more_of(table, best))]


def _is_more_of(table: Table, best: Table) -> bool:
    """Whether a table has the columns of another, one more or less: a round has a sheet for each weekday."""
    fields = {*table.columns.fields}
    if fields == {*best.columns.fields}:
        return True
    headers, others = ({*filter(None, map(squashed, one.columns.headers))} for one in (table, best))
    is_alike = len(headers & others) * 10 >= 7 * len(headers | others)
    return is_alike and all(
        (name in fields) == (name in best.columns.fields) for name in ("name", "first_name", "last_name", "customer_id")
    )


def _only_orders(file: str) -> Problem:
    message = "the file has orders, but no names."
    return Problem(
        Place(file), message, "Put the customers on a sheet of the same workbook, or choose the file that has them."
    )


def _no_header(contents: Contents, file: str) -> Problem:
    place = Place(file)
    if not any(sheet.rows for sheet in contents.sheets):
        return Problem(place, "the file has no rows.", "Choose the file that has your customers.")
    first = next(sheet.rows[0] for sheet in contents.sheets if sheet.rows)
    found = quoted_headers((short(value, 30) for value in first.values if value is not None), 6)
    message = f"no row says what the columns are; the first row is {found}."
    return Problem(place, message, f"Put a header above the customers, like: {EXAMPLE}")


def _about_file(contents: Contents, path: Path, tables: Tables, further: Sequence[Sheet]) -> list[Problem]:
    """What to know about the file as a whole: that it is open, which sheets were read, what is hidden or left out."""
    notices = [(Place(path.name), notice) for notice in contents.notices]
    if is_open_elsewhere(path):
        notices.append(
            (Place(path.name), "the workbook is open in another program; changes that are not saved yet are not read.")
        )
    for table in tables.all:
        notices += _about_table(table, path.name)
    used = [table.sheet for table in tables.all] + [*further]
    left = [sheet for sheet in contents.sheets if sheet.rows and not any(one is sheet for one in used)]
    wanted = {sheet.name: lack for sheet in left if (lack := lack_of_orders(sheet))}
    others = [str(sheet.name) for sheet in left if sheet.name not in wanted]
    if others:
        read = quoted_headers(str(sheet.name) for sheet in used)
        notices.append((Place(path.name), f"read from {read}; not used: {quoted_headers(others)}."))
    told = [Problem(place, message, "", Level.NOTICE) for place, message in notices]
    remedy = "Name the column in the sheet’s header: Customer ID or Name, Date, Total."
    return told + [
        Problem(
            Place(path.name, name),
            f"this sheet is not read, though it looks like orders: {lack}.",
            remedy,
            Level.WARNING,
        )
        for name, lack in wanted.items()
    ]


def _about_table(table: Table, file: str) -> list[tuple[Place, str]]:
    sheet = table.sheet
    place = Place(file, sheet.name)
    notices: list[tuple[Place, str]] = []
    hidden = sum(row.number in sheet.hidden_rows for row in table.rows)
    if hidden:
        was = "is hidden and was" if hidden == 1 else "are hidden and were"
        remark = f"{counted(hidden, 'row')} {was} read all the same. Delete the rows of anyone to leave out."
        notices.append((place, remark))
    columns = [
        header for column, header in enumerate(table.columns.headers) if header and column in sheet.hidden_columns
    ]
    if columns:
        notices.append((place, f"hidden columns were read all the same: {quoted_headers(columns)}."))
    if table.left_out:
        rows = ", ".join(map(str, table.left_out[:8])) + (" …" if len(table.left_out) > 8 else "")
        notices.append(
            (place, f"left out, since these are not customers: row {rows} (totals, footers, another table).")
        )
    return notices


def _tell_columns(cells: Cells) -> None:
    """Which columns were taken by their cells or not understood, and which are not used though one might expect it."""
    columns = cells.table.columns
    message, remedy = guesses_told(columns)
    if message:
        cells.tell(message, remedy, Level.ERROR if columns.asked else Level.WARNING)
    unknown = [column for column in columns.unknown if not is_looked_at(columns.header(column))]
    filled = [column for column in unknown if any(value not in (None, "") for value in cells.values(column))]
    if filled:
        names = quoted_headers(columns.header(column) for column in filled)
        cells.tell(
            f"columns not understood, and so not used: {names}.",
            how_to_name([columns.header(column) for column in filled]),
            Level.NOTICE,
        )  # fmt: skip
    for reason in dict.fromkeys(filter(None, columns.aside.values())):
        those = [columns.header(column) for column, why in columns.aside.items() if why == reason]
        are = "is" if len(those) == 1 else "are"
        cells.tell(f"{quoted_headers(those)} {are} not used. {reason}", "", Level.NOTICE)
    if columns.others:
        others = quoted_headers(columns.header(column) for column in sorted(columns.others))
        cells.tell(f"not the customer’s own, and so not used: {others}.", "", Level.NOTICE)


def _tell_long_rows(cells: Cells) -> None:
    width = max((number for number, header in enumerate(cells.table.columns.headers, 1) if header), default=0)
    for index, row in enumerate(cells.table.rows if cells.width > width else ()):
        if len(row.values) > width:
            extra = [short(value, 30) for value in row.values[width:] if value not in (None, "")]
            if extra:
                cells.tell(
                    f"the row has more cells than the header has columns; {quoted_headers(extra, 4)} are not used.",
                    "See whether a comma or a quotation mark is missing.", row=index,
                )  # fmt: skip


def in_order(problems: Sequence[Problem]) -> list[Problem]:
    """The problems from top to bottom: those about the file first, then by sheet and row; equal ones once."""
    once = list(dict.fromkeys(problems))
    sheets = list(dict.fromkeys(problem.place.sheet for problem in once))
    return sorted(once, key=lambda one: (sheets.index(one.place.sheet), one.place.row or 0))
