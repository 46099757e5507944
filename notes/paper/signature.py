"""A picture of a signature: what in it is ink, whatever the paper and the light were."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from notes.files import name_of
from notes.paper import pictures
from notes.paper.blots import Blots, darkness, threshold
from notes.problems import BadValue

ROWS, COLUMNS = 240, 1400  # pixels that the ink is read with
PAPER = 24  # pieces of the paper, along its longer side, whose brightness is found
FAINT, SOLID = 0.16, 0.5  # how much darker than its paper ink is at least; and more than that it is in any case
SPECK = 0.0012  # of all ink; less is dust
FULL = 0.45  # of the picture; more is no signature

Picture = NDArray[np.bool_]


def ink_in(path: Path) -> Picture:
    """What is black of the signature in a picture, cut out: shadows, specks and the table around the paper left out.

    Raises:
        BadValue: the file is no picture, or there is no signature to be seen in it.
    """
    image = pictures.opened(path)
    image.thumbnail((COLUMNS, COLUMNS))
    pixels = np.asarray(image, dtype=np.float32)
    grey = pixels.min(axis=2) if pixels.ndim == 3 else pixels  # of colours, where they are darkest
    dark = darkness(grey, max(8, max(grey.shape) // PAPER))
    ink = _without_specks(dark > np.clip(threshold(dark), FAINT, SOLID))
    if not ink.any() or ink.mean() > FULL:
        remedy = "Sign with a dark pen on white paper, take a picture of it straight from above, and use that."
        raise BadValue(f"there is no signature to be seen in “{name_of(path)}”.", remedy)
    rows, columns = (np.flatnonzero(ink.any(axis=axis)) for axis in (1, 0))
    return _reduced(ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])


def _without_specks(ink: Picture) -> Picture:
    """The ink without dust, and without what runs over the edge of the picture, if that leaves most of it."""
    blots = Blots.of(ink)
    labels, sizes = blots.labels, blots.sizes
    if not sizes.size:
        return ink
    rim = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    inside = np.setdiff1d(np.arange(1, len(sizes) + 1), rim)
    kept = inside if sizes[inside - 1].sum() > 0 else np.arange(1, len(sizes) + 1)
    least = SPECK * sizes[kept - 1].sum()
    whole: Picture = np.isin(labels, kept[sizes[kept - 1] > least])
    return whole


def _reduced(ink: Picture) -> Picture:
    """The ink with no more pixels than it is read with."""
    from PIL import Image

    image = Image.fromarray(np.where(ink, 255, 0).astype(np.uint8))
    scale = min(1.0, ROWS / ink.shape[0], COLUMNS / ink.shape[1])
    if scale < 1:
        image = image.resize((max(1, round(image.width * scale)), max(1, round(image.height * scale))))
    return np.asarray(image) > 127
