"""Envelopes: one page each, upright, the address where the machines of the post look for it.

The post reads the address from 5/8 to 2¾ in above the bottom edge and ½ in from the sides. Nothing may be printed in
the lower right corner of 4¾ × 5/8 in or below the last line. A plain face is the default, since the post would rather
not have script.
"""

from collections.abc import Sequence

from notes.paper import plain
from notes.paper.document import Box, Document
from notes.paper.folding import UNCHANGED, Matrix, turned_box
from notes.paper.ink import Ink
from notes.paper.pieces import Card, FileKind, Printed, Spot
from notes.paper.plain import Block, Plain
from notes.paper.stocks import EnvelopeStock, Size
from notes.problems import DoesNotFit
from notes.units import INCH

LOWEST, HIGHEST, SIDE = 0.625 * INCH, 2.75 * INCH, 0.5 * INCH
EDGE = 0.35 * INCH  # the part of an envelope that printers cannot reach, and a little more
SIZE, RETURN_SIZE, LEADING = 12.0, 9.0, 1.3
BEYOND = 0.4  # of that size: what an accent or a tail may reach out of its line
HARDLY = 0.95  # of that size; there is room on an envelope for one line more


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
        BadValue: an address does not fit or has a letter that the face lacks (`check` says so beforehand).
    """
    document = Document(title)
    face = Plain(document)
    ink = Ink(pages=len(cards))
    upright = turned_box(stock.size, quarter_turns).then(correction)
    sender = _return_address(face, stock, return_address)
    for address, fonts in [(_address(face, ink, stock, card), ink.leaf()) for card in cards]:
        document.page(min(stock.size), max(stock.size), upright.around(sender + address), fonts=fonts())
    ink.into(document)
    spots = tuple(Spot(page) for page in range(1, len(cards) + 1))
    boxes = tuple(upright.box(*_reach(stock, card)) for card in cards)
    return Printed(FileKind.ENVELOPES, document.data(), document.page_count, stock.shown, spots, ink=boxes)


def check(address: Sequence[str], stock: EnvelopeStock) -> None:
    """See whether an address can be printed on this envelope.

    Raises:
        BadValue: it does not fit, or has a letter that the face lacks.
    """
    place_of(address, stock)


def check_sender(lines: Sequence[str], stock: EnvelopeStock) -> None:
    """See whether the return address can be printed on this envelope.

    Raises:
        BadValue: it does not fit, or has a letter that the face lacks.
    """
    try:
        _sender_block(lines, stock)
    except DoesNotFit as bad:
        raise DoesNotFit(bad.message, "Shorten it, or write fewer lines.") from bad


def address_box(stock: EnvelopeStock) -> Size:
    """Width and height of what a hand may write an address into."""
    return read_area(stock)[2:]


def read_area(stock: EnvelopeStock) -> Box:
    """Left, bottom, width and height of where a written address stands, within what the machines of the post read."""
    width, height = stock.size
    left = 0.36 * width
    return left, LOWEST, width - SIDE - left, min(HIGHEST, height - 1.1 * INCH) - LOWEST


def place_of(address: Sequence[str], stock: EnvelopeStock) -> tuple[float, float, Block]:
    """Left and top of the address, and its lines."""
    width, height = stock.size
    highest = min(HIGHEST, height - 1.1 * INCH)  # the return address is above
    block = plain.fit(address, (width - 2 * SIDE, highest - LOWEST), largest=SIZE, leading=LEADING, hardly=HARDLY)
    left = min(0.42 * width, width - SIDE - block.width)
    top = min(highest, max(LOWEST + block.height, 0.42 * height + block.height / 2))
    return left, top, block


def _address(face: Plain, ink: Ink, stock: EnvelopeStock, card: Card) -> bytes:
    if card.address:
        left, bottom, _, _ = read_area(stock)
        return Matrix(e=left, f=bottom).around(ink.operators(card.address))
    left, top, block = place_of(card.envelope, stock)
    return face.block(block, left, top)


def _reach(stock: EnvelopeStock, card: Card) -> Box:
    """Left, bottom, right and top of what the ink of an address may reach, with its accents and its tails."""
    if card.address:
        left, bottom, _, _ = read_area(stock)
        return Matrix(e=left, f=bottom).box(*card.address.bounds)
    left, top, block = place_of(card.envelope, stock)
    beyond = BEYOND * block.size
    return left - beyond, top - block.height - beyond, left + block.width + beyond, top + beyond


def _return_address(face: Plain, stock: EnvelopeStock, lines: Sequence[str]) -> bytes:
    return face.block(_sender_block(lines, stock), EDGE, stock.size[1] - EDGE) if lines else b""


def _sender_block(lines: Sequence[str], stock: EnvelopeStock) -> Block:
    room = stock.size[0] / 2, 0.75 * INCH
    return plain.fit(lines, room, largest=RETURN_SIZE, smallest=6.0, leading=LEADING)
