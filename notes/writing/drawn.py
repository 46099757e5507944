"""A drawn signature: a picture of black and white as ink in units of the hand, and as the strokes of a pen.

Lengths are in x-heights, the baseline at 0, unless it is said otherwise. A picture is a table of pixels, top row first.
"""

from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from notes.writing.outlines import Outline
from notes.writing.strokes.curves import Points, needed
from notes.writing.strokes.graph import graph_of
from notes.writing.strokes.paths import paths_of
from notes.writing.strokes.raster import Picture, thinned
from notes.writing.strokes.words import Stroke, Word

HEIGHT, LARGEST, WIDEST = 3.4, 6.0, 17.0  # of a signature; the larger one of somebody who writes it so
ROWS = 220  # pixels that it is traced with, from top to bottom
SLACK = 0.008  # that a contour may be off
ON_THE_LINE = 0.35  # of the ink in the fullest row, for a row to be above the baseline
# The sides of a square of four pixels (left, bottom, right, top) between which a contour runs, ink on its right, by
# which of the four are black: upper left 8, upper right 4, lower right 2, lower left 1.
_LEFT, _BOTTOM, _RIGHT, _TOP = range(4)
_CASES: tuple[tuple[tuple[int, int], ...], ...] = (
    (),
    ((_BOTTOM, _LEFT),),
    ((_RIGHT, _BOTTOM),),
    ((_RIGHT, _LEFT),),
    ((_TOP, _RIGHT),),
    ((_BOTTOM, _LEFT), (_TOP, _RIGHT)),
    ((_TOP, _BOTTOM),),
    ((_TOP, _LEFT),),
    ((_LEFT, _TOP),),
    ((_BOTTOM, _TOP),),
    ((_LEFT, _TOP), (_RIGHT, _BOTTOM)),
    ((_RIGHT, _TOP),),
    ((_LEFT, _RIGHT),),
    ((_BOTTOM, _RIGHT),),
    ((_LEFT, _BOTTOM),),
    (),
)

Side = tuple[int, int, int]  # row, column, and whether the side lies across (0) or upright (1)


@dataclass(frozen=True, eq=False)
class Drawn:
    """A signature as it was drawn: which pixels are black, nothing white around them.

    Of so many `pixels` is an x-height of its writer's text; 0 if that is not known, and it is made as large as
    signatures are. There may be `others` that the same person wrote.
    """

    picture: Picture
    pixels: float = 0.0
    others: tuple["Drawn", ...] = ()

    def turn(self, number: int) -> "Drawn":
        """One of the signatures, the next for the next number."""
        every = (self, *self.others)
        return every[number % len(every)]

    @cached_property
    def digest(self) -> str:
        """What tells one drawing from another."""
        shape = repr(self.picture.shape).encode()
        return blake2b(shape + np.packbits(self.picture).tobytes(), digest_size=10).hexdigest()

    @property
    def scale(self) -> float:
        """How many x-heights a pixel is."""
        rows, columns = self.picture.shape
        largest = min((LARGEST if self.pixels else HEIGHT) / int(rows), WIDEST / int(columns))
        return min(1 / self.pixels, largest) if self.pixels else largest

    @property
    def width(self) -> float:
        return int(self.picture.shape[1]) * self.scale

    @cached_property
    def origin(self) -> Points:
        """Where the upper left corner lies: what hangs below the fullest rows hangs below the line."""
        ink = self.picture.sum(axis=1)
        last = int(np.flatnonzero(ink >= ON_THE_LINE * ink.max())[-1]) + 1
        return np.array([0.0, last * self.scale])

    def outline(self, units: float) -> Outline:
        """The ink, in units of which an x-height has so many."""
        contours = [self._placed(one) for one in contours_of(self.picture)]
        kept = [one for one in map(_simpler, contours) if len(one) > 2]
        ends = np.cumsum([len(one) for one in kept]) - 1
        points = np.concatenate(kept) * units
        return Outline(points, np.ones(len(points), dtype=bool), tuple(int(end) for end in ends), 0.0)

    def word(self, text: str) -> Word:
        """The strokes that a pen would make along the middle of the ink."""
        graph = graph_of(thinned(np.pad(self.picture, 2)), np.pad(self.picture, 2))
        paths = paths_of(graph, self.scale, self.origin + np.array((-2.0, 2.0)) * self.scale)
        paths.sort(key=lambda one: float(one.points[:, 0].min()))
        strokes = tuple(Stroke(one.points, one.radius, np.zeros(len(one.points))) for one in paths)
        return Word(text, strokes, 0.0, self.width)

    def _placed(self, contour: Points) -> Points:
        placed: Points = self.origin + contour * np.array((self.scale, -self.scale))
        return placed


def _simpler(contour: Points) -> Points:
    """A closed line with fewer points, hardly off."""
    far = int(np.argmax(np.hypot(*(contour - contour[0]).T)))
    if far == 0:
        return contour[:1]
    closed = np.vstack([contour, contour[:1]])
    first, second = closed[: far + 1], closed[far:]
    kept = [half[sorted(needed(half, SLACK))][:-1] for half in (first, second)]
    return np.vstack(kept)


def contours_of(picture: Picture) -> list[Points]:
    """The closed lines around what is black, in pixels from the upper left corner, x and y, ink on their right.

    They run through the middles of the sides between black and white, so that a slope has no steps.
    """
    soft = _blurred(np.pad(picture, 2).astype(float))
    ahead: dict[Side, Side] = {}
    black = soft > 0.5
    corners = (black[:-1, :-1], black[:-1, 1:], black[1:, 1:], black[1:, :-1])
    cases = np.sum([corner.astype(int) << bit for corner, bit in zip(corners, (3, 2, 1, 0), strict=True)], axis=0)
    for row, column in np.argwhere((cases > 0) & (cases < 15)).tolist():
        sides = ((row, column, 1), (row + 1, column, 0), (row, column + 1, 1), (row, column, 0))
        for start, end in _CASES[int(cases[row, column])]:
            ahead[sides[start]] = sides[end]
    found = []
    while ahead:
        side, line = next(iter(ahead)), []
        while side in ahead:
            line.append(_crossing(soft, side))
            side = ahead.pop(side)
        found.append(np.array(line) - 1.5)
    return found


def _crossing(soft: NDArray[np.float64], side: Side) -> tuple[float, float]:
    """Where a side between two pixels is half black; x and y."""
    row, column, upright = side
    here = soft[row, column]
    there = soft[row + 1, column] if upright else soft[row, column + 1]
    share = float((0.5 - here) / (there - here))
    return (column, row + share) if upright else (column + share, row)


def _blurred(soft: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each pixel with a little of its neighbours."""
    for axis in (0, 1):
        soft = 0.25 * np.roll(soft, 1, axis) + 0.5 * soft + 0.25 * np.roll(soft, -1, axis)
    return soft
