"""Asking: what `notes check` says about details: what could not be put into words, and which event to follow up."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from notes.customers import Book, CustomerId, Jotting
from notes.language.texts import short
from notes.picking.household import household_of
from notes.problems import Level, Place, Problem
from notes.settings import Settings
from notes.wording.composing import Past
from notes.wording.details import Detail, State, Unclear, gather
from notes.wording.details.gathering import Setting
from notes.wording.phrasebook import Phrasebook
from notes.wording.plans.dealing import is_day_first
from notes.wording.plans.memory import Memory, Told, mention_of

MOST_SHOWN = 6


class Asked:
    """The questions that a book's details leave open."""

    def __init__(self, book: Book, phrasebook: Phrasebook, settings: Settings, today: date) -> None:
        self.book, self.today = book, today
        setting = Setting(phrasebook.finder, today, is_day_first(settings))
        jottings: dict[CustomerId, list[Jotting]] = {}
        for one in book.jottings:
            jottings.setdefault(one.customer_id, []).append(one)
        self._known = {
            customer.customer_id: gather(customer, setting, jottings.get(customer.customer_id, ()))
            for customer in book.customers
        }

    def unclear(self) -> list[Problem]:
        """What could not be put into words, a line for each column."""
        found = [one for known in self._known.values() for one in known.unclear]
        columns = groupby(sorted(found, key=_column), key=_column)
        return [_told(list(those)) for _, those in columns]

    def outcomes(self, told: Mapping[CustomerId, Sequence[Told]]) -> list[Problem]:
        """The events that a card has asked about and that are over: what came of them?"""
        month = f"{self.today:%Y-%m}"
        problems = []
        for customer in self.book.customers:
            memory = Memory.of(told.get(customer.customer_id, ()), month)
            for detail in self._known[customer.customer_id].details:
                if _is_open(detail, memory, self.today):
                    whose = f"{customer.name}: {detail.key}"
                    message = f"{whose}: you asked about it. What came of it?"
                    remedy = "Write it under “What came of it” on the sheet Details, or clear the cell."
                    problems.append(Problem(detail.place, message, remedy, Level.NOTICE))
        return problems


def cards_of(book: Book, past: Past) -> Mapping[CustomerId, Sequence[Told]]:
    """The cards that each customer’s household has had."""
    return {one.customer_id: past.told(one.customer_id, household_of(one)) for one in book.customers}


def _is_open(detail: Detail, memory: Memory, today: date) -> bool:
    if not detail.is_event or detail.came_of_it or mention_of(detail) not in memory.mentions:
        return False
    return detail.state_on(today) not in (State.BEFORE, State.ALWAYS)


def _column(one: Unclear) -> tuple[str, str, str]:
    return one.place.file, one.place.sheet or "", one.place.column or ""


def _told(those: Sequence[Unclear]) -> Problem:
    first = those[0].place
    place = Place(first.file, first.sheet, column=first.column) if len(those) > 1 else first
    listed = ", ".join(f"“{short(one.said, 40)}”" for one in those[:MOST_SHOWN])
    more = f" and {len(those) - MOST_SHOWN} more" if len(those) > MOST_SHOWN else ""
    remedy = "Nothing is lost. Write what a card may mention on the sheet Details."
    return Problem(place, f"no card mentions {listed}{more}: it was not clear what to say.", remedy, Level.NOTICE)
