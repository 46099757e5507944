"""The sheet as a PDF, in a colour of its guides that a camera can tell from ink."""

from collections.abc import Sequence

from notes.ownhand import marks
from notes.ownhand.marks import PageMark
from notes.ownhand.sheet import (
    CELL,
    DOT,
    DOTS,
    HIGH,
    LEFT,
    MARK,
    RIGHT,
    STRIP,
    WIDE,
    X_HEIGHT,
    Cell,
    Kind,
    Sheet,
    lines_of,
)
from notes.paper.document import Document, number
from notes.paper.plain import Plain, width, wrap
from notes.paper.stocks import Size
from notes.units import MM

GUIDE = (1.0, 0.8, 0.55)  # as bright as paper in red light, in which blue and black ink are both dark
HOW = (
    "Write every letter into its cells as you always write it, on the lower line, with the dark blue or black pen that "
    "you take for cards.",
    "Keep inside the cells, and leave one empty if you like; what goes wrong can be left out later.",
    "Then scan the pages, or photograph each one from straight above in daylight, with all four corner marks in the "
    "picture.",
)


def pdf(sheet: Sheet, paper: Size) -> bytes:
    """All pages, on a paper of this size in points.

    >>> from notes.paper.stocks import plain_paper
    >>> pdf(Sheet.of("en"), plain_paper("US"))[:5]
    b'%PDF-'
    """
    document = Document("A sheet for your own hand")
    face = Plain(document)
    for page in range(1, sheet.pages + 1):
        drawn = _Page(face, paper).drawn(sheet, page)
        document.page(*paper, drawn)
    return document.data()


class _Page:
    """One page: places in millimetres from the upper left corner mark become points from the lower left corner."""

    def __init__(self, face: Plain, paper: Size) -> None:
        self._face, self._paper = face, paper
        self._left = (paper[0] / MM - WIDE) / 2
        self._top = (paper[1] / MM - HIGH) / 2

    def drawn(self, sheet: Sheet, page: int) -> bytes:
        cells = sheet.on(page)
        parts = [self._corners(), self._mark(PageMark(page, sheet.number)), self._dots(cells), self._heading(page)]
        parts += [self._cell(cell) for cell in cells]
        parts += [self._label(cell.text, cell.left, cell.top - 1.2, 9) for cell in cells if cell.copy == 1]
        for cell in cells:
            if cell.kind is Kind.TEXT:
                parts.append(self._text(sheet.text, cell))
            elif cell.kind is Kind.SIGNATURE:
                parts.append(self._label("Sign here, as you sign a card:", cell.left, cell.top - 1.2, 8))
        return b"".join(parts)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return (self._left + x) * MM, self._paper[1] - (self._top + y) * MM

    def _square(self, x: float, y: float, side: float, grey: int = 0) -> bytes:
        """A filled square about a place."""
        left, bottom = self._at(x - side / 2, y + side / 2)
        return f"{grey} g {_numbers(left, bottom, side * MM, side * MM)} re f\n".encode()

    def _corners(self) -> bytes:
        """Rings around squares: whatever way they are seen, black, white and black are 7, 5 and 3 parts wide."""
        return b"".join(
            self._square(x, y, MARK * parts / 7, grey)
            for x in (0, WIDE)
            for y in (0, HIGH)
            for parts, grey in ((7, 0), (5, 1), (3, 0))
        )

    def _mark(self, mark: PageMark) -> bytes:
        both = zip(marks.places(), mark.bits(), strict=True)
        return b"".join(self._square(x, 0, marks.SIDE) for x, is_one in both if is_one)

    def _dots(self, cells: Sequence[Cell]) -> bytes:
        rows = lines_of([cell for cell in cells if cell.kind is Kind.LETTERS])
        return b"".join(self._square(x, y, DOT) for y in rows for x in DOTS)

    def _heading(self, page: int) -> bytes:
        lines = wrap(" ".join(HOW), (RIGHT - LEFT) * MM, 8.5)
        x, y = self._at(LEFT, 9.0)
        shown = [self._face.show(line, x, y - 10.5 * row, 8.5, grey=0.25) for row, line in enumerate(lines)]
        x, y = self._at(RIGHT, 1.2)
        label = f"page {page}"
        return b"".join(shown) + self._face.show(label, x - width(label, 9), y, 9, grey=0.25)

    def _cell(self, cell: Cell) -> bytes:
        left, bottom = self._at(cell.left, cell.top + cell.height)
        drawn = [f"{_numbers(left, bottom, cell.width * MM, cell.height * MM)} re S"]
        if cell.line:
            heights = (0.0, X_HEIGHT) if cell.kind is Kind.LETTERS else (0.0,)
            drawn += [self._guide(cell, cell.line - height) for height in heights]
        return f"q {_numbers(*GUIDE)} RG .7 w {' '.join(drawn)} Q\n".encode()

    def _guide(self, cell: Cell, y: float) -> str:
        inset = 0.6 if cell.width < 2 * CELL else 1.5
        (x, level), (far, _) = self._at(cell.left + inset, y), self._at(cell.left + cell.width - inset, y)
        return f"{_numbers(x, level)} m {_numbers(far, level)} l S"

    def _label(self, text: str, x: float, y: float, size: float) -> bytes:
        return self._face.show(text, *self._at(x + 0.3, y), size, grey=0.25) if text else b""

    def _text(self, text: str, cell: Cell) -> bytes:
        """What to copy, above its box."""
        said = "Write this as you would on a card, smaller or larger as you like, without lines: "
        lines = wrap(said + text, cell.width * MM, 8.5)
        x, y = self._at(cell.left, cell.top - 3 * STRIP + 4)
        return b"".join(self._face.show(line, x, y - 10.5 * row, 8.5, grey=0.25) for row, line in enumerate(lines))


def _numbers(*values: float) -> str:
    return " ".join(map(number, values))
