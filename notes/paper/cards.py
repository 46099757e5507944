"""Cards: each note in its panel, as many on a sheet as the stock has, in the order of the stack."""

from collections.abc import Sequence

from notes.paper.artwork import Artwork
from notes.paper.document import Box, Document, Edge, number
from notes.paper.folding import UNCHANGED, Face, Matrix, behind, place, turned_box
from notes.paper.ink import Ink
from notes.paper.pieces import Card, FileKind, Printed, Spot
from notes.paper.plain import Plain
from notes.paper.stocks import CardStock, Fold
from notes.units import INCH

PENCIL = 0.72  # the grey of a number that nobody sees without looking for it
MARK = 0.25 * INCH, 0.45 * INCH  # where a mark begins and ends, from the edge of the sheet


def make(
    cards: Sequence[Card],
    stock: CardStock,
    *,
    kind: FileKind = FileKind.CARDS,
    title: str = "Cards",
    front: Artwork | None = None,
    edge: Edge | None = None,
    turned: bool = False,
    reverse: bool = False,
    numbered: bool = False,
    correction: Matrix = UNCHANGED,
    correction_behind: Matrix | None = None,
) -> Printed:
    """The insides of the cards.

    With a front and an edge, each sheet has an outside page before its inside page, for a printer that turns the sheet
    about that edge. For a printer that does not, `outsides` makes a file of its own, and `turned` and `reverse` say how
    its sheets come to lie in the tray again: the other way up, the last one first. `correction` is that of the side
    which is printed first, `correction_behind` that of the other if it is not the same.
    """
    document = Document(title, duplex=edge if front else None)
    face = Plain(document) if numbered else None
    width, height = stock.sheet.paper
    sheets = [cards[first : first + len(stock.sheet)] for first in range(0, len(cards), len(stock.sheet))]
    ink = Ink(pages=len(sheets))
    insides = [(_insides(stock, sheet, ink, face), ink.leaf()) for sheet in sheets]
    both_sides = bool(front and edge) and stock.fold is not Fold.QUARTER
    turn = behind(stock, edge) if both_sides and edge else turned_box(stock.sheet.paper, 2) if turned else UNCHANGED
    behind_it = correction_behind if both_sides and correction_behind else correction
    spots: list[Spot] = []
    order = range(len(sheets) - 1, -1, -1) if reverse else range(len(sheets))
    pages = {}
    for index in order:
        if both_sides and front:
            document.page(width, height, correction.around(_outside(stock, front)))
        content, fonts = insides[index]
        if front and edge and not both_sides:
            content += _outside(stock, front)
        content = turn.then(behind_it).around(content + _cut_marks(stock))
        pages[index] = document.page(width, height, content, fonts=fonts())
    boxes: list[Box] = []
    for index, sheet in enumerate(sheets):
        spots += [Spot(pages[index], cell) for cell in range(1, len(sheet) + 1)]
        if not numbered:
            onto = [_onto_sheet(stock, cell).then(turn).then(behind_it) for cell in range(1, len(sheet) + 1)]
            boxes += [matrix.box(*card.written.bounds) for matrix, card in zip(onto, sheet, strict=True)]
    if front and edge:
        front.into(document)
    ink.into(document)
    sides = 2 if both_sides else 1
    return Printed(kind, document.data(), document.page_count, stock.shown, tuple(spots), sides, tuple(boxes))


def outsides(
    count: int, stock: CardStock, front: Artwork, *, title: str = "Outsides", correction: Matrix = UNCHANGED
) -> Printed:
    """The outsides of that many cards, all alike, for a printer that prints one side at a time."""
    document = Document(title)
    sheets = -(-count // len(stock.sheet))
    for _ in range(sheets):
        document.page(*stock.sheet.paper, content=correction.around(_outside(stock, front)))
    front.into(document)
    spots = tuple(Spot(index // len(stock.sheet) + 1, index % len(stock.sheet) + 1) for index in range(count))
    return Printed(FileKind.OUTSIDES, document.data(), document.page_count, stock.shown, spots)


def _outside(stock: CardStock, front: Artwork) -> bytes:
    """The front and the back on every cell of the sheet, so that no card can get another's."""
    return b"".join(front.placed(stock, cell) for cell in range(1, len(stock.sheet) + 1))


def _insides(stock: CardStock, sheet: Sequence[Card], ink: Ink, face: Plain | None) -> bytes:
    return b"".join(_inside(stock, cell, card, ink, face) for cell, card in enumerate(sheet, 1))


def _inside(stock: CardStock, cell: int, card: Card, ink: Ink, face: Plain | None) -> bytes:
    content = _onto_sheet(stock, cell).around(ink.operators(card.written))
    if face and stock.fold is not Fold.NONE:
        content += place(stock, cell, Face.INSIDE_FIRST).around(_pencilled(stock, card.number, face))
    return content


def _onto_sheet(stock: CardStock, cell: int) -> Matrix:
    """From the box that is written into onto the sheet."""
    return Matrix(e=stock.margin, f=stock.margin).then(place(stock, cell, Face.INSIDE))


def _pencilled(stock: CardStock, count: int, face: Plain) -> bytes:
    """The number of a card in the stack, beside the fold, where it can be rubbed out."""
    across = stock.panel[0] - 0.2 * INCH if stock.fold is not Fold.TENT else 0.35 * INCH
    up = 0.35 * INCH if stock.fold is not Fold.TENT else 0.12 * INCH
    return face.show(str(count), across, up, 6.0, grey=PENCIL)


def _cut_marks(stock: CardStock) -> bytes:
    """Short hairlines at the edges of a sheet that is to be cut, between the cards; none on paper sold as cards."""
    if not stock.cut:
        return b""
    width, height = stock.sheet.paper
    columns, rows = stock.sheet.grid
    lines = []
    for row in range(1, rows):
        y = height - stock.sheet.first[1] - row * stock.sheet.pitch[1]
        lines += [(x, y, x + MARK[1] - MARK[0], y) for x in (MARK[0], width - MARK[1])]
    for column in range(1, columns):
        x = stock.sheet.first[0] + column * stock.sheet.pitch[0]
        lines += [(x, y, x, y + MARK[1] - MARK[0]) for y in (MARK[0], height - MARK[1])]
    drawn = "".join("{} {} m {} {} l ".format(*map(number, line)) for line in lines)
    return f"q 0.25 w 0.5 G {drawn}S Q\n".encode() if lines else b""
