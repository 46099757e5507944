"""What a note says of a gift that goes along with its card."""

from dataclasses import replace
from datetime import date

import pytest

from notes.customers import Customer, CustomerId
from notes.occasions import ours
from notes.picking.picks import Outcome, Pick
from notes.problems import Place
from notes.wording.gifts import sentence, with_gift
from notes.wording.note import Note

ROSA = Customer(
    place=Place("customers.xlsx", "Customers", 2),
    customer_id=CustomerId("1"),
    name="Rosa",
    columns={"gift": ("Gift", "F")},
)


def a_note(gift: str, said: str = "How is the greenhouse?", **given: object) -> Note:
    pick = Pick(customer=ROSA, occasion="birthday", on=date(2026, 3, 9), outcome=Outcome.CARD, gift=gift)
    note = Note(
        pick=pick,
        wording="birthday/a",
        salutation="Dear Rosa,",
        paragraphs=("Happy birthday.", said),
        closing="",
        signature="Ada",
        envelope_name="Rosa",
    )
    return replace(note, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("gift", "said"),
    [
        ("honey", "The honey that comes with this is for you."),
        ("A jar of honey", "The jar of honey that comes with this is for you."),
        ("HONEY", "The honey that comes with this is for you."),
        ("Amazon voucher", "The Amazon voucher that comes with this is for you."),
        ("a $25 gift card", "The gift card that comes with this is for you."),
        ("2 tickets", "The two tickets that come with this are for you."),
        ("3x mugs", "The three mugs that come with this are for you."),
        ("a mug & a candle", "The mug and candle that come with this are for you."),
        ("jam + bread", "The jam and bread that come with this are for you."),
        ("the book about bees", "The book about bees that comes with this is for you."),
        ("jar w/ jam (8 oz)", "The jar with jam that comes with this is for you."),
        ("1 jar honey", "The jar of honey that comes with this is for you."),
        ("dog biscuits for Rex", "And the dog biscuits for Rex are yours."),
        ("our 2027 calendar", "With this comes our 2027 calendar."),
        ("our pie and a candle", "With this come our pie and candle."),
        ("SKU-3345", ""),
        ("one of Ben’s prints", ""),
        ("coupon: 10% off", ""),
    ],
)
def test_the_sentence_that_gives_it(gift: str, said: str) -> None:
    assert sentence(gift) == said


def test_the_note_ends_with_it_says_its_cell_and_can_go_without_it() -> None:
    note, remark = with_gift(a_note("honey"), ours()["birthday"], seed=1)
    assert remark == ""
    assert note.paragraphs[-1].startswith("How is the greenhouse? ") and "honey" in note.paragraphs[-1]
    assert str(note.sentences[-1].cells[0]) == "Customers, cell F2 (column “Gift”)"
    assert note.shorter and note.shorter.paragraphs == ("Happy birthday.", "How is the greenhouse?")
    assert note.told == ("gift: honey",)


@pytest.mark.parametrize(
    ("note", "remark"),
    [
        (a_note(""), ""),
        (a_note("a jar of honey", said="I’m sending you a jar."), ""),
        (a_note("honey", mentions=("write_exactly",)), ""),
        (a_note("honey", language="de"), "the gift (honey) goes along, but a note in “de” does not name it."),
        (
            a_note("SKU-22"),
            "the gift “SKU-22” goes along, but the note cannot name it: write it like “a jar of honey”.",
        ),
    ],
)
def test_a_note_that_stays_as_it_was(note: Note, remark: str) -> None:
    after, told = with_gift(note, ours()["birthday"], seed=1)
    assert (after.paragraphs, told) == (note.paragraphs, remark)


def test_a_solemn_note_gives_it_soberly() -> None:
    for seed in range(8):
        note, _ = with_gift(a_note("pie"), ours()["apology"], seed)
        assert note.paragraphs[-1].endswith("The pie that comes with this is for you.")
