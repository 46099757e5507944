"""Labels: the addresses on a sheet of labels, starting at any label of a sheet that is already begun."""

from collections.abc import Sequence

from notes.paper import plain
from notes.paper.document import Document
from notes.paper.folding import UNCHANGED, Matrix
from notes.paper.pieces import Card, FileKind, Printed, Spot
from notes.paper.plain import Block, Plain
from notes.paper.stocks import LabelStock
from notes.problems import BadValue

SIZE, SMALLEST, LEADING = 11.0, 7.0, 1.2  # points; seven lines, as in Britain and Ireland, fit an inch at the smallest


def make(
    cards: Sequence[Card],
    stock: LabelStock,
    *,
    start: int = 1,
    title: str = "Labels",
    correction: Matrix = UNCHANGED,
) -> Printed:
    """A label a card; `start` is the first label of the first sheet, counted from 1 along the rows.

    Raises:
        BadValue: there is no such label, or an address does not fit (`check` says so beforehand).
    """
    a_sheet = len(stock.sheet)
    ensure_start(start, stock)
    document = Document(title)
    face = Plain(document)
    places = [divmod(start - 1 + index, a_sheet) for index in range(len(cards))]
    pages: dict[int, list[bytes]] = {}
    for block, (page, cell) in zip(_in_two_sizes(cards, stock), places, strict=True):
        pages.setdefault(page, []).append(_label(face, stock, cell + 1, block))
    width, height = stock.sheet.paper
    for contents in pages.values():
        document.page(width, height, correction.around(b"".join(contents)))
    spots = tuple(Spot(page + 1, cell + 1) for page, cell in places)
    return Printed(FileKind.LABELS, document.data(), document.page_count, stock.shown, spots)


def ensure_start(start: int, stock: LabelStock) -> None:
    """See whether a sheet can begin at this label.

    Raises:
        BadValue: there is no such label.
    """
    a_sheet = len(stock.sheet)
    if a_sheet == 1 and start != 1:
        raise BadValue(f"there is no label {start}: {stock.name} has one label a page.", "Leave it out.")
    if not 1 <= start <= a_sheet:
        raise BadValue(
            f"there is no label {start} on a sheet of {stock.name}.",
            f"Write a number from 1 to {a_sheet}, or --start-label with one.",
        )


def check(address: Sequence[str], stock: LabelStock) -> None:
    """See whether an address can be printed on this label.

    Raises:
        BadValue: it does not fit, or has a letter that the face lacks.
    """
    _layout(address, stock)


def next_start(start: int, count: int, stock: LabelStock) -> int:
    """The first label that is left on the open sheet after so many were used.

    >>> from notes.paper.stocks import read_stocks
    >>> next_start(28, 5, read_stocks()[0].label("5160"))
    3
    """
    return (start - 1 + count) % len(stock.sheet) + 1


def _layout(address: Sequence[str], stock: LabelStock) -> Block:
    across, down = stock.insets
    room = stock.sheet.size[0] - 2 * across, stock.sheet.size[1] - 2 * down
    return plain.fit(address, room, largest=SIZE, smallest=SMALLEST, leading=LEADING)


def _in_two_sizes(cards: Sequence[Card], stock: LabelStock) -> list[Block]:
    """The addresses at the size that most of them fit, the longer ones all alike: a sheet looks like one."""
    blocks = [_layout(card.envelope, stock) for card in cards]
    sizes = sorted(block.size for block in blocks)
    usual, small = sizes[len(sizes) // 4], sizes[0]
    return [block.at(usual if block.size >= usual else small) for block in blocks]


def _label(face: Plain, stock: LabelStock, cell: int, block: Block) -> bytes:
    left, bottom, _, height = stock.sheet.cell(cell)
    return face.block(block, left + stock.insets[0], bottom + height / 2 + block.height / 2)
