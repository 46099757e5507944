"""Runs: lines of words as they come from a pen onto the page.

A unit is 1/1000 em. A line has one slope, the letters upright; every word ends with a real space, whose variants differ
in width as a writer's do. The baseline changes at every second word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from operator import attrgetter

from notes.writing.chance import Chance
from notes.writing.letter import Bounds, Form, Rise, Run, as_character
from notes.writing.lines import Line
from notes.writing.turns import LIFT, Orders, Step, Turns
from notes.writing.word_forms import SPACE, Word

HAND, SISTER = "Hand", "Sister"  # the fonts that a run may call

DRIFT = 0.055  # of the baseline, x-heights
DRIFT_STEP = 4  # units; finer differences nobody sees
SLOPE, USUAL_SLOPE = 0.003, 0.002  # of a line, radians
PITCH = 0.012  # how unlike the pitches are
MARGIN = 0.15  # raggedness of the left edge, x-heights

_bottom, _top = attrgetter("bottom"), attrgetter("top")


@dataclass(frozen=True, slots=True)
class Measure:
    """How large a hand writes: points for 1/1000 em, and in 1/1000 em its x-height, pitch and usual word space.

    `amount` is the measure of its irregularity.
    """

    size: float
    x_height: float
    pitch: float
    space: float
    amount: float


@dataclass(frozen=True, slots=True)
class Trace:
    """What the pen left, and the bounds of it in points."""

    runs: tuple[Run, ...]
    bounds: Bounds


NO_TRACE = Trace((), (0.0, 0.0, 0.0, 0.0))


def write_lines(
    lines: Sequence[Line], at: tuple[float, float], measure: Measure, orders: Orders, chance: Chance
) -> Trace:
    """Lines from a first baseline downwards; `at` is its left end in points."""
    turns = Turns(orders, chance.seed)
    turns[LIFT] = _lifts(chance, measure).__next__
    normal = cycle(chance.normal)
    size, amount, xh = measure.size, measure.amount, measure.x_height
    x, y = at[0] / size, at[1] / size
    runs: list[Run] = []
    bounds = []
    for index, line in enumerate(lines):
        if index:
            y -= measure.pitch * (1 + line.gap + amount * PITCH * next(normal))
        slope = round((USUAL_SLOPE + amount * SLOPE * next(normal)) * 2000) / 2000
        start = x + line.indent + amount * MARGIN * xh * (2 + next(normal)) / 2
        written, advance = _runs(line, (int(start), int(y)), slope, size, turns)
        runs += written
        bounds.append(_bounds(line, start, y, advance, slope, amount * DRIFT * xh * 2))
    left, bottom, right, top = zip(*bounds, strict=True)
    return Trace(tuple(runs), (min(left) * size, min(bottom) * size, max(right) * size, max(top) * size))


def _runs(line: Line, at: tuple[int, int], slope: float, size: float, turns: Turns) -> tuple[list[Run], int]:
    """The runs of a line, and how far its last letter reaches, the space after it left out."""
    runs: list[Run] = []
    advance = last = 0
    for font, scale, steps in _parts(line.words):
        marks, advances = zip(*[turns[step]() for step in steps], strict=True)
        x, y = at[0] + advance, at[1] + slope * advance
        runs.append(Run(font, x * size, y * size, _form(slope, scale), "".join(marks)))
        advance += sum(advances)
        last = advances[-1]
    return runs, advance - last


def _parts(words: Sequence[Word]) -> Iterator[tuple[str, float, Sequence[int]]]:
    """The steps that a hand makes without a break; a sister's word stands alone, the space after it is not hers."""
    steps: list[int] = []
    for index, word in enumerate(words):
        if word.scale is not None:
            if steps:
                yield HAND, 1.0, steps
            yield SISTER, word.scale, word.steps
            steps = [LIFT, SPACE]
            continue
        if index % 2 == 0:
            steps.append(LIFT)
        steps += word.steps
    yield HAND, 1.0, steps


@cache
def _rise(to: int) -> Step:
    return as_character(Rise(to)), 0


@cache
def _form(slope: float, scale: float) -> Form:
    return scale, slope * scale, 0.0, scale


def _lifts(chance: Chance, measure: Measure) -> Iterator[Step]:
    """The baselines of a card, one after the other."""
    rise = measure.amount * DRIFT * measure.x_height / DRIFT_STEP
    return cycle(_rise(DRIFT_STEP * int(rise * one)) for one in chance.drift)


def _bounds(line: Line, x: float, y: float, advance: float, slope: float, rise: float) -> Bounds:
    """The bounds of a line's ink, wherever its baseline may drift."""
    end = slope * advance
    left = x + line.words[0].left
    bottom = y + min(map(_bottom, line.words)) - rise + min(0, end)
    return left, bottom, x + advance + line.words[-1].right, y + max(map(_top, line.words)) + rise + max(0, end)
