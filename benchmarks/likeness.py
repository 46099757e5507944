"""Likeness: what gives a font away, measured on forty cards of every hand as they are printed.

Lengths are in x-heights. Thirty people had: gaps between words that differ by .33 and are 1.74 wide, connected ink 1.71
wide, and no two letters alike.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import mean, pstdev

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from benchmarks.figures import Figure
from benchmarks.letters import letters
from notes.paper.document import Document
from notes.paper.ink import Ink
from notes.units import MM
from notes.writing import Written, open_hand, read_hands
from notes.writing.hand import Hand
from notes.writing.takes import X_HEIGHT

CACHE = Path(__file__).parent.parent / "out" / ".cache"
COUNT = 40
BOX = (258.0, 348.0)
FINE = 30  # pixels for an x-height
SMALL = 0.45  # x-heights; what is smaller is a dot
TWINS = 0.95  # of two shapes' ink, in common

Picture = NDArray[np.bool_]


def measure() -> Iterator[Figure]:
    for name in read_hands()[0]:
        yield from _of(open_hand(name, CACHE))


def _of(hand: Hand) -> Iterator[Figure]:
    name, cards = hand.spec.name, letters(COUNT)
    written = [hand.write(card, *BOX, f"customer {number}") for number, card in enumerate(cards)]
    gaps = [gap for one in written for gap in word_gaps(one, hand)]
    yield Figure(
        f"{name}: how unlike the gaps between words are", 100 * pstdev(gaps) / mean(gaps), "%", most=35, least=25
    )
    yield Figure(f"{name}: a gap between words", mean(gaps), "x-heights")
    pictures = [picture_of(one) for one in written]
    pieces = [[piece for piece in pieces_of(picture) if piece.shape[1] > SMALL * FINE] for picture in pictures]
    widths = [piece.shape[1] / FINE for those in pieces for piece in those]
    yield Figure(f"{name}: connected ink", mean(widths), "x-heights", most=2.1, least=1.2)
    twins = [twin for those in pieces for twin in _has_twin(those)]
    yield Figure(f"{name}: pieces of ink with a twin on the card", 100 * mean(twins), "%", most=2)


def word_gaps(written: Written, hand: Hand) -> list[float]:
    """What is free between the words of a card."""
    used = {mark for run in written.runs for mark in run.marks if isinstance(mark, str)}
    font = hand.takes.font(used)
    return [
        font.advances[mark] / X_HEIGHT
        for run in written.runs
        for mark in run.marks[:-1]
        if isinstance(mark, str) and font.text[mark] == " "
    ]


def picture_of(written: Written) -> Picture:
    document, ink = Document("A card"), Ink()
    document.page(BOX[0] + 20, BOX[1] + 20, b"q 1 0 0 1 10 10 cm " + ink.operators(written) + b" Q")
    ink.into(document)
    scale = FINE / (written.x_height_mm * MM)
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


def _has_twin(pieces: Sequence[Picture]) -> list[bool]:
    return [
        any(_alike(one, other) for at, other in enumerate(pieces) if at != number) for number, one in enumerate(pieces)
    ]


def _alike(one: Picture, other: Picture) -> bool:
    if max(abs(one.shape[0] - other.shape[0]), abs(one.shape[1] - other.shape[1])) > 2:
        return False
    height, width = max(one.shape[0], other.shape[0]), max(one.shape[1], other.shape[1])
    both = [np.pad(each, ((0, height - each.shape[0]), (0, width - each.shape[1]))) for each in (one, other)]
    return bool((both[0] & both[1]).sum() > TWINS * (both[0] | both[1]).sum())
