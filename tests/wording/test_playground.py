"""A card as it could be, shown on the command line: what of it is invented, what it says and from which cell."""

from dataclasses import replace
from datetime import date

from notes.customers import Customer, CustomerId, Milestone
from notes.picking.picks import Outcome, Pick
from notes.problems import Place
from notes.wording.note import Note, Sentence
from notes.wording.playground import made_up, shown, trial

TODAY = date(2026, 11, 20)
ROSA = Customer(place=Place("c.xlsx", "Customers", 2), customer_id=CustomerId("1"), name="Rosa Kern", first_name="Rosa")
ROW = Milestone(place=Place("c.xlsx", "Milestones", 2), customer_id=CustomerId("1"), occasion="graduation", on=None)


def test_a_trial_is_of_the_last_row_of_the_customer_for_the_occasion() -> None:
    rows = [
        replace(ROW, about="the first degree"),
        replace(ROW, about="the degree", person="Mia"),
        replace(ROW, customer_id=CustomerId("2"), about="another’s"),
        replace(ROW, occasion="wedding", about="another day"),
    ]
    pick = trial("graduation", ROSA, rows, TODAY)
    assert (pick.milestone, pick.customer, pick.on, pick.outcome) == (rows[1], ROSA, TODAY, Outcome.CARD)
    assert pick.facts == {"referred": "Noor Haddad", "years": 5, "about": "the degree", "person": "Mia"}
    assert made_up(pick) == ""


def test_without_a_row_what_it_is_about_is_made_up() -> None:
    pick = trial("apology", ROSA, [ROW], TODAY)
    assert pick.milestone is None
    assert made_up(pick) == (
        "Made up for the example: about “the chair that arrived scratched”, referred “Noor Haddad”, years “5”."
    )
    assert "about" not in trial("birthday", ROSA, [], TODAY).facts


def test_without_a_customer_everything_is_made_up() -> None:
    pick = trial("birthday", None, [], TODAY)
    assert pick.customer.first_purchase == date(2021, 11, 1)
    assert f"likes “{pick.customer.details['likes']}”" in made_up(pick)
    assert made_up(replace(pick, facts={}, customer=replace(ROSA, details={"likes": "old maps"}))) == ""


def note(**given: object) -> Note:
    pick = Pick(customer=ROSA, occasion="birthday", outcome=Outcome.CARD)
    parts = {
        "salutation": "Dear Rosa,",
        "closing": "Warmly,",
        "signature": "Ada",
        "paragraphs": ("Happy birthday to you.",),
    }
    return Note(pick=pick, wording="birthday/mine", envelope_name="Rosa Kern", **{**parts, **given})  # type: ignore[arg-type]


def test_a_note_as_it_is_shown() -> None:
    assert shown(note()).splitlines() == [
        "birthday/mine: mentions nothing about the person; 4 words", "",
        "    Dear Rosa,", "    ", "    Happy birthday to you.", "    ", "    Warmly,", "    Ada",
    ]  # fmt: skip
    cell = Place("c.xlsx", "Customers", 2, "Likes", "F2")
    told = note(
        mentions=("likes", "pet"), shorter=note(paragraphs=("Happy day.",)),
        sentences=(Sentence("Old maps.", (cell,)), Sentence("Happy birthday."), Sentence("Otis.", (Place(""), cell))),
    )  # fmt: skip
    first, *_, before, one, other = shown(told).splitlines()
    assert first == "birthday/mine: mentions likes, pet; 4 words, 2 in the shorter form"
    assert (before, one, other) == ("", f"    “Old maps.” is from {cell}", f"    “Otis.” is from {cell}")
