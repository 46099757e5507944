"""Milestones: what happened to whom, and when, from the sheet of that name or beside the customers themselves."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from notes.customers import Customer, CustomerId, Day, Milestone
from notes.language.folding import squashed
from notes.language.locales import listed
from notes.language.texts import cleaned, short
from notes.occasions import Occasions
from notes.problems import BadValue, Level, Place
from notes.reading.files.sheets import Value
from notes.reading.gifts import read_gifts
from notes.reading.joining import Directory
from notes.reading.tables.cells import Cells
from notes.reading.tables.date_columns import read_dates
from notes.reading.tables.finding import Table
from notes.reading.values.answers import yes_or_no
from notes.reading.values.dated_reasons import dated_reason
from notes.reading.values.dates import Use
from notes.reading.values.jotted_news import News, is_no_news, news_beside, news_in
from notes.reading.values.told_reasons import ToldReason, told_reason


def has_occasions(table: Table, occasions: Occasions) -> bool:
    """Whether a column has occasions: it is called that, or half of its cells are occasions; “Type” may be anything."""
    column = table.columns.fields["occasion"]
    if squashed(table.columns.header(column)) in _CALLED_SO:
        return True
    texts = [str(row.values[column]) for row in table.rows if column < len(row.values) and row.values[column]]
    return bool(texts) and sum(occasions.spelled(text) is not None for text in texts) * 2 >= len(texts)


_CALLED_SO = frozenset(["occasion", "milestone", "anlass", "ereignis", "ocasion"])


def is_of_told_days(table: Table, occasions: Occasions) -> bool:
    """Whether a sheet says in words of one's own what happens on its days: half of its cells do."""
    column = table.columns.fields["what"]
    texts = [str(row.values[column]) for row in table.rows if column < len(row.values) and row.values[column]]
    return bool(texts) and sum(_reason(text, occasions) is not None for text in texts) * 2 >= len(texts)


def days_told(cells: Cells, customers: Sequence[Customer]) -> list[Milestone]:
    """The milestones of a sheet that says whose day it is and what happens on it, in words of one's own."""
    fields = cells.table.columns.fields
    known = {one.customer_id: one for one in reversed(customers)}
    ids = Directory(customers).of_table(cells, "milestone")
    return [*_told(cells, [known[CustomerId(one)] if one else None for one in ids], fields["on"], fields["what"])]


def read_milestones(cells: Cells, customers: Sequence[Customer]) -> list[Milestone]:
    """The milestones of a sheet of their own, joined by id, e-mail or name.

    A row whose customer or occasion is not known is reported and left out.
    """
    directory = Directory(customers)
    words = _occasions(cells)
    days = read_dates(cells, {"on": Use.ANY})["on"]
    people = directory.of_table(cells, "milestone")
    approved, about, person, say_this = (cells.field(name) for name in ("approved_by", "about", "person", "say_this"))
    exactly = cells.texts(cells.column("write_exactly"), lines=True)
    resolved, gifts = _resolved(cells), read_gifts(cells)
    found: list[Milestone] = []
    for row, word in enumerate(words):
        customer_id = people[row]
        if not word or customer_id is None:
            continue
        found.append(
            Milestone(
                place=cells.place(row),
                customer_id=CustomerId(customer_id),
                occasion=word,
                on=days[row],
                about=about[row],
                person=person[row],
                say_this=say_this[row],
                write_exactly=exactly[row],
                gift=gifts[row],
                approved_by=approved[row],
                resolved=resolved[row],
            )
        )
    return found


def told_milestones(cells: Cells, customers: Sequence[Customer]) -> list[Milestone]:
    """The milestones that a table of customers tells: a column of days, and beside or above it what happens on them.

    What is jotted down counts where it names day and year: “retires 12/18/26”; without the year it is asked about.
    """
    columns = cells.table.columns
    jotted = [one for one in (columns.fields.get("notes"), *columns.remarks) if one is not None]
    if not columns.told and not jotted:
        return []
    theirs = {(one.place.sheet, one.place.row): one for one in reversed(customers)}
    people = [theirs.get((place.sheet, place.row)) for place in cells.places()]
    told = [one for pair in columns.told.items() for one in _told(cells, people, *pair)]
    return told + [one for column in jotted for one in _jotted(cells, people, column)]


def with_told_partners(customers: Sequence[Customer], told: Sequence[Milestone]) -> list[Customer]:
    """The customers with whom they marry, where what is jotted down of their wedding names somebody."""
    weddings = {one.customer_id: one for one in told if one.occasion == _WEDDING and one.jotted and not one.person}
    return [_with_partner(one, weddings[one.customer_id]) if one.customer_id in weddings else one for one in customers]


