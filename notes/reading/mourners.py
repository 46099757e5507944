"""Mourners: whose card is held because the notes tell of a death, until the Milestones tell of it as well."""

from collections.abc import Sequence
from dataclasses import replace

from notes.customers import Customer, Milestone
from notes.language.remarks import TOLD, Says, says
from notes.occasions import Occasions
from notes.problems import Problem


def released(
    customers: Sequence[Customer],
    milestones: Sequence[Milestone],
    problems: Sequence[Problem],
    occasions: Occasions,
) -> tuple[Sequence[Customer], list[Problem]]:
    """The customers and problems, without the hold of whoever has a loss among the milestones: picking knows of it."""
    known = {one.customer_id for one in milestones if occasions[one.occasion].loss == "person"}
    free = {one.place for one in customers if one.customer_id in known and _is_held_as_mourner(one)}
    if not free:
        return customers, list(problems)
    rows = {(place.sheet, place.row) for place in free}
    kept = [one for one in problems if (one.place.sheet, one.place.row) not in rows or TOLD not in one.message]
    return [replace(one, mail_ok=True, not_mailed="") if one.place in free else one for one in customers], kept


def _is_held_as_mourner(customer: Customer) -> bool:
    """Whether it is only the notes, and a death in them, that hold the card."""
    told = customer.not_mailed.partition(" says “")[2].rstrip("”…")
    is_of_notes = bool(told) and customer.notes.startswith(told)
    return is_of_notes and says(customer.notes, customer.name) is Says.BEREAVED
