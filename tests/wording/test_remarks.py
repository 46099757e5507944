"""What a card has to say of a thing comes first that suits the card: it asks or not, and knows the thing."""

from dataclasses import replace
from datetime import date

import pytest
from our_library import LIBRARY

from notes.customers import Customer, CustomerId
from notes.picking.picks import Outcome, Pick
from notes.problems import Place
from notes.settings import Business, Settings
from notes.wording import compose, read_wordings
from notes.wording.details import State
from notes.wording.details.clauses import subject
from notes.wording.plans.building import build
from notes.wording.plans.dealing import Table, deal
from notes.wording.plans.memory import Memory
from notes.wording.plans.remarks import remarks_of

SETTINGS = Settings(business=Business(name="Oak Ltd", sender="Ada", country="US"))


@pytest.fixture
def said(tmp_path):
    """The passages of a topic and of its kind in the order in which a card would say them."""

    def order(topic, kind="", *, asks, seed=1):
        (tmp_path / "topics").mkdir(exist_ok=True)
        (tmp_path / "kinds").mkdir(exist_ok=True)
        (tmp_path / "topics" / "mine.txt").write_text(f"= ukulele\nkind: music\nfinds: ukulele\n{topic}\n", "utf-8")
        (tmp_path / "kinds" / "mine.txt").write_text(f"= music\n{kind}\n" if kind else "", "utf-8")
        book = read_wordings([tmp_path])[0].phrasebook
        who = Customer(
            place=Place("c.xlsx", "Customers", 2), customer_id=CustomerId("1"), name="Rosa Kern", first_name="Rosa",
            dear="Rosa", details={"likes": "the ukulele"},
        )  # fmt: skip
        day = date(2026, 11, 20)
        pick = Pick(customer=who, occasion="thanks", on=day, mail_by=day, outcome=Outcome.CARD, household="1")
        card = deal(pick, Table(SETTINGS, book.finder, day), Memory(), seed)
        return [one.passage.text for one in remarks_of(card, book, asks)]

    return order


ASKING, TELLING = "How is your ukulele?", "Your ukulele must be in tune."


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(("asks", "first"), [(True, ASKING), (False, TELLING)])
def test_a_card_that_is_to_ask_asks_and_another_tells(said, asks, first, seed):
    assert said(f"* {ASKING}\n* {TELLING}", asks=asks, seed=seed)[0] == first


@pytest.mark.parametrize("seed", range(6))
def test_what_knows_the_thing_comes_before_what_fits_its_kind(said, seed):
    assert said(f"* {TELLING}", "* Your music must be loud.", asks=False, seed=seed)[0] == TELLING


@pytest.mark.parametrize("seed", range(6))
def test_what_names_the_thing_comes_before_what_points_at_it(said, seed):
    assert said(f"* I hope they still let you play.\n* {TELLING}", asks=False, seed=seed)[0] == TELLING


@pytest.mark.parametrize(
    ("text", "names", "rest"),
    [
        ("son Tom and Ida at school", ("Tom", "Ida"), "at school"),
        ("daughter IDA at school", ("IDA",), "at school"),
        ("daughter ROSA at school", (), "ROSA at school"),
        ("son Tom’s school", ("Tom",), "school"),
    ],
)
def test_the_names_behind_a_relation_are_told_from_other_capitals(text, names, rest):
    who, left = subject(text)
    assert (who.names, left) == (names, rest)


def test_a_card_is_another_by_its_seed_alone():
    day = date(2026, 11, 20)
    pick = Pick(
        customer=Customer(place=Place("c.xlsx"), customer_id=CustomerId("1"), name="Rosa", dear="Rosa"),
        occasion="thanks", on=day, mail_by=day, outcome=Outcome.CARD,
    )  # fmt: skip
    finder = read_wordings([])[0].phrasebook.finder
    one, same, other = (deal(pick, Table(SETTINGS, finder, day), Memory(), seed) for seed in (1, 1, 2))
    assert one.draws.share("asks") == same.draws.share("asks") != other.draws.share("asks")
    assert replace(one, draws=other.draws) == other


def somebody(**details):
    return Customer(
        place=Place("c.xlsx", "Customers", 2), customer_id=CustomerId("1"), name="Rosa Kern", first_name="Rosa",
        dear="Rosa", details=details,
    )  # fmt: skip


@pytest.mark.parametrize(("column", "told", "seed"), [("told_us", "the ukulele lessons", 1), ("likes", "old roses", 2)])
def test_the_best_note_is_the_one_that_is_taken(column, told, seed):
    day = date(2026, 11, 20)
    pick = Pick(
        customer=somebody(**{column: told}), occasion="thanks", on=day, mail_by=day, outcome=Outcome.CARD, household="1"
    )
    card = deal(pick, Table(SETTINGS, LIBRARY.phrasebook.finder, day), Memory(), seed)
    made = build(card, LIBRARY.phrasebook)
    (note,) = compose([pick], LIBRARY, SETTINGS, seed, today=day).notes
    assert [one.score for one in made] == sorted((one.score for one in made), reverse=True)
    assert note.passages == made[0].passages


@pytest.mark.parametrize(
    ("told", "wedding", "state"),
    [
        ("the honeymoon in Rome", date(2026, 12, 20), State.BEFORE),
        ("the honeymoon in Rome", date(2026, 10, 20), State.UNKNOWN),
        ("the week in Rome", date(2026, 12, 20), State.UNKNOWN),
    ],
)
def test_a_honeymoon_is_to_come_as_long_as_the_wedding_is(told, wedding, state):
    day = date(2026, 11, 20)
    pick = Pick(customer=somebody(told_us=told), occasion="wedding", on=wedding, mail_by=day, outcome=Outcome.CARD)
    card = deal(pick, Table(SETTINGS, LIBRARY.phrasebook.finder, day), Memory(), 1)
    assert [one.state for one in card.details if one.column == "told_us"] == [state]
