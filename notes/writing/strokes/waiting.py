"""What waits until a word stands: the dots of i and j, the bars of t and f. Lengths are in x-heights."""

import numpy as np

from notes.writing.strokes.curves import Points
from notes.writing.strokes.movements import Places, swung
from notes.writing.strokes.style import Bar
from notes.writing.strokes.temper import Temper

TALL = "bfhklt"
LENGTHS = (0.65, 1.4)  # of bars
SHORTER, SHORTEST = 0.75, 0.5  # the left part of a bar beside a letter, and beside a stem that is no t
CLEAR = 0.05  # how far to the right a dot is at the most, beside a tall stem
BAR_SLOPE, ENDING, RISING = 0.12, 0.08, 0.12  # how bars differ, fly on at the end of a word, and rise there
CROSSED = 0.32  # how far to the left of its stem a bar begins at the least, or it would be the arm of a k
PAST = 0.2  # how far to the right of its stem it ends at the least, or the t would be an l or a 1
CROSSING, BEFORE_ROUND = 2.1, 0.7  # how far it crosses the next stem, or goes on to a letter that it would strike out
_STEMS_BEFORE = "bdhikl"
DOT_AT = 1.36  # how high a dot is at the least, all in all
DOT_FLIES, BAR_FLIES = 0.03, 0.2  # how far a quick pen sets dots to the right, and how much longer bars are there
HIGHER = 0.15  # how much higher a quick pen sets bars
OVER = 1.06  # how high a bar is at the least beside a letter that it would strike out
UNDER = 0.3  # how far below the top of its stem a bar is at the least, or the t would be an r


def dot(places: Places, ahead: str, now: tuple[Temper, float], chance: np.random.Generator) -> Points:
    """The dot of an i: the quicker, the farther to the right, unless a stem stands there; a short stroke."""
    temper, pace = now
    right = temper.dots * float(chance.uniform(0.1, 0.7)) + DOT_FLIES * pace
    right = min(right, CLEAR) if ahead and ahead in TALL else right
    up = max(0.0, DOT_AT - float(places[0, 1]))  # low stems have no low dots
    at = places[:1, :2] + (right, up + 0.07 * float(chance.normal()))
    angle, length = float(chance.normal(-1.1, 0.5)), float(chance.uniform(0.03, 0.11))
    step = np.array([[np.cos(angle), np.sin(angle)]]) * length / 2
    return np.vstack([at - step, at + step])


def drawn(places: Places) -> Points:
    return swung(places) if len(places) > 1 else np.vstack([places[:, :2], places[:, :2] + (0.03, -0.03)])


def stem_at(stroke: Places, bar: Places) -> tuple[float, float]:
    """Where the first stem of a letter passes its bar, and how high it begins."""
    below = np.flatnonzero(stroke[:, 1] < bar[:, 1].mean())
    return float(stroke[below[0] if len(below) else 0, 0]), float(stroke[:3, 1].max())


def bar(
    places: Places,
    stem: tuple[float, float],
    own: Bar,
    beside: tuple[str, str],
    now: tuple[Temper, float],
    chance: np.random.Generator,
) -> Points:
    """A bar across a stem, never quite where it belongs. It may cross the next stem as well."""
    (temper, pace), (across, top) = now, stem
    line = drawn(places)
    middle = line.mean(axis=0)
    away = (line - middle) * temper.bars * float(chance.uniform(*LENGTHS))
    away[away[:, 0] > 0, 0] *= 1 + BAR_FLIES * pace
    away[:, 1] += (own.slope + BAR_SLOPE * temper.wander * float(chance.normal())) * away[:, 0]
    right = 0.06 + 0.2 * max(0.0, temper.bars - 1)
    before, ahead = beside
    if before:
        away[away[:, 0] < 0] *= SHORTEST if before in _STEMS_BEFORE or before.isupper() else SHORTER
    if not ahead:
        right += ENDING * own.flies
        away[:, 1] += RISING * own.flies * away[:, 0]
    elif ahead == "h" and own.flies > 0.5:
        away[away[:, 0] > 0] *= CROSSING
    elif ahead not in TALL:
        away[away[:, 0] > 0] *= BEFORE_ROUND
    at = middle + (right, own.high + own.above + HIGHER * pace) + chance.normal(0, 1, 2) * 0.05 * temper.wander
    if before and before not in TALL:
        at[1] = max(at[1], OVER)
    at[1] = min(at[1], top - UNDER)
    if (short := float(at[0] + away[:, 0].min()) - (across - CROSSED)) > 0:
        away[away[:, 0] < 0, 0] -= short
    if (short := across + PAST - float(at[0] + away[:, 0].max())) > 0:
        away[away[:, 0] > 0, 0] += short
    set_down: Points = at + away
    return set_down
