"""A picture of a signature: what in it is ink, whatever the paper and the light were."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from notes.files import name_of
from notes.paper import pictures
from notes.problems import BadValue

ROWS, COLUMNS = 240, 1400  # pixels that the ink is read with
PAPER = 24  # pieces of the paper, along its longer side, whose brightness is found
FAINT, SOLID = 0.16, 0.5  # how much darker than its paper ink is at least; and more than that it is in any case
SPECK = 0.0012  # of all ink; less is dust
FULL = 0.45  # of the picture; more is no signature

Grey = NDArray[np.float64]
Picture = NDArray[np.bool_]


def ink_in(path: Path) -> Picture:
    """What is black of the signature in a picture, cut out: shadows, specks and the table around the paper left out.

    Raises:
        BadValue: the file is no picture, or there is no signature to be seen in it.
    """
    image = pictures.opened(path)
    image.thumbnail((COLUMNS, COLUMNS))
    dark = _darkness(np.asarray(image, dtype=float))
    ink = _without_specks(dark > _threshold(dark))
    if not ink.any() or ink.mean() > FULL:
        remedy = "Sign with a dark pen on white paper, take a picture of it straight from above, and use that."
        raise BadValue(f"there is no signature to be seen in “{name_of(path)}”.", remedy)
    rows, columns = (np.flatnonzero(ink.any(axis=axis)) for axis in (1, 0))
    return _reduced(ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])


def _darkness(pixels: Grey) -> Grey:
    """How much darker each pixel is than the paper around it; of colours, where they are darkest."""
    grey = pixels.min(axis=2) if pixels.ndim == 3 else pixels
    piece = max(8, max(grey.shape) // PAPER)
    rows, columns = (-(-length // piece) for length in grey.shape)
    whole = np.pad(grey, ((0, rows * piece - grey.shape[0]), (0, columns * piece - grey.shape[1])), mode="edge")
    light = np.percentile(whole.reshape(rows, piece, columns, piece), 85, axis=(1, 3))
    light = np.maximum(_spread(light), 1.0)
    paper = np.repeat(np.repeat(light, piece, axis=0), piece, axis=1)[: grey.shape[0], : grey.shape[1]]
    dark: Grey = (1 - grey / paper).clip(0, 1)
    return dark


def _spread(light: Grey) -> Grey:
    """The brightness of the paper, taken from around where a piece of it is covered with ink, and without edges."""
    padded = np.pad(light, 1, mode="edge")
    around = np.stack([padded[y : y + light.shape[0], x : x + light.shape[1]] for y in range(3) for x in range(3)])
    spread: Grey = np.percentile(around, 75, axis=0)
    return spread


def _threshold(dark: Grey) -> float:
    """The darkness that parts ink from paper best (Otsu, 1979), if it is dark enough for ink."""
    counts, edges = np.histogram(dark, 128, (0, 1))
    middles = (edges[:-1] + edges[1:]) / 2
    below = np.cumsum(counts)
    above = below[-1] - below
    sums = np.cumsum(counts * middles)
    with np.errstate(invalid="ignore", divide="ignore"):
        apart = sums / below - (sums[-1] - sums) / above
    between = np.nan_to_num(below * above * apart**2)
    return float(np.clip(middles[int(np.argmax(between))], FAINT, SOLID))


def _without_specks(ink: Picture) -> Picture:
    """The ink without dust, and without what runs over the edge of the picture, if that leaves most of it."""
    labels, sizes = _pieces(ink)
    if not sizes.size:
        return ink
    rim = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    inside = np.setdiff1d(np.arange(1, len(sizes) + 1), rim)
    kept = inside if sizes[inside - 1].sum() > 0 else np.arange(1, len(sizes) + 1)
    least = SPECK * sizes[kept - 1].sum()
    whole: Picture = np.isin(labels, kept[sizes[kept - 1] > least])
    return whole


def _pieces(ink: Picture) -> tuple[NDArray[np.int_], NDArray[np.int_]]:
    """The number of the connected piece that each black pixel belongs to, from 1, and how large the pieces are."""
    number = np.zeros(np.array(ink.shape) + 2, dtype=int)
    number[1:-1, 1:-1][ink] = np.arange(1, ink.sum() + 1)
    places = np.argwhere(number)
    steps = np.array([(down, right) for down in (-1, 0, 1) for right in (-1, 0, 1)])
    neighbours = number[tuple((places + steps[:, None]).transpose(2, 0, 1))]
    label = np.arange(ink.sum() + 1)
    while True:
        spread = label.copy()
        spread[1:] = label[neighbours].max(axis=0)
        for _ in range(4):
            spread = np.maximum(spread, spread[spread])
        if (spread == label).all():
            break
        label = spread
    _, pieces, sizes = np.unique(label[1:], return_inverse=True, return_counts=True)
    labels = np.zeros(ink.shape, dtype=int)
    labels[ink] = pieces + 1
    return labels, sizes


def _reduced(ink: Picture) -> Picture:
    """The ink with no more pixels than it is read with."""
    from PIL import Image

    image = Image.fromarray(np.where(ink, 255, 0).astype(np.uint8))
    scale = min(1.0, ROWS / ink.shape[0], COLUMNS / ink.shape[1])
    if scale < 1:
        image = image.resize((max(1, round(image.width * scale)), max(1, round(image.height * scale))))
    return np.asarray(image) > 127
