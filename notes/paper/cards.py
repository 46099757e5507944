"""Cards: each note in its panel, as many on a sheet as the stock has, in the order of the stack."""

from collections.abc import Mapping, Sequence

from notes.paper.document import Document
from notes.paper.folding import UNCHANGED, Face, Matrix, place
from notes.paper.pieces import Card, Printed, Spot
from notes.paper.stocks import CardStock
from notes.writing.letter import EmbeddableFont


def make(
    cards: Sequence[Card],
    stock: CardStock,
    fonts: Mapping[str, EmbeddableFont],
    *,
    title: str = "Cards",
    correction: Matrix = UNCHANGED,
) -> Printed:
    """The insides of the cards; `fonts` by the names that the notes call them (Hand, Sister)."""
    document = Document(title)
    width, height = stock.sheet.paper
    spots: list[Spot] = []
    for first in range(0, len(cards), len(stock.sheet)):
        sheet = cards[first : first + len(stock.sheet)]
        content = b"".join(_inside(stock, cell, card) for cell, card in enumerate(sheet, 1))
        page = document.page(width, height, correction.around(content))
        spots += [Spot(page, cell) for cell in range(1, len(sheet) + 1)]
    for name, font in fonts.items():
        document.embed(name, font)
    return Printed(document.data(), document.page_count, stock.sheet.paper_name or stock.title, tuple(spots))


def _inside(stock: CardStock, cell: int, card: Card) -> bytes:
    in_margins = Matrix(e=stock.margin, f=stock.margin)
    return in_margins.then(place(stock, cell, Face.INSIDE)).around(card.written.content + b"\n")