def _with_partner(customer: Customer, wedding: Milestone) -> Customer:
    match = None if customer.details.get("partner") else _MARRIES.search(wedding.jotted)
    if match is None:
        return customer
    source = customer.columns.get("notes")
    columns = {**customer.columns, "partner": source} if source else customer.columns
    name = next(filter(None, match.groups()))
    return replace(customer, details={**customer.details, "partner": name}, columns=columns)


_WEDDING = "wedding"
_MARRIES = re.compile(
    r"\b(?:to|(?i:marr)(?:ies|ying|ied)(?: to)?|&|and|w/|with) ([A-ZÀ-Þ][^\W\d_]+)|\(([A-ZÀ-Þ][^\W\d_]+)\)"
)


def _told(cells: Cells, people: Sequence[Customer | None], day: int, reason: int | None) -> Iterator[Milestone]:
    columns = cells.table.columns
    if reason is None:
        parted = [("", columns.header(day) if text else "") for text in cells.texts(day)]
    else:
        parted = [_parted(text, cells.settings.occasions, is_parted=day == reason) for text in cells.texts(reason)]
        if day in columns.fields.values() and cells.table.kind != "days":  # the other days below it are of that field
            parted = [(one, text if one else "") for one, text in parted]
    days = _days(cells, day, dict(enumerate(one or None for one, _ in parted)) if day == reason else None)
    jotted = (columns.fields.get("notes"), *columns.remarks)
    asked: list[int] = []
    for row, (_, text) in enumerate(parted):
        told = _reason(text, cells.settings.occasions) if text else None
        if text and told is None and reason not in jotted:
            asked.append(row)
        if told is None or (on := days[row]) is None or (whose := people[row]) is None:
            continue
        occasion, on = _on_that_day(told, on, cells)
        milestone = _milestone(told, whose, occasion, on, cells.place(row, day if reason is None else reason))
        yield replace(milestone, jotted="" if reason is None else text)
    if asked and reason is not None:
        _ask_what_happens(cells, day, reason, asked)


def _reason(text: str, occasions: Occasions) -> ToldReason | None:
    """What a cell says happens on the day beside it, in the words of an occasion or as people jot it down."""
    if is_no_news(text):
        return None
    if told := told_reason(text, occasions):
        return told
    news = news_beside(text, occasions)
    return ToldReason(occasions[news.occasion], news.about, news.person, news.years) if news else None


def _jotted(cells: Cells, people: Sequence[Customer | None], column: int) -> Iterator[Milestone]:
    """What a column of notes says of days that it names; a day without a year is the nearest, and that is told."""
    silent = replace(cells, problems=[], questions=False)
    occasions = cells.settings.occasions
    news = [[*news_in(text, occasions)] for text in silent.texts(column, lines=True)]
    taken: list[tuple[int, str]] = []
    for turn in range(max(map(len, news), default=0)):
        found = {row: those[turn] for row, those in enumerate(news) if len(those) > turn}
        days = _days(silent, column, {row: one.day for row, one in found.items()})
        for row, one in found.items():
            customer, on = people[row], days[row]
            if customer is None or on is None:
                continue
            on, is_guessed = _in_its_year(on, one, cells)
            if is_guessed and abs((on.in_year(on.year or 0) - cells.today).days) <= SOON:
                taken.append((row, one.piece))
            milestone = _milestone(one, customer, one.occasion, on, cells.place(row, column))
            yield replace(milestone, jotted=one.piece, year_told=not is_guessed)
    if taken:
        said = [f"“{short(piece, 50)}” ({cells.place(row, column).cell})" for row, piece in sorted(taken)]
        more = f" and {len(said) - SHOWN} more" if len(said) > SHOWN else ""
        cells.tell(
            f"no year is said in {listed(said[:SHOWN])}{more}, so the nearest is taken.",
            "If one is of another year, write the year behind the day, like 12/18/2024, and no card goes.",
            Level.NOTICE, row=min(taken)[0], column=column,
        )  # fmt: skip


def _in_its_year(on: Day, news: News, cells: Cells) -> tuple[Day, bool]:
    """The day with its year, and whether that is a guess: the nearest, or that of a marriage which makes so many."""
    occasion, nearest = cells.settings.occasions[news.occasion], _nearest(on, cells.today)
    if occasion.yearly:
        return (replace(on, year=nearest.year - news.years) if news.years and not on.year else on), False
    return (on, False) if on.year else (replace(on, year=nearest.year), True)


