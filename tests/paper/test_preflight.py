"""No ink where none may be: at the edges that printers do not reach, on a fold, in the clear zone of an envelope."""

from dataclasses import replace

import pytest
from letters import Letter
from squares import ADDRESS, card

from notes import writing
from notes.paper import cards, envelopes, labels
from notes.paper.artwork import Artwork
from notes.paper.document import Edge
from notes.paper.folding import Matrix
from notes.paper.pieces import Card
from notes.paper.preflight import Expected, check, doubtful_pages
from notes.paper.stocks import read_stocks
from notes.problems import report

STOCKS, _ = read_stocks()
SENDER = ("Rosa’s Bakery", "1 Mill Lane", "Dover NH  03820")


LETTER = Letter(
    "Dear Győző,",
    ("Thank you for ten years of Saturdays, and for the photograph of your jetty.",),
    "Yours,",
    "Jörg & Peggy",
)


@pytest.mark.parametrize("stock", STOCKS.cards.values(), ids=lambda stock: stock.name)
def test_a_card_in_the_hand_keeps_clear_of_edges_and_folds(stock, own_cache):
    hand = writing.open_hand("caveat", own_cache)
    stack = [
        Card(number, hand.write(LETTER, *stock.writing_box, f"key {number}"), ADDRESS)
        for number in range(1, len(stock.sheet) + 1)
    ]
    made = cards.make(stack, stock, numbered=True)
    assert report(check(made.data, Expected.on(stock, made.pages))) == ""


@pytest.mark.parametrize("turns", [1, 3])
@pytest.mark.parametrize("stock", STOCKS.envelopes.values(), ids=lambda stock: stock.name)
def test_an_envelope_keeps_clear_of_the_zone_of_the_post(stock, turns: int):
    made = envelopes.make([card(STOCKS.card("A2"))], stock, SENDER, quarter_turns=turns)
    assert report(check(made.data, Expected.on(stock, 1, turns))) == ""


@pytest.mark.parametrize("stock", [*STOCKS.labels.values()][::6], ids=lambda stock: stock.name)
def test_a_full_sheet_of_labels_keeps_clear_of_the_edges(stock):
    stack = [card(STOCKS.card("A2"), 1, ("Rosa Díaz", "1 Elm St"))] * len(stock.sheet)
    assert report(check(labels.make(stack, stock).data, Expected.on(stock, 1))) == ""


def test_ink_where_none_may_be_is_seen():
    stock, envelope = STOCKS.card("5315"), STOCKS.envelope("A2")
    low = envelopes.make([card(stock)], envelope, SENDER, correction=Matrix(e=80))
    assert "page 1: there is ink where nothing may be printed (3.8 to 4.4 in across" in report(
        check(low.data, Expected.on(envelope, 1))
    )
    wide = replace(stock, margin=0.0)
    assert "there is ink where nothing may be printed" in report(
        check(cards.make([card(wide)], wide).data, Expected.on(stock, 1))
    )
    over = cards.make([card(stock)], stock, front=Artwork(b"-20 100 80 80 re f"), edge=Edge.LONG)
    assert "(4.2 to 4.3 in across, 5.5 to 11.0 in up)" in report(check(over.data, Expected.on(stock, 2)))


SHIFTS = [
    Matrix(e=float(across), f=float(up)) for across, up in ((0, 0), (-14, 0), (11, 0), (0, 17), (0, -23), (40, 9))
]


@pytest.mark.parametrize("shift", SHIFTS, ids=lambda shift: f"{shift.e:.0f} {shift.f:.0f}")
def test_the_reckoned_look_finds_what_a_look_at_every_page_finds(shift: Matrix, own_cache):
    """Of cards and envelopes as no two are alike, with a printer that is crooked by so many points."""
    stock, envelope = STOCKS.card("5315"), STOCKS.envelope("A2")
    hand = writing.open_hand("caveat", own_cache)
    letters = [replace(LETTER, paragraphs=LETTER.paragraphs * (1 + at % 3)) for at in range(8)]
    addresses = [("Ág " * (at + 1), *ADDRESS[1:], *["Ågy"] * (at % 3)) for at in range(8)]
    stack = [
        Card(at, hand.write(letter, *stock.writing_box, f"key {at}"), address)
        for at, (letter, address) in enumerate(zip(letters, addresses, strict=True))
    ]
    for made, paper in (
        (cards.make(stack, stock, correction=shift), stock),
        (envelopes.make(stack, envelope, SENDER, correction=shift), envelope),
    ):
        expected = Expected.on(paper, made.pages)
        looks = doubtful_pages(made, expected)
        assert check(made.data, expected, looks=looks) == check(made.data, expected)
        assert looks is not None
        assert shift != Matrix() or looks == {1, made.pages}


def test_a_page_that_is_no_sample_is_looked_at_where_its_ink_may_be_astray():
    stock = STOCKS.card("5315")
    wide = replace(card(stock).written, bounds=(0.0, 0.0, stock.writing_box[0] + 30, stock.writing_box[1]))
    stack = [card(stock, number) for number in range(1, 9)]
    stack[4] = replace(stack[4], written=wide)
    made = cards.make(stack, stock)
    assert doubtful_pages(made, Expected.on(stock, made.pages)) == {1, 3, 4}
    assert doubtful_pages(cards.make(stack, stock, numbered=True), Expected.on(stock, made.pages)) is None
