"""Choosing: which of its forms a writer gives to a letter, as a habit that has a reason.

A person has one form of a letter, and another for some place, some neighbour or some haste. Now and then it slips.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from notes.writing.strokes.waiting import TALL
from notes.writing.strokes.words import chance_of

SLIPS = 0.07  # how often a form comes where it has no reason
HASTE = 0.42  # the pace from which on a hand is in haste
_HIGH = "obrvwf"  # the pen comes from above


@dataclass(frozen=True)
class Place:
    """Where a letter is: between which others, if there are any, and how quick the pen is there."""

    before: str
    after: str
    pace: float


_REASONS: Mapping[str, Callable[[Place], bool]] = {
    "first": lambda one: not one.before,
    "last": lambda one: not one.after,
    "from above": lambda one: bool(one.before) and one.before in _HIGH,
    "under a stem": lambda one: bool(one.after) and one.after in TALL,
    "behind a stem": lambda one: bool(one.before) and one.before in TALL,
    "in haste": lambda one: one.pace > HASTE,
}


def chosen(writer: str, letter: str, count: int, place: Place, chance: np.random.Generator) -> int:
    """Which of so many forms of a letter this writer uses in this place: 0 is the usual one."""
    if count > 1 and chance.random() < SLIPS:
        return int(chance.integers(count))
    reasons = _reasons(writer, letter, count - 1)
    return next((number for number, one in enumerate(reasons, 1) if _REASONS[one](place)), 0)


def _reasons(writer: str, letter: str, count: int) -> Sequence[str]:
    """Why this writer uses each of the other forms of a letter."""
    names = list(_REASONS)
    return [names[at] for at in chance_of(writer, "reasons", letter).permutation(len(names))[:count]]
