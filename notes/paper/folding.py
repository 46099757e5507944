"""Where the sides of a card lie on its sheet, and which way up, so that it reads right when printed, turned and folded.

A card is thought of flat, as its reader holds it: the front at the right (book) or at the bottom (tent). A *turned*
card lies on the upright page with its top to the left, since print systems turn wide pages, and not all alike.
The inside stands upright behind the outside if the printer turns the sheet about an axis that is parallel to the fold;
else the whole inside page is turned by 180°.
"""

from enum import Enum
from typing import NamedTuple

from notes.paper.document import Edge, number
from notes.paper.stocks import CardStock, Fold, Size


class Matrix(NamedTuple):
    """An affine map as PDF has it: x' = ax + cy + e, y' = bx + dy + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, after: "Matrix") -> "Matrix":
        """The map that is this one and then another.

        >>> Matrix(e=5.0).then(quarter_turns(1)).on(0.0, 0.0)
        (0.0, 5.0)
        """
        a, b, c, d, e, f = self
        return Matrix(
            a * after.a + b * after.c,
            a * after.b + b * after.d,
            c * after.a + d * after.c,
            c * after.b + d * after.d,
            e * after.a + f * after.c + after.e,
            e * after.b + f * after.d + after.f,
        )

    def on(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of what a box becomes.

        >>> quarter_turns(1).box(0.0, 0.0, 3.0, 1.0)
        (-1.0, 0.0, 0.0, 3.0)
        """
        corners = [self.on(x, y) for x in (left, right) for y in (bottom, top)]
        across, up = zip(*corners, strict=True)
        return min(across), min(up), max(across), max(up)

    def inverse(self) -> "Matrix":
        a, b, c, d, e, f = self
        size = a * d - b * c
        return Matrix(d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size)

    def around(self, content: bytes) -> bytes:
        """The operators, drawn through this map."""
        return b"q %s cm\n%s\nQ\n" % (" ".join(map(number, self)).encode(), content)


def quarter_turns(count: int) -> Matrix:
    """A turn against the clock by 90° for each count, about the origin."""
    cosine, sine = ((1, 0), (0, 1), (-1, 0), (0, -1))[count % 4]
    return Matrix(cosine, sine, -sine, cosine)


def turned_box(size: Size, count: int) -> Matrix:
    """A turn that keeps a box of that size with its lower left corner at the origin."""
    width, height = size
    shift = ((0.0, 0.0), (height, 0.0), (width, height), (0.0, width))[count % 4]
    return quarter_turns(count)._replace(e=shift[0], f=shift[1])


UNCHANGED = Matrix()


class Face(Enum):
    """A side of a finished card."""

    FRONT = "front"
    BACK = "back"
    INSIDE_FIRST = "inside left or top"
    INSIDE = "inside"  # where the note stands: right, or bottom


class Panel(NamedTuple):
    """A face on the flat card as its reader holds it: column and row from the lower left, upside down or not."""

    face: Face
    column: int
    row: int
    upside_down: bool = False


OUTSIDES = {
    Fold.NONE: (Panel(Face.FRONT, 0, 0),),
    Fold.BOOK: (Panel(Face.BACK, 0, 0), Panel(Face.FRONT, 1, 0)),
    Fold.TENT: (Panel(Face.BACK, 0, 1, upside_down=True), Panel(Face.FRONT, 0, 0)),
    Fold.QUARTER: (Panel(Face.BACK, 0, 0), Panel(Face.FRONT, 1, 0)),
}
INSIDES = {
    Fold.NONE: (Panel(Face.INSIDE, 0, 0),),
    Fold.BOOK: (Panel(Face.INSIDE_FIRST, 0, 0), Panel(Face.INSIDE, 1, 0)),
    Fold.TENT: (Panel(Face.INSIDE_FIRST, 0, 1), Panel(Face.INSIDE, 0, 0)),
    # Folded twice, the whole card is printed on one side of the sheet: the inside lies above the outside, on its head.
    Fold.QUARTER: (Panel(Face.INSIDE, 0, 1, upside_down=True), Panel(Face.INSIDE_FIRST, 1, 1, upside_down=True)),
}


def place(stock: CardStock, cell: int, face: Face) -> Matrix:
    """The map from a panel, its lower left corner at the origin as it is read, to the page."""
    panel = next(one for one in (*OUTSIDES[stock.fold], *INSIDES[stock.fold]) if one.face is face)
    width, height = stock.panel
    turn = turned_box(stock.panel, 2 if panel.upside_down else 0)
    on_card = turn.then(Matrix(e=panel.column * width, f=panel.row * height))
    left, bottom, cell_width, cell_height = stock.sheet.cell(cell)
    flat = (cell_height, cell_width) if stock.turned else (cell_width, cell_height)
    return on_card.then(turned_box(flat, 1 if stock.turned else 0)).then(Matrix(e=left, f=bottom))


def behind(stock: CardStock, edge: Edge) -> Matrix:
    """What becomes of the whole inside page when it is printed behind the outside page."""
    upright = (stock.fold is Fold.TENT) != stock.turned  # the fold lies across the page
    parallel = (edge is Edge.SHORT) == upright
    return UNCHANGED if parallel else turned_box(stock.sheet.paper, 2)


def turned_by_hand(stock: CardStock, flipped: bool) -> bool:
    """Whether the inside page is turned for a sheet that is put back by hand; `flipped` is from the flip test."""
    return behind(stock, Edge.SHORT if flipped else Edge.LONG) != UNCHANGED
