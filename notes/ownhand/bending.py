"""A page that does not lie flat: how far its places are from where a flat one would have them.

It is told by all that was printed at places we know: the dots beside the rows, the squares of the page mark, and, where
they are in colour, the guides of the cells.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from notes.ownhand import marks
from notes.ownhand.sheet import DOT, DOTS, HIGH, MARK, WIDE, X_HEIGHT, Cell, Kind, lines_of
from notes.paper.blots import Blots
from notes.problems import BadValue

if TYPE_CHECKING:
    from PIL.Image import Image

    from notes.ownhand.finding import Found, Plane

FINE = 10.0  # pixels for a millimetre in which printed places are looked for
BLACK = 0.42  # darkness of what is printed black
REACH = 5.0  # millimetres that guides may be away
EVERY = 3  # so many-th cell's guides are looked for
STEP = 14.0  # millimetres from one place to the next along the edge of a large box
CLEAR, FAINTEST = 2.5, 3.0  # times as much colour where guides are as elsewhere; and so much more, of 255
CORNER, STIFF = 5.0, 0.0002  # how firmly the corners are held, and how unwilling a page is to bend
NEAR = 0.5  # millimetres from all others; what is farther off was taken for something else
FARTHEST = 4.0  # millimetres; a page that is bent as much hides some of its rows
UNSURE = 1.2  # millimetres that dots and marks may be off where no guides tell how it goes on between them
_POWERS = [(x, y) for x in range(4) for y in range(4) if x + y < 5]
_CORNERS = [(0.0, 0.0), (WIDE, 0.0), (0.0, HIGH), (WIDE, HIGH)]

Places = NDArray[np.float64]


@dataclass(frozen=True)
class Bend:
    """How far places are off, in millimetres across and down the page, as polynomials of where they are."""

    across: Places
    down: Places

    def at(self, places: Places) -> Places:
        """How far each of these places is off."""
        terms = _terms(places)
        return np.stack([terms @ self.across, terms @ self.down], axis=1)

    @property
    def most(self) -> float:
        grid = np.stack(np.meshgrid(np.linspace(0, WIDE, 9), np.linspace(0, HIGH, 9)), axis=-1).reshape(-1, 2)
        return float(np.hypot(*self.at(grid).T).max())


FLAT = Bend(np.zeros(len(_POWERS)), np.zeros(len(_POWERS)))


@dataclass(frozen=True)
class _Seen:
    """A printed place, and how far off it is seen in one direction."""

    x: float
    y: float
    off: float


def bend_of(found: "Found", cells: Sequence[Cell]) -> Bend:
    """How the page in a photograph is bent.

    Raises:
        BadValue: so much that it cannot be read.
    """
    black = [(x, y, *off) for x, y, side in _black(found, cells) if (off := _off(found, x, y, side))]
    across, down = ([_Seen(x, y, one[axis]) for x, y, *one in black] for axis in (0, 1))
    coloured = list(_guides(found, cells))
    bend = Bend(
        _fitted([*across, *(one for is_down, one in coloured if not is_down)]),
        _fitted([*down, *(one for is_down, one in coloured if is_down)]),
    )
    if bend.most > (FARTHEST if coloured else UNSURE):
        raise BadValue(
            f"the paper was bent: its rows are off by up to {bend.most:.0f} mm.",
            "Lay it flat, weigh its edges down, and photograph it from straight above.",
        )
    return bend


def _terms(places: Places) -> Places:
    x, y = np.asarray(places, dtype=float).T
    x, y = x / WIDE * 2 - 1, y / HIGH * 2 - 1
    return np.stack([x**one * y**other for one, other in _POWERS], axis=1)


def _fitted(seen: Sequence[_Seen]) -> Places:
    """The polynomial through what was seen and the corners, which are where they should be."""
    places = np.array([*((one.x, one.y) for one in seen), *_CORNERS])
    offs = np.array([*(one.off for one in seen), *(0.0 for _ in _CORNERS)])
    weights = np.array([*(1.0 for _ in seen), *(CORNER for _ in _CORNERS)])
    terms = _terms(places)
    stiff = STIFF * np.eye(len(_POWERS)) * len(offs)
    for _ in range(3):
        weighted = terms * weights[:, None]
        found = np.linalg.solve(weighted.T @ terms + stiff, weighted.T @ offs)
        away = np.abs(terms @ found - offs)
        weights = np.where(away < max(NEAR, 2.5 * float(np.median(away))), np.maximum(weights, 1.0), 0.0)
    return found


def _black(found: "Found", cells: Sequence[Cell]) -> Iterator[tuple[float, float, float]]:
    """The places and the sides of what is printed black between the corners."""
    for x, is_one in zip(marks.places(), found.mark.bits(), strict=True):
        if is_one:
            yield x, 0.0, marks.SIDE
    for line in lines_of([one for one in cells if one.kind is Kind.LETTERS]):
        for x in DOTS:
            yield x, line, DOT


def _off(found: "Found", x: float, y: float, side: float) -> tuple[float, float] | None:
    """How far across and down a black square is from where it should be."""
    reach = min(2.3 * side, side / 2 + MARK / 2)
    seen = [(u - x, v - y) for u, v in squares_in(found.grey, found.plane, (x, y), (2 * reach, 2 * reach), side)]
    return min(seen, key=lambda one: np.hypot(*one), default=None)


def squares_in(
    grey: "Image", plane: "Plane", middle: tuple[float, float], size: tuple[float, float], side: float
) -> list[tuple[float, float]]:
    """The middles of the black squares of about this side in a piece of a page."""
    left, top = middle[0] - size[0] / 2, middle[1] - size[1] / 2
    piece = plane.cut(grey, left, top, size, FINE)
    blots = Blots.of(piece < (1 - BLACK) * np.percentile(piece, 80))
    square = (side * FINE) ** 2
    rows = np.flatnonzero((blots.sizes > 0.5 * square) & (blots.sizes < 1.7 * square))
    middles = (blots.boxes[rows, 2:] + blots.boxes[rows, :2]) / 2 / FINE
    return [(left + x, top + y) for y, x in middles.tolist()]


def _guides(found: "Found", cells: Sequence[Cell]) -> Iterator[tuple[bool, _Seen]]:
    """How far off guides are, each time down the page or across it; nothing where they have no colour."""
    if found.photograph.mode != "RGB":
        return
    red, blue = found.photograph.getchannel("R"), found.photograph.getchannel("B")
    for cell in cells[::EVERY]:
        if cell.kind is Kind.LETTERS:
            colour = _colour(found, red, blue, (cell.left, cell.top), (cell.width, cell.height))
            heights = [0.0, cell.line - X_HEIGHT - cell.top, cell.line - cell.top, cell.height]
            middle = cell.left + cell.width / 2, cell.top + cell.height / 2
            for is_down, lines in ((True, heights), (False, [0.0, cell.width])):
                if (off := _moved(colour if is_down else colour.T, lines)) is not None:
                    yield is_down, _Seen(*middle, off)
    for cell in cells:
        if cell.kind is not Kind.LETTERS:
            yield from _edges(found, (red, blue), cell)


def _edges(found: "Found", bands: "tuple[Image, Image]", cell: Cell) -> Iterator[tuple[bool, _Seen]]:
    """The same along the edges of a large box."""
    for is_down, long, others in (
        (True, cell.width, (cell.top, cell.top + cell.height)),
        (False, cell.height, (cell.left, cell.left + cell.width)),
    ):
        start = cell.left if is_down else cell.top
        for at in np.arange(start, start + long - STEP, STEP).tolist():
            for other in others:
                corner, size = ((at, other), (STEP, 0.0)) if is_down else ((other, at), (0.0, STEP))
                colour = _colour(found, *bands, corner, size)
                if (off := _moved(colour if is_down else colour.T, [0.0])) is not None:
                    yield is_down, _Seen(at + STEP / 2, other, off) if is_down else _Seen(other, at + STEP / 2, off)


def _colour(
    found: "Found", red: "Image", blue: "Image", corner: tuple[float, float], size: tuple[float, float]
) -> Places:
    """How much yellower than the paper a piece of the page and what is around it are; ink is not."""
    left, top = corner[0] - REACH, corner[1] - REACH
    whole = size[0] + 2 * REACH, size[1] + 2 * REACH
    one, other = (found.plane.cut(band, left, top, whole, FINE) for band in (red, blue))
    yellow: Places = (one - other).astype(float)
    return np.maximum(yellow - np.median(yellow), 0.0)


def _moved(colour: Places, lines: Sequence[float]) -> float | None:
    """How far down guides are from where they should be, if they are seen."""
    edge = round(REACH * FINE)
    row = colour[:, edge:-edge].mean(axis=1)
    steps = np.arange(-edge, edge + 1)
    at = np.array([edge + round(one * FINE) for one in lines])
    thick = np.convolve(row, np.ones(3) / 3, "same")
    scores = np.array(
        [thick[np.clip(at + step, 0, len(row) - 1)].min() for step in steps]
    )  # every one of them is there
    best = int(np.argmax(scores))
    if not 0 < best < len(steps) - 1 or scores[best] < CLEAR * float(np.median(scores)) + FAINTEST:
        return None
    before, here, after = scores[best - 1 : best + 2].tolist()
    flat = before - 2 * here + after
    return float(steps[best] + (0.5 * (before - after) / flat if flat else 0.0)) / FINE
