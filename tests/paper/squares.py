"""A hand of squares: every mark can be worked out in the head, and tells which way up it is."""

from notes.paper.pieces import Card
from notes.paper.stocks import CardStock
from notes.writing.letter import Written

ADDRESS = ("Rosa Díaz", "12 Long Road", "Springfield IL  62701")


def corner(width: float, height: float) -> bytes:
    """A foot along the whole bottom and a post up the left side: no turn of it looks like another."""
    return f"0 0 {width:.2f} {height / 6:.2f} re 0 0 {width / 8:.2f} {height:.2f} re f".encode()


def written(stock: CardStock, number: int = 1) -> Written:
    """As many small squares as the number says at the top right, and the corner around them."""
    width, height = stock.writing_box
    squares = b"".join(b"%d %d 12 12 re " % (width - 20 * one, height - 20) for one in range(1, number + 1))
    content = squares + b"f " + corner(width, height)
    return Written("squares", content, (0, 0, width, height), 2.2, ("■" * number,))


def card(stock: CardStock, number: int = 1, address: tuple[str, ...] = ADDRESS) -> Card:
    return Card(number, written(stock, number), address)
