"""Runs: lines of words as they come from a pen onto the page.

A unit is 1/1000 em. A line has a slope, a slant and a size of its own, and a bow; within it the baseline drifts from
word to word. Every word is followed by a real space.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from operator import attrgetter

from notes.writing.chance import Chance
from notes.writing.letter import Bounds, Form, Rise, Run, as_character
from notes.writing.lines import Line
from notes.writing.strokes.temper import LARGER
from notes.writing.takes import X_HEIGHT, Take, Takes

HAND = "Hand"  # the font that a run calls
DRIFT = 0.2  # of the baseline, x-heights
DRIFT_STEP = 6  # units; finer differences nobody sees
BOW = 0.12  # of a line, x-heights; people: 0.16
CLIMB, SLOPE = 0.01, 0.007  # of all lines of a card and of a single one, radians; people: 0.018 on a wall
STEEPEST = 0.022  # readers of a PDF lose steeper lines
SLANT, SIZE = 0.045, 0.045  # how unlike the lines are; people: 0.05, 0.09
ACROSS = 0.4  # how much wider a line is than usual, as a share of how much higher it is
GOES_ON, ANEW = 0.5, 0.85  # how much of that a line has from the one before it, and from itself
PITCH = 0.06  # how unlike the pitches are; people: 0.12
MARGIN = 0.42  # raggedness of the left edge, x-heights
LEAN, RISING, RISES = 0.07, 0.011, 0.004  # of a signature: its slant, its slope, and how that differs

_LAST = 120  # the space at the end of a line, which nobody sees
_bottom, _top = attrgetter("bottom"), attrgetter("top")


@dataclass(frozen=True, slots=True)
class Measure:
    """How large a hand writes: points for a unit, the pitch in units; how uneven it is, how lines rise and begin."""

    size: float
    pitch: float
    amount: float = 1.0
    rise: float = 0.0
    margin: float = 1.0


@dataclass(frozen=True, slots=True)
class Trace:
    """What the pen left, and the bounds of it in points."""

    runs: tuple[Run, ...]
    bounds: Bounds

    def moved(self, across: float, up: float) -> "Trace":
        left, bottom, right, top = self.bounds
        runs = tuple(run._replace(x=run.x + across, y=run.y + up) for run in self.runs)
        return Trace(runs, (left + across, bottom + up, right + across, top + up))


NO_TRACE = Trace((), (0.0, 0.0, 0.0, 0.0))


def write_lines(
    lines: Sequence[Line], at: tuple[float, float], measure: Measure, takes: Takes, chance: Chance
) -> Trace:
    """Lines from a first baseline downwards; `at` is its left end in points."""
    size, amount = measure.size, measure.amount
    normal, rises = cycle(chance.normal), cycle(chance.drift)
    drift, bowed, ragged = amount * DRIFT * X_HEIGHT, amount * BOW * X_HEIGHT, amount * MARGIN * X_HEIGHT
    x, y = at[0] / size, at[1] / size
    runs: list[Run] = []
    bounds: list[Bounds] = []
    edge = leaning = growing = rising = 0.0
    climb = measure.rise + amount * CLIMB * next(normal)
    for index, line in enumerate(lines):
        if index:
            y -= measure.pitch * (1 + line.above + amount * PITCH * next(normal))
        edge = 0.6 * edge + 0.5 * next(normal)
        start = x + line.indent + ragged * (1.6 + measure.margin * edge)
        rising = GOES_ON * rising + ANEW * next(normal)
        slope = max(-STEEPEST, min(STEEPEST, climb + amount * SLOPE * rising))
        if line.signature:
            slope = RISING + RISES * next(normal)
        leaning = GOES_ON * leaning + ANEW * next(normal)
        growing = GOES_ON * growing + ANEW * next(normal)
        if line.signature:
            lean, larger, wider, bow = LEAN, LARGER, LARGER, 0.0
        else:
            lean, larger, bow = amount * SLANT * leaning, 1 + amount * SIZE * growing, bowed * next(normal)
            wider = 1 + ACROSS * (larger - 1)
        form = _form(wider, larger, slope, lean)
        for words, gaps, along, narrow in _parts(line):
            part = form if narrow == 1 else (*_form(wider * narrow, larger, slope, lean)[:2], *form[2:])
            script, ink = _script(words, gaps, (along, line.width, bow, drift), rises, takes)
            at_x, at_y = start + form[0] * along, y + form[1] * along
            runs.append(Run(HAND, int(at_x) * size, int(at_y) * size, part, script))
            bounds.append(_bounds(ink, part, at_x, at_y))
    left, bottom, right, top = zip(*bounds, strict=True)
    return Trace(tuple(runs), (min(left) * size, min(bottom) * size, max(right) * size, max(top) * size))


def _parts(line: Line) -> Sequence[tuple[Sequence[Take], Sequence[int], int, float]]:
    """The words of a line with the gaps before them, where they begin, and how wide: the last may be narrow."""
    words, gaps, width, narrow = line.words, line.gaps, line.width, line.narrow
    if narrow == 1:
        return ((words, gaps, 0, 1.0),)
    return (words[:-1], gaps[:-1], 0, 1.0), (words[-1:], (0,), width - round(narrow * words[-1].width), narrow)


def _script(
    words: Sequence[Take],
    gaps: Sequence[int],
    place: tuple[int, int, float, float],
    rises: Iterator[float],
    takes: Takes,
) -> tuple[Sequence[str], Bounds]:
    """The marks of words, their baseline changing at every second one, and the bounds of their ink from the first.

    `place` is where in the line they begin, how long it is, its bow, and how far it drifts.
    """
    spaces, (along, length, bow, drift) = takes.spaces, place
    share = 1 / (length or 1)
    bow *= 4 * share / DRIFT_STEP
    drift /= DRIFT_STEP
    script: list[str] = []
    before, last, second = along, 0, False
    lowest = highest = 0
    for word, gap in zip(words, gaps, strict=True):
        if script:
            along += gap
            script.append(spaces[gap])
        if not second:
            to = DRIFT_STEP * round(drift * next(rises) + bow * along * (1 - along * share))
            if to != last:
                script.append(_rise(to))
                last = to
                if to < lowest:
                    lowest = to
                elif to > highest:
                    highest = to
        second = not second
        script.append(word.glyphs)
        along += word.width
    script.append(spaces[_LAST])
    right = along - before - word.width + word.right
    bottom, top = min(map(_bottom, words)) + lowest, max(map(_top, words)) + highest
    return tuple(script), (min(0, words[0].left), bottom, right, top)


def _form(wider: float, larger: float, slope: float, lean: float) -> Form:
    """A text matrix in thousandths, its slope in tenths of them."""
    across, slant = round(1000 * wider) / 1000, round(1000 * lean * larger) / 1000
    return across, round(10_000 * slope * wider) / 10_000, slant, round(1000 * larger) / 1000


@cache
def _rise(to: int) -> str:
    return as_character(Rise(to))


def _bounds(ink: Bounds, form: Form, x: float, y: float) -> Bounds:
    """The bounds of ink that a form has turned."""
    left, bottom, right, top = ink
    a, b, c, d = form
    leftmost, rightmost = (bottom, top) if c > 0 else (top, bottom)
    lowest, highest = (left, right) if b > 0 else (right, left)
    return (
        x + a * left + c * leftmost,
        y + d * bottom + b * lowest,
        x + a * right + c * rightmost,
        y + d * top + b * highest,
    )
