"""What the names of the templates hold for a pick, cell by cell and day by day."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from notes.customers import Address, Customer, CustomerId, Milestone
from notes.picking.picks import Outcome, Pick
from notes.problems import Place
from notes.settings import Business, Settings
from notes.wording.facts import as_mishap, describe, exact_cell, exact_words, facts_of, sentence_of, unusable, with_us

SHEET = Place("c.xlsx", "Customers", 2)
ROW = Milestone(place=Place("c.xlsx", "Milestones", 3), customer_id=CustomerId("1"), occasion="thanks", on=None)
DAY = date(2026, 11, 20)


def pick(occasion: str = "thanks", on: date | None = DAY, mail_by: date | None = None, **given: Any) -> Pick:
    """Facts and details by name; `since` is the first purchase, `row` tells that it is from the sheet Milestones."""
    details = {name[1:]: text for name, text in given.items() if name.startswith("_")}
    facts = {name: value for name, value in given.items() if name not in ("since", "row", "people") and name[0] != "_"}
    customer = Customer(
        place=SHEET, customer_id=CustomerId("1"), name="Rosa Kern", company="Oak Ltd",
        address=Address(city="Dayton"), details=details, first_purchase=given.get("since"),
    )  # fmt: skip
    row = ROW if given.get("row") else None
    return Pick(
        customer=customer, occasion=occasion, on=on, mail_by=mail_by, outcome=Outcome.CARD, facts=facts, milestone=row,
        with_people=given.get("people", ()),
    )  # fmt: skip


def facts(one: Pick, dear: str = "Rosa", language: str = "en", own: str = "en") -> dict[str, Any]:
    settings = Settings(business=Business(name="Fern & Co", sender="Ada", language=own))
    return facts_of(one, dear, "Ada", settings, language)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (pick(), {"dear": "Rosa", "sender": "Ada", "business": "Fern & Co", "company": "Oak Ltd", "city": "Dayton"}),
        (pick(), {"both": False, "belated": False, "month": "November", "years": 0, "with_us": 0, "since": ""}),
        (pick(people=("Tom",), belated=True), {"both": True, "belated": True}),
        (pick(on=None, mail_by=date(2026, 3, 1)), {"month": "March"}),
        (pick(mail_by=date(2026, 3, 1)), {"month": "March"}),
        (pick(on=None), {"month": "", "when": ""}),
        (pick("years", years=7), {"years": 7}),
        (pick("wedding-anniversary", years=25), {"years": 25}),
        (pick("birthday", years=25), {"years": 0}),
        (pick("years", years=0), {"years": 0}),
        (pick("years", years=1), {"years": 1}),
        (pick("years", years=99), {"years": 99}),
        (pick("years", years=100), {"years": 0}),
        (pick("years", years="seven"), {"years": 0}),
        (pick(since=date(2019, 11, 20)), {"since": "2019", "with_us": 7}),
        (pick(since=date(2019, 11, 21)), {"since": "2019", "with_us": 6}),
        (pick(since=date(2019, 12, 1)), {"since": "2019", "with_us": 6}),
        (pick(since=date(2025, 12, 31)), {"since": "2025", "with_us": 0}),
        (pick(since=date(2026, 1, 1)), {"since": "", "with_us": 0}),
        (pick(since=date(2027, 1, 1)), {"since": "", "with_us": 0}),
        (pick(on=None, since=date(2019, 1, 1)), {"since": "", "with_us": 0}),
        (pick("apology", about="the mailbox backed over"), {"about": "the mailbox being backed over"}),
        (pick(about="the mailbox backed over"), {"about": "the mailbox backed over"}),
        (pick("wedding-anniversary", person="Tom", _partner="Hal"), {"partner": "Tom", "person": ""}),
        (pick("wedding-anniversary", _partner="Hal"), {"partner": "Hal", "person": ""}),
        (pick("birthday", person="Tom", _partner="Hal"), {"partner": "Hal", "person": "Tom"}),
        (pick("pet-condolence", _pet="Otis"), {"pet": ""}),
        (pick("condolence", _pet="Otis"), {"pet": "Otis"}),
        (pick(_child="Mia", _pet="Otis (died)"), {"child": "Mia", "pet": ""}),
        (pick(_likes="her late husband’s roses", _bought="the oak table"), {"likes": "", "bought": "the oak table"}),
        (pick(referred="her mother", referred_by="Ben Hale"), {"referred": "your mother", "referred_by": "Ben Hale"}),
        (pick(_say_this="See you at the fair"), {"say_this": "See you at the fair."}),
        (pick("condolence", _say_this="See you at the fair"), {"say_this": ""}),
        (pick(_say_this="See you at the fair", say_this="Come in."), {"say_this": "Come in."}),
    ],
)  # fmt: skip
def test_what_each_name_holds(one: Pick, expected: dict[str, Any]) -> None:
    found = facts(one)
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("dear", "left"),
    [
        ("Rosa", "Mia Hal Tom"),
        ("Rosa and Mia", "Hal Tom"),
        ("rosa & HAL", "Mia Tom"),
        ("Thomas", "Mia Hal Tom"),
        ("Tom", "Mia Hal"),
    ],
)
def test_whoever_is_greeted_is_no_third_person(dear: str, left: str) -> None:
    found = facts(pick(_child="Mia", _partner="Hal", person="Tom"), dear)
    assert " ".join(filter(None, (found[name] for name in ("child", "partner", "person")))) == left


@pytest.mark.parametrize(
    ("on", "row", "when"),
    [
        (date(2026, 11, 20), True, "this month"),
        (date(2026, 11, 1), True, "this month"),
        (date(2026, 11, 21), True, ""),
        (date(2026, 10, 31), True, "last month"),
        (date(2026, 9, 30), True, "in September"),
        (date(2026, 1, 5), True, "in January"),
        (date(2025, 12, 5), True, "in December 2025"),
        (date(2025, 11, 5), True, "in November 2025"),
        (date(2026, 9, 30), False, ""),
        (None, True, ""),
    ],
)
def test_when_a_milestone_was(on: date | None, row: bool, when: str) -> None:
    assert facts(pick(on=on, mail_by=DAY, row=row))["when"] == when
    assert facts(pick(on=on, mail_by=DAY, row=row), language="de", own="de")["when"] == ""


def test_what_is_written_in_one_language_stays_out_of_notes_in_another() -> None:
    one = pick("apology", about="the mailbox knocked over", _likes="old roses", _child="Mia")
    here, there = facts(one, language="de", own="de"), facts(one, language="de")
    assert (here["about"], here["likes"], here["month"]) == ("the mailbox knocked over", "old roses", "November")
    assert (there["about"], there["likes"], there["child"]) == ("", "", "Mia")


@pytest.mark.parametrize(
    ("about", "told"),
    [
        ("the vase broken in two", "the vase being broken in two"),
        ("the hedge cut", "the hedge being cut"),
        ("the rug, cut too short", "the rug being cut too short"),
        ("the wrong rug cut away", "the wrong rug being cut away"),
        ("the rug that was cut short", "the rug that was cut short"),
        ("the broken chair", "the broken chair"),
        ("broken chair legs", "broken chair legs"),
        ("the rug never cut", "the rug never cut"),
        ("the rug cut yesterday", "the rug cut yesterday"),
        ("the order come late", "the order come late"),
        ("Otis shut in", "Otis shut in"),
        ("our Otis shut in", "our Otis being shut in"),
        ("", ""),
    ],
)
def test_what_was_done_to_a_thing_is_told_as_being_done(about: str, told: str) -> None:
    assert as_mishap(about) == told


@pytest.mark.parametrize(
    ("one", "years"),
    [
        (pick(on=None, years=5), 5),
        (pick("years", years=5), 5),
        (pick("birthday", years=5), 0),
        (pick("wedding-anniversary", years=5), 0),
        (pick("birthday", since=date(2020, 11, 20)), 6),
        (pick(on=None, mail_by=DAY, since=date(2020, 11, 20)), 6),
        (pick(since=date(2020, 11, 20), mail_by=date(2026, 11, 1)), 6),
    ],
)
def test_how_long_somebody_has_been_a_customer(one: Pick, years: int) -> None:
    assert with_us(one, Settings().occasions[one.occasion]) == years


def test_what_is_written_exactly_is_of_the_row_else_of_the_customer() -> None:
    occasions = Settings().occasions
    row, column = pick(write_exactly="Of the row", row=True), pick(_write_exactly="Of the column", row=True)
    assert exact_words(row, occasions["thanks"]) == exact_words(row, occasions["condolence"]) == "Of the row"
    assert exact_words(column, occasions["thanks"]) == "Of the column"
    assert (
        exact_words(column, occasions["condolence"]) == exact_words(pick(_write_exactly="…"), occasions["thanks"]) == ""
    )
    assert exact_cell(row) == replace(ROW.place, column="Write exactly this")
    assert exact_cell(column) == column.customer.cell("write_exactly")
    assert exact_cell(pick(write_exactly="x")) == column.customer.cell("write_exactly")


def test_the_sentence_of_the_column_gives_way_to_that_of_the_row() -> None:
    occasions = Settings().occasions
    assert sentence_of(pick(_say_this="Hello"), occasions["thanks"]) == "Hello"
    assert sentence_of(pick(_say_this="Hello", say_this="Bye"), occasions["thanks"]) == ""
    assert sentence_of(pick(_say_this="Hello"), occasions["apology"]) == ""


def test_what_no_sentence_can_hold_is_told_by_its_column() -> None:
    one = pick(_pet="Labrador", _child="yes", _likes="old roses", about=" ", _bought="INV-4711 $12")
    told = unusable(one, Settings().occasions["thanks"], "en")
    assert told == {"child": "yes", "pet": "Labrador", "bought": "INV-4711 $12"}


def test_a_customer_is_called_by_name_by_firm_or_by_number() -> None:
    who = pick().customer
    assert describe(who) == "Rosa Kern"
    assert describe(replace(who, name="")) == "Oak Ltd"
    assert describe(replace(who, name="", company="")) == "1"


@pytest.mark.parametrize(
    ("occasion", "given", "said"),
    [
        ("apology", {"about": "the breaker tripping in his game"}, "the breaker tripping in your game"),
        ("thanks", {"about": "the shelves over her bench"}, "the shelves over your bench"),
        ("get-well", {"about": "the fall from their ladder"}, "the fall from your ladder"),
        ("just-because", {"about": "No occasion."}, ""),
        ("thanks", {"about": "Tom's move to his new house"}, "Tom's move to his new house"),
        ("graduation", {"about": "the end of his degree", "person": "Teo"}, "the end of his degree"),
    ],
)
def test_what_is_the_readers_own_is_said_to_them(occasion: str, given: dict[str, str], said: str) -> None:
    assert facts(pick(occasion, **given))["about"] == said
