"""The Milestones sheet: what happened to whom, and when, joined to the customers by id, e-mail or name."""

from collections.abc import Sequence

from notes.customers import Customer, CustomerId, Milestone
from notes.language.folding import squashed
from notes.language.texts import cleaned, short
from notes.occasions import Occasions
from notes.problems import BadValue, Level
from notes.reading.files.sheets import Value
from notes.reading.gifts import read_gifts
from notes.reading.joining import Directory
from notes.reading.tables.cells import Cells
from notes.reading.tables.date_columns import read_dates
from notes.reading.tables.finding import Table
from notes.reading.values.answers import yes_or_no
from notes.reading.values.dates import Use


def has_occasions(table: Table, occasions: Occasions) -> bool:
    """Whether a column has occasions: it is called that, or half of its cells are occasions; “Type” may be anything."""
    column = table.columns.fields["occasion"]
    if squashed(table.columns.header(column)) in _CALLED_SO:
        return True
    texts = [str(row.values[column]) for row in table.rows if column < len(row.values) and row.values[column]]
    return bool(texts) and sum(occasions.spelled(text) is not None for text in texts) * 2 >= len(texts)


_CALLED_SO = frozenset(["occasion", "milestone", "anlass", "ereignis", "ocasion"])


def read_milestones(cells: Cells, customers: Sequence[Customer]) -> list[Milestone]:
    """The milestones of a sheet; a row whose customer or occasion is not known is reported and left out."""
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
