"""Again: a form as it comes out this time, for nobody makes a letter twice alike.

Each place is a little elsewhere, turns fall short of their line or pass it, an arch leaves its stem early or late, and
a bowl is begun farther in or out, so that it stays open or is closed twice over.
"""

import numpy as np
from numpy.typing import NDArray

from notes.writing.strokes.movements import Places
from notes.writing.strokes.style import eased, size_of

SHAPE = 0.03  # how far a letter's places are from where the same writer had them before
TURNS = 0.04  # how far a turn is from its line
SHORT = 0.16  # how far a quick pen turns before it has reached it, as a share of the way
STEM = 0.8  # how much of that the top of a stem is lower
BRANCH, ALONG = 0.1, 0.2  # how much higher or lower an arch leaves its stem, and how far to the side it is then
BEGUN = (0.045, 0.04)  # how far from its place a bowl is begun
OPEN, LOWER = 0.08, 0.15  # how far from its stem, and how much lower, a bowl is begun at the most: an open a is a u
_UP, _FOOT, _ARCH = 0.7, 0.25, (0.3, 0.8)  # below, a stem has ended; between these, an arch leaves it
_TOP = 0.9  # above, a stem begins
_BOWLS = "adgq"


def again(
    strokes: tuple[Places, ...], letter: str, wander: float, pace: float, chance: np.random.Generator
) -> list[Places]:
    """The strokes of a form as they come out this time; `wander` is how uneven the writer is, `pace` how quick now."""
    made = [_moved(one, wander, pace, chance) for one in strokes]
    if letter[0] in _BOWLS:
        made[0][0, :2] += chance.normal(0, 1, 2).clip(-2, 2) * BEGUN * wander
        _closed(made[0])
    return made


def _closed(bowl: Places) -> None:
    """Begin a bowl near enough to the stem that closes it."""
    up = int(np.argmax(bowl[3:, 1] > _UP)) + 3
    stem = np.interp(bowl[0, 1], bowl[up - 1 : up + 1, 1], bowl[up - 1 : up + 1, 0])
    bowl[0, 0] = max(bowl[0, 0], stem - OPEN)
    bowl[0, 1] = max(bowl[0, 1], min(bowl[up, 1], 1.0) - LOWER)


def strayed(places: Places, wander: float, chance: np.random.Generator) -> Places:
    """Places that are a little elsewhere this time."""
    made = places.copy()
    made[:, :2] += SHAPE * size_of(places) * wander * eased(chance.normal(0, 1, (len(places), 2)).clip(-2, 2))
    return made


def _moved(places: Places, wander: float, pace: float, chance: np.random.Generator) -> Places:
    made = strayed(places, wander, chance)
    off = chance.normal(0, 1, (2, len(places))).clip(-2, 2)
    turns = _turns(places)
    made[turns, 1] += TURNS * wander * off[0, turns] + SHORT * pace * (0.5 - places[turns, 1])
    if places[0, 1] > _TOP:  # a stem goes down with the arch beside it, or an n is an h
        made[0, 1] += STEM * SHORT * pace * (0.5 - places[0, 1])
    arches = _arches(places)
    made[arches, 1] += BRANCH * wander * off[1, arches]
    made[arches, 0] -= ALONG * BRANCH * wander * off[1, arches]
    return made


def _turns(places: Places) -> NDArray[np.intp]:
    """Which places are turns between the lines of the small letters."""
    steps = np.sign(np.diff(places[:, 1]))
    inner = np.flatnonzero((steps[:-1] * steps[1:] < 0) & (np.abs(places[1:-1, 1] - 0.5) < 0.7)) + 1
    return inner


def _arches(places: Places) -> NDArray[np.intp]:
    """Which places are those where an arch leaves its stem."""
    ahead = (places[1:, 1] > _ARCH[0]) & (places[1:, 1] < _ARCH[1])
    return np.flatnonzero(ahead & (places[:-1, 2] > 0) & (places[:-1, 1] < _FOOT)) + 1
