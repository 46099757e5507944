"""Measuring a text that was written without lines: its size, slant and pitch, its gaps, and how much of it is joined.

Lengths of what is found are in x-heights, y upwards from the line, unless it is said otherwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from notes.paper.blots import Blots, Picture
from notes.writing.strokes.spacing import edges

SMALL = 0.5  # both ways; what is smaller is a dot or a stop
WITHIN = 0.55  # of the narrower of two pieces above each other: they are one letter
BAND = (-0.4, 1.3)  # between the lines; what hangs out is no part of a gap between words
LOWEST, HIGHEST = 0.76, 1.26  # times as high as small letters are: small letters
STEEPEST, FEW_LINKS = 0.09, 30  # a line that climbs more; and pairs of letters that tell nothing
FEW_LETTERS = 8
FARTHEST = 1.5  # between letters; what is farther away is nowhere beside the other
LEAST_LINE, NEAREST = 0.17, 1.9  # of the fullest line's letters; and how near to each other lines are, in their heights
MIDDLE = (25, 75)  # of a hundred heights, by size; their mean is finer than a pixel, which no single one of them is
SOFT = 12.0  # pixels for an x-height, at which the edges of lines show which way they go, and no steps of pixels


@dataclass(frozen=True)
class Text:
    """What was measured; the x-height is in pixels."""

    x_height: float
    pitch: float
    slant: float
    rise: float
    word_gaps: tuple[float, ...]
    letter_gaps: tuple[float, ...]
    pieces: int
    pen: float
    words_wide: float  # all words together
    lines: int


@dataclass(frozen=True)
class _Piece:
    """A connected piece of ink in its line: where its points are."""

    points: NDArray[np.float64]

    @property
    def box(self) -> tuple[float, float, float, float]:
        low, high = self.points.min(axis=0), self.points.max(axis=0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])

    def with_(self, other: "_Piece") -> "_Piece":
        return _Piece(np.concatenate([self.points, other.points]))


def line_width(ink: Picture) -> float:
    """How wide the lines of a picture are, in pixels: what is black, shared out along half of its edge."""
    soft: _Soft = np.pad(ink.astype(np.float32), 3)
    for _ in range(2):
        soft = (soft[:-2] + 2 * soft[1:-1] + soft[2:]) / 4
        soft = (soft[:, :-2] + 2 * soft[:, 1:-1] + soft[:, 2:]) / 4
    edge = float(np.hypot(*_slopes(soft)).sum())  # whichever way it goes
    return 2 * float(ink.sum()) / max(edge, 1.0)


_Soft = NDArray[np.floating]


def _slopes(soft: _Soft) -> tuple[_Soft, _Soft]:
    """How much darker a picture becomes from pixel to pixel, downwards and to the right."""
    return (soft[2:, 1:-1] - soft[:-2, 1:-1]) / 2, (soft[1:-1, 2:] - soft[1:-1, :-2]) / 2


def measured(ink: Picture, words: int, about: float) -> Text | None:
    """What a picture of text tells, which has so many words; None where there are hardly any lines.

    About how high the small letters are is in pixels.
    """
    pen = line_width(ink)
    blots = _blots(ink, pen)
    height = _height(blots, pen, about)
    rise = _rise([one for one in map(_box, blots) if _is_small(one, height)], height)
    level = _levelled(ink, rise)
    blots = _blots(level, pen)
    x_height, lines = _lines(blots, height, pen)
    if not lines:
        return None
    rows = _rows_of(blots, lines, x_height)
    gaps = [(_between(*pair), _nearest(*pair)) for row in rows for pair in pairwise(row)]
    between = sorted((gap for gap, _ in gaps), reverse=True)
    edge = between[: max(0, words - len(rows))]
    least = edge[-1] if edge else np.inf
    added = pen / x_height  # from middle to middle of the lines that the pen drew
    word_gaps = tuple(gap + added for gap, _ in gaps if gap >= least)
    across = sum(row[-1].box[2] - row[0].box[0] for row in rows if row)
    return Text(
        x_height=x_height,
        pitch=float(np.median(np.diff(lines))) / x_height if len(lines) > 1 else 0.0,
        slant=_slant(level, x_height),
        rise=rise,
        word_gaps=word_gaps,
        letter_gaps=tuple(near + added for gap, near in gaps if gap < least and near < FARTHEST),
        pieces=sum(map(len, rows)),
        pen=pen / x_height,
        words_wide=across - sum(word_gaps),
        lines=len(rows),
    )


_Blot = NDArray[np.int_]  # the rows and columns of its pixels
_Box = tuple[float, float, float, float]  # top, left, bottom, right


def _box(blot: _Blot) -> _Box:
    (top, left), (bottom, right) = blot.min(axis=0).tolist(), blot.max(axis=0).tolist()
    return float(top), float(left), float(bottom + 1), float(right + 1)


def _height(blots: Sequence[_Blot], pen: float, about: float) -> float:
    """How high the ink of small letters is: as high as most pieces are that could be some."""
    heights = np.array([bottom - top for top, _, bottom, _ in map(_box, blots)])
    tried = np.linspace(0.4 * about, 1.45 * about, 64) + pen
    near = np.exp(-0.5 * ((heights[:, None] - tried) / (0.07 * about)) ** 2).sum(axis=0)
    return float(tried[int(np.argmax(near))]) if len(heights) else about + pen


def _is_small(box: _Box, height: float) -> bool:
    return LOWEST * height < box[2] - box[0] < HIGHEST * height


def _rise(boxes: Sequence[_Box], height: float) -> float:
    """How much the lines climb: the slope from small letters to others farther on in the same line."""
    feet = np.array([(left, bottom) for _, left, bottom, _ in boxes]).reshape(-1, 2)
    across, down = feet[None, :, 0] - feet[:, None, 0], feet[None, :, 1] - feet[:, None, 1]
    linked = (across > 6 * height) & (across < 30 * height) & (np.abs(down) < STEEPEST * across)
    return -float(np.median(down[linked] / across[linked])) if linked.sum() > FEW_LINKS else 0.0


def _levelled(ink: Picture, rise: float) -> Picture:
    """The picture with its columns moved so that lines that climbed do not."""
    rows, columns = np.nonzero(ink)
    rows = np.rint(rows + rise * (columns - ink.shape[1] / 2)).astype(int)
    kept = (rows >= 0) & (rows < ink.shape[0])
    level = np.zeros_like(ink)
    level[rows[kept], columns[kept]] = True
    return level


def _blots(level: Picture, pen: float) -> list[_Blot]:
    blots = Blots.of(level)
    rows, columns = np.nonzero(level)
    order = np.argsort(blots.labels[rows, columns], kind="stable")
    places = np.stack([rows, columns], axis=1)[order]
    return [part for part in np.split(places, np.cumsum(blots.sizes)[:-1]) if len(part) > 0.5 * pen * pen]


def _lines(blots: Sequence[_Blot], height: float, pen: float) -> tuple[float, list[float]]:
    """The height of small letters, and the rows on which the lines stand, in the middle of what the pen drew."""
    small = [one for one in map(_box, blots) if _is_small(one, height)]
    if len(small) < FEW_LETTERS:
        return height, []
    feet = np.array([bottom for _, _, bottom, _ in small])
    rows = np.arange(0.0, feet.max() + 3 * height)
    near = np.exp(-0.5 * ((rows[:, None] - feet) / (0.45 * height)) ** 2).sum(axis=1)
    lines: list[float] = []
    for row in np.argsort(-near, kind="stable").tolist():
        if near[row] < max(LEAST_LINE * near.max(), 1.5):
            break
        if all(abs(row - other) > NEAREST * height for other in lines):
            lines.append(float(row))
    exact = [float(np.median(feet[np.abs(feet - line) < 0.6 * height])) for line in sorted(lines)]
    x_height = _middling([bottom - top for top, _, bottom, _ in small]) - pen
    return max(x_height, 0.3 * height), [line - pen / 2 for line in exact]


def _rows_of(blots: Sequence[_Blot], lines: Sequence[float], x_height: float) -> list[list[_Piece]]:
    """The pieces of each line from left to right; dots and stops are left out, what is above each other is one."""
    rows: list[list[_Piece]] = [[] for _ in lines]
    middles = np.array(lines) - x_height / 2
    for part in blots:
        at = int(np.argmin(np.abs(middles - part[:, 0].mean())))
        rows[at].append(_Piece(np.stack([part[:, 1], lines[at] - part[:, 0]], axis=1) / x_height))
    return [_merged(row) for row in rows if row]


def _merged(row: Sequence[_Piece]) -> list[_Piece]:
    made: list[_Piece] = []
    for piece in sorted(row, key=lambda one: one.box[0]):
        left, bottom, right, top = piece.box
        if right - left < SMALL and top - bottom < SMALL:
            continue
        if made:
            before = made[-1].box
            shared = min(before[2], right) - max(before[0], left)
            if shared > WITHIN * min(before[2] - before[0], right - left):
                made[-1] = made[-1].with_(piece)
                continue
        made.append(piece)
    return made


def _between(one: _Piece, other: _Piece) -> float:
    """What is free between two pieces, between the lines."""
    return float(min(_band(other)[:, 0]) - max(_band(one)[:, 0]))


def _band(piece: _Piece) -> NDArray[np.float64]:
    inside = (piece.points[:, 1] > BAND[0]) & (piece.points[:, 1] < BAND[1])
    return piece.points[inside] if inside.any() else piece.points


def _nearest(one: _Piece, other: _Piece) -> float:
    """What is free between two pieces where they are nearest, at about the same height."""
    return float((edges([other.points])[0] - edges([one.points])[1]).min())


def _slant(level: Picture, x_height: float) -> float:
    """How the letters lean: how far the edges of upright lines go aside from row to row, on the whole."""
    from PIL import Image

    size = tuple(max(3, round(side * SOFT / x_height)) for side in reversed(level.shape))
    image = Image.fromarray(level.astype(np.uint8) * 255).resize(size, Image.Resampling.BILINEAR)
    down, right = _slopes(np.asarray(image, dtype=np.float32))
    upright = np.abs(right) > np.abs(down)
    return float((right * down)[upright].sum() / max(1.0, (right**2)[upright].sum()))


def _middling(values: Sequence[float]) -> float:
    """The mean of the middle half."""
    low, high = np.percentile(values, MIDDLE)
    return float(np.mean([one for one in values if low <= one <= high]))
