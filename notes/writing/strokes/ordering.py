"""The movements of a letter in the order and the direction in which a hand makes them.

Lengths are in x-heights, the baseline at 0, y upwards.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from notes.writing.outlines import Points
from notes.writing.strokes.curves import along
from notes.writing.strokes.habits import Habit, habit_of
from notes.writing.strokes.paths import NEAR, Path, distance

FROM_START, TO_END = 1.5, 0.7  # what it costs to begin and to end elsewhere than everyone, each x-height
LIFT, AIR = 0.32, 0.45  # what it costs to lift the pen, and each x-height in the air
LINK, BACK = 0.12, 0.22  # what it costs to go back over a line, and each x-height of it
LONGEST_BACK = 2.6
UP, LEFT = 0.5, 0.45  # what it costs to draw upwards and to the left
WRONG_TURN = 1.2
EARLY = 3.0  # a dot or bar before the letter
MOST = 10  # movements of a letter; what has more is a blot
_BOWL_FIRST = "agq"

_Way = tuple[int, int]  # a movement, and whether it is reversed
_Step = tuple[int, int, int]  # which movements are made, as bits; the last one; whether that was reversed


def ordered(letter: str, paths: Sequence[Path]) -> list[Path]:
    """Movements in order, those that belong together made one: where the pen would go back over a line, it does."""
    habit = habit_of(letter)
    every = np.concatenate([one.points for one in paths])
    low, high = every.min(axis=0), every.max(axis=0)
    start = low + (high - low) * habit.start
    if letter in _BOWL_FIRST:
        paths = [part for one in paths for part in _parted(one, start)]
    end = low + (high - low) * habit.end if habit.end else None
    options = [_options(one, start) for one in paths]
    return _linked(_Order(options, start, end, habit).cheapest() if len(paths) <= MOST else paths)


def _parted(path: Path, start: Points) -> list[Path]:
    """A bowl and the stem that it runs into at the top, where the line goes on from the one to the other."""
    at = int(np.argmin(np.hypot(*(path.points - start).T)))
    far = along(path.points)
    if path.is_ring or far[at] < 0.4 or far[-1] - far[at] < 0.4:
        return [path]
    first, second = path.part(slice(at + 1)), path.part(slice(at, None))
    touches = _way(first.points[far[: at + 1] < far[at] - 0.2], second.points[-1], 2 * NEAR) is not None
    touches |= _way(second.points[far[at:] > far[at] + 0.2], first.points[0], 2 * NEAR) is not None
    return [first, second] if touches else [path]


def _options(path: Path, start: Points) -> tuple[Path, Path]:
    if path.is_ring and path.length > 4 * NEAR:
        path = path.from_nearest(start)
    return path, path.reversed()


@dataclass(frozen=True)
class _Order:
    """The search for the order and the directions that cost a hand least."""

    options: Sequence[tuple[Path, Path]]
    start: Points
    end: Points | None
    habit: Habit

    def cheapest(self) -> list[Path]:
        costs: dict[_Step, tuple[float, _Step | None]] = {}
        own = {(one, way): self._own(self.options[one][way]) for one, way in self._ways()}
        further = {
            (last, then): own[then] + self._between(self.options[last[0]][last[1]], self.options[then[0]][then[1]])
            for last, then in product(self._ways(), self._ways())
            if last[0] != then[0]
        }
        for one, way in self._ways():
            path = self.options[one][way]
            cost = own[one, way] + FROM_START * distance(path.points[0], self.start)
            costs[1 << one, one, way] = (cost + EARLY * (path.waits and len(self.options) > 1), None)
        for made in range(1, 1 << len(self.options)):
            for last in self._ways():
                if (made, *last) in costs:
                    self._go_on((made, *last), costs, further)
        whole = [step for step in costs if step[0] == (1 << len(self.options)) - 1]
        step: _Step | None = min(whole, key=lambda one: costs[one][0] + self._far(self._path(one)))
        steps = []
        while step is not None:
            steps.append(step)
            step = costs[step][1]
        return [self._path(one) for one in reversed(steps)]

    def _ways(self) -> Iterator[_Way]:
        return product(range(len(self.options)), (0, 1))

    def _path(self, step: _Step) -> Path:
        return self.options[step[1]][step[2]]

    def _go_on(
        self, step: _Step, costs: dict[_Step, tuple[float, _Step | None]], further: Mapping[tuple[_Way, _Way], float]
    ) -> None:
        made, *last = step
        for one, way in self._ways():
            if made >> one & 1:
                continue
            cost = costs[step][0] + further[(last[0], last[1]), (one, way)]
            following = (made | 1 << one, one, way)
            if following not in costs or cost < costs[following][0]:
                costs[following] = (cost, step)

    def _between(self, before: Path, path: Path) -> float:
        """What it costs to make one movement after another, beside what it costs itself."""
        late = EARLY * (before.waits and not path.waits) + self._far(before) * path.waits
        return _between(before, path) + late

    def _far(self, path: Path) -> float:
        """What it costs that the letter ends where it does."""
        return TO_END * distance(path.points[-1], self.end) if self.end is not None and not path.waits else 0.0

    def _own(self, path: Path) -> float:
        step = path.points[-1] - path.points[0]
        turning = _turning(path.points)
        wrong = self.habit.turn and abs(turning) > 2.2 and np.sign(turning) != self.habit.turn
        return UP * max(0.0, float(step[1])) + LEFT * max(0.0, -float(step[0])) + (WRONG_TURN if wrong else 0.0)


def _turning(points: Points) -> float:
    """How far a line turns in all, in radians, to the left if positive."""
    steps = np.diff(points[:: max(1, len(points) // 40)], axis=0)
    steps = steps[np.hypot(*steps.T) > 1e-9]
    turns = (np.diff(np.arctan2(steps[:, 1], steps[:, 0])) + np.pi) % (2 * np.pi) - np.pi
    return float(turns.sum())


def _between(before: Path, after: Path) -> float:
    lift = LIFT + AIR * distance(after.points[0], before.points[-1])
    back = _way_back(before, after)
    return min(lift, LINK + BACK * back.length) if back is not None else lift


def _way_back(before: Path, after: Path) -> Path | None:
    """The line over which the pen goes back to begin the next one without a lift, if it can."""
    if after.waits:
        return None
    ways = []
    if (at := _way(before.points[::-1], after.points[0], NEAR)) is not None:
        ways.append(before.reversed().part(slice(at + 1)))
    if (at := _way(after.points, before.points[-1], NEAR)) is not None:
        ways.append(after.part(slice(at + 1)).reversed())
    return min((one for one in ways if one.length < LONGEST_BACK), key=lambda one: one.length, default=None)


def _way(line: Points, place: Points, near: float) -> int | None:
    """The point of a line at which it comes to a place, if it does."""
    if not len(line):
        return None
    away = np.hypot(*(line - place).T)
    at = int(np.argmin(away))
    return at if away[at] < near else None


def _linked(paths: Sequence[Path]) -> list[Path]:
    made = [paths[0]]
    for path in paths[1:]:
        before = made[-1]
        back = _way_back(before, path)
        if back is None or LINK + BACK * back.length > LIFT + AIR * distance(path.points[0], before.points[-1]):
            made.append(path)
        else:
            points = np.vstack([before.points, back.points[1:-1], path.points])
            made[-1] = replace(
                before, points=points, radius=np.concatenate([before.radius, back.radius[1:-1], path.radius])
            )
    return made
