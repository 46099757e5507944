"""What stands in the cells of a page: cut out, cleaned of specks and of a neighbour's ink, and judged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property

import numpy as np

from notes.ownhand.finding import Found
from notes.ownhand.measuring import line_width
from notes.ownhand.sheet import Cell, Kind
from notes.paper.blots import Blots, Grey, Picture, darkness

FINE, COARSE = 26.0, 14.0  # pixels for a millimetre: of letters, and of the text
SEEN = 2.2  # millimetres that are seen around a cell
PAPER = 6.0  # millimetres of paper whose brightness is found
FAINT = 0.26  # darkness; what is less dark is no ink
HALF = 0.5  # of the darkness of ink, at the edge of a line
SPECK = 0.35  # of a square as wide as the pen; smaller blots are dust
LEAST = 0.12  # millimetres; no pen is finer
OUTSIDE = 0.3  # of a letter's ink


class Verdict(Enum):
    """What may be wrong with a cell."""

    EMPTY = "is empty"
    TOUCHING = "runs out of its cell"
    FAINT = "is too faint"
    DOUBTFUL = "looks unlike the others"


@dataclass(frozen=True, eq=False)
class Written:
    """The ink of a cell: a picture of so many pixels a millimetre, whose upper left corner is at `corner` on the page.

    `paper` is how bright the paper is around it (0 to 255), `dark` how dark the ink is (0 to 1).
    """

    cell: Cell
    ink: Picture
    fine: float
    corner: tuple[float, float]
    shown: Grey
    paper: float
    dark: float
    verdict: Verdict | None = None

    @cached_property
    def extent(self) -> tuple[slice, slice]:
        """The rows and the columns of the picture that have ink."""
        rows, columns = (np.flatnonzero(self.ink.any(axis=axis)).tolist() for axis in (1, 0))
        return slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of the ink in millimetres, from the cell's left edge and its line, y upwards."""
        rows, columns = self.extent
        left, top = self.origin
        return (
            left + columns.start / self.fine,
            top - rows.stop / self.fine,
            left + columns.stop / self.fine,
            top - rows.start / self.fine,
        )

    @property
    def origin(self) -> tuple[float, float]:
        """The upper left corner of the picture, as for `box`."""
        return self.corner[0] - self.cell.left, (self.cell.line or self.cell.top) - self.corner[1]

    def of(self, verdict: Verdict) -> "Written":
        return replace(self, verdict=verdict)


def written_on(found: Found, cells: Sequence[Cell]) -> list[Written]:
    """What is written in these cells of a page.

    Raises:
        BadValue: the page is bent too much.
    """
    cuts = [_cut(found, cell) for cell in cells]
    level = _usual_level([_inside(dark, cell) for cell, *_, dark in cuts])
    raw = [_inked(cell, corner, grey, dark, level) for cell, corner, grey, dark in cuts]
    pen = pen_of([one for one in raw if one.cell.kind is Kind.LETTERS])
    return [_judged(one, pen) for one in raw]


def pen_of(those: Sequence[Written]) -> float:
    """How wide the lines are, in millimetres."""
    widths = [line_width(one.ink) / one.fine for one in those if one.ink.sum() > (2 * LEAST * one.fine) ** 2]
    return float(np.median(widths)) if widths else LEAST


_Cut = tuple[Cell, tuple[float, float], Grey, Grey]


def _cut(found: Found, cell: Cell) -> _Cut:
    """A cell with what is around it: its place, how bright and how dark it is."""
    fine = _fine(cell)
    left, top = cell.left - SEEN, cell.top - SEEN
    grey = found.cut(found.grey, left, top, (cell.width + 2 * SEEN, cell.height + 2 * SEEN), fine)
    return cell, (left, top), grey, darkness(grey, round(PAPER * fine))


def _usual_level(darks: Sequence[Grey]) -> float:
    """How dark ink is on this page."""
    levels = [_level(dark) for dark in darks]
    inked = [one for one in levels if one > FAINT]
    return float(np.median(inked)) if inked else 0.0


def _level(dark: Grey) -> float:
    """How dark the darkest lines of a piece of paper are, specks left aside."""
    for least in (FAINT, FAINT / 2):  # guides that were printed in grey are no ink where there is some
        some = dark[dark > least]
        if some.size > 0.0015 * dark.size:
            return float(np.percentile(some, 85))
    return 0.0


def _inside(dark: Grey, cell: Cell) -> Grey:
    rim = round(SEEN * _fine(cell))
    return dark[rim:-rim:2, rim:-rim:2]


def _fine(cell: Cell) -> float:
    return FINE if cell.kind is Kind.LETTERS else COARSE


def _inked(cell: Cell, corner: tuple[float, float], grey: Grey, dark: Grey, usual: float) -> Written:
    fine = _fine(cell)
    level = _level(_inside(dark, cell))
    edge = max(HALF * np.clip(level, 0.7 * usual, 1.2 * usual), FAINT / 2) if usual else 1.0
    ink = dark > edge
    return Written(cell, ink, fine, corner, grey, float(np.percentile(grey, 80)), level)


def _judged(one: Written, pen: float) -> Written:
    """The ink of a cell without specks and what a neighbour's pen left, and what may be wrong with it."""
    blots = Blots.of(one.ink)
    inside = np.array(list(_shares_inside(one, blots)))
    large = blots.sizes > SPECK * (pen * one.fine) ** 2
    kept = large & (inside > 0.5)
    cleaned = replace(one, ink=blots.only(kept))
    if not kept.any():
        return cleaned.of(Verdict.EMPTY)
    rim = (blots.boxes[:, 0] == 0) | (blots.boxes[:, 1] == 0)
    rim |= (blots.boxes[:, 2] == one.ink.shape[0]) | (blots.boxes[:, 3] == one.ink.shape[1])
    if one.cell.kind is Kind.LETTERS and (large & (rim | (inside < 1 - OUTSIDE)) & (inside > 0.15)).any():
        return cleaned.of(Verdict.TOUCHING)
    return cleaned.of(Verdict.FAINT) if one.dark < FAINT else cleaned


def _shares_inside(one: Written, blots: Blots) -> Iterator[float]:
    """How much of each blot lies within the cell."""
    rim = round(SEEN * one.fine)
    inner = blots.labels[rim:-rim, rim:-rim]
    inside = np.bincount(inner.ravel(), minlength=len(blots) + 1)[1:]
    yield from (inside / blots.sizes).tolist()
