"""The Details sheet: what is known of a customer or of somebody near to them, a row for each thing."""

from collections.abc import Sequence

from notes.customers import Customer, CustomerId, Jotting
from notes.reading.joining import Directory
from notes.reading.tables.cells import Cells


def read_jottings(cells: Cells, customers: Sequence[Customer]) -> list[Jotting]:
    """The rows of a sheet of details; one whose customer is not known is told and left out."""
    people = Directory(customers).of_table(cells, "detail")
    who, kind, what, when, came_of_it = (cells.field(name) for name in ("who", "kind", "what", "when", "came_of_it"))
    return [
        Jotting(
            place=cells.place(row, cells.column("what")),
            customer_id=CustomerId(customer_id),
            who=who[row],
            kind=kind[row],
            what=what[row],
            when=when[row],
            came_of_it=came_of_it[row],
        )
        for row, customer_id in enumerate(people)
        if customer_id and (what[row] or who[row])
    ]
