"""The thinned picture of a letter as a graph: ends and crossings, and the lines between them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from notes.writing.outlines import Points
from notes.writing.strokes.raster import Picture, radii

SPUR = 1.15  # half widths of the pen: a shorter twig is the corner of an outline, no stroke
BRIDGE = 1.7  # half widths of the pen: a shorter line between crossings is one crossing, drawn broad

Pixel = tuple[int, int]


@dataclass(eq=False)
class Edge:
    """A line from node to node (the same, for a ring): points (x, y), and half the width of the pen at each."""

    start: int
    end: int
    points: Points
    radius: NDArray[np.float64]

    @property
    def length(self) -> float:
        return float(np.hypot(*np.diff(self.points, axis=0).T).sum())

    def reversed(self) -> "Edge":
        return Edge(self.end, self.start, self.points[::-1], self.radius[::-1])


@dataclass
class Graph:
    """Where nodes are, and the lines between them; a ring without crossings has a node of its own."""

    nodes: dict[int, Points] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)

    def at(self, node: int) -> list[Edge]:
        """The lines that end here, a ring twice."""
        return [one for one in self.edges for end in (one.start, one.end) if end == node]


def graph_of(thin: Picture, picture: Picture) -> Graph:
    """The graph of a thinned letter, in pixels with the origin at the upper left, y downwards."""
    pixels = [(int(row), int(column)) for row, column in np.argwhere(thin)]
    joined = _neighbourhood(pixels)
    graph = _traced(pixels, joined, picture)
    _prune(graph)
    _contract(graph)
    return graph


def _neighbourhood(pixels: Iterable[Pixel]) -> dict[Pixel, list[Pixel]]:
    """The neighbours of each pixel; a diagonal one only where no straight way leads there."""
    black = set(pixels)
    found: dict[Pixel, list[Pixel]] = {}
    for row, column in black:
        straight = [
            (row + down, column + right)
            for down, right in ((-1, 0), (0, 1), (1, 0), (0, -1))
            if (row + down, column + right) in black
        ]
        oblique = [
            (row + down, column + right)
            for down in (-1, 1)
            for right in (-1, 1)
            if (row + down, column + right) in black
            and (row + down, column) not in black
            and (row, column + right) not in black
        ]
        found[row, column] = sorted(straight) + sorted(oblique)
    return found


def _traced(pixels: list[Pixel], joined: dict[Pixel, list[Pixel]], picture: Picture) -> Graph:
    graph = Graph()
    number: dict[Pixel, int] = {}
    for group in _clusters([one for one in pixels if len(joined[one]) > 2], joined):
        graph.nodes[len(graph.nodes)] = np.array([(column, row) for row, column in group], dtype=float).mean(axis=0)
        number |= dict.fromkeys(group, len(graph.nodes) - 1)
    for one in pixels:
        if len(joined[one]) < 2:
            number[one] = len(graph.nodes)
            graph.nodes[number[one]] = np.array(one[::-1], dtype=float)
    seen: set[Pixel] = set()
    for node in sorted(number):
        for first in joined[node]:
            if number.get(first) == number[node] or first in seen:
                continue
            path = _followed(node, first, joined, number)
            seen.update(path[1:-1])
            if len(path) > 2 or path[0] < path[-1]:
                _add(graph, number, path, picture)
    for one in pixels:  # rings
        if one not in seen and one not in number:
            number[one] = len(graph.nodes)
            graph.nodes[number[one]] = np.array(one[::-1], dtype=float)
            path = _followed(one, joined[one][0], joined, number)
            seen.update(path)
            _add(graph, number, path, picture)
    _add_dots(graph, picture)
    return graph


def _add_dots(graph: Graph, picture: Picture) -> None:
    """A pixel on its own is a line without length."""
    for node, place in graph.nodes.items():
        if not graph.at(node):
            radius = radii(picture, place[None, ::-1].astype(int))
            graph.edges.append(Edge(node, node, np.array([place, place]), np.repeat(radius, 2)))


def _clusters(crossings: list[Pixel], joined: dict[Pixel, list[Pixel]]) -> list[list[Pixel]]:
    left = set(crossings)
    groups = []
    for one in crossings:
        if one not in left:
            continue
        left.discard(one)
        group, queue = [one], [one]
        while queue:
            for other in joined[queue.pop()]:
                if other in left:
                    left.discard(other)
                    group.append(other)
                    queue.append(other)
        groups.append(group)
    return groups


def _followed(start: Pixel, first: Pixel, joined: dict[Pixel, list[Pixel]], number: dict[Pixel, int]) -> list[Pixel]:
    path = [start, first]
    while path[-1] not in number:
        ahead = [one for one in joined[path[-1]] if one != path[-2]]
        if not ahead:
            break
        path.append(ahead[0])
    return path


def _add(graph: Graph, number: dict[Pixel, int], path: list[Pixel], picture: Picture) -> None:
    points = np.array([(column, row) for row, column in path], dtype=float)
    radius = radii(picture, np.array(path))
    points[0], points[-1] = graph.nodes[number[path[0]]], graph.nodes[number[path[-1]]]
    graph.edges.append(Edge(number[path[0]], number[path[-1]], points, radius))


def _prune(graph: Graph) -> None:
    """Take away twigs that only the corners of the outline made."""
    while True:
        degree = _degrees(graph)
        twigs = []
        for one in graph.edges:
            for tip, root in ((one.start, one.end), (one.end, one.start)):
                if degree[tip] == 1 and degree[root] > 2:
                    at_root = one.radius[0] if root == one.start else one.radius[-1]
                    if one.length < SPUR * at_root:
                        twigs.append((one.length, one, tip))
        if not twigs:
            return
        _, twig, tip = min(twigs, key=lambda one: one[0])
        graph.edges.remove(twig)
        del graph.nodes[tip]
        _melt(graph)


def _contract(graph: Graph) -> None:
    """Make one crossing of two that are nearer than the pen is broad."""
    while True:
        degree = _degrees(graph)
        short = [
            one
            for one in graph.edges
            if one.start != one.end
            and degree[one.start] > 2
            and degree[one.end] > 2
            and one.length < BRIDGE * float(one.radius.mean())
        ]
        if not short:
            return
        bridge = min(short, key=lambda one: one.length)
        graph.edges.remove(bridge)
        kept, gone = bridge.start, bridge.end
        graph.nodes[kept] = (graph.nodes[kept] + graph.nodes.pop(gone)) / 2
        for one in graph.edges:
            one.start, one.end = (kept if end == gone else end for end in (one.start, one.end))
            one.points = one.points.copy()
            if one.start == kept:
                one.points[0] = graph.nodes[kept]
            if one.end == kept:
                one.points[-1] = graph.nodes[kept]


def _melt(graph: Graph) -> None:
    """Make one line of two that meet where nothing else does."""
    for node in list(graph.nodes):
        those = graph.at(node)
        if len(those) != 2 or those[0] is those[1]:
            continue
        before = those[0] if those[0].end == node else those[0].reversed()
        after = those[1] if those[1].start == node else those[1].reversed()
        for one in those:
            graph.edges.remove(one)
        points = np.concatenate([before.points, after.points[1:]])
        graph.edges.append(Edge(before.start, after.end, points, np.concatenate([before.radius, after.radius[1:]])))
        del graph.nodes[node]


def _degrees(graph: Graph) -> dict[int, int]:
    count: dict[int, int] = defaultdict(int)
    for one in graph.edges:
        count[one.start] += 1
        count[one.end] += 1
    return count
