"""Who has another number than when they had their cards: found by what stayed, asked where it is in doubt."""

from datetime import date

import pytest
from picking.business import customer

from notes.customers import Address, Book, Customer, CustomerId
from notes.history import Event, Kind, Past
from notes.picking import renumbered
from notes.picking.household import household_of

NAMES = ("Rosa Lindqvist", "Ben Hale", "Ada Berg", "Tom Kern", "Ida Wolf", "Una Lund")


def person(number: int, name: str, house: int) -> Customer:
    return customer(number, name, address=Address((f"{house} Oak Street",), "Dayton", "OH", "45402", "US"))


def had(*people: Customer) -> Past:
    """Each has had a card."""
    return Past.of(
        Event(
            kind=Kind.SENT,
            at="2026-10-02T09:00:00Z",
            batch="2026-10",
            month="2026-10",
            number=number,
            customer_id=one.customer_id,
            household=household_of(one),
            address=one.address.key,
            name=one.name,
            occasion="birthday",
            on=date(2026, 10, 5),
        )
        for number, one in enumerate(people, 1)
    )


def anew(before: list[Customer], now: list[Customer]) -> dict[str, str]:
    return {event.matter: event.customer_id for event in renumbered(Book("a", now), had(*before)).events}


BEFORE = [person(number, name, number) for number, name in enumerate(NAMES, 1)]


def test_a_file_as_it_was_changes_nothing() -> None:
    assert anew(BEFORE, BEFORE) == {}
    assert renumbered(Book("a", BEFORE), Past()).events == ()


def test_the_same_name_at_the_same_address_is_the_same_person() -> None:
    assert anew(BEFORE, [person(77, NAMES[0], 1), *BEFORE[1:]]) == {"1": "77"}


def test_a_file_that_is_numbered_anew_gives_nobody_the_cards_of_another() -> None:
    now = [person(number, name, NAMES.index(name) + 1) for number, name in enumerate(sorted(NAMES), 1)]
    past = had(*BEFORE)
    found = renumbered(Book("a", now), past)
    after = Past.of([*past.events, *found.events])
    for one in now:
        assert [event.name for event in after.cards_of(one.customer_id)] == [one.name]
    [said] = found.problems
    assert said.message.startswith("4 customers who had cards have another number now (")


def test_who_has_left_takes_their_cards_along_though_another_has_their_number() -> None:
    now = [person(number, name, NAMES.index(name) + 1) for number, name in enumerate(NAMES[1:], 1)]
    past = had(*BEFORE)
    after = Past.of([*past.events, *renumbered(Book("a", now), past).events])
    assert [event.name for event in after.cards_of(CustomerId("1"))] == ["Ben Hale"]
    assert [event.name for event in after.cards_of(CustomerId("1 before"))] == ["Rosa Lindqvist"]


@pytest.mark.parametrize(
    "now",
    [
        person(1, "Rosa Hale", 1),  # married
        person(1, "Rosa Lindqvist", 40),  # moved
        person(1, "Karl Lindqvist", 1),  # the other one of the house
        person(1, "ROSA LINDQVIST", 1),
        person(1, "Cy Fox", 40),  # one alone: it may be anything, and the number stays what it was
    ],
)
def test_a_number_stays_that_of_its_customer(now: Customer) -> None:
    assert anew(BEFORE, [now, *BEFORE[1:]]) == {}


def test_one_name_at_another_address_is_asked_about() -> None:
    found = renumbered(Book("a", [person(77, NAMES[0], 40), *BEFORE[1:]]), had(*BEFORE))
    assert found.events == []
    [asked] = found.problems
    assert asked.message == ("Rosa Lindqvist may be the one who had cards as number 1, which is no longer in the file.")
    assert asked.remedy == "If so: notes merge 1 77. Otherwise there is nothing to do."


def test_two_of_a_name_are_nobody_s_guess() -> None:
    twins = [person(77, NAMES[0], 40), person(78, NAMES[0], 41)]
    found = renumbered(Book("a", [*twins, *BEFORE[1:]]), had(*BEFORE))
    assert (found.events, found.problems) == ([], [])


def test_where_the_file_has_no_numbers_a_move_makes_no_other_person() -> None:
    def unnumbered(house: int, code: str) -> Customer:
        address = Address((f"{house} Oak Street",), "Dayton", "OH", code, "US")
        return Customer(
            place=BEFORE[0].place, customer_id=CustomerId(f"Rosa Lindqvist, {code}"), name=NAMES[0], address=address
        )

    assert anew([unnumbered(1, "45402")], [unnumbered(9, "12180")]) == {
        "Rosa Lindqvist, 45402": "Rosa Lindqvist, 12180"
    }
