"""What is dark in a picture of paper: how dark, from where on that is ink, and the pieces that hang together."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PAPER = 85  # the percentage of a piece of paper that is darker than the paper itself, ink and all
AROUND = 75  # the same among neighbouring pieces

Grey = NDArray[np.float32]
Picture = NDArray[np.bool_]


def darkness(grey: Grey, piece: int) -> Grey:
    """How much darker each pixel is than the paper around it (0 to 1), found in pieces of so many pixels."""
    from PIL import Image

    rows, columns = (-(-length // piece) for length in grey.shape)
    step = max(1, piece // 16)
    few = grey[::step, ::step]
    small = max(1, piece // step)
    whole = np.pad(
        few, [(0, max(0, n * small - have)) for n, have in zip((rows, columns), few.shape, strict=True)], mode="edge"
    )
    whole = whole[: rows * small, : columns * small]
    light = np.percentile(whole.reshape(rows, small, columns, small), PAPER, axis=(1, 3))
    light = np.maximum(_spread(light), 1.0).astype(np.float32)
    size = (columns * piece, rows * piece)
    paper = np.asarray(Image.fromarray(light).resize(size, Image.Resampling.BILINEAR))[: grey.shape[0], : grey.shape[1]]
    dark: Grey = (1 - grey / paper).clip(0, 1)
    return dark


def _spread(light: NDArray[np.floating]) -> NDArray[np.float64]:
    """The brightness of the paper, taken from around where a piece of it is covered with ink, and without edges."""
    padded = np.pad(light, 1, mode="edge")
    around = np.stack([padded[y : y + light.shape[0], x : x + light.shape[1]] for y in range(3) for x in range(3)])
    spread: NDArray[np.float64] = np.percentile(around, AROUND, axis=0)
    return spread


def threshold(dark: NDArray[np.floating]) -> float:
    """The darkness that parts ink from paper best (Otsu, 1979)."""
    counts, edges = np.histogram(dark, 128, (0, 1))
    middles = (edges[:-1] + edges[1:]) / 2
    below = np.cumsum(counts)
    above = below[-1] - below
    sums = np.cumsum(counts * middles)
    with np.errstate(invalid="ignore", divide="ignore"):
        apart = sums / below - (sums[-1] - sums) / above
    between = np.nan_to_num(below * above * apart**2)
    return float(middles[int(np.argmax(between))])


@dataclass(frozen=True)
class Blots:
    """The connected pieces of ink: the number of each pixel's (0: none), from 1; their sizes; their boxes.

    A box is the first row and column, and those behind the last. Corners connect as well.
    """

    labels: NDArray[np.int32]
    sizes: NDArray[np.int_]
    boxes: NDArray[np.int_]

    @classmethod
    def of(cls, ink: Picture) -> "Blots":
        runs = _Runs(ink)
        piece = runs.joined()
        count = int(piece.max(initial=-1)) + 1
        sizes = np.bincount(piece, runs.last - runs.first, count).astype(int)
        boxes = np.empty((count, 4), dtype=int)
        boxes[:, :2], boxes[:, 2:] = np.iinfo(int).max, 0
        for at, values in enumerate((runs.row, runs.first)):
            np.minimum.at(boxes[:, at], piece, values)
        for at, values in enumerate((runs.row + 1, runs.last), 2):
            np.maximum.at(boxes[:, at], piece, values)
        labels = np.zeros(ink.shape, dtype=np.int32)
        labels[ink] = np.repeat(piece + 1, runs.last - runs.first)
        return cls(labels, sizes, boxes)

    def __len__(self) -> int:
        return len(self.sizes)

    def only(self, kept: NDArray[np.bool_]) -> Picture:
        """The ink of some pieces: for each whether it is kept."""
        kept_or_none: Picture = np.concatenate([[False], kept])[self.labels]
        return kept_or_none


class _Runs:
    """The rows of a picture as runs of ink: the row, the first column, the column behind the last."""

    def __init__(self, ink: Picture) -> None:
        self._wide = ink.shape[1] + 1
        flat = np.pad(ink, ((0, 0), (0, 1))).ravel().view(np.int8)
        steps = np.flatnonzero(np.diff(flat, prepend=0))
        self._start, self._end = steps[::2], steps[1::2]
        self.row = self._start // self._wide
        self.first, self.last = self._start - self.row * self._wide, self._end - self.row * self._wide

    def joined(self) -> NDArray[np.int_]:
        """The number of the piece that each run is part of, in the order in which pieces begin."""
        low = np.searchsorted(self._end, self._start + self._wide, "left")
        high = np.searchsorted(self._start, self._end + self._wide, "right")
        count = np.maximum(high - low, 0)
        one = np.repeat(np.arange(len(count)), count)
        other = np.arange(len(one)) - np.repeat(np.cumsum(count) - count, count) + np.repeat(low, count)
        label = np.arange(len(count))
        while True:
            first, second = label[one], label[other]
            if (first == second).all():
                break
            np.minimum.at(label, np.maximum(first, second), np.minimum(first, second))
            while (label[label] != label).any():
                label = label[label]
        numbers: NDArray[np.int_] = np.unique(label, return_inverse=True)[1]
        return numbers
