"""Columns of dates: the order of day and month is settled for the column, from its own values or those beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from notes.customers import Day
from notes.language.folding import squashed
from notes.language.locales import month_number
from notes.language.numbers import counted
from notes.language.texts import short
from notes.language.vocabulary import words
from notes.post.countries import country_code, is_code
from notes.post.postal_codes import country_shown
from notes.post.towns import regions as states
from notes.post.towns import taken_apart, town_of
from notes.problems import BadValue, Level
from notes.reading.files.sheets import Value
from notes.reading.tables.cells import Cells
from notes.reading.values.dates import (
    Order,
    Shape,
    Slashed,
    Use,
    Vague,
    Whole,
    is_day_before,
    order_of,
    placeholders,
    settled,
    shape,
    year_of_the_program,
)

ASK = (
    'Write the dates like 2024-02-29, or put date_order = "month first" or "day first" under [business] in notes.toml.'
)


@dataclass(frozen=True)
class DateColumn:
    """A column of dates before the order of day and month is known."""

    number: int
    use: Use
    shapes: Sequence[Shape]

    @cached_property
    def different(self) -> Sequence[Shape]:
        """Each date that was read apart, once; most days of many customers stand in several rows."""
        return _different(self.shapes)


def _different(shapes: Sequence[Shape]) -> list[Shape]:
    return [*dict(zip(map(id, shapes), shapes, strict=True)).values()]


def read_dates(cells: Cells, uses: Mapping[str, Use]) -> dict[str, list[Day | None]]:
    """The days of every column of dates of a table, by field."""
    columns = {
        name: DateColumn(column, use, _shapes(cells, column, use))
        for name, use in uses.items()
        if (column := cells.column(name)) is not None
    }
    proven = {name: order_of(one.different)[0] for name, one in columns.items()}
    found: dict[str, list[Day | None]] = {}
    ours = {one.number for one in columns.values()}
    for name, one in columns.items():
        others = {order for other, order in proven.items() if other != name and order}
        beside = others.pop() if len(others) == 1 else None
        order = _order(
            cells,
            one,
            beside or (None if others else _order_of_the_post(cells, one.number) or _order_elsewhere(cells, ours)),
        )
        found[name] = _days(cells, one, order)
    return {name: found.get(name, [None] * len(cells)) for name in uses}


def _order_of_the_post(cells: Cells, column: int) -> Order | None:
    """As the countries of the addresses write days, where they all agree, or those who speak the header’s language.

    Where the addresses do not say in which country they are, it is the business’s own, if that writes the day first.
    """
    countries = {country_code(text) for text in _countries(cells)}
    header, spoken = cells.table.columns.header(column).replace("_", " "), words("days", "day_first")
    speaks = header in spoken or spoken.stand_in(header)
    if countries and all(map(is_code, countries)):
        of_states = countries <= _OF_THE_STATES and not speaks
        return Order.MONTH_FIRST if of_states else Order.DAY_FIRST if countries.isdisjoint(_MONTH_FIRST) else None
    is_abroad = cells.settings.business.country not in _MONTH_FIRST
    return Order.DAY_FIRST if (speaks or is_abroad) and not countries else None


def _countries(cells: Cells) -> set[str]:
    """The countries of the addresses, by their column, or else by the codes that only one country has."""
    for group in cells.table.columns.addresses.values():
        if "country" in group and (named := {text for text in cells.texts(group["country"]) if text}):
            return named
        if {"postal_code", "region"} & {*group}:
            codes, regions = (replace(cells, problems=[]).texts(group.get(part)) for part in ("postal_code", "region"))
            return _agreed(
                [country_shown(*pair) or _at_home(*pair) for pair in zip(codes, regions, strict=True) if any(pair)]
            )
        if whole := next((part for part in ("town_line", "whole", "city", "street") if part in group), ""):
            texts = replace(cells, problems=[]).texts(group[whole], lines=True)
            return _agreed([_country_of(text) for text in dict.fromkeys(texts[:_LOOKED_AT]) if text])
    return set()


def _agreed(shown: Sequence[str]) -> set[str]:
    """The countries that addresses show, where nearly all of them do."""
    return {*filter(None, shown)} if sum(map(bool, shown)) * 10 >= 8 * len(shown) else set()


def _at_home(code: str, region: str) -> str:
    is_ours = squashed(region) in states("US") and (not code or code[:4].isdigit())
    return "US" if is_ours and (code or squashed(region) not in _OF_OTHERS_TOO) else ""


def _country_of(line: str) -> str:
    """The country that the last line of an address shows by its state and code."""
    town = town_of(line.splitlines()[-1], "US")
    known = town if town and town.postal_code else taken_apart(line, "US")
    shown = known.country or country_shown(known.postal_code, known.region)
    return shown or (_at_home(known.postal_code, known.region) if known.postal_code else "")


_OF_OTHERS_TOO = frozenset(["wa"])  # of Australia


def _order_elsewhere(cells: Cells, ours: set[int]) -> Order | None:
    """As the other columns of days show: when a form was sent, when a record was made."""
    for column in range(len(cells.table.columns.headers)):
        values = cells.values(column)
        if column in ours or not any(isinstance(value, str) and value.count("/") > 1 for value in values[:_LOOKED_AT]):
            continue
        order, proofs = order_of(_shapes(replace(cells, problems=[]), column))
        if order and len(proofs) == 1:
            return order
    return None


_LOOKED_AT = 20
_OF_THE_STATES = frozenset(["US", "PR", "GU", "VI", "AS", "MP"])
_MONTH_FIRST = frozenset(
    ["US", "CA", "PH", "PR", "GU", "VI", "AS", "MP", "FM", "MH", "PW", "JP", "CN", "KR", "TW", "HU", "LT"]
)


def _shapes(cells: Cells, column: int, use: Use = Use.ANY) -> list[Shape]:
    from_1904 = cells.table.sheet.counts_from_1904

    def shaped(value: Value) -> Shape:
        if use is Use.BIRTHDAY and isinstance(value, str) and (alone := month_number(value.strip())):
            return Vague(value, 0, alone)
        return shape(value, from_1904)

    return cells.read(column, shaped, None)


def _order(cells: Cells, column: DateColumn, beside: Order | None) -> Order | None:
    """The order of a column: as its own values prove, or as set, or as other columns prove; if none does, ask."""
    open_ones = [one for one in column.different if isinstance(one, Slashed) and one.proves is None]
    order, proofs = order_of(column.different)
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
        message = f"“{undecided[0].text}” and dates like it are read {beside.value}, as the rest of this table shows."
        cells.tell(message, level=Level.NOTICE, column=column.number)
        return beside
    header = cells.table.columns.header(column.number)
    cells.tell(
        f"is “{undecided[0].text}” in “{header}” month first or day first? No date in the file shows which.",
        ASK, Level.ERROR, column=column.number,
    )  # fmt: skip
    cells.questions = cells.asks_order = True
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
    if order is None:
        return
    texts = [one for one in column.shapes if isinstance(one, Slashed)]
    typed = [one for one in column.shapes if isinstance(one, Whole) and one.typed]
    proven = len(texts) >= 2 and all(one.proves for one in texts)
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
    """The day of each row; where nothing has to be told of any, each different date is settled once."""
    given = _mended(cells, column)
    different = {id(one): one for one in _different(given)}
    try:
        settled_days = {key: _settled(one, order, column.use, cells.today) for key, one in different.items()}
    except BadValue:
        settled_days = dict.fromkeys(different, (None, "?"))
    if any(remark for _, remark in settled_days.values()):
        return _days_told(cells, column, order, given)
    _tell_vague(cells, column)
    days = {key: day for key, (day, _) in settled_days.items()}
    return list(map(days.__getitem__, map(id, given)))


def _settled(one: Shape, order: Order | None, use: Use, today: date) -> tuple[Day | None, str]:
    whole = _dated(one, use)
    return (None, "") if whole is None else settled(whole, order, use, today)


def _days_told(cells: Cells, column: DateColumn, order: Order | None, given: Sequence[Shape]) -> list[Day | None]:
    """The days row by row, with what is to be told of each."""
    days: list[Day | None] = []
    known: dict[str, Day | None] = {}
    for row, shaped in enumerate(given):
        one = _dated(shaped, column.use)
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
    _tell_vague(cells, column)
    return days


def _dated(one: Shape, use: Use) -> Slashed | Whole | None:
    """What can be a day: a month of a year is its first day where only the year and month are asked for."""
    if isinstance(one, Whole) and use is Use.PAST and one.year is None and one.text[:1].isalpha():
        return Whole(one.text, one.month, 1, one.day, short_year=True)  # “Mar-19” under “Client since”
    if not isinstance(one, Vague):
        return one
    return Whole(one.text, one.month, 1, one.year) if one.month and one.year and use is Use.PAST else None


def _mended(cells: Cells, column: DateColumn) -> Sequence[Shape]:
    """The dates of a column without those that stand for none, birthdays without the year of the program."""
    shapes = column.shapes
    if none := placeholders(shapes):
        those = [one for one in shapes if isinstance(one, Whole) and (one.month, one.day, one.year) in none]
        texts = ", ".join(dict.fromkeys(one.text for one in those))
        where = cells.table.columns.header(column.number)
        message = f"{counted(len(those), 'row')} under “{where}”: {short(texts)} stands for no date, and is not read."
        cells.tell(message, "", Level.NOTICE, column=column.number)
        shapes = [None if isinstance(one, Whole) and (one.month, one.day, one.year) in none else one for one in shapes]
    if column.use is Use.PAST:
        return shapes
    different = _different(shapes)
    if is_day_before(different):
        shapes = [_next_day(one) for one in shapes]
    is_typed = any(isinstance(one, Whole) and one.typed for one in different)
    if column.use is Use.BIRTHDAY and is_typed and (year := year_of_the_program(shapes, cells.today)):
        added = [one for one in shapes if isinstance(one, Whole) and one.typed and one.year == year]
        message = (
            f"{counted(len(added), 'birthday')} in {year} seem to have been typed without a year; only the day is used."
        )
        cells.tell(message, "", Level.NOTICE, column=column.number)
        shapes = [replace(one, year=None, text=f"{one.text} ") if one in added else one for one in shapes]
    return shapes


def _next_day(one: Shape) -> Shape:
    if not isinstance(one, Whole) or not one.year:
        return one
    try:
        day = date(one.year, one.month, one.day) + timedelta(1)
    except ValueError:
        return one
    return replace(one, month=day.month, day=day.day, year=day.year)


def _tell_vague(cells: Cells, column: DateColumn) -> None:
    """Years and months without a day are told once: how many, and the first three cells."""
    if not any(isinstance(one, Vague) for one in column.different):
        return
    header = cells.table.columns.header(column.number)
    for what, those in (
        ("only a year", [row for row, one in enumerate(column.shapes) if isinstance(one, Vague) and not one.month]),
        ("only a month", [row for row, one in enumerate(column.shapes) if isinstance(one, Vague) and one.month]),
    ):
        if those and (what == "only a year" or column.use not in (Use.PAST, Use.BIRTHDAY)):
            where = ", ".join(str(cells.place(row, column.number).cell) for row in those[:3])
            texts = ", ".join(f"“{_text(column.shapes[row])}”" for row in those[:3])
            more = " …" if len(those) > 3 else ""
            message = (
                f"{counted(len(those), 'row')}: {what} under “{header}”, {texts} ({where}{more}); no card goes by it."
            )
            cells.tell(
                message, "Write the whole date, or just the day, like --04-12.", row=those[0], column=column.number
            )


def _text(one: Shape) -> str:
    return one.text if one else ""


def read_years(cells: Cells, name: str) -> list[int | None]:
    """The year of each row in a column of dates where no more than the year is known."""
    column = cells.column(name)
    if column is None:
        return [None] * len(cells)
    shapes = _shapes(replace(cells, problems=[]), column)
    if not any(isinstance(one, Vague) for one in _different(shapes)):
        return [None] * len(cells)
    return [one.year if isinstance(one, Vague) and not one.month else None for one in shapes]


def read_months(cells: Cells, name: str) -> list[int | None]:
    """The month of each row in a column of dates where the day is not known: “December”, “12/1984”."""
    column = cells.column(name)
    if column is None:
        return [None] * len(cells)
    shapes = _shapes(replace(cells, problems=[]), column, Use.BIRTHDAY)
    return [one.month if isinstance(one, Vague) else None for one in shapes]
