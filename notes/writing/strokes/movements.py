"""Movements: letters as the places that a pen passes, not as the lines of a font.

fonts/letters/ holds them, a line for each form of a letter. Lengths are in x-heights, the baseline at 0, y upwards. A
place is a row of x, y and whether the pen stops there (1) or swings through (0).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np

from notes.resources import FONTS
from notes.writing.strokes.curves import Numbers, Points

Places = Points  # rows of x, y, stop
USUAL = "usual"  # the form of a letter that stands in the file without a name
END = "$"  # behind the name of a form that is for the end of a word
PACE = 0.55  # the time of a movement grows with this power of its length: long strokes are quick
TICK = 0.055  # of that time, from point to point


@dataclass(frozen=True)
class Movement:
    """A form of a letter: how the pen comes from the letter before, its strokes, how it runs on, and what waits."""

    lead: Places
    strokes: tuple[Places, ...]
    tail: Places
    waits: tuple[Places, ...]

    @classmethod
    def from_line(cls, line: str) -> "Movement":
        """A movement as it stands in a file.

        >>> Movement.from_line("> 0,1 0,0* .5,0 > .7,.1 ; .1,1.4").strokes[0].tolist()
        [[0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [0.5, 0.0, 0.0]]
        """
        now, _, later = line.partition(";")
        lead, body, tail = (now if now.count(">") > 1 else now + ">").split(">")
        waits = later.strip(" >").split("|") if later else []
        return cls(_places(lead), tuple(map(_places, body.split("|"))), _places(tail), tuple(map(_places, waits)))


def _places(text: str) -> Places:
    rows = [[*map(float, one.rstrip("*").split(",")), float(one.endswith("*"))] for one in text.split()]
    return np.array(rows, dtype=float).reshape(-1, 3)


@cache
def movements(name: str) -> Mapping[str, Movement]:
    """The movements of a way of writing, by letter and form: `a`, `a:flat`, `th`; none if there is no such way."""
    path = FONTS / "letters" / f"{name}.txt"
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    named = [line.split(maxsplit=1) for line in lines if line.strip() and not line.startswith("# ")]
    return {name: Movement.from_line(rest) for name, rest in named}


def swung(places: Places, angles: float = 0.0) -> Points:
    """The line of a pen that passes these places, with points at equal times; it rests where it stops."""
    parts = stretches(places, angles)
    return np.vstack([parts[0][:1], *(part[1:] for part in parts)])


def stretches(places: Places, angles: float = 0.0) -> list[Points]:
    """The same line from stop to stop.

    The more `angles`, the straighter it goes from place to place, and the more sharply it turns there.
    """
    stops = [0, *(np.flatnonzero(places[1:-1, 2]) + 1).tolist(), len(places) - 1]
    return [_between(places[first : last + 1, :2], 1 - angles) for first, last in pairwise(stops)]


def _between(places: Points, swing: float) -> Points:
    """A smooth line through some places: a cubic from each to the next, its directions given by their neighbours."""
    steps = np.diff(places, axis=0)
    times = np.maximum(np.hypot(*steps.T), 1e-3) ** PACE
    speeds = steps / times[:, None]
    ways = swing * _ways(speeds, times)
    counts = np.maximum(3, np.rint(times / TICK).astype(int))
    which = np.repeat(np.arange(len(steps)), counts)
    at = (np.concatenate([np.arange(1, count + 1) / count for count in counts]))[:, None]
    bend = times[which][:, None]
    line: Points = (
        (2 * at**3 - 3 * at**2 + 1) * places[which]
        + (at**3 - 2 * at**2 + at) * bend * ways[which]
        + (3 * at**2 - 2 * at**3) * places[which + 1]
        + (at**3 - at**2) * bend * ways[which + 1]
    )
    return np.vstack([places[:1], line])


def _ways(speeds: Points, times: Numbers) -> Points:
    """The velocity at each place, from those of the movements before and after it."""
    if len(times) == 1:
        return np.repeat(speeds, 2, axis=0)
    inner = (speeds[:-1] * times[1:, None] + speeds[1:] * times[:-1, None]) / (times[:-1] + times[1:])[:, None]
    return np.vstack([1.5 * speeds[:1] - 0.5 * inner[:1], inner, 1.5 * speeds[-1:] - 0.5 * inner[-1:]])
