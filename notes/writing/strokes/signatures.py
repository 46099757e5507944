"""Signatures: what signers do with the last word of a letter, and with no other."""

from dataclasses import replace

import numpy as np

from notes.writing.strokes.curves import Points, even, smoothed
from notes.writing.strokes.words import STEP, Stroke, Word, chance_of

UNDERLINED = 0.35  # of signers
FIRST = 1.18  # how much larger the first letter is


def signed(word: Word, signature: str) -> Word:
    """The word as a signature: its first letter grown, a line under it where this signer draws one."""
    habit = chance_of("signature", signature)
    underlined = habit.random() < UNDERLINED and " " not in signature
    strokes = tuple(replace(one, points=_grown(one.points, word)) for one in word.strokes)
    if underlined:
        strokes = (*strokes, _underline(word, habit))
    return replace(word, strokes=strokes)


def _grown(points: Points, word: Word) -> Points:
    """Larger at the beginning of the word, and back to normal after a few letters."""
    share = np.clip((points[:, 0] - word.left) / max(1.2, 0.35 * (word.right - word.left)), 0, 1)
    grown: Points = points * np.stack([np.ones(len(points)), 1 + (FIRST - 1) * (1 - share)], axis=1)
    return grown


def _underline(word: Word, habit: np.random.Generator) -> Stroke:
    width, bend = word.right - word.left, 0.12 * float(habit.normal())
    start = np.array([word.left + width * float(habit.uniform(0.0, 0.25)), -0.62])
    end = np.array([word.right + float(habit.uniform(0.0, 0.5)), -0.5 + 0.1 * float(habit.normal())])
    middle = (start + end) / 2 + np.array([0.0, bend])
    points, radius = even(np.stack([start, middle, end]), np.full(3, float(word.strokes[0].radius.mean())), STEP)
    return Stroke(smoothed(points, 12), radius, np.ones(len(points)))
