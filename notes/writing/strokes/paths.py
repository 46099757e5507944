"""The lines of a thinned letter as movements: those that go straight on at a crossing are one.

Lengths are in x-heights, the baseline at 0, y upwards.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray

from notes.writing.outlines import Points
from notes.writing.strokes.curves import along
from notes.writing.strokes.graph import Edge, Graph

DENSE = 0.012  # from point to point
NEAR = 0.05  # how near to a line a point lies on it
STRAIGHT_ON = np.radians(72)  # how far a pen turns at a crossing and still goes on
BLOT = 1.3  # half widths of the pen: how far from a crossing thinning bends a line
ACROSS = 3.2  # half widths of the pen between the halves of a bar, at the most

_End = tuple[int, bool]  # the number of a line, and whether its start is meant


@dataclass(frozen=True)
class Path:
    """One movement: points and half the width of the pen at each; a dot or a bar waits."""

    points: Points
    radius: NDArray[np.float64]
    waits: bool = False

    @property
    def is_ring(self) -> bool:
        return len(self.points) > 3 and distance(self.points[0], self.points[-1]) < NEAR

    @property
    def length(self) -> float:
        return float(along(self.points)[-1])

    def reversed(self) -> "Path":
        return replace(self, points=self.points[::-1], radius=self.radius[::-1])

    def part(self, which: slice) -> "Path":
        return replace(self, points=self.points[which], radius=self.radius[which])

    def from_nearest(self, place: Points) -> "Path":
        """A ring, begun at the point nearest to a place."""
        at = int(np.argmin(np.hypot(*(self.points - place).T)))
        order = np.append(np.roll(np.arange(len(self.points) - 1), -at), at)
        return replace(self, points=self.points[order], radius=self.radius[order])


def distance(one: Points, other: Points) -> float:
    return float(np.hypot(*(one - other)))


def paths_of(graph: Graph, scale: float, origin: Points) -> list[Path]:
    """The movements of a graph; its pixels become x-heights."""
    return _with_whole_bars([_path(chain, scale, origin) for chain in _chains(graph)])


def _chains(graph: Graph) -> list[list[tuple[Edge, bool]]]:
    """Edges in a row, each with whether it is gone through forwards."""
    onward = _onward(graph)
    used: set[int] = set()
    chains = []
    ends = list(product(range(len(graph.edges)), (True, False)))
    for end in sorted(ends, key=lambda one: one in onward):
        chain: list[tuple[Edge, bool]] = []
        here: _End | None = end
        while here is not None and here[0] not in used:
            index, forwards = here
            used.add(index)
            chain.append((graph.edges[index], forwards))
            here = onward.get((index, not forwards))
        if chain:
            chains.append(chain)
    return chains


def _onward(graph: Graph) -> dict[_End, _End]:
    """At each crossing the pairs of ends that a pen goes through, the straightest first."""
    ends: dict[int, list[_End]] = {}
    for index, edge in enumerate(graph.edges):
        ends.setdefault(edge.start, []).append((index, True))
        ends.setdefault(edge.end, []).append((index, False))
    onward: dict[_End, _End] = {}
    for those in ends.values():
        if len(those) < 3:
            continue
        turns = [
            (_turn(_leaving(graph, one), _leaving(graph, other)), one, other) for one, other in combinations(those, 2)
        ]
        for turn, one, other in sorted(turns):
            if turn < STRAIGHT_ON and one not in onward and other not in onward:
                onward[one], onward[other] = other, one
    return onward


def _leaving(graph: Graph, end: _End) -> Points:
    """The direction in which a line leaves a crossing, seen beyond the blot of the crossing itself."""
    edge = graph.edges[end[0]]
    points, radius = (edge.points, edge.radius) if end[1] else (edge.points[::-1], edge.radius[::-1])
    far = along(points)
    near = int(np.searchsorted(far, min(0.8 * radius[0], far[-1] * 0.4)))
    return _unit(points[min(int(np.searchsorted(far, 3 * radius[0])), len(points) - 1)] - points[near])


def _unit(step: Points) -> Points:
    unit: Points = step / max(float(np.hypot(*step)), 1e-9)
    return unit


def _turn(one: Points, other: Points) -> float:
    """How far a pen turns that comes in against one direction and leaves in the other."""
    return float(np.arccos(np.clip(-np.dot(one, other), -1, 1)))


def _path(chain: Sequence[tuple[Edge, bool]], scale: float, origin: Points) -> Path:
    """A chain as a movement, straightened where the blots of crossings had bent it."""
    parts = []
    for index, (edge, forwards) in enumerate(chain):
        points, radius = (edge.points, edge.radius) if forwards else (edge.points[::-1], edge.radius[::-1])
        far = along(points)
        first = min(BLOT * radius[0], 0.45 * far[-1]) if index else -1
        last = far[-1] - (min(BLOT * radius[-1], 0.45 * far[-1]) if index < len(chain) - 1 else -1)
        kept = (far > first) & (far < last)
        parts.append((points[kept], np.minimum(radius[kept], np.median(radius) * 1.25)))
    if len(chain) > 1 and distance(_first(chain[0]), _first((chain[-1][0], not chain[-1][1]))) < 1e-6:
        parts.append((parts[0][0][:1], parts[0][1][:1]))
    points, radius = (np.concatenate(those) for those in zip(*parts, strict=True))
    return _dense(Path(points * np.array((scale, -scale)) + origin, radius * scale))


def _first(end: tuple[Edge, bool]) -> Points:
    place: Points = end[0].points[0 if end[1] else -1]
    return place


def _dense(path: Path) -> Path:
    """The movement with points so near to each other that none is far from any place on it."""
    far = along(path.points)
    fine = np.linspace(0, far[-1], max(2, int(far[-1] / DENSE)))
    points = np.stack([np.interp(fine, far, column) for column in path.points.T], axis=1)
    return replace(path, points=points, radius=np.interp(fine, far, path.radius))


def _with_whole_bars(paths: Sequence[Path]) -> list[Path]:
    """One bar of two halves that meet a stem from either side, as thinning leaves them a little apart."""
    left = list(paths)
    while halves := sorted(_halves(left), key=lambda one: one[0]):
        _, one, other, first, second = halves[0]
        points, radius = np.vstack([first.points[:-3], second.points[2:]]), [first.radius[:-3], second.radius[2:]]
        left = [path for index, path in enumerate(left) if index not in (one, other)]
        left.append(_dense(Path(points, np.concatenate(radius))))
    return left


def _halves(paths: Sequence[Path]) -> Iterator[tuple[float, int, int, Path, Path]]:
    """Pairs of lines that go on in each other beyond a third: how far they turn, their numbers, and themselves."""
    for (one, first), (other, second) in combinations(enumerate(paths), 2):
        if first.is_ring or second.is_ring or min(len(first.points), len(second.points)) < 8:
            continue
        reach = ACROSS * float(max(first.radius.max(), second.radius.max()))
        stems = [path.points for index, path in enumerate(paths) if index not in (one, other)]
        for before, after in product((first, first.reversed()), (second, second.reversed())):
            middle = (before.points[-1] + after.points[0]) / 2
            turn = _turn(_out_of(before.points[::-1]), _out_of(after.points))
            near = distance(before.points[-1], after.points[0]) < reach and turn < STRAIGHT_ON * 0.7
            if near and any(_passes(stem, middle, 0.6 * reach) for stem in stems):
                yield turn, one, other, before, after


def _out_of(points: Points) -> Points:
    """The direction in which a line runs from its first point, seen beyond its very end."""
    far = along(points)
    at = min(int(np.searchsorted(far, 0.3)), len(points) - 1)
    return _unit(points[at] - points[max(0, min(int(np.searchsorted(far, 0.05)), at - 1))])


def _passes(line: Points, place: Points, reach: float) -> bool:
    """Whether a line comes near a place and goes on beyond it."""
    away = np.hypot(*(line - place).T)
    at = int(np.argmin(away))
    return bool(away[at] < reach) and 0.08 * len(line) < at < 0.92 * len(line)
