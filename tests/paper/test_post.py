"""What the post asks of an envelope: the address in its read area, the clear zones clear, on every envelope we know."""

import pypdfium2
import pytest
from squares import card

from notes.paper import envelopes
from notes.paper.stocks import EnvelopeStock, read_stocks
from notes.problems import BadValue
from notes.units import INCH

STOCKS, _ = read_stocks()
DPI = 100
SENDER = ["Rosa’s Bakery", "1 Mill Lane", "Dover NH  03820"]
SHORT = ("Bo Li", "1 Elm St", "Ely MN  55731")
LONG = (
    "Dr. and Mrs. Bartholomew Featherstonehaugh-Cholmondeley",
    "Featherstonehaugh & Daughters Landscape Gardening Ltd",
    "c/o The Old Rectory, Second Floor",
    "Upper Long Meadow Road 1234 b",
    "České Budějovice 370 01",
    "CZECH REPUBLIC",
)


@pytest.mark.parametrize("turns", [1, 3])
@pytest.mark.parametrize("address", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("stock", STOCKS.envelopes.values(), ids=lambda stock: stock.name)
def test_the_address_stands_where_it_is_read(stock: EnvelopeStock, address: tuple[str, ...], turns: int):
    left, bottom, right, top = ink(stock, address, [], turns)
    assert left >= 0.5 * INCH - 1 and right <= stock.size[0] - 0.5 * INCH + 1
    assert bottom >= 0.625 * INCH - 1 and top <= 2.75 * INCH + 1


@pytest.mark.parametrize("stock", STOCKS.envelopes.values(), ids=lambda stock: stock.name)
def test_the_sender_stands_above_and_left_of_it_within_what_printers_reach(stock: EnvelopeStock):
    _, _, _, address_top = ink(stock, LONG, [])
    left, bottom, right, top = ink(stock, (), SENDER)
    assert bottom > address_top and right < stock.size[0] / 2 + 30
    assert left >= 0.25 * INCH and top <= stock.size[1] - 0.25 * INCH


def test_a_foreign_letter_in_the_address_is_told_before_anything_is_printed():
    with pytest.raises(BadValue, match="王"):
        envelopes.check(("王小明", "北京"), STOCKS.envelope("C6"))


def ink(stock: EnvelopeStock, address: tuple[str, ...], sender: list[str], turns: int = 1):
    """The box of what is black, in points from the lower left of the envelope as it is read."""
    data = envelopes.make([card(STOCKS.card("A2"), 1, address)], stock, sender, quarter_turns=turns).data
    with pypdfium2.PdfDocument(data) as pdf:
        assert pdf[0].get_size()[0] < pdf[0].get_size()[1], "an envelope is an upright page"
        image = pdf[0].render(scale=DPI / 72, grayscale=True).to_pil()
    image = image.rotate(-90 * turns, expand=True)
    left, top, right, bottom = image.point(lambda grey: 255 * (grey < 128)).getbbox()
    return left * 72 / DPI, stock.size[1] - bottom * 72 / DPI, right * 72 / DPI, stock.size[1] - top * 72 / DPI
