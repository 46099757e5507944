"""The sheet: which letters stand where on its pages, as values that printing and reading share.

Lengths are in millimetres from the middle of the upper left corner mark, x to the right and y downwards. The corner
marks lie in the same places on every paper.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from notes.resources import table_beside

WIDE, HIGH = 186.0, 249.0  # between the middles of the corner marks
MARK = 9.0  # a corner mark: a ring around a square
LEFT, RIGHT, TOP, BOTTOM = 9.0, 177.0, 27.0, 243.0  # where cells may stand
CELL, TALL, STRIP, APART = 13.5, 14.6, 4.2, 1.0  # a cell for a letter, what stands above it, and between groups
X_HEIGHT, DEPTH = 3.4, 5.2  # of the guide lines; and from the line to the lower edge of its cell
DOTS = (3.2, 182.8)  # the dots at both ends of a row, on its line
DOT = 2.0
RUNNING, SIGNATURE = 86.0, 34.0  # how high the large boxes are
COPIES, FEWER = 4, 2  # of a small letter, and of everything else

_SMALL = "abcdefghijklmnopqrstuvwxyz"
_FIGURES = "0123456789"
_SIGNS = ".,;:!?'-&()/@$£€%+"
_WORDS = {"th": 21.0, "er": 21.0, "ll": 21.0, "oo": 21.0, "ff": 21.0, "ck": 21.0}
_WORDS |= {"the": 32.0, "and": 32.0, "you": 32.0, "thank": 50.0}


class Kind(Enum):
    """What is written into a cell."""

    LETTERS = "letters"
    TEXT = "text"
    SIGNATURE = "signature"


@dataclass(frozen=True)
class Cell:
    """A place to write in: what, which copy of it, where it is, and the line on which it stands (0: none)."""

    page: int
    text: str
    copy: int
    left: float
    top: float
    width: float
    height: float
    line: float = 0.0
    kind: Kind = Kind.LETTERS

    @property
    def name(self) -> str:
        """How a person calls it.

        >>> Cell(1, "th", 2, 0, 0, 1, 1).name
        'th-2'
        """
        return f"{self.text if self.kind is Kind.LETTERS else self.kind.value}-{self.copy}"


@dataclass(frozen=True)
class Sheet:
    """All cells of the pages for one language, in order, and the text to copy."""

    language: str
    number: int
    text: str
    cells: tuple[Cell, ...]

    @classmethod
    def of(cls, language: str) -> "Sheet":
        """The sheet for a language; the English one where we have none for it."""
        known = table_beside(__file__, "languages.toml")
        language = language.split("-", maxsplit=1)[0].split("_", maxsplit=1)[0].casefold()
        language = language if language in known else "en"
        entry = known[language]
        text = entry.get("text", known["en"]["text"]).strip()
        return cls(language, entry["number"], text, tuple(_laid(entry["accents"])))

    @classmethod
    def numbered(cls, number: int) -> "Sheet | None":
        """The sheet with the number that stands on the paper."""
        known = table_beside(__file__, "languages.toml")
        return next((cls.of(name) for name, entry in known.items() if entry["number"] == number), None)

    @property
    def pages(self) -> int:
        return max(cell.page for cell in self.cells)

    def on(self, page: int) -> list[Cell]:
        return [cell for cell in self.cells if cell.page == page]


def lines_of(cells: Sequence[Cell]) -> list[float]:
    """The lines of a page on which letters stand, downwards."""
    return sorted({cell.line for cell in cells if cell.line})


def _laid(accents: str) -> Iterator[Cell]:
    """The groups of cells row by row, page by page; then the text and the signatures."""
    groups = [(one, COPIES, CELL) for one in _SMALL] + [(one, FEWER, width) for one, width in _WORDS.items()]
    groups += [(one, FEWER, CELL) for one in (*_SMALL.upper(), *_FIGURES, *_SIGNS, *accents)]
    page, x, y = 1, LEFT, TOP
    for text, copies, width in groups:
        if x + copies * width > RIGHT + 0.01:
            x, y = LEFT, y + STRIP + TALL
        if y + STRIP + TALL > BOTTOM:
            page, x, y = page + 1, LEFT, TOP
        top = y + STRIP
        for copy in range(copies):
            yield Cell(page, text, copy + 1, x + copy * width, top, width, TALL, top + TALL - DEPTH)
        x += copies * width + APART
    y += STRIP + TALL
    if y + 2 * STRIP + RUNNING + SIGNATURE > BOTTOM:
        page, y = page + 1, TOP
    top = y + 3 * STRIP
    yield Cell(page, "", 1, LEFT, top, RIGHT - LEFT, RUNNING, kind=Kind.TEXT)
    top += RUNNING + STRIP
    half = (RIGHT - LEFT - 2 * APART) / 2
    for copy in (1, 2):
        left = LEFT + (copy - 1) * (half + 2 * APART)
        yield Cell(page, "", copy, left, top, half, SIGNATURE, top + 0.68 * SIGNATURE, Kind.SIGNATURE)
