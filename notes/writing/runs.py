"""Runs: lines of words as they come from a pen onto the page.

A unit is 1/1000 em. A line has a slope, a slant and a size of its own, and a bow; within it the baseline drifts from
word to word. Every word is followed by a real space.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle

from notes.writing.chance import Chance
from notes.writing.letter import Bounds, Rise, Run, as_character
from notes.writing.lines import Line
from notes.writing.strokes.temper import LARGER
from notes.writing.takes import X_HEIGHT, Takes

HAND = "Hand"  # the font that a run calls
DRIFT = 0.05  # of the baseline, x-heights
DRIFT_STEP = 4  # units; finer differences nobody sees
BOW = 0.07  # of a line, x-heights
SLOPE = 0.004  # of a line, radians
SLANT, SIZE = 0.02, 0.012  # how unlike the lines are
PITCH = 0.02  # how unlike the pitches are
MARGIN = 0.17  # raggedness of the left edge, x-heights
LEAN, RISING = 0.14, 0.05  # of a signature: its slant and its slope

_LAST = 120  # the space at the end of a line, which nobody sees
_NO_RISE = as_character(Rise(0))


@dataclass(frozen=True, slots=True)
class Measure:
    """How large a hand writes: points for a unit, the pitch in units; how uneven it is and how much its lines rise."""

    size: float
    pitch: float
    amount: float = 1.0
    rise: float = 0.0


@dataclass(frozen=True, slots=True)
class Trace:
    """What the pen left, and the bounds of it in points."""

    runs: tuple[Run, ...]
    bounds: Bounds


NO_TRACE = Trace((), (0.0, 0.0, 0.0, 0.0))


def write_lines(
    lines: Sequence[Line], at: tuple[float, float], measure: Measure, takes: Takes, chance: Chance
) -> Trace:
    """Lines from a first baseline downwards; `at` is its left end in points."""
    normal, drift = cycle(chance.normal), cycle(chance.drift)
    size, amount = measure.size, measure.amount
    x, y = at[0] / size, at[1] / size
    runs: list[Run] = []
    bounds: list[Bounds] = []
    edge = 0.0
    for index, line in enumerate(lines):
        if index:
            y -= measure.pitch * (1 + line.above + amount * PITCH * next(normal))
        edge = 0.6 * edge + 0.5 * next(normal)
        start = x + line.indent + amount * MARGIN * X_HEIGHT * (1.6 + edge)
        slope = RISING + 0.02 * next(normal) if line.signature else measure.rise + amount * SLOPE * next(normal)
        lean = LEAN if line.signature else amount * SLANT * next(normal)
        larger = LARGER if line.signature else 1 + amount * SIZE * next(normal)
        form = (round(larger, 3), round(slope * larger, 4), round(lean * larger, 3), round(larger, 3))
        bow = 0.0 if line.signature else amount * BOW * X_HEIGHT * next(normal)
        rises = [amount * DRIFT * X_HEIGHT * next(drift) for _ in line.words]
        script, ink = _script(line, rises, bow, takes)
        runs.append(Run(HAND, int(start) * size, int(y) * size, form, script))
        bounds.append(_bounds(ink, form, start, y))
    left, bottom, right, top = zip(*bounds, strict=True)
    return Trace(tuple(runs), (min(left) * size, min(bottom) * size, max(right) * size, max(top) * size))


def _script(line: Line, rises: Sequence[float], bow: float, takes: Takes) -> tuple[str, Bounds]:
    """The marks of a line, and the bounds of its ink from where it begins."""
    marks: list[str] = []
    width = max(line.width, 1)
    left = bottom = right = top = 0.0
    along = last = 0
    for index, (word, rise) in enumerate(zip(line.words, rises, strict=True)):
        share = along / width
        to = DRIFT_STEP * round((rise + 4 * bow * share * (1 - share)) / DRIFT_STEP)
        if to != last:
            marks.append(as_character(Rise(to)))
            last = to
        free = line.gaps[index + 1] if index + 1 < len(line.words) else _LAST
        marks += (word.glyphs, takes.space(free))
        left, bottom = min(left, along + word.left), min(bottom, to + word.bottom)
        right, top = max(right, along + word.right), max(top, to + word.top)
        along += word.width + free
    return "".join(marks), (left, bottom, right, top)


def _bounds(ink: Bounds, form: tuple[float, float, float, float], x: float, y: float) -> Bounds:
    """The bounds of ink that a form has turned."""
    left, bottom, right, top = ink
    a, b, c, d = form
    corners = [(a * u + c * v, b * u + d * v) for u in (left, right) for v in (bottom, top)]
    xs, ys = zip(*corners, strict=True)
    return x + min(xs), y + min(ys), x + max(xs), y + max(ys)
