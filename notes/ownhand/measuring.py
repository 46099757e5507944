"""Measuring a text that was written without lines: its size, slant and pitch, its gaps, and how much of it is joined.

Lengths of what is found are in x-heights, y upwards from the line, unless it is said otherwise.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from notes.paper.blots import Blots, Picture
from notes.writing.strokes.spacing import edges

SMALL = 0.5  # both ways; what is smaller is a dot or a stop
WITHIN = 0.55  # of the narrower of two pieces above each other: they are one letter
BAND = (-0.4, 1.3)  # between the lines; what hangs out is no part of a gap between words
SLANTS = np.arange(-0.36, 0.66, 0.06)
STEP = 0.04  # on both sides of the likeliest slope
SKEWS = np.arange(-0.06, 0.0601, 0.004)
LEAST_LINE = 0.22  # of the fullest line's ink


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


def measured(ink: Picture, words: int, pen: float, least_pitch: float) -> Text | None:
    """What a picture of text tells, which has so many words; None where there are hardly any lines.

    The pen and the least pitch are in pixels.
    """
    skew = _skew(ink)
    level = _sheared(ink, 0.0, -skew)
    profile = _soft(level.sum(axis=1).astype(float), max(1.0, pen))
    peaks = _lines(profile, least_pitch)
    if not peaks:
        return None
    about, bottoms = _heights(profile, peaks, least_pitch)
    blots = _blots(level, pen)
    x_height, lines = _exact(blots, bottoms, about, pen)
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
        pitch=float(np.mean(np.diff(lines))) / x_height if len(lines) > 1 else 0.0,
        slant=_slant(level, lines, x_height),
        rise=skew,
        word_gaps=word_gaps,
        letter_gaps=tuple(near + added for gap, near in gaps if gap < least),
        pieces=sum(map(len, rows)),
        words_wide=across - sum(word_gaps),
        lines=len(rows),
    )


def _skew(ink: Picture) -> float:
    """How much the lines climb: the slope at which they are parted best."""
    few = ink[::2, ::2]
    return float(max(SKEWS, key=lambda slope: float((_sheared(few, 0.0, -slope).sum(axis=1).astype(float) ** 2).sum())))


def _sheared(ink: Picture, slant: float, climb: float) -> Picture:
    """The picture with its columns moved up, or its rows to the left, along a slope."""
    height, width = ink.shape
    rows, columns = np.nonzero(ink)
    moved = np.zeros_like(ink)
    rows = np.rint(rows - climb * (columns - width / 2)).astype(int)
    columns = np.rint(columns - slant * (height - rows)).astype(int)
    kept = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
    moved[rows[kept], columns[kept]] = True
    return moved


def _soft(values: NDArray[np.float64], sigma: float) -> NDArray[np.float64]:
    reach = int(3 * sigma) + 1
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    return np.convolve(values, kernel / kernel.sum(), "same")


def _lines(profile: NDArray[np.float64], least_pitch: float) -> list[float]:
    """The rows in whose middle the small letters of the lines are."""
    wide = _soft(profile, least_pitch / 5)
    peaks: list[int] = []
    for row in np.argsort(-wide, kind="stable").tolist():
        if wide[row] < LEAST_LINE * wide.max():
            break
        tops = 0 < row < len(wide) - 1 and wide[row] >= wide[row - 1] and wide[row] >= wide[row + 1]
        if tops and all(abs(row - other) > least_pitch for other in peaks):
            peaks.append(row)
    return [float(one) for one in sorted(peaks)]


def _heights(profile: NDArray[np.float64], peaks: Sequence[float], reach: float) -> tuple[float, list[float]]:
    """The height of small letters, and the rows on which the lines stand: where most of the ink begins and ends."""
    tops, bottoms = [], []
    for peak in peaks:
        first, last = max(0, int(peak - 0.6 * reach)), min(len(profile), int(peak + 0.6 * reach))
        part = profile[first:last]
        half = 0.5 * float(np.percentile(part, 90))
        middle = int(peak) - first
        above = np.flatnonzero(part[:middle] < half)
        below = np.flatnonzero(part[middle:] < half)
        tops.append(first + (above[-1] + 1 if len(above) else 0))
        bottoms.append(first + middle + (below[0] if len(below) else len(part) - middle))
    heights = np.array(bottoms, dtype=float) - np.array(tops, dtype=float)
    return float(np.median(heights)), [float(one) for one in bottoms]


_Blot = NDArray[np.int_]  # the rows and columns of its pixels


def _blots(level: Picture, pen: float) -> list[_Blot]:
    blots = Blots.of(level)
    rows, columns = np.nonzero(level)
    number = blots.labels[rows, columns]
    order = np.argsort(number, kind="stable")
    places = np.stack([rows, columns], axis=1)[order]
    return [part for part in np.split(places, np.cumsum(blots.sizes)[:-1]) if len(part) > 0.5 * pen * pen]


def _exact(blots: Sequence[_Blot], bottoms: Sequence[float], about: float, pen: float) -> tuple[float, list[float]]:
    """The height of small letters, by those that are neither tall nor low, and where the lines stand."""
    heights: list[int] = []
    feet: list[list[int]] = [[] for _ in bottoms]
    for part in blots:
        top, bottom = int(part[:, 0].min()), int(part[:, 0].max()) + 1
        at = int(np.argmin(np.abs(np.array(bottoms) - bottom)))
        if abs(bottom - bottoms[at]) < 0.25 * about and 0.7 * about < bottom - top < 1.3 * about:
            heights.append(bottom - top)
            feet[at].append(bottom)
    height = float(np.median(heights)) if heights else about
    lines = [float(np.median(own)) if own else bottom for own, bottom in zip(feet, bottoms, strict=True)]
    return max(height - pen, 0.3 * height), [line - pen / 2 for line in lines]


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


def _slant(level: Picture, lines: Sequence[float], x_height: float) -> float:
    """How the letters lean: the slope along which most ink stands upright, all lines together."""
    bands = list(_bands(level, lines, x_height))

    def upright(slope: float) -> float:
        return sum(float((_sheared(band, slope, 0.0).sum(axis=0).astype(float) ** 2).sum()) for band in bands)

    rough = float(max(SLANTS, key=upright))
    near = rough + STEP * np.array((-1.0, 0.0, 1.0))
    before, here, after = map(upright, near)
    bend = before - 2 * here + after
    return rough + float(np.clip(STEP * 0.5 * (before - after) / bend, -STEP, STEP)) if bend < 0 else rough


def _bands(level: Picture, lines: Sequence[float], x_height: float) -> Iterator[Picture]:
    for line in lines:
        first, last = max(0, int(line - 2.1 * x_height)), min(level.shape[0], int(line + 1.0 * x_height))
        if last - first > x_height:
            yield level[first:last]