def _milestone(told: ToldReason | News, customer: Customer, occasion: str, on: Day, place: Place) -> Milestone:
    """The milestone that a cell tells of a customer; their own name in it names nobody else."""
    person = "" if told.person == customer.first_name else told.person
    return Milestone(
        place=place, customer_id=customer.customer_id, occasion=occasion, on=on, about=told.about, person=person
    )  # fmt: skip


def _days(cells: Cells, column: int, texts: Mapping[int, str | None] | None) -> Sequence[Day | None]:
    """The days of a column, or those that texts of its rows name, day and month in the order that the table shows."""
    named: Mapping[int, list[Value]] = {} if texts is None else {column: [texts.get(row) for row in range(len(cells))]}
    alone = replace(
        cells,
        table=replace(cells.table, columns=replace(cells.table.columns, fields={"on": column})),
        plain={},
        given={**cells.given, **named},
    )
    days = read_dates(alone, {"on": Use.ANY})["on"]
    cells.questions |= alone.questions
    cells.asks_order |= alone.asks_order
    return days


def _nearest(day: Day, today: date) -> date:
    """The day in the year in which it is nearest to today."""
    return min((day.in_year(today.year + more) for more in (-1, 0, 1)), key=lambda one: abs(one - today))


SOON = 60  # days


def _parted(text: str, occasions: Occasions, *, is_parted: bool) -> tuple[str, str]:
    """The day that a cell names, and what it says beside it; no day where it names none, or stands beside one."""
    return (dated_reason(text, occasions) if is_parted else None) or ("", text)


def _on_that_day(told: ToldReason, on: Day, cells: Cells) -> tuple[str, Day]:
    """The occasion and its day: a wedding of another year has its anniversary, and one counted tells its year."""
    name, yearly = told.occasion.name, told.occasion.yearly
    if on.year and on.year > cells.today.year + FARTHEST_AHEAD:  # “married 12/18/76” is not to come
        on = replace(on, year=on.year - 100)
    if not on.year and not yearly:  # it happens once: the next time that the day comes
        passed = (on.month, on.day) < (cells.today.month, cells.today.day)
        return name, replace(on, year=cells.today.year + passed)
    if told.occasion.comes_round and on.year and on.year < cells.today.year:
        return told.occasion.comes_round, on
    if yearly and not on.year and told.years:
        return name, replace(on, year=_nearest(on, cells.today).year - told.years)
    if not yearly or not on.year:
        return name, on
    if on.year >= cells.today.year:
        return name, replace(on, year=on.year - told.years if told.years else None)
    return name, on


def _ask_what_happens(cells: Cells, day: int, reason: int, rows: Sequence[int]) -> None:
    """Which reasons no card can go by, told once."""
    columns, texts = cells.table.columns, cells.texts(reason)
    said = listed([f"“{short(texts[row], 40)}” ({cells.place(row, reason).cell})" for row in rows[:SHOWN]])
    more = f" and {len(rows) - SHOWN} more" if len(rows) > SHOWN else ""
    cells.tell(
        f"no card goes by the days under “{columns.header(day)}” where “{columns.header(reason)}” says {said}{more}: "
        "it is not clear what to write, or to whom.",
        "Say it in a word or two, like “retires” or “wedding anniversary”, or write it on the sheet Milestones, which "
        "has room for whose day it is and for your initials.",
        row=rows[0],
        column=reason,
    )


SHOWN = 3  # reasons that are quoted
FARTHEST_AHEAD = 10  # years for which somebody has a day already


def _occasions(cells: Cells) -> list[str]:
    column = cells.column("occasion")
    if column is None:
        return [""] * len(cells)
    known = cells.settings.occasions
    return cells.read(column, lambda value: known.understood(text).name if (text := cleaned(str(value))) else "", "")


def _resolved(cells: Cells) -> list[bool]:
    """Whether a complaint is settled: yes if the cell is empty, and no, with a notice, if it is neither yes nor no."""
    column = cells.column("resolved")
    if column is None:
        return [True] * len(cells)

    def read(value: Value) -> bool:
        if isinstance(value, str) and not cleaned(value):
            return True
        answer = yes_or_no(value)
        if answer is None:
            raise BadValue(
                f"“{short(value)}” is neither yes nor no, and is taken as no.", "Write yes or no.", Level.WARNING
            )
        return answer

    answers = cells.read(column, read, False)
    return [True if value is None else answer for value, answer in zip(cells.values(column), answers, strict=True)]
