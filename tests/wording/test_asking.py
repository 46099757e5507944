"""What the office is asked about details: what no card could say, and what came of an event that a card asked about."""

from dataclasses import dataclass
from datetime import date

import pytest
from our_library import LIBRARY

from notes.customers import Book, Customer, CustomerId, Jotting
from notes.problems import Place
from notes.settings import Settings
from notes.wording.asking import Asked

TODAY = date(2026, 3, 9)


@dataclass(frozen=True)
class Sent:
    """A card that went."""

    month: str = "2026-01"
    mentions: tuple[str, ...] = ("rhys: the driving test",)
    passages: tuple[str, ...] = ()
    mail_by: date | None = None
    at: str = ""


def somebody(number: str, notes: str = "", **details: str) -> Customer:
    return Customer(
        place=Place("c.xlsx", "Customers", int(number) + 1), customer_id=CustomerId(number), name=f"Rosa {number}",
        notes=notes, details=details,
    )  # fmt: skip


def asked(customers: list[Customer], jottings: list[Jotting] = []) -> Asked:  # noqa: B006
    return Asked(Book("c.xlsx", customers, jottings=jottings), LIBRARY.phrasebook, Settings(), TODAY)


def test_what_was_not_clear_is_told_once_for_a_column() -> None:
    one = somebody("1", "frobs whatsits")
    (alone,) = asked([one]).unclear()
    assert (alone.message, str(alone.place)) == (
        "no card mentions “frobs whatsits”: it was not clear what to say.",
        "Customers, row 2 (column “notes”)",
    )
    many = [somebody(f"{number}", f"frobs whatsit {'abcdefgh'[number]}") for number in range(1, 8)]
    (told,) = asked(many).unclear()
    assert told.place.row is None and told.message.startswith("no card mentions “frobs whatsit b”, ")
    assert "“frobs whatsit g” and 1 more: it was not clear" in told.message
    (six,) = asked(many[:6]).unclear()
    assert "“frobs whatsit g”: it was not clear" in six.message
    assert asked([somebody("1", "keeps bees")]).unclear() == []


@pytest.mark.parametrize(
    ("when", "came_of_it", "sent", "is_asked"),
    [
        ("2026-02-11", "", [Sent()], True),
        ("2026-03-09", "", [Sent()], True),
        ("2026-03-10", "", [Sent()], False),  # it is still to come
        ("2026-02-11", "passed", [Sent()], False),
        ("2026-02-11", "", [], False),  # no card has asked
        ("2026-02-11", "", [Sent(mentions=("old roses",))], False),
        ("every Friday", "", [Sent()], False),
    ],
)
def test_what_came_of_an_event_is_asked_when_it_is_over(
    when: str, came_of_it: str, sent: list[Sent], is_asked: bool
) -> None:
    row = Jotting(
        place=Place("c.xlsx", "Details", 2), customer_id=CustomerId("1"), who="son Rhys", what="the driving test",
        when=when, came_of_it=came_of_it,
    )  # fmt: skip
    found = asked([somebody("1"), somebody("2")], [row]).outcomes({CustomerId("1"): sent})
    assert [(one.message, one.place) for one in found] == (
        [("Rosa 1: rhys: the driving test: you asked about it. What came of it?", row.place)] if is_asked else []
    )
