"""What speaks for a note: of two that differ in one thing, which is the better, and by how much."""

from datetime import date

import pytest
from our_library import LIBRARY

from notes.customers import Customer, CustomerId, Milestone
from notes.picking.picks import Outcome, Pick
from notes.problems import Place
from notes.settings import Business, Settings
from notes.wording.passages import passage
from notes.wording.plans import judging
from notes.wording.plans.dealing import Table, deal
from notes.wording.plans.judging import Judge
from notes.wording.plans.memory import Memory
from notes.wording.plans.pieces import Built, Said

DAY = date(2026, 3, 9)
KNOWN = {"pet": "Otis (beagle)", "told_us": "the ukulele lessons", "likes": "old roses", "trip": "the week in Lisbon"}


def judge(*columns: str, occasion: str = "birthday", **facts: str) -> Judge:
    """Of the card for somebody of whom these columns are filled in."""
    who = Customer(
        place=Place("c.xlsx", "Customers", 2), customer_id=CustomerId("1"), name="Rosa Kern", first_name="Rosa",
        dear="Rosa", details={column: KNOWN[column] for column in columns},
    )  # fmt: skip
    row = Milestone(
        place=Place("c.xlsx", "Milestones", 2), customer_id=who.customer_id, occasion=occasion, on=None, **facts
    )
    pick = Pick(
        customer=who, occasion=occasion, on=DAY, mail_by=DAY, outcome=Outcome.CARD, household="1", facts=facts,
        milestone=row if facts else None,
    )  # fmt: skip
    table = Table(Settings(business=Business(name="Kern", sender="Ada")), LIBRARY.phrasebook.finder, DAY)
    return Judge(deal(pick, table, Memory(), 1))


def note(by: Judge, *pieces: str) -> Built:
    """A note of sentences; those that begin with the name of a column and a colon are about what stands there."""
    of_column = {detail.column.replace("person", "pet"): detail for detail in by.card.details}
    said = [one.partition(": ") if one.partition(": ")[0] in KNOWN else ("", "", one) for one in pieces]
    return Built("A", tuple(Said(text, details=(of_column[name],) if name else ()) for name, _, text in said))


FILL = "The bench by the window has been empty all of this long and rather quiet week."  # 16 words
LONG = f"{FILL} {FILL.replace('The bench', 'A chair').replace('window', 'stove')}"
ONE, TWO = "pet: Otis may want the bed by the stove.", "told_us: The strings may be in tune by May."


@pytest.mark.parametrize(
    ("columns", "better", "other", "by"),
    [
        # Two things are said where two are known; a third little more, and what is held back is for the next card.
        (["pet", "told_us"], [LONG, ONE, TWO], [LONG, ONE, TWO[9:]], judging.EACH_OF_TWO - judging.UNUSED),
        (["pet"], [LONG, ONE], [LONG, ONE[5:]], judging.EACH_OF_TWO - judging.UNUSED),
        (
            ["pet", "told_us", "likes"],
            [LONG, ONE, TWO, "A bud may open soon."],
            [LONG, ONE, TWO, "likes: A bud may open soon."],
            -judging.HELD_BACK,
        ),
        (
            ["pet", "told_us", "likes", "trip"],
            [LONG, ONE, TWO, "likes: A bud may open soon."],
            [LONG, ONE, TWO, "A bud may open soon."],
            judging.THIRD,
        ),
    ],
)
def test_as_much_is_said_as_a_card_bears(columns: list[str], better: list[str], other: list[str], by: float) -> None:
    one = judge(*columns)
    assert one.score(note(one, *better)) - one.score(note(one, *other)) == pytest.approx(by)


@pytest.mark.parametrize(
    ("better", "other", "by"),
    [
        # Too short and too long, word by word.
        ([LONG, ONE], [FILL, ONE], -judging.WORD_OFF * (28 - 16 - 8)),
        ([LONG, FILL, ONE], [LONG, FILL + " Yes.", ONE, "It is."], -judging.WORD_OFF * (16 + 32 + 8 + 3 - 56)),
        # Late: not in the first two pieces.
        ([ONE, FILL, "A lamp was lit."], [FILL, "A lamp was lit.", ONE], -judging.LATE_DETAIL),
        # Said twice, begun alike, wished again, all of the writer.
        (
            ["Happy birthday.", ONE, LONG],
            ["Happy birthday.", ONE, LONG, "Happy birthday."],
            -judging.TWICE - judging.ALIKE,
        ),
        ([LONG, ONE, "Some may hum."], [LONG, ONE, "Otis may hum."], -judging.ALIKE),
        (
            [LONG, ONE, "I hope so.", "The sun may shine."],
            [LONG, ONE, "I hope so.", "We wish for sun."],
            -judging.WISHES,
        ),
        (
            [LONG, ONE, "I hum.", "We go.", "Some sit."],
            [LONG, ONE, "I hum.", "We go.", "I sit."],
            -judging.ALL_OF_ME,
        ),
    ],
)
def test_a_note_reads_well(better: list[str], other: list[str], by: float) -> None:
    one = judge("pet")
    assert one.score(note(one, *better)) - one.score(note(one, *other)) == pytest.approx(by)


def test_a_card_for_something_begins_with_it() -> None:
    facts = {"about": "the nursing degree"}
    one = judge("likes", occasion="graduation", **facts)
    (matter,) = (detail for detail in one.card.details if detail.of_card)
    (roses,) = (detail for detail in one.card.details if not detail.of_card)
    matters, beside = Said("One down.", OURS, (matter,)), Said(LONG, OURS, (roses,))
    first, last = Built("A", (matters, beside)), Built("A", (beside, matters))
    assert one.score(first) - one.score(last) == pytest.approx(-judging.MATTER_LATE)


OURS = passage("x", "Some words of ours.", Place("t.txt"))


@pytest.mark.parametrize(
    ("ours", "own", "stands"),
    [
        (["How is Otis?"], "", True),
        (["How is Otis?", "And the bed?"], "", False),
        (["How is Otis?"], "And Rosa?", True),  # what the person asks is theirs
        (["Otis!", "A bed!"], "", True),
        (["Otis!", "A bed!", "A stove!"], "", False),
        (["Otis sits.", "Otis sleeps."], "", True),
        (["Otis sits.", "Otis sleeps.", "Otis snores."], "", False),
    ],
)
def test_a_note_stands_that_asks_once_shouts_twice_and_names_nobody_three_times(
    ours: list[str], own: str, stands: bool
) -> None:
    one = judge("pet")
    pieces = [Said(text, OURS, tuple(one.card.details)) for text in ours]
    assert one.stands([*pieces, Said(own)]) is stands
