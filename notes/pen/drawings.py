"""Drawings: the paths of a pen on a piece of paper, in the order that suits a plotter best.

Lengths are in points, the origin at the lower left corner of the paper as it is read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import dist

import numpy as np
from numpy.typing import NDArray

from notes.units import MM
from notes.writing.letter import Run, Writing
from notes.writing.strokes.curves import needed
from notes.writing.takes import X_HEIGHT, Takes

Path = NDArray[np.float64]  # rows of x and y

SLACK = 0.015  # x-heights that a path may be off
SAME = 0.3 * MM  # the pen stays down if it would land again within its own width
AHEAD = 8  # how many strokes ahead to look for the nearest: a pen works along its line
TURN_BACK = 1.2  # how much nearer the far end of a stroke must be for the pen to start there


@dataclass(frozen=True)
class Drawing:
    """All that is drawn on one piece of paper, and the name of its layer."""

    name: str
    size: tuple[float, float]
    paths: tuple[Path, ...]

    @cached_property
    def drawn(self) -> float:
        """How far the pen travels on the paper."""
        return sum(float(np.hypot(*np.diff(path, axis=0).T).sum()) for path in self.paths)

    @cached_property
    def travelled(self) -> float:
        """How far it travels above it."""
        ends = [(0.0, 0.0), *((path[-1][0], path[-1][1]) for path in self.paths)]
        return sum(dist(end, path[0]) for end, path in zip(ends, self.paths, strict=False))

    @property
    def lifts(self) -> int:
        return len(self.paths)


def drawing_of(name: str, size: tuple[float, float], written: Writing, at: tuple[float, float]) -> Drawing:
    """Something written, on paper of this size, with the lower left corner of its box at `at`."""
    paths = [path + np.array(at) for path in penned(written)]
    return Drawing(name, size, tuple(merged(sorted_by_way(paths))))


def penned(written: Writing) -> Iterator[Path]:
    """The centre lines of everything written, as the writer drew them, in points from the corner of the box."""
    for run in written.runs:
        source = written.fonts[run.font]
        if isinstance(source, Takes):
            yield from _of_run(run, source, written.size / 1000)


def _of_run(run: Run, takes: Takes, grid: float) -> Iterator[Path]:
    a, b, c, d = run.form
    across = np.array([[a, b], [c, d]]) * grid
    for mark, along, rise in run.placed(takes.advance):
        if word := takes.word(mark):
            for stroke in word.strokes:
                units = stroke.points * X_HEIGHT + np.array((along - round(word.left * X_HEIGHT), rise))
                path: Path = units @ across + np.array((run.x, run.y))
                yield path[sorted(needed(path, SLACK * X_HEIGHT * grid))]


def sorted_by_way(paths: Sequence[Path]) -> list[Path]:
    """The paths in an order that wastes little travel above the paper, each begun at its nearer end."""
    left, done = list(paths), []
    place = np.zeros(2)
    while left:
        near = left[:AHEAD]
        starts = [float(np.hypot(*(path[0] - place))) for path in near]
        ends = [float(np.hypot(*(path[-1] - place))) * TURN_BACK for path in near]
        best = min(range(len(near)), key=lambda index: min(starts[index], ends[index]))
        path = left.pop(best)
        done.append(path if starts[best] <= ends[best] else path[::-1])
        place = done[-1][-1]
    return done


def merged(paths: Sequence[Path]) -> list[Path]:
    """The paths, with no lift between two where one begins where the other ended."""
    if not paths:
        return []
    done = [paths[0]]
    for before, path in pairwise(paths):
        if float(np.hypot(*(path[0] - before[-1]))) < SAME:
            done[-1] = np.vstack([done[-1], path])
        else:
            done.append(path)
    return done
