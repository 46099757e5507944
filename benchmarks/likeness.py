"""Likeness: what gives a font away, on forty cards of every hand as they are printed, and whether they can be read.

Lengths are in x-heights. Thirty people had: gaps between words that differ by .33 and are 1.74 wide, gaps between
letters that differ by .11, connected ink 1.71 wide, and no two letters alike.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from statistics import mean, pstdev

import numpy as np

from benchmarks import legibility
from benchmarks.figures import Figure
from benchmarks.letters import letters
from benchmarks.pictures import BOX, CACHE, COUNT, FINE, Picture, picture_of, pieces_of
from notes.writing import Written, open_hand, read_hands
from notes.writing.hand import Hand
from notes.writing.strokes.spacing import edges
from notes.writing.strokes.words import Word
from notes.writing.takes import X_HEIGHT

IS_LONG = True
SMALL = 0.45  # x-heights; what is smaller is a dot
TWINS = 0.95  # of two shapes' ink, in common


def measure() -> Iterator[Figure]:
    with ProcessPoolExecutor() as pool:
        for figures in pool.map(_of, read_hands()[0]):
            yield from figures


def _of(name: str) -> list[Figure]:
    hand = open_hand(name, CACHE)
    written = [hand.write(card, *BOX, f"customer {number}") for number, card in enumerate(letters(COUNT))]
    return [*_gaps(hand, written), *_ink(hand, written), *legibility.of(hand)]


def _gaps(hand: Hand, written: Sequence[Written]) -> Iterator[Figure]:
    name, between = hand.spec.name, [gap for one in written for gap in word_gaps(one, hand)]
    uneven = 100 * pstdev(between) / mean(between)
    yield Figure(f"{name}: how unlike the gaps between words are", uneven, "%", most=35, least=25)
    yield Figure(f"{name}: a gap between words", mean(between), "x-heights")
    takes = {mark for one in written for run in one.runs for mark in run.marks if isinstance(mark, str)}
    words = [word for mark in sorted(takes) if (word := hand.takes.word(mark))]
    within = [gap for word in words for gap in letter_gaps(word)]
    yield Figure(f"{name}: how unlike the gaps between letters are", pstdev(within), "x-heights")


def _ink(hand: Hand, written: Sequence[Written]) -> Iterator[Figure]:
    name = hand.spec.name
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


def letter_gaps(word: Word) -> list[float]:
    """What is free between the strokes of a word that stand side by side, where they are nearest."""
    lines = sorted((one.points for one in word.strokes if not one.after), key=lambda line: float(line[:, 0].min()))
    sides = [edges([line]) for line in lines]
    gaps = [float((ahead[0] - behind[1]).min()) for behind, ahead in pairwise(sides)]
    return [gap for gap in gaps if 0 < gap < 1]


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
