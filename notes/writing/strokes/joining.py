"""Joins: how the pen goes on from a letter to the next without a lift."""

from dataclasses import dataclass
from enum import Enum, auto

import numpy as np

from notes.writing.strokes.curves import Points, along, curve, heading

TALL = 1.35  # a letter that begins higher begins with a tall stem
SAG = -0.75  # how steeply a line from a high exit sets out downwards
LOW = 0.5  # an exit below goes up to the next letter, one above goes over to it
ROUND = 0.86  # an o that is left below becomes an a
_STEMS, _BOWLS, _TALL, _LOOPED = "imnuruvwyjpı", "acdgoq", "bhklt", "bhkl"
_NO_EXIT = "gjpqyszfxbrvwßþ"
_LIFTED = "bckrjpvw"  # a line that leads into one of these makes another letter of it


class Entry(Enum):
    """How a letter begins."""

    STEM = auto()
    BOWL = auto()
    EYE = auto()
    TALL = auto()


class Reach(Enum):
    """What the pen does where it meets the letter: begin it, go back over its first line, loop, or stop there."""

    BEGIN = auto()
    OVER = auto()
    LOOP = auto()
    STOP = auto()


@dataclass(frozen=True)
class Exit:
    """Where a letter's last stroke can be left: which point, whether that is high, and whether a tail follows."""

    at: int
    high: bool
    tail: bool = False


@dataclass(frozen=True)
class Way:
    """How a join reaches a letter, and at which point of its first stroke."""

    reach: Reach
    at: int = 0


def entry_of(letter: str, stroke: Points) -> Entry | None:
    """How a letter begins; nothing if no line leads into it."""
    if letter in _LIFTED:
        return None
    if letter == "e":
        return Entry.EYE
    height = float(stroke[0, 1])
    if letter in _BOWLS:
        return Entry.BOWL if height < TALL else Entry.TALL
    if letter in _TALL:
        return Entry.TALL if height > TALL - 0.2 else None
    return Entry.STEM if letter in _STEMS and -0.2 < height < TALL else None


def exit_of(letter: str, stroke: Points, right: float) -> Exit | None:
    """Where the pen can leave the last stroke of a letter that reaches so far right; nothing if it must lift."""
    if letter in _NO_EXIT or not letter.isalpha():
        return None
    end = stroke[-1]
    if letter == "o" and end[1] > LOW:
        if end[1] < ROUND:
            return None
        far = along(stroke)
        return Exit(min(int(np.searchsorted(far, far[-1] - 0.03)), len(stroke) - 1), high=True)
    if end[1] > 0.75 or end[0] < right - 0.35 or end[1] < -0.5:
        return None
    return _low_exit(stroke)


def _low_exit(stroke: Points) -> Exit:
    """Behind the last low turn of the stroke, before its tail has run out."""
    far = along(stroke)
    index = np.flatnonzero(far > far[-1] - 0.9)
    bottom = int(index[np.argmin(stroke[index, 1])])
    tail = float(far[-1] - far[bottom])
    if tail < 0.12:  # it ends on its way down: turn before it does
        return Exit(int(np.searchsorted(far, far[-1] - 0.16)), high=False)
    return Exit(int(np.searchsorted(far, far[bottom] + min(0.12, 0.4 * tail))), high=False, tail=True)


def way_to(letter: str, stroke: Points, high: bool, loops: float, chance: np.random.Generator) -> Way:
    """How the pen comes to a letter from the one before, which it leaves low or high."""
    entry, whim = entry_of(letter, stroke), float(chance.random())
    if entry is Entry.BOWL:
        return Way(Reach.OVER, _over_bowl(stroke))
    if entry is Entry.TALL:
        if not high and letter in _LOOPED and chance.random() < loops:
            return Way(Reach.LOOP)
        at = _over_stem(stroke, 0.72 + 0.2 * whim if high else 0.44 + 0.28 * whim)
        over = not high and chance.random() < 0.35
        return Way(Reach.OVER if over else Reach.STOP, at) if at else Way(Reach.BEGIN)
    if high:
        return Way(Reach.BEGIN, 0 if entry is Entry.EYE else _without_lead(stroke))
    at = 0 if entry is Entry.EYE else _over_stem(stroke, 0.6 + 0.3 * whim)
    return Way(Reach.OVER, at) if at else Way(Reach.BEGIN)


def _without_lead(stroke: Points) -> int:
    """Where a letter begins that is reached from above: a line that leads up to it from below is left out."""
    if stroke[0, 1] > LOW:
        return 0
    top = int(np.argmax(stroke[: max(4, len(stroke) // 3), 1]))
    return max(0, top - 2) if stroke[top, 1] > 0.75 else 0


def _over_bowl(stroke: Points) -> int:
    """Where a line from the left meets a bowl that begins at its upper right."""
    far = along(stroke)
    upper = np.flatnonzero((far < 1.2) & (stroke[:, 1] > 0.3))
    if not len(upper) or upper[-1] < 3:
        return 0
    steps = np.gradient(stroke[: upper[-1] + 1], axis=0)
    falls = steps[:, 1] < -0.75 * np.hypot(*steps.T)
    down = np.flatnonzero(falls & (stroke[: len(steps), 0] < stroke[0, 0] - 0.08))
    return int(down[0]) if len(down) else 0


def _over_stem(stroke: Points, height: float) -> int:
    """Where a line from the left meets a stem at this height; 0 if the letter does not begin with one."""
    at = int(np.argmax(stroke[:, 1] < height))
    first = stroke[: at + 1]
    if at < 2 or float(np.hypot(*(first[-1] - first[0]))) < 0.85 * float(along(first)[-1]):
        return 0
    return at if first[-1, 1] < first[0, 1] - 0.05 else 0


def bridge(before: Points, high: bool, after: Points, way: Way, slant: float) -> Points:
    """The line between the end of what is written and a letter, as far as the letter's own first point.

    Where the pen stops at a stem, as far as there.
    """
    leaving = heading(before, at_end=True, reach=0.12)
    if not high and leaving[0] < 0.35 * abs(leaving[1]):
        leaving = _unit(0.35, -1.0)  # a foot turns outwards, whatever way the stem came down
    place = after[way.at]
    if way.reach is Reach.STOP:
        return curve(before[-1], leaving, place, _unit(1.0, 0.1 if high else 0.75), (0.4, 0.35))
    if way.reach is Reach.LOOP:
        return curve(before[-1], leaving, place, _unit(slant - 0.9, 1.0), (0.5, 0.42))
    if way.reach is Reach.OVER:
        back = after[: way.at + 1][::-1]
        arriving = heading(back, at_end=False, reach=0.12)
        arriving = _unit(float(arriving[0]) + 0.15, float(arriving[1]))
        return np.vstack([curve(before[-1], leaving, place, arriving, (0.42, 0.4)), back[1:]])
    own = heading(after[way.at :], at_end=False, reach=0.14)
    if high:
        leaving = _unit(1.0, SAG)
    if own[1] < -0.3:
        own = _unit(1.0, -0.6 * SAG) if high else _unit(slant + 0.42, 1.0)
    return curve(before[-1], leaving, place, own, (0.43, 0.42))


def _unit(x: float, y: float) -> Points:
    return np.array([x, y]) / float(np.hypot(x, y))
