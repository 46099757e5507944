"""What an office jots down, and what is understood of it."""

from datetime import date

import pytest
from our_library import LIBRARY

from notes.customers import Customer, CustomerId, Jotting
from notes.problems import Place
from notes.wording.details import Owner, State, gather
from notes.wording.details.gathering import Setting

TODAY = date(2026, 11, 28)
SETTING = Setting(LIBRARY.phrasebook.finder, TODAY)


def known(jottings=(), **values):
    details = {
        name: values.pop(name) for name in ("child", "pet", "partner", "likes", "told_us", "trip") if name in values
    }
    values = {"name": "Rosa", **values}
    who = Customer(place=Place("c.xlsx"), customer_id=CustomerId("1"), details=details, **values)
    return gather(who, SETTING, jottings)


def things(**values):
    return [one for one in known(**values).details if one.column != "person"]


@pytest.mark.parametrize(
    ("remark", "owner", "kind", "state"),
    [
        ("learning the ukulele (!!)", Owner.SELF, "music", State.NOW),
        ("dtr Mia started at Purdue", Owner.CHILD, "beginning", State.NOW),
        ("husb knee op Oct", Owner.PARTNER, "health", State.AFTER),
        ("asked abt succession planning", Owner.SELF, "business", State.NOW),
        ("grandson born May", Owner.GRANDCHILD, "baby", State.LONG_AFTER),
        ("loves old roses", Owner.SELF, "garden", State.ALWAYS),
        ("dtr Vera getting married in June", Owner.CHILD, "wedding", State.BEFORE),
        ("knee op 10/12; pays late", Owner.SELF, "health", State.AFTER),
        ("knee op 12/12", Owner.SELF, "health", State.BEFORE),
        ("cruise to Cozumel every Feb", Owner.SELF, "trip", State.ALWAYS),
    ],
)
def test_a_remark_is_somebodys_thing_of_a_kind_in_a_state(remark, owner, kind, state):
    (one,) = things(notes=remark)
    assert (one.owner, one.kind, one.state_on(TODAY)) == (owner, kind, state)


@pytest.mark.parametrize(
    "remark",
    [
        "pays late but pays",
        "allergic to roses, don't send flowers",
        "gate code 4411",
        "ring shop not mobile",
        "standing Fri 10:00",
        "sensitive scalp",
        "ring him abt the boiler",
        "ask about the new kitten",
        "wife's knee op Oct (don't ask)",
        "Ken - prize leeks / Ken died 22/11",
        "lost her husband in May; husband's tomatoes",
        "his mother has dementia",
        "12 gluten free, separate tray",
        "40 covers, two veggie",
        "#30 fit the birdhouse",
        "cellar window no latch - go back",
    ],
)
def test_what_is_the_offices_own_or_dark_is_left_alone(remark):
    assert things(notes=remark) == []
    assert things(notes=remark, name="Tobias and Lena Kern") == []


@pytest.mark.parametrize(
    ("cell", "name", "animal"),
    [
        ("Otis - beagle x, 7", "Otis", "dog"),
        ("Pearl + Duffy (cats)", "Pearl and Duffy", "cat"),
        ("Bruno", "Bruno", ""),
        ("Duchess (horse)", "Duchess", "horse"),
    ],
)
def test_an_animal_is_known_by_its_name_and_kind(cell, name, animal):
    (who,) = known(pet=cell).of(Owner.PET)
    assert (who.called, who.animal) == (name, animal)


def test_an_animal_of_a_remark_is_known_too():
    (who,) = known(notes="golden retriever Biscuit; whippet in the van").of(Owner.PET)
    assert (who.called, who.animal) == ("Biscuit", "dog")


def test_whose_it_is_follows_from_a_name_that_is_known():
    (one,) = things(child="Jasmine", told_us="Jasmine's first semester at Spelman")
    assert (one.owner, one.who.called, one.phrase) == (Owner.CHILD, "Jasmine", "the first semester at Spelman")


