"""Envelopes: one page each, upright, the address where the machines of the post look for it.

The post reads the address from 5/8 to 2¾ in above the bottom edge and ½ in from the sides; nothing may stand in the
lower right corner of 4¾ × 5/8 in nor below the last line. A plain face is the default, for the post asks for no script.
"""

from collections.abc import Sequence

from notes.paper import plain
from notes.paper.document import Document
from notes.paper.folding import UNCHANGED, Matrix, turned_box
from notes.paper.pieces import Card, Printed, Spot
from notes.paper.plain import Plain
from notes.paper.stocks import EnvelopeStock
from notes.units import INCH

LOWEST, HIGHEST, SIDE = 0.625 * INCH, 2.75 * INCH, 0.5 * INCH
EDGE = 0.35 * INCH  # what printers cannot reach of an envelope, and a little more
SIZE, RETURN_SIZE, LEADING = 12.0, 9.0, 1.3


def make(
    cards: Sequence[Card],
    stock: EnvelopeStock,
    return_address: Sequence[str] = (),
    *,
    title: str = "Envelopes",
    quarter_turns: int = 1,
    correction: Matrix = UNCHANGED,
) -> Printed:
    """One envelope a card; with `quarter_turns` the top of the envelope lies to the left (1) or to the right (3).

    Raises:
        BadValue: an address does not fit or has a letter that the face lacks (`check` tells beforehand).
    """
    document = Document(title)
    face = Plain(document)
    upright = turned_box(stock.size, quarter_turns).then(correction)
    sender = _return_address(face, stock, return_address)
    for card in cards:
        document.page(min(stock.size), max(stock.size), upright.around(sender + _address(face, stock, card.envelope)))
    spots = tuple(Spot(page) for page in range(1, len(cards) + 1))
    return Printed(document.data(), document.page_count, stock.shown, spots)


def check(address: Sequence[str], stock: EnvelopeStock) -> None:
    """See whether an address can be printed on this envelope.

    Raises:
        BadValue: it does not fit, or has a letter that the face lacks.
    """
    _layout(address, stock)


def _layout(address: Sequence[str], stock: EnvelopeStock) -> tuple[float, float, float]:
    """Left, the first baseline and the size of the address."""
    width, height = stock.size
    highest = min(HIGHEST, height - 1.1 * INCH)  # the return address is above
    size = plain.fit(address, (width - 2 * SIDE, highest - LOWEST), largest=SIZE, leading=LEADING)
    block = size * LEADING * len(address)
    longest = max(plain.width(line, size) for line in address)
    left = min(0.42 * width, width - SIDE - longest)
    top = min(highest, max(LOWEST + block, 0.42 * height + block / 2))
    return left, top - size, size


def _address(face: Plain, stock: EnvelopeStock, address: Sequence[str]) -> bytes:
    left, y, size = _layout(address, stock)
    return b"".join(face.show(line, left, y - row * size * LEADING, size) for row, line in enumerate(address))


def _return_address(face: Plain, stock: EnvelopeStock, lines: Sequence[str]) -> bytes:
    if not lines:
        return b""
    size = plain.fit(lines, (stock.size[0] / 2, 0.75 * INCH), largest=RETURN_SIZE, smallest=6.0, leading=LEADING)
    top = stock.size[1] - EDGE - size
    return b"".join(face.show(line, EDGE, top - row * size * LEADING, size) for row, line in enumerate(lines))
