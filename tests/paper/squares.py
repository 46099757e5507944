"""A hand of squares: every mark can be worked out in the head, and tells which way up it is."""

from collections.abc import Iterable

import numpy as np

from notes.paper.pieces import Card
from notes.paper.stocks import CardStock
from notes.writing.glyphs import glyph_bytes
from notes.writing.letter import Font, Run, Written
from notes.writing.outlines import Outline
from notes.writing.truetype import truetype

ADDRESS = ("Rosa Díaz", "12 Long Road", "Springfield IL  62701")
EM = Outline(np.array([(0, 0), (0, 1000), (1000, 1000), (1000, 0)], dtype=float), np.ones(4, dtype=bool), (3,), 1000.0)
BOX = {"left": 0, "bottom": 0, "right": 1000, "top": 1000}


class Squares:
    """A font of one glyph, a black em."""

    def font(self, glyphs: Iterable[str]) -> Font:
        assert set(glyphs) == {"■"}
        ttf = truetype([glyph_bytes(EM)], [1000], BOX | {"ascent": 1000, "descent": 0})
        return Font("Squares", ttf, ("■",), {"■": "■"}, {"■": 1000}, (0, 0, 1000, 1000), 1000, 0, 1000)


def corner(width: float, height: float) -> bytes:
    """A foot along the whole bottom and a post up the left side: no turn of it looks like another."""
    return f"0 0 {width:.2f} {height / 6:.2f} re 0 0 {width / 8:.2f} {height:.2f} re f".encode()


def written(stock: CardStock, number: int = 1) -> Written:
    """As many small squares as the number says at the top right, and the corner around them."""
    width, height = stock.writing_box
    squares = [rectangle(width - 20 * one, height - 20, 12, 12) for one in range(1, number + 1)]
    return Written(
        hand="squares",
        size=1.0,
        ink_colour=(0.0, 0.0, 0.0),
        runs=(*squares, rectangle(0, 0, width, height / 6), rectangle(0, 0, width / 8, height)),
        bounds=(0, 0, width, height),
        x_height_mm=2.2,
        lines=("■" * number,),
        fonts={"Square": Squares()},
    )


def rectangle(x: float, y: float, width: float, height: float) -> Run:
    return Run("Square", x, y, (width, 0.0, 0.0, height), "■")


def card(stock: CardStock, number: int = 1, address: tuple[str, ...] = ADDRESS) -> Card:
    return Card(number, written(stock, number), address)