def test_what_is_not_understood_is_told_and_not_used():
    found = known(notes="Tater hides in the sleeve of her coat; frobnicating the whatsits")
    assert things(notes="Tater hides in the sleeve of her coat") == []
    assert [one.said for one in found.unclear] == ["Tater hides in the sleeve of her coat", "frobnicating the whatsits"]


def test_a_row_of_the_details_sheet_has_its_day_and_its_end():
    row = Jotting(
        place=Place("c.xlsx", "Details", 2), customer_id=CustomerId("1"), what="the driving test", who="daughter Amara",
        when="2027-02-11",
    )  # fmt: skip
    (one,) = [one for one in known([row]).details if one.column != "person"]
    assert (one.owner, one.who.called, one.topic, one.is_event) == (Owner.CHILD, "Amara", "driving test", True)
    assert [one.state_on(day) for day in (TODAY, date(2027, 2, 11), date(2027, 3, 1), date(2027, 9, 1))] == [
        State.BEFORE,
        State.ON,
        State.AFTER,
        State.LONG_AFTER,
    ]


@pytest.mark.parametrize(
    ("remark", "phrase", "aside"),
    [
        ("school nurse; 30 yrs", "a school nurse", "thirty years"),
        ("crocheting a blanket; 9 of 22 done", "crocheting a blanket", "nine of twenty-two done"),
        ("school nurse; 9 of 22 done", "a school nurse", ""),
        ("crocheting a blanket; 30 yrs", "crocheting a blanket", ""),
    ],
)
def test_how_far_a_thing_is_and_for_how_long_somebody_is_something_goes_with_it(remark, phrase, aside):
    first = things(notes=remark)[0]
    assert (first.phrase, first.statement.aside) == (phrase, aside)


@pytest.mark.parametrize(
    ("row", "who", "people"),
    [
        ({"child": "Rhys"}, "son Rhys", [(Owner.CHILD, "Rhys", True)]),  # one and the same, and now it is known: a son
        ({"child": "Rhys"}, "son Tom", [(Owner.CHILD, "Rhys", None), (Owner.CHILD, "Tom", True)]),
        ({"partner": "Rhys"}, "son Rhys", [(Owner.PARTNER, "Rhys", None), (Owner.CHILD, "Rhys", True)]),
        ({}, "Rhys", [(Owner.KIN, "Rhys", None)]),
    ],
)
def test_who_is_in_two_cells_is_one_person_if_they_are_the_same_to_the_customer(row, who, people):
    told = Jotting(
        place=Place("c.xlsx", "Details", 2), customer_id=CustomerId("1"), who=who, what="his driving test",
        when="2026-12-20",
    )  # fmt: skip
    assert [(one.owner, one.called, one.he) for one in known([told], **row).people] == people


@pytest.mark.parametrize("who", ["", "self", "Customer", "they", "she", "Client"])
def test_a_row_of_the_customers_own_is_of_nobody_else(who):
    row = Jotting(place=Place("c.xlsx", "Details", 2), customer_id=CustomerId("1"), who=who, what="the driving test")
    (one,) = known([row]).details
    assert (one.owner, one.who) == (Owner.SELF, None)


@pytest.mark.parametrize(
    ("who", "owner", "called"),
    [
        ("Otis the beagle", Owner.PET, "Otis"),
        ("son", Owner.CHILD, "your son"),
        ("Mo", Owner.PARTNER, "Mo"),  # as the row of the customer has him
        ("Jo Ray", Owner.KIN, "Jo Ray"),
        ("12", Owner.SELF, None),
    ],
)
def test_whose_a_row_is_follows_from_its_cell_and_from_who_is_known(who, owner, called):
    row = Jotting(place=Place("c.xlsx", "Details", 2), customer_id=CustomerId("1"), who=who, what="the driving test")
    (one,) = (one for one in known([row], partner="Mo").details if one.column != "person")
    assert (one.owner, one.who and one.who.called) == (owner, called)
