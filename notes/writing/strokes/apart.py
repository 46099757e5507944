"""Apart: the bars, dots and marks of a letter kept off the ink of the one beside it, where another would be read."""

from collections.abc import Sequence

import numpy as np

from notes.writing.strokes.curves import Points

CLEAR = 1.35  # from the middle of one line to the middle of another, in widths of the pen
STEP, STEPS = 0.03, 12  # how far a dot is moved, in x-heights
SHORTEST, LEFT = 0.3, 0.14  # of a bar, and of what is left of it, in x-heights


def kept_off(mark: Points, own: Points, other: Points, pen: float) -> tuple[Points, slice]:
    """A mark of a letter with that ink of its `own`, off the ink of the `other`; and which of its points are left.

    A bar is made shorter on the side of the other, a dot is moved away; what cannot be helped so stays.
    """
    whole = slice(None)
    near = _near(mark, other, CLEAR * pen)
    if not near.any():
        return mark, whole
    if np.ptp(mark[:, 0]) < SHORTEST:
        return _moved(mark, own, other, CLEAR * pen), whole
    level = own[np.argsort(np.abs(own[:, 1] - mark[:, 1].mean()))[:3], 0].mean()
    stem = int(np.argmin(np.abs(mark[:, 0] - level)))
    if near[stem]:
        return mark, whole
    before, after = np.flatnonzero(near[:stem]), np.flatnonzero(near[stem:])
    kept = slice(int(before[-1]) + 1 if len(before) else 0, stem + int(after[0]) if len(after) else len(mark))
    short = mark[kept]
    return (short, kept) if len(short) > 2 and np.ptp(short[:, 0]) >= LEFT else (mark, whole)


def _near(mark: Points, other: Points, least: float) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    away = np.hypot(*(mark[:, None] - other[None]).transpose(2, 0, 1))
    near: np.ndarray[tuple[int], np.dtype[np.bool_]] = away.min(axis=1) < least
    return near


def _moved(mark: Points, own: Points, other: Points, least: float) -> Points:
    """A dot moved away from the other letter by as little as will do."""
    way = np.sign(own[:, 0].mean() - other[:, 0].mean()) * np.array((STEP, 0.0))
    for steps in range(1, STEPS):
        if not _near(mark + steps * way, other, least).any():
            moved: Points = mark + steps * way
            return moved
    return mark


def all_points(strokes: Sequence[Points]) -> Points:
    return np.concatenate(strokes) if strokes else np.zeros((0, 2))
