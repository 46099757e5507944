"""What waits until the word stands: dots, bars and marks, never quite where they belong."""

import numpy as np

from notes.writing.strokes.curves import Points
from notes.writing.strokes.movements import Places, swung
from notes.writing.strokes.style import Bar
from notes.writing.strokes.temper import Temper

LOWEST = 1.42  # where a dot is still no part of its stem
CLEAR, NEAR = 0.04, 0.17  # how far to the right a dot is at the most, beside a tall stem and beside another letter
LENGTHS = (0.75, 1.25)  # of bars
SHORTER, SHORTEST = 0.75, 0.55  # the left part of a bar beside a letter, and beside a stem that is no t
LEFT = 0.2  # how far to the left a bar reaches at the least, or a t becomes an r
BAR_SLOPE, ENDING, CROSSING = 0.09, 0.14, 2.1  # how bars differ, fly on at the end of a word, and cross the next stem
_STEMS_BEFORE, _TALL = "bdhiklu", "bfhklt"


def waiting(
    places: Places, bar: Bar | None, beside: tuple[str, str], temper: Temper, chance: np.random.Generator
) -> Points:
    """The line for what waits at these places: a single one is a dot; `beside` are the letters before and after."""
    if len(places) == 1:
        return _dot(places, beside[1], temper, chance)
    return _bar(places, bar, beside, temper, chance) if bar else swung(places)


def _dot(places: Places, ahead: str, temper: Temper, chance: np.random.Generator) -> Points:
    """The dot of an i: mostly to the right of it, unless a stem stands there; more a short stroke than a point."""
    right = temper.dots * float(chance.uniform(-0.3, 1.9))
    right = min(right, CLEAR if ahead in _TALL else NEAR) if ahead else right
    at = places[:1, :2] + (right, 0.08 * float(np.clip(chance.normal(), -1.4, 1.8)))
    at[0, 1] = max(at[0, 1], LOWEST)
    angle, length = float(chance.normal(-0.9, 0.5)), float(chance.uniform(0.06, 0.18))
    step = np.array([[np.cos(angle), np.sin(angle)]]) * length / 2
    return np.vstack([at - step, at + step])


def _bar(places: Places, own: Bar, beside: tuple[str, str], temper: Temper, chance: np.random.Generator) -> Points:
    """A bar, set when the word stands. It may cross the next stem, or end the word."""
    line = swung(places)
    middle = line.mean(axis=0)
    away = (line - middle) * temper.bars * float(chance.uniform(*LENGTHS))
    away[:, 1] += (own.slope + BAR_SLOPE * temper.wander * float(chance.normal())) * away[:, 0]
    right = 0.06 + 0.2 * max(0.0, temper.bars - 1)
    before, ahead = beside
    if before:
        away[away[:, 0] < 0] *= SHORTEST if before in _STEMS_BEFORE else SHORTER
    if not ahead:
        right += ENDING * own.flies
        away[:, 1] += 0.3 * own.flies * away[:, 0]
    elif ahead == "h" and chance.random() < own.flies:
        away[away[:, 0] > 0] *= CROSSING
    left = away[:, 0] < 0
    away[left] *= max(1.0, (LEFT + right) / max(-float(away[:, 0].min()), 1e-6))
    bar: Points = middle + (right, own.high) + away + chance.normal(0, 1, 2) * (0.09, 0.06) * temper.wander
    return bar
