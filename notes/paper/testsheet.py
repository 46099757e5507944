"""The test sheet for calibration: crosses, rulers that run off each edge, and a bar of 100 mm and 4 in."""

from collections.abc import Sequence

from notes.paper.calibration import CROSSES, targets
from notes.paper.document import Document, number
from notes.paper.plain import Plain, wrap
from notes.paper.stocks import Size
from notes.units import INCH, MM


def sheet(size: Size, title: str = "Test sheet") -> bytes:
    """The test sheet: crosses, rulers that run off each edge, and a bar of 100 mm and 4 in."""
    width, height = size
    document = Document(title)
    face = Plain(document)
    drawn = [_cross(*at) for at in targets(size)]
    drawn += [face.show(name, x + 3, y + 4, 8) for name, (x, y) in zip(CROSSES, targets(size), strict=True)]
    drawn += [_ruler(size, edge) for edge in range(4)]
    drawn.append(_bar(face, width / 2 - 50 * MM, height / 2, 100 * MM, "100 mm"))
    drawn.append(_bar(face, width / 2 - 50 * MM, height / 2 - 36, 4 * INCH, "4 in"))
    instructions = [
        "1. Print this page the way you print the cards: same tray, same paper size, 100%.",
        "2. Measure both bars. If they are short, the dialog is shrinking the page: choose “Actual size”.",
        "3. Measure from each cross to the nearest side edge, and to the nearest end of the paper.",
        "All of them should be 30 mm. Enter what you measured in `notes calibrate`.",
    ]
    lines = [face.show(text, 40 * MM, height - 55 * MM - 16 * row, 10.5) for row, text in enumerate(instructions)]
    drawn += [*lines, face.show("Did this edge go in first or last? Mark it with an arrow.", 40 * MM, 50 * MM, 9)]
    document.page(width, height, b"".join(drawn))
    return document.data()


def flip_test(size: Size) -> tuple[bytes, bytes]:
    """Two files of two sheets, for a printer that prints one side at a time: the first, and what goes behind it.

    They show the two bits that `cards.make` wants: `turned` if the arrow behind points the other way once the sheet is
    turned like the page of a book, `reverse` if another number stands behind.
    """
    instructions = (
        "Put both sheets back into the tray just as they came out, and print the second file.",
        "Turn this sheet like a page: does the arrow on the back point the same way? Is the number the same?",
    )
    made = []
    for text in instructions:
        document = Document("Flip test")
        face = Plain(document)
        for count in (1, 2):
            document.page(size[0], size[1], _arrow(size) + _instructions(face, size, str(count), text))
        made.append(document.data())
    return made[0], made[1]


def _instructions(face: Plain, size: Size, count: str, text: str) -> bytes:
    lines = wrap(text, size[0] - 80 * MM, 12)
    shown = [face.show(line, 40 * MM, 80 * MM - 16 * row, 12) for row, line in enumerate(lines)]
    return b"".join(shown) + face.show(count, size[0] / 2 + 24, size[1] / 2, 96)


def _arrow(size: Size) -> bytes:
    x, y, head = size[0] / 2 - 36, size[1] / 2, size[1] / 2 + 72
    return _lines([(x, y, x, head), (x - 14, head - 20, x, head), (x + 14, head - 20, x, head)], 3)


def _cross(x: float, y: float) -> bytes:
    arm = 6 * MM
    lines = [(x - arm, y, x + arm, y), (x, y - arm, x, y + arm)]
    return _lines(lines, 0.5)


def _lines(lines: Sequence[tuple[float, float, float, float]], weight: float) -> bytes:
    drawn = "".join("{} {} m {} {} l ".format(*map(number, line)) for line in lines)
    return f"q {number(weight)} w 0 G {drawn}S Q\n".encode()


def _ruler(size: Size, edge: int) -> bytes:
    """Millimetres in from the middle of an edge, to see where the printer begins to print."""
    width, height = size
    lines = []
    for step in range(16):
        long = (8 if step % 10 == 0 else 6 if step % 5 == 0 else 3) * MM
        at = step * MM
        middle_x, middle_y = width / 2, height / 2
        lines.append(
            (
                (at, middle_y, at, middle_y + long),
                (width - at, middle_y, width - at, middle_y + long),
                (middle_x, at, middle_x + long, at),
                (middle_x, height - at, middle_x + long, height - at),
            )[edge]
        )
    return _lines(lines, 0.3)


def _bar(face: Plain, x: float, y: float, length: float, text: str) -> bytes:
    ends = [(x, y - 6, x, y + 6), (x + length, y - 6, x + length, y + 6), (x, y, x + length, y)]
    return _lines(ends, 0.5) + face.show(text, x + length / 2 - 16, y + 5, 9)
