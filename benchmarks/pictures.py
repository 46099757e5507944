"""Pictures: cards as they are printed, and the pieces of ink on them."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from notes.paper.document import Document
from notes.paper.ink import Ink
from notes.units import MM
from notes.writing import Written

CACHE = Path(__file__).parent.parent / "out" / ".cache"
COUNT = 40  # cards of each hand
BOX = (258.0, 348.0)
FINE = 30  # pixels for an x-height

Picture = NDArray[np.bool_]


def picture_of(written: Written, fine: int = FINE) -> Picture:
    """A card as it is printed, with so many pixels for an x-height."""
    document, ink = Document("A card"), Ink()
    document.page(BOX[0] + 20, BOX[1] + 20, b"q 1 0 0 1 10 10 cm " + ink.operators(written) + b" Q")
    ink.into(document)
    scale = fine / (written.x_height_mm * MM)
    page = pypdfium2.PdfDocument(document.data())[0].render(scale=scale).to_pil().convert("L")
    return np.asarray(page) < 140


def pieces_of(picture: Picture) -> list[Picture]:
    """The connected pieces of ink, each cut out."""
    parent: list[int] = []

    def root(one: int) -> int:
        while parent[one] != one:
            one = parent[one]
        return one

    runs: list[tuple[int, int, int, int]] = []
    before: list[tuple[int, int, int]] = []
    for row, line in enumerate(picture):
        edges = np.flatnonzero(np.diff(np.concatenate([[0], line.view(np.int8), [0]])))
        here = []
        for start, end in edges.reshape(-1, 2).tolist():
            own = len(parent)
            parent.append(own)
            for first, last, other in before:
                if first <= end and last >= start:
                    parent[root(other)] = root(own)
            here.append((start, end, own))
            runs.append((row, start, end, own))
        before = here
    groups: dict[int, list[tuple[int, int, int]]] = {}
    for row, start, end, own in runs:
        groups.setdefault(root(own), []).append((row, start, end))
    return [_cut(group) for group in groups.values()]


def _cut(group: Sequence[tuple[int, int, int]]) -> Picture:
    rows, starts, ends = (np.array(one) for one in zip(*group, strict=True))
    piece = np.zeros((rows.max() - rows.min() + 1, ends.max() - starts.min()), dtype=bool)
    for row, start, end in group:
        piece[row - rows.min(), start - starts.min() : end - starts.min()] = True
    return piece
