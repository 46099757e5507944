"""A solemn note says the one thing that is known of who died, or of what a mistake of ours did."""

from dataclasses import replace
from datetime import date

import pytest
from our_library import LIBRARY

from notes.customers import Customer, CustomerId, Milestone
from notes.picking.picks import Outcome, Pick
from notes.problems import Place
from notes.settings import Business, Settings
from notes.wording import compose

SETTINGS = Settings(business=Business(name="Oak Ltd", sender="Ada", country="US"))
DAY = date(2026, 11, 20)


def words_of(occasion, person="", about="", notes="", **details):
    """The note's words, and what it mentions besides the person and the matter."""
    who = Customer(
        place=Place("c.xlsx", "Customers", 2), customer_id=CustomerId("1"), name="Rosa Kern", first_name="Rosa",
        dear="Rosa", notes=notes, details=details,
    )  # fmt: skip
    row = Milestone(place=Place("c.xlsx", "Milestones", 2), customer_id=CustomerId("1"), occasion=occasion)
    facts = {name: text for name, text in (("person", person), ("about", about)) if text}
    pick = Pick(
        customer=who, occasion=occasion, on=DAY, mail_by=DAY, outcome=Outcome.CARD, facts=facts,
        milestone=replace(row, person=person, about=about),
    )  # fmt: skip
    (note,) = compose([pick], LIBRARY, SETTINGS, 1, today=DAY).notes
    return " ".join(note.paragraphs).replace("'", "’"), set(note.mentions) - {"person", "about"}


@pytest.mark.parametrize(
    ("cells", "said", "key"),
    [
        ({"told_us": "Otis chased every tennis ball"}, "Otis chased every tennis ball", "chasing every tennis ball"),
        (
            {"notes": "Otis slept on the counter. Pays by check."},
            "Otis slept on the counter",
            "sleeping on the counter",
        ),
    ],
)
def test_what_the_dead_did_is_remembered(cells, said, key):
    text, mentions = words_of("pet-condolence", "Otis", **cells)
    assert said in text
    assert mentions == {f"otis: {key}"}
    assert "check" not in text


@pytest.mark.parametrize("cells", [{"told_us": "Bruno chased every tennis ball"}, {"notes": "Otis died in May."}, {}])
def test_nothing_is_said_of_another_nor_how_it_ended(cells):
    text, mentions = words_of("pet-condolence", "Otis", **cells)
    assert (mentions, "ball" in text, "died in May" in text) == (set(), False, False)


def test_an_apology_says_what_was_harmed_and_that_it_was_mended():
    about, notes = "the chair that arrived scratched", "her grandmother's chair got scratched b/c of us; refunded"
    text, mentions = words_of("apology", about=about, notes=notes)
    assert "Your grandmother’s chair was scratched because of it. It has been put right." in text
    assert mentions == {"what came of it"}
    assert words_of("apology", about=about)[1] == set()


@pytest.mark.parametrize(
    ("person", "cells", "said"),
    [
        ("Otto", {"told_us": "bringing Otto to the Sunday class"}, "You brought Otto to the Sunday class"),
        ("Otto", {"notes": "brought Otto to the Sunday class. pays late"}, "You brought Otto to the Sunday class"),
        ("Fern", {"told_us": "the two of them sang in the choir"}, "The two of you sang in the choir"),
        ("Stan", {"told_us": "Stan sang in the choir; she doesn't like choirs"}, "Stan sang in the choir"),
    ],
)
def test_what_was_done_with_the_dead_is_remembered(person, cells, said):
    assert said in words_of("condolence", person, **cells)[0]


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ("the trailer backed over the mailbox", "the trailer being backed over the mailbox"),
        ("the haircut cut too short", "the haircut being cut too short"),
        ("the chair that arrived scratched", "the chair that arrived scratched"),
        ("the missed appointment", "the missed appointment"),
        ("the mailbox knocked down", "the mailbox being knocked down"),
    ],
)
def test_an_apology_says_what_was_done_as_english_has_it(about, said):
    assert said in words_of("apology", about=about)[0]


def test_an_apology_thinks_of_what_was_lost():
    text, _ = words_of("apology", about="the freezer left off", told_us="the trout he had caught all summer")
    assert "I keep thinking of the trout you had caught all summer." in text


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        ("his order was delayed", "Your order was delayed because of it."),
        ("their tickets were lost due to this", "Your tickets were lost because of it."),
        ("3 days of rain", "You had three days of rain because of it."),
        ("two weeks hassle", "You had two weeks of hassle because of it."),
        ("she had to wait an hour", "You had to wait an hour because of it."),
        ("so they had to reorder", "You had to reorder because of it."),
        ("she missed her train", "You missed your train because of it."),
        ("he waited 1 hr 10", "You waited one hour ten because of it."),
        ("missed the train; had to walk; waited an hour", "You missed the train and you had to walk because of it."),
        ("missed the train; missed the train", "You missed the train because of it."),
        ("refunded", "It has been put right."),
        ("refunded 11/3", "It was put right on November 3."),
        ("missed the train. fixed 11/3", "You missed the train because of it. It was put right on November 3."),
        ("fixed in October", "It has been put right."),
    ],
)
def test_an_apology_says_what_came_of_a_mistake(notes, said):
    assert said in words_of("apology", about="the wrong lenses", notes=notes)[0]


@pytest.mark.parametrize(
    "notes", ["kept him waiting", "so he had to 12345", "her phone died", "keeps bees", "to be refunded"]
)
def test_an_apology_says_nothing_that_did_not_come_of_it(notes):
    text, mentions = words_of("apology", about="the wrong lenses", notes=notes)
    assert (mentions, "because of it" in text, "put right" in text) == (set(), False, False)
